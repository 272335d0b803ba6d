//! What looks wrong in an entry and may still be right: more leaves than there is, more comes out than went in.

use std::collections::HashMap;

use ground::actor::ProducerId;
use ground::{FieldProblem, Reader, Result};

use super::log::doubt;
use super::new::NewLine;
use super::{EntryKind, Quantity, Side, stock};
use crate::item::{Measure, TradeItemId};
use crate::lot::Lot;
use crate::recipe;

/// What looks wrong.
///
/// # Errors
/// The records are away.
pub(super) async fn of(
    reader: &Reader<'_>,
    producer: ProducerId,
    kind: EntryKind,
    lots: &[(&NewLine, Lot)],
) -> Result<Vec<FieldProblem>> {
    let mut doubts = Vec::new();
    let ids: Vec<_> = lots.iter().map(|(_, lot)| lot.id).collect();
    let there = stock::of_lots(reader, producer, &ids).await?;
    for (line, lot) in lots {
        let known = there.get(&lot.id);
        let unit = known.map_or(line.unit, |known| known.unit);
        let effect = stock::effect(kind, line.side, (line.quantity, line.unit), unit);
        let left = known.map_or(0, |known| known.balance);
        match effect {
            None => doubts.push(doubt("goods-other-unit").with("lot", &lot.code)),
            Some(effect) if effect < 0 && left + effect < 0 => {
                let left =
                    Quantity::of_thousandths(left).map_or_else(|| "0".to_owned(), |left| left.to_string());
                doubts.push(doubt("goods-more-than-there").with("lot", &lot.code).with("left", left));
            }
            Some(_) => {}
        }
    }
    if kind == EntryKind::Process {
        match beyond_recipe(reader, lots).await? {
            Some(Some(problem)) => doubts.push(problem),
            None if makes_more(lots) => doubts.push(doubt("goods-more-out-than-in")),
            _ => {}
        }
    }
    Ok(doubts)
}

// By the recipe of what comes out: none where there is none, else what is wrong, if anything.
async fn beyond_recipe(
    reader: &Reader<'_>,
    lots: &[(&NewLine, Lot)],
) -> Result<Option<Option<FieldProblem>>> {
    let mut used: HashMap<TradeItemId, (Measure, i128)> = HashMap::new();
    for (line, lot) in lots.iter().filter(|(line, _)| line.side == Side::In) {
        let (measure, amount) = line.quantity.in_smallest(line.unit);
        let known = used.entry(lot.trade_item_id).or_insert((measure, 0));
        if known.0 == measure {
            known.1 += amount;
        }
    }
    let mut any = None;
    for (line, lot) in lots.iter().filter(|(line, _)| line.side == Side::Out) {
        let Some((recipe, inputs)) = recipe::of_item(reader, lot.trade_item_id).await? else { continue };
        any = Some(None);
        let (measure, made) = line.quantity.in_smallest(line.unit);
        let most = recipe::most(&recipe, &inputs, &used);
        if let Some((_, most)) = most.filter(|(wanted, most)| *wanted == measure && made > *most) {
            let (_, factor) = recipe.unit.measure();
            let shown = i64::try_from(most / i128::from(factor)).ok().and_then(Quantity::of_thousandths);
            let shown = shown.map_or_else(|| "0".to_owned(), |quantity| quantity.to_string());
            return Ok(Some(Some(doubt("goods-beyond-recipe").with("most", shown))));
        }
    }
    Ok(any)
}

// Of mass alone: water is added by the litre, and pieces are cut.
fn makes_more(lots: &[(&NewLine, Lot)]) -> bool {
    let mass = |side: Side| -> Option<i128> {
        let of_side = lots.iter().filter(|(line, _)| line.side == side);
        of_side
            .map(|(line, _)| match line.quantity.in_smallest(line.unit) {
                (Measure::Mass, mass) => Some(mass),
                _ => None,
            })
            .sum()
    };
    matches!((mass(Side::In), mass(Side::Out)), (Some(into), Some(out)) if out > into)
}
