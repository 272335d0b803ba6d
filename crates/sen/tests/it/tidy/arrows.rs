//! Who may import whom: `sen` → rooms → `web`, `papers` → `ground` → pure crates; a room may call a room above it.

use std::collections::BTreeMap;
use std::process::Command;

use super::root;

const PURE: [&str; 3] = ["ocop", "gs1", "epcis"];
// From the ground up: a crate may lean on those before it.
const ROOMS: [&str; 7] = ["people", "register", "dossier", "council", "certificate", "trace", "goods"];

fn allowed(from: &str, to: &str) -> bool {
    let room = |name: &str| ROOMS.iter().position(|room| *room == name);
    match from {
        // Events carry identifiers: the one arrow among the pure crates.
        "epcis" => to == "gs1",
        _ if PURE.contains(&from) => false,
        "ground" => PURE.contains(&to),
        "web" => to == "ground" || PURE.contains(&to),
        "papers" => PURE.contains(&to),
        "sen" | "bench" => true,
        _ => match (room(from), room(to)) {
            (Some(_), None) => ["web", "papers", "ground"].contains(&to) || PURE.contains(&to),
            (Some(from), Some(to)) => to < from,
            _ => false,
        },
    }
}

fn arrows() -> BTreeMap<String, Vec<String>> {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let names: Vec<&str> = packages.iter().map(|package| package["name"].as_str().unwrap()).collect();
    let of = |package: &serde_json::Value| {
        let own = package["name"].as_str().unwrap().to_owned();
        let wanted = package["dependencies"].as_array().unwrap().iter().map(|d| d["name"].as_str().unwrap());
        let inside = wanted.filter(|name| names.contains(name) && *name != own).map(str::to_owned).collect();
        (own, inside)
    };
    packages.iter().map(of).collect()
}

#[test]
fn no_crate_imports_what_the_house_does_not_allow() {
    let forbidden: Vec<String> = arrows()
        .iter()
        .flat_map(|(from, to)| to.iter().map(move |to| (from, to)))
        .filter(|(from, to)| !allowed(from, to))
        .map(|(from, to)| format!("{from} → {to}"))
        .collect();
    assert_eq!(forbidden, Vec::<String>::new());
}

#[test]
fn the_table_of_arrows_refuses_what_it_should() {
    assert!(!allowed("gs1", "epcis") && !allowed("epcis", "ocop") && allowed("epcis", "gs1"));
    assert!(!allowed("ocop", "ground") && !allowed("ground", "web") && !allowed("web", "people"));
    assert!(!allowed("register", "dossier") && !allowed("papers", "web") && !allowed("stranger", "web"));
    assert!(allowed("dossier", "register") && allowed("council", "papers") && allowed("sen", "certificate"));
}
