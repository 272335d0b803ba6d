//! What is told of an event besides what, when and where: partners, documents, and fields of one's own. Taken from the
//! document as it is stored, because reading it as an event and writing it again would cost more than a walk.

use std::collections::HashMap;
use std::fmt;

use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::redact::is_open;
use crate::fields::{FieldRules, Seen};
use crate::store::Visibility;

const PARTNERS: [&str; 2] = ["sourceList", "destinationList"];
const DOCUMENTS: &str = "bizTransactionList";
const ILMD: &str = "ilmd";
/// What is told of every event, and what the details need to be understood.
const SUMMARY: [&str; 7] =
    ["@context", "type", "eventID", "eventTime", "bizStep", "bizLocation", "readPoint"];

/// The fields of a stored document of which anything is told. The rest, the long lists of objects, is passed over.
#[derive(Default)]
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// Takes a field.
    pub(crate) fn take(&mut self, name: &str) -> Value {
        self.0.remove(name).unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Fields;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Fields, A::Error> {
        let mut fields = Fields::default();
        while let Some(name) = from.next_key::<String>()? {
            if SUMMARY.contains(&name.as_str()) || is_detail(&name) {
                fields.0.insert(name, from.next_value()?);
            } else {
                from.next_value::<IgnoredAny>()?;
            }
        }
        Ok(fields)
    }
}

// A field of one's own is known by its prefix.
fn is_detail(name: &str) -> bool {
    PARTNERS.contains(&name) || name == DOCUMENTS || name == ILMD || name.contains(':')
}

/// Takes the details out of a stored document: all of them, or what these rules tell at a level. As
/// [`super::redact`] leaves them.
pub(crate) fn details(
    Fields(document): &mut Fields,
    told_by: Option<(&FieldRules, Visibility)>,
) -> Map<String, Value> {
    let told = Told { by: told_by, namespaces: namespaces(document.remove("@context")) };
    if !told.tells(|rules| rules.documents)
        && document.get("type").is_some_and(|kind| kind == "TransactionEvent")
    {
        return Map::new();
    }
    let mut details = Map::new();
    for (name, mut value) in std::mem::take(document) {
        let is_told = match name.as_str() {
            DOCUMENTS => told.tells(|rules| rules.documents),
            ILMD => {
                told.keep_open(&mut value);
                value.as_object().is_some_and(|fields| !fields.is_empty())
            }
            partners if PARTNERS.contains(&partners) => told.tells(|rules| rules.partners),
            own if own.contains(':') => told.tells_own(own),
            _ => {
                document.insert(name, value);
                continue;
            }
        };
        if is_told {
            details.insert(name, value);
        }
    }
    details
}

struct Told<'r> {
    by: Option<(&'r FieldRules, Visibility)>,
    namespaces: HashMap<String, String>,
}

impl Told<'_> {
    fn tells(&self, of: impl Fn(&FieldRules) -> Seen) -> bool {
        self.by.is_none_or(|(rules, level)| Visibility::from(of(rules)) >= level)
    }

    fn tells_own(&self, name: &str) -> bool {
        let namespace = self.namespace(name);
        self.by.is_none() || namespace.is_some_and(|own| self.tells(|rules| rules.of_namespace(own)))
    }

    // Of master data what is the standard's is told, and what has no namespace.
    fn keep_open(&self, ilmd: &mut Value) {
        if let Value::Object(fields) = ilmd {
            fields.retain(|name, _| self.namespace(name).is_none_or(is_open) || self.tells_own(name));
        }
    }

    fn namespace(&self, name: &str) -> Option<&str> {
        let (prefix, _) = name.split_once(':')?;
        self.namespaces.get(prefix).map(String::as_str)
    }
}

// Every prefix of a stored document is declared in it.
fn namespaces(context: Option<Value>) -> HashMap<String, String> {
    let Some(Value::Array(entries)) = context else { return HashMap::new() };
    let declared =
        entries.into_iter().filter_map(|entry| if let Value::Object(all) = entry { Some(all) } else { None });
    let text = |(prefix, iri)| if let Value::String(iri) = iri { Some((prefix, iri)) } else { None };
    declared.flatten().filter_map(text).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use epcis::model::{Content, Namespaces};
    use epcis::testing::{Seed, event};

    use super::*;
    use crate::event::redact::redact;

    const NAMED: [&str; 4] = [PARTNERS[0], PARTNERS[1], DOCUMENTS, ILMD];

    // The slow way: as an event that is redacted and written.
    fn by_event(document: &str, told_by: Option<(&FieldRules, Visibility)>) -> Map<String, Value> {
        let tree = epcis::lower(document.as_bytes()).unwrap();
        let (Some(Content::Event(mut event, namespaces)), _) = epcis::check_tree(&tree) else {
            panic!("{document}")
        };
        if let Some((rules, level)) = told_by
            && !redact(&mut event, rules, level)
        {
            return Map::new();
        }
        let namespaces = Namespaces { prefixes: namespaces.prefixes, ..Namespaces::default() };
        let written = epcis::json::write_event(&event, &namespaces);
        let mut fields: Map<String, Value> = serde_json::from_str(&written).unwrap();
        fields.retain(|name, _| NAMED.contains(&name.as_str()) || name.contains(':'));
        fields
    }

    #[test]
    fn details_are_what_the_redacted_event_says() {
        let mut seed = Seed::of(26);
        let levels = [Seen::Private, Seen::Chain, Seen::Public];
        for number in 0..400 {
            let Some(read) = epcis::testing::read(&event(&mut seed, number)) else { continue };
            let document = epcis::json::write_event(&read, &Namespaces::default());
            let mut seen = || levels[seed.below(3)];
            let own = BTreeMap::from([(epcis::testing::NAMESPACE.to_owned(), seen())]);
            let rules = FieldRules { events: Seen::Chain, partners: seen(), documents: seen(), own };
            for told_by in [None, Some((&rules, Visibility::Chain)), Some((&rules, Visibility::Public))] {
                let mut fields = serde_json::from_str(&document).unwrap();
                assert_eq!(
                    details(&mut fields, told_by),
                    by_event(&document, told_by),
                    "{document} {rules:?}"
                );
            }
        }
    }
}
