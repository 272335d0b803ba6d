//! Linksets: by type and by header, valid against both published schemas, as JSON-LD and as a page.

use std::path::Path;

use ground::both;
use ground::testing::Bed;
use serde_json::Value;

use super::bed::{BROWSER, GTIN, LINKSET, ROOMS, Scene, a_link, nobody, rules};
use goods::link::{CONTEXT, LinkType};

const VOC: &str = "https://ref.gs1.org/voc/";

/// The published schemas; none, loudly, where the folder is absent.
fn schemas() -> Vec<jsonschema::Validator> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/trace/corpora/resolver");
    let names = ["linkset-schema.json", "gs1-linkset-schema.json"];
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).ok();
    let texts: Vec<String> = names.into_iter().filter_map(read).collect();
    if texts.len() < names.len() {
        eprintln!("SKIPPED: the published schemas of linksets are not in {}", folder.display());
    }
    let compiled = |text: &String| jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap();
    texts.iter().map(compiled).collect()
}

fn validates(document: &Value) {
    for schema in schemas() {
        let faults: Vec<String> =
            schema.iter_errors(document).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:?} in {document:#}");
    }
}

both!(the_linkset_has_every_level_and_holds_against_the_schemas, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    scene.certificate(bed).await;
    let mut recipe = a_link("recipeInfo".parse().unwrap(), "https://htx.example/cong-thuc?x=1", &["vi"]);
    recipe.media_type = Some("text/html".to_owned());
    recipe.context = vec!["VN".to_owned()];
    scene.add(bed, recipe).await;
    let path = format!("/01/{GTIN}/10/L2610/21/S1");
    let document = scene.linkset(&path).await;
    validates(&document);
    let levels = document["linkset"].as_array().unwrap();
    let anchors: Vec<&str> = levels.iter().map(|level| level["anchor"].as_str().unwrap()).collect();
    let own = |rest: &str| format!("{}/01/{GTIN}{rest}", scene.root);
    assert_eq!(anchors, [own("/10/L2610/21/S1"), own("/10/L2610"), own("")]);
    for level in levels {
        let defaults = level[format!("{VOC}defaultLink")].as_array().unwrap();
        assert_eq!(defaults.len(), 1);
        let keys: Vec<&String> = defaults[0].as_object().unwrap().keys().collect();
        assert_eq!(keys, ["href", "title"]);
    }
    // The default that is named is the one that is followed.
    assert_eq!(levels[0][format!("{VOC}defaultLink")][0]["href"], scene.leads(&path, &[]).await);
    for (level, kinds) in [
        (1, vec!["traceability", "recallStatus", "epcis"]),
        (2, vec!["pip", "certificationInfo", "recipeInfo"]),
    ] {
        for kind in kinds {
            let links = levels[level][format!("{VOC}{kind}")].as_array().unwrap();
            assert_eq!(links.len(), 1, "{kind}");
        }
    }
    let recipe = &levels[2][format!("{VOC}recipeInfo")][0];
    assert_eq!(recipe["hreflang"], serde_json::json!(["vi"]));
    assert_eq!(recipe["context"], serde_json::json!(["VN"]));
    assert_eq!(recipe["type"], "text/html");
});

both!(each_link_of_the_linkset_is_followed_when_asked_for, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    scene.certificate(bed).await;
    let path = format!("/p/{}/10/L2610", scene.item.code);
    let document = scene.linkset(&path).await;
    validates(&document);
    let mut seen = Vec::new();
    for level in document["linkset"].as_array().unwrap() {
        for (kind, links) in level.as_object().unwrap() {
            let Some(name) = kind.strip_prefix(VOC) else { continue };
            if seen.contains(&name.to_owned()) {
                continue;
            }
            seen.push(name.to_owned());
            let location = scene.leads(&format!("{path}?linkType=gs1:{name}"), &[]).await;
            let href = links[0]["href"].as_str().unwrap();
            let asked = [format!("?linkType=gs1:{name}"), format!("&linkType=gs1:{name}")];
            let bare = asked.iter().fold(location, |text, asked| text.replace(asked.as_str(), ""));
            assert_eq!(bare, href, "{name}");
        }
    }
    assert!(seen.len() >= 6, "{seen:?}");
});

both!(
    the_linkset_is_given_without_redirect_in_the_form_that_is_asked_for,
    rules(),
    ROOMS,
    async |bed: &Bed| {
        let scene = Scene::of(bed).await;
        let path = format!("/01/{GTIN}/10/L2610");
        let by_type = ["linkset", "all"].map(|kind| format!("{path}?linkType={kind}"));
        for (asked, accept, kind) in [
            (&path, "application/linkset+json", "application/linkset+json"),
            (&path, "application/json", "application/json"),
            (&path, "application/json, text/plain, */*", "application/json"),
            (&path, "application/ld+json", "application/ld+json"),
            (&by_type[0], "", "application/linkset+json"),
            (&by_type[1], "*/*", "application/linkset+json"),
            (&by_type[1], "application/json", "application/json"),
            (&by_type[0], "application/ld+json", "application/ld+json"),
        ] {
            let headers = [("accept", accept)];
            let headers = if accept.is_empty() { &headers[..0] } else { &headers[..] };
            let reply = scene.ask("GET", asked, headers).await;
            assert_eq!(reply.status, 200, "{asked} {accept}");
            assert_eq!(reply.headers["content-type"], kind);
            let link = reply.headers["link"].to_str().unwrap();
            assert!(
                link.contains(CONTEXT) && link.contains("rel=\"http://www.w3.org/ns/json-ld#context\""),
                "{link}"
            );
            assert!(link.contains("type=\"application/ld+json\""));
            let document: Value = serde_json::from_str(&reply.text).unwrap();
            if kind == "application/ld+json" {
                assert_eq!(document["@context"], CONTEXT);
            } else {
                validates(&document);
            }
        }
        let (all, linkset) = (scene.linkset(&by_type[1]).await, scene.linkset(&by_type[0]).await);
        assert_eq!(all, linkset);
    }
);

both!(a_person_reads_the_linkset_as_a_page, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let mut evil = a_link("homepage".parse().unwrap(), "https://htx.example/", &["vi"]);
    evil.title = "</script><script>alert(1)</script>".to_owned();
    scene.add(bed, evil).await;
    for (lang, title) in [("vi", "Mã này dẫn đến"), ("en", "What this code leads to")] {
        let headers = [BROWSER, ("accept-language", lang)];
        let reply = scene.ask("GET", &format!("/01/{GTIN}?linkType=linkset"), &headers).await;
        assert_eq!(reply.status, 200);
        assert!(reply.text.contains(&format!("<h1>{title}</h1>")), "{}", reply.text);
        assert!(!reply.text.contains("<script>alert"));
        let (_, rest) = reply.text.split_once("<script type=\"application/ld+json\">").unwrap();
        let (linked, _) = rest.split_once("</script>").unwrap();
        let linked: Value = serde_json::from_str(linked).unwrap();
        assert_eq!(linked["@context"], CONTEXT);
    }
});

both!(titles_are_in_the_language_of_the_reader, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let title = async |language: &str| {
        let headers = [LINKSET, ("accept-language", language)];
        let reply = scene.ask("GET", &format!("/01/{GTIN}"), &headers).await;
        let document: Value = serde_json::from_str(&reply.text).unwrap();
        document["linkset"][0][format!("{VOC}pip")][0]["title"].as_str().unwrap().to_owned()
    };
    assert_eq!(title("en-GB").await, "Product information");
    assert_eq!(title("vi").await, "Thông tin sản phẩm");
    assert_eq!(title("fr").await, "Thông tin sản phẩm");
});

both!(no_linkset_of_what_is_not_known_or_wrong, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    for (path, status) in [
        ("/01/09506000134352?linkType=linkset".to_owned(), 404),
        (format!("/p/{}?linkType=all", nobody()), 404),
        ("/01/08935001700006?linkType=linkset".to_owned(), 400),
    ] {
        assert_eq!(scene.ask("GET", &path, &[LINKSET]).await.status, status, "{path}");
    }
});

#[test]
fn every_link_type_has_a_uri_that_the_schema_takes() {
    let all: Vec<LinkType> = LinkType::all().collect();
    assert!(all.len() >= 60, "{}", all.len());
    for kind in all {
        assert_eq!(LinkType::asked(&kind.uri()), Some(kind));
        assert_eq!(LinkType::asked(&format!("gs1:{kind}")), Some(kind));
        let document = serde_json::json!({ "linkset": [{
            "anchor": "https://id.example/01/1", "itemDescription": "x",
            kind.uri(): [{ "href": "https://a.example/", "title": "t" }],
        }]});
        validates(&document);
    }
    assert_eq!(LinkType::asked("pip"), None);
    assert_eq!(LinkType::asked("gs1:Pip"), None);
}
