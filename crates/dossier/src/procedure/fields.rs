//! The fields of the forms on the page of the procedure: a return with its items, the report, the advisory team's notes.

use ground::{Refusal, Result};
use web::{DateField, Field, FormData, Here};

use super::advice_row::AdviceKind;
use super::send_back;
use crate::application::{Seen, said};
use crate::self_assessment::sheet_of;

/// Rows of the form of a return shown at first.
const RETURN_ROWS: usize = 5;

/// One row of the form of a return.
pub(super) struct ReturnRow {
    pub(super) subject: Field,
    pub(super) reason: Field,
}

/// The forms of the report and of the advisory team.
pub(super) struct Fields {
    pub(super) number: Field,
    pub(super) issued_on: DateField,
    pub(super) signer: Field,
    pub(super) samples: Field,
    pub(super) kind: Field,
    pub(super) criterion: Field,
    pub(super) agrees: Field,
    pub(super) body: Field,
    pub(super) report: Field,
}

fn subjects(here: &Here, seen: &Seen) -> Result<Vec<(String, String)>> {
    let (pack, sheet) = sheet_of(&here.ground().rules, &seen.application)?;
    let criteria = sheet.criteria().iter().map(|criterion| {
        let name = pack.key_name(&criterion.key).map(|words| said(words, here.lang)).unwrap_or_default();
        (criterion.id.to_string(), format!("{} {name}", criterion.id))
    });
    let papers = pack
        .evidence()
        .map(|(code, row)| (code.to_owned(), format!("{code} {}", said(&row.name, here.lang))));
    let whole = (send_back::WHOLE.to_owned(), here.t("dossier-return-whole"));
    Ok([whole].into_iter().chain(criteria).chain(papers).collect())
}

pub(super) fn return_rows(
    here: &Here,
    seen: &Seen,
    data: &FormData,
    refusal: Option<&Refusal>,
) -> Result<Vec<ReturnRow>> {
    let subjects = subjects(here, seen)?;
    let sent = data.pairs().filter(|(name, _)| name.starts_with("reason-")).count();
    let row = |n: usize| ReturnRow {
        subject: Field::new(here, &format!("subject-{n}"), "dossier-return-subject", data, refusal)
            .choices(subjects.clone(), data),
        reason: Field::new(here, &format!("reason-{n}"), "dossier-return-reason", data, refusal)
            .rows(2)
            .optional(),
    };
    Ok((1..=RETURN_ROWS.max(sent)).map(row).collect())
}

pub(super) fn fields(here: &Here, seen: &Seen, data: &FormData, refusal: Option<&Refusal>) -> Result<Fields> {
    let field = |name: &str, label: &str| Field::new(here, name, label, data, refusal);
    let kinds = [AdviceKind::Desk, AdviceKind::Visit, AdviceKind::Test];
    let kinds = kinds.map(|kind| (kind.as_str().to_owned(), here.t(&format!("advice-{kind}"))));
    let mut criteria = subjects(here, seen)?;
    criteria.retain(|(id, _)| id.starts_with(|c: char| c.is_ascii_digit()));
    criteria.insert(0, (String::new(), here.t("dossier-return-whole")));
    let agrees = [("", "agrees-open"), ("yes", "agrees-yes"), ("no", "agrees-no")];
    let agrees = agrees.map(|(value, key)| (value.to_owned(), here.t(key)));
    Ok(Fields {
        number: field("number", "dossier-report-number").input("number").width("5").optional(),
        issued_on: DateField::new(here, "issued_on", "dossier-report-day", data, refusal).optional(),
        signer: field("signer", "dossier-report-signer").optional(),
        samples: field("samples", "dossier-report-samples").input("number").width("4").optional(),
        kind: field("kind", "advice-kind").choices(kinds, data),
        criterion: field("criterion", "advice-criterion").choices(criteria, data),
        agrees: field("agrees", "advice-agrees").choices(agrees, data),
        body: field("body", "advice-body").rows(3),
        report: field("report", "advice-report-body").rows(5),
    })
}
