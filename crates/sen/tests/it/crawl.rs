//! Following links: a page offers only what its reader may open.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::serve::Serving;

/// Pages opened for one reader.
const PAGES: usize = 150;
/// Pages opened of one form, such as `/dossiers/*/procedure`.
const OF_ONE_FORM: usize = 4;
/// Where links are looked for.
const MARKS: [&str; 2] = [" href=\"", " src=\""];

/// Opens everything that links lead to from some pages on; `cookie` is the reader's head line.
/// Returns what was refused, with the page that offered it, and how many pages were opened.
pub(crate) fn refused(serving: &Serving, cookie: &str, from: &[&str]) -> (Vec<String>, usize) {
    let mut wait: VecDeque<(String, String)> =
        from.iter().map(|path| ((*path).to_owned(), "the start".to_owned())).collect();
    let mut known: BTreeSet<String> = from.iter().map(|path| (*path).to_owned()).collect();
    let (mut forms, mut refused, mut opened) = (BTreeMap::<String, usize>::new(), Vec::new(), 0);
    while let Some((path, offered_by)) = wait.pop_front() {
        let seen = forms.entry(form(&path)).or_default();
        if *seen == OF_ONE_FORM || opened == PAGES {
            continue;
        }
        (*seen, opened) = (*seen + 1, opened + 1);
        let answer = serving.ask("GET", &path, &format!("Accept: text/html\r\n{cookie}"), "");
        let status = answer.split(' ').nth(1).and_then(|status| status.parse::<u16>().ok());
        if status.is_none_or(|status| status >= 400) {
            let line = answer.lines().next().unwrap_or_default();
            refused.push(format!("{path} on {offered_by}: {line}"));
            continue;
        }
        for link in links(&answer) {
            if known.insert(link.clone()) {
                wait.push_back((link, path.clone()));
            }
        }
    }
    (refused, opened)
}

// The addresses of this house that a page or a redirect names.
fn links(answer: &str) -> Vec<String> {
    let moved = answer.lines().take_while(|line| !line.is_empty());
    let moved = moved.filter_map(|line| line.strip_prefix("location: "));
    let offered = MARKS.iter().flat_map(|mark| answer.split(mark).skip(1));
    let offered = offered.filter_map(|rest| rest.split('"').next());
    let here = moved.chain(offered).filter(|link| link.starts_with('/') && !link.starts_with("//"));
    let plain = here
        .map(|link| link.split('#').next().unwrap_or_default().replace("&amp;", "&").replace("&#38;", "&"));
    plain.filter(|link| !link.starts_with("/assets/")).collect()
}

// An address with its keys left out: pages of one form are made by the same code.
fn form(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let is_key = |part: &str| part.len() >= 8 && part.chars().any(|c| c.is_ascii_digit());
    let parts = path.split('/').map(|part| if is_key(part) { "*" } else { part });
    let names = query.split('&').filter_map(|pair| pair.split('=').next());
    format!("{}?{}", parts.collect::<Vec<_>>().join("/"), names.collect::<Vec<_>>().join("&"))
}
