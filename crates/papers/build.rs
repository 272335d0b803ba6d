//! Embeds the four cuts of Tinos, the free face with the metrics of Times New Roman.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

/// Where npm puts the face, from this crate's folder.
const FACE: &str = "../../assets/node_modules/@expo-google-fonts/tinos";

/// The cuts the papers use, as the package lays them out.
const CUTS: [&str; 4] = [
    "400Regular/Tinos_400Regular.ttf",
    "400Regular_Italic/Tinos_400Regular_Italic.ttf",
    "700Bold/Tinos_700Bold.ttf",
    "700Bold_Italic/Tinos_700Bold_Italic.ttf",
];

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let out = env::var("OUT_DIR").unwrap_or_default();
    let mut list = String::from("[\n");
    for cut in CUTS {
        let path = Path::new(&root).join(FACE).join(cut);
        println!("cargo::rerun-if-changed={}", path.display());
        let Ok(path) = path.canonicalize() else { missing(&path) };
        let _ = writeln!(list, "    include_bytes!({:?}),", path.display().to_string());
    }
    list.push_str("]\n");
    if let Err(error) = fs::write(Path::new(&out).join("fonts.rs"), list) {
        println!("cargo::error=the list of fonts cannot be written: {error}");
        process::exit(1);
    }
}

/// Says in plain words what is missing and how to get it.
fn missing(path: &Path) -> ! {
    println!(
        "cargo::error=The typeface of the official papers is missing ({}). Run script/setup, \
         which fetches it, and build again.",
        path.display()
    );
    process::exit(1)
}
