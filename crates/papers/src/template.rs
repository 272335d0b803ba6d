//! The templates: the built-in ones, and those an office puts in their place.

use std::collections::HashMap;

use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

use crate::error::PaperError;

/// Longest name of a template, in bytes.
const LONGEST_NAME: usize = 64;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        /// Every built-in template, by name.
        pub const BUILT_IN: &[(&str, &str)] =
            &[("label.typ", include_str!("../templates/label.typ")),
              $(($name, include_str!(concat!("../../../rules/forms/", $name)))),*];
    };
}

built_in![
    "nd30.typ",
    "certificate.typ",
    "commune-report.typ",
    "decision.typ",
    "dossier.typ",
    "minutes.typ",
    "recall-notice.typ",
    "registration-form.typ",
    "request-letter.typ",
    "result-letter.typ",
    "score-sheet.typ",
    "self-assessment.typ",
    "submission.typ",
];

/// A set of templates, each with a name such as `certificate.typ`.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    sources: HashMap<FileId, Source>,
}

impl Templates {
    /// The templates that come with Sen.
    ///
    /// # Errors
    ///
    /// None in practice: the built-in names are valid.
    pub fn built_in() -> Result<Self, PaperError> {
        BUILT_IN.iter().try_fold(Self::default(), |templates, (name, text)| templates.with(name, *text))
    }

    /// The same set with one template added or put in the place of another of its name. Call it for the
    /// decree's own forms first, then for the office's.
    ///
    /// # Errors
    ///
    /// When the name is not one.
    pub fn with(mut self, name: &str, text: impl Into<String>) -> Result<Self, PaperError> {
        let id = file_id(name)?;
        self.sources.insert(id, Source::new(id, text.into()));
        Ok(self)
    }

    /// The names of the set, in alphabetical order.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.sources.keys().map(|id| id.get().vpath().get_without_slash()).collect();
        names.sort_unstable();
        names
    }

    /// The text of a template, for an office that wants to start from it.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.sources.get(&file_id(name).ok()?).map(Source::text)
    }

    pub(crate) fn id(&self, name: &str) -> Result<FileId, PaperError> {
        let id = file_id(name)?;
        if self.sources.contains_key(&id) {
            Ok(id)
        } else {
            Err(PaperError::TemplateMissing { name: name.to_owned() })
        }
    }

    pub(crate) fn source(&self, id: FileId) -> Option<&Source> {
        self.sources.get(&id)
    }
}

/// The identity of a flat file name. Names are checked because each new one is remembered for good.
pub(crate) fn file_id(name: &str) -> Result<FileId, PaperError> {
    let fits = !name.is_empty()
        && name.len() <= LONGEST_NAME
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
        && !name.starts_with('.');
    let path = if fits { VirtualPath::new(name).ok() } else { None };
    let path = path.ok_or_else(|| PaperError::TemplateName { name: name.to_owned() })?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}
