//! Extensions out.

use super::Writer;
use crate::model::{Extension, ExtensionName, ExtensionValue, grouped, repeats};

impl Writer<'_> {
    /// Extensions as members of the object that is open.
    pub(super) fn extensions(&mut self, extensions: &[Extension]) {
        // JSON has each key once: a model made elsewhere may have a name twice.
        if repeats(extensions) {
            grouped(extensions.to_vec()).iter().for_each(|extension| self.extension(extension));
        } else {
            extensions.iter().for_each(|extension| self.extension(extension));
        }
    }

    fn extension(&mut self, extension: &Extension) {
        match &extension.name {
            ExtensionName::Own { namespace, local } => {
                let key = [self.prefixes.of_iri(namespace), ":", local].concat();
                self.out.key(&key);
            }
            ExtensionName::Field(field) => self.out.key(field.word()),
            ExtensionName::Bare(word) => self.out.key(word),
        }
        self.extension_value(&extension.value);
    }

    // As deep as the model: the recursion ends where the model does.
    fn extension_value(&mut self, value: &ExtensionValue) {
        match value {
            ExtensionValue::Text(text) => self.out.text(text),
            ExtensionValue::Number(number) => self.out.number(number.as_str()),
            ExtensionValue::Bool(true) => self.out.word("true"),
            ExtensionValue::Bool(false) => self.out.word("false"),
            ExtensionValue::Null => self.out.word("null"),
            ExtensionValue::List(values) => {
                self.out.open('[');
                values.iter().for_each(|value| self.extension_value(value));
                self.out.close(']');
            }
            ExtensionValue::Fields(fields) => {
                self.out.open('{');
                self.extensions(fields);
                self.out.close('}');
            }
        }
    }
}
