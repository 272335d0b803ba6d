//! What is known of the values that events name: places within places, attributes (section 6.5).

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::Identifiers;
use super::identifier::canonical;
use crate::model::{Attribute, AttributeValue, VocabularyList};

/// How many elements are walked upwards from one place.
const MAX_STEPS: usize = 10_000;

/// Master data that a query asks.
pub trait MasterData {
    /// Whether the element is a direct or indirect child of one of these.
    fn is_below(&self, element: &str, ancestors: &Identifiers) -> bool;

    /// Whether the test holds for an attribute of the element.
    fn any_attribute(&self, element: &str, test: &mut dyn FnMut(&Attribute) -> bool) -> bool;
}

/// Nothing is known.
impl MasterData for () {
    fn is_below(&self, _: &str, _: &Identifiers) -> bool {
        false
    }

    fn any_attribute(&self, _: &str, _: &mut dyn FnMut(&Attribute) -> bool) -> bool {
        false
    }
}

/// Vocabularies, ready to be asked; an element is found by its URN and by its link.
#[derive(Debug, Clone, Default)]
pub struct Vocabularies {
    attributes: HashMap<Box<str>, Vec<Attribute>>,
    parents: HashMap<Box<str>, Vec<Box<str>>>,
}

impl Vocabularies {
    /// Takes in the vocabularies of headers.
    #[must_use]
    pub fn of<'v>(lists: impl IntoIterator<Item = &'v VocabularyList>) -> Self {
        let mut all = Self::default();
        for element in lists.into_iter().flat_map(|list| &list.elements) {
            let id: Box<str> = key(element.id.as_str()).into();
            for child in &element.children {
                all.parents.entry(key(child.as_str()).into()).or_default().push(id.clone());
            }
            all.attributes.entry(id).or_default().extend(element.attributes.iter().cloned());
        }
        all
    }

    /// Whether the test holds for an element that this one belongs to, directly or not.
    pub fn any_above(&self, element: &str, mut test: impl FnMut(&str) -> bool) -> bool {
        if self.parents.is_empty() {
            return false;
        }
        let element = key(element);
        let (mut seen, mut open) = (HashSet::new(), vec![&*element]);
        while let Some(element) = open.pop() {
            for parent in self.parents.get(element).map_or(&[][..], Vec::as_slice) {
                if test(parent) {
                    return true;
                }
                if seen.len() < MAX_STEPS && seen.insert(&**parent) {
                    open.push(parent);
                }
            }
        }
        false
    }
}

fn key(uri: &str) -> Cow<'_, str> {
    canonical(uri).map_or(Cow::Borrowed(uri), Cow::Owned)
}

impl MasterData for Vocabularies {
    fn is_below(&self, element: &str, ancestors: &Identifiers) -> bool {
        self.any_above(element, |above| ancestors.contains(above))
    }

    fn any_attribute(&self, element: &str, test: &mut dyn FnMut(&Attribute) -> bool) -> bool {
        self.attributes.get(&*key(element)).is_some_and(|attributes| attributes.iter().any(test))
    }
}

/// Whether the attribute is this one, and not null.
pub(super) fn is_called(attribute: &Attribute, name: &str) -> bool {
    attribute.value != AttributeValue::None && attribute_key(attribute.id.as_str()) == attribute_key(name)
}

// Attributes of the CBV are written with `:`, with `#` and with a prefix.
fn attribute_key(name: &str) -> Cow<'_, str> {
    const MASTER_DATA: &str = "urn:epcglobal:cbv:mda";
    if let Some(local) = name.strip_prefix("gs1:") {
        return Cow::Owned(["https://gs1.org/voc/", local].concat());
    }
    let local =
        name.strip_prefix("cbvmda:").or_else(|| name.strip_prefix(MASTER_DATA)?.strip_prefix(['#', ':']));
    local.map_or(Cow::Borrowed(name), |local| Cow::Owned([MASTER_DATA, "#", local].concat()))
}
