//! Links: a GS1-Conformant Resolver (1.2.0) at the root of the installation. Whoever scans a code, and whatever machine
//! asks by it, is sent on to what there is to know of the trade item, the lot, the package.
//!
//! Most links are computed ([`own`]); producers add their own ([`page`]), and may hand a trade item over to another
//! resolver and leave. A request is one indexed read; no session and no policy is asked, as everything here is public.

mod answer;
mod asked;
mod choice;
mod compressed;
mod describe;
mod face;
mod item_page;
mod link_type;
mod linkset;
mod own;
mod page;
mod quality;
mod resolve;
mod store;

use axum::Router;
use axum::middleware::{from_fn_with_state, map_response};
use axum::routing::{MethodRouter, get};
use gs1::percent::escaped;
use web::{App, show_refusals};

pub use asked::{Entity, KEYS, Key, LONGEST, NoLink, Wanted};
pub use choice::{Choice, Wishes};
pub use link_type::{LinkType, NAMESPACE};
pub use linkset::{CONTEXT, Level, Link, Linkset};
pub use page::handover::{HandOver, hand_over, take_back};
pub use page::{LinkForm, NewLink, add, edit, remove};
pub use quality::{Weighed, of_language, of_media_type, weighed};
pub use store::{ItemLinkId, Model as ItemLink, handed_over, handover, of_item};

use crate::item::ItemCode;
use crate::lot::{LotCode, OWN};

/// The address of the page behind the QR of a trade item, a lot, a package.
pub fn page_href(item: &ItemCode, lot: Option<&LotCode>, serial: Option<&str>) -> String {
    let mut href = format!("/l/{item}");
    for part in [lot.map(LotCode::as_str), lot.and(serial)].into_iter().flatten() {
        href.push('/');
        href.push_str(&escaped(part));
    }
    href
}

/// The resolver's addresses: of every key, of Sen's own, and its description.
pub(crate) fn public_routes(app: &App) -> Router<App> {
    let links = KEYS.into_iter().chain([OWN]).fold(Router::new(), |router, key| {
        let ways = ["", "/", "/{*rest}"].map(|way| format!("/{key}{way}"));
        ways.iter().fold(router, |router, way| router.route(way, open(get(resolve::resolve))))
    });
    links
        .route("/{packed}", open(get(compressed::packed)))
        .route("/.well-known/gs1resolver", open(get(describe::describe)))
        .route("/.well-known/resolver", open(get(describe::describe)))
        .layer(from_fn_with_state(app.clone(), show_refusals))
        .layer(map_response(answer::opened))
}

fn open(methods: MethodRouter<App>) -> MethodRouter<App> {
    methods.options(answer::options)
}

/// The page behind a code without a lot, and those by which a producer keeps its links.
pub(crate) fn routes() -> Router<App> {
    page::routes().route("/l/{item}", get(item_page::show))
}
