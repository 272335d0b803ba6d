//! From elements to the tree: the standard's elements by the table of their forms.

use std::borrow::Cow;

use super::curie::resolved;
use super::element::Source;
use super::form::{Item, Part, Shape};
use super::member::{self, Holder, Key, Member, joined};
use super::space::Index;
use super::text::trimmed;
use crate::tree::{Builder, Field, Name, Space, TreeFault, Value};

/// Lowers one source.
pub(super) struct Lower<'x, 's> {
    pub(super) source: &'x Source<'s>,
    pub(super) builder: Builder<'s>,
    spaces: Vec<Option<Space>>,
    // A header for business documents that says no more than the fields of the document.
    pub(super) told: Option<u32>,
    /// The source is in 1.2 or older.
    pub(super) old: bool,
}

type Done = Result<(), TreeFault>;

impl<'x, 's> Lower<'x, 's> {
    pub(super) fn new(source: &'x Source<'s>, builder: Builder<'s>) -> Self {
        Self { source, builder, spaces: vec![None; source.spaces.len()], told: None, old: false }
    }

    fn space(&mut self, index: Index) -> Result<Space, TreeFault> {
        let place = usize::from(index);
        if let Some(space) = self.spaces[place] {
            return Ok(space);
        }
        let space = self.builder.space(self.source.iri(index))?;
        self.spaces[place] = Some(space);
        Ok(space)
    }

    /// The name of what is not the standard's here. A word of the standard is one inside an extension alone.
    pub(super) fn name(&mut self, key: Key<'s>, inside: bool) -> Result<Name<'s>, TreeFault> {
        Ok(match key {
            Key::Own(index, local) => Name::Own { space: self.space(index)?, local: Cow::Borrowed(local) },
            Key::Plain(local) => match Field::of(local).filter(|_| inside) {
                Some(field) => Name::Field(field),
                None => Name::Bare(Cow::Borrowed(local)),
            },
        })
    }

    pub(super) fn leaf(
        &mut self,
        field: Field,
        written: Cow<'s, str>,
        text: Cow<'s, str>,
        at: usize,
    ) -> Done {
        self.builder.leaf(Name::Field(field), written, Value::Text(text), at)
    }

    /// The fields of an element of the standard; with its `type` where its name says it.
    pub(super) fn part(
        &mut self,
        name: Name<'s>,
        written: Cow<'s, str>,
        index: u32,
        part: Part,
        kind: Option<&'s str>,
    ) -> Done {
        let element = self.source.get(index);
        let mut members = member::of_part(self.source, index, part, "");
        members.retain(|member| !matches!(member.holder, Holder::Element(child) if self.told == Some(child)));
        if kind.is_none() && members.is_empty() && member::strays(self.source, index).is_empty() {
            return self.builder.leaf(name, written, Value::Text(Cow::Borrowed("")), element.at);
        }
        self.builder.open(name, written, Value::Fields, element.at)?;
        if let Some(kind) = kind {
            self.leaf(Field::Type, Cow::Borrowed(""), Cow::Borrowed(kind), element.at)?;
        }
        self.members(members, false)?;
        self.stray_text(index)?;
        self.builder.close();
        Ok(())
    }

    /// Text where elements belong.
    pub(super) fn stray_text(&mut self, index: u32) -> Done {
        for (index, written) in member::strays(self.source, index) {
            let element = self.source.get(index);
            self.leaf(Field::TextValue, Cow::Owned(written), trimmed(&element.text), element.at)?;
        }
        Ok(())
    }

    /// Members, those of the same name as one list; `inside` an extension no form holds.
    pub(super) fn members(&mut self, members: Vec<Member<'s>>, inside: bool) -> Done {
        if !member::repeats(&members) {
            return members.iter().try_for_each(|member| self.group(std::slice::from_ref(member), inside));
        }
        member::grouped(members).iter().try_for_each(|group| self.group(group, inside))
    }

    fn group(&mut self, group: &[Member<'s>], inside: bool) -> Done {
        let Some(first) = group.first() else { return Ok(()) };
        let name = match first.form {
            Some((field, _)) => Name::Field(field),
            None => self.name(first.key, inside)?,
        };
        if group.len() == 1 && !matches!(first.form, Some((_, Shape::Repeated(_)))) {
            return self.member(name, first);
        }
        let at = match first.holder {
            Holder::Element(index) => self.source.get(index).at,
            Holder::Attribute(place) => self.source.attributes[place as usize].at,
        };
        self.builder.open(name, Cow::Borrowed(""), Value::List, at)?;
        group.iter().try_for_each(|member| self.member(Name::Item, member))?;
        self.builder.close();
        Ok(())
    }

    fn member(&mut self, name: Name<'s>, member: &Member<'s>) -> Done {
        let index = match member.holder {
            Holder::Element(index) => index,
            Holder::Attribute(place) => {
                let attribute = &self.source.attributes[place as usize];
                let step = ["@", attribute.written].concat();
                let written = Cow::Owned(joined(&member.path, &step));
                let keeps = matches!(member.form, None | Some((Field::StringValue, _)));
                let value = &attribute.value;
                let text = if keeps { value.clone() } else { resolved(self.source, trimmed(value)) };
                return self.builder.leaf(name, written, Value::Text(text), attribute.at);
            }
        };
        let written = self.written(index, &member.path);
        match member.form {
            None => self.own(name, written, index),
            Some((_, Shape::Text)) => {
                self.text(name, written.clone(), index)?;
                self.stray_attributes(index, &written)
            }
            Some((_, Shape::Part(part))) => self.part(name, written, index, part, None),
            Some((_, Shape::List(of, item))) => self.list(name, written, index, of, item),
            Some((_, Shape::Repeated(item) | Shape::Several(item))) => self.item(name, written, index, item),
            Some((_, Shape::Value)) if self.source.has_children(index) => self.values(name, written, index),
            Some((_, Shape::Value)) => self.text(name, written, index),
        }
    }

    pub(super) fn written(&self, index: u32, path: &str) -> Cow<'s, str> {
        let step = self.source.get(index).written;
        if path.is_empty() { Cow::Borrowed(step) } else { Cow::Owned(joined(path, step)) }
    }

    /// A text; with elements in it, fields that no reader wants.
    fn text(&mut self, name: Name<'s>, written: Cow<'s, str>, index: u32) -> Done {
        let element = self.source.get(index);
        if !self.source.has_children(index) {
            let text = resolved(self.source, trimmed(&element.text));
            return self.builder.leaf(name, written, Value::Text(text), element.at);
        }
        self.builder.open(name, written, Value::Fields, element.at)?;
        for child in self.source.children(index) {
            self.stray(child, self.source.get(child).written)?;
        }
        self.builder.close();
        Ok(())
    }

    // Attributes where a text alone belongs, beside it: no reader wants them.
    fn stray_attributes(&mut self, index: u32, path: &str) -> Done {
        let source = self.source;
        for (_, attribute) in source.attributes(index).filter(|(_, one)| !source.is_syntax(one)) {
            let written = Cow::Owned(joined(path, &["@", attribute.written].concat()));
            let name = Name::Bare(Cow::Borrowed(attribute.local));
            self.builder.leaf(name, written, Value::Text(attribute.value.clone()), attribute.at)?;
        }
        Ok(())
    }

    fn stray(&mut self, index: u32, written: &'s str) -> Done {
        let element = self.source.get(index);
        let name = Name::Bare(Cow::Borrowed(element.local));
        self.builder.leaf(name, Cow::Borrowed(written), Value::Text(Cow::Borrowed("")), element.at)
    }

    fn list(&mut self, name: Name<'s>, written: Cow<'s, str>, index: u32, of: &str, item: Item) -> Done {
        let at = self.source.get(index).at;
        self.builder.open(name, written, Value::List, at)?;
        for (child, path) in member::unwrapped(self.source, index) {
            let element = self.source.get(child);
            let written = self.written(child, &path);
            let fits = self.source.is_standard(element.space) && (of.is_empty() || element.local == of);
            if fits {
                self.item(Name::Item, written, child, item)?;
                continue;
            }
            self.builder.open(Name::Item, written, Value::Fields, element.at)?;
            if matches!(item, Item::Event) {
                // A type of one's own is an element of one's own namespace, whatever its local name.
                self.leaf(Field::Type, Cow::Borrowed(""), Cow::Borrowed(element.written), element.at)?;
            } else {
                // No reader wants an item with such a field in it.
                self.stray(child, "")?;
            }
            self.builder.close();
        }
        if !member::strays(self.source, index).is_empty() {
            self.builder.open(Name::Item, Cow::Borrowed(""), Value::Fields, at)?;
            self.stray_text(index)?;
            self.builder.close();
        }
        self.builder.close();
        Ok(())
    }

    fn item(&mut self, name: Name<'s>, written: Cow<'s, str>, index: u32, item: Item) -> Done {
        match item {
            Item::Text if self.source.attributes(index).any(|(_, one)| !self.source.is_syntax(one)) => {
                self.builder.open(name, written, Value::Fields, self.source.get(index).at)?;
                self.stray_attributes(index, "")?;
                self.builder.close();
                Ok(())
            }
            Item::Text => self.text(name, written, index),
            Item::Part(part) => self.part(name, written, index, part, None),
            Item::Event => match self.source.get(index).local {
                "QuantityEvent" if self.old => self.quantity_event(name, written, index),
                kind => self.part(name, written, index, Part::Event, Some(kind)),
            },
            Item::Typed(field) => self.typed(name, written, index, field),
            Item::Attribute => self.attribute(name, written, index),
        }
    }

    // `<source type="…">…</source>`: a type and an identifier.
    fn typed(&mut self, name: Name<'s>, written: Cow<'s, str>, index: u32, field: Field) -> Done {
        self.builder.open(name, written, Value::Fields, self.source.get(index).at)?;
        let source = self.source;
        for (_, attribute) in source.attributes(index) {
            let written = Cow::Owned(["@", attribute.written].concat());
            if attribute.space == super::space::NONE && attribute.local == "type" {
                let kind = resolved(source, trimmed(&attribute.value));
                self.leaf(Field::Type, written, kind, attribute.at)?;
            } else if !source.is_syntax(attribute) {
                let name = Name::Bare(Cow::Borrowed(attribute.local));
                self.builder.leaf(name, written, Value::Text(attribute.value.clone()), attribute.at)?;
            }
        }
        self.text(Name::Field(field), Cow::Borrowed(""), index)?;
        self.builder.close();
        Ok(())
    }

    // An attribute of master data: an identifier, and a text or fields.
    fn attribute(&mut self, name: Name<'s>, written: Cow<'s, str>, index: u32) -> Done {
        let element = self.source.get(index);
        self.builder.open(name, written, Value::Fields, element.at)?;
        if let Some(id) = self.source.plain(index, "id") {
            self.leaf(Field::Id, Cow::Borrowed("@id"), trimmed(&id.value), id.at)?;
        }
        let (name, written) = (Name::Field(Field::Attribute), Cow::Borrowed(""));
        if self.source.has_children(index) {
            self.builder.open(name, written, Value::Fields, element.at)?;
            let members = member::of_own(self.source, index);
            let children = members.into_iter().filter(|member| matches!(member.holder, Holder::Element(_)));
            self.members(children.collect(), true)?;
            self.stray_text(index)?;
            self.builder.close();
        } else {
            self.builder.leaf(name, written, self.scalar(index), element.at)?;
        }
        self.builder.close();
        Ok(())
    }

    // The value of a query parameter: `<string>` once or several times.
    fn values(&mut self, name: Name<'s>, written: Cow<'s, str>, index: u32) -> Done {
        self.builder.open(name, written, Value::List, self.source.get(index).at)?;
        for child in self.source.children(index) {
            self.text(Name::Item, Cow::Borrowed(self.source.get(child).written), child)?;
        }
        self.builder.close();
        Ok(())
    }
}
