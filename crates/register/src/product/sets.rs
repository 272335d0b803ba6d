//! The decrees' product sets by the pack in force.

use ground::{Ground, Lang};
use ocop::{Pack, Sheet};

/// The pack in force today; before the first, the oldest.
fn pack(ground: &Ground) -> Option<&Pack> {
    ground.rules.in_force_on(ground.clock.today().0).or_else(|| ground.rules.packs().first())
}

fn said(words: &ocop::Words, lang: Lang) -> &str {
    match lang {
        Lang::Vi => &words.vi,
        Lang::En => &words.en,
    }
}

/// Whether the pack in force has a set of that number.
pub fn exists(ground: &Ground, number: i32) -> bool {
    sheets(ground).any(|sheet| i32::from(sheet.set().get()) == number)
}

/// The sets in force as (number, "14 Rượu trắng").
pub fn all(ground: &Ground, lang: Lang) -> Vec<(i32, String)> {
    sheets(ground).map(|sheet| (i32::from(sheet.set().get()), titled(sheet, lang))).collect()
}

/// "14 Rượu trắng"; the number alone where the pack in force has no such set.
pub fn name(ground: &Ground, number: i32, lang: Lang) -> String {
    let sheet = sheets(ground).find(|sheet| i32::from(sheet.set().get()) == number);
    sheet.map_or_else(|| number.to_string(), |sheet| titled(sheet, lang))
}

/// The groups of sets in force, in the order of their sets: (key, name, numbers).
pub fn groups(ground: &Ground, lang: Lang) -> Vec<(String, String, Vec<i32>)> {
    let mut groups: Vec<(String, String, Vec<i32>)> = Vec::new();
    for sheet in sheets(ground) {
        let number = i32::from(sheet.set().get());
        if let Some((.., numbers)) = groups.iter_mut().find(|(key, ..)| *key == sheet.group) {
            numbers.push(number);
            continue;
        }
        let name = pack(ground).and_then(|pack| pack.group(&sheet.group));
        let name = name.map_or_else(|| sheet.group.clone(), |group| said(&group.name, lang).to_owned());
        groups.push((sheet.group.clone(), name, vec![number]));
    }
    groups
}

fn sheets(ground: &Ground) -> impl Iterator<Item = &Sheet> {
    pack(ground).into_iter().flat_map(Pack::sheets)
}

fn titled(sheet: &Sheet, lang: Lang) -> String {
    format!("{} {}", sheet.set().get(), said(&sheet.name, lang))
}
