//! A question that is a source of its own.

const SCHEMA: &str = r#""@context":"https://ref.gs1.org/standards/epcis/2.0.0/query-schema.json""#;

fn found(source: &str) -> Vec<String> {
    let told = epcis::check(source.as_bytes()).errors.into_iter();
    told.map(|one| [one.rule.code(), " ", &one.at, " ", &one.wanted].concat()).collect()
}

#[test]
fn parameters_alone_are_a_question() {
    let holds = r#""eventType":["ObjectEvent"],"GE_eventTime":"2026-01-01T00:00:00+01:00","GE_quantity":1,"EQ_action":["ADD","OBSERVE"]"#;
    assert_eq!(found(&format!("{{{SCHEMA},{holds}}}")), [""; 0]);
    assert_eq!(found(&format!("{{{holds}}}")), [""; 0]);
    assert_eq!(found(&format!("{{{SCHEMA}}}")), [""; 0]);
}

#[test]
fn what_does_not_hold_in_it_is_told_at_its_parameter() {
    let wrong = r#""GE_eventTime":"not-a-date","EQ_action":["SHIPPED"],"orderDirection":"SIDEWAYS","GE_eventDate":"2026""#;
    let wanted = [
        "bad-query /GE_eventTime bad-time GE_eventTime",
        "bad-query /EQ_action unknown-word EQ_action",
        "bad-query /orderDirection bad-direction orderDirection",
        "bad-query /GE_eventDate unknown-parameter GE_eventDate",
    ];
    assert_eq!(found(&format!("{{{SCHEMA},{wrong}}}")), wanted);
    assert_eq!(found(&format!("{{{SCHEMA},\"GE_eventDate\":\"2026\"}}")), wanted[3..]);
}

#[test]
fn a_question_with_its_name_is_told_by_its_places() {
    assert_eq!(found(r#"{"name":"recalled","query":{"EQ_disposition":["recalled"]}}"#), [""; 0]);
    let wanted = ["bad-query /query/EQ_disposition unknown-word EQ_disposition"];
    assert_eq!(found(r#"{"name":"recalled","query":{"EQ_disposition":["lost"]}}"#), wanted);
    let unnamed = r#"{"query":{"EQ_disposition":["recalled"]}}"#;
    assert_eq!(found(unnamed), ["bad-query /query no-query-name name"]);
}

#[test]
fn an_object_without_parameters_is_no_question() {
    assert_eq!(found(r#"{"colour":"red"}"#), ["not-epcis  "]);
    assert_eq!(found(r#"{"type":"Question","eventType":["ObjectEvent"]}"#), ["not-epcis  "]);
}
