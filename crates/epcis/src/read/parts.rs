//! Parts that several types of event have in common.

use std::collections::HashSet;

use super::Reader;
use super::fields::{Fields, Set};
use crate::cbv::Disposition;
use crate::check::Rule;
use crate::model::{
    BizTransaction, Destination, ErrorDeclaration, Location, PersistentDisposition, QuantityElement, Source,
    Uom, Uri,
};
use crate::tree::{Branch, Field, Syntax, Value};

const QUANTITY: Set = Set::of(&[Field::EpcClass, Field::Quantity, Field::Uom]);
const LOCATION: Set = Set::of(&[Field::Id]);
const TRANSACTION: Set = Set::of(&[Field::Type, Field::BizTransaction]);
const SOURCE: Set = Set::of(&[Field::Type, Field::Source]);
const DESTINATION: Set = Set::of(&[Field::Type, Field::Destination]);
const PERSISTENT: Set = Set::of(&[Field::Set, Field::Unset]);
const DECLARATION: Set = Set::of(&[Field::DeclarationTime, Field::Reason, Field::CorrectiveEventIds]);

impl Reader<'_> {
    /// Items of a list read one by one; those with an error are left out.
    pub(super) fn list<'t, 's, T>(
        &mut self,
        fields: &Fields<'t, 's>,
        field: Field,
        read: impl Fn(&mut Self, Branch<'t, 's>) -> Option<T>,
    ) -> Vec<T> {
        let Some(list) = fields.get(field) else { return Vec::new() };
        if Self::is_empty_element(list) {
            return Vec::new();
        }
        list.items().filter_map(|item| read(self, item)).collect()
    }

    /// What is found once each, as the schema of JSON has it for some lists and that of XML for none.
    pub(super) fn once(&mut self, fields: &Fields<'_, '_>, field: Field, list: &[Uri]) {
        if let Some(node) = fields.get(field)
            && node.tree().syntax() == Syntax::Json
            && let Some(repeated) = repeated(list)
            && let Some(item) = node.items().filter(|item| item.text() == Some(repeated)).nth(1)
        {
            self.findings.add(Rule::Repeated, item, "");
        }
    }

    pub(super) fn quantities(&mut self, fields: &Fields<'_, '_>, field: Field) -> Vec<QuantityElement> {
        self.list(fields, field, Self::quantity)
    }

    fn quantity(&mut self, node: Branch<'_, '_>) -> Option<QuantityElement> {
        let fields = self.fields(node, QUANTITY, false)?;
        let epc_class = self.required(&fields, Field::EpcClass).and_then(|node| self.uri(node));
        let quantity = self.number_of(&fields, Field::Quantity);
        let uom = fields.get(Field::Uom).and_then(|node| self.uom(node));
        Some(QuantityElement { epc_class: epc_class?, quantity, uom })
    }

    fn uom(&mut self, node: Branch<'_, '_>) -> Option<Uom> {
        let read = Uom::read(self.short(node)?);
        if read.is_none() {
            self.findings.add(Rule::BadUom, node, "");
        }
        read
    }

    pub(super) fn location(&mut self, node: Branch<'_, '_>) -> Option<Location> {
        // `{"@id": …}` is an identifier alone.
        if let Value::Text(_) = node.value() {
            return self.uri(node).map(|id| Location { id, extensions: Vec::new() });
        }
        let fields = self.fields(node, LOCATION, true)?;
        let id = self.required(&fields, Field::Id).and_then(|node| self.uri(node));
        let extensions = self.extensions(&fields);
        Some(Location { id: id?, extensions })
    }

    pub(super) fn transaction(&mut self, node: Branch<'_, '_>) -> Option<BizTransaction> {
        let fields = self.fields(node, TRANSACTION, false)?;
        let kind = self.code_of(&fields, Field::Type);
        let id = self.required(&fields, Field::BizTransaction).and_then(|node| self.uri(node));
        Some(BizTransaction { kind, id: id? })
    }

    pub(super) fn source(&mut self, node: Branch<'_, '_>) -> Option<Source> {
        let fields = self.fields(node, SOURCE, false)?;
        let kind = self.required(&fields, Field::Type).and_then(|node| self.code(node));
        let id = self.required(&fields, Field::Source).and_then(|node| self.uri(node));
        Some(Source { kind: kind?, id: id? })
    }

    pub(super) fn destination(&mut self, node: Branch<'_, '_>) -> Option<Destination> {
        let fields = self.fields(node, DESTINATION, false)?;
        let kind = self.required(&fields, Field::Type).and_then(|node| self.code(node));
        let id = self.required(&fields, Field::Destination).and_then(|node| self.uri(node));
        Some(Destination { kind: kind?, id: id? })
    }

    pub(super) fn persistent(&mut self, node: Branch<'_, '_>) -> Option<PersistentDisposition> {
        let fields = self.fields(node, PERSISTENT, false)?;
        if !fields.has(Field::Set) && !fields.has(Field::Unset) {
            self.findings.add(Rule::NothingSet, node, "");
            return None;
        }
        let set = self.dispositions(&fields, Field::Set);
        let unset = self.dispositions(&fields, Field::Unset);
        Some(PersistentDisposition { set, unset })
    }

    fn dispositions(&mut self, fields: &Fields<'_, '_>, field: Field) -> Vec<Disposition> {
        let list: Vec<Disposition> = self.list(fields, field, Self::code);
        let Some(node) = fields.get(field) else { return list };
        if node.items().next().is_none() {
            self.findings.add(Rule::EmptyList, node, field.word());
        }
        let mut seen = HashSet::new();
        // Words of different forms may mean the same; what was refused is not in the list.
        if list.iter().any(|code| !seen.insert(code.word())) {
            let mut written = HashSet::new();
            let again = node.items().filter(|item| item.text().is_some_and(|text| !written.insert(text)));
            self.findings.add(Rule::Repeated, again.last().unwrap_or(node), "");
        }
        list
    }

    pub(super) fn declaration(&mut self, node: Branch<'_, '_>) -> Option<ErrorDeclaration> {
        let fields = self.fields(node, DECLARATION, true)?;
        let time = self.required(&fields, Field::DeclarationTime).and_then(|node| self.time(node));
        let reason = self.code_of(&fields, Field::Reason);
        let corrective_event_ids = self.list(&fields, Field::CorrectiveEventIds, Self::uri);
        let extensions = self.extensions(&fields);
        Some(ErrorDeclaration { declaration_time: time?, reason, corrective_event_ids, extensions })
    }
}

/// How many identifiers are compared pair by pair; more are sorted.
const FEW: usize = 8;

// An identifier that stands twice.
fn repeated(list: &[Uri]) -> Option<&str> {
    if list.len() <= FEW {
        let twice = |place: &usize| list[..*place].contains(&list[*place]);
        return (1..list.len()).find(twice).map(|place| list[place].as_str());
    }
    let mut sorted: Vec<&Uri> = list.iter().collect();
    sorted.sort_unstable();
    sorted.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0].as_str())
}
