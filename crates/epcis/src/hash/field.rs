//! The fields of an event that have a place in the order.

use super::Hasher;
use super::order::{EVENT, Holds, METADATA, QUANTITY, REPORT};
use crate::read::bare_type;
use crate::tree::{Branch, Field, Value};

impl Hasher {
    pub(super) fn event(&mut self, event: Branch<'_, '_>) {
        self.out.push_str("eventType=");
        let kind = event.child(Field::Type).and_then(Branch::text).unwrap_or_default();
        self.out.push_str(bare_type(kind.trim()));
        for (field, holds) in EVENT {
            if let Some(node) = event.child(*field) {
                self.field(node, field.word(), *holds);
            }
        }
        self.rest(event);
    }

    fn field(&mut self, node: Branch<'_, '_>, word: &str, holds: Holds) {
        match holds {
            Holds::Plain | Holds::Time | Holds::Word(_) => self.values(node, word, holds),
            Holds::Epcs => self.list(node, word, |hasher, item| hasher.values(item, "epc", Holds::Plain)),
            Holds::Quantities => self.list(node, word, |hasher, item| {
                hasher.named(item, "quantityElement", QUANTITY);
            }),
            Holds::Fields(order) => self.named(node, word, order),
            Holds::Sensors => self.list(node, word, Self::sensor_element),
        }
    }

    // One value, or several in their order: each with its name.
    fn values(&mut self, node: Branch<'_, '_>, word: &str, holds: Holds) {
        let begin = self.begin();
        for item in node.items() {
            let start = self.out.len();
            // `{"id": …}` beside a value of the standard is that value.
            let item = item.child(Field::Id).unwrap_or(item);
            if let Some(text) = item.text().map(str::trim).filter(|text| !text.is_empty()) {
                self.out.push_str(word);
                self.out.push('=');
                self.value(text, holds);
                self.piece(start);
            }
        }
        self.sort(begin);
    }

    // A list with its name before it; nothing where it is empty.
    fn list(&mut self, list: Branch<'_, '_>, word: &str, write: impl Fn(&mut Self, Branch<'_, '_>)) {
        let before = self.out.len();
        self.out.push_str(word);
        let begin = self.begin();
        for item in list.items() {
            let start = self.out.len();
            write(self, item);
            self.piece(start);
        }
        self.sort(begin);
        self.keep_if_more(before, word);
    }

    // Fields in their order, then extensions; nothing where there is none.
    fn named(&mut self, node: Branch<'_, '_>, word: &str, order: &[(Field, Holds)]) {
        let before = self.out.len();
        self.out.push_str(word);
        // `{"@id": …}` is an identifier alone.
        if let Value::Text(_) = node.value()
            && let [(Field::Id, _)] = order
        {
            self.values(node, Field::Id.word(), Holds::Plain);
        }
        for (field, holds) in order {
            if let Some(child) = node.child(*field) {
                self.field(child, field.word(), *holds);
            }
        }
        self.extensions(node);
        self.keep_if_more(before, word);
    }

    fn sensor_element(&mut self, element: Branch<'_, '_>) {
        let word = "sensorElement";
        let before = self.out.len();
        self.out.push_str(word);
        if let Some(metadata) = element.child(Field::SensorMetadata) {
            self.named(metadata, Field::SensorMetadata.word(), METADATA);
        }
        let begin = self.begin();
        for report in element.child(Field::SensorReport).into_iter().flat_map(Branch::items) {
            let start = self.out.len();
            self.named(report, Field::SensorReport.word(), REPORT);
            self.piece(start);
        }
        self.sort(begin);
        self.extensions(element);
        self.keep_if_more(before, word);
    }

    pub(super) fn keep_if_more(&mut self, before: usize, word: &str) {
        if self.out.len() == before + word.len() {
            self.out.truncate(before);
        }
    }
}
