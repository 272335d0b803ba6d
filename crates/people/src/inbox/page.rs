//! The inbox as shown.

use askama::Template;
use ground::{Day, Result};
use serde::Serialize;
use web::parts::Tag;
use web::{Frame, Here};

use super::{Task, Urgency};
use crate::consent::{self, ConsentLine};
use crate::role::{self, RoleLine};

/// Consents listed at the side.
const CONSENTS: usize = 8;

#[derive(Template, Serialize)]
#[template(path = "inbox/show.html")]
pub(super) struct InboxPage {
    #[serde(skip)]
    frame: Frame,
    today: String,
    state: String,
    first: Option<First>,
    groups: Vec<Group>,
    roles: Vec<RoleLine>,
    consents: Vec<ConsentLine>,
    consents_more: usize,
    is_administrator: bool,
}

#[derive(Serialize)]
struct First {
    tag: Tag,
    about: String,
    title: String,
    why: String,
    href: String,
    action: String,
}

#[derive(Serialize)]
struct Group {
    key: &'static str,
    kind: &'static str,
    glyph: &'static str,
    title: String,
    count: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    href: String,
    title: String,
    detail: String,
    tag: Option<Tag>,
    due: String,
    action: String,
}

impl InboxPage {
    pub(super) async fn of(here: &Here, mut tasks: Vec<Task>) -> Result<Self> {
        let today = here.ground().clock.today();
        let reader = here.reader();
        let (mut held, mut consents) = (Vec::new(), Vec::new());
        if let Some(me) = here.actor.user {
            held = role::of_account(&reader, me).await?;
            held.retain(|held| held.is_held_on(today));
            consents = consent::held_by(&reader, me, today).await?;
        }
        let state = state(here, &tasks);
        let is_open = |task: &Task| matches!(task.group, Urgency::Late | Urgency::Soon | Urgency::Mine);
        let first = tasks.first().is_some_and(is_open).then(|| tasks.remove(0));
        let weekday = here.t(&format!("weekday-{}", today.0.weekday().to_monday_one_offset()));
        Ok(Self {
            frame: here.frame(),
            today: format!("{}, {}", capital(&weekday), today.people()),
            state,
            first: first.map(|task| leading(here, task, today)),
            groups: groups(here, tasks, today),
            roles: held.iter().map(|held| RoleLine::of(here, held, today)).collect(),
            consents_more: consents.len().saturating_sub(CONSENTS),
            consents: consents.iter().take(CONSENTS).map(|c| ConsentLine::of(here, c, today)).collect(),
            is_administrator: here.may("see-journal", &ground::Resource::installation()),
        })
    }
}

// "1 việc quá hạn, 3 việc sắp đến hạn": only what there is.
fn state(here: &Here, tasks: &[Task]) -> String {
    let counted =
        [Urgency::Late, Urgency::Soon, Urgency::Mine, Urgency::Waiting].into_iter().filter_map(|group| {
            let count = tasks.iter().filter(|task| task.group == group).count();
            let key = format!("inbox-count-{group}");
            (count > 0).then(|| here.app.words.text(here.lang, &key, &[("count", count.to_string())]))
        });
    let said: Vec<String> = counted.collect();
    if said.is_empty() { here.t("inbox-count-none") } else { said.join(", ") }
}

fn leading(here: &Here, task: Task, today: Day) -> First {
    let tag = tag(here, &task, today)
        .unwrap_or_else(|| Tag::new("brand", "circle-dot", here.t("inbox-group-mine")));
    First {
        tag,
        about: here.t("inbox-first"),
        title: task.title,
        why: sentence(here, &task.detail, task.due),
        href: task.href,
        action: task.action,
    }
}

fn sentence(here: &Here, detail: &str, due: Option<Day>) -> String {
    match due {
        Some(due) => format!("{} · {}", detail.trim_end_matches('.'), due_words(here, due)),
        None => detail.to_owned(),
    }
}

fn due_words(here: &Here, due: Day) -> String {
    here.app.words.text(here.lang, "inbox-due", &[("day", due.people())])
}

fn groups(here: &Here, tasks: Vec<Task>, today: Day) -> Vec<Group> {
    let mut groups: Vec<(Urgency, Vec<Task>)> = Vec::new();
    for task in tasks {
        match groups.last_mut() {
            Some((group, tasks)) if *group == task.group => tasks.push(task),
            _ => groups.push((task.group, vec![task])),
        }
    }
    groups.into_iter().map(|(group, tasks)| shown(here, group, tasks, today)).collect()
}

fn shown(here: &Here, group: Urgency, tasks: Vec<Task>, today: Day) -> Group {
    let (kind, glyph) = match group {
        Urgency::Late => ("late", "alarm-clock"),
        Urgency::Soon => ("soon", "clock-alert"),
        Urgency::Mine => ("mine", "list-checks"),
        Urgency::Waiting => ("wait", "hourglass"),
        Urgency::Done => ("done", "circle-check"),
    };
    let count = here.app.words.text(here.lang, "inbox-tasks", &[("count", tasks.len().to_string())]);
    let row = |task: Task| Row {
        tag: tag(here, &task, today),
        due: task.due.map(|due| due_words(here, due)).unwrap_or_default(),
        href: task.href,
        title: task.title,
        detail: task.detail,
        action: task.action,
    };
    let title = here.t(&format!("inbox-group-{group}"));
    Group { key: group.as_str(), kind, glyph, title, count, rows: tasks.into_iter().map(row).collect() }
}

// How late, or how long there is, in working days.
fn tag(here: &Here, task: &Task, today: Day) -> Option<Tag> {
    let said = |key: &str, days: u32| here.app.words.text(here.lang, key, &[("days", days.to_string())]);
    let working = |from: Day, to: Day| here.ground().rules.calendar().working_days_between(from.0, to.0);
    let due = task.due?;
    match task.group {
        Urgency::Waiting => Some(Tag::new("wait", "hourglass", here.t("inbox-group-waiting"))),
        Urgency::Done => None,
        _ if due < today => Some(Tag::new("late", "alarm-clock", said("inbox-late", working(due, today)))),
        _ if due == today => Some(Tag::new("soon", "clock-alert", here.t("inbox-today"))),
        Urgency::Soon => Some(Tag::new("soon", "clock-alert", said("inbox-left", working(today, due)))),
        _ => Some(Tag::new("line", "clock", said("inbox-left", working(today, due)))),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
