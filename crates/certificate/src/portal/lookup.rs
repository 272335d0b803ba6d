//! `GET /lookup`: the code under the QR, typed by hand; a typing slip is found and helped.

use askama::Template;
use axum::extract::RawQuery;
use serde::Serialize;
use web::table::Link;
use web::{Answer, Field, FormData, Frame, Here, see_other};

use crate::code::{Code, NoCode};
use crate::verdict::recognised;

#[derive(Template, Serialize)]
#[template(path = "portal/lookup.html")]
struct LookupPage {
    #[serde(skip)]
    frame: Frame,
    code: Field,
    guesses: Vec<Link>,
}

pub(super) async fn show(here: Here, RawQuery(query): RawQuery) -> Answer {
    let data = FormData::of(form_urlencoded::parse(query.unwrap_or_default().as_bytes()));
    let typed = last_part(data.get("code"));
    let mut code = Field::new(&here, "code", "lookup-code", &data, None).width("20");
    if typed.is_empty() {
        return here.show(&LookupPage { frame: here.frame(), code, guesses: Vec::new() });
    }
    let found = match Code::parse(typed) {
        Ok(found) => {
            if !recognised::among(&here.reader(), std::slice::from_ref(&found)).await?.is_empty() {
                return Ok(see_other(&format!("/c/{found}")));
            }
            None
        }
        Err(why) => Some(why),
    };
    let slips = Code::slips(typed);
    let guesses =
        if slips.is_empty() { Vec::new() } else { recognised::among(&here.reader(), &slips).await? };
    code.error = Some(sentence(&here, found));
    let guesses = guesses.into_iter().map(|(code, product)| Link {
        href: format!("/c/{code}"),
        label: format!("{} · {product}", code.printed()),
    });
    here.show(&LookupPage { frame: here.frame(), code, guesses: guesses.collect() })
}

// Whoever pastes the whole address means its code.
fn last_part(typed: &str) -> &str {
    let typed = typed.trim();
    let path = typed.split(['?', '#']).next().unwrap_or(typed).trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
}

fn sentence(here: &Here, why: Option<NoCode>) -> String {
    let text = |key: &str, values: &[(&str, String)]| here.app.words.text(here.lang, key, values);
    match why {
        Some(NoCode::Length(length)) => text("lookup-length", &[("length", length.to_string())]),
        Some(NoCode::Character(character)) => {
            text("lookup-character", &[("character", character.to_string())])
        }
        Some(NoCode::Check) => text("lookup-check", &[]),
        None => text("lookup-none", &[]),
    }
}
