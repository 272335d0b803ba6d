//! What `sen grade` prints for people.

use ocop::{Verdict, Words};

use super::answer::decimal;
use super::{Graded, Lang, Session};

/// One paragraph a product.
pub(super) fn text(session: &Session<'_>) -> String {
    let mut out = String::new();
    for graded in &session.graded {
        paragraph(session, graded, &mut out);
    }
    out
}

fn paragraph(session: &Session<'_>, graded: &Graded, out: &mut String) {
    let lang = session.lang;
    let verdict = &graded.verdict;
    out.push_str(&format!("{}: {}\n", graded.product, grade_said(verdict, lang)));
    if let (Some(mean), Some(spread), Some(band)) = (verdict.mean, verdict.spread, verdict.band) {
        let over = if verdict.spread_exceeded {
            let limit = session.terms.spread_limit;
            match lang {
                Lang::Vi => format!(", vượt mức {limit}"),
                Lang::En => format!(", more than {limit}"),
            }
        } else {
            String::new()
        };
        let mean = decimal(mean);
        out.push_str(&match lang {
            Lang::Vi => format!("  trung bình {mean} (khung {band} sao), chênh lệch {spread}{over}\n"),
            Lang::En => format!("  mean {mean} (band of {band} stars), spread {spread}{over}\n"),
        });
    }
    for tally in &verdict.ballots {
        let [a, b, c] = tally.parts;
        out.push_str(&format!("  {}: {} (A {a}, B {b}, C {c})\n", tally.member, tally.total));
    }
    for gate in &verdict.failed_gates {
        let (star, criterion, needs, has) = (gate.star, &gate.criterion, gate.needs, decimal(gate.has));
        let name = criterion_name(session, criterion.as_str());
        out.push_str(&match lang {
            Lang::Vi => format!("  chưa đạt {star} sao ở {criterion} {name}: cần {needs}, có {has}\n"),
            Lang::En => format!("  {star} stars refused at {criterion} {name}: needs {needs}, has {has}\n"),
        });
    }
    for unmarked in &verdict.unmarked {
        let said = lang.pick("chưa chấm", "did not mark");
        out.push_str(&format!("  {} {said} {}\n", unmarked.member, unmarked.criterion));
    }
    for code in verdict.disqualified.iter().chain(&verdict.stopped) {
        let name = session.pack.code_name(code).map(|words| lang.words(words)).unwrap_or_default();
        out.push_str(&format!("  {code}: {name}\n"));
    }
}

/// What a criterion is called.
pub(super) fn criterion_name<'a>(session: &'a Session<'_>, id: &str) -> &'a str {
    let name = session.sheet.criterion(id).and_then(|(_, known)| session.pack.key_name(&known.key));
    name.map(|words: &Words| session.lang.words(words)).unwrap_or_default()
}

/// The grade in a few words.
pub(super) fn grade_said(verdict: &Verdict, lang: Lang) -> String {
    match verdict.star {
        Some(star) if verdict.recognised => match lang {
            Lang::Vi => format!("{star} sao, được công nhận"),
            Lang::En => format!("{star} stars, recognised"),
        },
        Some(star) => match lang {
            Lang::Vi => format!("{star} sao, không công nhận"),
            Lang::En => format!("{star} star(s), not recognised"),
        },
        None if !verdict.disqualified.is_empty() => lang.pick("bị loại", "disqualified").to_owned(),
        None if !verdict.stopped.is_empty() => lang.pick("dừng đánh giá", "evaluation stopped").to_owned(),
        None => lang.pick("chưa có phiếu", "no ballot").to_owned(),
    }
}
