//! Who may do what: role × intent × where, deny by default.

use ground::testing::Bed;
use ground::{Actor, Resource, Role, both};
use register::place::scope;
use register::testing::{Places, owner, person, producer, product, sa_dec};

use crate::bed::{ROOMS, acting, rules};

const PRODUCER: [&str; 6] =
    ["see-producer", "see-private", "register-producer", "edit-producer", "edit-members", "add-product"];
const PRODUCT: [&str; 4] = ["see-product", "edit-product", "edit-photos", "assign-code"];
const PLACE: [&str; 2] = ["import-places", "import-register"];
// The program itself does it, and nobody else.
const INSTALLATION: [&str; 1] = ["turn-places"];

/// A row of the table: the intents that are allowed, all others are not.
struct Row {
    who: &'static str,
    actor: Actor,
    may: &'static [&'static str],
}

async fn table(bed: &Bed, places: &Places) -> (Vec<Row>, Vec<Resource>) {
    let maker = producer(bed, &places.tan_quy_tay, "HTX nông nghiệp Tân Tây").await;
    let made = product(bed, &maker, 14, "Sa Đéc Tửu").await;
    let other = producer(bed, &places.sa_dec, "Hộ khác").await;
    let volunteer = people::testing::volunteer(bed, places.sa_dec.id, "Ba").await;
    let consent = people::testing::consent(bed, &volunteer, maker.id, &maker.name, &[places.sa_dec.id]).await;
    let outsider = people::testing::volunteer(bed, places.tan_duong.id, "Tư").await;
    let far = people::testing::consent(bed, &outsider, maker.id, &maker.name, &[places.sa_dec.id]).await;
    let member = people::testing::member(bed, maker.id, "Năm").await;
    let in_ward = |role| person(1, role, &places.sa_dec);
    const SEES: &[&str] = &["see-producer", "see-product"];
    const KEEPS: &[&str] = &[
        "see-producer",
        "see-private",
        "register-producer",
        "edit-producer",
        "edit-members",
        "add-product",
        "see-product",
        "edit-product",
        "edit-photos",
        "assign-code",
        "import-places",
        "import-register",
    ];
    const OWNS: &[&str] = &[
        "see-producer",
        "see-private",
        "edit-producer",
        "edit-members",
        "add-product",
        "see-product",
        "edit-product",
        "edit-photos",
    ];
    let row = |who, actor, may| Row { who, actor, may };
    let rows = vec![
        row("visitor", Actor::anonymous(), &[]),
        row("officer of the ward", in_ward(Role::Officer), KEEPS),
        row("officer of the province", person(1, Role::Officer, &places.province), KEEPS),
        row("officer of the country", person(1, Role::Officer, &places.country), KEEPS),
        row("officer elsewhere", person(1, Role::Officer, &places.tan_duong), &[]),
        row("volunteer", in_ward(Role::Volunteer), &["see-producer", "see-product", "register-producer"]),
        row(
            "volunteer with consent",
            acting(volunteer, &consent),
            &[
                "see-producer",
                "see-private",
                "register-producer",
                "edit-producer",
                "edit-members",
                "add-product",
                "see-product",
                "edit-product",
                "edit-photos",
            ],
        ),
        row("volunteer elsewhere with consent", acting(outsider, &far), OWNS),
        row("advisory", in_ward(Role::Advisory), SEES),
        row("council member", in_ward(Role::CouncilMember), SEES),
        row("secretary", in_ward(Role::Secretary), SEES),
        row("chair", in_ward(Role::Chair), SEES),
        row("leader", in_ward(Role::Leader), SEES),
        row("inspector", in_ward(Role::Inspector), SEES),
        row("editor", in_ward(Role::Editor), &[]),
        row("administrator", in_ward(Role::Administrator), &["import-places"]),
        row("owner", owner(1, &maker), OWNS),
        row("owner of another", owner(1, &other), &[]),
        row("member", member, &["see-producer", "see-product", "edit-product", "edit-photos"]),
    ];
    let (reader, today) = (bed.ground.reader(), bed.ground.clock.today());
    let of_maker = scope(&reader, maker.place_id, today).await.unwrap();
    let of_place = scope(&reader, places.sa_dec.id, today).await.unwrap();
    let resources = vec![
        register::producer::resource(&maker, &of_maker),
        register::product::resource(&made, &of_maker),
        register::place::resource(places.sa_dec.id, &of_place),
        Resource::installation(),
    ];
    (rows, resources)
}

both!(each_role_may_what_the_table_says_and_nothing_else, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let (rows, resources) = table(bed, &places).await;
    for row in rows {
        for (intents, resource) in
            [&PRODUCER[..], &PRODUCT, &PLACE, &INSTALLATION].into_iter().zip(&resources)
        {
            for intent in intents {
                let may = bed.ground.access.allows(&row.actor, intent, resource);
                assert_eq!(may, row.may.contains(intent), "{} · {intent}", row.who);
            }
        }
    }
});

both!(every_intent_of_the_register_is_in_the_table_and_in_the_words, rules(), ROOMS, async |bed: &Bed| {
    let mut known: Vec<&str> = [&PRODUCER[..], &PRODUCT, &PLACE, &INSTALLATION].concat();
    known.sort_unstable();
    let schema = register::ROOM.policies.schema;
    let mut written: Vec<String> = bed.ground.access.intents();
    written.retain(|intent| schema.contains(&format!("\"{intent}\"")));
    assert_eq!(written, known);
    for intent in known {
        assert!(register::ROOM.words.0.contains(&format!("journal-{intent} =")), "{intent}");
    }
});
