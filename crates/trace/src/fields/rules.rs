//! Who may see which fields.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::problem::{Kind, Problem};
use crate::store::Visibility;

/// Most namespaces with a rule of their own.
const MAX_NAMESPACES: usize = 100;
/// Longest namespace.
const MAX_NAMESPACE: usize = 1_000;

/// A word of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Seen {
    /// By nobody else.
    #[default]
    Private,
    /// By whoever traces goods through the event.
    Chain,
    /// By everybody, in events that are public.
    Public,
}

impl From<Seen> for Visibility {
    fn from(seen: Seen) -> Self {
        match seen {
            Seen::Private => Self::Private,
            Seen::Chain => Self::Chain,
            Seen::Public => Self::Public,
        }
    }
}

/// The rules of a party. Prices stand in fields of one's own: as long as nothing is said, nobody else sees any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FieldRules {
    /// Events that are captured without the header `Sen-Visibility`.
    pub events: Seen,
    /// Sources and destinations.
    pub partners: Seen,
    /// Business transactions; also whole transaction events.
    pub documents: Seen,
    /// Fields of one's own, by namespace.
    pub own: BTreeMap<String, Seen>,
}

impl Default for FieldRules {
    fn default() -> Self {
        let own = BTreeMap::new();
        Self { events: Seen::Chain, partners: Seen::Private, documents: Seen::Private, own }
    }
}

impl FieldRules {
    /// Of a body of JSON; what is not named is as it is by itself.
    ///
    /// # Errors
    /// `ValidationException` with the field.
    pub(super) fn of_json(body: &Value) -> Result<Self, Problem> {
        let wrong = |field: &str| Problem::new(Kind::Validation, "trace-bad-visibility").with("field", field);
        let seen = |field: &str, value: &Value| Seen::deserialize(value).map_err(|_| wrong(field));
        let mut rules = Self::default();
        for (field, value) in body.as_object().ok_or_else(|| wrong("body"))? {
            match field.as_str() {
                "events" => rules.events = seen(field, value)?,
                "partners" => rules.partners = seen(field, value)?,
                "documents" => rules.documents = seen(field, value)?,
                "own" => {
                    let own = value.as_object().filter(|own| own.len() <= MAX_NAMESPACES);
                    for (namespace, value) in own.ok_or_else(|| wrong("own"))? {
                        if namespace.is_empty() || namespace.len() > MAX_NAMESPACE {
                            return Err(wrong("own"));
                        }
                        rules.own.insert(namespace.clone(), seen(namespace, value)?);
                    }
                }
                other => return Err(wrong(other)),
            }
        }
        Ok(rules)
    }

    /// Who sees the fields of a namespace.
    pub(crate) fn of_namespace(&self, namespace: &str) -> Seen {
        self.own.get(namespace).copied().unwrap_or_default()
    }
}
