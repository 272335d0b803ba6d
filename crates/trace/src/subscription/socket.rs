//! `GET /queries/{name}/events` as a WebSocket: a subscription for as long as the connection lasts.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use web::{App, Here};

use super::Bell;
use super::hand_out::Ear;
use super::kept::{self, Kept};
use super::report::{MAX_DOCUMENT_EVENTS, next};
use super::wish::{Around, Wish};
use crate::caller::Caller;
use crate::problem::Problem;
use crate::store::Store;
use crate::store_of;
use crate::wanted::Wanted;

/// A client has nothing to say but that it is there.
const MAX_MESSAGE: usize = 4 * 1024;
/// How often each side says that it is there.
const PING: Duration = Duration::from_secs(20);
/// How long a client may take to read.
const SEND_TIME: Duration = Duration::from_secs(15);

/// What is asked with the connection.
pub(crate) struct Asking<'a> {
    pub caller: &'a Caller,
    pub wanted: &'a Wanted,
    /// The name of the query and what it says.
    pub query: (&'a str, String),
    /// The parameters of the address.
    pub address: &'a str,
}

/// Opens the connection.
///
/// # Errors
/// `SubscriptionControlsException`; the store is away.
pub(crate) async fn subscribe(
    here: &Here,
    upgrade: WebSocketUpgrade,
    asking: Asking<'_>,
) -> Result<Response, Problem> {
    let (app, ground) = (here.app.clone(), &here.app.ground);
    let store = store_of(ground)?;
    let around = Around {
        ground,
        caller: asking.caller,
        query: asking.query,
        epcs: asking.wanted.epcs,
        lang: here.lang,
    };
    let subscription =
        Wish::of_address(asking.address)?.granted(ground.clock.new_id().to_string(), around)?;
    let kept = kept::keep(&store, asking.caller.tenant, subscription, ground.clock.now()).await?;
    let bell: Arc<Bell> = ground.shelf.get();
    bell.outbox.notify_one();
    Ok(upgrade.max_message_size(MAX_MESSAGE).on_upgrade(async move |socket| {
        if let Err(problem) = serve(&app, &store, &bell, kept.clone(), socket).await {
            tracing::warn!(?problem, "a socket is not served");
        }
        if let Err(problem) = kept.dismiss(&store).await {
            tracing::warn!(?problem, "the subscription of a socket is not ended");
        }
    }))
}

// Until either side ends it, or the subscription is removed.
async fn serve(
    app: &App,
    store: &Store,
    bell: &Bell,
    mut kept: Kept,
    mut socket: WebSocket,
) -> Result<(), Problem> {
    loop {
        let woken = bell.sockets.notified();
        tokio::pin!(woken);
        // From here on no ringing is missed.
        woken.as_mut().enable();
        let Some(now_kept) = kept::again(store, &kept).await? else { break };
        kept = now_kept;
        let now = app.ground.clock.now();
        let is_ready = kept.subscription.caught_up_to.is_none() && kept.subscription.due_at <= now.micros();
        if is_ready && !tell(app, store, &mut kept, &mut socket).await? {
            return Ok(());
        }
        let wait = u64::try_from(kept.subscription.due_at - now.micros()).unwrap_or(0);
        let wait =
            if kept.subscription.times().is_some() { PING.min(Duration::from_micros(wait)) } else { PING };
        tokio::select! {
            () = woken => {}
            () = tokio::time::sleep(wait) => {
                kept.save(store, app.ground.clock.now()).await?;
                if !send(&mut socket, Message::Ping(Vec::new().into())).await {
                    return Ok(());
                }
            }
            message = socket.recv() => match message {
                None | Some(Err(_) | Ok(Message::Close(_))) => return Ok(()),
                Some(Ok(_)) => {}
            },
        }
    }
    send(&mut socket, Message::Close(None)).await;
    Ok(())
}

// False where the client is gone.
async fn tell(app: &App, store: &Store, kept: &mut Kept, socket: &mut WebSocket) -> Result<bool, Problem> {
    let Some(ear) = Ear::of(&app.ground, store, kept).await? else { return Ok(false) };
    let listener = kept.listener();
    let mut has_told = false;
    loop {
        let report = next((&app.ground, &app.words), store, (kept, &ear), MAX_DOCUMENT_EVENTS).await?;
        store.delivered(&listener, &report.left_out).await?;
        for document in report.documents {
            if !send(socket, Message::Text(document.body.into())).await {
                return Ok(false);
            }
            store.delivered(&listener, &document.events).await?;
            has_told = true;
        }
        if !report.more {
            break;
        }
    }
    let now = app.ground.clock.now();
    let due_at = kept.subscription.times().and_then(|times| times.next(now));
    if has_told || due_at.is_some() {
        kept.subscription.ran_at = Some(now.micros());
        kept.subscription.due_at = due_at.unwrap_or(now).micros();
        kept.save(store, now).await?;
    }
    Ok(true)
}

async fn send(socket: &mut WebSocket, message: Message) -> bool {
    matches!(tokio::time::timeout(SEND_TIME, socket.send(message)).await, Ok(Ok(())))
}
