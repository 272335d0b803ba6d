//! The real program on a folder and a database.

use std::path::Path;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const SEN: &str = env!("CARGO_BIN_EXE_sen");

/// A running program.
pub(super) struct Program {
    child: Child,
    pub(super) address: String,
}

impl Program {
    /// Starts it and waits until it listens.
    pub(super) async fn start(data: &Path, database: &str) -> Self {
        Self::start_with(data, &["--database", database]).await
    }

    /// Starts it with these words on top.
    pub(super) async fn start_with(data: &Path, words: &[&str]) -> Self {
        let mut child = Command::new(SEN)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(words)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().expect("the program listens");
        let address = line.strip_prefix("listening on http://").unwrap().to_owned();
        Self { child, address }
    }

    /// The most memory that it ever had, in bytes.
    pub(super) fn peak(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id().unwrap())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1_024
    }

    /// SIGKILL: it cannot finish anything.
    pub(super) async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// SIGTERM, and how it ended.
    pub(super) async fn terminate(mut self) -> Option<i32> {
        let id = self.child.id().unwrap().to_string();
        Command::new("kill").args(["-TERM", &id]).status().await.unwrap();
        self.child.wait().await.unwrap().code()
    }
}
