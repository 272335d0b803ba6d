//! The demo province, played through the program's own verbs, each at the day the files of `demo/` say, so that
//! journals, states and papers come about as they would in an office.

mod cast;
mod certificates;
mod dossiers;
mod events;
mod hearing;
mod logbooks;
mod papers;
mod places;
mod play;
mod producers;
mod proof;
mod rounds;
mod written;

use ground::jobs::due_now;
use ground::{Clock, Day, Ground};

use play::Play;
use written::Province;

/// What someone needs to know who wants to look around.
pub(crate) struct Loaded {
    /// Login, name and where from, of everyone who can sign in.
    pub(crate) logins: Vec<(String, String, String)>,
    /// Everyone's password.
    pub(crate) password: &'static str,
}

/// One act of the play.
enum Act<'a> {
    Cast(cast::Act<'a>),
    Register(producers::Act<'a>),
    Paper(&'a str, &'a written::Paper),
    Dossier(dossiers::Act<'a>),
    Round(rounds::Act<'a>),
    Certificate(certificates::Act<'a>),
    Logbook(logbooks::Act<'a>),
}

/// Everything that happens: the day, what comes first on a day, the act.
type Plan<'a> = Vec<(Day, u8, Act<'a>)>;

/// What comes first on a day.
mod first {
    pub(super) const CAST: u8 = 0;
    pub(super) const REGISTER: u8 = 10;
    pub(super) const PAPERS: u8 = 20;
    pub(super) const DOSSIERS: u8 = 30;
    pub(super) const ROUNDS: u8 = 50;
    pub(super) const CERTIFICATES: u8 = 70;
    pub(super) const LOGBOOKS: u8 = 90;
}

/// The clock of the demo, before its first day.
pub(crate) fn clock() -> Clock {
    Clock::standing(cast::FIRST.start())
}

/// Whether something was recorded here already.
///
/// # Errors
/// The records are away.
pub(crate) async fn is_used(ground: &Ground) -> ground::Result<bool> {
    Ok(register::place::country(&ground.reader()).await?.is_some())
}

/// Plays the demo into an empty house. `tell` hears how far it is, a line a thing.
///
/// # Errors
/// An act that the program refuses, or a result other than the files expect: named with its day.
pub(crate) async fn load(ground: &Ground, tell: &dyn Fn(&str)) -> anyhow::Result<Loaded> {
    let province = Province::read()?;
    let mut play = Play::new(ground, &province)?;
    places::import_all(&mut play).await?;
    tell(&format!("{}: places", cast::FIRST));
    cast::check_password(&province)?;
    let mut plan: Plan<'_> = Vec::new();
    cast::plan(&province, &mut plan);
    producers::plan(&province, &mut plan)?;
    plan.extend(
        province
            .papers
            .iter()
            .map(|(producer, paper)| (paper.added_on, first::PAPERS, Act::Paper(producer, paper))),
    );
    dossiers::plan(&province, &mut plan)?;
    rounds::plan(&province, &mut plan)?;
    certificates::plan(&province, &mut plan)?;
    logbooks::plan(&province, &mut plan);
    plan.sort_by_key(|(day, order, _)| (*day, *order));
    perform(&mut play, plan, tell).await?;
    play.stand(province.today);
    settle(ground).await?;
    events::capture(&play).await?;
    proof::check(&play).await?;
    tell(&format!("{}: as written", province.today));
    let login =
        |account: &written::Account| (account.login.clone(), account.name.clone(), account.unit.clone());
    let open = province.accounts.iter().filter(|account| account.disabled_on.is_none());
    Ok(Loaded { logins: open.map(login).collect(), password: cast::PASSWORD })
}

async fn perform(play: &mut Play<'_>, plan: Plan<'_>, tell: &dyn Fn(&str)) -> anyhow::Result<()> {
    let mut day = None;
    for (on, _, act) in plan {
        if day != Some(on) {
            settle(play.ground).await?;
            play.stand(on);
            settle(play.ground).await?;
            day = Some(on);
        }
        play.pause();
        let done = match act {
            Act::Cast(act) => Box::pin(cast::play(play, &act)).await?,
            Act::Register(act) => Box::pin(producers::play(play, &act)).await?,
            Act::Paper(producer, paper) => Box::pin(papers::play(play, producer, paper)).await?,
            Act::Dossier(act) => Box::pin(dossiers::play(play, &act)).await?,
            Act::Round(act) => Box::pin(rounds::play(play, &act)).await?,
            Act::Certificate(act) => {
                // What was decided earlier on the day is certified by now.
                settle(play.ground).await?;
                Box::pin(certificates::play(play, &act)).await?
            }
            Act::Logbook(act) => Box::pin(logbooks::play(play, &act)).await?,
        };
        tell(&format!("{on}: {done}"));
    }
    Ok(())
}

// News is heard on the day it happens, and work is done on the day it is due.
async fn settle(ground: &Ground) -> ground::Result<()> {
    let registry = crate::house::registry();
    while due_now(ground, &registry).await? {}
    Ok(())
}
