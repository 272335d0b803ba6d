//! `found`: a council is entered as its decision set it up.

use ground::actor::PlaceId;
use ground::{Actor, Day, Ground, Refusal, Result, Role};
use sea_orm::Set;
use web::{Answer, DateField, Field, FormData, Frame, Here, Posted, Wrong, wrongs};

use super::rules::NewRules;
use super::{CouncilId, row, rules};
use crate::seat;

/// Characters of a name.
const NAME: usize = 300;
/// The levels at which a council can score.
const LEVELS: &[&str] = &["district", "province", "central"];

/// A council to enter.
#[derive(Clone, Debug)]
pub struct NewCouncil {
    /// The place whose council it is.
    pub place: PlaceId,
    /// The place as in a sentence.
    pub place_name: String,
    /// The level of the procedure.
    pub level: String,
    /// Its name.
    pub name: String,
    /// Number of the decision that set it up.
    pub mandate_number: String,
    /// Its date.
    pub mandate_on: Day,
    /// Who issued it.
    pub mandate_issuer: String,
}

/// Enters a council with the usual rules of procedure.
///
/// # Errors
/// `not-allowed` for anyone but the place's secretary or officer.
pub async fn found(ground: &Ground, actor: &Actor, new: NewCouncil) -> Result<CouncilId> {
    let id = CouncilId(ground.clock.new_id());
    let place = ground::Resource::new("council", id).text("place", new.place);
    let resource = seat::nobody(place);
    let mut change = ground.change(actor, "found-council", &resource).await?;
    change.say("name", &new.name);
    let row = row::ActiveModel {
        id: Set(id),
        place_id: Set(new.place),
        place_name: Set(new.place_name),
        level: Set(new.level),
        name: Set(new.name),
        mandate_number: Set(new.mandate_number),
        mandate_on: Set(new.mandate_on),
        mandate_issuer: Set(new.mandate_issuer),
        founded_at: Set(change.at()),
        founded_by: Set(change.by()),
    };
    change.insert(row).await?;
    rules::insert(&mut change, id, 1, &NewRules::usual()).await?;
    change.commit().await?;
    Ok(id)
}

fn read(data: &FormData) -> Result<NewCouncil> {
    let mut reading = data.read();
    let place = reading.word::<PlaceId>("place");
    let level = reading.text("level", 20);
    if level.as_deref().is_some_and(|level| !LEVELS.contains(&level)) {
        reading.problem(ground::FieldProblem::new("level", "not-a-choice"));
    }
    let name = reading.text("name", NAME);
    let mandate_number = reading.text("mandate_number", 60);
    let mandate_on = reading.day("mandate_on");
    let mandate_issuer = reading.text("mandate_issuer", NAME);
    reading.done(|| {
        Some(NewCouncil {
            place: place?,
            place_name: String::new(),
            level: level?,
            name: name?,
            mandate_number: mandate_number?,
            mandate_on: mandate_on?,
            mandate_issuer: mandate_issuer?,
        })
    })
}

#[derive(askama::Template, serde::Serialize)]
#[template(path = "council/found.html")]
struct FoundPage {
    #[serde(skip)]
    frame: Frame,
    errors: Vec<Wrong>,
    place: Field,
    level: Field,
    name: Field,
    mandate_number: Field,
    mandate_on: DateField,
    mandate_issuer: Field,
}

async fn page(here: &Here, data: &FormData, refusal: Option<&Refusal>) -> Result<FoundPage> {
    let field =
        |name: &str| Field::new(here, name, &format!("council-{name}").replace('_', "-"), data, refusal);
    let mut places = Vec::new();
    for place in own_places(&here.actor) {
        places.push((place, crate::outside::place_name(&here.reader(), place).await?));
    }
    let levels = LEVELS.iter().map(|level| (*level, here.t(&format!("council-level-{level}"))));
    Ok(FoundPage {
        frame: here.frame(),
        errors: wrongs(here, refusal),
        place: field("place").choices(places, data),
        level: field("level").choices(levels, data),
        name: field("name"),
        mandate_number: field("mandate_number").width("20"),
        mandate_on: DateField::new(here, "mandate_on", "council-mandate-on", data, refusal),
        mandate_issuer: field("mandate_issuer"),
    })
}

// The places whose councils an actor's office sets up and calls.
pub(crate) fn own_places(actor: &Actor) -> Vec<PlaceId> {
    let mut places: Vec<PlaceId> =
        [Role::Secretary, Role::Officer].into_iter().flat_map(|role| actor.places_as(role)).collect();
    places.sort();
    places.dedup();
    places
}

/// `GET /councils/new`.
pub(super) async fn show(here: Here) -> Answer {
    if own_places(&here.actor).is_empty() {
        return Err(Refusal::not_found().into());
    }
    here.show(&page(&here, &FormData::of([("level", "province")]), None).await?)
}

/// `POST /councils/new`.
pub(super) async fn post(here: Here, Posted(form): Posted) -> Answer {
    let made = match read(&form) {
        Ok(mut new) => {
            new.place_name = crate::outside::place_name(&here.reader(), new.place).await?;
            found(here.ground(), &here.actor, new).await
        }
        Err(refusal) => Err(refusal),
    };
    match made {
        Ok(id) => here.done(&format!("/councils/{id}"), "council-found"),
        Err(refusal) => here.show_again(&page(&here, &form, Some(&refusal)).await?, refusal),
    }
}
