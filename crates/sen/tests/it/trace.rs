//! `sen trace export` and `sen trace distribute`.

use std::fs;

use crate::world::sen;

#[test]
fn an_export_writes_a_document_that_is_valid() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let out = folder.path().join("events.json");
    let out = out.to_str().unwrap();
    let days = ["--from", "2026-10-01", "--to", "2026-10-31"];
    let export = |format: &str, rest: &[&str]| {
        let call = ["--lang", "en", "trace", "export", "--data", data, "--format", format];
        sen(call.iter().chain(&days).chain(rest).map(|word| (*word).to_owned()))
    };
    let written = export("epcis", &["--out", out]);
    assert_eq!(written.code, 0, "{}", written.err);
    assert!(written.err.contains("0 events"), "{}", written.err);
    assert_eq!(sen(["epcis", "check", out].map(str::to_owned)).code, 0);
    assert!(fs::read_to_string(out).unwrap().contains("EPCISDocument"));
    let table = export("csv", &[]);
    assert!(table.out.contains("eventID,eventTime"), "{}", table.out);
}

#[test]
fn days_that_are_none_are_refused_by_their_flag() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    for (from, to, told) in
        [("the 31st", "2026-10-31", "--from"), ("2026-10-31", "2026-10-01", "before the first")]
    {
        let call = [
            "--lang", "en", "trace", "export", "--data", data, "--format", "csv", "--from", from, "--to", to,
        ];
        let refused = sen(call.map(str::to_owned));
        assert_eq!(refused.code, 2);
        assert!(refused.err.contains(told), "{}", refused.err);
    }
}

#[test]
fn only_a_postgresql_with_citus_is_distributed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let refused = sen(["--lang", "en", "trace", "distribute", "--data", data].map(str::to_owned));
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("is a file"), "{}", refused.err);
    let Ok(server) = std::env::var("SEN_TEST_POSTGRES_URL") else {
        eprintln!("SKIPPED on PostgreSQL: SEN_TEST_POSTGRES_URL is not set");
        return;
    };
    let call = ["--lang", "en", "trace", "distribute", "--data", data, "--trace", &server];
    let no = sen(call.map(str::to_owned));
    assert_eq!((no.code, no.err.contains("no Citus")), (1, true), "{}", no.err);
}
