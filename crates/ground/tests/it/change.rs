//! Nothing is written except through a change.

use ground::journal::{Broken, of_record, verify};
use ground::records::MigrateError;
use ground::testing::Bed;
use ground::{RefusalKind, both};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use crate::note::{ActiveModel, Entity, NoteId, ROOMS, note_of, rules, tamper, user, write};

both!(a_change_writes_data_and_journal_together, rules(), ROOMS, async |bed: &Bed| {
    let id = write(bed, "một").await;
    let reader = bed.ground.reader();
    assert_eq!(Entity::find_by_id(id).one(&reader).await.unwrap().unwrap().text, "một");
    let history = of_record(&reader, &user(1), "note", &id.to_string()).await.unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].edits[0].after["text"], "một");
});

both!(a_change_dropped_without_commit_never_happened, rules(), ROOMS, async |bed: &Bed| {
    let (owner, id) = (user(1), NoteId(bed.ground.clock.new_id()));
    let mut change = bed.ground.change(&owner, "write-note", &note_of(&owner, id)).await.unwrap();
    change.insert(ActiveModel { id: Set(id), text: Set("x".into()), secret: Set(None) }).await.unwrap();
    drop(change);
    assert!(Entity::find_by_id(id).one(&bed.ground.reader()).await.unwrap().is_none());
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().entries, 0);
});

both!(what_someone_else_has_just_added_is_a_conflict_and_no_fault, rules(), ROOMS, async |bed: &Bed| {
    let id = write(bed, "một").await;
    let owner = user(1);
    let mut change = bed.ground.change(&owner, "write-note", &note_of(&owner, id)).await.unwrap();
    let again = ActiveModel { id: Set(id), text: Set("hai".into()), secret: Set(None) };
    let refusal = change.insert(again).await.unwrap_err();
    assert_eq!((refusal.kind, refusal.code), (RefusalKind::Conflict, "changed-meanwhile"));
});

both!(a_stranger_may_not_open_a_change, rules(), ROOMS, async |bed: &Bed| {
    let id = NoteId(bed.ground.clock.new_id());
    let refused = bed.ground.change(&user(2), "write-note", &note_of(&user(1), id)).await.err().unwrap();
    assert_eq!(refused.kind, RefusalKind::NotAllowed);
    let refused = bed
        .ground
        .change(&ground::Actor::anonymous(), "write-note", &note_of(&user(1), id))
        .await
        .err()
        .unwrap();
    assert_eq!(refused.kind, RefusalKind::NotSignedIn);
});

both!(a_private_column_is_named_but_not_told, rules(), ROOMS, async |bed: &Bed| {
    let id = write(bed, "một").await;
    let owner = user(1);
    let before = Entity::find_by_id(id).one(&bed.ground.reader()).await.unwrap().unwrap();
    let mut change = bed.ground.change(&owner, "write-note", &note_of(&owner, id)).await.unwrap();
    let row = ActiveModel { id: Set(id), secret: Set(Some("khác".into())), ..Default::default() };
    change.update(&before, row).await.unwrap();
    change.commit().await.unwrap();
    let history = of_record(&bed.ground.reader(), &owner, "note", &id.to_string()).await.unwrap();
    assert_eq!(history[0].edits[0].after["secret"], "•");
    assert!(!format!("{history:?}").contains("mật") && !format!("{history:?}").contains("khác"));
});

both!(a_sealed_entry_is_seen_by_its_actor_alone, rules(), ROOMS, async |bed: &Bed| {
    let (owner, id) = (user(1), NoteId(bed.ground.clock.new_id()));
    let mut change = bed.ground.change(&owner, "write-note", &note_of(&owner, id)).await.unwrap();
    change.insert(ActiveModel { id: Set(id), text: Set("kín".into()), secret: Set(None) }).await.unwrap();
    change.seal("round");
    change.commit().await.unwrap();
    let key = id.to_string();
    assert_eq!(of_record(&bed.ground.reader(), &owner, "note", &key).await.unwrap().len(), 1);
    assert_eq!(of_record(&bed.ground.reader(), &user(2), "note", &key).await.unwrap().len(), 0);
});

both!(an_edited_entry_is_found, rules(), ROOMS, async |bed: &Bed| {
    for n in 0..3 {
        write(bed, &n.to_string()).await;
    }
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().broken, None);
    tamper(bed, "update journal set actor = 'kẻ khác' where seq = 2").await;
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().broken, Some(Broken::Edited(2)));
});

both!(a_missing_entry_is_found_in_the_middle_and_at_the_end, rules(), ROOMS, async |bed: &Bed| {
    for n in 0..3 {
        write(bed, &n.to_string()).await;
    }
    tamper(bed, "delete from journal where seq = 3").await;
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().broken, Some(Broken::CutShort(3)));
    tamper(bed, "delete from journal where seq = 1").await;
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().broken, Some(Broken::Missing(1)));
});

both!(swapped_entries_are_found, rules(), ROOMS, async |bed: &Bed| {
    for n in 0..3 {
        write(bed, &n.to_string()).await;
    }
    tamper(bed, "update journal set seq = -1 where seq = 2").await;
    tamper(bed, "update journal set seq = 2 where seq = 3").await;
    tamper(bed, "update journal set seq = 3 where seq = -1").await;
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().broken, Some(Broken::Edited(2)));
});

both!(a_reader_cannot_write, rules(), ROOMS, async |bed: &Bed| {
    let row =
        ActiveModel { id: Set(NoteId(bed.ground.clock.new_id())), text: Set("x".into()), secret: Set(None) };
    assert!(row.insert(&bed.ground.reader()).await.is_err());
    assert_eq!(Entity::find().all(&bed.ground.reader()).await.unwrap().len(), 0);
});

both!(a_newer_database_is_refused_by_the_name_of_its_migration, rules(), ROOMS, async |bed: &Bed| {
    tamper(bed, "insert into migration (name, position) values ('notes-0099', 99)").await;
    let migrations: Vec<_> = ROOMS.iter().flat_map(|room| room.migrations).copied().collect();
    match bed.ground.records.migrate(&migrations).await {
        Err(MigrateError::Newer(name)) => assert_eq!(name, "notes-0099"),
        other => panic!("{other:?}"),
    }
});

both!(concurrent_changes_make_one_unbroken_chain, rules(), ROOMS, async |bed: &Bed| {
    futures::future::join_all((0..20).map(async |n| write(bed, &n.to_string()).await)).await;
    let verified = verify(&bed.ground.reader()).await.unwrap();
    assert_eq!((verified.entries, verified.broken), (20, None));
});
