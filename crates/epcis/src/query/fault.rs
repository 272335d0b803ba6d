//! Why a query is refused.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::check::Lang;

/// How many faults are told.
pub const MAX_FAULTS: usize = 100;
/// How many characters of a name or value a fault repeats.
const FOUND_CHARS: usize = 120;

/// The word files of queries: Vietnamese, English.
pub const WORDS: (&str, &str) =
    (include_str!("../../words/query-vi.ftl"), include_str!("../../words/query-en.ftl"));

static VI: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| entries(WORDS.0));
static EN: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| entries(WORDS.1));

fn entries(file: &'static str) -> HashMap<&'static str, &'static str> {
    file.lines().filter_map(|line| line.split_once(" = ")).collect()
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident = $code:literal,)+) => {
        /// Why a query is refused: a stable code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum QueryCode { $($(#[$doc])+ $name,)+ }

        impl QueryCode {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }
        }
    };
}

codes! {
    /// The standard has no parameter of that name.
    UnknownParameter = "unknown-parameter",
    /// The parameter stands there twice.
    Repeated = "repeated",
    /// It has no value.
    NoValue = "no-value",
    /// It takes one value and has several.
    OneValue = "one-value",
    /// The name's prefix is not declared.
    UnknownPrefix = "unknown-prefix",
    /// The name of the field cannot be read.
    BadName = "bad-name",
    /// There is no such field with master data.
    UnknownField = "unknown-field",
    /// The name ends in no unit.
    BadUnit = "bad-unit",
    /// The word is not in the vocabulary.
    UnknownWord = "unknown-word",
    /// The value is no IRI.
    BadUri = "bad-uri",
    /// The value is no pattern of an identifier.
    BadPattern = "bad-pattern",
    /// The value is no time with a zone.
    BadTime = "bad-time",
    /// The value is no number.
    BadNumber = "bad-number",
    /// The value is no whole number from 0 on.
    BadCount = "bad-count",
    /// The value is neither `true` nor `false`.
    BadBoolean = "bad-boolean",
    /// The value is no hexadecimal number.
    BadHex = "bad-hex",
    /// The value is neither `ASC` nor `DESC`.
    BadDirection = "bad-direction",
    /// Results cannot be ordered by that.
    BadOrder = "bad-order",
    /// `eventCountLimit` and `maxEventCount` exclude each other.
    TwoLimits = "two-limits",
    /// `eventCountLimit` without `orderBy`.
    LimitWithoutOrder = "limit-without-order",
    /// There are too many parameters.
    TooManyParameters = "too-many-parameters",
    /// There are too many values.
    TooManyValues = "too-many-values",
    /// The value is too long.
    TooLong = "too-long",
    /// A percent code is broken.
    BadEncoding = "bad-encoding",
    /// The body is no JSON.
    NotJson = "not-json",
    /// The body is no object, or a value of it is an object.
    WrongKind = "wrong-kind",
    /// The query has no name.
    NoQueryName = "no-query-name",
    /// The document asks no query, or another than `SimpleEventQuery`.
    NoQuery = "no-query",
}

/// One thing for which a query is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryFault {
    /// Why.
    pub code: QueryCode,
    /// The name of the parameter; empty for the whole query.
    pub parameter: String,
    /// The value, shortened; empty for the whole parameter.
    pub found: String,
}

impl QueryFault {
    pub(super) fn new(code: QueryCode, parameter: &str, found: &str) -> Self {
        let short = |text: &str| text.chars().take(FOUND_CHARS).collect();
        Self { code, parameter: short(parameter), found: short(found) }
    }

    /// What is wrong and how to mend it, in sentences.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        sentence(self.code.code(), &self.parameter, &self.found, lang)
    }
}

/// The sentences of a code.
pub(crate) fn sentence(code: &str, parameter: &str, found: &str, lang: Lang) -> String {
    let entries = match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    };
    let text = entries.get(&*["query-", code].concat()).copied().unwrap_or(code);
    text.replace("{ $parameter }", parameter).replace("{ $found }", found)
}

/// Faults as they are found, with their bound.
#[derive(Debug, Default)]
pub(super) struct Faults(pub(super) Vec<QueryFault>);

impl Faults {
    pub(super) fn add(&mut self, code: QueryCode, parameter: &str, found: &str) {
        if self.0.len() < MAX_FAULTS {
            self.0.push(QueryFault::new(code, parameter, found));
        }
    }
}
