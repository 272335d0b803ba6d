//! The projection: one row a certificate, and the places it lies in.

use std::collections::HashSet;

use ground::actor::{PlaceId, ProducerId};
use ground::records::Recorded;
use ground::{Change, Day, Reader, Refusal, Result, fold::fold};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{IntoActiveModel, Set};
use serde::{Deserialize, Serialize};

use super::Card;
use crate::certificate::CertificateId;
use crate::code::Code;
use crate::near::ProductId;
use crate::state::{Standing, State};

/// A certificate as lists and scans read it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "verdict")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub certificate_id: CertificateId,
    pub code: Code,
    pub number: String,
    pub product_id: ProductId,
    pub producer_id: ProducerId,
    pub place_id: PlaceId,
    pub home_id: PlaceId,
    pub home_name: String,
    pub product_name: String,
    pub producer_name: String,
    pub folded: String,
    pub standing: Standing,
    pub stars: i32,
    pub set_number: i32,
    pub product_group: String,
    pub issued_on: Day,
    pub opens_on: Option<Day>,
    pub expires_on: Day,
    pub alive_until: Day,
    pub card: String,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "verdict";
    const PRIVATE: &'static [&'static str] = &["card", "folded"];
    fn key(row: &Model) -> String {
        row.certificate_id.to_string()
    }
}

pub(crate) mod place {
    //! The places a certificate lies in: its chain, and the chain of its home of today.
    use super::{CertificateId, Deserialize, PlaceId, Recorded, Serialize};
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
    #[sea_orm(table_name = "verdict_place")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub certificate_id: CertificateId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub place_id: PlaceId,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Recorded for Entity {
        const NOUN: &'static str = "verdict-place";
        fn key(row: &Model) -> String {
            format!("{}/{}", row.certificate_id, row.place_id)
        }
    }
}

impl Model {
    /// The card.
    ///
    /// # Errors
    /// It is of another form.
    pub(crate) fn card(&self) -> Result<Card> {
        Ok(serde_json::from_str(&self.card)?)
    }
}

/// The card of a code, and its text for the page's tag: one read by an index.
///
/// # Errors
/// `not-found`.
pub(crate) async fn by_code(reader: &Reader<'_>, code: &Code) -> Result<String> {
    let found = Entity::find().filter(Column::Code.eq(code.clone()));
    let card = sea_orm::QuerySelect::select_only(found);
    let card = sea_orm::QuerySelect::column(card, Column::Card).into_tuple::<String>().one(reader).await?;
    card.ok_or_else(Refusal::not_found)
}

/// The row of a certificate.
///
/// # Errors
/// `not-found`.
pub(crate) async fn load(reader: &Reader<'_>, id: CertificateId) -> Result<Model> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// Writes the row of a certificate and its places; returns whether anything was other than before.
///
/// # Errors
/// The records are away.
pub(crate) async fn keep(change: &mut Change, place_id: PlaceId, card: &Card) -> Result<bool> {
    let row = row_of(place_id, card)?;
    let before = Entity::find_by_id(card.id).one(&change.reader()).await?;
    match before {
        // The places are in the card.
        Some(before) if before == row => return Ok(false),
        Some(before) => {
            change.update(&before, row.into_active_model().reset_all()).await?;
        }
        None => {
            change.insert(row.into_active_model().reset_all()).await?;
        }
    }
    keep_places(change, card).await?;
    Ok(true)
}

async fn keep_places(change: &mut Change, card: &Card) -> Result<()> {
    let before =
        place::Entity::find().filter(place::Column::CertificateId.eq(card.id)).all(&change.reader()).await?;
    let wanted: HashSet<PlaceId> = card.place.scope.iter().copied().collect();
    let known: HashSet<PlaceId> = before.iter().map(|row| row.place_id).collect();
    for row in before.into_iter().filter(|row| !wanted.contains(&row.place_id)) {
        change.remove::<place::ActiveModel>(row).await?;
    }
    for place_id in wanted.difference(&known) {
        change.insert(place::ActiveModel { certificate_id: Set(card.id), place_id: Set(*place_id) }).await?;
    }
    Ok(())
}

fn row_of(place_id: PlaceId, card: &Card) -> Result<Model> {
    let texts =
        [card.product.as_str(), &card.producer, &card.place.then.vi, &card.place.now.vi, &card.number];
    Ok(Model {
        certificate_id: card.id,
        code: card.code.clone(),
        number: card.number.clone(),
        product_id: card.product_id,
        producer_id: card.producer_id,
        place_id,
        home_id: card.place.home.unwrap_or(place_id),
        home_name: card.place.now.vi.split(',').next().unwrap_or_default().to_owned(),
        product_name: card.product.clone(),
        producer_name: card.producer.clone(),
        folded: fold(&texts.join(" ")),
        standing: card.standing,
        stars: card.stars,
        set_number: card.set,
        product_group: card.group.clone(),
        issued_on: card.issued_on,
        opens_on: card.opens_on,
        expires_on: card.expires_on,
        alive_until: card.life().alive_until(),
        card: serde_json::to_string(card)?,
    })
}

/// Rows in a state on a day: [`crate::state::Life::on`] as the database says it (a test holds the two together).
pub(crate) fn in_state(state: State, today: Day) -> sea_orm::Condition {
    let all = sea_orm::Condition::all();
    let good = || all.clone().add(Column::Standing.eq(Standing::Good));
    let opened = || Column::OpensOn.lte(today);
    match state {
        State::Revoked => all.add(Column::Standing.eq(Standing::Revoked)),
        State::Superseded => all.add(Column::Standing.eq(Standing::Superseded)),
        State::Suspended => {
            all.add(Column::Standing.eq(Standing::Suspended)).add(Column::AliveUntil.gte(today))
        }
        State::Expired => all
            .add(Column::Standing.is_in([Standing::Good, Standing::Suspended]))
            .add(Column::AliveUntil.lt(today)),
        State::InReEvaluation => good().add(Column::ExpiresOn.lt(today)).add(Column::AliveUntil.gte(today)),
        State::Expiring => good().add(Column::ExpiresOn.gte(today)).add(opened()),
        State::Valid => good()
            .add(Column::ExpiresOn.gte(today))
            .add(sea_orm::Condition::any().add(Column::OpensOn.is_null()).add(Column::OpensOn.gt(today))),
    }
}

/// Rows that hold on a day.
pub(crate) fn holding(today: Day) -> sea_orm::Condition {
    sea_orm::Condition::all().add(Column::Standing.eq(Standing::Good)).add(Column::AliveUntil.gte(today))
}

/// Rows that lie in any of some places.
pub(crate) fn in_places(places: &[PlaceId]) -> sea_orm::sea_query::SimpleExpr {
    let lying = Query::select()
        .column(place::Column::CertificateId)
        .from(place::Entity)
        .and_where(place::Column::PlaceId.is_in(places.iter().copied()))
        .to_owned();
    Column::CertificateId.in_subquery(lying)
}

/// Rows whose product, producer, place or number has a text in it, marks and case aside.
pub(crate) fn naming(text: &str) -> sea_orm::sea_query::SimpleExpr {
    // Folded text has letters, digits and single spaces only, so there is nothing to escape.
    Column::Folded.contains(fold(text))
}
