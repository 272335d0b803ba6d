//! 60 dossiers of 13 ballots each, graded.

use std::time::Instant;

use ground::testing::rules;
use ocop::{Ballot, Candidate, Mark, Terms, grade};

use crate::line::{Line, Report};

const DOSSIERS: usize = 60;
const MEMBERS: usize = 13;

pub(crate) fn measure(report: &Report) {
    let rules = rules();
    let pack = rules.packs().last().unwrap();
    let sheets = pack.sheets();
    let candidates: Vec<(usize, Candidate)> = (0..DOSSIERS)
        .map(|n| {
            let sheet = &sheets[n % sheets.len()];
            let ballots = (0..MEMBERS).map(|member| {
                let marks = sheet.criteria().iter().enumerate().map(|(place, criterion)| {
                    let option = &criterion.options[(place + member + n) % criterion.options.len()];
                    (criterion.id.clone(), Mark { case: option.case, points: option.points })
                });
                Ballot::new(sheet, format!("m{member}"), marks).unwrap()
            });
            (
                n % sheets.len(),
                Candidate { product: n.to_string(), ballots: ballots.collect(), codes: Vec::new() },
            )
        })
        .collect();
    let begun = Instant::now();
    let recognised = candidates
        .iter()
        .filter(|(sheet, candidate)| grade(pack, &sheets[*sheet], candidate, Terms::default()).recognised)
        .count();
    let spent = begun.elapsed().as_secs_f64() * 1_000.0;
    std::hint::black_box(recognised);
    report.add(Line {
        bench: "grade_council",
        database: "none",
        value: spent,
        unit: "ms",
        size: Some(DOSSIERS * MEMBERS),
        wanted: "< 20",
        ..Line::default()
    });
}
