//! `sen gs1 check`: is a text a GS1 identifier, and what does it say?

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, Subcommand};
use gs1::{Ai, Answer, Gs1Error, check};
use serde::ser::{Serialize, SerializeMap, Serializer};
use web::Words;

use super::{Lang, Outcome, complain, say};
use crate::house;

/// Most bytes of a line; what is longer is no identifier, and its rest is passed over.
const LONGEST_LINE: u64 = 64 * 1024;

/// GS1 identifiers.
#[derive(Debug, Subcommand)]
pub(crate) enum Gs1Call {
    /// Checks a Digital Link, an element string, an EPC URN or a plain key; exit 1 where one does not hold.
    Check(CheckArgs),
}

/// What to check.
#[derive(Debug, Args)]
#[command(after_help = "Example: sen gs1 check '(01)08936012345674(10)L1'")]
pub(crate) struct CheckArgs {
    /// The text.
    #[arg(required_unless_present = "lines")]
    text: Option<String>,
    /// Answers in JSON.
    #[arg(long)]
    json: bool,
    /// Checks each line of a file instead, one JSON line for each; - reads standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    lines: Option<PathBuf>,
}

/// Checks; "no" where anything does not hold.
pub(crate) fn run(call: &Gs1Call, lang: Lang) -> anyhow::Result<Outcome> {
    let Gs1Call::Check(args) = call;
    let words = house::words()?;
    let teller = Teller { words, lang };
    match (&args.lines, &args.text) {
        (Some(file), _) => teller.lines(file),
        (None, Some(text)) if args.json => {
            let judged = check(text);
            say(&teller.json(&judged)?)?;
            Ok(outcome(judged.is_ok()))
        }
        (None, text) => teller.person(&check(text.as_deref().unwrap_or_default())),
    }
}

const fn outcome(holds: bool) -> Outcome {
    if holds { Outcome::Done } else { Outcome::No }
}

struct Teller {
    words: Words,
    lang: Lang,
}

impl Teller {
    fn sentence(&self, error: &Gs1Error) -> String {
        let lang = self.lang.pick(ground::Lang::Vi, ground::Lang::En);
        let params = [
            ("at", error.at.clone()),
            ("found", error.found.clone()),
            ("expects", error.expects.to_string()),
        ];
        self.words.text(lang, error.code.word(), &params)
    }

    fn json(&self, judged: &Result<Answer, Gs1Error>) -> serde_json::Result<String> {
        match judged {
            Ok(answer) => serde_json::to_string(&Good(answer)),
            Err(error) => serde_json::to_string(&Bad { error, message: self.sentence(error) }),
        }
    }

    fn person(&self, judged: &Result<Answer, Gs1Error>) -> anyhow::Result<Outcome> {
        match judged {
            Ok(answer) => say(&told(answer))?,
            Err(error) => complain(&self.sentence(error)),
        }
        Ok(outcome(judged.is_ok()))
    }

    fn lines(&self, file: &Path) -> anyhow::Result<Outcome> {
        let input: Box<dyn Read> = if file == Path::new("-") {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(file).with_context(|| file.display().to_string())?)
        };
        let mut input = BufReader::new(input);
        let mut out = BufWriter::new(io::stdout().lock());
        let mut all = true;
        let mut line = Vec::new();
        while next_line(&mut input, &mut line).with_context(|| file.display().to_string())? {
            let judged = check(&String::from_utf8_lossy(&line));
            all &= judged.is_ok();
            writeln!(out, "{}", self.json(&judged)?)?;
        }
        out.flush()?;
        Ok(outcome(all))
    }
}

/// Reads a line without its end; false behind the last.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = input.by_ref().take(LONGEST_LINE).read_until(b'\n', line)?;
    if line.last() == Some(&b'\n') {
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
    } else if read > 0 {
        skip_line(input)?;
    }
    Ok(read > 0)
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let waiting = input.fill_buf()?;
        let (used, done) = match waiting.iter().position(|byte| *byte == b'\n') {
            Some(end) => (end + 1, true),
            None => (waiting.len(), waiting.is_empty()),
        };
        input.consume(used);
        if done {
            return Ok(());
        }
    }
}

fn told(answer: &Answer) -> String {
    let keys = answer.keys.iter().map(|(ai, value)| format!("({ai}) {value}  {}", ai.identifier().title));
    keys.chain(answer.digital_link.clone()).chain(answer.urn.clone()).collect::<Vec<_>>().join("\n")
}

struct Keys<'a>(&'a [(Ai, String)]);

impl Serialize for Keys<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(ai, value)| (ai.to_string(), value)))
    }
}

struct Good<'a>(&'a Answer);

impl Serialize for Good<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ok", &true)?;
        map.serialize_entry("keys", &Keys(&self.0.keys))?;
        map.serialize_entry("digital_link", &self.0.digital_link)?;
        map.serialize_entry("urn", &self.0.urn)?;
        map.end()
    }
}

struct Bad<'a> {
    error: &'a Gs1Error,
    message: String,
}

impl Serialize for Bad<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ok", &false)?;
        map.serialize_entry("at", &self.error.at)?;
        map.serialize_entry("code", self.error.code.as_str())?;
        map.serialize_entry("message", &self.message)?;
        map.end()
    }
}
