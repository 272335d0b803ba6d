//! The checksum of payment payloads: CRC-16 with polynomial 0x1021 and start FFFF (ISO/IEC 13239).

const POLYNOMIAL: u16 = 0x1021;

/// The checksum of all bytes before it, its own tag and length included.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |sum, byte| {
        (0..8).fold(sum ^ (u16::from(*byte) << 8), |sum, _| {
            if sum & 0x8000 == 0 { sum << 1 } else { (sum << 1) ^ POLYNOMIAL }
        })
    })
}
