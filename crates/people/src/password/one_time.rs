//! The password that an administrator reads out and that must be changed at the first sign-in.

use ground::{Ground, Instant, Result};

use super::{Hashed, hash};

/// Letters and digits that are not taken for one another when read over the phone.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz123456789";
/// Characters: 80 random bits.
const CHARACTERS: usize = 16;
/// Characters between two hyphens.
const GROUP: usize = 4;
/// How long it works (ASVS 5.0, 6.4.1).
const SECONDS: i64 = 7 * 86_400;

/// A one-time password.
pub(crate) struct OneTime {
    /// Shown once.
    pub text: String,
    /// What is kept.
    pub hashed: Hashed,
    /// Until when it works.
    pub until: Instant,
}

impl OneTime {
    /// A new one.
    ///
    /// # Errors
    /// The machine has no random bytes to give.
    pub async fn new(ground: &Ground) -> Result<Self> {
        let bytes: [u8; CHARACTERS] = ground.clock.random()?;
        let text = phrase(&bytes);
        let hashed = hash(ground, &text).await?;
        Ok(Self { text, hashed, until: ground.clock.now().plus_seconds(SECONDS) })
    }
}

// 256 is a multiple of 32, so every character is as likely as any other.
fn phrase(bytes: &[u8]) -> String {
    let mut text = String::new();
    for (n, byte) in bytes.iter().enumerate() {
        if n > 0 && n % GROUP == 0 {
            text.push('-');
        }
        text.push(char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, phrase};

    #[test]
    fn it_is_read_out_in_groups_of_four() {
        assert_eq!(phrase(&[0, 1, 2, 3, 32, 33, 34, 35]), "abcd-abcd");
    }

    #[test]
    fn no_character_stands_twice_in_the_alphabet() {
        let mut letters = ALPHABET.to_vec();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), ALPHABET.len());
    }
}
