//! Parts of events out.

use super::Writer;
use crate::cbv::{Code, Vocabulary};
use crate::model::{
    BizTransaction, Destination, ErrorDeclaration, Location, Number, Objects, PersistentDisposition,
    QuantityElement, Source, Time, Uri,
};
use crate::tree::Field;

impl Writer<'_> {
    pub(super) fn member(&mut self, field: Field, text: &str) {
        self.out.key(field.word());
        self.out.text(text);
    }

    pub(super) fn uri(&mut self, field: Field, uri: Option<&Uri>) {
        if let Some(uri) = uri {
            self.member(field, uri.as_str());
        }
    }

    pub(super) fn time(&mut self, field: Field, time: Option<&Time>) {
        if let Some(time) = time {
            self.member(field, time.as_str());
        }
    }

    pub(super) fn number(&mut self, field: Field, number: Option<&Number>) {
        if let Some(number) = number {
            self.out.key(field.word());
            self.out.number(number.as_str());
        }
    }

    pub(super) fn code<V: Vocabulary>(&mut self, field: Field, code: Option<&Code<V>>) {
        if let Some(code) = code {
            self.member(field, code.word());
        }
    }

    /// A list; nothing where it is empty.
    pub(super) fn list<T>(&mut self, field: Field, items: &[T], write: impl Fn(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        self.out.key(field.word());
        self.out.open('[');
        items.iter().for_each(|item| write(self, item));
        self.out.close(']');
    }

    pub(super) fn uris(&mut self, field: Field, uris: &[Uri]) {
        self.list(field, uris, |writer, uri| writer.out.text(uri.as_str()));
    }

    pub(super) fn objects(&mut self, objects: &Objects, epcs: Field, quantities: Field) {
        self.uris(epcs, &objects.epcs);
        self.list(quantities, &objects.quantities, Self::quantity);
    }

    fn quantity(&mut self, element: &QuantityElement) {
        self.out.open('{');
        self.member(Field::EpcClass, element.epc_class.as_str());
        self.number(Field::Quantity, element.quantity.as_ref());
        if let Some(uom) = &element.uom {
            self.member(Field::Uom, uom.as_str());
        }
        self.out.close('}');
    }

    pub(super) fn location(&mut self, field: Field, location: Option<&Location>) {
        if let Some(location) = location {
            self.out.key(field.word());
            self.out.open('{');
            self.member(Field::Id, location.id.as_str());
            self.extensions(&location.extensions);
            self.out.close('}');
        }
    }

    pub(super) fn transaction(&mut self, transaction: &BizTransaction) {
        self.out.open('{');
        self.code(Field::Type, transaction.kind.as_ref());
        self.member(Field::BizTransaction, transaction.id.as_str());
        self.out.close('}');
    }

    pub(super) fn source(&mut self, source: &Source) {
        self.out.open('{');
        self.code(Field::Type, Some(&source.kind));
        self.member(Field::Source, source.id.as_str());
        self.out.close('}');
    }

    pub(super) fn destination(&mut self, destination: &Destination) {
        self.out.open('{');
        self.code(Field::Type, Some(&destination.kind));
        self.member(Field::Destination, destination.id.as_str());
        self.out.close('}');
    }

    pub(super) fn persistent(&mut self, persistent: &PersistentDisposition) {
        self.out.key(Field::PersistentDisposition.word());
        self.out.open('{');
        self.list(Field::Set, &persistent.set, |writer, code| writer.out.text(code.word()));
        self.list(Field::Unset, &persistent.unset, |writer, code| writer.out.text(code.word()));
        self.out.close('}');
    }

    pub(super) fn declaration(&mut self, declaration: &ErrorDeclaration) {
        self.out.key(Field::ErrorDeclaration.word());
        self.out.open('{');
        self.time(Field::DeclarationTime, Some(&declaration.declaration_time));
        self.code(Field::Reason, declaration.reason.as_ref());
        self.uris(Field::CorrectiveEventIds, &declaration.corrective_event_ids);
        self.extensions(&declaration.extensions);
        self.out.close('}');
    }
}
