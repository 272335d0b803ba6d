//! A row of bits, six a character of file- and URI-safe base64.

const BITS: usize = 6;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bits that are left.
pub(super) struct Bits {
    sextets: Vec<u8>,
    at: usize,
}

impl Bits {
    /// The bits of a text; none where a character is not of the alphabet.
    pub(super) fn of(text: &str) -> Option<Self> {
        let place = |byte: u8| ALPHABET.iter().position(|letter| *letter == byte);
        let sextets = text.bytes().map(|byte| place(byte).and_then(|place| u8::try_from(place).ok()));
        Some(Self { sextets: sextets.collect::<Option<_>>()?, at: 0 })
    }

    pub(super) fn left(&self) -> usize {
        self.sextets.len() * BITS - self.at
    }

    fn next(&mut self) -> Option<u8> {
        let sextet = self.sextets.get(self.at / BITS)?;
        let bit = sextet >> (BITS - 1 - self.at % BITS) & 1;
        self.at += 1;
        Some(bit)
    }

    /// The number in the next few bits.
    pub(super) fn number(&mut self, count: usize) -> Option<usize> {
        (0..count).try_fold(0_usize, |sum, _| Some(sum << 1 | usize::from(self.next()?)))
    }

    /// So many digits, as one number in as few bits as hold it.
    pub(super) fn digits(&mut self, count: usize) -> Option<String> {
        if self.left() < value_bits(count) {
            return None;
        }
        let mut digits = vec![0_u8; count];
        for _ in 0..value_bits(count) {
            let mut carry = self.next()?;
            for digit in digits.iter_mut().rev() {
                let doubled = *digit * 2 + carry;
                (*digit, carry) = (doubled % 10, doubled / 10);
            }
            if carry > 0 {
                return None;
            }
        }
        Some(digits.into_iter().map(|digit| char::from(b'0' + digit)).collect())
    }

    /// So many characters of an alphabet, with so many bits each.
    pub(super) fn characters(&mut self, count: usize, bits: usize, alphabet: &[u8]) -> Option<String> {
        if self.left() < count * bits {
            return None;
        }
        (0..count).map(|_| alphabet.get(self.number(bits)?).map(|byte| char::from(*byte))).collect()
    }

    /// So many characters of the alphabet of the compression itself.
    pub(super) fn safe(&mut self, count: usize) -> Option<String> {
        self.characters(count, BITS, ALPHABET)
    }
}

/// The bits of a number of so many digits. The standard adds a hundredth of a bit before it rounds up.
fn value_bits(digits: usize) -> usize {
    (digits as f64 * std::f64::consts::LOG2_10 + 0.01).ceil() as usize
}

/// The bits of a length of at most so much.
pub(super) const fn length_bits(most: usize) -> usize {
    (usize::BITS - most.leading_zeros()) as usize
}
