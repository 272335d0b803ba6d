//! A council's page: its members, its rules of procedure, its sittings.

use axum::extract::Path;
use ground::{Refusal, Result};
use web::{Answer, Field, FormData, Frame, Here, Wrong, wrongs};

use super::model::Basis;
use super::{CouncilId, CouncilRules, store};
use crate::{seat, sitting};

#[derive(serde::Serialize)]
struct SeatLine {
    id: seat::SeatId,
    name: String,
    title: String,
    office: String,
    votes: bool,
}

#[derive(serde::Serialize)]
struct SittingLine {
    href: String,
    subject: String,
    detail: String,
}

#[derive(serde::Serialize)]
pub(super) struct RulesForm {
    quorum_percent: Field,
    spread_limit: Field,
    gate_basis: Field,
    chair_required: Field,
    shows_spread: Field,
}

/// The page.
#[derive(askama::Template, serde::Serialize)]
#[template(path = "council/show.html")]
pub(crate) struct CouncilPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    id: CouncilId,
    name: String,
    mandate: String,
    rules: Vec<(String, String)>,
    rules_version: i32,
    seats: Vec<SeatLine>,
    sittings: Vec<SittingLine>,
    may_manage: bool,
    #[serde(skip)]
    rules_form: RulesForm,
    #[serde(skip)]
    seat_form: seat::give::SeatForm,
    #[serde(skip)]
    sitting_form: sitting::call::CallForm,
}

/// `GET /councils/{id}`.
pub(super) async fn show(here: Here, Path(id): Path<CouncilId>) -> Answer {
    let page = page(&here, id, &FormData::default(), None).await?;
    here.show(&page)
}

pub(crate) async fn page(
    here: &Here,
    id: CouncilId,
    data: &FormData,
    refusal: Option<&Refusal>,
) -> Result<CouncilPage> {
    let reader = here.reader();
    let council = store::load(&reader, id).await?;
    let seats = seat::of_council(&reader, id).await?;
    let resource = super::resource(&council, &seats);
    crate::seen(here, "see-council", &resource)?;
    let rules = store::rules_now(&reader, id).await?;
    let sittings = sitting::of_council(&reader, id).await?;
    let may_manage = here.may("amend-council", &resource);
    let mut people = Vec::new();
    if may_manage {
        people = crate::outside::possible_members(here.ground(), council.place_id).await?;
        people.retain(|(id, _)| seats.iter().all(|seat| seat.vacated_at.is_some() || seat.account_id != *id));
    }
    let mandate = here.app.words.text(
        here.lang,
        "council-mandate",
        &[
            ("number", council.mandate_number.clone()),
            ("day", council.mandate_on.people()),
            ("issuer", council.mandate_issuer.clone()),
        ],
    );
    Ok(CouncilPage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        id,
        name: council.name,
        mandate,
        rules: told(here, &rules),
        rules_version: rules.n,
        seats: seats.iter().filter(|seat| seat.vacated_at.is_none()).map(|seat| line(here, seat)).collect(),
        sittings: sittings
            .into_iter()
            .map(|sitting| SittingLine {
                href: format!("/sittings/{}", sitting.id),
                detail: format!("{} · {}", sitting.held_on.people(), sitting.venue),
                subject: sitting.subject,
            })
            .collect(),
        may_manage,
        rules_form: form(here, &rules, data, refusal),
        seat_form: seat::give::form(here, people, data, refusal),
        sitting_form: sitting::call::form(here, data, refusal),
    })
}

fn line(here: &Here, seat: &seat::Seat) -> SeatLine {
    SeatLine {
        id: seat.id,
        name: seat.name.clone(),
        title: seat.title.clone(),
        office: here.t(&format!("office-{}", seat.office)),
        votes: seat.votes,
    }
}

fn told(here: &Here, rules: &CouncilRules) -> Vec<(String, String)> {
    let yes = |flag: bool| here.t(if flag { "council-yes" } else { "council-no" });
    vec![
        (here.t("council-quorum-percent"), format!("{} %", rules.quorum_percent)),
        (here.t("council-chair-required"), yes(rules.chair_required)),
        (here.t("council-spread-limit"), rules.spread_limit.to_string()),
        (here.t("council-gate-basis"), here.t(&format!("gate-basis-{}", rules.gate_basis))),
        (here.t("council-shows-spread"), yes(rules.shows_spread)),
    ]
}

fn form(here: &Here, rules: &CouncilRules, data: &FormData, refusal: Option<&Refusal>) -> RulesForm {
    let mut data = data.clone();
    if !data.has("quorum_percent") {
        for (name, value) in [
            ("quorum_percent", rules.quorum_percent.to_string()),
            ("spread_limit", rules.spread_limit.to_string()),
            ("gate_basis", rules.gate_basis.to_string()),
            ("chair_required", i32::from(rules.chair_required).to_string()),
            ("shows_spread", i32::from(rules.shows_spread).to_string()),
        ] {
            data.push(name.to_owned(), value);
        }
    }
    let field =
        |name: &str| Field::new(here, name, &format!("council-{}", name.replace('_', "-")), &data, refusal);
    let bases = Basis::ALL.iter().map(|basis| (*basis, here.t(&format!("gate-basis-{basis}"))));
    let yes = |name: &str| field(name).choices([("1", here.t("council-yes"))], &data);
    RulesForm {
        quorum_percent: field("quorum_percent").input("number").width("4"),
        spread_limit: field("spread_limit").input("number").width("4"),
        gate_basis: field("gate_basis").choices(bases, &data),
        chair_required: yes("chair_required"),
        shows_spread: yes("shows_spread"),
    }
}
