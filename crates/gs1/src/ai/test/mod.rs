//! The tests of a value's content that the General Specifications name.

mod bank;
mod coupon;
mod date;
mod figure;
mod known;
mod text;

use super::identifier::Fault;
use crate::Code;
use crate::key::{check_digit, check_pair};

/// Fewest digits of a GS1 Company Prefix.
const PREFIX_DIGITS: usize = 4;

macro_rules! tests {
    ($($name:ident $text:literal $run:expr,)*) => {
        /// A test of a component's content.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Test { $($name,)* }

        impl Test {
            /// The test of that name in `identifiers.txt`.
            pub(super) fn named(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$name),)* _ => None }
            }

            /// Runs it.
            pub(super) fn run(self, content: &[u8]) -> Result<(), Fault> {
                match self { $(Self::$name => ($run)(content),)* }
            }
        }
    };
}

tests! {
    CheckDigit "check-digit" digit,
    CheckPair "check-pair" pair,
    Prefix "prefix" |content: &[u8]| prefix(content, 0),
    PrefixAt2 "prefix-at-2" |content: &[u8]| prefix(content, 1),
    Date "date" |content: &[u8]| date::day(content, date::Day::Known),
    DateOrMonth "date-or-month" |content: &[u8]| date::day(content, date::Day::Open),
    LongDate "long-date" date::long_day,
    Hour "hour" |content: &[u8]| date::clock(content, 0, 24),
    Minute "minute" |content: &[u8]| date::clock(content, 0, 60),
    Second "second" |content: &[u8]| date::clock(content, 0, 60),
    Time "time" date::time,
    Zero "zero" figure::zero,
    NotZero "not-zero" figure::not_zero,
    NoZeroFirst "no-zero-first" figure::no_zero_first,
    Latitude "latitude" |content: &[u8]| figure::at_most(content, 1_800_000_000, Code::Latitude),
    Longitude "longitude" |content: &[u8]| figure::at_most(content, 3_600_000_000, Code::Longitude),
    PieceOfTotal "piece-of-total" figure::piece_of_total,
    Position "position" figure::position,
    HasNonDigit "has-non-digit" text::has_non_digit,
    Hyphen "hyphen" text::hyphen,
    Percent "percent" text::percent,
    ImporterIndex "importer-index" text::importer_index,
    YesNo "yes-no" |content: &[u8]| text::one_of(content, b"01", Code::YesNo),
    Winding "winding" |content: &[u8]| text::one_of(content, b"019", Code::Winding),
    Sex "sex" |content: &[u8]| text::one_of(content, b"0129", Code::Sex),
    Country "country" |content: &[u8]| known::country(content, ""),
    CountryOr999 "country-or-999" |content: &[u8]| known::country(content, "999"),
    CountryLetters "country-letters" |content: &[u8]| known::country(content, ""),
    Currency "currency" known::currency,
    PackageType "package-type" known::package_type,
    MediaType "media-type" known::media_type,
    Iban "iban" bank::account,
    Coupon "coupon" coupon::code,
    CouponOffer "coupon-offer" coupon::offer,
}

/// All of a content is at fault.
fn whole(code: Code, content: &[u8]) -> Fault {
    Fault::new(code, 0..content.len())
}

fn digit(content: &[u8]) -> Result<(), Fault> {
    let Some((given, body)) = content.split_last() else { return Ok(()) };
    let wanted = check_digit(body);
    if *given == wanted {
        return Ok(());
    }
    Err(Fault::new(Code::CheckDigit, body.len()..content.len()).expecting(char::from(wanted).to_string()))
}

fn pair(content: &[u8]) -> Result<(), Fault> {
    const PAIR: usize = 2;
    let Some(at) = content.len().checked_sub(PAIR) else {
        return Err(whole(Code::ValueTooShort, content).expecting(PAIR.to_string()));
    };
    let (body, given) = content.split_at(at);
    let fault = Fault::new(Code::CheckPair, at..content.len());
    match check_pair(body) {
        Some(wanted) if given == wanted => Ok(()),
        Some(wanted) => Err(fault.expecting(wanted.map(char::from).iter().collect::<String>())),
        None => Err(fault),
    }
}

fn prefix(content: &[u8], from: usize) -> Result<(), Fault> {
    let start = content.get(from..from + PREFIX_DIGITS).unwrap_or_default();
    let digits = start.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == PREFIX_DIGITS {
        return Ok(());
    }
    Err(Fault::new(Code::CompanyPrefix, (from + digits).min(content.len())..content.len()))
}
