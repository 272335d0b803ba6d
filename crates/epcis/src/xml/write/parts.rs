//! Parts of events out.

use super::{Step, WordForm, Writer};
use crate::cbv::{Code, Vocabulary};
use crate::model::{ErrorDeclaration, Location, Number, PersistentDisposition, QuantityElement, Time, Uri};
use crate::tree::Field;
use crate::xml::space::XSI;

impl Writer<'_> {
    pub(super) fn uri(&mut self, field: Field, uri: Option<&Uri>) {
        if let Some(uri) = uri {
            self.field(field, uri.as_str());
        }
    }

    pub(super) fn time(&mut self, field: Field, time: Option<&Time>) {
        if let Some(time) = time {
            self.field(field, time.as_str());
        }
    }

    fn number(&mut self, field: Field, number: Option<&Number>) {
        if let Some(number) = number {
            self.field(field, number.as_str());
        }
    }

    pub(super) fn code<V: Vocabulary>(&mut self, field: Field, code: Option<&Code<V>>) {
        if let Some(code) = code {
            self.field(field, &self.word(code));
        }
    }

    /// A value in the form that is wanted.
    pub(super) fn word<V: Vocabulary>(&self, code: &Code<V>) -> String {
        match self.words {
            WordForm::Urn => code.urn(),
            WordForm::WebUri => code.iri(),
        }
    }

    /// A list of items that write themselves.
    pub(super) fn list<T>(&mut self, field: Field, items: &[T], write: impl Fn(&mut Self, &T)) {
        let name = field.element();
        self.out.open(name);
        self.within(Step::Field(field), |writer| {
            for (place, item) in items.iter().enumerate() {
                writer.within(Step::Item(place), |writer| write(writer, item));
            }
        });
        self.out.close(name);
    }

    /// The same, where an empty list is left out.
    pub(super) fn some<T>(&mut self, field: Field, items: &[T], write: impl Fn(&mut Self, &T)) {
        if !items.is_empty() {
            self.list(field, items, write);
        }
    }

    /// A list of identifiers.
    pub(super) fn uris(&mut self, field: Field, uris: &[Uri], item: &str) {
        self.list(field, uris, |writer, uri| writer.item(item, uri));
    }

    fn item(&mut self, name: &str, uri: &Uri) {
        self.out.open(name);
        if !self.out.text(uri.as_str()) {
            self.refuse(crate::check::Rule::NoXmlValue);
        }
        self.out.close(name);
    }

    pub(super) fn quantities(&mut self, field: Field, quantities: &[QuantityElement]) {
        self.some(field, quantities, |writer, element| {
            writer.out.open("quantityElement");
            writer.uri(Field::EpcClass, Some(&element.epc_class));
            writer.number(Field::Quantity, element.quantity.as_ref());
            if let Some(uom) = &element.uom {
                // The schema has a unit behind a quantity alone, which may be nil.
                if element.quantity.is_none() {
                    writer.out.open(Field::Quantity.word());
                    writer.out.attribute("xmlns:xsi", XSI);
                    writer.out.attribute("xsi:nil", "true");
                    writer.out.close(Field::Quantity.word());
                }
                writer.field(Field::Uom, uom.as_str());
            }
            writer.out.close("quantityElement");
        });
    }

    /// Identifiers with a type, as `source` and `bizTransaction` have it.
    pub(super) fn typed<T>(
        &mut self,
        list: Field,
        field: Field,
        items: &[T],
        read: impl for<'i> Fn(&Self, &'i T) -> (Option<String>, &'i Uri),
    ) {
        self.some(list, items, |writer, item| {
            let (kind, id) = read(writer, item);
            writer.out.open(field.word());
            if let Some(kind) = kind {
                writer.attribute(Field::Type, &kind);
            }
            if !writer.out.text(id.as_str()) {
                writer.within(Step::Field(field), |writer| writer.refuse(crate::check::Rule::NoXmlValue));
            }
            writer.out.close(field.word());
        });
    }

    pub(super) fn location(&mut self, field: Field, location: Option<&Location>) {
        let Some(location) = location else { return };
        self.out.open(field.word());
        self.within(Step::Field(field), |writer| {
            writer.uri(Field::Id, Some(&location.id));
            writer.extensions(&location.extensions);
        });
        self.out.close(field.word());
    }

    pub(super) fn persistent(&mut self, persistent: &PersistentDisposition) {
        let name = Field::PersistentDisposition.word();
        self.out.open(name);
        self.within(Step::Field(Field::PersistentDisposition), |writer| {
            for (field, codes) in [(Field::Unset, &persistent.unset), (Field::Set, &persistent.set)] {
                codes.iter().for_each(|code| writer.code(field, Some(code)));
            }
        });
        self.out.close(name);
    }

    pub(super) fn declaration(&mut self, declaration: &ErrorDeclaration) {
        let name = Field::ErrorDeclaration.word();
        self.out.open(name);
        self.within(Step::Field(Field::ErrorDeclaration), |writer| {
            writer.time(Field::DeclarationTime, Some(&declaration.declaration_time));
            writer.code(Field::Reason, declaration.reason.as_ref());
            if !declaration.corrective_event_ids.is_empty() {
                writer.uris(
                    Field::CorrectiveEventIds,
                    &declaration.corrective_event_ids,
                    "correctiveEventID",
                );
            }
            writer.extensions(&declaration.extensions);
        });
        self.out.close(name);
    }
}
