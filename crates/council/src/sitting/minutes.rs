//! `write`: what the secretary adds to the minutes; all figures are Sen's own.

use axum::extract::Path;
use ground::{Actor, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::{SittingId, minutes_row, store};

/// Characters of each part.
const PART: usize = 8_000;
/// Highest number of one year's minutes.
const NUMBER: i32 = 9_999;

/// What the secretary writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The running number, once given.
    pub number: Option<i32>,
    /// Others in the room, one a line.
    pub guests: String,
    /// Opinions, one a line.
    pub opinions: String,
    /// Conclusions, one a line.
    pub conclusions: String,
}

/// Writes the minutes' own parts.
///
/// # Errors
/// `not-allowed`; `minutes-decided` once a decision rests on them; `changed-meanwhile`.
pub async fn write_minutes(
    ground: &Ground,
    actor: &Actor,
    id: SittingId,
    version: i32,
    new: Written,
) -> Result<()> {
    let convened = store::convened(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "write-minutes", &convened.resource()).await?;
    store::lock(&change, id).await?;
    if crate::decision::of_sitting(&change.reader(), id).await?.is_some() {
        return Err(Refusal::wrong_state("minutes-decided"));
    }
    let before = store::minutes(&change.reader(), id).await?;
    if before.as_ref().map_or(0, |row| row.version) != version {
        return Err(Refusal::conflict("changed-meanwhile"));
    }
    let row = minutes_row::ActiveModel {
        sitting_id: Set(id),
        number: Set(new.number),
        guests: Set(new.guests),
        opinions: Set(new.opinions),
        conclusions: Set(new.conclusions),
        written_at: Set(change.at()),
        version: Set(version + 1),
    };
    match &before {
        Some(before) => change.update(before, row).await?,
        None => change.insert(row).await?,
    };
    change.commit().await
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "sitting/minutes.html")]
struct MinutesPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    id: SittingId,
    subject: String,
    version: i32,
    number: Field,
    guests: Field,
    opinions: Field,
    conclusions: Field,
}

async fn page(here: &Here, id: SittingId, data: &FormData, refusal: Option<&Refusal>) -> Result<MinutesPage> {
    let convened = store::convened(&here.reader(), id).await?;
    crate::seen(here, "write-minutes", &convened.resource())?;
    let kept = store::minutes(&here.reader(), id).await?;
    let mut data = data.clone();
    if let (Some(kept), false) = (&kept, data.has("version")) {
        let number = kept.number.map(|number| number.to_string()).unwrap_or_default();
        let parts = [
            ("number", &number),
            ("guests", &kept.guests),
            ("opinions", &kept.opinions),
            ("conclusions", &kept.conclusions),
        ];
        for (name, value) in parts {
            data.push(name.to_owned(), value.clone());
        }
    }
    let field =
        |name: &str| Field::new(here, name, &format!("minutes-{name}"), &data, refusal).optional().rows(5);
    Ok(MinutesPage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        id,
        subject: convened.sitting.subject,
        version: kept.map_or(0, |kept| kept.version),
        number: field("number").input("number").width("5"),
        guests: field("guests"),
        opinions: field("opinions"),
        conclusions: field("conclusions"),
    })
}

/// `GET /sittings/{id}/minutes`.
pub(super) async fn show(here: Here, Path(id): Path<SittingId>) -> Answer {
    here.show(&page(&here, id, &FormData::default(), None).await?)
}

/// `POST /sittings/{id}/minutes`.
pub(super) async fn post(here: Here, Path(id): Path<SittingId>, Posted(form): Posted) -> Answer {
    let mut reading = form.read();
    let version = reading.number("version", 0..=i32::MAX);
    let number = if form.get("number").trim().is_empty() {
        Some(None)
    } else {
        reading.number("number", 1..=NUMBER).map(Some)
    };
    let mut part = |name: &'static str| reading.optional(name, PART).map(Option::unwrap_or_default);
    let (guests, opinions, conclusions) = (part("guests"), part("opinions"), part("conclusions"));
    let read = reading.done(|| {
        Some((
            version?,
            Written { number: number?, guests: guests?, opinions: opinions?, conclusions: conclusions? },
        ))
    });
    let done = match read {
        Ok((version, new)) => write_minutes(here.ground(), &here.actor, id, version, new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => here.done(&format!("/sittings/{id}"), "minutes-written"),
        Err(refusal) => here.show_again(&page(&here, id, &form, Some(&refusal)).await?, refusal),
    }
}
