//! A paper is stored once, cited many times, shown page by page; the same file elsewhere is noticed.

use dossier::self_assessment::{all_citations, gaps, marks, sheet_of};
use dossier::testing::{self, cast, cite, paper, pdf};
use ground::testing::Bed;
use ground::{Day, Role, both};
use people::testing::holder;

use crate::{ROOMS, house, rules};

both!(a_paper_is_put_in_and_read_page_by_page, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let house = house(bed);
    let path = format!("/papers?producer={}", cast.producer.id);
    let form = [("code", "E03"), ("title", "Hợp đồng gạo"), ("expires_on", "31/12/2027")];
    let reply = house.upload(&cast.helper, &path, &form, "file", ("hop-dong.pdf", &pdf("gao"))).await;
    assert_eq!(reply.status, 303, "{}", reply.text);
    let page = reply.location.unwrap();
    let shown = house.get(&cast.helper, &page).await;
    assert!(shown.text.contains("Hợp đồng gạo") && shown.text.contains("31/12/2027"), "{}", shown.text);
    assert!(shown.text.contains("Bạn đang làm thay"), "the band says for whom: {}", shown.text);
    let image = house.get(&cast.helper, &format!("{page}/pages/1")).await;
    assert_eq!(image.headers["content-type"], "image/jpeg");
    assert_eq!(house.get(&cast.helper, &format!("{page}/pages/2")).await.status, 404);
    let wrong = house.upload(&cast.owner, &path, &[("code", "E99"), ("title", "")], "file", ("x.pdf", &pdf("x"))).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("f-code") && wrong.text.contains("f-title"), "{}", wrong.text);
});

both!(the_same_file_of_another_producer_is_noticed_without_telling_whose, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let other = register::testing::producer(bed, &cast.commune, "Hộ Nguyễn Văn Bí Mật").await;
    let mine = paper(bed, &cast.producer, "E03", &pdf("chung"), None).await;
    paper(bed, &other, "E03", &pdf("chung"), None).await;
    paper(bed, &other, "E03", &pdf("rieng"), None).await;
    let house = house(bed);
    let path = format!("/papers/{mine}");
    let seen = house.get(&cast.owner, &path).await.text;
    assert!(seen.contains("Đúng tệp này đang nằm trong kho của một chủ thể khác"), "{seen}");
    assert!(!seen.contains("Bí Mật"), "{seen}");
    let seen = house.json(&cast.owner, &path).await.text;
    assert!(seen.contains("\"same_hidden\":true") && !seen.contains("Bí Mật"), "{seen}");
    // The officer of the commune sees both vaults.
    let seen = house.get(&cast.officer, &path).await.text;
    assert!(seen.contains("Hộ Nguyễn Văn Bí Mật · Giấy E03"), "{seen}");
});

both!(what_ends_before_the_decision_is_said, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    // 14/10/2026 is in time for the round whose results are out before 30/12/2026.
    let day = |text: &str| Day::parse(text);
    let short = paper(bed, &cast.producer, "E03", &pdf("a"), day("29/12/2026")).await;
    let long = paper(bed, &cast.producer, "E03", &pdf("b"), day("30/12/2026")).await;
    for id in [short, long] {
        cite(bed, &cast.owner, draft.id, "1.4", id).await;
    }
    let rules = bed.ground.rules.clone();
    let (pack, sheet) = sheet_of(&rules, &draft).unwrap();
    let cited = all_citations(&bed.ground.reader(), draft.id).await.unwrap();
    let marks = marks(&bed.ground.reader(), draft.id).await.unwrap();
    let gaps = gaps(pack, sheet, &draft, &marks, &cited, bed.ground.clock.today());
    assert_eq!(gaps.decision_by, day("30/12/2026"));
    assert_eq!(gaps.expiring.iter().map(|paper| paper.paper_id).collect::<Vec<_>>(), [short]);
    let page = house(bed).get(&cast.owner, &format!("/dossiers/{}", draft.id)).await.text;
    assert!(page.contains("hết hạn 29/12/2026"), "{page}");
});

both!(a_citation_keeps_to_the_producers_own_papers_and_their_pages, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let mine = paper(bed, &cast.producer, "E03", &pdf("a"), None).await;
    let other = register::testing::producer(bed, &cast.commune, "Hộ khác").await;
    let theirs = paper(bed, &other, "E03", &pdf("b"), None).await;
    let house = house(bed);
    let path = format!("/dossiers/{}/cite", draft.id);
    let send = async |paper: String, last: &str| {
        let form = [("criterion", "1.4"), ("paper", paper.as_str()), ("first_page", "1"), ("last_page", last)];
        house.post(&cast.owner, &path, &form).await
    };
    assert_eq!(send(mine.to_string(), "2").await.status, 422, "the paper has one page");
    assert_eq!(send(theirs.to_string(), "1").await.status, 422, "another producer's paper");
    assert_eq!(send(mine.to_string(), "1").await.status, 303);
    assert_eq!(all_citations(&bed.ground.reader(), draft.id).await.unwrap().len(), 1);
});

both!(a_paper_withdrawn_is_said_where_it_is_cited, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let draft = testing::draft(bed, &cast).await;
    let mine = paper(bed, &cast.producer, "E03", &pdf("a"), None).await;
    cite(bed, &cast.owner, draft.id, "1.4", mine).await;
    let house = house(bed);
    assert_eq!(house.post(&cast.owner, &format!("/papers/{mine}/withdraw"), &[]).await.status, 303);
    assert_eq!(house.post(&cast.owner, &format!("/papers/{mine}/withdraw"), &[]).await.status, 409);
    let page = house.get(&cast.owner, &format!("/dossiers/{}", draft.id)).await.text;
    assert!(page.contains("đã rút khỏi kho"), "{page}");
});

both!(an_officer_vouches_and_a_stranger_does_not_see, rules(), ROOMS, async |bed: &Bed| {
    let cast = cast(bed).await;
    let mine = paper(bed, &cast.producer, "E03", &pdf("a"), None).await;
    let house = house(bed);
    let vouch = format!("/papers/{mine}/vouch");
    assert_eq!(house.post(&cast.owner, &vouch, &[]).await.status, 403);
    assert_eq!(house.post(&cast.officer, &vouch, &[]).await.status, 303);
    let page = house.get(&cast.owner, &format!("/papers/{mine}")).await.text;
    assert!(page.contains("Lê Hồng Vân, 14/10/2026"), "{page}");
    let elsewhere = register::testing::commune(bed, "Xã Nơi Khác").await;
    let stranger = holder(bed, Role::Officer, elsewhere.id, "Người lạ").await;
    assert_eq!(house.get(&stranger, &format!("/papers/{mine}")).await.status, 404);
    assert_eq!(house.get(&stranger, &format!("/papers/{mine}/pages/1")).await.status, 404);
});
