//! What policies know of an application, and loading it through an actor's scope.

use ground::{Actor, Ground, Reader, Refusal, RefusalKind, Resource, Result};

use super::{Application, ApplicationId, load, place_row, store};

/// An application that the actor may see, with what policies know of it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The application.
    pub application: Application,
    /// For further questions to the policies.
    pub resource: Resource,
}

/// An application as policies see it.
pub fn resource(application: &Application, places: &[place_row::Model]) -> Resource {
    let of = |is_commune: bool| {
        places.iter().filter(move |place| place.is_commune == is_commune).map(|place| place.place_id)
    };
    Resource::new("dossier", application.id)
        .places(places.iter().map(|place| place.place_id))
        .texts("communes", of(true))
        .texts("provinces", of(false))
        .producer(application.producer_id)
        .text("stage", application.stage)
}

/// Loads an application through the actor's scope: what one may not see is not found.
///
/// # Errors
/// `not-signed-in` for a visitor; `not-found` where there is none or the actor may not know of it.
pub async fn see(ground: &Ground, reader: &Reader<'_>, actor: &Actor, id: ApplicationId) -> Result<Seen> {
    if actor.user.is_none() && !actor.is_system {
        return Err(Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"));
    }
    let application = load(reader, id).await?;
    let resource = resource(&application, &store::places(reader, id).await?);
    if ground.access.allows(actor, "see-dossier", &resource) {
        return Ok(Seen { application, resource });
    }
    Err(Refusal::not_found())
}

impl Seen {
    /// The producer may still write.
    ///
    /// # Errors
    /// `dossier-in-procedure` otherwise.
    pub fn must_be_open(&self) -> Result<()> {
        if self.application.stage.is_open() {
            return Ok(());
        }
        let way_out = format!("/dossiers/{}/procedure", self.application.id);
        Err(Refusal::wrong_state("dossier-in-procedure").way_out(way_out))
    }
}
