//! A repository with two producers, their people, and somebody who runs it.

use ground::actor::UserId;
use ground::{Actor, Role};
use people::testing::{administrator, member, owner, person};
use register::testing::{producer, sa_dec};
use serde_json::{Value, json};
use web::testing::House;

use crate::rest::bed::{Caller, ROOMS, Repository, document};
use crate::store::ground::Place;

/// The desk.
pub(crate) struct Desk {
    pub repository: Repository,
    pub house: House,
    /// Of the producer "HTX Tân Tây".
    pub owner: Actor,
    pub member: Actor,
    /// Of the producer "Cơ sở Bến Sen".
    pub other: Actor,
    pub administrator: Actor,
    /// Nobody's.
    pub stranger: Actor,
}

impl Desk {
    pub(crate) async fn at(place: &Place) -> Self {
        let repository = Repository::at(place).await;
        let bed = &repository.bed;
        let places = sa_dec(bed).await;
        let ours = producer(bed, &places.sa_dec, "HTX Tân Tây").await;
        let theirs = producer(bed, &places.sa_dec, "Cơ sở Bến Sen").await;
        let house = House::new(bed.ground.clone(), &ROOMS, trace::pages());
        Self {
            owner: owner(bed, ours.id, "Tây").await,
            member: member(bed, ours.id, "Năm").await,
            other: owner(bed, theirs.id, "Sen").await,
            administrator: administrator(bed, places.province.id, "Trị").await,
            stranger: person(bed, "Lạ").await,
            house,
            repository,
        }
    }

    /// A program with a key made for somebody.
    pub(crate) async fn program_of(&self, actor: &Actor) -> Caller {
        assert!(!actor.is(Role::Administrator), "captures for a producer");
        let account: UserId = actor.user.unwrap();
        self.repository.made_for("máy cân", &["trace:capture", "trace:query"], Some(account)).await
    }

    /// The text of a page that is there.
    pub(crate) async fn page(&self, actor: &Actor, path: &str) -> String {
        let reply = self.house.get(actor, path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        reply.text.replace("&#38;", "&").replace("&amp;", "&")
    }

    /// The status of a page.
    pub(crate) async fn status(&self, actor: &Actor, path: &str) -> u16 {
        self.house.get(actor, path).await.status.as_u16()
    }
}

/// The address of the first link to something below this one.
pub(crate) fn link(page: &str, below: &str) -> String {
    let rest = page.split_once(&format!("href=\"{below}")).unwrap_or_else(|| panic!("{below} in {page}")).1;
    format!("{below}{}", rest.split_once('"').unwrap().0)
}

/// The address of the next page of a list.
pub(crate) fn next(page: &str) -> Option<String> {
    let (before, _) = page.split_once("\" rel=\"next\"")?;
    Some(before.rsplit_once("href=\"")?.1.to_owned())
}

/// An observation of a lot of a product whose number holds.
pub(crate) fn seen(lot: &str, minute: u32) -> Value {
    let text = crate::rest::bed::seen(lot, minute).to_string();
    serde_json::from_str(&text.replace("08930000000013", "08930000000019")).unwrap()
}

/// A document that names its product and its place.
pub(crate) fn named(events: &[Value]) -> String {
    let mut source: Value = serde_json::from_str(&document(events)).unwrap();
    let element = |id: &str, name: &str| json!({ "id": id, "attributes": [{ "id": "urn:epcglobal:cbv:mda#name", "attribute": name }] });
    source["epcisHeader"] = json!({ "epcisMasterData": { "vocabularyList": [
        { "type": "urn:epcglobal:epcis:vtype:EPCClass",
          "vocabularyElementList": [element("https://id.gs1.org/01/08930000000019", "Khô cá lóc")] },
        { "type": "urn:epcglobal:epcis:vtype:BusinessLocation",
          "vocabularyElementList": [element("https://id.gs1.org/414/8930000000020", "Xưởng Tân Tây")] }
    ] } });
    source.to_string()
}
