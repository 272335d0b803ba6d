//! What an application is: its kind, where it stands.

use ground::words_enum;
use ocop::pack::ApplicationKind;
use ocop::procedure::Step;

words_enum! {
    /// What an application asks for (Art. 6.1).
    Kind {
        /// A first recognition.
        First = "first",
        /// A higher star.
        Upgrade = "upgrade",
        /// A recognition again before the certificate ends.
        ReEvaluation = "re-evaluation",
    }
}

words_enum! {
    /// Where an application stands, which is also who has it in hand.
    Stage {
        /// The producer is preparing it.
        Draft = "draft",
        /// It came back; the producer mends it.
        Returned = "returned",
        /// The commune has it.
        Commune = "commune",
        /// The province's OCOP unit has it.
        Province = "province",
        /// The advisory team has it.
        Advisory = "advisory",
        /// Ready for a council, or before it.
        Council = "council",
        /// Scored; a decision is to be signed.
        Decision = "decision",
        /// Sent up to the centre.
        Centre = "centre",
        /// The path has ended.
        Closed = "closed",
    }
}

/// The level of government that is not the locality's: its steps are recorded, not done here.
const CENTRE: &str = "central";

impl Kind {
    /// The same for the rule packs.
    pub fn asked(self) -> ApplicationKind {
        match self {
            Self::First => ApplicationKind::First,
            Self::Upgrade => ApplicationKind::Upgrade,
            Self::ReEvaluation => ApplicationKind::ReEvaluation,
        }
    }
}

impl Stage {
    /// The stage at which a step is the next one.
    pub fn before(step: Option<&Step>, was_returned: bool) -> Self {
        let Some(step) = step else { return Self::Closed };
        match step.actor.as_str() {
            "producer" if was_returned => Self::Returned,
            "producer" => Self::Draft,
            _ if step.level == CENTRE => Self::Centre,
            "commune" => Self::Commune,
            "ocop_unit" => Self::Province,
            "advisory_team" => Self::Advisory,
            actor if actor.ends_with("council") => Self::Council,
            _ => Self::Decision,
        }
    }

    /// The producer may still write.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// The word policies know it by, and the tag of lists: kind and glyph.
    pub fn look(self) -> (&'static str, &'static str) {
        match self {
            Self::Draft => ("line", "pencil"),
            Self::Returned => ("late", "undo-2"),
            Self::Commune => ("wait", "landmark"),
            Self::Province => ("wait", "building-2"),
            Self::Advisory => ("wait", "search"),
            Self::Council => ("brand", "gavel"),
            Self::Decision => ("soon", "signature"),
            Self::Centre => ("wait", "flag"),
            Self::Closed => ("ok", "circle-check"),
        }
    }
}
