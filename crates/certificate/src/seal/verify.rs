//! Checking a signed statement offline: no database, no network, no clock.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, VerifyingKey};
use ground::Day;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::statement::{Header, Statement, TYPE, VERSION};
use crate::state::State;

/// The field of the JSON answer that holds the signature.
pub const SIGNED: &str = "signed";
/// Most bytes of a statement; a real one has about 1,500.
const BYTES: usize = 64 * 1024;

/// Public keys by their ids.
#[derive(Clone, Debug, Default)]
pub struct KeySet(Vec<(String, VerifyingKey)>);

#[derive(Serialize, Deserialize)]
struct Jwks {
    keys: Vec<Jwk>,
}

#[derive(Serialize, Deserialize)]
struct Jwk {
    kty: String,
    crv: String,
    kid: String,
    x: String,
    #[serde(rename = "use", default)]
    purpose: Option<String>,
    #[serde(default)]
    alg: Option<String>,
}

/// Why a statement does not verify.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotVerified {
    /// The keys cannot be read.
    #[error("the keys are no JSON Web Key Set with Ed25519 keys")]
    Keys,
    /// There is no signed statement in the text.
    #[error("there is no signed certificate in this text")]
    Unreadable,
    /// The form is newer than this program, or of another kind.
    #[error("the certificate has form “{0}”, which this program does not know")]
    Form(String),
    /// None of the keys has signed it.
    #[error("it is signed with key “{0}”, which is not among the keys")]
    UnknownKey(String),
    /// The signature is not over this text.
    #[error("the signature does not fit: the text was altered, or it was never signed")]
    Signature,
    /// The readable fields say something else than what was signed.
    #[error("the field “{0}” says something else than what was signed")]
    Altered(String),
}

/// A statement that was signed by one of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// What was signed.
    pub statement: Statement,
    /// The key.
    pub key: String,
    /// What the certificate is worth on the day asked, as far as the statement knows: what was decided after
    /// `statement.on` stands only at `statement.url`.
    pub state: State,
}

impl KeySet {
    /// A set of keys by their ids.
    pub fn of(keys: impl IntoIterator<Item = (String, VerifyingKey)>) -> Self {
        Self(keys.into_iter().collect())
    }

    /// Reads a JSON Web Key Set; keys of other kinds are passed over.
    ///
    /// # Errors
    /// It is none, or holds no Ed25519 key.
    pub fn parse(text: &str) -> Result<Self, NotVerified> {
        let set: Jwks = serde_json::from_str(text).map_err(|_| NotVerified::Keys)?;
        let keys = set.keys.into_iter().filter(|key| key.kty == "OKP" && key.crv == "Ed25519");
        let keys: Option<Vec<_>> = keys.map(|key| Some((key.kid, key_of(&key.x)?))).collect();
        keys.filter(|keys| !keys.is_empty()).map(Self).ok_or(NotVerified::Keys)
    }

    /// The JSON Web Key Set (RFC 7517, RFC 8037).
    pub fn to_json(&self) -> Value {
        let keys = self.0.iter().map(|(id, key)| Jwk {
            kty: "OKP".into(),
            crv: "Ed25519".into(),
            kid: id.clone(),
            x: URL_SAFE_NO_PAD.encode(key.as_bytes()),
            purpose: Some("sig".into()),
            alg: Some("EdDSA".into()),
        });
        serde_json::to_value(Jwks { keys: keys.collect() }).unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn find(&self, id: &str) -> Option<&VerifyingKey> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, key)| key)
    }
}

pub(super) fn key_of(x: &str) -> Option<VerifyingKey> {
    let bytes: [u8; 32] = URL_SAFE_NO_PAD.decode(x).ok()?.try_into().ok()?;
    VerifyingKey::from_bytes(&bytes).ok()
}

/// Checks a signed statement, given alone or as the JSON that `/c/{code}` answers, and says what the certificate is
/// worth on a day.
///
/// # Errors
/// It cannot be read, is of an unknown form, was signed by none of the keys, or was altered.
pub fn verify(text: &str, keys: &KeySet, today: Day) -> Result<Verified, NotVerified> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.len() > BYTES {
        return Err(NotVerified::Unreadable);
    }
    if !text.starts_with('{') {
        return verify_compact(text, keys, today);
    }
    let Ok(Value::Object(mut fields)) = serde_json::from_str(text) else {
        return Err(NotVerified::Unreadable);
    };
    let Some(Value::String(signed)) = fields.remove(SIGNED) else { return Err(NotVerified::Unreadable) };
    let verified = verify_compact(&signed, keys, today)?;
    let Ok(Value::Object(wanted)) = serde_json::to_value(&verified.statement) else {
        return Err(NotVerified::Unreadable);
    };
    let differs = |name: &&String| fields.get(*name) != wanted.get(*name);
    match fields.keys().chain(wanted.keys()).find(differs) {
        Some(name) => Err(NotVerified::Altered(name.chars().take(40).collect())),
        None => Ok(verified),
    }
}

fn verify_compact(text: &str, keys: &KeySet, today: Day) -> Result<Verified, NotVerified> {
    let (input, signature) = text.rsplit_once('.').ok_or(NotVerified::Unreadable)?;
    let (header, payload) = input.split_once('.').ok_or(NotVerified::Unreadable)?;
    let decode = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| NotVerified::Unreadable);
    let header: Header = serde_json::from_slice(&decode(header)?).map_err(|_| NotVerified::Unreadable)?;
    if header.alg != "EdDSA" || header.typ != TYPE {
        return Err(NotVerified::Form(format!("{} {}", header.typ, header.alg).chars().take(60).collect()));
    }
    let key = keys
        .find(&header.kid)
        .ok_or_else(|| NotVerified::UnknownKey(header.kid.chars().take(40).collect()))?;
    let signature = Signature::from_slice(&decode(signature)?).map_err(|_| NotVerified::Signature)?;
    key.verify_strict(input.as_bytes(), &signature).map_err(|_| NotVerified::Signature)?;
    let payload: Value = serde_json::from_slice(&decode(payload)?).map_err(|_| NotVerified::Unreadable)?;
    if payload["v"] != VERSION {
        return Err(NotVerified::Form(format!("{TYPE} {}", payload["v"])));
    }
    let statement: Statement = serde_json::from_value(payload).map_err(|_| NotVerified::Unreadable)?;
    let state = statement.life().on(today);
    Ok(Verified { statement, key: header.kid, state })
}

#[cfg(test)]
#[path = "verify_tests.rs"]
mod tests;
