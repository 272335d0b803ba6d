//! An event: what, when, where, why, how (section 7.4.1).

use super::{
    Action, Aggregation, Association, BizTransaction, Destination, ErrorDeclaration, Extension, Kind,
    Location, ObjectAction, Objects, Offset, PersistentDisposition, SensorElement, Source, Time, Uri,
};
use crate::cbv::{BizStep, Disposition};

/// An event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its type, and what only this type says.
    pub kind: Kind,
    /// When it happened.
    pub event_time: Time,
    /// When a repository received it.
    pub record_time: Option<Time>,
    /// The zone offset where it happened.
    pub event_time_zone_offset: Offset,
    /// Its identifier.
    pub event_id: Option<Uri>,
    /// What certificates it rests on.
    pub certification_info: Vec<Uri>,
    /// It was wrong.
    pub error_declaration: Option<ErrorDeclaration>,
    /// Which business step it was.
    pub biz_step: Option<BizStep>,
    /// In which state the objects are from now on.
    pub disposition: Option<Disposition>,
    /// Which lasting states begin or end.
    pub persistent_disposition: Option<PersistentDisposition>,
    /// Where it happened.
    pub read_point: Option<Location>,
    /// Where the objects are from now on.
    pub biz_location: Option<Location>,
    // Of a transaction event they stand in its kind, where there is at least one.
    pub(crate) transactions: Vec<BizTransaction>,
    /// Where the objects come from.
    pub source_list: Vec<Source>,
    /// Where the objects go to.
    pub destination_list: Vec<Destination>,
    /// What sensors said.
    pub sensor_element_list: Vec<SensorElement>,
    /// What namespaces of one's own add, in order.
    pub extensions: Vec<Extension>,
}

impl Event {
    /// An event that says only what it must.
    #[must_use]
    pub fn new(kind: Kind, event_time: Time, event_time_zone_offset: Offset) -> Self {
        Self {
            kind,
            event_time,
            record_time: None,
            event_time_zone_offset,
            event_id: None,
            certification_info: Vec::new(),
            error_declaration: None,
            biz_step: None,
            disposition: None,
            persistent_disposition: None,
            read_point: None,
            biz_location: None,
            transactions: Vec::new(),
            source_list: Vec::new(),
            destination_list: Vec::new(),
            sensor_element_list: Vec::new(),
            extensions: Vec::new(),
        }
    }

    /// The word of its type.
    #[must_use]
    pub const fn event_type(&self) -> &'static str {
        match self.kind {
            Kind::Object { .. } => "ObjectEvent",
            Kind::Aggregation(_) => "AggregationEvent",
            Kind::Transaction { .. } => "TransactionEvent",
            Kind::Transformation(_) => "TransformationEvent",
            Kind::Association(_) => "AssociationEvent",
        }
    }

    /// Its action; a transformation has none.
    #[must_use]
    pub const fn action(&self) -> Option<Action> {
        Some(match &self.kind {
            Kind::Object { action: ObjectAction::Add { .. }, .. }
            | Kind::Aggregation(Aggregation::Add { .. })
            | Kind::Association(Association::Add { .. }) => Action::Add,
            Kind::Object { action: ObjectAction::Observe, .. }
            | Kind::Aggregation(Aggregation::Observe { .. })
            | Kind::Association(Association::Observe { .. }) => Action::Observe,
            Kind::Object { action: ObjectAction::Delete, .. }
            | Kind::Aggregation(Aggregation::Delete { .. })
            | Kind::Association(Association::Delete { .. }) => Action::Delete,
            Kind::Transaction { action, .. } => *action,
            Kind::Transformation(_) => return None,
        })
    }

    /// `epcList` and `quantityList` of object and transaction events.
    #[must_use]
    pub const fn objects(&self) -> Option<&Objects> {
        match &self.kind {
            Kind::Object { objects, .. } | Kind::Transaction { objects, .. } => Some(objects),
            _ => None,
        }
    }

    /// `childEPCs` and `childQuantityList` of aggregations and associations.
    #[must_use]
    pub fn children(&self) -> Option<&Objects> {
        let children = match &self.kind {
            Kind::Aggregation(Aggregation::Add { children, .. } | Aggregation::Observe { children, .. })
            | Kind::Association(Association::Add { children, .. } | Association::Observe { children, .. }) => {
                Some(children)
            }
            Kind::Aggregation(Aggregation::Delete { children, .. })
            | Kind::Association(Association::Delete { children, .. }) => children.as_ref(),
            _ => None,
        };
        children.map(super::Children::objects)
    }

    /// `parentID`.
    #[must_use]
    pub const fn parent(&self) -> Option<&Uri> {
        match &self.kind {
            Kind::Aggregation(Aggregation::Add { parent, .. } | Aggregation::Delete { parent, .. })
            | Kind::Association(
                Association::Add { parent, .. }
                | Association::Observe { parent, .. }
                | Association::Delete { parent, .. },
            ) => Some(parent),
            Kind::Aggregation(Aggregation::Observe { parent, .. }) | Kind::Transaction { parent, .. } => {
                parent.as_ref()
            }
            _ => None,
        }
    }

    /// Master data of instance and lot.
    #[must_use]
    pub fn ilmd(&self) -> &[Extension] {
        match &self.kind {
            Kind::Object { action: ObjectAction::Add { ilmd }, .. } => ilmd,
            Kind::Transformation(transformation) => &transformation.ilmd,
            _ => &[],
        }
    }

    pub(super) fn transactions_mut(&mut self) -> &mut [BizTransaction] {
        match &mut self.kind {
            Kind::Transaction { transactions, .. } => transactions,
            _ => &mut self.transactions,
        }
    }

    /// The business transactions it belongs to.
    #[must_use]
    pub fn biz_transaction_list(&self) -> &[BizTransaction] {
        match &self.kind {
            Kind::Transaction { transactions, .. } => transactions,
            _ => &self.transactions,
        }
    }

    /// Adds a business transaction that it belongs to.
    pub fn add_biz_transaction(&mut self, transaction: BizTransaction) {
        match &mut self.kind {
            Kind::Transaction { transactions, .. } => transactions.push(transaction),
            _ => self.transactions.push(transaction),
        }
    }

    /// Takes out the business transactions that it may be without: a transaction event keeps its own.
    pub fn clear_biz_transactions(&mut self) {
        self.transactions.clear();
    }

    /// Keeps of the master data of instance and lot what the test says.
    pub fn retain_ilmd(&mut self, mut keep: impl FnMut(&Extension) -> bool) {
        match &mut self.kind {
            Kind::Object { action: ObjectAction::Add { ilmd }, .. } => ilmd.retain(&mut keep),
            Kind::Transformation(transformation) => transformation.ilmd.retain(&mut keep),
            _ => {}
        }
    }
}
