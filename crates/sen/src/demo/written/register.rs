//! `producers.yaml`, `products.yaml` and `papers/`.

use ground::Day;
use people::consent::{ConsentScope, HowGiven};
use register::producer::{Disability, MemberKind, ProducerKind, Sex};
use serde::Deserialize;

use super::PlaceOn;

#[derive(Debug, Deserialize)]
pub(super) struct Producers {
    pub(super) producers: Vec<Producer>,
}

/// A producer.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Producer {
    pub(in crate::demo) key: String,
    pub(in crate::demo) name: String,
    pub(in crate::demo) kind: ProducerKind,
    /// Where and when it was entered.
    pub(in crate::demo) place: PlaceOn,
    pub(in crate::demo) address: String,
    pub(in crate::demo) registration: Option<Registration>,
    pub(in crate::demo) representative: Representative,
    pub(in crate::demo) phone: Option<String>,
    pub(in crate::demo) email: Option<String>,
    #[serde(default)]
    pub(in crate::demo) public_phone: bool,
    #[serde(default)]
    pub(in crate::demo) members: Vec<Member>,
    #[serde(default)]
    pub(in crate::demo) consents: Vec<Consent>,
}

/// A business registration.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Registration {
    pub(in crate::demo) number: String,
    pub(in crate::demo) on: Day,
    pub(in crate::demo) by: String,
}

/// The legal representative.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Representative {
    pub(in crate::demo) name: String,
    pub(in crate::demo) title: Option<String>,
    pub(in crate::demo) sex: Option<Sex>,
    pub(in crate::demo) ethnicity: Option<String>,
    pub(in crate::demo) disability: Option<Disability>,
}

/// A member.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Member {
    pub(in crate::demo) kind: MemberKind,
    pub(in crate::demo) name: String,
    pub(in crate::demo) title: Option<String>,
    pub(in crate::demo) joined_on: Option<Day>,
}

/// A consent that an account acts for the producer.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Consent {
    pub(in crate::demo) account: String,
    pub(in crate::demo) scope: ConsentScope,
    pub(in crate::demo) how_given: HowGiven,
    pub(in crate::demo) given_on: Day,
    pub(in crate::demo) expires_on: Day,
    pub(in crate::demo) withdrawn_on: Option<Day>,
    pub(in crate::demo) witness: Option<String>,
    pub(in crate::demo) note: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Products {
    pub(super) products: Vec<Product>,
}

/// A product.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Product {
    pub(in crate::demo) key: String,
    pub(in crate::demo) producer: String,
    pub(in crate::demo) set: i32,
    pub(in crate::demo) name: String,
    pub(in crate::demo) unit: Option<String>,
    pub(in crate::demo) story: String,
    pub(in crate::demo) place: Option<PlaceOn>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Vaults {
    pub(super) vaults: Vec<Vault>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Vault {
    pub(super) producer: String,
    pub(super) papers: Vec<Paper>,
}

/// A paper of a vault.
#[derive(Debug, Deserialize)]
pub(in crate::demo) struct Paper {
    pub(in crate::demo) key: String,
    pub(in crate::demo) code: String,
    pub(in crate::demo) title: String,
    pub(in crate::demo) issuer: Option<String>,
    pub(in crate::demo) number: Option<String>,
    pub(in crate::demo) issued_on: Option<Day>,
    pub(in crate::demo) expires_on: Option<Day>,
    pub(in crate::demo) pages: u32,
    pub(in crate::demo) added_on: Day,
    pub(in crate::demo) added_by: String,
    pub(in crate::demo) text: Vec<String>,
}
