//! `sen grade`: what is refused whole, and how.

use crate::world::Desk;

/// Every row and column the newer rules refuse.
fn refused(set: u8, rows: &str) -> Vec<(u64, String)> {
    let found = Desk::rows(rows).refused(set);
    found.into_iter().map(|(row, column)| (row, column.unwrap_or_default())).collect()
}

#[test]
fn each_bad_row_is_refused_with_its_row_and_column() {
    let table = [
        (14, "P,m,9.9,,1\n", 2, "criterion"),
        (14, "P,m,,,1\n", 2, "criterion"),
        (14, "P,council,NO_PRODUCTION_LICENCE,,\n", 2, "criterion"),
        (14, "P,council,forged_dossier,,\n", 2, "criterion"),
        (14, "P,m,1.1,,3\n", 2, "points"),
        (14, "P,m,1.1,,\n", 2, "points"),
        (14, "P,m,1.1,,1.5\n", 2, "points"),
        (14, "P,m,1.1,,4.0\n", 2, "points"),
        (14, "P,m,1.1,,bốn\n", 2, "points"),
        (14, "P,m,1.1,,1\nP,m,1.1,,1\n", 3, "criterion"),
        (14, "P,council,FORGED_DOSSIER,,\nP,council,FORGED_DOSSIER,,\n", 3, "criterion"),
        (14, "P,m,1.1,a,1\n", 2, "case"),
        (26, "P,m,8,,1\n", 2, "case"),
        (26, "P,m,8,A,1\n", 2, "case"),
        (26, "P,m,8,c,1\n", 2, "case"),
        (26, "P,m,8,a,1\nP,n,8,b,1\n", 3, "case"),
        (14, "P,council,FORGED_DOSSIER,,0\n", 2, "points"),
        (14, "P,council,FORGED_DOSSIER,a,\n", 2, "case"),
        (14, "P,m,FORGED_DOSSIER,,\n", 2, "member"),
        (14, "P,council,1.1,,1\n", 2, "member"),
        (14, ",m,1.1,,1\n", 2, "product"),
        (14, "P,,1.1,,1\n", 2, "member"),
    ];
    for (set, rows, row, column) in table {
        assert_eq!(refused(set, rows), [(row, column.to_owned())], "{rows}");
    }
}

#[test]
fn every_bad_row_is_listed_and_nothing_is_graded() {
    let desk = Desk::rows("P,m,1.1,,3\nP,m,1.2,,1\nP,m,7.7,,1\n\nP,council,1.3,,1\n");
    assert_eq!(desk.refused(14).iter().map(|(row, _)| *row).collect::<Vec<_>>(), [2, 4, 6]);
    let ran = desk.grade("--rules qd26-2026 --set 14");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("2: points: "), "{lines:?}");
}

#[test]
fn a_table_without_rows_is_refused() {
    for content in
        ["", "\n\n", "product,member,criterion,case,points", "product,member,criterion,case,points\n\n"]
    {
        let desk = Desk::with(content);
        assert_eq!(desk.refused(14), [(1, None)], "{content:?}");
    }
}

#[test]
fn a_header_with_an_unknown_doubled_or_missing_column_is_refused() {
    let table = [
        ("product,member,criterion,case,points,note\nP,m,1.1,,1,x\n", "note"),
        ("product,member,criterion,case,points,points\nP,m,1.1,,1,1\n", "points"),
        ("product,member,criterion,points\nP,m,1.1,1\n", "case"),
    ];
    for (content, column) in table {
        assert_eq!(Desk::with(content).refused(14), [(1, Some(column.to_owned()))]);
    }
}

#[test]
fn a_row_with_more_cells_than_columns_is_refused_whole() {
    assert_eq!(Desk::rows("P,m,1.1,,1,x\n").refused(14), [(2, None)]);
    let points = Some("points".to_owned());
    let both = Desk::rows("P,m,1.1,,3\nP,m,1.1,,1,x\nP,m,1.2,,9\n");
    assert_eq!(both.refused(14), [(2, points.clone()), (3, None), (4, points)]);
    assert_eq!(Desk::rows("P,m,1.1,,1,\n").graded(14)[0]["mean"], "1");
}

#[test]
fn bytes_that_are_no_utf8_and_quotes_that_never_close_are_refused_with_their_row() {
    let latin = b"product,member,criterion,case,points\nP,m,1.1,,1\nP,H\xe0,1.1,,1\n";
    assert_eq!(Desk::with(latin).refused(14), [(3, None)]);
    assert_eq!(Desk::rows("P,m,1.1,,1\n\"P,m,1.2,,1\n").refused(14), [(3, None)]);
}

#[test]
fn the_other_case_counts_within_one_product_only() {
    assert_eq!(Desk::rows("P,m,8,a,1\nQ,m,8,b,3\n").graded(26)[1]["mean"], "3");
}
