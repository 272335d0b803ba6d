//! In which form answers come, and what their headers say.

use axum::body::Body;
use axum::http::Method;
use serde_json::json;

use super::bed::{Repository, document, seen};
use crate::store::everywhere;
use crate::store::ground::Place;

everywhere! {
    json_goes_by_the_name_it_is_asked_for
    what_has_no_xml_is_refused_to_whoever_reads_xml_alone
    a_job_and_the_top_come_as_xml_too
    whoever_may_capture_may_discover_and_learns_the_limits
    namespaces_of_caller_and_results_are_named
    discovery_names_the_extensions_that_are_supported
    a_header_that_says_nothing_true_is_refused
    xml_has_the_words_of_the_vocabularies_as_they_are_wanted
    a_name_with_a_space_has_an_address
    names_of_media_types_are_the_same_in_capitals
    an_answer_in_the_older_version_says_so
    what_cannot_be_answered_as_wanted_is_not_captured
    a_body_of_a_version_that_is_not_read_is_refused_and_not_stored
    more_than_a_page_may_have_is_as_many_as_it_may_have
}

const FORMAT: &str = "gs1-cbv-xml-format";

async fn json_goes_by_the_name_it_is_asked_for(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for (accept, kind) in [
        ("application/json", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ("application/json;q=0.5, application/ld+json", "application/ld+json"),
        ("*/*", "application/ld+json"),
    ] {
        for path in ["/epcis/events", "/epcis/bizSteps", "/epcis"] {
            assert_eq!(
                party.with("accept", accept).get(path).await.header("content-type"),
                kind,
                "{path} {accept}"
            );
        }
    }
}

async fn what_has_no_xml_is_refused_to_whoever_reads_xml_alone(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let query = json!({ "name": "shipped", "query": { "EQ_bizStep": ["shipping"] } }).to_string();
    assert_eq!(party.post("/epcis/queries", query).await.status, 201);
    let all = "/epcis/queries/shipped/subscriptions";
    let wish = json!({ "dest": "http://127.0.0.1:9/hook", "stream": true }).to_string();
    assert_eq!(party.with("accept", "application/xml").post(all, wish.clone()).await.status, 406);
    assert_eq!(party.get(all).await.json(), json!([]));
    let one = party.post(all, wish).await.header("location").to_owned();
    for path in ["/epcis/capture", "/epcis/bizSteps", "/epcis/bizSteps/shipping", "/epcis/queries", all, &one]
    {
        assert_eq!(party.with("accept", "application/xml").get(path).await.status, 406, "{path}");
        let either = party.with("accept", "application/xml, */*;q=0.1").get(path).await;
        assert!(either.status == 200 && either.header("content-type").contains("json"), "{path}");
    }
}

async fn a_job_and_the_top_come_as_xml_too(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let at = party.post("/epcis/capture", document(&[seen("A1", 0)])).await.header("location").to_owned();
    let xml = party.with("accept", "application/xml");
    let job = xml.get(&at).await;
    assert_eq!((job.status.as_u16(), job.header("content-type")), (200, "application/xml"));
    let id = at.rsplit_once('/').unwrap().1;
    let begin = format!(r#" captureID="{id}" running="false" success="true"><createdAt>"#);
    assert!(job.text.contains(&begin), "{}", job.text);
    assert!(!job.text.contains("<success>"), "{}", job.text);
    let top = xml.get("/epcis").await;
    assert!(top.text.contains("<member>capture</member><member>events</member>"), "{}", top.text);
}

async fn whoever_may_capture_may_discover_and_learns_the_limits(place: &Place) {
    let repository = Repository::at(place).await;
    let captures = repository.caller("ghi", &["trace:capture"]).await;
    for path in ["/epcis/capture", "/epcis/events"] {
        let options = captures.send(Method::OPTIONS, path, Body::empty()).await;
        assert_eq!(options.status, 204, "{path}");
        assert_eq!(options.header("gs1-capture-error-behaviour"), "all");
        for name in ["gs1-epcis-capture-limit", "gs1-epcis-capture-file-size-limit"] {
            assert!(options.header(name).parse::<u64>().unwrap() > 0, "{path} {name}");
        }
        for name in ["gs1-epcis-min", "gs1-epcis-max", "gs1-cbv-min", "gs1-cbv-max", "gs1-vendor-version"] {
            assert!(!options.header(name).is_empty(), "{path} {name}");
        }
    }
    let large = captures.post("/epcis/capture", vec![b' '; 9 << 20]).await;
    assert_eq!((large.status.as_u16(), large.header("gs1-epcis-capture-limit")), (413, "5000"));
    let stranger = repository.stranger().send(Method::OPTIONS, "/epcis/events", Body::empty()).await;
    assert_eq!(stranger.status, 401);
}

async fn namespaces_of_caller_and_results_are_named(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    assert_eq!(party.get("/epcis/events").await.header("gs1-extensions"), "");
    let mut event = seen("A1", 0);
    event["ex:price"] = json!("120000");
    party.post("/epcis/capture", document(&[event])).await;
    assert_eq!(party.get("/epcis/events").await.header("gs1-extensions"), "ex=https://example.org/ns/");
    let asked = party.with("gs1-extensions", "own=https://example.org/own/").get("/epcis/events").await;
    assert_eq!(asked.header("gs1-extensions"), "own=https://example.org/own/, ex=https://example.org/ns/");
}

async fn discovery_names_the_extensions_that_are_supported(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for path in
        ["/epcis", "/epcis/capture", "/epcis/events", "/epcis/queries", "/epcis/queries/x/subscriptions/y"]
    {
        let options = party.send(Method::OPTIONS, path, Body::empty()).await;
        assert_eq!(options.header("gs1-extensions"), "cbvmda=urn:epcglobal:cbv:mda", "{path}");
        let declares = party.with("gs1-extensions", "ex=https://example.org/ns/");
        let options = declares.send(Method::OPTIONS, path, Body::empty()).await;
        assert_eq!(
            options.header("gs1-extensions"),
            "cbvmda=urn:epcglobal:cbv:mda, ex=https://example.org/ns/",
            "{path}"
        );
        let wrong = party.with("gs1-extensions", "ex").send(Method::OPTIONS, path, Body::empty()).await;
        assert_eq!(wrong.status, 400, "{path}");
    }
}

async fn a_header_that_says_nothing_true_is_refused(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for (name, value, status) in [
        ("gs1-epc-format", "", 406),
        ("gs1-epc-format", "Always", 406),
        ("gs1-cbv-xml-format", "Always", 406),
        ("gs1-extensions", "ex", 400),
        ("gs1-extensions", "=https://example.org/ns/", 400),
        ("gs1-extensions", "ex= ", 400),
    ] {
        assert_eq!(party.with(name, value).get("/epcis/events").await.status, status, "{name}: {value}");
    }
}

async fn xml_has_the_words_of_the_vocabularies_as_they_are_wanted(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    party.post("/epcis/capture", document(&[seen("A1", 0)])).await;
    let xml = party.with("accept", "application/xml");
    let (urn, iri) = ("<bizStep>urn:epcglobal:cbv:bizstep:", "<bizStep>https://ref.gs1.org/cbv/BizStep-");
    for (word, told, has) in [
        (None, "Always_URN", urn),
        (Some("No_Preference"), "Always_URN", urn),
        (Some("Always_URN"), "Always_URN", urn),
        (Some("Always_Web_URI"), "Always_Web_URI", iri),
    ] {
        let asks = word.map(|word| xml.with(FORMAT, word));
        let reply = asks.as_ref().unwrap_or(&xml).get("/epcis/events").await;
        assert_eq!((reply.status.as_u16(), reply.header(FORMAT)), (200, told), "{word:?}");
        assert!(reply.text.contains(has), "{word:?}: {}", reply.text);
    }
    assert_eq!(xml.with(FORMAT, "Never_Translates").get("/epcis/events").await.status, 406);
    let json = party.with(FORMAT, "Never_Translates").get("/epcis/events").await;
    assert_eq!((json.status.as_u16(), json.header(FORMAT)), (200, ""));
}

async fn a_name_with_a_space_has_an_address(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let query = json!({ "name": "lô + hàng", "query": { "EQ_bizStep": ["shipping"] } });
    let made = party.post("/epcis/queries", query.to_string()).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let at = made.header("location").to_owned();
    assert_eq!(party.get(&at).await.json()["name"], "lô + hàng");
    let wish = json!({ "dest": "http://127.0.0.1:9/hook", "stream": true }).to_string();
    let subscribed = party.post(&format!("{at}/subscriptions"), wish).await;
    assert_eq!(party.get(subscribed.header("location")).await.json()["queryName"], "lô + hàng");
    assert_eq!(party.delete(&at).await.status, 204);
}

async fn more_than_a_page_may_have_is_as_many_as_it_may_have(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for (wanted, status) in [("99999999999999999999999", 200), ("1", 200), ("0", 400), ("+5", 400), ("", 400)]
    {
        assert_eq!(party.get(&format!("/epcis/events?perPage={wanted}")).await.status, status, "{wanted}");
    }
}

async fn names_of_media_types_are_the_same_in_capitals(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    for (accept, kind) in [
        ("APPLICATION/JSON", "application/json"),
        ("Application/LD+json; Q=0.5, APPLICATION/XML;Q=0.4", "application/ld+json"),
        ("Text/XML", "application/xml"),
    ] {
        let reply = party.with("accept", accept).get("/epcis/events").await;
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, kind), "{accept}");
    }
    let query = json!({ "name": "shipped", "query": { "EQ_bizStep": ["shipping"] } }).to_string();
    let capitals = party.with("content-type", "Application/Json; Charset=UTF-8");
    assert_eq!(capitals.send(Method::POST, "/epcis/queries", query.clone().into()).await.status, 201);
    let other = party.with("content-type", "application/jsonx");
    assert_eq!(other.send(Method::POST, "/epcis/queries", query.into()).await.status, 415);
}

async fn an_answer_in_the_older_version_says_so(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let at = party.post("/epcis/capture", document(&[seen("A1", 0)])).await.header("location").to_owned();
    let xml = party.with("accept", "application/xml");
    let old = xml.with("gs1-epcis-max", "1.2.0");
    let versions = |reply: &super::bed::Reply| {
        (reply.header("gs1-epcis-version").to_owned(), reply.header("gs1-cbv-version").to_owned())
    };
    let reply = old.get("/epcis/events").await;
    assert!(reply.text.contains("urn:epcglobal:epcis-query:xsd:1"), "{}", reply.text);
    assert_eq!(versions(&reply), ("1.2.0".to_owned(), "1.2.0".to_owned()));
    let newer = xml.get("/epcis/events").await;
    assert_eq!(versions(&newer), ("2.0.0".to_owned(), "2.0.0".to_owned()));
    // The older version has neither these nor words of the newer vocabulary.
    for path in ["/epcis", at.as_str()] {
        assert_eq!(old.get(path).await.status, 406, "{path}");
    }
    assert_eq!(old.with("gs1-cbv-min", "2.0.0").get("/epcis/events").await.status, 406);
}

async fn what_cannot_be_answered_as_wanted_is_not_captured(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let source = document(&[seen("A1", 0)]);
    for (accept, path) in [
        ("application/pdf", "/epcis/capture"),
        ("application/pdf", "/epcis/events"),
        ("application/xml", "/epcis/events"),
    ] {
        let reply = party.with("accept", accept).post(path, source.clone()).await;
        assert_eq!(reply.status, 406, "{path} {accept}: {}", reply.text);
    }
    assert!(party.get("/epcis/events").await.events().is_empty());
    // A capture has no body; its problems come as XML too.
    let xml = party.with("accept", "application/xml").with("gs1-epcis-max", "1.2.0");
    assert_eq!(xml.post("/epcis/capture", source).await.status, 202);
}

async fn a_body_of_a_version_that_is_not_read_is_refused_and_not_stored(place: &Place) {
    let repository = Repository::at(place).await;
    let party = repository.party("kho").await;
    let source = document(&[seen("A1", 0)]);
    for header in ["gs1-epcis-version", "gs1-cbv-version"] {
        for version in ["9.0", "2.1.0", "1.1", "0", "x"] {
            for path in ["/epcis/capture", "/epcis/events"] {
                let reply = party.with(header, version).post(path, source.clone()).await;
                assert_eq!(reply.status, 406, "{path} {header} {version}: {}", reply.text);
                assert_eq!(reply.json()["type"], "epcisException:NotAcceptableException");
            }
        }
        assert!(party.get("/epcis/events").await.events().is_empty());
    }
    for version in ["2.0.0", "2.0.1", "2", "1.2", "1.2.0"] {
        let both = party.with("gs1-epcis-version", version).with("gs1-cbv-version", version);
        assert_eq!(both.post("/epcis/capture", source.clone()).await.status, 202, "{version}");
    }
}
