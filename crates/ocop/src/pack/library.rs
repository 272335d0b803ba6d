//! All rule packs together.

use jiff::civil::Date;

use super::fault::Defect;
use super::load;
use super::written::PackId;
use super::{DeclaredDefect, Pack};
use crate::calendar::Calendar;

/// Every pack that was loaded, oldest decision first.
#[derive(Debug, Clone)]
pub struct Library {
    pub(crate) packs: Vec<Pack>,
    pub(crate) calendar: Calendar,
}

/// What the proof of one pack found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The pack.
    pub pack: PackId,
    /// How many sheets it has.
    pub sheets: usize,
    /// How many of them have no defect at all.
    pub proved: usize,
    /// How many scored criteria.
    pub criteria: usize,
    /// How many options.
    pub options: usize,
    /// How many gates: one a criterion and star.
    pub gates: usize,
    /// The defects it declares, by set.
    pub declared: Vec<DeclaredDefect>,
}

impl Library {
    /// Loads and proves packs from `(path, text)` pairs; paths use `/` and start with the pack's folder.
    ///
    /// # Errors
    /// Every defect that no pack declares, with its file and place.
    pub fn load<P, T>(files: impl IntoIterator<Item = (P, T)>) -> Result<Self, Vec<Defect>>
    where
        P: Into<String>,
        T: AsRef<str>,
    {
        let (library, _, defects) = Self::prove(files);
        if defects.is_empty() { Ok(library) } else { Err(defects) }
    }

    /// Loads what can be loaded and says what was found: a report per pack, and undeclared defects.
    pub fn prove<P, T>(files: impl IntoIterator<Item = (P, T)>) -> (Self, Vec<Report>, Vec<Defect>)
    where
        P: Into<String>,
        T: AsRef<str>,
    {
        load::prove(files)
    }

    /// The packs, oldest decision first.
    #[must_use]
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The pack with this name.
    #[must_use]
    pub fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.id().as_str() == id)
    }

    /// Working days and public holidays.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The pack in force on a day, for something that begins on it.
    #[must_use]
    pub fn in_force_on(&self, day: Date) -> Option<&Pack> {
        self.packs.iter().rev().find(|pack| pack.decision().effective_from <= day)
    }
}
