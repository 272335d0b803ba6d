//! What only one type of event says: parents and children.

use super::Reader;
use super::fields::Fields;
use crate::check::Rule;
use crate::model::{Action, Aggregation, Association, Children, Kind};
use crate::tree::Field;

impl Reader<'_> {
    pub(super) fn aggregation(&mut self, fields: &Fields<'_, '_>) -> Option<Kind> {
        let action = self.action(fields);
        let parent = match action {
            Some(Action::Observe) => fields.get(Field::ParentId),
            _ => self.required(fields, Field::ParentId),
        };
        let parent = parent.and_then(|node| self.uri(node));
        let children = self.children(fields, action);
        Some(Kind::Aggregation(match action? {
            Action::Add => Aggregation::Add { parent: parent?, children: children? },
            Action::Observe => Aggregation::Observe { parent, children: children? },
            Action::Delete => Aggregation::Delete { parent: parent?, children },
        }))
    }

    pub(super) fn association(&mut self, fields: &Fields<'_, '_>) -> Option<Kind> {
        let action = self.action(fields);
        let parent = self.required(fields, Field::ParentId).and_then(|node| self.uri(node));
        let children = self.children(fields, action);
        Some(Kind::Association(match action? {
            Action::Add => Association::Add { parent: parent?, children: children? },
            Action::Observe => Association::Observe { parent: parent?, children: children? },
            Action::Delete => Association::Delete { parent: parent?, children },
        }))
    }

    fn children(&mut self, fields: &Fields<'_, '_>, action: Option<Action>) -> Option<Children> {
        let objects = self.objects(fields, Field::ChildEpcs, Field::ChildQuantityList);
        let named = super::kind::has_items(fields, Field::ChildEpcs)
            || super::kind::has_items(fields, Field::ChildQuantityList);
        if !named && matches!(action, Some(Action::Add | Action::Observe)) {
            self.findings.add(Rule::NoChildren, fields.node, "");
        }
        Children::of(objects)
    }
}
