//! A producer's page. Private columns stand in it only for those who may see them.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Day, Resource, Result, journal};
use people::consent::framed;
use serde::Serialize;
use web::parts::{Moment, history};
use web::{Answer, Frame, Here};

use super::consents::{self, ConsentLine};
use super::{Producer, href, member, visible};
use crate::place;
use crate::product;

/// A product of the producer.
#[derive(Serialize)]
struct ProductLine {
    href: String,
    name: String,
    set: String,
    code: Option<String>,
}

/// A member; the phone only for those who may see it.
#[derive(Serialize)]
struct MemberLine {
    id: member::MemberId,
    name: String,
    kind: String,
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    joined_on: Option<Day>,
    left_on: Option<Day>,
}

/// Facts by their names in the reader's language.
type Facts = Vec<(String, String)>;

/// A producer's page.
#[derive(Template, Serialize)]
#[template(path = "producer/show.html")]
struct ProducerPage {
    #[serde(skip)]
    frame: Frame,
    id: ProducerId,
    name: String,
    kind: String,
    place: String,
    /// What the commune of registration became, when it is no more.
    place_today: Option<String>,
    #[serde(skip)]
    place_href: String,
    facts: Facts,
    /// Only for those who may see private columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    private: Option<Facts>,
    products: Vec<ProductLine>,
    members: Vec<MemberLine>,
    consents: Vec<ConsentLine>,
    #[serde(skip)]
    history: Vec<Moment>,
    #[serde(skip)]
    may: May,
}

/// The buttons.
struct May {
    edit: bool,
    edit_members: bool,
    add_product: bool,
    give_consent: bool,
}

/// `GET /register/producers/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<ProducerId>) -> Answer {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let (producer, resource) = visible(here.ground(), &here.actor, id).await?;
    let may_see_private = here.may("see-private", &resource);
    let place = place::full_name(&reader, producer.place_id, here.lang).await?;
    let home = place::home_today(&reader, producer.place_id, today).await?;
    let place_today = if home.id == producer.place_id {
        None
    } else {
        Some(place::full_name(&reader, home.id, here.lang).await?)
    };
    let lines = journal::of_record(&reader, &here.actor, "producer", &id.to_string()).await?;
    here.show(&ProducerPage {
        name: producer.name.clone(),
        kind: here.t(&format!("reg-kind-{}", producer.kind)),
        place,
        place_today,
        place_href: format!("/places/{}", producer.place_id),
        facts: facts(&here, &producer, may_see_private),
        private: may_see_private.then(|| private(&here, &producer)),
        products: products(&here, id).await?,
        members: members(&here, id, may_see_private).await?,
        consents: consents::lines(&here, id).await?,
        history: history(&here, &lines),
        may: may(&here, &producer, &resource).await?,
        id,
        frame: framed(&here, id),
    })
}

async fn may(here: &Here, producer: &Producer, resource: &Resource) -> Result<May> {
    Ok(May {
        edit: here.may("edit-producer", resource),
        edit_members: here.may("edit-members", resource),
        add_product: here.may("add-product", resource),
        give_consent: consents::may_give(here, producer).await?,
    })
}

fn facts(here: &Here, producer: &Producer, may_see_private: bool) -> Facts {
    let shown = may_see_private || producer.is_public_phone;
    let mut facts = Facts::new();
    let mut add = |label: &str, value: Option<String>| {
        if let Some(value) = value {
            facts.push((here.t(label), value));
        }
    };
    add("reg-registration-number", producer.registration_number.clone());
    add("reg-registered-on", producer.registered_on.map(Day::people));
    add("reg-registered-by", producer.registered_by.clone());
    add("reg-address", Some(producer.address.clone()));
    add("reg-phone", producer.phone.clone().filter(|_| shown));
    add("reg-email", producer.email.clone().filter(|_| may_see_private));
    add("reg-representative-name", Some(producer.representative_name.clone()));
    add("reg-representative-title", producer.representative_title.clone());
    facts
}

fn private(here: &Here, producer: &Producer) -> Facts {
    let nothing = || here.t("reg-nothing");
    let sex = producer.representative_sex.map(|sex| here.t(&format!("reg-sex-{sex}")));
    let disability =
        producer.representative_disability.map(|answer| here.t(&format!("reg-disability-{answer}")));
    vec![
        (here.t("reg-sex"), sex.unwrap_or_else(nothing)),
        (here.t("reg-ethnicity"), producer.representative_ethnicity.clone().unwrap_or_else(nothing)),
        (here.t("reg-disability"), disability.unwrap_or_else(nothing)),
        (
            here.t("reg-representative-address"),
            producer.representative_address.clone().unwrap_or_else(nothing),
        ),
    ]
}

async fn products(here: &Here, id: ProducerId) -> Result<Vec<ProductLine>> {
    let rows = product::of_producer(&here.reader(), id).await?;
    let line = |row: product::Product| ProductLine {
        href: product::href(row.id),
        set: product::sets::name(here.ground(), row.set_number, here.lang),
        name: row.name,
        code: row.product_code,
    };
    Ok(rows.into_iter().map(line).collect())
}

async fn members(here: &Here, id: ProducerId, may_see_private: bool) -> Result<Vec<MemberLine>> {
    let rows = member::of_producer(&here.reader(), id).await?;
    let line = |row: member::Member| MemberLine {
        id: row.id,
        name: row.name,
        kind: here.t(&format!("reg-member-{}", row.kind)),
        title: row.title,
        phone: row.phone.filter(|_| may_see_private),
        joined_on: row.joined_on,
        left_on: row.left_on,
    };
    Ok(rows.into_iter().map(line).collect())
}

impl ProducerPage {
    fn state(&self) -> String {
        format!("{} · {}", self.kind, self.place)
    }

    fn page_href(&self) -> String {
        href(self.id)
    }
}
