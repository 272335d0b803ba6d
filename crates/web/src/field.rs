//! Fields as the component macros show them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ground::{Lang, Refusal};
use serde::Serialize;

use crate::form::typed_day;
use crate::{FormData, Here, Words};

/// One choice of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A second line.
    pub hint: Option<String>,
    /// Whether it is the one chosen.
    pub chosen: bool,
}

/// One field of a form.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Field {
    /// The control's id.
    pub id: String,
    /// The name that is sent.
    pub name: String,
    /// The label.
    pub label: String,
    /// Under the label.
    pub hint: Option<String>,
    /// What stands in it.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// May be left out.
    pub optional: bool,
    /// The type of a one-line control.
    pub input: &'static str,
    /// How many characters wide.
    pub width: Option<&'static str>,
    /// The keyboard of a phone.
    pub inputmode: Option<&'static str>,
    /// What the browser may fill in.
    pub autocomplete: Option<&'static str>,
    /// Lines of a long text.
    pub rows: u8,
    /// Choices of a list.
    pub choices: Vec<Choice>,
    /// Kinds of file.
    pub accept: Option<&'static str>,
    /// Several files at once.
    pub multiple: bool,
}

/// A day in three boxes.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DateField {
    /// The id of the first box.
    pub id: String,
    /// The name before `-day`, `-month`, `-year`.
    pub name: String,
    /// The label.
    pub label: String,
    /// Under the label.
    pub hint: Option<String>,
    /// The day as typed.
    pub day: String,
    /// The month as typed.
    pub month: String,
    /// The year as typed.
    pub year: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// May be left out.
    pub optional: bool,
}

/// What the fields of a page's forms are called, so that the summary on top names the field of each error.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels(Arc<Mutex<HashMap<String, String>>>);

impl Labels {
    fn note(&self, name: &str, label: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(format!("f-{name}"), label);
    }

    /// What the control of an id is called.
    pub(crate) fn of(&self, id: &str) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }
}

/// One line of the summary on top of a form.
#[derive(Clone, Debug, Serialize)]
pub struct Wrong {
    /// The control's id; empty for the form as a whole.
    pub id: String,
    /// What is wrong, and how to mend it.
    pub message: String,
}

impl Field {
    /// A field of a form: `label` and, where there is one, `label`-hint are keys of the word files.
    pub fn new(here: &Here, name: &str, label: &str, data: &FormData, refusal: Option<&Refusal>) -> Self {
        let hint = format!("{label}-hint");
        here.labels.note(name, here.t(label));
        Self {
            id: format!("f-{name}"),
            name: name.to_owned(),
            label: here.t(label),
            hint: here.app.words.has(&hint).then(|| here.t(&hint)),
            value: data.get(name).to_owned(),
            error: error_of(&here.app.words, here.lang, name, refusal),
            input: "text",
            rows: 4,
            ..Self::default()
        }
    }

    /// May be left out.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// The type of the control and the keyboard that goes with it.
    #[must_use]
    pub fn input(mut self, input: &'static str) -> Self {
        self.input = input;
        self.inputmode = match input {
            "tel" => Some("tel"),
            "number" => Some("numeric"),
            "email" => Some("email"),
            _ => None,
        };
        if input == "number" {
            self.input = "text";
        }
        self
    }

    /// What the browser may fill in.
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// Lines of a long text.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// Characters wide: 2, 4, 5, 10, 20.
    #[must_use]
    pub fn width(mut self, width: &'static str) -> Self {
        self.width = Some(width);
        self
    }

    /// Kinds of file.
    #[must_use]
    pub fn accept(mut self, accept: &'static str) -> Self {
        self.accept = Some(accept);
        self
    }

    /// The choices, as (value, label); those sent before are chosen.
    #[must_use]
    pub fn choices(
        mut self,
        choices: impl IntoIterator<Item = (impl ToString, impl ToString)>,
        data: &FormData,
    ) -> Self {
        let sent = data.all(&self.name);
        self.choices = choices
            .into_iter()
            .map(|(value, label)| {
                let value = value.to_string();
                let chosen = sent.contains(&value);
                Choice { value, label: label.to_string(), hint: None, chosen }
            })
            .collect();
        self
    }
}

impl DateField {
    /// A day of a form.
    pub fn new(here: &Here, name: &str, label: &str, data: &FormData, refusal: Option<&Refusal>) -> Self {
        let hint = format!("{label}-hint");
        let part = |part: &str| data.get(&format!("{name}-{part}")).to_owned();
        let (mut day, mut month, mut year) = (part("day"), part("month"), part("year"));
        if let Some(whole) = ground::Day::parse(&typed_day(data, name)).filter(|_| day.is_empty()) {
            day = whole.0.day().to_string();
            month = whole.0.month().to_string();
            year = whole.0.year().to_string();
        }
        here.labels.note(name, here.t(label));
        Self {
            id: format!("f-{name}"),
            name: name.to_owned(),
            label: here.t(label),
            hint: here.app.words.has(&hint).then(|| here.t(&hint)),
            error: error_of(&here.app.words, here.lang, name, refusal),
            day,
            month,
            year,
            optional: false,
        }
    }

    /// May be left out.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}

fn error_of(words: &Words, lang: Lang, name: &str, refusal: Option<&Refusal>) -> Option<String> {
    let problem = refusal?.fields.iter().find(|problem| problem.field == name)?;
    Some(words.problem(lang, problem))
}

/// The summary of a form that came back; empty for a form shown the first time.
pub fn wrongs(here: &Here, refusal: Option<&Refusal>) -> Vec<Wrong> {
    let Some(refusal) = refusal else { return Vec::new() };
    if refusal.fields.is_empty() {
        return vec![Wrong { id: String::new(), message: here.app.words.refusal(here.lang, refusal) }];
    }
    let line = |problem: &ground::FieldProblem| Wrong {
        id: format!("f-{}", problem.field),
        message: here.app.words.problem(here.lang, problem),
    };
    refusal.fields.iter().map(line).collect()
}
