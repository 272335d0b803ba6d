//! Running the program and reading what it says.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// What a call came to.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Stdout as one JSON value.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// Runs `sen` with these words, in Vietnamese unless they say otherwise.
pub(crate) fn sen<S: AsRef<OsStr>>(words: impl IntoIterator<Item = S>) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_sen"))
        .args(words)
        .env("LANG", "vi_VN.UTF-8")
        .output()
        .expect("the program runs");
    Ran {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder that is gone after the test, with one file of ballots.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    pub(crate) ballots: PathBuf,
}

impl Desk {
    pub(crate) fn with(content: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let ballots = folder.path().join("phiếu.csv");
        fs::write(&ballots, content).expect("written");
        Self { folder, ballots }
    }

    /// The header and these rows.
    pub(crate) fn rows(rows: &str) -> Self {
        Self::with(format!("product,member,criterion,case,points\n{rows}"))
    }

    /// `sen grade` on the ballots; `words` are separated by spaces.
    pub(crate) fn grade(&self, words: &str) -> Ran {
        let ballots = self.ballots.to_str().expect("UTF-8");
        sen(["grade", ballots].into_iter().chain(words.split_whitespace()))
    }

    /// `sen grade --json` by the newer rules.
    pub(crate) fn graded(&self, set: u8) -> Value {
        let ran = self.grade(&format!("--rules qd26-2026 --set {set} --json"));
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.json()
    }

    /// The rows refused by the newer rules, with their columns.
    pub(crate) fn refused(&self, set: u8) -> Vec<(u64, Option<String>)> {
        let ran = self.grade(&format!("--rules qd26-2026 --set {set} --json"));
        assert_eq!(ran.code, 2, "{ran:?}");
        let answer = ran.json();
        let rows = answer["refused"].as_array().expect("a list");
        rows.iter()
            .map(|row| {
                assert!(row["message"].as_str().is_some_and(|message| !message.is_empty()));
                (row["row"].as_u64().expect("a row"), row["column"].as_str().map(str::to_owned))
            })
            .collect()
    }
}
