//! ARCHITECTURE.md is true: every file, folder and crate it names is there.

use super::{root, tracked};

#[test]
fn every_path_that_the_documents_name_is_there() {
    let mut missing = Vec::new();
    for (name, text) in tracked(".md") {
        let folder = root().join(&name).parent().unwrap().to_owned();
        for quoted in text.split('`').skip(1).step_by(2) {
            let is_path = ["crates/", "rules/", "assets/", "scenes/", "script/", "bench/", "demo/", "docs/"]
                .iter()
                .any(|start| quoted.starts_with(start));
            let plain = quoted.split([' ', '*', '<', '{']).next().unwrap_or_default();
            // What a build leaves is not tracked.
            if is_path && !plain.starts_with("assets/dist") && !root().join(plain).exists() {
                missing.push(format!("{name}: {quoted}"));
            }
        }
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            if !file.is_empty() && !file.contains("://") && !folder.join(file).exists() {
                missing.push(format!("{name}: {link}"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}
