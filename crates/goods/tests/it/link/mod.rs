//! The resolver, rule by rule of the GS1-Conformant Resolver Standard 1.2.0.

mod bed;
mod choosing;
mod describing;
mod handover;
mod linkset;
mod pages;
mod parsing;
mod redirects;
mod stored;
mod words;
