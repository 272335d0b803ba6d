//! What there is: the top of the addresses, `OPTIONS` of each, and tokens of pages.

use serde_json::{Value, json};

use super::answer;
use super::operation::Operation;
use super::parameter::{self, VERSIONS};
use super::subscription;
use crate::problem::Kind;

/// The group.
const TAG: &str = "discovery";
/// Whoever may capture or ask may discover.
const SCOPES: &[&str] = &["trace:query", "trace:capture", "trace:all"];

/// `/epcis` and `/epcis/nextPageToken/{token}`.
pub(super) fn operations() -> Vec<Operation> {
    vec![
        Operation::get("/epcis", "listResources", "The top-level resources")
            .of(TAG, &["trace:query", "trace:all"])
            .tells("The same at `/epcis/`.")
            .negotiates(VERSIONS)
            .answers(200, answer::or_xml(answer::linked("Their names.", answer::VERSIONS, "Collection"))),
        Operation::delete("/epcis/nextPageToken/{token}", "forgetPageToken", "Give up a page token")
            .of(TAG, &["trace:query", "trace:all"])
            .tells("A token that does not hold, or is somebody else's, is given up without a word.")
            .with(token())
            .refuses(&[Kind::Validation])
            .answers(204, answer::empty("It holds no more.", answer::VERSIONS)),
    ]
}

/// The parameters of an address that `OPTIONS` takes too.
fn token() -> Value {
    parameter::in_path("token", "The token.", json!({ "type": "string", "minLength": 1 }))
}

/// `OPTIONS` of an address with these methods and names in its path.
pub(super) fn options(path: &str, methods: &[&str], in_path: &[Value]) -> Operation {
    let mut names: Vec<String> = methods.iter().map(|method| method.to_uppercase()).collect();
    names.push("OPTIONS".to_owned());
    let mut heads = vec![
        "GS1-EPCIS-Version",
        "GS1-EPCIS-Min",
        "GS1-EPCIS-Max",
        "GS1-CBV-Version",
        "GS1-CBV-Min",
        "GS1-CBV-Max",
        "GS1-EPC-Format",
        "GS1-CBV-XML-Format",
        "GS1-Extensions",
        "GS1-Vendor-Version",
    ];
    if path == subscription::ONE {
        heads.push("GS1-Query-Min-Record-Time");
    }
    if path == "/epcis/capture" || path == "/epcis/events" {
        let limits =
            ["GS1-EPCIS-Capture-Limit", "GS1-EPCIS-Capture-File-Size-Limit", "GS1-Capture-Error-Behaviour"];
        heads.extend(limits);
    }
    let mut told = answer::empty("In the headers.", &heads);
    told["headers"]["Allow"] = json!({ "description": "The methods of the address.", "required": true,
        "schema": { "const": names.join(", ") } });
    let id: String = path.split(['/', '{', '}']).filter(|part| !part.is_empty()).map(capitalised).collect();
    let options =
        Operation::options(path, &format!("discover{id}"), "Methods, versions and forms of the address")
            .of(TAG, SCOPES)
            .takes(&["GS1-Extensions"])
            .refuses(&[Kind::Validation])
            .answers(204, told);
    in_path.iter().cloned().fold(options, Operation::with)
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
