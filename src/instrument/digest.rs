use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value as Json;
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

/// The part of an instrument's file that is not about one indicator: scale, predicates, models, sections and
/// their weights, rules, sources.
pub const HEAD: &str = "head";

/// What an instrument's file says, part by part: for each indicator by its number, and for [`HEAD`], the first
/// eight digits of the digest. Two editions of the same instrument are told apart by it.
pub fn parts_of(file: &Json) -> BTreeMap<String, String> {
    let mut head = file.clone();
    let mut parts = BTreeMap::new();
    take_indicators(&mut head, &mut parts);
    parts.insert(HEAD.to_owned(), short(&head));
    parts
}

fn short(part: &Json) -> String {
    digest_of(part).chars().skip("sha256-".len()).take(8).collect()
}

/// Takes the indicators out of a section, or of the whole.
fn take_indicators(from: &mut Json, parts: &mut BTreeMap<String, String>) {
    for indicator in
        from.get_mut("indicators").and_then(Json::as_array_mut).map(std::mem::take).unwrap_or_default()
    {
        parts.insert(indicator["number"].to_string(), short(&indicator));
    }
    from.get_mut("sections").and_then(Json::as_array_mut).into_iter().flatten().for_each(|section| {
        take_indicators(section, parts);
    });
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

    #[test]
    fn an_edition_differs_where_its_file_does() {
        let file: Json = serde_json::from_str(crate::instrument::shipped("spbe-2020").unwrap()).unwrap();
        let parts = parts_of(&file);
        assert_eq!(parts.len(), 48);
        let differing = |change: fn(&mut Json)| -> Vec<String> {
            let mut other = file.clone();
            change(&mut other);
            let other = parts_of(&other);
            parts
                .iter()
                .filter(|(part, digest)| other.get(*part) != Some(digest))
                .map(|(p, _)| p.clone())
                .collect()
        };
        assert!(differing(|_| {}).is_empty());
        let indicator =
            |file: &mut Json| file["sections"][0]["sections"][0]["indicators"][2]["title"] = "x".into();
        assert_eq!(differing(indicator), ["3"]);
        assert_eq!(differing(|file| file["sections"][1]["weight"] = 1.into()), [HEAD]);
    }
}
