//! Accounts and their roles: opened when the first role begins, closed when the files say so.

use anyhow::{Context, anyhow};
use ground::{Day, Lang, Resource, Scope};
use people::account::NewAccount;
use people::password::Hashed;
use people::role::NewRole;

use super::play::Play;
use super::written::{Account, Province, RoleHeld};
use super::{Plan, first};

/// Before the first role of anyone; places are imported on this day.
pub(super) const FIRST: Day = Day(jiff::civil::date(2022, 12, 30));
/// Everyone's password; it stands on the terminal and in the demo's own folder, and nowhere else is it used.
pub(super) const PASSWORD: &str = "xuoi dong cho noi cai be";

/// What happens to accounts.
pub(super) enum Act<'a> {
    /// A role ends.
    Ends(&'a Account, &'a RoleHeld),
    /// An account is closed.
    Closes(&'a Account),
    /// An account is opened.
    Opens(&'a Account),
    /// A role begins.
    Begins(&'a Account, &'a RoleHeld),
}

/// Refuses a password that the program would not let anyone choose.
///
/// # Errors
/// Whose login or name it holds.
pub(super) fn check_password(province: &Province) -> anyhow::Result<()> {
    for account in &province.accounts {
        people::password::check("password", PASSWORD, &account.login, &account.name)
            .with_context(|| format!("the password of {}", account.login))?;
    }
    Ok(())
}

/// When.
pub(super) fn plan<'a>(province: &'a Province, plan: &mut Plan<'a>) {
    let mut add = |day, order, act| plan.push((day, first::CAST + order, super::Act::Cast(act)));
    for account in &province.accounts {
        if let Some(begin) = account.roles.iter().map(|role| role.from).min() {
            add(begin, 2, Act::Opens(account));
        }
        if let Some(day) = account.disabled_on {
            add(day, 1, Act::Closes(account));
        }
        for role in &account.roles {
            add(role.from, 3, Act::Begins(account, role));
            if let Some(until) = role.until {
                add(until, 0, Act::Ends(account, role));
            }
        }
    }
}

/// Does it.
///
/// # Errors
/// The program refuses.
pub(super) async fn play(play: &mut Play<'_>, act: &Act<'_>) -> anyhow::Result<String> {
    let login = match act {
        Act::Ends(account, _) | Act::Closes(account) | Act::Opens(account) | Act::Begins(account, _) => {
            &account.login
        }
    };
    let what = match act {
        Act::Opens(account) => open(play, account).await.map(|()| "account"),
        Act::Closes(account) => {
            people::account::disable(play.ground, &Play::system(), play.account(&account.login)?)
                .await
                .map(|_| "account closed")
                .map_err(Into::into)
        }
        Act::Begins(account, role) => begin(play, account, role).await.map(|()| "role"),
        Act::Ends(account, role) => end(play, account, role).await.map(|()| "role ended"),
    };
    Ok(format!("{} {login}", what.with_context(|| format!("{login} on {}", play.today()))?))
}

async fn open(play: &mut Play<'_>, account: &Account) -> anyhow::Result<()> {
    let hashed = password(play).await?;
    let new = NewAccount {
        login: account.login.parse().map_err(|bad: ground::FieldProblem| anyhow!("{}", bad.code))?,
        name: account.name.clone(),
        phone: Some(account.phone.clone()),
        lang: Lang::Vi,
        roles: Vec::new(),
    };
    let mut change = play.ground.change(&Play::system(), "add-account", &Resource::installation()).await?;
    let made = people::account::create(&mut change, new, hashed, None).await?;
    change.commit().await?;
    play.known.accounts.insert(account.login.clone(), made.id);
    Ok(())
}

// Everyone has the same password, so it is hashed once.
async fn password(play: &mut Play<'_>) -> anyhow::Result<Hashed> {
    if let Some(hashed) = &play.password {
        return Ok(hashed.clone());
    }
    let hashed = people::password::hash(play.ground, PASSWORD).await?;
    play.password = Some(hashed.clone());
    Ok(hashed)
}

async fn scope(play: &Play<'_>, role: &RoleHeld) -> anyhow::Result<(Scope, String)> {
    if let Some(place) = &role.place {
        let place = play.place(place).await?;
        return Ok((Scope::Place(place.id), capital(&place.titled(Lang::Vi))));
    }
    let key = role.producer.as_deref().ok_or_else(|| anyhow!("a role without a place"))?;
    let producer = register::producer::load(&play.ground.reader(), play.producer(key)?).await?;
    Ok((Scope::Producer(producer.id), producer.name))
}

// "phường Sa Đéc" begins a line in the frame.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

async fn begin(play: &Play<'_>, account: &Account, role: &RoleHeld) -> anyhow::Result<()> {
    let (scope, scope_name) = scope(play, role).await?;
    let new = NewRole { role: role.role, scope, scope_name, from: role.from, until: None };
    people::role::give(play.ground, &Play::system(), play.account(&account.login)?, new).await?;
    Ok(())
}

async fn end(play: &Play<'_>, account: &Account, role: &RoleHeld) -> anyhow::Result<()> {
    let (scope, _) = scope(play, role).await?;
    let id = play.account(&account.login)?;
    let held = people::role::of_account(&play.ground.reader(), id).await?;
    let held = held.iter().find(|row| {
        row.until_day.is_none()
            && row.held().is_some_and(|held| held.role == role.role && held.scope == scope)
    });
    let held = held.ok_or_else(|| anyhow!("{} is not held", role.role))?;
    people::role::end(play.ground, &Play::system(), id, held.id).await?;
    Ok(())
}
