//! What a code on a shelf costs: making it, checking it.

mod labels;
mod serial_check;

use crate::line::Report;

pub(crate) fn run(report: &Report) {
    if report.wants(&["serial_check"]) {
        serial_check::measure(report);
    }
    if report.wants(&["labels"]) {
        labels::measure(report);
    }
}
