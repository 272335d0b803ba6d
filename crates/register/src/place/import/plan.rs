//! What an import would do: pure, so that the dry run and the import cannot differ.

use std::collections::{HashMap, HashSet};

use ground::{Day, Lang};

use super::known::Known;
use super::lists::{Became, Former, Mentions, Named, Unit};
use super::{RowProblem, line};
use crate::place::{Level, Place, PlaceId, PlaceKind};

/// The code of the country.
const COUNTRY: (&str, &str) = ("VN", "Việt Nam");
/// The day the country took its name.
const COUNTRY_FROM: jiff::civil::Date = jiff::civil::date(1976, 7, 2);

/// A place of the records, or one that the plan adds, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Ref {
    Known(PlaceId),
    New(usize),
}

/// A place to be added.
#[derive(Clone, Debug)]
pub(super) struct Add {
    pub(super) named: Named,
    pub(super) parent: Option<Ref>,
    pub(super) from: Day,
    pub(super) until: Option<Day>,
}

/// What an import would do, and the rows that stand in its way.
#[derive(Debug, Default)]
pub struct Plan {
    pub(super) adds: Vec<Add>,
    /// The place before, and what it is to be.
    pub(super) changes: Vec<(Place, Named)>,
    pub(super) closes: Vec<(Place, Day)>,
    /// Predecessor, successor, day, whether it is the main one.
    pub(super) links: Vec<(Ref, Ref, Day, bool)>,
    /// Rows that say what is known already.
    pub unchanged: usize,
    /// Rows that cannot be used; with any, nothing is imported.
    pub problems: Vec<RowProblem>,
}

impl Plan {
    /// How many places would be added.
    pub fn added(&self) -> usize {
        self.adds.len()
    }

    /// How many places would get another code or name.
    pub fn changed(&self) -> usize {
        self.changes.len()
    }

    /// How many places would end.
    pub fn closed(&self) -> usize {
        self.closes.len()
    }

    /// How many successions would be added.
    pub fn linked(&self) -> usize {
        self.links.len()
    }

    /// What would be added, changed and closed, a line each.
    pub fn lines(&self, lang: Lang) -> [Vec<String>; 3] {
        let adds = self.adds.iter().map(|add| line(add.named.kind, &add.named.name, &add.named.code, lang));
        let changes = self.changes.iter().map(|(place, named)| {
            let before = line(place.kind, &place.name, &place.code, lang);
            format!("{before} → {}", line(named.kind, &named.name, &named.code, lang))
        });
        let closes = self.closes.iter().map(|(place, day)| {
            format!("{} · {}", line(place.kind, &place.name, &place.code, lang), day.people())
        });
        [adds.collect(), changes.collect(), closes.collect()]
    }
}

/// Plans.
pub(super) fn of(known: &Known, mentions: Mentions, on: Day) -> Plan {
    let mut planner = Planner { known, on, plan: Plan::default(), added: HashMap::new() };
    planner.plan.problems = mentions.problems;
    for unit in &mentions.units {
        planner.unit(unit);
    }
    planner.former(&mentions.former);
    // A row that names several former units may meet the same obstacle with each.
    let mut said = HashSet::new();
    planner.plan.problems.retain(|bad| said.insert(bad.clone()));
    planner.plan
}

type Key = (Option<Ref>, PlaceKind, String, Option<Day>);

struct Planner<'a> {
    known: &'a Known,
    on: Day,
    plan: Plan,
    // Of one name in one place more than one where their codes differ.
    added: HashMap<Key, Vec<usize>>,
}

impl Planner<'_> {
    fn country(&mut self) -> Ref {
        if let Some(country) = self.known.country() {
            return Ref::Known(country.id);
        }
        let (code, name) = COUNTRY;
        let named = Named { kind: PlaceKind::Country, name: name.to_owned(), code: code.to_owned() };
        self.add(None, &named, Day(COUNTRY_FROM), None)
    }

    fn unit(&mut self, unit: &Unit) {
        let before = (self.plan.adds.len(), self.plan.changes.len());
        let country = self.country();
        let province = self.standing(country, &unit.province);
        if let Some(commune) = &unit.commune {
            self.standing(province, commune);
        }
        if before == (self.plan.adds.len(), self.plan.changes.len()) {
            self.plan.unchanged += 1;
        }
    }

    // A place of the list's day: known, corrected, or new in the place of one with its code or its name.
    fn standing(&mut self, parent: Ref, named: &Named) -> Ref {
        let Ref::Known(within) = parent else { return self.add(Some(parent), named, self.on, None) };
        let on = self.on;
        let mut here: Vec<&Place> =
            self.known.within(Some(within)).filter(|place| place.stands_on(on)).collect();
        here.sort_by_key(|place| place.id);
        let same = |place: &&&Place| place.kind == named.kind && place.name == named.name;
        if let Some(place) = here.iter().find(|place| same(place) && place.code == named.code) {
            return Ref::Known(place.id);
        }
        let like = here.iter().find(same).or_else(|| here.iter().find(|place| place.code == named.code));
        let Some(place) = like.map(|place| (*place).clone()) else {
            return self.add(Some(parent), named, on, None);
        };
        if place.from == on || (place.code.is_empty() && place.name == named.name) {
            let id = place.id;
            if self.plan.changes.iter().all(|(changed, _)| changed.id != id) {
                self.plan.changes.push((place, named.clone()));
            }
            return Ref::Known(id);
        }
        let new = self.add(Some(parent), named, on, None);
        self.close(&place, on);
        self.link(Ref::Known(place.id), new, on, true);
        new
    }

    fn former(&mut self, former: &[Former]) {
        let mut went: Vec<(Ref, Ref, Day, String, String)> = Vec::new();
        for one in former {
            let Some(successor) = self.successor(one) else { continue };
            let mut at = self.country();
            let mut parents = Vec::new();
            for (depth, named) in one.path.iter().enumerate() {
                let is_itself = depth + 1 == one.path.len();
                at = self.ended(at, named, one, is_itself);
                parents.push(at);
            }
            if let Some((successor, code)) = successor {
                let own_code = one.path.last().map(|named| named.code.clone()).unwrap_or_default();
                went.push((at, successor, one.until, own_code, code));
                // A province that ends goes where its communes go.
                if let (Some(old), Some(new)) =
                    (parents.first().filter(|_| parents.len() > 1), self.province_of(successor))
                {
                    went.push((*old, new, one.until, String::new(), String::new()));
                }
            }
        }
        self.link_all(&went);
    }

    // Of several successors the main one carries on the code, or takes the most, or is named first.
    fn link_all(&mut self, went: &[(Ref, Ref, Day, String, String)]) {
        let mut into: HashMap<Ref, Vec<(Ref, Day, usize)>> = HashMap::new();
        let mut order = Vec::new();
        for (old, new, day, old_code, new_code) in went {
            let successors = into.entry(*old).or_insert_with(|| {
                order.push(*old);
                Vec::new()
            });
            let weight = if !old_code.is_empty() && old_code == new_code { 1_000_000 } else { 1 };
            match successors.iter_mut().find(|(successor, ..)| successor == new) {
                Some((_, _, weighs)) => *weighs += weight,
                None => successors.push((*new, *day, weight)),
            }
        }
        for old in order {
            let successors = into.remove(&old).unwrap_or_default();
            let heaviest = successors.iter().map(|(_, _, weight)| *weight).max().unwrap_or(0);
            let main = successors.iter().position(|(_, _, weight)| *weight == heaviest);
            for (n, (new, day, _)) in successors.into_iter().enumerate() {
                self.link(old, new, day, main == Some(n));
            }
        }
    }

    // None where the row's problem was noted; `Some(None)` where it became nothing that the list names.
    fn successor(&mut self, one: &Former) -> Option<Option<(Ref, String)>> {
        let Some(Became { code, titled }) = &one.became else { return Some(None) };
        let fits = |place: &&Place| match titled {
            Some((kind, name)) => place.kind == *kind && place.name == *name,
            None => one.path.last().is_none_or(|named| place.level() <= named.kind.level()),
        };
        let found = self.known.coded(code, one.until).find(fits).map(|place| place.id);
        match found {
            Some(id) => Some(Some((Ref::Known(id), code.clone()))),
            None => {
                let named =
                    titled.as_ref().map_or_else(|| code.clone(), |(kind, name)| kind.named(name, Lang::Vi));
                let column = if titled.is_some() { "commune_code" } else { "became" };
                let problem = RowProblem::new(one.row, column, "register-unit-unknown");
                self.plan.problems.push(problem.with("unit", named).with("code", code));
                None
            }
        }
    }

    fn province_of(&self, place: Ref) -> Option<Ref> {
        let Ref::Known(id) = place else { return None };
        let place = self.known.place(id)?;
        let parent = self.known.place(place.parent_id?)?;
        (place.level() == Level::Commune && parent.level() == Level::Province)
            .then_some(Ref::Known(parent.id))
    }

    // A place that ended on a day, itself or above one that did: known, closed now, or added with its end.
    fn ended(&mut self, parent: Ref, named: &Named, one: &Former, is_itself: bool) -> Ref {
        let until = one.until;
        let eve = until.plus_days(-1);
        let same =
            |place: &&Place| place.kind == named.kind && place.name == named.name && place.stands_on(eve);
        let here: Vec<&Place> = match parent {
            Ref::Known(parent) => self.known.within(Some(parent)).filter(same).collect(),
            Ref::New(_) => Vec::new(),
        };
        let exact = here.iter().find(|place| place.code == named.code);
        let Some(place) = exact.or(here.first()).map(|place| (*place).clone()) else {
            let from = if is_itself { one.from } else { super::first_codes() };
            return self.add(Some(parent), named, from, Some(until));
        };
        let id = place.id;
        if is_itself && !named.code.is_empty() && place.code.is_empty() {
            if self.plan.changes.iter().all(|(changed, _)| changed.id != id) {
                self.plan.changes.push((place.clone(), named.clone()));
            }
        } else if is_itself {
            self.plan.unchanged += usize::from(place.until.is_some());
        }
        // A district or province above may go on, or end with a row of its own.
        if is_itself && place.until.is_none() {
            self.close(&place, until);
        }
        Ref::Known(id)
    }

    fn add(&mut self, parent: Option<Ref>, named: &Named, from: Day, until: Option<Day>) -> Ref {
        let added = self.added.entry((parent, named.kind, named.name.clone(), until)).or_default();
        // A row may name a place above its own without a code; the place's own row has its code and its day.
        let same = added.iter().copied().find(|at| {
            let code = &self.plan.adds[*at].named.code;
            *code == named.code || code.is_empty() || named.code.is_empty()
        });
        let Some(at) = same else {
            added.push(self.plan.adds.len());
            self.plan.adds.push(Add { named: named.clone(), parent, from, until });
            return Ref::New(self.plan.adds.len() - 1);
        };
        let known = &mut self.plan.adds[at];
        if known.named.code.is_empty() {
            known.named.code.clone_from(&named.code);
        }
        if from != super::first_codes() {
            known.from = from;
        }
        Ref::New(at)
    }

    fn close(&mut self, place: &Place, on: Day) {
        if self.plan.closes.iter().all(|(closed, _)| closed.id != place.id) {
            self.plan.closes.push((place.clone(), on));
        }
    }

    fn link(&mut self, old: Ref, new: Ref, on: Day, is_main: bool) {
        let known = matches!((old, new), (Ref::Known(old), Ref::Known(new)) if self.known.linked(old, new));
        let same = old == new;
        if !known && !same && !self.plan.links.iter().any(|(o, n, ..)| (*o, *n) == (old, new)) {
            self.plan.links.push((old, new, on, is_main));
        }
    }
}
