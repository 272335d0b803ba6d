//! Mẫu 01: the registration form.

use ground::{Ground, Lang, Reader, Result};
use papers::paper::{Receipt, RegistrationForm, RegistrationKind};
use register::place::Level;

use crate::application::{Application, Kind, said};
use crate::procedure::commune_report;
use crate::self_assessment::{all_citations, sheet_of};

pub(super) async fn paper(ground: &Ground, reader: &Reader<'_>, application: &Application) -> Result<RegistrationForm> {
    let (pack, sheet) = sheet_of(&ground.rules, application)?;
    let about = super::super::subject::of(reader, application).await?;
    let chain = register::place::chain(reader, application.place_id).await?;
    let province = chain.iter().find(|place| place.level() == Level::Province);
    let group = pack.group(&sheet.group).map(|group| said(&group.name, Lang::Vi)).unwrap_or_default();
    let day = application.received_on.unwrap_or(application.opened_on);
    let cited = all_citations(reader, application.id).await?;
    let report = commune_report(reader, application.id).await?;
    let samples = report.and_then(|report| report.samples).and_then(|samples| u32::try_from(samples).ok());
    let usual = pack.samples().map(|samples| u32::from(samples.value)).filter(|_| sheet.sample_required);
    Ok(RegistrationForm {
        province: province.map(|place| place.name.clone()).unwrap_or_default(),
        year: day.0.year(),
        producer: application.producer_name.clone(),
        representative: about.representative,
        position: about.position,
        address: about.address,
        phone: about.phone,
        email: about.email,
        product: application.product_name.clone(),
        classification: format!("{group}; {}; {}", said(&sheet.family, Lang::Vi), said(&sheet.name, Lang::Vi)),
        kind: match application.kind {
            Kind::First => RegistrationKind::First,
            Kind::Upgrade => RegistrationKind::Upgrade,
            Kind::ReEvaluation => RegistrationKind::Renewal,
        },
        samples: samples.or(usual),
        attachments: if cited.is_empty() { Vec::new() } else { vec!["Hồ sơ minh chứng.".to_owned()] },
        place: chain.first().map(|place| place.name.clone()),
        date: Some(day.0),
        commune_receipt: Receipt {
            number: application.registration_number.clone(),
            received: application.received_on.map(|day| day.0),
            receiver: application.received_by_name.clone(),
        },
        province_receipt: Receipt {
            number: application.accepted_on.and(application.registration_number.clone()),
            received: application.accepted_on.map(|day| day.0),
            receiver: application.accepted_by_name.clone(),
        },
    })
}
