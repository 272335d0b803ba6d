//! Writes a payload.

use super::field::{LONGEST_FIELD, push};
use super::{BANK_DIGITS, DONG, LONGEST_ACCOUNT, NAPAS, Payment, VIETNAM, checksum, tag};
use crate::{Code, Gs1Error};

/// Most characters of a name, a bill's number and a purpose.
const LONGEST_TEXT: usize = 25;
/// Most characters of a city.
const LONGEST_CITY: usize = 15;
/// Digits of a merchant's category.
const CATEGORY_DIGITS: usize = 4;
/// Most digits of an amount.
const AMOUNT_DIGITS: usize = 13;

impl Payment {
    /// The payload: static without an amount, for one use with it.
    ///
    /// # Errors
    /// The first field that does not fit; `at` is its tag, with that of the field around it before a dot.
    pub fn payload(&self) -> Result<String, Gs1Error> {
        let amount = self.amount.map(|amount| amount.to_string()).unwrap_or_default();
        let category = self.category.as_deref().unwrap_or_default();
        digits("38.01.00", &self.bank, BANK_DIGITS)?;
        if self.account.is_empty() {
            return Err(Gs1Error::new(Code::PaymentMissing, "38.01.01", 0, ""));
        }
        text("38.01.01", &self.account, LONGEST_ACCOUNT)?;
        text(tag::AMOUNT, &amount, AMOUNT_DIGITS)?;
        if !category.is_empty() {
            digits(tag::CATEGORY, category, CATEGORY_DIGITS)?;
        }
        let limited = [
            (tag::NAME, &self.name, LONGEST_TEXT),
            (tag::CITY, &self.city, LONGEST_CITY),
            ("62.01", &self.bill, LONGEST_TEXT),
            ("62.08", &self.purpose, LONGEST_TEXT),
        ];
        for (at, value, most) in limited {
            text(at, value.as_deref().unwrap_or_default(), most)?;
        }
        Ok(self.written(&amount, category))
    }

    fn written(&self, amount: &str, category: &str) -> String {
        let of = |value: &Option<String>| value.clone().unwrap_or_default();
        let (mut beneficiary, mut transfer, mut more) = (String::new(), String::new(), String::new());
        push(&mut beneficiary, tag::BANK, &self.bank);
        push(&mut beneficiary, tag::ACCOUNT, &self.account);
        push(&mut transfer, tag::APPLICATION, NAPAS);
        push(&mut transfer, tag::BENEFICIARY, &beneficiary);
        push(&mut transfer, tag::SERVICE, self.service.code());
        push(&mut more, tag::BILL, &of(&self.bill));
        push(&mut more, tag::PURPOSE, &of(&self.purpose));
        debug_assert!(transfer.len() <= LONGEST_FIELD && more.len() <= LONGEST_FIELD);
        let mut out = String::with_capacity(192);
        push(&mut out, tag::VERSION, "01");
        push(&mut out, tag::METHOD, if amount.is_empty() { "11" } else { "12" });
        push(&mut out, tag::TRANSFER, &transfer);
        push(&mut out, tag::CATEGORY, category);
        push(&mut out, tag::CURRENCY, DONG);
        push(&mut out, tag::AMOUNT, amount);
        push(&mut out, tag::COUNTRY, VIETNAM);
        push(&mut out, tag::NAME, &of(&self.name));
        push(&mut out, tag::CITY, &of(&self.city));
        push(&mut out, tag::MORE, &more);
        out.push_str(tag::CHECKSUM);
        out.push_str("04");
        let sum = checksum(out.as_bytes());
        out.push_str(&format!("{sum:04X}"));
        out
    }
}

fn digits(at: &str, value: &str, count: usize) -> Result<(), Gs1Error> {
    if value.len() == count && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(());
    }
    Err(Gs1Error::new(Code::PaymentField, at, 0, value).expecting(format!("{count} × 0–9")))
}

/// Readers of payment codes know printable ASCII alone, so letters with marks must be written without them.
fn text(at: &str, value: &str, most: usize) -> Result<(), Gs1Error> {
    if let Some(stranger) = value.chars().find(|c| !(' '..='~').contains(c)) {
        return Err(Gs1Error::new(Code::Character, at, 0, &stranger.to_string()).expecting("ASCII"));
    }
    if value.len() > most {
        return Err(Gs1Error::new(Code::ValueTooLong, at, 0, value).expecting(most.to_string()));
    }
    Ok(())
}
