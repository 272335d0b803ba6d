//! How many events of about a kilobyte are parsed, checked and hashed a second on one core:
//! `cargo run --release -p epcis --example figures`.

use std::hint::black_box;
use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use epcis::hash::{Hasher, events};
use epcis::xml::Version;

const EVENT: &str = r#"{"@context":["https://ref.gs1.org/standards/epcis/epcis-context.jsonld",
{"example":"https://ns.example.com/epcis/"}],"type":"ObjectEvent","eventTime":"2026-07-22T06:45:00.000+07:00",
"eventTimeZoneOffset":"+07:00","eventID":"urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
"epcList":["https://id.gs1.org/01/09521141012345/21/2017","https://id.gs1.org/01/09521141012345/21/2018",
"urn:epc:id:sgtin:0614141.107346.2019"],"action":"ADD","bizStep":"commissioning","disposition":"active",
"readPoint":{"id":"urn:epc:id:sgln:0614141.07346.1234"},"bizLocation":{"id":"https://id.gs1.org/414/9521141000016"},
"bizTransactionList":[{"type":"po","bizTransaction":"http://transaction.acme.com/po/12345678"}],
"quantityList":[{"epcClass":"https://id.gs1.org/01/09521141012345/10/LOT-7","quantity":12.50,"uom":"KGM"}],
"sourceList":[{"type":"owning_party","source":"urn:epc:id:pgln:0614141.00777"}],
"ilmd":{"example:harvestDate":"2026-07-21","example:batch":"00471"},"example:plot":"B-12","example:weight":3.250}"#;

const SPAN: Duration = Duration::from_secs(2);

fn rate(mut turn: impl FnMut()) -> f64 {
    let start = Instant::now();
    let mut turns = 0_u32;
    while start.elapsed() < SPAN {
        for _ in 0..1_000 {
            turn();
        }
        turns += 1_000;
    }
    f64::from(turns) / start.elapsed().as_secs_f64()
}

fn main() -> io::Result<()> {
    let lower = || epcis::lower(EVENT.as_bytes()).map_err(io::Error::other);
    let tree = lower()?;
    let mut hasher = Hasher::new(&tree);
    let event = events(&tree).next().ok_or_else(|| io::Error::other("no event"))?;
    let hashed = rate(|| {
        black_box(hasher.hash(black_box(event)));
    });
    let parsed = rate(|| {
        black_box(epcis::lower(black_box(EVENT.as_bytes())).is_ok());
    });
    let all = rate(|| {
        if let Ok(tree) = epcis::lower(black_box(EVENT.as_bytes())) {
            black_box(epcis::check_tree(&tree));
            let mut hasher = Hasher::new(&tree);
            events(&tree).for_each(|event| {
                black_box(hasher.hash(event));
            });
        }
    });
    let (content, _) = epcis::check_tree(&tree);
    let content = content.ok_or_else(|| io::Error::other("no model"))?;
    let write = || epcis::xml::write(&content, Version::Two).map_err(|_| io::Error::other("no XML"));
    let xml = write()?;
    let written = rate(|| {
        black_box(write().is_ok());
    });
    let lowered = rate(|| {
        black_box(epcis::lower(black_box(xml.as_bytes())).is_ok());
    });
    let mut out = io::stdout().lock();
    writeln!(out, "event of {} bytes", EVENT.len())?;
    writeln!(out, "hash                  {hashed:>10.0}/s  {:.2} µs", 1e6 / hashed)?;
    writeln!(out, "parse                 {parsed:>10.0}/s  {:.2} µs", 1e6 / parsed)?;
    writeln!(out, "parse, check and hash {all:>10.0}/s  {:.2} µs", 1e6 / all)?;
    writeln!(out, "the same as XML of {} bytes", xml.len())?;
    writeln!(out, "parse                 {lowered:>10.0}/s  {:.2} µs", 1e6 / lowered)?;
    writeln!(out, "write                 {written:>10.0}/s  {:.2} µs", 1e6 / written)
}
