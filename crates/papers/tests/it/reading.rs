//! Reads a PDF back.

use lopdf::{Document, Object};

use papers::testing::{PRINTED, Sample};
use papers::{Engine, Pdf, Templates};

pub(crate) fn engine() -> Engine {
    Engine::new(Templates::built_in().unwrap())
}

pub(crate) fn typeset(engine: &Engine, sample: &Sample) -> Pdf {
    engine
        .typeset_facts(sample.template, sample.facts.clone(), sample.attachments.clone(), PRINTED)
        .unwrap_or_else(|error| panic!("{}: {error}", sample.template))
}

pub(crate) fn open(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).unwrap()
}

/// The words of the given pages, white space made even.
pub(crate) fn text(document: &Document, pages: &[u32]) -> String {
    let text = document.extract_text(pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the whole file without any white space: where a line breaks does not matter.
pub(crate) fn letters(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document
        .extract_text(&pages)
        .unwrap()
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200B}')
        .collect()
}

/// Width and height of every page, in points.
pub(crate) fn sizes(document: &Document) -> Vec<(f32, f32)> {
    document
        .page_iter()
        .map(|id| {
            let media =
                document.get_dictionary(id).unwrap().get(b"MediaBox").and_then(Object::as_array).unwrap();
            let side = |i: usize| media[i].as_float().unwrap();
            (side(2) - side(0), side(3) - side(1))
        })
        .collect()
}
