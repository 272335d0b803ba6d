//! What a party asks for when it subscribes, from a body of JSON or from the address of a WebSocket.

use epcis::model::Time;
use ground::{Ground, Lang};
use serde_json::Value;

use super::guard::is_destination;
use super::model::{Subscription, Trigger, Way};
use super::schedule::{BadField, Schedule};
use crate::caller::Caller;
use crate::problem::{Kind, Problem};
use crate::wanted::EpcForm;

/// Longest signature token.
const MAX_TOKEN: usize = 1_000;

/// The parameters with which a WebSocket is asked for.
pub(crate) const FIELDS: [&str; 9] = [
    "stream",
    "reportIfEmpty",
    "initialRecordTime",
    "second",
    "minute",
    "hour",
    "dayOfMonth",
    "month",
    "dayOfWeek",
];

/// A subscription as its party asks for it.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    way: Way,
    trigger: Trigger,
    report_if_empty: bool,
    since: Option<i64>,
}

/// What goes with a wish.
pub(super) struct Around<'a> {
    pub ground: &'a Ground,
    pub caller: &'a Caller,
    /// The name of the query and what it says.
    pub query: (&'a str, String),
    pub epcs: EpcForm,
    pub lang: Lang,
}

impl Wish {
    /// Of the body of `POST /queries/{name}/subscriptions`.
    ///
    /// # Errors
    /// `SubscriptionControlsException` with the field: no destination, neither a schedule nor a stream or both, a field
    /// of the schedule that does not hold, a time that is none.
    pub(super) fn of_json(body: &Value, allows_private: bool) -> Result<Self, Problem> {
        let body = body.as_object().ok_or_else(|| wrong("body"))?;
        let text = |name: &'static str| match body.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.as_str())),
            Some(_) => Err(wrong(name)),
        };
        let flag = |name: &'static str| match body.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(wrong(name)),
        };
        let dest =
            text("dest")?.filter(|dest| is_destination(dest, allows_private)).ok_or_else(|| wrong("dest"))?;
        let token = text("signatureToken")?;
        if token.is_some_and(|token| token.is_empty() || token.len() > MAX_TOKEN) {
            return Err(wrong("signatureToken"));
        }
        let schedule = body.get("schedule").filter(|schedule| !schedule.is_null());
        let schedule = schedule.map(Schedule::of_json).transpose().map_err(|BadField(name)| wrong(name))?;
        Ok(Self {
            way: Way::Webhook { dest: dest.to_owned(), signature_token: token.map(str::to_owned) },
            trigger: trigger(schedule, flag("stream")?)?,
            report_if_empty: flag("reportIfEmpty")?.unwrap_or(false),
            since: text("initialRecordTime")?.map(since).transpose()?,
        })
    }

    /// Of the parameters with which a WebSocket is asked for.
    ///
    /// # Errors
    /// As [`Self::of_json`].
    pub(super) fn of_address(query: &str) -> Result<Self, Problem> {
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let find =
            |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let flag = |name: &'static str| match find(name) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(_) => Err(wrong(name)),
        };
        Ok(Self {
            way: Way::Socket,
            trigger: trigger(Schedule::of(find), flag("stream")?)?,
            report_if_empty: flag("reportIfEmpty")?.unwrap_or(false),
            since: find("initialRecordTime").map(since).transpose()?,
        })
    }

    /// The subscription.
    ///
    /// # Errors
    /// `SubscriptionControlsException` for a schedule that never comes.
    pub(super) fn granted(self, id: String, around: Around<'_>) -> Result<Subscription, Problem> {
        let now = around.ground.clock.now();
        let due_at = match &self.trigger {
            Trigger::Stream => now,
            Trigger::Schedule(schedule) => {
                let times = schedule.times().map_err(|BadField(field)| wrong(field))?;
                times.next(now).ok_or_else(|| wrong("schedule"))?
            }
        };
        let since = self.since.unwrap_or(now.micros());
        let (query, source) = around.query;
        Ok(Subscription {
            id,
            query: query.to_owned(),
            source,
            way: self.way,
            trigger: self.trigger,
            report_if_empty: self.report_if_empty,
            epcs: around.epcs,
            key: around.caller.key,
            is_english: around.lang == Lang::En,
            created_at: now.micros(),
            since,
            caught_up_to: (since < now.micros()).then_some(since),
            ran_at: None,
            notified_at: None,
            due_at: due_at.micros(),
            failures: 0,
            failing_since: None,
            suspended_at: None,
        })
    }
}

fn trigger(schedule: Option<Schedule>, stream: Option<bool>) -> Result<Trigger, Problem> {
    match (schedule, stream) {
        (Some(schedule), None | Some(false)) => {
            schedule.times().map_err(|BadField(field)| wrong(field))?;
            Ok(Trigger::Schedule(schedule))
        }
        (None, Some(true)) => Ok(Trigger::Stream),
        _ => Err(wrong("schedule, stream")),
    }
}

fn since(text: &str) -> Result<i64, Problem> {
    let time = Time::read(text).map_err(|_| wrong("initialRecordTime"))?;
    i64::try_from(time.unix_nanos() / 1_000).map_err(|_| wrong("initialRecordTime"))
}

fn wrong(field: &'static str) -> Problem {
    Problem::new(Kind::SubscriptionControls, "trace-bad-subscription").with("field", field)
}
