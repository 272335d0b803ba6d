//! Prints many certificates and says how fast: `cargo run --release --example certificates -- 1000`.

use std::error::Error;
use std::io::{Write as _, stdout};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Instant;
use std::{env, fs};

use papers::testing::{PRINTED, numbered_certificate};
use papers::{Engine, PaperError, Templates};

/// Certificates printed when no number is given.
const DEFAULT_COUNT: u32 = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let count: u32 = env::args().nth(1).map_or(Ok(DEFAULT_COUNT), |count| count.parse())?;
    let threads = thread::available_parallelism()?.get();
    let engine = Engine::new(Templates::built_in()?);
    engine.typeset(&numbered_certificate(0), PRINTED)?;
    let next = AtomicU32::new(1);
    let start = Instant::now();
    let work = || -> Result<usize, PaperError> {
        let mut bytes = 0;
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number > count {
                return Ok(bytes);
            }
            bytes += engine.typeset(&numbered_certificate(number), PRINTED)?.bytes().len();
        }
    };
    let bytes = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| {
                worker.join().map_err(|_| "a worker stopped".to_owned())?.map_err(|e| e.to_string())
            })
            .sum::<Result<usize, String>>()
    })?;
    let seconds = start.elapsed().as_secs_f64();
    let memory = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = memory.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: unknown");
    writeln!(
        stdout(),
        "{count} certificates on {threads} threads in {seconds:.2} s: {:.0} a second, {} bytes each; {peak}",
        f64::from(count) / seconds,
        bytes / usize::try_from(count.max(1))?,
    )?;
    Ok(())
}
