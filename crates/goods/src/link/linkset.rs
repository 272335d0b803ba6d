//! A linkset: what an item, a lot and a package lead to, as JSON (RFC 9264) and JSON-LD.

use serde_json::{Map, Value, json};

use super::LinkType;

/// The context that makes JSON-LD of a linkset.
pub const CONTEXT: &str = "https://ref.gs1.org/standards/resolver/linkset-context";

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub kind: LinkType,
    /// The address.
    pub href: String,
    /// What a person reads.
    pub title: String,
    /// The languages of what it leads to; none where nothing is said.
    pub hreflang: Vec<String>,
    /// The media type.
    pub media_type: Option<String>,
    /// Markets or groups of readers it is for.
    pub context: Vec<String>,
    /// Whether the query of a request goes on to it. A repository of events refuses parameters that it does not know.
    pub takes_query: bool,
    /// Whether it was computed, not added by the producer.
    pub is_computed: bool,
}

impl Link {
    /// A link that says nothing but where and what.
    pub fn plain(kind: LinkType, href: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            kind,
            href: href.into(),
            title: title.into(),
            hreflang: Vec::new(),
            media_type: None,
            context: Vec::new(),
            takes_query: true,
            is_computed: true,
        }
    }

    fn to_json(&self) -> Value {
        let mut object = Map::new();
        object.insert("href".into(), self.href.clone().into());
        object.insert("title".into(), self.title.clone().into());
        if self.kind == LinkType::DEFAULT {
            return Value::Object(object);
        }
        if let Some(media_type) = &self.media_type {
            object.insert("type".into(), media_type.clone().into());
        }
        for (name, values) in [("hreflang", &self.hreflang), ("context", &self.context)] {
            if !values.is_empty() {
                object.insert(name.into(), values.clone().into());
            }
        }
        Value::Object(object)
    }
}

/// The links of one entity: a trade item, a lot or a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its URI below this installation.
    pub anchor: String,
    /// What it is, in words.
    pub description: String,
    /// Its links.
    pub links: Vec<Link>,
}

impl Level {
    /// Its links of a type.
    pub fn of(&self, kind: LinkType) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.kind == kind)
    }

    fn to_json(&self) -> Value {
        let mut object = Map::new();
        object.insert("anchor".into(), self.anchor.clone().into());
        object.insert("itemDescription".into(), self.description.clone().into());
        for link in &self.links {
            let of_kind = object.entry(link.kind.uri()).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = of_kind {
                list.push(link.to_json());
            }
        }
        Value::Object(object)
    }
}

/// The links of an entity and of all above it, the finest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linkset(pub Vec<Level>);

impl Linkset {
    /// The links of a type on the finest level that has any: what is said of a lot goes before what is said of its
    /// kind.
    pub fn of(&self, kind: LinkType) -> Vec<&Link> {
        let found = self.0.iter().map(|level| level.of(kind).collect::<Vec<_>>());
        found.into_iter().find(|links| !links.is_empty()).unwrap_or_default()
    }

    /// Some links of the finest level that has them, alone: the list of a choice.
    #[must_use]
    pub fn only(&self, links: &[&Link]) -> Self {
        let level = self.0.iter().find(|level| level.links.iter().any(|link| links.contains(&link)));
        let only = level.map(|level| Level {
            links: links.iter().map(|link| (*link).clone()).collect(),
            ..level.clone()
        });
        Self(only.into_iter().collect())
    }

    /// As JSON (RFC 9264, section 4.2).
    pub fn to_json(&self) -> Value {
        json!({ "linkset": self.0.iter().map(Level::to_json).collect::<Vec<_>>() })
    }

    /// As JSON-LD, its context named in it.
    pub fn to_json_ld(&self) -> Value {
        let mut document = self.to_json();
        if let Value::Object(object) = &mut document {
            object.insert("@context".into(), CONTEXT.into());
        }
        document
    }
}
