//! The vault: the rows of the evidence table with what is there, and free papers.

use askama::Template;
use axum::extract::RawQuery;
use ground::actor::ProducerId;
use ground::{Day, Refusal};
use serde::Serialize;
use web::parts::{Paper as PaperLine, Tag};
use web::{Answer, Frame, Here};

use super::{FREE, Paper, PaperId, add, standing, store};
use crate::application::said;

/// One row of the evidence table.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its code.
    pub code: String,
    /// What it asks for.
    pub name: String,
    /// The papers there.
    pub papers: Vec<PaperLine>,
    /// Where one is added.
    pub add_href: String,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "paper/list.html")]
pub struct VaultPage {
    #[serde(skip)]
    frame: Frame,
    /// The producer.
    pub producer: String,
    /// The producer and how many papers are in use.
    pub line: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether the reader may add.
    pub may_add: bool,
}

/// Title, number, issuer, until when: on one line.
pub(crate) fn in_a_line(here: &Here, paper: &Paper) -> String {
    let detail = detail(here, paper);
    if detail.is_empty() { paper.title.clone() } else { format!("{} ({detail})", paper.title) }
}

fn detail(here: &Here, paper: &Paper) -> String {
    let text = |key: &str, day: Day| here.app.words.text(here.lang, key, &[("day", day.people())]);
    let parts = [
        paper.number.clone(),
        paper.issuer.clone(),
        paper.issued_on.map(|day| text("paper-of-day", day)),
        paper.expires_on.map(|day| text("evidence-until", day)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

pub(super) fn tag(here: &Here, paper: &Paper) -> Tag {
    let (key, kind, icon) = standing(paper, here.ground().clock.today()).look();
    Tag::new(kind, icon, here.t(key))
}

fn line(here: &Here, paper: &Paper) -> PaperLine {
    PaperLine {
        href: href(paper.id),
        title: paper.title.clone(),
        detail: detail(here, paper),
        tag: tag(here, paper),
    }
}

fn href(id: PaperId) -> String {
    format!("/papers/{id}")
}

/// `GET /papers?producer=…`.
pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    let data = web::table::Asked::of(&here, query.as_deref().unwrap_or_default()).query;
    let producer: ProducerId = data.get("producer").parse().map_err(|_| Refusal::not_found())?;
    let (producer, vault) = store::see_vault(here.ground(), &here.actor, producer).await?;
    let papers = store::of_producer(&here.reader(), producer.id).await?;
    let in_use = papers.iter().filter(|paper| paper.withdrawn_at.is_none()).count();
    let mut codes: Vec<(String, String)> = add::codes(&here.ground().rules)
        .into_iter()
        .map(|(code, name)| (code, said(&name, here.lang).to_owned()))
        .collect();
    codes.push((FREE.to_owned(), here.t("paper-code-free")));
    let rows = codes.into_iter().map(|(code, name)| Row {
        papers: papers.iter().filter(|paper| paper.code == code).map(|paper| line(&here, paper)).collect(),
        add_href: format!("/papers/new?producer={}&code={code}", producer.id),
        code,
        name,
    });
    here.show(&VaultPage {
        frame: super::show::frame(&here, producer.id),
        line: here.app.words.text(
            here.lang,
            "vault-line",
            &[("producer", producer.name.clone()), ("count", in_use.to_string())],
        ),
        rows: rows.collect(),
        may_add: here.may("add-paper", &vault),
        producer: producer.name,
    })
}
