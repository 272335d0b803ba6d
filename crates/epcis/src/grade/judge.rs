//! Goes through an event, field by field.

use super::form::{Wanted, shortfall};
use super::space::{is_gs1, is_makeable};
use super::{CbvGrade, GradeRule, Graded, MAX_REASONS, Reason};
use crate::cbv::{Code, SourceDestType, Vocabulary};
use crate::model::{ErrorDeclaration, Event, Kind, Objects, SensorElement, Uri};

/// How many characters of what stands there a reason repeats.
const FOUND_CHARS: usize = 80;
const UUID_URN: &str = "urn:uuid:";
const HASH: &str = "ni:///";
const DID_NOT_OCCUR: &str = "did_not_occur";
const OWNING_PARTY: &str = "owning_party";
const POSSESSING_PARTY: &str = "possessing_party";

/// Finds what keeps an event from a grade.
pub(super) struct Judge {
    grade: CbvGrade,
    // None where nobody asks why.
    reasons: Option<Vec<Reason>>,
    left_out: usize,
}

impl Judge {
    pub(super) const fn silent() -> Self {
        Self { grade: CbvGrade::Compliant, reasons: None, left_out: 0 }
    }

    pub(super) const fn telling() -> Self {
        Self { grade: CbvGrade::Compliant, reasons: Some(Vec::new()), left_out: 0 }
    }

    pub(super) const fn grade(&self) -> CbvGrade {
        self.grade
    }

    pub(super) fn told(self) -> Graded {
        Graded { grade: self.grade, reasons: self.reasons.unwrap_or_default(), left_out: self.left_out }
    }

    pub(super) fn event(&mut self, event: &Event) {
        match &event.biz_step {
            Some(step) => self.word(step, || "/bizStep".to_owned()),
            None => self.put(GradeRule::NoBizStep, || "/bizStep".to_owned(), ""),
        }
        if let Some(disposition) = &event.disposition {
            self.word(disposition, || "/disposition".to_owned());
        }
        if let Some(persistent) = &event.persistent_disposition {
            for (list, name) in [(&persistent.set, "set"), (&persistent.unset, "unset")] {
                for (at, word) in list.iter().enumerate() {
                    self.word(word, || format!("/persistentDisposition/{name}/{at}"));
                }
            }
        }
        self.kind(event);
        self.context(event);
        if let Some(id) = &event.event_id {
            self.event_id(id, || "/eventID".to_owned());
        }
        if let Some(declaration) = &event.error_declaration {
            self.declaration(declaration);
        }
        for (at, element) in event.sensor_element_list.iter().enumerate() {
            self.sensors(element, at);
        }
    }

    fn kind(&mut self, event: &Event) {
        if let Some(objects) = event.objects() {
            self.objects(objects, "epcList", "quantityList");
        }
        if let Some(children) = event.children() {
            self.objects(children, "childEPCs", "childQuantityList");
        }
        if let Some(parent) = event.parent() {
            let wanted = match event.kind {
                Kind::Association(_) => Wanted::ObjectOrPlace,
                _ => Wanted::Object,
            };
            self.identifier(parent, wanted, || "/parentID".to_owned());
        }
        if let Kind::Transformation(transformation) = &event.kind {
            self.objects(&transformation.inputs, "inputEPCList", "inputQuantityList");
            self.objects(&transformation.outputs, "outputEPCList", "outputQuantityList");
            if let Some(id) = &transformation.id {
                self.identifier(id, Wanted::Transformation, || "/transformationID".to_owned());
            }
        }
    }

    fn objects(&mut self, objects: &Objects, epcs: &str, quantities: &str) {
        for (at, epc) in objects.epcs.iter().enumerate() {
            self.identifier(epc, Wanted::Object, || format!("/{epcs}/{at}"));
        }
        for (at, quantity) in objects.quantities.iter().enumerate() {
            self.identifier(&quantity.epc_class, Wanted::Class, || format!("/{quantities}/{at}/epcClass"));
        }
    }

    fn context(&mut self, event: &Event) {
        if let Some(place) = &event.read_point {
            self.identifier(&place.id, Wanted::ReadPoint, || "/readPoint/id".to_owned());
        }
        if let Some(place) = &event.biz_location {
            self.identifier(&place.id, Wanted::Place, || "/bizLocation/id".to_owned());
        }
        for (at, transaction) in event.biz_transaction_list().iter().enumerate() {
            let place = |name: &str| format!("/bizTransactionList/{at}/{name}");
            if let Some(kind) = &transaction.kind {
                self.word(kind, || place("type"));
            }
            self.identifier(&transaction.id, Wanted::Transaction, || place("bizTransaction"));
        }
        for (at, source) in event.source_list.iter().enumerate() {
            self.party(&source.kind, &source.id, |name| format!("/sourceList/{at}/{name}"), "source");
        }
        for (at, to) in event.destination_list.iter().enumerate() {
            self.party(&to.kind, &to.id, |name| format!("/destinationList/{at}/{name}"), "destination");
        }
    }

    fn party(&mut self, kind: &SourceDestType, id: &Uri, place: impl Fn(&str) -> String, name: &str) {
        self.word(kind, || place("type"));
        let wanted = match kind {
            Code::Standard(term) if [OWNING_PARTY, POSSESSING_PARTY].contains(&term.word()) => Wanted::Party,
            Code::Standard(_) => Wanted::Place,
            Code::Own(_) => Wanted::Anything,
        };
        self.identifier(id, wanted, || place(name));
    }

    fn declaration(&mut self, declaration: &ErrorDeclaration) {
        if let Some(reason) = &declaration.reason {
            self.word(reason, || "/errorDeclaration/reason".to_owned());
        }
        let corrective = &declaration.corrective_event_ids;
        let nothing = declaration.reason.as_ref().is_some_and(|reason| reason.word() == DID_NOT_OCCUR);
        if let (true, Some(first)) = (nothing, corrective.first()) {
            let place = || "/errorDeclaration/correctiveEventIDs".to_owned();
            self.put(GradeRule::NothingToCorrect, place, first.as_str());
        }
        for (at, id) in corrective.iter().enumerate() {
            self.event_id(id, || format!("/errorDeclaration/correctiveEventIDs/{at}"));
        }
    }

    fn sensors(&mut self, element: &SensorElement, at: usize) {
        for (index, report) in element.reports.iter().enumerate() {
            let place = |name: &str| format!("/sensorElementList/{at}/sensorReport/{index}/{name}");
            if let Some(kind) = &report.kind {
                self.word(kind, || place("type"));
            }
            if let Some(exception) = &report.exception {
                self.word(exception, || place("exception"));
            }
            if let Some(component) = &report.component {
                self.word(component, || place("component"));
            }
        }
    }

    fn word<V: Vocabulary>(&mut self, code: &Code<V>, place: impl FnOnce() -> String) {
        let Code::Own(uri) = code else { return };
        let rule = if is_gs1(uri.as_str()) {
            GradeRule::GsWord
        } else if is_makeable(uri.as_str()) {
            GradeRule::OwnWord
        } else {
            GradeRule::NobodysUri
        };
        self.put(rule, place, uri.as_str());
    }

    fn identifier(&mut self, uri: &Uri, wanted: Wanted, place: impl FnOnce() -> String) {
        if let Some(rule) = shortfall(uri.as_str(), wanted) {
            self.put(rule, place, uri.as_str());
        }
    }

    fn event_id(&mut self, id: &Uri, place: impl FnOnce() -> String) {
        let text = id.as_str();
        if !is_uuid(text) && !is_hash(text) {
            let makeable = !is_gs1(text) && is_makeable(text);
            let rule = if makeable { GradeRule::OwnEventId } else { GradeRule::NobodysUri };
            self.put(rule, place, text);
        }
    }

    // Places are told only where somebody asks why.
    fn put(&mut self, rule: GradeRule, place: impl FnOnce() -> String, found: &str) {
        self.grade = self.grade.min(rule.at_most());
        let Some(reasons) = &mut self.reasons else { return };
        if reasons.len() >= MAX_REASONS {
            self.left_out += 1;
            return;
        }
        reasons.push(Reason { rule, at: place(), found: found.chars().take(FOUND_CHARS).collect() });
    }
}

/// A UUID as a URN (RFC 9562, section 4).
fn is_uuid(text: &str) -> bool {
    let Some(uuid) = text.strip_prefix(UUID_URN) else { return false };
    let lengths = uuid.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && uuid.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// An event hash (8.9): `ni:///` algorithm `;` digits `?ver=CBV` version.
fn is_hash(text: &str) -> bool {
    let parts = text.strip_prefix(HASH).and_then(|rest| rest.split_once(';'));
    let Some((algorithm, rest)) = parts else { return false };
    let Some((digits, version)) = rest.split_once("?ver=CBV") else { return false };
    !algorithm.is_empty()
        && !version.is_empty()
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}
