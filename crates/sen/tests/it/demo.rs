//! The demo province: loaded once, then looked at as its people do. That results, states and the journal are as
//! written the program proves itself while it loads; a difference ends it.

use std::path::Path;

use serde_json::Value;

use crate::backup::comes_back;
use crate::crawl::refused;
use crate::serve::Serving;
use crate::world::{Ran, sen};

const JSON: &str = "Accept: application/json\r\n";

fn demo(data: &Path) -> Ran {
    sen([Path::new("demo"), Path::new("--data"), data])
}

/// Signs in and returns the cookie's head line.
fn sign_in(serving: &Serving, login: &str, password: &str) -> String {
    let head = "Content-Type: application/x-www-form-urlencoded\r\n";
    let body = format!("login={login}&password={}", password.replace(' ', "+"));
    let answer = serving.ask("POST", "/sign-in", head, &body);
    let cookie = answer.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let session = value.trim().split(';').next()?;
        (name.eq_ignore_ascii_case("set-cookie") && session.starts_with("sen_session=")).then_some(session)
    });
    format!("Cookie: {}\r\n", cookie.unwrap_or_else(|| panic!("{login} cannot sign in: {answer}")))
}

fn json(serving: &Serving, path: &str, cookie: &str) -> Value {
    let answer = serving.ask("GET", path, &format!("{JSON}{cookie}"), "");
    let body = &answer[answer.find('{').unwrap_or_else(|| panic!("{path}: {answer}"))..];
    let mut values = serde_json::Deserializer::from_str(body).into_iter();
    values.next().unwrap().unwrap_or_else(|error| panic!("{path}: {error}: {answer}"))
}

fn dossier(serving: &Serving, cookie: &str, product: &str) -> Value {
    let list = json(serving, &format!("/dossiers?q={product}"), cookie);
    let rows = list["rows"].as_array().unwrap();
    let id = rows.iter().find_map(|row| row["href"].as_str());
    json(serving, id.unwrap_or_else(|| panic!("{product} is not in {list}")), cookie)
}

/// Everyone who sees other things than the one before: from the ward to the province, then those outside the offices.
const READERS: [&str; 15] = [
    "van", "khoa", "mytran", "binh", "tinh", "thuky", "chutich", "lanhdao", "hd01", "tv1", "thanhtra",
    "bientap", "quantri", "tantay", "bensen",
];

// The first link of a page to an address of this kind.
fn link(serving: &Serving, page: &str, kind: &str) -> String {
    let text = serving.ask("GET", page, "", "");
    let (_, rest) = text.split_once(&format!("href=\"{kind}/")).unwrap_or_else(|| panic!("{page}: {text}"));
    format!("{kind}/{}", rest.split(['"', '?']).next().unwrap())
}

// The demo is loaded once, by the test that calls this.
fn a_page_offers_a_link_only_where_its_reader_may_go(serving: &Serving, password: &str) {
    let mut bad = Vec::new();
    let mut look = |who: &str, cookie: &str, from: &[&str]| {
        let (refused, opened) = refused(serving, cookie, from);
        assert!(opened > 10, "{who} opened {opened} pages");
        bad.extend(refused.iter().map(|line| format!("{who}: {line}")));
    };
    look("a visitor", "", &["/"]);
    for login in READERS {
        look(login, &sign_in(serving, login, password), &["/inbox", "/register/products", "/places"]);
    }
    assert_eq!(bad, Vec::<String>::new());
}

#[test]
fn the_demo_fills_an_empty_folder_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let loaded = demo(data);
    assert_eq!(loaded.code, 0, "{}", loaded.err);
    assert_eq!(std::fs::read_to_string(data.join("demo-logins.txt")).unwrap(), loaded.out);
    let password = loaded.out.lines().next().unwrap().split_once(": ").unwrap().1.to_owned();
    assert_eq!(loaded.out.lines().filter(|line| line.contains(" · ")).count(), 43);
    assert!(loaded.out.lines().any(|line| line.starts_with("tantay ")));

    let verified = sen([Path::new("journal"), Path::new("verify"), Path::new("--data"), data]);
    assert_eq!(verified.code, 0, "{verified:?}");

    let serving = Serving::on(data);
    let cookie = sign_in(&serving, "tantay", &password);
    let tuu = dossier(&serving, &cookie, "tuu");
    assert_eq!(tuu["stage"]["icon"], "landmark", "the commune has it: {}", tuu["stage"]);
    let verdict = &tuu["verdict"];
    assert_eq!((verdict["points"].as_str(), verdict["stars"].as_u64()), (Some("71"), Some(3)), "{verdict}");
    // The officer of the commune has it in hand; one of another commune knows nothing of it.
    let officer = sign_in(&serving, "van", &password);
    assert_eq!(dossier(&serving, &officer, "tuu")["id"], tuu["id"]);
    let stranger = sign_in(&serving, "khoa", &password);
    let hidden = json(&serving, "/dossiers?q=tuu", &stranger);
    assert_eq!(hidden["rows"].as_array().unwrap().len(), 0);
    a_page_offers_a_link_only_where_its_reader_may_go(&serving, &password);
    let certificate = link(&serving, &link(&serving, "/products", "/products"), "/c");
    comes_back(&serving, data, &certificate);
    assert_eq!(serving.terminate(), Some(0));

    let before = std::fs::read(data.join("demo-logins.txt")).unwrap();
    let again = demo(data);
    assert_eq!(again.code, 2, "{again:?}");
    assert!(again.out.is_empty() && again.err.contains("thư mục trống"), "{again:?}");
    assert_eq!(std::fs::read(data.join("demo-logins.txt")).unwrap(), before);
}

#[test]
fn a_database_with_records_is_named_itself() {
    let (used, empty) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/places/units.csv");
    let args = ["places", "import", list.to_str().unwrap(), "--on", "2025-07-01", "--data"];
    assert_eq!(sen(args.map(Path::new).into_iter().chain([used.path()])).code, 0);
    let database = format!("sqlite:{}", used.path().join("sen.db").display());
    let args = ["demo", "--database", &database, "--data"].map(Path::new);
    let refused = sen(args.into_iter().chain([empty.path()]));
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.err.contains(&format!("{database}: đã có dữ liệu")), "{refused:?}");
    assert!(!refused.err.contains(empty.path().to_str().unwrap()), "{refused:?}");
}

#[test]
fn a_folder_with_a_stray_file_is_used_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    assert_eq!(demo(folder.path()).code, 2);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
