//! The query of a link: data attributes, and what is not GS1's.

use super::parse::value;
use crate::element::MOST_ELEMENTS;
use crate::percent::Plus;
use crate::{Ai, Code, Element, Gs1Error};

/// The parameters of a query.
#[derive(Debug, Default)]
pub(super) struct Query<'a> {
    pub(super) attributes: Vec<Element<'a>>,
    pub(super) extra: Vec<&'a str>,
}

impl<'a> Query<'a> {
    /// Reads a query that begins at this offset behind this path.
    pub(super) fn read(text: &'a str, at: usize, path: &[Element<'a>]) -> Result<Self, Gs1Error> {
        let mut query = Self::default();
        let mut offset = at;
        for parameter in text.split('&') {
            if !parameter.is_empty() {
                query.take(parameter, offset, path)?;
            }
            offset += parameter.len() + 1;
        }
        Ok(query)
    }

    fn take(&mut self, parameter: &'a str, offset: usize, path: &[Element<'a>]) -> Result<(), Gs1Error> {
        let refused = |code: Code, name: &str| Err(Gs1Error::new(code, name, offset, parameter));
        if path.len() + self.attributes.len() + self.extra.len() >= MOST_ELEMENTS {
            return refused(Code::TooManyElements, "");
        }
        let Some((name, text)) = parameter.split_once('=').filter(|(name, _)| is_number(name)) else {
            self.extra.push(parameter);
            return Ok(());
        };
        let Some(ai) = Ai::parse(name) else { return refused(Code::UnknownAi, name) };
        let value = value(text, Plus::Space, ai, offset + name.len() + 1)?;
        if path.iter().chain(&self.attributes).any(|element| element.ai == ai) {
            return refused(Code::Twice, name);
        }
        // A qualifier that could go on the path must, also where attributes are allowed to bear it.
        if belongs_in_path(ai, path) {
            return refused(Code::BelongsInPath, name);
        }
        if !ai.identifier().attribute {
            return refused(Code::NoAttribute, name);
        }
        self.attributes.push(Element { ai, value, offset });
        Ok(())
    }
}

fn is_number(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the key admits the identifier among the qualifiers that are there.
fn belongs_in_path(ai: Ai, path: &[Element<'_>]) -> bool {
    let Some((key, qualifiers)) = path.split_first() else { return false };
    let identifier = key.ai.identifier();
    if !identifier.qualifiers().iter().any(|row| row.contains(&ai.number())) {
        return false;
    }
    (0..=qualifiers.len()).any(|place| {
        let (before, after) = qualifiers.split_at(place);
        let numbers =
            |part: &[Element<'_>]| part.iter().map(|element| element.ai.number()).collect::<Vec<_>>();
        let row = [numbers(before), vec![ai.number()], numbers(after)].concat();
        identifier.admits(row.into_iter())
    })
}
