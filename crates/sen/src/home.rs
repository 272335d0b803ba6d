//! The front page: what this installation is, and which decrees it carries.

use askama::Template;
use ground::Day;
use serde::Serialize;
use web::{Answer, Frame, Here};

#[derive(Template, Serialize)]
#[template(path = "home.html")]
struct HomePage {
    #[serde(skip)]
    frame: Frame,
    decrees: Vec<String>,
}

/// `GET /`.
pub(crate) async fn show(here: Here) -> Answer {
    let frame = here.frame();
    let decrees = here.ground().rules.packs().iter().map(|pack| {
        let decision = pack.decision();
        let values = [
            ("number", decision.number.clone()),
            ("from", Day(decision.effective_from).people()),
            ("sheets", pack.sheets().len().to_string()),
            ("criteria", pack.sheets().iter().map(|sheet| sheet.criteria().len()).sum::<usize>().to_string()),
        ];
        frame.tn("home-decree", &values)
    });
    let decrees = decrees.collect();
    here.show(&HomePage { frame, decrees })
}
