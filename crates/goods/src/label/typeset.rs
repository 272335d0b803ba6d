//! Makes the PDF of labels; blocking.

use std::sync::LazyLock;

use ground::{FieldProblem, Instant, Refusal, Result};
use jiff::Timestamp;
use papers::label::{LabelFace, Labels, Serial, TOO_FULL, labels};
use papers::{Engine, PaperError, Templates};

use super::content::Content;
use super::plan::{Plan, plans};
use super::stock::{STOCKS, Stock};
use crate::serial;

/// One typesetter a process.
static ENGINE: LazyLock<std::result::Result<Engine, String>> =
    LazyLock::new(|| Templates::built_in().map(Engine::new).map_err(|fault| fault.to_string()));

/// Labels of a stock as a PDF.
///
/// # Errors
/// At `stock`: `label-too-small` when the codes have no room at the size that tills read, `label-too-full` when the
/// words have none in the smallest letters, each with a stock that would do.
pub fn pdf(stock: &Stock, content: &Content, wanted: &Labels, at: Instant) -> Result<Vec<u8>> {
    let at = Timestamp::from_microsecond(at.micros()).map_err(Refusal::unexpected)?;
    match set(stock, content, wanted, at)? {
        Set::Done(bytes) => Ok(bytes),
        Set::TooSmall => Err(misfit("label-too-small", stock, content, at)),
        Set::TooFull => Err(misfit("label-too-full", stock, content, at)),
    }
}

/// One label, with a serial that was never issued where it has one.
pub fn sample(content: &Content) -> Labels {
    if content.has_serials {
        Labels::Each(vec![printed("0".repeat(serial::LENGTH))])
    } else {
        Labels::Alike(1)
    }
}

/// A serial as it stands on a label: what it is by, and what proves it.
pub fn printed(text: String) -> Serial {
    let (place, proof) = text.split_at(text.len() / 2);
    Serial { lines: vec![format!("(21){place}"), proof.to_owned()], text }
}

enum Set {
    Done(Vec<u8>),
    TooSmall,
    TooFull,
}

// The best way that has room for the words.
fn set(stock: &Stock, content: &Content, wanted: &Labels, at: Timestamp) -> Result<Set> {
    let engine = ENGINE.as_ref().map_err(Refusal::unexpected)?;
    let mut ways = plans(stock, content).into_iter().peekable();
    if ways.peek().is_none() {
        return Ok(Set::TooSmall);
    }
    for plan in ways {
        match labels(engine, &stock.grid(), &face(stock, content, &plan), &plan.codes, wanted, at) {
            Ok(pdf) => return Ok(Set::Done(pdf.into_bytes())),
            Err(PaperError::Template { message, .. }) if message.contains(TOO_FULL) => {}
            Err(fault) => return Err(Refusal::unexpected(fault)),
        }
    }
    Ok(Set::TooFull)
}

fn face(stock: &Stock, content: &Content, plan: &Plan) -> LabelFace {
    LabelFace {
        width: stock.label.0,
        height: stock.label.1,
        words: plan.words,
        title: content.title.clone(),
        award: content.award.clone(),
        lines: content.lines.clone(),
        printed: plan.printed,
        printed_lines: content.printed.clone(),
        ean: content.ean.clone().zip(plan.ean_digits),
    }
}

// With the smallest other stock of the same kind that has room, if any has.
fn misfit(code: &'static str, stock: &Stock, content: &Content, at: Timestamp) -> Refusal {
    let area = |stock: &Stock| stock.label.0 * stock.label.1;
    let mut others: Vec<&Stock> = STOCKS
        .iter()
        .filter(|other| other.is_roll() == stock.is_roll() && area(other) > area(stock))
        .collect();
    others.sort_by(|one, other| area(one).total_cmp(&area(other)));
    let fits = |other: &&Stock| matches!(set(other, content, &sample(content), at), Ok(Set::Done(_)));
    let size = others.into_iter().find(fits).map(Stock::size);
    let problem = FieldProblem::new("stock", code).with("size", size.unwrap_or_else(|| "none".to_owned()));
    Refusal::invalid(vec![problem])
}
