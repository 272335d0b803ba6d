//! How long company prefixes are: links do not say it, URNs must.

/// The lengths of company prefixes, by the digits they begin with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrefixLengths {
    /// Sorted by digits.
    lengths: Vec<(Box<str>, usize)>,
}

impl PrefixLengths {
    /// Nothing is known.
    #[must_use]
    pub const fn unknown() -> Self {
        Self { lengths: Vec::new() }
    }

    /// Adds that company prefixes which begin with these digits have this length; longer beginnings win.
    #[must_use]
    pub fn with(mut self, digits: &str, length: usize) -> Self {
        let place = self.lengths.binary_search_by(|(known, _)| known.as_ref().cmp(digits));
        match place {
            Ok(place) => self.lengths[place].1 = length,
            Err(place) => self.lengths.insert(place, (digits.into(), length)),
        }
        self
    }

    /// The length of the company prefix that a key's digits begin with.
    #[must_use]
    pub fn of(&self, digits: &str) -> Option<usize> {
        (0..=digits.len().min(12)).rev().find_map(|length| {
            let start = digits.get(..length)?;
            let place = self.lengths.binary_search_by(|(known, _)| known.as_ref().cmp(start)).ok()?;
            self.lengths.get(place).map(|(_, length)| *length)
        })
    }
}

impl<S: AsRef<str>> FromIterator<(S, usize)> for PrefixLengths {
    fn from_iter<I: IntoIterator<Item = (S, usize)>>(entries: I) -> Self {
        let mut lengths: Vec<(Box<str>, usize)> =
            entries.into_iter().map(|(digits, length)| (digits.as_ref().into(), length)).collect();
        lengths.sort();
        lengths.dedup_by(|next, kept| next.0 == kept.0);
        Self { lengths }
    }
}
