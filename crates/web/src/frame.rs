//! What stands around every page.

use std::fmt::Display;
use std::sync::Arc;

use ground::Lang;

use crate::App;
use crate::assets::Assets;
use crate::field::{Labels, Wrong};

/// The one who is signed in, as the frame shows it.
#[derive(Clone, Debug)]
pub struct Me {
    /// Name.
    pub name: String,
    /// The main role in words.
    pub role: String,
    /// First letter of the given name.
    pub initial: String,
    /// Where the role is held.
    pub place: String,
}

/// The band "you act for …".
#[derive(Clone, Debug)]
pub struct Behalf {
    /// For whom.
    pub producer: String,
    /// The day of the consent.
    pub consent_date: String,
    /// The consent's page.
    pub consent_href: String,
}

/// One entry of the navigation.
#[derive(Clone, Debug)]
pub struct NavItem {
    /// The address.
    pub href: &'static str,
    /// The label.
    pub label: String,
    /// What waits there.
    pub count: Option<u32>,
    /// Where the reader is.
    pub current: bool,
}

/// What stands around every page, and its words.
#[derive(Clone)]
pub struct Frame {
    pub(crate) app: App,
    pub(crate) speaks: Lang,
    pub(crate) labels: Labels,
    /// The language of the page.
    pub lang: &'static str,
    /// The other language.
    pub other_lang: &'static str,
    /// The address of the page.
    pub path: String,
    /// The same page in the other language.
    pub other_href: String,
    /// Who is signed in.
    pub me: Option<Arc<Me>>,
    /// The navigation.
    pub nav: Vec<NavItem>,
    /// The name under the brand.
    pub place: String,
    /// The portal's name.
    pub site: String,
    /// The band "you act for …".
    pub behalf: Option<Behalf>,
    /// The token every form sends back.
    pub csrf: String,
    /// The hotline as people write it.
    pub hotline: String,
    /// The hotline as a phone dials it.
    pub hotline_tel: String,
    /// Whether the office is open now.
    pub is_open: bool,
    /// "Open until 17:00".
    pub open_now: String,
    /// What the last action did.
    pub flash: Option<String>,
    /// When the session ends, RFC 3339.
    pub session_ends: Option<String>,
}

impl Frame {
    /// A text.
    pub fn t(&self, key: &str) -> String {
        self.app.words.text(self.speaks, key, &[])
    }

    /// A text with one value.
    pub fn t1(&self, key: &str, name: &str, value: impl Display) -> String {
        self.app.words.text(self.speaks, key, &[(name, value.to_string())])
    }

    /// A text with two values.
    pub fn t2<'a>(&self, key: &str, first: impl Named<'a>, second: impl Named<'a>) -> String {
        self.app.words.text(self.speaks, key, &[first.named(), second.named()])
    }

    /// A text with any values.
    pub fn tn(&self, key: &str, values: &[(&str, String)]) -> String {
        self.app.words.text(self.speaks, key, values)
    }

    /// An error as the summary tells it: with the name of its field, where the page has one.
    pub fn wrong(&self, error: &Wrong) -> String {
        match self.labels.of(&error.id) {
            Some(label) => self.tn("form-error-of", &[("label", label), ("message", error.message.clone())]),
            None => error.message.clone(),
        }
    }

    /// The language, for texts that come in both.
    pub fn language(&self) -> Lang {
        self.speaks
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> String {
        self.assets().address(name)
    }

    /// The address of a font.
    pub fn font(&self, name: &str) -> String {
        self.assets().address(&format!("fonts/{name}.woff2"))
    }

    /// The address of a drawing.
    pub fn art(&self, name: impl Display) -> String {
        self.assets().address(&format!("art/{name}.svg"))
    }

    /// The address of a glyph in its sprite.
    pub fn icon_href(&self, name: impl Display) -> String {
        let name = name.to_string();
        let sprite = if name.starts_with("star") { "art/marks.svg" } else { "icons.svg" };
        format!("{}#{name}", self.assets().address(sprite))
    }

    fn assets(&self) -> &Assets {
        &self.app.assets
    }
}

/// A value with its name in a text. Templates hand tuples over by value or by reference, as their parts are.
pub trait Named<'a> {
    /// The name and the printed value.
    fn named(self) -> (&'a str, String);
}

impl<'a, T: Display> Named<'a> for (&'a str, T) {
    fn named(self) -> (&'a str, String) {
        (self.0, self.1.to_string())
    }
}

impl<'a, T: Display> Named<'a> for &(&'a str, T) {
    fn named(self) -> (&'a str, String) {
        (self.0, self.1.to_string())
    }
}
