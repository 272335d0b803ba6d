//! The fields of one node, sorted into places once.

use super::Reader;
use crate::check::Rule;
use crate::tree::{Branch, Field, Name, Value};

/// A set of fields.
#[derive(Clone, Copy)]
pub(super) struct Set(u128);

impl Set {
    pub(super) const fn of(fields: &[Field]) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < fields.len() {
            bits |= 1 << (fields[index] as u8);
            index += 1;
        }
        Self(bits)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn has(self, field: Field) -> bool {
        self.0 & (1 << (field as u8)) != 0
    }
}

const PLACES: usize = Field::ALL.len();
// Sets are 128 bits.
const _: () = assert!(PLACES <= 128);

/// The fields of a node.
pub(super) struct Fields<'t, 's> {
    pub(super) node: Branch<'t, 's>,
    // Distance from the node; 0 is none.
    places: [u32; PLACES],
    /// There are names that are not the standard's.
    pub(super) own: bool,
}

impl<'t, 's> Fields<'t, 's> {
    pub(super) fn get(&self, field: Field) -> Option<Branch<'t, 's>> {
        let place = self.places[field as usize];
        (place > 0).then(|| Branch::new(self.node.tree(), self.node.index() + place))
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.places[field as usize] > 0
    }
}

impl Reader<'_> {
    /// Sorts the children of a node; what is neither among the known fields nor in a namespace is a finding.
    /// `None` where the node has no fields at all.
    pub(super) fn fields<'t, 's>(
        &mut self,
        node: Branch<'t, 's>,
        known: Set,
        open: bool,
    ) -> Option<Fields<'t, 's>> {
        if *node.value() != Value::Fields {
            self.findings.add(Rule::WrongKind, node, "object");
            return None;
        }
        let mut fields = Fields { node, places: [0; PLACES], own: false };
        for child in node.children() {
            match child.name() {
                Name::Field(field) if known.has(*field) => {
                    let place = &mut fields.places[*field as usize];
                    if *place > 0 {
                        self.findings.add(Rule::Twice, child, field.word());
                    } else if *child.value() == Value::Null {
                        self.findings.add(Rule::WrongKind, child, "value");
                    } else {
                        *place = child.index() - node.index();
                    }
                }
                Name::Own { .. } if open => fields.own = true,
                Name::Field(Field::Context) => {}
                Name::Bare(word) if word.contains(':') && open => {
                    fields.own = true;
                    self.findings.add(Rule::UnknownPrefix, child, word);
                }
                Name::Bare(word) if word.starts_with('_') => self.findings.add(Rule::Remark, child, word),
                _ => self.findings.add(Rule::UnknownField, child, ""),
            }
        }
        Some(fields)
    }

    /// A field that must be there.
    pub(super) fn required<'t, 's>(
        &mut self,
        fields: &Fields<'t, 's>,
        field: Field,
    ) -> Option<Branch<'t, 's>> {
        let found = fields.get(field);
        if found.is_none() {
            self.findings.missing(fields.node, field);
        }
        found
    }
}
