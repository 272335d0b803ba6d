//! `sen serve`: runs until SIGTERM, then finishes what it acknowledged.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::bail;
use clap::Args;
use ground::Clock;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::settings::{Common, log};
use super::{Lang, Outcome, fault, runtime};
use crate::house;

/// Serves the pages and the machine interfaces.
///
/// Example: sen serve --data ./data --listen 127.0.0.1:8080
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    common: Common,
    /// Address to listen on.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Database of the event repository: sqlite:PATH or postgres://… (default: a file in the data folder).
    #[arg(long, value_name = "URL")]
    trace: Option<String>,
    /// The settings file (default: sen.toml in the data folder, where there is one).
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Serves until told to stop.
pub(crate) fn run(args: &ServeArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let config = args.common.config(args.config.as_deref(), |settings| {
        super::settings::flag(settings, "listen", args.listen.as_ref());
        super::settings::flag(settings, "trace", args.trace.as_ref());
    })?;
    log(&config);
    runtime()?.block_on(serve(config, lang))
}

async fn serve(config: ground::Config, lang: Lang) -> anyhow::Result<Outcome> {
    let listen = config.listen;
    let listener = match TcpListener::bind(listen).await {
        Ok(listener) => listener,
        Err(error) => bail!(house::text(lang, "serve-taken", &[("what", format!("{listen}: {error}"))])?),
    };
    let ground = house::open(config, Clock::real()).await?;
    let events = trace::open(&ground).await.map_err(|error| fault::of_store(&error, &ground.config, lang))?;
    let app = house::app(ground.clone())?;
    let router = house::router(&app);
    let (stop, stopped) = watch::channel(false);
    let jobs = tokio::spawn(ground::jobs::run(ground.clone(), house::registry(), stopped.clone()));
    let standing_queries = tokio::spawn(trace::run(app.clone(), stopped.clone()));
    let counting = tokio::spawn(goods::scan::run(ground.clone(), stopped.clone()));
    let following = tokio::spawn(goods::page::follow(ground.clone(), stopped));
    let mut out = std::io::stdout().lock();
    writeln!(out, "listening on http://{}", listener.local_addr()?)?;
    out.flush()?;
    drop(out);
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told_to_stop())
        .await?;
    stop.send_replace(true);
    jobs.await?;
    standing_queries.await?;
    counting.await?;
    following.await?;
    events.close().await;
    ground.records.close().await;
    Ok(Outcome::Done)
}

async fn told_to_stop() {
    let (Ok(mut terminate), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        tracing::error!("signals cannot be heard; stop the program by killing it");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    tracing::info!("stopping: finishing what was acknowledged");
}
