//! `GET /c/{code}`: the page behind the QR; the same as signed JSON and as JSON-LD.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use ground::{Day, Instant, Lang, Refusal};
use serde::Serialize;
use sha2::{Digest, Sha256};
use web::parts::clock_time;
use web::{Answer, Frame, Here, see_other};

use super::card::Card;
use super::{json, store};
use crate::code::Code;
use crate::state::State;

/// Bytes of the digest in the page's tag.
const TAG_BYTES: usize = 8;

#[derive(Template, Serialize)]
#[template(path = "verdict/page.html")]
struct VerdictPage {
    #[serde(skip)]
    frame: Frame,
    kind: &'static str,
    title: String,
    sentence: String,
    holds: bool,
    stars: u8,
    product: String,
    product_href: String,
    unit: String,
    producer: String,
    picture: String,
    photo: bool,
    tel: Option<String>,
    successor: Option<String>,
    meaning: Option<String>,
    place_then: String,
    place_until: Option<String>,
    place_now: Option<(String, String)>,
    grounds: Vec<(String, String)>,
    code: String,
    answered: String,
}

pub(super) async fn show(here: Here, Path(typed): Path<String>, headers: HeaderMap) -> Answer {
    let code = Code::parse(&typed).map_err(|_| lost(&typed))?;
    if typed != code.as_str() {
        return Ok(see_other(&format!("/c/{code}")));
    }
    let text = store::by_code(&here.reader(), &code).await.map_err(|refusal| match refusal.kind {
        ground::RefusalKind::NotFound => lost(&typed),
        _ => refusal,
    })?;
    let now = here.ground().clock.now();
    if json::wants_linked(&headers) {
        let card: Card = serde_json::from_str(&text).map_err(Refusal::from)?;
        return Ok(json::linked(&here, &card, now.day()));
    }
    if here.wants_json {
        let card: Card = serde_json::from_str(&text).map_err(Refusal::from)?;
        return json::signed(&here, &card, now.day()).await;
    }
    let tag = tag(&here, &text, now.day());
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let card: Card = serde_json::from_str(&text).map_err(Refusal::from)?;
    let mut response = here.show(&page(&here, &card, now))?;
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    Ok(response)
}

// Whoever typed a code wrong is helped by the page where one types it.
fn lost(typed: &str) -> Refusal {
    let typed: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    Refusal { code: "no-such-code", ..Refusal::not_found() }.way_out(format!("/lookup?code={typed}"))
}

// Weak: two answers of one day differ in the time of the answer alone.
fn tag(here: &Here, card: &str, today: Day) -> String {
    let mut digest = Sha256::new();
    digest.update(card.as_bytes());
    digest.update(here.lang.tag());
    digest.update(today.to_string());
    digest.update(here.app.assets.address("scan.css"));
    format!("W/\"{}\"", hex::encode(&digest.finalize()[..TAG_BYTES]))
}

/// The verdict in words: title and sentence.
pub fn stated(here: &Here, card: &Card, today: Day) -> (String, String) {
    let state = card.life().on(today);
    let since = card.act.as_ref().map_or(card.expires_on, |act| act.on);
    let values = [
        ("stars", card.stars.to_string()),
        ("expires", card.expires_on.people()),
        ("days", today.days_until(card.expires_on).to_string()),
        ("late", card.late_until.unwrap_or(card.expires_on).people()),
        ("since", since.people()),
    ];
    let say = |key: &str| here.app.words.text(here.lang, &format!("{key}-{state}"), &values);
    (say("verdict-title"), say("verdict-sentence"))
}

fn page(here: &Here, card: &Card, now: Instant) -> VerdictPage {
    let state = card.life().on(now.day());
    let (title, sentence) = stated(here, card, now.day());
    let frame = here.frame();
    let meaning = match state {
        State::Expired | State::Revoked | State::Suspended => {
            Some(here.t(&format!("verdict-meaning-{state}")))
        }
        State::Expiring if card.is_pending => Some(here.t("verdict-meaning-pending")),
        _ => None,
    };
    VerdictPage {
        kind: match state {
            State::Valid | State::Expiring | State::InReEvaluation => "valid",
            State::Expired => "expired",
            State::Revoked => "revoked",
            State::Suspended => "suspended",
            State::Superseded => "superseded",
        },
        title,
        sentence,
        holds: state.holds(),
        stars: u8::try_from(card.stars).unwrap_or_default(),
        product: card.product.clone(),
        product_href: format!("/products/{}", card.product_id),
        unit: format!("{}, {}", card.set_name(here.lang), card.unit),
        producer: card.producer.clone(),
        picture: card
            .photo
            .as_ref()
            .map_or_else(|| frame.art(&card.art), |hash| format!("/photos/{hash}/small")),
        photo: card.photo.is_some(),
        tel: card
            .phone
            .as_ref()
            .map(|phone| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()),
        successor: card
            .successor
            .as_ref()
            .filter(|_| state == State::Superseded)
            .map(|code| format!("/c/{code}")),
        meaning,
        place_then: card.place.then.of(here.lang).to_owned(),
        place_until: card.place.until.map(Day::people),
        place_now: card.place.since.map(|since| (card.place.now.of(here.lang).to_owned(), since.people())),
        grounds: grounds(here, card),
        code: card.code.printed(),
        answered: answered(here, now),
        frame,
    }
}

/// A decision by its number and day; of one on paper the number may be unknown.
pub(crate) fn decided(here: &Here, number: &str, on: Day) -> String {
    let key = if number.is_empty() { "verdict-act-unnumbered" } else { "verdict-act" };
    here.app.words.text(here.lang, key, &[("number", number.to_owned()), ("on", on.people())])
}

fn grounds(here: &Here, card: &Card) -> Vec<(String, String)> {
    let text = |key: &str, values: &[(&str, String)]| here.app.words.text(here.lang, key, values);
    let mut rows = vec![
        (here.t("verdict-decision"), decided(here, &card.decision_number, card.decision_on)),
        (here.t("verdict-authority"), card.authority.clone()),
        (
            text("verdict-validity", &[("months", card.months.to_string())]),
            format!("{} – {}", card.issued_on.people(), card.expires_on.people()),
        ),
    ];
    if let Some(act) = &card.act {
        let label = here.t(&format!("verdict-act-{}", card.standing));
        rows.push((label, decided(here, act.number.as_deref().unwrap_or_default(), act.on)));
        rows.extend(
            act.ground.as_ref().map(|ground| (here.t("verdict-ground"), ground.of(here.lang).to_owned())),
        );
        rows.extend(act.concluded_on.map(|on| (here.t("verdict-conclusion"), on.people())));
    }
    let year = card.decree_on.0.year().to_string();
    let set = format!("{} {}", card.set, card.set_name(here.lang));
    rows.push((
        here.t("verdict-rules"),
        text("verdict-graded", &[("decree", card.decree.clone()), ("year", year), ("set", set)]),
    ));
    rows.push((here.t("verdict-number"), card.number.clone()));
    rows
}

fn answered(here: &Here, now: Instant) -> String {
    let weekday = now.in_vietnam().weekday().to_monday_one_offset();
    let values = [
        ("time", clock_time(now)),
        ("weekday", here.t(&format!("weekday-{weekday}"))),
        ("day", now.day().people()),
        ("place", here.ground().config.locality.clone()),
    ];
    here.app.words.text(here.lang, "verdict-answered", &values)
}

/// The state in the words of a reader's language, for machines.
pub(super) fn state_words(here: &Here, lang: Lang, state: State) -> String {
    here.app.words.text(lang, &format!("state-{state}"), &[])
}
