//! How much comes in at once: bodies are held, and read, within bounds that hold for all callers together.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{HeaderMap, header};
use futures::StreamExt;
use ground::Ground;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::MAX_BYTES;
use crate::problem::{Kind, Problem};

/// Bytes of bodies held at once.
const MAX_HELD: usize = 48 << 20;
/// Bytes of documents read at once; reading one takes several times its length. The largest is read alone.
const MAX_READ: usize = MAX_BYTES;
/// Bytes of a body that is too long that are still read, and thrown away.
const MAX_LET_BY: usize = 4 * MAX_BYTES;
/// How long they are read.
const LET_BY_FOR: Duration = Duration::from_secs(10);
/// Permits are of so many bytes.
const UNIT: usize = 1 << 10;

/// What is left of both.
struct Intake {
    held: Arc<Semaphore>,
    read: Arc<Semaphore>,
}

impl Default for Intake {
    fn default() -> Self {
        let of = |bytes: usize| Arc::new(Semaphore::new(bytes / UNIT));
        Self { held: of(MAX_HELD), read: of(MAX_READ) }
    }
}

/// A body, and its place among those held.
pub(super) struct Taken {
    pub bytes: Vec<u8>,
    /// Its place, until the events of the body are stored.
    pub held: Option<OwnedSemaphorePermit>,
}

/// Takes a body in as it comes.
///
/// # Errors
/// It is longer than [`MAX_BYTES`], or breaks off; all bodies together are more than [`MAX_HELD`].
pub(super) async fn take(ground: &Ground, headers: &HeaderMap, body: Body) -> Result<Taken, Problem> {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let length: usize = length.unwrap_or_default();
    let mut chunks = body.into_data_stream();
    if length > MAX_BYTES {
        // Whoever waits to be told to go on has not begun to write.
        if !headers.contains_key(header::EXPECT) {
            let_by(&mut chunks).await;
        }
        return Err(too_large());
    }
    let intake: Arc<Intake> = ground.shelf.get();
    let mut taken = Taken { bytes: Vec::with_capacity(length), held: None };
    let mut units = 0;
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Problem::new(Kind::Validation, "trace-bad-request"))?;
        let after = taken.bytes.len() + chunk.len();
        if after > MAX_BYTES {
            let_by(&mut chunks).await;
            return Err(too_large());
        }
        let more = units_of(after) - units;
        units += more;
        // Whoever comes when there is no room is put off: waiting, bodies that came in half would block each other.
        let full = |_| Problem::new(Kind::Away, "trace-full-up");
        let held = Arc::clone(&intake.held).try_acquire_many_owned(permits(more)).map_err(full)?;
        match &mut taken.held {
            Some(all) => all.merge(held),
            none => *none = Some(held),
        }
        taken.bytes.extend_from_slice(&chunk);
    }
    Ok(taken)
}

// Most clients read an answer only when they have written all: what comes is let go by, as far and as long as is fair.
async fn let_by(chunks: &mut BodyDataStream) {
    let all = async {
        let mut bytes = 0;
        while let Some(Ok(chunk)) = chunks.next().await {
            bytes += chunk.len();
            if bytes > MAX_LET_BY {
                break;
            }
        }
    };
    // Whether it came to an end changes nothing in the answer.
    drop(tokio::time::timeout(LET_BY_FOR, all).await);
}

/// Waits for the turn to read that many bytes.
///
/// # Errors
/// The program ends.
pub(super) async fn turn(ground: &Ground, bytes: usize) -> Result<OwnedSemaphorePermit, Problem> {
    let intake: Arc<Intake> = ground.shelf.get();
    let units = permits(units_of(bytes.min(MAX_READ)));
    Arc::clone(&intake.read).acquire_many_owned(units).await.map_err(Problem::fault)
}

fn too_large() -> Problem {
    Problem::new(Kind::CaptureLimit, "trace-too-large").with("most", (MAX_BYTES >> 20).to_string())
}

const fn units_of(bytes: usize) -> usize {
    bytes.div_ceil(UNIT)
}

fn permits(units: usize) -> u32 {
    u32::try_from(units).unwrap_or(u32::MAX)
}
