//! The table of all application identifiers, read once from `identifiers.txt`.

use std::sync::LazyLock;

use super::part::Part;
use super::span::Span;
use super::{Ai, Identifier};

const TEXT: &str = include_str!("identifiers.txt");
/// One more than the greatest number an identifier can have.
const NUMBERS: usize = 10_000;

struct Table {
    identifiers: Vec<Identifier>,
    /// For each number one more than the identifier's place, or 0.
    places: Vec<u16>,
    numbers: Vec<u16>,
    /// The digits of the identifiers that begin with these two, or 0.
    digits: [u8; 100],
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::read);

impl Table {
    fn read() -> Self {
        let mut table =
            Self { identifiers: Vec::new(), places: vec![0; NUMBERS], numbers: Vec::new(), digits: [0; 100] };
        for line in TEXT.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            if let Some((numbers, identifier)) = row(line) {
                table.add(numbers, identifier);
            }
        }
        table
    }

    fn add(&mut self, (first, last): (&str, &str), identifier: Identifier) {
        self.identifiers.push(identifier);
        let (Ok(place), Ok(from), Ok(to)) =
            (u16::try_from(self.identifiers.len()), first.parse::<u16>(), last.parse::<u16>())
        else {
            return;
        };
        for number in from..=to {
            if let Some(slot) = self.places.get_mut(usize::from(number)) {
                *slot = place;
                self.numbers.push(number);
            }
            let start = match first.len() {
                2 => number,
                3 => number / 10,
                _ => number / 100,
            };
            if let (Some(slot), Ok(digits)) =
                (self.digits.get_mut(usize::from(start)), first.len().try_into())
            {
                *slot = digits;
            }
        }
    }
}

/// `identifiers | value | rules | title`
fn row(line: &'static str) -> Option<((&'static str, &'static str), Identifier)> {
    let mut columns = line.splitn(4, '|').map(str::trim);
    let (numbers, value, rules) = (columns.next()?, columns.next()?, columns.next()?);
    let parts: Vec<Part> = value.split(' ').map(Part::parse).collect::<Option<_>>()?;
    let mut identifier = Identifier {
        title: columns.next().unwrap_or_default(),
        fixed: false,
        attribute: false,
        min: parts.iter().filter(|part| !part.optional).map(|part| part.min).sum(),
        max: parts.iter().map(|part| part.max).sum(),
        parts,
        key: None,
        needs: Vec::new(),
        never: Vec::new(),
    };
    for rule in rules.split(' ').filter(|rule| !rule.is_empty()) {
        add_rule(&mut identifier, rule)?;
    }
    Some((numbers.split_once("..").unwrap_or((numbers, numbers)), identifier))
}

fn add_rule(identifier: &mut Identifier, rule: &str) -> Option<()> {
    let spans = |text: &str, by: char| text.split(by).map(Span::parse).collect::<Option<Vec<_>>>();
    match rule.split_once('=').unwrap_or((rule, "")) {
        ("fixed", _) => identifier.fixed = true,
        ("attribute", _) => identifier.attribute = true,
        ("key", "") => identifier.key = Some(Vec::new()),
        ("key", rows) => {
            let row = |row: &str| row.split(',').map(|number| number.parse().ok()).collect::<Option<_>>();
            identifier.key = Some(rows.split('/').map(row).collect::<Option<_>>()?);
        }
        ("needs", any) => {
            identifier.needs = any.split(',').map(|all| spans(all, '+')).collect::<Option<_>>()?;
        }
        ("never", any) => identifier.never = spans(any, ',')?,
        _ => return None,
    }
    Some(())
}

pub(super) fn of(number: u16) -> Option<Ai> {
    let table = &*TABLE;
    let place = usize::from(*table.places.get(usize::from(number))?);
    let identifier = table.identifiers.get(place.checked_sub(1)?)?;
    Some(Ai { number, identifier })
}

/// The identifier written as exactly these digits.
pub(super) fn exact(text: &[u8]) -> Option<Ai> {
    if !(2..=4).contains(&text.len()) {
        return None;
    }
    let mut number = 0;
    for byte in text {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + u16::from(byte - b'0');
    }
    of(number).filter(|ai| ai.digits() == text.len())
}

pub(super) fn at_start_of(text: &[u8]) -> Option<Ai> {
    let [tens, ones, ..] = text else { return None };
    if !tens.is_ascii_digit() || !ones.is_ascii_digit() {
        return None;
    }
    let digits = digits_after(usize::from((tens - b'0') * 10 + (ones - b'0')))?;
    exact(text.get(..digits)?)
}

pub(super) fn digits_after(first_two: usize) -> Option<usize> {
    TABLE.digits.get(first_two).map(|digits| usize::from(*digits)).filter(|digits| *digits > 0)
}

pub(super) fn all() -> impl Iterator<Item = Ai> {
    TABLE.numbers.iter().filter_map(|number| of(*number))
}
