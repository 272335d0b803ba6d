//! The code under the QR: short, read aloud without doubt, not to be guessed.

use serde::{Deserialize, Serialize};

/// Crockford's base32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Random characters: 45 bits.
const RANDOM: usize = 9;
/// Characters with the check character at the end.
pub const LENGTH: usize = RANDOM + 1;
/// Characters before the hyphen, as the code is printed.
const GROUP: usize = 5;
/// A prime below 32, so that a check character is one of the alphabet, and one wrong character or two swapped
/// neighbours are always found.
const MODULUS: u32 = 31;

/// A certificate's code, in its one written form: `7K3Q9M2TXA`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, sea_orm::DeriveValueType)]
#[serde(try_from = "String", into = "String")]
#[sea_orm(value_type = "String")]
pub struct Code(String);

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoCode {
    /// It has not ten letters and digits.
    #[error("a code has {LENGTH} letters and digits, not {0}")]
    Length(usize),
    /// It has a character that no code has.
    #[error("no code has the character “{0}”")]
    Character(char),
    /// The last character does not fit the others: one was mistyped.
    #[error("a character was mistyped")]
    Check,
}

impl Code {
    /// A code from eight random bytes.
    pub fn of_random(bytes: [u8; 8]) -> Self {
        let mut number = u64::from_be_bytes(bytes);
        let mut values = [0_u8; RANDOM];
        // The check is computed modulo 31, so each character carries one of 31 values.
        for value in &mut values {
            *value = u8::try_from(number % u64::from(MODULUS)).unwrap_or_default();
            number /= u64::from(MODULUS);
        }
        let mut text: String = values.iter().map(|value| letter(*value)).collect();
        text.push(letter(check(&values)));
        Self(text)
    }

    /// Reads a code as people type it: small letters, spaces, hyphens, O for 0, I and L for 1.
    ///
    /// # Errors
    /// It has another length, a strange character, or was mistyped.
    pub fn parse(text: &str) -> Result<Self, NoCode> {
        let mut values = Vec::with_capacity(LENGTH);
        for character in text.trim().chars() {
            if matches!(character, ' ' | '-' | '.' | '_' | '\u{a0}') {
                continue;
            }
            values.push(value(character).ok_or(NoCode::Character(character))?);
        }
        let [random @ .., last] = values.as_slice() else { return Err(NoCode::Length(0)) };
        if random.len() != RANDOM {
            return Err(NoCode::Length(values.len()));
        }
        if values.iter().any(|value| u32::from(*value) >= MODULUS) || check(random) != *last {
            return Err(NoCode::Check);
        }
        Ok(Self(values.iter().map(|value| letter(*value)).collect()))
    }

    /// The codes that someone may have meant who typed this: one character or two neighbours put right. None for a
    /// text that is no code's length; for a code as it is written, itself is not among them.
    pub fn slips(typed: &str) -> Vec<Self> {
        let mut slips = Vec::new();
        let letters: Vec<char> = typed.chars().filter(|c| c.is_alphanumeric()).collect();
        if letters.len() != LENGTH {
            return slips;
        }
        let mut meant = |letters: &[char]| {
            if let Ok(code) = Self::parse(&letters.iter().collect::<String>()) {
                slips.push(code);
            }
        };
        for place in 0..LENGTH {
            let mut other = letters.clone();
            for letter in ALPHABET {
                other[place] = char::from(*letter);
                meant(&other);
            }
            if place + 1 < LENGTH {
                let mut swapped = letters.clone();
                swapped.swap(place, place + 1);
                meant(&swapped);
            }
        }
        let written = Self::parse(typed).ok();
        slips.sort_by(|a, b| a.0.cmp(&b.0));
        slips.dedup();
        slips.retain(|slip| Some(slip) != written.as_ref());
        slips
    }

    /// As in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As printed under the QR: `7K3Q9-M2TXA`.
    pub fn printed(&self) -> String {
        let (head, tail) = self.0.split_at(GROUP);
        format!("{head}-{tail}")
    }
}

fn letter(value: u8) -> char {
    char::from(ALPHABET[usize::from(value) % ALPHABET.len()])
}

fn value(character: char) -> Option<u8> {
    let plain = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|letter| char::from(*letter) == plain)?;
    u8::try_from(place).ok()
}

// Each place has a weight of its own, none a multiple of the modulus and no two alike.
fn check(values: &[u8]) -> u8 {
    let sum: u32 = values.iter().zip(2_u32..).map(|(value, weight)| u32::from(*value) * weight).sum();
    u8::try_from(sum % MODULUS).unwrap_or_default()
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Code {
    type Err = NoCode;
    fn from_str(text: &str) -> Result<Self, NoCode> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Code {
    type Error = NoCode;
    fn try_from(text: String) -> Result<Self, NoCode> {
        Self::parse(&text)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Code, LENGTH, NoCode};

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = Code::of_random([1, 35, 69, 103, 137, 171, 205, 239]);
        assert_eq!(code.as_str().len(), LENGTH);
        for typed in
            [code.printed(), code.as_str().to_lowercase(), format!(" {} ", code.printed().replace('-', " "))]
        {
            assert_eq!(Code::parse(&typed), Ok(code.clone()), "{typed}");
        }
        let typed = code.as_str().replace('0', "o").replace('1', "l");
        assert_eq!(Code::parse(&typed), Ok(code));
    }

    #[test]
    fn what_is_no_code_says_why() {
        assert_eq!(Code::parse(""), Err(NoCode::Length(0)));
        assert_eq!(Code::parse("7K3Q9"), Err(NoCode::Length(5)));
        assert_eq!(Code::parse("7K3Q9M2TX!"), Err(NoCode::Character('!')));
    }

    #[test]
    fn a_slip_leads_back_to_the_code_that_was_meant() {
        let code = Code::of_random([1, 35, 69, 103, 137, 171, 205, 239]);
        let mut letters: Vec<char> = code.as_str().chars().collect();
        letters.swap(3, 4);
        assert!(Code::slips(&letters.iter().collect::<String>()).contains(&code));
        letters.swap(3, 4);
        letters[7] = if letters[7] == 'A' { 'B' } else { 'A' };
        assert!(Code::slips(&letters.iter().collect::<String>()).contains(&code));
        assert!(!Code::slips(code.as_str()).contains(&code));
        assert!(Code::slips("7K3Q9").is_empty());
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_always_found(bytes: [u8; 8], place in 0..LENGTH, other in 0_usize..32) {
            let code = Code::of_random(bytes);
            let mut letters: Vec<char> = code.as_str().chars().collect();
            let typed = char::from(super::ALPHABET[other]);
            prop_assume!(letters[place] != typed);
            letters[place] = typed;
            prop_assert_eq!(Code::parse(&letters.iter().collect::<String>()), Err(NoCode::Check));
        }

        #[test]
        fn two_neighbours_swapped_are_always_found(bytes: [u8; 8], place in 0..LENGTH - 1) {
            let code = Code::of_random(bytes);
            let mut letters: Vec<char> = code.as_str().chars().collect();
            prop_assume!(letters[place] != letters[place + 1]);
            letters.swap(place, place + 1);
            prop_assert_eq!(Code::parse(&letters.iter().collect::<String>()), Err(NoCode::Check));
        }
    }
}
