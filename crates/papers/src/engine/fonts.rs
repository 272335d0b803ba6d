//! The typeface of every paper: Tinos, whose metrics are those of Times New Roman and which carries the
//! whole Vietnamese alphabet (Decree 30/2020, Annex I, part I, section 1.2).

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

static CUTS: [&[u8]; 4] = include!(concat!(env!("OUT_DIR"), "/fonts.rs"));

/// The fonts and their index, read once and shared by every paper.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) all: Vec<Font>,
}

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let all: Vec<Font> = CUTS.iter().flat_map(|cut| Font::iter(Bytes::new(*cut))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&all)), all }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_typeface_has_every_letter_of_vietnamese() {
        let letters =
            "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwzàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
        assert_eq!(FONTS.all.len(), CUTS.len());
        for font in &FONTS.all {
            for letter in letters.chars().chain(letters.to_uppercase().chars()) {
                assert!(
                    font.info().coverage.contains(letter as u32),
                    "{:?} lacks {letter}",
                    font.info().variant
                );
            }
        }
    }
}
