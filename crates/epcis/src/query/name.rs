//! Names of fields in namespaces of one's own, and the prefixes they are written with.

use crate::json::STANDARD;
use crate::model::{ExtensionName, is_iri};

/// How many prefixes one query may declare.
pub const MAX_PREFIXES: usize = 256;

/// Prefixes of namespaces: those of the standard's context, and what a request declares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prefixes {
    declared: Vec<(Box<str>, Box<str>)>,
}

impl Prefixes {
    /// Those of a `GS1-Extensions` header: `prefix=namespace`, separated by commas. What is none is passed over.
    #[must_use]
    pub fn of_header(value: &str) -> Self {
        let mut prefixes = Self::default();
        for declared in value.split(',') {
            if let Some((prefix, namespace)) = declared.split_once('=') {
                prefixes.declare(prefix.trim(), namespace.trim());
            }
        }
        prefixes
    }

    /// Declares a prefix; the last declaration of a prefix is in force. A namespace that is no IRI, and what is beyond the
    /// limit, is passed over.
    pub fn declare(&mut self, prefix: &str, namespace: &str) {
        let plain = !prefix.is_empty() && !prefix.contains([':', '#', '/', ' ']);
        if plain && is_iri(namespace) && self.declared.len() < MAX_PREFIXES {
            self.declared.push((prefix.into(), namespace.into()));
        }
    }

    /// The namespace of a prefix.
    #[must_use]
    pub fn namespace(&self, prefix: &str) -> Option<&str> {
        let own = self.declared.iter().rev().find(|(known, _)| **known == *prefix);
        own.map(|(_, namespace)| &**namespace)
            .or_else(|| STANDARD.iter().find(|(known, _)| *known == prefix).map(|(_, namespace)| *namespace))
    }

    /// A compact IRI with a declared prefix, written out; prefixes of the standard stay as they are.
    #[must_use]
    pub fn expanded(&self, text: &str) -> Option<String> {
        let (prefix, rest) = text.split_once(':')?;
        let own = self.declared.iter().rev().find(|(known, _)| **known == *prefix)?;
        (!rest.starts_with("//")).then(|| [&*own.1, rest].concat())
    }
}

/// The name of a field of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FieldName {
    /// Its namespace, without a `#` at its end; none for a word inside of a field.
    pub namespace: Option<Box<str>>,
    /// The name in it.
    pub local: Box<str>,
}

impl FieldName {
    /// Reads `namespace#name`, `prefix:name`, a whole IRI, or a word without a namespace.
    ///
    /// # Errors
    /// The prefix is unknown, or there is no name.
    pub fn read(text: &str, prefixes: &Prefixes) -> Result<Self, super::QueryCode> {
        use super::QueryCode;

        let Some(at) = Self::local_at(text) else { return Err(QueryCode::BadName) };
        let (before, local) = text.split_at(at);
        let plain = |byte: u8| byte > b' ' && !b"#:/?[]<>\"".contains(&byte);
        if local.is_empty() || !local.bytes().all(plain) {
            return Err(QueryCode::BadName);
        }
        let namespace = match before.as_bytes().last() {
            None => None,
            Some(b'#') => Some(before),
            Some(_) => Some(match before.strip_suffix(':') {
                Some(prefix) if prefix.contains(':') => prefix,
                Some(prefix) => prefixes.namespace(prefix).ok_or(QueryCode::UnknownPrefix)?,
                None => before,
            }),
        };
        let namespace = namespace.map(without_hash);
        // Written out before its name, what is no IRI could be taken for a word of the query language.
        if namespace.is_some_and(|namespace| !is_iri(namespace)) {
            return Err(QueryCode::BadName);
        }
        Ok(Self { namespace: namespace.map(Into::into), local: local.into() })
    }

    // Where the name in the namespace begins: behind the last `#`, else the last `/` or `:`.
    fn local_at(text: &str) -> Option<usize> {
        let end = text.rfind('#').or_else(|| text.rfind(['/', ':']));
        let at = end.map_or(0, |end| end + 1);
        (at < text.len()).then_some(at)
    }

    /// As parameters name it: `namespace#name`.
    #[must_use]
    pub fn written(&self) -> String {
        match &self.namespace {
            Some(namespace) => [namespace, "#", &*self.local].concat(),
            None => self.local.to_string(),
        }
    }

    /// Whether an event's field has this name.
    #[must_use]
    pub fn is(&self, name: &ExtensionName) -> bool {
        match (&self.namespace, name) {
            (Some(wanted), ExtensionName::Own { namespace, local }) => {
                self.local == *local && **wanted == *without_hash(namespace)
            }
            (None, ExtensionName::Bare(word)) => self.local == *word,
            (None, ExtensionName::Field(field)) => *self.local == *field.word(),
            _ => false,
        }
    }
}

// XML writes a namespace without, JSON-LD often with a `#` at its end.
fn without_hash(namespace: &str) -> &str {
    namespace.trim_end_matches('#')
}
