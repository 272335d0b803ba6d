//! The command line: one file a call.

mod backup;
mod demo;
mod epcis;
mod fault;
mod grade;
mod gs1;
mod journal;
mod key;
mod lang;
mod places;
mod rules;
mod serve;
mod settings;
mod trace;
mod user;
mod verify;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub(crate) use lang::Lang;

/// How a call ends: the exit code of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done = 0,
    /// The input was read and the answer is "no".
    No = 1,
    /// The call or the input cannot be used.
    Unusable = 2,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// Sen: the open platform on which a locality runs OCOP.
#[derive(Debug, Parser)]
#[command(name = "sen", version, propagate_version = true, arg_required_else_help = true)]
struct Cli {
    /// Language of what people read (default: from LANG, else Vietnamese).
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    #[command(subcommand)]
    call: Call,
}

#[derive(Debug, Subcommand)]
enum Call {
    /// Rule packs: the decrees as data.
    #[command(subcommand)]
    Rules(rules::RulesCall),
    /// Grades the ballots of a council by the rules of a decree.
    Grade(grade::GradeArgs),
    /// EPCIS documents and events.
    #[command(subcommand)]
    Epcis(epcis::EpcisCall),
    /// The event repository: taking events elsewhere, spreading them over machines.
    #[command(subcommand)]
    Trace(trace::TraceCall),
    /// Serves the pages until it is told to stop.
    Serve(serve::ServeArgs),
    /// Loads the demo province into an empty data folder and prints the logins.
    Demo(demo::DemoArgs),
    /// Shows the configuration in force and where each value came from.
    Config(settings::ConfigArgs),
    /// The hash-chained journal.
    #[command(subcommand)]
    Journal(journal::JournalCall),
    /// Takes everything into one archive, while Sen serves.
    Backup(backup::BackupArgs),
    /// Restores an archive into an unused folder.
    Restore(backup::RestoreArgs),
    /// Administrative units and their mergers.
    #[command(subcommand)]
    Places(places::PlacesCall),
    /// Accounts.
    #[command(subcommand)]
    User(user::UserCall),
    /// API keys.
    #[command(subcommand)]
    Key(key::KeyCall),
    /// Checks a certificate's signed statement offline.
    Verify(verify::VerifyArgs),
    /// GS1 identifiers: Digital Links, element strings, EPC URNs, keys.
    #[command(subcommand)]
    Gs1(gs1::Gs1Call),
}

/// Reads the call and does it.
pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang.unwrap_or_else(Lang::of_environment);
    let outcome = match cli.call {
        Call::Rules(call) => rules::run(&call, lang),
        Call::Grade(args) => grade::run(&args, lang),
        Call::Serve(args) => serve::run(&args, lang),
        Call::Epcis(call) => epcis::run(&call, lang),
        Call::Trace(call) => trace::run(&call, lang),
        Call::Demo(args) => demo::run(&args, lang),
        Call::Config(args) => settings::run(&args),
        Call::Journal(call) => journal::run(&call, lang),
        Call::Backup(args) => backup::take(&args, lang),
        Call::Restore(args) => backup::restore(&args, lang),
        Call::Places(call) => places::run(&call, lang),
        Call::User(call) => user::run(&call, lang),
        Call::Key(call) => key::run(&call, lang),
        Call::Verify(args) => verify::run(&args, lang),
        Call::Gs1(call) => gs1::run(&call, lang),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            complain(&fault::told(&error, lang));
            Outcome::Unusable.into()
        }
    }
}

/// One line for people on stderr; a closed stderr is no reason to fail.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Text on stdout, ending in a line break.
pub(crate) fn say(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// The decrees the program carries; they were proved when it was tested.
pub(crate) fn embedded_rules() -> anyhow::Result<ocop::Library> {
    rules::all_embedded()
        .map_err(|defects| anyhow::anyhow!("the built-in rule packs do not hold: {defects:?}"))
}

/// The engine under the calls that reach the database.
pub(crate) fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()
}
