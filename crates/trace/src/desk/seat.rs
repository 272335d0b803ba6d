//! Who sits at the desk, and whose events lie on it.

use ground::actor::ProducerId;
use ground::{Refusal, Resource, Result};
use web::table::Link;
use web::{Field, FormData, Here};

use crate::caller::{Sight, party_of_producer, producer_of_party};
use crate::store::{Party, Scope, Store, Tenant};
use crate::store_of;

/// Most parties to choose among.
const MOST_PARTIES: usize = 200;
/// No party: of those who never captured.
const NOBODY: Tenant = Tenant(0);

/// A seat at the desk.
pub(super) struct Seat {
    pub(super) store: Store,
    /// It sees every party.
    pub(super) sees_all: bool,
    /// The parties to choose among.
    parties: Vec<Party>,
    /// The one that was chosen; without, all of them.
    pub(super) party: Option<Party>,
}

/// A producer's events, as policies see them.
pub(super) fn resource(producer: ProducerId) -> Resource {
    Resource::new("event-party", producer).producer(producer)
}

impl Seat {
    /// The seat of the actor; `party` in the query chooses among several.
    ///
    /// # Errors
    /// Not allowed; a party that the actor does not see is not found; the store is away.
    pub(super) async fn of(here: &Here, query: &FormData) -> Result<Self> {
        let installation = Resource::installation();
        let sees_all = here.may("see-event-repository", &installation);
        let own: Vec<ProducerId> =
            here.actor.producers().filter(|producer| here.may("see-events", &resource(*producer))).collect();
        if !sees_all && own.is_empty() {
            here.ground().access.require(&here.actor, "see-event-repository", &installation)?;
        }
        let store = store_of(here.ground())?;
        let mut parties = if sees_all {
            store.parties(MOST_PARTIES).await?
        } else {
            let keys: Vec<String> = own.iter().map(|producer| party_of_producer(*producer)).collect();
            store.parties_called(&keys).await?
        };
        name(here, &mut parties).await?;
        let mut seat = Self { store, sees_all, parties, party: None };
        seat.party = match query.get("party") {
            "" if sees_all => None,
            "" => seat.parties.first().cloned(),
            number => {
                let number = number.parse().map_err(|_| Refusal::not_found())?;
                Some(seat.known(here, Tenant(number)).await?)
            }
        };
        Ok(seat)
    }

    /// A party that it sees.
    ///
    /// # Errors
    /// There is none, or it is none of the actor's: both look the same.
    pub(super) async fn known(&self, here: &Here, tenant: Tenant) -> Result<Party> {
        if let Some(party) = self.parties.iter().find(|party| party.tenant == tenant) {
            return Ok(party.clone());
        }
        let mut found =
            if self.sees_all { self.store.parties_numbered(&[tenant]).await? } else { Vec::new() };
        name(here, &mut found).await?;
        found.pop().ok_or_else(Refusal::not_found)
    }

    /// Whether events, jobs and queries of a party may be seen.
    pub(super) fn sees(&self, tenant: Tenant) -> bool {
        self.sees_all || self.parties.iter().any(|party| party.tenant == tenant)
    }

    /// Whose events lie on the desk.
    pub(super) fn scope(&self) -> Scope {
        match &self.party {
            Some(party) => Scope::Party(party.tenant),
            None if self.sees_all => Scope::All,
            None => Scope::Party(NOBODY),
        }
    }

    /// What it sees of the repository.
    pub(super) fn sight(&self) -> Sight {
        Sight::of(self.party.as_ref().map_or(NOBODY, |party| party.tenant), self.scope())
    }

    /// The names of some parties.
    ///
    /// # Errors
    /// The store or the records are away.
    pub(super) async fn names(&self, here: &Here, mut tenants: Vec<Tenant>) -> Result<Vec<Party>> {
        tenants.sort_unstable();
        tenants.dedup();
        let mut found = self.store.parties_numbered(&tenants).await?;
        name(here, &mut found).await?;
        Ok(found)
    }

    /// Whether a list tells of each entry whose it is.
    pub(super) fn is_mixed(&self) -> bool {
        self.sees_all && self.party.is_none()
    }

    /// The choice among parties; none where there is nothing to choose.
    pub(super) fn choice(&self, here: &Here, query: &FormData) -> Option<Field> {
        let parties = self.parties.iter().map(|party| (party.tenant.0.to_string(), party.name.clone()));
        let all = self.sees_all.then(|| (String::new(), here.t("trace-any-party")));
        let choices: Vec<(String, String)> = all.into_iter().chain(parties).collect();
        let chosen = self.party.as_ref().map(|party| ("party", party.tenant.0.to_string()));
        let chosen = FormData::of(chosen);
        let field = Field::new(here, "party", "trace-party", query, None).choices(choices, &chosen);
        (field.choices.len() > 1).then_some(field)
    }
}

// Producers are called as the register calls them today, others as they were when they came first.
async fn name(here: &Here, parties: &mut [Party]) -> Result<()> {
    let producer = |party: &Party| producer_of_party(&party.key);
    let ids: Vec<ProducerId> = parties.iter().filter_map(producer).collect();
    let mut known = register::producer::load_all(&here.reader(), &ids).await?;
    for party in parties {
        if let Some(found) = producer(party).and_then(|id| known.remove(&id)) {
            party.name = found.name;
        }
    }
    Ok(())
}

/// The name of a party in a list of them.
pub(super) fn name_of(parties: &[Party], tenant: Tenant) -> String {
    parties.iter().find(|party| party.tenant == tenant).map(|party| party.name.clone()).unwrap_or_default()
}

/// The way back to the desk.
pub(super) fn crumb(here: &Here) -> Link {
    Link { href: super::HOME.to_owned(), label: here.t("trace-desk") }
}
