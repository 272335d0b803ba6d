//! A session as its owner and administrators see it.

use ground::Result;
use ground::actor::UserId;
use serde::Serialize;
use web::Here;
use web::parts::moment;

use super::{SessionId, live_of};

/// A live session.
#[derive(Debug, Serialize)]
pub(crate) struct SessionLine {
    pub id: String,
    pub device: String,
    pub address: String,
    pub opened: String,
    pub seen: String,
    /// The one in hand.
    pub current: bool,
}

/// The live sessions of an account.
pub(crate) async fn lines(here: &Here, of: UserId, current: Option<SessionId>) -> Result<Vec<SessionLine>> {
    let ground = here.ground();
    let lives = live_of(&here.reader(), of, ground.clock.now(), ground.config.session_seconds).await?;
    let line = |live: super::store::Live| SessionLine {
        id: live.session.id.to_string(),
        device: device(&live.session.agent).unwrap_or_else(|| here.t("session-device-unknown")),
        address: live.session.address,
        opened: moment(live.session.opened_at),
        seen: moment(live.seen_at),
        current: Some(live.session.id) == current,
    };
    Ok(lives.into_iter().map(line).collect())
}

// "Chrome, Android": enough to know one's own devices by. The order matters: Edge calls itself Chrome, Chrome Safari.
fn device(agent: &str) -> Option<String> {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("coc_coc", "Cốc Cốc"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let of = |list: &[(&str, &'static str)]| {
        list.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    match (of(&BROWSERS), of(&SYSTEMS)) {
        (Some(browser), Some(system)) => Some(format!("{browser}, {system}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::device;

    #[test]
    fn a_device_is_named_as_its_owner_would() {
        let chrome = "Mozilla/5.0 (Linux; Android 14; SM-A057F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36";
        assert_eq!(device(chrome).as_deref(), Some("Chrome, Android"));
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/124.0 Safari/537.36 Edg/124.0";
        assert_eq!(device(edge).as_deref(), Some("Edge, Windows"));
        assert_eq!(device("curl/8"), None);
    }
}
