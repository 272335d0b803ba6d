//! The papers of a dossier, and all of it in one file.

use dossier::testing::{self, cast, cite, paper, pdf};
use ground::both;
use ground::jobs::{Registry, due_now};
use ground::testing::Bed;

use crate::{ROOMS, house, rules};

both!(the_three_forms_are_set_and_form_three_waits_for_findings, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let received = testing::received(bed, &cast).await;
    let house = house(bed);
    let form = async |n: u8| house.get(&cast.officer, &format!("/dossiers/{}/forms/0{n}.pdf", received.id)).await;
    for n in [1, 2] {
        let reply = form(n).await;
        assert!(reply.status == 200 && reply.text.starts_with("%PDF"), "form {n}: {}", reply.status);
    }
    assert_eq!(form(3).await.status, 404);
    let officer = testing::seen(bed, &cast.officer, received.id).await;
    testing::screen_all(bed, &cast.officer, &officer).await;
    assert!(form(3).await.text.starts_with("%PDF"));
    assert_eq!(form(4).await.status, 404);
});

both!(a_dossier_is_bound_into_one_file_by_a_job, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let contract = paper(bed, &cast.producer, "E03", &pdf("hop dong"), None).await;
    cite(bed, &cast.owner, draft.id, "1.4", contract).await;
    cite(bed, &cast.owner, draft.id, "1.1", contract).await;
    let house = house(bed);
    let path = format!("/dossiers/{}/bundle", draft.id);
    assert_eq!(house.post(&cast.owner, &path, &[]).await.status, 303);
    let page = format!("/dossiers/{}/procedure", draft.id);
    assert!(house.get(&cast.owner, &page).await.text.contains("<progress"));
    let registry = Registry::new(dossier::ROOM.workers.iter().copied(), []);
    assert!(due_now(&bed.ground, &registry).await.unwrap());
    let shown = house.get(&cast.owner, &page).await.text;
    let start = shown.find(&format!("/dossiers/{}/bundles/", draft.id)).unwrap_or_else(|| panic!("{shown}"));
    let href = shown[start..].split('"').next().unwrap();
    let file = house.get(&cast.owner, href).await;
    assert!(file.status == 200 && file.text.starts_with("%PDF"));
    assert!(file.text.contains("/Outlines"), "no bookmarks");
});
