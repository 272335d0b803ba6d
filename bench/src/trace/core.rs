//! Work on one core.

use std::time::{Duration, Instant};

/// How long one of the two works in a stretch.
const SPAN: Duration = Duration::from_millis(500);
const STRETCHES: usize = 4;
/// Turns between two looks at the clock.
const TURNS: u32 = 200;

/// Turns a second of a work and of what it is compared with, in alternating stretches, so that whatever else the
/// machine does bears on both alike.
pub(crate) fn beside(mut work: impl FnMut(), mut other: impl FnMut()) -> (f64, f64) {
    let (mut one, mut two) = (Tally::default(), Tally::default());
    for _ in 0..STRETCHES {
        one.stretch(&mut work);
        two.stretch(&mut other);
    }
    (one.rate(), two.rate())
}

#[derive(Default)]
struct Tally {
    turns: f64,
    spent: Duration,
}

impl Tally {
    fn stretch(&mut self, work: &mut impl FnMut()) {
        let begun = Instant::now();
        while begun.elapsed() < SPAN {
            for _ in 0..TURNS {
                work();
            }
            self.turns += f64::from(TURNS);
        }
        self.spent += begun.elapsed();
    }

    fn rate(&self) -> f64 {
        self.turns / self.spent.as_secs_f64()
    }
}
