//! What `sen grade` says to people, Vietnamese and English.

use ocop::ballot::{MarkFault, RowFault};
use ocop::points::Points;

use super::Lang;
use super::table::Refused;

/// A bad row: the column of its first fault, and what is wrong with the row.
pub(super) fn row_refused(row: &RowFault, lang: Lang) -> Refused {
    let said: Vec<String> = row.faults.iter().map(|fault| fault_said(fault, lang)).collect();
    Refused {
        row: row.row,
        column: row.faults.first().map(|fault| fault.column().name().to_owned()),
        message: said.join("; "),
    }
}

fn fault_said(fault: &MarkFault, lang: Lang) -> String {
    match lang {
        Lang::Vi => fault_vi(fault),
        Lang::En => fault_en(fault),
    }
}

fn fault_vi(fault: &MarkFault) -> String {
    match fault {
        MarkFault::ProductMissing => "thiếu tên sản phẩm".into(),
        MarkFault::MemberMissing => "thiếu tên thành viên".into(),
        MarkFault::UnknownCriterion { given } => {
            format!("\"{given}\" không phải tiêu chí hay mã nào của phiếu này")
        }
        MarkFault::MarkByCouncil => "\"council\" chỉ ghi mã; điểm phải của một thành viên".into(),
        MarkFault::CodeByMember => "mã do hội đồng kết luận: member phải là \"council\"".into(),
        MarkFault::CodeWithCase => "dòng mã thì để trống case".into(),
        MarkFault::CodeWithPoints => "dòng mã thì để trống points".into(),
        MarkFault::CodeTwice { first } => format!("mã này đã có ở dòng {first}"),
        MarkFault::CriterionTwice { first: Some(first) } => {
            format!("thành viên này đã chấm tiêu chí này ở dòng {first}")
        }
        MarkFault::CriterionTwice { first: None } => "thành viên này đã chấm tiêu chí này".into(),
        MarkFault::CaseMissing => "tiêu chí này chọn một trong hai trường hợp: ghi a hoặc b".into(),
        MarkFault::CaseUnexpected => "tiêu chí này không có trường hợp: để trống".into(),
        MarkFault::CaseUnknown { given } => format!("\"{given}\" không phải trường hợp: ghi a hoặc b"),
        MarkFault::CaseDiffers { first, chosen } => {
            format!("dòng {first} đã chọn trường hợp {} cho sản phẩm này", chosen.letter())
        }
        MarkFault::NoInteger { given } => format!("\"{given}\" không phải số nguyên"),
        MarkFault::NoOption { options } => format!("điểm phải là 0 hoặc một trong các mức {}", list(options)),
    }
}

fn fault_en(fault: &MarkFault) -> String {
    match fault {
        MarkFault::ProductMissing => "names no product".into(),
        MarkFault::MemberMissing => "names no member".into(),
        MarkFault::UnknownCriterion { given } => {
            format!("\"{given}\" is no criterion and no code of this sheet")
        }
        MarkFault::MarkByCouncil => "\"council\" only finds codes; a mark needs a member".into(),
        MarkFault::CodeByMember => "a code is found by the council: member must be \"council\"".into(),
        MarkFault::CodeWithCase => "a code row has no case: leave it empty".into(),
        MarkFault::CodeWithPoints => "a code row has no points: leave them empty".into(),
        MarkFault::CodeTwice { first } => format!("this code stands in row {first} already"),
        MarkFault::CriterionTwice { first: Some(first) } => {
            format!("this member marked this criterion in row {first} already")
        }
        MarkFault::CriterionTwice { first: None } => "this member marked this criterion already".into(),
        MarkFault::CaseMissing => "this criterion has two cases: write a or b".into(),
        MarkFault::CaseUnexpected => "this criterion has no cases: leave it empty".into(),
        MarkFault::CaseUnknown { given } => format!("\"{given}\" is no case: write a or b"),
        MarkFault::CaseDiffers { first, chosen } => {
            format!("row {first} chose case {} for this product", chosen.letter())
        }
        MarkFault::NoInteger { given } => format!("\"{given}\" is no whole number"),
        MarkFault::NoOption { options } => {
            format!("points must be 0 or one of the options {}", list(options))
        }
    }
}

fn list(options: &[Points]) -> String {
    let shown: Vec<String> = options.iter().map(ToString::to_string).collect();
    shown.join(", ")
}

pub(super) fn declared_defect(rules: &str, set: u8, what: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("lưu ý: {rules}, bộ {set}, chấm như phiếu in: {what}"),
        Lang::En => format!("warning: {rules}, set {set}, graded as printed: {what}"),
    }
}

pub(super) fn unknown_rules(given: &str, known: &[&str], lang: Lang) -> String {
    let known = known.join(", ");
    match lang {
        Lang::Vi => format!("--rules: không có bộ quy định \"{given}\"; hiện có: {known}"),
        Lang::En => format!("--rules: there are no rules \"{given}\"; there are: {known}"),
    }
}

pub(super) fn unknown_set(given: u8, rules: &str, sheets: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("--set: {rules} không có bộ sản phẩm {given}; có từ 1 đến {sheets}"),
        Lang::En => format!("--set: {rules} has no set {given}; it has 1 to {sheets}"),
    }
}

pub(super) fn too_large(bytes: u64, lang: Lang) -> String {
    let limit = bytes / (1024 * 1024);
    match lang {
        Lang::Vi => format!("tệp lớn hơn {limit} MB: chia thành nhiều tệp"),
        Lang::En => format!("larger than {limit} MB: split it into several files"),
    }
}

pub(super) fn not_utf8(lang: Lang) -> String {
    lang.pick("không phải UTF-8: lưu lại dạng CSV UTF-8", "not UTF-8: save it as CSV UTF-8").into()
}

pub(super) fn open_quote(lang: Lang) -> String {
    lang.pick("dấu ngoặc kép mở mà không đóng", "a quote is opened and not closed").into()
}

pub(super) fn no_rows(lang: Lang) -> String {
    lang.pick("bảng không có dòng nào", "the table has no rows").into()
}

pub(super) fn surplus_cells(columns: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("dòng có nhiều hơn {columns} ô"),
        Lang::En => format!("the row has more than {columns} cells"),
    }
}

/// The columns a table has.
const COLUMNS: &str = "product, member, criterion, case, points";

pub(super) fn unknown_column(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("không có cột \"{name}\"; các cột là {COLUMNS}"),
        Lang::En => format!("there is no column \"{name}\"; the columns are {COLUMNS}"),
    }
}

pub(super) fn column_twice(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("cột \"{name}\" có hai lần"),
        Lang::En => format!("the column \"{name}\" stands twice"),
    }
}

pub(super) fn column_missing(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!("thiếu cột \"{name}\"; các cột là {COLUMNS}"),
        Lang::En => format!("the column \"{name}\" is missing; the columns are {COLUMNS}"),
    }
}
