//! What a party knows: its own master data, and the register's.

use std::sync::Arc;

use epcis::model::Attribute;
use epcis::query::{Condition, Identifiers, MasterData, Query, Reach, Vocabularies};
use ground::Ground;

use super::{own, register};
use crate::problem::Problem;
use crate::store::{Store, Tenant};

/// Master data ready to be asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    own: Arc<Vocabularies>,
    register: Arc<Vocabularies>,
}

/// What a party knows.
///
/// # Errors
/// The store or the records are away.
pub(crate) async fn of(ground: &Ground, store: &Store, tenant: Tenant) -> Result<Known, Problem> {
    Ok(Known { own: own::of(ground, store, tenant).await?, register: register::of(ground).await? })
}

/// What a party knows, where a query asks for it.
///
/// # Errors
/// The store or the records are away.
pub(crate) async fn for_query(
    ground: &Ground,
    store: &Store,
    tenant: Tenant,
    query: &Query,
) -> Result<Known, Problem> {
    let asks = |condition: &Condition| {
        matches!(
            condition,
            Condition::Place(_, Reach::Below, _) | Condition::HasAttribute(..) | Condition::AttributeIs(..)
        )
    };
    if query.conditions().iter().any(asks) { of(ground, store, tenant).await } else { Ok(Known::default()) }
}

impl MasterData for Known {
    // What is a party's own may lie within a place of the register.
    fn is_below(&self, element: &str, ancestors: &Identifiers) -> bool {
        self.register.is_below(element, ancestors)
            || self.own.any_above(element, |above| {
                ancestors.contains(above) || self.register.is_below(above, ancestors)
            })
    }

    fn any_attribute(&self, element: &str, test: &mut dyn FnMut(&Attribute) -> bool) -> bool {
        self.own.any_attribute(element, test) || self.register.any_attribute(element, test)
    }
}
