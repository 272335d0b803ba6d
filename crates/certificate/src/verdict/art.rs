//! The drawing that stands where there is no photo.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Which drawing each set has, by the set's short name: the list the drawings come with.
static DRAWINGS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let read = serde_json::from_str(include_str!("../../../../assets/art/groups.json"));
    read.unwrap_or_else(|error| {
        tracing::error!(%error, "the list of drawings");
        HashMap::new()
    })
});
/// The drawing of a set that has none.
const ANY: &str = "sen-say";

/// The drawing of a set by its short name.
pub(super) fn of_sheet(code: &str) -> String {
    DRAWINGS.get(code).cloned().unwrap_or_else(|| ANY.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_set_of_every_decree_has_a_drawing() {
        for pack in ground::testing::rules().packs() {
            for sheet in pack.sheets() {
                assert!(super::DRAWINGS.contains_key(&sheet.code), "{} {}", pack.id(), sheet.code);
            }
        }
    }
}
