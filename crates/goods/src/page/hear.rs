//! What else changes pages: certificates, the register, and what is said of a trade item or a site.

use certificate::certificate::CertificateId;
use certificate::near::ProductId;
use ground::actor::ProducerId;
use ground::facts::{Fact, Subscriber};
use ground::{Ground, Result};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Query;

use super::build::site_changed;
use super::rebuild_all;
use crate::item::TradeItemId;
use crate::{item, lot, site};

/// Pages are rebuilt when what they show changed.
pub(crate) const CHANGES: Subscriber = Subscriber {
    name: "goods-pages",
    kinds: &[
        "CertificateIssued",
        "CertificateChanged",
        "ProductChanged",
        "ProducerChanged",
        item::CHANGED,
        site::CHANGED,
    ],
    hear: |ground, fact| Box::pin(hear(ground, fact)),
};

async fn hear(ground: Ground, fact: Fact) -> Result<()> {
    if fact.kind == site::CHANGED {
        return match fact.subject.parse() {
            Ok(id) => site_changed(&ground, id).await,
            Err(_) => Ok(()),
        };
    }
    let of = match fact.kind.as_str() {
        item::CHANGED => fact.subject.parse().ok().map(|id: TradeItemId| item::Column::Id.eq(id)),
        "ProductChanged" => fact.subject.parse().ok().map(|id: ProductId| item::Column::ProductId.eq(id)),
        "ProducerChanged" => fact.subject.parse().ok().map(|id: ProducerId| item::Column::ProducerId.eq(id)),
        _ => match fact.subject.parse::<CertificateId>() {
            Ok(id) => Some(
                item::Column::ProductId
                    .eq(certificate::verdict::card(&ground.reader(), id).await?.product_id),
            ),
            Err(_) => None,
        },
    };
    let Some(of) = of else { return Ok(()) };
    let items = Query::select().column(item::Column::Id).from(item::Entity).and_where(of).to_owned();
    rebuild_all(&ground, Some(Condition::all().add(lot::Column::TradeItemId.in_subquery(items)))).await
}
