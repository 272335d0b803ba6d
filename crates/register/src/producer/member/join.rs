//! `join`: a new member.

use askama::Template;
use axum::extract::Path;
use ground::actor::ProducerId;
use ground::{Actor, Day, FieldProblem, Ground, Refusal, Result};
use people::consent::framed;
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, DateField, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::store::{ActiveModel, Model};
use crate::producer::{MemberKind, Producer, changed, href, visible};

/// Most characters of a name, a title, a phone.
const SHORT: usize = 120;

/// A member to be added.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// How they belong to it.
    pub kind: MemberKind,
    /// Name.
    pub name: String,
    /// What they do there.
    pub title: Option<String>,
    /// Phone; private.
    pub phone: Option<String>,
    /// Since when.
    pub joined_on: Option<Day>,
}

fn parse(form: &FormData, today: Day) -> Result<NewMember> {
    let mut read = form.read();
    let (name, kind) = (read.text("name", SHORT), read.word("kind"));
    let (title, phone) = (read.optional("title", SHORT), read.optional("phone", SHORT));
    let joined_on = read.optional_day("joined_on");
    if joined_on.flatten().is_some_and(|day| day > today) {
        read.problem(FieldProblem::new("joined_on", "date-after-today").with("today", today.people()));
    }
    read.done(|| {
        Some(NewMember { kind: kind?, name: name?, title: title?, phone: phone?, joined_on: joined_on? })
    })
}

/// Adds a member.
///
/// # Errors
/// `not-found`, `not-allowed`.
pub async fn join(ground: &Ground, actor: &Actor, producer: ProducerId, new: &NewMember) -> Result<Model> {
    let (producer, resource) = visible(ground, actor, producer).await?;
    let mut change = ground.change(actor, "edit-members", &resource).await?;
    let row = ActiveModel {
        id: Set(change.new_id()),
        producer_id: Set(producer.id),
        kind: Set(new.kind),
        name: Set(new.name.clone()),
        title: Set(new.title.clone()),
        phone: Set(new.phone.clone()),
        joined_on: Set(new.joined_on),
        left_on: Set(None),
    };
    let member = change.insert(row).await?;
    change.say("member", &member.name);
    change.say("left", "no");
    change.tell(changed(&producer)?);
    change.commit().await?;
    Ok(member)
}

/// The form of a new member.
#[derive(Template, Serialize)]
#[template(path = "producer/member.html")]
struct MemberForm {
    #[serde(skip)]
    frame: Frame,
    #[serde(skip)]
    errors: Vec<Wrong>,
    producer: String,
    #[serde(skip)]
    back: String,
    #[serde(skip)]
    name: Field,
    #[serde(skip)]
    kind: Field,
    #[serde(skip)]
    title: Field,
    #[serde(skip)]
    phone: Field,
    #[serde(skip)]
    joined_on: DateField,
}

/// `GET /register/producers/{id}/members/new`.
pub(in crate::producer) async fn offer(here: Here, Path(id): Path<ProducerId>) -> Answer {
    let producer = editable(&here, id).await?;
    here.show(&page(&here, &producer, &FormData::of([("kind", "official")]), None))
}

/// `POST /register/producers/{id}/members/new`.
pub(in crate::producer) async fn submit(
    here: Here,
    Path(id): Path<ProducerId>,
    Posted(form): Posted,
) -> Answer {
    let producer = editable(&here, id).await?;
    match parse(&form, here.ground().clock.today()) {
        Ok(new) => {
            join(here.ground(), &here.actor, id, &new).await?;
            here.done(&href(id), "member-joined")
        }
        Err(refusal) => {
            let page = page(&here, &producer, &form, Some(&refusal));
            here.show_again(&page, refusal)
        }
    }
}

async fn editable(here: &Here, id: ProducerId) -> Result<Producer> {
    let (producer, resource) = visible(here.ground(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "edit-members", &resource)?;
    Ok(producer)
}

fn page(here: &Here, producer: &Producer, form: &FormData, refusal: Option<&Refusal>) -> MemberForm {
    let field = |name, label| Field::new(here, name, label, form, refusal);
    let kinds = MemberKind::ALL.iter().map(|kind| (kind.as_str(), here.t(&format!("reg-member-{kind}"))));
    MemberForm {
        errors: wrongs(here, refusal),
        producer: producer.name.clone(),
        back: href(producer.id),
        name: field("name", "reg-member-name"),
        kind: field("kind", "reg-member-kind").choices(kinds, form),
        title: field("title", "reg-member-title").optional(),
        phone: field("phone", "reg-phone").optional().input("tel").width("20"),
        joined_on: DateField::new(here, "joined_on", "reg-member-joined-on", form, refusal).optional(),
        frame: framed(here, producer.id),
    }
}
