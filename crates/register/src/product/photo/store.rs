//! The table of photos.

use std::collections::HashMap;

use ground::files::FileHash;
use ground::records::Recorded;
use ground::{Instant, Reader, Result, id};
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::product::ProductId;

id! {
    /// A photo of a product.
    PhotoId
}

/// A photo of a product.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "product_photo")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PhotoId,
    /// Of which product.
    pub product_id: ProductId,
    /// The file.
    pub hash: FileHash,
    /// What it shows.
    pub caption: Option<String>,
    /// When it was added.
    pub added_at: Instant,
    /// Whether the public may see it.
    pub is_published: bool,
    /// When it was taken away.
    pub removed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "product-photo";
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

/// The photos of a product in the order they were added, without those taken away.
///
/// # Errors
/// The records are away.
pub async fn of_product(reader: &Reader<'_>, product: ProductId) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::ProductId.eq(product))
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::Id);
    Ok(rows.all(reader).await?)
}

/// The first published photo of a product; its public address is `/photos/{hash}/small` or `/photos/{hash}/large`.
///
/// # Errors
/// The records are away.
pub async fn cover_photo(reader: &Reader<'_>, product: ProductId) -> Result<Option<FileHash>> {
    Ok(cover_photos(reader, &[product]).await?.remove(&product))
}

/// The first published photo of each product, for lists.
///
/// # Errors
/// The records are away.
pub async fn cover_photos(
    reader: &Reader<'_>,
    products: &[ProductId],
) -> Result<HashMap<ProductId, FileHash>> {
    if products.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .filter(Column::ProductId.is_in(products.iter().copied()))
        .filter(Column::IsPublished.eq(true))
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::Id)
        .all(reader)
        .await?;
    let mut covers = HashMap::new();
    for row in rows {
        covers.entry(row.product_id).or_insert(row.hash);
    }
    Ok(covers)
}

/// Whether a file is a published photo.
///
/// # Errors
/// The records are away.
pub async fn is_public(reader: &Reader<'_>, hash: &FileHash) -> Result<bool> {
    let published = Entity::find()
        .filter(Column::Hash.eq(hash.clone()))
        .filter(Column::IsPublished.eq(true))
        .filter(Column::RemovedAt.is_null());
    Ok(published.one(reader).await?.is_some())
}
