//! Hashing with Argon2id.

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use ground::{Ground, Refusal, Result};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// Kibibytes of memory a hash takes (OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, 2 passes, 1 lane).
const MEMORY_KIB: u32 = 19_456;
/// Passes over the memory.
const PASSES: u32 = 2;
/// Lanes.
const LANES: u32 = 1;
/// Bytes of salt.
const SALT_BYTES: usize = 16;
/// Hashes at one time, so that a flood of sign-ins takes neither all memory nor all cores.
const AT_ONCE: usize = 4;

static TURN: Semaphore = Semaphore::const_new(AT_ONCE);
// A hash of nobody's password: an unknown login takes as long as a known one.
static NOBODY: LazyLock<Option<String>> =
    LazyLock::new(|| digest("a password that nobody has", &[7; SALT_BYTES]).ok());

/// A password as it is kept: Argon2id in PHC form.
#[derive(Clone, Debug)]
pub struct Hashed(pub(crate) String);

impl Hashed {
    /// What no password matches: an account that cannot sign in.
    pub fn none() -> Self {
        Self(String::new())
    }
}

/// Hashes a password.
///
/// # Errors
/// The machine has no memory or no random bytes to give.
pub async fn hash(ground: &Ground, password: &str) -> Result<Hashed> {
    let salt: [u8; SALT_BYTES] = ground.clock.random()?;
    let password = password.to_owned();
    let _turn = TURN.acquire().await.map_err(Refusal::unexpected)?;
    let done = tokio::task::spawn_blocking(move || digest(&password, &salt));
    done.await.map_err(Refusal::unexpected)?.map(Hashed)
}

/// Whether it is the password; with no hash the same work is done, and the answer is no.
pub(crate) async fn verify(password: &str, kept: Option<String>) -> Result<bool> {
    let password = password.to_owned();
    let _turn = TURN.acquire().await.map_err(Refusal::unexpected)?;
    let done = tokio::task::spawn_blocking(move || {
        let kept = kept.filter(|kept| !kept.is_empty());
        let is_known = kept.is_some();
        let Some(kept) = kept.or_else(|| NOBODY.clone()) else { return false };
        let matches =
            engine().is_ok_and(|engine| engine.verify_password(&bytes(&password), kept.as_str()).is_ok());
        matches && is_known
    });
    done.await.map_err(Refusal::unexpected)
}

fn engine() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(Refusal::unexpected)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn digest(password: &str, salt: &[u8]) -> Result<String> {
    let hash = engine()?.hash_password_with_salt(&bytes(password), salt).map_err(Refusal::unexpected)?;
    Ok(hash.to_string())
}

// One keyboard sends "ế" as one character, another as three.
fn bytes(password: &str) -> Vec<u8> {
    password.nfkc().collect::<String>().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{NOBODY, digest, verify};

    #[tokio::test]
    async fn composed_and_decomposed_letters_are_one_password() {
        let kept = digest("Sa Đéc mùa hoa tết", &[1; 16]).unwrap();
        let decomposed: String =
            unicode_normalization::UnicodeNormalization::nfd("Sa Đéc mùa hoa tết").collect();
        assert_ne!(decomposed, "Sa Đéc mùa hoa tết");
        assert!(verify(&decomposed, Some(kept.clone())).await.unwrap());
        assert!(!verify("Sa Đéc mùa hoa tet", Some(kept)).await.unwrap());
    }

    #[tokio::test]
    async fn nobodys_password_opens_nothing() {
        assert!(!verify("a password that nobody has", None).await.unwrap());
        assert!(NOBODY.as_deref().unwrap().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }
}
