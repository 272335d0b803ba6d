//! `sen key add`: an API key, shown once. Works before the first `serve`.

use clap::{Args, Subcommand};
use ground::{Actor, Clock};
use people::key::{NewKey, create};

use super::settings::Common;
use super::{Lang, Outcome, complain, runtime, say};
use crate::house;

/// API keys.
#[derive(Debug, Subcommand)]
pub(crate) enum KeyCall {
    /// Makes a key; the key alone stands on the last line.
    Add(AddArgs),
}

/// Example: sen key add --data ./data --name kho --scope trace:capture trace:query
#[derive(Debug, Args)]
#[command(
    after_help = "Example: sen key add --data ./data --name warehouse --scope trace:capture trace:query"
)]
pub(crate) struct AddArgs {
    /// What the key is for.
    #[arg(long)]
    name: String,
    /// What it may do: trace:capture, trace:query, records:read, …
    #[arg(long, value_name = "SCOPE", num_args = 1.., required = true)]
    scope: Vec<String>,
    #[command(flatten)]
    common: Common,
}

/// Does the call.
pub(crate) fn run(call: &KeyCall, lang: Lang) -> anyhow::Result<Outcome> {
    let KeyCall::Add(args) = call;
    let config = args.common.config(None, |_| {})?;
    runtime()?.block_on(async {
        let ground = house::open(config, Clock::real()).await?;
        let new = NewKey { name: args.name.clone(), scopes: args.scope.clone(), account: None };
        let outcome = match create(&ground, &Actor::system("sen key add"), new).await {
            Ok(created) => {
                say(&created.token)?;
                Ok(Outcome::Done)
            }
            Err(refusal) => {
                for line in house::refusal_lines(&refusal, lang)? {
                    complain(&line);
                }
                Ok(Outcome::No)
            }
        };
        ground.records.close().await;
        outcome
    })
}
