//! One file from many papers: a cover with a table of contents, then every paper, with nested bookmarks.
//!
//! Papers come from people's phones and scanners, so a paper may be broken or locked. Such a paper never
//! stops the dossier: a sheet takes its place that names it and says why. Only what a page shows is taken
//! over; scripts, links, forms and attachments of the papers stay behind.

mod graft;
mod merge;
mod open;

pub use merge::merge;

use crate::pdf::Pdf;

/// Most papers in one dossier.
pub const MAX_PARTS: usize = 1_000;

/// Most bytes of all papers together: 512 MiB.
pub const MAX_BYTES: usize = 512 * 1024 * 1024;

/// Most pages of the merged file. Real dossiers run to 300–500 pages.
pub const MAX_PAGES: usize = 3_000;

/// Most pixels of one picture.
pub const MAX_PICTURE_PIXELS: u64 = 64_000_000;

/// Deepest nesting of groups.
pub const MAX_LEVELS: usize = 6;

/// An entry of a dossier: a heading in the table of contents and among the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called.
    pub title: String,
    /// What stands under it.
    pub part: Part,
}

/// What stands under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// More entries, one level down.
    Group(Vec<Entry>),
    /// A PDF.
    Pdf(Vec<u8>),
    /// A picture, PNG or JPEG, set on a sheet of its own.
    Picture(Vec<u8>),
}

/// A merged dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The file.
    pub pdf: Pdf,
    /// Papers that could not be taken over; a sheet stands in their place.
    pub replaced: Vec<Replaced>,
}

/// A paper that could not be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Its heading.
    pub title: String,
    /// Why.
    pub reason: Reason,
}

/// Why a paper could not be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is locked with a password.
    Encrypted,
    /// It cannot be read as a PDF.
    Broken,
    /// It would carry the dossier over [`MAX_PAGES`].
    Pages,
    /// It cannot be read as a picture, or is over [`MAX_PICTURE_PIXELS`].
    Picture,
}

impl Reason {
    /// The word the template of the dossier knows it by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Encrypted => "encrypted",
            Self::Broken => "broken",
            Self::Pages => "pages",
            Self::Picture => "picture",
        }
    }
}
