//! "If it were marked today": star, parts, gates, the cheapest way up with its evidence.

use ocop::path::{Effort, Way, to_star};
use ocop::{Ballot, Pack, Part, Sheet, Star, verdict_of};
use web::Here;
use web::parts::{Band, Gate, Part as PartLine, Path, PathStep, Verdict};
use web::table::Link;

use super::model::anchor;
use crate::application::said;

/// The verdict on a ballot as the panel shows it.
pub(crate) fn panel(here: &Here, pack: &Pack, sheet: &Sheet, ballot: &Ballot) -> Verdict {
    let verdict = verdict_of(pack, sheet, ballot);
    let parts = ballot.parts(sheet);
    let total: u16 = parts.iter().sum();
    let scale: u16 = Part::ALL.iter().filter_map(|part| pack.part(*part)).map(|part| u16::from(part.max.get())).sum();
    let stars = verdict.star.map_or(0, Star::number);
    Verdict {
        stars,
        points: total.to_string(),
        points_of: scale,
        percent: percent(total, scale),
        bands: bands(pack, total, scale),
        ruler_words: ruler(here, pack, total),
        parts: Part::ALL
            .iter()
            .zip(parts)
            .filter_map(|(part, points)| {
                let scale = pack.part(*part)?;
                let most = u16::from(scale.max.get());
                Some(PartLine {
                    label: format!("{} {}", part.letter(), said(&scale.name, here.lang)),
                    points: points.to_string(),
                    points_of: most,
                    percent: percent(points, most),
                })
            })
            .collect(),
        gates: pack.recognised_stars().map(|star| gate(here, pack, sheet, &verdict, star)).collect(),
        path: next(pack, verdict.star)
            .and_then(|star| to_star(pack, sheet, ballot, star, &Effort::default()))
            .filter(|way| !way.raises.is_empty())
            .map(|way| path(here, pack, sheet, total, &way)),
    }
}

/// A share in whole per cent, 0–100.
pub(crate) fn percent(points: u16, of: u16) -> u16 {
    (u32::from(points) * 100).checked_div(u32::from(of)).and_then(|share| u16::try_from(share).ok()).unwrap_or(0).min(100)
}

// Below the first star that carries a certificate, the way to that one is what helps.
fn next(pack: &Pack, star: Option<Star>) -> Option<Star> {
    let lowest = pack.recognised_stars().next()?;
    star.map_or(Some(lowest), |star| if star < lowest { Some(lowest) } else { star.next() })
}

fn bands(pack: &Pack, total: u16, scale: u16) -> Vec<Band> {
    let mut to = scale;
    let mut bands = Vec::new();
    for band in &pack.bands().value {
        let current = total >= band.from && (total < to || to == scale);
        bands.push(Band { from: band.from, to, stars: band.star.number(), current });
        to = band.from;
    }
    bands.reverse();
    bands
}

fn ruler(here: &Here, pack: &Pack, total: u16) -> String {
    let band = pack.bands().value.iter().find(|band| total >= band.from);
    let stars = band.map_or(0, |band| band.star.number());
    let args = [("points", total.to_string()), ("stars", stars.to_string())];
    here.app.words.text(here.lang, "dossier-verdict-ruler", &args)
}

fn gate(here: &Here, pack: &Pack, sheet: &Sheet, verdict: &ocop::Verdict, star: Star) -> Gate {
    let of = sheet.gates().iter().filter(|gate| gate.star == star).count();
    let failed = verdict.failed_gates.iter().filter(|gate| gate.star == star);
    let missing: Vec<Link> = failed
        .filter_map(|gate| {
            let (_, criterion) = sheet.criterion(gate.criterion.as_str())?;
            let name = pack.key_name(&criterion.key).map(|words| said(words, here.lang)).unwrap_or_default();
            Some(Link { href: format!("#{}", anchor(&criterion.id)), label: format!("{} {name}", criterion.id) })
        })
        .collect();
    Gate { stars: star.number(), met: of - missing.len(), of, missing }
}

fn path(here: &Here, pack: &Pack, sheet: &Sheet, total: u16, way: &Way) -> Path {
    let steps = way.raises.iter().filter_map(|raise| {
        let (_, criterion) = sheet.criterion(raise.criterion.as_str())?;
        let option = criterion.options_of(raise.case).find(|option| option.points == raise.to)?;
        let text = match here.lang {
            ground::Lang::Vi => &option.vi,
            ground::Lang::En => &option.en,
        };
        let papers: Vec<&str> = pack
            .evidence()
            .filter(|(code, _)| raise.evidence.iter().any(|known| known == code))
            .map(|(_, row)| said(&row.name, here.lang))
            .collect();
        let mut note: Vec<String> = raise.gate.map(|_| here.t("dossier-path-required")).into_iter().collect();
        note.extend(papers.into_iter().map(str::to_owned));
        Some(PathStep {
            href: format!("#{}", anchor(&criterion.id)),
            label: format!("{} {text}", criterion.id),
            note: (!note.is_empty()).then(|| note.join(" · ")),
            gain: format!("+{}", raise.to.get().saturating_sub(raise.from.get())),
        })
    });
    let sum = [("now", total.to_string()), ("extra", way.extra.to_string())];
    Path {
        stars: way.star.number(),
        steps: steps.collect(),
        sum_words: here.app.words.text(here.lang, "dossier-path-sum", &sum),
        sum: way.total.to_string(),
    }
}
