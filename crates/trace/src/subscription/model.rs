//! A subscription: a query with a name that asks by itself, and where its results go.

use epcis::query::{NamedQuery, Prefixes, Query};
use ground::{Instant, Lang};
use gs1::percent;
use people::key::KeyId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::schedule::{Schedule, Times};
use crate::problem::Problem;
use crate::wanted::EpcForm;

/// When results go out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Trigger {
    /// As soon as an event comes that fits.
    Stream,
    /// At the times of a schedule.
    Schedule(Schedule),
}

/// How results go out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Way {
    /// Posted to an address, signed where there is a token.
    Webhook {
        /// Where to.
        dest: String,
        /// The secret of signatures.
        signature_token: Option<String>,
    },
    /// Over the connection on which it was asked for.
    Socket,
}

/// A subscription. Times are in microseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Subscription {
    /// Its identifier.
    pub id: String,
    /// The name of its query.
    pub query: String,
    /// What the query says.
    pub source: String,
    /// How results go out.
    pub way: Way,
    /// When.
    pub trigger: Trigger,
    /// Whether an empty result of a schedule goes out too.
    pub report_if_empty: bool,
    /// The form of identifiers.
    pub epcs: EpcForm,
    /// The key it was made with; without it nothing goes out.
    pub key: KeyId,
    /// Whether problems are told in English.
    pub is_english: bool,
    /// When it was made.
    pub created_at: i64,
    /// Events recorded from here on are for it.
    pub since: i64,
    /// While events from before it was made are still looked for: up to where they were.
    pub caught_up_to: Option<i64>,
    /// When it last asked.
    pub ran_at: Option<i64>,
    /// When its results were last taken.
    pub notified_at: Option<i64>,
    /// When it may ask next.
    pub due_at: i64,
    /// Attempts in a row that failed.
    pub failures: u32,
    /// Since when nothing but failures.
    pub failing_since: Option<i64>,
    /// When it was given up.
    pub suspended_at: Option<i64>,
}

impl Subscription {
    /// As its party sees it: without the secret.
    pub(crate) fn told(&self, public_url: &str) -> Value {
        let time = |micros: i64| Value::from(Instant::from_micros(micros).rfc3339());
        let mut body = serde_json::json!({
            "subscriptionID": self.id,
            "queryName": self.query,
            "reportIfEmpty": self.report_if_empty,
            "epcFormat": self.epcs.word(),
            "createdAt": time(self.created_at),
            "initialRecordTime": time(self.since),
            "minRecordTime": self.min_record_time(),
            "dest": self.dest(public_url),
        });
        match &self.trigger {
            Trigger::Stream => body["stream"] = true.into(),
            Trigger::Schedule(schedule) => body["schedule"] = schedule.json(),
        }
        for (name, at) in [("lastNotifiedAt", self.notified_at), ("suspendedAt", self.suspended_at)] {
            if let Some(at) = at {
                body[name] = time(at);
            }
        }
        if self.failures > 0 {
            body["failures"] = self.failures.into();
        }
        body
    }

    /// From when on events are recorded that it has not reported yet.
    pub(crate) fn min_record_time(&self) -> String {
        Instant::from_micros(self.ran_at.unwrap_or(self.since)).rfc3339()
    }

    // Where results go; of a socket, the address at which it was opened.
    fn dest(&self, public_url: &str) -> String {
        match &self.way {
            Way::Webhook { dest, .. } => dest.clone(),
            Way::Socket => {
                // `https` becomes `wss`, and `http` becomes `ws`.
                let host = public_url.strip_prefix("http").unwrap_or(public_url);
                format!("ws{host}/epcis/queries/{}/events", percent::escaped(&self.query))
            }
        }
    }

    /// The times of its schedule; none of a stream.
    pub(crate) fn times(&self) -> Option<Times> {
        match &self.trigger {
            Trigger::Stream => None,
            Trigger::Schedule(schedule) => schedule.times().ok(),
        }
    }

    /// Whether it still gets events.
    pub(crate) const fn is_live(&self) -> bool {
        self.suspended_at.is_none()
    }

    /// Its query.
    ///
    /// # Errors
    /// What was kept is no query any more.
    pub(crate) fn query(&self) -> Result<Query, Problem> {
        let named = NamedQuery::from_json(&self.source, &Prefixes::default()).map_err(Problem::of_query)?;
        Ok(named.query)
    }

    /// The language of its problems.
    pub(crate) const fn lang(&self) -> Lang {
        if self.is_english { Lang::En } else { Lang::Vi }
    }
}
