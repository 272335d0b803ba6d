//! Reading and writing of marks, citations, comments and told parts.

use std::collections::{BTreeMap, HashMap};

use ground::files::FileHash;
use ground::{Day, Instant, Reader, Result};
use ocop::{Case, CriterionId, Mark, Points};
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::model::Marks;
use super::narrative_row::{self, Topic};
use super::{CitationId, citation_row, comment_row, mark_row};
use crate::application::ApplicationId;
use crate::paper::{PaperId, file_row, row as paper_row};

/// Most comments on one page.
const COMMENTS: u64 = 500;

/// A paper as a criterion cites it.
#[derive(Clone, Debug)]
pub struct CitedPaper {
    /// The citation.
    pub citation: CitationId,
    /// The criterion.
    pub criterion: String,
    /// The paper.
    pub paper_id: PaperId,
    /// Its row in the evidence table, or `free`.
    pub code: String,
    /// What it is.
    pub title: String,
    /// The content of its first file.
    pub file: Option<FileHash>,
    /// First page cited, from 1.
    pub first_page: i32,
    /// Last page cited.
    pub last_page: i32,
    /// What it shows there.
    pub note: Option<String>,
    /// Until when it holds.
    pub expires_on: Option<Day>,
    /// When it was taken out of the vault.
    pub withdrawn_at: Option<Instant>,
}

pub(crate) async fn mark_rows(
    reader: &Reader<'_>,
    id: ApplicationId,
) -> Result<BTreeMap<String, mark_row::Model>> {
    let rows = mark_row::Entity::find().filter(mark_row::Column::ApplicationId.eq(id)).all(reader).await?;
    Ok(rows.into_iter().map(|row| (row.criterion.clone(), row)).collect())
}

/// The producer's own marks, by criterion.
///
/// # Errors
/// The records are away.
pub async fn marks(reader: &Reader<'_>, id: ApplicationId) -> Result<Marks> {
    Ok(marks_of(mark_rows(reader, id).await?.values()))
}

pub(crate) fn marks_of<'a>(rows: impl IntoIterator<Item = &'a mark_row::Model>) -> Marks {
    let mark = |row: &mark_row::Model| {
        let points = Points::new(u8::try_from(row.points?).ok()?);
        let case = row.case_letter.as_deref().and_then(Case::from_letter);
        Some((CriterionId::from(row.criterion.as_str()), Mark { case, points }))
    };
    rows.into_iter().filter_map(mark).collect()
}

/// The papers that one criterion cites.
///
/// # Errors
/// The records are away.
pub async fn citations(
    reader: &Reader<'_>,
    id: ApplicationId,
    criterion: &CriterionId,
) -> Result<Vec<CitedPaper>> {
    let cited = all_citations(reader, id).await?;
    Ok(cited.into_iter().filter(|cited| cited.criterion == criterion.as_str()).collect())
}

/// Every citation of an application, in the order they were made.
///
/// # Errors
/// The records are away.
pub async fn all_citations(reader: &Reader<'_>, id: ApplicationId) -> Result<Vec<CitedPaper>> {
    let rows = citation_rows(reader, id).await?;
    let papers: Vec<PaperId> = rows.iter().map(|row| row.paper_id).collect();
    let found = paper_row::Entity::find().filter(paper_row::Column::Id.is_in(papers.clone())).all(reader).await?;
    let found: HashMap<PaperId, paper_row::Model> = found.into_iter().map(|paper| (paper.id, paper)).collect();
    let files = file_row::Entity::find()
        .filter(file_row::Column::PaperId.is_in(papers))
        .filter(file_row::Column::N.eq(1))
        .all(reader)
        .await?;
    let files: HashMap<PaperId, FileHash> = files.into_iter().map(|file| (file.paper_id, file.file_hash)).collect();
    let cited = rows.into_iter().filter_map(|row| {
        let paper = found.get(&row.paper_id)?;
        Some(CitedPaper {
            citation: row.id,
            criterion: row.criterion,
            paper_id: paper.id,
            code: paper.code.clone(),
            title: paper.title.clone(),
            file: files.get(&paper.id).cloned(),
            first_page: row.first_page,
            last_page: row.last_page,
            note: row.note,
            expires_on: paper.expires_on,
            withdrawn_at: paper.withdrawn_at,
        })
    });
    Ok(cited.collect())
}

pub(crate) async fn citation_rows(reader: &Reader<'_>, id: ApplicationId) -> Result<Vec<citation_row::Model>> {
    let rows = citation_row::Entity::find()
        .filter(citation_row::Column::ApplicationId.eq(id))
        .order_by_asc(citation_row::Column::CitedAt)
        .order_by_asc(citation_row::Column::Id);
    Ok(rows.all(reader).await?)
}

pub(crate) async fn comments(reader: &Reader<'_>, id: ApplicationId) -> Result<Vec<comment_row::Model>> {
    let rows = comment_row::Entity::find()
        .filter(comment_row::Column::ApplicationId.eq(id))
        .order_by_desc(comment_row::Column::At)
        .limit(COMMENTS);
    Ok(rows.all(reader).await?)
}

pub(crate) async fn narrative(
    reader: &Reader<'_>,
    id: ApplicationId,
) -> Result<BTreeMap<Topic, narrative_row::Model>> {
    let rows = narrative_row::Entity::find().filter(narrative_row::Column::ApplicationId.eq(id));
    Ok(rows.all(reader).await?.into_iter().map(|row| (row.topic, row)).collect())
}
