//! Papers of the vaults: each a small PDF with the lines of the files, put in by who is said to have put it in.

use std::sync::Arc;

use anyhow::{Context, anyhow};
use bytes::Bytes;
use dossier::paper::{NewPaper, add};
use ground::files::{Incoming, Received};
use ground::{Day, Ground, Resource};
use papers::{Engine, Pdf, Templates};
use register::producer;
use serde_json::json;
use tokio::sync::mpsc;
use web::Uploaded;

use super::play::Play;
use super::written::{Paper, Province};

/// The template of a paper.
const TEMPLATE: &str = "demo-paper.typ";
/// Papers that lie ready at most.
const AHEAD: usize = 64;

/// What a paper of the demo shows.
#[derive(Clone)]
pub(super) struct Sheet {
    pub(super) title: String,
    pub(super) issuer: Option<String>,
    pub(super) number: Option<String>,
    pub(super) issued_on: Option<Day>,
    pub(super) pages: u32,
    pub(super) text: Vec<String>,
}

/// Typesets papers: those of the vaults ahead of their day, on a thread of its own.
pub(super) struct Press {
    engine: Arc<Engine>,
    ahead: mpsc::Receiver<anyhow::Result<Pdf>>,
}

impl Press {
    /// Begins with the papers of the vaults, in the order in which they are put in.
    ///
    /// # Errors
    /// None in practice: the template's name is valid.
    pub(super) fn new(province: &Province) -> anyhow::Result<Self> {
        let templates = Templates::default().with(TEMPLATE, include_str!("paper.typ"))?;
        let engine = Arc::new(Engine::new(templates));
        let mut papers: Vec<&Paper> = province.papers.iter().map(|(_, paper)| paper).collect();
        papers.sort_by_key(|paper| paper.added_on);
        let sheets: Vec<(Sheet, Day)> =
            papers.into_iter().map(|paper| (Sheet::of(paper), paper.added_on)).collect();
        let (finished, ahead) = mpsc::channel(AHEAD);
        let press = engine.clone();
        tokio::task::spawn_blocking(move || {
            for (sheet, day) in sheets {
                // The play has ended early when nobody takes them any more.
                if finished.blocking_send(typeset(&press, &sheet, day)).is_err() {
                    break;
                }
            }
        });
        Ok(Self { engine, ahead })
    }

    /// The next paper of the vaults, taken in as an upload is.
    ///
    /// # Errors
    /// The template is at fault, or the file is over its limits.
    async fn next(&mut self, ground: &Ground) -> anyhow::Result<Received> {
        let pdf = self.ahead.recv().await.ok_or_else(|| anyhow!("the press has stopped"))??;
        receive(ground, pdf).await
    }

    /// Any other paper.
    ///
    /// # Errors
    /// As of those of the vaults.
    pub(super) async fn receive(&self, ground: &Ground, sheet: &Sheet) -> anyhow::Result<Received> {
        let (engine, sheet, day) = (self.engine.clone(), sheet.clone(), ground.clock.today());
        let pdf = tokio::task::spawn_blocking(move || typeset(&engine, &sheet, day)).await??;
        receive(ground, pdf).await
    }
}

impl Sheet {
    fn of(paper: &Paper) -> Self {
        Self {
            title: paper.title.clone(),
            issuer: paper.issuer.clone(),
            number: paper.number.clone(),
            issued_on: paper.issued_on,
            pages: paper.pages,
            text: paper.text.clone(),
        }
    }
}

fn typeset(engine: &Engine, sheet: &Sheet, day: Day) -> anyhow::Result<Pdf> {
    let facts = json!({
        "title": sheet.title,
        "issuer": sheet.issuer,
        "number": sheet.number,
        "issued_on": sheet.issued_on.map(Day::people),
        "pages": sheet.pages,
        "text": sheet.text,
    });
    let at = jiff::Timestamp::from_microsecond(day.start().micros())?;
    engine.typeset_facts(TEMPLATE, facts, Vec::new(), at).context("typesetting")
}

async fn receive(ground: &Ground, pdf: Pdf) -> anyhow::Result<Received> {
    let config = &ground.config;
    let limits =
        Incoming { field: "file", bytes: config.upload_megabytes * 1_000_000, pages: config.upload_pages };
    let parts = futures::stream::iter([Ok::<_, std::io::Error>(Bytes::from(pdf.into_bytes()))]);
    Ok(ground.files.receive(parts, limits, ground.clock.new_id()).await?)
}

/// Puts a paper into a producer's vault.
///
/// # Errors
/// The program refuses.
pub(super) async fn play(play: &mut Play<'_>, producer: &str, paper: &Paper) -> anyhow::Result<String> {
    let id = put(play, producer, paper).await.with_context(|| {
        format!("paper {producer}/{} by {} on {}", paper.key, paper.added_by, play.today())
    })?;
    play.known.papers.insert((producer.to_owned(), paper.key.clone()), id);
    Ok(format!("paper {producer}/{}", paper.key))
}

async fn put(play: &mut Play<'_>, producer: &str, paper: &Paper) -> anyhow::Result<dossier::paper::PaperId> {
    let ground = play.ground;
    let actor = play.actor(&paper.added_by).await?;
    let producer = producer::load(&ground.reader(), play.producer(producer)?).await?;
    let places = register::place::scope(&ground.reader(), producer.place_id, play.today()).await?;
    let vault = Resource::new("vault", producer.id).places(places).producer(producer.id);
    let file = play.papers.next(ground).await?;
    let new = NewPaper {
        code: paper.code.clone(),
        title: paper.title.clone(),
        number: paper.number.clone(),
        issuer: paper.issuer.clone(),
        issued_on: paper.issued_on,
        expires_on: paper.expires_on,
        note: None,
    };
    let uploaded = [Uploaded { name: format!("{}.pdf", paper.key), file }];
    Ok(add(ground, &actor, (producer.id, &vault), new, &uploaded).await?)
}
