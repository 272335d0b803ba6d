//! Where goods came from or went, as a drawing: a line a lot, what it is made of below it and further in, so that it
//! reads on a phone and prints on paper.

use std::collections::HashMap;

use serde::Serialize;

/// Sides of the drawing, in its own units; a phone's width.
pub(super) const WIDTH: usize = 344;
const LINE: usize = 58;
const BOX: usize = 46;
/// How far each step goes in, and how many do.
const INDENT: usize = 16;
const DEEPEST: usize = 7;
/// Most lots drawn.
pub(super) const MOST: usize = 200;
/// Letters of a line that fit at the left edge, and how many fewer a step in.
const LETTERS: usize = 40;

/// A lot of the drawing.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Node {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub title: String,
    pub first: String,
    pub second: String,
    pub href: Option<String>,
    pub gap: bool,
}

/// A line between two lots: down from one, then across to the other.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Way {
    pub path: String,
    pub gap: bool,
}

/// What is told of a lot.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub first: String,
    pub second: String,
    pub href: Option<String>,
    pub gap: bool,
}

/// The drawing.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Drawing {
    pub height: usize,
    pub nodes: Vec<Node>,
    pub ways: Vec<Way>,
    /// Lots left out.
    pub more: usize,
}

/// Draws lots, the first first, with the ways from one to others by their places.
pub(super) fn draw(told: &[Told], ways: &[(usize, usize)]) -> Drawing {
    let mut below: HashMap<usize, Vec<usize>> = HashMap::new();
    for (from, to) in ways {
        let below = below.entry(*from).or_default();
        if !below.contains(to) {
            below.push(*to);
        }
    }
    let order = order(&below, told.len());
    let shown = &order[..order.len().min(MOST)];
    let mut drawing =
        Drawing { height: shown.len() * LINE + 4, more: told.len() - shown.len(), ..Drawing::default() };
    let mut at: HashMap<usize, (usize, usize)> = HashMap::new();
    for (line, (place, depth)) in shown.iter().enumerate() {
        let (x, y) = (depth.min(&DEEPEST) * INDENT + 2, line * LINE + 2);
        at.insert(*place, (x, y));
        let one = &told[*place];
        let fit = LETTERS.saturating_sub(depth.min(&DEEPEST) * 2);
        drawing.nodes.push(Node {
            x,
            y,
            width: WIDTH - x - 2,
            title: format!("{}. {}", one.first, one.second),
            first: cut(&one.first, fit),
            second: cut(&one.second, fit + 4),
            href: one.href.clone(),
            gap: one.gap,
        });
    }
    for (from, to) in ways {
        let (Some((fx, fy)), Some((tx, ty))) = (at.get(from), at.get(to)) else { continue };
        // From the lower left corner of one to the left side of the other, or back up where it was drawn before.
        let (x, start, end) = (fx + 7, if ty > fy { fy + BOX } else { *fy }, ty + BOX / 2);
        drawing.ways.push(Way { path: format!("M{x} {start}V{end}H{tx}"), gap: told[*to].gap });
    }
    drawing
}

// Depth first, each once: what something is made of stands right below it.
fn order(below: &HashMap<usize, Vec<usize>>, count: usize) -> Vec<(usize, usize)> {
    let mut order = Vec::with_capacity(count);
    let mut seen = vec![false; count];
    let mut waiting = if count == 0 { Vec::new() } else { vec![(0, 0)] };
    while let Some((place, depth)) = waiting.pop() {
        if std::mem::replace(&mut seen[place], true) {
            continue;
        }
        order.push((place, depth));
        let next = below.get(&place).into_iter().flatten().rev();
        waiting.extend(next.filter(|to| !seen[**to]).map(|to| (*to, depth + 1)));
    }
    order
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Told, draw};

    fn told(name: &str) -> Told {
        Told { first: name.to_owned(), second: String::new(), href: None, gap: false }
    }

    #[test]
    fn every_lot_is_drawn_once_below_what_it_leads_from_and_every_way_is_drawn() {
        let lots: Vec<Told> = ["a", "b", "c", "d"].map(told).into();
        let drawing = draw(&lots, &[(0, 1), (0, 2), (1, 3), (2, 3)]);
        let names: Vec<&str> = drawing.nodes.iter().map(|node| node.first.as_str()).collect();
        assert_eq!(names, ["a", "b", "d", "c"]);
        assert_eq!(drawing.ways.len(), 4);
        assert!(drawing.nodes.windows(2).all(|pair| pair[1].y > pair[0].y));
    }

    #[test]
    fn a_circle_ends() {
        let lots: Vec<Told> = ["a", "b"].map(told).into();
        assert_eq!(draw(&lots, &[(0, 1), (1, 0)]).nodes.len(), 2);
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let lots: Vec<Told> = (0..500).map(|n| told(&n.to_string())).collect();
        let ways: Vec<(usize, usize)> = (1..500).map(|n| (0, n)).collect();
        let drawing = draw(&lots, &ways);
        assert_eq!((drawing.nodes.len(), drawing.more), (super::MOST, 300));
    }
}
