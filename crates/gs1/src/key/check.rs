//! Check digits and check characters (GS1 General Specifications, section 7.9).

use crate::ai::value_in_set82;

/// The check digit of a key's other digits, as ASCII: weights 3 and 1 from the right, to a multiple of ten.
///
/// What is no digit counts by its last four bits, so a value must be known to be digits before.
#[must_use]
pub fn check_digit(body: &[u8]) -> u8 {
    let (mut odd, mut even) = (0_u32, 0_u32);
    for pair in body.rchunks(2) {
        match pair {
            [left, right] => {
                odd += u32::from(right & 0x0f);
                even += u32::from(left & 0x0f);
            }
            [last] => odd += u32::from(last & 0x0f),
            _ => {}
        }
    }
    b"0987654321"[((odd * 3 + even) % 10) as usize]
}

/// The characters a check pair is written with.
const SET32: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// The weights from the right; the longest identifier with a check pair has 25 characters.
const PRIMES: [u32; 28] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
    107,
];
const MODULUS: u32 = 1021;

/// The check character pair of a value without it, as ASCII; none where a character is outside set 82
/// or the value is longer than any with a check pair.
#[must_use]
pub fn check_pair(body: &[u8]) -> Option<[u8; 2]> {
    if body.len() > PRIMES.len() {
        return None;
    }
    let mut sum = 0;
    for (byte, prime) in body.iter().rev().zip(PRIMES) {
        sum += value_in_set82(*byte)? * prime;
    }
    let rest = (sum % MODULUS) as usize;
    Some([SET32[rest >> 5], SET32[rest & 31]])
}
