//! Turns a template and the facts of one paper into a PDF.

mod fonts;
mod plain;
mod world;

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::Timestamp;
use jiff::tz::Offset;
use serde_json::Value;
use typst::comemo;
use typst::foundations::{Bytes, Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use crate::error::PaperError;
use crate::paper::Paper;
use crate::pdf::Pdf;
use crate::template::{Templates, file_id};
pub(crate) use world::Desk;

/// The name under which a template reads its facts: `json("data.json")`.
pub const DATA: &str = "data.json";

/// After so many papers the shared memory of the typesetter is swept.
const SWEEP_EVERY: usize = 64;

/// A remembered result is dropped when this many sweeps passed without its being used: the fonts, the
/// letterhead and the other things every paper has in common stay, the text of one paper goes.
const SWEEPS_KEPT: usize = 2;

/// Typesets papers. Cheap to share between threads; one an office is enough.
#[derive(Debug)]
pub struct Engine {
    templates: Templates,
    typeset: AtomicUsize,
}

impl Engine {
    /// An engine with the given templates.
    #[must_use]
    pub fn new(templates: Templates) -> Self {
        Self { templates, typeset: AtomicUsize::new(0) }
    }

    /// The templates in use.
    #[must_use]
    pub fn templates(&self) -> &Templates {
        &self.templates
    }

    /// Typesets one paper. `at` is the moment written into the file; the same paper at the same moment gives
    /// the same bytes.
    ///
    /// # Errors
    ///
    /// When the template is missing or faulty, or what the paper attaches cannot be drawn.
    pub fn typeset<P: Paper>(&self, paper: &P, at: Timestamp) -> Result<Pdf, PaperError> {
        let facts = serde_json::to_value(paper)?;
        self.typeset_facts(P::TEMPLATE, facts, paper.attachments()?, at)
    }

    /// Typesets facts that have no type of their own, with any template: what an office adds for itself.
    ///
    /// # Errors
    ///
    /// As [`Engine::typeset`].
    pub fn typeset_facts(
        &self,
        template: &str,
        facts: Value,
        attachments: Vec<Attachment>,
        at: Timestamp,
    ) -> Result<Pdf, PaperError> {
        self.set(template, facts, attachments, at, true)
    }

    /// Typesets facts whose pages become parts of others: without the marks of structure, which would lead nowhere.
    pub(crate) fn typeset_untagged(
        &self,
        template: &str,
        facts: Value,
        at: Timestamp,
    ) -> Result<Pdf, PaperError> {
        self.set(template, facts, Vec::new(), at, false)
    }

    fn set(
        &self,
        template: &str,
        mut facts: Value,
        attachments: Vec<Attachment>,
        at: Timestamp,
        tagged: bool,
    ) -> Result<Pdf, PaperError> {
        plain::plain(&mut facts);
        let facts = serde_json::to_string(&facts)?;
        let mut files = HashMap::new();
        for Attachment { name, bytes } in attachments {
            files.insert(file_id(name)?, Bytes::new(bytes));
        }
        let options = PdfOptions {
            ident: Smart::Custom(format!("{template}\n{facts}")),
            creator: Smart::Custom(Some("Sen".to_owned())),
            timestamp: timestamp(at),
            tagged,
            ..PdfOptions::default()
        };
        files.insert(file_id(DATA)?, Bytes::from_string(facts));
        let main = self.templates.id(template)?;
        let desk = Desk { main, templates: &self.templates, files };
        let pdf = compile(&desk, &options);
        self.sweep();
        pdf
    }

    fn sweep(&self) {
        if self.typeset.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            let_go();
        }
    }
}

/// Drops from the shared memory of the typesetter what was not used lately.
pub(crate) fn let_go() {
    comemo::evict(SWEEPS_KEPT);
}

/// A file that lies beside the facts while one paper is typeset, such as a drawing.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// The name the template reads it by.
    pub name: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

fn compile(desk: &Desk<'_>, options: &PdfOptions) -> Result<Pdf, PaperError> {
    let document = typst::compile::<PagedDocument>(desk)
        .output
        .map_err(|faults| PaperError::from_faults(desk, &faults))?;
    let bytes =
        typst_pdf::pdf(&document, options).map_err(|faults| PaperError::from_faults(desk, &faults))?;
    Ok(Pdf::new(bytes, document.pages().len()))
}

fn timestamp(at: Timestamp) -> Option<typst_pdf::Timestamp> {
    let at = Offset::UTC.to_datetime(at);
    let part = |number: i8| u8::try_from(number).ok();
    Datetime::from_ymd_hms(
        at.year().into(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
    .map(typst_pdf::Timestamp::new_utc)
}
