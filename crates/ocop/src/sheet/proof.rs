//! The proof of a sheet: what must hold before anything is graded by it.

use std::collections::{HashMap, HashSet};

use super::names::{Code, CriterionId, CriterionKey, Part};
use super::written::{PrintedAt, Rule, Under, WrittenCriterion, WrittenSection, WrittenSheet};
use super::{CodeEntry, Criterion, Effect, Gate, Section, Sheet};
use crate::pack::{Vocabulary, fault::Fault};
use crate::points::{Points, Star};

/// What does not hold, and where in the sheet ("part C", "criterion 6.d").
pub(crate) type Found = (String, Fault);

/// Builds the sheet and lists every fault; the sheet is usable when all faults are declared.
pub(crate) fn prove(written: WrittenSheet, pack: &Vocabulary) -> (Sheet, Vec<Found>) {
    let mut found = Vec::new();
    header(&written, pack, &mut found);
    let mut sections = Vec::new();
    let mut criteria = Vec::new();
    let mut total = 0;
    parts_once(&written, &mut found);
    for part in written.parts {
        let place = format!("part {}", part.part.letter());
        let wanted = pack.part_max(part.part);
        if Some(part.max) != wanted {
            found.push((place.clone(), Fault::PartMax { is: part.max, wanted }));
        }
        let sum: u16 = part.sections.iter().map(|section| u16::from(section.max.get())).sum();
        if sum != u16::from(part.max.get()) {
            found.push((place, Fault::SectionsSum { is: sum, max: part.max }));
        }
        total += sum;
        for section in part.sections {
            take_section(part.part, section, pack, &mut sections, &mut criteria, &mut found);
        }
    }
    if total != pack.total_max {
        found.push(("total".to_owned(), Fault::Total { is: total, max: pack.total_max }));
    }
    let by_id = index(&criteria, &mut found);
    unders(&criteria, &mut found);
    prerequisites(&criteria, &mut found);
    let codes = codes(&pack.general_codes, written.disqualify, &criteria, &mut found);
    let gates = gates(&criteria);
    let sheet = Sheet {
        set: written.set,
        code: written.code,
        name: written.name,
        group: written.group,
        family: written.family,
        ministries: written.ministries,
        sample_required: written.sample_required,
        source: written.source,
        confidence: written.confidence,
        remarks: written.remarks,
        sections,
        criteria,
        by_id,
        gates,
        codes,
    };
    (sheet, found)
}

fn header(sheet: &WrittenSheet, pack: &Vocabulary, found: &mut Vec<Found>) {
    let mut unknown = |field: &str, name: &str| {
        found.push((field.to_owned(), Fault::Unknown { name: name.to_owned() }));
    };
    if !pack.groups.contains(&sheet.group) {
        unknown("group", &sheet.group);
    }
    if !pack.sources.contains(&sheet.source) {
        unknown("source", &sheet.source);
    }
    for ministry in sheet.ministries.iter().filter(|ministry| !pack.ministries.contains(*ministry)) {
        unknown("ministries", ministry);
    }
    for code in sheet.disqualify.iter().filter(|code| !pack.disqualify_codes.contains(*code)) {
        unknown("disqualify", code.as_str());
    }
    if sheet.ministries.is_empty() {
        found.push(("ministries".to_owned(), Fault::Empty));
    }
    if sheet.name.lacks_a_language() || sheet.family.lacks_a_language() {
        found.push(("name".to_owned(), Fault::Empty));
    }
}

fn parts_once(sheet: &WrittenSheet, found: &mut Vec<Found>) {
    let order: Vec<Part> = sheet.parts.iter().map(|part| part.part).collect();
    if order != Part::ALL {
        found.push(("parts".to_owned(), Fault::PartsOrder));
    }
}

fn take_section(
    part: Part,
    section: WrittenSection,
    pack: &Vocabulary,
    sections: &mut Vec<Section>,
    criteria: &mut Vec<Criterion>,
    found: &mut Vec<Found>,
) {
    let place = format!("section {}", section.section);
    let sum: u16 = section.criteria.iter().map(|criterion| u16::from(criterion.max.get())).sum();
    if sum != u16::from(section.max.get()) {
        found.push((place.clone(), Fault::CriteriaSum { is: sum, max: section.max }));
    }
    if section.title.lacks_a_language() {
        found.push((place.clone(), Fault::Empty));
    }
    if sections.iter().any(|known| known.number == section.section) {
        found.push((place, Fault::Twice { name: section.section.clone() }));
    }
    let number = sections.len();
    sections.push(Section { part, number: section.section, title: section.title, max: section.max });
    for criterion in section.criteria {
        let place = format!("criterion {}", criterion.id);
        options(&criterion, &place, found);
        marks(&criterion, pack, &place, found);
        notes(&criterion, pack, &place, found);
        criteria.push(Criterion {
            id: criterion.id,
            key: criterion.key,
            part,
            section: number,
            max: criterion.max,
            under: criterion.under,
            official: criterion.official,
            gates: criterion.gates.into_iter().collect(),
            rules: criterion.rules,
            options_implied: criterion.options_implied,
            options: criterion.options,
        });
    }
}

/// Options of each case rise, differ in points and words, and end at the maximum.
fn options(criterion: &WrittenCriterion, place: &str, found: &mut Vec<Found>) {
    let mut fault = |fault: Fault| found.push((place.to_owned(), fault));
    let mut cases: Vec<_> = criterion.options.iter().map(|option| option.case).collect();
    cases.sort_unstable();
    cases.dedup();
    let chooses = criterion.rules.iter().any(|rule| matches!(rule, Rule::ChooseCase { .. }));
    if criterion.options.is_empty() || chooses == cases.contains(&None) || (chooses && cases.len() != 2) {
        fault(Fault::Cases);
    }
    for case in cases {
        let options: Vec<_> = criterion.options.iter().filter(|option| option.case == case).collect();
        let points: Vec<Points> = options.iter().map(|option| option.points).collect();
        if points.iter().max() != Some(&criterion.max) {
            fault(Fault::OptionsEnd { max: criterion.max, options: points.clone() });
        }
        if !points.is_sorted_by(|low, high| low < high) {
            fault(Fault::OptionsNotRising { options: points });
        }
        let labels: HashSet<&str> = options.iter().map(|option| option.vi.as_str()).collect();
        if labels.len() != options.len() {
            fault(Fault::SameLabel);
        }
        if options.iter().any(|option| option.vi.trim().is_empty() || option.en.trim().is_empty()) {
            fault(Fault::Empty);
        }
    }
}

/// Gates lie on real options, do not fall with the star, and are the stars printed at the options.
fn marks(criterion: &WrittenCriterion, pack: &Vocabulary, place: &str, found: &mut Vec<Found>) {
    let mut fault = |fault: Fault| found.push((place.to_owned(), fault));
    let mut printed: HashMap<Star, Points> = HashMap::new();
    for option in &criterion.options {
        if let Some(star) = option.star {
            let least = printed.entry(star).or_insert(option.points);
            *least = (*least).min(option.points);
        }
    }
    let mut highest = Points::ZERO;
    for (&star, &points) in &criterion.gates {
        if !criterion.options.iter().any(|option| option.points == points) {
            fault(Fault::GateOffOptions { star, points });
        }
        if points < highest {
            fault(Fault::GateFalls { star, points });
        }
        highest = points;
    }
    let at_criterion = criterion.gates_printed_at == Some(PrintedAt::Criterion);
    let agrees = if at_criterion {
        printed.is_empty() && !criterion.gates.is_empty()
    } else {
        printed.len() == criterion.gates.len()
            && criterion.gates.iter().all(|(star, points)| printed.get(star) == Some(points))
    };
    if !agrees {
        fault(Fault::GateNotPrinted);
    }
    if criterion.gates.keys().any(|star| !pack.recognised.contains(star)) {
        fault(Fault::GateBelowRecognition);
    }
}

fn notes(criterion: &WrittenCriterion, pack: &Vocabulary, place: &str, found: &mut Vec<Found>) {
    let mut fault = |fault: Fault| found.push((place.to_owned(), fault));
    if !pack.keys.contains(&criterion.key) {
        fault(Fault::Unknown { name: criterion.key.to_string() });
    }
    for rule in &criterion.rules {
        match rule {
            Rule::Disqualify { code } if pack.rule_codes.get(code) != Some(&Effect::Disqualify) => {
                fault(Fault::Unknown { name: code.to_string() });
            }
            Rule::Stop { code, .. } if pack.rule_codes.get(code) != Some(&Effect::Stop) => {
                fault(Fault::Unknown { name: code.to_string() });
            }
            Rule::Requirement { text }
            | Rule::Evidence { text }
            | Rule::Guidance { text }
            | Rule::ChooseCase { text }
                if text.lacks_a_language() =>
            {
                fault(Fault::Empty);
            }
            _ => {}
        }
    }
}

fn index(criteria: &[Criterion], found: &mut Vec<Found>) -> HashMap<CriterionId, usize> {
    let mut by_id = HashMap::with_capacity(criteria.len());
    for (place, criterion) in criteria.iter().enumerate() {
        if by_id.insert(criterion.id.clone(), place).is_some() {
            let at = format!("criterion {}", criterion.id);
            found.push((at, Fault::Twice { name: criterion.id.to_string() }));
        }
    }
    by_id
}

/// An intermediate heading's maximum is the sum of the criteria below it.
fn unders(criteria: &[Criterion], found: &mut Vec<Found>) {
    let mut sums: HashMap<&str, (&Under, u16)> = HashMap::new();
    for criterion in criteria {
        if let Some(under) = &criterion.under {
            sums.entry(&under.id).or_insert((under, 0)).1 += u16::from(criterion.max.get());
        }
    }
    let mut wrong: Vec<_> =
        sums.into_values().filter(|(under, sum)| *sum != u16::from(under.max.get())).collect();
    wrong.sort_unstable_by(|one, other| one.0.id.cmp(&other.0.id));
    for (under, is) in wrong {
        found.push((format!("heading {}", under.id), Fault::CriteriaSum { is, max: under.max }));
    }
}

/// A criterion that applies only with another names one of the same sheet.
fn prerequisites(criteria: &[Criterion], found: &mut Vec<Found>) {
    let keys: HashSet<&CriterionKey> = criteria.iter().map(|criterion| &criterion.key).collect();
    for criterion in criteria {
        for rule in &criterion.rules {
            if let Rule::AppliesIf { key, .. } = rule
                && !keys.contains(key)
            {
                found.push((format!("criterion {}", criterion.id), Fault::Unknown { name: key.to_string() }));
            }
        }
    }
}

/// The general codes, then the sheet's list, then its criteria's, each once.
fn codes(
    general: &[Code],
    listed: Vec<Code>,
    criteria: &[Criterion],
    found: &mut Vec<Found>,
) -> Vec<CodeEntry> {
    let mut codes: Vec<CodeEntry> = Vec::new();
    let mut add = |code: Code, effect: Effect, place: String| match codes.iter().find(|e| e.code == code) {
        Some(known) if known.effect != effect => found.push((place, Fault::Twice { name: code.to_string() })),
        Some(_) => {}
        None => codes.push(CodeEntry { code, effect }),
    };
    for code in general.iter().cloned().chain(listed) {
        add(code, Effect::Disqualify, "disqualify".to_owned());
    }
    for criterion in criteria {
        for rule in &criterion.rules {
            let place = format!("criterion {}", criterion.id);
            match rule {
                Rule::Disqualify { code } => add(code.clone(), Effect::Disqualify, place),
                Rule::Stop { code, .. } => add(code.clone(), Effect::Stop, place),
                _ => {}
            }
        }
    }
    codes
}

fn gates(criteria: &[Criterion]) -> Vec<Gate> {
    let mut gates: Vec<Gate> = criteria
        .iter()
        .enumerate()
        .flat_map(|(place, criterion)| {
            criterion.gates.iter().map(move |(star, needs)| Gate {
                star: *star,
                criterion: place,
                needs: *needs,
            })
        })
        .collect();
    gates.sort_by_key(|gate| (gate.star, gate.criterion));
    gates
}
