//! What random events may say: few values, so that queries find some.

/// The namespace of the fields that random events add.
pub const NAMESPACE: &str = "https://ns.example.org/voc/";

pub(super) const TIMES: &[&str] = &[
    "2026-01-01T00:00:00Z",
    "2026-01-01T07:00:00+07:00",
    "2026-01-01T00:00:00.001Z",
    "2026-03-05T10:30:00+07:00",
    "2026-03-05T03:29:59.999Z",
    "2026-06-30T23:59:59-05:00",
];
pub(super) const EPCS: &[&str] = &[
    "urn:epc:id:sgtin:0614141.107346.2017",
    "https://id.gs1.org/01/10614141073464/21/2017",
    "https://shop.example.com/p/01/10614141073464/21/2018",
    "urn:epc:id:sgtin:0614141.107346.2018",
    "urn:epc:id:sgtin:0614141.012345.A%2F1",
    "https://id.gs1.org/01/00614141123452/21/A%2F1",
    "urn:epc:id:sscc:0614141.1234567890",
    "https://id.gs1.org/00/106141412345678908",
    "urn:epc:id:grai:0614141.12345.400",
    "https://id.gs1.org/8003/00614141123452400",
    "urn:uuid:3a0b1c2d-0000-4000-8000-000000000001",
    "https://example.com/crates/17",
    "https://example.com/crates/18",
];
pub(super) const CLASSES: &[&str] = &[
    "urn:epc:class:lgtin:4012345.012345.998877",
    "https://id.gs1.org/01/04012345123456/10/998877",
    "https://id.gs1.org/01/04012345123456/10/L2",
    "urn:epc:idpat:sgtin:4012345.012345.*",
    "https://id.gs1.org/01/04012345123456",
    "urn:epc:class:lgtin:4012345.012346.77",
    "https://example.com/classes/rice",
];
pub(super) const PLACES: &[&str] = &[
    "urn:epc:id:sgln:0614141.00777.0",
    "https://id.gs1.org/414/0614141007776",
    "urn:epc:id:sgln:0614141.07346.1234",
    "https://id.gs1.org/414/0614141073467/254/1234",
    "https://example.com/farms/1",
];
pub(super) const PARTIES: &[&str] = &[
    "urn:epc:id:pgln:0614141.00777",
    "https://id.gs1.org/417/0614141007776",
    "https://example.com/parties/1",
];
pub(super) const STEPS: &[&str] = &[
    "shipping",
    "urn:epcglobal:cbv:bizstep:receiving",
    "https://ref.gs1.org/cbv/BizStep-packing",
    "https://example.com/steps/drying",
];
pub(super) const STATES: &[&str] =
    &["in_transit", "https://ref.gs1.org/cbv/Disp-active", "recalled", "https://example.com/states/dry"];
pub(super) const DOCUMENTS: &[&str] = &[
    "urn:epc:id:gdti:0614141.00001.1618034",
    "https://id.gs1.org/253/06141410000121618034",
    "http://transaction.example.com/po/1",
];
pub(super) const DEVICES: &[&str] =
    &["urn:epc:id:giai:4000001.111", "https://id.gs1.org/8004/4000001111", "https://example.com/devices/1"];
pub(super) const OWN_VALUES: &[&str] = &[
    "\"5\"",
    "5",
    "5.0",
    "-2.5",
    "\"007\"",
    "\"7\"",
    "\"abc\"",
    "\"abd\"",
    "true",
    "\"true\"",
    "null",
    "\"\"",
    "\"2026-01-01\"",
    "\"2026-01-01T00:00:00Z\"",
    "\"2026-03-05T10:30:00+07:00\"",
    "[\"abc\", 5]",
    "[]",
    "{}",
    "\"urn:epc:id:sgln:0614141.00777.0\"",
    "\"https://id.gs1.org/414/0614141007776\"",
    "\"123456789012345678\"",
];
pub(super) const NAMES: &[&str] = &["a", "b_c"];
pub(super) const READINGS: &[(&str, &str)] = &[
    ("25", "CEL"),
    ("298.15", "KEL"),
    ("77", "FAH"),
    ("0", "CEL"),
    ("1.5", "KGM"),
    ("1500", "GRM"),
    ("3", "P1"),
];
