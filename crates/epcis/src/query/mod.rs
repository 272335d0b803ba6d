//! `SimpleEventQuery` (section 8.2.7): parameters as types, read from a URL, JSON or XML, and asked of events.
//!
//! Where the standard's text leaves room:
//! * Each parameter is asked alone: a type and a value may be those of two sensor reports.
//! * An identifier is the same as URN and as Digital Link, whatever the domain, in every field of identifiers.
//! * Values of fields of one's own have the type that their form shows, as XML and URLs tell none: day, time,
//!   number, else text; a truth value is the text `true` or `false`. Greater and less hold between values of one type; texts go by their characters.
//! * All operators and `EXISTS_` are read for every place a field of one's own may stand in, deeper ones too.
//! * `EXISTS_` with the value `false` asks nothing; any other value, or none, asks.
//! * A namespace is the same with and without a `#` at its end.
//! * Numbers with units compare across units that measure the same; a deviation converts as a distance.

mod alone;
mod condition;
mod fault;
mod hint;
mod identifier;
mod json;
mod master;
mod matches;
mod name;
mod order;
mod parameter;
mod pattern;
mod percent;
mod poll;
mod read;
mod scalar;
mod table;
mod unit;
mod url;
mod write;

pub(crate) use alone::faults_alone;
pub use condition::{Comparison, Condition, Direction, EventType, Limit, Order, OrderBy};
pub(crate) use fault::sentence;
pub use fault::{MAX_FAULTS, QueryCode, QueryFault, WORDS};
pub use hint::{Hint, ItemHint, ItemRange};
pub use identifier::Identifiers;
pub use json::NamedQuery;
pub use master::{MasterData, Vocabularies};
pub use name::{FieldName, MAX_PREFIXES, Prefixes};
pub use parameter::{
    Area, Bound, Change, IdField, Operator, OwnField, Parameter, Part, PlaceField, Reach, Reading, Role,
    TextField, TimeField, Unit, VocabularyField, VocabularyWord,
};
pub use pattern::{KeyPattern, Pattern, Patterns, Span};
pub(crate) use poll::faults_of;
pub use read::{Given, MAX_PARAMETERS, MAX_VALUE, MAX_VALUES};
pub use scalar::Scalar;

/// A query: what is asked of events, in which order, and how many.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Query {
    conditions: Vec<Condition>,
    order: Option<Order>,
    limit: Option<Limit>,
}

impl Query {
    /// All that an event must meet.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The same query with one more condition, such as the resource whose events are asked for. What is written
    /// of it can only be read again when no other condition is of the same parameter.
    #[must_use]
    pub fn with(mut self, condition: Condition) -> Self {
        self.conditions.push(condition);
        self
    }

    /// The order of the results; none where any will do.
    #[must_use]
    pub const fn order(&self) -> Option<&Order> {
        self.order.as_ref()
    }

    /// How many results there may be.
    #[must_use]
    pub const fn limit(&self) -> Option<Limit> {
        self.limit
    }

    /// Every fixed name of a parameter, in all spellings.
    pub fn fixed_names() -> impl Iterator<Item = &'static str> {
        table::fixed()
    }

    /// What the name of a parameter of each family begins with; what ends it is open.
    pub fn families() -> impl Iterator<Item = String> {
        table::families()
    }
}
