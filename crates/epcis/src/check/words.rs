//! The sentences of findings, out of the word files.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Finding, Lang, Rule};
use crate::query::sentence;

/// The word files: Vietnamese, English.
pub const WORDS: (&str, &str) = (include_str!("../../words/vi.ftl"), include_str!("../../words/en.ftl"));

static VI: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| entries(WORDS.0));
static EN: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| entries(WORDS.1));

// Each text stands on one line and has plain places alone: no plural, no reference.
fn entries(file: &'static str) -> HashMap<&'static str, &'static str> {
    file.lines().filter_map(|line| line.split_once(" = ")).collect()
}

pub(super) fn text(finding: &Finding, lang: Lang) -> String {
    let entries = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    let key = ["epcis-", finding.rule.code()].concat();
    let text = entries.get(&*key).copied().unwrap_or(finding.rule.code());
    let wanted = match finding.wanted.split_once(' ') {
        Some((code, parameter)) if finding.rule == Rule::BadQuery => {
            sentence(code, parameter, &finding.found, lang)
        }
        _ => finding.wanted.clone(),
    };
    text.replace("{ $wanted }", &wanted).replace("{ $found }", &finding.found)
}
