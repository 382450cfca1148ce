/// Compact JSON as people read it: each value in a line of its own, two spaces further in. The same as
/// `serde_json` writes indented; made from the text, so that every type is compiled for one way of writing only.
pub fn indented(compact: &str) -> String {
    let mut text = String::with_capacity(compact.len() * 2);
    let mut depth = 0_usize;
    let mut in_string = false;
    let mut is_escaped = false;
    let mut before = ' ';
    let line = |text: &mut String, depth: usize| {
        text.push('\n');
        (0..depth).for_each(|_| text.push_str("  "));
    };
    for letter in compact.chars() {
        if in_string {
            text.push(letter);
            in_string = is_escaped || letter != '"';
            is_escaped = !is_escaped && letter == '\\';
        } else {
            let opened = matches!(before, '{' | '[');
            match letter {
                '}' | ']' => {
                    depth = depth.saturating_sub(1);
                    if !opened {
                        line(&mut text, depth);
                    }
                }
                _ if opened || before == ',' => line(&mut text, depth),
                _ if before == ':' => text.push(' '),
                _ => {}
            }
            text.push(letter);
            in_string = letter == '"';
            depth += usize::from(matches!(letter, '{' | '['));
        }
        before = letter;
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Map, Value as Json, to_string, to_string_pretty};

    use super::indented;

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            "([a-z{}\\[\\],:\"\\\\\n é]|\\PC){0,8}".prop_map(Json::from),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Json::from),
                prop::collection::vec((".{0,3}", inner), 0..5)
                    .prop_map(|fields| Json::from(fields.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_is_what_serde_json_writes(json in any_json()) {
            prop_assert_eq!(indented(&to_string(&json).unwrap()), to_string_pretty(&json).unwrap());
        }
    }
}
