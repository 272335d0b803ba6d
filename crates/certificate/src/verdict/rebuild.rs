//! Rebuilding the projection from what it is made of.

use ground::actor::{PlaceId, ProducerId};
use ground::facts::{Fact, Subscriber};
use ground::{Actor, Change, Day, Ground, Refusal, Resource, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::card::{Act, Card};
use super::store;
use crate::certificate::store::{self as certificates, CertificateRow, EventRow};
use crate::certificate::{CertificateId, EventKind, life_of};
use crate::near::{self, Both, ProductId};
use crate::state::Standing;

/// Certificates rebuilt in one change.
const BATCH: u64 = 200;

/// Rebuilds one certificate's card within a change; says whether it is another than before.
///
/// # Errors
/// The records are away, or its rules are not loaded.
pub(crate) async fn rebuild(
    change: &mut Change,
    rules: &ocop::Library,
    id: CertificateId,
) -> Result<(Card, bool)> {
    let today = change.at().day();
    let row = certificates::load(&change.reader(), id).await?;
    let events = certificates::events(&change.reader(), id).await?;
    let card = card_of(&change.reader(), rules, &row, &events, today).await?;
    let is_new = store::keep(change, row.place_id, &card).await?;
    Ok((card, is_new))
}

async fn card_of(
    reader: &ground::Reader<'_>,
    rules: &ocop::Library,
    row: &CertificateRow,
    events: &[EventRow],
    today: Day,
) -> Result<Card> {
    let life = life_of(rules, row, events)?;
    let pack = rules.pack(&row.rules).ok_or_else(|| Refusal::unexpected("the rules are not loaded"))?;
    let set = u8::try_from(row.set_number).ok().and_then(|set| ocop::SetNumber::try_from(set).ok());
    let sheet = set.and_then(|set| pack.sheet(set));
    let product = near::product(reader, row.product_id).await?;
    let producer = near::producer(reader, row.producer_id).await?;
    let successor = successor(reader, events).await?;
    Ok(Card {
        id: row.id,
        code: row.code.clone(),
        number: row.number.clone(),
        product_id: row.product_id,
        product: row.product_name.clone(),
        product_code: row.product_code.clone(),
        unit: row.unit.clone(),
        set: row.set_number,
        set_name: sheet.map(|sheet| Both::from(&sheet.name)).unwrap_or_default(),
        group: sheet.map(|sheet| sheet.group.clone()).unwrap_or_default(),
        art: sheet.map_or_else(String::new, |sheet| super::art::of_sheet(&sheet.code)),
        stars: row.stars,
        producer_id: row.producer_id,
        producer: row.producer_name.clone(),
        phone: producer.and_then(|producer| producer.phone),
        photo: product.and_then(|product| product.photos.into_iter().next()),
        place: near::place(reader, row.place_id, today).await?,
        decided_by: decided_by(rules, row.stars, today),
        authority: row.authority.clone(),
        decision_number: row.decision_number.clone(),
        decision_on: row.decision_on,
        rules: row.rules.clone(),
        decree: pack.decision().number.clone(),
        decree_on: Day(pack.decision().signed),
        months: months(life.issued_on, life.expires_on),
        issued_on: life.issued_on,
        expires_on: life.expires_on,
        opens_on: life.opens_on,
        closes_on: life.closes_on,
        late_until: life.late_until,
        is_pending: life.is_pending,
        standing: life.standing,
        act: act_of(rules, events, life.standing),
        successor,
    })
}

fn months(from: Day, until: Day) -> i32 {
    from.0.until((jiff::Unit::Month, until.0)).map_or(0, |span| span.get_months())
}

// Revocation is decided by the rules of today, whatever the certificate was graded by.
fn decided_by(rules: &ocop::Library, stars: i32, today: Day) -> String {
    let revocation = rules.in_force_on(today.0).and_then(ocop::Pack::revocation);
    let star = ocop::Star::ALL.into_iter().find(|star| i32::from(star.number()) == stars);
    let level = revocation.zip(star).and_then(|(revocation, star)| revocation.authority.get(&star).cloned());
    level.unwrap_or_default()
}

/// The decision behind a standing that is not good.
fn act_of(rules: &ocop::Library, events: &[EventRow], standing: Standing) -> Option<Act> {
    let kind = match standing {
        Standing::Good => return None,
        Standing::Suspended => EventKind::Suspended,
        Standing::Revoked => EventKind::Revoked,
        Standing::Superseded => EventKind::Superseded,
    };
    let event = events.iter().rev().find(|event| event.kind == kind)?;
    Some(Act {
        number: event.act_number.clone(),
        on: event.on_day,
        authority: event.authority.clone(),
        ground: event.ground.as_deref().and_then(|ground| ground_name(rules, ground)),
        concluded_on: event.concluded_on,
    })
}

/// A ground of revocation in words, by whichever pack names it.
pub(crate) fn ground_name(rules: &ocop::Library, id: &str) -> Option<Both> {
    let grounds =
        rules.packs().iter().rev().filter_map(ocop::Pack::revocation).flat_map(|found| &found.grounds);
    grounds.into_iter().find(|ground| ground.id == id).map(|ground| Both::from(&ground.name))
}

async fn successor(reader: &ground::Reader<'_>, events: &[EventRow]) -> Result<Option<crate::code::Code>> {
    let Some(id) = events.iter().rev().find_map(|event| event.successor_id) else { return Ok(None) };
    Ok(Some(certificates::load(reader, id).await?.code))
}

/// What a fact of the register is about.
enum About {
    Product(ProductId),
    Producer(ProducerId),
    Place(PlaceId),
}

/// The cards that show a product, a producer or a place are rebuilt when it changed.
pub(crate) const REGISTER: Subscriber = Subscriber {
    name: "certificate-verdicts",
    kinds: &["ProductChanged", "ProducerChanged", "PlaceChanged"],
    hear: |ground, fact| Box::pin(on_register_fact(ground, fact)),
};

async fn on_register_fact(ground: Ground, fact: Fact) -> Result<()> {
    let about = match fact.kind.as_str() {
        "ProductChanged" => fact.subject.parse().map(About::Product),
        "ProducerChanged" => fact.subject.parse().map(About::Producer),
        _ => fact.subject.parse().map(About::Place),
    };
    let Ok(about) = about else { return Ok(()) };
    let shown = match about {
        About::Product(id) => sea_orm::Condition::all().add(store::Column::ProductId.eq(id)),
        About::Producer(id) => sea_orm::Condition::all().add(store::Column::ProducerId.eq(id)),
        About::Place(id) => sea_orm::Condition::all().add(store::in_places(&[id])),
    };
    rebuild_where(&ground, shown).await
}

/// Rebuilds every card: after a new rule pack, or when the form of the card changed.
///
/// # Errors
/// The records are away.
pub async fn rebuild_all(ground: &Ground) -> Result<()> {
    rebuild_where(ground, sea_orm::Condition::all()).await
}

async fn rebuild_where(ground: &Ground, shown: sea_orm::Condition) -> Result<()> {
    let mut after: Option<CertificateId> = None;
    loop {
        let mut next =
            store::Entity::find().select_only().column(store::Column::CertificateId).filter(shown.clone());
        if let Some(after) = after {
            next = next.filter(store::Column::CertificateId.gt(after));
        }
        let ids: Vec<CertificateId> = next
            .order_by_asc(store::Column::CertificateId)
            .limit(BATCH)
            .into_tuple()
            .all(&ground.reader())
            .await?;
        let Some(last) = ids.last().copied() else { return Ok(()) };
        let system = Actor::system("sen");
        let mut change = ground.change(&system, "refresh-verdicts", &Resource::installation()).await?;
        let mut any = false;
        for id in ids {
            any |= rebuild(&mut change, &ground.rules, id).await?.1;
        }
        // What is as it was leaves no entry in the journal.
        if any {
            change.commit().await?;
        }
        after = Some(last);
    }
}
