//! `GET /consents/{id}`.

use askama::Template;
use axum::extract::Path;
use ground::actor::ConsentId;
use ground::{Refusal, Result, journal};
use serde::Serialize;
use web::parts::{Evidence, Moment, Tag, history};
use web::{Answer, Frame, Here};

use super::{Consent, line, store};
use crate::account;

#[derive(Template, Serialize)]
#[template(path = "consent/show.html")]
struct ConsentPage {
    #[serde(skip)]
    frame: Frame,
    id: String,
    producer: String,
    facts: Vec<(String, String)>,
    tag: Tag,
    evidence: Vec<Evidence>,
    may_withdraw: bool,
    #[serde(skip)]
    moments: Vec<Moment>,
}

/// `GET /consents/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<ConsentId>) -> Answer {
    let consent = visible(&here, id).await?;
    here.show(&page(&here, consent).await?)
}

/// A consent that the one who looks may see.
pub(super) async fn visible(here: &Here, id: ConsentId) -> Result<Consent> {
    let consent = store::find(&here.reader(), id).await?;
    if here.may("see-consent", &consent.resource()) { Ok(consent) } else { Err(Refusal::not_found()) }
}

async fn page(here: &Here, consent: Consent) -> Result<ConsentPage> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let people: Vec<_> = [Some(consent.account_id), consent.recorded_by].into_iter().flatten().collect();
    let names = account::names(&reader, &people).await?;
    let told = journal::of_record(&reader, &here.actor, "consent", &consent.id.to_string()).await?;
    let fact = |label: &str, value: String| (here.t(label), value);
    let mut facts = vec![
        fact("consent-account", names.get(&consent.account_id).cloned().unwrap_or_default()),
        fact("consent-scope", here.t(&format!("consent-scope-{}", consent.scope))),
        fact("consent-how", here.t(&format!("consent-how-{}", consent.how_given))),
        fact("consent-given", consent.given_on.people()),
        fact("consent-expires", consent.expires_on.people()),
    ];
    facts.extend(consent.witness.clone().map(|witness| fact("consent-witness", witness)));
    facts.extend(consent.note.clone().map(|note| fact("consent-note", note)));
    if let Some(name) = consent.recorded_by.and_then(|by| names.get(&by)) {
        facts.push(fact("consent-recorded", name.clone()));
    }
    facts.extend(consent.withdrawn_on.map(|on| fact("consent-withdrawn-on", on.people())));
    Ok(ConsentPage {
        frame: here.frame(),
        id: consent.id.to_string(),
        facts,
        tag: line::state(here, &consent, today),
        evidence: evidence(here, &consent).await?,
        may_withdraw: consent.withdrawn_on.is_none() && here.may("withdraw-consent", &consent.resource()),
        moments: history(here, &told),
        producer: consent.producer_name,
    })
}

async fn evidence(here: &Here, consent: &Consent) -> Result<Vec<Evidence>> {
    let Some(hash) = &consent.evidence_hash else { return Ok(Vec::new()) };
    let file = ground::files::Files::find(&here.reader(), hash).await?;
    let page = |page: i32| Evidence {
        href: Some(format!("/consents/{}/evidence/{page}", consent.id)),
        title: here.app.words.text(here.lang, "consent-page", &[("page", page.to_string())]),
        detail: String::new(),
        missing: false,
    };
    Ok((1..=file.pages).map(page).collect())
}
