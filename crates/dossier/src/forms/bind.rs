//! `bind`: the whole dossier in one file with bookmarks. It may take minutes, so a job does it and the page shows how
//! far it is.

use std::collections::BTreeMap;
use std::pin::Pin;

use axum::extract::Path;
use bytes::Bytes;
use ground::files::{FileKind, Files, Incoming};
use ground::jobs::{NewJob, Task, Worker};
use ground::{Actor, Ground, Lang, Refusal, Result};
use papers::dossier::{Entry, MAX_BYTES, MAX_PAGES, Part, merge};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use web::{Answer, Here, Posted};

use super::bundle_row::{self, BundleId};
use super::{engine, form, pdf_response, timestamp};
use crate::application::{self, Application, ApplicationId, Seen, said};
use crate::paper::{self, PaperId};
use crate::self_assessment::{all_citations, sheet_of};

/// Does the binding.
pub const BINDER: Worker = Worker { kind: KIND, work: bind };

const KIND: &str = "dossier-bind";
/// Bound files shown.
const SHOWN: u64 = 3;

/// A bound file, or one in the making.
#[derive(Clone, Debug, Serialize)]
pub struct BundleLine {
    /// Where it is downloaded, when it is ready.
    pub href: Option<String>,
    /// Who asked for it and when.
    pub asked: String,
    /// Its pages.
    pub pages: i32,
    /// Papers that a sheet stands in for.
    pub replaced: i32,
    /// How far it is, 0–100.
    pub percent: i32,
    /// It could not be made.
    pub failed: bool,
}

#[derive(Serialize, Deserialize)]
struct Asked {
    bundle: BundleId,
}

/// Asks for a dossier to be bound.
async fn ask(ground: &Ground, actor: &Actor, seen: &Seen) -> Result<BundleId> {
    let mut change = ground.change(actor, "bind-dossier", &seen.resource).await?;
    let id: BundleId = change.new_id();
    let row = bundle_row::ActiveModel {
        id: Set(id),
        application_id: Set(seen.application.id),
        file_hash: Set(None),
        pages: Set(None),
        replaced: Set(None),
        asked_by_name: Set(change.by_name().to_owned()),
        asked_at: Set(change.at()),
        ready_at: Set(None),
    };
    change.insert(row).await?;
    change.enqueue(NewJob::new(KIND, &Asked { bundle: id })?);
    change.commit().await?;
    Ok(id)
}

fn bind(ground: Ground, task: Task) -> Pin<Box<dyn Future<Output = Result<()>> + Send>> {
    Box::pin(async move {
        let Asked { bundle } = task.payload()?;
        let row = bundle_row::Entity::find_by_id(bundle).one(&ground.reader()).await?.ok_or_else(Refusal::not_found)?;
        if row.ready_at.is_some() {
            return Ok(());
        }
        let application = application::load(&ground.reader(), row.application_id).await?;
        let entries = entries(&ground, &application, &task).await?;
        let (title, at) = (application.product_name.clone(), ground.clock.now());
        let merged = tokio::task::spawn_blocking(move || merge(engine()?, &title, &entries, timestamp(at)).map_err(Refusal::unexpected))
            .await
            .map_err(Refusal::unexpected)??;
        let limits = Incoming { field: "file", bytes: MAX_BYTES as u64, pages: u32::try_from(MAX_PAGES * 2).unwrap_or(u32::MAX) };
        let bytes = Bytes::from(merged.pdf.bytes().to_vec());
        let parts = futures::stream::iter([Ok::<_, std::io::Error>(bytes)]);
        let received = ground.files.receive(parts, limits, ground.clock.new_id()).await?;
        let actor = Actor::system("bind");
        let resource = ground::Resource::new("dossier", application.id).producer(application.producer_id);
        let mut change = ground.change(&actor, "keep-bundle", &resource).await?;
        let hash = Files::enter(&mut change, &received).await?;
        let ready = bundle_row::ActiveModel {
            id: Set(bundle),
            file_hash: Set(Some(hash)),
            pages: Set(Some(received.pages)),
            replaced: Set(i32::try_from(merged.replaced.len()).ok()),
            ready_at: Set(Some(change.at())),
            ..Default::default()
        };
        change.update(&row, ready).await?;
        change.commit().await
    })
}

// The forms, then every cited paper once, under its row of the evidence table.
async fn entries(ground: &Ground, application: &Application, task: &Task) -> Result<Vec<Entry>> {
    let (pack, _) = sheet_of(&ground.rules, application)?;
    let mut cited: BTreeMap<String, Vec<(PaperId, String)>> = BTreeMap::new();
    for paper in all_citations(&ground.reader(), application.id).await? {
        let under = cited.entry(paper.code).or_default();
        if under.iter().all(|(id, _)| *id != paper.paper_id) {
            under.push((paper.paper_id, paper.title));
        }
    }
    let papers: usize = cited.values().map(Vec::len).sum();
    // One more for the merging itself.
    let total = i32::try_from(papers).unwrap_or(i32::MAX - 4) + 4;
    let mut entries = Vec::new();
    let mut done = 0;
    for (name, title) in [("01.pdf", "Mẫu 01"), ("02.pdf", "Mẫu 02"), ("03.pdf", "Mẫu 03")] {
        match form(ground, application, name).await {
            Ok(pdf) => entries.push(Entry { title: title.to_owned(), part: Part::Pdf(pdf.bytes().to_vec()) }),
            Err(refusal) if refusal.kind == ground::RefusalKind::NotFound => {}
            Err(refusal) => return Err(refusal),
        }
        done += 1;
        task.progress(ground, done, total).await?;
    }
    for (code, papers) in cited {
        let name = pack.evidence().find(|(known, _)| *known == code).map(|(_, row)| said(&row.name, Lang::Vi));
        let mut inner = Vec::new();
        for (id, title) in papers {
            inner.extend(paper_entries(ground, id, &title).await?);
            done += 1;
            task.progress(ground, done, total).await?;
        }
        let title = name.map_or_else(|| "Tài liệu khác".to_owned(), |name| format!("{code} {name}"));
        entries.push(Entry { title, part: Part::Group(inner) });
    }
    Ok(entries)
}

async fn paper_entries(ground: &Ground, id: PaperId, title: &str) -> Result<Vec<Entry>> {
    let files = paper::files(&ground.reader(), id).await?;
    let mut entries = Vec::new();
    for (file, n) in files.iter().zip(1..) {
        let row = Files::find(&ground.reader(), &file.file_hash).await?;
        let part = match row.kind {
            FileKind::Pdf => Part::Pdf(ground.files.read(&row.hash).await?.to_vec()),
            FileKind::Jpeg | FileKind::Png => Part::Picture(ground.files.read(&row.hash).await?.to_vec()),
            // As the page preview shows it, which is a JPEG.
            FileKind::Webp => Part::Picture(ground.files.page(&row, 1).await?.to_vec()),
        };
        let title = if files.len() > 1 { format!("{title} ({n})") } else { title.to_owned() };
        entries.push(Entry { title, part });
    }
    Ok(entries)
}

/// The newest bound files of an application, with those in the making.
pub(crate) async fn bundles(here: &Here, id: ApplicationId) -> Result<Vec<BundleLine>> {
    let rows = bundle_row::Entity::find()
        .filter(bundle_row::Column::ApplicationId.eq(id))
        .order_by_desc(bundle_row::Column::AskedAt)
        .limit(SHOWN)
        .all(&here.reader())
        .await?;
    let mut lines = Vec::new();
    for row in rows {
        let job = ground::jobs::of_payload(&here.reader(), KIND, &Asked { bundle: row.id }).await?;
        let percent = job.as_ref().map_or(0, |job| (job.done * 100).checked_div(job.total).unwrap_or(0));
        lines.push(BundleLine {
            href: row.ready_at.map(|_| format!("/dossiers/{id}/bundles/{}", row.id)),
            asked: format!("{} · {}", row.asked_by_name, web::parts::moment(row.asked_at)),
            pages: row.pages.unwrap_or_default(),
            replaced: row.replaced.unwrap_or_default(),
            percent,
            failed: job.is_some_and(|job| job.state == ground::jobs::State::Failed),
        });
    }
    Ok(lines)
}

/// `POST /dossiers/{id}/bundle`.
pub(super) async fn post(here: Here, Path(id): Path<ApplicationId>, Posted(_): Posted) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    ask(here.ground(), &here.actor, &seen).await?;
    here.done(&format!("/dossiers/{id}/procedure#bundle"), "bundle-asked")
}

/// `GET /dossiers/{id}/bundles/{bundle}`.
pub(super) async fn download(here: Here, Path((id, bundle)): Path<(ApplicationId, BundleId)>) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    here.ground().access.require(&here.actor, "bind-dossier", &seen.resource)?;
    let row = bundle_row::Entity::find_by_id(bundle).one(&here.reader()).await?;
    let hash = row.filter(|row| row.application_id == id).and_then(|row| row.file_hash);
    let bytes = here.ground().files.read(&hash.ok_or_else(Refusal::not_found)?).await?;
    Ok(pdf_response("ho-so.pdf", bytes.to_vec()))
}
