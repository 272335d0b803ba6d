//! The vocabularies of CBV 2.0 (section 7) and of the GS1 Web Vocabulary that EPCIS 2.0 uses, as data.

mod code;
mod terms;
mod vocabulary;

pub use code::{Code, CodeFault};
pub use vocabulary::{
    BizStep, BizSteps, BizTransactionType, BizTransactionTypes, Component, Components, Disposition,
    Dispositions, ErrorReason, ErrorReasons, MeasurementType, MeasurementTypes, SensorAlert, SensorAlerts,
    SourceDestType, SourceDestTypes, Term, Vocabulary,
};
