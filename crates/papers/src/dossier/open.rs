//! Opens one paper, or says why it cannot be.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{ImageFormat, ImageReader};
use jiff::Timestamp;
use lopdf::{Document, LoadOptions};

use super::{MAX_PICTURE_PIXELS, Reason};
use crate::engine::{Attachment, Engine, let_go};

/// The template of the cover, of picture sheets and of sheets that stand in.
pub(super) const TEMPLATE: &str = "dossier.typ";

/// Most bytes one stream of a paper's structure may unpack to: 64 MiB.
const MAX_UNPACKED: usize = 64 * 1024 * 1024;

pub(super) fn open_pdf(bytes: &[u8]) -> Result<Document, Reason> {
    // The reader meets files from anywhere: a slip in it must cost one paper, not the dossier.
    let document = catch_unwind(AssertUnwindSafe(|| {
        Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(MAX_UNPACKED))
    }))
    .map_err(|_| Reason::Broken)?
    .map_err(|fault| match fault {
        lopdf::Error::InvalidPassword
        | lopdf::Error::Decryption(_)
        | lopdf::Error::UnsupportedSecurityHandler(_) => Reason::Encrypted,
        _ => Reason::Broken,
    })?;
    if document.is_encrypted() {
        return Err(Reason::Encrypted);
    }
    if document.page_iter().next().is_none() {
        return Err(Reason::Broken);
    }
    Ok(document)
}

pub(super) fn open_picture(
    engine: &Engine,
    title: &str,
    bytes: &[u8],
    at: Timestamp,
) -> Result<Document, Reason> {
    let name = checked_picture(bytes).ok_or(Reason::Picture)?;
    let facts = serde_json::json!({"sheet": "picture", "title": title, "file": name});
    let picture = Attachment { name, bytes: bytes.to_vec() };
    let sheet = engine.typeset_facts(TEMPLATE, facts, vec![picture], at).map_err(|_| Reason::Picture);
    // A picture is large and is not set twice: let go of it at once.
    let_go();
    open_pdf(sheet?.bytes()).map_err(|_| Reason::Picture)
}

/// The file name that fits the picture's own bytes, when it is one of the two kinds and not too large.
fn checked_picture(bytes: &[u8]) -> Option<&'static str> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let name = match reader.format()? {
        ImageFormat::Png => "picture.png",
        ImageFormat::Jpeg => "picture.jpg",
        _ => return None,
    };
    let (width, height) = reader.into_dimensions().ok()?;
    (u64::from(width) * u64::from(height) <= MAX_PICTURE_PIXELS).then_some(name)
}
