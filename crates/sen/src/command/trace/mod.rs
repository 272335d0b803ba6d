//! `sen trace`: the event repository from outside.

mod distribute;
mod export;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use ground::Config;
use trace::store::Store;

use super::settings::Common;
use super::{Lang, Outcome, fault};

/// The event repository.
#[derive(Debug, Subcommand)]
pub(crate) enum TraceCall {
    /// Writes the events of some days, as an EPCIS document or as a table.
    Export(export::ExportArgs),
    /// Turns the PostgreSQL schema into distributed and reference tables of Citus.
    ///
    /// Example: sen trace distribute --trace postgres://sen@db/sen
    Distribute(distribute::DistributeArgs),
}

/// Where the events are.
#[derive(Debug, Args)]
pub(crate) struct Where {
    #[command(flatten)]
    common: Common,
    /// Database of the event repository: sqlite:PATH or postgres://… (default: a file in the data folder).
    #[arg(long, value_name = "URL")]
    trace: Option<String>,
    /// The settings file (default: sen.toml in the data folder, where there is one).
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Where {
    fn config(&self) -> anyhow::Result<Config> {
        self.common.config(self.config.as_deref(), |settings| {
            super::settings::flag(settings, "trace", self.trace.as_ref());
        })
    }

    async fn open(&self, lang: Lang) -> anyhow::Result<Store> {
        let config = self.config()?;
        Store::open(&config.trace).await.map_err(|error| fault::of_store(&error, &config, lang))
    }
}

/// Does one.
pub(crate) fn run(call: &TraceCall, lang: Lang) -> anyhow::Result<Outcome> {
    match call {
        TraceCall::Export(args) => export::run(args, lang),
        TraceCall::Distribute(args) => distribute::run(args, lang),
    }
}
