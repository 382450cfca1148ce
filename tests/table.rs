#![cfg(not(target_arch = "wasm32"))]
//! `takar table`: the real program over several agencies, instruments and bad files.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value as Json;
use takar::assessment::{
    Agency, AgencyKind, Aim, Assessment, Change, Evidence, Link, LinkKey, Review, Stage, Stamp, Status, Time,
    Unit, apply,
};
use takar::exchange::{work_package, write};
use takar::instrument::{Instrument, Number, Value, load, shipped};
use takar::report::COLUMNS;

fn stamp() -> Stamp {
    Stamp::new(Time::parse("2026-11-22T03:00:00Z").unwrap(), "Sari")
}

fn instrument(id: &str) -> Instrument {
    load(shipped(id).unwrap()).unwrap()
}

fn fresh(instrument: &Instrument, name: &str, kind: AgencyKind) -> Assessment {
    Assessment::new("a-1".into(), instrument, Agency::new(name, kind), 2025, stamp())
}

fn give(of: &mut Assessment, instrument: &Instrument, stage: Stage, indicator: Number, hundredths: u16) {
    let value = Some(Value::hundredths(hundredths));
    apply(of, instrument, Change::Value { stage, indicator, value }, stamp()).unwrap();
}

/// A folder of its own for each test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("table-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(folder: &PathBuf, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_takar"));
    command.arg("table").args(args).current_dir(folder).env("LANG", "id").env_remove("LC_ALL");
    command.env_remove("LC_MESSAGES").output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Three agencies: SPBE at a later stage, Pemdi, and a work package.
fn three(folder: &std::path::Path) {
    let (spbe, pemdi) = (instrument("spbe-2020"), instrument("pemdi-2026"));
    let mut of = fresh(&spbe, "=Kota \"Satu\"; Dua", AgencyKind::Kota);
    give(&mut of, &spbe, Stage::Mandiri, 1, 300);
    give(&mut of, &spbe, Stage::Mandiri, 2, 200);
    give(&mut of, &spbe, Stage::Dokumen, 2, 300);
    of.stage = Stage::Interviu;
    let unit = |name: &str| Unit { indicators: [1, 2].into(), ..Unit::named(name) };
    of.units.insert("h".into(), unit("Bagian Hukum"));
    of.units.insert("k".into(), unit("Kominfo"));
    let review = Review { status: Status::Diterima, note: String::new(), stamp: stamp() };
    of.evidence.insert("x".into(), Evidence { reviews: vec![review], ..Evidence::titled("Perwali") });
    of.evidence.insert("y".into(), Evidence::titled("SK"));
    for (level, evidence) in [(2, "x"), (3, "x"), (3, "y")] {
        let key = LinkKey { indicator: 1, level, expected: None, evidence: evidence.into() };
        of.links.insert(key, Link::default());
    }
    let aim = Aim { target: Some(Value::whole(4)), ..Aim::default() };
    apply(&mut of, &spbe, Change::record("1", Some(&aim)), stamp()).unwrap();
    fs::write(folder.join("satu.json"), write(&of)).unwrap();
    let package = work_package(&of, "h", stamp()).unwrap();
    fs::write(folder.join("paket.json"), write(&package)).unwrap();
    let mut of = fresh(&pemdi, "Provinsi Tiga", AgencyKind::Provinsi);
    give(&mut of, &pemdi, Stage::Mandiri, 5, 126);
    fs::write(folder.join("tiga.json"), write(&of)).unwrap();
}

#[test]
fn lines_of_json_hold_what_each_indicator_has() {
    let folder = folder("json");
    three(&folder);
    let run = run(&folder, &["satu.json", "tiga.json", "paket.json", "--format", "ndjson"]);
    assert!(run.status.success(), "{run:?}");
    let rows: Vec<Json> = text(&run.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 47 + 20 + 2);
    for row in &rows {
        let fields: Vec<_> = row.as_object().unwrap().keys().cloned().collect();
        let mut columns = COLUMNS.map(str::to_owned);
        columns.sort();
        assert_eq!(fields, columns);
    }
    let first = &rows[0];
    for (column, value) in [
        ("file", Json::from("satu.json")),
        ("id", "a-1".into()),
        ("agency", "=Kota \"Satu\"; Dua".into()),
        ("kind", "kota".into()),
        ("year", 2025.into()),
        ("instrument", "spbe-2020".into()),
        ("stage", "interviu".into()),
        ("package", Json::Null),
        ("domain", "domain-1".into()),
        ("indicator", 1.into()),
        ("weight", "1.30".into()),
        ("value", "3.00".into()),
        ("value_stage", "mandiri".into()),
        ("supported", "3.00".into()),
        ("basis", "rungs".into()),
        ("target", "4.00".into()),
        ("units", vec!["Bagian Hukum", "Kominfo"].into()),
        ("documents", 2.into()),
        ("accepted", 1.into()),
        ("facts", Json::Null),
    ] {
        assert_eq!(first[column], value, "{column}");
    }
    // Taken over from the stage before, claimed without a document, and not answered at all.
    assert_eq!((&rows[1]["value"], &rows[1]["value_stage"]), (&"3.00".into(), &"dokumen".into()));
    assert_eq!(rows[1]["supported"], "1.00");
    assert_eq!((&rows[2]["value"], &rows[2]["supported"]), (&Json::Null, &Json::Null));
    let pemdi = &rows[47 + 4];
    assert_eq!((&pemdi["value"], &pemdi["basis"]), (&"1.26".into(), &"external-missing".into()));
    assert_eq!(pemdi["domain"], Json::Null, "Pemdi has aspects only");
    assert!(rows[67..].iter().all(|row| row["package"] == "Bagian Hukum"));
}

#[test]
fn a_csv_has_one_head_and_no_formula() {
    let folder = folder("csv");
    three(&folder);
    let run = run(&folder, &["--format", "csv", "satu.json", "tiga.json", "-o", "semua.csv"]);
    assert!(run.status.success() && run.stdout.is_empty(), "{run:?}");
    let table = fs::read_to_string(folder.join("semua.csv")).unwrap();
    assert!(!folder.join("semua.csv.part").exists());
    let lines: Vec<_> = table.split("\r\n").collect();
    assert_eq!(lines.len(), 1 + 47 + 20 + 1);
    assert_eq!(lines[0], format!("\u{feff}{}", COLUMNS.join(";")));
    assert_eq!(table.matches('\u{feff}').count(), 1);
    assert!(lines[1].starts_with("satu.json;a-1;\"'=Kota \"\"Satu\"\"; Dua\";kota;2025;"), "{}", lines[1]);
    assert!(
        lines[1]
            .contains(";\"1,30\";\"3,00\";mandiri;\"3,00\";rungs;\"4,00\";\"Bagian Hukum, Kominfo\";2;1;")
    );
    assert!(lines[48].starts_with("tiga.json;"));
}

#[test]
fn a_bad_file_is_named_and_the_others_go_on() {
    let folder = folder("bad");
    three(&folder);
    fs::write(folder.join("rusak.json"), "{\"format\":\"takar\",").unwrap();
    fs::write(folder.join("nilai.csv"), "indicator,value\n1,3\n").unwrap();
    let some = ["satu.json", "rusak.json", "nilai.csv", "tiga.json", "--format", "ndjson"];
    let bad = run(&folder, &some);
    assert_eq!(bad.status.code(), Some(1));
    assert_eq!(text(&bad.stdout).lines().count(), 67);
    let said = text(&bad.stderr);
    assert!(
        said.contains("rusak.json: ") && said.contains("nilai.csv: ") && !said.contains("tiga.json"),
        "{said}"
    );
    let missing = run(&folder, &["tidak-ada.json", "tiga.json", "--format", "ndjson"]);
    assert_eq!(missing.status.code(), Some(2), "as with the other commands");
    assert_eq!(text(&missing.stdout).lines().count(), 20);
    // A table that cannot be written leaves nothing.
    let nowhere = run(&folder, &["tiga.json", "--format", "csv", "-o", "tidak/ada.csv"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(text(&nowhere.stderr).contains("tidak/ada.csv"));
}

#[test]
fn it_is_not_used_otherwise() {
    let folder = folder("usage");
    three(&folder);
    for args in [
        &["satu.json"][..],
        &["--format", "csv"],
        &["satu.json", "--format", "xlsx"],
        &["satu.json", "--format"],
        &["-", "-", "--format", "csv"],
        &["satu.json", "--format", "csv", "--all"],
        &["satu.json", "--format", "csv", "-o", "-x"],
    ] {
        let run = run(&folder, args);
        assert_eq!((run.status.code(), run.stdout.len()), (Some(2), 0), "{args:?}");
        assert!(text(&run.stderr).contains("takar table BERKAS"), "{args:?}");
    }
}
