//! How many Digital Links are read and checked a second on one core.
//!
//! `cargo run --release -p gs1 --example rate`

#![allow(clippy::print_stdout, reason = "it prints its figure")]

use std::hint::black_box;
use std::time::Instant;

use gs1::Gs1Error;
use gs1::epc::write_hashed_link;
use gs1::link::DigitalLink;

/// As they stand on labels: item, lot, serial number, dates, weights, a location, a logistic unit.
const LINKS: [&str; 6] = [
    "https://sen.vn/01/08936012345674/10/L20261129?17=270531",
    "https://id.gs1.org/01/09520123456788/10/ABC1/21/12345?17=180426",
    "https://id.gs1.org/01/09520123456788?3103=000195&3922=0299&17=201225",
    "https://example.com/some/stem/414/9520123456788/254/32a%2Fb",
    "https://id.gs1.org/00/952012345678912345",
    "https://id.gs1.org/8003/09520123456788ABC",
];
const URNS: [&str; 3] = [
    "urn:epc:id:sgtin:4012345.012345.12",
    "urn:epc:class:lgtin:4012345.012345.Lot987",
    "https://id.gs1.de/01/04012345999990/21/XYZ-1234",
];
const ROUNDS: u32 = 500_000;

fn main() -> Result<(), Gs1Error> {
    let start = Instant::now();
    for _ in 0..ROUNDS {
        for link in LINKS {
            black_box(DigitalLink::parse(black_box(link))?);
        }
    }
    tell("links read and checked", ROUNDS as usize * LINKS.len(), start);
    let start = Instant::now();
    let mut out = String::new();
    for _ in 0..ROUNDS {
        for uri in URNS {
            out.clear();
            black_box(write_hashed_link(black_box(uri), &mut out));
        }
    }
    tell("identifiers written for the hash", ROUNDS as usize * URNS.len(), start);
    Ok(())
}

fn tell(what: &str, count: usize, start: Instant) {
    let rate = count as f64 / start.elapsed().as_secs_f64();
    println!("{what}: {:.2} million a second", rate / 1e6);
}
