//! The table of application identifiers says what the standard's dictionary says.

use std::collections::BTreeSet;

use gs1::Ai;

use crate::world::shared;

#[test]
fn every_line_of_the_table_is_read() {
    let ais: Vec<Ai> = Ai::all().collect();
    assert_eq!(ais.len(), 541);
    let numbers: BTreeSet<u16> = ais.iter().map(|ai| ai.number()).collect();
    assert_eq!(numbers.len(), 541);
    let keys = ais.iter().filter(|ai| ai.identifier().is_key()).map(ToString::to_string);
    let known = [
        "00", "01", "253", "255", "401", "402", "414", "415", "417", "8003", "8004", "8006", "8010", "8013",
        "8017", "8018",
    ];
    assert_eq!(keys.collect::<Vec<_>>(), known);
}

#[test]
fn an_identifier_is_found_by_its_digits_alone() {
    assert_eq!(Ai::parse("01").map(Ai::number), Some(1));
    for no in ["1", "001", "0001", "23", "234", "2345", "89", "31", "310", "31000", "", "ab", "0١"] {
        assert_eq!(Ai::parse(no), None, "{no}");
    }
    assert_eq!(Ai::at_start_of("0112345678901231").map(Ai::number), Some(1));
    assert_eq!(Ai::at_start_of("8012AB").map(Ai::number), Some(8012));
    assert_eq!(Ai::at_start_of("235XXX").map(Ai::number), Some(235));
    assert_eq!(Ai::at_start_of("8"), None);
}

#[test]
fn the_table_is_the_dictionary() {
    let Some(dictionary) = shared("corpora/gs1/gs1-syntax-dictionary.txt") else { return };
    for line in dictionary.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())) {
        let (row, title) = line.split_once('#').unwrap_or((line, ""));
        let mut words = row.split_whitespace();
        let range = words.next().unwrap();
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        let flags = words.clone().next().unwrap();
        let components: Vec<&str> = words
            .filter(|word| word.starts_with(['N', 'X', 'Y', 'Z', '[']))
            .map(|w| w.split(',').next().unwrap())
            .collect();
        let length =
            |word: &&str| word.trim_matches(['[', ']', 'N', 'X', 'Y', 'Z', '.']).parse::<usize>().unwrap();
        let max: usize = components.iter().map(length).sum();
        for number in first.parse::<u16>().unwrap()..=last.parse().unwrap() {
            let ai = Ai::of(number).unwrap();
            let known = ai.identifier();
            assert_eq!(ai.to_string().len(), first.len());
            assert_eq!(known.title, title.trim(), "{ai}");
            let marked = |mark| !flags.starts_with(['N', 'X', 'Y', 'Z']) && flags.contains(mark);
            assert_eq!((known.fixed, known.attribute), (marked('*'), marked('?')), "{ai}");
            assert_eq!(known.max, max, "{ai}");
            assert_eq!(known.is_key(), row.contains("dlpkey"), "{ai}");
        }
    }
}
