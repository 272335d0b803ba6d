//! JSON on several lines, in the order in which it was written.

/// Spaces of one level.
const INDENT: usize = 2;

/// The same JSON, a member a line.
pub(super) fn pretty(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let mut characters = json.chars().peekable();
    while let Some(character) = characters.next() {
        if in_text {
            out.push(character);
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => in_text = false,
                _ => {}
            }
            continue;
        }
        match character {
            '"' => {
                in_text = true;
                out.push('"');
            }
            '{' | '[' => {
                out.push(character);
                let closes = if character == '{' { '}' } else { ']' };
                if characters.next_if_eq(&closes).is_some() {
                    out.push(closes);
                } else {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(character);
            }
            ',' => {
                out.push(',');
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            space if space.is_whitespace() => {}
            other => out.push(other),
        }
    }
    out
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', depth * INDENT));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::pretty;

    #[test]
    fn members_keep_their_order_and_stand_on_lines_of_their_own() {
        let json = r#"{"b":[1,"a, {\"} [b"],"a":{},"c":[]}"#;
        let wanted = "{\n  \"b\": [\n    1,\n    \"a, {\\\"} [b\"\n  ],\n  \"a\": {},\n  \"c\": []\n}";
        assert_eq!(pretty(json), wanted);
    }

    proptest! {
        #[test]
        fn it_says_the_same(text in ".{0,40}", number in any::<i64>()) {
            let value = serde_json::json!({ "t": [text, { "n": number }], "": null });
            let again: serde_json::Value = serde_json::from_str(&pretty(&value.to_string())).unwrap();
            prop_assert_eq!(again, value);
        }
    }
}
