//! The identifiers that an event names, to be written in another form.

use std::collections::HashSet;

use super::{Aggregation, Association, Children, Event, Kind, Location, Objects, Transformation, Uri};

impl Event {
    /// Names each object once: XML may repeat an identifier in a list, JSON may not, and it says nothing more.
    pub fn name_objects_once(&mut self) {
        match &mut self.kind {
            Kind::Object { objects, .. } | Kind::Transaction { objects, .. } => objects.once(),
            Kind::Transformation(transformation) => {
                transformation.inputs.once();
                transformation.outputs.once();
            }
            Kind::Aggregation(Aggregation::Add { children, .. } | Aggregation::Observe { children, .. })
            | Kind::Association(Association::Add { children, .. } | Association::Observe { children, .. }) => {
                children.0.once();
            }
            Kind::Aggregation(Aggregation::Delete { children, .. })
            | Kind::Association(Association::Delete { children, .. }) => {
                children.iter_mut().for_each(|children| children.0.once());
            }
        }
    }

    /// Gives every identifier of an object, class, place, party or document another form, where there is one. The
    /// event's own identifier and those of other events stay.
    pub fn rewrite_identifiers(&mut self, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
        self.kind.rewrite(form);
        for place in self.read_point.iter_mut().chain(&mut self.biz_location) {
            place.rewrite(form);
        }
        self.transactions_mut().iter_mut().for_each(|transaction| rewrite(&mut transaction.id, form));
        self.source_list.iter_mut().for_each(|source| rewrite(&mut source.id, form));
        self.destination_list.iter_mut().for_each(|destination| rewrite(&mut destination.id, form));
    }
}

impl Kind {
    fn rewrite(&mut self, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
        match self {
            Self::Object { objects, .. } => objects.rewrite(form),
            Self::Transaction { parent, objects, .. } => {
                parent.iter_mut().for_each(|parent| rewrite(parent, form));
                objects.rewrite(form);
            }
            Self::Transformation(Transformation { inputs, outputs, id, .. }) => {
                inputs.rewrite(form);
                outputs.rewrite(form);
                id.iter_mut().for_each(|id| rewrite(id, form));
            }
            Self::Aggregation(
                Aggregation::Add { parent, children }
                | Aggregation::Observe { parent: Some(parent), children },
            )
            | Self::Association(
                Association::Add { parent, children } | Association::Observe { parent, children },
            ) => {
                rewrite(parent, form);
                children.rewrite(form);
            }
            Self::Aggregation(Aggregation::Observe { parent: None, children }) => children.rewrite(form),
            Self::Aggregation(Aggregation::Delete { parent, children })
            | Self::Association(Association::Delete { parent, children }) => {
                rewrite(parent, form);
                children.iter_mut().for_each(|children| children.rewrite(form));
            }
        }
    }
}

impl Children {
    fn rewrite(&mut self, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
        self.0.rewrite(form);
    }
}

impl Objects {
    fn once(&mut self) {
        let mut seen = HashSet::new();
        self.epcs.retain(|epc| seen.insert(epc.clone()));
    }

    fn rewrite(&mut self, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
        self.epcs.iter_mut().for_each(|epc| rewrite(epc, form));
        self.quantities.iter_mut().for_each(|quantity| rewrite(&mut quantity.epc_class, form));
    }
}

impl Location {
    fn rewrite(&mut self, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
        rewrite(&mut self.id, form);
    }
}

fn rewrite(uri: &mut Uri, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
    if let Some(other) = form(uri) {
        *uri = other;
    }
}
