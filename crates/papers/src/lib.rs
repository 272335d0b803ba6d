//! Official papers and labels as PDF, typeset from templates that an office may adapt
