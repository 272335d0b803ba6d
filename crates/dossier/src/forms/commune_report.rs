//! Mẫu 03: the commune's report on the matters it judges.

use ground::{Lang, Reader, Refusal, Result};
use papers::paper::{CommuneReport, Letterhead, Matter, Signature};
use register::place::Level;

use crate::application::Application;
use crate::procedure::{commune_report, finding_row, findings};

/// The symbol of a commune's report.
const SYMBOL: &str = "BC-UBND";

pub(super) async fn paper(reader: &Reader<'_>, application: &Application) -> Result<CommuneReport> {
    let found = findings(reader, application.id).await?;
    if found.is_empty() {
        return Err(Refusal::not_found());
    }
    let about = super::super::subject::of(reader, application).await?;
    let report = commune_report(reader, application.id).await?;
    let chain = register::place::chain(reader, application.place_id).await?;
    let commune = chain.first().ok_or_else(Refusal::not_found)?;
    let province = chain.iter().find(|place| place.level() == Level::Province);
    let decider = province.map(|place| place.titled(Lang::Vi)).unwrap_or_default();
    let reporter = format!("Ủy ban nhân dân {}", commune.titled(Lang::Vi));
    let named = |n: usize| matter(&found, n);
    Ok(CommuneReport {
        letterhead: Letterhead {
            superior: None,
            agency: reporter.to_uppercase(),
            number: report.as_ref().and_then(|report| u32::try_from(report.number?).ok()),
            symbol: SYMBOL.to_owned(),
            place: commune.name.clone(),
            date: report.as_ref().map(|report| report.issued_on.0),
        },
        producer: application.producer_name.clone(),
        organisation: about.organisation.clone(),
        address: about.address.clone(),
        representative: about.representative(),
        product: application.product_name.clone(),
        material: named(0),
        labour: named(1),
        idea: named(2),
        identity: named(3),
        reporter,
        decider: format!("Ủy ban nhân dân {decider}"),
        recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
        signature: Signature {
            authority: vec!["TM. ỦY BAN NHÂN DÂN".to_owned(), "CHỦ TỊCH".to_owned()],
            name: report.and_then(|report| report.signer),
        },
    })
}

// The form prints four matters in the order in which the decree lists them.
fn matter(found: &[finding_row::Model], n: usize) -> Matter {
    let row = found.iter().find(|row| usize::try_from(row.matter) == Ok(n));
    Matter {
        declared: row.and_then(|row| row.declared.clone()),
        found: row.map(|row| row.found.clone()).unwrap_or_default(),
    }
}
