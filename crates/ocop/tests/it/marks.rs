//! Which rows are refused, and why.

use ocop::ballot::{Column, MarkFault, read};
use ocop::{Case, Points, Row};

use crate::world::{pack, sheet};

/// `product member criterion case points` rows, numbered from 2, on one set; `_` is an empty cell.
fn faults(set: u8, rows: &[&str]) -> Vec<(u32, Vec<MarkFault>)> {
    let sheet = sheet(pack("qd26-2026"), set);
    let cells: Vec<Vec<String>> =
        rows.iter().map(|row| row.split(' ').map(|cell| cell.replace('_', "")).collect()).collect();
    let rows = (2..).zip(&cells).map(|(number, cells)| Row {
        number,
        product: &cells[0],
        member: &cells[1],
        criterion: &cells[2].replace("FORGED", "FORGED_DOSSIER").leak()[..],
        case: &cells[3],
        points: &cells[4],
    });
    let refused = read(sheet, rows).err().unwrap_or_default();
    refused.into_iter().map(|row| (row.row, row.faults)).collect()
}

fn only(set: u8, rows: &[&str]) -> (u32, MarkFault) {
    let mut found = faults(set, rows);
    assert_eq!(found.len(), 1, "{found:?}");
    let (row, mut faults) = found.remove(0);
    assert_eq!(faults.len(), 1, "{faults:?}");
    (row, faults.remove(0))
}

#[test]
fn each_kind_of_bad_row_is_refused_for_what_is_wrong_with_it() {
    let options = |points: &[u8]| points.iter().copied().map(Points::new).collect::<Vec<_>>();
    let table: [(u8, &[&str], u32, MarkFault); 17] = [
        (14, &["_ m1 1.1 _ 1"], 2, MarkFault::ProductMissing),
        (14, &["P _ 1.1 _ 1"], 2, MarkFault::MemberMissing),
        (14, &["P m1 9.9 _ 1"], 2, MarkFault::UnknownCriterion { given: "9.9".into() }),
        (14, &["P council IPX _ _"], 2, MarkFault::UnknownCriterion { given: "IPX".into() }),
        (14, &["P council 1.1 _ 1"], 2, MarkFault::MarkByCouncil),
        (14, &["P m1 FORGED _ _"], 2, MarkFault::CodeByMember),
        (14, &["P council FORGED a _"], 2, MarkFault::CodeWithCase),
        (14, &["P council FORGED _ 0"], 2, MarkFault::CodeWithPoints),
        (14, &["P council FORGED _ _", "P council FORGED _ _"], 3, MarkFault::CodeTwice { first: 2 }),
        (14, &["P m1 1.1 _ 1", "P m1 1.1 _ 1"], 3, MarkFault::CriterionTwice { first: Some(2) }),
        (26, &["P m1 8 _ 1"], 2, MarkFault::CaseMissing),
        (26, &["P m1 8 A 1"], 2, MarkFault::CaseUnknown { given: "A".into() }),
        (14, &["P m1 1.1 a 1"], 2, MarkFault::CaseUnexpected),
        (26, &["P m1 8 a 1", "P m2 8 b 1"], 3, MarkFault::CaseDiffers { first: 2, chosen: Case::A }),
        (14, &["P m1 1.1 _ 1.0"], 2, MarkFault::NoInteger { given: "1.0".into() }),
        (14, &["P m1 1.1 _ _"], 2, MarkFault::NoInteger { given: String::new() }),
        (14, &["P m1 1.1 _ -1"], 2, MarkFault::NoOption { options: options(&[1, 2, 4]) }),
    ];
    for (set, rows, row, fault) in table {
        assert_eq!(only(set, rows), (row, fault), "{rows:?}");
    }
}

#[test]
fn every_bad_row_is_listed_once() {
    let found =
        faults(14, &["P m1 1.1 _ 3", "P m1 1.2 _ 1", "_ _ 7.7 _ x", "P m2 1.1 _ 99999999999999999999"]);
    assert_eq!(found.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [2, 4, 5]);
    assert_eq!(found[1].1[0].column(), Column::Product);
}

#[test]
fn zero_is_allowed_where_no_option_gives_it_and_another_product_may_take_the_other_case() {
    assert_eq!(faults(14, &["P m1 1.1 _ 0"]), []);
    assert_eq!(faults(26, &["P m1 8 a 0", "Q m1 8 b 3", "P m2 8 a 3"]), []);
}

#[test]
fn names_are_compared_in_nfc_and_without_spaces_around() {
    let sheet = sheet(pack("qd148-2023"), 14);
    let row =
        |number, product, member| Row { number, product, member, criterion: "1.a", case: " ", points: " 1 " };
    let rows = [row(2, "Rượu ", "Hà"), row(3, " Ru\u{31b}o\u{31b}\u{323}u", "Hồng")];
    let candidates = read(sheet, rows).expect("good rows");
    assert_eq!(candidates.len(), 1);
    assert_eq!(candidates[0].product, "Rượu");
    let twice = [row(2, "Rượu", "Hà"), row(3, "Rượu", "Ha\u{300}")];
    assert!(read(sheet, twice).is_err(), "the same member");
}
