#![cfg(not(target_arch = "wasm32"))]
//! Files: what is written comes back whole, and what is not right is refused with its place.
//!
//! The samples stand in `tests/data/manifests`; their agencies are made up. Digests in them were
//! made by another program (Python's json and hashlib).

mod made;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};
use takar::assessment::{
    Agency, AgencyKind, Answer, Assessment, EVIDENCE_LIMIT, Refused, Stage, Stamp, Status, TEXT_LIMIT,
    TITLE_LIMIT, Time,
};
use takar::exchange::{
    Anything, IncomingEvidence, LIMIT_BYTES, Problem, Register, Warning, file_name, read, read_any,
    read_values, verify, write, write_compact, write_evidence, write_register,
};
use takar::instrument::Value;
use takar::json::{At, Take as _};
use takar::text::Language;

use made::{Fractions, PEMDI, SPBE, any_assessment, evidence_samples, instrument, package_samples, samples};

/// The reader's whole verdict: the form, then the instrument's rules.
fn open(bytes: &[u8]) -> Result<(Assessment, Vec<Warning>), Problem> {
    let incoming = read(bytes)?;
    let warnings = verify(&incoming, instrument(&incoming.assessment.instrument.id))?;
    Ok((incoming.assessment, warnings))
}

/// Written and read once more.
fn again(assessment: &Assessment) -> Assessment {
    read(write(assessment).as_bytes()).unwrap().assessment
}

fn refused(bytes: &[u8]) -> Problem {
    open(bytes).expect_err("a bad file was taken")
}

fn sample(name: &str) -> Json {
    serde_json::from_slice(&samples("valid")[name]).unwrap()
}

/// An assessment in which nothing was answered.
static EMPTY: LazyLock<Assessment> = LazyLock::new(|| {
    let stamp = Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), "Diskominfo");
    Assessment::new("uji".into(), &SPBE, Agency::new("Kota Umpama", AgencyKind::Kota), 2025, stamp)
});

// ---------------------------------------------------------------- good files

#[test]
fn every_good_sample_is_read_and_written_again_without_a_loss() {
    let current: BTreeMap<_, _> = [&*SPBE, &*PEMDI].map(|i| (i.id.clone(), i.digest.clone())).into();
    for (name, bytes) in samples("valid") {
        let (assessment, warnings) = open(&bytes).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let file: Json =
            serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).unwrap();
        let mut expected = Vec::new();
        if file["instrument"]["digest"] != *current[file["instrument"]["id"].as_str().unwrap()] {
            expected.push(Warning::OtherEdition);
        }
        if file.get("digest").is_none() {
            expected.push(Warning::NoDigest);
        }
        assert_eq!(warnings, expected, "{name}");
        for text in [write(&assessment), write_compact(&assessment)] {
            assert_eq!(open(text.as_bytes()).unwrap().0, assessment, "{name}");
        }
    }
}

#[test]
fn a_file_that_takar_wrote_is_written_again_letter_for_letter() {
    for name in ["several-stages.json", "pemdi-decimals.json"] {
        let bytes = &samples("valid")[name];
        let (assessment, _) = open(bytes).unwrap();
        assert_eq!(write(&assessment), String::from_utf8_lossy(bytes), "{name}");
    }
    let example = include_str!("../public/examples/kota-contoh.json");
    let (assessment, warnings) = open(example.as_bytes()).unwrap();
    assert_eq!(warnings, [], "the example is of the present edition");
    assert_eq!(write(&assessment), example);
}

#[test]
fn what_a_file_says_is_what_is_read() {
    let (assessment, _) = open(&samples("valid")["several-stages.json"]).unwrap();
    assert_eq!(assessment.id, "kota-umpama-2025");
    assert_eq!(assessment.agency, Agency::new("Kota Umpama", AgencyKind::Kota));
    assert_eq!((assessment.year, assessment.stage), (2025, Stage::Visitasi));
    assert_eq!(assessment.title.as_deref(), Some("Kota Umpama, setelah visitasi"));
    assert_eq!(assessment.target, Some(Value::hundredths(325)));
    assert_eq!(assessment.created, Stamp::new(Time::parse("2025-02-03T01:30:00Z").unwrap(), "Diskominfo"));
    let of = |stage: Stage| {
        assessment.answers[&stage]
            .iter()
            .map(|(n, a)| (*n, a.value.unwrap().as_hundredths()))
            .collect::<Vec<_>>()
    };
    assert_eq!(of(Stage::Mandiri), [(1, 400), (47, 500)]);
    assert_eq!(of(Stage::Dokumen), [(1, 300), (47, 500)]);
    assert_eq!(of(Stage::Visitasi), [(1, 400)]);
    let answer = &assessment.answers[&Stage::Mandiri][&1];
    assert_eq!(answer.explanation.facts, "Perwali Umpama Nomor 12 Tahun 2023, Bab III (halaman 9–15).");
    assert_eq!(answer.explanation.analysis, "Seluruh muatan arsitektur diatur, dan sudah direviu satu kali.");
    assert_eq!(answer.changed.as_ref().unwrap().by, "Bagian Hukum");
}

#[test]
fn a_file_written_by_hand_may_leave_out_what_is_not_known() {
    let (assessment, warnings) = open(&samples("valid")["written-by-hand.json"]).unwrap();
    assert_eq!(warnings, [Warning::OtherEdition, Warning::NoDigest]);
    assert_eq!((assessment.stage, &assessment.title), (Stage::Mandiri, &None));
    assert_eq!(assessment.target, Some(Value::whole(3)));
    let values: Vec<_> = (1..=4).map(|n| assessment.value(n)).collect();
    assert_eq!(values, [Some(Value::whole(3)), Some(Value::whole(2)), Some(Value::whole(4)), None]);
    assert_eq!(assessment.answer(4).unwrap().explanation.facts, "Belum ada peraturan.");
    assert_eq!(assessment.changed.by, "");
}

#[test]
fn what_a_newer_takar_added_is_kept_in_its_place() {
    let before = sample("unknown-fields.json");
    let (assessment, warnings) = open(&samples("valid")["unknown-fields.json"]).unwrap();
    assert_eq!(warnings, []);
    let after: Json = serde_json::from_str(&write(&assessment)).unwrap();
    for at in [
        "/reviews",
        "/largest",
        "/least",
        "/instrument/edition",
        "/agency/province",
        "/created/tool",
        "/answers/mandiri/12/evidence",
        "/answers/mandiri/12/changed/device",
        "/answers/mandiri/12/explanation/draft",
    ] {
        assert!(before.pointer(at).is_some(), "{at} is not in the sample");
        assert_eq!(after.pointer(at), before.pointer(at), "{at}");
    }
}

// ---------------------------------------------------------------- bad files

/// What is wrong with each bad sample, and what a message in any language has to name.
fn bad_samples() -> BTreeMap<&'static str, (Problem, &'static [&'static str])> {
    let shape = |path: &str, expected: &'static str| Problem::Shape { path: path.into(), expected };
    let rule = |path: &str, reason: Refused| Problem::Refused { path: path.into(), reason };
    let outside = |indicator: Option<u16>, value: u16| Refused::OutsideScale {
        indicator,
        value: Value::hundredths(value),
        min: Value::whole(1),
        max: Value::whole(5),
    };
    let twice = |path: &str| Problem::DuplicateKey { path: path.into() };
    let value = "a value such as \"3.00\"";
    let time = "a moment in UTC such as 2026-11-22T03:42:00Z";
    let stage = "mandiri, dokumen, interviu, visitasi or akhir";
    let kinds = "kementerian, instansi-pusat-lain, provinsi, kabupaten or kota";
    let id = "1 to 40 letters, digits and hyphens";
    let unknown_key = "another key, this one is unknown";
    let missing = "a value, it is missing";
    let year = "a whole number from 0 to 65535";
    BTreeMap::from([
        // No JSON, or not clearly one thing.
        ("empty.json", (Problem::Empty, &["Takar"] as &[_])),
        ("blank.json", (Problem::Empty, &["Takar"])),
        ("not-json.json", (Problem::Syntax { line: 1, column: 1 }, &["JSON", "1"])),
        ("trailing-comma.json", (Problem::Syntax { line: 14, column: 16 }, &["JSON", "14", "16"])),
        ("two-files-in-one.json", (Problem::Syntax { line: 24, column: 1 }, &["JSON", "24", "1"])),
        ("truncated.json", (Problem::Truncated { line: 20 }, &["20"])),
        ("too-deep.json", (Problem::TooDeep { line: 23 }, &["23"])),
        ("duplicate-field.json", (twice("$.year"), &["$.year"])),
        ("duplicate-indicator.json", (twice("$.answers.mandiri.12"), &["$.answers.mandiri.12"])),
        ("invalid-utf8.json", (Problem::NotUtf8 { line: 11 }, &["11", "UTF-8"])),
        ("utf-16.json", (Problem::NotUtf8 { line: 1 }, &["1", "UTF-8"])),
        ("table.csv", (Problem::LooksLikeCsv, &["CSV", ".json"])),
        ("table-saved-as.json", (Problem::LooksLikeCsv, &["CSV", ".json"])),
        // JSON, but of something else.
        ("something-else.json", (Problem::SomethingElse, &["JSON", "Takar", "takar-"])),
        ("list.json", (Problem::SomethingElse, &["JSON", "Takar", "takar-"])),
        ("text.json", (Problem::SomethingElse, &["JSON", "Takar", "takar-"])),
        ("instrument.json", (Problem::IsInstrument, &["instrum", "takar-"])),
        ("newer-version.json", (Problem::Newer { version: 2 }, &["2", "Takar"])),
        ("version-as-text.json", (shape("$.version", "the number 1"), &["$.version"])),
        ("other-kind.json", (Problem::OtherKind { kind: "report".into() }, &["report"])),
        // Units.
        (
            "unit-bad-id.json",
            (rule("$.units.dinas kominfo", Refused::BadId("dinas kominfo".into())), &["dinas kominfo"]),
        ),
        (
            "unit-of-unknown-indicator.json",
            (
                Problem::UnknownIndicator { path: "$.units.hukum".into(), number: 48 },
                &["48", "$.units.hukum"],
            ),
        ),
        (
            "unit-with-indicator-twice.json",
            (
                shape("$.units.hukum.indicators[2]", "another number, this one stands twice"),
                &["$.units.hukum.indicators[2]"],
            ),
        ),
        ("unit-without-name.json", (rule("$.units.hukum", Refused::NoName), &["$.units.hukum"])),
        (
            "instructions-as-list.json",
            (shape("$.briefing.instructions", "a text"), &["$.briefing.instructions"]),
        ),
        // Its own form.
        ("bad-id.json", (shape("$.id", id), &["$.id"])),
        ("long-id.json", (shape("$.id", id), &["$.id"])),
        ("bad-time.json", (shape("$.created.at", time), &["$.created.at"])),
        (
            "thirteenth-month.json",
            (shape("$.answers.mandiri.5.changed.at", time), &["$.answers.mandiri.5.changed.at"]),
        ),
        ("missing-agency.json", (shape("$.agency", missing), &["$.agency"])),
        ("missing-time.json", (shape("$.changed.at", missing), &["$.changed.at"])),
        ("unknown-agency-kind.json", (shape("$.agency.kind", kinds), &["$.agency.kind"])),
        ("unknown-stage.json", (shape("$.stage", stage), &["$.stage"])),
        (
            "answers-at-unknown-stage.json",
            (shape("$.answers.lapangan", unknown_key), &["$.answers.lapangan"]),
        ),
        (
            "indicator-by-name.json",
            (shape("$.answers.mandiri.arsitektur", unknown_key), &["$.answers.mandiri.arsitektur"]),
        ),
        (
            "indicator-in-two-spellings.json",
            (shape("$.answers.mandiri.7", "one entry, this key stands twice"), &["$.answers.mandiri.7"]),
        ),
        ("wrong-type-answers.json", (shape("$.answers", "an object {…}"), &["$.answers"])),
        (
            "wrong-type-facts.json",
            (
                shape("$.answers.dokumen.4.explanation.facts", "a text"),
                &["$.answers.dokumen.4.explanation.facts"],
            ),
        ),
        (
            "wrong-type-value.json",
            (shape("$.answers.mandiri.4.value", value), &["$.answers.mandiri.4.value"]),
        ),
        ("wrong-type-year.json", (shape("$.year", year), &["$.year"])),
        (
            "decimal-comma.json",
            (shape("$.answers.mandiri.9.value", value), &["$.answers.mandiri.9.value", "3.00"]),
        ),
        ("three-decimals.json", (shape("$.answers.mandiri.2.value", value), &["$.answers.mandiri.2.value"])),
        ("digest-mismatch.json", (Problem::Digest, &["digest"])),
        ("digest-null.json", (Problem::Digest, &["digest"])),
        // The rules of its instrument.
        (
            "unknown-instrument.json",
            (Problem::UnknownInstrument { id: "spbe-2035".into() }, &["spbe-2035", "$.instrument.id"]),
        ),
        (
            "unknown-indicator.json",
            (
                Problem::UnknownIndicator { path: "$.answers.mandiri.48.value".into(), number: 48 },
                &["48", "$.answers.mandiri.48.value"],
            ),
        ),
        (
            "level-7.json",
            (
                rule("$.answers.mandiri.3.value", outside(Some(3), 700)),
                &["7", "5", "$.answers.mandiri.3.value"],
            ),
        ),
        (
            "level-0.json",
            (rule("$.answers.interviu.3.value", outside(Some(3), 0)), &["0", "$.answers.interviu.3.value"]),
        ),
        (
            "decimals-in-spbe-2020.json",
            (
                rule(
                    "$.answers.mandiri.21.value",
                    Refused::TooManyDecimals { indicator: 21, value: Value::hundredths(250), decimals: 0 },
                ),
                &["21", "$.answers.mandiri.21.value"],
            ),
        ),
        ("blank-agency.json", (rule("$.agency.name", Refused::NoName), &["$.agency.name"])),
        ("blank-title.json", (rule("$.title", Refused::NoName), &["$.title"])),
        (
            "mark-of-another-form.json",
            (
                shape("$.revisions.marks.year", "a mark such as \"k3f9.2 < 013579024681\""),
                &["$.revisions.marks.year"],
            ),
        ),
        ("year-1999.json", (rule("$.year", Refused::Year(1999)), &["1999", "2018", "$.year"])),
        ("target-9.json", (rule("$.target", outside(None, 900)), &["9", "$.target"])),
        // Values from outside.
        ("required-draft.json", (shape("$.required", "diterima or dikirim"), &["$.required", "dikirim"])),
        ("assessed-in-spbe.json", (rule("$.assessed.1", Refused::NotAssessed(1)), &["1", "$.assessed.1"])),
        ("assessed-6.json", (rule("$.assessed.8", outside(Some(8), 600)), &["6", "$.assessed.8"])),
        (
            "external-beyond-its-scale.json",
            (
                rule(
                    "$.assessed.5",
                    Refused::OutsideScale {
                        indicator: Some(5),
                        value: Value::hundredths(10_001),
                        min: Value::hundredths(0),
                        max: Value::hundredths(10_000),
                    },
                ),
                &["100", "$.assessed.5"],
            ),
        ),
    ])
    .into_iter()
    .chain(bad_registers())
    .collect()
}

type Bad = (Problem, &'static [&'static str]);

/// What is wrong with the bad samples that both kinds of file have.
fn bad_registers() -> BTreeMap<&'static str, Bad> {
    let shape = |path: &str, expected: &'static str| Problem::Shape { path: path.into(), expected };
    let rule = |path: &str, reason: Refused| Problem::Refused { path: path.into(), reason };
    let day = "a day that exists, such as 2026-11-22";
    let unknown = |level, expected: &str| Refused::UnknownExpected {
        indicator: 1,
        level,
        expected: expected.to_owned(),
    };
    BTreeMap::from([
        (
            "date-31-02.json",
            (shape("$.evidence.b-2.date", day), &["$.evidence.b-2.date", "2026-11-22"] as &[_]),
        ),
        (
            "date-as-people-write-it.json",
            (shape("$.evidence.b-2.valid_until", day), &["$.evidence.b-2.valid_until"]),
        ),
        (
            "link-to-unknown-level.json",
            (rule("$.links[b-2, 1:6]", Refused::UnknownLevel { indicator: 1, level: 6 }), &["6", "b-2, 1:6"]),
        ),
        (
            "link-to-unknown-document.json",
            (rule("$.links[b-9, 11:2]", Refused::UnknownEvidence("b-9".into())), &["b-9", "11:2"]),
        ),
        (
            "link-to-unknown-indicator.json",
            (
                Problem::UnknownIndicator { path: "$.links[b-1, 48:2]".into(), number: 48 },
                &["48", "b-1, 48:2"],
            ),
        ),
        ("link-to-unknown-expected.json", (rule("$.links[b-2, 1:4]", unknown(4, "z")), &["z", "b-2, 1:4"])),
        ("link-expected-elsewhere.json", (rule("$.links[b-1, 1:2]", unknown(2, "c")), &["c", "b-1, 1:2"])),
        ("link-twice.json", (shape("$.links[4]", "another link, this one stands twice"), &["$.links[4]"])),
        ("links-by-document.json", (shape("$.links", "a list […]"), &["$.links"])),
        (
            "review-without-note.json",
            (rule("$.evidence.b-1", Refused::NoNote { status: Status::PerluRevisi }), &["$.evidence.b-1"]),
        ),
        ("review-without-reviewer.json", (rule("$.evidence.b-1", Refused::NoReviewer), &["$.evidence.b-1"])),
        (
            "review-unknown-status.json",
            (
                shape("$.evidence.b-1.reviews[0].status", "draf, dikirim, diterima, perlu-revisi or ditolak"),
                &["$.evidence.b-1.reviews[0].status", "perlu-revisi"],
            ),
        ),
        ("document-without-title.json", (rule("$.evidence.b-2", Refused::NoName), &["$.evidence.b-2"])),
        (
            "document-of-unknown-kind.json",
            (
                shape("$.evidence.b-2.kind", "a kind of document such as peraturan, laporan or lain"),
                &["$.evidence.b-2.kind", "peraturan"],
            ),
        ),
        ("document-bad-id.json", (rule("$.evidence.b 4", Refused::BadId("b 4".into())), &["b 4", "40"])),
        (
            "document-long-title.json",
            (
                rule("$.evidence.b-2", Refused::TooLong { indicator: None, limit: EVIDENCE_LIMIT }),
                &["500", "$.evidence.b-2"],
            ),
        ),
        (
            "hash-in-capitals.json",
            (
                shape("$.evidence.b-1.file.sha256", "64 hexadecimal digits in small letters"),
                &["$.evidence.b-1.file.sha256", "64"],
            ),
        ),
        (
            "file-size-as-text.json",
            (shape("$.evidence.b-1.file.size", "a whole number"), &["$.evidence.b-1.file.size"]),
        ),
    ])
}

/// What is wrong with the bad samples of registers alone.
fn bad_evidence() -> BTreeMap<&'static str, Bad> {
    let rule = |path: &str, reason: Refused| Problem::Refused { path: path.into(), reason };
    let mut bad = bad_registers();
    bad.extend([
        ("year-1999.json", (rule("$.year", Refused::Year(1999)), &["1999", "$.year"] as &[_])),
        ("blank-agency.json", (rule("$.agency.name", Refused::NoName), &["$.agency.name"])),
        (
            "bad-id.json",
            (
                Problem::Shape { path: "$.id".into(), expected: "1 to 40 letters, digits and hyphens" },
                &["$.id"],
            ),
        ),
        ("unknown-instrument.json", (Problem::UnknownInstrument { id: "spbe-2035".into() }, &["spbe-2035"])),
        ("other-kind.json", (Problem::OtherKind { kind: "report".into() }, &["report"])),
        ("digest-mismatch.json", (Problem::Digest, &["digest"])),
    ]);
    bad
}

#[test]
fn every_bad_sample_is_refused_for_what_is_wrong_and_where() {
    let files = samples("invalid");
    let expected = bad_samples();
    let names = |keys: Vec<String>| keys.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(
        names(files.keys().cloned().collect()),
        names(expected.keys().map(ToString::to_string).collect()),
        "the folder and the table above name the same files"
    );
    for (name, (problem, _)) in expected {
        assert_eq!(refused(&files[name]), problem, "{name}");
    }
}

// ---------------------------------------------------------------- work packages

#[test]
fn every_good_package_is_read_and_written_again_without_a_loss() {
    for (name, bytes) in package_samples("valid") {
        let (package, warnings) = open(&bytes).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let by_hand = name == "written-by-hand.json";
        assert_eq!(warnings.contains(&Warning::NoDigest), by_hand, "{name}");
        let text = write(&package);
        assert!(text.contains("\"kind\": \"work-package\""));
        assert_eq!(open(text.as_bytes()).unwrap().0, package, "{name}");
        if !by_hand {
            let [before, after]: [Json; 2] =
                [&bytes, text.as_bytes()].map(|bytes| serde_json::from_slice(bytes).unwrap());
            assert_eq!(after, before, "{name}: unknown fields and all");
        }
    }
    let (package, _) = open(&package_samples("valid")["sent-back.json"]).unwrap();
    let order = package.order.as_ref().unwrap();
    assert_eq!((&*order.unit, &*order.name, &*order.contact), ("hukum", "Bagian Hukum", "Pak Umpama"));
    assert_eq!(
        (order.indicators.clone(), order.due.unwrap().to_string()),
        ([1, 11].into(), "2026-02-27".into())
    );
    assert_eq!((&*order.issued.by, &*order.returned.as_ref().unwrap().by), ("Diskominfo", "Pak Umpama"));
    assert_eq!(file_name(&package), "takar-kembali-bagian-hukum-kota-umpama-2025.json");
}

#[test]
fn every_bad_package_is_refused_for_what_is_wrong_and_where() {
    let shape = |path: &str, expected: &'static str| Problem::Shape { path: path.into(), expected };
    let rule = |path: &str, reason: Refused| Problem::Refused { path: path.into(), reason };
    let missing = "a value, it is missing";
    let bad = [
        ("order-missing.json", shape("$.order", missing)),
        ("order-for-nobody.json", rule("$.order", Refused::NoName)),
        ("order-of-bad-unit.json", rule("$.order", Refused::BadId("bagian hukum".into()))),
        ("order-of-unknown-indicator.json", Problem::UnknownIndicator { path: "$.order".into(), number: 48 }),
        (
            "order-with-indicator-twice.json",
            shape("$.order.indicators[1]", "another number, this one stands twice"),
        ),
        ("order-due-31-02.json", shape("$.order.due", "a day that exists, such as 2026-11-22")),
        ("order-never-issued.json", shape("$.order.issued", missing)),
        ("order-indicators-missing.json", shape("$.order.indicators", missing)),
    ];
    let files = package_samples("invalid");
    let names: BTreeSet<_> = bad.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(files.keys().cloned().collect::<BTreeSet<_>>(), names, "the folder and the table");
    for (name, problem) in bad {
        assert_eq!(refused(&files[name]), problem, "{name}");
    }
}

#[test]
fn an_order_in_a_file_that_is_no_package_is_a_field_nobody_knows() {
    let mut file = sample("units.json");
    let fields = file.as_object_mut().unwrap();
    fields.remove("digest");
    fields.insert("order".into(), serde_json::json!(["whatever"]));
    let (assessment, _) = open(file.to_string().as_bytes()).unwrap();
    assert_eq!(assessment.order, None);
    let after: Json = serde_json::from_str(&write(&assessment)).unwrap();
    assert_eq!((&after["order"], &after["kind"]), (&file["order"], &file["kind"]));
}

// ---------------------------------------------------------------- registers alone

fn open_register(bytes: &[u8]) -> Result<(Register, Vec<Warning>), Problem> {
    let anything = read_any(bytes)?;
    let warnings = anything.verify(instrument(anything.instrument_id()))?;
    match anything {
        Anything::Evidence(IncomingEvidence { register, .. }) => Ok((register, warnings)),
        Anything::Assessment(_) => panic!("an assessment"),
    }
}

#[test]
fn every_good_register_is_read_and_written_again_without_a_loss() {
    for (name, bytes) in evidence_samples("valid") {
        let (register, warnings) = open_register(&bytes).unwrap_or_else(|p| panic!("{name}: {p}"));
        let has_digest = !["written-by-hand.json", "smallest.json"].contains(&&*name);
        let mut expected = Vec::new();
        if register.instrument.digest != instrument(&register.instrument.id).digest {
            expected.push(Warning::OtherEdition);
        }
        if !has_digest {
            expected.push(Warning::NoDigest);
        }
        assert_eq!(warnings, expected, "{name}");
        let text = write_register(&register);
        assert_eq!(open_register(text.as_bytes()).unwrap().0, register, "{name}");
        if has_digest {
            let [before, after]: [Json; 2] =
                [&bytes, text.as_bytes()].map(|bytes| serde_json::from_slice(bytes).unwrap());
            assert_eq!(after, before, "{name}: unknown fields and all");
        }
    }
}

#[test]
fn what_a_register_says_is_what_is_read() {
    let (register, _) = open_register(&evidence_samples("valid")["register.json"]).unwrap();
    assert_eq!((register.evidence.len(), register.links.len()), (3, 4));
    assert_eq!(register.evidence["b-1"].status(), Status::Diterima);
    assert_eq!(register.evidence["b-1"].reviews[1].note, "Halaman pengesahan belum ada.");
    assert_eq!(register.evidence["b-2"].date.unwrap().to_string(), "2024-02-29");
    let odd = &register.evidence["b-3"];
    assert_eq!(odd.location, "javascript:alert(document.cookie)", "kept as the text it is");
    assert_eq!(odd.address(), None, "and never a link");
    assert!(odd.title.contains('\u{7}') && odd.remark.contains('\0'));
    assert_eq!(odd.file.as_ref().unwrap().name.len(), 300);
    assert_eq!(odd.file.as_ref().unwrap().size, 9_007_199_254_740_993, "to the byte");
}

#[test]
fn every_bad_register_is_refused_for_what_is_wrong_and_where() {
    let files = evidence_samples("invalid");
    let expected = bad_evidence();
    let names: BTreeSet<_> = expected.keys().map(ToString::to_string).collect();
    assert_eq!(files.keys().cloned().collect::<BTreeSet<_>>(), names, "the folder and the table");
    for (name, (problem, named)) in expected {
        assert_eq!(open_register(&files[name]).unwrap_err(), problem, "{name}");
        check_message(name, &problem, named);
    }
}

#[test]
fn a_register_is_no_assessment() {
    let bytes = &evidence_samples("valid")["register.json"];
    assert_eq!(read(bytes).unwrap_err(), Problem::OtherKind { kind: "evidence".into() });
    let whole = &samples("valid")["evidence.json"];
    assert!(matches!(read_any(whole), Ok(Anything::Assessment(_))));
    // What the assessment's register is as a file of its own is what Python made of it.
    let (assessment, _) = open(whole).unwrap();
    let [written, sample]: [Json; 2] =
        [write_evidence(&assessment).as_bytes(), bytes].map(|b| serde_json::from_slice(b).unwrap());
    assert_eq!(written, sample);
}

/// Both languages' messages are whole, differ, and hold what has to be named.
fn check_message(name: &str, problem: &Problem, named: &[&str]) {
    let messages =
        [Language::Indonesian, Language::English].map(|language| (language.texts().problem)(problem));
    for message in &messages {
        for text in [&message.what, &message.todo] {
            assert!(text.len() > 15 && text.trim() == text, "{name}: {text:?}");
            assert!(text.ends_with(['.', ')']), "{name}: {text:?} is no sentence");
            assert!(!text.contains("{") || text.contains("{…}"), "{name}: {text:?} has a hole");
        }
        let whole = format!("{} {}", message.what, message.todo);
        for part in named {
            assert!(whole.contains(part), "{name}: {whole:?} does not name {part:?}");
        }
        assert_ne!(message.what, message.todo, "{name}");
    }
    let [id, en] = messages;
    assert!(id.what != en.what && id.todo != en.todo, "{name}: the same in both languages");
}

#[test]
fn every_bad_sample_has_a_message_in_both_languages_that_names_the_place_and_the_way_out() {
    for (name, (problem, named)) in bad_samples() {
        check_message(name, &problem, named);
    }
    // What no file in a folder can show.
    check_message("unreadable", &Problem::Unreadable, &[]);
    check_message("offline", &Problem::InstrumentUnavailable { id: "spbe-2020".into() }, &["spbe-2020"]);
    check_message(
        "too large",
        &Problem::TooLarge { bytes: 60_000_000, limit: LIMIT_BYTES },
        &["60 MB", "20 MB"],
    );
    let row = Problem::CsvRow { line: 7, text: "tiga;3".into() };
    check_message("row", &row, &["7", "tiga;3", "indicator,value"]);
    let other = Problem::EvidenceOfOther { theirs: "pemdi-2026".into(), ours: "spbe-2020".into() };
    check_message("other instrument", &other, &["pemdi-2026", "spbe-2020"]);
    check_message("twice", &Problem::CsvTwice { line: 9, number: 12 }, &["9", "12"]);
}

#[test]
fn values_in_a_message_are_written_as_its_language_writes_numbers() {
    let (problem, _) = &bad_samples()["level-7.json"];
    let what = |language: Language| (language.texts().problem)(problem).what;
    assert!(what(Language::Indonesian).contains("7,00") && !what(Language::Indonesian).contains("7.00"));
    assert!(what(Language::English).contains("7.00") && !what(Language::English).contains("7,00"));
}

#[test]
fn an_indonesian_reader_is_told_in_indonesian_what_was_expected() {
    for (name, (problem, _)) in bad_samples() {
        let what = (Language::Indonesian.texts().problem)(&problem).what;
        let words: Vec<_> = what.split(|c: char| !c.is_alphabetic()).collect();
        for english in ["a", "an", "the", "or", "such", "whole", "letters", "key", "missing", "nothing"] {
            assert!(!words.contains(&english), "{name}: {english:?} in {what:?}");
        }
    }
}

#[test]
fn a_text_that_is_too_long_is_refused_at_its_path_and_letters_count_rather_than_bytes() {
    let long = |limit: usize| "ᮞ".repeat(limit);
    let with = |set: &dyn Fn(&mut Assessment, String), length: usize| {
        let mut assessment = EMPTY.clone();
        set(&mut assessment, long(length));
        open(write(&assessment).as_bytes()).map(|_| ())
    };
    type Set = Box<dyn Fn(&mut Assessment, String)>;
    let explanation = |set: fn(&mut Answer, String)| -> Set {
        Box::new(move |assessment, text| {
            let answers = assessment.answers.entry(Stage::Interviu).or_default();
            set(answers.entry(31).or_default(), text);
        })
    };
    let cases: [(&str, Option<u16>, usize, Set); 4] = [
        ("$.agency.name", None, TITLE_LIMIT, Box::new(|a, text| a.agency.name = text)),
        ("$.title", None, TITLE_LIMIT, Box::new(|a, text| a.title = Some(text))),
        (
            "$.answers.interviu.31.explanation.facts",
            Some(31),
            TEXT_LIMIT,
            explanation(|a, t| a.explanation.facts = t),
        ),
        (
            "$.answers.interviu.31.explanation.analysis",
            Some(31),
            TEXT_LIMIT,
            explanation(|a, t| a.explanation.analysis = t),
        ),
    ];
    for (path, indicator, limit, set) in cases {
        assert_eq!(with(&set, limit), Ok(()), "{path}");
        let problem = Problem::Refused { path: path.into(), reason: Refused::TooLong { indicator, limit } };
        assert_eq!(with(&set, limit + 1), Err(problem.clone()), "{path}");
        check_message("too long", &problem, &[path, &limit.to_string()]);
    }
}

#[test]
fn a_file_of_sixty_megabytes_is_refused_before_it_is_looked_at() {
    let mut bytes = vec![b' '; 60_000_000];
    bytes[0] = 0xFF;
    assert_eq!(refused(&bytes), Problem::TooLarge { bytes: 60_000_000, limit: LIMIT_BYTES });
    // The border itself.
    let limit = usize::try_from(LIMIT_BYTES).unwrap();
    assert_eq!(refused(&bytes[..=limit]), Problem::TooLarge { bytes: LIMIT_BYTES + 1, limit: LIMIT_BYTES });
    assert_eq!(refused(&bytes[..limit]), Problem::NotUtf8 { line: 1 });
}

#[test]
fn a_large_file_within_the_limit_is_read_whole() {
    let mut assessment = EMPTY.clone();
    let answers = assessment.answers.entry(Stage::Mandiri).or_default();
    for number in 1..=47 {
        let text = format!("{number} ").repeat(4_000);
        let answer = answers.entry(number).or_default();
        (answer.explanation.facts, answer.explanation.analysis) = (text.clone(), text);
    }
    let text = write(&assessment);
    assert!(text.len() > 1_000_000);
    assert_eq!(open(text.as_bytes()).unwrap().0, assessment);
}

#[test]
fn unknown_fields_may_be_nested_as_deeply_as_json_is_read_anywhere() {
    let mut file = sample("smallest.json");
    let deep = (0..100).fold(json!(1), |inner, _| json!([inner]));
    file["future"] = deep.clone();
    let (assessment, _) = open(file.to_string().as_bytes()).unwrap();
    assert_eq!(assessment.extra["future"], deep);
    assert_eq!(open(write(&assessment).as_bytes()).unwrap().0, assessment);
    // Any deeper is refused, from whatever side, without a crash.
    for bad in
        ["[".repeat(1_000_000), "{\"a\":".repeat(300_000), format!("{}1{}", "[".repeat(128), "]".repeat(128))]
    {
        assert_eq!(refused(bad.as_bytes()), Problem::TooDeep { line: 1 });
    }
}

// ---------------------------------------------------------------- the digest

/// Canonical JSON as RFC 8785 words it, for data without fractions.
fn canonical(json: &Json, out: &mut String) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Json::Number(number) => {
            let whole = number.as_i64().map(i128::from).or(number.as_u64().map(i128::from)).unwrap();
            out.push_str(&whole.to_string());
        }
        Json::String(text) => quoted(text, out),
        Json::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                canonical(item, out);
            }
            out.push(']');
        }
        Json::Object(fields) => {
            let mut keys: Vec<_> = fields.keys().collect();
            keys.sort_by(|a, b| a.as_bytes().cmp(b.as_bytes()));
            out.push('{');
            for (at, key) in keys.into_iter().enumerate() {
                out.push_str(if at > 0 { "," } else { "" });
                quoted(key, out);
                out.push(':');
                canonical(&fields[key], out);
            }
            out.push('}');
        }
    }
}

fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            letter => out.push(letter),
        }
    }
    out.push('"');
}

/// The digest of a file, from everything in it but the digest itself.
fn digest_by_hand(file: &Json) -> String {
    let mut rest = file.clone();
    rest.as_object_mut().unwrap().remove("digest");
    let mut text = String::new();
    canonical(&rest, &mut text);
    let hex: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256-{hex}")
}

#[test]
fn order_space_and_spelling_of_letters_do_not_change_the_digest() {
    // Escaped letters, tabs and CRLF: the samples' digests were made over the content alone.
    for name in ["escaped-letters.json", "byte-order-mark.json", "compact.json"] {
        let incoming = read(&samples("valid")[name]).unwrap();
        assert!(incoming.has_digest, "{name}");
    }
    let backwards = reversed(&sample("several-stages.json"));
    assert!(backwards.starts_with("{\"year\""), "{backwards}");
    assert!(read(backwards.as_bytes()).unwrap().has_digest);
}

/// The same JSON with every object's fields from Z to A.
fn reversed(json: &Json) -> String {
    match json {
        Json::Object(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .rev()
                .map(|(key, value)| format!("{}: {}", json!(key), reversed(value)))
                .collect();
            format!("{{{}}}", fields.join(" ,\n"))
        }
        other => other.to_string(),
    }
}

#[test]
fn no_single_field_can_be_changed_under_a_digest() {
    let file = sample("several-stages.json");
    fn leaves(json: &Json, at: String, found: &mut Vec<String>) {
        match json {
            Json::Object(fields) => {
                fields.iter().for_each(|(key, value)| leaves(value, format!("{at}/{key}"), found))
            }
            _ => found.push(at),
        }
    }
    let mut found = Vec::new();
    leaves(&file, String::new(), &mut found);
    assert!(found.len() > 20);
    for at in found {
        if ["/format", "/version", "/kind"].contains(&at.as_str()) {
            continue; // Their own refusals come first.
        }
        let mut changed = file.clone();
        let leaf = changed.pointer_mut(&at).unwrap();
        *leaf = leaf.as_str().map_or(json!(2024), |text| json!(format!("{text} ")));
        assert_eq!(refused(changed.to_string().as_bytes()), Problem::Digest, "{at}");
    }
    let mut more = file.clone();
    more["added"] = json!(true);
    assert_eq!(refused(more.to_string().as_bytes()), Problem::Digest);
    let mut less = file;
    less["answers"]["mandiri"].as_object_mut().unwrap().remove("47");
    assert_eq!(refused(less.to_string().as_bytes()), Problem::Digest);
}

// ---------------------------------------------------------------- damaged files

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let mut cut = 0;
    for name in ["several-stages.json", "escaped-letters.json", "compact.json"] {
        let bytes = &samples("valid")[name];
        let end = bytes.trim_ascii_end().len();
        for length in 0..end {
            match read(&bytes[..length]) {
                Err(Problem::Empty) => assert_eq!(length, 0, "{name}"),
                Err(Problem::Truncated { .. }) => cut += 1,
                // In the middle of a letter of several bytes.
                Err(Problem::NotUtf8 { .. }) => assert!(bytes[length] & 0xC0 == 0x80, "{name}, {length}"),
                other => panic!("{name}, cut off at {length}: {other:?}"),
            }
        }
        assert!(read(&bytes[..end]).is_ok(), "{name}: the last line end alone is no loss");
    }
    assert!(cut > 3_000, "{cut}");
}

#[test]
fn a_large_file_cut_off_is_refused_with_the_line_where_it_ends() {
    let example = include_bytes!("../public/examples/kota-contoh.json");
    for length in (1..example.len() - 2).step_by(1_499) {
        let part = &example[..length];
        if std::str::from_utf8(part).is_ok() {
            let line = part.iter().filter(|byte| **byte == b'\n').count() + 1;
            let problem = read(part).unwrap_err();
            assert!(
                problem == Problem::Truncated { line }
                    // A line end that was the last letter is not counted by every parser.
                    || part.ends_with(b"\n") && problem == Problem::Truncated { line: line - 1 },
                "{length}: {problem:?} instead of line {line}"
            );
        }
    }
}

#[test]
fn a_damaged_byte_never_changes_what_is_read_under_a_digest() {
    let bytes = &samples("valid")["pemdi-decimals.json"];
    let whole = read(bytes).unwrap();
    assert!(whole.has_digest);
    let mark = String::from_utf8_lossy(bytes).rfind("\"digest\"").unwrap();
    let (mut same, mut lost) = (0, 0);
    for at in 0..bytes.len() {
        let flips = (0..8).map(|bit| bytes[at] ^ (1 << bit));
        for byte in flips.chain(*b" \n\"0,}{\\").filter(|byte| *byte != bytes[at]) {
            let mut damaged = bytes.clone();
            damaged[at] = byte;
            match read(&damaged) {
                Err(_) => {}
                Ok(incoming) if incoming.has_digest => {
                    assert_eq!(incoming, whole, "byte {at} as {byte:#x}");
                    same += 1;
                }
                // The name of the digest itself was hit: the file counts as one without.
                Ok(incoming) => {
                    assert!((mark..mark + 8).contains(&at), "byte {at} as {byte:#x}");
                    assert_eq!(incoming.assessment.answers, whole.assessment.answers);
                    lost += 1;
                }
            }
        }
    }
    assert!(same > 100 && lost > 10, "only space may change: {same}, {lost}");
}

#[test]
fn a_damaged_byte_in_a_file_without_a_digest_is_refused_or_read_but_never_a_crash() {
    let bytes = &samples("valid")["written-by-hand.json"];
    let (mut refused, mut taken) = (0, 0);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << bit;
            match read(&damaged) {
                Err(_) => refused += 1,
                Ok(incoming) => {
                    let assessment = incoming.assessment;
                    assert_eq!(again(&assessment), assessment, "byte {at}, bit {bit}");
                    taken += 1;
                }
            }
        }
    }
    assert!(refused > taken && taken > 50, "{refused} refused, {taken} taken");
}

static GOOD: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| samples("valid").into_values().collect());

/// Bytes that are nearly a file: pieces of samples put together.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = (0..GOOD.len(), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(
        |(file, a, b)| {
            let bytes = &GOOD[file];
            let (a, b) = (a.index(bytes.len()), b.index(bytes.len()));
            bytes[a.min(b)..a.max(b)].to_vec()
        },
    );
    let noise = prop::collection::vec(any::<u8>(), 0..8);
    let mark = prop::sample::select(vec![
        "{", "}", "[", "]", "\"", ":", ",", "1e999", "-", "\\u", "\u{feff}", "null",
    ])
    .prop_map(|text| text.as_bytes().to_vec());
    prop::collection::vec(prop_oneof![4 => piece, 1 => noise, 2 => mark], 1..6)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_whatever_can_crash_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes).is_err(), "noise was taken for a file");
        let _ = read_values(&bytes);
    }

    #[test]
    fn no_text_whatever_can_crash_the_reader(text in "[\\PC\\n\\t]{0,200}") {
        prop_assert!(read(text.as_bytes()).is_err(), "noise was taken for a file");
        let _ = read_values(text.as_bytes());
    }

    #[test]
    fn pieces_of_files_put_together_are_refused_or_read_but_never_a_crash(bytes in pieces()) {
        if let Ok((assessment, _)) = open(&bytes) {
            prop_assert_eq!(again(&assessment), assessment);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn anything_in_the_place_of_a_field_is_refused_or_read_and_then_kept(
        (assessment, other) in (any_assessment(Fractions::Some), any_assessment(Fractions::Some)),
        which in any::<prop::sample::Index>(),
    ) {
        // Another assessment's parts stand where they do not belong: in a list, a text, a number.
        let mut file: Json = serde_json::from_str(&write_compact(&assessment)).unwrap();
        let other: Json = serde_json::from_str(&write_compact(&other)).unwrap();
        let fields = file.as_object_mut().unwrap();
        let key = fields.keys().nth(which.index(fields.len())).unwrap().clone();
        let value = other.as_object().unwrap().values().nth(which.index(other.as_object().unwrap().len())).unwrap();
        fields.insert(key, value.clone());
        if let Ok(incoming) = read(file.to_string().as_bytes()) {
            prop_assert_eq!(again(&incoming.assessment), incoming.assessment);
        }
    }
}

// ---------------------------------------------------------------- there and back

/// The unknown fields of every level, as text, so that no number can come back as another.
fn unknown(assessment: &Assessment) -> Vec<String> {
    let mut all = vec![
        &assessment.extra,
        &assessment.instrument.extra,
        &assessment.agency.extra,
        &assessment.created.extra,
        &assessment.changed.extra,
    ];
    for answer in assessment.answers.values().flat_map(BTreeMap::values) {
        all.push(&answer.extra);
        all.push(&answer.explanation.extra);
        all.extend(answer.changed.iter().map(|stamp| &stamp.extra));
    }
    all.into_iter().map(|extra| serde_json::to_string(extra).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_is_read_again_as_it_was(assessment in any_assessment(Fractions::Some)) {
        for (text, digest) in [(write(&assessment), true), (write_compact(&assessment), false)] {
            let incoming = read(text.as_bytes()).unwrap();
            prop_assert_eq!(incoming.has_digest, digest);
            prop_assert_eq!(unknown(&incoming.assessment), unknown(&assessment));
            prop_assert_eq!(&incoming.assessment, &assessment);
        }
    }

    #[test]
    fn reading_and_writing_again_changes_no_letter(assessment in any_assessment(Fractions::Some)) {
        let text = write(&assessment);
        prop_assert_eq!(write(&read(text.as_bytes()).unwrap().assessment), text);
        let text = write_compact(&assessment);
        prop_assert_eq!(write_compact(&read(text.as_bytes()).unwrap().assessment), text);
    }

    #[test]
    fn another_program_computes_the_same_digest(assessment in any_assessment(Fractions::None)) {
        let mut file: Json = serde_json::from_str(&write(&assessment)).unwrap();
        let by_hand = digest_by_hand(&file);
        prop_assert_eq!(&file["digest"], &json!(by_hand));
        // One that was made elsewhere is taken, whatever the form of the text.
        file["digest"] = json!(by_hand);
        prop_assert!(read(reversed(&file).as_bytes()).unwrap().has_digest);
    }

    #[test]
    fn a_change_of_an_answer_under_a_digest_is_found(
        assessment in any_assessment(Fractions::Some),
        number in 1u16..=20,
        stage in prop::sample::select(Stage::ALL.to_vec()),
    ) {
        let mut changed = assessment.clone();
        let answer = changed.answers.entry(stage).or_default().entry(number).or_default();
        answer.value = if answer.value == Some(Value::whole(3)) { None } else { Some(Value::whole(3)) };
        let honest: Json = serde_json::from_str(&write(&assessment)).unwrap();
        let mut forged: Json = serde_json::from_str(&write(&changed)).unwrap();
        forged["digest"] = honest["digest"].clone();
        prop_assert_eq!(read(forged.to_string().as_bytes()), Err(Problem::Digest));
    }
}

proptest! {
    // Verifying digests the whole instrument, which is slow in a debug build.
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_keeps_the_rules_is_taken_without_a_word(assessment in any_assessment(Fractions::Some)) {
        let (taken, warnings) = open(write(&assessment).as_bytes()).unwrap();
        prop_assert_eq!(warnings, []);
        prop_assert_eq!(taken, assessment);
    }
}

// ---------------------------------------------------------------- names of files

fn named(name: &str, year: u16) -> String {
    let mut assessment = EMPTY.clone();
    assessment.agency.name = name.into();
    assessment.year = year;
    file_name(&assessment)
}

#[test]
fn a_file_is_named_after_the_agency_and_the_year() {
    for (agency, expected) in [
        ("Kota Contoh", "takar-kota-contoh-2024.json"),
        ("Provinsi D.I. Yogyakarta", "takar-provinsi-d-i-yogyakarta-2024.json"),
        (
            "Kementerian Investasi/Badan Koordinasi Penanaman Modal",
            "takar-kementerian-investasi-badan-koordinasi-penanaman-modal-2024.json",
        ),
        (
            "Kementerian Pekerjaan Umum & Perumahan Rakyat",
            "takar-kementerian-pekerjaan-umum-perumahan-rakyat-2024.json",
        ),
        ("Kabupaten Éléonorè", "takar-kabupaten-eleonore-2024.json"),
        ("Kabupaten Ma’rang Fa'at", "takar-kabupaten-marang-faat-2024.json"),
        ("  Kota   (Contoh) II. ", "takar-kota-contoh-ii-2024.json"),
        ("../../etc/passwd", "takar-etc-passwd-2024.json"),
        ("C:\\Kota*?", "takar-c-kota-2024.json"),
        ("ᮊᮧᮒ", "takar-instansi-2024.json"),
        ("-", "takar-instansi-2024.json"),
        ("", "takar-instansi-2024.json"),
    ] {
        assert_eq!(named(agency, 2024), expected, "{agency}");
    }
    assert_eq!(named("Kota Contoh", 2100), "takar-kota-contoh-2100.json");
}

#[test]
fn a_long_name_is_cut_so_that_every_system_takes_it() {
    let long = named(&"Badan Pengusahaan Kawasan Perdagangan Bebas ".repeat(4), 2024);
    assert!(long.starts_with("takar-badan-pengusahaan-kawasan-perdagangan-bebas-badan"), "{long}");
    assert!(long.len() <= 60 + "takar--2024.json".len(), "{long}");
}

proptest! {
    #[test]
    fn a_file_s_name_holds_only_what_every_system_takes(name in any::<String>(), year in 2018u16..=2100) {
        let file = named(&name, year);
        let slug = file.strip_prefix("takar-").and_then(|rest| rest.strip_suffix(&format!("-{year}.json")));
        let slug = slug.unwrap_or_else(|| panic!("{file}"));
        prop_assert!((1..=60).contains(&slug.len()), "{}", file);
        prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", file);
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"), "{}", file);
    }
}

// ---------------------------------------------------------------- tables

fn values(text: &str) -> Result<Vec<(u16, Option<u16>)>, Problem> {
    let values = read_values(text.as_bytes())?;
    Ok(values.into_iter().map(|(number, value)| (number, value.map(Value::as_hundredths))).collect())
}

#[test]
fn a_table_of_any_spreadsheet_gives_the_same_values() {
    let expected = Ok(vec![(1, Some(300)), (2, None), (12, Some(450))]);
    for text in [
        "indicator,value\n1,3\n2,\n12,4.5\n",
        "indicator,value\r\n1,3.00\r\n2,\r\n12,4.50",
        "Indikator;Nilai\n12;4,5\n1;3\n2;\n",
        "\u{feff}INDIKATOR;NILAI\r\n1;3,00\r\n\r\n2; \r\n12; 4,50\r\n",
        "indicator\tvalue\n1\t3\n2\t\n12\t4.5\n",
        "\"indicator\",\"value\"\n\"1\",\"3\"\n\"2\",\"\"\n\"12\",\"4,5\"\n",
        " indikator , nilai \n 1 , 3 \n 2 , \n 12 , 4.5 \n",
        "\n\nindicator,value\n1,3\n2,\n12,4.5\n\n\n",
    ] {
        assert_eq!(values(text), expected, "{text:?}");
    }
    assert_eq!(values("indicator,value\n"), Ok(vec![]), "titles alone");
}

#[test]
fn a_table_that_is_not_clear_is_refused_with_its_line() {
    let row = |line: usize, text: &str| Err(Problem::CsvRow { line, text: text.into() });
    for (text, expected) in [
        ("1,3\n2,4\n", row(1, "1,3")),
        ("nomor,nilai\n1,3\n", row(1, "nomor,nilai")),
        ("indicator\n1\n", row(1, "indicator")),
        ("value,indicator\n3,1\n", row(1, "value,indicator")),
        ("indicator,value,note\n1,3,x\n", row(1, "indicator,value,note")),
        ("indicator,value\n1,3\n2;4\n", row(3, "2;4")),
        ("indicator,value\n1,3\n2\n", row(3, "2")),
        ("indicator,value\n\n1,tiga\n", row(3, "1,tiga")),
        ("indicator,value\n1,3.456\n", row(2, "1,3.456")),
        ("indicator,value\n1,-3\n", row(2, "1,-3")),
        ("indicator,value\n1.5,3\n", row(2, "1.5,3")),
        ("indicator,value\n-1,3\n", row(2, "-1,3")),
        ("indicator,value\n70000,3\n", row(2, "70000,3")),
        ("indicator;value\n1;3;4\n", row(2, "1;3;4")),
        ("indicator,value\n1,3\n2,4\n1,3\n", Err(Problem::CsvTwice { line: 4, number: 1 })),
        ("indicator,value\n1,3\n01,3\n", Err(Problem::CsvTwice { line: 3, number: 1 })),
        ("", Err(Problem::Empty)),
        (" \n \n", Err(Problem::Empty)),
    ] {
        assert_eq!(values(text), expected, "{text:?}");
    }
    assert_eq!(read_values(b"indicator,value\n1,\xFF\n"), Err(Problem::NotUtf8 { line: 2 }));
    let long = format!("indicator,value\n{},3\n", "x".repeat(500));
    assert_eq!(values(&long), row(2, &"x".repeat(60)), "a message does not repeat a whole line");
}

#[test]
fn a_row_with_a_cell_too_many_is_refused_rather_than_guessed() {
    let row = Problem::CsvRow { line: 2, text: "1,3,5".into() };
    assert_eq!(values("indicator,value\n1,3,5\n"), Err(row));
}

#[test]
fn what_is_read_as_a_value_is_taken_through_the_door_of_json_as_well() {
    // Only the decimal mark differs: data knows the point alone.
    let take = |text: &str| Value::take(json!(text), &At::ROOT).ok().map(Value::as_hundredths);
    for (text, data, table) in [
        ("3", Some(300), Some(300)),
        ("3.5", Some(350), Some(350)),
        ("3,5", None, Some(350)),
        ("5.00", Some(500), Some(500)),
        ("3.", None, None),
        ("x", None, None),
    ] {
        assert_eq!(take(text), data, "{text}");
        let table_value = values(&format!("indicator;value\n1;{text}\n")).ok().and_then(|values| values[0].1);
        assert_eq!(table_value, table, "{text}");
    }
}
