//! Merges: opens each paper, moves its pages, then sets the cover and the bookmarks.

use jiff::Timestamp;
use lopdf::{Bookmark, Document, Object, ObjectId, dictionary, text_string};
use serde::Serialize;

use super::graft::Binding;
use super::open::{TEMPLATE, open_pdf, open_picture};
use super::{Entry, MAX_BYTES, MAX_LEVELS, MAX_PAGES, MAX_PARTS, Merged, Part, Reason, Replaced};
use crate::engine::Engine;
use crate::error::PaperError;
use crate::pdf::Pdf;

/// Merges papers into one file. `at` is the moment written into it.
///
/// # Errors
///
/// When there are more than [`MAX_PARTS`] papers or [`MAX_BYTES`] bytes, or a template is faulty. A paper
/// that cannot be read is no error: see [`Merged::replaced`].
pub fn merge(engine: &Engine, title: &str, entries: &[Entry], at: Timestamp) -> Result<Merged, PaperError> {
    check_limits(entries)?;
    let mut work = Work {
        engine,
        at,
        binding: Binding::new(),
        pages: Vec::new(),
        lines: Vec::new(),
        replaced: Vec::new(),
    };
    work.add(entries, 1)?;
    work.finish(title)
}

/// A line of the table of contents.
#[derive(Debug, Clone)]
struct Line {
    title: String,
    level: usize,
    /// Index among the pages after the cover.
    first: usize,
}

/// A line as the template of the cover reads it.
#[derive(Serialize)]
struct CoverLine<'a> {
    title: &'a str,
    level: usize,
    page: usize,
}

struct Work<'a> {
    engine: &'a Engine,
    at: Timestamp,
    binding: Binding,
    pages: Vec<ObjectId>,
    lines: Vec<Line>,
    replaced: Vec<Replaced>,
}

impl Work<'_> {
    fn add(&mut self, entries: &[Entry], level: usize) -> Result<(), PaperError> {
        for entry in entries {
            self.lines.push(Line { title: entry.title.clone(), level, first: self.pages.len() });
            let opened = match &entry.part {
                Part::Group(inner) => {
                    self.add(inner, level + 1)?;
                    continue;
                }
                Part::Pdf(bytes) => open_pdf(bytes),
                Part::Picture(bytes) => open_picture(self.engine, &entry.title, bytes, self.at),
            };
            let fitting = opened.and_then(|document| {
                // Counting stops where the limit does.
                let more = document.page_iter().take(MAX_PAGES + 1).count();
                if self.pages.len() + more > MAX_PAGES { Err(Reason::Pages) } else { Ok(document) }
            });
            let document = match fitting {
                Ok(document) => document,
                Err(reason) => self.stand_in(&entry.title, reason)?,
            };
            let pages = self.binding.graft(document);
            self.pages.extend(pages);
        }
        Ok(())
    }

    /// The sheet that stands in for a paper.
    fn stand_in(&mut self, title: &str, reason: Reason) -> Result<Document, PaperError> {
        self.replaced.push(Replaced { title: title.to_owned(), reason });
        self.sheet(&serde_json::json!({"sheet": "stand-in", "title": title, "reason": reason.code()}))
    }

    fn sheet(&self, facts: &serde_json::Value) -> Result<Document, PaperError> {
        let sheet = self.engine.typeset_facts(TEMPLATE, facts.clone(), Vec::new(), self.at)?;
        open_pdf(sheet.bytes()).map_err(|reason| PaperError::Merge(reason.code().to_owned()))
    }

    /// The cover with its table of contents. How many sheets it takes moves every page number, so it is set
    /// once to count them and once to keep; the numbers do not change the length of a line.
    fn cover(&self, title: &str) -> Result<Document, PaperError> {
        let facts = |sheets: usize| {
            let entries: Vec<_> = self
                .lines
                .iter()
                .map(|line| CoverLine {
                    title: &line.title,
                    level: line.level,
                    page: line.first + sheets + 1,
                })
                .collect();
            serde_json::json!({"sheet": "cover", "title": title, "entries": entries})
        };
        let sheets = self.sheet(&facts(0))?.page_iter().count();
        self.sheet(&facts(sheets))
    }

    fn finish(mut self, title: &str) -> Result<Merged, PaperError> {
        let cover = self.cover(title)?;
        let mut pages = self.binding.graft(cover);
        let Some(&front) = pages.first() else { return Err(PaperError::Merge("cover".to_owned())) };
        pages.extend(&self.pages);
        self.binding.close(&pages);
        let document = &mut self.binding.document;
        add_bookmarks(document, front, title, &self.lines, &self.pages);
        let outline = document.build_outline();
        let mut catalog = dictionary! {
            "Type" => "Catalog", "Pages" => self.binding.root, "PageMode" => "UseOutlines",
            "Lang" => Object::string_literal("vi"),
        };
        if let Some(outline) = outline {
            catalog.set("Outlines", outline);
        }
        let catalog = document.add_object(catalog);
        let info = document.add_object(dictionary! {
            "Title" => text_string(title),
            "Creator" => Object::string_literal("Sen"),
            "CreationDate" => Object::string_literal(self.at.strftime("D:%Y%m%d%H%M%SZ").to_string()),
        });
        document.trailer.set("Root", catalog);
        document.trailer.set("Info", info);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).map_err(|fault| PaperError::Merge(fault.to_string()))?;
        Ok(Merged { pdf: Pdf::new(bytes, pages.len()), replaced: self.replaced })
    }
}

/// Bookmarks nested as the lines are; one for the cover comes first.
fn add_bookmarks(document: &mut Document, front: ObjectId, title: &str, lines: &[Line], pages: &[ObjectId]) {
    const BLACK: [f32; 3] = [0.0; 3];
    const UPRIGHT: u32 = 0;
    document.add_bookmark(Bookmark::new(title.to_owned(), BLACK, UPRIGHT, front), None);
    let mut open: Vec<u32> = Vec::new();
    for line in lines {
        open.truncate(line.level - 1);
        // An empty group at the very end has no page of its own: it points at the last one.
        let page = pages.get(line.first).or(pages.last()).copied().unwrap_or(front);
        let mark = Bookmark::new(line.title.clone(), BLACK, UPRIGHT, page);
        let id = document.add_bookmark(mark, open.last().copied());
        open.push(id);
    }
}

fn check_limits(entries: &[Entry]) -> Result<(), PaperError> {
    let (mut parts, mut bytes) = (0, 0);
    measure(entries, 1, &mut parts, &mut bytes)?;
    if parts > MAX_PARTS {
        return Err(PaperError::TooManyParts { parts, limit: MAX_PARTS });
    }
    if bytes > MAX_BYTES {
        return Err(PaperError::TooLarge { bytes, limit: MAX_BYTES });
    }
    Ok(())
}

fn measure(entries: &[Entry], level: usize, parts: &mut usize, bytes: &mut usize) -> Result<(), PaperError> {
    if level > MAX_LEVELS {
        return Err(PaperError::TooDeep { limit: MAX_LEVELS });
    }
    for entry in entries {
        *parts += 1;
        match &entry.part {
            Part::Group(inner) => measure(inner, level + 1, parts, bytes)?,
            Part::Pdf(file) | Part::Picture(file) => *bytes += file.len(),
        }
    }
    Ok(())
}
