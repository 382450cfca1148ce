#![cfg(not(target_arch = "wasm32"))]
//! The command line, as scripts and people use it: the real program, its output and its exit codes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::Value as Json;
use takar::assessment::{Agency, AgencyKind, Assessment, Change, Stage, Stamp, Time, apply};
use takar::exchange::{read, write};
use takar::instrument::{Instrument, Value, load, shipped};

static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());
static PEMDI: LazyLock<Instrument> = LazyLock::new(|| load(shipped("pemdi-2026").unwrap()).unwrap());

/// What a run left behind.
#[derive(Debug)]
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// The program, in no language that the machine happens to have.
fn program(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_takar"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

fn takar(args: &[&str]) -> Run {
    run(program(args), b"")
}

fn run(mut command: Command, input: &[u8]) -> Run {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that wants no input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().expect("it was not killed"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn json(args: &[&str]) -> Json {
    let run = takar(args);
    assert_eq!(run.code, 0, "{run:?}");
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("not one JSON value: {run:?}"))
}

/// A file of its own for each test.
fn file(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path.into_os_string().into_string().unwrap()
}

const EXAMPLE: &str = "public/examples/kota-contoh.json";
const GOOD: &str = "tests/data/manifests/valid/several-stages.json";
const BAD: &str = "tests/data/manifests/invalid/level-7.json";
const HAND: &str = "tests/data/manifests/valid/written-by-hand.json";

type Levels = BTreeMap<u16, u8>;

fn manifest(instrument: &Instrument, levels: &Levels) -> String {
    let stamp = Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), "");
    let agency = Agency::new("Kota Umpama", AgencyKind::Kota);
    let mut assessment = Assessment::new("uji".into(), instrument, agency, 2025, stamp.clone());
    for (indicator, level) in levels {
        let (stage, value) = (Stage::Mandiri, Some(Value::whole(*level)));
        let change = Change::Value { stage, indicator: *indicator, value };
        apply(&mut assessment, instrument, change, stamp.clone()).unwrap();
    }
    write(&assessment)
}

/// A table with a title row, as `indicator,value` or as `Indikator;Nilai` with decimal commas.
fn table(levels: &Levels, local: bool) -> String {
    let mut text = if local { "Indikator;Nilai\r\n" } else { "indicator,value\n" }.to_owned();
    for (indicator, level) in levels {
        if local {
            write!(text, "{indicator};{level},00\r\n").unwrap();
        } else {
            writeln!(text, "{indicator},{level}").unwrap();
        }
    }
    text
}

/// The weight of an indicator in hundredths of a per cent (Permen PANRB 59/2020, tables 7 to 9).
fn weight(indicator: u16) -> u32 {
    match indicator {
        1..=10 => 130,
        11..=20 => 250,
        21..=31 => 150,
        32..=41 => 275,
        _ => 300,
    }
}

/// Levels whose exact index is 3.4985: Baik, though it is shown as 3.50, which is Sangat Baik.
fn on_the_border() -> Levels {
    let raised = [1, 2, 11, 12, 13, 14, 15, 21, 22, 32, 33, 34, 35, 36, 42, 43, 44, 45, 46, 47];
    (1..=47).map(|n| (n, if raised.contains(&n) { 4 } else { 3 })).collect()
}

// ---------------------------------------------------------------- score

/// Agencies that published the levels of all indicators, with their published result.
fn golden() -> Vec<Json> {
    let text = include_str!("data/golden/cases.json");
    let cases = serde_json::from_str::<Json>(text).unwrap()["cases"].take();
    cases.as_array().unwrap().iter().filter(|case| case["check"] == "levels").cloned().collect()
}

#[test]
fn an_agency_gets_its_published_result_from_a_manifest_and_from_every_kind_of_table() {
    let cases = golden();
    assert_eq!(cases.len(), 3);
    for case in cases {
        let name = case["id"].as_str().unwrap();
        let levels: Levels = serde_json::from_value(case["levels"].clone()).unwrap();
        let plain = table(&levels, false);
        let result = json(&["score", &file(&format!("{name}.json"), manifest(&SPBE, &levels)), "--json"]);
        for (kind, text) in [("comma", &plain), ("semicolon", &table(&levels, true))] {
            let path = file(&format!("{name}-{kind}.csv"), text);
            assert_eq!(json(&["score", &path, "--json"]), result, "{name}, {kind}");
            let piped = run(program(&["score", "-", "--json", "--instrument", "spbe-2020"]), text.as_bytes());
            assert_eq!(serde_json::from_str::<Json>(&piped.out).unwrap(), result, "{name}, {kind}, piped");
        }

        assert_eq!(result["index"], case["index"], "{name}");
        assert_eq!(result["predicate"], case["predicate"], "{name}");
        let sum: u32 = levels.iter().map(|(number, level)| u32::from(*level) * weight(*number)).sum();
        assert_eq!(result["exact"], format!("{}.{:04}", sum / 10_000, sum % 10_000), "{name}");
        let value = |id: String| {
            let section = result["sections"].as_array().unwrap().iter().find(|s| s["id"] == *id);
            section.unwrap_or_else(|| panic!("{name}: no {id}"))["value"].clone()
        };
        for (kind, key) in [("domain", "domains"), ("aspek", "aspects")] {
            for (number, printed) in case[key].as_object().unwrap() {
                assert_eq!(value(format!("{kind}-{number}")), *printed, "{name}, {kind} {number}");
            }
        }
    }
}

#[test]
fn scripts_get_the_same_fields_with_decimal_points_in_every_language() {
    let result = json(&["score", EXAMPLE, "--json", "--lang", "id"]);
    assert_eq!(result, json(&["--lang", "en", "score", "--json", EXAMPLE]));
    let decimal = |json: &Json, at_least: usize| {
        let text = json.as_str().unwrap_or_else(|| panic!("{json} is no text"));
        let (whole, tail) = text.split_once('.').unwrap_or_else(|| panic!("{text} has no decimal point"));
        assert!(whole.len() == 1 && tail.len() >= at_least, "{text}");
        text.parse::<f64>().unwrap()
    };
    assert_eq!(result["instrument"], "spbe-2020");
    let (index, exact) = (decimal(&result["index"], 2), decimal(&result["exact"], 4));
    assert!((index - exact).abs() <= 0.005, "{index} is {exact}, rounded");
    assert_eq!(result["predicate"], "Baik");
    assert_eq!((&result["answered"], &result["total"]), (&Json::from(47), &Json::from(47)));
    let sections = result["sections"].as_array().unwrap();
    let ids: Vec<_> = sections.iter().map(|section| section["id"].as_str().unwrap()).collect();
    let expected = [
        "domain-1", "aspek-1", "domain-2", "aspek-2", "aspek-3", "aspek-4", "domain-3", "aspek-5", "aspek-6",
        "domain-4", "aspek-7", "aspek-8",
    ];
    assert_eq!(ids, expected, "each domain before its aspects");
    for section in sections {
        assert!((decimal(&section["value"], 2) - decimal(&section["exact"], 4)).abs() <= 0.005, "{section}");
        let titled = SPBE.sections.iter().flat_map(|s| std::iter::once(s).chain(&s.sections));
        let title = titled.into_iter().find(|s| s.id == section["id"]).map(|s| s.title.clone());
        assert_eq!(section["title"].as_str(), title.as_deref());
    }
}

#[test]
fn people_read_the_index_as_their_language_writes_numbers() {
    let id = takar(&["score", EXAMPLE]);
    assert_eq!((id.code, id.err.as_str()), (0, ""));
    assert!(id.out.starts_with("Indeks SPBE: 2,82 (Baik)\n"), "{}", id.out);
    let en = takar(&["score", EXAMPLE, "--lang", "en"]);
    assert!(en.out.starts_with("Indeks SPBE: 2.82 (Baik)\n"), "{}", en.out);
    assert_eq!(id.out.replace(',', "."), en.out, "the sections stand in both");
    assert_eq!(id.out.lines().count(), 13);
}

#[test]
fn where_rounding_would_change_the_predicate_the_exact_value_decides_and_it_is_said() {
    let path = file("border.csv", table(&on_the_border(), false));
    let result = json(&["score", &path, "--json"]);
    assert_eq!((&result["index"], &result["exact"]), (&Json::from("3.50"), &Json::from("3.4985")));
    assert_eq!(result["predicate"], "Baik");
    let out = takar(&["score", &path]).out;
    assert!(out.contains("3,50 (Baik)") && out.contains("3,4985") && out.contains("Sangat Baik"), "{out}");
}

#[test]
fn what_is_not_answered_is_counted_apart() {
    let path = file("three.csv", "indicator,value\n1,3\n2,\n47,5\n");
    let result = json(&["score", &path, "--json"]);
    // 45 of weight 1: 1 + (2 × 130 + 4 × 300) / 10,000.
    assert_eq!(result["exact"], "1.1460");
    assert_eq!((&result["answered"], &result["total"]), (&Json::from(2), &Json::from(47)));
    let text = takar(&["score", &path]).out;
    assert!(text.contains("45 indikator belum diisi"), "{text}");
    assert!(!takar(&["score", EXAMPLE]).out.contains("belum diisi"));
}

#[test]
fn the_stage_that_is_worked_on_is_the_one_that_is_scored() {
    // At the visit only indicator 1 is given anew, with 4; indicator 47 keeps the 5 of the stage before:
    // 1 + (3 × 130 + 4 × 300) / 10,000.
    let result = json(&["score", GOOD, "--json"]);
    assert_eq!((&result["answered"], &result["exact"]), (&Json::from(2), &Json::from("1.1590")));
}

// ---------------------------------------------------------------- --instrument

#[test]
fn a_table_is_scored_with_the_instrument_that_is_named() {
    let path = file("pemdi.csv", "indicator;value\n1;2,75\n20;5\n");
    let result = json(&["score", "--instrument", "pemdi-2026", &path, "--json"]);
    assert_eq!(result["instrument"], "pemdi-2026");
    assert_eq!((&result["answered"], &result["total"]), (&Json::from(2), &Json::from(20)));
    let sum: u32 = PEMDI
        .indicators()
        .map(|indicator| {
            let value = match indicator.number {
                1 => 275,
                20 => 500,
                _ => 100,
            };
            value * indicator.weight
        })
        .sum();
    assert_eq!(result["exact"], format!("{}.{:04}", sum / 10_000, sum % 10_000));
}

#[test]
fn a_table_without_a_named_instrument_is_scored_as_spbe_2020_and_that_is_said() {
    let path = file("assumed.csv", "indicator,value\n1,3\n");
    let run = takar(&["score", &path, "--json"]);
    assert_eq!(serde_json::from_str::<Json>(&run.out).unwrap()["instrument"], "spbe-2020");
    assert!(run.err.contains("spbe-2020") && run.err.contains("--instrument"), "{}", run.err);
    assert_eq!(takar(&["score", &path, "--instrument", "spbe-2020"]).err, "");
}

#[test]
fn a_manifest_is_never_scored_with_another_instrument_than_its_own() {
    assert_eq!(
        json(&["score", EXAMPLE, "--instrument", "spbe-2020", "--json"]),
        json(&["score", EXAMPLE, "--json"])
    );
    let other = takar(&["score", EXAMPLE, "--instrument", "pemdi-2026", "--json"]);
    assert_eq!((other.code, other.out.as_str()), (1, ""));
    assert!(other.err.contains("spbe-2020") && other.err.contains("pemdi-2026"), "{}", other.err);
    assert!(other.err.contains(EXAMPLE), "{}", other.err);
}

#[test]
fn an_instrument_that_is_not_there_is_named_with_those_that_are() {
    let run = takar(&["score", EXAMPLE, "--instrument", "spbe-2035"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    for id in ["spbe-2035", "spbe-2020", "pemdi-2026"] {
        assert!(run.err.contains(id), "{}", run.err);
    }
}

// ---------------------------------------------------------------- what is wrong in a file

#[test]
fn a_table_that_breaks_the_instrument_s_rules_is_refused_with_the_indicator() {
    for (name, text, named) in [
        ("unknown.csv", "indicator,value\n1,3\n48,3\n", "48"),
        ("level.csv", "indicator,value\n12,7\n13,3\n", "12"),
        ("decimals.csv", "indicator,value\n21,2.5\n22,3\n", "21"),
        ("row.csv", "indicator,value\n1,3\ntiga,3\n", "tiga,3"),
        ("twice.csv", "indicator,value\n9,3\n9,4\n", "9"),
    ] {
        let path = file(name, text);
        let run = takar(&["score", &path, "--json", "--instrument", "spbe-2020"]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{name}");
        let message = run.err.strip_prefix(&format!("{path}: ")).unwrap_or_else(|| panic!("{}", run.err));
        assert!(message.contains(named), "{name}: {message}");
        assert_eq!(message.lines().count(), 2, "what, and what to do: {message}");
    }
}

fn bad_samples() -> Vec<String> {
    let folder = "tests/data/manifests/invalid";
    let files = fs::read_dir(format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut names: Vec<_> =
        files.map(|file| format!("{folder}/{}", file.unwrap().file_name().into_string().unwrap())).collect();
    names.sort();
    assert!(names.len() > 40);
    names
}

#[test]
fn every_bad_sample_is_reported_on_its_own_and_the_good_ones_beside_it_are_not() {
    let bad = bad_samples();
    let mut args = vec!["validate", "--lang", "en", GOOD];
    args.extend(bad.iter().map(String::as_str));
    args.push(EXAMPLE);
    let run = takar(&args);
    assert_eq!(run.code, 1);
    assert_eq!(run.out, format!("{GOOD}: valid\n{EXAMPLE}: valid\n"));
    for name in &bad {
        assert_eq!(run.err.matches(&format!("{name}: ")).count(), 1, "{name}");
    }
    // Each report is one line, and an indented one that says what to do.
    assert_eq!(run.err.lines().count(), 2 * bad.len());
    assert_eq!(run.err.lines().filter(|line| line.starts_with("  ")).count(), bad.len());
}

#[test]
fn scoring_a_bad_file_prints_no_number() {
    // Tables are what `score` takes besides manifests.
    for name in bad_samples().into_iter().filter(|name| !name.contains("/table")) {
        let run = takar(&["score", &name, "--json"]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{name}");
        assert!(run.err.contains(&name), "{name}: {}", run.err);
    }
}

#[test]
fn a_huge_file_is_refused_without_being_read_to_its_end() {
    let path = file("huge.json", "");
    // A hole in the file: it takes no room on the disk.
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(3_000_000_000).unwrap();
    let run = takar(&["validate", &path]);
    fs::remove_file(&path).unwrap();
    assert_eq!(run.code, 1);
    assert!(run.err.contains("20 MB"), "{}", run.err);
}

// ---------------------------------------------------------------- validate

#[test]
fn a_backup_is_checked_draft_by_draft() {
    let kept = "tests/data/versions/backup-1.json";
    let run = takar(&["validate", kept]);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "one of its drafts is broken");
    assert!(run.err.contains(&format!("{kept}, draf rusak: Berkas ini terpotong")), "{}", run.err);
    assert_eq!(run.err.lines().count(), 2, "{}", run.err);
    let mut sound: Json = serde_json::from_str(&fs::read_to_string(kept).unwrap()).unwrap();
    let fields = sound.as_object_mut().unwrap();
    fields.remove("digest");
    fields["drafts"].as_array_mut().unwrap().remove(1);
    let path = file("backup.json", sound.to_string());
    let run = takar(&["validate", &path]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("cadangan sah (1 draf, 1 yang dihapus, 1 titik pemulihan)"), "{}", run.out);
    assert!(run.err.contains("tanpa sidik digital"), "{}", run.err);
    sound["trash"][0]["content"]["answers"]["mandiri"]["1"]["value"] = "9.00".into();
    let run = takar(&["--lang", "en", "validate", &file("backup.json", sound.to_string())]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.err.contains("draft kota-umpama-2025"), "{}", run.err);
    assert!(run.err.contains("$.answers.mandiri.1.value"), "{}", run.err);
}

#[test]
fn an_encrypted_backup_is_called_what_it_is() {
    let kept = "tests/data/versions/encrypted-backup-1.json";
    let run = takar(&["validate", kept]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("cadangan dengan kata sandi"), "{}", run.out);
    let out = file("merged.json", "");
    fs::remove_file(&out).unwrap();
    for command in [&["score", kept][..], &["merge", kept, kept, "-o", &out]] {
        let run = takar(command);
        assert_ne!(run.code, 0);
        assert!(run.err.contains("hanya dapat diisi di halaman Takar"), "{}", run.err);
    }
    let run = takar(&["score", "tests/data/versions/backup-1.json"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("cadangan semua draf"), "{}", run.err);
}

#[test]
fn the_worst_of_several_files_is_the_exit_code() {
    let missing = "tests/data/manifests/there-is-no-such-file.json";
    for (files, code) in [
        (&[GOOD] as &[_], 0),
        (&[GOOD, EXAMPLE], 0),
        (&[GOOD, BAD], 1),
        (&[BAD, GOOD], 1),
        (&[GOOD, missing], 2),
        (&[missing, BAD], 2),
        (&[BAD, missing, GOOD], 2),
    ] {
        let run = takar(&[&["validate"], files].concat());
        assert_eq!(run.code, code, "{files:?}");
        for name in files {
            let good = [GOOD, EXAMPLE].contains(name);
            assert_eq!(run.out.contains(&format!("{name}: ")), good, "{run:?}");
            assert_eq!(run.err.contains(&format!("{name}: ")), !good, "{run:?}");
        }
    }
}

#[test]
fn a_doubt_about_a_good_file_is_told_and_changes_no_exit_code() {
    let run = takar(&["validate", "--lang", "en", HAND]);
    assert_eq!((run.code, run.out.as_str()), (0, format!("{HAND}: valid\n").as_str()));
    let notes: Vec<_> = run.err.lines().collect();
    assert_eq!(notes.len(), 2, "another edition, and no digest: {notes:?}");
    assert!(notes.iter().all(|note| note.starts_with(&format!("{HAND}: note:"))), "{notes:?}");
    assert!(notes[0].contains("edition") && notes[1].contains("digest"), "{notes:?}");
    assert_eq!(takar(&["validate", EXAMPLE]).err, "");
}

#[test]
fn a_register_of_evidence_is_checked_and_its_kind_is_said() {
    let register = "tests/data/evidence/valid/register.json";
    let run = takar(&["validate", "--lang", "en", register, GOOD]);
    assert_eq!(run.code, 0);
    let line = format!("{register}: valid (an evidence register with 3 documents and 4 links)");
    assert_eq!(run.out.lines().collect::<Vec<_>>(), [&*line, &format!("{GOOD}: valid")]);
    let run = takar(&["validate", "--lang", "id", register]);
    assert_eq!(run.out, format!("{register}: sah (daftar bukti dengan 3 dokumen dan 4 tautan)\n"));
    let bad = "tests/data/evidence/invalid/link-to-unknown-level.json";
    let run = takar(&["validate", "--lang", "en", bad]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("$.links[b-2, 1:6]") && run.err.contains("no level 6"), "{}", run.err);
    // It has no answers, so it has no score.
    let run = takar(&["score", register]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
}

#[test]
fn the_examples_of_the_documentation_are_valid() {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/file-format.md")).unwrap();
    let examples = page.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    // The list of holidays is no file that people exchange.
    let examples: Vec<_> = examples.filter(|example| !example.contains("takar-holidays")).collect();
    assert_eq!(examples.len(), 2, "a manifest and a register");
    for example in examples {
        let run = run(program(&["validate", "-"]), example.as_bytes());
        assert_eq!(run.code, 0, "{example}\n{}", run.err);
    }
}

#[test]
fn a_manifest_can_be_piped_in() {
    let bytes = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/public/examples/kota-contoh.json")).unwrap();
    let checked = run(program(&["validate", "-"]), &bytes);
    assert_eq!((checked.code, checked.err.as_str()), (0, ""));
    let scored = run(program(&["score", "-", "--json"]), &bytes);
    assert_eq!(serde_json::from_str::<Json>(&scored.out).unwrap(), json(&["score", EXAMPLE, "--json"]));
    let nothing = run(program(&["score", "-"]), b"");
    assert_eq!((nothing.code, nothing.out.as_str()), (1, ""));
}

// ---------------------------------------------------------------- use and misuse

#[test]
fn a_command_that_is_not_understood_explains_itself_on_stderr() {
    for args in [
        &[] as &[&str],
        &["skor"],
        &["score"],
        &["validate"],
        &["score", EXAMPLE, GOOD],
        &["score", EXAMPLE, "--jsom"],
        &["score", "--jsom"],
        &["score", EXAMPLE, "--instrument"],
        &["validate", "--json", EXAMPLE],
        &["--lang"],
        &["--lang", "fr", "score", EXAMPLE],
        &["--json", "score", EXAMPLE],
    ] {
        let run = takar(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        for part in ["takar score", "takar validate", "--instrument", "--json", "--lang"] {
            assert!(run.err.contains(part), "{args:?}: {}", run.err);
        }
    }
}

#[test]
fn help_and_version_are_no_mistakes() {
    for word in ["help", "--help", "-h"] {
        let run = takar(&[word]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{word}");
        assert!(run.out.contains("takar score"), "{word}");
    }
    for word in ["--version", "-V"] {
        let run = takar(&[word]);
        assert_eq!((run.code, run.out.trim()), (0, concat!("takar ", env!("CARGO_PKG_VERSION"))), "{word}");
    }
}

#[test]
fn a_file_that_cannot_be_opened_is_named_and_is_no_finding() {
    for path in ["tidak-ada.json", "tests/data"] {
        for command in ["score", "validate"] {
            let run = takar(&[command, path]);
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{command} {path}");
            assert!(run.err.contains(path), "{}", run.err);
        }
    }
}

#[test]
fn messages_are_in_the_language_that_is_asked_for_or_that_the_system_speaks() {
    let of = |environment: &[(&str, &str)], args: &[&str]| {
        let mut command = program(&[&["validate", BAD], args].concat());
        command.envs(environment.iter().copied());
        let run = run(command, b"");
        assert_eq!(run.code, 1, "{run:?}");
        match (run.err.contains("di luar skala"), run.err.contains("outside the scale")) {
            (true, false) => "id",
            (false, true) => "en",
            _ => panic!("{}", run.err),
        }
    };
    for (environment, args, expected) in [
        (&[] as &[_], &[] as &[_], "id"),
        (&[("LANG", "id_ID.UTF-8")], &[], "id"),
        (&[("LANG", "en_US.UTF-8")], &[], "en"),
        (&[("LANG", "C.UTF-8")], &[], "id"),
        (&[("LANG", "C")], &[], "id"),
        (&[("LANG", "")], &[], "id"),
        (&[("LANG", "id_ID.UTF-8"), ("LC_ALL", "en_GB.UTF-8")], &[], "en"),
        (&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "id_ID.UTF-8")], &[], "id"),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "")], &[], "en"),
        (&[("LANG", "en_US.UTF-8")], &["--lang", "id"], "id"),
        (&[("LC_ALL", "id_ID.UTF-8")], &["--lang", "en"], "en"),
        (&[], &["--lang", "en"], "en"),
    ] {
        assert_eq!(of(environment, args), expected, "{environment:?} {args:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_crash() {
    let shell = |line: &str| {
        let program = env!("CARGO_BIN_EXE_takar");
        let line = format!("{program} {line} | true; exit ${{PIPESTATUS[0]}}");
        let mut command = Command::new("bash");
        command.args(["-c", &line]).current_dir(env!("CARGO_MANIFEST_DIR"));
        run(command, b"")
    };
    for _ in 0..5 {
        let run = shell(&format!("score {EXAMPLE}"));
        assert!(!run.err.contains("panicked"), "{}", run.err);
        assert_ne!(run.code, 101);
    }
}

#[test]
fn a_table_with_quoted_titles_is_scored_like_any_other() {
    let quoted = file("quoted.csv", "\"indicator\",\"value\"\n\"1\",\"3\"\n\"47\",\"5\"\n");
    let plain = file("not-quoted.csv", "indicator,value\n1,3\n47,5\n");
    assert_eq!(json(&["score", &quoted, "--json"]), json(&["score", &plain, "--json"]));
}

// ---------------------------------------------------------------- merge

/// A draft as it was sent out, and two copies that came back.
fn copies(name: &str, ani: &[(u16, u8)], budi: &[(u16, u8)]) -> [String; 3] {
    let mut sent = read(manifest(&SPBE, &BTreeMap::from([(1, 2), (2, 2)])).as_bytes()).unwrap().assessment;
    sent.seal();
    let side = |by: &str, levels: &[(u16, u8)]| {
        let mut side = sent.clone();
        side.revisions.begin_copy(by);
        for (indicator, level) in levels {
            let (stage, value) = (Stage::Mandiri, Some(Value::whole(*level)));
            let change = Change::Value { stage, indicator: *indicator, value };
            let stamp = Stamp::new(Time::parse("2026-11-23T03:42:00Z").unwrap(), by);
            apply(&mut side, &SPBE, change, stamp).unwrap();
        }
        side.seal();
        file(&format!("{name}-{by}.json"), write(&side))
    };
    [file(&format!("{name}-sent.json"), write(&sent)), side("Ani", ani), side("Budi", budi)]
}

fn target(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    path.into_os_string().into_string().unwrap()
}

fn levels_of(file: &str) -> Vec<Option<u16>> {
    let assessment = read(&fs::read(file).unwrap()).unwrap().assessment;
    (1..=4).map(|n| assessment.value(n).map(|value| value.as_hundredths() / 100)).collect()
}

#[test]
fn copies_are_merged_into_a_new_file_and_it_is_said_what_came_from_whom() {
    let [sent, ani, budi] = copies("merge", &[(1, 3), (3, 3)], &[(2, 4), (4, 4)]);
    let out = target("merge-out.json");
    let run = takar(&["merge", &sent, &ani, &budi, "-o", &out]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
    assert!(
        run.out.contains("indikator 4, tingkat: diambil dari") && run.out.contains("(Budi, 23 Nov 2026)")
    );
    assert!(
        run.out.contains(&format!("{budi}: 1 baru")) && run.out.contains("0 perlu dipilih"),
        "{}",
        run.out
    );
    assert_eq!(levels_of(&out), [Some(3), Some(4), Some(3), Some(4)]);
    assert_eq!(takar(&["validate", &out]).code, 0);
    // In another order, and onto itself, on purpose.
    let other = target("merge-other.json");
    assert_eq!(takar(&["merge", &budi, &ani, &sent, "-o", &other]).code, 0);
    assert_eq!(levels_of(&other), levels_of(&out));
    let before = fs::read(&out).unwrap();
    assert_eq!(takar(&["merge", &out, &ani, "-o", &out]).code, 0);
    assert_eq!(fs::read(&out).unwrap(), before, "merging again changes nothing");
}

#[test]
fn a_merge_stops_at_conflicts_names_each_and_writes_nothing() {
    let [_, ani, budi] = copies("conflict", &[(1, 3), (3, 3)], &[(1, 5)]);
    let out = target("conflict-out.json");
    let run = takar(&["merge", &ani, &budi, "-o", &out, "--lang", "en"]);
    assert_eq!(run.code, 1, "{run:?}");
    let line = run.err.lines().next().unwrap();
    for part in ["indicator 1, level", &ani, "3.00 (Ani, 23 Nov 2026)", &budi, "5.00 (Budi, 23 Nov 2026)"] {
        assert!(line.contains(part), "{part}: {line}");
    }
    assert!(run.err.contains("--prefer") && !fs::exists(&out).unwrap());
    for (prefer, level) in [("mine", 3), ("theirs", 5)] {
        let run = takar(&["merge", &ani, &budi, "--prefer", prefer, "-o", &out]);
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(levels_of(&out)[0], Some(level));
        // What was settled is not asked again.
        assert_eq!(takar(&["merge", &out, &budi, &ani, "-o", &out]).code, 0);
        assert_eq!(levels_of(&out)[0], Some(level));
    }
}

#[test]
fn files_that_do_not_belong_together_are_refused_with_a_sentence() {
    let [sent, ..] = copies("refused", &[], &[]);
    let pemdi = file("refused-pemdi.json", manifest(&PEMDI, &BTreeMap::from([(1, 2)])));
    let edited = |name: &str, from: &str, to: &str| {
        let mut json: Json = serde_json::from_str(&fs::read_to_string(&sent).unwrap()).unwrap();
        json.as_object_mut().unwrap().remove("digest");
        file(name, json.to_string().replace(from, to))
    };
    let year = edited("refused-year.json", "\"year\":2025", "\"year\":2024");
    let agency = edited("refused-agency.json", "Kota Umpama", "Kota Lain");
    let out = target("refused-out.json");
    for (other, named) in [
        (&*pemdi, ["pemdi-2026", "spbe-2020"]),
        (&year, ["2024", "2025"]),
        (&agency, ["Kota Lain", "Kota Umpama"]),
        (BAD, ["", ""]),
    ] {
        let run = takar(&["merge", &sent, other, "-o", &out]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(named.iter().all(|part| run.err.contains(part)), "{}", run.err);
        assert!(!fs::exists(&out).unwrap());
    }
    let edition = edited("refused-edition.json", "sha256-", "sha256-0");
    let run = takar(&["merge", &sent, &edition, "-o", &out]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("edisi lain dari instrumen yang sama"), "{}", run.err);
    // What differs is told, as far as the files themselves say it.
    let mut json: Json = serde_json::from_str(&fs::read_to_string(&edition).unwrap()).unwrap();
    json["instrument"]["parts"]["12"] = "00000000".into();
    json["instrument"]["parts"]["head"] = "00000000".into();
    json["instrument"]["parts"]["3"] = "00000000".into();
    let telling = file("refused-telling.json", json.to_string());
    let run = takar(&["merge", &sent, &telling, "-o", &out]);
    assert!(run.err.contains("indikator 3, 12; ketentuan umum"), "{}", run.err);
    json["instrument"].as_object_mut().unwrap().remove("parts");
    let silent = file("refused-silent.json", json.to_string());
    let run = takar(&["merge", &sent, &silent, "-o", &out]);
    assert!(run.err.contains("tidak mencatat isi edisinya"), "{}", run.err);
}

#[test]
fn a_merge_that_is_called_wrongly_says_how_it_is_used() {
    let [sent, ani, _] = copies("usage", &[], &[]);
    let out = target("usage-out.json");
    let cases: [&[&str]; 6] = [
        &["merge", &sent, "-o", &out],
        &["merge", &sent, &ani],
        &["merge", &sent, &ani, "-o"],
        &["merge", &sent, &ani, "-o", &out, "--prefer", "newest"],
        &["merge", &sent, &ani, "-o", &out, "--force"],
        &["merge", "-", "-", "-o", &out],
    ];
    for args in cases {
        let run = takar(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains("takar merge A B"), "{args:?}");
    }
    let missing = takar(&["merge", &sent, "/nirgendwo.json", "-o", &out]);
    assert_eq!(missing.code, 2, "{missing:?}");
}

#[test]
fn a_work_package_is_validated_has_no_index_and_is_merged_into_its_part_alone() {
    let package = "tests/data/packages/valid/package.json";
    let run = takar(&["validate", package, "--lang", "en"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("a work package for Bagian Hukum with 2 indicators"), "{}", run.out);
    let run = takar(&["score", package]);
    assert_eq!(run.code, 0, "{run:?}");
    for part in ["Paket kerja Bagian Hukum: 1 dari 2 indikator terisi.", "  3,00  1. ", "     –  11. "] {
        assert!(run.out.contains(part), "{part}: {}", run.out);
    }
    assert!(!run.out.contains("Indeks SPBE"), "{}", run.out);
    let score = json(&["score", package, "--json"]);
    assert_eq!(
        (&score["kind"], &score["answered"], &score["total"]),
        (&"work-package".into(), &1.into(), &2.into())
    );
    assert_eq!(score["indicators"][0], serde_json::json!({ "indicator": 1, "value": "3.00" }));
    assert!(score.get("index").is_none());
    let out = target("merge-package.json");
    let whole = "tests/data/manifests/valid/units.json";
    let back = "tests/data/packages/valid/sent-back.json";
    let run = takar(&["merge", whole, back, "-o", &out]);
    assert_eq!(run.code, 0, "{run:?}");
    let merged = read(&fs::read(&out).unwrap()).unwrap().assessment;
    assert_eq!(
        (merged.order.as_ref(), merged.units.len(), merged.answers[&Stage::Mandiri].len()),
        (None, 3, 2)
    );
    assert_eq!(merged.units["hukum"].returned.as_ref().unwrap().by, "Pak Umpama");
}
