//! One file.
