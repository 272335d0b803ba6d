//! What stands on a label of a lot, whatever it is printed on.

/// The contents of a label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The name of the product.
    pub title: String,
    /// What it was recognised as, while it is.
    pub award: Option<String>,
    /// Who made it and the rest, line by line.
    pub lines: Vec<String>,
    /// The text of the QR code up to its serial, or up to what follows the lot.
    pub before: String,
    /// The text of the QR code behind that.
    pub after: String,
    /// What the code says, for people.
    pub printed: Vec<String>,
    /// Whether each label has its serial.
    pub has_serials: bool,
    /// The number of an EAN-13 beside it.
    pub ean: Option<String>,
}
