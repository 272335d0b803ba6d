//! Moves pages from one PDF into another, with everything a page shows and nothing it does.

use std::collections::{HashMap, HashSet};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// What a page keeps. Annotations, actions and structure stay behind.
const KEPT: [&[u8]; 7] =
    [b"Contents", b"Resources", b"MediaBox", b"CropBox", b"Rotate", b"Group", b"UserUnit"];

/// What a page takes from the nodes above it (ISO 32000-1, table 30).
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// A4 in points, for a page that does not say its size.
const A4: [i64; 4] = [0, 0, 595, 842];

/// A file under construction: its pages in order.
pub(super) struct Binding {
    pub(super) document: Document,
    /// The node all pages hang on.
    pub(super) root: ObjectId,
}

impl Binding {
    pub(super) fn new() -> Self {
        let mut document = Document::with_version("1.7");
        let root = document.new_object_id();
        Self { document, root }
    }

    /// Moves all pages of `source` in and gives their new identities.
    pub(super) fn graft(&mut self, mut source: Document) -> Vec<ObjectId> {
        let pages: Vec<Dictionary> = source.page_iter().map(|id| flat_page(&source, id)).collect();
        let mut moved = HashMap::new();
        pages.into_iter().map(|page| self.graft_page(&mut source, page, &mut moved)).collect()
    }

    fn graft_page(
        &mut self,
        source: &mut Document,
        page: Dictionary,
        moved: &mut HashMap<ObjectId, ObjectId>,
    ) -> ObjectId {
        let mut waiting = Vec::new();
        let mut object = Object::Dictionary(page);
        self.renumber(&mut object, moved, &mut waiting);
        while let Some((old, new)) = waiting.pop() {
            let mut found = source.objects.remove(&old).unwrap_or(Object::Null);
            self.renumber(&mut found, moved, &mut waiting);
            self.document.objects.insert(new, found);
        }
        if let Ok(page) = object.as_dict_mut() {
            page.set("Type", Object::Name(b"Page".to_vec()));
            page.set("Parent", self.root);
        }
        self.document.add_object(object)
    }

    /// Gives every reference inside `object` its new number; those met for the first time wait to be moved.
    fn renumber(
        &mut self,
        object: &mut Object,
        moved: &mut HashMap<ObjectId, ObjectId>,
        waiting: &mut Vec<(ObjectId, ObjectId)>,
    ) {
        match object {
            Object::Reference(id) => {
                let new = *moved.entry(*id).or_insert_with(|| {
                    let new = self.document.new_object_id();
                    waiting.push((*id, new));
                    new
                });
                *id = new;
            }
            Object::Array(items) => items.iter_mut().for_each(|item| self.renumber(item, moved, waiting)),
            Object::Dictionary(fields) => self.renumber_fields(fields, moved, waiting),
            Object::Stream(stream) => self.renumber_fields(&mut stream.dict, moved, waiting),
            _ => {}
        }
    }

    fn renumber_fields(
        &mut self,
        fields: &mut Dictionary,
        moved: &mut HashMap<ObjectId, ObjectId>,
        waiting: &mut Vec<(ObjectId, ObjectId)>,
    ) {
        for (_, value) in fields.iter_mut() {
            self.renumber(value, moved, waiting);
        }
    }

    /// Hangs the pages on their node, in order, and closes the tree.
    pub(super) fn close(&mut self, pages: &[ObjectId]) {
        let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
        let kids: Vec<Object> = pages.iter().map(|id| Object::Reference(*id)).collect();
        let node = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
        self.document.objects.insert(self.root, Object::Dictionary(node));
    }
}

/// A page that no longer needs the nodes above it.
fn flat_page(source: &Document, id: ObjectId) -> Dictionary {
    let mut flat = Dictionary::new();
    let Ok(page) = source.get_dictionary(id) else { return flat };
    for key in KEPT {
        if let Ok(value) = page.get(key) {
            flat.set(key, value.clone());
        }
    }
    let mut node = page;
    let mut seen = HashSet::from([id]);
    while let Ok(parent) = node.get(b"Parent").and_then(Object::as_reference) {
        if !seen.insert(parent) {
            break;
        }
        let Ok(above) = source.get_dictionary(parent) else { break };
        for key in INHERITED {
            if let (false, Ok(value)) = (flat.has(key), above.get(key)) {
                flat.set(key, value.clone());
            }
        }
        node = above;
    }
    if !flat.has(b"MediaBox") {
        flat.set("MediaBox", A4.map(Object::Integer).to_vec());
    }
    flat
}
