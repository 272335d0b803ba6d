//! One component of a value: its character set, its length, the tests of its content.

use super::identifier::Fault;
use super::set::Set;
use super::test::Test;
use crate::Code;

/// A component of a value.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) set: Set,
    pub(super) min: usize,
    pub(super) max: usize,
    pub(super) optional: bool,
    pub(super) tests: Vec<Test>,
}

impl Part {
    /// Reads `N14:check-digit`, `X..20` or, for one that may be left out, `[N..12]`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let (form, tests) = inner.unwrap_or(text).split_once(':').unwrap_or((inner.unwrap_or(text), ""));
        let set = match form.as_bytes().first()? {
            b'N' => Set::Numeric,
            b'X' => Set::Set82,
            b'Y' => Set::Set39,
            b'Z' => Set::Set64,
            _ => return None,
        };
        let length = form.get(1..)?;
        let max = length.trim_start_matches("..").parse().ok()?;
        let min = if length.starts_with("..") { 1 } else { max };
        let tests =
            tests.split(',').filter(|name| !name.is_empty()).map(Test::named).collect::<Option<_>>()?;
        Some(Self { set, min, max, optional: inner.is_some(), tests })
    }

    /// How many bytes of the rest of a value are this component's.
    ///
    /// # Errors
    /// What does not hold, with offsets from the start of `rest`.
    pub(super) fn take(&self, rest: &[u8]) -> Result<usize, Fault> {
        let taken = self.shape(rest)?;
        if taken > 0 {
            for test in &self.tests {
                test.run(&rest[..taken])?;
            }
        }
        Ok(taken)
    }

    /// The same by length and characters alone.
    pub(super) fn shape(&self, rest: &[u8]) -> Result<usize, Fault> {
        let taken = rest.len().min(self.max);
        if self.optional && taken == 0 {
            return Ok(0);
        }
        if taken < self.min {
            return Err(Fault::new(Code::ValueTooShort, 0..taken).expecting(self.min.to_string()));
        }
        self.characters(&rest[..taken])?;
        Ok(taken)
    }

    fn characters(&self, content: &[u8]) -> Result<(), Fault> {
        let plain = if self.set == Set::Set64 { unpadded(content)? } else { content };
        match self.set.stranger(plain) {
            None => Ok(()),
            Some(at) => Err(Fault::new(Code::Character, at..at + 1).expecting(self.set.name())),
        }
    }
}

/// Without its padding, which is optional and fills to a multiple of three characters.
fn unpadded(content: &[u8]) -> Result<&[u8], Fault> {
    const MOST_PADS: usize = 2;
    let pads = content.iter().rev().take_while(|byte| **byte == b'=').count();
    let length = content.len() - pads;
    if pads > MOST_PADS || (pads > 0 && !content.len().is_multiple_of(3)) {
        return Err(Fault::new(Code::Padding, length..content.len()));
    }
    Ok(&content[..length])
}
