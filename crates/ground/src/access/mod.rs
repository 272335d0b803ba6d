//! Who may do what: Cedar policies, one file a room, validated against one schema at start; deny by default.

mod resource;

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicyId,
    PolicySet, Request, RestrictedExpression, Schema, SchemaFragment, ValidationMode, Validator,
};
pub use resource::{Attribute, Resource};

use crate::{Actor, Refusal, RefusalKind, Result, Role};

/// The policies of one room.
#[derive(Clone, Copy, Debug)]
pub struct RoomPolicies {
    /// The room, for messages.
    pub room: &'static str,
    /// Its entity types and intents.
    pub schema: &'static str,
    /// Its policies; each has an `@id`, and `@on_behalf` where it rests on a producer's consent.
    pub policies: &'static str,
}

/// The policies every installation has.
pub const GROUND: RoomPolicies = RoomPolicies {
    room: "ground",
    schema: include_str!("../../policies/ground.cedarschema"),
    policies: include_str!("../../policies/ground.cedar"),
};

/// What an allowed intent rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The actor's own role.
    OwnRight,
    /// A producer's consent that the actor acts for it.
    Consent,
}

/// The policies in force.
pub struct Access {
    policies: PolicySet,
    schema: Schema,
    authorizer: Authorizer,
}

impl Access {
    /// Parses and validates the policies of all rooms.
    ///
    /// # Errors
    /// A schema or policy that does not parse or validate, by its room.
    pub fn load(rooms: &[RoomPolicies]) -> std::result::Result<Self, String> {
        let mut fragments = Vec::new();
        let mut policies = PolicySet::new();
        for room in rooms {
            let (fragment, _) = SchemaFragment::from_cedarschema_str(room.schema)
                .map_err(|e| format!("schema of {}: {e:?}", room.room))?;
            fragments.push(fragment);
            let set = PolicySet::from_str(room.policies)
                .map_err(|e| format!("policies of {}: {e:?}", room.room))?;
            for policy in set.policies() {
                let id =
                    policy.annotation("id").ok_or_else(|| format!("{}: a policy without @id", room.room))?;
                policies.add(policy.new_id(PolicyId::new(id))).map_err(|e| format!("{}: {e}", room.room))?;
            }
        }
        let schema = Schema::from_schema_fragments(fragments).map_err(|e| format!("{e:?}"))?;
        let verdict = Validator::new(schema.clone()).validate(&policies, ValidationMode::Strict);
        let faults: Vec<String> = verdict.validation_errors().map(ToString::to_string).collect();
        if !faults.is_empty() {
            return Err(faults.join("\n"));
        }
        Ok(Self { policies, schema, authorizer: Authorizer::new() })
    }

    /// Whether the actor may; the same answer shows or hides the button.
    pub fn allows(&self, actor: &Actor, intent: &str, resource: &Resource) -> bool {
        matches!(self.decide(actor, intent, resource), Ok(Some(_)))
    }

    /// What the permission rests on.
    ///
    /// # Errors
    /// `not-signed-in` for a visitor, `not-allowed` otherwise.
    pub fn require(&self, actor: &Actor, intent: &str, resource: &Resource) -> Result<Basis> {
        match self.decide(actor, intent, resource) {
            Ok(Some(basis)) => Ok(basis),
            Ok(None) if actor.user.is_none() && !actor.is_system => {
                Err(Refusal::new(RefusalKind::NotSignedIn, "not-signed-in"))
            }
            Ok(None) => Err(Refusal::new(RefusalKind::NotAllowed, "not-allowed")),
            Err(fault) => Err(Refusal::unexpected(fault)),
        }
    }

    /// Every intent, in alphabetical order.
    pub fn intents(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.schema.actions().map(|uid| uid.id().unescaped().to_owned()).collect();
        names.sort();
        names
    }

    /// The Cedar types of the things an intent is for.
    pub fn things_of(&self, intent: &str) -> Vec<String> {
        let action = uid("Action", intent).ok();
        let types = action.as_ref().and_then(|action| self.schema.resources_for_action(action));
        types.into_iter().flatten().map(ToString::to_string).collect()
    }

    fn decide(
        &self,
        actor: &Actor,
        intent: &str,
        resource: &Resource,
    ) -> std::result::Result<Option<Basis>, String> {
        let user = uid("User", &actor.user.map_or_else(|| actor.name.clone(), |id| id.to_string()))?;
        let thing = uid(&resource.type_name(), &resource.id)?;
        let principal = Entity::new(user.clone(), principal_attributes(actor), HashSet::new());
        let target = Entity::new(thing.clone(), resource.attributes(), HashSet::new());
        let entities = Entities::from_entities(
            [principal.map_err(|e| e.to_string())?, target.map_err(|e| e.to_string())?],
            None,
        )
        .map_err(|e| e.to_string())?;
        let request = Request::new(user, uid("Action", intent)?, thing, Context::empty(), None)
            .map_err(|e| e.to_string())?;
        let answer = self.authorizer.is_authorized(&request, &self.policies, &entities);
        if let Some(fault) = answer.diagnostics().errors().next() {
            return Err(format!("{intent} on {}: {fault}", resource.noun));
        }
        if answer.decision() == Decision::Deny {
            return Ok(None);
        }
        let by_consent =
            answer.diagnostics().reason().all(|id| self.policies.annotation(id, "on_behalf").is_some());
        Ok(Some(if by_consent { Basis::Consent } else { Basis::OwnRight }))
    }
}

fn uid(type_name: &str, id: &str) -> std::result::Result<EntityUid, String> {
    let type_name = EntityTypeName::from_str(type_name).map_err(|e| e.to_string())?;
    Ok(EntityUid::from_type_name_and_id(type_name, EntityId::new(id)))
}

fn principal_attributes(actor: &Actor) -> HashMap<String, RestrictedExpression> {
    let places = |role: Role| actor.places_as(role).map(|place| place.to_string()).collect::<Vec<_>>();
    let producers = |role: Role| {
        let held = actor.roles.iter().filter(move |held| held.role == role);
        held.filter_map(|held| match held.scope {
            crate::Scope::Producer(producer) => Some(producer.to_string()),
            crate::Scope::Place(_) => None,
        })
        .collect::<Vec<_>>()
    };
    let sets = [
        ("officer_in", places(Role::Officer)),
        ("volunteer_in", places(Role::Volunteer)),
        ("advisory_in", places(Role::Advisory)),
        ("council_in", places(Role::CouncilMember)),
        ("secretary_in", places(Role::Secretary)),
        ("chair_in", places(Role::Chair)),
        ("leader_in", places(Role::Leader)),
        ("inspector_in", places(Role::Inspector)),
        ("editor_in", places(Role::Editor)),
        ("administrator_in", places(Role::Administrator)),
        ("owner_of", producers(Role::Owner)),
        ("member_of", producers(Role::Member)),
        ("acts_for", actor.consents.iter().map(|consent| consent.producer.to_string()).collect()),
    ];
    let mut attributes: HashMap<_, _> =
        sets.into_iter().map(|(name, keys)| (name.to_owned(), Attribute::Texts(keys).expression())).collect();
    attributes.insert("signed_in".to_owned(), RestrictedExpression::new_bool(actor.user.is_some()));
    attributes.insert("is_system".to_owned(), RestrictedExpression::new_bool(actor.is_system));
    let id = actor.user.map(|id| id.to_string()).unwrap_or_default();
    attributes.insert("id".to_owned(), RestrictedExpression::new_string(id));
    attributes
}
