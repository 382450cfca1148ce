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
use takar::assessment::{EVIDENCE_LIMIT, LOCATION_LIMIT, REMARK_LIMIT, Refused, TEXT_LIMIT, TITLE_LIMIT};
use takar::exchange::{
    Problem, evidence_file_schema, package_schema, read_any, schema, write, write_compact, write_evidence,
};

use made::{Fractions, any_assessment, evidence_samples, instrument, package_samples, samples};

/// A kind of file: its published schema, and a file in which every known field stands.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Assessment,
    Evidence,
    Package,
}

const FORMS: [Form; 3] = [Form::Assessment, Form::Evidence, Form::Package];

impl Form {
    fn published(self) -> PathBuf {
        let name = match self {
            Self::Assessment => "takar-1.schema.json",
            Self::Evidence => "takar-evidence-1.schema.json",
            Self::Package => "takar-work-package-1.schema.json",
        };
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/schema").join(name)
    }

    fn schema(self) -> Json {
        let schema = match self {
            Self::Assessment => schema(),
            Self::Evidence => evidence_file_schema(),
            Self::Package => package_schema(),
        };
        serde_json::to_value(schema).unwrap()
    }

    fn validator(self) -> Validator {
        jsonschema::validator_for(&self.schema()).unwrap()
    }

    fn full(self) -> Json {
        match self {
            Self::Assessment => full(),
            Self::Package => {
                let mut file = full();
                let fields = file.as_object_mut().unwrap();
                fields.insert("kind".into(), "work-package".into());
                fields.insert("order".into(), order());
                file
            }
            Self::Evidence => {
                let mut file = full();
                let fields = file.as_object_mut().unwrap();
                fields.retain(|name, _| {
                    let kept =
                        ["format", "version", "id", "instrument", "agency", "year", "evidence", "links"];
                    kept.contains(&name.as_str())
                });
                fields.insert("kind".into(), "evidence".into());
                file
            }
        }
    }

    fn samples(self, folder: &str) -> std::collections::BTreeMap<String, Vec<u8>> {
        match self {
            Self::Assessment => samples(folder),
            Self::Evidence => evidence_samples(folder),
            Self::Package => package_samples(folder),
        }
    }
}

/// The reader's whole verdict: the form, then the instrument's rules.
fn verdict(file: &Json) -> Result<(), Problem> {
    judge(file.to_string().as_bytes())
}

fn judge(bytes: &[u8]) -> Result<(), Problem> {
    let anything = read_any(bytes)?;
    anything.verify(instrument(anything.instrument_id())).map(|_| ())
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// What makes a work package.
fn order() -> Json {
    let stamp = json!({ "at": "2025-06-20T08:05:09Z", "by": "Diskominfo" });
    json!({
        "unit": "u-1",
        "name": "Bappeda",
        "contact": "Sekretariat",
        "indicators": [4, 12],
        "instructions": "Lengkapi penjelasan.",
        "due": "2026-05-29",
        "issued": stamp,
        "returned": stamp,
    })
}

/// A file in which every known field stands.
fn full() -> Json {
    let stamp = json!({ "at": "2025-06-20T08:05:09Z", "by": "Diskominfo" });
    json!({
        "format": "takar",
        "version": 1,
        "kind": "assessment",
        "id": "kota-umpama-2025",
        "instrument": { "id": "pemdi-2026", "digest": "sha256-0", "parts": { "12": "0a1b2c3d", "head": "4e5f6071" } },
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
                    "note": "Pasal 7 belum dirujuk.",
                    "justification": "Tingkat 3 terpenuhi sebagian.",
                    "changed": stamp,
                },
            },
        },
        "units": {
            "u-1": {
                "name": "Bappeda",
                "contact": "Sekretariat",
                "indicators": [4, 12],
                "issued": stamp,
                "returned": stamp,
                "changed": stamp,
            },
        },
        "briefing": { "instructions": "Lengkapi penjelasan.", "due": "2026-05-29" },
        "records": {
            "closed": { "mandiri": { "by": "Koordinator", "on": "2026-08-14", "note": "Sesuai surat.", "changed": stamp } },
            "sessions": {
                "s-1": {
                    "title": "Ruang 1", "date": "2026-09-22", "start": "09:00", "end": "11:30", "zone": "wita",
                    "room": "Aula", "link": "https://rapat.contoh.go.id/1", "attendees": "Asesor\nKoordinator",
                    "indicators": [4, 12], "note": "Bawa dokumen asli.", "changed": stamp,
                },
            },
            "questions": {
                "12:q-1": {
                    "session": "s-1", "question": "Sejak kapan?", "answer": "2023.", "follow_up": "Unggah SK.",
                    "owner": "u-1", "due": "2026-09-22+5", "done": true, "changed": stamp,
                },
            },
            "holidays": { "2026-09-23": { "name": "Hari jadi", "works": true, "changed": stamp } },
            "aims": { "12": { "target": "3.75", "locked": true, "changed": stamp } },
            "steps": {
                "12:3": {
                    "effort": 4, "planned": true, "owner": "u-1", "due": "2026-07-01", "progress": "berjalan",
                    "note": "Susun SOP.", "changed": stamp,
                },
            },
            "scenarios": { "a": { "name": "Hemat", "values": { "12": "3.00" }, "note": "Untuk rapat.", "changed": stamp } },
            "findings": {
                "all": {
                    "fulfilment": "Sebagian.", "strengths": "Kuat.", "weaknesses": "Lemah.",
                    "recommendations": "Lengkapi.", "changed": stamp,
                },
            },
            "cover": {
                "cover": {
                    "letterhead": "PEMERINTAH KOTA UMPAMA", "place": "Umpama", "date": "2026-08-14",
                    "signatories": [{ "role": "Koordinator", "name": "A. Umpama", "number": "19800101" }],
                    "changed": stamp,
                },
            },
        },
        "revisions": {
            "copy": "k3f9",
            "entries": {},
            "marks": { "year": "k3f9.1 .0 < 0f3a12bc34de ^ .0" },
        },
        "log": [
            {
                "at": "2026-01-01T00:00:00Z",
                "until": "2026-01-01T00:03:00Z",
                "by": "Diskominfo",
                "what": "answers/mandiri/10/value",
                "from": "2.00",
                "to": "3.00",
            },
        ],
        "evidence": {
            "b-1": {
                "title": "Laporan IKASANDI",
                "kind": "nilai",
                "number": "12/2026",
                "date": "2026-03-01",
                "valid_until": "2027-03-01",
                "unit": "Diskominfo",
                "location": "Lemari 3",
                "pages": "1-4",
                "remark": "Salinan",
                "file": {
                    "name": "10.a.IKASANDI.pdf",
                    "size": 1024,
                    "media_type": "application/pdf",
                    "sha256": "0".repeat(64),
                },
                "reviews": [
                    { "status": "perlu-revisi", "note": "Tanpa tanda tangan.", "at": "2026-04-01T01:00:00Z", "by": "Asesor" },
                ],
                "changed": stamp,
            },
        },
        "links": [{ "evidence": "b-1", "indicator": 10, "level": 1, "expected": "a", "pages": "2" }],
        "required": "dikirim",
        "assessed": { "5": { "value": "2.00", "external": "25", "changed": stamp } },
        "created": stamp,
        "changed": stamp,
    })
}

/// JSON pointers to everything inside, containers included.
fn pointers(json: &Json) -> Vec<String> {
    let parts: Vec<(String, &Json)> = match json {
        Json::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Json::Array(items) => items.iter().enumerate().map(|(i, item)| (i.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for (key, value) in parts {
        found.push(format!("/{key}"));
        found.extend(pointers(value).into_iter().map(|below| format!("/{key}{below}")));
    }
    found
}

/// The JSON path of a pointer: what stands in a list has a number in brackets.
fn path_of(pointer: &str) -> String {
    pointer.split('/').skip(1).fold("$".to_owned(), |path, step| match step.parse::<usize>() {
        // Keys of answers and of assessed values are numbers too.
        Ok(at) if [".links", ".log", ".reviews", ".indicators"].iter().any(|list| path.ends_with(list)) => {
            format!("{path}[{at}]")
        }
        _ => format!("{path}.{step}"),
    })
}

fn without(json: &Json, pointer: &str) -> Json {
    let mut copy = json.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match copy.pointer_mut(parent).unwrap() {
        Json::Array(items) => drop(items.remove(key.parse().unwrap())),
        other => drop(other.as_object_mut().unwrap().remove(key).unwrap()),
    }
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
    for form in FORMS {
        let mut text = serde_json::to_string_pretty(&form.schema()).unwrap();
        text.push('\n');
        let path = form.published();
        if std::env::var("UPDATE_SCHEMA").is_ok_and(|value| value == "1") {
            fs::write(&path, &text).unwrap();
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        let path = path.display();
        assert!(there == text, "{path} is out of date; UPDATE_SCHEMA=1 cargo test --test schema writes it");
    }
}

#[test]
fn the_schema_is_sound_and_names_itself_without_any_host() {
    for (form, id, title) in [
        (Form::Assessment, "urn:takar:schema:assessment:1", "Takar assessment, format version 1"),
        (Form::Evidence, "urn:takar:schema:evidence:1", "Takar register of evidence, format version 1"),
        (Form::Package, "urn:takar:schema:work-package:1", "Takar work package, format version 1"),
    ] {
        let schema = form.schema();
        assert!(jsonschema::meta::is_valid(&schema), "not a schema of its own dialect");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], id);
        assert_eq!(schema["title"], title);
    }
}

/// Objects of the schema that have properties: the file itself and its parts.
fn parts(schema: &Json) -> Vec<(&str, &Json)> {
    let parts = schema["$defs"].as_object().unwrap().iter().map(|(name, part)| (name.as_str(), part));
    std::iter::once(("the file", schema)).chain(parts).collect()
}

#[test]
fn every_field_of_the_schema_says_what_it_is() {
    let mut fields = 0;
    let schemas = FORMS.map(Form::schema);
    for (schema, (part, definition)) in schemas.iter().flat_map(|s| parts(s).into_iter().map(move |p| (s, p)))
    {
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
    // Everywhere but among stages, numbers of indicators, ids of documents and entries, and marks.
    let books =
        ["closed", "sessions", "questions", "holidays", "aims", "steps", "scenarios", "findings", "cover"];
    let books: Vec<_> = books.iter().map(|book| format!("/records/{book}")).collect();
    let closed = [
        "/instrument/parts",
        "/records/scenarios/a/values",
        "/answers",
        "/answers/dokumen",
        "/evidence",
        "/assessed",
        "/units",
        "/revisions/entries",
        "/revisions/marks",
    ];
    let closed: Vec<_> = closed.into_iter().chain(books.iter().map(String::as_str)).collect();
    let objects = |file: &Json| -> Vec<_> {
        let all = pointers(file).into_iter().filter(|at| file.pointer(at).unwrap().is_object());
        all.chain([String::new()]).collect()
    };
    assert_eq!(FORMS.map(|form| objects(&form.full()).len()), [60, 10, 63]);
    let forms = FORMS.map(|form| (form.validator(), form.full()));
    for (validator, file, at) in forms
        .iter()
        .flat_map(|(validator, file)| objects(file).into_iter().map(move |at| (validator, file, at)))
    {
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
    let example = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/public/examples/kota-contoh.json")).unwrap();
    let mut files: Vec<_> = FORMS
        .iter()
        .flat_map(|form| form.samples("valid").into_iter().map(|(name, bytes)| (*form, name, bytes)))
        .collect();
    files.push((Form::Assessment, "kota-contoh.json".into(), example));
    assert!(files.len() > 8);
    for (form, name, bytes) in files {
        let validator = form.validator();
        let file: Json = serde_json::from_slice(without_mark(&bytes)).unwrap();
        let errors: Vec<_> =
            validator.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn a_sample_whose_form_the_reader_refuses_is_not_valid_either() {
    let mut checked = 0;
    let files = FORMS
        .iter()
        .flat_map(|form| form.samples("invalid").into_iter().map(|(name, bytes)| (*form, name, bytes)));
    for (form, name, bytes) in files {
        let validator = form.validator();
        // What is no JSON has no schema.
        let Ok(file) = serde_json::from_slice::<Json>(&bytes) else { continue };
        let valid = validator.is_valid(&file);
        // `read` sees what serde_json hides, such as keys that stand twice.
        match judge(&bytes) {
            Ok(()) => panic!("{name} was taken"),
            Err(problem) if only_the_reader_knows(&problem) => assert!(valid, "{name}"),
            Err(Problem::DuplicateKey { .. } | Problem::Digest) if valid => {}
            // "7" and "07" are two keys to a schema.
            Err(Problem::Shape { expected: "one entry, this key stands twice", .. }) => assert!(valid),
            // A schema compares neither links with each other nor days with the calendar.
            Err(Problem::Shape {
                expected: "another link, this one stands twice" | "a day that exists, such as 2026-11-22",
                ..
            }) if valid => {}
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
    use Refused::{
        NoNote, NoReviewer, NotAssessed, OutsideScale, TooManyDecimals, UnknownEvidence, UnknownExpected,
        UnknownLevel, UnknownSection,
    };
    match problem {
        Problem::UnknownInstrument { .. } | Problem::UnknownIndicator { .. } => true,
        Problem::Refused { reason, .. } => matches!(
            reason,
            OutsideScale { .. }
                | TooManyDecimals { .. }
                | UnknownLevel { .. }
                | UnknownExpected { .. }
                | UnknownEvidence(_)
                | UnknownSection(_)
                | NotAssessed(_)
                | NoReviewer
                | NoNote { .. }
        ),
        _ => false,
    }
}

#[test]
fn the_schema_requires_exactly_the_fields_that_the_reader_requires() {
    let register = [
        "/evidence/b-1/changed/at",
        "/evidence/b-1/file/name",
        "/evidence/b-1/file/size",
        "/evidence/b-1/reviews/0/at",
        "/evidence/b-1/reviews/0/status",
        "/evidence/b-1/title",
        "/links/0/evidence",
        "/links/0/indicator",
        "/links/0/level",
    ];
    let envelope = [
        "/agency",
        "/agency/kind",
        "/agency/name",
        "/format",
        "/id",
        "/instrument",
        "/instrument/digest",
        "/instrument/id",
        "/kind",
        "/version",
        "/year",
    ];
    let answers = [
        "/answers/dokumen/12/changed/at",
        "/assessed/5/changed/at",
        "/assessed/5/value",
        "/changed",
        "/changed/at",
        "/created",
        "/created/at",
        "/log/0/at",
        "/log/0/what",
    ];
    let units =
        ["/units/u-1/changed/at", "/units/u-1/issued/at", "/units/u-1/name", "/units/u-1/returned/at"];
    let order = [
        "/order",
        "/order/indicators",
        "/order/issued",
        "/order/issued/at",
        "/order/name",
        "/order/returned/at",
        "/order/unit",
    ];
    let books = ["aims/12", "closed/mandiri", "cover/cover", "findings/all", "holidays/2026-09-23"]
        .into_iter()
        .chain(["questions/12:q-1", "scenarios/a", "sessions/s-1", "steps/12:3"]);
    let books: Vec<String> = books.map(|entry| format!("/records/{entry}/changed/at")).collect();
    let named = [
        "/records/closed/mandiri/by",
        "/records/holidays/2026-09-23/name",
        "/records/scenarios/a/name",
        "/records/sessions/s-1/title",
    ];
    let books = books.iter().map(String::as_str).chain(named);
    let assessment: Vec<&str> = answers.iter().chain(&units).copied().chain(books).collect();
    let package: Vec<&str> = assessment.iter().chain(&order).copied().collect();
    for (form, own) in [(Form::Assessment, &*assessment), (Form::Evidence, &[]), (Form::Package, &*package)] {
        let validator = form.validator();
        let file = form.full();
        assert!(validator.is_valid(&file));
        assert_eq!(verdict(&file), Ok(()));
        let mut required = BTreeSet::new();
        for at in pointers(&file) {
            let less = without(&file, &at);
            let taken = verdict(&less);
            if let Err(problem) = &taken
                && only_the_reader_knows(problem)
            {
                continue;
            }
            assert_eq!(validator.is_valid(&less), taken.is_ok(), "without {at}: {taken:?}");
            if let Err(problem) = taken {
                // A file without its mark is no file of Takar's, and has messages of its own.
                if !["/format", "/version", "/kind"].contains(&at.as_str()) {
                    let path = path_of(&at);
                    assert_eq!(problem, Problem::Shape { path, expected: "a value, it is missing" });
                }
                required.insert(at);
            }
        }
        let expected = register.iter().chain(&envelope).chain(own);
        assert_eq!(required, expected.map(|at| (*at).to_owned()).collect());
    }
}

#[test]
fn a_wrong_type_in_any_known_field_is_refused_by_the_schema_and_by_the_reader() {
    let (refused, beyond) =
        FORMS.map(try_wrong_types).into_iter().fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    assert!(refused > 1000 && beyond > 20, "{refused} refused by both, {beyond} by the reader alone");
}

fn try_wrong_types(form: Form) -> (usize, usize) {
    let validator = form.validator();
    let file = form.full();
    // The list of fields cannot grow old: every property of the schema stands in the file.
    let schema = form.schema();
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
    (refused, beyond)
}

#[test]
fn texts_are_limited_alike_by_the_schema_and_by_the_reader() {
    let validator = Form::Assessment.validator();
    for (at, limit) in [
        ("/evidence/b-1/title", EVIDENCE_LIMIT),
        ("/evidence/b-1/number", EVIDENCE_LIMIT),
        ("/evidence/b-1/unit", EVIDENCE_LIMIT),
        ("/evidence/b-1/pages", EVIDENCE_LIMIT),
        ("/evidence/b-1/location", LOCATION_LIMIT),
        ("/evidence/b-1/remark", REMARK_LIMIT),
        ("/evidence/b-1/file/name", LOCATION_LIMIT),
        ("/evidence/b-1/reviews/0/note", REMARK_LIMIT),
        ("/links/0/pages", EVIDENCE_LIMIT),
        ("/agency/name", TITLE_LIMIT),
        ("/title", TITLE_LIMIT),
        ("/answers/dokumen/12/explanation/facts", TEXT_LIMIT),
        ("/answers/dokumen/12/explanation/analysis", TEXT_LIMIT),
        ("/id", 40),
        ("/units/u-1/name", TITLE_LIMIT),
        ("/units/u-1/contact", EVIDENCE_LIMIT),
        ("/briefing/instructions", REMARK_LIMIT),
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
    let validator = Form::Assessment.validator();
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
        thread_local!(static VALIDATORS: [Validator; 3] = FORMS.map(Form::validator));
        let form = if assessment.order.is_some() { 2 } else { 0 };
        for (form, text) in
            [(form, write(&assessment)), (form, write_compact(&assessment)), (1, write_evidence(&assessment))]
        {
            let file: Json = serde_json::from_str(&text).unwrap();
            VALIDATORS.with(|validators| {
                let validator = &validators[form];
                let errors: Vec<_> = validator.iter_errors(&file).map(|e| e.to_string()).collect();
                prop_assert!(errors.is_empty(), "{:?}", errors);
                Ok(())
            })?;
        }
    }
}
