//! Gathers what stands on the labels of a lot. Words on labels are Vietnamese whoever prints them (NĐ 43/2017/NĐ-CP,
//! Art. 7).

use ground::{Day, Lang, Result};
use register::place;
use register::producer::Producer;
use web::Here;

use super::content::Content;
use super::design::Design;
use crate::item::{self, TradeItem};
use crate::lot::{self, Lot, LotId, label_link};

/// A lot with what its labels name.
pub struct Subject {
    /// The producer.
    pub producer: Producer,
    /// The trade item.
    pub item: TradeItem,
    /// The lot.
    pub lot: Lot,
    /// Where the producer is today, in Vietnamese.
    pub place: String,
    /// `OCOP 3 sao` with the code of the certificate, while that holds.
    pub award: Option<String>,
}

impl Subject {
    /// Reads it.
    ///
    /// # Errors
    /// `not-found` for a lot that is another's.
    pub async fn of(here: &Here, producer: Producer, lot: LotId) -> Result<Self> {
        let (reader, today) = (here.reader(), here.ground().clock.today());
        let lot = lot::load(&reader, lot).await?;
        if lot.producer_id != producer.id {
            return Err(ground::Refusal::not_found());
        }
        let item = item::load(&reader, lot.trade_item_id).await?;
        let home = place::home_today(&reader, producer.place_id, today).await?;
        let place = place::full_name(&reader, home.id, Lang::Vi).await?;
        let card = match item.product_id {
            Some(product) => certificate::verdict::of_product(&reader, product).await?,
            None => None,
        };
        let award = card.filter(|card| card.life().on(today).holds()).map(|card| {
            let values = [("stars", card.stars.to_string()), ("code", card.code.printed())];
            here.app.words.text(Lang::Vi, "label-award", &values)
        });
        Ok(Self { producer, item, lot, place, award })
    }

    /// The number of an EAN-13: of a GTIN that has one.
    pub fn ean(&self) -> Option<&str> {
        self.item.gtin.as_deref().and_then(|gtin| gtin.strip_prefix('0'))
    }

    /// What stands on a label of a design.
    pub fn content(&self, here: &Here, design: &Design) -> Content {
        let word = |key: &str, name: &'static str, value: &str| {
            here.app.words.text(Lang::Vi, key, &[(name, value.to_owned())])
        };
        let day = |key: &str, day: Option<Day>| day.map(|day| word(key, "day", &day.people()));
        let mut lines = vec![self.producer.name.clone()];
        if design.address {
            lines.push(format!("{}, {}", self.producer.address, self.place));
        }
        lines.extend(
            self.producer
                .phone
                .as_ref()
                .filter(|_| design.phone)
                .map(|phone| word("label-phone", "phone", phone)),
        );
        let mut dates = vec![word("label-lot", "lot", self.lot.code.as_str())];
        dates.extend(day("label-made", self.lot.made_on));
        dates.extend(day("label-expires", self.lot.expires_on));
        lines.push(dates.join(" · "));
        let link = label_link(&here.ground().config.public_url, &self.item, &self.lot.code);
        Content {
            title: self.item.name.clone(),
            award: self.award.clone().filter(|_| design.award),
            lines,
            before: if design.serials { format!("{link}/21/") } else { link },
            after: self.lot.expires_on.map(|day| format!("?17={}", six_digits(day))).unwrap_or_default(),
            printed: self.printed(),
            has_serials: design.serials,
            ean: self.ean().filter(|_| design.ean).map(str::to_owned),
        }
    }

    // What the code says: by application identifiers where there is a GTIN, else the key alone with the lot.
    fn printed(&self) -> Vec<String> {
        let lot = &self.lot.code;
        let lines = match &self.item.gtin {
            Some(gtin) => {
                let mut lines = vec![format!("(01){gtin}"), format!("(10){lot}")];
                lines.extend(self.lot.expires_on.map(|day| format!("(17){}", six_digits(day))));
                lines
            }
            None => vec![self.item.code.to_string(), lot.to_string()],
        };
        lines.iter().flat_map(|line| broken(line)).collect()
    }
}

/// Most characters of a line under a code: those of a GTIN with its identifier.
const LINE: usize = 18;

// The invariant set of lots has one byte a character; whatever else comes stays whole.
fn broken(line: &str) -> Vec<String> {
    match line.split_at_checked(LINE) {
        Some((head, tail)) if !tail.is_empty() => vec![head.to_owned(), tail.to_owned()],
        _ => vec![line.to_owned()],
    }
}

// YYMMDD (GS1 General Specifications, AI 17).
fn six_digits(day: Day) -> String {
    format!("{:02}{:02}{:02}", day.0.year().rem_euclid(100), day.0.month(), day.0.day())
}
