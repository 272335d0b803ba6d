//! XML text, piece by piece.

use crate::xml::text::is_char;

/// XML text that grows.
pub(super) struct Out {
    text: String,
    // A start tag that is still open for attributes.
    tag: bool,
}

impl Out {
    pub(super) fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), tag: false }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn content(&mut self) {
        if std::mem::take(&mut self.tag) {
            self.text.push('>');
        }
    }

    pub(super) fn open(&mut self, name: &str) {
        self.content();
        self.text.push('<');
        self.text.push_str(name);
        self.tag = true;
    }

    pub(super) fn close(&mut self, name: &str) {
        if std::mem::take(&mut self.tag) {
            self.text.push_str("/>");
            return;
        }
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Whether XML has all its characters.
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> bool {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        let whole = self.escaped(value, true);
        self.text.push('"');
        whole
    }

    /// Whether XML has all its characters.
    pub(super) fn text(&mut self, text: &str) -> bool {
        if text.is_empty() {
            return true;
        }
        self.content();
        self.escaped(text, false)
    }

    fn escaped(&mut self, text: &str, attribute: bool) -> bool {
        let mut plain = 0;
        for (at, byte) in text.bytes().enumerate() {
            let escape = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'\r' => "&#13;",
                b'"' if attribute => "&quot;",
                b'\n' if attribute => "&#10;",
                b'\t' if attribute => "&#9;",
                _ => continue,
            };
            self.text.push_str(&text[plain..at]);
            self.text.push_str(escape);
            plain = at + 1;
        }
        self.text.push_str(&text[plain..]);
        text.chars().all(is_char)
    }
}
