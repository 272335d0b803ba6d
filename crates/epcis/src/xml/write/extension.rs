//! Extensions out.

use super::{Step, Writer};
use crate::check::Rule;
use crate::model::{Extension, ExtensionName, ExtensionValue, Number};
use crate::tree::Field;
use crate::xml::space::{Role, role};
use crate::xml::text::{is_name, is_space};

impl Writer<'_> {
    pub(super) fn extensions(&mut self, extensions: &[Extension]) {
        for extension in extensions {
            self.within(Step::Own(extension.name.clone()), |writer| writer.extension(extension));
        }
    }

    /// Extensions as attributes, where sensors have them; fields and lists have no such form.
    pub(super) fn extension_attributes(&mut self, extensions: &[Extension]) {
        for extension in extensions {
            self.within(Step::Own(extension.name.clone()), |writer| writer.extension_attribute(extension));
        }
    }

    fn extension_attribute(&mut self, extension: &Extension) {
        let Some(name) = self.own_name(&extension.name) else { return self.refuse(Rule::NoXmlName) };
        let text = match &extension.value {
            ExtensionValue::Text(text) => text,
            ExtensionValue::Number(number) => number.as_str(),
            ExtensionValue::Bool(true) => "true",
            ExtensionValue::Bool(false) => "false",
            _ => return self.refuse(Rule::NoXmlValue),
        };
        if !self.out.attribute(&name, text) {
            self.refuse(Rule::NoXmlValue);
        }
    }

    fn own_name(&self, name: &ExtensionName) -> Option<String> {
        match name {
            ExtensionName::Own { namespace, local } => {
                let fits = is_name(local) && role(namespace) == Role::Own && !namespace.is_empty();
                fits.then(|| [self.prefixes.of_iri(namespace), ":", local].concat())
            }
            ExtensionName::Field(field) => is_name(field.word()).then(|| field.word().to_owned()),
            ExtensionName::Bare(word) => is_name(word).then(|| word.to_string()),
        }
    }

    fn extension(&mut self, extension: &Extension) {
        let Some(name) = self.own_name(&extension.name) else { return self.refuse(Rule::NoXmlName) };
        let ExtensionValue::List(values) = &extension.value else {
            return self.value(&name, &extension.value);
        };
        for (place, value) in values.iter().enumerate() {
            self.within(Step::Item(place), |writer| writer.value(&name, value));
        }
    }

    // As deep as the model: the recursion ends where the model does.
    fn value(&mut self, name: &str, value: &ExtensionValue) {
        if let ExtensionValue::List(_) = value {
            return self.refuse(Rule::NoXmlValue);
        }
        self.out.open(name);
        match value {
            ExtensionValue::Fields(fields) => self.fields(fields),
            value => self.scalar(value),
        }
        self.out.close(name);
    }

    /// The type of a value and its text.
    pub(super) fn scalar(&mut self, value: &ExtensionValue) {
        let (kind, text) = match value {
            ExtensionValue::Text(text) => {
                if text.starts_with(is_space) || text.ends_with(is_space) {
                    self.out.attribute("xml:space", "preserve");
                }
                ("", &**text)
            }
            ExtensionValue::Number(number) => (number_type(number), number.as_str()),
            ExtensionValue::Bool(true) => ("xsd:boolean", "true"),
            ExtensionValue::Bool(false) => ("xsd:boolean", "false"),
            ExtensionValue::Null | ExtensionValue::List(_) | ExtensionValue::Fields(_) => {
                self.out.attribute("xsi:nil", "true");
                return;
            }
        };
        if !kind.is_empty() {
            self.out.attribute("xsi:type", kind);
        }
        if !self.out.text(text) {
            self.refuse(Rule::NoXmlValue);
        }
    }

    // Fields around a text (`@value`) are its attributes, as far as that keeps their order; without one they are elements.
    pub(super) fn fields(&mut self, fields: &[Extension]) {
        let is_text = |field: &&Extension| field.name == ExtensionName::Field(Field::TextValue);
        let Some(text) = fields.iter().find(is_text) else { return self.extensions(fields) };
        let others: Vec<Extension> = fields.iter().filter(|field| !is_text(field)).cloned().collect();
        let is_element = |field: &Extension| !matches!(field.value, ExtensionValue::Text(_));
        let (attributes, elements) =
            others.split_at(others.iter().position(is_element).unwrap_or(others.len()));
        self.extension_attributes(attributes);
        match &text.value {
            ExtensionValue::List(_) | ExtensionValue::Fields(_) | ExtensionValue::Null => {
                self.within(Step::Own(text.name.clone()), |writer| writer.refuse(Rule::NoXmlValue));
            }
            value => self.within(Step::Own(text.name.clone()), |writer| writer.scalar(value)),
        }
        self.extensions(elements);
    }
}

pub(super) fn number_type(number: &Number) -> &'static str {
    let text = number.as_str();
    if text.contains(['e', 'E']) {
        "xsd:double"
    } else if text.contains('.') {
        "xsd:decimal"
    } else {
        "xsd:integer"
    }
}
