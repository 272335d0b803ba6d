//! `GET /inbox`.

use axum::extract::Extension;
use ground::{Refusal, RefusalKind, Result};
use web::{Answer, Here};

use super::page::InboxPage;
use super::{Source, Task, Urgency};

/// The rooms that were asked for tasks.
#[derive(Clone, Copy)]
pub(crate) struct Sources(pub &'static [Source]);

/// All tasks of the one who looks, the most pressing first.
async fn tasks(here: &Here, sources: &[Source]) -> Result<Vec<Task>> {
    let mut all = Vec::new();
    for source in sources {
        all.extend(source(here).await?);
    }
    // The day decides within a group; without a day, it comes after those that have one.
    all.sort_by(|a, b| {
        let key = |task: &Task| (task.group, task.due.is_none(), task.due);
        key(a).cmp(&key(b)).then_with(|| a.title.cmp(&b.title))
    });
    let mut seen = std::collections::HashSet::new();
    all.retain(|task| seen.insert((task.subject.clone(), task.title.clone())));
    Ok(all)
}

/// How many tasks are late, soon or otherwise one's own: the number beside "Việc của tôi".
///
/// # Errors
/// A source fails.
pub async fn count(here: &Here, sources: &[Source]) -> Result<u32> {
    Ok(own(&tasks(here, sources).await?))
}

fn own(tasks: &[Task]) -> u32 {
    let own = tasks.iter().filter(|task| !matches!(task.group, Urgency::Waiting | Urgency::Done));
    u32::try_from(own.count()).unwrap_or(u32::MAX)
}

/// `GET /inbox`.
pub(super) async fn show(mut here: Here, Extension(sources): Extension<Sources>) -> Answer {
    if here.actor.user.is_none() {
        return Err(Refusal::new(RefusalKind::NotSignedIn, "not-signed-in").into());
    }
    let tasks = tasks(&here, sources.0).await?;
    here.visit.waiting = Some(own(&tasks));
    here.show(&InboxPage::of(&here, tasks).await?)
}
