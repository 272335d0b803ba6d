//! What is asked about: a thing of every type that a schema knows, in every state that policies look at.

use certificate::state::Standing;
use dossier::application::Stage;
use ground::Resource;
use ground::access::Access;

use super::cast::{commune, country, own, producer, province, seats};

/// What a thing has, for the columns of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    /// It lies in places.
    Placed,
    /// It is a producer's.
    Produced,
    /// It names an account as its own.
    Owned,
    /// People have seats in it.
    Seated,
}

/// A type of thing.
pub(super) struct Thing {
    /// The Cedar type.
    pub(super) kind: &'static str,
    pub(super) traits: &'static [Trait],
    pub(super) states: Vec<State>,
}

/// A state of it.
pub(super) struct State {
    pub(super) name: String,
    pub(super) resource: Resource,
}

impl Thing {
    pub(super) fn is(&self, wanted: Trait) -> bool {
        self.traits.contains(&wanted)
    }
}

/// The intents for things of a type, in alphabetical order.
pub(super) fn intents(access: &Access, kind: &str) -> Vec<String> {
    let all = access.intents().into_iter();
    all.filter(|intent| access.things_of(intent).iter().any(|known| known == kind)).collect()
}

fn alike(kind: &'static str, traits: &'static [Trait], resource: Resource) -> Thing {
    Thing { kind, traits, states: vec![State { name: String::new(), resource }] }
}

fn placed(noun: &'static str) -> Resource {
    Resource::new(noun, "x").places([commune(), province(), country()])
}

fn seated(noun: &'static str) -> Resource {
    let [member, secretary, chair] = seats();
    Resource::new(noun, "x")
        .text("place", province())
        .texts("members", [member, secretary, chair])
        .texts("secretaries", [secretary])
        .texts("chairs", [chair])
}

fn yes_or_no([no, yes]: [&str; 2], resource: impl Fn(bool) -> Resource) -> Vec<State> {
    [(no, false), (yes, true)]
        .map(|(name, flag)| State { name: name.to_owned(), resource: resource(flag) })
        .into()
}

/// All of them, from the ground up.
pub(super) fn all() -> Vec<Thing> {
    use Trait::{Owned, Placed, Produced, Seated};
    let account = Resource::new("account", own()).text("owner", own());
    let consent = placed("consent").producer(producer()).text("account", own());
    let none_recused = Vec::<String>::new;
    let case_file = |back: bool| {
        let recused = if back { seats().map(|seat| seat.to_string()).to_vec() } else { none_recused() };
        seated("case-file").texts("recused", recused)
    };
    let ballot = |back| Resource::new("ballot", "x").text("owner", own()).flag("recused", back);
    let decision = Resource::new("decision", "x").text("place", province()).texts("producers", [producer()]);
    let letter = |of_one: bool| if of_one { decision.clone().producer(producer()) } else { decision.clone() };
    let paper = |under_review| placed("paper").producer(producer()).flag("under_review", under_review);
    vec![
        alike("Installation", &[], Resource::installation()),
        alike("Account", &[Owned], account),
        alike("Consent", &[Placed, Produced, Owned], consent),
        alike("Place", &[Placed], placed("place")),
        alike("Producer", &[Placed, Produced], placed("producer").producer(producer())),
        alike("Product", &[Placed, Produced], placed("product").producer(producer())),
        alike("Vault", &[Placed, Produced], placed("vault").producer(producer())),
        Thing {
            kind: "Paper",
            traits: &[Placed, Produced],
            states: yes_or_no(["not under review", "under review"], paper),
        },
        dossiers(),
        alike("Council", &[Placed, Seated], seated("council")),
        alike("Sitting", &[Placed, Seated], seated("sitting")),
        Thing {
            kind: "CaseFile",
            traits: &[Placed, Seated],
            states: yes_or_no(["nobody stood back", "who asks stood back"], case_file),
        },
        Thing { kind: "Ballot", traits: &[Owned], states: yes_or_no(["marking", "stood back"], ballot) },
        Thing {
            kind: "Decision",
            traits: &[Placed, Produced],
            states: yes_or_no(["the whole", "one producer's part"], letter),
        },
        certificates(),
        alike("EventParty", &[Produced], Resource::new("event-party", "x").producer(producer())),
        alike("Logbook", &[Placed, Produced], placed("logbook").producer(producer())),
        alike("Inspection", &[Owned], Resource::new("inspection", own()).text("owner", own())),
    ]
}

fn dossiers() -> Thing {
    let at = |stage: &Stage| State {
        name: stage.to_string(),
        resource: placed("dossier")
            .producer(producer())
            .texts("communes", [commune()])
            .texts("provinces", [province(), country()])
            .text("stage", stage),
    };
    let states = Stage::ALL.iter().map(at).collect();
    Thing { kind: "Dossier", traits: &[Trait::Placed, Trait::Produced], states }
}

// Of the province: what the centre decided has the centre's office in place of it.
fn certificates() -> Thing {
    let at = |standing: &Standing| State {
        name: standing.to_string(),
        resource: placed("certificate")
            .producer(producer())
            .texts("offices", [province()])
            .text("standing", standing),
    };
    let states = Standing::ALL.iter().map(at).collect();
    Thing { kind: "Certificate", traits: &[Trait::Placed, Trait::Produced], states }
}
