//! What is not the standard's: kept in order, nested.

use super::Reader;
use super::fields::Fields;
use crate::check::Rule;
use crate::model::{Extension, ExtensionName, ExtensionValue, Number, grouped};
use crate::tree::{Branch, Field, Name, Value};

impl Reader<'_> {
    /// The extensions among the fields of a node.
    pub(super) fn extensions(&mut self, fields: &Fields<'_, '_>) -> Vec<Extension> {
        if !fields.own {
            return Vec::new();
        }
        let own = |child: &Branch<'_, '_>| match child.name() {
            Name::Own { .. } => true,
            Name::Bare(word) => word.contains(':'),
            _ => false,
        };
        grouped(fields.node.children().filter(own).filter_map(|child| self.extension(child)).collect())
    }

    /// Master data of instance and lot: each name is in a namespace.
    pub(super) fn ilmd(&mut self, node: Branch<'_, '_>) -> Vec<Extension> {
        if Self::is_empty_element(node) {
            return Vec::new();
        }
        if *node.value() != Value::Fields {
            self.findings.add(Rule::WrongKind, node, "object");
            return Vec::new();
        }
        for child in node.children() {
            match child.name() {
                Name::Bare(word) if word.contains(':') => self.findings.add(Rule::UnknownPrefix, child, word),
                Name::Own { .. } | Name::Field(Field::Context) => {}
                _ => self.findings.add(Rule::NoNamespace, child, ""),
            }
        }
        grouped(node.children().filter_map(|child| self.extension(child)).collect())
    }

    /// One extension; a context is none.
    pub(super) fn extension(&mut self, node: Branch<'_, '_>) -> Option<Extension> {
        let name = match node.name() {
            Name::Field(Field::Context) => return None,
            // A field whose name is empty.
            Name::Item => {
                self.findings.add(Rule::NoNamespace, node, "");
                return None;
            }
            Name::Field(field) => ExtensionName::Field(*field),
            Name::Own { space, local } => {
                let namespace = self.namespace(*space, node.tree().iri(*space));
                ExtensionName::Own { namespace, local: (**local).into() }
            }
            Name::Bare(word) => ExtensionName::Bare((**word).into()),
        };
        Some(Extension { name, value: self.extension_value(node) })
    }

    // As deep as a tree may be: the recursion is bounded.
    fn extension_value(&mut self, node: Branch<'_, '_>) -> ExtensionValue {
        match node.value() {
            Value::Text(text) => ExtensionValue::Text((**text).into()),
            Value::Number(text) => match Number::read(text) {
                Ok(number) => ExtensionValue::Number(number),
                Err(_) => {
                    self.findings.add(Rule::BadNumber, node, "");
                    ExtensionValue::Null
                }
            },
            Value::Bool(value) => ExtensionValue::Bool(*value),
            Value::Null => ExtensionValue::Null,
            Value::List => {
                ExtensionValue::List(node.children().map(|item| self.extension_value(item)).collect())
            }
            Value::Fields => {
                let fields = node.children().filter_map(|child| self.extension(child)).collect();
                ExtensionValue::Fields(grouped(fields))
            }
        }
    }
}
