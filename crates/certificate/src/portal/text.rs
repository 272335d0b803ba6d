//! Pages of words alone: help, accessibility, how to report a doubt.

use askama::Template;
use serde::Serialize;
use web::{Answer, Frame, Here};

#[derive(Template, Serialize)]
#[template(path = "portal/text.html")]
struct TextPage {
    #[serde(skip)]
    frame: Frame,
    title: String,
    sections: Vec<(String, String)>,
}

pub(super) async fn help(here: Here) -> Answer {
    show(&here, "help", &["scan", "product", "office", "contact"])
}

pub(super) async fn accessibility(here: Here) -> Answer {
    show(&here, "accessibility", &["how", "known", "contact"])
}

pub(super) async fn report(here: Here) -> Answer {
    show(&here, "report", &["what", "how"])
}

fn show(here: &Here, name: &str, sections: &[&str]) -> Answer {
    let hotline = [("hotline", here.ground().config.hotline.clone())];
    let section = |part: &&str| {
        let key = format!("{name}-{part}");
        (here.t(&key), here.app.words.text(here.lang, &format!("{key}-text"), &hotline))
    };
    here.show(&TextPage {
        frame: here.frame(),
        title: here.t(&format!("{name}-title")),
        sections: sections.iter().map(section).collect(),
    })
}
