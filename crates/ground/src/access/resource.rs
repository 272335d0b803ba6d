//! What an intent is about, as the policies see it.

use std::collections::HashMap;

use cedar_policy::RestrictedExpression;

use crate::actor::{PlaceId, ProducerId};

/// A value that policies may look at.
#[derive(Clone, Debug)]
pub enum Attribute {
    /// A text: a state, a key.
    Text(String),
    /// A set of texts: the places a thing lies in.
    Texts(Vec<String>),
    /// Yes or no.
    Flag(bool),
}

impl Attribute {
    pub(super) fn expression(&self) -> RestrictedExpression {
        match self {
            Self::Text(text) => RestrictedExpression::new_string(text.clone()),
            Self::Flag(flag) => RestrictedExpression::new_bool(*flag),
            Self::Texts(texts) => RestrictedExpression::new_set(
                texts.iter().map(|t| RestrictedExpression::new_string(t.clone())),
            ),
        }
    }
}

/// A thing with what policies may know of it. Its noun and key also name the history the journal entry goes to.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The noun: `dossier`; the Cedar type is its capitalised form.
    pub noun: &'static str,
    /// The key of the record.
    pub id: String,
    /// The producer whose record it is, if it is one's.
    pub producer: Option<ProducerId>,
    attributes: Vec<(&'static str, Attribute)>,
}

impl Resource {
    /// A thing by its noun and key.
    pub fn new(noun: &'static str, id: impl ToString) -> Self {
        Self { noun, id: id.to_string(), producer: None, attributes: Vec::new() }
    }

    /// The installation itself.
    pub fn installation() -> Self {
        Self::new("installation", "sen")
    }

    /// The places the thing lies in, from its own to the country (`places` in policies).
    #[must_use]
    pub fn places(self, places: impl IntoIterator<Item = PlaceId>) -> Self {
        self.with("places", Attribute::Texts(places.into_iter().map(|place| place.to_string()).collect()))
    }

    /// The producer whose record it is (`producer` in policies).
    #[must_use]
    pub fn producer(mut self, producer: ProducerId) -> Self {
        self.producer = Some(producer);
        self.with("producer", Attribute::Text(producer.to_string()))
    }

    /// A text attribute.
    #[must_use]
    pub fn text(self, name: &'static str, value: impl ToString) -> Self {
        self.with(name, Attribute::Text(value.to_string()))
    }

    /// A set of texts.
    #[must_use]
    pub fn texts(self, name: &'static str, values: impl IntoIterator<Item = impl ToString>) -> Self {
        self.with(name, Attribute::Texts(values.into_iter().map(|value| value.to_string()).collect()))
    }

    /// A yes or no.
    #[must_use]
    pub fn flag(self, name: &'static str, value: bool) -> Self {
        self.with(name, Attribute::Flag(value))
    }

    fn with(mut self, name: &'static str, value: Attribute) -> Self {
        self.attributes.push((name, value));
        self
    }

    // council-seat → CouncilSeat
    pub(super) fn type_name(&self) -> String {
        self.noun
            .split('-')
            .map(|part| {
                let mut letters = part.chars();
                letters
                    .next()
                    .map(|first| first.to_uppercase().chain(letters).collect::<String>())
                    .unwrap_or_default()
            })
            .collect()
    }

    pub(super) fn attributes(&self) -> HashMap<String, RestrictedExpression> {
        self.attributes.iter().map(|(name, value)| ((*name).to_owned(), value.expression())).collect()
    }
}
