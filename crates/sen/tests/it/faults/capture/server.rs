//! A PostgreSQL of one test alone, which may be killed.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// Names `pg_ctl` of the server that `script/test` starts; the programs lie beside it.
const CTL: &str = "SEN_TEST_POSTGRES_CTL";

/// A server.
pub(super) struct Server {
    folder: TempDir,
    programs: PathBuf,
    port: u16,
}

impl Server {
    /// Starts one; none, loudly, where no PostgreSQL is named.
    pub(super) fn start() -> Option<Self> {
        let Ok(ctl) = std::env::var(CTL) else {
            eprintln!("SKIPPED on PostgreSQL: {CTL} is not set; script/test sets it");
            return None;
        };
        let programs = Path::new(ctl.split(' ').next().unwrap()).parent().unwrap().to_owned();
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = Self { folder, programs, port };
        if is_root() {
            let path = server.folder.path();
            assert!(Command::new("chown").arg("postgres").arg(path).status().unwrap().success());
        }
        server.run("initdb", "-U sen -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
        server.begin();
        Some(server)
    }

    /// The address of its database.
    pub(super) fn address(&self) -> String {
        format!("postgres://sen@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts it, after it was killed too, and waits until it takes connections.
    pub(super) fn begin(&self) {
        let folder = self.folder.path().display();
        // Nothing here outlives the machine: what the system has written is safe from a kill.
        let options = format!(
            "-k {folder} -p {} -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off",
            self.port
        );
        self.run("pg_ctl", &format!("-l {folder}/log -w start -o '{options}'"));
    }

    /// Kills every process of it.
    pub(super) fn kill(&self) {
        self.run("pg_ctl", "-m immediate -w stop");
    }

    // The server refuses to run as root, so root lends it to the user that Debian made for it.
    fn run(&self, program: &str, words: &str) {
        let data = self.folder.path().join("data");
        let line = format!(
            "{} -D {} {words} >/dev/null 2>&1",
            self.programs.join(program).display(),
            data.display()
        );
        let mut call = if is_root() { Command::new("su") } else { Command::new("sh") };
        if is_root() {
            call.args(["postgres", "-s", "/bin/sh"]);
        }
        assert!(call.args(["-c", &line]).status().unwrap().success(), "{line}");
    }
}

// A test that fails leaves nothing running.
impl Drop for Server {
    fn drop(&mut self) {
        if self.folder.path().join("data/postmaster.pid").exists() {
            self.kill();
        }
    }
}

fn is_root() -> bool {
    std::fs::read_to_string("/proc/self/status").is_ok_and(|status| status.contains("Uid:\t0\t0"))
}
