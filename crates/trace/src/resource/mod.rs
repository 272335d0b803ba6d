//! The top-level resources: which types, objects, steps, places and dispositions there are, and the events of each
//! (EPCIS 2.0, section 12.6).

mod events;
mod list;

use axum::Router;
use axum::routing::get;
use web::App;

pub(crate) use list::TYPES;

use crate::discover::read_only;
use crate::event::items::is_class;
use crate::store::WordPlace;

/// A kind of resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resource {
    /// `eventTypes`
    EventTypes,
    /// `epcs`
    Epcs,
    /// Words and places in one field of events.
    Words(WordPlace),
}

impl Resource {
    /// All of them.
    pub(crate) const ALL: [Self; 6] = [
        Self::EventTypes,
        Self::Epcs,
        Self::Words(WordPlace::BizStep),
        Self::Words(WordPlace::BizLocation),
        Self::Words(WordPlace::ReadPoint),
        Self::Words(WordPlace::Disposition),
    ];

    /// The word of its address.
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::EventTypes => "eventTypes",
            Self::Epcs => "epcs",
            Self::Words(WordPlace::BizStep) => "bizSteps",
            Self::Words(WordPlace::BizLocation) => "bizLocations",
            Self::Words(WordPlace::ReadPoint) => "readPoints",
            Self::Words(WordPlace::Disposition) => "dispositions",
        }
    }

    /// The parameter that asks for the events of one.
    fn parameter(self, id: &str) -> &'static str {
        match self {
            Self::EventTypes => "eventType",
            Self::Epcs if is_class(id) => "MATCH_anyEPCClass",
            Self::Epcs => "MATCH_anyEPC",
            Self::Words(WordPlace::BizStep) => "EQ_bizStep",
            Self::Words(WordPlace::BizLocation) => "EQ_bizLocation",
            Self::Words(WordPlace::ReadPoint) => "EQ_readPoint",
            Self::Words(WordPlace::Disposition) => "EQ_disposition",
        }
    }
}

/// `/eventTypes`, `/epcs`, `/bizSteps`, `/bizLocations`, `/readPoints`, `/dispositions`.
pub(crate) fn routes() -> Router<App> {
    let mut routes = Router::new();
    for resource in Resource::ALL {
        let path = resource.path();
        routes = routes
            .route(
                &format!("/{path}"),
                get(move |app, caller, wanted, query| list::list(resource, app, caller, wanted, query))
                    .options(read_only),
            )
            .route(
                &format!("/{path}/{{id}}"),
                get(move |caller, wanted, id| list::inside(resource, caller, wanted, id)).options(read_only),
            )
            .route(
                &format!("/{path}/{{id}}/events"),
                get(move |app, caller, wanted, id, query| {
                    events::events(resource, app, caller, wanted, id, query)
                })
                .options(read_only),
            );
    }
    routes
}
