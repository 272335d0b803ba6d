//! What the schemes of EPC URNs are made of (EPC Tag Data Standard, section 6.3).

/// What follows the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// Nothing.
    None,
    /// A serial number at the end of the key's value.
    InKey,
    /// The value of this qualifier.
    Qualifier(&'static str),
    /// A location's extension, of which `0` is none.
    Extension,
    /// Piece and total at the end of the key's value, and a serial number.
    Pieces,
}

/// How a scheme's parts stand in the value of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) key: &'static str,
    /// Digits of company prefix and reference; 0 where the reference is a text of any length.
    pub(super) digits: usize,
    /// The reference's first digit stands before the company prefix.
    pub(super) indicator: bool,
    /// A zero stands before all.
    pub(super) zero: bool,
    pub(super) tail: Tail,
}

const fn layout(key: &'static str, digits: usize, tail: Tail) -> Layout {
    Layout { key, digits, indicator: false, zero: false, tail }
}

const fn indicated(key: &'static str, digits: usize, tail: Tail) -> Layout {
    Layout { key, digits, indicator: true, zero: false, tail }
}

const LAYOUTS: [(&str, Layout); 16] = [
    ("sgtin", indicated("01", 13, Tail::Qualifier("21"))),
    ("lgtin", indicated("01", 13, Tail::Qualifier("10"))),
    ("upui", indicated("01", 13, Tail::Qualifier("235"))),
    ("itip", indicated("8006", 13, Tail::Pieces)),
    ("sscc", indicated("00", 17, Tail::None)),
    ("sgln", layout("414", 12, Tail::Extension)),
    ("pgln", layout("417", 12, Tail::None)),
    ("grai", Layout { key: "8003", digits: 12, indicator: false, zero: true, tail: Tail::InKey }),
    ("giai", layout("8004", 0, Tail::None)),
    ("gsrn", layout("8018", 17, Tail::None)),
    ("gsrnp", layout("8017", 17, Tail::None)),
    ("gdti", layout("253", 12, Tail::InKey)),
    ("sgcn", layout("255", 12, Tail::InKey)),
    ("ginc", layout("401", 0, Tail::None)),
    ("gsin", layout("402", 16, Tail::None)),
    ("cpi", layout("8010", 0, Tail::Qualifier("8011"))),
];

pub(super) fn of(scheme: &str) -> Option<Layout> {
    LAYOUTS.iter().find(|(name, _)| *name == scheme).map(|(_, layout)| *layout)
}
