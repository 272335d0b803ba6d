//! What can be wrong with a rule pack, without any text of ours around it.

use std::fmt;

use serde::Deserialize;

use crate::points::{Points, Star};

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The text is no YAML of this shape.
    Unreadable {
        /// What the reader says.
        reason: String,
    },
    /// The file belongs to no known place of a pack.
    StrayFile,
    /// A folder without `pack.yaml`.
    NoPack,
    /// A name the pack does not define.
    Unknown {
        /// The name.
        name: String,
    },
    /// The same name twice, or with two meanings.
    Twice {
        /// The name.
        name: String,
    },
    /// A text is missing in one of the languages, or a list is empty.
    Empty,
    /// A part's maximum differs from the pack's.
    PartMax {
        /// As written.
        is: Points,
        /// As the pack says.
        wanted: Option<Points>,
    },
    /// The parts are not A, B, C.
    PartsOrder,
    /// The sections do not add up to the part.
    SectionsSum {
        /// Their sum.
        is: u16,
        /// The part's maximum.
        max: Points,
    },
    /// The criteria do not add up to the section or heading.
    CriteriaSum {
        /// Their sum.
        is: u16,
        /// The section's maximum.
        max: Points,
    },
    /// The parts do not add up to the scale.
    Total {
        /// Their sum.
        is: u16,
        /// The scale.
        max: u16,
    },
    /// The best option is not the criterion's maximum.
    OptionsEnd {
        /// The maximum.
        max: Points,
        /// The options' points.
        options: Vec<Points>,
    },
    /// The options' points do not rise, or repeat.
    OptionsNotRising {
        /// The options' points.
        options: Vec<Points>,
    },
    /// Two options with the same words.
    SameLabel,
    /// Cases and the note "choose one of two cases" do not go together.
    Cases,
    /// A gate asks for points no option gives.
    GateOffOptions {
        /// The gate's star.
        star: Star,
        /// What it asks for.
        points: Points,
    },
    /// A higher star asks for less.
    GateFalls {
        /// The higher star.
        star: Star,
        /// What it asks for.
        points: Points,
    },
    /// Gates and the stars printed at the options differ.
    GateNotPrinted,
    /// A gate on a star that is not recognised.
    GateBelowRecognition,
    /// The file's name is not the set's number and code.
    FileName {
        /// What it should be.
        wanted: String,
    },
    /// The pack has another number of sheets than it says.
    SheetCount {
        /// How many there are.
        is: usize,
        /// How many the pack says.
        wanted: u8,
    },
    /// The bands do not fall from the top of the scale to zero, one a star.
    Bands,
    /// A declared defect that is not there.
    DeclaredInVain,
    /// Dates of the pack or its procedure contradict each other.
    Dates,
}

/// The shape of a fault, to declare it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// [`Fault::SectionsSum`].
    SectionsSum,
    /// [`Fault::CriteriaSum`].
    CriteriaSum,
    /// [`Fault::Total`].
    Total,
    /// [`Fault::OptionsEnd`].
    OptionsEnd,
    /// [`Fault::SameLabel`].
    SameLabel,
}

impl Fault {
    /// Whether a declaration of that kind and sum covers this fault.
    pub(crate) fn is_declared_by(&self, kind: FaultKind, declared: Option<u16>) -> bool {
        match (self, kind) {
            (Self::SectionsSum { is, .. }, FaultKind::SectionsSum)
            | (Self::CriteriaSum { is, .. }, FaultKind::CriteriaSum)
            | (Self::Total { is, .. }, FaultKind::Total) => declared == Some(*is),
            (Self::OptionsEnd { options, .. }, FaultKind::OptionsEnd) => {
                declared == options.iter().max().map(|points| u16::from(points.get()))
            }
            (Self::SameLabel, FaultKind::SameLabel) => declared.is_none(),
            _ => false,
        }
    }
}

struct List<'a>(&'a [Points]);

impl fmt::Display for List<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, points) in self.0.iter().enumerate() {
            if place > 0 {
                out.write_str(", ")?;
            }
            points.fmt(out)?;
        }
        Ok(())
    }
}

impl fmt::Display for Fault {
    /// In English, for logs and developers; the program phrases faults for readers itself.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { reason } => write!(out, "cannot be read: {reason}"),
            Self::StrayFile => write!(out, "is no file of a rule pack"),
            Self::NoPack => write!(out, "the folder has no pack.yaml"),
            Self::Unknown { name } => write!(out, "{name} is not defined in the pack"),
            Self::Twice { name } => write!(out, "{name} stands twice"),
            Self::Empty => write!(out, "a text or list is empty"),
            Self::PartMax { is, wanted: Some(wanted) } => write!(out, "max {is}, the pack says {wanted}"),
            Self::PartMax { is, wanted: None } => write!(out, "max {is}, the pack has no such part"),
            Self::PartsOrder => write!(out, "the parts are not A, B, C"),
            Self::SectionsSum { is, max } => write!(out, "max {max} but sections add up to {is}"),
            Self::CriteriaSum { is, max } => write!(out, "max {max} but criteria add up to {is}"),
            Self::Total { is, max } => write!(out, "the parts add up to {is}, not {max}"),
            Self::OptionsEnd { max, options } => write!(out, "max {max} but options {}", List(options)),
            Self::OptionsNotRising { options } => write!(out, "options do not rise: {}", List(options)),
            Self::SameLabel => write!(out, "two options with the same words"),
            Self::Cases => write!(out, "options, cases and the choose_case note do not go together"),
            Self::GateOffOptions { star, points } => write!(out, "gate {star}: {points} is no option"),
            Self::GateFalls { star, points } => write!(out, "gate {star}: {points} is below a lower star's"),
            Self::GateNotPrinted => write!(out, "gates and the stars printed at the options differ"),
            Self::GateBelowRecognition => write!(out, "a gate on a star that is not recognised"),
            Self::FileName { wanted } => write!(out, "the file should be called {wanted}"),
            Self::SheetCount { is, wanted } => write!(out, "{is} sheets, the pack says {wanted}"),
            Self::Bands => write!(out, "the bands do not fall to zero, one a star"),
            Self::DeclaredInVain => write!(out, "a defect is declared that is not there"),
            Self::Dates => write!(out, "dates contradict each other"),
        }
    }
}

/// A fault that no declaration covers: the file, the place in it, and what does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// The file, as it was passed in.
    pub file: String,
    /// Where in the file.
    pub place: String,
    /// What does not hold.
    pub fault: Fault,
}

impl fmt::Display for Defect {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}: {}", self.file, self.place, self.fault)
    }
}

impl std::error::Error for Defect {}
