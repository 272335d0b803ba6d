//! What became of goods: documents of events, captured on the last day for the producers that their files are named
//! after.

use anyhow::Context;

use super::play::Play;
use super::written;

/// Captures all of them.
///
/// # Errors
/// A file of nobody's, or one that the repository refuses.
pub(super) async fn capture(play: &Play<'_>) -> anyhow::Result<()> {
    for (key, text) in written::events() {
        let id = play.producer(key)?;
        let producer = register::producer::load(&play.ground.reader(), id).await?;
        let visibility = trace::store::Visibility::Public;
        let source = text.as_bytes().to_vec();
        let captured = trace::take_in(play.ground, (id, &producer.name), visibility, source).await;
        captured.with_context(|| format!("demo/events/{key}.json"))?;
    }
    Ok(())
}
