//! Codes that stand for several identifiers in a row.

/// Code, identifiers.
const SEQUENCES: [(u8, &[u16]); 30] = [
    (0x0A, &[1, 22]),
    (0x0B, &[1, 10]),
    (0x0C, &[1, 21]),
    (0x0D, &[1, 17]),
    (0x0E, &[1, 7003]),
    (0x0F, &[1, 30]),
    (0x1A, &[1, 10, 21, 17]),
    (0x1B, &[1, 15]),
    (0x1C, &[1, 11]),
    (0x1D, &[1, 16]),
    (0x1E, &[1, 91]),
    (0x1F, &[1, 10, 15]),
    (0x2A, &[1, 3100]),
    (0x2B, &[1, 3101]),
    (0x2C, &[1, 3102]),
    (0x2D, &[1, 3103]),
    (0x2E, &[1, 3104]),
    (0x2F, &[1, 3105]),
    (0x3A, &[1, 3200]),
    (0x3B, &[1, 3201]),
    (0x3C, &[1, 3202]),
    (0x3D, &[1, 3203]),
    (0x3E, &[1, 3204]),
    (0x3F, &[1, 3205]),
    (0x9A, &[8010, 8011]),
    (0x9B, &[8017, 8019]),
    (0x9C, &[8018, 8019]),
    (0x9D, &[414, 254]),
    (0xCA, &[255, 3940]),
    (0xCB, &[255, 3941]),
];

/// The identifiers behind a code whose two hexadecimal digits are not both decimal.
pub(super) fn sequence(code: u8) -> Option<Vec<u16>> {
    let low = u16::from(code & 0x0f);
    match code {
        // Prices and amounts, by their decimals.
        0xA0..=0xA9 => Some(vec![1, 3920 + low]),
        0xC0..=0xC9 => Some(vec![255, 3900 + low]),
        0xCC => Some(vec![255, 3942]),
        0xCD => Some(vec![255, 3943]),
        _ => {
            let place = SEQUENCES.binary_search_by_key(&code, |(code, _)| *code).ok()?;
            SEQUENCES.get(place).map(|(_, numbers)| numbers.to_vec())
        }
    }
}
