//! Mẫu 02: the producer's report on its own product, with the table of evidence.

use ground::{Ground, Lang, Reader, Result};
use papers::Points;
use papers::paper::{
    AssessedCriterion, BusinessResults, EvidenceRow, HeldPapers, IntellectualProperty, SelfAssessment,
};

use crate::application::{Application, Kind, said};
use crate::self_assessment::{CitedPaper, Topic, all_citations, ballot, mark_rows, marks, narrative, sheet_of};

/// Rows of the evidence table that the boxes of item 7 ask for: registration, declaration, production, property.
const HELD: [&str; 4] = ["E01", "E11", "E02", "E07"];

pub(super) async fn paper(ground: &Ground, reader: &Reader<'_>, application: &Application) -> Result<SelfAssessment> {
    let (pack, sheet) = sheet_of(&ground.rules, application)?;
    let about = super::super::subject::of(reader, application).await?;
    let cited = all_citations(reader, application.id).await?;
    let rows = mark_rows(reader, application.id).await?;
    let marks = marks(reader, application.id).await?;
    let told = narrative(reader, application.id).await?;
    let text = |topic: Topic| told.get(&topic).map(|row| row.body.clone()).unwrap_or_default();
    let total: u16 = ballot(sheet, &marks).parts(sheet).iter().sum();
    let holds = |code: &str| cited.iter().any(|paper| paper.code == code);
    let [registration, declaration, production, property] = HELD.map(holds);
    let criteria = sheet.criteria().iter().map(|criterion| AssessedCriterion {
        number: criterion.id.to_string(),
        title: pack.key_name(&criterion.key).map(|words| said(words, Lang::Vi)).unwrap_or_default().to_owned(),
        maximum: Points::whole(u32::from(criterion.max.get())),
        points: Points::whole(marks.get(&criterion.id).map_or(0, |mark| u32::from(mark.points.get()))),
        description: rows.get(criterion.id.as_str()).and_then(|row| row.description.clone()).unwrap_or_default(),
        evidence: cited.iter().filter(|paper| paper.criterion == criterion.id.as_str()).map(cite).collect(),
    });
    Ok(SelfAssessment {
        producer: application.producer_name.clone(),
        organisation: about.organisation.clone(),
        address: about.address.clone(),
        phone: about.phone.clone(),
        email: about.email.clone(),
        representative: about.representative(),
        founded: about.registered_on.map(|day| day.0),
        registration_number: about.registration_number.clone(),
        product: application.product_name.clone(),
        description: text(Topic::Description),
        held: HeldPapers {
            registration,
            declaration,
            food_safety: production,
            production: false,
            property: IntellectualProperty { trademark: property, ..IntellectualProperty::default() },
        },
        history: text(Topic::History),
        structure: text(Topic::Structure),
        results: BusinessResults {
            production: text(Topic::Production),
            quality: text(Topic::Quality),
            market: text(Topic::Market),
            outcome: text(Topic::Outcome),
        },
        criteria: criteria.collect(),
        total: Points::whole(u32::from(total)),
        changes: (application.kind != Kind::First).then(|| text(Topic::Changes)),
        plan: text(Topic::Plan),
        evidence: pack.evidence().map(|(code, _)| evidence_row(code, &cited)).collect(),
        place: Some(about.commune),
        date: Some(application.received_on.unwrap_or(application.opened_on).0),
    })
}

fn cite(paper: &CitedPaper) -> String {
    let pages = if paper.first_page == paper.last_page {
        format!("tr. {}", paper.first_page)
    } else {
        format!("tr. {}–{}", paper.first_page, paper.last_page)
    };
    format!("{} ({pages})", paper.title)
}

fn evidence_row(code: &str, cited: &[CitedPaper]) -> EvidenceRow {
    let mut papers: Vec<String> = Vec::new();
    for paper in cited.iter().filter(|paper| paper.code == code) {
        if !papers.contains(&paper.title) {
            papers.push(paper.title.clone());
        }
    }
    EvidenceRow { code: code.to_owned(), papers }
}
