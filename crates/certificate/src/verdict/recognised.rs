//! What is recognised today: the lists of the public pages and of the open data.

use ground::actor::{PlaceId, ProducerId};
use ground::{Day, Reader, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Order, QueryOrder, QuerySelect, Select};

use super::store::{Column, Entity, Model, holding, in_places, naming};
use crate::near::ProductId;

/// What is looked for among the recognised products.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub(crate) text: String,
    pub(crate) group: Option<String>,
    pub(crate) stars: Option<i32>,
    pub(crate) place: Option<PlaceId>,
    pub(crate) producer: Option<ProducerId>,
}

/// A producer with recognised products.
#[derive(Clone, Debug, PartialEq, Eq, sea_orm::FromQueryResult)]
pub(crate) struct Maker {
    pub(crate) producer_id: ProducerId,
    pub(crate) producer_name: String,
    pub(crate) home_name: String,
    pub(crate) products: i64,
}

fn select(wanted: &Wanted, today: Day) -> Select<Entity> {
    let mut found = Entity::find().filter(holding(today));
    if !wanted.text.is_empty() {
        found = found.filter(naming(&wanted.text));
    }
    if let Some(group) = &wanted.group {
        found = found.filter(Column::ProductGroup.eq(group));
    }
    if let Some(stars) = wanted.stars {
        found = found.filter(Column::Stars.eq(stars));
    }
    if let Some(place) = wanted.place {
        found = found.filter(in_places(&[place]));
    }
    if let Some(producer) = wanted.producer {
        found = found.filter(Column::ProducerId.eq(producer));
    }
    found
}

/// A page of the recognised products, the most stars first.
pub(crate) async fn page(
    reader: &Reader<'_>,
    wanted: &Wanted,
    today: Day,
    from: u64,
    rows: u64,
) -> Result<Vec<Model>> {
    let found = select(wanted, today)
        .order_by(Column::Stars, Order::Desc)
        .order_by_asc(Column::ProductName)
        .order_by_asc(Column::CertificateId);
    Ok(found.offset(from).limit(rows).all(reader).await?)
}

/// How many there are.
pub(crate) async fn count(reader: &Reader<'_>, wanted: &Wanted, today: Day) -> Result<u64> {
    Ok(select(wanted, today).count(reader).await?)
}

/// The newest verdict on a product: the one that holds, or the last that did.
pub(crate) async fn of_product(reader: &Reader<'_>, product: ProductId) -> Result<Option<Model>> {
    let newest = Entity::find().filter(Column::ProductId.eq(product));
    Ok(newest.order_by_desc(Column::IssuedOn).order_by_desc(Column::CertificateId).one(reader).await?)
}

/// Whether a producer ever had a recognised product: only then it has a public page.
pub(crate) async fn is_public(reader: &Reader<'_>, producer: ProducerId) -> Result<bool> {
    Ok(Entity::find().filter(Column::ProducerId.eq(producer)).limit(1).count(reader).await? > 0)
}

/// The communes of today in which there are recognised products, by name.
pub(crate) async fn homes(reader: &Reader<'_>, today: Day) -> Result<Vec<(PlaceId, String)>> {
    let homes =
        Entity::find().filter(holding(today)).select_only().column(Column::HomeId).column(Column::HomeName);
    Ok(homes.distinct().order_by_asc(Column::HomeName).into_tuple().all(reader).await?)
}

fn grouped(text: &str, today: Day) -> Select<Entity> {
    let wanted = Wanted { text: text.to_owned(), ..Wanted::default() };
    let makers = select(&wanted, today).select_only().column(Column::ProducerId);
    makers
        .column_as(Column::ProducerName.max(), "producer_name")
        .column_as(Column::HomeName.max(), "home_name")
        .column_as(Column::CertificateId.count(), "products")
        .group_by(Column::ProducerId)
}

/// A page of the producers with recognised products, by name.
pub(crate) async fn makers(
    reader: &Reader<'_>,
    text: &str,
    today: Day,
    from: u64,
    rows: u64,
) -> Result<Vec<Maker>> {
    let page = grouped(text, today)
        .order_by(Column::ProducerName.max(), Order::Asc)
        .order_by_asc(Column::ProducerId);
    Ok(page.offset(from).limit(rows).into_model().all(reader).await?)
}

/// How many producers have recognised products.
pub(crate) async fn count_makers(reader: &Reader<'_>, text: &str, today: Day) -> Result<u64> {
    let wanted = Wanted { text: text.to_owned(), ..Wanted::default() };
    let ids = select(&wanted, today).select_only().column(Column::ProducerId).distinct();
    Ok(ids.count(reader).await?)
}

/// The keys of recognised products and their producers, for the sitemap.
pub(crate) async fn keys(reader: &Reader<'_>, today: Day, most: u64) -> Result<Vec<(ProductId, ProducerId)>> {
    let keys = Entity::find()
        .filter(holding(today))
        .select_only()
        .column(Column::ProductId)
        .column(Column::ProducerId);
    Ok(keys.order_by_asc(Column::ProductId).limit(most).into_tuple().all(reader).await?)
}

/// Which of some codes there are, with the product's name.
pub(crate) async fn among(
    reader: &Reader<'_>,
    codes: &[crate::code::Code],
) -> Result<Vec<(crate::code::Code, String)>> {
    let known = Entity::find().filter(Column::Code.is_in(codes.iter().cloned())).select_only();
    let known = known.column(Column::Code).column(Column::ProductName).order_by_asc(Column::Code);
    Ok(known.into_tuple().all(reader).await?)
}
