//! From elements to a link.

use super::canonical::written;
use crate::{Code, Element, Gs1Error};

/// The uncompressed link of elements under a stem such as `https://example.com`: the first primary key with as
/// many of its qualifiers as one row admits, all else as attributes. Elements that stand twice are written once.
///
/// The values are taken as proved: see [`Ai::check`](crate::Ai::check) and
/// [`check_associations`](crate::ai::check_associations).
///
/// # Errors
/// No primary key; an element that no link carries.
pub fn build(elements: &[Element<'_>], stem: &str) -> Result<String, Gs1Error> {
    let Some(key) = elements.iter().find(|element| element.ai.identifier().is_key()) else {
        let first = elements.first().map(|element| element.ai.to_string()).unwrap_or_default();
        return Err(Gs1Error::new(Code::NoKey, &first, 0, &first));
    };
    let mut once: Vec<&Element<'_>> = Vec::with_capacity(elements.len());
    for element in elements {
        if !once.iter().any(|other| other.ai == element.ai) {
            once.push(element);
        }
    }
    let none = Vec::new();
    let rows = key.ai.identifier().qualifiers().iter().chain([&none]);
    let cut = |row: &Vec<u16>| Cut::by(row, key, &once);
    // The first row of those that leave nothing homeless, else of all, with the most qualifiers.
    let best = rows.map(cut).reduce(|best, next| if next.rank() > best.rank() { next } else { best });
    let Some(cut) = best else { return Ok(written(stem, &[key], &[])) };
    match cut.homeless() {
        None => Ok(written(stem, &cut.path, &cut.attributes)),
        Some(element) => {
            let ai = element.ai.to_string();
            Err(Gs1Error::new(Code::NoAttribute, &ai, element.offset, &element.value))
        }
    }
}

struct Cut<'e, 'a> {
    path: Vec<&'e Element<'a>>,
    attributes: Vec<&'e Element<'a>>,
}

impl<'e, 'a> Cut<'e, 'a> {
    fn by(row: &[u16], key: &'e Element<'a>, once: &[&'e Element<'a>]) -> Self {
        let of = |number: &u16| once.iter().find(|element| element.ai.number() == *number).copied();
        let path: Vec<&Element<'a>> = [key].into_iter().chain(row.iter().filter_map(of)).collect();
        let elsewhere = |element: &&Element<'a>| !path.iter().any(|placed| placed.ai == element.ai);
        let attributes = once.iter().copied().filter(elsewhere).collect();
        Self { path, attributes }
    }

    fn homeless(&self) -> Option<&'e Element<'a>> {
        self.attributes.iter().copied().find(|element| !element.ai.identifier().attribute)
    }

    fn rank(&self) -> (bool, usize) {
        (self.homeless().is_none(), self.path.len())
    }
}
