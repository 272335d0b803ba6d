//! Embeds the rule packs and the demo province: for each a list of every data file of its folder, with its text.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    embed("rules", &["yaml"])?;
    embed("demo", &["yaml", "csv", "json"])
}

// `OUT_DIR/NAME.rs` becomes a slice of (name below the folder, text).
fn embed(name: &str, endings: &[&str]) -> io::Result<()> {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let folder = manifest.join("../..").join(name);
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    gather(&folder, endings, &mut files)?;
    files.sort();
    let mut list = String::from("&[\n");
    for file in &files {
        println!("cargo:rerun-if-changed={}", file.display());
        let below = file.strip_prefix(&folder).unwrap_or(file).to_string_lossy().replace('\\', "/");
        list.push_str(&format!("({below:?}, include_str!({:?})),\n", fs::canonicalize(file)?));
    }
    list.push(']');
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(out.join(name).with_extension("rs"), list)
}

fn gather(folder: &Path, endings: &[&str], files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo:rerun-if-changed={}", path.display());
            gather(&path, endings, files)?;
        } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
            files.push(path);
        }
    }
    Ok(())
}
