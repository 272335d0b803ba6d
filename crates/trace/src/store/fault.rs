//! What can go wrong with the store.

/// Why the store did not do what was asked. [`StoreError::code`] names the sentence in the word files.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// The address is not `sqlite:PATH` or `postgres://…`.
    #[error("{0:?} is no address of an event store")]
    Address(String),
    /// The database was made by a later version of the program.
    #[error("the event store has version {found}, and this program knows versions up to {known}")]
    Newer {
        /// Version of the database.
        found: i64,
        /// The newest version that the program knows.
        known: i64,
    },
    /// The database does not answer. Nothing is known of what was being written; writing it again does no harm.
    #[error("the event store does not answer: {0}")]
    Away(String),
    /// The disk has no room.
    #[error("the event store has no room left")]
    Full,
    /// The store was closed.
    #[error("the event store is closed")]
    Closed,
    /// Something is longer, or more, than the store takes.
    #[error("number {at}: {what} is {found}, and the store takes {most}")]
    TooMuch {
        /// Offset in what was given, such as that of the event in its batch.
        at: usize,
        /// What there is too much of: `events`, `doc`, `items`, `word` or `name`.
        what: &'static str,
        /// How much there is.
        found: usize,
        /// How much there may be.
        most: usize,
    },
    /// A text has a NUL, or a key is used twice.
    #[error("number {at}: {what} cannot be stored")]
    Unfit {
        /// Offset in what was given, such as that of the event in its batch.
        at: usize,
        /// What cannot be stored: `word`, `name` or `id`.
        what: &'static str,
    },
    /// What the database holds, or how it answered, makes no sense.
    #[error("the event store is damaged or out of order: {0}")]
    Broken(String),
}

/// A result of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

impl StoreError {
    /// Codes of all errors.
    pub const CODES: [&'static str; 8] = [
        "store-address",
        "store-newer",
        "store-away",
        "store-full",
        "store-closed",
        "store-too-much",
        "store-unfit",
        "store-broken",
    ];

    /// The stable code, which is the name of its sentence in the word files.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Address(_) => "store-address",
            Self::Newer { .. } => "store-newer",
            Self::Away(_) => "store-away",
            Self::Full => "store-full",
            Self::Closed => "store-closed",
            Self::TooMuch { .. } => "store-too-much",
            Self::Unfit { .. } => "store-unfit",
            Self::Broken(_) => "store-broken",
        }
    }

    pub(crate) fn broken(what: impl ToString) -> Self {
        Self::Broken(what.to_string())
    }
}
