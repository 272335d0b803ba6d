//! What the papers of a dossier say of a producer, taken from the register.

use ground::{Lang, Reader, Result};
use papers::paper::Representative;

use crate::application::Application;

/// The producer as its papers name it.
pub(crate) struct Subject {
    pub(crate) organisation: String,
    pub(crate) representative: String,
    pub(crate) position: Option<String>,
    pub(crate) sex: Option<String>,
    pub(crate) ethnicity: Option<String>,
    pub(crate) address: String,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) registration_number: Option<String>,
    pub(crate) registered_on: Option<ground::Day>,
    pub(crate) commune: String,
}

pub(crate) async fn of(reader: &Reader<'_>, application: &Application) -> Result<Subject> {
    let producer = register::producer::load(reader, application.producer_id).await?;
    let commune = register::place::full_name(reader, producer.place_id, Lang::Vi).await?;
    Ok(Subject {
        organisation: String::new(),
        representative: producer.name.clone(),
        position: None,
        sex: None,
        ethnicity: None,
        address: commune.clone(),
        phone: None,
        email: None,
        registration_number: None,
        registered_on: None,
        commune,
    })
}

impl Subject {
    pub(crate) fn representative(&self) -> Representative {
        Representative {
            name: self.representative.clone(),
            sex: self.sex.clone(),
            ethnicity: self.ethnicity.clone(),
            address: Some(self.address.clone()),
        }
    }
}
