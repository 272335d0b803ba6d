//! What the form asks: a few fields, and parameters as an address of `/epcis/events` has them.

use epcis::check::Lang as FaultLang;
use epcis::model::Uri;
use epcis::query::{Given, Prefixes, Query, QueryFault};
use ground::{Day, FieldProblem, Lang, Refusal, Result};
use gs1::epc::to_hashed_link;
use web::FormData;

/// Most characters of a field.
const MOST: usize = 500;
/// Most characters of the parameters; an address has no more.
const MOST_RAW: usize = 16 * 1024;
/// The order where none is asked for: what happened last comes first.
const NEWEST_FIRST: &str = "orderBy=eventTime&orderDirection=DESC";

/// Reads the form.
///
/// # Errors
/// Every field that does not hold; of the parameters, each by its name.
pub(super) fn read(data: &FormData, lang: Lang) -> Result<Query> {
    let mut reading = data.read();
    let mut given = Vec::new();
    let mut ask = |name: &str, value: String| {
        given.push(Given { name: name.to_owned(), values: vec![value] });
    };
    if let Some(Some(text)) = reading.optional("item", MOST) {
        match item(&text) {
            Some((parameter, uri)) => ask(parameter, uri),
            None => reading.problem(FieldProblem::new("item", "trace-item")),
        }
    }
    for (field, parameter) in [("step", "EQ_bizStep"), ("place", "EQ_bizLocation")] {
        if let Some(Some(uri)) = reading.optional(field, MOST) {
            ask(parameter, uri);
        }
    }
    if let Some(Some(day)) = reading.optional_day("from") {
        ask("GE_eventTime", start(day));
    }
    if let Some(Some(day)) = reading.optional_day("to") {
        ask("LT_eventTime", start(day.plus_days(1)));
    }
    let own = Query::read(&given, &Prefixes::default());
    let own = own.map_err(|faults| faults.iter().for_each(|fault| reading.problem(problem(fault, lang))));
    let raw = reading.optional("raw", MOST_RAW).flatten().unwrap_or_default();
    let raw = Query::from_url(&parameters(&raw), &Prefixes::default());
    let raw = raw.map_err(|faults| {
        faults.iter().for_each(|fault| reading.problem(in_field("raw", fault, lang)));
    });
    reading.done(|| {
        let (own, raw) = (own.ok()?, raw.ok()?);
        Some(own.conditions().iter().cloned().fold(raw, Query::with))
    })
}

/// A query that was read and cannot be answered.
pub(in crate::desk) fn unanswered(sentences: Vec<String>) -> Refusal {
    let problem = |text: String| FieldProblem::new("raw", "trace-query").with("text", text);
    Refusal::invalid(sentences.into_iter().map(problem).collect())
}

fn start(day: Day) -> String {
    day.start().rfc3339()
}

// The parameter that finds events of an item: of single ones and of whatever is no class, or of a product and its
// lots. A product is found with all its lots.
fn item(text: &str) -> Option<(&'static str, String)> {
    let link = if text.contains(':') {
        let uri = Uri::read(text).ok()?;
        // Check digits of identifiers that were captured are as they came.
        let Some(link) = to_hashed_link(uri.as_str()) else {
            return Some(("MATCH_anyEPC", uri.as_str().to_owned()));
        };
        link
    } else {
        to_hashed_link(&gs1::check(text).ok()?.digital_link?)?
    };
    Some(match (link.contains("/01/"), link.contains("/21/"), link.contains("/10/")) {
        (true, false, true) => ("MATCH_anyEPCClass", link),
        (true, false, false) => ("MATCH_anyEPCClass", format!("{link}/*")),
        _ => ("MATCH_anyEPC", link),
    })
}

// Lines are parameters too, and of a whole address what stands behind its question mark.
fn parameters(text: &str) -> String {
    let text = if text.starts_with("http") || text.starts_with('/') {
        text.split_once('?').map_or("", |(_, query)| query)
    } else {
        text.trim_start_matches('?')
    };
    let pairs: Vec<&str> = text.split(['&', '\n']).map(str::trim).filter(|pair| !pair.is_empty()).collect();
    let is_ordered =
        pairs.iter().any(|pair| pair.starts_with("orderBy") || pair.starts_with("orderDirection"));
    let mut text = pairs.join("&");
    if !is_ordered {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(NEWEST_FIRST);
    }
    text
}

fn problem(fault: &QueryFault, lang: Lang) -> FieldProblem {
    let field = match fault.parameter.as_str() {
        "EQ_bizStep" => "step",
        "EQ_bizLocation" => "place",
        "GE_eventTime" => "from",
        "LT_eventTime" => "to",
        _ => "item",
    };
    in_field(field, fault, lang)
}

fn in_field(field: &'static str, fault: &QueryFault, lang: Lang) -> FieldProblem {
    let lang = match lang {
        Lang::Vi => FaultLang::Vi,
        Lang::En => FaultLang::En,
    };
    FieldProblem::new(field, "trace-query").with("text", fault.text(lang))
}

#[cfg(test)]
mod tests {
    use super::{item, parameters};

    #[test]
    fn an_item_is_asked_for_by_the_parameter_that_finds_it() {
        let of = |text| item(text).map(|(parameter, uri)| format!("{parameter}={uri}"));
        let lot = "MATCH_anyEPCClass=https://id.gs1.org/01/08930000000019/10/L1";
        assert_eq!(of("(01)08930000000019(10)L1").as_deref(), Some(lot));
        assert_eq!(of("https://sen.example/01/08930000000019/10/L1?17=270101").as_deref(), Some(lot));
        let product = "MATCH_anyEPCClass=https://id.gs1.org/01/08930000000019/*";
        assert_eq!(of("8930000000019").as_deref(), Some(product));
        let one = "MATCH_anyEPC=https://id.gs1.org/01/10614141073464/21/2018";
        assert_eq!(of("urn:epc:id:sgtin:0614141.107346.2018").as_deref(), Some(one));
        assert_eq!(
            of("https://example.org/thing/7").as_deref(),
            Some("MATCH_anyEPC=https://example.org/thing/7")
        );
        assert_eq!((of("khô cá"), of("8930000000014")), (None, None));
    }

    #[test]
    fn parameters_come_as_lines_or_as_a_whole_address_and_keep_their_own_order() {
        let newest = "orderBy=eventTime&orderDirection=DESC";
        assert_eq!(parameters(""), newest);
        assert_eq!(
            parameters("EQ_action=ADD\n eventType=ObjectEvent \n"),
            format!("EQ_action=ADD&eventType=ObjectEvent&{newest}")
        );
        assert_eq!(parameters("https://sen.example/epcis/events?orderBy=recordTime"), "orderBy=recordTime");
    }
}
