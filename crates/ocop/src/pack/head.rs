//! The proof of a pack's header.

use std::collections::BTreeMap;

use super::fault::{Defect, Fault};
use super::load::at;
use super::written::{Cited, WrittenPack};
use crate::points::Star;
use crate::words::Words;

pub(super) fn prove(head: &WrittenPack, folder: &str, file: &str, defects: &mut Vec<Defect>) {
    let mut fault = |place: &str, fault: Fault| defects.push(at(file, place, fault));
    if head.id.as_str() != folder {
        fault("id", Fault::FileName { wanted: format!("{}/pack.yaml", head.id) });
    }
    let stars: Vec<Star> = head.bands.value.iter().map(|band| band.star).rev().collect();
    let falls = head.bands.value.windows(2).all(|pair| matches!(pair, [a, b] if a.from > b.from));
    let ends = head.bands.value.last().is_some_and(|band| band.from == 0);
    let certificates =
        head.bands.value.windows(2).all(|p| matches!(p, [a, b] if a.certificate >= b.certificate));
    if stars != Star::ALL || !falls || !ends || !certificates {
        fault("bands", Fault::Bands);
    }
    let scale: u16 = head.parts.values().map(|part| u16::from(part.max.get())).sum();
    if scale != head.total_max {
        fault("total_max", Fault::Total { is: scale, max: head.total_max });
    }
    if head.decision.effective_from < head.decision.signed {
        fault("decision", Fault::Dates);
    }
    if let Some(window) = &head.re_evaluation
        && window.opens_days_before_expiry <= window.closes_days_before_expiry
    {
        fault("re_evaluation", Fault::Dates);
    }
    for code in head.general_codes.iter().filter(|code| !head.disqualify_codes.contains_key(*code)) {
        fault("general_codes", Fault::Unknown { name: code.to_string() });
    }
    for code in head.rule_codes.keys().filter(|code| head.disqualify_codes.contains_key(*code)) {
        fault("rule_codes", Fault::Twice { name: code.to_string() });
    }
    for (code, row) in &head.evidence {
        for key in row.supports.iter().filter(|key| !head.criterion_keys.contains_key(*key)) {
            fault(&format!("evidence {code}"), Fault::Unknown { name: key.to_string() });
        }
    }
    for source in sources(head) {
        if !head.sources.contains_key(source) {
            fault("sources", Fault::Unknown { name: source.to_owned() });
        }
    }
    words(&head.criterion_keys, "criterion_keys", &mut fault);
    words(&head.disqualify_codes, "disqualify_codes", &mut fault);
}

fn words<K: std::fmt::Display>(names: &BTreeMap<K, Words>, place: &str, fault: &mut impl FnMut(&str, Fault)) {
    for (key, name) in names {
        if name.lacks_a_language() {
            fault(&format!("{place} {key}"), Fault::Empty);
        }
    }
}

/// Every source a figure of the header names.
fn sources(head: &WrittenPack) -> Vec<&str> {
    fn of<T>(cited: &Cited<T>) -> &str {
        &cited.source
    }
    let mut named =
        vec![head.decision.source.as_str(), of(&head.bands), of(&head.gates), of(&head.validity_months)];
    named.extend(head.re_evaluation.iter().map(|window| window.source.as_str()));
    named.extend(head.revocation.iter().map(|revocation| revocation.source.as_str()));
    named.extend(head.samples.iter().map(of));
    named.extend(head.copies.iter().map(of));
    if let Some(transition) = &head.transition {
        named.extend([
            of(&transition.old_lapses_days),
            of(&transition.first_or_upgrade_days),
            of(&transition.re_evaluation_days),
            of(&transition.late_re_evaluation_days),
        ]);
    }
    named
}
