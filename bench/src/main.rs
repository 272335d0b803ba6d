//! `script/bench NAME [FIGURE…] [--json] [--large]`: runs one family, or some of its figures, and prints what was
//! measured beside what was wanted and what it is compared with in the same run. A bench measures, it does not judge:
//! the exit code is 0 whatever the figures.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement that cannot be made stops the run and says where"
)]

mod line;
mod page;
mod raw;
mod scan;
mod spine;
mod trace;
mod wire;

use line::Report;

#[tokio::main]
async fn main() {
    let mut names = Vec::new();
    let (mut json, mut large) = (false, false);
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--json" => json = true,
            "--large" => large = true,
            _ => names.push(argument),
        }
    }
    let mut names = names.into_iter();
    let family = names.next();
    let report = Report::new(json, names.collect());
    match family.as_deref() {
        Some("spine") => spine::run(&report).await,
        Some("trace") => trace::run(&report, large).await,
        Some("scan") => scan::run(&report).await,
        other => {
            eprintln!("there is no family “{}”; there are: spine, trace, scan", other.unwrap_or_default());
            std::process::exit(2);
        }
    }
}
