//! View structs of the component macros in `templates/components`.

use ground::Instant;
use ground::journal::HistoryLine;
use serde::Serialize;

use crate::Here;
use crate::table::Link;

/// A status: icon, word and colour together.
#[derive(Clone, Debug, Serialize)]
pub struct Tag {
    /// `late`, `soon`, `wait`, `ok`, `brand` or `line`.
    pub kind: &'static str,
    /// The glyph.
    pub icon: &'static str,
    /// The words.
    pub text: String,
}

impl Tag {
    /// A status.
    pub fn new(kind: &'static str, icon: &'static str, text: impl Into<String>) -> Self {
        Self { kind, icon, text: text.into() }
    }
}

/// A step of a form.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// The label.
    pub label: String,
    /// A second line.
    pub note: Option<String>,
    /// `done`, `now` or empty.
    pub state: &'static str,
}

/// Something that happened, or a gap.
#[derive(Clone, Debug, Serialize)]
pub struct Moment {
    /// The glyph.
    pub icon: &'static str,
    /// What.
    pub title: String,
    /// When, as people read it.
    pub when: String,
    /// More.
    pub detail: Option<String>,
    /// Nothing was recorded here.
    pub gap: bool,
}

/// Evidence beside a claim.
#[derive(Clone, Debug, Serialize)]
pub struct Evidence {
    /// Where it is read.
    pub href: Option<String>,
    /// What it is.
    pub title: String,
    /// Pages, validity.
    pub detail: String,
    /// Not there yet.
    pub missing: bool,
}

/// A paper with its state.
#[derive(Clone, Debug, Serialize)]
pub struct Paper {
    /// Where it is read or made.
    pub href: String,
    /// What it is.
    pub title: String,
    /// More.
    pub detail: String,
    /// Its state.
    pub tag: Tag,
}

/// An option of a criterion.
#[derive(Clone, Debug, Serialize)]
pub struct CriterionOption {
    /// What is sent: points, with the case in front where there are two.
    pub value: String,
    /// Its points.
    pub points: u8,
    /// In plain words.
    pub text: String,
    /// The star whose least it is.
    pub gate: Option<u8>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The digit that picks it in the council room.
    pub key: Option<u8>,
}

/// "If you applied today".
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    /// Stars; 0 where there is none.
    pub stars: u8,
    /// Points as written.
    pub points: String,
    /// Points there are.
    pub points_of: u16,
    /// Place on the ruler, 0–100.
    pub percent: u16,
    /// The bands of the ruler.
    pub bands: Vec<Band>,
    /// The ruler in words.
    pub ruler_words: String,
    /// Parts A, B, C.
    pub parts: Vec<Part>,
    /// The gates of 3, 4 and 5 stars.
    pub gates: Vec<Gate>,
    /// The shortest way to the next star.
    pub path: Option<Path>,
}

/// A band of points.
#[derive(Clone, Debug, Serialize)]
pub struct Band {
    /// From, inclusive.
    pub from: u16,
    /// To.
    pub to: u16,
    /// Its star.
    pub stars: u8,
    /// Whether the points lie in it.
    pub current: bool,
}

/// A part of the sheet.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// Its name.
    pub label: String,
    /// Points as written.
    pub points: String,
    /// Points there are.
    pub points_of: u16,
    /// Share, 0–100.
    pub percent: u16,
}

/// The gates of one star.
#[derive(Clone, Debug, Serialize)]
pub struct Gate {
    /// The star.
    pub stars: u8,
    /// Gates met.
    pub met: usize,
    /// Gates there are.
    pub of: usize,
    /// The criteria that are missing.
    pub missing: Vec<Link>,
}

/// The shortest way to a star.
#[derive(Clone, Debug, Serialize)]
pub struct Path {
    /// The star.
    pub stars: u8,
    /// What to raise.
    pub steps: Vec<PathStep>,
    /// The sum in words.
    pub sum_words: String,
    /// The points after it.
    pub sum: String,
}

/// One criterion to raise.
#[derive(Clone, Debug, Serialize)]
pub struct PathStep {
    /// Where it is on the page.
    pub href: String,
    /// The criterion.
    pub label: String,
    /// Why it must be, and what paper it takes.
    pub note: Option<String>,
    /// Points gained, with the plus sign.
    pub gain: String,
}

/// A record's history in words: `journal-<intent>` with who, and what the change said.
pub fn history(here: &Here, lines: &[HistoryLine]) -> Vec<Moment> {
    let told = lines.iter().map(|line| {
        let mut values: Vec<(&str, String)> =
            line.words.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        values.push(("who", line.actor.clone()));
        let title = here.app.words.text(here.lang, &format!("journal-{}", line.intent), &values);
        let behalf = line.consent.map(|_| here.t("history-on-behalf"));
        let icon = if behalf.is_some() { "hand-helping" } else { "circle-dot" };
        Moment { icon, title, when: moment(line.at), detail: behalf, gap: false }
    });
    told.collect()
}

/// An instant as people in Vietnam write it: 14/10/2026 9:42.
pub fn moment(at: Instant) -> String {
    let local = at.in_vietnam();
    format!("{} {}:{:02}", at.day().people(), local.hour(), local.minute())
}

/// The hour, minute and second of a saved mark: 9:42:18.
pub fn clock_time(at: Instant) -> String {
    let local = at.in_vietnam();
    format!("{}:{:02}:{:02}", local.hour(), local.minute(), local.second())
}
