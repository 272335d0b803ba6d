//! JSON text, piece by piece.

use crate::json::string;

/// Room for a short event.
const TYPICAL_BYTES: usize = 1_024;

/// JSON text that grows.
pub(super) struct Out {
    text: String,
    // A value was written that the next one is separated from.
    comma: bool,
}

impl Out {
    pub(super) fn new() -> Self {
        Self { text: String::with_capacity(TYPICAL_BYTES), comma: false }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn before(&mut self) {
        if std::mem::replace(&mut self.comma, true) {
            self.text.push(',');
        }
    }

    pub(super) fn open(&mut self, sign: char) {
        self.before();
        self.text.push(sign);
        self.comma = false;
    }

    pub(super) fn close(&mut self, sign: char) {
        self.text.push(sign);
        self.comma = true;
    }

    pub(super) fn key(&mut self, key: &str) {
        self.before();
        self.quoted(key);
        self.text.push(':');
        self.comma = false;
    }

    pub(super) fn text(&mut self, text: &str) {
        self.before();
        self.quoted(text);
    }

    pub(super) fn word(&mut self, word: &str) {
        self.before();
        self.text.push_str(word);
    }

    /// A number in the digits it was captured in, as far as JSON takes them.
    pub(super) fn number(&mut self, written: &str) {
        self.before();
        let (sign, digits) = match written.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", written.strip_prefix('+').unwrap_or(written)),
        };
        let end = digits.find(['.', 'e', 'E']).unwrap_or(digits.len());
        let (whole, rest) = digits.split_at(end);
        let whole = whole.trim_start_matches('0');
        let exponent = rest.find(['e', 'E']).unwrap_or(rest.len());
        let (fraction, exponent) = rest.split_at(exponent);
        self.text.push_str(sign);
        self.text.push_str(if whole.is_empty() { "0" } else { whole });
        if fraction.len() > 1 {
            self.text.push_str(fraction);
        }
        self.text.push_str(exponent);
    }

    fn quoted(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        loop {
            let (plain, special) = rest.split_at(string::plain(rest.as_bytes()));
            self.text.push_str(plain);
            let Some(byte) = special.bytes().next() else { break };
            match byte {
                b'"' => self.text.push_str("\\\""),
                b'\\' => self.text.push_str("\\\\"),
                b'\n' => self.text.push_str("\\n"),
                b'\r' => self.text.push_str("\\r"),
                b'\t' => self.text.push_str("\\t"),
                _ => {
                    self.text.push_str("\\u00");
                    for half in [byte >> 4, byte & 15] {
                        self.text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
                    }
                }
            }
            rest = &special[1..];
        }
        self.text.push('"');
    }
}
