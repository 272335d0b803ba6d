//! The one error a user meets.

use std::borrow::Cow;

use sea_orm::DbErr;

/// What any verb returns.
pub type Result<T, E = Refusal> = std::result::Result<T, E>;

/// What kind of "no" it is; the web turns it into a status, the command line into an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// There is none, or the actor may not know of it.
    NotFound,
    /// Nobody is signed in.
    NotSignedIn,
    /// Signed in, and not allowed.
    NotAllowed,
    /// Some fields cannot be used as they are.
    Invalid,
    /// The record's state does not admit this step now.
    WrongState,
    /// Someone else changed it meanwhile.
    Conflict,
    /// Larger than the named limit.
    TooLarge,
    /// Too often; wait.
    TooMany,
    /// Something needed is away for the moment.
    Unavailable,
    /// A fault of ours; the operation id stands in the log.
    Unexpected,
}

/// A refusal: a stable code, which word files phrase as `refusal-<code>` with `params`, and the fields at fault.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The kind.
    pub kind: RefusalKind,
    /// Stable, kebab-case.
    pub code: &'static str,
    /// What the sentence needs: names, numbers, dates already printed for people.
    pub params: Vec<(&'static str, String)>,
    /// The fields at fault, in the order of the form.
    pub fields: Vec<FieldProblem>,
    /// The address of a page that helps out, if there is one.
    pub way_out: Option<String>,
    /// For the log only.
    pub cause: Option<String>,
}

/// One field that cannot be used, and how to mend it (`problem-<code>` in the word files).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldProblem {
    /// The field's name in the form and in JSON.
    pub field: Cow<'static, str>,
    /// Stable, kebab-case.
    pub code: &'static str,
    /// What the sentence needs.
    pub params: Vec<(&'static str, String)>,
}

impl FieldProblem {
    /// A problem without parameters.
    pub fn new(field: impl Into<Cow<'static, str>>, code: &'static str) -> Self {
        Self { field: field.into(), code, params: Vec::new() }
    }

    /// Adds a parameter of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.push((name, value.to_string()));
        self
    }
}

impl Refusal {
    /// A refusal of any kind.
    pub fn new(kind: RefusalKind, code: &'static str) -> Self {
        Self { kind, code, params: Vec::new(), fields: Vec::new(), way_out: None, cause: None }
    }

    /// There is none, or the actor may not know of it: both look the same.
    pub fn not_found() -> Self {
        Self::new(RefusalKind::NotFound, "not-found")
    }

    /// The record's state does not admit this step.
    pub fn wrong_state(code: &'static str) -> Self {
        Self::new(RefusalKind::WrongState, code)
    }

    /// Fields that cannot be used.
    pub fn invalid(fields: Vec<FieldProblem>) -> Self {
        Self { fields, ..Self::new(RefusalKind::Invalid, "invalid") }
    }

    /// One field that cannot be used.
    pub fn field(field: impl Into<Cow<'static, str>>, code: &'static str) -> Self {
        Self::invalid(vec![FieldProblem::new(field, code)])
    }

    /// Someone else changed it meanwhile.
    pub fn conflict(code: &'static str) -> Self {
        Self::new(RefusalKind::Conflict, code)
    }

    /// A fault of ours; the cause goes to the log only.
    pub fn unexpected(cause: impl ToString) -> Self {
        Self { cause: Some(cause.to_string()), ..Self::new(RefusalKind::Unexpected, "unexpected") }
    }

    /// Adds a parameter of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.push((name, value.to_string()));
        self
    }

    /// Adds the address of a page that helps out.
    #[must_use]
    pub fn way_out(mut self, href: impl Into<String>) -> Self {
        self.way_out = Some(href.into());
        self
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)?;
        for (name, value) in &self.params {
            write!(f, " {name}={value}")?;
        }
        for problem in &self.fields {
            write!(f, " [{}: {}]", problem.field, problem.code)?;
        }
        if let Some(cause) = &self.cause {
            write!(f, ": {cause}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

impl From<DbErr> for Refusal {
    fn from(error: DbErr) -> Self {
        let away = match &error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
            other => is_connection_loss(&other.to_string()),
        };
        let (kind, code) = if away {
            (RefusalKind::Unavailable, "records-unavailable")
        } else {
            (RefusalKind::Unexpected, "unexpected")
        };
        Self { cause: Some(error.to_string()), ..Self::new(kind, code) }
    }
}

impl From<object_store::Error> for Refusal {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::not_found(),
            other => Self {
                cause: Some(other.to_string()),
                ..Self::new(RefusalKind::Unavailable, "files-unavailable")
            },
        }
    }
}

impl From<serde_json::Error> for Refusal {
    fn from(error: serde_json::Error) -> Self {
        Self::unexpected(error)
    }
}

// The driver reports a lost server as an execution error with the server's or the socket's own words.
fn is_connection_loss(message: &str) -> bool {
    const SIGNS: [&str; 8] = [
        "error communicating with database",
        "Connection refused",
        "Connection reset",
        "Broken pipe",
        "terminating connection",
        "the database system is",
        "expected to read",
        "pool timed out",
    ];
    SIGNS.iter().any(|sign| message.contains(sign))
}
