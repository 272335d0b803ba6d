//! The decision and the submission upward as PDF.

use axum::extract::Path;
use ground::{Ground, Refusal, Result};
use papers::paper::{self, DecidedProduct, DocumentReference, ProposedProduct, Ruling as Articles};
use web::{Answer, Here};

use super::{Decision, DecisionId, DecisionItem, Ruling, resource, store};
use crate::case_file::{self, CaseFile};
use crate::outcome::words::points;
use crate::printing;
use crate::sitting::{self, Convened, Minutes};

struct Whole {
    decision: Decision,
    convened: Convened,
    minutes: Option<Minutes>,
    lines: Vec<(CaseFile, DecisionItem)>,
}

async fn whole(ground: &Ground, id: DecisionId) -> Result<Whole> {
    let reader = ground.reader();
    let decision = store::load(&reader, id).await?;
    let mut items = store::items(&reader, id).await?;
    let cases = case_file::of_sitting(&reader, decision.sitting_id).await?;
    let line = |case: CaseFile| {
        let place = items.iter().position(|item| item.case_file_id == case.id)?;
        Some((case, items.swap_remove(place)))
    };
    Ok(Whole {
        convened: sitting::convened(&reader, decision.sitting_id).await?,
        minutes: sitting::store::minutes(&reader, decision.sitting_id).await?,
        lines: cases.into_iter().filter_map(line).collect(),
        decision,
    })
}

impl Whole {
    fn of(&self, ruling: Ruling) -> impl Iterator<Item = &(CaseFile, DecisionItem)> {
        self.lines.iter().filter(move |(_, item)| item.ruling == ruling)
    }

    fn minutes_cited(&self) -> DocumentReference {
        let number = self.minutes.as_ref().and_then(|minutes| minutes.number);
        DocumentReference {
            number: format!(
                "{}/BB-HĐOCOP",
                number.map_or_else(|| "…".to_owned(), |number| format!("{number:02}"))
            ),
            date: self.convened.sitting.held_on.0,
            issuer: self.convened.council.name.clone(),
        }
    }

    fn head(&self) -> paper::Letterhead {
        let place = &self.convened.council.place_name;
        paper::Letterhead {
            superior: None,
            agency: format!("ỦY BAN NHÂN DÂN {}", place.to_uppercase()),
            number: u32::try_from(self.decision.number).ok(),
            symbol: self.decision.symbol.clone(),
            place: printing::bare(place).to_owned(),
            date: Some(self.decision.signed_on.0),
        }
    }

    fn grounds(&self, ground: &Ground) -> Vec<String> {
        let mut packs: Vec<&str> = self.lines.iter().map(|(case, _)| case.rules.as_str()).collect();
        packs.sort_unstable();
        packs.dedup();
        let decrees = packs.into_iter().filter_map(|pack| {
            let decree = ground.rules.pack(pack)?.decision();
            let day = ground::Day(decree.signed).people();
            Some(format!("Căn cứ Quyết định số {} ngày {day}: {}", decree.number, decree.title.vi))
        });
        let minutes = self.minutes_cited();
        let day = ground::Day(minutes.date).people();
        let council = &self.convened.council.name;
        let rest = [
            format!("Căn cứ Biên bản số {} ngày {day} của {council}", minutes.number),
            format!("Theo đề nghị của {council}"),
        ];
        decrees.chain(rest).collect()
    }
}

/// The decision with its annex of recognised products; where products only go up, it approves their results.
///
/// # Errors
/// `not-found`; the records are away.
pub async fn decision_paper(ground: &Ground, id: DecisionId) -> Result<paper::Decision> {
    let whole = whole(ground, id).await?;
    let product = |(case, item): &(CaseFile, DecisionItem)| DecidedProduct {
        product: case.product_name.clone(),
        code: case.product_code.clone(),
        producer: case.producer_name.clone(),
        address: case.address.clone(),
        mean: Some(points(item.mean())),
        star: item.stars.and_then(|stars| u8::try_from(stars).ok()).unwrap_or(0),
    };
    let recognised: Vec<_> = whole.of(Ruling::Recognised).map(product).collect();
    let months = whole.lines.iter().filter_map(|(case, _)| ground.rules.pack(&case.rules)).map(months).max();
    let up: Vec<_> = whole.of(Ruling::SentUp).map(product).collect();
    let ruling = match (recognised.is_empty(), up.is_empty()) {
        (false, _) => Articles::Recognition { months: months.unwrap_or_default() },
        (true, false) => Articles::Articles {
            articles: vec![format!(
                "Phê duyệt kết quả đánh giá của {} đối với các sản phẩm tại Danh sách kèm theo và trình cấp trên đánh giá.",
                whole.convened.council.name
            )],
        },
        (true, true) => Articles::Articles {
            articles: vec![format!("Phê duyệt kết quả đánh giá của {}.", whole.convened.council.name)],
        },
    };
    Ok(paper::Decision {
        letterhead: whole.head(),
        authority: whole.decision.authority.to_uppercase(),
        issuer: whole.decision.authority.clone(),
        subject: format!("Về việc kết quả {}", lower(&whole.convened.sitting.subject)),
        grounds: whole.grounds(ground),
        ruling,
        executors: "Chánh Văn phòng, thủ trưởng các cơ quan liên quan và chủ thể có tên tại Danh sách"
            .to_owned(),
        products: if recognised.is_empty() { up } else { recognised },
        recipients: vec!["Như trên".to_owned(), whole.convened.council.name.clone()],
        signature: printing::signed(&whole.decision.signer_lines, Some(&whole.decision.signer_name)),
    })
}

fn months(pack: &ocop::Pack) -> u32 {
    let from = pack.decision().effective_from;
    let until = pack.expires(from).unwrap_or(from);
    let years = i32::from(until.year()) - i32::from(from.year());
    let months = years * 12 + i32::from(until.month()) - i32::from(from.month());
    u32::try_from(months).unwrap_or_default()
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The submission of the products that go to the level above.
///
/// # Errors
/// `nothing-to-send` where none does; `not-found`.
pub async fn submission_paper(ground: &Ground, id: DecisionId) -> Result<paper::Submission> {
    let whole = whole(ground, id).await?;
    let product = |(case, item): &(CaseFile, DecisionItem)| ProposedProduct {
        product: case.product_name.clone(),
        producer: case.producer_name.clone(),
        commune: case.commune.clone(),
        mean: points(item.mean()),
        star: item.stars.and_then(|stars| u8::try_from(stars).ok()).unwrap_or(0),
    };
    let products: Vec<_> = whole.of(Ruling::SentUp).map(product).collect();
    if products.is_empty() {
        return Err(Refusal::wrong_state("nothing-to-send"));
    }
    let pack = whole.lines.first().and_then(|(case, _)| ground.rules.pack(&case.rules));
    let variant = pack.and_then(|pack| pack.procedure().on(whole.decision.signed_on.0));
    let above = variant.and_then(|variant| {
        let up = variant.level(&whole.convened.council.level)?.sends_up.as_ref()?;
        Some(variant.level(&up.to)?.body.vi.clone())
    });
    Ok(paper::Submission {
        letterhead: paper::Letterhead { number: None, symbol: "TTr-UBND".to_owned(), ..whole.head() },
        subject: "Về việc đề nghị đánh giá, phân hạng sản phẩm OCOP đạt từ 90 điểm".to_owned(),
        addressees: vec![above.unwrap_or_default()],
        grounds: whole.grounds(ground),
        council: whole.convened.council.name.clone(),
        minutes: whole.minutes_cited(),
        heard: u32::try_from(whole.lines.len()).unwrap_or_default(),
        products,
        enclosures: vec![
            format!("Quyết định số {}", whole.decision.cited()),
            "Biên bản họp Hội đồng".to_owned(),
            "Hồ sơ sản phẩm".to_owned(),
        ],
        recipients: vec!["Như trên".to_owned(), whole.convened.council.name.clone()],
        signature: printing::signed(&whole.decision.signer_lines, Some(&whole.decision.signer_name)),
    })
}

async fn seen(here: &Here, id: DecisionId) -> Result<()> {
    let decision = store::load(&here.reader(), id).await?;
    crate::seen(here, "see-decision", &resource(&decision, []))
}

/// `GET /decisions/{id}/decision.pdf`.
pub(super) async fn decision_pdf(here: Here, Path(id): Path<DecisionId>) -> Answer {
    seen(&here, id).await?;
    let paper = decision_paper(here.ground(), id).await?;
    Ok(printing::pdf("quyet-dinh.pdf", printing::one(paper, here.ground().clock.now()).await?))
}

/// `GET /decisions/{id}/submission.pdf`.
pub(super) async fn submission_pdf(here: Here, Path(id): Path<DecisionId>) -> Answer {
    seen(&here, id).await?;
    let paper = submission_paper(here.ground(), id).await?;
    Ok(printing::pdf("to-trinh.pdf", printing::one(paper, here.ground().clock.now()).await?))
}
