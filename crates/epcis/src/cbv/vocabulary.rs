//! A vocabulary and its terms.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use super::{Code, terms};

/// A vocabulary of the standard: its terms and the forms they are written in.
pub trait Vocabulary: 'static {
    /// The bare words of JSON-LD, sorted.
    const TERMS: &'static [&'static str];
    /// Bare words of drafts of the standard that are still about; read as IRIs, not as terms.
    const DRAFTS: &'static [&'static str];
    /// What stands before the word in the canonical IRI.
    const IRI: &'static str;
    /// What stands before the word in the URN of CBV 1.x.
    const URN: Option<&'static str>;
    /// What stands before the word in a compact IRI.
    const CURIE: &'static str;
    /// What the vocabulary is called in the standard.
    const NAME: &'static str;
}

macro_rules! vocabularies {
    ($($(#[$doc:meta])+ $marker:ident, $code:ident, $terms:ident, $drafts:expr, $iri:literal, $urn:expr, $curie:literal, $name:literal;)+) => {
        $(
            $(#[$doc])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum $marker {}

            impl Vocabulary for $marker {
                const TERMS: &'static [&'static str] = terms::$terms;
                const DRAFTS: &'static [&'static str] = $drafts;
                const IRI: &'static str = $iri;
                const URN: Option<&'static str> = $urn;
                const CURIE: &'static str = $curie;
                const NAME: &'static str = $name;
            }

            $(#[$doc])+
            pub type $code = Code<$marker>;
        )+
    };
}

vocabularies! {
    /// What happened to the objects, CBV 7.1.
    BizSteps, BizStep, BIZ_STEPS, &[],
    "https://ref.gs1.org/cbv/BizStep-", Some("urn:epcglobal:cbv:bizstep:"), "cbv:BizStep-", "bizStep";
    /// In which state the objects are, CBV 7.2.
    Dispositions, Disposition, DISPOSITIONS, &[],
    "https://ref.gs1.org/cbv/Disp-", Some("urn:epcglobal:cbv:disp:"), "cbv:Disp-", "disposition";
    /// What kind of document a business transaction is, CBV 7.3.
    BizTransactionTypes, BizTransactionType, BIZ_TRANSACTION_TYPES, &[],
    "https://ref.gs1.org/cbv/BTT-", Some("urn:epcglobal:cbv:btt:"), "cbv:BTT-", "bizTransaction type";
    /// What a source or destination is, CBV 7.4.
    SourceDestTypes, SourceDestType, SOURCE_DEST_TYPES, &[],
    "https://ref.gs1.org/cbv/SDT-", Some("urn:epcglobal:cbv:sdt:"), "cbv:SDT-", "source or destination type";
    /// Why an event was declared to be in error, CBV 7.5.
    ErrorReasons, ErrorReason, ERROR_REASONS, &[],
    "https://ref.gs1.org/cbv/ER-", Some("urn:epcglobal:cbv:er:"), "cbv:ER-", "error reason";
    /// Which component of a vector or coordinate a value is, CBV 7.6.
    Components, Component, COMPONENTS, &[],
    "https://ref.gs1.org/cbv/Comp-", Some("urn:epcglobal:cbv:comp:"), "cbv:Comp-", "component";
    /// What a sensor measured, GS1 Web Vocabulary.
    MeasurementTypes, MeasurementType, MEASUREMENT_TYPES, &["Molar_concentration"],
    "https://gs1.org/voc/", None, "gs1:", "measurement type";
    /// What a sensor warns of, GS1 Web Vocabulary.
    SensorAlerts, SensorAlert, SENSOR_ALERTS, &[], "https://gs1.org/voc/", None, "gs1:", "sensor alert";
}

/// A term of one vocabulary.
pub struct Term<V> {
    index: u8,
    vocabulary: PhantomData<V>,
}

impl<V: Vocabulary> Term<V> {
    /// The term of that bare word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let index = V::TERMS.binary_search(&word).ok()?;
        Some(Self { index: u8::try_from(index).ok()?, vocabulary: PhantomData })
    }

    /// Its bare word.
    #[must_use]
    pub fn word(self) -> &'static str {
        V::TERMS[usize::from(self.index)]
    }
}

impl<V> Clone for Term<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Term<V> {}

impl<V> PartialEq for Term<V> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<V> Eq for Term<V> {}

impl<V> PartialOrd for Term<V> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<V> Ord for Term<V> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl<V> Hash for Term<V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<V: Vocabulary> fmt::Debug for Term<V> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}
