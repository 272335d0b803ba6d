//! How long the program takes to listen on a folder it knows, and what it holds when idle.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::line::{Line, Report};

const RUNS: usize = 5;
/// What is still unfolding after the first second is no longer the start.
const SETTLE: Duration = Duration::from_secs(2);

pub(crate) fn measure(report: &Report) {
    let binary = std::env::current_exe().unwrap().with_file_name("sen");
    if !binary.exists() {
        eprintln!("SKIPPED cold_start, idle_memory: {} is not built", binary.display());
        return;
    }
    let data = tempfile::tempdir().unwrap();
    let mut starts = Vec::new();
    let mut memory = 0.0;
    for run in 0..=RUNS {
        let begun = Instant::now();
        let mut child = Command::new(&binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        // The first start makes the schema and the key.
        if run > 0 {
            starts.push(begun.elapsed().as_secs_f64());
        }
        if run == RUNS {
            std::thread::sleep(SETTLE);
            memory = resident_megabytes(child.id());
        }
        Command::new("kill").arg(child.id().to_string()).status().unwrap();
        child.wait().unwrap();
    }
    starts.sort_by(f64::total_cmp);
    let line = Line { database: "sqlite", ..Line::default() };
    report.add(Line { bench: "cold_start", value: starts[RUNS / 2], unit: "s", wanted: "< 0.5", ..line });
    let line = Line { database: "sqlite", ..Line::default() };
    report.add(Line { bench: "idle_memory", value: memory, unit: "MB", wanted: "< 80", ..line });
}

fn resident_megabytes(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    kilobytes.trim().trim_end_matches("kB").trim().parse::<f64>().unwrap_or_default() / 1_000.0
}
