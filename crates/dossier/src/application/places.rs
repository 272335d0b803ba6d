//! The places of an application, taken from the register and taken anew when a place changes.

use std::pin::Pin;

use ground::actor::PlaceId;
use ground::facts::{Fact, Subscriber};
use ground::{Actor, Change, Day, Ground, Reader, Resource, Result};
use sea_orm::Set;
use sea_orm::entity::prelude::*;

use super::{Application, place_row, row, store};

/// Hears that a place changed and takes the places of its applications anew.
pub const PLACES_MOVED: Subscriber =
    Subscriber { name: "dossier-places", kinds: &["PlaceChanged"], hear: moved };

fn moved(ground: Ground, fact: Fact) -> Pin<Box<dyn Future<Output = Result<()>> + Send>> {
    Box::pin(async move {
        let Ok(place) = fact.subject.parse::<PlaceId>() else { return Ok(()) };
        let ids = place_row::Entity::find().filter(place_row::Column::PlaceId.eq(place));
        for found in ids.all(&ground.reader()).await? {
            let application = store::load(&ground.reader(), found.application_id).await?;
            // What is as it was leaves no entry in the journal.
            if is_placed(&ground.reader(), &application, ground.clock.today()).await? {
                continue;
            }
            let actor = Actor::system("places");
            let resource =
                super::resource(&application, &store::places(&ground.reader(), application.id).await?);
            let mut change = ground.change(&actor, "place-dossier", &resource).await?;
            replace(&mut change, &application).await?;
            change.commit().await?;
        }
        Ok(())
    })
}

// Communes of the procedure first: that of the time and its home of today; then everything above either.
async fn of(reader: &Reader<'_>, commune: PlaceId, today: Day) -> Result<Vec<(PlaceId, bool)>> {
    let home = register::place::home_today(reader, commune, today).await?;
    let scope = register::place::scope(reader, commune, today).await?;
    let mut places: Vec<(PlaceId, bool)> = Vec::new();
    for place in scope.into_iter().chain([commune, home.id]) {
        if places.iter().all(|(known, _)| *known != place) {
            places.push((place, place == commune || place == home.id));
        }
    }
    Ok(places)
}

async fn is_placed(reader: &Reader<'_>, application: &Application, today: Day) -> Result<bool> {
    let mut due = of(reader, application.place_id, today).await?;
    let placed = store::places(reader, application.id).await?;
    let mut placed: Vec<_> = placed.iter().map(|row| (row.place_id, row.is_commune)).collect();
    due.sort_unstable();
    placed.sort_unstable();
    Ok(due == placed)
}

/// Writes the places of a new application.
pub(crate) async fn place(change: &mut Change, application: &Application) -> Result<()> {
    let today = change.at().day();
    for (place_id, is_commune) in of(&change.reader(), application.place_id, today).await? {
        let row = place_row::ActiveModel {
            application_id: Set(application.id),
            place_id: Set(place_id),
            is_commune: Set(is_commune),
        };
        change.insert(row).await?;
    }
    Ok(())
}

/// Takes the places of an application anew.
pub(crate) async fn replace(change: &mut Change, application: &row::Model) -> Result<()> {
    for old in store::places(&change.reader(), application.id).await? {
        change.remove::<place_row::ActiveModel>(old).await?;
    }
    place(change, application).await
}

/// What policies know of a producer's vault.
pub(crate) async fn vault(
    reader: &Reader<'_>,
    producer: &register::producer::Producer,
    today: Day,
) -> Result<Resource> {
    let places = register::place::scope(reader, producer.place_id, today).await?;
    Ok(Resource::new("vault", producer.id).places(places).producer(producer.id))
}
