//! `/.well-known/gs1resolver` (section 3) and `/.well-known/resolver` (ISO/IEC 18975).

use goods::link::KEYS;
use ground::both;
use ground::testing::Bed;
use serde_json::Value;

use super::bed::{ROOMS, Scene, rules};

// The values that the published schema of description files admits.
const ADMITTED: [&str; 21] = [
    "all", "01", "8006", "8013", "8010", "410", "411", "412", "413", "414", "415", "417", "8017", "8018",
    "255", "00", "253", "401", "402", "8003", "8004",
];

both!(the_resolver_describes_itself, rules(), ROOMS, async |bed: &Bed| {
    let scene = Scene::of(bed).await;
    let config = &bed.ground.config;
    let mut both = Vec::new();
    for path in ["/.well-known/gs1resolver", "/.well-known/resolver"] {
        let reply = scene.get(path).await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.headers["content-type"], "application/json");
        assert_eq!(reply.headers["access-control-allow-origin"], "*");
        both.push(serde_json::from_str::<Value>(&reply.text).unwrap());
    }
    assert_eq!(both[0], both[1]);
    let description = &both[0];
    assert_eq!(description["resolverRoot"], scene.root);
    assert_eq!(description["contact"]["hasTelephone"], config.hotline);
    assert_eq!(description["contact"]["hasAddress"]["locality"], config.locality);
    assert!(description["name"].as_str().unwrap().contains(&config.locality));
    let keys: Vec<&str> = description["supportedPrimaryKeys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key.as_str().unwrap())
        .collect();
    assert_eq!(keys, KEYS);
    assert!(keys.iter().all(|key| ADMITTED.contains(key)));
    assert_eq!(description["supportedLinkType"][0]["prefix"], "gs1:");
    assert_eq!(description["linkTypeDefaultCanBeLinkset"], false);
    for list in description["supportedContextValuesExternal"].as_array().unwrap() {
        assert!(list["nameOfList"].is_string() && list["url"].as_str().unwrap().starts_with("https://"));
    }
    assert!(description["jsonLdContextLocation"].as_str().unwrap().starts_with("https://ref.gs1.org/"));
});

#[test]
fn the_keys_are_those_of_the_syntax_dictionary() {
    let mut known: Vec<String> =
        gs1::Ai::all().filter(|ai| ai.identifier().is_key()).map(|ai| ai.to_string()).collect();
    let mut ours: Vec<String> = KEYS.map(str::to_owned).into();
    known.sort();
    ours.sort();
    assert_eq!(ours, known);
}
