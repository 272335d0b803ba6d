//! Answers: on to a link, the linkset, a choice, a refusal; open to every origin.

use askama::Template;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ground::Refusal;
use serde::Serialize;
use serde_json::json;
use web::{Frame, Here, Stop};

use super::asked::NoLink;
use super::face::Face;
use super::{CONTEXT, Level, Link, Linkset};

const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");
/// For how long a browser may remember what is open to it, in seconds.
const REMEMBERED: HeaderValue = HeaderValue::from_static("86400");

/// Why there is no link.
#[derive(Debug)]
pub(super) enum Refused {
    /// The path is no Digital Link.
    NoLink(NoLink),
    /// Nothing is known of the entity.
    Nothing,
    /// It has no link of that type.
    NoKind(String),
    /// The records.
    Ground(Refusal),
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Ground(refusal)
    }
}

/// A page that says why there is no link.
#[derive(Template)]
#[template(path = "link/none.html")]
struct NonePage {
    frame: Frame,
    title: String,
    sentence: String,
}

/// The list of links as a page.
#[derive(Template)]
#[template(path = "link/list.html")]
struct ListPage {
    frame: Frame,
    title: String,
    sentence: String,
    levels: Vec<Shown>,
    linked_data: String,
}

#[derive(Serialize)]
struct Shown {
    description: String,
    anchor: String,
    links: Vec<ShownLink>,
}

#[derive(Serialize)]
struct ShownLink {
    href: String,
    title: String,
    kind: String,
    languages: String,
}

/// Adds to an answer that any page of any site may read it (section 2.2).
pub(super) async fn opened(mut response: Response) -> Response {
    let open = [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("Link, Location")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    ];
    response.headers_mut().extend(open);
    response
}

/// `OPTIONS`.
pub(super) async fn options() -> Response {
    let head = [
        (header::ALLOW, METHODS),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            HeaderValue::from_static("Accept, Accept-Language, Content-Type"),
        ),
        (header::ACCESS_CONTROL_MAX_AGE, REMEMBERED),
    ];
    (StatusCode::NO_CONTENT, head).into_response()
}

/// On to an address, with the query of the request (section 2.12); `links` goes into the header `Link`.
pub(super) fn redirect(href: &str, query: Option<&str>, links: &str) -> Response {
    let mut location = href.to_owned();
    if let Some(query) = query.filter(|query| !query.is_empty()) {
        let at = location.find('#').unwrap_or(location.len());
        let joined = if location[..at].contains('?') { "&" } else { "?" };
        location.insert_str(at, &format!("{joined}{query}"));
    }
    let Ok(location) = HeaderValue::try_from(location) else {
        return Stop(Refusal::unexpected("a link that is no header")).into_response();
    };
    let mut response = (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, location)]).into_response();
    let headers = response.headers_mut();
    if let Ok(links) = HeaderValue::try_from(links) {
        headers.insert(header::LINK, links);
    }
    varied(headers);
    response
}

/// Where the linkset of an anchor is, for the header `Link`.
pub(super) fn to_linkset(anchor: &str) -> String {
    format!(
        "<{anchor}?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"; title=\"Linkset\""
    )
}

// One header each, as those who test for one of them look.
fn varied(headers: &mut HeaderMap) {
    for name in ["Accept", "Accept-Language"] {
        headers.append(header::VARY, HeaderValue::from_static(name));
    }
}

/// The linkset (section 2.10), or a choice among some links of it (section 2.6.3).
pub(super) fn linkset(
    here: &Here,
    set: &Linkset,
    face: Face,
    status: StatusCode,
) -> Result<Response, Refused> {
    let body = match face {
        Face::Html => page(here, set, status)?,
        Face::JsonLd => set.to_json_ld().to_string(),
        Face::Json | Face::Linkset => set.to_json().to_string(),
    };
    let head = [(header::CONTENT_TYPE, face.media_type()), (header::CACHE_CONTROL, "no-cache")];
    let mut response = (status, head, body).into_response();
    let headers = response.headers_mut();
    if face.is_for_machines() {
        let context = format!(
            "<{CONTEXT}>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\""
        );
        headers.extend(HeaderValue::try_from(context).ok().map(|context| (header::LINK, context)));
    }
    varied(headers);
    Ok(response)
}

fn page(here: &Here, set: &Linkset, status: StatusCode) -> Result<String, Refused> {
    let several = status == StatusCode::MULTIPLE_CHOICES;
    let key = |part: &str| if several { format!("link-choice-{part}") } else { format!("link-list-{part}") };
    let page = ListPage {
        frame: here.frame(),
        title: here.t(&key("title")),
        sentence: here.t(&key("sentence")),
        levels: set.0.iter().map(|level| shown(here, level)).collect(),
        // Within a script no text may look like the end of it.
        linked_data: set.to_json_ld().to_string().replace('<', "\\u003c"),
    };
    page.render().map_err(|error| Refused::Ground(Refusal::unexpected(error)))
}

fn shown(here: &Here, level: &Level) -> Shown {
    let link = |link: &Link| ShownLink {
        href: link.href.clone(),
        title: link.title.clone(),
        kind: here.t(&format!("link-type-{}", link.kind)),
        languages: link.hreflang.join(", "),
    };
    Shown {
        description: level.description.clone(),
        anchor: level.anchor.clone(),
        links: level.links.iter().map(link).collect(),
    }
}

/// A refusal, as a page or as a problem (RFC 9457).
pub(super) fn refused(here: &Here, refused: Refused, face: Option<Face>) -> Response {
    let (status, code, sentence, offset) = match refused {
        Refused::Ground(refusal) => return Stop(refusal).into_response(),
        Refused::NoLink(no_link) => {
            let (key, values) = no_link.words();
            let sentence = here.app.words.text(here.lang, key, &values);
            (StatusCode::BAD_REQUEST, no_link.code(), sentence, Some(no_link.offset()))
        }
        Refused::Nothing => (StatusCode::NOT_FOUND, "link-nothing", here.t("link-nothing"), None),
        Refused::NoKind(kind) => {
            let sentence = here.app.words.text(here.lang, "link-no-kind", &[("kind", kind)]);
            (StatusCode::NOT_FOUND, "link-no-kind", sentence, None)
        }
    };
    let title = here.t(&format!("link-refused-{}", status.as_u16()));
    let (kind, body) = if face == Some(Face::Html) {
        let page = NonePage { frame: here.frame(), title, sentence };
        match page.render() {
            Ok(body) => (Face::Html.media_type(), body),
            Err(error) => return Stop(Refusal::unexpected(error)).into_response(),
        }
    } else {
        let mut problem = json!({
            "type": format!("/problems/{code}"),
            "title": title,
            "status": status.as_u16(),
            "detail": sentence,
        });
        if let Some(offset) = offset {
            problem["offset"] = offset.into();
        }
        ("application/problem+json", problem.to_string())
    };
    let head = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")];
    let mut response = (status, head, body).into_response();
    varied(response.headers_mut());
    response
}
