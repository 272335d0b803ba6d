//! What `--json` prints.

use anyhow::Result;
use ocop::{Ratio, Star};
use serde::Serialize;

use super::table::Refused;
use super::{Graded, Session};

#[derive(Serialize)]
struct Answer<'a> {
    product: &'a str,
    rules: &'a str,
    set: u8,
    ballots: Vec<Ballot<'a>>,
    mean: Option<String>,
    mean_exact: Option<String>,
    spread: Option<u16>,
    spread_exceeded: bool,
    band: Option<u8>,
    star: Option<u8>,
    recognised: bool,
    failed_gates: Vec<Gate<'a>>,
    unmarked: Vec<Unmarked<'a>>,
    disqualified: Vec<&'a str>,
    stopped: Vec<&'a str>,
}

#[derive(Serialize)]
struct Ballot<'a> {
    member: &'a str,
    total: u16,
    parts: Parts,
}

#[derive(Serialize)]
struct Parts {
    #[serde(rename = "A")]
    a: u16,
    #[serde(rename = "B")]
    b: u16,
    #[serde(rename = "C")]
    c: u16,
}

#[derive(Serialize)]
struct Gate<'a> {
    star: u8,
    criterion: &'a str,
    needs: u8,
    has: String,
}

#[derive(Serialize)]
struct Unmarked<'a> {
    member: &'a str,
    criterion: &'a str,
}

/// One array of all products.
pub(super) fn json(session: &Session<'_>) -> Result<String> {
    let answers: Vec<Answer<'_>> = session.graded.iter().map(|graded| answer(session, graded)).collect();
    Ok(serde_json::to_string(&answers)?)
}

/// The rows that cannot be used.
pub(super) fn refused(refused: &[Refused]) -> Result<String> {
    #[derive(Serialize)]
    struct Refusal<'a> {
        refused: &'a [Refused],
    }
    Ok(serde_json::to_string(&Refusal { refused })?)
}

fn answer<'a>(session: &'a Session<'_>, graded: &'a Graded) -> Answer<'a> {
    let verdict = &graded.verdict;
    let ballots = verdict.ballots.iter().map(|tally| {
        let [a, b, c] = tally.parts;
        Ballot { member: &tally.member, total: tally.total, parts: Parts { a, b, c } }
    });
    let gates = verdict.failed_gates.iter().map(|gate| Gate {
        star: gate.star.number(),
        criterion: gate.criterion.as_str(),
        needs: gate.needs.get(),
        has: decimal(gate.has),
    });
    let unmarked = verdict
        .unmarked
        .iter()
        .map(|one| Unmarked { member: &one.member, criterion: one.criterion.as_str() });
    Answer {
        product: &graded.product,
        rules: session.pack.id().as_str(),
        set: session.sheet.set().get(),
        ballots: ballots.collect(),
        mean: verdict.mean.map(decimal),
        mean_exact: verdict.mean.map(|mean| mean.to_string()),
        spread: verdict.spread,
        spread_exceeded: verdict.spread_exceeded,
        band: verdict.band.map(Star::number),
        star: verdict.star.map(Star::number),
        recognised: verdict.recognised,
        failed_gates: gates.collect(),
        unmarked: unmarked.collect(),
        disqualified: verdict.disqualified.iter().map(ocop::Code::as_str).collect(),
        stopped: verdict.stopped.iter().map(ocop::Code::as_str).collect(),
    }
}

/// At most so many decimal places.
const PLACES: usize = 4;
/// Ten to the power of [`PLACES`].
const SCALE: i64 = 10_000;

/// A number that is not negative as a decimal: rounded half up, no trailing zeros.
pub(super) fn decimal(number: Ratio<i64>) -> String {
    let scaled = (number * SCALE + Ratio::new(1, 2)).floor().to_integer();
    let (whole, part) = (scaled / SCALE, scaled % SCALE);
    let digits = format!("{part:0PLACES$}");
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() { whole.to_string() } else { format!("{whole}.{digits}") }
}

#[cfg(test)]
mod tests {
    use super::{Ratio, decimal};

    #[test]
    fn a_decimal_has_at_most_four_places_rounded_half_up_without_trailing_zeros() {
        let table = [
            ((117, 2), "58.5"),
            ((0, 1), "0"),
            ((100, 1), "100"),
            ((1, 3), "0.3333"),
            ((2, 3), "0.6667"),
            ((1, 32), "0.0313"),
            ((1, 16), "0.0625"),
            ((1, 20_000), "0.0001"),
            ((1, 20_001), "0"),
            ((99_999_999, 1_000_000), "100"),
            ((269_999, 3000), "89.9997"),
        ];
        for ((numerator, denominator), shown) in table {
            assert_eq!(decimal(Ratio::new(numerator, denominator)), shown, "{numerator}/{denominator}");
        }
    }
}
