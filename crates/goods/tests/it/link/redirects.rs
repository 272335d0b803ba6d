//! Redirects: the default link, link types, walking up, statuses, headers.

use ground::both;
use ground::testing::Bed;

use super::bed::{BROWSER, GTIN, ROOMS, Scene, a_lot, nobody, rules, trade_item};

both!(
    the_default_link_is_the_page_behind_the_qr_with_the_query_passed_on,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        for (path, page) in [
            (format!("/01/{GTIN}"), scene.page("")),
            (format!("/01/{GTIN}/"), scene.page("")),
            (format!("/01/{GTIN}/10/L2610"), scene.page("/L2610")),
            (format!("/01/{GTIN}/10/L2610/"), scene.page("/L2610")),
            (format!("/01/{GTIN}/10/L2610/21/S1%2F2"), scene.page("/L2610/S1%2F2")),
            (format!("/01/{GTIN}/22/2A/10/L2610/21/S1"), scene.page("/L2610/S1")),
            (format!("/01/{GTIN}?foo=bar&17=271001"), scene.page("?foo=bar&17=271001")),
            (format!("/p/{}/10/L2610/21/S1", scene.item.code), scene.page("/L2610/S1")),
            (format!("/p/{}?a=b%20c", scene.item.code.as_str().to_lowercase()), scene.page("?a=b%20c")),
        ] {
            assert_eq!(scene.leads(&path, &[]).await, page, "{path}");
            assert_eq!(scene.leads(&path, &[BROWSER]).await, page, "{path}");
        }
    }
);

both!(what_is_not_known_walks_up_to_what_is, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    for rest in ["/10/OTHER", "/10/OTHER/21/S1", "/21/S1", "/22/2A", "/235/TPX1"] {
        let path = format!("/01/{GTIN}{rest}");
        assert_eq!(scene.leads(&path, &[]).await, scene.page(""), "{path}");
    }
});

both!(a_gtin_and_the_own_key_mean_the_same_lot, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let other = trade_item(bed, &scene.producer, None, None, 9).await;
    a_lot(bed, &other, "N1").await;
    let page = format!("{}/l/{}/N1", scene.root, other.code);
    assert_eq!(scene.leads(&format!("/p/{}/10/N1", other.code), &[]).await, page);
    // The same number of another item's lot is another lot.
    assert_eq!(scene.leads(&format!("/01/{GTIN}/10/N1"), &[]).await, scene.page(""));
    let by_gtin = scene.leads(&format!("/01/{GTIN}/10/L2610"), &[]).await;
    assert_eq!(scene.leads(&format!("/p/{}/10/L2610", scene.item.code), &[]).await, by_gtin);
});

both!(a_compressed_link_is_followed_and_says_what_it_stands_for, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let item = trade_item(bed, &scene.producer, None, Some("05412345000013"), 9).await;
    a_lot(bed, &item, "ABC123").await;
    let page = format!("{}/l/{}/ABC123", scene.root, item.code);
    for path in ["/AQnYUc1gmiCNV4JG", "/AQnYUc1gmiCNV4JG?a=b"] {
        let reply = scene.get(path).await;
        let query = path.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
        assert_eq!(reply.headers["location"], format!("{page}{query}"), "{path}");
        let links: Vec<_> = reply.headers.get_all("link").iter().map(|link| link.to_str().unwrap()).collect();
        let same = format!("<{}/01/05412345000013/10/ABC123{query}>; rel=\"owl:sameAs\"", scene.root);
        assert!(links.contains(&same.as_str()) && links.len() == 2, "{links:?}");
    }
    // What is no link at all is a page that is not there.
    for path in ["/foo", "/robots.txt", "/AQnYUc1gmiCNV4J"] {
        assert_eq!(scene.ask("GET", path, &[BROWSER]).await.status, 404, "{path}");
    }
    assert_eq!(scene.get(&format!("/01/{GTIN}/foo")).await.status, 400);
});

both!(each_link_type_leads_where_it_says, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let certificate = scene.certificate(bed).await;
    let lot = format!("/01/{GTIN}/10/L2610");
    let asked = async |kind: &str| scene.leads(&format!("{lot}?linkType={kind}"), &[]).await;
    let product = format!("{}/products/{}", scene.root, scene.product.id);
    assert_eq!(asked("gs1:pip").await, format!("{product}?linkType=gs1:pip"));
    for whole in
        ["https://ref.gs1.org/voc/pip", "https://gs1.org/voc/pip", "https%3A%2F%2Fwww.gs1.org%2Fvoc%2Fpip"]
    {
        assert_eq!(asked(whole).await, format!("{product}?linkType={whole}"));
    }
    assert_eq!(asked("gs1:traceability").await, scene.page("/L2610?linkType=gs1:traceability"));
    assert_eq!(asked("gs1:recallStatus").await, scene.page("/L2610?linkType=gs1:recallStatus"));
    assert_eq!(asked("gs1:defaultLink").await, scene.page("/L2610?linkType=gs1:defaultLink"));
    let certified = format!("{}/c/{}?linkType=gs1:certificationInfo", scene.root, certificate.code);
    assert_eq!(asked("gs1:certificationInfo").await, certified);
    // A repository refuses parameters that it does not know, so its query stays alone.
    let events = asked("gs1:epcis").await;
    let uri = gs1::percent::escaped(&scene.lot.uri);
    assert_eq!(events, format!("{}/epcis/events?MATCH_anyEPCClass={uri}", scene.root));
    // Asked for by type, a link is followed whatever form the answer should have.
    let json = scene.leads(&format!("{lot}?linkType=gs1:pip"), &[("accept", "application/json")]).await;
    assert!(json.starts_with(&product));
});

both!(a_certificate_that_does_not_hold_is_no_link, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let asked = format!("/01/{GTIN}?linkType=gs1:certificationInfo");
    assert_eq!(scene.get(&asked).await.status, 404);
    assert!(scene.leads(&format!("/01/{GTIN}?linkType=gs1:pip"), &[]).await.starts_with(&scene.page("")));
    scene.certificate(bed).await;
    assert_eq!(scene.get(&asked).await.status, 307);
    bed.on(2027, 12, 21);
    assert_eq!(scene.get(&asked).await.status, 404);
});

both!(
    an_error_is_a_400_and_what_is_not_there_a_404_for_people_and_machines,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        for (path, status) in [
            ("/01/08935001700006".to_owned(), 400),
            ("/01".to_owned(), 400),
            ("/01/".to_owned(), 400),
            (format!("/01/{GTIN}/foo"), 400),
            (format!("/01/{GTIN}/10/L2610/foo"), 400),
            (format!("/01/{GTIN}/17/271001"), 400),
            ("/00/123".to_owned(), 400),
            ("/p/XXXXXXXXXX".to_owned(), 400),
            ("/01/09506000134352".to_owned(), 404),
            ("/417/9506000134376".to_owned(), 404),
            (format!("/p/{}", nobody()), 404),
            (format!("/01/{GTIN}?linkType=gs1:nosuchlt"), 404),
            (format!("/01/{GTIN}?linkType=gs1:recipeInfo"), 404),
            (format!("/01/{GTIN}?linkType=https://example.com/voc/x"), 404),
        ] {
            for (accept, kind) in [(BROWSER.1, "text/html"), ("*/*", "application/problem+json")] {
                let reply = scene.ask("GET", &path, &[("accept", accept)]).await;
                assert_eq!(reply.status, status, "{path}: {}", reply.text);
                let found = reply.headers["content-type"].to_str().unwrap();
                assert!(found.starts_with(kind), "{path}: {found}");
                assert_eq!(reply.headers["access-control-allow-origin"], "*");
                for raw in ["link-", "gs1-", "{ $"] {
                    assert!(!text_of(&reply.text).contains(raw), "{raw} in {}", reply.text);
                }
            }
        }
        let reply = scene.ask("GET", "/01/08935001700006", &[("accept-language", "en")]).await;
        let problem: serde_json::Value = serde_json::from_str(&reply.text).unwrap();
        assert_eq!(problem["type"], "/problems/gs1-check-digit");
        assert_eq!(problem["offset"], 1);
        assert!(problem["detail"].as_str().unwrap().contains("check digit is 6"));
    }
);

// Of a problem the sentences; of a page all.
fn text_of(body: &str) -> String {
    serde_json::from_str::<serde_json::Value>(body)
        .map(|problem| format!("{}{}", problem["title"], problem["detail"]))
        .unwrap_or_default()
}

both!(head_and_options_answer_and_other_methods_do_not, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let path = format!("/01/{GTIN}/10/L2610");
    let head = scene.ask("HEAD", &path, &[]).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (307, ""));
    assert_eq!(head.location.unwrap(), scene.page("/L2610"));
    let head = scene.ask("HEAD", &format!("{path}?linkType=linkset"), &[]).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
    let preflight = [("origin", "https://shop.example"), ("access-control-request-method", "GET")];
    for path in [path.as_str(), "/.well-known/gs1resolver"] {
        let options = scene.ask("OPTIONS", path, &preflight).await;
        assert_eq!(options.status, 204);
        assert_eq!(options.headers["allow"], "GET, HEAD, OPTIONS");
        assert_eq!(options.headers["access-control-allow-methods"], "GET, HEAD, OPTIONS");
        assert_eq!(options.headers["access-control-allow-origin"], "*");
        assert!(options.headers.contains_key("access-control-allow-headers"));
    }
    for method in ["POST", "PUT", "DELETE"] {
        assert_eq!(scene.ask(method, &path, &[]).await.status, 405, "{method}");
    }
});

both!(a_redirect_tells_where_the_linkset_is, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let reply = scene.get(&format!("/01/{GTIN}/10/L2610/?x=y")).await;
    let anchor = format!("{}/01/{GTIN}/10/L2610", scene.root);
    let link = reply.headers["link"].to_str().unwrap();
    assert!(link.starts_with(&format!("<{anchor}?linkType=linkset>; rel=\"linkset\"")), "{link}");
    assert!(link.contains("type=\"application/linkset+json\"") && link.contains("title=\""));
    let exposed = reply.headers["access-control-expose-headers"].to_str().unwrap();
    assert_eq!(exposed, "Link, Location");
    let vary: Vec<&str> = reply.headers.get_all("vary").iter().map(|value| value.to_str().unwrap()).collect();
    assert!(vary.contains(&"Accept") && vary.contains(&"Accept-Language"), "{vary:?}");
});

both!(no_request_leads_to_an_address_that_it_brings_along, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    for query in
        ["linkType=https://evil.example/", "next=//evil.example", "@evil.example", "%0d%0aLocation:x"]
    {
        let reply = scene.get(&format!("/01/{GTIN}?{query}")).await;
        if let Some(location) = reply.location {
            assert!(location.starts_with(&format!("{}?", scene.page(""))), "{location}");
        }
    }
    let reply = scene.ask("GET", &format!("/01/{GTIN}"), &[("host", "evil.example")]).await;
    assert_eq!(reply.location.unwrap(), scene.page(""));
});

both!(the_default_link_of_an_item_opens, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let path = format!("/l/{}", scene.item.code);
    for lang in ["vi", "en"] {
        let page = scene.ask("GET", &format!("{path}?lang={lang}"), &[BROWSER]).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("Sa Đéc Tửu") && page.text.contains(GTIN) && page.text.len() < 60_000);
        assert!(!page.text.contains("link-") && !page.text.contains("<script"));
    }
    scene.certificate(bed).await;
    assert!(scene.ask("GET", &path, &[BROWSER]).await.text.contains("<h1>Còn hiệu lực</h1>"));
    assert_eq!(scene.ask("GET", &format!("/l/{}", nobody()), &[BROWSER]).await.status, 404);
});
