//! What every handler has at hand.

use std::ops::Deref;
use std::sync::Arc;

use ground::{Actor, Ground};

use crate::Words;
use crate::assets::Assets;

/// An entry of the main navigation; shown to those for whom it is of use.
#[derive(Clone, Copy)]
pub struct NavEntry {
    /// The address.
    pub href: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// Whether this actor sees it.
    pub shown: fn(&Actor) -> bool,
    /// On the public pages too.
    pub public: bool,
}

/// The state of the router: cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// What [`App`] gives.
pub struct Inner {
    /// Everything from below.
    pub ground: Ground,
    /// All texts.
    pub words: Words,
    /// Style sheets, scripts, drawings.
    pub assets: Assets,
    /// The main navigation, in order.
    pub nav: &'static [NavEntry],
}

impl App {
    /// The state of a program.
    pub fn new(ground: Ground, words: Words, nav: &'static [NavEntry]) -> Self {
        Self(Arc::new(Inner { ground, words, assets: Assets::embedded(), nav }))
    }
}

impl Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}
