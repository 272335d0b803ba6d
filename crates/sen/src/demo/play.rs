//! What every act of the demo needs: the ground with its standing clock, and the keys of what is there already.

use std::cell::Cell;
use std::collections::HashMap;

use anyhow::{Context, anyhow};
use council::case_file::CaseFileId;
use council::council::CouncilId;
use council::decision::DecisionId;
use council::sitting::SittingId;
use dossier::application::{ApplicationId, Seen};
use dossier::paper::PaperId;
use goods::entry::EntryId;
use goods::lot::LotId;
use goods::recall::RecallId;
use ground::actor::{PlaceId, ProducerId, UserId};
use ground::{Actor, Day, Ground, Instant, Role};
use register::product::ProductId;

use super::written::{PlaceOn, Province};

/// The hour at which an office opens.
const OPENS: i64 = 8 * 3_600;
/// Seconds from one act of a day to the next.
const STEP: i64 = 40;

/// Keys of what was made so far, by the keys of the files.
#[derive(Default)]
pub(super) struct Known {
    pub(super) accounts: HashMap<String, UserId>,
    pub(super) producers: HashMap<String, ProducerId>,
    pub(super) products: HashMap<String, ProductId>,
    /// By producer and key.
    pub(super) papers: HashMap<(String, String), PaperId>,
    pub(super) dossiers: HashMap<String, ApplicationId>,
    pub(super) councils: HashMap<String, CouncilId>,
    pub(super) sittings: HashMap<String, SittingId>,
    /// By sitting and dossier.
    pub(super) cases: HashMap<(String, String), CaseFileId>,
    pub(super) decisions: HashMap<String, DecisionId>,
    pub(super) certificates: HashMap<String, certificate::certificate::CertificateId>,
    /// By producer and number.
    pub(super) lots: HashMap<(String, String), LotId>,
    /// By producer, run of a routine, and step.
    pub(super) entries: HashMap<(String, usize, usize), EntryId>,
    pub(super) practised: Option<RecallId>,
}

/// The demo while it is played.
pub(super) struct Play<'a> {
    pub(super) ground: &'a Ground,
    pub(super) province: &'a Province,
    pub(super) papers: super::papers::Press,
    pub(super) known: Known,
    /// The hash of everyone's password, once made.
    pub(super) password: Option<people::password::Hashed>,
    now: Cell<Instant>,
}

impl<'a> Play<'a> {
    pub(super) fn new(ground: &'a Ground, province: &'a Province) -> anyhow::Result<Self> {
        Ok(Self {
            ground,
            province,
            papers: super::papers::Press::new(province)?,
            known: Known::default(),
            password: None,
            now: Cell::new(ground.clock.now()),
        })
    }

    /// Moves the clock to the morning of a day; later on the same day, it goes on.
    pub(super) fn stand(&self, day: Day) {
        if self.now.get().day() != day {
            self.move_to(day.start().plus_seconds(OPENS));
        }
    }

    /// Lets some time pass between two acts.
    pub(super) fn pause(&self) {
        self.move_to(self.now.get().plus_seconds(STEP));
    }

    fn move_to(&self, at: Instant) {
        self.now.set(at);
        self.ground.clock.stand_at(at);
    }

    pub(super) fn today(&self) -> Day {
        self.now.get().day()
    }

    /// The program itself, where nobody in the data could act on that day.
    pub(super) fn system() -> Actor {
        Actor::system("sen demo")
    }

    /// An account as it may act today.
    pub(super) async fn actor(&self, login: &str) -> anyhow::Result<Actor> {
        let id = self.account(login)?;
        let today = self.today();
        let actor = people::actor_of(self.ground, id).await;
        actor.with_context(|| format!("{login} on {today}"))
    }

    pub(super) fn account(&self, login: &str) -> anyhow::Result<UserId> {
        known(&self.known.accounts, login, "account")
    }

    pub(super) fn producer(&self, key: &str) -> anyhow::Result<ProducerId> {
        known(&self.known.producers, key, "producer")
    }

    pub(super) fn product(&self, key: &str) -> anyhow::Result<ProductId> {
        known(&self.known.products, key, "product")
    }

    pub(super) fn written_account(&self, login: &str) -> anyhow::Result<&'a super::written::Account> {
        let found = self.province.accounts.iter().find(|account| account.login == login);
        found.ok_or_else(|| anyhow!("no account “{login}” in demo/cast.yaml"))
    }

    pub(super) async fn place(&self, place: &PlaceOn) -> anyhow::Result<register::place::Place> {
        let found = register::place::by_code(&self.ground.reader(), &place.code, place.day).await;
        found.with_context(|| format!("place {}@{}", place.code, place.day))
    }

    /// The first of the cast who holds a role in a place today.
    pub(super) async fn holder(&self, role: Role, place: PlaceId) -> anyhow::Result<Option<Actor>> {
        let today = self.today();
        for account in &self.province.accounts {
            for held in account.roles.iter().filter(|held| held.role == role && held.is_held_on(today)) {
                if let Some(written) = &held.place
                    && self.place(written).await?.id == place
                {
                    return self.actor(&account.login).await.map(Some);
                }
            }
        }
        Ok(None)
    }

    /// The officer of the commune a place is today, or of the place above it.
    pub(super) async fn officer_of(&self, place: PlaceId) -> anyhow::Result<Actor> {
        let home = register::place::home_today(&self.ground.reader(), place, self.today()).await?;
        let officer = self.holder(Role::Officer, home.id).await?;
        officer.ok_or_else(|| anyhow!("nobody is officer of {} on {}", home.name, self.today()))
    }

    /// A dossier as an actor sees it now.
    pub(super) async fn seen(&self, actor: &Actor, key: &str) -> anyhow::Result<Seen> {
        let id = known(&self.known.dossiers, key, "dossier")?;
        let seen = dossier::application::see(self.ground, &self.ground.reader(), actor, id).await;
        seen.with_context(|| format!("{} sees {key} on {}", actor.name, self.today()))
    }
}

/// What a key of the files stands for.
///
/// # Errors
/// It was not made yet.
pub(super) fn known<V: Copy>(made: &HashMap<String, V>, key: &str, what: &str) -> anyhow::Result<V> {
    made.get(key).copied().ok_or_else(|| anyhow!("no {what} “{key}” was made before it is needed"))
}
