//! What the papers of a dossier say of a producer, taken from the register.

use ground::{Lang, Reader, Result};
use papers::paper::Representative;
use register::producer::{ProducerKind, Sex};

use crate::application::Application;

/// The producer as its papers name it.
pub(crate) struct Subject {
    pub(crate) organisation: String,
    pub(crate) representative: String,
    pub(crate) position: Option<String>,
    pub(crate) sex: Option<String>,
    pub(crate) ethnicity: Option<String>,
    pub(crate) home: Option<String>,
    pub(crate) address: String,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) registration_number: Option<String>,
    pub(crate) registered_on: Option<ground::Day>,
    pub(crate) commune: String,
}

pub(crate) async fn of(reader: &Reader<'_>, application: &Application) -> Result<Subject> {
    let producer = register::producer::load(reader, application.producer_id).await?;
    let place = register::place::find(reader, producer.place_id).await?;
    let within = register::place::full_name(reader, producer.place_id, Lang::Vi).await?;
    let address = [producer.address.as_str(), within.as_str()];
    let address = address.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    Ok(Subject {
        organisation: organisation(producer.kind).to_owned(),
        representative: producer.representative_name,
        position: producer.representative_title,
        sex: producer.representative_sex.map(|sex| if sex == Sex::Female { "Nữ" } else { "Nam" }.to_owned()),
        ethnicity: producer.representative_ethnicity,
        home: producer.representative_address,
        address,
        phone: producer.phone,
        email: producer.email,
        registration_number: producer.registration_number,
        registered_on: producer.registered_on,
        commune: place.name,
    })
}

// As official papers, which are in Vietnamese, name the kinds of Art. 2.3.
fn organisation(kind: ProducerKind) -> &'static str {
    match kind {
        ProducerKind::Cooperative => "Hợp tác xã",
        ProducerKind::CooperativeGroup => "Tổ hợp tác",
        ProducerKind::Enterprise => "Doanh nghiệp nhỏ và vừa",
        ProducerKind::Farm => "Trang trại",
        ProducerKind::Household => "Hộ sản xuất, kinh doanh có đăng ký kinh doanh",
        ProducerKind::Association => "Hội",
        ProducerKind::OperatingCentre => "Trung tâm điều hành",
    }
}

impl Subject {
    pub(crate) fn representative(&self) -> Representative {
        Representative {
            name: self.representative.clone(),
            sex: self.sex.clone(),
            ethnicity: self.ethnicity.clone(),
            address: self.home.clone(),
        }
    }
}
