//! As a table: a line for each item of each event, for whoever counts in a spreadsheet.

use std::io::{self, Write};

use ground::Instant;

use crate::event::Found;
use crate::event::items::{Object, link_of};
use crate::store::{ItemKey, Role};

const HEADER: &str = "eventID,eventTime,recordTime,type,action,bizStep,disposition,readPoint,bizLocation,\
     role,item,quantity,uom,inError";

/// An event with its items.
pub(super) struct Line {
    pub found: Found,
    pub objects: Vec<Object>,
    /// What the items are called that are keyed by their hash.
    pub hashed: Vec<(ItemKey, String)>,
}

// A byte-order mark, without which spreadsheets take Vietnamese for something else.
pub(super) fn begin(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\u{feff}{HEADER}")
}

pub(super) fn event(out: &mut impl Write, line: &Line) -> io::Result<()> {
    let (event, stored) = (&line.found.event, &line.found.stored);
    let text = |text: Option<String>| text.unwrap_or_default();
    let front = [
        text(event.event_id.as_ref().map(ToString::to_string)),
        event.event_time.as_str().to_owned(),
        Instant::from_micros(stored.record_time.0).rfc3339(),
        event.event_type().to_owned(),
        text(event.action().map(|action| action.word().to_owned())),
        text(event.biz_step.as_ref().map(|step| step.word().to_owned())),
        text(event.disposition.as_ref().map(|disposition| disposition.word().to_owned())),
        text(event.read_point.as_ref().map(|place| place.id.to_string())),
        text(event.biz_location.as_ref().map(|place| place.id.to_string())),
    ];
    let in_error = stored.in_error.to_string();
    if line.objects.is_empty() {
        return row(
            out,
            front.iter().chain([&String::new(), &String::new(), &String::new(), &String::new(), &in_error]),
        );
    }
    for Object { item, quantity, unit } in &line.objects {
        let uri = link_of(&item.key)
            .or_else(|| line.hashed.iter().find(|(key, _)| *key == item.key).map(|(_, uri)| uri.clone()));
        let back = [
            role(item.role).to_owned(),
            text(uri),
            text(quantity.map(|quantity| quantity.to_string())),
            text(unit.clone()),
            in_error.clone(),
        ];
        row(out, front.iter().chain(&back))?;
    }
    Ok(())
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Epc => "epc",
        Role::Input => "input",
        Role::Output => "output",
        Role::Parent => "parent",
        Role::Child => "child",
    }
}

fn row<'f>(out: &mut impl Write, fields: impl Iterator<Item = &'f String>) -> io::Result<()> {
    for (place, field) in fields.enumerate() {
        if place > 0 {
            out.write_all(b",")?;
        }
        // A leading = + - @ would be a formula to a spreadsheet (CWE-1236); a number is none.
        let guarded = field.starts_with(['=', '+', '-', '@', '\t', '\r']) && field.parse::<f64>().is_err();
        let quoted = guarded || field.contains(['"', ',', '\n', '\r']);
        if quoted {
            write!(out, "\"{}{}\"", if guarded { "'" } else { "" }, field.replace('"', "\"\""))?;
        } else {
            out.write_all(field.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}
