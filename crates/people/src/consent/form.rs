//! The form in which a consent is recorded. The room that knows the producer mounts it at an address of its own and
//! hands in the [`Subject`].

use askama::Template;
use ground::actor::{ConsentId, PlaceId, ProducerId, UserId};
use ground::{Day, FieldProblem, Refusal, RefusalKind, Result, Role};
use serde::Serialize;
use web::{Answer, DateField, Field, FormData, Frame, Here, Upload, Uploaded, Wrong, wrongs};

use super::give::{NewConsent, give};
use super::model::{ConsentScope, HowGiven, Model, resource};
use crate::account;

/// Months for which a consent is proposed.
const USUAL_MONTHS: i32 = 12;
/// Most characters of a witness's name and address.
const WITNESS_MOST: usize = 200;
/// Most characters of a note.
const NOTE_MOST: usize = 1_000;

/// The producer that consents.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Which.
    pub producer: ProducerId,
    /// Its name.
    pub name: String,
    /// The places it lies in, from its own to the country.
    pub places: Vec<PlaceId>,
    /// The address of its page.
    pub back: String,
}

#[derive(Template, Serialize)]
#[template(path = "consent/form.html")]
struct ConsentPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    action: String,
    back: String,
    producer: String,
    account: Field,
    scope: Field,
    how_given: Field,
    witness: Field,
    note: Field,
    given_on: DateField,
    expires_on: DateField,
    evidence: Field,
}

impl ConsentPage {
    async fn of(here: &Here, subject: &Subject, data: &FormData, refusal: Option<&Refusal>) -> Result<Self> {
        let field = |name: &str, label: &str| Field::new(here, name, label, data, refusal);
        let day = |name: &str, label: &str| DateField::new(here, name, label, data, refusal);
        let scopes =
            ConsentScope::ALL.iter().map(|scope| (*scope, here.t(&format!("consent-scope-{scope}"))));
        let ways = HowGiven::ALL.iter().map(|how| (*how, here.t(&format!("consent-how-{how}"))));
        Ok(Self {
            errors: wrongs(here, refusal),
            action: here.path.clone(),
            back: subject.back.clone(),
            producer: subject.name.clone(),
            account: field("account", "consent-account").choices(holders(here, subject).await?, data),
            scope: field("scope", "consent-scope").choices(scopes, data),
            how_given: field("how_given", "consent-how").choices(ways, data),
            witness: field("witness", "consent-witness").optional(),
            note: field("note", "consent-note").rows(2).optional(),
            given_on: day("given_on", "consent-given"),
            expires_on: day("expires_on", "consent-expires"),
            evidence: field("evidence", "consent-evidence")
                .accept("application/pdf,image/jpeg,image/png,image/webp")
                .optional(),
            frame: here.frame(),
        })
    }
}

// Who may be chosen: the officers and volunteers of the producer's places, the one at the desk first.
async fn holders(here: &Here, subject: &Subject) -> Result<Vec<(UserId, String)>> {
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let mut all: Vec<(UserId, String)> =
        here.actor.user.map(|me| (me, here.actor.name.clone())).into_iter().collect();
    for role in [Role::Officer, Role::Volunteer] {
        for (id, name) in account::holders(&reader, role, &subject.places, today).await? {
            if all.iter().all(|(known, _)| *known != id) {
                all.push((id, name));
            }
        }
    }
    Ok(all)
}

/// The form, empty.
///
/// # Errors
/// Not allowed.
pub async fn show(here: &Here, subject: &Subject) -> Answer {
    let me = allowed(here, subject)?;
    let today = here.ground().clock.today();
    let data = FormData::of([
        ("account", me.to_string()),
        ("scope", ConsentScope::Everything.to_string()),
        ("given_on", today.to_string()),
        ("expires_on", today.plus_months(USUAL_MONTHS).to_string()),
    ]);
    here.show(&ConsentPage::of(here, subject, &data, None).await?)
}

/// The form, sent; afterwards the consent's page is shown.
///
/// # Errors
/// Not allowed; what [`give`] refuses.
pub async fn receive(here: &Here, subject: &Subject, upload: Upload) -> Answer {
    allowed(here, subject)?;
    let mut data = FormData::default();
    let recorded = async {
        let files = upload.receive("evidence", &mut data).await?;
        record(here, subject, &data, files.first()).await
    };
    match recorded.await {
        Ok(consent) => here.done(&format!("/consents/{}", consent.id), "consent-given"),
        Err(refusal) => {
            here.show_again(&ConsentPage::of(here, subject, &data, Some(&refusal)).await?, refusal)
        }
    }
}

async fn record(here: &Here, subject: &Subject, data: &FormData, file: Option<&Uploaded>) -> Result<Model> {
    let ground = here.ground();
    let new = parsed(subject, data, ConsentId(ground.clock.new_id()))?;
    if holders(here, subject).await?.iter().all(|(id, _)| *id != new.account) {
        return Err(Refusal::field("account", "not-a-choice"));
    }
    let about = resource(new.id, subject.producer, &subject.places, new.account);
    let mut change = ground.change(&here.actor, "give-consent", &about).await?;
    let consent = give(&mut change, new, file.map(|file| &file.file)).await?;
    change.commit().await?;
    Ok(consent)
}

fn parsed(subject: &Subject, data: &FormData, id: ConsentId) -> Result<NewConsent> {
    let mut reading = data.read();
    let account = reading.word::<UserId>("account");
    let scope = reading.word("scope");
    let how_given = reading.word("how_given");
    let witness = reading.optional("witness", WITNESS_MOST);
    let note = reading.optional("note", NOTE_MOST);
    let given_on = reading.day("given_on");
    let expires_on: Option<Day> = reading.day("expires_on");
    if let (Some(given), Some(expires)) = (given_on, expires_on)
        && expires < given
    {
        reading.problem(FieldProblem::new("expires_on", "consent-over"));
    }
    reading.done(|| {
        Some(NewConsent {
            id,
            producer: subject.producer,
            producer_name: subject.name.clone(),
            places: subject.places.clone(),
            account: account?,
            scope: scope?,
            how_given: how_given?,
            witness: witness?,
            note: note?,
            given_on: given_on?,
            expires_on: expires_on?,
        })
    })
}

// Asked before anything is shown and before a file is taken in; returns the one who asks.
fn allowed(here: &Here, subject: &Subject) -> Result<UserId> {
    let me = here.actor.user.ok_or_else(|| Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"))?;
    let about = resource(ConsentId(here.ground().clock.new_id()), subject.producer, &subject.places, me);
    here.ground().access.require(&here.actor, "give-consent", &about)?;
    Ok(me)
}
