//! What can go wrong with a paper, each with a stable code; the words for people are in `words/`.

use typst::WorldExt;
use typst::diag::SourceDiagnostic;

use crate::engine::Desk;

/// Why a paper could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// No template of this name is known.
    #[error("there is no template {name}")]
    TemplateMissing {
        /// The template asked for.
        name: String,
    },
    /// A template's name is not one: small letters, digits, `-`, `_`, `.`.
    #[error("{name:?} cannot be the name of a template")]
    TemplateName {
        /// The name given.
        name: String,
    },
    /// A template has a fault, or does not agree with the facts.
    #[error("{name}, line {line}: {message}")]
    Template {
        /// The file the fault is in.
        name: String,
        /// The line, from 1; 0 when the fault has no place.
        line: usize,
        /// What is wrong, in the typesetter's words.
        message: String,
    },
    /// The facts cannot be written as JSON.
    #[error("the facts of the paper cannot be written down: {0}")]
    Facts(#[from] serde_json::Error),
    /// The text is longer than a QR code holds.
    #[error("a QR code cannot hold {bytes} bytes")]
    QrTooLong {
        /// Length of the text in bytes.
        bytes: usize,
    },
    /// A dossier has more papers than one file may hold.
    #[error("a dossier of {parts} papers is over the limit of {limit}")]
    TooManyParts {
        /// Papers given.
        parts: usize,
        /// Papers allowed.
        limit: usize,
    },
    /// The papers of a dossier are together too large.
    #[error("a dossier of {bytes} bytes is over the limit of {limit}")]
    TooLarge {
        /// Bytes given.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// The groups of a dossier are nested too deep.
    #[error("the groups of a dossier are nested deeper than {limit} levels")]
    TooDeep {
        /// Levels allowed.
        limit: usize,
    },
    /// The merged file could not be written.
    #[error("the merged dossier could not be written: {0}")]
    Merge(String),
}

impl PaperError {
    /// The stable code, which is also the key of its sentence in `words/`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TemplateMissing { .. } => "papers-template-missing",
            Self::TemplateName { .. } => "papers-template-name",
            Self::Template { .. } => "papers-template",
            Self::Facts(_) => "papers-facts",
            Self::QrTooLong { .. } => "papers-qr-too-long",
            Self::TooManyParts { .. } => "papers-too-many-parts",
            Self::TooLarge { .. } => "papers-too-large",
            Self::TooDeep { .. } => "papers-too-deep",
            Self::Merge(_) => "papers-merge",
        }
    }

    /// The first fault, with the place a person can look it up.
    pub(crate) fn from_faults(desk: &Desk<'_>, faults: &[SourceDiagnostic]) -> Self {
        let Some(fault) = faults.first() else {
            return Self::Template { name: String::new(), line: 0, message: String::new() };
        };
        let mut message = fault.message.to_string();
        for hint in &fault.hints {
            message.push_str("; ");
            message.push_str(&hint.v);
        }
        let place = fault.span.id().and_then(|id| {
            let start = desk.range(fault.span)?.start;
            let line = desk.templates.source(id)?.lines().byte_to_line(start)? + 1;
            Some((id.vpath().get_without_slash().to_owned(), line))
        });
        let (name, line) = place.unwrap_or_else(|| (desk.main.vpath().get_without_slash().to_owned(), 0));
        Self::Template { name, line, message }
    }
}
