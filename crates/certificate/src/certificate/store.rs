//! The certificates and their events.

use council::decision::DecisionId;
use dossier::application::ApplicationId;
use ground::actor::{PlaceId, ProducerId};
use ground::records::Recorded;
use ground::{Change, Day, Instant, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};

use super::model::{CertificateId, EventId, EventKind};
use crate::code::Code;
use crate::near::ProductId;

/// A certificate as issued: it never changes.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CertificateId,
    /// The code under its QR.
    pub code: Code,
    /// Its number as printed: `12/GCN-OCOP`.
    pub number: String,
    /// The year of its number.
    pub year: i32,
    /// The running number of that year.
    pub running: i32,
    /// Who certifies.
    pub authority: String,
    /// The place of that authority.
    pub authority_place_id: PlaceId,
    /// The product.
    pub product_id: ProductId,
    /// The producer.
    pub producer_id: ProducerId,
    /// Where it was made.
    pub place_id: PlaceId,
    /// The application it came of; none for one taken over from paper.
    pub application_id: Option<ApplicationId>,
    /// The decision in this installation; none for one taken over from paper.
    pub decision_id: Option<DecisionId>,
    /// The decision's number.
    pub decision_number: String,
    /// The decision's date.
    pub decision_on: Day,
    /// The rule pack it was graded by.
    pub rules: String,
    /// The product set.
    pub set_number: i32,
    /// Stars.
    pub stars: i32,
    /// The product's name then.
    pub product_name: String,
    /// The product's code then.
    pub product_code: Option<String>,
    /// The product's unit then.
    pub unit: String,
    /// The producer's name then.
    pub producer_name: String,
    /// The producer's address then.
    pub producer_address: String,
    /// The place's name then, in Vietnamese.
    pub place_name: String,
    /// The day of issue.
    pub issued_on: Day,
    /// The lines above the name of who signs, one a line.
    pub signer_title: String,
    /// Who signs.
    pub signer_name: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "certificate";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// A certificate's row.
pub type CertificateRow = Model;
/// An event's row.
pub type EventRow = event::Model;

pub(crate) mod event {
    //! What happened to a certificate.
    use super::{
        ApplicationId, CertificateId, Day, Deserialize, EventId, EventKind, Instant, Recorded, Serialize,
    };
    use sea_orm::entity::prelude::*;

    /// Something that happened to a certificate.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "certificate_event")]
    pub struct Model {
        /// Its key.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: EventId,
        /// The certificate.
        pub certificate_id: CertificateId,
        /// Its place in the order, from 1; two who decide at once cannot both have it.
        pub n: i32,
        /// What happened.
        pub kind: EventKind,
        /// From which day on.
        pub on_day: Day,
        /// The number of the decision.
        pub act_number: Option<String>,
        /// Who decided.
        pub authority: Option<String>,
        /// The ground, as the rule pack names it.
        pub ground: Option<String>,
        /// The day of the conclusion that the decision follows.
        pub concluded_on: Option<Day>,
        /// More, for the office.
        pub reason: Option<String>,
        /// The certificate that took its place.
        pub successor_id: Option<CertificateId>,
        /// The application for re-evaluation.
        pub application_id: Option<ApplicationId>,
        /// Who recorded it.
        pub by_name: String,
        /// When it was recorded.
        pub at: Instant,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "certificate-event";
        const PRIVATE: &'static [&'static str] = &["reason"];
        fn key(row: &Model) -> String {
            row.id.to_string()
        }
    }
}

/// A certificate.
///
/// # Errors
/// `not-found`.
pub async fn load(reader: &Reader<'_>, id: CertificateId) -> Result<CertificateRow> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// What happened to a certificate, in order.
///
/// # Errors
/// The records are away.
pub async fn events(reader: &Reader<'_>, id: CertificateId) -> Result<Vec<EventRow>> {
    let rows =
        event::Entity::find().filter(event::Column::CertificateId.eq(id)).order_by_asc(event::Column::N);
    Ok(rows.all(reader).await?)
}

/// The certificates of a product, the newest first.
///
/// # Errors
/// The records are away.
pub async fn of_product(reader: &Reader<'_>, product: ProductId) -> Result<Vec<CertificateRow>> {
    let rows = Entity::find().filter(Column::ProductId.eq(product));
    Ok(rows.order_by_desc(Column::IssuedOn).order_by_desc(Column::Id).all(reader).await?)
}

/// The certificate of one product by one decision, if it was issued.
///
/// # Errors
/// The records are away.
pub async fn by_decision(
    reader: &Reader<'_>,
    number: &str,
    on: Day,
    product: ProductId,
) -> Result<Option<CertificateRow>> {
    let same = Entity::find()
        .filter(Column::ProductId.eq(product))
        .filter(Column::DecisionNumber.eq(number))
        .filter(Column::DecisionOn.eq(on));
    Ok(same.one(reader).await?)
}

/// The next running number of an authority in a year.
///
/// # Errors
/// The records are away.
pub async fn next_number(reader: &Reader<'_>, authority: PlaceId, year: i32) -> Result<i32> {
    let last = Entity::find()
        .select_only()
        .column_as(Column::Running.max(), "last")
        .filter(Column::AuthorityPlaceId.eq(authority))
        .filter(Column::Year.eq(year))
        .into_tuple::<Option<i32>>()
        .one(reader)
        .await?;
    Ok(last.flatten().unwrap_or_default() + 1)
}

/// Adds what happened, after all that happened before.
///
/// # Errors
/// The records are away.
pub async fn add_event(change: &mut Change, id: CertificateId, row: event::ActiveModel) -> Result<EventRow> {
    let known =
        event::Entity::find().filter(event::Column::CertificateId.eq(id)).count(&change.reader()).await?;
    let n = i32::try_from(known).unwrap_or(i32::MAX).saturating_add(1);
    change.insert(event::ActiveModel { certificate_id: Set(id), n: Set(n), ..row }).await
}
