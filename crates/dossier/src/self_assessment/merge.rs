//! `merge`: two people wrote the same criteria; both versions side by side, and one is chosen.

use askama::Template;
use axum::extract::{Path, RawQuery};
use ocop::Criterion;
use serde::Serialize;
use web::{Answer, FormData, Frame, Here};

use super::mark::{MARK, TEXT, TOLD};
use super::model::{parse, sheet_of};
use super::store;
use crate::application::{self, ApplicationId, Seen, said};

/// One field that both wrote.
#[derive(Clone, Debug, Serialize)]
pub struct Rival {
    /// The field.
    pub name: String,
    /// What it is.
    pub label: String,
    /// What stands now.
    pub theirs: String,
    /// What is sent to keep it.
    pub theirs_value: String,
    /// Who wrote it and when.
    pub whose: String,
    /// What was about to be written.
    pub mine: String,
    /// What is sent to write it.
    pub mine_value: String,
    /// The control's id.
    pub id: String,
}

/// The page.
#[derive(Template, Serialize)]
#[template(path = "self_assessment/merge.html")]
pub struct MergePage {
    #[serde(skip)]
    frame: Frame,
    /// The application.
    pub id: ApplicationId,
    /// The product.
    pub product: String,
    /// The state shown here.
    pub version: i32,
    /// What both wrote.
    pub rivals: Vec<Rival>,
}

/// The address of the page for what a form was about to write.
pub(crate) fn address(id: ApplicationId, form: &FormData) -> String {
    let pairs = form.pairs().filter(|(name, _)| [MARK, TEXT, TOLD].iter().any(|prefix| name.starts_with(prefix)));
    let query: Vec<String> = pairs.map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    format!("/dossiers/{id}/merge?{}", query.join("&"))
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// The page for a form that clashed.
pub(crate) async fn page(here: &Here, seen: &Seen, form: &FormData) -> Answer {
    let page = fill(here, seen, form).await?;
    here.show(&page)
}

async fn fill(here: &Here, seen: &Seen, form: &FormData) -> ground::Result<MergePage> {
    let (_, sheet) = sheet_of(&here.ground().rules, &seen.application)?;
    let rows = store::mark_rows(&here.reader(), seen.application.id).await?;
    let told = store::narrative(&here.reader(), seen.application.id).await?;
    let mut rivals = Vec::new();
    for (name, mine) in form.pairs() {
        let mut rival = Rival {
            id: format!("f-{name}"),
            name: name.to_owned(),
            label: String::new(),
            theirs: String::new(),
            theirs_value: String::new(),
            whose: String::new(),
            mine: mine.to_owned(),
            mine_value: mine.to_owned(),
        };
        let criterion = |prefix| name.strip_prefix(prefix).and_then(|id| sheet.criterion(id));
        if let Some((_, criterion)) = criterion(MARK).or_else(|| criterion(TEXT)) {
            let Some(row) = rows.get(criterion.id.as_str()) else { continue };
            rival.label = label(here, seen, criterion);
            rival.whose = whose(here, &row.marked_by_name, row.marked_at);
            if name.starts_with(MARK) {
                let case = row.case_letter.as_ref().map(|case| format!("{case}-")).unwrap_or_default();
                rival.theirs_value = row.points.map(|points| format!("{case}{points}")).unwrap_or_default();
                rival.theirs = in_words(here, criterion, &rival.theirs_value);
                rival.mine = in_words(here, criterion, mine);
            } else {
                rival.theirs_value = row.description.clone().unwrap_or_default();
                rival.theirs.clone_from(&rival.theirs_value);
            }
        } else if let Some(row) = name.strip_prefix(TOLD).and_then(|topic| told.get(&topic.parse().ok()?)) {
            rival.label = here.t(&format!("told-{}", row.topic));
            rival.whose = whose(here, &row.written_by_name, row.written_at);
            rival.theirs.clone_from(&row.body);
            rival.theirs_value.clone_from(&row.body);
        }
        if !rival.label.is_empty() && rival.theirs_value != rival.mine_value {
            rivals.push(rival);
        }
    }
    Ok(MergePage {
        frame: here.frame(),
        id: seen.application.id,
        product: seen.application.product_name.clone(),
        version: seen.application.version,
        rivals,
    })
}

fn whose(here: &Here, who: &str, at: ground::Instant) -> String {
    here.app.words.text(here.lang, "dossier-merge-theirs", &[("who", who.to_owned()), ("when", web::parts::moment(at))])
}

fn label(here: &Here, seen: &Seen, criterion: &Criterion) -> String {
    let pack = here.ground().rules.pack(&seen.application.rules);
    let name = pack.and_then(|pack| pack.key_name(&criterion.key)).map(|words| said(words, here.lang));
    format!("{} {}", criterion.id, name.unwrap_or_default())
}

fn in_words(here: &Here, criterion: &Criterion, value: &str) -> String {
    let Some(mark) = parse(criterion, value) else { return here.t("dossier-mark-none") };
    let option = criterion.options_of(mark.case).find(|option| option.points == mark.points);
    let text = option.map(|option| match here.lang {
        ground::Lang::Vi => option.vi.as_str(),
        ground::Lang::En => option.en.as_str(),
    });
    let points = here.app.words.text(here.lang, "criterion-points", &[("points", mark.points.to_string())]);
    format!("{points}: {}", text.unwrap_or_default())
}

/// `GET /dossiers/{id}/merge`.
pub(crate) async fn show(here: Here, Path(id): Path<ApplicationId>, RawQuery(query): RawQuery) -> Answer {
    let seen = application::see(here.ground(), &here.reader(), &here.actor, id).await?;
    let form = web::table::Asked::of(&here, query.as_deref().unwrap_or_default()).query;
    page(&here, &seen, &form).await
}
