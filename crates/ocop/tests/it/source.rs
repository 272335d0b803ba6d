//! The sheets against the transcription they were taken from.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ocop::{Points, Star};
use serde::Deserialize;

use crate::world::{pack, sheet};

#[derive(Deserialize)]
struct Source {
    rulesets: Vec<Ruleset>,
}

#[derive(Deserialize)]
struct Ruleset {
    id: String,
    sets: Vec<Set>,
}

#[derive(Deserialize)]
struct Set {
    num: u8,
    code: String,
    group: String,
    ministry: Vec<String>,
    parts: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    num: String,
    max: Points,
    criteria: Vec<Criterion>,
}

#[derive(Deserialize)]
struct Criterion {
    id: String,
    key: String,
    max: Points,
    #[serde(default)]
    gates: BTreeMap<Star, Points>,
    options: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    p: Points,
    case: Option<String>,
    star: Option<Star>,
}

#[test]
fn points_gates_and_stars_are_those_of_the_transcription() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ocop/criteria.yaml");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("SKIPPED: {} is absent", path.display());
        return;
    };
    let source: Source = serde_saphyr::from_str(&text).expect("the transcription reads");
    for ruleset in source.rulesets {
        for set in ruleset.sets {
            let ours = sheet(pack(&ruleset.id), set.num);
            assert_eq!((&ours.code, &ours.group, &ours.ministries), (&set.code, &set.group, &set.ministry));
            let sections: Vec<Section> = set.parts.into_iter().flat_map(|part| part.sections).collect();
            let heads = ours.sections().iter().map(|section| (section.number.clone(), section.max));
            assert!(heads.eq(sections.iter().map(|section| (section.num.clone(), section.max))));
            let theirs: Vec<Criterion> = sections.into_iter().flat_map(|section| section.criteria).collect();
            assert_eq!(ours.criteria().len(), theirs.len());
            for (one, other) in ours.criteria().iter().zip(theirs) {
                let place = format!("{} {} {}", ruleset.id, set.num, other.id);
                let head = (one.id.as_str(), one.key.as_str(), one.max);
                assert_eq!(head, (other.id.as_str(), other.key.as_str(), other.max), "{place}");
                assert_eq!(one.gates, other.gates.into_iter().collect::<Vec<_>>(), "{place}");
                let options = one.options.iter();
                let options =
                    options.map(|o| (o.points, o.case.map(|case| case.letter().to_owned()), o.star));
                assert!(options.eq(other.options.into_iter().map(|o| (o.p, o.case, o.star))), "{place}");
            }
        }
    }
}
