//! `sen rules check`.

use std::fs;
use std::path::Path;

use crate::world::sen;

fn copied_rules() -> tempfile::TempDir {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder") {
            let path = entry.expect("an entry").path();
            let target = to.join(path.file_name().expect("a name"));
            if path.is_dir() {
                copy(&path, &target);
            } else {
                fs::copy(&path, &target).expect("copied");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules"), folder.path());
    folder
}

#[test]
fn the_packs_of_the_program_are_proven_with_their_declared_defects() {
    let ran = sen(["rules", "check", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answer = ran.json();
    let counts = |place: usize| {
        let pack = &answer["packs"][place];
        let sets: Vec<u64> = pack["defects"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|d| d["set"].as_u64().expect("a set"))
            .collect();
        let figures = ["sheets", "proved", "criteria", "options", "gates"].map(|key| pack[key].as_u64());
        (
            pack["rules"].as_str().expect("a name").to_owned(),
            figures.map(|figure| figure.expect("a number")),
            sets,
        )
    };
    assert_eq!(counts(0), ("qd148-2023".into(), [26, 20, 795, 2632, 569], vec![7, 11, 12, 13, 24, 25]));
    assert_eq!(counts(1), ("qd26-2026".into(), [26, 26, 787, 2579, 575], vec![]));
    assert_eq!(answer["undeclared"], serde_json::json!([]));
    let keys = r#"{"packs":[{"rules":"qd148-2023","sheets":26,"proved":20,"criteria":795,"options":2632,"gates":569,"defects":[{"set":7,"what":"#;
    assert!(ran.out.starts_with(keys), "{}", ran.out);
}

#[test]
fn a_folder_of_packs_is_proven_in_place_of_the_programs() {
    let folder = copied_rules();
    let dir = folder.path().to_str().expect("UTF-8");
    assert_eq!(
        sen(["rules", "check", "--dir", dir, "--json"]).json(),
        sen(["rules", "check", "--json"]).json()
    );
}

#[test]
fn an_undeclared_defect_is_exit_1_with_its_file_and_place() {
    let folder = copied_rules();
    let sheet = folder.path().join("qd26-2026/sheets/14-ruou-trang.yaml");
    let text = fs::read_to_string(&sheet).expect("readable").replacen("max: 17", "max: 18", 1);
    fs::write(&sheet, text).expect("written");
    let dir = folder.path().to_str().expect("UTF-8");
    let ran = sen(["rules", "check", "--dir", dir, "--json"]);
    assert_eq!(ran.code, 1);
    let found = &ran.json()["undeclared"][0];
    assert_eq!(found["file"].as_str(), sheet.to_str());
    assert_eq!(found["place"], "part A");
    let ran = sen(["rules", "check", "--dir", dir]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("14-ruou-trang.yaml: part A"), "{}", ran.err);
}

#[test]
fn a_folder_that_cannot_be_read_is_exit_2() {
    let empty = tempfile::tempdir().expect("a folder");
    let dir = empty.path().to_str().expect("UTF-8");
    for words in [["rules", "check", "--dir", dir], ["rules", "check", "--dir", "/no/such/folder"]] {
        let ran = sen(words);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(!ran.err.is_empty());
    }
}

#[test]
fn people_read_their_own_language() {
    assert!(sen(["rules", "check"]).out.contains("20/26 phiếu khớp điểm"));
    assert!(sen(["--lang", "en", "rules", "check"]).out.contains("20 of 26 sheets add up"));
    assert!(sen(["rules", "check", "--lang", "en"]).out.contains("set 13: Part C adds up to 33"));
}
