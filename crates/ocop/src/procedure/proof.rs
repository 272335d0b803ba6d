//! The proof of a procedure: every name it uses is defined, its dates follow each other.

use std::collections::HashSet;

use super::{Procedure, Step, Variant};
use crate::pack::{Fault, Vocabulary};

type Found = (String, Fault);

impl Procedure {
    /// What does not hold, and where.
    pub(crate) fn faults(&self, pack: &Vocabulary) -> Vec<Found> {
        let mut found = Vec::new();
        for variant in &self.variants {
            variant.prove(pack, &mut found);
        }
        for pair in self.variants.windows(2) {
            if let [one, other] = pair
                && one.to.is_none_or(|last| other.from <= last)
            {
                found.push((format!("variant {}", other.from), Fault::Dates));
            }
        }
        found
    }
}

impl Variant {
    fn prove(&self, pack: &Vocabulary, found: &mut Vec<Found>) {
        let place = format!("variant {}", self.from);
        if self.to.is_some_and(|last| last < self.from) {
            found.push((place.clone(), Fault::Dates));
        }
        if !pack.sources.contains(&self.source) {
            found.push((place.clone(), Fault::Unknown { name: self.source.clone() }));
        }
        let mut recognised = HashSet::new();
        for level in &self.levels {
            if self.levels.iter().filter(|other| other.id == level.id).count() > 1 {
                found.push((place.clone(), Fault::Twice { name: level.id.clone() }));
            }
            for star in &level.recognises {
                if !recognised.insert(*star) {
                    found.push((
                        format!("{place}, level {}", level.id),
                        Fault::Twice { name: star.to_string() },
                    ));
                }
            }
            self.prove_sending(level, &place, found);
        }
        if pack.recognised.iter().any(|star| !recognised.contains(star)) {
            found.push((format!("{place}, levels"), Fault::Empty));
        }
        for round in self.rounds.iter().filter(|round| self.level(&round.level).is_none()) {
            found.push((format!("{place}, rounds"), Fault::Unknown { name: round.level.clone() }));
        }
        let mut before = HashSet::new();
        for step in &self.steps {
            self.prove_step(step, &before, pack, &place, found);
            if !before.insert(&step.id) {
                found.push((place.clone(), Fault::Twice { name: step.id.to_string() }));
            }
        }
    }

    /// A level sends up to one above it, so that a path always ends.
    fn prove_sending(&self, level: &super::Level, place: &str, found: &mut Vec<Found>) {
        let Some(up) = &level.sends_up else { return };
        let above = self.levels.iter().skip_while(|other| other.id != level.id).skip(1);
        if !above.into_iter().any(|other| other.id == up.to) {
            found.push((format!("{place}, level {}", level.id), Fault::Unknown { name: up.to.clone() }));
        }
    }

    fn prove_step(
        &self,
        step: &Step,
        before: &HashSet<&super::StepId>,
        pack: &Vocabulary,
        place: &str,
        found: &mut Vec<Found>,
    ) {
        let place = format!("{place}, step {}", step.id);
        let mut unknown = |name: &str| found.push((place.clone(), Fault::Unknown { name: name.to_owned() }));
        if self.level(&step.level).is_none() {
            unknown(&step.level);
        }
        if !self.actors.contains_key(&step.actor) {
            unknown(&step.actor);
        }
        step.forms.iter().filter(|form| !self.forms.contains_key(*form)).for_each(|form| unknown(form));
        if let Some(back) = step.returns_to.as_ref().filter(|back| !before.contains(back)) {
            unknown(back.as_str());
        }
        for condition in step.only_if.iter().filter(|condition| self.level(&condition.level).is_none()) {
            unknown(&condition.level);
        }
        let judged = step.judges.iter().flat_map(|judged| &judged.keys);
        judged.filter(|key| !pack.keys.contains(*key)).for_each(|key| unknown(key.as_str()));
        let mut texts = std::iter::once(&step.does).chain(&step.papers);
        if texts.any(crate::words::Words::lacks_a_language) {
            found.push((place, Fault::Empty));
        }
    }
}
