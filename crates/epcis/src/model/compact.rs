//! Compact IRIs among the values of an event: what they mean by the prefixes of their writer.

use super::{Event, Namespaces, PersistentDisposition, SensorElement, SensorMetadata, SensorReport, Uri};
use crate::cbv::{Code, Vocabulary};

impl Namespaces {
    /// A compact IRI written out; none where its prefix is not declared, or declared with two meanings.
    #[must_use]
    pub fn written_out(&self, uri: &Uri) -> Option<Uri> {
        let (prefix, rest) = uri.as_str().split_once(':')?;
        let mut meanings = self.prefixes.iter().filter(|(known, _)| **known == *prefix).map(|(_, iri)| iri);
        let iri = meanings.next().filter(|first| meanings.all(|other| other == *first))?;
        // An address is none, whatever its scheme is declared to mean.
        let whole = if rest.starts_with("//") { None } else { Some([iri, rest].concat()) };
        whole.and_then(|whole| Uri::read(&whole).ok())
    }
}

impl Event {
    /// The same event with compact IRIs written out: words, identifiers but those of events, and what sensors name.
    /// `None` where nothing is shortened. Its hash is that of what was written, not of this.
    #[must_use]
    pub fn written_out(&self, namespaces: &Namespaces) -> Option<Self> {
        if namespaces.prefixes.is_empty() {
            return None;
        }
        let mut event = self.clone();
        let mut changed = false;
        event.rewrite_all(&mut |uri| {
            let whole = namespaces.written_out(uri);
            changed |= whole.is_some();
            whole
        });
        changed.then_some(event)
    }

    fn rewrite_all(&mut self, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
        self.rewrite_identifiers(form);
        optional(&mut self.biz_step, form);
        optional(&mut self.disposition, form);
        if let Some(PersistentDisposition { set, unset }) = &mut self.persistent_disposition {
            set.iter_mut().chain(unset).for_each(|word| code(word, form));
        }
        if let Some(declaration) = &mut self.error_declaration {
            optional(&mut declaration.reason, form);
        }
        self.transactions_mut().iter_mut().for_each(|transaction| optional(&mut transaction.kind, form));
        self.source_list.iter_mut().for_each(|source| code(&mut source.kind, form));
        self.destination_list.iter_mut().for_each(|destination| code(&mut destination.kind, form));
        self.certification_info.iter_mut().for_each(|one| uri(one, form));
        self.sensor_element_list.iter_mut().for_each(|element| element.rewrite(form));
    }
}

impl SensorElement {
    fn rewrite(&mut self, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
        if let Some(metadata) = &mut self.metadata {
            let SensorMetadata {
                device_id,
                device_metadata,
                raw_data,
                data_processing_method,
                biz_rules,
                ..
            } = metadata;
            for one in [device_id, device_metadata, raw_data, data_processing_method, biz_rules] {
                one.iter_mut().for_each(|one| uri(one, form));
            }
        }
        self.reports.iter_mut().for_each(|report| report.rewrite(form));
    }
}

impl SensorReport {
    fn rewrite(&mut self, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
        optional(&mut self.kind, form);
        optional(&mut self.exception, form);
        optional(&mut self.component, form);
        for one in [
            &mut self.device_id,
            &mut self.device_metadata,
            &mut self.raw_data,
            &mut self.data_processing_method,
            &mut self.biz_rules,
            &mut self.microorganism,
            &mut self.chemical_substance,
            &mut self.coordinate_reference_system,
            &mut self.uri_value,
        ] {
            one.iter_mut().for_each(|one| uri(one, form));
        }
    }
}

fn optional<V: Vocabulary>(word: &mut Option<Code<V>>, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
    word.iter_mut().for_each(|word| code(word, form));
}

fn code<V: Vocabulary>(word: &mut Code<V>, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
    if let Code::Own(own) = word
        && let Some(whole) = form(own)
    {
        *word = Code::read(whole.as_str()).unwrap_or(Code::Own(whole));
    }
}

fn uri(own: &mut Uri, form: &mut impl FnMut(&Uri) -> Option<Uri>) {
    if let Some(whole) = form(own) {
        *own = whole;
    }
}
