//! Products that may be the same: of one folded name, with the same producer or in the same set and commune.

use ground::actor::{PlaceId, ProducerId};
use ground::fold::fold;
use ground::{Day, FieldProblem, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use web::{Field, FormData, Here};

use super::store::{Column, Entity, Model};
use super::{Details, ProductId};
use crate::{place, producer};

/// Most look-alikes shown.
const SHOWN: u64 = 20;

/// Products that look like this one of a producer. One commune is all that has its home of today there.
///
/// # Errors
/// The records are away.
pub(crate) async fn alike(
    reader: &Reader<'_>,
    producer: ProducerId,
    details: &Details,
    today: Day,
    except: Option<ProductId>,
) -> Result<Vec<Model>> {
    let named = Entity::find().filter(Column::Folded.eq(fold(&details.name)));
    let (own, same_set) = (Column::ProducerId.eq(producer), Column::SetNumber.eq(details.set_number));
    let either = Condition::any().add(own.clone()).add(same_set.clone());
    if named.clone().filter(either).one(reader).await?.is_none() {
        return Ok(Vec::new());
    }
    let home = place::home_today(reader, details.place, today).await?;
    let places = place::territory(reader, home.id, today).await?;
    let near = Condition::all().add(same_set).add(Column::PlaceId.is_in(places));
    let rows = named
        .filter(Condition::any().add(own).add(near))
        .order_by_asc(Column::Id)
        .limit(SHOWN)
        .all(reader)
        .await?;
    Ok(rows.into_iter().filter(|row| Some(row.id) != except).collect())
}

/// Refuses what looks like another product that was not confirmed to be one.
pub(crate) fn confirmed(alike: &[Model], distinct: &[ProductId]) -> Result<()> {
    if alike.iter().all(|like| distinct.contains(&like.id)) {
        return Ok(());
    }
    Err(Refusal::invalid(vec![FieldProblem::new("distinct", "register-looks-like-another")]))
}

/// The boxes to tick: one a look-alike.
pub(super) async fn field(
    here: &Here,
    alike: &[Model],
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<Option<Field>> {
    if alike.is_empty() {
        return Ok(None);
    }
    let producers: Vec<ProducerId> = alike.iter().map(|like| like.producer_id).collect();
    let producers = producer::load_all(&here.reader(), &producers).await?;
    let places: Vec<PlaceId> = alike.iter().map(|like| like.place_id).collect();
    let names = place::full_names(&here.reader(), &places, here.lang).await?;
    let choices: Vec<(ProductId, String)> = alike
        .iter()
        .map(|like| {
            let owner = producers.get(&like.producer_id).map_or(String::new(), |owner| owner.name.clone());
            let place = names.get(&like.place_id).cloned().unwrap_or_default();
            let values = [("name", like.name.clone()), ("producer", owner), ("place", place)];
            (like.id, here.frame().tn("reg-alike-product", &values))
        })
        .collect();
    Ok(Some(Field::new(here, "distinct", "reg-distinct", form, refusal).choices(choices, form)))
}
