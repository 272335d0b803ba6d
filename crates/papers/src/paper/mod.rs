//! The official papers, one type each. A type holds the facts; the wording of the law and the layout are in
//! the template of the same name under `rules/forms/`.

mod certificate;
mod commune_report;
mod decision;
mod letterhead;
mod minutes;
mod recall_notice;
mod registration_form;
mod request_letter;
mod result_letter;
mod score_sheet;
mod self_assessment;
mod submission;

use serde::Serialize;

pub use certificate::Certificate;
pub use commune_report::{CommuneReport, Matter};
pub use decision::{DecidedProduct, Decision, Ruling};
pub use letterhead::{DocumentReference, Letterhead, Representative, Signature};
pub use minutes::{
    AgreedOption, Attendance, Attendee, Ballot, Disqualification, Minutes, Outcome, Quorum, Recusal, Round,
};
pub use recall_notice::{RecallNotice, RecalledLot};
pub use registration_form::{Receipt, RegistrationForm, RegistrationKind};
pub use request_letter::{RequestLetter, RequestedProduct};
pub use result_letter::{FailedGate, LostPoints, PartResult, ResultLetter};
pub use score_sheet::{ScoreSheet, SheetCriterion, SheetOption, SheetPart, SheetSection};
pub use self_assessment::{
    AssessedCriterion, BusinessResults, EvidenceRow, HeldPapers, IntellectualProperty, SelfAssessment,
};
pub use submission::{ProposedProduct, Submission};

use crate::engine::Attachment;
use crate::error::PaperError;

/// A paper: facts that one template lays out.
pub trait Paper: Serialize {
    /// The template's name, the same in the built-in set, a decree's forms and an office's own.
    const TEMPLATE: &'static str;

    /// Drawings the template reads besides the facts.
    ///
    /// # Errors
    ///
    /// When a drawing cannot be made.
    fn attachments(&self) -> Result<Vec<Attachment>, PaperError> {
        Ok(Vec::new())
    }
}
