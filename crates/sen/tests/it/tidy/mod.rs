//! The house keeps its shape: arrows between crates, lengths, words, what the map claims.

mod arrows;
mod lengths;
mod map;
mod words;

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every file that git tracks, with its text; pictures and fonts are left out.
fn tracked(ending: &str) -> Vec<(String, String)> {
    let out = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().unwrap();
    assert!(out.status.success(), "git ls-files");
    let names = String::from_utf8(out.stdout).unwrap();
    let names = names.split('\0').filter(|name| name.ends_with(ending));
    names
        .filter_map(|name| Some((name.to_owned(), std::fs::read_to_string(root().join(name)).ok()?)))
        .collect()
}
