//! `sign`: the authority decides on the results of a sitting that is closed. All papers are ready at once.

use axum::extract::Path;
use ground::facts::News;
use ground::{Actor, Change, Day, FieldProblem, Ground, Refusal, Result};
use sea_orm::Set;
use serde_json::json;
use web::{Answer, DateField, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::{DecisionId, Ruling, item_row, row, store};
use crate::case_file::{self, Hearing};
use crate::outcome::{self, Counted};
use crate::sitting::{self, Convened, Moment, SittingId};

/// Characters of a line.
const LINE: usize = 300;
/// Highest number of one year's decisions.
const NUMBER: i32 = 99_999;

/// A decision to sign.
#[derive(Clone, Debug)]
pub struct NewDecision {
    /// The running number of the year.
    pub number: i32,
    /// The symbol after it.
    pub symbol: String,
    /// Who decides, as in a sentence.
    pub authority: String,
    /// The day on the paper.
    pub signed_on: Day,
    /// The lines above the name.
    pub signer_lines: String,
    /// Who signs.
    pub signer_name: String,
}

/// Signs a decision on every case of a sitting.
///
/// # Errors
/// `not-allowed` for who does not lead the place; `sitting-not-closed`; `decision-signed`.
pub async fn sign(ground: &Ground, actor: &Actor, id: SittingId, new: NewDecision) -> Result<DecisionId> {
    let seen = sitting::convened(&ground.reader(), id).await?;
    let mut change = ground.change(actor, "sign-decision", &seen.resource()).await?;
    sitting::store::lock(&change, id).await?;
    let convened = sitting::convened(&change.reader(), id).await?;
    if convened.when(Moment::Closed).is_none() {
        return Err(Refusal::wrong_state("sitting-not-closed"));
    }
    if let Some(signed) = store::of_sitting(&change.reader(), id).await? {
        return Err(Refusal::wrong_state("decision-signed").way_out(format!("/decisions/{}", signed.id)));
    }
    let (decision, day) = (DecisionId(ground.clock.new_id()), new.signed_on);
    change.say("number", format!("{}/{}", new.number, new.symbol));
    insert(&mut change, &convened, decision, new).await?;
    let mut recognised = 0;
    for case in case_file::of_sitting(&change.reader(), id).await? {
        let hearing = case_file::store::of_case(&change.reader(), case, convened.clone()).await?;
        let counted = outcome::count(&change.reader(), &ground.rules, &hearing).await?;
        let ruling = decide(&mut change, ground, &hearing, &counted, (decision, day)).await?;
        recognised += i32::from(ruling == Ruling::Recognised);
    }
    change.say("count", recognised);
    change.tell(News::new("DecisionSigned", decision, &json!({ "place": convened.council.place_id }))?);
    change.commit().await?;
    Ok(decision)
}

async fn insert(change: &mut Change, convened: &Convened, id: DecisionId, new: NewDecision) -> Result<()> {
    let row = row::ActiveModel {
        id: Set(id),
        sitting_id: Set(convened.sitting.id),
        council_id: Set(convened.council.id),
        place_id: Set(convened.council.place_id),
        number: Set(new.number),
        symbol: Set(new.symbol),
        authority: Set(new.authority),
        signed_on: Set(new.signed_on),
        signer_lines: Set(new.signer_lines),
        signer_name: Set(new.signer_name),
        signed_at: Set(change.at()),
        signed_by: Set(change.by()),
    };
    change.insert(row).await?;
    Ok(())
}

async fn decide(
    change: &mut Change,
    ground: &Ground,
    hearing: &Hearing,
    counted: &Counted,
    (decision, day): (DecisionId, Day),
) -> Result<Ruling> {
    let (pack, _) = hearing.sheet(&ground.rules)?;
    let ruling = outcome::ruling(pack, &counted.verdict, &hearing.convened.council.level, day);
    let (sum, count) = counted.sum();
    let case = &hearing.case;
    let row = item_row::ActiveModel {
        id: Set(change.new_id()),
        decision_id: Set(decision),
        case_file_id: Set(case.id),
        application_id: Set(case.application_id),
        product_id: Set(case.product_id),
        producer_id: Set(case.producer_id),
        ruling: Set(ruling),
        stars: Set(counted.verdict.star.map(|star| i32::from(star.number()))),
        mean_sum: Set(sum),
        mean_count: Set(count),
        rules: Set(case.rules.clone()),
    };
    change.insert(row).await?;
    crate::outside::stepped(change, case.application_id).await?;
    Ok(ruling)
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "decision/sign.html")]
struct SignPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    id: SittingId,
    subject: String,
    number: Field,
    symbol: Field,
    authority: Field,
    signed_on: DateField,
    signer_lines: Field,
    signer_name: Field,
}

async fn page(here: &Here, id: SittingId, data: &FormData, refusal: Option<&Refusal>) -> Result<SignPage> {
    let convened = sitting::convened(&here.reader(), id).await?;
    crate::seen(here, "sign-decision", &convened.resource())?;
    let mut data = data.clone();
    if !data.has("symbol") {
        data.push("symbol".to_owned(), "QĐ-UBND".to_owned());
        let place = convened.council.place_name.as_str();
        data.push("authority".to_owned(), format!("Chủ tịch Ủy ban nhân dân {place}"));
        data.push("signer_lines".to_owned(), "CHỦ TỊCH".to_owned());
        data.push("signed_on".to_owned(), here.ground().clock.today().to_string());
    }
    let field =
        |name: &str| Field::new(here, name, &format!("decision-{}", name.replace('_', "-")), &data, refusal);
    Ok(SignPage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        id,
        subject: convened.sitting.subject,
        number: field("number").input("number").width("5"),
        symbol: field("symbol").width("20"),
        authority: field("authority"),
        signed_on: DateField::new(here, "signed_on", "decision-signed-on", &data, refusal),
        signer_lines: field("signer_lines").rows(2),
        signer_name: field("signer_name"),
    })
}

fn read(data: &FormData, today: Day) -> Result<NewDecision> {
    let mut reading = data.read();
    let number = reading.number("number", 1..=NUMBER);
    let symbol = reading.text("symbol", 40);
    let authority = reading.text("authority", LINE);
    let signed_on = reading.day("signed_on");
    if signed_on.is_some_and(|day| day > today) {
        reading.problem(FieldProblem::new("signed_on", "date-after-today").with("today", today.people()));
    }
    let signer_lines = reading.text("signer_lines", LINE);
    let signer_name = reading.text("signer_name", LINE);
    reading.done(|| {
        Some(NewDecision {
            number: number?,
            symbol: symbol?,
            authority: authority?,
            signed_on: signed_on?,
            signer_lines: signer_lines?,
            signer_name: signer_name?,
        })
    })
}

/// `GET /sittings/{id}/decision`.
pub(super) async fn show(here: Here, Path(id): Path<SittingId>) -> Answer {
    here.show(&page(&here, id, &FormData::default(), None).await?)
}

/// `POST /sittings/{id}/decision`.
pub(super) async fn post(here: Here, Path(id): Path<SittingId>, Posted(form): Posted) -> Answer {
    let done = match read(&form, here.ground().clock.today()) {
        Ok(new) => sign(here.ground(), &here.actor, id, new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(decision) => here.done(&format!("/decisions/{decision}"), "decision-signed"),
        Err(refusal) => here.show_again(&page(&here, id, &form, Some(&refusal)).await?, refusal),
    }
}
