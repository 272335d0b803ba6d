//! Forms: what was sent, read field by field into checked values; every problem is found, not only the first.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use ground::{Day, FieldProblem, Refusal, RefusalKind};

use crate::{App, Here, Stop};

/// Most values in one form.
const VALUES: usize = 2_000;

/// What a form sent, by name, as typed.
#[derive(Clone, Debug, Default)]
pub struct FormData(BTreeMap<String, Vec<String>>);

impl FormData {
    /// From pairs.
    pub fn of(pairs: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        let mut data = Self::default();
        for (name, value) in pairs {
            data.push(name.into(), value.into());
        }
        data
    }

    /// Adds a value.
    pub fn push(&mut self, name: String, value: String) {
        self.0.entry(name).or_default().push(value);
    }

    /// The first value of a name, as typed; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// All values of a name.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether the name was sent at all.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// All names with their first value.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, values)| (name.as_str(), values.first().map_or("", String::as_str)))
    }

    /// Starts reading.
    pub fn read(&self) -> Reading<'_> {
        Reading { data: self, problems: Vec::new() }
    }

    fn of_body(kind: &str, body: &Bytes) -> Result<Self, Refusal> {
        let data = if kind.starts_with("application/json") {
            let value: serde_json::Value = serde_json::from_slice(body).map_err(|_| unreadable())?;
            let serde_json::Value::Object(map) = value else { return Err(unreadable()) };
            let mut data = Self::default();
            for (name, value) in map {
                let values = match value {
                    serde_json::Value::Array(values) => values,
                    one => vec![one],
                };
                for value in values {
                    match value {
                        serde_json::Value::Null => {}
                        serde_json::Value::String(text) => data.push(name.clone(), text),
                        other => data.push(name.clone(), other.to_string()),
                    }
                }
            }
            data
        } else {
            Self::of(form_urlencoded::parse(body))
        };
        if data.0.values().map(Vec::len).sum::<usize>() > VALUES {
            return Err(Refusal::new(RefusalKind::TooLarge, "too-large"));
        }
        Ok(data)
    }
}

fn unreadable() -> Refusal {
    Refusal::new(RefusalKind::Invalid, "form-unreadable")
}

/// A form that was sent, its token proved.
pub struct Posted(pub FormData);

impl FromRequest<App> for Posted {
    type Rejection = Stop;

    async fn from_request(request: Request, app: &App) -> Result<Self, Stop> {
        let (parts, body) = request.into_parts();
        let here = Here::of(&parts, app);
        let kind = parts
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let body = Bytes::from_request(Request::from_parts(parts, body), app)
            .await
            .map_err(|_| Refusal::new(RefusalKind::TooLarge, "too-large"))?;
        let data = FormData::of_body(&kind, &body)?;
        prove_token(&here, data.get("csrf"))?;
        Ok(Self(data))
    }
}

// Beside the check of the request's origin, a signed-in person's form carries the session's token.
pub(crate) fn prove_token(here: &Here, token: &str) -> Result<(), Refusal> {
    if here.visit.by_key || here.visit.csrf.is_empty() || here.visit.csrf == token {
        return Ok(());
    }
    Err(Refusal::new(RefusalKind::NotAllowed, "form-token"))
}

/// Reading a form; each call takes one field and notes its problem.
pub struct Reading<'a> {
    data: &'a FormData,
    problems: Vec<FieldProblem>,
}

impl Reading<'_> {
    /// Notes a problem of one's own.
    pub fn problem(&mut self, problem: FieldProblem) {
        self.problems.push(problem);
    }

    /// A text that must be there.
    pub fn text(&mut self, name: &'static str, most: usize) -> Option<String> {
        let text = self.optional(name, most)?;
        if text.is_none() {
            self.problem(FieldProblem::new(name, "required"));
        }
        text
    }

    /// A text that may be left out; outer `None` is a problem, inner `None` an empty field.
    pub fn optional(&mut self, name: impl Into<Cow<'static, str>>, most: usize) -> Option<Option<String>> {
        let name = name.into();
        let text = self.data.get(&name).trim().replace("\r\n", "\n");
        if text.chars().count() > most {
            self.problem(FieldProblem::new(name, "too-long").with("most", most));
            return None;
        }
        let text: String = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
        Some((!text.is_empty()).then_some(text))
    }

    /// One of an enum's words.
    pub fn word<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let text = self.data.get(name).trim();
        if text.is_empty() {
            self.problem(FieldProblem::new(name, "required"));
            return None;
        }
        let word = text.parse().ok();
        if word.is_none() {
            self.problem(FieldProblem::new(name, "not-a-choice"));
        }
        word
    }

    /// A key or a word that may be left out.
    pub fn optional_word<T: FromStr>(&mut self, name: &'static str) -> Option<Option<T>> {
        if self.data.get(name).trim().is_empty() { Some(None) } else { self.word(name).map(Some) }
    }

    /// Several of an enum's words.
    pub fn words<T: FromStr>(&mut self, name: &'static str) -> Option<Vec<T>> {
        let words: Result<Vec<T>, _> = self.data.all(name).iter().map(|text| text.trim().parse()).collect();
        if words.is_err() {
            self.problem(FieldProblem::new(name, "not-a-choice"));
        }
        words.ok()
    }

    /// A whole number within bounds.
    pub fn number<N: FromStr + PartialOrd + Display>(
        &mut self,
        name: &'static str,
        range: RangeInclusive<N>,
    ) -> Option<N> {
        let text = self.data.get(name).trim().replace([' ', '\u{a0}'], "");
        if text.is_empty() {
            self.problem(FieldProblem::new(name, "required"));
            return None;
        }
        let Ok(number) = text.parse::<N>() else {
            self.problem(FieldProblem::new(name, "not-a-number").with("example", range.start()));
            return None;
        };
        if !range.contains(&number) {
            let problem = FieldProblem::new(name, "out-of-range");
            self.problem(problem.with("least", range.start()).with("most", range.end()));
            return None;
        }
        Some(number)
    }

    /// A day that must be there, in one field or in three.
    pub fn day(&mut self, name: &'static str) -> Option<Day> {
        let day = self.optional_day(name)?;
        if day.is_none() {
            self.problem(FieldProblem::new(name, "required"));
        }
        day
    }

    /// A day that may be left out.
    pub fn optional_day(&mut self, name: &'static str) -> Option<Option<Day>> {
        let text = typed_day(self.data, name);
        if text.is_empty() {
            return Some(None);
        }
        let day = Day::parse(&text);
        if day.is_none() {
            self.problem(FieldProblem::new(name, "not-a-date"));
        }
        day.map(Some)
    }

    /// Whether a box is ticked.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.data.get(name), "1" | "true" | "on" | "yes")
    }

    /// The checked values, when there is no problem.
    ///
    /// # Errors
    /// All problems, in the order in which the fields were read.
    pub fn done<T>(self, checked: impl FnOnce() -> Option<T>) -> ground::Result<T> {
        if !self.problems.is_empty() {
            return Err(Refusal::invalid(self.problems));
        }
        checked().ok_or_else(unreadable)
    }
}

// Three boxes (name-day, name-month, name-year) or one.
pub(crate) fn typed_day(data: &FormData, name: &str) -> String {
    let part = |part: &str| data.get(&format!("{name}-{part}")).trim().to_owned();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return data.get(name).trim().to_owned();
    }
    format!("{day}/{month}/{year}")
}
