//! The outermost element: what kind of source it is.

use std::borrow::Cow;

use super::element::Source;
use super::form::Part;
use super::lower::Lower;
use super::member;
use super::space::{NONE, Role};
use crate::read::EVENT_TYPES;
use crate::tree::{Builder, Field, Name, Syntax, Tree, TreeFault, TreeFaultKind, Value};

/// The tree of a source.
pub(super) fn lower<'s>(source: &Source<'s>, bytes: usize) -> Result<Tree<'s>, TreeFault> {
    let root = source.get(0);
    let event = EVENT_TYPES.contains(&root.local);
    let (syntax, known) = match source.role(root.space) {
        Role::Standard(1) => (Syntax::XmlOld, true),
        Role::Standard(_) => (Syntax::Xml, true),
        // Bare events have no element of the schemas: they stand without a namespace, too.
        Role::Syntax | Role::Own => (Syntax::Xml, event && root.space == NONE),
    };
    let foreign = || {
        let found = root.written.chars().take(80).collect();
        TreeFault { kind: TreeFaultKind::Foreign, at: root.at, place: String::new(), found }
    };
    if !known {
        return Err(foreign());
    }
    let mut builder = Builder::new(syntax, bytes)?;
    for (prefix, space, at) in &source.prefixes {
        if source.role(*space) == Role::Own && !prefix.is_empty() {
            builder.prefix(Cow::Borrowed(prefix), source.spaces[usize::from(*space)].iri.clone(), *at)?;
        }
    }
    let mut lower = Lower::new(source, builder);
    lower.old = syntax == Syntax::XmlOld;
    let written = Cow::Borrowed(root.written);
    match root.local {
        "EPCISDocument" => lower.document(written)?,
        "EPCISMasterDataDocument" => lower.master_document(written)?,
        "EPCISQueryDocument" => lower.query_document(written)?,
        _ if event => lower.part(Name::Item, written, 0, Part::Event, Some(root.local))?,
        _ => return Err(foreign()),
    }
    lower.builder.finish().ok_or_else(foreign)
}

// The type of documents, also of those that hold master data alone.
const DOCUMENT: &str = "EPCISDocument";

impl<'s> Lower<'_, 's> {
    fn document(&mut self, written: Cow<'s, str>) -> Result<(), TreeFault> {
        let at = self.source.get(0).at;
        self.builder.open(Name::Item, written, Value::Fields, at)?;
        self.leaf(Field::Type, Cow::Borrowed(""), Cow::Borrowed(DOCUMENT), at)?;
        self.business_header(0)?;
        let members = member::of_part(self.source, 0, Part::Document, "");
        self.members(members, false)?;
        self.stray_text(0)?;
        self.builder.close();
        Ok(())
    }

    fn query_document(&mut self, written: Cow<'s, str>) -> Result<(), TreeFault> {
        let (source, at) = (self.source, self.source.get(0).at);
        self.builder.open(Name::Item, written, Value::Fields, at)?;
        self.leaf(Field::Type, Cow::Borrowed(""), Cow::Borrowed("EPCISQueryDocument"), at)?;
        let members = member::of_part(source, 0, Part::QueryDocument, "");
        self.members(members, false)?;
        self.stray_text(0)?;
        // Results without a body around them do not belong there, but can be found for their hashes.
        let of = |wanted: &str| source.children(0).find(|child| source.get(*child).local == wanted);
        if let (Some(results), None) = (of("resultsBody"), of("EPCISBody")) {
            self.builder.open(Name::Field(Field::EpcisBody), Cow::Borrowed(""), Value::Fields, at)?;
            self.builder.open(Name::Field(Field::QueryResults), Cow::Borrowed(""), Value::Fields, at)?;
            let (name, written) = (Name::Field(Field::ResultsBody), self.written(results, ""));
            self.part(name, written, results, Part::ResultsBody, None)?;
            self.builder.close();
            self.builder.close();
        }
        self.builder.close();
        Ok(())
    }

    // A master data document is a document whose master data stand in its header and that has no events.
    fn master_document(&mut self, written: Cow<'s, str>) -> Result<(), TreeFault> {
        let (source, at) = (self.source, self.source.get(0).at);
        self.builder.open(Name::Item, written, Value::Fields, at)?;
        self.leaf(Field::Type, Cow::Borrowed(""), Cow::Borrowed(DOCUMENT), at)?;
        self.business_header(0)?;
        let members = member::of_part(source, 0, Part::Document, "");
        let (frame, others): (Vec<_>, Vec<_>) = members
            .into_iter()
            .partition(|member| matches!(member.form, Some((field, _)) if is_frame(field)));
        self.members(others, false)?;
        let of = |wanted: &str| source.children(0).find(|child| source.get(*child).local == wanted);
        let (header, body) = (of("EPCISHeader"), of("EPCISBody"));
        if frame.is_empty() {
            self.builder.close();
            return Ok(());
        }
        self.builder.open(Name::Field(Field::EpcisHeader), Cow::Borrowed(""), Value::Fields, at)?;
        if let Some(header) = header {
            let told = self.told;
            let mut members = member::of_part(source, header, Part::Header, "EPCISHeader");
            members.retain(
                |member| !matches!(member.holder, member::Holder::Element(child) if told == Some(child)),
            );
            self.members(members, false)?;
        }
        if let Some(body) = body {
            let written = self.written(body, "");
            let name = Name::Field(Field::EpcisMasterData);
            self.part(name, written, body, Part::MasterData, None)?;
        }
        self.builder.close();
        if let Some(body) = body {
            let (written, at) = (self.written(body, ""), source.get(body).at);
            self.leaf(Field::EpcisBody, written, Cow::Borrowed(""), at)?;
        }
        self.builder.close();
        Ok(())
    }
}

const fn is_frame(field: Field) -> bool {
    matches!(field, Field::EpcisHeader | Field::EpcisBody)
}
