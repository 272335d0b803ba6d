//! One measured figure, as a table row or as a line of JSON.

use std::cell::Cell;

use serde::Serialize;

/// A figure with what it is compared with.
#[derive(Default, Serialize)]
pub(crate) struct Line {
    pub(crate) bench: &'static str,
    pub(crate) database: &'static str,
    pub(crate) value: f64,
    pub(crate) unit: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) p99_ms: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) against: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) against_value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ratio: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) size: Option<usize>,
    /// For the table only.
    #[serde(skip)]
    pub(crate) wanted: &'static str,
}

impl Line {
    /// Compares the figure with one of the same run.
    pub(crate) fn against(mut self, what: &'static str, value: f64) -> Self {
        self.against = Some(what);
        self.against_value = Some(rounded(value));
        self.ratio = (value > 0.0).then(|| rounded(self.value / value));
        self
    }
}

/// Prints lines as they are measured.
pub(crate) struct Report {
    json: bool,
    only: Vec<String>,
    headed: Cell<bool>,
}

impl Report {
    /// A report of these figures; of all where none is named.
    pub(crate) fn new(json: bool, only: Vec<String>) -> Self {
        Self { json, only, headed: Cell::new(false) }
    }

    /// Whether one of these figures is wanted.
    pub(crate) fn wants(&self, figures: &[&str]) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| figures.contains(&name.as_str()))
    }

    pub(crate) fn add(&self, line: Line) {
        let line = Line { value: rounded(line.value), p99_ms: line.p99_ms.map(rounded), ..line };
        if self.json {
            println!("{}", serde_json::to_string(&line).unwrap());
            return;
        }
        if !self.headed.replace(true) {
            println!(
                "{:<18} {:<9} {:>8} {:>11} {:<4} {:<18} {:>9} {:<36} {:>6}",
                "what", "database", "size", "value", "unit", "wanted", "p99 ms", "against", "ratio"
            );
        }
        let shown = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let against = line.against.map(|what| format!("{what}: {}", shown(line.against_value)));
        println!(
            "{:<18} {:<9} {:>8} {:>11} {:<4} {:<18} {:>9} {:<36} {:>6}",
            line.bench,
            line.database,
            line.size.map(|size| size.to_string()).unwrap_or_default(),
            line.value,
            line.unit,
            line.wanted,
            shown(line.p99_ms),
            against.unwrap_or_default(),
            shown(line.ratio)
        );
    }
}

// Three figures behind the point are more than any measurement here means.
fn rounded(value: f64) -> f64 {
    (value * 1_000.0).round() / 1_000.0
}
