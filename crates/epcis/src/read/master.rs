//! Master data in a header or in results.

use super::Reader;
use super::fields::Set;
use crate::check::Rule;
use crate::model::{Attribute, AttributeValue, VocabularyElement, VocabularyList};
use crate::tree::{Branch, Field, Value};

const VOCABULARY: Set = Set::of(&[Field::Type, Field::VocabularyElementList]);
const ELEMENT: Set = Set::of(&[Field::Id, Field::Attributes, Field::Children]);
const ATTRIBUTE: Set = Set::of(&[Field::Id, Field::Attribute]);

impl Reader<'_> {
    pub(super) fn vocabulary(&mut self, node: Branch<'_, '_>) -> Option<VocabularyList> {
        let fields = self.fields(node, VOCABULARY, true)?;
        let kind = self.required(&fields, Field::Type).and_then(|node| self.uri(node));
        let elements = self.list(&fields, Field::VocabularyElementList, Self::element);
        let extensions = self.extensions(&fields);
        Some(VocabularyList { kind: kind?, elements, extensions })
    }

    fn element(&mut self, node: Branch<'_, '_>) -> Option<VocabularyElement> {
        let fields = self.fields(node, ELEMENT, true)?;
        let id = self.required(&fields, Field::Id).and_then(|node| self.uri(node));
        let attributes = self.list(&fields, Field::Attributes, Self::attribute);
        let children = self.list(&fields, Field::Children, Self::uri);
        let extensions = self.extensions(&fields);
        Some(VocabularyElement { id: id?, attributes, children, extensions })
    }

    fn attribute(&mut self, node: Branch<'_, '_>) -> Option<Attribute> {
        let fields = self.fields(node, ATTRIBUTE, false)?;
        let id = self.required(&fields, Field::Id).and_then(|node| self.uri(node));
        let value = match fields.get(Field::Attribute) {
            None => AttributeValue::None,
            Some(node) => match node.value() {
                Value::Text(text) => AttributeValue::Text((**text).into()),
                Value::Number(_) => AttributeValue::Number(self.number(node)?),
                Value::Fields => AttributeValue::Fields(
                    node.children().filter_map(|child| self.extension(child)).collect(),
                ),
                Value::Bool(_) | Value::Null | Value::List => {
                    self.findings.add(Rule::WrongKind, node, "text");
                    return None;
                }
            },
        };
        Some(Attribute { id: id?, value })
    }
}
