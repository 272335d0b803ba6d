//! Producers that may be the same: by folded name, registration number, phone. Shown before saving, never silently.

use std::collections::BTreeMap;

use ground::actor::ProducerId;
use ground::{FieldProblem, Reader, Refusal, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect};
use web::{Field, FormData, Here};

use super::model::{folded, phone_key, registration_key};
use super::store::{Column, Entity, Model};
use crate::place;

/// Most look-alikes shown.
const SHOWN: u64 = 20;

/// A producer that may be the same, and by what.
#[derive(Clone, Debug)]
pub struct Likeness {
    /// The other producer.
    pub producer: Model,
    /// By what: `name`, `registration`, `phone`.
    pub by: Vec<&'static str>,
}

/// Producers that look like one of this name, registration number and phone.
///
/// # Errors
/// The records are away.
pub async fn alike(
    reader: &Reader<'_>,
    name: &str,
    registration_number: Option<&str>,
    phone: Option<&str>,
    except: Option<ProducerId>,
) -> Result<Vec<Likeness>> {
    let name = folded(name);
    let registration = registration_number.map(registration_key).filter(|key| !key.is_empty());
    let phone = phone.map(phone_key).filter(|key| !key.is_empty());
    let mut wanted = Condition::any();
    if !name.is_empty() {
        wanted = wanted.add(Column::Folded.eq(name.clone()));
    }
    if let Some(key) = &registration {
        wanted = wanted.add(Column::RegistrationKey.eq(key.clone()));
    }
    if let Some(key) = &phone {
        wanted = wanted.add(Column::PhoneKey.eq(key.clone()));
    }
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find().filter(wanted).order_by_asc(Column::Id).limit(SHOWN).all(reader).await?;
    let like = rows.into_iter().filter(|row| Some(row.id) != except).map(|row| {
        let mut by = Vec::new();
        if row.folded == name {
            by.push("name");
        }
        if registration.is_some() && row.registration_key == registration {
            by.push("registration");
        }
        if phone.is_some() && row.phone_key == phone {
            by.push("phone");
        }
        Likeness { producer: row, by }
    });
    Ok(like.collect())
}

/// Refuses what looks like another producer that was not confirmed to be one.
pub(crate) fn confirmed(alike: &[Likeness], distinct: &[ProducerId]) -> Result<()> {
    if alike.iter().all(|like| distinct.contains(&like.producer.id)) {
        return Ok(());
    }
    Err(Refusal::invalid(vec![FieldProblem::new("distinct", "register-looks-like-another")]))
}

/// The boxes to tick: one a look-alike. What the actor may not see is told by its place alone.
///
/// # Errors
/// The records are away.
pub(crate) async fn field(
    here: &Here,
    alike: &[Likeness],
    form: &FormData,
    refusal: Option<&Refusal>,
) -> Result<Option<Field>> {
    if alike.is_empty() {
        return Ok(None);
    }
    let (reader, today) = (here.reader(), here.ground().clock.today());
    let places: Vec<_> = alike.iter().map(|like| like.producer.place_id).collect();
    let names: BTreeMap<_, _> = place::full_names(&reader, &places, here.lang).await?.into_iter().collect();
    let scopes = place::scopes(&reader, &places, today).await?;
    let mut choices = Vec::new();
    for like in alike {
        let place = names.get(&like.producer.place_id).cloned().unwrap_or_default();
        let scope = scopes.get(&like.producer.place_id).cloned().unwrap_or_default();
        let seen = here.may("see-producer", &super::resource(&like.producer, &scope));
        let name = if seen { like.producer.name.clone() } else { here.t("reg-some-producer") };
        let by: Vec<String> = like.by.iter().map(|by| here.t(&format!("reg-alike-{by}"))).collect();
        let values = [("name", name), ("place", place), ("by", by.join(", "))];
        choices.push((like.producer.id, here.frame().tn("reg-alike-one", &values)));
    }
    Ok(Some(Field::new(here, "distinct", "reg-distinct", form, refusal).choices(choices, form)))
}
