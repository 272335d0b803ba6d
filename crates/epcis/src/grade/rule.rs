//! What keeps an event from a grade, each with a stable code.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::CbvGrade;
use crate::check::Lang;
use crate::coded::coded;

/// The word files: Vietnamese, English.
pub const WORDS: (&str, &str) =
    (include_str!("../../words/grade-vi.ftl"), include_str!("../../words/grade-en.ftl"));

static VI: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| entries(WORDS.0));
static EN: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| entries(WORDS.1));

fn entries(file: &'static str) -> HashMap<&'static str, &'static str> {
    file.lines().filter_map(|line| line.split_once(" = ")).collect()
}

coded! {
    /// A rule of CBV that an event does not keep.
    GradeRule,
    /// The highest grade that an event reaches without it.
    at_most: CbvGrade,
    /// No business step (5.1).
    NoBizStep = "no-biz-step" Compatible,
    /// A word of one's own where CBV has a vocabulary (5.1, section 7).
    OwnWord = "own-word" Compatible,
    /// An identifier of one's own, of no form that CBV names for the field (section 8).
    OwnIdentifier = "own-identifier" Compatible,
    /// A GS1 identifier of something else than the field is for: a lot as a single object, a party as a place.
    OtherIdentifier = "other-identifier" Compatible,
    /// A Digital Link with more than the identifier, or written with names (8.1).
    LooseLink = "loose-link" Compatible,
    /// An event's identifier that is neither a UUID nor an event hash (8.9).
    OwnEventId = "own-event-id" Compatible,
    /// An event that did not occur has no corrective events (7.5).
    NothingToCorrect = "nothing-to-correct" Compatible,
    /// A word in a namespace of GS1 that the standard does not have (section 6).
    GsWord = "gs1-word" Neither,
    /// An identifier in a namespace of GS1 that does not hold (sections 6 and 8).
    GsIdentifier = "gs1-identifier" Neither,
    /// A URI that nobody may make: no host, no registered form of a URN (EPCIS 2.0, 6.4).
    NobodysUri = "nobodys-uri" Neither,
}

pub(super) fn sentence(rule: GradeRule, found: &str, lang: Lang) -> String {
    let entries = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    let key = ["grade-", rule.code()].concat();
    entries.get(&*key).copied().unwrap_or(rule.code()).replace("{ $found }", found)
}
