//! Lists of units: the dry run says what the import does, bad rows are named, a second import changes nothing.

use ground::testing::{Bed, system};
use ground::{Lang, Role, both};
use register::grid::Grid;
use register::place::import::{import, plan};
use register::place::{by_code, full_name, home_today, search};
use register::testing::{person, sa_dec};

use crate::bed::{ROOMS, day, house, rules};

const UNITS: &str = include_str!("../../../../demo/places/units.csv");
const FORMER: &str = include_str!("../../../../demo/places/former.csv");
const MERGERS: &str = include_str!("../../../../demo/places/mergers.csv");

fn grid(text: &str) -> Grid {
    Grid::read(text.as_bytes()).unwrap()
}

async fn demo(bed: &Bed) {
    for list in [UNITS, FORMER, MERGERS] {
        import(&bed.ground, &system(), &grid(list), day(2025, 7, 1)).await.unwrap();
    }
}

both!(the_lists_give_dong_thap_before_and_after, rules(), ROOMS, async |bed: &Bed| {
    demo(bed).await;
    let (reader, today) = (bed.ground.reader(), bed.ground.clock.today());
    let sa_dec = by_code(&reader, "29905", today).await.unwrap();
    assert_eq!(full_name(&reader, sa_dec.id, Lang::Vi).await.unwrap(), "phường Sa Đéc, tỉnh Đồng Tháp");
    let ward_1 = by_code(&reader, "29905", day(2025, 6, 30)).await.unwrap();
    let then = "phường 1, thành phố Sa Đéc, tỉnh Đồng Tháp";
    assert_eq!(full_name(&reader, ward_1.id, Lang::Vi).await.unwrap(), then);
    assert_eq!(home_today(&reader, ward_1.id, today).await.unwrap().id, sa_dec.id);
    let found = search(&reader, "tan quy tay", today).await.unwrap();
    assert_eq!(found[0].place.id, sa_dec.id);
    // Both former provinces are at home in the one of today, though one kept the name and the other the code.
    let new = by_code(&reader, "82", today).await.unwrap();
    for code in ["82", "87"] {
        let old = by_code(&reader, code, day(2025, 6, 30)).await.unwrap();
        assert_ne!(old.id, new.id);
        assert_eq!(home_today(&reader, old.id, today).await.unwrap().id, new.id, "{code}");
    }
    let tan_phu_dong = by_code(&reader, "29923", day(2025, 6, 30)).await.unwrap();
    assert_eq!(home_today(&reader, tan_phu_dong.id, today).await.unwrap().code, "30214");
});

both!(a_former_place_that_a_list_names_twice_is_one_place, rules(), ROOMS, async |bed: &Bed| {
    import(&bed.ground, &system(), &grid(UNITS), day(2025, 7, 1)).await.unwrap();
    let header = FORMER.lines().next().unwrap();
    let rows: Vec<_> = FORMER.lines().skip(1).collect();
    let backwards: Vec<_> = std::iter::once(header).chain(rows.iter().rev().copied()).collect();
    for list in [FORMER.to_owned(), backwards.join("\n")] {
        let plan = plan(&bed.ground.reader(), &grid(&list), day(2025, 7, 1)).await.unwrap();
        assert_eq!(plan.added(), rows.len(), "{:?}", plan.lines(Lang::Vi));
    }
    for list in [FORMER, MERGERS] {
        import(&bed.ground, &system(), &grid(list), day(2025, 7, 1)).await.unwrap();
    }
    let (reader, eve) = (bed.ground.reader(), day(2025, 6, 30));
    let city = by_code(&reader, "867", eve).await.unwrap();
    let province = by_code(&reader, "87", eve).await.unwrap();
    assert_eq!((city.parent_id, city.from), (Some(province.id), day(2013, 10, 14)));
    for code in ["29905", "29920"] {
        let commune = by_code(&reader, code, eve).await.unwrap();
        assert_eq!(commune.parent_id, Some(city.id), "{code}");
    }
});

both!(a_second_import_changes_nothing, rules(), ROOMS, async |bed: &Bed| {
    demo(bed).await;
    unchanged(bed).await;
});

both!(mergers_before_former_units_end_the_same, rules(), ROOMS, async |bed: &Bed| {
    for list in [UNITS, MERGERS, FORMER] {
        import(&bed.ground, &system(), &grid(list), day(2025, 7, 1)).await.unwrap();
    }
    unchanged(bed).await;
});

async fn unchanged(bed: &Bed) {
    for list in [UNITS, FORMER, MERGERS] {
        let plan = plan(&bed.ground.reader(), &grid(list), day(2025, 7, 1)).await.unwrap();
        assert_eq!(
            (plan.added(), plan.changed(), plan.closed(), plan.linked(), plan.problems.len()),
            (0, 0, 0, 0, 0),
            "{:?}",
            plan.lines(Lang::Vi)
        );
    }
}

both!(a_dry_run_writes_nothing, rules(), ROOMS, async |bed: &Bed| {
    let plan = plan(&bed.ground.reader(), &grid(UNITS), day(2025, 7, 1)).await.unwrap();
    assert_eq!(plan.added(), 1 + 34 + 102);
    assert!(by_code(&bed.ground.reader(), "29905", bed.ground.clock.today()).await.is_err());
});

both!(a_bad_row_is_named_and_nothing_is_imported, rules(), ROOMS, async |bed: &Bed| {
    let bad = "province_code,province,commune_code,type,name\n\
               82,Tỉnh Đồng Tháp,29905,Phường,Sa Đéc\n\
               8x,Tỉnh Đồng Tháp,29906,Phường,Khác\n\
               82,Đồng Tháp,29907,Phường,Khác\n\
               82,Tỉnh Đồng Tháp,29908,Khóm,Khác\n";
    let plan = plan(&bed.ground.reader(), &grid(bad), day(2025, 7, 1)).await.unwrap();
    let named: Vec<_> = plan.problems.iter().map(|bad| (bad.row, bad.problem.field.as_ref())).collect();
    assert_eq!(named, [(3, "province_code"), (4, "province"), (5, "type")]);
    let refused = import(&bed.ground, &system(), &grid(bad), day(2025, 7, 1)).await.unwrap_err();
    assert_eq!(refused.code, "register-rows-refused");
    assert!(by_code(&bed.ground.reader(), "29905", bed.ground.clock.today()).await.is_err());
    let mergers = "commune_code,type,name,formed_from\n29905,Phường,Sa Đéc,Phường 1 Sa Đéc\n";
    let plan = register::place::import::plan(&bed.ground.reader(), &grid(mergers), day(2025, 7, 1)).await;
    assert_eq!(plan.unwrap().problems[0].problem.code, "register-not-an-old-unit");
});

both!(what_is_wrong_with_a_row_is_said_once, rules(), ROOMS, async |bed: &Bed| {
    let row = |code: &str| {
        let old = "Phường 1 (Thành phố Sa Đéc, Tỉnh Đồng Tháp) 29905|Phường 2 (Thành phố Sa Đéc, Tỉnh Đồng Tháp) 29908";
        format!("{code},Phường,Sa Đéc,\"{old}|Phường 3 Sa Đéc|Phường 3 Sa Đéc\"\n")
    };
    let mergers = format!("commune_code,type,name,formed_from\n{}{}", row("29905"), row("29906"));
    let plan = plan(&bed.ground.reader(), &grid(&mergers), day(2025, 7, 1)).await.unwrap();
    let mut said: Vec<_> = plan.problems.iter().map(|bad| (bad.row, bad.problem.code)).collect();
    said.sort_unstable();
    let each = ["register-not-an-old-unit", "register-unit-unknown"];
    assert_eq!(said, [2, 3].into_iter().flat_map(|row| each.map(|code| (row, code))).collect::<Vec<_>>());
});

both!(a_new_name_under_an_old_code_ends_the_old_place, rules(), ROOMS, async |bed: &Bed| {
    let of = |name: &str| {
        format!("province_code,province,commune_code,type,name\n82,Tỉnh Đồng Tháp,29905,{name}\n")
    };
    let list = |name: &str| grid(&of(name));
    import(&bed.ground, &system(), &list("Phường,Một"), day(2020, 1, 1)).await.unwrap();
    let (reader, today) = (bed.ground.reader(), bed.ground.clock.today());
    let old = by_code(&reader, "29905", today).await.unwrap();
    let plan = import(&bed.ground, &system(), &list("Phường,Hai"), day(2025, 7, 1)).await.unwrap();
    assert_eq!((plan.added(), plan.closed(), plan.linked()), (1, 1, 1));
    let new = by_code(&reader, "29905", today).await.unwrap();
    assert_eq!(new.name, "Hai");
    assert_eq!(home_today(&reader, old.id, today).await.unwrap().id, new.id);
    // A list of the same day with another spelling corrects the name.
    let plan = import(&bed.ground, &system(), &list("Phường,Hài"), day(2025, 7, 1)).await.unwrap();
    assert_eq!((plan.added(), plan.changed()), (0, 1));
    assert_eq!(by_code(&reader, "29905", today).await.unwrap().id, new.id);
});

both!(an_officer_checks_a_file_then_imports_exactly_it, rules(), ROOMS, async |bed: &Bed| {
    let places = sa_dec(bed).await;
    let house = house(bed);
    let officer = person(1, Role::Officer, &places.country);
    let file = "province_code;province;commune_code;type;name\r\n01;Thành phố Hà Nội;4;Phường;Ba Đình\r\n";
    let form = [("on", "1/7/2025")];
    let checked = house.upload(&officer, "/places/import", &form, "file", ("u.csv", file.as_bytes())).await;
    assert_eq!(checked.status, 200);
    assert!(checked.text.contains("phường Ba Đình (00004)"), "{}", checked.text);
    assert!(by_code(&bed.ground.reader(), "00004", bed.ground.clock.today()).await.is_err());
    let done = house.post(&officer, "/places/import/confirm", &[("on", "1/7/2025"), ("rows", file)]).await;
    assert_eq!(done.location.as_deref(), Some("/places"));
    assert!(by_code(&bed.ground.reader(), "00004", bed.ground.clock.today()).await.is_ok());
    let volunteer = person(2, Role::Volunteer, &places.country);
    let refused =
        house.post(&volunteer, "/places/import/confirm", &[("on", "1/7/2025"), ("rows", file)]).await;
    assert_eq!(refused.status, 403);
});

#[test]
fn the_demo_lists_say_what_the_published_ones_say() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ocop/units-2025.csv");
    let Ok(published) = std::fs::read(&path) else {
        eprintln!("SKIPPED: {} is not there", path.display());
        return;
    };
    let published = Grid::read(&published).unwrap();
    let ours = grid(UNITS);
    let units = |grid: &Grid| {
        let columns = ["province_code", "commune_code", "type", "name"].map(|name| grid.column(&[name]));
        let rows = grid.rows().iter().map(|row| columns.map(|column| row.cell(column).to_owned()));
        rows.filter(|row| row[0] == "82").collect::<Vec<_>>()
    };
    assert_eq!(units(&ours), units(&published));
}
