//! The typed model of EPCIS 2.0 (section 7): what an event can say, and nothing else.
//!
//! Values are kept as captured (times with their offset, numbers with their digits, identifiers in their
//! form), so that what goes out is what came in. Comparing and converting is for those who ask.

mod compact;
mod document;
mod event;
mod extension;
mod identifier;
mod kind;
mod master;
mod number;
mod offset;
mod parts;
mod sensor;
mod time;
mod uri;

pub use document::{Content, Document, Header, Namespaces, QueryDocument, QueryResults};
pub use event::Event;
pub use extension::{Extension, ExtensionName, ExtensionValue};
pub(crate) use extension::{grouped, repeats};
pub use kind::{Action, Aggregation, Association, Children, Kind, ObjectAction, Objects, Transformation};
pub use master::{Attribute, AttributeValue, VocabularyElement, VocabularyList};
pub use number::{Number, NumberFault};
pub use offset::{Offset, OffsetFault};
pub use parts::{
    BizTransaction, Destination, ErrorDeclaration, Location, PersistentDisposition, QuantityElement, Source,
    Uom,
};
pub use sensor::{SensorElement, SensorMetadata, SensorReport};
pub use time::{Time, TimeFault};
pub(crate) use time::{date_of, instant};
pub(crate) use uri::is_iri;
pub use uri::{Uri, UriFault};
