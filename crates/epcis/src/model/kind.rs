//! The five types of event and what only they can say (sections 7.4.2 to 7.4.6).

use super::{BizTransaction, Extension, QuantityElement, Uri};

/// What an event does to the objects it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// They begin, or are put together.
    Add,
    /// They are seen.
    Observe,
    /// They end, or are taken apart.
    Delete,
}

impl Action {
    /// The action of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "ADD" => Some(Self::Add),
            "OBSERVE" => Some(Self::Observe),
            "DELETE" => Some(Self::Delete),
            _ => None,
        }
    }

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Add => "ADD",
            Self::Observe => "OBSERVE",
            Self::Delete => "DELETE",
        }
    }
}

/// Objects: single ones, and amounts of classes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Objects {
    /// Single objects.
    pub epcs: Vec<Uri>,
    /// Amounts of classes.
    pub quantities: Vec<QuantityElement>,
}

impl Objects {
    /// There are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.epcs.is_empty() && self.quantities.is_empty()
    }
}

/// At least one object.
#[derive(Debug, Clone, PartialEq)]
pub struct Children(pub(super) Objects);

impl Children {
    /// The objects, when there is one.
    #[must_use]
    pub fn of(objects: Objects) -> Option<Self> {
        (!objects.is_empty()).then_some(Self(objects))
    }

    /// The objects.
    #[must_use]
    pub const fn objects(&self) -> &Objects {
        &self.0
    }
}

/// The action of an object event; only where objects begin there are master data of instance and lot.
#[derive(Debug, Clone, PartialEq)]
pub enum ObjectAction {
    /// Objects begin.
    Add {
        /// Master data of instance and lot (7.3.6).
        ilmd: Vec<Extension>,
    },
    /// Objects are seen.
    Observe,
    /// Objects end.
    Delete,
}

/// Objects and the parent that holds them (7.4.3).
#[derive(Debug, Clone, PartialEq)]
pub enum Aggregation {
    /// Put into the parent.
    Add {
        /// The parent.
        parent: Uri,
        /// What is put in.
        children: Children,
    },
    /// Seen in a parent.
    Observe {
        /// The parent, when it is known.
        parent: Option<Uri>,
        /// What is seen.
        children: Children,
    },
    /// Taken out of the parent.
    Delete {
        /// The parent.
        parent: Uri,
        /// What is taken out; everything where nothing is named.
        children: Option<Children>,
    },
}

/// Objects and the object or place they are physically bound to (7.4.6).
#[derive(Debug, Clone, PartialEq)]
pub enum Association {
    /// Bound to the parent.
    Add {
        /// The parent, also a place.
        parent: Uri,
        /// What is bound.
        children: Children,
    },
    /// Seen bound to the parent.
    Observe {
        /// The parent, also a place.
        parent: Uri,
        /// What is seen.
        children: Children,
    },
    /// Taken off the parent.
    Delete {
        /// The parent, also a place.
        parent: Uri,
        /// What is taken off; everything where nothing is named.
        children: Option<Children>,
    },
}

/// Objects that become others (7.4.5). Without a transformation identifier there are inputs and outputs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Transformation {
    /// What is used up.
    pub inputs: Objects,
    /// What comes out.
    pub outputs: Objects,
    /// Ties several events into one transformation.
    pub id: Option<Uri>,
    /// Master data of instance and lot of the outputs (7.3.6).
    pub ilmd: Vec<Extension>,
}

/// The type of an event, with what only this type says.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `ObjectEvent`: something happened to objects.
    Object {
        /// What.
        action: ObjectAction,
        /// To which.
        objects: Objects,
    },
    /// `AggregationEvent`: objects were put into a parent or taken out.
    Aggregation(Aggregation),
    /// `TransactionEvent`: objects were tied to business transactions.
    Transaction {
        /// What.
        action: Action,
        /// The transactions, at least one.
        transactions: Vec<BizTransaction>,
        /// The parent of the objects.
        parent: Option<Uri>,
        /// Which.
        objects: Objects,
    },
    /// `TransformationEvent`: objects became others.
    Transformation(Transformation),
    /// `AssociationEvent`: objects were bound to an object or place.
    Association(Association),
}
