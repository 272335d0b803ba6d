//! A decision's page: what it says of each case, with all its papers.

use axum::extract::Path;
use web::{Answer, Frame, Here};

use super::{DecisionId, Ruling, resource, store};
use crate::case_file;
use crate::outcome::words::figure;

#[derive(serde::Serialize)]
struct Line {
    product: String,
    producer: String,
    mean: String,
    stars: u8,
    ruling: String,
    letter_href: String,
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "decision/show.html")]
struct DecisionPage {
    #[serde(skip)]
    frame: Frame,
    id: DecisionId,
    cited: String,
    line: String,
    sitting_href: String,
    items: Vec<Line>,
    has_sent_up: bool,
    may_send_up: bool,
    history: Vec<web::parts::Moment>,
}

/// `GET /decisions/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<DecisionId>) -> Answer {
    let reader = here.reader();
    let decision = store::load(&reader, id).await?;
    let items = store::items(&reader, id).await?;
    let about = resource(&decision, []);
    crate::seen(&here, "see-decision", &about)?;
    let mut cases = case_file::of_sitting(&reader, decision.sitting_id).await?;
    cases.sort_by_key(|case| case.n);
    let has_sent_up = items.iter().any(|item| item.ruling == Ruling::SentUp);
    let line = |case: &case_file::CaseFile| {
        let item = items.iter().find(|item| item.case_file_id == case.id)?;
        Some(Line {
            product: case.product_name.clone(),
            producer: case.producer_name.clone(),
            mean: figure(item.mean()),
            stars: item.stars.and_then(|stars| u8::try_from(stars).ok()).unwrap_or(0),
            ruling: here.t(&format!("ruling-{}", item.ruling)),
            letter_href: format!("/cases/{}/letter.pdf", case.id),
        })
    };
    let mut lines = ground::journal::of_record(&reader, &here.actor, "decision", &id.to_string()).await?;
    // It was signed as an act of its sitting.
    let sitting = decision.sitting_id.to_string();
    let acts = ground::journal::of_record(&reader, &here.actor, "sitting", &sitting).await?;
    lines.extend(acts.into_iter().filter(|act| act.intent == "sign-decision"));
    let said = [
        ("authority", decision.authority.clone()),
        ("day", decision.signed_on.people()),
        ("name", decision.signer_name.clone()),
    ];
    here.show(&DecisionPage {
        frame: here.frame(),
        id,
        cited: decision.cited(),
        line: here.app.words.text(here.lang, "decision-line", &said),
        sitting_href: format!("/sittings/{}", decision.sitting_id),
        items: cases.iter().filter_map(line).collect(),
        has_sent_up,
        may_send_up: has_sent_up && here.may("send-up", &about),
        history: web::parts::history(&here, &lines),
    })
}
