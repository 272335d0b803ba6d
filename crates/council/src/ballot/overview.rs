//! A member's own ballot at a glance, and handing it in.

use axum::extract::Path;
use web::{Answer, Frame, Here};

use super::model::{OPINION, unmarked};
use super::{own, show};
use crate::case_file::{CaseFileId, Stage};
use crate::outcome::words::criterion as named;

#[derive(serde::Serialize)]
struct Line {
    href: String,
    name: String,
    points: Option<i32>,
    most: u8,
    flagged: bool,
    note: String,
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "ballot/overview.html")]
struct OverviewPage {
    #[serde(skip)]
    frame: Frame,
    case: CaseFileId,
    product: String,
    round: i32,
    lines: Vec<Line>,
    unmarked: usize,
    first_unmarked: Option<String>,
    opinion: String,
    is_handed_in: bool,
    may_hand_in: bool,
}

/// `GET /ballots/{case}`.
pub(super) async fn show(here: Here, Path(case): Path<CaseFileId>) -> Answer {
    let (hearing, seat, round) = show::mine(&here, case).await?;
    let (pack, sheet) = hearing.sheet(&here.ground().rules)?;
    let marks = own(&here.reader(), case, seat.id, round).await?;
    let criteria = show::shown(&here, &hearing, round).await?;
    let open = unmarked(sheet, &marks);
    let line = |criterion: &&ocop::Criterion| {
        let mark = marks.get(criterion.id.as_str());
        Line {
            href: show::address(case, Some(criterion)),
            name: named(sheet, pack, criterion.id.as_str(), here.lang),
            points: mark.and_then(|mark| mark.points),
            most: criterion.max.get(),
            flagged: mark.is_some_and(|mark| mark.flagged),
            note: mark.and_then(|mark| mark.note.clone()).unwrap_or_default(),
        }
    };
    let is_handed_in = hearing.has_handed_in(seat.id, round);
    here.show(&OverviewPage {
        frame: here.frame(),
        case,
        product: hearing.case.product_name.clone(),
        round,
        lines: criteria.iter().map(line).collect(),
        unmarked: open.len(),
        first_unmarked: open.first().map(|criterion| show::address(case, Some(criterion))),
        opinion: marks.get(OPINION).and_then(|mark| mark.note.clone()).unwrap_or_default(),
        is_handed_in,
        may_hand_in: matches!(hearing.stage(), Stage::Marking(_))
            && !is_handed_in
            && hearing.marks_in(&seat, round),
    })
}
