//! On which shard an item lies: a number that the key alone gives, the same for everything of one producer.

use super::{ItemKey, Parts};

/// Digits after the indicator or extension digit that make the part: every GS1 company prefix and a little more, so
/// that a producer with many products is spread over a few parts.
const PART_DIGITS: u32 = 9;
const PARTS: u32 = 1_000_000_000;

/// Keys of other kinds whose value begins with an indicator digit: GRAI and ITIP.
const WITH_INDICATOR: [u16; 2] = [8003, 8006];

impl ItemKey {
    /// The part of the item, below 10⁹.
    pub fn part(&self) -> i32 {
        let part = match self.parts() {
            Ok(Parts::TradeItem { gtin, .. }) => leading(gtin % 10_u64.pow(13), 13),
            Ok(Parts::Sscc(sscc)) => leading(sscc % 10_u64.pow(17), 17),
            Ok(Parts::Place { gln, .. }) => leading(gln, 13),
            Ok(Parts::Other { ai, value, .. }) => of_value(ai, value),
            Ok(Parts::Hash(hash)) => u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]) % PARTS,
            Err(_) => 0,
        };
        i32::try_from(part).unwrap_or(0)
    }
}

fn leading(number: u64, digits: u32) -> u32 {
    u32::try_from(number / 10_u64.pow(digits - PART_DIGITS)).unwrap_or(0)
}

fn of_value(ai: u16, value: &str) -> u32 {
    let value = if WITH_INDICATOR.contains(&ai) { value.get(1..).unwrap_or(value) } else { value };
    let digits = value.get(..PART_DIGITS as usize).and_then(|digits| digits.parse::<u32>().ok());
    // `parse` takes a sign too; what has one is spread like any other text.
    digits
        .filter(|_| value.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or_else(|| spread(value) % PARTS)
}

/// FNV-1a: the same number on every machine, for ever.
fn spread(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
