//! OCOP score sheets, star gates, grading, procedures and clocks: decrees as data.

/// The decrees, loaded and proved.
#[derive(Debug)]
pub struct Library;
