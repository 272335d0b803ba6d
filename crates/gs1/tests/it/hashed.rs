//! Identifiers as the event hash writes them, by the examples of the Core Business Vocabulary's reference.

use gs1::epc::{to_hashed_link, write_hashed_link};

use crate::world::shared;

/// Where a link ends and the pre-hash string goes on with the name of the next field.
const NEXT: [&str; 5] = ["epc=https", "action=", "quantityElement", "quantityList", "readPoint"];

/// The links behind these names in a pre-hash string.
fn links(prehash: &str, name: &str) -> Vec<String> {
    let ends = |rest: &str| NEXT.iter().filter_map(|next| rest.find(next)).min().unwrap_or(rest.len());
    prehash.split(name).skip(1).map(|rest| rest[..ends(rest)].to_owned()).collect()
}

#[test]
fn a_list_of_identifiers_becomes_the_references_list() {
    let Some(event) = shared("corpora/epcis/hash/examples/epclist_normalisation.jsonld") else { return };
    let Some(prehash) = shared("corpora/epcis/hash/examples/epclist_normalisation.prehashes") else { return };
    let list = event.split("\"epcList\": [").nth(1).unwrap().split(']').next().unwrap();
    let uris = list.lines().map(|line| line.trim().trim_end_matches(',').trim_matches('"'));
    let mut ours: Vec<String> = uris
        .filter(|uri| !uri.is_empty())
        .map(|uri| to_hashed_link(uri).unwrap_or_else(|| panic!("{uri}")))
        .collect();
    ours.sort_unstable();
    assert_eq!(ours, links(&prehash, "epc="));
}

/// Examples whose pre-hash strings were damaged when they were published.
const DAMAGED: [&str; 3] =
    ["epcisDocWithAllGS1Keys", "epcisDocWithCustomSchemaInContext", "epcisDocWithDefaultSchemaInContext"];

#[test]
fn the_urns_of_every_example_stand_in_its_pre_hash_strings_as_we_write_them() {
    let Some(folder) = crate::world::folder("corpora/epcis/hash/examples") else { return };
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let prehashes = std::fs::read_to_string(file.with_extension("prehashes"));
        let Some(prehashes) = prehashes.ok().filter(|_| !DAMAGED.contains(&name.as_str())) else { continue };
        let text = std::fs::read_to_string(&file).unwrap();
        for urn in text.split(['"', '<', '>', ' ', '\n']).filter(|word| word.starts_with("urn:epc:id")) {
            let link = to_hashed_link(&urn.replace("&amp;", "&")).unwrap_or_else(|| panic!("{name}: {urn}"));
            assert!(prehashes.contains(&link), "{name}: {urn} → {link}");
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn every_gs1_key_is_written_as_the_reference_writes_it() {
    let known = [
        ("urn:epc:id:sgtin:4012345.012345.12", "01/04012345123456/21/12"),
        ("urn:epc:id:sscc:4012345.0000000333", "00/040123450000003338"),
        ("https://id.gs1.org/00/040123450000003338", "00/040123450000003338"),
        ("urn:epc:id:grai:4012345.66666.87", "8003/0401234566666387"),
        ("urn:epc:id:giai:4012345.AAbb", "8004/4012345AAbb"),
        ("urn:epc:id:gsrn:4012345.9876540000", "8018/401234598765400000"),
        ("urn:epc:id:gsrnp:4012345.0000098765", "8017/401234500000987658"),
        ("urn:epc:id:gdti:4012345.55555.98", "253/401234555555498"),
        ("urn:epc:id:cpi:4012345.ABC.123", "8010/4012345ABC/8011/123"),
        ("urn:epc:id:sgcn:4012345.99999.44", "255/401234599999044"),
        ("urn:epc:id:ginc:4012345.333", "401/4012345333"),
        ("urn:epc:id:gsin:4012345.999987654", "402/40123459999876541"),
        ("urn:epc:id:itip:4012345.012345.01.02.999", "8006/040123451234560102/21/999"),
        ("urn:epc:id:upui:4012345.012345.AB12", "01/04012345123456/235/AB12"),
        ("urn:epc:class:lgtin:4054739.099914.20160711", "01/04054739999148/10/20160711"),
        ("urn:epc:idpat:sgtin:4054739.099914.*", "01/04054739999148"),
        ("urn:epc:idpat:grai:4012345.66666.*", "8003/04012345666663"),
        ("urn:epc:idpat:gdti:4012345.55555.*", "253/4012345555554"),
        ("urn:epc:idpat:sgcn:4012345.99999.*", "255/4012345999990"),
        ("urn:epc:idpat:cpi:4012345.ABC.*", "8010/4012345ABC"),
        ("urn:epc:idpat:itip:4012345.012345.01.02.*", "8006/040123451234560102"),
        ("urn:epc:id:sgln:4012345.00011.987", "414/4012345000115/254/987"),
        ("urn:epc:id:sgln:4012345.00005.0", "414/4012345000054"),
        ("urn:epc:id:pgln:999999999999.", "417/9999999999994"),
        ("urn:epc:id:gdti:987659999999..9", "253/98765999999929"),
        (
            "urn:epc:id:upui:1234567.098765.51qIgY)%3C%26Jp3*j7'SDB",
            "01/01234567987651/235/51qIgY%29%3C%26Jp3%2Aj7'SDB",
        ),
        ("https://id.gs1.de/01/04012345999990/21/XYZ-1234", "01/04012345999990/21/XYZ-1234"),
        ("https://example.com/gtin/09780345418913/21/765tz?abc=211121", "01/09780345418913/21/765tz"),
        // A wrong check digit is a warning elsewhere; here the link is written as it came.
        ("https://id.example.com/8003/040123450007718765", "8003/040123450007718765"),
        // The finest level stays, variants and lots beside serial numbers do not.
        ("https://example.com/01/04012345999990/22/v/10/lot/21/s", "01/04012345999990/21/s"),
        ("https://example.com/a/01/4012345999990/22/v/10/lot/", "01/04012345999990/10/lot"),
        ("https://example.com/01/04012345999990/21/a%27b%3Bc%3dd%21", "01/04012345999990/21/a'b;c=d%21"),
    ];
    for (uri, link) in known {
        assert_eq!(
            to_hashed_link(uri).as_deref(),
            Some(format!("https://id.gs1.org/{link}").as_str()),
            "{uri}"
        );
    }
}

#[test]
fn what_is_no_key_stays_as_it_is() {
    let mut out = String::from("epc=");
    for uri in [
        "",
        "urn:epc:id:gid:1.2.3",
        "urn:uuid:1",
        "https://example.com/",
        "http://www.w3.org/01/rdf-schema#",
        "https://example.com/01/123",
        "urn:epc:id:sgtin:4012345.12345.1",
        "urn:epc:id:sgtin:4012345.012345.",
        "urn:epc:id:sgtin:4012345.012345.a/b",
        "urn:epc:idpat:sgtin:4012345.*.*",
        "https://example.com/01/04012345999990/21/s/10/lot",
        "https://example.com/01/04012345999990/21/%zz",
    ] {
        assert!(!write_hashed_link(uri, &mut out), "{uri}");
    }
    assert_eq!(out, "epc=");
}
