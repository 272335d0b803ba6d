//! The word files: every text a person reads, Vietnamese first, English complete.

use std::collections::BTreeSet;
use std::fmt::Display;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use ground::{FieldProblem, Lang, Refusal};

/// A word file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// Not Fluent.
    #[error("the word file of {room} in {lang} does not parse: {why}")]
    Syntax {
        /// The room.
        room: &'static str,
        /// The language.
        lang: &'static str,
        /// What the parser said.
        why: String,
    },
    /// The same key twice.
    #[error("the word file of {room} in {lang} repeats a key: {why}")]
    Repeated {
        /// The room.
        room: &'static str,
        /// The language.
        lang: &'static str,
        /// The key.
        why: String,
    },
    /// A key in one language only.
    #[error("only in {lang}: {keys}")]
    Incomplete {
        /// The language that has them.
        lang: &'static str,
        /// The keys.
        keys: String,
    },
}

/// All texts in both languages.
pub struct Words {
    vi: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Words {
    /// Loads the word files of all rooms: (room, (Vietnamese, English)).
    ///
    /// # Errors
    /// A file that does not parse, a repeated key, a key that one language lacks.
    pub fn load(rooms: &[(&'static str, (&str, &str))]) -> Result<Self, WordsError> {
        let vi = bundle(Lang::Vi, rooms.iter().map(|(room, (vi, _))| (*room, *vi)))?;
        let en = bundle(Lang::En, rooms.iter().map(|(room, (_, en))| (*room, *en)))?;
        let (in_vi, in_en) = (vi.1, en.1);
        for (lang, only) in [("vi", &in_vi - &in_en), ("en", &in_en - &in_vi)] {
            if !only.is_empty() {
                return Err(WordsError::Incomplete {
                    lang,
                    keys: only.into_iter().collect::<Vec<_>>().join(", "),
                });
            }
        }
        Ok(Self { vi: vi.0, en: en.0 })
    }

    /// Whether there is a text of that key.
    pub fn has(&self, key: &str) -> bool {
        self.vi.has_message(key)
    }

    /// The text of a key; the key itself where there is none, so that a gap is seen and not hidden.
    pub fn text(&self, lang: Lang, key: &str, args: &[(&str, String)]) -> String {
        let bundle = match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "a text is missing");
            return key.to_owned();
        };
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, argument(value))).collect();
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// The sentence of a refusal.
    pub fn refusal(&self, lang: Lang, refusal: &Refusal) -> String {
        let args: Vec<(&str, String)> =
            refusal.params.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.text(lang, &format!("refusal-{}", refusal.code), &args)
    }

    /// The sentence of a field's problem.
    pub fn problem(&self, lang: Lang, problem: &FieldProblem) -> String {
        let args: Vec<(&str, String)> =
            problem.params.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.text(lang, &format!("problem-{}", problem.code), &args)
    }
}

// A whole number chooses among plural forms; anything else, such as a phone number, stays as it is written.
fn argument(value: &str) -> FluentValue<'static> {
    let plain = value.len() < 10 && (value == "0" || !value.starts_with('0'));
    match value.parse::<u32>() {
        Ok(number) if plain => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

type Loaded = (FluentBundle<FluentResource>, BTreeSet<String>);

fn bundle<'a>(
    lang: Lang,
    files: impl Iterator<Item = (&'static str, &'a str)>,
) -> Result<Loaded, WordsError> {
    let tag = lang.tag();
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    // Isolation marks around values would end up in copied text and in file names.
    bundle.set_use_isolating(false);
    let mut keys = BTreeSet::new();
    for (room, text) in files {
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, faults)| WordsError::Syntax { room, lang: tag, why: listed(&faults) })?;
        for line in text.lines() {
            if let Some((key, _)) = line.split_once(" =").or_else(|| line.split_once('='))
                && key.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                keys.insert(key.trim().to_owned());
            }
        }
        bundle.add_resource(resource).map_err(|faults| WordsError::Repeated {
            room,
            lang: tag,
            why: listed(&faults),
        })?;
    }
    Ok((bundle, keys))
}

fn listed(faults: &[impl Display]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
