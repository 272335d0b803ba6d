//! Marks are saved one by one; nobody's mark is overwritten unseen.

use axum_http::{Request, header};
use dossier::self_assessment::{Marked, Wanted, mark, marks};
use dossier::testing::{self, cast, seen};
use ground::both;
use ground::testing::Bed;
use ocop::{CriterionId, Mark, Points};

use crate::{ROOMS, house, rules};

mod axum_http {
    pub(super) use axum::http::{Request, header};
}

fn one(criterion: &str, points: u8) -> Wanted {
    let mut wanted = Wanted::default();
    wanted.marks.insert(criterion.to_owned(), Some(Mark { case: None, points: Points::new(points) }));
    wanted
}

both!(a_mark_someone_else_wrote_since_is_not_overwritten, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let (owner, helper) = (seen(bed, &cast.owner, draft.id).await, seen(bed, &cast.helper, draft.id).await);
    let version = draft.version;
    assert_eq!(mark(&bed.ground, &cast.owner, &owner, version, one("1.4", 2)).await.unwrap(), Marked::Saved(version + 1));
    // The helper read the page before: the same criterion clashes, another one does not.
    let clash = mark(&bed.ground, &cast.helper, &helper, version, one("1.4", 1)).await.unwrap();
    assert_eq!(clash, Marked::Clash(vec!["1.4".into()]));
    let other = mark(&bed.ground, &cast.helper, &helper, version, one("1.5", 1)).await.unwrap();
    assert_eq!(other, Marked::Saved(version), "the helper has still not seen what the owner wrote");
    let clash = mark(&bed.ground, &cast.helper, &helper, version, one("1.4", 1)).await.unwrap();
    assert_eq!(clash, Marked::Clash(vec!["1.4".into()]));
    // The owner may change its own mark again, and a reader who saw it may change it too.
    let own = mark(&bed.ground, &cast.owner, &owner, version + 1, one("1.4", 3)).await.unwrap();
    assert_eq!(own, Marked::Saved(version + 1));
    let later = mark(&bed.ground, &cast.helper, &helper, version + 3, one("1.4", 1)).await.unwrap();
    assert_eq!(later, Marked::Saved(version + 4));
    let stands = marks(&bed.ground.reader(), draft.id).await.unwrap();
    assert_eq!(stands[&CriterionId::from("1.4")].points, Points::new(1));
});

both!(both_versions_are_shown_where_two_wrote_the_same, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let house = house(bed);
    let path = format!("/dossiers/{}/marks", draft.id);
    let saved = house.post(&cast.owner, &path, &[("version", "1"), ("mark-1.4", "2")]).await;
    assert_eq!(saved.status, 303, "{}", saved.text);
    let page = house.post(&cast.helper, &path, &[("version", "1"), ("mark-1.4", "1"), ("mark-1.5", "1")]).await;
    assert!(page.text.contains("Lê Văn Tửu"), "{}", page.text);
    assert!(page.text.contains("value=\"2\" checked") && page.text.contains("value=\"1\""), "{}", page.text);
    assert!(page.text.contains("name=\"version\" value=\"2\""));
    // Nothing of a form that clashed was saved.
    let stands = marks(&bed.ground.reader(), draft.id).await.unwrap();
    assert_eq!(stands.len(), 1);
});

both!(a_script_learns_the_new_version_or_where_to_merge, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let house = house(bed);
    let send = async |actor: &ground::Actor, body: &'static str| {
        let request = Request::post(format!("/dossiers/{}/marks", draft.id))
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        house.send(actor, request.body(body.into()).unwrap()).await
    };
    let saved = send(&cast.owner, "version=1&mark-1.4=2").await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    assert!(saved.text.contains("\"version\":\"2\"") && saved.text.contains("saved_at"), "{}", saved.text);
    let clash = send(&cast.helper, "version=1&mark-1.4=1").await;
    assert_eq!(clash.status, 409);
    let merge = format!("/dossiers/{}/merge?mark-1.4=1", draft.id);
    assert!(clash.text.contains(&merge), "{}", clash.text);
    let page = house.get(&cast.helper, &merge).await;
    assert!(page.status == 200 && page.text.contains("Lê Văn Tửu"), "{}", page.text);
    let wrong = send(&cast.owner, "version=2&mark-1.4=77").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("mark-1.4"), "{}", wrong.text);
});

both!(a_criterion_that_does_not_apply_is_not_marked, rules(), ROOMS, async |bed: &Bed| {
    use ocop::sheet::Rule;
    let cast = cast(bed).await;
    let rules = bed.ground.rules.clone();
    let pack = rules.pack("qd26-2026").unwrap();
    let found = pack.sheets().iter().find_map(|sheet| {
        let dependent = sheet.criteria().iter().find(|c| c.rules.iter().any(|r| matches!(r, Rule::AppliesIf { .. })))?;
        Some((i32::from(sheet.set().get()), dependent.clone()))
    });
    let (set, criterion) = found.unwrap();
    let product = register::testing::product(bed, &cast.producer, set, "Sản phẩm khác").await;
    let cast = testing::Cast { product, ..cast };
    let draft = testing::draft(bed, &cast).await;
    let owner = seen(bed, &cast.owner, draft.id).await;
    let best = criterion.options.iter().map(|option| option.points.get()).max().unwrap();
    let refusal = mark(&bed.ground, &cast.owner, &owner, 1, one(criterion.id.as_str(), best)).await.unwrap_err();
    assert_eq!(refusal.fields[0].code, "does-not-apply");
});

both!(a_dossier_in_procedure_is_not_changed, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let filed = testing::submitted(bed, &cast).await;
    let owner = seen(bed, &cast.owner, filed.id).await;
    let refusal = mark(&bed.ground, &cast.owner, &owner, 99, one("1.4", 1)).await.unwrap_err();
    assert_eq!(refusal.code, "dossier-in-procedure");
    assert!(refusal.way_out.unwrap().ends_with("/procedure"));
});
