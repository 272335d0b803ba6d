//! Posting results to a destination.

use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use reqwest::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER, USER_AGENT};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use sha2::Sha256;

use super::guard::{OutsideOnly, is_destination};
use super::report::Outgoing;
use crate::problem::Problem;
use crate::wanted::versions;

/// How long a destination may take to answer.
const ANSWER_TIME: Duration = Duration::from_secs(15);
const CONNECT_TIME: Duration = Duration::from_secs(5);

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// It was taken.
    Taken,
    /// It is to be sent in smaller parts.
    TooLarge,
    /// Nobody wants it any more.
    Gone,
    /// It is to be tried again, not before so many seconds where the destination says so.
    Failed(Option<i64>),
}

/// Posts results.
#[derive(Clone)]
pub(super) struct Postman {
    client: Client,
    allows_private: bool,
}

impl Postman {
    /// # Errors
    /// There are no roots of trust for TLS.
    pub(super) fn new(allows_private: bool) -> Result<Self, Problem> {
        // Refused only where it is installed already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .timeout(ANSWER_TIME)
            .connect_timeout(CONNECT_TIME);
        if !allows_private {
            builder = builder.dns_resolver(OutsideOnly);
        }
        Ok(Self { client: builder.build().map_err(Problem::fault)?, allows_private })
    }

    /// Posts a document to a destination, signed where there is a token.
    ///
    /// # Errors
    /// The token cannot sign.
    pub(super) async fn post(
        &self,
        (dest, token): (&str, Option<&str>),
        document: &Outgoing,
    ) -> Result<Answer, Problem> {
        // The settings may have become stricter since.
        if !is_destination(dest, self.allows_private) {
            return Ok(Answer::Failed(None));
        }
        let mut head = versions();
        head.insert(CONTENT_TYPE, HeaderValue::from_static(document.media_type));
        head.insert(USER_AGENT, HeaderValue::from_static(concat!("Sen/", env!("CARGO_PKG_VERSION"))));
        if let Some(token) = token {
            let signature =
                HeaderValue::from_str(&signature(token, &document.body)?).map_err(Problem::fault)?;
            head.insert("gs1-signature", signature);
        }
        let sent = self.client.post(dest).headers(head).body(document.body.clone()).send().await;
        Ok(match sent {
            Ok(response) => answer(response.status(), response.headers().get(RETRY_AFTER)),
            Err(error) => {
                tracing::info!(error = %error.without_url(), "a webhook cannot be reached");
                Answer::Failed(None)
            }
        })
    }
}

fn answer(status: StatusCode, retry_after: Option<&HeaderValue>) -> Answer {
    match status {
        status if status.is_success() => Answer::Taken,
        StatusCode::PAYLOAD_TOO_LARGE => Answer::TooLarge,
        StatusCode::GONE => Answer::Gone,
        _ => Answer::Failed(retry_after.and_then(|value| value.to_str().ok()?.parse().ok())),
    }
}

/// The header `GS1-Signature`: HMAC-SHA-256 (RFC 2104) of the body with the token as key, in hexadecimal digits.
fn signature(token: &str, body: &str) -> Result<String, Problem> {
    let mut mac = Hmac::<Sha256>::new_from_slice(token.as_bytes()).map_err(Problem::fault)?;
    mac.update(body.as_bytes());
    Ok(hex::encode(mac.finalize().into_bytes()))
}
