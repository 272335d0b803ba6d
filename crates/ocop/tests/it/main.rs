//! The engine against the packs of the program and against slow references.

mod calendar;
mod cases;
mod grading;
mod loading;
mod marks;
mod paths;
mod steps;
mod world;
