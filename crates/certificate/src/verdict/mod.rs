//! The public verdict: what anyone sees who scans the QR of a certificate, today.
//!
//! `verdict` is a projection, one row a certificate: what the page needs in one piece ([`Card`]) and the columns that
//! lists filter by. It is rebuilt in the change that issues or decides, and when the register says that a product, a
//! producer or a place changed ([`rebuild`]). What the certificate is worth is never in it: that is computed from its
//! days when it is read. A scan is one indexed read.

mod art;
mod card;
mod json;
mod page;
pub(crate) mod rebuild;
pub(crate) mod recognised;
pub(crate) mod store;

pub use card::{Act, Card};
pub(crate) use page::{decided, stated};
pub(crate) use rebuild::REGISTER;
pub use rebuild::rebuild_all;

use axum::routing::get;
use ground::{Reader, Result};
use web::App;

/// What a certificate's verdict shows now.
///
/// # Errors
/// There is no such certificate.
pub async fn card(reader: &Reader<'_>, id: crate::certificate::CertificateId) -> Result<Card> {
    store::load(reader, id).await?.card()
}

/// What the newest certificate of a product shows now, if it ever had one; whether it holds, its days say.
///
/// # Errors
/// The records are away.
pub async fn of_product(reader: &Reader<'_>, product: register::product::ProductId) -> Result<Option<Card>> {
    recognised::of_product(reader, product).await?.map(|row| row.card()).transpose()
}

pub(crate) fn routes() -> axum::Router<App> {
    axum::Router::new().route("/c/{code}", get(page::show))
}
