//! What loading proves, and how it refuses.

use ocop::pack::Fault;
use ocop::{Defect, Library};

use crate::world::{files, pack};

fn counts(id: &str) -> (usize, usize, usize, usize, usize) {
    let (_, reports, _) = Library::prove(files());
    let report = reports.into_iter().find(|report| report.pack.as_str() == id).expect("a report");
    (report.sheets, report.proved, report.criteria, report.options, report.gates)
}

#[test]
fn the_packs_of_the_program_have_no_undeclared_defect() {
    let (_, reports, defects) = Library::prove(files());
    assert_eq!(defects, []);
    assert_eq!(reports.len(), 2);
}

#[test]
fn the_older_decision_has_six_declared_defects_and_twenty_proven_sheets() {
    assert_eq!(counts("qd148-2023"), (26, 20, 795, 2632, 569));
    let declared: Vec<u8> =
        pack("qd148-2023").declared_defects().iter().map(|defect| defect.set.get()).collect();
    assert_eq!(declared, [7, 11, 12, 13, 24, 25]);
}

#[test]
fn the_newer_decision_has_twenty_six_proven_sheets() {
    assert_eq!(counts("qd26-2026"), (26, 26, 787, 2579, 575));
}

/// Changes one file and returns what loading then finds.
fn broken(file: &str, from: &str, to: &str) -> Vec<Defect> {
    let mut files = files();
    let text = &mut files.iter_mut().find(|(path, _)| path == file).expect("the file").1;
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
    Library::load(files).err().unwrap_or_default()
}

#[test]
fn an_undeclared_defect_refuses_to_load_and_names_file_and_place() {
    const SHEET: &str = "qd26-2026/sheets/14-ruou-trang.yaml";
    let table = [
        (SHEET, "max: 40", "max: 41", "part A"),
        (SHEET, "max: 17", "max: 18", "part A"),
        (SHEET, "            max: 4\n", "            max: 5\n", "section 1"),
        (SHEET, "points: 2", "points: 1", "criterion 1.1"),
        (SHEET, "star: 3", "star: 4", "criterion 1.1"),
        (SHEET, "gates: {3: 1}", "gates: {3: 9}", "criterion 1.1"),
        (SHEET, "gates: {4: 2, 5: 3}", "gates: {4: 3, 5: 2}", "criterion 1.4"),
        (SHEET, "id: \"1.2\"", "id: \"1.1\"", "criterion 1.1"),
        (SHEET, "group: II", "group: IX", "group"),
        (SHEET, "[MOIT]", "[MOITX]", "ministries"),
        (SHEET, "key: production.capacity", "key: production.capacities", "criterion 1.3"),
        (SHEET, "code: IMPORTED_OR_UNKNOWN_MATERIAL", "code: IMPORTED", "criterion 1.1"),
        (SHEET, "[FORGED_DOSSIER,", "[FORGED,", "disqualify"),
        (SHEET, "set: 14", "set: 15", "-"),
        (SHEET, "set: 14", "sett: 14", "line 2, column 1"),
        ("qd26-2026/pack.yaml", "from: 70", "from: 95", "bands"),
        ("qd26-2026/pack.yaml", "sheets: 26", "sheets: 25", "sheets"),
        ("qd26-2026/pack.yaml", "id: qd26-2026", "id: qd26", "id"),
        (
            "qd26-2026/procedure.yaml",
            "returns_to: submit",
            "returns_to: decide",
            "variant 2026-05-22, step commune_report",
        ),
        ("qd26-2026/procedure.yaml", "actor: council", "actor: nobody", "variant 2026-05-22, step score"),
        ("qd148-2023/procedure.yaml", "to: 2025-06-30", "to: 2025-07-30", "variant 2025-07-06"),
    ];
    for (file, from, to, place) in table {
        let found = broken(file, from, to);
        let named = found.iter().any(|defect| defect.file == file && defect.place == place);
        assert!(named, "{from} → {to}: {found:?}");
    }
}

#[test]
fn a_declared_defect_covers_that_defect_and_no_other() {
    const SHEET: &str = "qd148-2023/sheets/11-che.yaml";
    assert!(!broken(SHEET, "            max: 5\n", "            max: 4\n").is_empty());
    let found = broken("qd148-2023/pack.yaml", "kind: sections_sum, is: 32", "kind: sections_sum, is: 31");
    assert!(found.iter().any(|d| d.file == SHEET && matches!(d.fault, Fault::SectionsSum { is: 32, .. })));
    assert!(found.iter().any(|d| d.file == SHEET && d.fault == Fault::DeclaredInVain));
}

#[test]
fn a_missing_sheet_or_header_is_a_defect() {
    let without = |file: &str| {
        let files = files().into_iter().filter(|(path, _)| path != file);
        Library::load(files).err().unwrap_or_default()
    };
    let sheet = without("qd26-2026/sheets/14-ruou-trang.yaml");
    assert!(matches!(sheet[..], [Defect { fault: Fault::SheetCount { is: 25, wanted: 26 }, .. }]));
    let header = without("qd26-2026/pack.yaml");
    assert!(matches!(header[..], [Defect { fault: Fault::NoPack, .. }]));
}

#[test]
fn every_option_and_name_is_written_in_both_languages() {
    for (pack, sheet) in crate::world::sheets() {
        for criterion in sheet.criteria() {
            assert!(pack.key_name(&criterion.key).is_some(), "{}", criterion.key);
            for option in &criterion.options {
                assert_ne!(option.vi, option.en, "{} {} {}", pack.id(), sheet.set(), criterion.id);
            }
        }
        for code in sheet.codes() {
            assert!(pack.code_name(&code.code).is_some(), "{}", code.code);
        }
    }
}
