//! OCOP score sheets, star gates, grading, procedures and clocks: decrees as data.
//!
//! Nothing here reads a file, a clock or a database. Texts of the rule packs are passed in
//! ([`Library::load`]), dates are parameters, figures come from the packs alone: no year, level of
//! government or decree is named in this crate.

pub mod ballot;
pub mod calendar;
pub mod grade;
pub mod pack;
pub mod path;
pub mod points;
pub mod procedure;
pub mod sheet;
pub mod words;

pub use ballot::{Ballot, Candidate, Mark, Row};
pub use calendar::Calendar;
pub use grade::{GateBasis, Terms, Verdict, grade, verdict_of};
pub use num_rational::Ratio;
pub use pack::{Defect, Library, Pack, PackId, Report};
pub use points::{Points, SetNumber, Star};
pub use sheet::{Case, Code, Criterion, CriterionId, Part, Sheet};
pub use words::Words;
