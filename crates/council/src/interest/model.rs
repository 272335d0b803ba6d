//! What ties a member to a product.

use ground::words_enum;

words_enum! {
    /// A tie.
    InterestKind {
        /// The member owns the producer or belongs to it.
        OwnProducer = "own-producer",
        /// A relative does.
        Kin = "kin",
        /// The member helped to build this dossier.
        Coached = "coached",
        /// The member acts, or acted, for the producer by its consent.
        ActedFor = "acted-for",
        /// Anything else.
        Other = "other",
    }
}
