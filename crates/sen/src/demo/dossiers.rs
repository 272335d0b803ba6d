//! Dossiers: opened, filled, filed, and taken along their way by who has them in hand.

use std::collections::BTreeMap;

use anyhow::{Context, anyhow, bail};
use dossier::application::{NewApplication, open};
use dossier::procedure::{self, Forwarded, NewAdvice, ReturnItem};
use dossier::self_assessment::{self, Marked, NewCitation, Wanted};
use ground::{Day, Role};
use ocop::{Case, Mark, Points};

use super::play::Play;
use super::written::{Advice, Comment, Dossier, Province, Return};
use super::{Plan, first};

/// What happens to a dossier.
pub(super) enum Act<'a> {
    /// It is opened.
    Opens(&'a Dossier),
    /// It is marked, told and its papers are cited.
    Fills(&'a Dossier),
    /// Someone comments.
    Comments(&'a Dossier, &'a Comment),
    /// It is filed.
    Files(&'a Dossier),
    /// The commune takes it in.
    Receives(&'a Dossier),
    /// The commune sends it up.
    Forwards(&'a Dossier),
    /// It goes back.
    Returns(&'a Dossier, &'a Return),
    /// The province takes it in.
    Accepts(&'a Dossier),
    /// The advisory team notes something.
    Advises(&'a Dossier, &'a Advice),
    /// The advisory team reports.
    Reports(&'a Dossier),
}

/// When.
///
/// # Errors
/// A dossier that cites a paper no vault holds.
pub(super) fn plan<'a>(province: &'a Province, plan: &mut Plan<'a>) -> anyhow::Result<()> {
    let mut add = |day, order, act| plan.push((day, first::DOSSIERS + order, super::Act::Dossier(act)));
    for dossier in &province.dossiers {
        let dates = &dossier.dates;
        add(dates.opened, 0, Act::Opens(dossier));
        add(filled_on(province, dossier)?, 1, Act::Fills(dossier));
        for comment in &dossier.comments {
            add(comment.on, 2, Act::Comments(dossier, comment));
        }
        let steps = [
            (dates.submitted, 3, Act::Files(dossier)),
            (dates.received, 4, Act::Receives(dossier)),
            (dates.forwarded, 5, Act::Forwards(dossier)),
            (dates.accepted, 7, Act::Accepts(dossier)),
            (dates.reported, 9, Act::Reports(dossier)),
        ];
        for (day, order, act) in steps {
            if let Some(day) = day {
                add(day, order, act);
            }
        }
        for back in &dossier.returns {
            add(back.on, 6, Act::Returns(dossier, back));
        }
        for advice in &dossier.advice {
            add(advice.on, 8, Act::Advises(dossier, advice));
        }
    }
    Ok(())
}

// When the last paper it cites came into the vault, and not before it was opened.
fn filled_on(province: &Province, dossier: &Dossier) -> anyhow::Result<Day> {
    let producer = producer_of(province, dossier)?;
    let mut day = dossier.dates.opened;
    for key in dossier.citations.values().flatten() {
        let paper = province.papers.iter().find(|(owner, paper)| owner == producer && paper.key == *key);
        let paper = paper.ok_or_else(|| anyhow!("{}: no paper {producer}/{key}", dossier.key))?;
        day = day.max(paper.1.added_on);
    }
    Ok(day)
}

fn producer_of<'a>(province: &'a Province, dossier: &Dossier) -> anyhow::Result<&'a str> {
    let product = province.products.iter().find(|product| product.key == dossier.product);
    let product = product.ok_or_else(|| anyhow!("{}: no product “{}”", dossier.key, dossier.product))?;
    Ok(&product.producer)
}

/// Does it.
///
/// # Errors
/// The program refuses.
pub(super) async fn play(play: &mut Play<'_>, act: &Act<'_>) -> anyhow::Result<String> {
    let (what, dossier) = match act {
        Act::Opens(dossier) => ("opened", dossier),
        Act::Fills(dossier) => ("filled", dossier),
        Act::Comments(dossier, _) => ("comment on", dossier),
        Act::Files(dossier) => ("filed", dossier),
        Act::Receives(dossier) => ("received", dossier),
        Act::Forwards(dossier) => ("sent up", dossier),
        Act::Returns(dossier, _) => ("returned", dossier),
        Act::Accepts(dossier) => ("accepted", dossier),
        Act::Advises(dossier, _) => ("advice on", dossier),
        Act::Reports(dossier) => ("reported", dossier),
    };
    let done = match act {
        Act::Opens(dossier) => begin(play, dossier).await,
        Act::Fills(dossier) => fill(play, dossier).await,
        Act::Comments(dossier, comment) => remark(play, dossier, comment).await,
        Act::Files(dossier) => file(play, dossier).await,
        Act::Receives(dossier) => receive(play, dossier).await,
        Act::Forwards(dossier) => forward(play, dossier).await,
        Act::Returns(dossier, back) => send_back(play, dossier, back).await,
        Act::Accepts(dossier) => accept(play, dossier).await,
        Act::Advises(dossier, advice) => advise(play, dossier, advice).await,
        Act::Reports(dossier) => report(play, dossier).await,
    };
    done.with_context(|| format!("{what} {} on {}", dossier.key, play.today()))?;
    Ok(format!("{what} {}", dossier.key))
}

async fn begin(play: &mut Play<'_>, written: &Dossier) -> anyhow::Result<()> {
    let actor = play.actor(&written.by).await?;
    let new = NewApplication { product: play.product(&written.product)?, kind: written.kind };
    let opened = open(play.ground, &actor, new).await?;
    if opened.rules != written.rules {
        bail!("goes by {}, not by {}", opened.rules, written.rules);
    }
    play.known.dossiers.insert(written.key.clone(), opened.id);
    Ok(())
}

async fn fill(play: &Play<'_>, written: &Dossier) -> anyhow::Result<()> {
    let actor = play.actor(&written.by).await?;
    let seen = play.seen(&actor, &written.key).await?;
    let (_, sheet) = self_assessment::sheet_of(&play.ground.rules, &seen.application)?;
    let case = written.case.as_deref().and_then(Case::from_letter);
    let mut marks = BTreeMap::new();
    for (id, points) in &written.marks {
        let (_, criterion) = sheet.criterion(id).ok_or_else(|| anyhow!("no criterion {id}"))?;
        let case = case.filter(|_| criterion.has_cases());
        marks.insert(id.clone(), Some(Mark { case, points: Points::new(*points) }));
    }
    let told = written.narrative.iter().map(|(topic, body)| (*topic, body.trim().to_owned())).collect();
    let wanted = Wanted { marks, texts: BTreeMap::new(), told };
    let version = seen.application.version;
    match self_assessment::mark(play.ground, &actor, &seen, version, wanted).await? {
        Marked::Saved(_) => {}
        Marked::Clash(fields) => bail!("clashes at {fields:?}"),
    }
    cite(play, written, &actor).await
}

// What was copied from the application before and is not cited any more goes.
async fn cite(play: &Play<'_>, written: &Dossier, actor: &ground::Actor) -> anyhow::Result<()> {
    let seen = play.seen(actor, &written.key).await?;
    let producer = producer_of(play.province, written)?;
    let mut wanted = Vec::new();
    for (criterion, keys) in &written.citations {
        for key in keys {
            let paper = play.known.papers.get(&(producer.to_owned(), key.clone()));
            let paper = paper.ok_or_else(|| anyhow!("{producer}/{key} is not in the vault yet"))?;
            wanted.push((criterion.clone(), *paper));
        }
    }
    for cited in self_assessment::all_citations(&play.ground.reader(), seen.application.id).await? {
        let known = wanted.iter().position(|(id, paper)| *id == cited.criterion && *paper == cited.paper_id);
        if let Some(place) = known {
            wanted.swap_remove(place);
        } else {
            self_assessment::drop_citation(play.ground, actor, &seen, cited.citation).await?;
        }
    }
    for (criterion, paper) in wanted {
        let files = dossier::paper::files(&play.ground.reader(), paper).await?;
        let last_page = files.iter().map(|file| file.pages).sum();
        play.pause();
        let new = NewCitation { criterion, paper, first_page: 1, last_page, note: None };
        self_assessment::cite(play.ground, actor, &seen, new).await?;
    }
    Ok(())
}

async fn remark(play: &Play<'_>, written: &Dossier, comment: &Comment) -> anyhow::Result<()> {
    let actor = play.actor(&comment.by).await?;
    let seen = play.seen(&actor, &written.key).await?;
    let body = comment.body.clone();
    self_assessment::comment(play.ground, &actor, &seen, comment.criterion.clone(), body).await?;
    Ok(())
}

async fn file(play: &Play<'_>, written: &Dossier) -> anyhow::Result<()> {
    let actor = play.actor(&written.by).await?;
    let seen = play.seen(&actor, &written.key).await?;
    procedure::submit(play.ground, &actor, &seen, &[]).await?;
    Ok(())
}

async fn officer(play: &Play<'_>, written: &Dossier) -> anyhow::Result<ground::Actor> {
    let id = super::play::known(&play.known.dossiers, &written.key, "dossier")?;
    let application = dossier::application::load(&play.ground.reader(), id).await?;
    play.officer_of(application.place_id).await
}

async fn receive(play: &Play<'_>, written: &Dossier) -> anyhow::Result<()> {
    let officer = officer(play, written).await?;
    let seen = play.seen(&officer, &written.key).await?;
    procedure::receive(play.ground, &officer, &seen).await?;
    Ok(())
}

async fn forward(play: &Play<'_>, written: &Dossier) -> anyhow::Result<()> {
    let officer = officer(play, written).await?;
    let seen = play.seen(&officer, &written.key).await?;
    let commune = written.commune.as_ref().ok_or_else(|| anyhow!("nothing is written of the commune"))?;
    if !commune.findings.is_empty() {
        let found = commune.findings.iter().zip(0_i32..);
        let found = found.map(|(one, matter)| (matter, one.declared.clone(), one.found.clone())).collect();
        procedure::screen(play.ground, &officer, &seen, found).await?;
        play.pause();
    }
    let with = Forwarded {
        number: Some(commune.report.number),
        issued_on: commune.report.issued_on,
        signer: Some(commune.report.signer.clone()),
        samples: commune.report.samples,
    };
    procedure::forward(play.ground, &officer, &seen, with).await?;
    Ok(())
}

async fn send_back(play: &Play<'_>, written: &Dossier, back: &Return) -> anyhow::Result<()> {
    let actor = play.actor(&back.by).await?;
    let seen = play.seen(&actor, &written.key).await?;
    let item = |item: &super::written::Item| ReturnItem {
        subject: item.subject.clone(),
        reason: item.reason.clone(),
    };
    procedure::send_back(play.ground, &actor, &seen, back.items.iter().map(item).collect()).await?;
    Ok(())
}

async fn accept(play: &Play<'_>, written: &Dossier) -> anyhow::Result<()> {
    let officer = province_officer(play, written).await?;
    let seen = play.seen(&officer, &written.key).await?;
    procedure::accept(play.ground, &officer, &seen).await?;
    Ok(())
}

async fn province_officer(play: &Play<'_>, written: &Dossier) -> anyhow::Result<ground::Actor> {
    let id = super::play::known(&play.known.dossiers, &written.key, "dossier")?;
    for place in dossier::application::places_of(&play.ground.reader(), id).await? {
        if !place.is_commune
            && let Some(found) = play.holder(Role::Officer, place.place_id).await?
        {
            return Ok(found);
        }
    }
    bail!("nobody is officer of its province")
}

async fn advise(play: &Play<'_>, written: &Dossier, advice: &Advice) -> anyhow::Result<()> {
    let actor = play.actor(&advice.by).await?;
    let seen = play.seen(&actor, &written.key).await?;
    let new = NewAdvice {
        kind: advice.kind,
        criterion: advice.criterion.clone(),
        body: advice.body.clone(),
        agrees: advice.agrees,
    };
    let id = procedure::advise(play.ground, &actor, &seen, new).await?;
    if let Some(outcome) = &advice.outcome {
        play.pause();
        procedure::settle(play.ground, &actor, &seen, id, outcome.clone()).await?;
    }
    Ok(())
}

async fn report(play: &Play<'_>, written: &Dossier) -> anyhow::Result<()> {
    let report = written.report.as_ref().ok_or_else(|| anyhow!("no report is written"))?;
    let actor = play.actor(&report.by).await?;
    let seen = play.seen(&actor, &written.key).await?;
    procedure::report(play.ground, &actor, &seen, report.body.clone()).await?;
    Ok(())
}
