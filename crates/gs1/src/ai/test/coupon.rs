//! North American coupon codes: AI 8110 and the positive offer file of AI 8112.

use super::date::{self, Day};
use super::{Code, Fault};

/// A company prefix has its length indicator and six digits more.
const LENGTH_BASE: usize = 6;
const OFFER_CODE: usize = 6;
const FAMILY_CODE: usize = 3;
const DATE: usize = 6;
/// The indicator "the same company as the first".
const SAME_COMPANY: u8 = b'9';

/// What is left of the digits.
struct Reader<'a> {
    content: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// # Errors
    /// Where something else than a digit stands.
    fn new(content: &'a [u8]) -> Result<Self, Fault> {
        match content.iter().position(|byte| !byte.is_ascii_digit()) {
            Some(at) => Err(Fault::new(Code::Character, at..at + 1).expecting("0–9")),
            None => Ok(Self { content, at: 0 }),
        }
    }

    fn fault(&self, expects: &'static str) -> Fault {
        Fault::new(Code::Coupon, self.at..self.content.len()).expecting(expects)
    }

    fn digits(&mut self, length: usize, what: &'static str) -> Result<&'a [u8], Fault> {
        let Some(taken) = self.content.get(self.at..self.at + length) else { return Err(self.fault(what)) };
        self.at += length;
        Ok(taken)
    }

    /// One digit of a few.
    fn one(&mut self, few: &[u8], what: &'static str) -> Result<u8, Fault> {
        match self.content.get(self.at) {
            Some(digit) if few.contains(digit) => {
                self.at += 1;
                Ok(*digit)
            }
            _ => Err(self.fault(what)),
        }
    }

    /// A length indicator of a few and so many digits more.
    fn sized(&mut self, few: &[u8], base: usize, what: &'static str) -> Result<&'a [u8], Fault> {
        let indicator = self.one(few, what)?;
        self.digits(usize::from(indicator - b'0') + base, what)
    }

    /// Whether an optional field of that number follows.
    fn field(&mut self, number: u8) -> bool {
        let follows = self.content.get(self.at) == Some(&number);
        self.at += usize::from(follows);
        follows
    }

    fn company(&mut self, what: &'static str) -> Result<(), Fault> {
        if self.content.get(self.at) == Some(&SAME_COMPANY) {
            self.at += 1;
            return Ok(());
        }
        self.sized(b"0123456", LENGTH_BASE, what).map(drop)
    }

    fn requirement(&mut self) -> Result<(), Fault> {
        self.sized(b"12345", 0, "purchase requirement")?;
        self.one(b"012349", "purchase requirement code")?;
        self.digits(FAMILY_CODE, "family code").map(drop)
    }

    fn day(&mut self, what: &'static str) -> Result<&'a [u8], Fault> {
        let start = self.at;
        let day = self.digits(DATE, what)?;
        date::day(day, Day::Known).map_err(|fault| fault.shifted(start))?;
        Ok(day)
    }

    fn end(&self) -> Result<(), Fault> {
        if self.at == self.content.len() { Ok(()) } else { Err(self.fault("end of the code")) }
    }
}

/// The coupon code of AI 8110.
pub(super) fn code(content: &[u8]) -> Result<(), Fault> {
    let mut reader = Reader::new(content)?;
    reader.sized(b"0123456", LENGTH_BASE, "company prefix")?;
    reader.digits(OFFER_CODE, "offer code")?;
    reader.sized(b"12345", 0, "save value")?;
    reader.requirement()?;
    if reader.field(b'1') {
        reader.one(b"0123", "additional purchase rules")?;
        reader.requirement()?;
        reader.company("company prefix of the second purchase")?;
    }
    if reader.field(b'2') {
        reader.requirement()?;
        reader.company("company prefix of the third purchase")?;
    }
    let expires = if reader.field(b'3') { Some(reader.day("expiration date")?) } else { None };
    if reader.field(b'4') {
        let starts = reader.day("start date")?;
        if expires.is_some_and(|expires| expires < starts) {
            return Err(
                Fault::new(Code::Coupon, reader.at - DATE..reader.at).expecting("start before expiration")
            );
        }
    }
    if reader.field(b'5') {
        reader.sized(b"0123456789", LENGTH_BASE, "serial number")?;
    }
    if reader.field(b'6') {
        reader.sized(b"1234567", LENGTH_BASE, "retailer")?;
    }
    if reader.field(b'9') {
        reader.one(b"01256", "save value code")?;
        reader.one(b"012", "item the save value applies to")?;
        reader.digits(1, "store coupon flag")?;
        reader.one(b"01", "flag against multiplying")?;
    }
    reader.end()
}

/// The positive offer of AI 8112.
pub(super) fn offer(content: &[u8]) -> Result<(), Fault> {
    let mut reader = Reader::new(content)?;
    reader.one(b"01", "format code")?;
    reader.sized(b"0123456", LENGTH_BASE, "funder")?;
    reader.digits(OFFER_CODE, "offer code")?;
    reader.sized(b"0123456789", LENGTH_BASE, "serial number")?;
    reader.end()
}
