//! Who may do what, at each stage: deny by default.

use dossier::application::{Stage, resource};
use dossier::testing::{self, Cast, cast};
use ground::testing::Bed;
use ground::{Actor, Resource, Role, both};
use people::testing::holder;

use crate::{ROOMS, rules};

const STAGES: [Stage; 9] = [
    Stage::Draft,
    Stage::Returned,
    Stage::Commune,
    Stage::Province,
    Stage::Advisory,
    Stage::Council,
    Stage::Decision,
    Stage::Centre,
    Stage::Closed,
];

/// Intent, and for each role the stages at which it is allowed: `*` always, `-` never, `w` while the producer writes,
/// `r` from the advisory team on, `a` while the advisory team has it.
const TABLE: &[(&str, &[(&str, char)])] = &[
    ("see-dossier", &[("owner", '*'), ("helper", '*'), ("officer", '*'), ("unit", '*'), ("adviser", 'r'), ("member", 'r')]),
    ("comment-dossier", &[("owner", '*'), ("helper", '*'), ("officer", '*'), ("unit", '*'), ("adviser", 'a')]),
    ("bind-dossier", &[("owner", '*'), ("helper", '*'), ("officer", '*'), ("unit", '*'), ("adviser", 'r'), ("member", 'r')]),
    ("mark-dossier", &[("owner", 'w'), ("helper", 'w')]),
    ("cite-paper", &[("owner", 'w'), ("helper", 'w')]),
    ("drop-citation", &[("owner", 'w'), ("helper", 'w')]),
    ("submit-dossier", &[("owner", 'w'), ("helper", 'w')]),
    ("receive-dossier", &[("officer", '*')]),
    ("screen-dossier", &[("officer", '*')]),
    ("forward-dossier", &[("officer", '*')]),
    ("return-dossier", &[("officer", '*'), ("unit", '*'), ("adviser", '*')]),
    ("accept-dossier", &[("unit", '*')]),
    ("advise-dossier", &[("adviser", '*')]),
    ("report-dossier", &[("adviser", '*')]),
    ("place-dossier", &[]),
    ("keep-bundle", &[]),
];

fn expected(mark: Option<char>, stage: Stage) -> bool {
    match mark {
        Some('*') => true,
        Some('w') => stage.is_open(),
        Some('a') => stage == Stage::Advisory,
        Some('r') => {
            !matches!(stage, Stage::Draft | Stage::Returned | Stage::Commune | Stage::Province)
        }
        _ => false,
    }
}

async fn people(bed: &Bed, cast: &Cast) -> Vec<(&'static str, Actor)> {
    let elsewhere = register::testing::commune(bed, "Xã Nơi Khác").await;
    let other = register::testing::producer(bed, &elsewhere, "Hộ khác").await;
    vec![
        ("owner", cast.owner.clone()),
        ("helper", cast.helper.clone()),
        ("officer", cast.officer.clone()),
        ("unit", cast.unit.clone()),
        ("adviser", cast.adviser.clone()),
        ("member", cast.member.clone()),
        ("anonymous", Actor::anonymous()),
        ("officer elsewhere", holder(bed, Role::Officer, elsewhere.id, "a").await),
        ("other owner", people::testing::owner(bed, other.id, "b").await),
        ("inspector", holder(bed, Role::Inspector, cast.commune.id, "c").await),
        ("volunteer without consent", holder(bed, Role::Volunteer, cast.commune.id, "d").await),
        ("administrator", holder(bed, Role::Administrator, cast.province.id, "e").await),
    ]
}

both!(each_role_does_what_the_table_says_and_nothing_else, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let mut draft = testing::draft(bed, &cast).await;
    let people = people(bed, &cast).await;
    let places = testing::places(bed, &draft).await;
    for stage in STAGES {
        draft.stage = stage;
        let resource = resource(&draft, &places);
        for (intent, row) in TABLE {
            for (role, actor) in &people {
                let mark = row.iter().find(|(known, _)| known == role).map(|(_, mark)| *mark);
                let allowed = bed.ground.access.allows(actor, intent, &resource);
                assert_eq!(allowed, expected(mark, stage), "{role}, {intent}, {stage}");
            }
        }
    }
});

both!(papers_are_for_the_producer_its_helpers_and_its_offices, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let people = people(bed, &cast).await;
    let base = |noun| Resource::new(noun, "x").places([cast.commune.id, cast.province.id]).producer(cast.producer.id);
    let table: &[(&str, Resource, &[&str])] = &[
        ("see-vault", base("vault"), &["owner", "helper", "officer", "unit"]),
        ("add-paper", base("vault"), &["owner", "helper"]),
        ("open-dossier", base("vault"), &["owner", "helper"]),
        ("see-paper", base("paper").flag("under_review", false), &["owner", "helper", "officer", "unit"]),
        ("see-paper", base("paper").flag("under_review", true), &["owner", "helper", "officer", "unit", "adviser", "member"]),
        ("edit-paper", base("paper").flag("under_review", true), &["owner", "helper"]),
        ("withdraw-paper", base("paper").flag("under_review", true), &["owner", "helper"]),
        ("vouch-paper", base("paper").flag("under_review", false), &["officer", "unit"]),
    ];
    for (intent, resource, allowed) in table {
        for (role, actor) in &people {
            assert_eq!(bed.ground.access.allows(actor, intent, resource), allowed.contains(role), "{role}, {intent}");
        }
    }
});

both!(what_is_done_on_behalf_says_for_whom_and_by_which_consent, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    testing::mark_all(bed, &cast.helper, draft.id).await;
    let lines = ground::journal::of_producer(&bed.ground.reader(), &cast.owner, cast.producer.id).await.unwrap();
    let marked = lines.iter().find(|line| line.intent == "mark-dossier").unwrap();
    assert_eq!((marked.actor.as_str(), marked.consent), ("Đoàn Thị Hai", Some(cast.helper.consents[0].consent)));
    let opened = lines.iter().find(|line| line.intent == "open-dossier").unwrap();
    assert_eq!((opened.actor.as_str(), opened.consent), ("Lê Văn Tửu", None));
});
