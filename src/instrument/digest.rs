use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// `sha256-` and 64 hexadecimal digits over the canonical JSON of a thing: keys sorted, no space.
///
/// For data without floats, as everything Takar writes is, this is the form of RFC 8785, so that any
/// other program can compute the same digest.
pub fn digest_of(thing: &impl Serialize) -> String {
    // serde_json's map is sorted; going through it is what makes the form canonical. Types of this
    // crate always serialise: their keys are texts and numbers.
    let canonical =
        serde_json::to_value(thing).and_then(|value| serde_json::to_vec(&value)).unwrap_or_default();
    let mut text = String::from("sha256-");
    for byte in Sha256::digest(&canonical) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_space_does_not_count() {
        let a: serde_json::Value = serde_json::from_str(r#"{"b":1,"a":[true,"é"]}"#).unwrap();
        let b: serde_json::Value =
            serde_json::from_str("{ \"a\" : [ true, \"\\u00e9\" ], \"b\" : 1 }").unwrap();
        assert_eq!(digest_of(&a), digest_of(&b));
        // printf '{"a":[true,"é"],"b":1}' | sha256sum
        assert_eq!(digest_of(&a), "sha256-83a3979059aec8e3857b1c8e232a8a54a415f02a223aeaa3ba97654ebef44020");
    }
}
