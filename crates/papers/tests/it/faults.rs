//! What an office learns when its own template is wrong.

use papers::testing::{self, PRINTED};
use papers::{BUILT_IN, Engine, PaperError, Templates};

use crate::reading::{letters, open};

fn with(name: &str, text: &str) -> Engine {
    Engine::new(Templates::built_in().unwrap().with(name, text).unwrap())
}

fn refusal(engine: &Engine) -> PaperError {
    engine.typeset(&testing::certificate(), PRINTED).unwrap_err()
}

#[test]
fn an_office_replaces_a_template_by_its_name() {
    let engine = with("certificate.typ", "#let d = json(\"data.json\")\nMẫu riêng của tỉnh: #d.product");
    let words = letters(&open(engine.typeset(&testing::certificate(), PRINTED).unwrap().bytes()));
    assert!(words.contains("Mẫuriêngcủatỉnh:SaĐécTửu"), "{words}");
}

#[test]
fn a_fault_names_the_template_and_the_line() {
    let engine = with("certificate.typ", "#let d = json(\"data.json\")\n\n#d.no_such_field\n");
    let PaperError::Template { name, line, message } = refusal(&engine) else {
        panic!("not a template's fault")
    };
    assert_eq!((name.as_str(), line), ("certificate.typ", 3));
    assert!(message.contains("no_such_field"), "{message}");
}

#[test]
fn a_fault_in_a_shared_file_names_that_file() {
    let engine = with("nd30.typ", "#let typeface = \"Tinos\"\n#let broken = (\n");
    let PaperError::Template { name, .. } = refusal(&engine) else { panic!("not a template's fault") };
    assert_eq!(name, "nd30.typ");
}

#[test]
fn a_template_cannot_reach_the_disk_the_network_or_the_clock() {
    for text in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../Cargo.toml\")",
        "#import \"@preview/cetz:0.3.0\": *",
        "#image(\"https://example.com/a.png\")",
        "#datetime.today().display()",
    ] {
        let refusal = refusal(&with("certificate.typ", text));
        assert!(matches!(refusal, PaperError::Template { line: 1, .. }), "{text}: {refusal}");
    }
}

#[test]
fn an_unknown_template_and_a_bad_name_are_refused() {
    let engine = Engine::new(Templates::default());
    assert!(matches!(refusal(&engine), PaperError::TemplateMissing { name } if name == "certificate.typ"));
    for name in ["", "../a.typ", "a/b.typ", "Ă.typ", ".hidden", &"x".repeat(65)] {
        assert!(
            matches!(Templates::default().with(name, ""), Err(PaperError::TemplateName { .. })),
            "{name}"
        );
    }
}

#[test]
fn every_built_in_template_can_be_read_by_an_office() {
    let templates = Templates::built_in().unwrap();
    assert_eq!(templates.names().len(), BUILT_IN.len());
    for (name, text) in BUILT_IN {
        assert_eq!(templates.text(name), Some(*text));
    }
}
