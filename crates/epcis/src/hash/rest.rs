//! What stands after the ordered fields: transactions, parties, master data of instance and lot, extensions.

use super::Hasher;
use super::order::Holds;
use crate::tree::{Branch, Field, Name, Tree, Value};

/// The namespace of `comment`, which says nothing about the event.
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
/// The namespace of `type` and `nil`, which XML says about its own values.
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

impl Hasher {
    /// Everything of an event that has no place in the order, sorted.
    pub(super) fn rest(&mut self, event: Branch<'_, '_>) {
        let begin = self.begin();
        for child in event.children() {
            let start = self.out.len();
            match child.field() {
                Some(Field::BizTransactionList) => {
                    self.parties(child, Field::BizTransaction, "https://ref.gs1.org/cbv/BTT-");
                }
                Some(Field::SourceList) => self.parties(child, Field::Source, "https://ref.gs1.org/cbv/SDT-"),
                Some(Field::DestinationList) => {
                    self.parties(child, Field::Destination, "https://ref.gs1.org/cbv/SDT-");
                }
                Some(Field::Ilmd) => self.ilmd(child),
                Some(Field::SensorElementList) => self.sensor_rules(child),
                Some(_) => {}
                None => {
                    self.own(child);
                    continue;
                }
            }
            self.piece(start);
        }
        self.sort(begin);
    }

    /// The extensions of a node with ordered fields.
    pub(super) fn extensions(&mut self, node: Branch<'_, '_>) {
        let begin = self.begin();
        for child in node.children().filter(|child| child.field().is_none()) {
            self.own(child);
        }
        self.sort(begin);
    }

    // Type and identifier of each entry, sorted by both.
    fn parties(&mut self, list: Branch<'_, '_>, field: Field, iri: &'static str) {
        let before = self.out.len();
        let word = list.field().map_or("", Field::word);
        self.out.push_str(word);
        let begin = self.begin();
        for item in list.items() {
            let start = self.out.len();
            let holds = [(Field::Type, Holds::Word(iri)), (field, Holds::Plain)];
            for (field, holds) in holds {
                let text = item.child(field).and_then(Branch::text).map(str::trim);
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    self.out.push_str(field.word());
                    self.out.push('=');
                    self.value(text, holds);
                }
            }
            self.piece(start);
        }
        self.sort(begin);
        self.keep_if_more(before, word);
    }

    fn ilmd(&mut self, node: Branch<'_, '_>) {
        let before = self.out.len();
        self.out.push_str(Field::Ilmd.word());
        self.children(node);
        self.keep_if_more(before, Field::Ilmd.word());
    }

    // The business rules of reports have no place in their order: they follow the event.
    fn sensor_rules(&mut self, list: Branch<'_, '_>) {
        let before = self.out.len();
        self.out.push_str(Field::SensorElementList.word());
        let elements = self.begin();
        for element in list.items() {
            let start = self.out.len();
            self.out.push_str("sensorElement");
            let reports = self.begin();
            for report in element.child(Field::SensorReport).into_iter().flat_map(Branch::items) {
                let start = self.out.len();
                let rules = report.child(Field::BizRules).and_then(Branch::text);
                if let Some(text) = rules.map(str::trim).filter(|text| !text.is_empty()) {
                    self.out.push_str("sensorReportbizRules=");
                    self.value(text, Holds::Plain);
                    self.piece(start);
                }
            }
            self.sort(reports);
            self.keep_if_more(start, "sensorElement");
            self.piece(start);
        }
        self.sort(elements);
        self.keep_if_more(before, Field::SensorElementList.word());
    }

    // Names and values within something of one's own, sorted.
    fn children(&mut self, node: Branch<'_, '_>) {
        let begin = self.begin();
        for child in node.children() {
            self.own(child);
        }
        self.sort(begin);
    }

    // One name with its value; a list is its name with each of its values. Pieces go to the list that is open.
    // As deep as a tree may be: the recursion is bounded.
    fn own(&mut self, node: Branch<'_, '_>) {
        if self.is_silent(node) {
            return;
        }
        if *node.value() == Value::List {
            for item in node.children() {
                self.own_value(node, item);
            }
        } else {
            self.own_value(node, node);
        }
    }

    fn own_value(&mut self, name: Branch<'_, '_>, value: Branch<'_, '_>) {
        let start = self.out.len();
        self.push_name(name);
        let text = value.text().or_else(|| value.child(Field::TextValue)?.text()).map(str::trim);
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.out.push('=');
            self.value(text, Holds::Plain);
        }
        self.children(value);
        self.piece(start);
    }

    fn push_name(&mut self, node: Branch<'_, '_>) {
        match node.name() {
            Name::Item => {}
            Name::Field(field) => self.out.push_str(field.word()),
            Name::Bare(word) => self.out.push_str(word),
            Name::Own { space, local } => {
                self.out.push('{');
                self.out.push_str(node.tree().iri(*space));
                self.out.push('}');
                self.out.push_str(local);
            }
        }
    }

    fn is_silent(&self, node: Branch<'_, '_>) -> bool {
        match node.name() {
            Name::Field(Field::Context | Field::TextValue) => true,
            Name::Bare(word) => word == "comment" || word.starts_with('_'),
            Name::Own { space, local } => {
                let iri = iri(node.tree(), *space);
                (iri == RDFS && local == "comment")
                    || iri == XSI
                    || self.ignored.iter().any(|(known, name)| known == iri && *name == **local)
            }
            _ => false,
        }
    }
}

fn iri<'t>(tree: &'t Tree<'_>, space: crate::tree::Space) -> &'t str {
    tree.iri(space)
}
