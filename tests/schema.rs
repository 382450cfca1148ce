#![cfg(not(target_arch = "wasm32"))]
//! The published JSON Schema says what the reader takes, and the reader takes what it says.
//!
//! The schema comes from the types, the reader is written by hand: only these tests hold them together.

mod made;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use takar::assessment::{Refused, TEXT_LIMIT, TITLE_LIMIT};
use takar::exchange::{Problem, read, schema, verify, write, write_compact};

use made::{Fractions, any_assessment, instrument, samples};

fn published() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/schema/takar-1.schema.json")
}

fn schema_json() -> Json {
    serde_json::to_value(schema()).unwrap()
}

fn validator() -> Validator {
    jsonschema::validator_for(&schema_json()).unwrap()
}

/// The reader's whole verdict: the form, then the instrument's rules.
fn verdict(file: &Json) -> Result<(), Problem> {
    let incoming = read(file.to_string().as_bytes())?;
    verify(&incoming, instrument(&incoming.assessment.instrument.id)).map(|_| ())
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// A file in which every known field stands.
fn full() -> Json {
    let stamp = json!({ "at": "2025-06-20T08:05:09Z", "by": "Diskominfo" });
    json!({
        "format": "takar",
        "version": 1,
        "kind": "assessment",
        "id": "kota-umpama-2025",
        "instrument": { "id": "pemdi-2026", "digest": "sha256-0" },
        "agency": { "name": "Kota Umpama", "kind": "kota" },
        "year": 2026,
        "title": "Draf kedua",
        "target": "3.25",
        "stage": "dokumen",
        "answers": {
            "dokumen": {
                "12": {
                    "value": "2.75",
                    "explanation": { "facts": "Perwali Umpama 12/2023.", "analysis": "Memenuhi." },
                    "changed": stamp,
                },
            },
        },
        "created": stamp,
        "changed": stamp,
    })
}

/// JSON pointers to everything inside, containers included.
fn pointers(json: &Json) -> Vec<String> {
    let mut found = Vec::new();
    if let Json::Object(fields) = json {
        for (key, value) in fields {
            found.push(format!("/{key}"));
            found.extend(pointers(value).into_iter().map(|below| format!("/{key}{below}")));
        }
    }
    found
}

fn without(json: &Json, pointer: &str) -> Json {
    let mut copy = json.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    copy.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    copy
}

fn with(json: &Json, pointer: &str, value: Json) -> Json {
    let mut copy = json.clone();
    *copy.pointer_mut(pointer).unwrap() = value;
    copy
}

// ---------------------------------------------------------------- the file

#[test]
fn the_published_schema_is_the_one_of_this_program() {
    let mut text = serde_json::to_string_pretty(&schema()).unwrap();
    text.push('\n');
    if std::env::var("UPDATE_SCHEMA").is_ok_and(|value| value == "1") {
        fs::write(published(), &text).unwrap();
    }
    let there = fs::read_to_string(published()).unwrap_or_default();
    assert!(
        there == text,
        "public/schema/takar-1.schema.json is out of date; UPDATE_SCHEMA=1 cargo test --test schema writes it"
    );
}

#[test]
fn the_schema_is_sound_and_names_itself_without_any_host() {
    let schema = schema_json();
    assert!(jsonschema::meta::is_valid(&schema), "not a schema of its own dialect");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:takar:schema:assessment:1");
    assert_eq!(schema["title"], "Takar assessment, format version 1");
}

/// Objects of the schema that have properties: the file itself and its parts.
fn parts(schema: &Json) -> Vec<(&str, &Json)> {
    let parts = schema["$defs"].as_object().unwrap().iter().map(|(name, part)| (name.as_str(), part));
    std::iter::once(("the file", schema)).chain(parts).collect()
}

#[test]
fn every_field_of_the_schema_says_what_it_is() {
    let schema = schema_json();
    let mut fields = 0;
    for (part, definition) in parts(&schema) {
        for (name, field) in definition["properties"].as_object().into_iter().flatten() {
            let referred = [&field["$ref"], &field["anyOf"][0]["$ref"]].into_iter().find_map(Json::as_str);
            let target = referred.and_then(|at| schema.pointer(at.strip_prefix('#').unwrap()));
            let description =
                [Some(field), target].into_iter().flatten().find_map(|f| f["description"].as_str());
            assert!(description.is_some_and(|text| text.len() > 10), "{part}: {name} has no description");
            fields += 1;
        }
    }
    assert!(fields > 20, "{fields} fields");
}

#[test]
fn unknown_fields_are_welcome_wherever_fields_have_names() {
    let validator = validator();
    let file = full();
    // Everywhere but among stages, and among the numbers of indicators.
    let closed = ["/answers", "/answers/dokumen"];
    let objects: Vec<_> = pointers(&file)
        .into_iter()
        .filter(|at| file.pointer(at).unwrap().is_object())
        .chain([String::new()])
        .collect();
    assert_eq!(objects.len(), 10);
    for at in objects {
        let mut more = file.clone();
        let object = more.pointer_mut(&at).unwrap().as_object_mut().unwrap();
        object.insert("a field of tomorrow".into(), json!([null, { "x": 1.5 }]));
        let open = !closed.contains(&at.as_str());
        assert_eq!(validator.is_valid(&more), open, "schema, {at}");
        assert_eq!(verdict(&more).is_ok(), open, "reader, {at}");
    }
}

// ---------------------------------------------------------------- schema and reader

#[test]
fn every_good_sample_and_the_example_are_valid() {
    let validator = validator();
    let example = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/public/examples/kota-contoh.json")).unwrap();
    let mut files = samples("valid");
    files.insert("kota-contoh.json".into(), example);
    assert!(files.len() > 5);
    for (name, bytes) in files {
        let file: Json = serde_json::from_slice(without_mark(&bytes)).unwrap();
        let errors: Vec<_> =
            validator.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn a_sample_whose_form_the_reader_refuses_is_not_valid_either() {
    let validator = validator();
    let mut checked = 0;
    for (name, bytes) in samples("invalid") {
        // What is no JSON has no schema.
        let Ok(file) = serde_json::from_slice::<Json>(&bytes) else { continue };
        let valid = validator.is_valid(&file);
        // `read` sees what serde_json hides, such as keys that stand twice.
        match read(&bytes).and_then(|incoming| {
            verify(&incoming, instrument(&incoming.assessment.instrument.id)).map(|_| ())
        }) {
            Ok(()) => panic!("{name} was taken"),
            Err(problem) if only_the_reader_knows(&problem) => assert!(valid, "{name}"),
            Err(Problem::DuplicateKey { .. } | Problem::Digest) if valid => {}
            // "7" and "07" are two keys to a schema.
            Err(Problem::Shape { expected: "one entry, this key stands twice", .. }) => assert!(valid),
            Err(problem) => {
                assert!(!valid, "{name}: the schema takes it, the reader says {problem}");
                checked += 1;
            }
        }
    }
    assert!(checked >= 20, "{checked}");
}

/// What no schema can say: it knows no instrument.
fn only_the_reader_knows(problem: &Problem) -> bool {
    use Refused::{OutsideScale, TooManyDecimals};
    match problem {
        Problem::UnknownInstrument { .. } | Problem::UnknownIndicator { .. } => true,
        Problem::Refused { reason, .. } => matches!(reason, OutsideScale { .. } | TooManyDecimals { .. }),
        _ => false,
    }
}

#[test]
fn the_schema_requires_exactly_the_fields_that_the_reader_requires() {
    let validator = validator();
    let file = full();
    assert!(validator.is_valid(&file));
    assert_eq!(verdict(&file), Ok(()));
    let mut required = BTreeSet::new();
    for at in pointers(&file) {
        let less = without(&file, &at);
        let taken = verdict(&less);
        assert_eq!(validator.is_valid(&less), taken.is_ok(), "without {at}: {taken:?}");
        if let Err(problem) = taken {
            // A file without its mark is no file of Takar's, and has messages of its own.
            if !["/format", "/version", "/kind"].contains(&at.as_str()) {
                let path = format!("${}", at.replace('/', "."));
                assert_eq!(problem, Problem::Shape { path, expected: "a value, it is missing" });
            }
            required.insert(at);
        }
    }
    let expected = [
        "/agency",
        "/agency/kind",
        "/agency/name",
        "/answers/dokumen/12/changed/at",
        "/changed",
        "/changed/at",
        "/created",
        "/created/at",
        "/format",
        "/id",
        "/instrument",
        "/instrument/digest",
        "/instrument/id",
        "/kind",
        "/version",
        "/year",
    ];
    assert_eq!(required, expected.into_iter().map(str::to_owned).collect());
}

#[test]
fn a_wrong_type_in_any_known_field_is_refused_by_the_schema_and_by_the_reader() {
    let validator = validator();
    let file = full();
    // The list of fields cannot grow old: every property of the schema stands in the file.
    let schema = schema_json();
    let all = pointers(&file);
    for (part, definition) in parts(&schema) {
        for name in definition["properties"].as_object().into_iter().flatten().map(|(name, _)| name) {
            let there = name == "digest" || all.iter().any(|at| at.ends_with(&format!("/{name}")));
            assert!(there, "{part}: {name} is not tried");
        }
    }
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(3),
        json!(7),
        json!(-1),
        json!(3.5),
        json!(2025),
        json!(70_000),
        json!(""),
        json!(" "),
        json!("x"),
        json!("1"),
        json!("3.00"),
        json!("3,00"),
        json!("7.00"),
        json!("3.456"),
        json!("mandiri"),
        json!("2025-06-20"),
        json!("2025-06-20T08:05:09Z"),
        json!("2025-06-20T08:05:09+07:00"),
        json!("2025-06-31T24:00:00Z"),
        json!([]),
        json!([1]),
        json!({}),
        json!({ "x": 1 }),
        json!({ "mandiri": null }),
        json!({ "1": null }),
        json!({ "1": { "value": "3.00" } }),
    ];
    let (mut refused, mut beyond) = (0, 0);
    for at in &all {
        for other in &others {
            let changed = with(&file, at, other.clone());
            let taken = verdict(&changed);
            match (validator.is_valid(&changed), taken) {
                (true, Ok(())) => {}
                (false, Err(_)) => refused += 1,
                (true, Err(problem)) if only_the_reader_knows(&problem) => beyond += 1,
                (valid, taken) => panic!("{at} = {other}: schema {valid}, reader {taken:?}"),
            }
        }
    }
    assert!(refused > 400 && beyond > 5, "{refused} refused by both, {beyond} by the reader alone");
}

#[test]
fn texts_are_limited_alike_by_the_schema_and_by_the_reader() {
    let validator = validator();
    for (at, limit) in [
        ("/agency/name", TITLE_LIMIT),
        ("/title", TITLE_LIMIT),
        ("/answers/dokumen/12/explanation/facts", TEXT_LIMIT),
        ("/answers/dokumen/12/explanation/analysis", TEXT_LIMIT),
        ("/id", 40),
    ] {
        // Letters count, not bytes; an id has none beyond ASCII.
        let letter = if at == "/id" { "a" } else { "é" };
        for (length, fits) in [(limit, true), (limit + 1, false)] {
            let file = with(&full(), at, letter.repeat(length).into());
            assert_eq!(validator.is_valid(&file), fits, "schema, {at}, {length}");
            assert_eq!(verdict(&file).is_ok(), fits, "reader, {at}, {length}");
        }
    }
}

#[test]
fn keys_of_answers_are_limited_alike_by_the_schema_and_by_the_reader() {
    let validator = validator();
    for (key, fits) in [
        ("1", true),
        ("04", true),
        ("20", true),
        ("", false),
        ("a", false),
        ("1.0", false),
        ("-1", false),
        ("+1", false),
    ] {
        let file = with(&full(), "/answers", json!({ "akhir": { key: {} } }));
        assert_eq!(validator.is_valid(&file), fits, "schema, {key:?}");
        assert_eq!(verdict(&file).is_ok(), fits, "reader, {key:?}");
    }
    for (stage, fits) in
        [("mandiri", true), ("akhir", true), ("Mandiri", false), ("", false), ("lapangan", false)]
    {
        let file = with(&full(), "/answers", json!({ stage: {} }));
        assert_eq!(validator.is_valid(&file), fits, "schema, {stage:?}");
        assert_eq!(verdict(&file).is_ok(), fits, "reader, {stage:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_file_that_is_written_is_valid(assessment in any_assessment(Fractions::Some)) {
        thread_local!(static VALIDATOR: Validator = validator());
        for text in [write(&assessment), write_compact(&assessment)] {
            let file: Json = serde_json::from_str(&text).unwrap();
            VALIDATOR.with(|validator| {
                let errors: Vec<_> = validator.iter_errors(&file).map(|e| e.to_string()).collect();
                prop_assert!(errors.is_empty(), "{:?}", errors);
                Ok(())
            })?;
        }
    }
}
