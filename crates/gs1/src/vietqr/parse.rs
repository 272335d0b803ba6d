//! Reads a payload.

use super::field::{Field, fields};
use super::{BANK_DIGITS, DONG, NAPAS, Payment, Service, checksum, tag};
use crate::{Code, Gs1Error};

/// Most bytes of a payload: what the largest QR code holds.
const LONGEST_PAYLOAD: usize = 2953;
/// Tag, length and value of the checksum.
const CHECKSUM_FIELD: usize = 8;
const CHECKSUM_DIGITS: usize = 4;

impl Payment {
    /// Reads a payload; fields that VietQR does not use are passed over.
    ///
    /// # Errors
    /// The first thing that does not hold; `at` is the tag, with that of the field around it before a dot.
    pub fn parse(payload: &str) -> Result<Self, Gs1Error> {
        if payload.len() > LONGEST_PAYLOAD {
            let refusal = Gs1Error::new(Code::TextTooLong, "", LONGEST_PAYLOAD, payload);
            return Err(refusal.expecting(LONGEST_PAYLOAD.to_string()));
        }
        check_sum(payload)?;
        let all = fields(payload, 0, "")?;
        if all.first().is_none_or(|first| first.tag != tag::VERSION || first.value != "01") {
            return Err(Gs1Error::new(Code::PaymentField, tag::VERSION, 0, payload).expecting("000201"));
        }
        let currency = wanted(&all, tag::CURRENCY, tag::CURRENCY)?;
        if currency.value != DONG {
            let refusal = Gs1Error::new(Code::Currency, tag::CURRENCY, currency.offset, currency.value);
            return Err(refusal.expecting(DONG));
        }
        let (bank, account, service) = transfer(wanted(&all, tag::TRANSFER, tag::TRANSFER)?)?;
        let more = match one(&all, tag::MORE) {
            Some(more) => fields(more.value, more.offset, tag::MORE)?,
            None => Vec::new(),
        };
        let text = |fields: &[Field<'_>], tag: &str| one(fields, tag).map(|field| field.value.to_owned());
        Ok(Self {
            bank,
            account,
            service,
            amount: one(&all, tag::AMOUNT).map(amount).transpose()?,
            category: text(&all, tag::CATEGORY),
            name: text(&all, tag::NAME),
            city: text(&all, tag::CITY),
            bill: text(&more, tag::BILL),
            purpose: text(&more, tag::PURPOSE),
        })
    }
}

fn check_sum(payload: &str) -> Result<(), Gs1Error> {
    let missing = || Gs1Error::new(Code::PaymentMissing, tag::CHECKSUM, payload.len(), "");
    let at = payload.len().checked_sub(CHECKSUM_FIELD).ok_or_else(missing)?;
    let field = payload.get(at..).filter(|field| field.starts_with("6304")).ok_or_else(missing)?;
    let given = &field[CHECKSUM_FIELD - CHECKSUM_DIGITS..];
    let wanted = format!("{:04X}", checksum(&payload.as_bytes()[..at + CHECKSUM_FIELD - CHECKSUM_DIGITS]));
    if given.eq_ignore_ascii_case(&wanted) {
        return Ok(());
    }
    let offset = at + CHECKSUM_FIELD - CHECKSUM_DIGITS;
    Err(Gs1Error::new(Code::PaymentChecksum, tag::CHECKSUM, offset, given).expecting(wanted))
}

fn one<'f, 'a>(fields: &'f [Field<'a>], tag: &str) -> Option<&'f Field<'a>> {
    fields.iter().find(|field| field.tag == tag)
}

fn wanted<'f, 'a>(fields: &'f [Field<'a>], tag: &str, path: &str) -> Result<&'f Field<'a>, Gs1Error> {
    one(fields, tag).ok_or_else(|| Gs1Error::new(Code::PaymentMissing, path, 0, ""))
}

fn transfer(field: &Field<'_>) -> Result<(String, String, Service), Gs1Error> {
    let inner = fields(field.value, field.offset, tag::TRANSFER)?;
    let application = wanted(&inner, tag::APPLICATION, "38.00")?;
    if application.value != NAPAS {
        let refusal = Gs1Error::new(Code::PaymentField, "38.00", application.offset, application.value);
        return Err(refusal.expecting(NAPAS));
    }
    let beneficiary = wanted(&inner, tag::BENEFICIARY, "38.01")?;
    let parts = fields(beneficiary.value, beneficiary.offset, "38.01")?;
    let bank = wanted(&parts, tag::BANK, "38.01.00")?;
    if bank.value.len() != BANK_DIGITS || !bank.value.bytes().all(|byte| byte.is_ascii_digit()) {
        let refusal = Gs1Error::new(Code::PaymentField, "38.01.00", bank.offset, bank.value);
        return Err(refusal.expecting(format!("{BANK_DIGITS} × 0–9")));
    }
    let account = wanted(&parts, tag::ACCOUNT, "38.01.01")?;
    let code = wanted(&inner, tag::SERVICE, "38.02")?;
    let service = Service::ALL.into_iter().find(|service| service.code() == code.value).ok_or_else(|| {
        Gs1Error::new(Code::PaymentField, "38.02", code.offset, code.value).expecting("QRIBFTTA, QRIBFTTC")
    })?;
    Ok((bank.value.to_owned(), account.value.to_owned(), service))
}

/// Whole đồng; a fraction may stand there when it is zero.
fn amount(field: &Field<'_>) -> Result<u64, Gs1Error> {
    let (whole, fraction) = field.value.split_once('.').unwrap_or((field.value, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let value = Some(whole).filter(|whole| digits(whole)).and_then(|whole| whole.parse().ok());
    value.filter(|_| fraction.bytes().all(|byte| byte == b'0')).ok_or_else(|| {
        Gs1Error::new(Code::PaymentField, tag::AMOUNT, field.offset, field.value).expecting("0–9")
    })
}
