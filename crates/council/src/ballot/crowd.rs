//! Marks of a whole room in one transaction: what each needs is read once for all, each is judged for itself, those
//! that hold are written with one wait for the disk.

use std::collections::{BTreeSet, HashMap, HashSet};

use ground::actor::UserId;
use ground::records::{Crowd, Together};
use ground::{Actor, Ground, Reader, Refusal, Resource, Result};
use ocop::{Criterion, Library, Sheet};
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;

use super::mark::{Saved, Wanted};
use super::model::{OPINION, applies, depends_on, points, seal};
use super::{Mark, handed_in_of, mark_row};
use crate::case_file::{self, CaseFile, CaseFileId, Stage};
use crate::seat::{self, Seat, SeatId};
use crate::sitting::{self, SittingId};
use crate::{interest, outcome};

/// Marks written by one transaction.
pub(super) const MOST: usize = 400;

/// A mark on its way.
pub(super) struct Pending {
    pub(super) actor: Actor,
    pub(super) wanted: Wanted,
}

/// Marks waiting for the next transaction.
pub(super) type Marking = Crowd<Pending, Saved>;

/// Writes marks; one answer each, in order.
pub(super) async fn write(ground: Ground, pending: Vec<Pending>) -> Vec<Result<Saved>> {
    match attempt(&ground, &pending).await {
        Ok(answers) => answers,
        Err(refusal) => pending.iter().map(|_| Err(refusal.clone())).collect(),
    }
}

async fn attempt(ground: &Ground, pending: &[Pending]) -> Result<Vec<Result<Saved>>> {
    let mut together = ground.together().await?;
    let mut room = RoomNow::read(&together.reader(), &ground.rules, pending).await?;
    let at = together.at();
    let mut answers = Vec::with_capacity(pending.len());
    let mut rows = Vec::new();
    for one in pending {
        let judged = room.judge(&ground.rules, one, at).and_then(|judged| enter(&mut together, one, judged));
        answers.push(judged.map(|(row, stage)| {
            room.marks.insert(key(&row.2), row.2.clone());
            rows.push(row);
            Saved { at, round: stage }
        }));
    }
    if rows.is_empty() {
        return Ok(answers);
    }
    together.put::<mark_row::Entity>(rows).await?;
    together.commit().await?;
    Ok(answers)
}

type Row = (ground::records::Entered, Option<Mark>, Mark);

struct Judged {
    before: Option<Mark>,
    after: Mark,
    resource: Resource,
}

fn enter(together: &mut Together, one: &Pending, judged: Judged) -> Result<(Row, i32)> {
    let entered = together.enter(&one.actor, "mark-ballot", &judged.resource)?;
    together.seal(entered, seal(one.wanted.case));
    together.say(entered, "criterion", &one.wanted.criterion);
    let round = judged.after.round;
    Ok(((entered, judged.before, judged.after), round))
}

type Key = (CaseFileId, SeatId, i32, String);

fn key(mark: &Mark) -> Key {
    (mark.case_file_id, mark.seat_id, mark.round, mark.criterion.clone())
}

/// What the room looks like to the marks at hand.
struct RoomNow {
    cases: HashMap<CaseFileId, CaseFile>,
    stages: HashMap<CaseFileId, Stage>,
    open: HashSet<SittingId>,
    seats: HashMap<(SittingId, UserId), Seat>,
    present: HashSet<(SittingId, SeatId)>,
    recused: HashSet<(CaseFileId, SeatId)>,
    handed_in: HashSet<(CaseFileId, SeatId, i32)>,
    choices: HashMap<(CaseFileId, String), ocop::Case>,
    differing: HashMap<CaseFileId, BTreeSet<String>>,
    marks: HashMap<Key, Mark>,
}

impl RoomNow {
    async fn read(reader: &Reader<'_>, rules: &Library, pending: &[Pending]) -> Result<Self> {
        let ids: BTreeSet<CaseFileId> = pending.iter().map(|one| one.wanted.case).collect();
        let users: BTreeSet<UserId> = pending.iter().filter_map(|one| one.actor.user).collect();
        let found =
            case_file::row::Entity::find().filter(case_file::row::Column::Id.is_in(ids)).lock_shared();
        let cases = found.all(reader).await?;
        let stages = case_file::stages(reader, &cases).await?;
        let ids: Vec<CaseFileId> = cases.iter().map(|case| case.id).collect();
        let sittings: BTreeSet<SittingId> = cases.iter().map(|case| case.sitting_id).collect();
        let seats = seats(reader, &sittings, users).await?;
        let seat_ids: BTreeSet<SeatId> = seats.values().map(|seat| seat.id).collect();
        let mut differing = HashMap::new();
        for case in cases.iter().filter(|case| stages.get(&case.id).is_some_and(|stage| stage.round() > 1)) {
            differing.insert(case.id, outcome::differing(reader, rules, case).await?);
        }
        let criteria = criteria(rules, &cases, pending);
        Ok(Self {
            open: sitting::store::open_of(reader, &sittings).await?,
            present: sitting::store::present_of(reader, &sittings, &seat_ids).await?,
            recused: interest::recused_of(reader, &ids, &seat_ids).await?,
            handed_in: handed_in_of(reader, &ids, &seat_ids).await?,
            choices: case_file::store::choices_of(reader, &ids).await?,
            marks: marks(reader, &ids, &seat_ids, criteria).await?,
            cases: cases.into_iter().map(|case| (case.id, case)).collect(),
            stages,
            seats,
            differing,
        })
    }

    fn judge(&self, rules: &Library, one: &Pending, at: ground::Instant) -> Result<Judged> {
        let wanted = &one.wanted;
        let case = self.cases.get(&wanted.case).ok_or_else(Refusal::not_found)?;
        let user =
            one.actor.user.ok_or_else(|| Refusal::new(ground::RefusalKind::NotSignedIn, "not-signed-in"))?;
        // Who has no seat here does not learn that there is a case.
        let seat = self.seats.get(&(case.sitting_id, user)).ok_or_else(Refusal::not_found)?;
        let recused = self.recused.contains(&(case.id, seat.id));
        let stage = self.stages.get(&case.id).copied().unwrap_or(Stage::Waiting);
        let Stage::Marking(round) = stage else { return Err(case_file::model::stands(stage)) };
        if recused {
            return Err(Refusal::wrong_state("recused"));
        }
        if !self.open.contains(&case.sitting_id) {
            return Err(Refusal::wrong_state("sitting-not-open"));
        }
        if !seat.votes || !self.present.contains(&(case.sitting_id, seat.id)) {
            return Err(Refusal::wrong_state("not-a-marker"));
        }
        if round > 1 && !self.handed_in.contains(&(case.id, seat.id, 1)) {
            return Err(Refusal::wrong_state("not-a-marker"));
        }
        if self.handed_in.contains(&(case.id, seat.id, round)) {
            return Err(Refusal::wrong_state("ballot-handed-in"));
        }
        let (_, sheet) = case_file::model::sheet_of(rules, &case.rules, case.set_number)?;
        let points = self.points(sheet, case, seat.id, round, wanted)?;
        let after = Mark {
            case_file_id: case.id,
            seat_id: seat.id,
            round,
            criterion: wanted.criterion.clone(),
            points,
            note: wanted.note.clone(),
            flagged: wanted.flagged,
            at,
        };
        let before = self.marks.get(&key(&after)).cloned();
        Ok(Judged { before, after, resource: resource(case.id, seat, recused) })
    }

    fn points(
        &self,
        sheet: &Sheet,
        case: &CaseFile,
        seat: SeatId,
        round: i32,
        wanted: &Wanted,
    ) -> Result<Option<i32>> {
        if wanted.criterion == OPINION {
            return Ok(None);
        }
        let (_, criterion) = sheet.criterion(&wanted.criterion).ok_or_else(Refusal::not_found)?;
        let differs = self.differing.get(&case.id);
        if round > 1 && differs.is_some_and(|differing| !differing.contains(&wanted.criterion)) {
            return Err(Refusal::wrong_state("criterion-settled"));
        }
        let Some(text) = wanted.points.as_deref() else {
            if wanted.flagged || wanted.note.is_some() {
                return Ok(None);
            }
            return Err(Refusal::field("points", "required"));
        };
        let choice = self.choices.get(&(case.id, wanted.criterion.clone())).copied();
        let given = points(criterion, choice, text)?;
        if !self.applies(sheet, criterion, case.id, seat, round) && given != ocop::Points::ZERO {
            return Err(Refusal::wrong_state("criterion-does-not-apply"));
        }
        Ok(Some(i32::from(given.get())))
    }

    fn applies(
        &self,
        sheet: &Sheet,
        criterion: &Criterion,
        case: CaseFileId,
        seat: SeatId,
        round: i32,
    ) -> bool {
        applies(sheet, criterion, |id| {
            let newest =
                (1..=round).rev().find_map(|round| self.marks.get(&(case, seat, round, id.to_owned())));
            newest.and_then(|mark| mark.points)
        })
    }
}

/// A ballot as policies see it.
pub(super) fn resource(case: CaseFileId, seat: &Seat, recused: bool) -> Resource {
    Resource::new("ballot", format!("{case}/{}", seat.id))
        .text("owner", seat.account_id)
        .flag("recused", recused)
}

// The criteria at hand, and those their being marked hangs on.
fn criteria(rules: &Library, cases: &[CaseFile], pending: &[Pending]) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = pending.iter().map(|one| one.wanted.criterion.clone()).collect();
    for case in cases {
        let Ok((_, sheet)) = case_file::model::sheet_of(rules, &case.rules, case.set_number) else {
            continue;
        };
        for one in pending.iter().filter(|one| one.wanted.case == case.id) {
            if let Some((_, criterion)) = sheet.criterion(&one.wanted.criterion) {
                names.extend(depends_on(sheet, criterion).map(str::to_owned));
            }
        }
    }
    names
}

async fn seats(
    reader: &Reader<'_>,
    sittings: &BTreeSet<SittingId>,
    users: BTreeSet<UserId>,
) -> Result<HashMap<(SittingId, UserId), Seat>> {
    let sittings = sitting::store::councils_of(reader, sittings).await?;
    let councils: BTreeSet<_> = sittings.iter().map(|(_, council)| *council).collect();
    let rows = seat::row::Entity::find()
        .filter(seat::row::Column::CouncilId.is_in(councils))
        .filter(seat::row::Column::AccountId.is_in(users))
        .filter(seat::row::Column::VacatedAt.is_null());
    let mut seats = HashMap::new();
    for row in rows.all(reader).await? {
        for (sitting, _) in sittings.iter().filter(|(_, council)| *council == row.council_id) {
            seats.insert((*sitting, row.account_id), row.clone());
        }
    }
    Ok(seats)
}

async fn marks(
    reader: &Reader<'_>,
    cases: &[CaseFileId],
    seats: &BTreeSet<SeatId>,
    criteria: BTreeSet<String>,
) -> Result<HashMap<Key, Mark>> {
    let rows = mark_row::Entity::find()
        .filter(mark_row::Column::CaseFileId.is_in(cases.iter().copied()))
        .filter(mark_row::Column::SeatId.is_in(seats.iter().copied()))
        .filter(mark_row::Column::Criterion.is_in(criteria));
    Ok(rows.all(reader).await?.into_iter().map(|row| (key(&row), row)).collect())
}
