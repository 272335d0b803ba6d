//! The three lists, read into mentions of places.

use ground::{Day, Refusal, Result};

use super::{RowProblem, first_codes};
use crate::grid::{Grid, GridRow};
use crate::place::{Level, PlaceKind};

/// Digits of a province's code and of a commune's (QĐ 19/2025/QĐ-TTg).
const PROVINCE_DIGITS: usize = 2;
const COMMUNE_DIGITS: usize = 5;

/// A place as a list names it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) kind: PlaceKind,
    pub(super) name: String,
    /// Empty where the list does not say.
    pub(super) code: String,
}

/// A place of the list's day, by its province.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) province: Named,
    pub(super) commune: Option<Named>,
}

/// A place that ended, with what stood above it, outermost first, and what it went into.
#[derive(Clone, Debug)]
pub(super) struct Former {
    pub(super) row: usize,
    pub(super) path: Vec<Named>,
    pub(super) from: Day,
    pub(super) until: Day,
    pub(super) became: Option<Became>,
}

/// The successor: by its code, and by its name where the list has it.
#[derive(Clone, Debug)]
pub(super) struct Became {
    pub(super) code: String,
    pub(super) titled: Option<(PlaceKind, String)>,
}

/// Everything a list says.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    pub(super) units: Vec<Unit>,
    pub(super) former: Vec<Former>,
    pub(super) problems: Vec<RowProblem>,
}

/// Reads whichever list it is.
pub(super) fn read(grid: &Grid, on: Day) -> Result<Mentions> {
    let mut mentions = Mentions::default();
    let column = |name: &str| grid.column(&[name]);
    if let (Some(province_code), Some(province)) = (column("province_code"), column("province")) {
        let columns =
            [Some(province_code), Some(province), column("commune_code"), column("type"), column("name")];
        for row in grid.rows() {
            match unit(row, columns) {
                Ok(unit) => mentions.units.push(unit),
                Err(problem) => mentions.problems.push(problem),
            }
        }
    } else if let Some(formed_from) = grid.column_from("formed_from") {
        let columns = [column("commune_code"), column("type"), column("name"), Some(formed_from)];
        for row in grid.rows() {
            merger(row, columns, on, &mut mentions);
        }
    } else if column("until").is_some() && column("under").is_some() {
        let names = ["code", "type", "name", "under", "from", "until", "became"];
        for row in grid.rows() {
            match dated(row, names.map(column)) {
                Ok(former) => mentions.former.push(former),
                Err(problem) => mentions.problems.push(problem),
            }
        }
    } else {
        return Err(Refusal::field("file", "register-rows-no-list"));
    }
    Ok(mentions)
}

fn unit(
    row: &GridRow,
    [province_code, province, code, kind, name]: [Option<usize>; 5],
) -> Result<Unit, RowProblem> {
    let bad = |column, code| RowProblem::new(row.number, column, code);
    let province_code = coded(row.cell(province_code), PROVINCE_DIGITS);
    let province_code = province_code.filter(|code| !code.is_empty());
    let province_code = province_code.ok_or_else(|| bad("province_code", "register-not-a-code"))?;
    let (province_kind, province_name) = PlaceKind::split(row.cell(province), Level::Province)
        .ok_or_else(|| bad("province", "register-not-a-titled-name"))?;
    let province = Named { kind: province_kind, name: province_name.to_owned(), code: province_code };
    if row.cell(code).is_empty() && row.cell(name).is_empty() {
        return Ok(Unit { province, commune: None });
    }
    let commune = commune(row, code, kind, name)?;
    Ok(Unit { province, commune: Some(commune) })
}

fn commune(
    row: &GridRow,
    code: Option<usize>,
    kind: Option<usize>,
    name: Option<usize>,
) -> Result<Named, RowProblem> {
    let bad = |column, code| RowProblem::new(row.number, column, code);
    let code = coded(row.cell(code), COMMUNE_DIGITS).filter(|code| !code.is_empty());
    let code = code.ok_or_else(|| bad("commune_code", "register-not-a-code"))?;
    let kind = PlaceKind::of_title(row.cell(kind), Level::Commune)
        .ok_or_else(|| bad("type", "register-not-a-kind").with("kind", row.cell(kind)))?;
    let name = row.cell(name);
    if name.is_empty() {
        return Err(bad("name", "required"));
    }
    Ok(Named { kind, name: name.to_owned(), code })
}

fn merger(
    row: &GridRow,
    [code, kind, name, formed_from]: [Option<usize>; 4],
    on: Day,
    mentions: &mut Mentions,
) {
    let successor = match commune(row, code, kind, name) {
        Ok(successor) => successor,
        Err(problem) => return mentions.problems.push(problem),
    };
    for part in row.cell(formed_from).split('|').map(str::trim).filter(|part| !part.is_empty()) {
        match old_unit(part) {
            Some(path) => mentions.former.push(Former {
                row: row.number,
                path,
                from: first_codes(),
                until: on,
                became: Some(Became {
                    code: successor.code.clone(),
                    titled: Some((successor.kind, successor.name.clone())),
                }),
            }),
            None => mentions.problems.push(
                RowProblem::new(row.number, "formed_from", "register-not-an-old-unit").with("unit", part),
            ),
        }
    }
}

// "Phường 4 (Thành phố Mỹ Tho, Tỉnh Tiền Giang) 28252"
fn old_unit(part: &str) -> Option<Vec<Named>> {
    let (titled, rest) = part.split_once(" (")?;
    let (above, code) = rest.split_once(')')?;
    let (district, province) = above.split_once(',')?;
    let named = |titled: &str, level, code: &str| {
        let (kind, name) = PlaceKind::split(titled, level)?;
        Some(Named { kind, name: name.to_owned(), code: code.to_owned() })
    };
    let code = coded(code, COMMUNE_DIGITS).filter(|code| !code.is_empty())?;
    Some(vec![
        named(province, Level::Province, "")?,
        named(district, Level::District, "")?,
        named(titled, Level::Commune, &code)?,
    ])
}

fn dated(row: &GridRow, columns: [Option<usize>; 7]) -> Result<Former, RowProblem> {
    let [code, kind, name, under, from, until, became] = columns;
    let bad = |column, code| RowProblem::new(row.number, column, code);
    let mut path = Vec::new();
    for (depth, titled) in row.cell(under).rsplit(',').filter(|part| !part.trim().is_empty()).enumerate() {
        let level = if depth == 0 { Level::Province } else { Level::District };
        let (kind, name) =
            PlaceKind::split(titled, level).ok_or_else(|| bad("under", "register-not-a-titled-name"))?;
        path.push(Named { kind, name: name.to_owned(), code: String::new() });
    }
    let levels: &[Level] = match path.len() {
        0 => &[Level::Province],
        1 => &[Level::District, Level::Commune],
        _ => &[Level::Commune],
    };
    let kind = levels
        .iter()
        .find_map(|level| PlaceKind::of_title(row.cell(kind), *level))
        .ok_or_else(|| bad("type", "register-not-a-kind").with("kind", row.cell(kind)))?;
    let name = row.cell(name);
    if name.is_empty() {
        return Err(bad("name", "required"));
    }
    let code = row.cell(code);
    if !code.chars().all(|c| c.is_ascii_digit()) {
        return Err(bad("code", "register-not-a-code"));
    }
    let day =
        |column, name: &'static str| Day::parse(row.cell(column)).ok_or_else(|| bad(name, "not-a-date"));
    let from = if row.cell(from).is_empty() { first_codes() } else { day(from, "from")? };
    let until = day(until, "until")?;
    if until <= from {
        return Err(bad("until", "register-ends-before-it-begins"));
    }
    path.push(Named { kind, name: name.to_owned(), code: code.to_owned() });
    let became = row.cell(became);
    let became = (!became.is_empty()).then(|| Became { code: became.to_owned(), titled: None });
    Ok(Former { row: row.number, path, from, until, became })
}

// Spreadsheets drop leading zeros; none where it is no number or too long.
fn coded(text: &str, digits: usize) -> Option<String> {
    let text = text.trim();
    let fits = text.len() <= digits && text.chars().all(|c| c.is_ascii_digit());
    fits.then(|| if text.is_empty() { String::new() } else { format!("{text:0>digits$}") })
}
