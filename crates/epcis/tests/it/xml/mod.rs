//! The XML bindings.

mod hash;
mod invalid;
mod own;
mod pairs;
mod places;
mod read;
mod refused;
mod round;
mod syntax;
mod valid;
