//! What the inbox says to the office of a council.

use council::case_file::{self, NewCase};
use council::testing::{called, council, ready};
use ground::testing::Bed;
use ground::{Actor, both};
use register::testing::{producer, product, sa_dec};
use web::testing::House;

use crate::set_up::{ROOMS, rules};

async fn told(house: &House, who: &Actor) -> Vec<(String, String)> {
    let tasks = council::tasks(&house.here(who)).await.unwrap();
    tasks.into_iter().map(|task| (task.title, task.href)).collect()
}

both!(
    the_office_is_told_how_many_dossiers_wait_until_they_are_on_an_agenda,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let places = sa_dec(bed).await;
        let maker = producer(bed, &places.sa_dec, "HTX Tân Tây").await;
        let house = House::new(bed.ground.clone(), ROOMS, council::routes());
        let officer = people::testing::officer(bed, places.province.id, "Cán Bộ Tỉnh").await;
        let ward = people::testing::officer(bed, places.sa_dec.id, "Cán Bộ Phường").await;
        assert_eq!(told(&house, &officer).await, []);
        let mut waiting = Vec::new();
        for (set, name) in [(14, "Sa Đéc Tửu"), (6, "Hủ tiếu khô")] {
            waiting.push(ready(bed, product(bed, &maker, set, name).await.id).await.id);
        }
        let wait = |count: usize, href: &str| [(format!("{count} hồ sơ chờ Hội đồng"), href.to_owned())];
        assert_eq!(told(&house, &officer).await, wait(2, "/councils/new"));
        assert_eq!(told(&house, &ward).await, []);

        let cast = council(bed, &places.province, 4).await;
        let page = format!("/councils/{}", cast.council);
        for who in [&officer, &cast.secretary] {
            assert_eq!(told(&house, who).await, wait(2, &page));
            assert_eq!(house.get(who, &page).await.status, 200);
        }
        assert_eq!(told(&house, &cast.members[0]).await, []);

        // A sitting is called: what is left is for who writes its agenda.
        let (sitting, _) = called(bed, &cast, &waiting[..1]).await;
        let agenda = format!("/sittings/{sitting}/agenda");
        assert_eq!(told(&house, &cast.secretary).await, wait(1, &agenda));
        assert_eq!(house.get(&cast.secretary, &agenda).await.status, 200);
        assert_eq!(told(&house, &officer).await, []);
        let new = NewCase { application: waiting[1] };
        case_file::enter(&bed.ground, &cast.secretary, sitting, new).await.unwrap();
        assert_eq!(told(&house, &cast.secretary).await, []);
    }
);
