//! How every room shows itself: frame, components, forms, tables, words, problem+json
