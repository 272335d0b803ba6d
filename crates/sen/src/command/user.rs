//! `sen user add`: opens an account from the command line.

use anyhow::bail;
use clap::{Args, Subcommand};
use ground::{Actor, Clock, Ground, Lang as Language, Role, Scope};
use people::account::{Login, NewAccount};
use people::role::NewRole;

use super::settings::Common;
use super::{Lang, Outcome, complain, runtime, say};
use crate::house;

/// Accounts.
#[derive(Debug, Subcommand)]
pub(crate) enum UserCall {
    /// Opens an account and prints its one-time password.
    Add(AddArgs),
}

/// Example: sen user add --role officer --place 29905 --name "Lê Hồng Vân" --login van
#[derive(Debug, Args)]
#[command(
    after_help = "Example: sen user add --role officer --place 29905 --name \"Lê Hồng Vân\" --login van"
)]
pub(crate) struct AddArgs {
    /// The role: officer, volunteer, advisory, council-member, secretary, chair, leader, inspector, editor, administrator.
    #[arg(long)]
    role: String,
    /// Code of the place in which the role is held.
    #[arg(long, value_name = "CODE")]
    place: String,
    /// The person's name.
    #[arg(long)]
    name: String,
    /// What is typed to sign in.
    #[arg(long)]
    login: String,
    #[command(flatten)]
    common: Common,
}

/// Does the call.
pub(crate) fn run(call: &UserCall, lang: Lang) -> anyhow::Result<Outcome> {
    let UserCall::Add(args) = call;
    let config = args.common.config(None, |_| {})?;
    runtime()?.block_on(async {
        let ground = house::open(config, Clock::real()).await?;
        let outcome = add(&ground, args, lang).await;
        ground.records.close().await;
        outcome
    })
}

async fn add(ground: &Ground, args: &AddArgs, lang: Lang) -> anyhow::Result<Outcome> {
    let Ok(role) = args.role.parse::<Role>() else {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        bail!(
            "--role {}: {} {}",
            args.role,
            lang.pick("phải là một trong", "must be one of"),
            known.join(", ")
        );
    };
    let login: Login = match args.login.parse() {
        Ok(login) => login,
        Err(problem) => bail!("--login {}: {}", args.login, house::problem_line(&problem, lang)?),
    };
    let today = ground.clock.today();
    let place = register::place::by_code(&ground.reader(), &args.place, today).await.map_err(|_| {
        let none = lang.pick(
            "hôm nay không có đơn vị nào mang mã này; nạp bằng",
            "no place has this code today; load with",
        );
        anyhow::anyhow!("--place {}: {none} sen places import", args.place)
    })?;
    let held = NewRole {
        role,
        scope: Scope::Place(place.id),
        scope_name: place.titled(Language::Vi),
        from: today,
        until: None,
    };
    let account =
        NewAccount { login, name: args.name.clone(), phone: None, lang: Language::Vi, roles: vec![held] };
    match people::account::add(ground, &Actor::system("sen user add"), account).await {
        Ok(added) => {
            say(&added.one_time_password)?;
            Ok(Outcome::Done)
        }
        Err(refusal) => {
            for line in house::refusal_lines(&refusal, lang)? {
                complain(&line);
            }
            Ok(Outcome::No)
        }
    }
}
