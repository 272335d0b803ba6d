//! `sen epcis check --grade`: which grade of the Core Business Vocabulary each event reaches, and why not more.

use epcis::grade::{CbvGrade, graded};
use epcis::model::Content;
use serde::Serialize;

use super::sentences;
use crate::command::{Lang, complain, say};

/// The grade of an event, as a program reads it.
#[derive(Serialize)]
pub(super) struct Grade {
    /// `cbv-compliant`, `cbv-compatible` or `neither`.
    grade: &'static str,
    reasons: Vec<Why>,
    left_out: usize,
    #[serde(skip)]
    is: CbvGrade,
}

/// A reason; its place counts from the event on.
#[derive(Serialize)]
struct Why {
    at: String,
    code: &'static str,
    message: String,
}

/// The grades of the events of a source, in order; none of what does not hold.
pub(super) fn of(content: Option<&Content>, lang: Lang) -> Vec<Grade> {
    let events = content.map(Content::events).unwrap_or_default();
    let grade = |event| {
        let told = graded(event);
        let why = |reason: &epcis::grade::Reason| Why {
            at: reason.at.clone(),
            code: reason.rule.code(),
            message: reason.text(sentences(lang)),
        };
        let reasons = told.reasons.iter().map(why).collect();
        Grade { grade: told.grade.word(), reasons, left_out: told.left_out, is: told.grade }
    };
    events.iter().map(grade).collect()
}

/// A line an event on stdout, its reasons on stderr.
pub(super) fn people(file: &str, grades: &[Grade], lang: Lang) -> anyhow::Result<()> {
    for (place, event) in grades.iter().enumerate() {
        let grade = match event.is {
            CbvGrade::Compliant => lang.pick("tuân thủ CBV", "CBV-compliant"),
            CbvGrade::Compatible => lang.pick("tương thích CBV", "CBV-compatible"),
            CbvGrade::Neither => lang
                .pick("không tuân thủ và không tương thích CBV", "neither CBV-compliant nor CBV-compatible"),
        };
        say(&format!("{file}: {} {}: {grade}", lang.pick("sự kiện", "event"), place + 1))?;
        for why in &event.reasons {
            complain(&format!(
                "{file}: {} {} {}: {}",
                lang.pick("sự kiện", "event"),
                place + 1,
                why.at,
                why.message
            ));
        }
    }
    Ok(())
}
