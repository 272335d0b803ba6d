//! EAN-13, for tills that read no QR yet (GS1 General Specifications, section 5.2).

/// Modules of the symbol with its quiet zones: 11 at the left, 95 of bars, 7 at the right (section 5.2.3.4).
pub const EAN_MODULES: usize = LEFT_QUIET + 95 + 7;
const LEFT_QUIET: usize = 11;
/// Digits of the number.
pub const EAN_DIGITS: usize = 13;

/// The bars of each digit in number set A, seven modules; set C is its complement, set B is C mirrored.
const SET_A: [u8; 10] = [
    0b0001101, 0b0011001, 0b0010011, 0b0111101, 0b0100011, 0b0110001, 0b0101111, 0b0111011, 0b0110111,
    0b0001011,
];
/// Which of the six digits at the left are of set B, by the first digit, which has no bars of its own.
const SET_B_BY_FIRST: [u8; 10] =
    [0b000000, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110, 0b011010];

/// The dark bars of a number: left and width in modules, the quiet zone counted. None where it is no number of
/// thirteen digits; the check digit is the caller's affair.
pub fn ean_bars(number: &str) -> Option<Vec<(usize, usize)>> {
    let digits: Vec<u8> = number.bytes().map(|byte| byte.wrapping_sub(b'0')).collect();
    if digits.len() != EAN_DIGITS || digits.iter().any(|digit| *digit > 9) {
        return None;
    }
    let mut modules = vec![true, false, true];
    let mirrored = SET_B_BY_FIRST[usize::from(digits[0])];
    for (place, digit) in digits[1..7].iter().enumerate() {
        let a = SET_A[usize::from(*digit)];
        let is_b = mirrored >> (5 - place) & 1 == 1;
        push(&mut modules, if is_b { (!a & 0x7f).reverse_bits() >> 1 } else { a });
    }
    modules.extend([false, true, false, true, false]);
    for digit in &digits[7..] {
        push(&mut modules, !SET_A[usize::from(*digit)] & 0x7f);
    }
    modules.extend([true, false, true]);
    let mut next = LEFT_QUIET;
    let bars = modules.chunk_by(|one, other| one == other).filter_map(|run| {
        let left = next;
        next += run.len();
        run[0].then_some((left, run.len()))
    });
    Some(bars.collect())
}

fn push(modules: &mut Vec<bool>, bars: u8) {
    modules.extend((0..7).rev().map(|place| bars >> place & 1 == 1));
}
