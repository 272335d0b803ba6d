//! `give`: a person takes a seat.

use axum::extract::Path;
use ground::actor::UserId;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Field, FormData, Here, Posted};

use super::{Office, Seat, SeatId, of_council, row};
use crate::council::{self, CouncilId};

/// Characters of a title.
const TITLE: usize = 200;
/// Most seats of one council.
const SEATS: usize = 60;

/// A seat to give.
#[derive(Clone, Debug)]
pub struct NewSeat {
    /// Who.
    pub account: UserId,
    /// Their name.
    pub name: String,
    /// Title and body.
    pub title: String,
    /// The office.
    pub office: Office,
    /// Whether they mark.
    pub votes: bool,
}

/// Gives a seat.
///
/// # Errors
/// `not-allowed`; `seat-taken` when the person sits already; `chair-taken`; `too-many-seats`.
pub async fn give(ground: &Ground, actor: &Actor, council: CouncilId, new: NewSeat) -> Result<SeatId> {
    let reader = ground.reader();
    let of = council::load(&reader, council).await?;
    let resource = council::resource(&of, &of_council(&reader, council).await?);
    let mut change = ground.change(actor, "give-seat", &resource).await?;
    let seats = of_council(&change.reader(), council).await?;
    admits(&seats, &new)?;
    let id = change.new_id();
    change.say("member", &new.name);
    change.say("name", &of.name);
    let row = row::ActiveModel {
        id: Set(id),
        council_id: Set(council),
        n: Set(seats.iter().map(|seat| seat.n).max().unwrap_or(0) + 1),
        account_id: Set(new.account),
        name: Set(new.name),
        title: Set(new.title),
        office: Set(new.office),
        votes: Set(new.votes),
        given_at: Set(change.at()),
        vacated_at: Set(None),
    };
    change.insert(row).await?;
    change.commit().await?;
    Ok(id)
}

fn admits(seats: &[Seat], new: &NewSeat) -> Result<()> {
    let held = || seats.iter().filter(|seat| seat.vacated_at.is_none());
    if held().any(|seat| seat.account_id == new.account) {
        return Err(Refusal::field("account", "seat-taken"));
    }
    if new.office == Office::Chair && held().any(|seat| seat.office == Office::Chair) {
        return Err(Refusal::field("office", "chair-taken"));
    }
    if held().count() >= SEATS {
        return Err(Refusal::wrong_state("too-many-seats").with("most", SEATS));
    }
    Ok(())
}

/// The form.
pub(crate) struct SeatForm {
    pub(crate) account: Field,
    pub(crate) title: Field,
    pub(crate) office: Field,
    pub(crate) votes: Field,
}

pub(crate) fn form(
    here: &Here,
    people: Vec<(UserId, String)>,
    data: &FormData,
    refusal: Option<&Refusal>,
) -> SeatForm {
    let mut data = data.clone();
    if !data.has("account") {
        data.push("votes".to_owned(), "1".to_owned());
        data.push("office".to_owned(), Office::Member.to_string());
    }
    let field = |name: &str| Field::new(here, name, &format!("seat-{name}"), &data, refusal);
    let offices = Office::ALL.iter().map(|office| (*office, here.t(&format!("office-{office}"))));
    SeatForm {
        account: field("account").choices(people, &data),
        title: field("title"),
        office: field("office").choices(offices, &data),
        votes: field("votes").choices([("1", here.t("council-yes"))], &data),
    }
}

/// `POST /councils/{id}/seats`.
pub(super) async fn post(here: Here, Path(id): Path<CouncilId>, Posted(form): Posted) -> Answer {
    let mut reading = form.read();
    let account = reading.word::<UserId>("account");
    let title = reading.text("title", TITLE);
    let office = reading.word::<Office>("office");
    let votes = reading.flag("votes");
    let read = reading.done(|| {
        Some(NewSeat { account: account?, name: String::new(), title: title?, office: office?, votes })
    });
    let done = match read {
        Ok(mut new) => match crate::outside::person(&here.reader(), new.account).await {
            Ok(Some(name)) => {
                new.name = name;
                give(here.ground(), &here.actor, id, new).await.map(drop)
            }
            Ok(None) => Err(Refusal::field("account", "not-a-choice")),
            Err(refusal) => Err(refusal),
        },
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => here.done(&format!("/councils/{id}"), "seat-given"),
        Err(refusal) => here.show_again(&council::page(&here, id, &form, Some(&refusal)).await?, refusal),
    }
}
