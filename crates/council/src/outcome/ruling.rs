//! What a council's level may do with a result (QĐ 26/2026 Art. 4 and 7).

use ground::Day;
use num_rational::Ratio;
use ocop::{Pack, Verdict};

use crate::decision::Ruling;

/// The ruling on a verdict at a level of the procedure. From the mean at which the level sends up, the result is
/// approved and sent, whatever the gates say: the level above evaluates again.
pub fn ruling(pack: &Pack, verdict: &Verdict, level: &str, day: Day) -> Ruling {
    if !verdict.disqualified.is_empty() || !verdict.stopped.is_empty() {
        return Ruling::Rejected;
    }
    let procedure = pack.procedure();
    let variant = procedure.on(day.0).or_else(|| procedure.variants().last());
    let level = variant.and_then(|variant| variant.level(level));
    let sends_up = level.and_then(|level| level.sends_up.as_ref());
    if let (Some(up), Some(mean)) = (sends_up, verdict.mean)
        && mean >= Ratio::from_integer(i64::from(up.from))
    {
        return Ruling::SentUp;
    }
    match verdict.star.filter(|_| verdict.recognised) {
        Some(star) if level.is_some_and(|level| level.recognises.contains(&star)) => Ruling::Recognised,
        Some(_) => Ruling::OtherLevel,
        None => Ruling::NotRecognised,
    }
}
