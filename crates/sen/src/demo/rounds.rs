//! Councils, their sittings and the decisions on them.

use anyhow::{Context, anyhow, bail};
use council::case_file::{self, NewCase};
use council::council::{NewCouncil, NewRules};
use council::decision::{self, NewDecision};
use council::seat::{self, NewSeat, Office};
use council::sitting::{self, NewSitting, Noted, Written};
use ground::Day;
use register::place::Level;

use super::play::{Play, known};
use super::written::{Case, Council, Decision, Province, Sitting};
use super::{Plan, first, hearing};

/// Days before a sitting on which it is called.
const CALLED_BEFORE: i64 = 7;

/// What happens in a council.
pub(super) enum Act<'a> {
    /// It is entered, with its seats.
    Founds(&'a Council),
    /// A sitting is called.
    Calls(&'a Sitting),
    /// A dossier comes on its agenda.
    Enters(&'a Sitting, &'a Case),
    /// It sits, as far as it came.
    Sits(&'a Sitting),
    /// The authority decides.
    Decides(&'a Sitting, &'a Decision),
}

/// When.
///
/// # Errors
/// A dossier on an agenda that is not in the demo.
pub(super) fn plan<'a>(province: &'a Province, plan: &mut Plan<'a>) -> anyhow::Result<()> {
    let mut add = |day, order, act| plan.push((day, first::ROUNDS + order, super::Act::Round(act)));
    for council in &province.councils {
        add(council.decision.on, 0, Act::Founds(council));
    }
    for sitting in &province.sittings {
        let called = sitting.held_on.plus_days(-CALLED_BEFORE).min(province.today.plus_days(-1));
        add(called, 1, Act::Calls(sitting));
        for case in &sitting.cases {
            add(ready_on(province, sitting, case)?.max(called), 2, Act::Enters(sitting, case));
        }
        if sitting.state != "planned" {
            add(sitting.held_on, 3, Act::Sits(sitting));
        }
        if let Some(decision) = &sitting.decision {
            add(decision.on, 4, Act::Decides(sitting, decision));
        }
    }
    Ok(())
}

// When the last step before the council was taken.
fn ready_on(province: &Province, sitting: &Sitting, case: &Case) -> anyhow::Result<Day> {
    let dossier = province.dossiers.iter().find(|dossier| dossier.key == case.dossier);
    let dossier = dossier.ok_or_else(|| anyhow!("{}: no dossier “{}”", sitting.key, case.dossier))?;
    let ready = dossier.dates.reported.or(dossier.dates.forwarded);
    ready.ok_or_else(|| anyhow!("{}: {} never came to a council", sitting.key, case.dossier))
}

/// Does it.
///
/// # Errors
/// The program refuses, or comes to other results than are written.
pub(super) async fn play(play: &mut Play<'_>, act: &Act<'_>) -> anyhow::Result<String> {
    let what = match act {
        Act::Founds(council) => format!("council {}", council.key),
        Act::Calls(sitting) => format!("sitting {}", sitting.key),
        Act::Enters(_, case) => format!("on the agenda {}", case.dossier),
        Act::Sits(sitting) => format!("sat {}", sitting.key),
        Act::Decides(_, decision) => format!("decision {}", decision.number),
    };
    let done = match act {
        Act::Founds(council) => found(play, council).await,
        Act::Calls(sitting) => call(play, sitting).await,
        Act::Enters(sitting, case) => enter(play, sitting, case).await,
        Act::Sits(sitting) => Box::pin(sit(play, sitting)).await,
        Act::Decides(sitting, decision) => decide(play, sitting, decision).await,
    };
    done.with_context(|| format!("{what} on {}", play.today()))?;
    Ok(what)
}

/// The council of a sitting, as written.
fn council_of<'a>(play: &Play<'a>, sitting: &Sitting) -> anyhow::Result<&'a Council> {
    let found = play.province.councils.iter().find(|council| council.key == sitting.council);
    found.ok_or_else(|| anyhow!("no council “{}”", sitting.council))
}

async fn found(play: &mut Play<'_>, written: &Council) -> anyhow::Result<()> {
    let secretary = play.actor(&written.secretary).await?;
    let place = play.place(&written.place).await?;
    let place_name = super::producers::place_name(play, place.id).await?;
    let level = match place.level() {
        Level::District => "district",
        Level::Province => "province",
        Level::Country | Level::Commune => bail!("no council scores at the level of {place_name}"),
    };
    let new = NewCouncil {
        place: place.id,
        level: level.to_owned(),
        name: written.name.clone(),
        mandate_number: written.decision.number.clone(),
        mandate_on: written.decision.on,
        mandate_issuer: format!("Chủ tịch Ủy ban nhân dân {place_name}"),
        place_name,
    };
    let id = council::council::found(play.ground, &secretary, new).await?;
    play.known.councils.insert(written.key.clone(), id);
    let terms = &written.terms;
    let rules = NewRules {
        quorum_percent: terms.quorum_percent,
        chair_required: terms.quorum_with_chair,
        spread_limit: terms.spread_limit,
        gate_basis: terms.gate_basis,
        ..NewRules::usual()
    };
    if rules != NewRules::usual() {
        council::council::amend(play.ground, &secretary, id, rules).await?;
    }
    let voting = written
        .members
        .iter()
        .map(|login| (login, if *login == written.chair { Office::Chair } else { Office::Member }));
    for (login, office) in voting.chain([(&written.secretary, Office::Secretary)]) {
        play.pause();
        let person = play.written_account(login)?;
        let new = NewSeat {
            account: play.account(login)?,
            name: person.name.clone(),
            title: person.unit.clone(),
            votes: office != Office::Secretary,
            office,
        };
        seat::give(play.ground, &secretary, id, new).await?;
    }
    Ok(())
}

async fn call(play: &mut Play<'_>, written: &Sitting) -> anyhow::Result<()> {
    let council = council_of(play, written)?;
    let secretary = play.actor(&council.secretary).await?;
    let new = NewSitting {
        subject: format!("Họp {}, ngày {}", lower_first(&council.name), written.held_on.people()),
        venue: written.at.clone(),
        held_on: written.held_on,
    };
    let council = known(&play.known.councils, &written.council, "council")?;
    let id = sitting::call(play.ground, &secretary, council, new).await?;
    play.known.sittings.insert(written.key.clone(), id);
    Ok(())
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

async fn enter(play: &mut Play<'_>, written: &Sitting, case: &Case) -> anyhow::Result<()> {
    let secretary = play.actor(&council_of(play, written)?.secretary).await?;
    let sitting = known(&play.known.sittings, &written.key, "sitting")?;
    let new = NewCase { application: known(&play.known.dossiers, &case.dossier, "dossier")? };
    let id = case_file::enter(play.ground, &secretary, sitting, new).await?;
    play.known.cases.insert((written.key.clone(), case.dossier.clone()), id);
    for tie in case.recusals.iter().chain(&case.interests) {
        play.pause();
        let member = play.actor(&tie.member).await?;
        council::interest::declare(play.ground, &member, id, tie.ground, Some(tie.reason.clone())).await?;
    }
    Ok(())
}

async fn sit(play: &mut Play<'_>, written: &Sitting) -> anyhow::Result<()> {
    let council = council_of(play, written)?;
    let secretary = play.actor(&council.secretary).await?;
    let id = known(&play.known.sittings, &written.key, "sitting")?;
    let council_id = known(&play.known.councils, &written.council, "council")?;
    let absent: Vec<_> = written.absent.iter().map(|login| play.account(login)).collect::<Result<_, _>>()?;
    let seats = seat::of_council(&play.ground.reader(), council_id).await?;
    let noted = seats.iter().map(|seat| {
        let present = !absent.contains(&seat.account_id);
        Noted { seat: seat.id, present, reason: (!present).then(|| "đi công tác".to_owned()) }
    });
    sitting::attend(play.ground, &secretary, id, noted.collect()).await?;
    play.pause();
    sitting::open(play.ground, &secretary, id).await?;
    for case in written.cases.iter().filter(|case| case.state != "ready") {
        let heard = Box::pin(hearing::hear(play, council, written, case)).await;
        heard.with_context(|| case.dossier.clone())?;
    }
    if written.state == "decided" {
        play.pause();
        sitting::close(play.ground, &secretary, id).await?;
        let minutes = Written {
            number: Some(1),
            conclusions:
                "Hội đồng thống nhất kết quả chấm điểm như trên.\nThư ký hoàn thiện hồ sơ trình UBND."
                    .to_owned(),
            ..Written::default()
        };
        sitting::write_minutes(play.ground, &secretary, id, 0, minutes).await?;
    }
    Ok(())
}

async fn decide(play: &mut Play<'_>, written: &Sitting, decision: &Decision) -> anyhow::Result<()> {
    let signer = play.actor(&decision.signer).await?;
    let sitting = known(&play.known.sittings, &written.key, "sitting")?;
    let (number, symbol) =
        decision.number.split_once('/').ok_or_else(|| anyhow!("“{}” has no symbol", decision.number))?;
    let new = NewDecision {
        number: number.parse()?,
        symbol: symbol.to_owned(),
        authority: decision.authority.clone(),
        signed_on: decision.on,
        signer_lines: decision.signer_title.join("\n"),
        signer_name: signer.name.clone(),
    };
    let id = decision::sign(play.ground, &signer, sitting, new).await?;
    play.known.decisions.insert(decision.key.clone(), id);
    if written.cases.iter().any(|case| case.state == "sent-up") {
        play.pause();
        decision::send_up(play.ground, &signer, id).await?;
    }
    Ok(())
}
