//! One operation, told piece by piece.

use serde_json::{Map, Value, json};

use super::parameter;
use crate::problem::Kind;

/// An operation of an address.
pub(super) struct Operation {
    pub path: String,
    pub method: &'static str,
    told: Map<String, Value>,
    parameters: Vec<Value>,
    answers: Map<String, Value>,
    refused: Vec<Kind>,
}

impl Operation {
    /// `GET`.
    pub(super) fn get(path: &str, id: &str, summary: &str) -> Self {
        Self::new("get", path, id, summary)
    }

    /// `POST`.
    pub(super) fn post(path: &str, id: &str, summary: &str) -> Self {
        Self::new("post", path, id, summary)
    }

    /// `PUT`.
    pub(super) fn put(path: &str, id: &str, summary: &str) -> Self {
        Self::new("put", path, id, summary)
    }

    /// `DELETE`.
    pub(super) fn delete(path: &str, id: &str, summary: &str) -> Self {
        Self::new("delete", path, id, summary)
    }

    /// `OPTIONS`.
    pub(super) fn options(path: &str, id: &str, summary: &str) -> Self {
        Self::new("options", path, id, summary)
    }

    // Whatever is asked, the key may not do, the address be too long and the store be away.
    fn new(method: &'static str, path: &str, id: &str, summary: &str) -> Self {
        let mut told = Map::new();
        told.insert("operationId".to_owned(), id.into());
        told.insert("summary".to_owned(), summary.into());
        Self {
            path: path.to_owned(),
            method,
            told,
            parameters: Vec::new(),
            answers: Map::new(),
            refused: vec![Kind::NoKey, Kind::NoScope, Kind::UriTooLong, Kind::Implementation, Kind::Away],
        }
    }

    /// The group it belongs to, and one of the scopes that a key needs.
    pub(super) fn of(mut self, tag: &str, scopes: &[&str]) -> Self {
        self.told.insert("tags".to_owned(), json!([tag]));
        let needs = scopes.iter().map(|scope| json!({ "key": [scope] })).collect();
        self.told.insert("security".to_owned(), Value::Array(needs));
        self
    }

    /// More than the summary says.
    pub(super) fn tells(mut self, description: impl Into<String>) -> Self {
        self.told.insert("description".to_owned(), description.into().into());
        self
    }

    /// Takes shared parameters.
    pub(super) fn takes(mut self, names: &[&str]) -> Self {
        self.parameters.extend(names.iter().map(|name| parameter::of(name)));
        self
    }

    /// Takes a parameter of its own.
    pub(super) fn with(mut self, parameter: Value) -> Self {
        self.parameters.push(parameter);
        self
    }

    /// Takes the headers that say in which form the answer is wanted, and refuses what cannot be had.
    pub(super) fn negotiates(self, names: &[&str]) -> Self {
        self.takes(names).refuses(&[Kind::Validation, Kind::NotAcceptable])
    }

    /// Takes a body.
    pub(super) fn body(mut self, description: impl Into<String>, content: Value) -> Self {
        let body = json!({ "description": description.into(), "required": true, "content": content });
        self.told.insert("requestBody".to_owned(), body);
        self
    }

    /// Answers so.
    pub(super) fn answers(mut self, status: u16, answer: Value) -> Self {
        self.answers.insert(status.to_string(), answer);
        self
    }

    /// Refuses with these kinds of problems.
    pub(super) fn refuses(mut self, kinds: &[Kind]) -> Self {
        self.refused.extend(kinds);
        self
    }

    /// The entry of the document.
    pub(super) fn into_entry(mut self) -> Value {
        for kind in self.refused {
            let status = kind.status();
            let answer =
                json!({ "$ref": format!("#/components/responses/{}", super::problems::name(status)) });
            self.answers.entry(status.as_str()).or_insert(answer);
        }
        if !self.parameters.is_empty() {
            self.told.insert("parameters".to_owned(), self.parameters.into());
        }
        self.told.insert("responses".to_owned(), self.answers.into());
        self.told.into()
    }
}
