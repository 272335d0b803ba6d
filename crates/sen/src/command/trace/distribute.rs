//! `sen trace distribute`.

use anyhow::bail;
use clap::Args;
use trace::store::Distributed;

use super::Where;
use crate::command::{Lang, Outcome, runtime, say};
use crate::house;

/// Which schema.
#[derive(Debug, Args)]
pub(crate) struct DistributeArgs {
    #[command(flatten)]
    at: Where,
}

/// Distributes; "no" where there is no Citus.
pub(super) fn run(args: &DistributeArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let distributed = runtime()?.block_on(async {
        let store = args.at.open(lang).await?;
        let distributed = store.distribute().await;
        store.close().await;
        anyhow::Ok(distributed?)
    })?;
    match distributed {
        Distributed::NotPostgres => bail!(house::text(lang, "trace-distribute-file", &[])?),
        Distributed::NoCitus => {
            super::super::complain(&house::text(lang, "trace-distribute-no-citus", &[])?);
            Ok(Outcome::No)
        }
        Distributed::Made(tables) => {
            say(&house::text(lang, "trace-distribute-done", &[("tables", tables.to_string())])?)?;
            Ok(Outcome::Done)
        }
    }
}
