//! Papers of the vaults: each a small PDF with the lines of the files, put in by who is said to have put it in.

use std::sync::Arc;

use anyhow::Context;
use bytes::Bytes;
use dossier::paper::{NewPaper, add};
use ground::files::{Incoming, Received};
use ground::{Day, Ground, Resource};
use papers::{Engine, Templates};
use register::producer;
use serde_json::json;
use web::Uploaded;

use super::play::Play;
use super::written::Paper;

/// The template of a paper.
const TEMPLATE: &str = "demo-paper.typ";

/// What a paper of the demo shows.
pub(super) struct Sheet {
    pub(super) title: String,
    pub(super) issuer: Option<String>,
    pub(super) number: Option<String>,
    pub(super) issued_on: Option<Day>,
    pub(super) pages: u32,
    pub(super) text: Vec<String>,
}

/// Typesets papers.
pub(super) struct Press(Arc<Engine>);

impl Press {
    /// # Errors
    /// None in practice: the template's name is valid.
    pub(super) fn new() -> anyhow::Result<Self> {
        let templates = Templates::default().with(TEMPLATE, include_str!("paper.typ"))?;
        Ok(Self(Arc::new(Engine::new(templates))))
    }

    /// Typesets a paper and takes it in as an upload is.
    ///
    /// # Errors
    /// The template is at fault, or the file is over its limits.
    pub(super) async fn receive(&self, ground: &Ground, sheet: &Sheet) -> anyhow::Result<Received> {
        let facts = json!({
            "title": sheet.title,
            "issuer": sheet.issuer,
            "number": sheet.number,
            "issued_on": sheet.issued_on.map(Day::people),
            "pages": sheet.pages,
            "text": sheet.text,
        });
        let at = jiff::Timestamp::from_microsecond(ground.clock.now().micros())?;
        let engine = self.0.clone();
        let typeset = move || engine.typeset_facts(TEMPLATE, facts, Vec::new(), at);
        let pdf = tokio::task::spawn_blocking(typeset).await?.context("typesetting")?;
        let config = &ground.config;
        let limits = Incoming {
            field: "file",
            bytes: config.upload_megabytes * 1_000_000,
            pages: config.upload_pages,
        };
        let bytes = Bytes::copy_from_slice(pdf.bytes());
        let parts = futures::stream::iter([Ok::<_, std::io::Error>(bytes)]);
        Ok(ground.files.receive(parts, limits, ground.clock.new_id()).await?)
    }
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

async fn put(play: &Play<'_>, producer: &str, paper: &Paper) -> anyhow::Result<dossier::paper::PaperId> {
    let ground = play.ground;
    let actor = play.actor(&paper.added_by).await?;
    let producer = producer::load(&ground.reader(), play.producer(producer)?).await?;
    let places = register::place::scope(&ground.reader(), producer.place_id, play.today()).await?;
    let vault = Resource::new("vault", producer.id).places(places).producer(producer.id);
    let sheet = Sheet {
        title: paper.title.clone(),
        issuer: paper.issuer.clone(),
        number: paper.number.clone(),
        issued_on: paper.issued_on,
        pages: paper.pages,
        text: paper.text.clone(),
    };
    let file = play.papers.receive(ground, &sheet).await?;
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
