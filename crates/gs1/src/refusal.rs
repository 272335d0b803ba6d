//! Why a text is refused: the identifier, the place, the reason and what was expected.

use std::borrow::Cow;
use std::fmt;

/// Most characters of a refused text that a refusal repeats.
const FOUND_CHARACTERS: usize = 60;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The reason, as a stable name. Its sentence stands in the word files under `gs1-` and that name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// All reasons.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The key of the sentence in the word files.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => concat!("gs1-", $text),)* }
            }
        }
    };
}

codes! {
    /// There is no text.
    Nothing = "nothing",
    /// Longer than any text of its kind may be.
    TextTooLong = "text-too-long",
    /// Neither link, element string, URN nor key.
    UnknownForm = "unknown-form",
    /// No such application identifier.
    UnknownAi = "unknown-ai",
    /// More elements than one text may carry.
    TooManyElements = "too-many-elements",
    /// An identifier without a value.
    ValueEmpty = "value-empty",
    /// The value is shorter than its format.
    ValueTooShort = "value-too-short",
    /// The value is longer than its format.
    ValueTooLong = "value-too-long",
    /// A character outside the format's character set.
    Character = "character",
    /// Base64 padding of a wrong length.
    Padding = "padding",
    /// The check digit (GS1 General Specifications 7.9.1).
    CheckDigit = "check-digit",
    /// The check character pair (GS1 General Specifications 7.9.5).
    CheckPair = "check-pair",
    /// The key does not begin with a GS1 Company Prefix.
    CompanyPrefix = "company-prefix",
    /// No day of the calendar.
    Date = "date",
    /// No time of the day.
    Time = "time",
    /// Must be zero.
    NotZero = "not-zero",
    /// Must not be zero.
    Zero = "zero",
    /// Must not begin with zero.
    ZeroFirst = "zero-first",
    /// Digits alone where another character must be.
    DigitsOnly = "digits-only",
    /// No country code of ISO 3166.
    Country = "country",
    /// No currency code of ISO 4217.
    Currency = "currency",
    /// No international bank account number of ISO 13616.
    Iban = "iban",
    /// No sex code of ISO 5218.
    Sex = "sex",
    /// Must be 0 or 1.
    YesNo = "yes-no",
    /// No winding direction.
    Winding = "winding",
    /// No importer index.
    ImporterIndex = "importer-index",
    /// No media type of the General Specifications.
    MediaType = "media-type",
    /// No package type of UN/ECE Recommendation 21 or GS1.
    PackageType = "package-type",
    /// Outside −90° to 90°.
    Latitude = "latitude",
    /// Outside −180° to 180°.
    Longitude = "longitude",
    /// Must be a hyphen.
    Hyphen = "hyphen",
    /// A broken percent code.
    PercentCode = "percent-code",
    /// Piece and total do not go together.
    PieceOfTotal = "piece-of-total",
    /// Position and end do not go together.
    Position = "position",
    /// A North American coupon code that breaks its format.
    Coupon = "coupon",
    /// The identifier needs another beside it.
    Needs = "needs",
    /// Two identifiers that exclude each other.
    Excludes = "excludes",
    /// The same identifier with different values.
    Contradicts = "contradicts",
    /// The same identifier twice in a link.
    Twice = "twice",
    /// A digital signature needs a key with a serial number.
    SerialMissing = "serial-missing",
    /// Elements are written `(identifier)value`.
    Bracket = "bracket",
    /// A link begins with `https://` or `http://`.
    Scheme = "scheme",
    /// A link without a domain, or with one that cannot be.
    Domain = "domain",
    /// A character that no URI has.
    UriCharacter = "uri-character",
    /// No primary key in the link's path.
    NoKey = "no-key",
    /// A slash after the last value.
    TrailingSlash = "trailing-slash",
    /// Names in place of numbers (GS1 Digital Link before 1.2).
    NamedKey = "named-key",
    /// Qualifiers that do not belong to the key, or in another order.
    Qualifiers = "qualifiers",
    /// An identifier that no Digital Link carries in its query.
    NoAttribute = "no-attribute",
    /// A qualifier in the query that belongs in the path.
    BelongsInPath = "belongs-in-path",
    /// Not compressed as GS1 Digital Link says.
    Compressed = "compressed",
    /// Not an EPC URN.
    Urn = "urn",
    /// No EPC scheme of this name and kind.
    UrnScheme = "urn-scheme",
    /// The parts of an EPC URN have other lengths.
    UrnParts = "urn-parts",
    /// No URN form for these identifiers.
    NoUrn = "no-urn",
    /// The length of the company prefix is not known.
    PrefixLength = "prefix-length",
    /// A payment payload whose fields do not add up.
    PaymentField = "payment-field",
    /// A field that the payment payload must have.
    PaymentMissing = "payment-missing",
    /// The checksum of a payment payload.
    PaymentChecksum = "payment-checksum",
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A refusal. Its sentence has three parameters: `at`, `found`, `expects`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gs1Error {
    /// The identifier as it was written; empty where no single one is at fault.
    pub at: String,
    /// Where in the text that was read, in bytes.
    pub offset: usize,
    /// The reason.
    pub code: Code,
    /// What stands there, shortened.
    pub found: String,
    /// What should stand there; empty where the reason says it all.
    pub expects: Cow<'static, str>,
}

impl Gs1Error {
    pub(crate) fn new(code: Code, at: &str, offset: usize, found: &str) -> Self {
        Self { at: shortened(at), offset, code, found: shortened(found), expects: Cow::Borrowed("") }
    }

    pub(crate) fn expecting(mut self, expects: impl Into<Cow<'static, str>>) -> Self {
        self.expects = expects.into();
        self
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(FOUND_CHARACTERS) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

impl fmt::Display for Gs1Error {
    /// In English, for logs and developers; sentences for readers stand in the word files.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, offset, code, found, expects } = self;
        if !at.is_empty() {
            write!(out, "({at}) ")?;
        }
        write!(out, "at {offset}: {code}: {found:?}")?;
        if expects.is_empty() { Ok(()) } else { write!(out, ", expected {expects}") }
    }
}

impl std::error::Error for Gs1Error {}
