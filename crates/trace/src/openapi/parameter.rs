//! Parameters that many operations take.

use serde_json::{Map, Value, json};

use crate::page::{MAX_PER_PAGE, PER_PAGE, TOKEN_SECONDS};

/// The headers that negotiate an answer without identifiers in it.
pub(super) const VERSIONS: &[&str] =
    &["GS1-EPCIS-Min", "GS1-EPCIS-Max", "GS1-CBV-Min", "GS1-CBV-Max", "GS1-Extensions"];
/// Those that negotiate one with identifiers.
pub(super) const FORMS: &[&str] = &[
    "GS1-EPCIS-Min",
    "GS1-EPCIS-Max",
    "GS1-CBV-Min",
    "GS1-CBV-Max",
    "GS1-EPC-Format",
    "GS1-CBV-XML-Format",
    "GS1-Extensions",
];
/// Those of a list.
pub(super) const PAGE: &[&str] = &crate::page::PAGE;

/// A shared parameter, by its name.
pub(super) fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/components/parameters/{name}") })
}

/// A name in the address.
pub(super) fn in_path(name: &str, description: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "path", "required": true, "description": description, "schema": schema })
}

/// The shared parameters, those of queries apart.
pub(super) fn shared() -> Map<String, Value> {
    let mut shared = Map::new();
    let mut add = |place: &str, name: &str, description: String, schema: Value| {
        let told = json!({ "name": name, "in": place, "description": description, "schema": schema });
        shared.insert(name.to_owned(), told);
    };
    let per_page = format!("Entries of a page: {PER_PAGE} where nothing is said, at most {MAX_PER_PAGE}.");
    add("query", "perPage", per_page, json!({ "type": "integer", "minimum": 1 }));
    let token = format!(
        "Where the list goes on, as the `Link` header of the page before says it. Holds for {TOKEN_SECONDS} seconds, \
         for the same key and the same query."
    );
    add(
        "query",
        "nextPageToken",
        token,
        json!({ "type": "string", "pattern": r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$" }),
    );
    for (name, what) in [
        ("GS1-EPCIS-Min", "The oldest version of EPCIS that the caller reads."),
        ("GS1-EPCIS-Max", "The newest version of EPCIS that the caller reads."),
        ("GS1-CBV-Min", "The oldest version of the vocabularies that the caller reads."),
        ("GS1-CBV-Max", "The newest version of the vocabularies that the caller reads."),
        (
            "GS1-EPCIS-Version",
            "The version of EPCIS that the body is of; one that is not read is refused (406).",
        ),
        ("GS1-CBV-Version", "The version of the vocabularies that the body keeps to."),
    ] {
        let schema =
            json!({ "type": "string", "examples": [if name.ends_with("Min") { "1.2.0" } else { "2.0.0" }] });
        add("header", name, what.to_owned(), schema);
    }
    let form = "How identifiers of objects and places are written.";
    add("header", "GS1-EPC-Format", form.to_owned(), json!({ "$ref": "#/components/schemas/EpcFormat" }));
    let words = "How XML has the words of the core business vocabulary. JSON has them bare.";
    add(
        "header",
        "GS1-CBV-XML-Format",
        words.to_owned(),
        json!({ "$ref": "#/components/schemas/CbvXmlFormat" }),
    );
    let extensions = "Prefixes of namespaces of one's own: `prefix=namespace`, separated by commas. Parameters may be \
                      written with them, and the answer uses them.";
    let pair = json!({
        "type": "string",
        "pattern": "^,*([^=,]+=[^,]+(,+[^=,]+=[^,]+)*,*)?$",
        "examples": ["ex=https://example.org/ns/"]
    });
    add("header", "GS1-Extensions", extensions.to_owned(), pair);
    let behaviour = "What becomes of a document with a bad event: `rollback` refuses it whole, `proceed` keeps what \
                     holds.";
    let schema = json!({ "type": "string", "enum": ["rollback", "proceed"], "default": "rollback" });
    add("header", "GS1-Capture-Error-Behaviour", behaviour.to_owned(), schema);
    let visibility = "Who else may see the events: nobody, whoever traces the same goods (a trace leads on through \
                      them), or everybody who asks. Partners, documents and fields of one's own stay with the party.";
    let schema = json!({ "type": "string", "enum": ["private", "chain", "public"], "default": "chain" });
    add("header", "Sen-Visibility", visibility.to_owned(), schema);
    shared
}
