//! What only one type of event says: object and transaction events.

use super::Reader;
use super::fields::Fields;
use crate::check::Rule;
use crate::model::{Action, Kind, ObjectAction, Objects};
use crate::tree::{Field, Value};

impl Reader<'_> {
    pub(super) fn action(&mut self, fields: &Fields<'_, '_>) -> Option<Action> {
        let node = self.required(fields, Field::Action)?;
        let read = Action::of(self.short(node)?);
        if read.is_none() {
            self.findings.add(Rule::BadAction, node, "");
        }
        read
    }

    pub(super) fn objects(&mut self, fields: &Fields<'_, '_>, epcs: Field, quantities: Field) -> Objects {
        Objects { epcs: self.list(fields, epcs, Self::uri), quantities: self.quantities(fields, quantities) }
    }

    pub(super) fn object(&mut self, fields: &Fields<'_, '_>) -> Option<Kind> {
        let action = self.action(fields);
        let objects = self.objects(fields, Field::EpcList, Field::QuantityList);
        self.once(fields, Field::EpcList, &objects.epcs);
        let ilmd = fields.get(Field::Ilmd).map(|node| self.ilmd(node));
        let of_sensor = has_items(fields, Field::SensorElementList) && fields.has(Field::ReadPoint);
        let named = fields.has(Field::EpcList) || has_items(fields, Field::QuantityList);
        if !named && !of_sensor {
            self.findings.add(Rule::NoObjects, fields.node, "");
        }
        let action = match action? {
            Action::Add => ObjectAction::Add { ilmd: ilmd.unwrap_or_default() },
            other => {
                if let Some(node) = fields.get(Field::Ilmd) {
                    self.findings.add(Rule::IlmdNotAdd, node, "");
                }
                if other == Action::Observe { ObjectAction::Observe } else { ObjectAction::Delete }
            }
        };
        Some(Kind::Object { action, objects })
    }

    pub(super) fn transaction_event(&mut self, fields: &Fields<'_, '_>) -> Option<Kind> {
        let action = self.action(fields);
        let parent = self.uri_of(fields, Field::ParentId);
        let objects = self.objects(fields, Field::EpcList, Field::QuantityList);
        let transactions = self.list(fields, Field::BizTransactionList, Self::transaction);
        if let Some(list) = self.required(fields, Field::BizTransactionList)
            && !has_items(fields, Field::BizTransactionList)
        {
            self.findings.add(Rule::EmptyList, list, Field::BizTransactionList.word());
        }
        let action = action?;
        let named = fields.has(Field::EpcList) || has_items(fields, Field::QuantityList);
        if !named && action != Action::Delete {
            self.findings.add(Rule::NoObjects, fields.node, "");
        }
        Some(Kind::Transaction { action, transactions, parent, objects })
    }
}

/// The list is there and not empty.
pub(super) fn has_items(fields: &Fields<'_, '_>, field: Field) -> bool {
    fields.get(field).is_some_and(|list| match list.value() {
        Value::Text(text) => !text.is_empty(),
        _ => list.items().next().is_some(),
    })
}
