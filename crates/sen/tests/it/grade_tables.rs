//! `sen grade`: the tables it reads and writes.

use std::fmt::Write as _;

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

use crate::world::Desk;

/// The same three marks, however they are written.
fn is_the_same(answer: &Value) {
    assert_eq!(answer.as_array().map(Vec::len), Some(1), "{answer}");
    assert_eq!(answer[0]["product"], "Rượu, Sa Đéc");
    assert_eq!(answer[0]["mean_exact"], "7/2");
    assert_eq!(answer[0]["ballots"][0]["member"], "Hà");
    assert_eq!(answer[0]["ballots"][0]["total"], 6);
}

#[test]
fn spreadsheets_may_write_csv_their_own_way() {
    let plain = "product,member,criterion,case,points\n\"Rượu, Sa Đéc\",Hà,1.1,,4\n\"Rượu, Sa Đéc\",Hà,1.2,,2\n\"Rượu, Sa Đéc\",Tư,1.1,,1\n";
    let semicolons = plain.replace(',', ";").replace("Rượu; Sa", "Rượu, Sa");
    let variants = [
        plain.to_owned(),
        format!("\u{feff}{plain}"),
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{}", semicolons.replace('\n', "\r\n")),
        semicolons,
        plain.trim_end().to_owned(),
        plain.replace(",1.1,", " , 1.1 ,").replace("Hà", "  \"Hà\" "),
        plain.replace('\n', "\n\n"),
        plain.replace("Hà", "Ha\u{300}"),
        "points,case,criterion,member,product\n4,,1.1,Hà,\"Rượu, Sa Đéc\"\n2,,1.2,Hà,\"Rượu, Sa Đéc\"\n1,,1.1,Tư,\"Rượu, Sa Đéc\"\n".to_owned(),
    ];
    for variant in variants {
        is_the_same(&Desk::with(&variant).graded(14));
    }
}

#[test]
fn rows_are_counted_as_a_spreadsheet_shows_them() {
    let desk = Desk::rows("\n\"P\nhai dòng\",m,1.1,,1\n,,,,\nP,m,1.1,,3\n");
    assert_eq!(desk.refused(14), [(5, Some("points".to_owned()))]);
}

#[test]
fn doubled_quotes_are_one() {
    assert_eq!(Desk::rows("\"a \"\"b\"\"\",m,1.1,,1\n").graded(14)[0]["product"], "a \"b\"");
}

#[test]
fn a_workbook_is_read_like_csv_with_number_cells() {
    let desk = Desk::with("");
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, name) in (0..).zip(["criterion", "points", "product", "member", "case"]) {
        sheet.write_string(0, column, name).expect("written");
    }
    // Row 2 stays blank; criteria and points as numbers and as text.
    for (row, criterion, points, member) in [(2, 1.1, 4.0, "Hà"), (3, 1.2, 2.0, "Hà"), (4, 1.1, 1.0, "Tư")]
    {
        sheet.write_number(row, 0, criterion).expect("written");
        sheet.write_number(row, 1, points).expect("written");
        sheet.write_string(row, 2, "Rượu, Sa Đéc").expect("written");
        sheet.write_string(row, 3, member).expect("written");
    }
    workbook.save(&desk.ballots).expect("saved");
    is_the_same(&desk.graded(14));
    let sheet = workbook.worksheet_from_index(0).expect("a sheet");
    sheet.write_string(5, 0, "10").expect("written");
    sheet.write_number(5, 1, 1.5).expect("written");
    sheet.write_string(5, 2, "Rượu, Sa Đéc").expect("written");
    sheet.write_string(5, 3, "Tư").expect("written");
    workbook.save(&desk.ballots).expect("saved");
    assert_eq!(desk.refused(14), [(6, Some("points".to_owned()))]);
}

#[test]
fn a_result_workbook_holds_results_ballots_and_what_was_not_met() {
    let desk = Desk::rows("P1,m1,1.1,,4\nP1,m2,1.1,,1\nP2,council,FORGED_DOSSIER,,\n");
    let out = desk.folder.path().join("kết quả.xlsx");
    let words = format!("--rules qd26-2026 --set 14 --lang en --xlsx {}", "OUT");
    let ballots = desk.ballots.to_str().expect("UTF-8");
    let words =
        words.split_whitespace().map(|word| if word == "OUT" { out.to_str().expect("UTF-8") } else { word });
    let ran = crate::world::sen(["grade", ballots].into_iter().chain(words));
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{ran:?}");
    let mut workbook: Xlsx<_> = open_workbook(&out).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["Results", "Ballots", "Not met"]);
    let results = workbook.worksheet_range("Results").expect("a sheet");
    assert_eq!(results.get_value((1, 0)), Some(&Data::String("P1".into())));
    assert_eq!(results.get_value((1, 4)), Some(&Data::Float(2.5)));
    assert_eq!(results.get_value((1, 5)), Some(&Data::String("5/2".into())));
    assert_eq!(results.get_value((2, 10)), Some(&Data::String("disqualified".into())));
    let ballots = workbook.worksheet_range("Ballots").expect("a sheet");
    assert_eq!(ballots.get_value((2, 2)), Some(&Data::Float(1.0)));
}

#[test]
fn a_hundred_thousand_rows_are_graded() {
    let mut rows = String::new();
    for product in 0..1000 {
        for member in 0..20 {
            for criterion in ["1.1", "1.2", "1.3", "2.3", "10"] {
                writeln!(rows, "P{product},m{member},{criterion},,1").expect("a string grows");
            }
        }
    }
    let desk = Desk::rows(&rows);
    let answer = desk.graded(14);
    assert_eq!(answer.as_array().map(Vec::len), Some(1000));
    assert_eq!(answer[999]["mean"], "5");
}
