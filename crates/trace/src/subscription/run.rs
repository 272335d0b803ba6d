//! Hands new events on, for as long as the program runs.

use std::sync::Arc;
use std::time::Duration;

use ground::Instant;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use web::App;

use super::Bell;
use super::catch_up::catch_up;
use super::deliver::deliver;
use super::hand_out::{Ears, hand_out};
use super::kept::{self, Kept};
use super::model::{Trigger, Way};
use super::webhook::Postman;
use crate::problem::Problem;
use crate::store::Store;
use crate::store_of;

/// How often it looks without being woken, where somebody listens: another process may have captured.
const LOOK: Duration = Duration::from_secs(2);
/// How often where nobody does.
const IDLE: Duration = Duration::from_secs(10);
/// Destinations that are posted to at once.
const POSTMEN: usize = 16;
/// For so long a subscription is in one process's hands, in seconds.
const CLAIM: i64 = 300;
/// After so long without a sign a socket is gone, in seconds.
const SOCKET_GONE: i64 = 90;
/// Rounds of the outbox before destinations have their turn.
const ROUNDS: usize = 20;

struct Desk {
    app: App,
    store: Store,
    postman: Postman,
    bell: Arc<Bell>,
    places: Arc<Semaphore>,
    away: JoinSet<()>,
}

/// Hands new events on to who subscribed, until it is told to stop.
pub async fn run(app: App, mut stopped: watch::Receiver<bool>) {
    let desk = store_of(&app.ground)
        .and_then(|store| Ok((store, Postman::new(app.ground.config.private_webhooks)?)));
    let Ok((store, postman)) = desk else { return };
    let bell: Arc<Bell> = app.ground.shelf.get();
    let places = Arc::new(Semaphore::new(POSTMEN));
    let mut desk = Desk { app, store, postman, bell: bell.clone(), places, away: JoinSet::new() };
    loop {
        let pause = match desk.look().await {
            Ok(pause) => pause,
            Err(problem) => {
                tracing::warn!(?problem, "new events are not handed on");
                LOOK
            }
        };
        tokio::select! {
            () = bell.outbox.notified() => {}
            () = tokio::time::sleep(pause) => {}
            _ = stopped.changed() => break,
        }
    }
    // What is on its way arrives; what waits stays in the store.
    while desk.away.join_next().await.is_some() {}
}

impl Desk {
    async fn look(&mut self) -> Result<Duration, Problem> {
        while self.away.try_join_next().is_some() {}
        let mut all = kept::all(&self.store).await?;
        if all.is_empty() {
            return Ok(IDLE);
        }
        let mut ears = Ears::default();
        for _ in 0..ROUNDS {
            if !hand_out(&self.app.ground, &self.store, &all, &mut ears).await? {
                break;
            }
        }
        let now = self.app.ground.clock.now();
        let mut next = now.plus_seconds(LOOK.as_secs().try_into().unwrap_or(1));
        for kept in &mut all {
            if let Some(at) = self.turn(kept, now).await? {
                next = next.min(at);
            }
        }
        self.bell.sockets.notify_waiters();
        Ok(Duration::from_micros(u64::try_from(next.micros() - now.micros()).unwrap_or(0)))
    }

    // When it is to be looked at again, where that is known.
    async fn turn(&mut self, kept: &mut Kept, now: Instant) -> Result<Option<Instant>, Problem> {
        if kept.subscription.caught_up_to.is_some() && !catch_up(&self.app.ground, &self.store, kept).await? {
            return Ok(kept.subscription.is_live().then_some(now));
        }
        if matches!(kept.subscription.way, Way::Socket) {
            if kept.seen_at.plus_seconds(SOCKET_GONE) < now {
                kept.dismiss(&self.store).await?;
            }
            return Ok(None);
        }
        let due_at = Instant::from_micros(kept.subscription.due_at);
        if !kept.subscription.is_live() || due_at > now {
            return Ok(kept.subscription.is_live().then_some(due_at));
        }
        let is_stream = kept.subscription.trigger == Trigger::Stream;
        if is_stream && self.store.waiting(&kept.listener(), 1).await?.is_empty() {
            return Ok(None);
        }
        let Ok(place) = self.places.clone().try_acquire_owned() else { return Ok(None) };
        kept.subscription.due_at = now.plus_seconds(CLAIM).micros();
        if kept.save(&self.store, now).await? {
            let (app, store, postman) = (self.app.clone(), self.store.clone(), self.postman.clone());
            let (kept, bell) = (kept.clone(), self.bell.clone());
            self.away.spawn(async move {
                if let Err(problem) = deliver((&app.ground, &app.words), &store, &postman, kept).await {
                    tracing::warn!(?problem, "a subscription is not served");
                }
                drop(place);
                bell.outbox.notify_one();
            });
        }
        Ok(None)
    }
}
