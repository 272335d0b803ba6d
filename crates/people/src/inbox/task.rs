//! A task.

use std::pin::Pin;

use ground::{Day, words_enum};
use web::Here;

words_enum! {
    /// The group of the inbox a task stands in, the most pressing first.
    Urgency {
        /// Its day has passed.
        Late = "late",
        /// Its day is near.
        Soon = "soon",
        /// To be done, no day near.
        Mine = "mine",
        /// Someone else's turn.
        Waiting = "waiting",
        /// Done today.
        Done = "done",
    }
}

/// Something to do.
#[derive(Clone, Debug)]
pub struct Task {
    /// The verb and its object: "Kiểm tra hồ sơ nâng hạng: Sa Đéc Tửu".
    pub title: String,
    /// Whose, and how far it is.
    pub detail: String,
    /// The page on which it is done.
    pub href: String,
    /// The words of the button.
    pub action: String,
    /// The last day for it.
    pub due: Option<Day>,
    /// The group.
    pub group: Urgency,
    /// What it is about, so that one thing is listed once: the key of the record.
    pub subject: String,
}

/// A room that knows of tasks; it asks for the actor of the request and bounds what it reads.
pub type Source =
    for<'a> fn(&'a Here) -> Pin<Box<dyn Future<Output = ground::Result<Vec<Task>>> + Send + 'a>>;
