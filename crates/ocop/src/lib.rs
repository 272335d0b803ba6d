//! OCOP score sheets, star gates, grading, procedures and clocks: decrees as data
