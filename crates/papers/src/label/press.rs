//! Puts sheets together: the label set once, the codes and serials of each.

use std::collections::HashMap;

use jiff::Timestamp;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::script::{POINT, Script};
use super::{LABEL_TEMPLATE, LabelCodes, LabelFace, LabelGrid, Labels, Serial, ean_bars};
use crate::engine::Engine;
use crate::error::PaperError;
use crate::pdf::Pdf;

/// The characters of serials, each set once by the template.
const LETTERS: &str = "()0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The size in which the template sets them, in points.
const SET_IN: f64 = 10.0;
/// Largest and smallest size of a serial, in points.
const SERIAL_SIZES: (f64, f64) = (6.0, 4.5);
/// The name of the whole label among the drawings of a sheet.
const FACE: &str = "F";
/// Room around a character that a drawing may take beyond its advance, in points.
const OVERHANG: f64 = 4.0;

/// Sheets of labels as one PDF. `at` is the moment written into it; the same labels give the same bytes.
///
/// # Errors
///
/// When the template is faulty or has no room for the words ([`super::TOO_FULL`]), or a code holds no such serial.
pub fn labels(
    engine: &Engine,
    grid: &LabelGrid,
    face: &LabelFace,
    codes: &LabelCodes,
    wanted: &Labels,
    at: Timestamp,
) -> Result<Pdf, PaperError> {
    let letters = if codes.serial.is_some() { LETTERS } else { "" };
    let mut facts = serde_json::to_value(face)?;
    facts["letters"] = letters.chars().map(String::from).collect();
    facts["letter_size"] = SET_IN.into();
    let set = engine.typeset_untagged(LABEL_TEMPLATE, facts, at)?;
    let mut press = Press::of(set.bytes(), letters)?;
    let mut fixed = Script::on(face.height);
    fixed.place("T", (0.0, 0.0), 1.0);
    if let Some((number, area, module)) = &codes.ean {
        fixed.bars(&ean_bars(number).unwrap_or_default(), area, *module);
    }
    if let Labels::Alike(_) = wanted {
        fixed.qr(&codes.qr.draw("")?, codes.qr_at, codes.qr_module);
    }
    press.face(face, fixed)?;
    let pages = match wanted {
        Labels::Alike(count) => press.alike(grid, face, *count)?,
        Labels::Each(serials) => {
            let sheets = serials.chunks(grid.per_page().max(1));
            sheets.map(|sheet| press.sheet(grid, face, codes, sheet)).collect::<Result<_, _>>()?
        }
    };
    press.bind(grid, &pages)
}

/// A PDF under construction.
struct Press {
    document: Document,
    /// Drawings by name.
    drawings: Dictionary,
    /// Advance of each character in points.
    advances: HashMap<char, f64>,
    face: Option<ObjectId>,
}

impl Press {
    /// From the label and the characters that the template set, a page each.
    fn of(set: &[u8], letters: &str) -> Result<Self, PaperError> {
        let mut document = Document::load_mem(set).map_err(fault)?;
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let mut drawings = Dictionary::new();
        let mut advances = HashMap::new();
        let names = std::iter::once("T".to_owned()).chain(letters.chars().map(name_of));
        for (page, name) in pages.iter().zip(names) {
            let (wide, high) = size(&document, *page)?;
            let beyond = if name == "T" { 0.0 } else { OVERHANG };
            let form = form(&document, *page, [-beyond, -beyond, wide + beyond, high + beyond])?;
            drawings.set(name, document.add_object(form));
            if let Some(letter) = letters.chars().nth(advances.len()).filter(|_| beyond > 0.0) {
                advances.insert(letter, wide);
            }
        }
        Ok(Self { document, drawings, advances, face: None })
    }

    /// What all labels have in common.
    fn face(&mut self, face: &LabelFace, script: Script) -> Result<(), PaperError> {
        let bounds = [0.0, 0.0, face.width * POINT, face.height * POINT];
        let resources = dictionary! { "XObject" => self.drawings.clone() };
        let id = self.document.add_object(drawing(bounds, resources.into(), script.into_bytes())?);
        self.drawings.set(FACE, id);
        self.face = Some(id);
        Ok(())
    }

    /// Sheets of labels that are all alike: the full ones share what they show.
    fn alike(
        &mut self,
        grid: &LabelGrid,
        face: &LabelFace,
        count: usize,
    ) -> Result<Vec<ObjectId>, PaperError> {
        let (full, rest) = (count / grid.per_page().max(1), count % grid.per_page().max(1));
        let mut pages = Vec::new();
        for (sheets, labels) in [(full, grid.per_page()), (1, rest)] {
            if sheets > 0 && labels > 0 {
                let mut script = Script::on(grid.page.1);
                for n in 0..labels {
                    let before = script.open(place(grid, n), face.height);
                    script.place(FACE, (0.0, 0.0), 1.0);
                    script.close(before);
                }
                let content = self.content(script)?;
                pages.extend(std::iter::repeat_n(content, sheets));
            }
        }
        Ok(pages)
    }

    /// A sheet of labels that each have their serial.
    fn sheet(
        &mut self,
        grid: &LabelGrid,
        face: &LabelFace,
        codes: &LabelCodes,
        serials: &[Serial],
    ) -> Result<ObjectId, PaperError> {
        let mut script = Script::on(grid.page.1);
        for (n, serial) in serials.iter().enumerate() {
            let before = script.open(place(grid, n), face.height);
            script.place(FACE, (0.0, 0.0), 1.0);
            script.qr(&codes.qr.draw(&serial.text)?, codes.qr_at, codes.qr_module);
            if let Some(area) = &codes.serial {
                self.write(&mut script, serial, area);
            }
            script.close(before);
        }
        self.content(script)
    }

    // A serial in its area: as large as the longest line lets it be.
    fn write(&self, script: &mut Script, serial: &Serial, area: &super::Area) {
        let advance = |letter| self.advances.get(&letter).copied().unwrap_or_default();
        let wide = |line: &String| line.chars().map(advance).sum::<f64>();
        let widest = serial.lines.iter().map(wide).fold(1.0, f64::max);
        let lines = serial.lines.len().max(1) as f64;
        let (largest, smallest) = SERIAL_SIZES;
        let fitting = (area.width * POINT / widest * SET_IN).min(area.height * POINT / lines);
        let scale = fitting.clamp(smallest, largest) / SET_IN;
        for (n, line) in serial.lines.iter().enumerate() {
            let (mut x, y) = script.point((area.x, area.y + area.height / lines * (n as f64 + 0.8)));
            for letter in line.chars() {
                script.place(&name_of(letter), (x, y), scale);
                x += advance(letter) * scale;
            }
        }
    }

    fn content(&mut self, script: Script) -> Result<ObjectId, PaperError> {
        let mut stream = Stream::new(Dictionary::new(), script.into_bytes());
        stream.compress().map_err(fault)?;
        Ok(self.document.add_object(stream))
    }

    /// Closes the file: a page for each content, and nothing of the pages that the template set.
    fn bind(mut self, grid: &LabelGrid, contents: &[ObjectId]) -> Result<Pdf, PaperError> {
        let root = self.document.new_object_id();
        let resources = dictionary! { "XObject" => self.drawings };
        let resources = self.document.add_object(resources);
        let bounds = [0.0, 0.0, grid.page.0 * POINT, grid.page.1 * POINT].map(real).to_vec();
        let kids: Vec<Object> = contents
            .iter()
            .map(|content| {
                let page = dictionary! {
                    "Type" => "Page", "Parent" => root, "MediaBox" => bounds.clone(),
                    "Resources" => resources, "Contents" => *content,
                };
                self.document.add_object(page).into()
            })
            .collect();
        let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
        let tree = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
        self.document.objects.insert(root, tree.into());
        self.document.catalog_mut().map_err(fault)?.set("Pages", root);
        self.document.prune_objects();
        let mut bytes = Vec::new();
        self.document.save_to(&mut bytes).map_err(|error| PaperError::Merge(error.to_string()))?;
        Ok(Pdf::new(bytes, contents.len()))
    }
}

fn place(grid: &LabelGrid, n: usize) -> (f64, f64) {
    let across = grid.count.0.max(1);
    let (column, row) = ((n % across) as f64, (n / across) as f64);
    (grid.first.0 + column * grid.step.0, grid.first.1 + row * grid.step.1)
}

// Parentheses have no place in a name of a PDF.
fn name_of(letter: char) -> String {
    format!("c{}", u32::from(letter))
}

fn size(document: &Document, page: ObjectId) -> Result<(f64, f64), PaperError> {
    let bounds = document.get_dictionary(page).and_then(|page| page.get(b"MediaBox")?.as_array());
    let sides: Vec<f64> =
        bounds.map_err(fault)?.iter().filter_map(|side| side.as_float().ok().map(f64::from)).collect();
    match sides[..] {
        [left, bottom, right, top] => Ok((right - left, top - bottom)),
        _ => Err(PaperError::Merge("a page without a size".to_owned())),
    }
}

// A page as a drawing.
fn form(document: &Document, page: ObjectId, bounds: [f64; 4]) -> Result<Stream, PaperError> {
    let resources = document.get_dictionary(page).and_then(|page| page.get(b"Resources")).cloned();
    drawing(bounds, resources.unwrap_or_else(|_| Dictionary::new().into()), document.get_page_content(page))
}

fn drawing(bounds: [f64; 4], resources: Object, content: Vec<u8>) -> Result<Stream, PaperError> {
    let head = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds.map(real).to_vec(), "Resources" => resources,
    };
    let mut stream = Stream::new(head, content);
    stream.compress().map_err(fault)?;
    Ok(stream)
}

fn real(number: f64) -> Object {
    Object::Real(number as f32)
}

fn fault(error: lopdf::Error) -> PaperError {
    PaperError::Merge(error.to_string())
}
