//! Serving, stopping and proving the journal.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const SEN: &str = env!("CARGO_BIN_EXE_sen");

/// The program while it serves.
pub(crate) struct Serving(Child, String);

impl Serving {
    pub(crate) fn on(data: &Path) -> Self {
        let mut child = Command::new(SEN)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").unwrap().to_owned();
        Self(child, address)
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "", "")
    }

    /// One request: its method, address, further head lines (each with its line break) and body.
    pub(crate) fn ask(&self, method: &str, path: &str, head: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.1).unwrap();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: sen\r\nConnection: close\r\nContent-Length: {length}\r\n{head}\r\n{body}"
        )
        .unwrap();
        // Papers and pictures are no text.
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub(crate) fn terminate(mut self) -> Option<i32> {
        Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status().unwrap();
        self.0.wait().unwrap().code()
    }
}

// A test that fails leaves nothing running.
impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn sen_says_where_it_listens_is_healthy_and_ends_with_0_when_told() {
    let data = tempfile::tempdir().unwrap();
    let serving = Serving::on(data.path());
    assert!(serving.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(serving.get("/lookup").starts_with("HTTP/1.1 200"));
    assert_eq!(serving.terminate(), Some(0));
}

#[test]
fn the_journal_of_a_fresh_folder_holds() {
    let data = tempfile::tempdir().unwrap();
    let out =
        Command::new(SEN).args(["journal", "verify", "--json", "--data"]).arg(data.path()).output().unwrap();
    assert_eq!(out.status.code(), Some(0));
    let answer: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    // The one entry tells of the signing key that a first start makes.
    assert_eq!(answer, serde_json::json!({ "entries": 1, "broken": null }));
}

#[test]
fn a_wrong_setting_is_refused_at_start_by_its_name() {
    let data = tempfile::tempdir().unwrap();
    let out = Command::new(SEN)
        .args(["config", "--data"])
        .arg(data.path())
        .env("SEN_LISTEN", "nowhere")
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("listen"));
    let out = Command::new(SEN)
        .args(["config", "--data"])
        .arg(data.path())
        .env("SEN_LISSTEN", "x")
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("SEN_LISSTEN"));
}

#[test]
fn what_cannot_be_used_is_said_in_the_language_of_the_call() {
    let data = tempfile::tempdir().unwrap();
    let said = |lang: &str, name: &str, value: &str| {
        let mut call = Command::new(SEN);
        call.args(["--lang", lang, "journal", "verify", "--data"]).arg(data.path()).env(name, value);
        let out = call.output().unwrap();
        assert_eq!(out.status.code(), Some(2));
        String::from_utf8(out.stderr).unwrap()
    };
    assert!(
        said("vi", "SEN_LISTEN", "nowhere").contains("“listen” không thể là “nowhere”; cần ĐỊA-CHỈ:CỔNG")
    );
    assert!(
        said("en", "SEN_LISTEN", "nowhere").contains("“listen” cannot be “nowhere”; expected ADDRESS:PORT")
    );
    assert!(said("vi", "SEN_LISSTEN", "x").contains("Không có thiết lập “SEN_LISSTEN”"));
    let away = "postgres://nobody@127.0.0.1:1/none";
    assert!(said("vi", "SEN_DATABASE", away).contains("Không mở được cơ sở dữ liệu"));
    assert!(said("en", "SEN_DATABASE", away).contains("The records database cannot be opened"));
}

#[test]
fn the_settings_file_lies_in_the_data_folder_however_that_is_named_and_gives_way_to_the_environment() {
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("sen.toml"), "hotline = \"0277 111 1111\"\nlocality = \"Cai Lậy\"\n")
        .unwrap();
    let out = Command::new(SEN)
        .arg("config")
        .env("SEN_DATA", data.path())
        .env("SEN_LOCALITY", "Sa Đéc")
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    let shown = String::from_utf8(out.stdout).unwrap();
    assert!(
        shown.contains("0277 111 1111") && shown.contains("Sa Đéc") && !shown.contains("Cai Lậy"),
        "{shown}"
    );
}

#[test]
fn a_key_is_made_before_the_first_serve_and_stands_alone_on_the_last_line() {
    let data = tempfile::tempdir().unwrap();
    let add = |scopes: &[&str]| {
        let mut call = Command::new(SEN);
        call.args(["key", "add", "--name", "kho", "--data"]).arg(data.path()).arg("--scope").args(scopes);
        call.output().unwrap()
    };
    let out = add(&["trace:capture", "trace:query"]);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).unwrap();
    let key = text.lines().last().unwrap();
    assert!(key.starts_with("sen_") && !key.contains(' '), "{key}");
    assert_eq!(add(&["trace:everything"]).status.code(), Some(1));
}
