//! The top-level resources: what there is, and the events of each.

use serde_json::json;

use super::answer;
use super::event::{SCOPES, queried};
use super::operation::Operation;
use super::parameter::{self, FORMS, PAGE, VERSIONS};
use crate::problem::Kind;
use crate::resource::Resource;
use crate::store::WordPlace;

const TAG: &str = "resources";

/// `/epcis/eventTypes`, `/epcis/epcs`, `/epcis/bizSteps` and their like.
pub(super) fn operations() -> Vec<Operation> {
    Resource::ALL.into_iter().flat_map(of).collect()
}

fn of(resource: Resource) -> [Operation; 3] {
    let (path, one, what) = (resource.path(), id_of(resource), named(resource));
    let at = format!("/epcis/{path}");
    let schema = json!({ "type": "string", "minLength": 1, "examples": [example(resource)] });
    let id = || parameter::in_path("id", &format!("The {what}."), schema.clone());
    let list = Operation::get(&at, &format!("list{one}s"), &listed(resource));
    let inside = Operation::get(
        &format!("{at}/{{id}}"),
        &format!("show{one}"),
        &format!("What there is of one {what}"),
    );
    let events = Operation::get(
        &format!("{at}/{{id}}/events"),
        &format!("list{one}Events"),
        &format!("Events of one {what}"),
    );
    [
        list.of(TAG, SCOPES)
            .takes(PAGE)
            .negotiates(FORMS)
            .answers(
                200,
                answer::linked(
                    "A page of them, with the prefixes that `GS1-Extensions` declares where they fit.",
                    answer::PAGE,
                    "Collection",
                ),
            )
            .refuses(&[Kind::QueryParameter]),
        inside
            .of(TAG, SCOPES)
            .with(id())
            .negotiates(VERSIONS)
            .answers(200, answer::linked("Its resources.", answer::VERSIONS, "Collection"))
            .refuses(&[Kind::NoSuchResource]),
        queried(events.of(TAG, SCOPES).with(id())).refuses(&[Kind::NoSuchResource]),
    ]
}

// Words of the standard are listed whether or not they occur.
fn listed(resource: Resource) -> String {
    let what = named(resource);
    match resource {
        Resource::EventTypes => format!("Each {what} of the standard"),
        Resource::Words(WordPlace::BizStep | WordPlace::Disposition) => {
            format!("Each {what} of the standard, and each other that occurs in events the key may see")
        }
        _ => format!("Each {what} that occurs in events the key may see"),
    }
}

const fn id_of(resource: Resource) -> &'static str {
    match resource {
        Resource::EventTypes => "EventType",
        Resource::Epcs => "Epc",
        Resource::Words(WordPlace::BizStep) => "BizStep",
        Resource::Words(WordPlace::BizLocation) => "BizLocation",
        Resource::Words(WordPlace::ReadPoint) => "ReadPoint",
        Resource::Words(WordPlace::Disposition) => "Disposition",
    }
}

const fn named(resource: Resource) -> &'static str {
    match resource {
        Resource::EventTypes => "type of events",
        Resource::Epcs => "identifier of objects",
        Resource::Words(WordPlace::BizStep) => "business step",
        Resource::Words(WordPlace::BizLocation) => "business location",
        Resource::Words(WordPlace::ReadPoint) => "read point",
        Resource::Words(WordPlace::Disposition) => "disposition",
    }
}

const fn example(resource: Resource) -> &'static str {
    match resource {
        Resource::EventTypes => "ObjectEvent",
        Resource::Epcs => "https://id.gs1.org/01/08930000000013/10/A1",
        Resource::Words(WordPlace::BizStep) => "shipping",
        Resource::Words(WordPlace::Disposition) => "in_transit",
        Resource::Words(WordPlace::BizLocation | WordPlace::ReadPoint) => {
            "https://id.gs1.org/414/8930000000020"
        }
    }
}
