//! An upgrade or re-evaluation starts as a diff of the last application: its marks and citations are copied, and the
//! page shows what has changed since.

use std::collections::BTreeMap;

use ground::{Change, Reader, Result};
use ocop::{CriterionId, Pack, Sheet};
use sea_orm::Set;

use super::model::{Marks, parse, sheet_of, value};
use super::{citation_row, mark_row, narrative_row, store};
use crate::application::Application;
use crate::paper;

/// Copies what still holds from the application before: under the same rules marks, descriptions and citations; under
/// other rules citations of the criterion with the same idea alone, since points mean something else there.
pub(crate) async fn copy(change: &mut Change, from: &Application, to: &Application) -> Result<()> {
    let rules = change.rules();
    let (_, old) = sheet_of(&rules, from)?;
    let (_, new) = sheet_of(&rules, to)?;
    if from.rules == to.rules && from.set_number == to.set_number {
        copy_marks(change, new, from, to).await?;
    }
    for row in store::citation_rows(&change.reader(), from.id).await? {
        let Some(criterion) = counterpart(old, new, &row.criterion) else { continue };
        if paper::load(&change.reader(), row.paper_id).await?.withdrawn_at.is_some() {
            continue;
        }
        let copied = citation_row::ActiveModel {
            id: Set(change.new_id()),
            application_id: Set(to.id),
            criterion: Set(criterion.to_string()),
            paper_id: Set(row.paper_id),
            first_page: Set(row.first_page),
            last_page: Set(row.last_page),
            note: Set(row.note),
            cited_by_name: Set(change.by_name().to_owned()),
            cited_at: Set(change.at()),
        };
        change.insert(copied).await?;
    }
    for (topic, row) in store::narrative(&change.reader(), from.id).await? {
        if topic == narrative_row::Topic::Changes {
            continue;
        }
        let copied = narrative_row::ActiveModel {
            id: Set(change.new_id()),
            application_id: Set(to.id),
            topic: Set(topic),
            body: Set(row.body),
            written_by: Set(change.by()),
            written_by_name: Set(change.by_name().to_owned()),
            written_at: Set(change.at()),
            version: Set(to.version),
        };
        change.insert(copied).await?;
    }
    Ok(())
}

async fn copy_marks(change: &mut Change, sheet: &Sheet, from: &Application, to: &Application) -> Result<()> {
    for (id, row) in store::mark_rows(&change.reader(), from.id).await? {
        let Some((_, criterion)) = sheet.criterion(&id) else { continue };
        let still = store::marks_of([&row]).get(&criterion.id).copied();
        let still = still.and_then(|mark| parse(criterion, &value(mark)));
        let copied = mark_row::ActiveModel {
            id: Set(change.new_id()),
            application_id: Set(to.id),
            criterion: Set(id),
            case_letter: Set(still.and_then(|mark| mark.case).map(|case| case.letter().to_owned())),
            points: Set(still.map(|mark| i32::from(mark.points.get()))),
            description: Set(row.description),
            marked_by: Set(change.by()),
            marked_by_name: Set(change.by_name().to_owned()),
            marked_at: Set(change.at()),
            version: Set(to.version),
        };
        change.insert(copied).await?;
    }
    Ok(())
}

// The criterion of the new sheet with the same idea; where several share it, the one with the same number.
fn counterpart<'a>(old: &Sheet, new: &'a Sheet, id: &str) -> Option<&'a CriterionId> {
    let (_, criterion) = old.criterion(id)?;
    let same: Vec<_> = new.criteria().iter().filter(|other| other.key == criterion.key).collect();
    let exact = same.iter().find(|other| other.id == criterion.id);
    exact.or(same.first()).map(|other| &other.id)
}

/// What changed on one criterion since the last application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    /// Points then; none where it was not marked, or was marked under other rules.
    pub(crate) points: Option<u8>,
    /// Papers that came.
    pub(crate) added: usize,
    /// Papers that went.
    pub(crate) removed: usize,
}

/// What changed since the application before, by criterion of the new sheet; empty for a first application.
pub(crate) async fn since(
    reader: &Reader<'_>,
    rules: &ocop::Library,
    application: &Application,
    marks: &Marks,
) -> Result<BTreeMap<CriterionId, Changed>> {
    let Some(previous) = application.previous_id else { return Ok(BTreeMap::new()) };
    let before = crate::application::load(reader, previous).await?;
    let (_, old) = sheet_of(rules, &before)?;
    let (pack, new): (&Pack, &Sheet) = sheet_of(rules, application)?;
    let same_rules = before.rules == pack.id().as_str() && before.set_number == application.set_number;
    let then = store::marks(reader, before.id).await?;
    let pairs = |rows: Vec<citation_row::Model>, map: &dyn Fn(&str) -> Option<CriterionId>| {
        rows.into_iter().filter_map(|row| Some((map(&row.criterion)?, row.paper_id))).collect::<Vec<_>>()
    };
    let old_cited = pairs(store::citation_rows(reader, before.id).await?, &|id| counterpart(old, new, id).cloned());
    let new_cited = pairs(store::citation_rows(reader, application.id).await?, &|id| Some(id.into()));
    let mut changed = BTreeMap::new();
    for criterion in new.criteria() {
        let of = |list: &[(CriterionId, paper::PaperId)], other: &[(CriterionId, paper::PaperId)]| {
            list.iter().filter(|pair| pair.0 == criterion.id && !other.contains(pair)).count()
        };
        let points = same_rules.then(|| then.get(&criterion.id).map(|mark| mark.points.get())).flatten();
        let now = marks.get(&criterion.id).map(|mark| mark.points.get());
        let (added, removed) = (of(&new_cited, &old_cited), of(&old_cited, &new_cited));
        if (same_rules && points != now) || added > 0 || removed > 0 {
            changed.insert(criterion.id.clone(), Changed { points, added, removed });
        }
    }
    Ok(changed)
}
