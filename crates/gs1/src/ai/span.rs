//! Identifiers by pattern: `310n` is 3100 to 3109.

/// A run of identifier numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    first: u16,
    last: u16,
}

impl Span {
    /// Reads digits that may end in `n`s.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let first = text.replace('n', "0").parse().ok()?;
        let last = text.replace('n', "9").parse().ok()?;
        Some(Self { first, last })
    }

    pub(super) const fn holds(self, number: u16) -> bool {
        self.first <= number && number <= self.last
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.first == self.last {
            return write!(out, "{:02}", self.first);
        }
        let (mut first, mut wild) = (self.first, 0);
        let mut width = self.last - self.first;
        while width > 0 {
            (first, width, wild) = (first / 10, width / 10, wild + 1);
        }
        write!(out, "{first}{}", "n".repeat(wild))
    }
}
