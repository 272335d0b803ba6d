//! Master data: vocabularies, their elements, attributes and children (section 6.1.1).

use super::{Extension, Number, Uri};

/// The elements of one vocabulary.
#[derive(Debug, Clone, PartialEq)]
pub struct VocabularyList {
    /// Which vocabulary.
    pub kind: Uri,
    /// Its elements.
    pub elements: Vec<VocabularyElement>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}

/// One element: a place, a class of objects, a party.
#[derive(Debug, Clone, PartialEq)]
pub struct VocabularyElement {
    /// Its identifier.
    pub id: Uri,
    /// What is said of it, in order.
    pub attributes: Vec<Attribute>,
    /// The elements that belong to it.
    pub children: Vec<Uri>,
    /// What else is said.
    pub extensions: Vec<Extension>,
}

/// One thing that is said of an element.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Which.
    pub id: Uri,
    /// What.
    pub value: AttributeValue,
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq)]
pub enum AttributeValue {
    /// None given.
    None,
    /// A text.
    Text(Box<str>),
    /// A number.
    Number(Number),
    /// Named values.
    Fields(Vec<Extension>),
}
