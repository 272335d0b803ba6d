//! As one EPCISDocument. Each event keeps the context with which it was captured.

use std::io::{self, Write};

pub(super) fn begin(out: &mut impl Write) -> io::Result<()> {
    let now = ground::Clock::real().now().rfc3339();
    write!(
        out,
        "{{\"@context\":\"{}\",\"type\":\"EPCISDocument\",\"schemaVersion\":\"2.0\",\"creationDate\":\"{now}\",\
         \"epcisBody\":{{\"eventList\":[",
        epcis::json::CONTEXT
    )
}

pub(super) fn event(out: &mut impl Write, document: &[u8], is_first: bool) -> io::Result<()> {
    out.write_all(if is_first { b"\n" } else { b",\n" })?;
    out.write_all(document)
}

pub(super) fn end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"\n]}}\n")
}
