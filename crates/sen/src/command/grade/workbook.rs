//! What `--xlsx` writes: a sheet of results, one of ballots, one of what was not met.

use std::path::Path;

use anyhow::{Context, Result};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::Session;
use super::answer::decimal;
use super::report::{criterion_name, grade_said};

/// Width of a column of names, in characters.
const NAME_WIDTH: f64 = 28.0;

/// Writes the workbook.
pub(super) fn write(session: &Session<'_>, out: &Path) -> Result<()> {
    let mut workbook = Workbook::new();
    results(session, workbook.add_worksheet())?;
    ballots(session, workbook.add_worksheet())?;
    open_points(session, workbook.add_worksheet())?;
    workbook.save(out).with_context(|| out.display().to_string())
}

fn header(sheet: &mut Worksheet, name: &str, columns: &[&str]) -> Result<()> {
    let bold = Format::new().set_bold();
    sheet.set_name(name)?;
    for (column, title) in (0..).zip(columns) {
        sheet.write_string_with_format(0, column, *title, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_column_width(0, NAME_WIDTH)?;
    Ok(())
}

fn results(session: &Session<'_>, sheet: &mut Worksheet) -> Result<()> {
    let lang = session.lang;
    header(
        sheet,
        lang.pick("Kết quả", "Results"),
        &[
            lang.pick("Sản phẩm", "Product"),
            lang.pick("Quy định", "Rules"),
            lang.pick("Bộ", "Set"),
            lang.pick("Số phiếu", "Ballots"),
            lang.pick("Điểm trung bình", "Mean"),
            lang.pick("Điểm chính xác", "Exact mean"),
            lang.pick("Chênh lệch", "Spread"),
            lang.pick("Vượt mức", "Exceeded"),
            lang.pick("Khung điểm", "Band"),
            lang.pick("Sao", "Star"),
            lang.pick("Kết luận", "Conclusion"),
        ],
    )?;
    let yes_no = |yes: bool| if yes { lang.pick("có", "yes") } else { lang.pick("không", "no") };
    for (row, graded) in (1..).zip(&session.graded) {
        let verdict = &graded.verdict;
        sheet.write_string(row, 0, &graded.product)?;
        sheet.write_string(row, 1, session.pack.id().as_str())?;
        sheet.write_number(row, 2, session.sheet.set().get())?;
        sheet.write_number(row, 3, u32::try_from(verdict.ballots.len())?)?;
        if let Some(mean) = verdict.mean {
            sheet.write_number(row, 4, decimal(mean).parse::<f64>()?)?;
            sheet.write_string(row, 5, mean.to_string())?;
        }
        if let Some(spread) = verdict.spread {
            sheet.write_number(row, 6, spread)?;
        }
        sheet.write_string(row, 7, yes_no(verdict.spread_exceeded))?;
        if let Some(band) = verdict.band {
            sheet.write_number(row, 8, band.number())?;
        }
        if let Some(star) = verdict.star {
            sheet.write_number(row, 9, star.number())?;
        }
        sheet.write_string(row, 10, grade_said(verdict, lang))?;
    }
    Ok(())
}

fn ballots(session: &Session<'_>, sheet: &mut Worksheet) -> Result<()> {
    let lang = session.lang;
    header(
        sheet,
        lang.pick("Phiếu", "Ballots"),
        &[
            lang.pick("Sản phẩm", "Product"),
            lang.pick("Thành viên", "Member"),
            lang.pick("Tổng điểm", "Total"),
            "A",
            "B",
            "C",
        ],
    )?;
    let tallies = session
        .graded
        .iter()
        .flat_map(|graded| graded.verdict.ballots.iter().map(move |tally| (&graded.product, tally)));
    for (row, (product, tally)) in (1..).zip(tallies) {
        sheet.write_string(row, 0, product)?;
        sheet.write_string(row, 1, &tally.member)?;
        sheet.write_number(row, 2, tally.total)?;
        for (column, part) in (3..).zip(tally.parts) {
            sheet.write_number(row, column, part)?;
        }
    }
    Ok(())
}

/// Failed gates, unmarked criteria and codes found, a line each.
fn open_points(session: &Session<'_>, sheet: &mut Worksheet) -> Result<()> {
    let lang = session.lang;
    header(
        sheet,
        lang.pick("Chưa đạt", "Not met"),
        &[
            lang.pick("Sản phẩm", "Product"),
            lang.pick("Việc", "What"),
            lang.pick("Sao", "Star"),
            lang.pick("Tiêu chí hoặc mã", "Criterion or code"),
            lang.pick("Tên", "Name"),
            lang.pick("Cần", "Needs"),
            lang.pick("Có", "Has"),
            lang.pick("Thành viên", "Member"),
        ],
    )?;
    let mut row = 0;
    for graded in &session.graded {
        let verdict = &graded.verdict;
        for gate in &verdict.failed_gates {
            row += 1;
            sheet.write_string(row, 0, &graded.product)?;
            sheet.write_string(row, 1, lang.pick("dấu sao", "star gate"))?;
            sheet.write_number(row, 2, gate.star.number())?;
            sheet.write_string(row, 3, gate.criterion.as_str())?;
            sheet.write_string(row, 4, criterion_name(session, gate.criterion.as_str()))?;
            sheet.write_number(row, 5, gate.needs.get())?;
            sheet.write_number(row, 6, decimal(gate.has).parse::<f64>()?)?;
        }
        for unmarked in &verdict.unmarked {
            row += 1;
            sheet.write_string(row, 0, &graded.product)?;
            sheet.write_string(row, 1, lang.pick("chưa chấm", "unmarked"))?;
            sheet.write_string(row, 3, unmarked.criterion.as_str())?;
            sheet.write_string(row, 4, criterion_name(session, unmarked.criterion.as_str()))?;
            sheet.write_string(row, 7, &unmarked.member)?;
        }
        for code in verdict.disqualified.iter().chain(&verdict.stopped) {
            row += 1;
            sheet.write_string(row, 0, &graded.product)?;
            sheet.write_string(row, 1, lang.pick("hội đồng kết luận", "found by the council"))?;
            sheet.write_string(row, 3, code.as_str())?;
            let name = session.pack.code_name(code).map(|words| lang.words(words)).unwrap_or_default();
            sheet.write_string(row, 4, name)?;
        }
    }
    Ok(())
}
