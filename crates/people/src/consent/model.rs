//! What a consent is.

use ground::actor::{ConsentId, PlaceId, ProducerId, UserId};
use ground::files::FileHash;
use ground::records::Recorded;
use ground::{Day, OnBehalf, Resource, words_enum};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

words_enum! {
    /// What a producer consents to.
    ConsentScope {
        /// Declaring, handing in papers and following the dossier for it.
        Acting = "acting",
        /// Showing its photos, story and phone on public pages.
        Publishing = "publishing",
        /// Both.
        Everything = "everything",
    }
}

impl ConsentScope {
    /// Whether the holder may act for the producer.
    pub fn lets_act(self) -> bool {
        matches!(self, Self::Acting | Self::Everything)
    }

    /// Whether photos, story and phone may be shown in public.
    pub fn lets_publish(self) -> bool {
        matches!(self, Self::Publishing | Self::Everything)
    }
}

words_enum! {
    /// How a consent was given.
    HowGiven {
        /// On paper, signed; the paper is kept.
        SignedPaper = "signed-paper",
        /// In a call that was recorded.
        RecordedCall = "recorded-call",
        /// In a message; its picture is kept.
        Message = "message",
        /// In person, before a witness.
        InPerson = "in-person",
    }
}

impl HowGiven {
    /// Whether the proof is a paper or picture that must be handed in.
    pub fn needs_file(self) -> bool {
        matches!(self, Self::SignedPaper | Self::Message)
    }

    /// Whether someone else must have been there.
    pub fn needs_witness(self) -> bool {
        self == Self::InPerson
    }

    /// Whether it must be said where the proof is found.
    pub fn needs_note(self) -> bool {
        self == Self::RecordedCall
    }
}

/// A consent.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConsentId,
    /// Whose.
    pub producer_id: ProducerId,
    /// The producer's name when it was given.
    pub producer_name: String,
    /// The places the producer lay in when it was given, keys separated by spaces.
    pub places: String,
    /// Who may act.
    pub account_id: UserId,
    /// What for.
    pub scope: ConsentScope,
    /// How it was given.
    pub how_given: HowGiven,
    /// Who was there.
    pub witness: Option<String>,
    /// Where the proof is found, or anything else.
    pub note: Option<String>,
    /// The paper or picture.
    pub evidence_hash: Option<FileHash>,
    /// First day.
    pub given_on: Day,
    /// Last day.
    pub expires_on: Day,
    /// Who recorded it; none for the program itself.
    pub recorded_by: Option<UserId>,
    /// The day it was withdrawn; from then on it holds no more.
    pub withdrawn_on: Option<Day>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Recorded for Entity {
    const NOUN: &'static str = "consent";
    const PRIVATE: &'static [&'static str] = &["witness", "note"];
    fn key(row: &Model) -> String {
        row.id.to_string()
    }
}

impl Model {
    /// Whether it holds on a day.
    pub fn is_in_force(&self, day: Day) -> bool {
        self.withdrawn_on.is_none() && self.given_on <= day && day <= self.expires_on
    }

    /// As an actor carries it.
    pub fn on_behalf(&self) -> OnBehalf {
        OnBehalf {
            producer: self.producer_id,
            producer_name: self.producer_name.clone(),
            consent: self.id,
            given_on: self.given_on,
        }
    }

    /// The consent as policies see it.
    pub fn resource(&self) -> Resource {
        let places: Vec<PlaceId> = self.places.split(' ').filter_map(|key| key.parse().ok()).collect();
        resource(self.id, self.producer_id, &places, self.account_id)
    }
}

/// A consent as policies see it.
pub fn resource(id: ConsentId, producer: ProducerId, places: &[PlaceId], account: UserId) -> Resource {
    Resource::new("consent", id).producer(producer).places(places.iter().copied()).text("account", account)
}
