//! What can be ruled on a case.

use ground::words_enum;

words_enum! {
    /// A ruling.
    Ruling {
        /// Recognised with the star: decision and certificate.
        Recognised = "recognised",
        /// So many points that the result is approved and sent to the level above, which alone may give its star.
        SentUp = "sent-up",
        /// A star that another level recognises.
        OtherLevel = "other-level",
        /// One or two stars: no decision, no certificate.
        NotRecognised = "not-recognised",
        /// The dossier was rejected, or the evaluation stopped.
        Rejected = "rejected",
    }
}
