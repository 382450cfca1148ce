#![cfg(not(target_arch = "wasm32"))]
//! All drafts as one file, with and without a password.

mod made;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use proptest::collection::btree_map;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use takar::assessment::{Assessment, Change, Field, Stage, Stamp, Time, apply};
use takar::exchange::{
    AnyFile, BACKUP_LIMIT_BYTES, BackedUp, BackedUpContent, BackedUpSnapshot, Backup, BackupFate,
    FILE_LIMIT_BYTES, ITERATIONS, LIMIT_BYTES, Lock, Problem, backup_fate, backup_schema,
    encrypted_backup_schema, read, read_file, write, write_backup, write_compact,
};
use takar::instrument::{Value, digest_of};

use made::{Fractions, SPBE, any_assessment, samples};

fn stamp() -> Stamp {
    Stamp::new(Time::parse("2026-11-23T01:00:00Z").unwrap(), "Diskominfo")
}

fn backup_of(drafts: &BTreeMap<String, String>) -> Backup {
    let drafts = drafts.iter().map(|(id, text)| BackedUp::of(id, text)).collect();
    let extra = Default::default();
    Backup { made: stamp(), drafts, trash: Vec::new(), snapshots: Vec::new(), extra }
}

fn opened(text: &str) -> Result<Backup, Problem> {
    match read_file(text.as_bytes())? {
        AnyFile::Backup(backup, _) => Ok(backup),
        other => panic!("{other:?}"),
    }
}

fn sample(name: &str) -> Assessment {
    read(&samples("valid")[name]).unwrap().assessment
}

fn kept(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/versions").join(name);
    fs::read_to_string(path).unwrap()
}

// ---------------------------------------------------------------- without a password

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_goes_into_a_backup_comes_out_of_it(
        drafts in btree_map("[a-z0-9]{4,12}", any_assessment(Fractions::Some), 0..4),
        odd in btree_map("[A-Z][A-Za-z0-9-]{0,39}", ".{0,80}", 0..3),
    ) {
        let mut texts: BTreeMap<String, String> = odd;
        for (id, assessment) in &drafts {
            texts.insert(id.clone(), write_compact(&Assessment { id: id.clone(), ..assessment.clone() }));
        }
        let backup = backup_of(&texts);
        let file = write_backup(&backup);
        let again = opened(&file).unwrap();
        prop_assert_eq!(&again, &backup);
        prop_assert_eq!(write_backup(&again), file);
        for entry in &again.drafts {
            match drafts.get(&entry.id) {
                Some(assessment) => {
                    let assessment = Assessment { id: entry.id.clone(), ..assessment.clone() };
                    prop_assert_eq!(&entry.read().unwrap().assessment, &assessment);
                    prop_assert_eq!(read(entry.text().as_bytes()).unwrap().assessment, assessment);
                }
                None => {
                    prop_assert!(entry.read().is_err());
                    prop_assert_eq!(&entry.text(), &texts[&entry.id], "byte for byte");
                }
            }
        }
    }
}

#[test]
fn one_draft_that_cannot_be_read_does_not_spoil_the_others() {
    let good = sample("evidence.json");
    let newer = r#"{"format":"takar","version":9,"kind":"assessment","id":"baru"}"#;
    let elsewhere = write_compact(&good);
    let deep = {
        let mut json: Json = serde_json::from_str(&elsewhere).unwrap();
        json["id"] = "dalam".into();
        json["far"] = (0..120).fold(json!(1), |inner, _| json!([inner]));
        json.to_string()
    };
    let texts = [
        (good.id.as_str(), elsewhere.as_str()),
        ("rusak", "{\"format\":\"takar\""),
        ("kosong", ""),
        ("baru", newer),
        ("lain", elsewhere.as_str()),
        ("dalam", deep.as_str()),
    ];
    let texts: BTreeMap<_, _> = texts.map(|(id, text)| (id.to_owned(), text.to_owned())).into();
    let file = write_backup(&backup_of(&texts));
    let backup = opened(&file).unwrap();
    for entry in &backup.drafts {
        let text = matches!(entry.content, BackedUpContent::Text(_));
        assert_eq!(text, entry.id != good.id, "{}", entry.id);
        if text {
            assert_eq!(entry.text(), texts[&entry.id]);
        }
        match (entry.id.as_str(), entry.read()) {
            ("rusak", Err(Problem::Truncated { .. })) | ("kosong", Err(Problem::Empty)) => {}
            ("baru", Err(Problem::Newer { version: 9 })) => {}
            ("lain", Err(Problem::Shape { path, .. })) => assert_eq!(path, "$.id"),
            // Too deep to be put into another file as it is, but sound.
            ("dalam", Ok(incoming)) => assert!(incoming.assessment.extra.contains_key("far")),
            (id, Ok(incoming)) => assert_eq!((id, &incoming.assessment), (&*good.id, &good)),
            (id, Err(problem)) => panic!("{id}: {problem}"),
        }
    }
}

#[test]
fn a_manifest_in_a_backup_that_another_program_spoiled_is_named_and_kept() {
    let mut file: Json = serde_json::from_str(&kept("backup-1.json")).unwrap();
    file.as_object_mut().unwrap().remove("digest");
    file["drafts"][0]["content"]["year"] = "soon".into();
    let backup = opened(&file.to_string()).unwrap();
    assert!(matches!(backup.drafts[0].read(), Err(Problem::Shape { path, .. }) if path == "$.year"));
    let text: Json = serde_json::from_str(&backup.drafts[0].text()).unwrap();
    assert_eq!(text, file["drafts"][0]["content"]);
}

#[test]
fn what_breaks_the_form_of_a_backup_is_refused_with_its_place() {
    let file: Json = serde_json::from_str(&kept("backup-1.json")).unwrap();
    let first = file["drafts"][0].clone();
    let snapshot = file["snapshots"][0].clone();
    let key = |key: &str| json!([{ "key": key, "text": "" }]);
    type Wrong = (&'static str, Json, &'static str);
    let wrong: [Wrong; 16] = [
        ("/made", json!(null), "$.made"),
        ("/made", json!({ "at": "now" }), "$.made.at"),
        ("/drafts", json!({}), "$.drafts"),
        ("/drafts", json!([first, first]), "$.drafts[1].id"),
        ("/drafts", json!([{ "id": "../x", "text": "" }]), "$.drafts[0].id"),
        ("/drafts", json!([{ "id": "x" }]), "$.drafts[0].content"),
        ("/drafts", json!([{ "id": "x", "text": "", "content": {} }]), "$.drafts[0].content"),
        ("/drafts", json!([{ "id": "x", "content": [] }]), "$.drafts[0].content"),
        ("/drafts", json!([{ "id": "x", "text": 1 }]), "$.drafts[0].text"),
        ("/trash", json!([{ "id": "", "text": "" }]), "$.trash[0].id"),
        ("/snapshots", json!([snapshot, snapshot]), "$.snapshots[1].key"),
        ("/snapshots", json!([{ "key": "snapshot:a:1" }]), "$.snapshots[0].text"),
        // Keys of the storage that are none of a snapshot.
        ("/snapshots", key("who"), "$.snapshots[0].key"),
        ("/snapshots", key("snapshot:a"), "$.snapshots[0].key"),
        ("/snapshots", key("snapshot:a/b:1"), "$.snapshots[0].key"),
        ("/snapshots", key("snapshot:a:1\u{0}"), "$.snapshots[0].key"),
    ];
    let validator = jsonschema::validator_for(&serde_json::to_value(backup_schema()).unwrap()).unwrap();
    for (at, value, path) in wrong {
        let mut file = file.clone();
        file.as_object_mut().unwrap().remove("digest");
        *file.pointer_mut(at).unwrap() = value;
        match opened(&file.to_string()) {
            Err(Problem::Shape { path: found, .. }) => assert_eq!(found, path, "{file}"),
            other => panic!("{path}: {other:?}"),
        }
        // What stands twice, and what both stands and must not, is beyond the schema.
        let beyond = path.ends_with("[1].id") || path.ends_with("[1].key") || path.ends_with(".content");
        assert!(beyond || !validator.is_valid(&file), "{path}");
    }
    let mut changed = file.clone();
    changed["drafts"][1]["text"] = "".into();
    assert_eq!(opened(&changed.to_string()), Err(Problem::Digest));
}

#[test]
fn a_backup_may_be_larger_than_an_assessment_but_not_without_end() {
    let text = "x".repeat(LIMIT_BYTES as usize);
    let large = backup_of(&BTreeMap::from([("besar".to_owned(), text.clone())]));
    let file = write_backup(&large);
    assert!(file.len() as u64 > LIMIT_BYTES);
    assert_eq!(opened(&file).unwrap(), large);
    let twice = backup_of(&BTreeMap::from([("a".to_owned(), text.clone()), ("b".to_owned(), text)]));
    let file = write_backup(&twice);
    let bytes = file.len() as u64;
    assert_eq!(opened(&file), Err(Problem::TooLarge { bytes, limit: BACKUP_LIMIT_BYTES }));
    let mut assessment = sample("evidence.json");
    assessment.extra.insert("x".to_owned(), "x".repeat(LIMIT_BYTES as usize).into());
    let file = write(&assessment);
    let bytes = file.len() as u64;
    let refused = read_file(file.as_bytes()).unwrap_err();
    assert_eq!(refused, Problem::TooLarge { bytes, limit: LIMIT_BYTES });
    let mut bytes = vec![b' '; FILE_LIMIT_BYTES as usize + 1];
    assert!(matches!(read_file(&bytes), Err(Problem::TooLarge { limit: LIMIT_BYTES, .. })));
    bytes[1_000..1_014].copy_from_slice(br#"kind: "backup""#);
    assert!(matches!(read_file(&bytes), Err(Problem::TooLarge { limit: FILE_LIMIT_BYTES, .. })));
    // An encrypted backup is written with 4 letters for 3 bytes.
    const { assert!(BACKUP_LIMIT_BYTES * 4 / 3 + 1_000 < FILE_LIMIT_BYTES) };
}

#[test]
fn only_a_key_of_a_snapshot_is_one() {
    let draft = BackedUpSnapshot::draft_of;
    assert_eq!(draft("snapshot:ab-1:2026-11-20T03:00:00Z-1"), Some("ab-1"));
    for key in
        ["", "draft:a", "snapshot:a:", "snapshot::1", "snapshot:a b:1", "snapshot:a:é", "snapshot:a:1 "]
    {
        assert_eq!(draft(key), None, "{key}");
    }
    let long = format!("snapshot:a:{}", "1".repeat(71));
    assert_eq!(draft(&long), None);
}

// ---------------------------------------------------------------- beside what is here

fn edited(assessment: &Assessment, indicator: u16, facts: &str) -> Assessment {
    let mut edited = assessment.clone();
    let field = Field::Facts;
    let change = Change::Text { stage: Stage::Mandiri, indicator, field, text: facts.to_owned() };
    apply(&mut edited, &SPBE, change, stamp()).unwrap();
    edited
}

#[test]
fn a_draft_in_a_backup_is_newer_older_the_same_or_both() {
    let mut begun = sample("smallest.json");
    for indicator in [3, 5, 7] {
        begun = edited(&begun, indicator, "Semula.");
    }
    begun.seal();
    let there = |text: &Assessment| {
        let entry = BackedUp::of(&text.id, &write_compact(text));
        entry.read().unwrap().assessment
    };
    assert_eq!(backup_fate(None, &begun), BackupFate::New);
    assert_eq!(backup_fate(Some(&begun), &there(&begun)), BackupFate::Same);
    let mut gone_on = begun.clone();
    gone_on.revisions.begin_copy("elsewhere");
    let gone_on = edited(&gone_on, 3, "Dilanjutkan.");
    assert_eq!(backup_fate(Some(&gone_on), &there(&begun)), BackupFate::NewerHere);
    assert_eq!(backup_fate(Some(&begun), &there(&gone_on)), BackupFate::NewerThere);
    assert_eq!(backup_fate(Some(&edited(&begun, 5, "Di sini.")), &there(&gone_on)), BackupFate::Both);
    assert_eq!(backup_fate(Some(&edited(&begun, 3, "Di sini.")), &there(&gone_on)), BackupFate::Differs);
    let mut other = begun.clone();
    other.instrument.id = "pemdi-2026".to_owned();
    assert_eq!(backup_fate(Some(&other), &begun), BackupFate::Differs);
    let valued = Change::Value { stage: Stage::Mandiri, indicator: 1, value: Some(Value::hundredths(300)) };
    let mut more = begun.clone();
    apply(&mut more, &SPBE, valued, stamp()).unwrap();
    assert_eq!(backup_fate(Some(&begun), &there(&more)), BackupFate::NewerThere);
}

// ---------------------------------------------------------------- with a password

fn lock() -> Lock {
    Lock::new([7; 16], [9; 12])
}

#[test]
fn an_encrypted_file_is_read_as_it_was_written() {
    let closed = lock().close(vec![0, 1, 2, 250, 251, 252, 253, 254, 255, 9, 9, 9, 9, 9, 9, 9, 9]);
    let text = closed.write();
    let AnyFile::Encrypted(again) = read_file(text.as_bytes()).unwrap() else { panic!() };
    assert_eq!(again, closed);
    assert_eq!(again.write(), text);
    assert_eq!(again.lock.iterations, ITERATIONS);
    assert_eq!(
        again.authenticated(),
        r#"{"cipher":"AES-256-GCM","derivation":"PBKDF2-HMAC-SHA-256","format":"takar","iterations":600000,"kind":"encrypted-backup","nonce":"CQkJCQkJCQkJCQkJ","salt":"BwcHBwcHBwcHBwcHBwcHBw==","version":1}"#
    );
    assert_eq!(again.authenticated(), lock().authenticated());
}

#[test]
fn unknown_fields_of_an_encrypted_file_are_authenticated_too() {
    let mut file: Json = serde_json::from_str(&lock().close(vec![0; 16]).write()).unwrap();
    file["hint"] = "the usual".into();
    file.as_object_mut().unwrap().remove("digest");
    let AnyFile::Encrypted(read) = read_file(file.to_string().as_bytes()).unwrap() else { panic!() };
    assert!(!read.has_digest);
    assert!(read.authenticated().contains(r#""hint":"the usual""#));
    assert!(!read.authenticated().contains("content"));
    let again: Json = serde_json::from_str(&read.write()).unwrap();
    assert_eq!(again["hint"], "the usual");
}

#[test]
fn what_would_weaken_or_stall_an_encrypted_file_is_refused_before_any_work() {
    let file: Json = serde_json::from_str(&lock().close(vec![0; 16]).write()).unwrap();
    let validator =
        jsonschema::validator_for(&serde_json::to_value(encrypted_backup_schema()).unwrap()).unwrap();
    assert!(validator.is_valid(&file));
    let wrong = [
        ("cipher", json!("AES-128-GCM")),
        ("derivation", json!("PBKDF2-HMAC-SHA-1")),
        ("iterations", json!(0)),
        ("iterations", json!(599_999)),
        ("iterations", json!(10_000_001)),
        ("iterations", json!(-1)),
        ("iterations", json!(1e9)),
        ("iterations", json!("600000")),
        ("salt", json!("")),
        ("salt", json!("BwcHBwcHBwcHBwcHBwcHBw")),
        ("salt", json!("A".repeat(88))),
        ("nonce", json!("CQkJCQkJCQkJCQkJCQkJ")),
        ("nonce", json!("CQkJCQkJCQk-CQkJ")),
        ("content", json!("AAAA")),
        ("content", json!("not base64")),
        ("content", json!(null)),
    ];
    for (name, value) in wrong {
        let mut file = file.clone();
        file[name] = value.clone();
        file.as_object_mut().unwrap().remove("digest");
        match read_file(file.to_string().as_bytes()) {
            Err(Problem::Shape { path, .. }) => assert_eq!(path, format!("$.{name}"), "{value}"),
            other => panic!("{name} {value}: {other:?}"),
        }
        // Whether the padding fits is beyond the schema.
        let beyond = value == json!("BwcHBwcHBwcHBwcHBwcHBw") || value == json!("A".repeat(88));
        assert!(beyond || !validator.is_valid(&file), "{name} {value}");
    }
    let mut changed = file;
    changed["nonce"] = json!("CQkJCQkJCQkJCQkK");
    assert_eq!(read_file(changed.to_string().as_bytes()), Err(Problem::Digest));
}

// ---------------------------------------------------------------- the schemas

#[test]
fn the_published_schemas_are_those_of_this_program_and_take_the_samples() {
    let forms = [
        ("backup", backup_schema(), "Takar backup, format version 1"),
        ("encrypted-backup", encrypted_backup_schema(), "Takar encrypted backup, format version 1"),
    ];
    for (kind, schema, title) in forms {
        let schema = serde_json::to_value(schema).unwrap();
        assert!(jsonschema::meta::is_valid(&schema));
        assert_eq!(schema["$id"], format!("urn:takar:schema:{kind}:1"));
        assert_eq!(schema["title"], title);
        let path = format!("{}/public/schema/takar-{kind}-1.schema.json", env!("CARGO_MANIFEST_DIR"));
        let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        if std::env::var("UPDATE_SCHEMA").is_ok_and(|value| value == "1") {
            fs::write(&path, &text).unwrap();
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        assert!(there == text, "{path} is out of date; UPDATE_SCHEMA=1 cargo test --test backup writes it");
        let validator = jsonschema::validator_for(&schema).unwrap();
        let file: Json = serde_json::from_str(&kept(&format!("{kind}-1.json"))).unwrap();
        let errors: Vec<_> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{kind}: {errors:?}");
        let mut without = file.clone();
        let stated = without.as_object_mut().unwrap().remove("digest").unwrap();
        assert_eq!(stated, digest_of(&without));
    }
}
