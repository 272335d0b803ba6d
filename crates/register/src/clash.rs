//! Two people edited the same record: both values, field by field.

use serde::Serialize;
use web::{FormData, Here};

/// A field that stands otherwise in the records than in the form that came back.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Clash {
    /// The field's label.
    pub(crate) label: String,
    /// What the records hold.
    pub(crate) theirs: String,
    /// What stands in the form.
    pub(crate) yours: String,
}

/// The fields in which two forms differ; `fields` holds names, each with the key of its label.
pub(crate) fn clashes(
    here: &Here,
    fields: &[(&'static str, &'static str)],
    theirs: &FormData,
    yours: &FormData,
) -> Vec<Clash> {
    let differing = fields.iter().filter(|(name, _)| theirs.get(name) != yours.get(name));
    let clash = |(name, label): &(&'static str, &'static str)| Clash {
        label: here.t(label),
        theirs: shown(here, label, theirs.get(name)),
        yours: shown(here, label, yours.get(name)),
    };
    differing.map(clash).collect()
}

// A word of an enum is shown in the reader's language: its key is that of the label with the word behind it.
fn shown(here: &Here, label: &str, value: &str) -> String {
    let key = format!("{label}-{value}");
    if value.is_empty() {
        here.t("reg-nothing")
    } else if here.app.words.has(&key) {
        here.t(&key)
    } else {
        value.to_owned()
    }
}
