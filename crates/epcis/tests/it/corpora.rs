//! The corpora, where they are.

use std::fs;
use std::path::{Path, PathBuf};

/// Files of one folder of the corpora with that ending, sorted; none, and said so, where it is absent.
pub fn files(folder: &str, ending: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/trace/corpora/epcis").join(folder);
    let Ok(entries) = fs::read_dir(&path) else {
        eprintln!("SKIPPED: {} is absent", path.display());
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    found.sort();
    found.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// The name of a file.
pub fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}
