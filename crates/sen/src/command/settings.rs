//! Settings of a call: defaults ← file ← environment ← flags; and `sen config`.

use std::path::{Path, PathBuf};

use clap::Args;
use ground::Config;
use ground::config::{ConfigError, Origin, Settings};

use super::{Outcome, say};

/// Where the records are.
#[derive(Debug, Clone, Args)]
pub(crate) struct Common {
    /// Folder of the databases, files and keys.
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Records database: sqlite:PATH or postgres://… (default: a SQLite file in the data folder).
    #[arg(long, value_name = "URL")]
    pub(crate) database: Option<String>,
}

impl Common {
    /// The configuration with some flags on top.
    pub(crate) fn config(
        &self,
        file: Option<&Path>,
        flags: impl FnOnce(&mut Settings),
    ) -> anyhow::Result<Config> {
        let settings = self.settings(file, flags)?;
        Ok(settings.build()?)
    }

    fn settings(&self, file: Option<&Path>, flags: impl FnOnce(&mut Settings)) -> anyhow::Result<Settings> {
        let mut settings = Settings::defaults();
        settings.read_environment(std::env::vars())?;
        flag(&mut settings, "data", self.data.as_ref().map(|data| data.display()));
        let own = settings.data().join("sen.toml");
        if let Some(file) = file.or_else(|| own.exists().then_some(own.as_path())) {
            let unread = |error| ConfigError::File(format!("{}: {error}", file.display()));
            let text = std::fs::read_to_string(file).map_err(unread)?;
            settings.read_file_text(&text)?;
        }
        flag(&mut settings, "database", self.database.as_ref());
        flags(&mut settings);
        Ok(settings)
    }
}

/// Sets a key when the flag was given.
pub(crate) fn flag(settings: &mut Settings, key: &'static str, value: Option<impl ToString>) {
    if let Some(value) = value {
        settings.set(key, value.to_string(), Origin::Flag);
    }
}

/// Sends log lines to stderr, as text or as JSON.
pub(crate) fn log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("RUST_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn,tower_http=warn"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let outcome = if config.log_format == "json" { lines.json().try_init() } else { lines.try_init() };
    if let Err(error) = outcome {
        super::complain(&format!("log lines cannot be written: {error}"));
    }
}

/// Shows the configuration in force and where each value came from; secrets are hidden.
///
/// Example: sen config --data ./data
#[derive(Debug, Args)]
pub(crate) struct ConfigArgs {
    #[command(flatten)]
    common: Common,
    /// The settings file.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Prints the configuration.
pub(crate) fn run(args: &ConfigArgs) -> anyhow::Result<Outcome> {
    let settings = args.common.settings(args.config.as_deref(), |_| {})?;
    let mut lines = String::new();
    for setting in settings.shown() {
        lines.push_str(&format!("{:<18} {:<40} {}\n", setting.key, setting.value, setting.origin.word()));
    }
    settings.build()?;
    say(&lines)?;
    Ok(Outcome::Done)
}
