//! `amend`: a new version of the rules of procedure; sittings already called keep theirs.

use axum::extract::Path;
use ground::{Actor, Change, Ground, Refusal, Result};
use sea_orm::Set;
use web::{Answer, FormData, Here, Posted};

use super::model::{Basis, USUAL_QUORUM_PERCENT};
use super::{CouncilId, CouncilRules, rules_row, show, store};
use crate::seat;

/// What a version settles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRules {
    /// The least share of members present, in per cent.
    pub quorum_percent: i32,
    /// Whether the chair must be there.
    pub chair_required: bool,
    /// The largest difference between two totals that is not discussed.
    pub spread_limit: i32,
    /// What a star gate is tested on.
    pub gate_basis: Basis,
    /// Whether members see how marks differ before the second round.
    pub shows_spread: bool,
}

impl NewRules {
    /// What most provinces' rules say: three quarters with the chair, ten points, the option agreed.
    pub fn usual() -> Self {
        Self {
            quorum_percent: USUAL_QUORUM_PERCENT,
            chair_required: true,
            spread_limit: i32::try_from(ocop::grade::USUAL_SPREAD_LIMIT).unwrap_or_default(),
            gate_basis: Basis::Agreed,
            shows_spread: true,
        }
    }
}

/// Sets a new version.
///
/// # Errors
/// `not-allowed`; `rules-unchanged`.
pub async fn amend(ground: &Ground, actor: &Actor, council: CouncilId, new: NewRules) -> Result<()> {
    let reader = ground.reader();
    let row = store::load(&reader, council).await?;
    let resource = super::resource(&row, &seat::of_council(&reader, council).await?);
    let mut change = ground.change(actor, "amend-council", &resource).await?;
    let now = store::rules_now(&change.reader(), council).await?;
    if settled(&now) == new {
        return Err(Refusal::wrong_state("rules-unchanged"));
    }
    insert(&mut change, council, now.n + 1, &new).await?;
    change.say("name", &row.name);
    change.say("version", now.n + 1);
    change.commit().await
}

fn settled(rules: &CouncilRules) -> NewRules {
    NewRules {
        quorum_percent: rules.quorum_percent,
        chair_required: rules.chair_required,
        spread_limit: rules.spread_limit,
        gate_basis: rules.gate_basis,
        shows_spread: rules.shows_spread,
    }
}

pub(super) async fn insert(change: &mut Change, council: CouncilId, n: i32, new: &NewRules) -> Result<()> {
    let row = rules_row::ActiveModel {
        id: Set(change.new_id()),
        council_id: Set(council),
        n: Set(n),
        quorum_percent: Set(new.quorum_percent),
        chair_required: Set(new.chair_required),
        spread_limit: Set(new.spread_limit),
        gate_basis: Set(new.gate_basis),
        shows_spread: Set(new.shows_spread),
        set_at: Set(change.at()),
        set_by: Set(change.by()),
    };
    change.insert(row).await?;
    Ok(())
}

fn read(data: &FormData) -> Result<NewRules> {
    let mut reading = data.read();
    let quorum_percent = reading.number("quorum_percent", 1..=100);
    let spread_limit = reading.number("spread_limit", 0..=100);
    let gate_basis = reading.word("gate_basis");
    let (chair_required, shows_spread) = (reading.flag("chair_required"), reading.flag("shows_spread"));
    reading.done(|| {
        Some(NewRules {
            quorum_percent: quorum_percent?,
            chair_required,
            spread_limit: spread_limit?,
            gate_basis: gate_basis?,
            shows_spread,
        })
    })
}

/// `POST /councils/{id}/rules`.
pub(super) async fn post(here: Here, Path(id): Path<CouncilId>, Posted(form): Posted) -> Answer {
    let done = match read(&form) {
        Ok(new) => amend(here.ground(), &here.actor, id, new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => here.done(&format!("/councils/{id}"), "council-amended"),
        Err(refusal) => here.show_again(&show::page(&here, id, &form, Some(&refusal)).await?, refusal),
    }
}
