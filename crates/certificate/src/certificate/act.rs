//! What suspending, lifting and revoking have in common: a decision with number, date and authority, entered by the
//! office that took it.

use askama::Template;
use ground::{Actor, Day, FieldProblem, Ground, Refusal, Resource, Result};
use sea_orm::Set;
use serde::Serialize;
use web::{Answer, DateField, Field, FormData, Frame, Here, Wrong, wrongs};

use super::model::{CertificateId, EventKind, resource, standing_of};
use super::store::{self, event};
use crate::near::Both;
use crate::verdict::{Card, rebuild, store as verdicts};

/// Most characters of a decision's number.
const NUMBER_CHARACTERS: usize = 60;
/// Most characters of an authority's name.
const AUTHORITY_CHARACTERS: usize = 200;
/// Most characters of a reason.
const REASON_CHARACTERS: usize = 2_000;

/// Suspending: it does not hold until the suspension is lifted. No rule names grounds for it, so it has its own reason.
pub(crate) const SUSPEND: Verb =
    Verb { intent: "suspend-certificate", kind: EventKind::Suspended, name: "suspend", asks: Asks::Why };
/// Lifting a suspension: it holds again.
pub(crate) const LIFT: Verb =
    Verb { intent: "lift-certificate", kind: EventKind::Lifted, name: "lift", asks: Asks::Nothing };
/// Revoking: for good, on a ground of the rules, within their days after the conclusion (QĐ 26/2026, Art. 8).
pub(crate) const REVOKE: Verb =
    Verb { intent: "revoke-certificate", kind: EventKind::Revoked, name: "revoke", asks: Asks::Ground };

/// What a decision says beside its number, date and authority.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// No more.
    Nothing,
    /// The reason in words, and the conclusion where there is one already.
    Why,
    /// A ground of the rules, and the conclusion that it follows.
    Ground,
}

/// One of the three acts.
#[derive(Clone, Copy)]
pub(crate) struct Verb {
    pub(super) intent: &'static str,
    pub(super) kind: EventKind,
    /// The last part of the address, and of the keys in the word files.
    pub(super) name: &'static str,
    pub(super) asks: Asks,
}

/// A decision as entered.
#[derive(Clone, Debug)]
pub struct Act {
    /// Its number.
    pub number: String,
    /// From which day on.
    pub on: Day,
    /// Who decided.
    pub authority: String,
    /// The ground, as the rule pack names it.
    pub ground: Option<String>,
    /// The day of the conclusion that it follows.
    pub concluded_on: Option<Day>,
    /// More, for the office.
    pub reason: Option<String>,
}

impl Act {
    fn of(form: &FormData, verb: Verb, grounds: &[(String, Both)], today: Day) -> Result<Self> {
        let mut read = form.read();
        let number = read.text("number", NUMBER_CHARACTERS);
        let on = read.day("on");
        let authority = read.text("authority", AUTHORITY_CHARACTERS);
        let ground = match verb.asks {
            Asks::Ground => read.text("ground", NUMBER_CHARACTERS).map(Some),
            Asks::Why | Asks::Nothing => Some(None),
        };
        let concluded_on = match verb.asks {
            Asks::Ground => read.day("concluded").map(Some),
            Asks::Why => read.optional_day("concluded"),
            Asks::Nothing => Some(None),
        };
        let reason = match verb.asks {
            Asks::Why => read.text("reason", REASON_CHARACTERS).map(Some),
            Asks::Ground | Asks::Nothing => read.optional("reason", REASON_CHARACTERS),
        };
        if on.is_some_and(|on| on > today) {
            read.problem(FieldProblem::new("on", "date-after-today").with("today", today.people()));
        }
        if let (Some(on), Some(Some(concluded))) = (on, concluded_on)
            && concluded > on
        {
            read.problem(FieldProblem::new("concluded", "conclusion-after-decision"));
        }
        if let Some(Some(named)) = &ground
            && !grounds.iter().any(|(id, _)| id == named)
        {
            read.problem(FieldProblem::new("ground", "not-a-choice"));
        }
        read.done(|| {
            Some(Self {
                number: number?,
                on: on?,
                authority: authority?,
                ground: ground?,
                concluded_on: concluded_on?,
                reason: reason?,
            })
        })
    }
}

/// The grounds of the rules in force on a day.
pub(super) fn grounds(rules: &ocop::Library, today: Day) -> Vec<(String, Both)> {
    let revocation = rules.in_force_on(today.0).and_then(ocop::Pack::revocation);
    let grounds = revocation.into_iter().flat_map(|revocation| &revocation.grounds);
    grounds.map(|ground| (ground.id.clone(), Both::from(&ground.name))).collect()
}

/// Suspends a certificate from a decision's day on.
///
/// # Errors
/// `not-allowed` for anyone but the office of the authority, or where it does not stand so; `before-issue`.
pub async fn suspend(ground: &Ground, actor: &Actor, id: CertificateId, act: Act) -> Result<()> {
    enter(ground, actor, &verdicts::load(&ground.reader(), id).await?.card()?, SUSPEND, act).await
}

/// Lifts a suspension.
///
/// # Errors
/// Those of [`suspend`].
pub async fn lift(ground: &Ground, actor: &Actor, id: CertificateId, act: Act) -> Result<()> {
    enter(ground, actor, &verdicts::load(&ground.reader(), id).await?.card()?, LIFT, act).await
}

/// Revokes a certificate for good.
///
/// # Errors
/// Those of [`suspend`].
pub async fn revoke(ground: &Ground, actor: &Actor, id: CertificateId, act: Act) -> Result<()> {
    enter(ground, actor, &verdicts::load(&ground.reader(), id).await?.card()?, REVOKE, act).await
}

/// Enters a decision: one event more, the projection rebuilt, other rooms told.
pub(crate) async fn enter(ground: &Ground, actor: &Actor, card: &Card, verb: Verb, act: Act) -> Result<()> {
    let mut change = ground.change(actor, verb.intent, &resource(card)).await?;
    let row = store::load(&change.reader(), card.id).await?;
    let events = store::events(&change.reader(), card.id).await?;
    if standing_of(&events) != card.standing {
        return Err(Refusal::conflict("changed-meanwhile"));
    }
    if act.on < row.issued_on {
        return Err(Refusal::invalid(vec![
            FieldProblem::new("on", "before-issue").with("issued", row.issued_on.people()),
        ]));
    }
    let entered = event::ActiveModel {
        act_number: Set(Some(act.number.clone())),
        authority: Set(Some(act.authority)),
        ground: Set(act.ground),
        concluded_on: Set(act.concluded_on),
        reason: Set(act.reason),
        ..super::issue::blank(&change, verb.kind, act.on, &actor.name)
    };
    store::add_event(&mut change, card.id, entered).await?;
    rebuild::rebuild(&mut change, &ground.rules, card.id).await?;
    change.say("number", &row.number);
    change.say("act", act.number);
    change.say("on", act.on.people());
    super::issue::tell(&mut change, super::issue::CHANGED, &row)?;
    change.commit().await
}

#[derive(Template, Serialize)]
#[template(path = "certificate/act.html")]
struct ActPage {
    #[serde(skip)]
    frame: Frame,
    title: String,
    explained: String,
    action: String,
    back: String,
    submit: String,
    certificate: String,
    fields: Vec<Field>,
    dates: Vec<DateField>,
    ground: Option<Field>,
    reason: Field,
    errors: Vec<Wrong>,
}

fn page(here: &Here, card: &Card, verb: Verb, form: &FormData, refusal: Option<&Refusal>) -> ActPage {
    let today = here.ground().clock.today();
    let label = |name: &str| format!("act-{name}");
    let field = |name: &str| Field::new(here, name, &label(name), form, refusal);
    let date = |name: &str| DateField::new(here, name, &label(name), form, refusal);
    let dates = match verb.asks {
        Asks::Ground => vec![date("concluded"), date("on")],
        Asks::Why => vec![date("on"), date("concluded").optional()],
        Asks::Nothing => vec![date("on")],
    };
    let reason = match verb.asks {
        Asks::Why => Field::new(here, "reason", "act-reason-why", form, refusal),
        Asks::Ground | Asks::Nothing => field("reason").optional(),
    };
    let ground = (verb.asks == Asks::Ground).then(|| {
        let choices = grounds(&here.ground().rules, today);
        field("ground")
            .choices(choices.into_iter().map(|(id, name)| (id, name.of(here.lang).to_owned())), form)
    });
    ActPage {
        frame: here.frame(),
        title: here.t(&format!("act-{}-title", verb.name)),
        explained: here.t(&format!("act-{}-explained", verb.name)),
        submit: here.t(&format!("act-{}-submit", verb.name)),
        action: format!("/certificates/{}/{}", card.id, verb.name),
        back: format!("/certificates/{}", card.id),
        certificate: format!("{} · {} · {}", card.product, card.producer, card.number),
        fields: vec![field("number").width("20"), field("authority")],
        dates,
        ground,
        reason,
        errors: wrongs(here, refusal),
    }
}

async fn seen(here: &Here, id: CertificateId, verb: Verb) -> Result<Card> {
    let card = verdicts::load(&here.reader(), id).await?.card()?;
    let thing: Resource = resource(&card);
    if !here.may("see-certificate", &thing) {
        return Err(Refusal::not_found());
    }
    here.ground().access.require(&here.actor, verb.intent, &thing)?;
    Ok(card)
}

pub(super) async fn show(here: Here, id: CertificateId, verb: Verb) -> Answer {
    let card = seen(&here, id, verb).await?;
    here.show(&page(&here, &card, verb, &FormData::default(), None))
}

pub(super) async fn submit(here: Here, id: CertificateId, verb: Verb, form: FormData) -> Answer {
    let card = seen(&here, id, verb).await?;
    let today = here.ground().clock.today();
    let known = grounds(&here.ground().rules, today);
    let entered = match Act::of(&form, verb, &known, today) {
        Ok(act) => enter(here.ground(), &here.actor, &card, verb, act).await,
        Err(refusal) => Err(refusal),
    };
    match entered {
        Ok(()) => here.done(&format!("/certificates/{id}"), &format!("certificate-{}", verb.name)),
        Err(refusal) => here.show_again(&page(&here, &card, verb, &form, Some(&refusal)), refusal),
    }
}
