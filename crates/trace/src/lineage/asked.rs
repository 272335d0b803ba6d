//! What is asked of a walk.

use epcis::model::Time;

use super::step::Direction;
use super::walk::MAX_DEPTH;
use crate::problem::{Kind, Problem};
use crate::store::{Micros, Span};

/// The parameters of `GET /trace`.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    /// The identifier it begins at.
    pub from: String,
    pub direction: Direction,
    /// When the events happened that lead on.
    pub times: Span,
    pub depth: usize,
    /// Whether the graph is told page by page.
    pub paged: bool,
}

impl Wish {
    /// Of the parameters of an address.
    ///
    /// # Errors
    /// `QueryParameterException` with the parameter: unknown, repeated, or a value that does not fit.
    pub(super) fn of(query: &str) -> Result<Self, Problem> {
        let mut wish = Self {
            from: String::new(),
            direction: Direction::Back,
            times: Span::default(),
            depth: MAX_DEPTH,
            paged: false,
        };
        let mut seen = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let wrong = || wrong(&name);
            if seen.contains(&name) {
                return Err(wrong());
            }
            match name.as_ref() {
                "from" => wish.from = value.into_owned(),
                "direction" => wish.direction = Direction::of(&value).ok_or_else(wrong)?,
                "depth" => {
                    let depth = value.parse().ok().filter(|depth| (1..=MAX_DEPTH).contains(depth));
                    wish.depth = depth.ok_or_else(wrong)?;
                }
                "GE_eventTime" => wish.times.from = Some(micros(&value).ok_or_else(wrong)?),
                "LT_eventTime" => wish.times.until = Some(micros(&value).ok_or_else(wrong)?),
                "perPage" | "nextPageToken" => wish.paged = true,
                _ => return Err(wrong()),
            }
            seen.push(name);
        }
        if wish.from.is_empty() {
            return Err(Problem::new(Kind::QueryParameter, "trace-trace-from"));
        }
        Ok(wish)
    }
}

fn wrong(parameter: &str) -> Problem {
    Problem::new(Kind::QueryParameter, "trace-bad-parameter").with("parameter", parameter)
}

fn micros(text: &str) -> Option<Micros> {
    Time::read(text).ok().map(|time| crate::capture::admit::micros(&time))
}
