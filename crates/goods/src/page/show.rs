//! `GET /l/{item}/{lot}`: the page, in one response that needs no script.

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderMap, header};
use certificate::verdict;
use ground::{Instant, Refusal, Result};
use serde::Serialize;
use web::{Answer, Frame, Here};

use super::told::{self, Told};
use super::{Card, Step, StepKind, Thing, store};
use crate::entry::Quantity;
use crate::item::{ItemCode, Unit};
use crate::lot::{LotCode, LotId};
use crate::recall::{self, Warning};
use crate::scan;

/// A step as it is read.
#[derive(Serialize)]
struct StepRow {
    title: String,
    when: String,
    things: String,
    /// By whom and where, where that is another than in the step before.
    by: String,
    gap: bool,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "page/lot.html")]
struct LotPage {
    #[serde(skip)]
    frame: Frame,
    kind: &'static str,
    title: String,
    sentence: String,
    holds: bool,
    stars: Option<u8>,
    name: String,
    lot: String,
    producer: String,
    place: String,
    picture: Option<String>,
    tel: Option<String>,
    certificate_href: Option<String>,
    story_href: Option<String>,
    report_href: String,
    serial: Option<String>,
    steps: Vec<StepRow>,
    items: Vec<(String, String)>,
    uri: String,
    answered: String,
}

/// `GET /l/{item}/{lot}`.
pub(super) async fn lot(here: Here, Path((item, lot)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    let found = Found::of(&here, &item, &lot).await?;
    scan::note(here.ground(), found.lot_id, scan::province_of(&here.ground().config, &headers).as_deref());
    here.show(&page(&here, found, None))
}

/// `GET /l/{item}/{lot}/{serial}`.
pub(super) async fn serial(
    here: Here,
    Path((item, lot, serial)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Answer {
    let found = Found::of(&here, &item, &lot).await?;
    let province = scan::province_of(&here.ground().config, &headers);
    scan::note(here.ground(), found.lot_id, province.as_deref());
    let told = told::of(&here, &found, &serial, province, &headers).await?;
    let mut response = here.show(&page(&here, found, Some(&told)))?;
    if let Some(cookie) = told.cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// What stands behind a label.
pub(super) struct Found {
    pub lot_id: LotId,
    pub card: Card,
    warning: Option<Warning>,
}

impl Found {
    async fn of(here: &Here, item: &str, lot: &str) -> Result<Self> {
        let lost = || Refusal { code: "no-such-lot", ..Refusal::not_found() };
        let item = ItemCode::parse(item).map_err(|_| lost())?;
        let lot = LotCode::exact(lot).map_err(|_| lost())?;
        let reader = here.reader();
        let (lot_id, text, is_reached) = store::by_label(&reader, &item, &lot).await?.ok_or_else(lost)?;
        let warning = if is_reached { recall::warning(&reader, lot_id).await? } else { None };
        Ok(Self { lot_id, card: serde_json::from_str(&text)?, warning })
    }
}

fn page(here: &Here, found: Found, told: Option<&Told>) -> LotPage {
    let now = here.ground().clock.now();
    let Found { card, warning, .. } = found;
    let doubted = told.and_then(|told| told.doubt.clone());
    let (kind, title, sentence, holds) = match (warning, doubted) {
        (Some(warning), _) => warned(here, &warning),
        (None, Some((kind, title, sentence))) => (kind, title, sentence, false),
        (None, None) => state(here, &card, now),
    };
    let way = crate::link::page_href(&card.item_code, Some(&card.code), None);
    let frame = here.frame();
    LotPage {
        kind,
        title,
        sentence,
        holds,
        stars: card.certificate.as_ref().and_then(|card| u8::try_from(card.stars).ok()),
        picture: card.photo.as_ref().map(|hash| format!("/photos/{hash}/small")),
        tel: card
            .phone
            .as_ref()
            .map(|phone| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()),
        certificate_href: card.certificate.as_ref().map(|card| format!("/c/{}", card.code)),
        story_href: card.certificate.as_ref().map(|card| format!("/products/{}", card.product_id)),
        report_href: match told {
            Some(told) => format!("{way}/report?serial={}", told.serial),
            None => format!("{way}/report"),
        },
        serial: told.and_then(|told| told.line.clone()),
        steps: step_rows(here, &card.steps),
        items: legal_items(here, &card),
        answered: here.app.words.text(
            here.lang,
            "goods-answered",
            &[("when", crate::entry::moment(now)), ("place", here.ground().config.locality.clone())],
        ),
        name: card.name,
        lot: card.code.to_string(),
        producer: card.producer,
        place: card.place.of(here.lang).to_owned(),
        uri: card.uri,
        frame,
    }
}

// A recall before everything.
fn warned(here: &Here, warning: &Warning) -> (&'static str, String, String, bool) {
    let title = here.t(if warning.is_running { "recall-warning" } else { "recall-warning-over" });
    let values = [("reason", warning.reason.clone()), ("since", warning.since.day().people())];
    ("recalled", title, here.app.words.text(here.lang, "recall-warning-sentence", &values), false)
}

// The certificate of today first; goods that were never ranked are told as what they are.
fn state(here: &Here, card: &Card, now: Instant) -> (&'static str, String, String, bool) {
    let today = now.day();
    if card.expires_on.is_some_and(|expires| expires < today) {
        let expired = card.expires_on.map(ground::Day::people).unwrap_or_default();
        let sentence = here.app.words.text(here.lang, "goods-past-its-date", &[("day", expired)]);
        return ("expired", here.t("goods-past"), sentence, false);
    }
    let Some(certificate) = &card.certificate else {
        return ("plain", here.t("goods-unranked"), here.t("goods-unranked-sentence"), false);
    };
    let state = certificate.life().on(today);
    let (title, sentence) = verdict::stated(here, certificate, today);
    let kind = match state.as_str() {
        "expired" => "expired",
        "revoked" => "revoked",
        "suspended" => "suspended",
        "superseded" => "superseded",
        _ => "valid",
    };
    (kind, title, sentence, state.holds())
}

fn step_rows(here: &Here, steps: &[Step]) -> Vec<StepRow> {
    let mut before = String::new();
    let mut rows: Vec<StepRow> = steps.iter().map(|step| step_row(here, step)).collect();
    for row in rows.iter_mut().filter(|row| !row.by.is_empty()) {
        if row.by == before {
            row.by.clear();
        } else {
            before.clone_from(&row.by);
        }
    }
    rows
}

fn step_row(here: &Here, step: &Step) -> StepRow {
    let (title, gap) = match &step.kind {
        StepKind::Entry(kind) => (here.t(&format!("goods-kind-{kind}")), false),
        StepKind::Event(word) => (step_title(here, word), false),
        StepKind::Gap => (here.t("goods-gap"), true),
        StepKind::Hidden => (here.t("goods-hidden"), true),
    };
    let place = step.place.as_ref().map(|place| place.of(here.lang).to_owned());
    let by = [Some(step.by.clone()), place].into_iter().flatten().filter(|part| !part.is_empty());
    StepRow {
        title,
        when: step.at.map(|at| at.day().people()).unwrap_or_default(),
        things: step.things.iter().map(|thing| thing_words(here, thing)).collect::<Vec<_>>().join("; "),
        by: by.collect::<Vec<_>>().join(" · "),
        gap,
    }
}

fn step_title(here: &Here, word: &str) -> String {
    let key = format!("goods-step-{}", word.replace('_', "-"));
    if here.app.words.has(&key) { here.t(&key) } else { here.t("goods-step-other") }
}

fn thing_words(here: &Here, thing: &Thing) -> String {
    let unit = thing.unit.as_deref().unwrap_or("H87").parse::<Unit>();
    let unit = unit.map(|unit| crate::entry::unit_name(here, unit)).unwrap_or_default();
    let quantity = thing.quantity.as_deref().map(|plain| {
        let people =
            Quantity::parse(&plain.replace('.', ",")).map_or_else(|_| plain.to_owned(), |q| q.to_string());
        format!("{people}\u{a0}{unit}")
    });
    let lot = thing.lot.as_ref().map(|lot| {
        here.app.words.text(here.lang, "goods-lot-of", &[("item", thing.name.clone()), ("lot", lot.clone())])
    });
    let name = lot.unwrap_or_else(|| thing.name.clone());
    quantity.map_or_else(|| name.clone(), |quantity| format!("{name}: {quantity}"))
}

// The ten items of TT 02/2024/TT-BKHCN and those of NĐ 37/2026/NĐ-CP, Art. 32, that the way does not tell already.
fn legal_items(here: &Here, card: &Card) -> Vec<(String, String)> {
    let unsaid = || here.t("goods-not-logged");
    let day = |day: Option<ground::Day>| day.map_or_else(unsaid, ground::Day::people);
    let mut items = vec![
        (here.t("goods-legal-name"), card.name.clone()),
        (here.t("goods-legal-producer"), card.producer.clone()),
        (here.t("goods-legal-address"), card.place.of(here.lang).to_owned()),
        (
            here.t("goods-legal-code"),
            card.gtin.as_ref().map_or_else(|| card.item_code.to_string(), |gtin| format!("GTIN {gtin}")),
        ),
        (here.t("goods-legal-lot"), card.code.to_string()),
        (here.t("goods-legal-made"), day(card.made_on)),
        (here.t("goods-legal-expires"), day(card.expires_on)),
        (here.t("goods-legal-standards"), card.standards.clone().unwrap_or_else(unsaid)),
    ];
    let certificate = card.certificate.as_ref();
    items.push((
        here.t("goods-legal-certificate"),
        certificate.map_or_else(unsaid, |certificate| certificate.number.clone()),
    ));
    items
}
