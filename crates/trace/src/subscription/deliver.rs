//! One subscription's turn: everything that waits for it goes to its destination.

use ground::{Ground, Instant};
use web::Words;

use super::hand_out::Ear;
use super::kept::Kept;
use super::model::Way;
use super::report::{MAX_DOCUMENT_EVENTS, next};
use super::webhook::{Answer, Postman};
use crate::problem::Problem;
use crate::store::Store;

/// The first pause after a failure, in seconds; each next one is twice as long.
const FIRST_PAUSE: i64 = 2;
/// The longest pause, in seconds.
const LONGEST_PAUSE: i64 = 3_600;
/// After so long without anything but failures a subscription is given up, in seconds.
const GIVEN_UP_AFTER: i64 = 7 * 24 * 3_600;

/// Sends what waits for a subscription, and writes down how that went.
///
/// # Errors
/// The store or the records are away.
pub(super) async fn deliver(
    at_hand: (&Ground, &Words),
    store: &Store,
    postman: &Postman,
    mut kept: Kept,
) -> Result<(), Problem> {
    let ground = at_hand.0;
    let Some(ear) = Ear::of(ground, store, &kept).await? else {
        // Its key was revoked.
        kept.subscription.suspended_at = Some(ground.clock.now().micros());
        kept.save(store, ground.clock.now()).await?;
        return Ok(());
    };
    let answer = send(at_hand, store, postman, (&kept, &ear)).await?;
    after(&mut kept, answer, ground.clock.now());
    kept.save(store, ground.clock.now()).await?;
    Ok(())
}

// None where there was nothing to send.
async fn send(
    at_hand: (&Ground, &Words),
    store: &Store,
    postman: &Postman,
    (kept, ear): (&Kept, &Ear),
) -> Result<Option<Answer>, Problem> {
    let Way::Webhook { dest, signature_token } = &kept.subscription.way else { return Ok(None) };
    let listener = kept.listener();
    let (mut most, mut last) = (MAX_DOCUMENT_EVENTS, None);
    loop {
        let report = next(at_hand, store, (kept, ear), most).await?;
        store.delivered(&listener, &report.left_out).await?;
        let mut again = report.more;
        for document in report.documents {
            let answer = postman.post((dest, signature_token.as_deref()), &document).await?;
            match answer {
                Answer::Taken => store.delivered(&listener, &document.events).await?,
                Answer::TooLarge if document.events.len() > 1 => {
                    most = document.events.len() / 2;
                    again = true;
                    break;
                }
                _ => return Ok(Some(answer)),
            }
            last = Some(answer);
        }
        if !again {
            return Ok(last);
        }
    }
}

fn after(kept: &mut Kept, answer: Option<Answer>, now: Instant) {
    let times = kept.subscription.times();
    let one = &mut kept.subscription;
    match answer {
        None | Some(Answer::Taken) => {
            one.ran_at = Some(now.micros());
            if answer.is_some() {
                one.notified_at = Some(now.micros());
            }
            (one.failures, one.failing_since) = (0, None);
            let next = times.and_then(|times| times.next(now));
            one.due_at = next.unwrap_or(now).micros();
        }
        Some(Answer::Gone) => one.suspended_at = Some(now.micros()),
        Some(Answer::Failed(_) | Answer::TooLarge) => {
            let since = *one.failing_since.get_or_insert(now.micros());
            one.failures = one.failures.saturating_add(1);
            let pause = FIRST_PAUSE.saturating_mul(1 << one.failures.min(20).saturating_sub(1));
            let asked = if let Some(Answer::Failed(Some(asked))) = answer { asked } else { 0 };
            one.due_at = now.plus_seconds(pause.max(asked).min(LONGEST_PAUSE)).micros();
            if Instant::from_micros(since).plus_seconds(GIVEN_UP_AFTER) < now {
                one.suspended_at = Some(now.micros());
            }
        }
    }
}
