//! `GET /certificates/{id}`: a certificate for the office and its producer, with what may be done and its history.

use askama::Template;
use ground::{Day, Refusal, journal};
use serde::Serialize;
use web::parts::{Moment, Tag, history};
use web::table::Link;
use web::{Answer, Frame, Here};

use super::model::{CertificateId, EventKind, resource};
use super::store::{self, EventRow};
use super::tag::{place_line, tag_of};
use crate::state::{State, Window};
use crate::verdict::{Card, decided, rebuild, store as verdicts};

#[derive(Template, Serialize)]
#[template(path = "certificate/show.html")]
struct CertificatePage {
    #[serde(skip)]
    frame: Frame,
    crumbs: Vec<Link>,
    id: CertificateId,
    title: String,
    product: String,
    stars: u8,
    state: Tag,
    state_key: State,
    sentence: String,
    window: Option<String>,
    pairs: Vec<(String, String)>,
    events: Vec<Moment>,
    history: Vec<Moment>,
    pdf: String,
    public: String,
    printed_code: String,
    acts: Vec<Link>,
}

pub(super) async fn show(here: Here, id: CertificateId) -> Answer {
    let card = verdicts::load(&here.reader(), id).await?.card()?;
    let thing = resource(&card);
    if !here.may("see-certificate", &thing) {
        return Err(Refusal::not_found().into());
    }
    let events = store::events(&here.reader(), id).await?;
    let lines = journal::of_record(&here.reader(), &here.actor, "certificate", &id.to_string()).await?;
    let today = here.ground().clock.today();
    let state = card.life().on(today);
    let acts = ["suspend", "lift", "revoke"]
        .into_iter()
        .filter(|verb| here.may(&format!("{verb}-certificate"), &thing));
    let acts = acts.map(|verb| Link {
        href: format!("/certificates/{id}/{verb}"),
        label: here.t(&format!("act-{verb}")),
    });
    // The office's own note is not for the producer.
    let is_office = super::list::places_of(&here.actor).iter().any(|place| card.place.scope.contains(place));
    here.show(&CertificatePage {
        frame: here.frame(),
        crumbs: vec![Link { href: "/certificates".into(), label: here.t("certificates") }],
        id,
        title: here.app.words.text(here.lang, "certificate-title", &[("number", card.number.clone())]),
        product: card.product.clone(),
        stars: u8::try_from(card.stars).unwrap_or_default(),
        state: tag_of(&here, state),
        state_key: state,
        sentence: crate::verdict::stated(&here, &card, today).1,
        window: window(&here, &card, today),
        pairs: pairs(&here, &card),
        events: events.iter().map(|event| moment(&here, event, is_office)).collect(),
        history: history(&here, &lines),
        pdf: format!("/certificates/{id}.pdf"),
        public: format!("/c/{}", card.code),
        printed_code: card.code.printed(),
        acts: acts.collect(),
    })
}

fn window(here: &Here, card: &Card, today: Day) -> Option<String> {
    let life = card.life();
    if !matches!(life.on(today), State::Valid | State::Expiring) {
        return None;
    }
    let key = match life.window_on(today) {
        _ if life.is_pending => "window-pending",
        Window::NotYet => "window-not-yet",
        Window::Open => "window-open",
        Window::Late => "window-late",
        Window::Over => return None,
    };
    let people = |day: Option<Day>| day.map(Day::people).unwrap_or_default();
    let values = [
        ("opens", people(life.opens_on)),
        ("closes", people(life.closes_on)),
        ("expires", life.expires_on.people()),
        ("late", people(life.late_until)),
    ];
    Some(here.app.words.text(here.lang, key, &values))
}

fn pairs(here: &Here, card: &Card) -> Vec<(String, String)> {
    let mut pairs = vec![
        (here.t("certificate-producer"), card.producer.clone()),
        (here.t("certificate-set"), format!("{} {}", card.set, card.set_name(here.lang))),
        (here.t("certificate-place"), place_line(here, &card.place)),
        (here.t("certificate-decision"), decided(here, &card.decision_number, card.decision_on)),
        (here.t("certificate-authority"), card.authority.clone()),
        (here.t("certificate-rules"), card.decree.clone()),
        (here.t("certificate-issued"), card.issued_on.people()),
        (here.t("certificate-expires"), card.expires_on.people()),
    ];
    if let Some(code) = &card.product_code {
        pairs.insert(1, (here.t("certificate-product-code"), code.clone()));
    }
    if let (Some(opens), Some(closes)) = (card.opens_on, card.closes_on) {
        pairs.push((here.t("certificate-window"), format!("{} – {}", opens.people(), closes.people())));
    }
    pairs
}

fn moment(here: &Here, event: &EventRow, is_office: bool) -> Moment {
    let icon = match event.kind {
        EventKind::Issued => "award",
        EventKind::Suspended => "ban",
        EventKind::Lifted => "undo-2",
        EventKind::Revoked => "octagon-x",
        EventKind::Superseded => "history",
        EventKind::ReEvaluationFiled | EventKind::ReEvaluationClosed => "clipboard-check",
    };
    let mut detail: Vec<String> = Vec::new();
    if let Some(number) = event.act_number.as_ref().filter(|number| !number.is_empty()) {
        detail.push(here.app.words.text(here.lang, "event-act", &[("number", number.clone())]));
    }
    detail.extend(event.authority.clone());
    let rules = &here.ground().rules;
    let ground = event.ground.as_deref().and_then(|ground| rebuild::ground_name(rules, ground));
    detail.extend(ground.map(|ground| ground.of(here.lang).to_owned()));
    if let Some(concluded) = event.concluded_on {
        detail.push(here.app.words.text(here.lang, "event-concluded", &[("on", concluded.people())]));
        // Art. 8: the decision follows the conclusion within so many days.
        let due = rules.in_force_on(event.on_day.0).and_then(|pack| pack.revoke_by(concluded.0)).map(Day);
        if event.kind == EventKind::Revoked
            && let Some(due) = due.filter(|due| *due < event.on_day)
        {
            let late = due.days_until(event.on_day).to_string();
            detail.push(here.app.words.text(here.lang, "event-late", &[("days", late)]));
        }
    }
    detail.extend(event.reason.clone().filter(|_| is_office));
    Moment {
        icon,
        title: here.t(&format!("event-{}", event.kind)),
        when: event.on_day.people(),
        detail: (!detail.is_empty()).then(|| detail.join(" · ")),
        gap: false,
    }
}
