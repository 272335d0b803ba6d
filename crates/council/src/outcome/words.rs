//! Figures and reasons as people read them.

use num_rational::Ratio;
use ocop::grade::Reason;
use ocop::{Pack, Sheet};
use web::Here;

/// An exact number with a comma, cut after two decimals, never rounded up: 89,996 must not read as 90.
pub(crate) fn figure(number: Ratio<i64>) -> String {
    points(number).to_string()
}

/// The same for papers.
pub(crate) fn points(number: Ratio<i64>) -> papers::Points {
    let sum = u32::try_from(*number.numer()).unwrap_or(0);
    papers::Points::mean(sum, u32::try_from(*number.denom()).unwrap_or(1))
}

/// Number and plain name of a criterion.
pub(crate) fn criterion(sheet: &Sheet, pack: &Pack, id: &str, lang: ground::Lang) -> String {
    let Some((_, criterion)) = sheet.criterion(id) else { return id.to_owned() };
    let name = pack.key_name(&criterion.key).map(|name| dossier::application::said(name, lang));
    format!("{id}. {}", name.or(criterion.official.as_deref()).unwrap_or_default())
}

/// One reason of a verdict.
pub(crate) fn reason(here: &Here, pack: &Pack, sheet: &Sheet, reason: &Reason) -> String {
    let text = |key: &str, args: &[(&str, String)]| here.app.words.text(here.lang, key, args);
    let found = |code: &ocop::Code| {
        let name = pack.code_name(code).map(|name| dossier::application::said(name, here.lang));
        name.unwrap_or(code.as_str()).to_owned()
    };
    match reason {
        Reason::NoBallot => here.t("reason-no-ballot"),
        Reason::InBand { star, mean } => {
            text("reason-in-band", &[("stars", star.to_string()), ("mean", figure(*mean))])
        }
        Reason::PointsShort { star, needs, has } => text(
            "reason-points-short",
            &[("stars", star.to_string()), ("needs", needs.to_string()), ("mean", figure(*has))],
        ),
        Reason::GateFailed { star, criterion: id, needs, has } => text(
            "reason-gate-failed",
            &[
                ("stars", star.to_string()),
                ("criterion", criterion(sheet, pack, id.as_str(), here.lang)),
                ("needs", needs.to_string()),
                ("has", figure(*has)),
            ],
        ),
        Reason::Disqualified(code) => text("reason-disqualified", &[("finding", found(code))]),
        Reason::Stopped(code) => text("reason-stopped", &[("finding", found(code))]),
    }
}
