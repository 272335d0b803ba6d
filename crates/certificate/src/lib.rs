//! Certificates and what anyone sees of them: issue, suspension, revocation, renewal windows; the verdict behind the QR;
//! the public pages of recognised products.
//!
//! A certificate's row never changes and its state is never stored ([`state`]): it is computed from its days and from
//! what was decided. This room knows nothing of marks, ballots or evidence.

pub mod certificate;
pub mod code;
pub mod near;
mod portal;
pub mod seal;
pub mod state;
#[cfg(feature = "testing")]
pub mod testing;
pub mod verdict;

use ground::Room;
use ground::access::RoomPolicies;
use ground::records::Migration;

pub use certificate::issue::{NewCertificate, issue};
pub use certificate::issue_for;
pub use code::Code;

/// The room.
pub const ROOM: Room = Room {
    name: "certificate",
    tables: &["signing_key", "certificate", "certificate_event", "verdict", "verdict_place"],
    migrations: &[Migration {
        name: "certificate-0001",
        sql: include_str!("../migrations/0001-certificate.sql"),
    }],
    policies: RoomPolicies {
        room: "certificate",
        schema: include_str!("../policies/certificate.cedarschema"),
        policies: include_str!("../policies/certificate.cedar"),
    },
    words: (include_str!("../words/vi.ftl"), include_str!("../words/en.ftl")),
    workers: &[],
    subscribers: &[verdict::REGISTER, certificate::hear::DOSSIERS, certificate::DECISIONS],
};

/// Its addresses.
pub fn routes() -> axum::Router<web::App> {
    axum::Router::new()
        .merge(verdict::routes())
        .merge(seal::routes())
        .merge(certificate::routes())
        .merge(portal::routes())
}
