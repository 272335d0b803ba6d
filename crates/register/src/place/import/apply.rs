//! Doing what was planned.

use ground::fold::fold;
use ground::{Change, Refusal, Result};
use sea_orm::Set;

use super::plan::{Plan, Ref};
use crate::place::turn::Turns;
use crate::place::{PlaceId, changed, store, succession};

/// Writes a plan.
pub(super) async fn apply(change: &mut Change, plan: &Plan) -> Result<()> {
    let mut new: Vec<PlaceId> = Vec::with_capacity(plan.adds.len());
    let (mut turns, today) = (Turns::default(), change.at().day());
    let id = |new: &[PlaceId], place: Ref| match place {
        Ref::Known(id) => Ok(id),
        Ref::New(at) => new.get(at).copied().ok_or_else(|| Refusal::unexpected("a place before its parent")),
    };
    for (place, day) in &plan.closes {
        let row = store::ActiveModel { id: Set(place.id), until: Set(Some(*day)), ..Default::default() };
        change.update(place, row).await?;
        turns.add(place.id, *day);
    }
    for add in &plan.adds {
        let parent = add.parent.map(|parent| id(&new, parent)).transpose()?;
        let row = store::ActiveModel {
            id: Set(change.new_id()),
            code: Set(add.named.code.clone()),
            kind: Set(add.named.kind),
            name: Set(add.named.name.clone()),
            folded: Set(store::folded(add.named.kind, &add.named.name)),
            parent_id: Set(parent),
            from: Set(add.from),
            until: Set(add.until),
        };
        let place = change.insert(row).await?.id;
        // Nobody has records in a place that had ended before it was known.
        if let Some(until) = add.until.filter(|until| *until > today) {
            turns.add(place, until);
        }
        new.push(place);
    }
    for (place, named) in &plan.changes {
        let row = store::ActiveModel {
            id: Set(place.id),
            code: Set(named.code.clone()),
            kind: Set(named.kind),
            name: Set(named.name.clone()),
            folded: Set(fold(&named.kind.named(&named.name, ground::Lang::Vi))),
            ..Default::default()
        };
        change.update(place, row).await?;
        change.tell(changed(place.id)?);
    }
    for (old, successor, day, is_main) in &plan.links {
        let predecessor = id(&new, *old)?;
        let row = succession::ActiveModel {
            id: Set(change.new_id()),
            predecessor_id: Set(predecessor),
            successor_id: Set(id(&new, *successor)?),
            on_day: Set(*day),
            is_main: Set(*is_main),
        };
        change.insert(row).await?;
        if matches!(old, Ref::Known(_)) {
            turns.add(predecessor, *day);
        }
    }
    turns.leave(change)
}
