//! `sen demo`: loads the demo province into an empty data folder and prints the logins.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context;
use clap::Args;

use super::settings::Common;
use super::{Lang, Outcome, complain, fault, runtime, say};
use crate::{demo, house};

/// The file in the data folder that keeps the logins.
const LOGINS: &str = "demo-logins.txt";
/// The settings, which may lie in an unused folder.
const SETTINGS: &str = "sen.toml";

/// Example: sen demo --data ./demo-data && sen serve --data ./demo-data
#[derive(Debug, Args)]
#[command(after_help = "Example: sen demo --data ./demo-data && sen serve --data ./demo-data")]
pub(crate) struct DemoArgs {
    #[command(flatten)]
    common: Common,
}

/// Does the call.
pub(crate) fn run(args: &DemoArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let config = args.common.config(None, |_| {})?;
    let data = config.data.clone();
    if holds_anything(&data)? {
        complain(&used(&data.display().to_string(), lang));
        return Ok(Outcome::Unusable);
    }
    // Without a flag or a setting it lies in the folder, which was empty.
    let database = config.database_shown();
    runtime()?.block_on(async {
        let ground = house::open(config, demo::clock()).await?;
        if demo::is_used(&ground).await? {
            ground.records.close().await;
            complain(&used(&database, lang));
            return Ok(Outcome::Unusable);
        }
        let events =
            trace::open(&ground).await.map_err(|error| fault::of_store(&error, &ground.config, lang))?;
        let loaded = Box::pin(demo::load(&ground, &by_month())).await;
        events.close().await;
        ground.records.close().await;
        let text = logins(&loaded?, lang)?;
        std::fs::write(data.join(LOGINS), &text).with_context(|| data.join(LOGINS).display().to_string())?;
        say(&text)?;
        Ok(Outcome::Done)
    })
}

/// Says how far the play is, a line a month.
fn by_month() -> impl Fn(&str) {
    let said = RefCell::new(String::new());
    move |line: &str| {
        let month = line.get(..7).unwrap_or(line);
        if *said.borrow() != month {
            complain(month);
            month.clone_into(&mut said.borrow_mut());
        }
    }
}

fn holds_anything(data: &Path) -> anyhow::Result<bool> {
    if !data.exists() {
        return Ok(false);
    }
    for entry in std::fs::read_dir(data).with_context(|| data.display().to_string())? {
        if entry?.file_name() != OsStr::new(SETTINGS) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn used(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "{what}: đã có dữ liệu ở đây và được giữ nguyên. Tỉnh mẫu cần một thư mục trống và một cơ sở dữ liệu trống, ví dụ: sen demo --data ./demo-data"
        ),
        Lang::En => format!(
            "{what}: there are records here already, and they stay as they are. The demo needs an empty folder and an empty database, for example: sen demo --data ./demo-data"
        ),
    }
}

fn logins(loaded: &demo::Loaded, lang: Lang) -> Result<String, std::fmt::Error> {
    let wide = loaded.logins.iter().map(|(login, ..)| login.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    writeln!(text, "{}: {}", lang.pick("Mật khẩu của mọi người", "Everyone's password"), loaded.password)?;
    for (login, name, unit) in &loaded.logins {
        writeln!(text, "{login:<wide$}  {name} · {unit}")?;
    }
    Ok(text)
}
