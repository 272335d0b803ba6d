//! Hashes of XML are those of the community.

use crate::corpora::{files, name};
use crate::hash::{equal, hashed};

#[test]
fn hashes_of_xml_are_those_of_the_community() {
    equal("xml");
}

#[test]
fn what_says_the_same_hashes_alike() {
    for (path, bytes) in files("hash/expected_equal", "xml") {
        let (_, hashes) = hashed(&bytes);
        assert!(hashes.windows(2).all(|pair| pair[0] == pair[1]), "{}: {hashes:#?}", name(&path));
    }
}
