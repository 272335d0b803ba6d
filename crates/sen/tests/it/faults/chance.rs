//! Chance that can be played again.

use ground::Clock;

/// Names the seed of a run to be repeated.
const SEED: &str = "SEN_TEST_SEED";

/// A small generator (xorshift64*).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// Of the seed in the environment, or of a fresh one; says which.
    pub(super) fn new() -> Self {
        let given = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok());
        let fresh = || u64::from_be_bytes(Clock::real().random::<8>().unwrap());
        let seed: u64 = given.unwrap_or_else(fresh).max(1);
        eprintln!("{SEED}={seed}");
        Self(seed)
    }

    /// Another one that goes its own way.
    pub(super) fn fork(&mut self) -> Self {
        Self(self.next().max(1))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// From 0 to below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % end
    }

    pub(super) fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count.div_ceil(8)).flat_map(|_| self.next().to_le_bytes()).take(count).collect()
    }
}
