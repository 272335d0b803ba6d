//! Compressed links, by published pairs.

use gs1::Code;
use gs1::link::compressed::decompress;

const PAIRS: &[(&str, &str)] = &[
    ("AN2yxDhfaiaw", "00/998440410914660971"),
    ("AQnYUc1gmg", "01/05412345000013"),
    ("AQnYUc1gmiCNV4JG", "01/05412345000013/10/ABC123"),
    ("AQnYUc1gmiCNV4JGQhcNT6K6c", "01/05412345000013/10/ABC123/21/72292641703"),
    (
        "AQnYUc1gmiCNV4JGQhcNT6K6cibQCWN9Pee9tT-PQ",
        "01/05412345000013/22/AJY3095721P49/10/ABC123/21/72292641703",
    ),
    ("AQnYUc1gmiCNV4JGRNoBLG-nvPe2p_Ho", "01/05412345000013/22/AJY3095721P49/10/ABC123"),
    ("AQnYUc1gmkax7ipGrOHDPC5YNI8hMz", "01/05412345000013/235/8TFV883a904GH%263"),
    ("AQnYUc1gmkIXDU-iun", "01/05412345000013/21/72292641703"),
    ("AQnYUc1gmkTaASxvp7z3tqfx6", "01/05412345000013/22/AJY3095721P49"),
    ("JTLIetaiHYA", "253/3060077601309"),
    ("JVUqG5hJ5wA", "255/5678409730535"),
    ("QBl2DVoxZM2jVm3ZOWEFoxTR5HDgzZg", "401/0541234537290A41%26GHpp33"),
    ("QCJZyW9mC6Z4", "402/21173492661712079"),
    ("QUSaVjC_dA", "414/5060917510004"),
    ("JUa0T-eifdtOO9UFEmlYwv3Q", "414/5060917510004/254/RP56J920471"),
    ("QUSaVjC_dHBAVlCrg", "414/5060917510004/7040/5KFX"),
    ("QXSaVjC_dA", "417/5060917510004"),
    ("cEB2CqjAAkuwatGLJm0as27JywgtGKaPI4cGbM", "8004/0541234537290A41%26GHpp33/7040/7BVR"),
    ("gAMJCAXukTMA", "8003/04965031954585"),
    ("gBCVYNWjFkzaNWbdk5YQWjFHHkM2cAI0xdvpGo", "8010/0541234537290A41%23GH33/8011/6639047221"),
    ("gBe1ajAd9ATDmAGXPRfk", "8017/817019610850151481/8019/4003812"),
    ("gBhbV6rzBENPk", "8018/411369833821910265"),
    ("ARHKVAdpQg", "01/09780345418913"),
    ("01/05412345000013/EEarwSM", "01/05412345000013/10/ABC123"),
    ("01/05412345000013/I1j3FSNWcOGeFywaR5CZm", "01/05412345000013/235/8TFV883a904GH%263"),
    ("414/5060917510004/cEBWUKu", "414/5060917510004/7040/5KFX"),
    ("8018/411369833821910265/gBlz0X5A", "8018/411369833821910265/8019/4003812"),
    (
        "AQnYUc1gmiERBhQ0ytiyZuAGOLc1TXhXsaXbQKHFuaprwUmrBX6g",
        "01/05412345000013/10/ABC%26%2B123?7003=1903061658&expdt=1903061658&k1=v1",
    ),
];

#[test]
fn published_pairs_are_read() {
    for (packed, path) in PAIRS {
        let link = decompress(&format!("https://id.gs1.org/{packed}"));
        let link = link.unwrap_or_else(|error| panic!("{packed}: {error}"));
        assert_eq!(link, format!("https://id.gs1.org/{path}"), "{packed}");
    }
}

#[test]
fn stem_query_and_fragment_stay() {
    let link = decompress("https://sen.vn/x/AQnYUc1gmg?a=b#c").unwrap();
    assert_eq!(link, "https://sen.vn/x/01/05412345000013?a=b#c");
}

#[test]
fn what_is_not_compressed_is_refused() {
    for text in [
        "https://a/",
        "https://a/x y",
        "https://a/01",
        "https://a/AQ",
        "https://a/zzzzzzzzzz",
        "https://a/AQnYUc",
    ] {
        assert!(decompress(text).is_err(), "{text}");
    }
    assert_eq!(decompress("https://a/!").unwrap_err().code, Code::Compressed);
    // Its own parameters hold beside what is compressed.
    assert_eq!(decompress("https://a/AQnYUc1gmg?15=x").unwrap_err().at, "15");
    // A published pair whose piece is greater than its total.
    assert_eq!(decompress("https://id.gs1.org/gAYMBI_bNGwJk").unwrap_err().code, Code::PieceOfTotal);
    // The check digit is proved when the bits are read.
    assert_eq!(decompress("https://a/AQnYUc1gmA").unwrap_err().code, Code::CheckDigit);
}
