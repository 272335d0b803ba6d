//! Places and accounts from the command line.

use std::path::Path;
use std::process::{Command, Output};

const SEN: &str = env!("CARGO_BIN_EXE_sen");

fn sen(data: &Path, args: &[&str]) -> Output {
    Command::new(SEN).args(args).arg("--data").arg(data).args(["--lang", "en"]).output().unwrap()
}

fn text(out: &Output) -> String {
    String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr)
}

#[test]
fn the_list_of_units_is_imported_once_after_a_dry_run() {
    let data = tempfile::tempdir().unwrap();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/places/units.csv");
    let list = list.to_str().unwrap();
    let dry = sen(data.path(), &["places", "import", list, "--on", "2025-07-01", "--dry-run"]);
    assert_eq!(dry.status.code(), Some(0), "{}", text(&dry));
    assert!(text(&dry).contains("Sa Đéc"), "{}", text(&dry));
    let done = sen(data.path(), &["places", "import", list, "--on", "2025-07-01"]);
    assert!(
        text(&done).lines().last().unwrap().starts_with(text(&dry).lines().last().unwrap()),
        "{}",
        text(&done)
    );
    let again = sen(data.path(), &["places", "import", list, "--on", "2025-07-01"]);
    assert!(text(&again).contains("0 added, 0 changed, 0 closed"), "{}", text(&again));
}

#[test]
fn an_officer_gets_an_account_in_a_place_that_stands() {
    let data = tempfile::tempdir().unwrap();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/places/units.csv");
    sen(data.path(), &["places", "import", list.to_str().unwrap(), "--on", "2025-07-01"]);
    let call = |place: &str, role: &str| {
        let name =
            ["user", "add", "--name", "Lê Hồng Vân", "--login", "van", "--role", role, "--place", place];
        sen(data.path(), &name)
    };
    assert_eq!(call("00000", "officer").status.code(), Some(2));
    let unknown = call("29905", "king");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown).contains("officer"), "{}", text(&unknown));
    let done = call("29905", "officer");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done));
    assert!(text(&done).trim().len() >= 12);
    let taken = call("29905", "officer");
    assert_eq!(taken.status.code(), Some(1));
    assert!(text(&taken).contains("login"), "{}", text(&taken));
}
