//! Reading papers, and the notice of the same file elsewhere.

use ground::actor::ProducerId;
use ground::files::FileHash;
use ground::{Actor, Day, Ground, Reader, Refusal, RefusalKind, Resource, Result};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;
use sea_orm::{QueryOrder, QuerySelect};
use web::Here;

use super::row::{Column, Entity};
use super::{Paper, PaperId, file_row, vouching_row};
use crate::application::{self, Application};
use crate::self_assessment::citation_row as citation;

/// Most papers of one vault shown.
const PAPERS: u64 = 1_000;

/// A paper.
///
/// # Errors
/// `not-found`.
pub async fn load(reader: &Reader<'_>, id: PaperId) -> Result<Paper> {
    Entity::find_by_id(id).one(reader).await?.ok_or_else(Refusal::not_found)
}

/// The papers of a producer, by row of the evidence table.
///
/// # Errors
/// The records are away.
pub async fn of_producer(reader: &Reader<'_>, producer: ProducerId) -> Result<Vec<Paper>> {
    let rows = Entity::find()
        .filter(Column::ProducerId.eq(producer))
        .order_by_asc(Column::Code)
        .order_by_desc(Column::AddedAt)
        .limit(PAPERS);
    Ok(rows.all(reader).await?)
}

/// The files of a paper, in order.
///
/// # Errors
/// The records are away.
pub async fn files(reader: &Reader<'_>, id: PaperId) -> Result<Vec<file_row::Model>> {
    let rows =
        file_row::Entity::find().filter(file_row::Column::PaperId.eq(id)).order_by_asc(file_row::Column::N);
    Ok(rows.all(reader).await?)
}

/// Pages of all its files together.
pub(crate) async fn page_count(reader: &Reader<'_>, id: PaperId) -> Result<i32> {
    Ok(files(reader, id).await?.iter().map(|file| file.pages).sum())
}

pub(super) async fn vouchings(reader: &Reader<'_>, id: PaperId) -> Result<Vec<vouching_row::Model>> {
    let rows = vouching_row::Entity::find()
        .filter(vouching_row::Column::PaperId.eq(id))
        .order_by_asc(vouching_row::Column::At);
    Ok(rows.all(reader).await?)
}

/// The criteria that cite a paper: (application, criterion).
pub(super) async fn cited_in(reader: &Reader<'_>, id: PaperId) -> Result<Vec<citation::Model>> {
    let rows = citation::Entity::find().filter(citation::Column::PaperId.eq(id)).limit(PAPERS);
    Ok(rows.all(reader).await?)
}

/// Other papers that hold the same file: in this producer's vault, and in others'.
pub(super) async fn same_file(reader: &Reader<'_>, paper: &Paper, hashes: &[FileHash]) -> Result<Vec<Paper>> {
    let holding = Query::select()
        .column(file_row::Column::PaperId)
        .from(file_row::Entity)
        .and_where(file_row::Column::FileHash.is_in(hashes.iter().map(FileHash::to_string)))
        .to_owned();
    let rows = Entity::find()
        .filter(Column::Id.in_subquery(holding))
        .filter(Column::Id.ne(paper.id))
        .filter(Column::WithdrawnAt.is_null())
        .limit(PAPERS);
    Ok(rows.all(reader).await?)
}

/// A paper as policies see it.
///
/// # Errors
/// The records are away.
pub async fn resource(reader: &Reader<'_>, paper: &Paper, today: Day) -> Result<Resource> {
    let producer = register::producer::load(reader, paper.producer_id).await?;
    let places = register::place::scope(reader, producer.place_id, today).await?;
    let citing = Query::select()
        .column(citation::Column::ApplicationId)
        .from(citation::Entity)
        .and_where(citation::Column::PaperId.eq(paper.id))
        .to_owned();
    let reviewed = application::row::Entity::find()
        .filter(application::row::Column::Id.in_subquery(citing))
        .filter(application::row::Column::Stage.is_in(application::UNDER_REVIEW))
        .one(reader)
        .await?;
    Ok(Resource::new("paper", paper.id)
        .places(places)
        .producer(paper.producer_id)
        .flag("under_review", reviewed.is_some()))
}

/// Loads a paper through the actor's scope.
pub(super) async fn see(ground: &Ground, actor: &Actor, id: PaperId) -> Result<(Paper, Resource)> {
    if actor.user.is_none() && !actor.is_system {
        return Err(Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"));
    }
    let paper = load(&ground.reader(), id).await?;
    let resource = resource(&ground.reader(), &paper, ground.clock.today()).await?;
    if ground.access.allows(actor, "see-paper", &resource) {
        return Ok((paper, resource));
    }
    Err(Refusal::not_found())
}

/// The page of a producer's vault, where the reader sees it.
pub(crate) async fn vault_href(here: &Here, producer: ProducerId) -> Result<Option<String>> {
    match see_vault(here.ground(), &here.actor, producer).await {
        Ok(_) => Ok(Some(format!("/papers?producer={producer}"))),
        Err(refusal) if refusal.kind == RefusalKind::NotFound => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// Whether the reader may open the papers that an application cites: all of its producer's, and under review when it is.
pub(crate) async fn sees_cited(here: &Here, application: &Application) -> Result<bool> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let producer = register::producer::load(&reader, application.producer_id).await?;
    let places = register::place::scope(&reader, producer.place_id, today).await?;
    let papers = Resource::new("paper", application.id)
        .places(places)
        .producer(application.producer_id)
        .flag("under_review", application::UNDER_REVIEW.contains(&application.stage));
    Ok(here.may("see-paper", &papers))
}

/// Loads a producer's vault through the actor's scope.
pub(super) async fn see_vault(
    ground: &Ground,
    actor: &Actor,
    producer: ProducerId,
) -> Result<(register::producer::Producer, Resource)> {
    if actor.user.is_none() && !actor.is_system {
        return Err(Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"));
    }
    let producer = register::producer::load(&ground.reader(), producer).await?;
    let vault = application::vault(&ground.reader(), &producer, ground.clock.today()).await?;
    if ground.access.allows(actor, "see-vault", &vault) {
        return Ok((producer, vault));
    }
    Err(Refusal::not_found())
}
