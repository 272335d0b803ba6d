//! The keys that sign.

use certificate::seal::{ensure, published, rotate, verify};
use certificate::testing::card;
use ground::testing::{Bed, system};
use ground::{Role, both};

use crate::bed::{ROOMS, Scene, day, rules};

both!(the_key_is_made_once_and_readable_by_its_owner_alone, rules(), ROOMS, async |bed: &Bed| {
    let first = ensure(&bed.ground).await.unwrap();
    assert_eq!(ensure(&bed.ground).await.unwrap().id(), first.id());
    let files: Vec<_> = std::fs::read_dir(bed.folder().join("keys")).unwrap().map(Result::unwrap).collect();
    assert_eq!(files.len(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(files[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
});

both!(what_an_old_key_signed_verifies_after_the_rotation, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let statement = card(bed, &scene.certificate).await.statement("https://sen.example", day("2026-10-14"));
    let before = ensure(&bed.ground).await.unwrap();
    let signed = before.sign(&statement).unwrap();
    bed.on(2026, 10, 15);
    let after = rotate(&bed.ground, &system()).await.unwrap();
    assert_ne!(after.id(), before.id());
    assert_eq!(ensure(&bed.ground).await.unwrap().id(), after.id());
    let keys = published(&bed.ground.reader()).await.unwrap();
    assert_eq!(keys.len(), 2);
    assert_eq!(verify(&signed, &keys, day("2026-10-15")).unwrap().key, before.id());
});

both!(an_officer_may_not_rotate_the_key, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    assert!(rotate(&bed.ground, &scene.officer()).await.is_err());
    let administrator = register::testing::person(9, Role::Administrator, &scene.places.province);
    assert!(rotate(&bed.ground, &administrator).await.is_ok());
});

both!(
    the_administrator_replaces_the_key_on_its_page_and_nobody_else_sees_the_page,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let administrator = register::testing::person(9, Role::Administrator, &scene.places.province);
        let before = ensure(&bed.ground).await.unwrap();
        assert!(scene.house.get(&administrator, "/signing-keys").await.text.contains(before.id()));
        assert_eq!(scene.house.get(&scene.officer(), "/signing-keys").await.status, 403);
        bed.on(2026, 10, 15);
        let reply = scene.house.post(&administrator, "/signing-keys", &[]).await;
        assert_eq!(reply.status, 303);
        let after = ensure(&bed.ground).await.unwrap();
        assert_ne!(after.id(), before.id());
        let page = scene.house.get(&administrator, "/signing-keys").await.text;
        assert!(page.contains(before.id()) && page.contains(after.id()));
    }
);
