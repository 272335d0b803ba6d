//! Changes that come in a crowd share a commit and nothing else.

use std::sync::Arc;

use ground::journal::{of_record, verify};
use ground::records::Crowd;
use ground::testing::Bed;
use ground::{RefusalKind, Result, both};
use sea_orm::EntityTrait;

use crate::note::{Entity, Model, NoteId, ROOMS, note_of, rules, user};

fn note(id: NoteId, text: &str) -> Model {
    Model { id, text: text.to_owned(), secret: None }
}

both!(changes_made_together_have_an_entry_each_in_one_chain, rules(), ROOMS, async |bed: &Bed| {
    let mut together = bed.ground.together().await.unwrap();
    let mut rows = Vec::new();
    for n in 1..=20 {
        let id = NoteId(bed.ground.clock.new_id());
        let entered = together.enter(&user(n), "write-note", &note_of(&user(n), id)).unwrap();
        rows.push((entered, None, note(id, "một")));
    }
    together.put::<Entity>(rows).await.unwrap();
    together.commit().await.unwrap();
    assert_eq!(Entity::find().all(&bed.ground.reader()).await.unwrap().len(), 20);
    let verified = verify(&bed.ground.reader()).await.unwrap();
    assert_eq!((verified.entries, verified.broken), (20, None));
});

both!(of_two_rows_of_one_key_the_last_stands_and_both_are_told, rules(), ROOMS, async |bed: &Bed| {
    let (owner, id) = (user(1), NoteId(bed.ground.clock.new_id()));
    let mut together = bed.ground.together().await.unwrap();
    let first = together.enter(&owner, "write-note", &note_of(&owner, id)).unwrap();
    let second = together.enter(&owner, "write-note", &note_of(&owner, id)).unwrap();
    let (one, two) = (note(id, "một"), note(id, "hai"));
    together.put::<Entity>(vec![(first, None, one.clone()), (second, Some(one), two)]).await.unwrap();
    together.commit().await.unwrap();
    let row = Entity::find_by_id(id).one(&bed.ground.reader()).await.unwrap().unwrap();
    assert_eq!(row.text, "hai");
    let history = of_record(&bed.ground.reader(), &owner, "note", &id.to_string()).await.unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!(history[0].edits[0].before["text"], "một");
});

both!(one_who_may_not_is_refused_and_the_others_stand, rules(), ROOMS, async |bed: &Bed| {
    let (owner, id) = (user(1), NoteId(bed.ground.clock.new_id()));
    let mut together = bed.ground.together().await.unwrap();
    let refused = together.enter(&user(2), "write-note", &note_of(&owner, id)).err().unwrap();
    assert_eq!(refused.kind, RefusalKind::NotAllowed);
    let entered = together.enter(&owner, "write-note", &note_of(&owner, id)).unwrap();
    together.put::<Entity>(vec![(entered, None, note(id, "một"))]).await.unwrap();
    together.commit().await.unwrap();
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().entries, 1);
});

both!(a_sealed_entry_is_seen_by_all_once_the_seal_is_broken, rules(), ROOMS, async |bed: &Bed| {
    let (owner, id) = (user(1), NoteId(bed.ground.clock.new_id()));
    let mut together = bed.ground.together().await.unwrap();
    let entered = together.enter(&owner, "write-note", &note_of(&owner, id)).unwrap();
    together.seal(entered, "round");
    together.put::<Entity>(vec![(entered, None, note(id, "kín"))]).await.unwrap();
    together.commit().await.unwrap();
    let seen =
        async || of_record(&bed.ground.reader(), &user(2), "note", &id.to_string()).await.unwrap().len();
    assert_eq!(seen().await, 0);
    let mut change = bed.ground.change(&owner, "write-note", &note_of(&owner, id)).await.unwrap();
    change.unseal("round");
    change.commit().await.unwrap();
    assert_eq!(seen().await, 2);
    assert_eq!(verify(&bed.ground.reader()).await.unwrap().broken, None);
});

#[tokio::test(flavor = "multi_thread")]
async fn everyone_in_a_crowd_gets_the_answer_to_their_own_thing() {
    let crowd = Arc::new(Crowd::<u32, u32>::default());
    let brought = (0..200).map(|n| {
        crowd.clone().bring(n, 16, async |things: Vec<u32>| {
            things.into_iter().map(|thing| Ok(thing * 2)).collect::<Vec<Result<u32>>>()
        })
    });
    let answers = futures::future::join_all(brought).await;
    for (n, answer) in (0..200).zip(answers) {
        assert_eq!(answer.unwrap(), n * 2);
    }
}
