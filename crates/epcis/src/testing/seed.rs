//! Random choices that a number repeats.

/// Random choices that a number repeats.
#[derive(Debug, Clone)]
pub struct Seed(u64);

impl Seed {
    /// The choices of this number.
    #[must_use]
    pub const fn of(number: u64) -> Self {
        Self(number)
    }

    /// A number below `end`; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let mixed = (mixed ^ (mixed >> 31)) >> 16;
        usize::try_from(mixed).unwrap_or_default().checked_rem(end).unwrap_or_default()
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of these.
    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }

    /// A few of these, at least one, each once.
    pub fn some<'a>(&mut self, from: &[&'a str]) -> Vec<&'a str> {
        let mut few = vec![self.pick(from)];
        for _ in 0..self.below(4) {
            let next = self.pick(from);
            if !few.contains(&next) {
                few.push(next);
            }
        }
        few
    }
}
