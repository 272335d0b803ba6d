//! How much may come out of what went in.

use std::collections::HashMap;

use super::store::{Model, input};
use crate::item::{Measure, TradeItemId};

/// A whole in percent.
const WHOLE: i128 = 100;

/// The most that may come out, in thousandths of the smallest unit of what the recipe's unit measures: by the input
/// that there is least of, and the tolerance. None where nothing that the recipe knows went in.
pub(crate) fn most(
    recipe: &Model,
    inputs: &[input::Model],
    used: &HashMap<TradeItemId, (Measure, i128)>,
) -> Option<(Measure, i128)> {
    let (measure, out) = recipe.quantity.in_smallest(recipe.unit);
    let by_input = inputs.iter().filter_map(|input| {
        let (wanted, per) = input.quantity.in_smallest(input.unit);
        let (had, amount) = used.get(&input.trade_item_id)?;
        (*had == wanted).then(|| amount * out * (WHOLE + i128::from(recipe.tolerance)) / (per * WHOLE))
    });
    by_input.min().map(|most| (measure, most))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::most;
    use crate::entry::Quantity;
    use crate::item::{Measure, TradeItemId, Unit};
    use crate::recipe::{Recipe, input};

    fn id(n: u128) -> TradeItemId {
        TradeItemId(uuid::Uuid::from_u128(n))
    }

    fn of(text: &str) -> Quantity {
        Quantity::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
    }

    #[test]
    fn the_scarcest_input_and_the_tolerance_bound_what_comes_out() {
        let unit = Unit::Litre;
        let recipe = Recipe { trade_item_id: id(1), quantity: of("40"), unit, tolerance: 10, version: 1 };
        let part = |n, quantity, unit| input::Model {
            id: uuid::Uuid::nil(),
            recipe_id: id(1),
            trade_item_id: id(n),
            quantity: of(quantity),
            unit,
        };
        let inputs = [part(2, "100", Unit::Kilogram), part(3, "500", Unit::Gram)];
        let kg = |kg: i128| (Measure::Mass, kg * 1_000 * 1_000);
        let litres = |used: &[(u128, (Measure, i128))]| {
            let used: HashMap<_, _> = used.iter().map(|(n, amount)| (id(*n), *amount)).collect();
            most(&recipe, &inputs, &used).map(|(_, most)| most / 1_000_000)
        };
        // 300 kg of rice make 120 litres, and 10 % more; with yeast for 200 kg, 80 and 10 % more.
        assert_eq!(litres(&[(2, kg(300))]), Some(132));
        assert_eq!(litres(&[(2, kg(300)), (3, kg(1))]), Some(88));
        assert_eq!(litres(&[(4, kg(300))]), None);
    }
}
