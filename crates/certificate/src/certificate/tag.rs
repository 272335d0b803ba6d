//! A state as a tag: icon, word and colour together.

use ground::Lang;
use web::Here;
use web::parts::Tag;

use crate::state::State;

/// The tag of a state.
pub(crate) fn tag_of(here: &Here, state: State) -> Tag {
    let (kind, icon) = match state {
        State::Valid => ("ok", "check"),
        State::Expiring => ("soon", "clock-alert"),
        State::InReEvaluation => ("wait", "hourglass"),
        State::Expired | State::Revoked | State::Suspended => ("late", "ban"),
        State::Superseded => ("line", "history"),
    };
    Tag::new(kind, icon, here.t(&format!("state-{state}")))
}

/// A place then and now in one line: "xã Tân Quy Tây, … (nay phường Sa Đéc, …)".
pub(crate) fn place_line(here: &Here, place: &crate::near::PlaceFacts) -> String {
    let lang: Lang = here.lang;
    if place.since.is_none() {
        return place.then.of(lang).to_owned();
    }
    here.app.words.text(
        lang,
        "place-then-now",
        &[("then", place.then.of(lang).to_owned()), ("now", place.now.of(lang).to_owned())],
    )
}
