#![cfg(not(target_arch = "wasm32"))]
//! Every version of every kind of file that was ever released is opened, for ever.
//!
//! `tests/data/versions/<kind>-<version>.json` is one file of each. A new version adds a file here and
//! changes none. What these files say is written down below, and must be the same after every step that
//! brings them to the present form.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value as Json, json};
use takar::assessment::Stage;
use takar::exchange::{
    AnyFile, Anything, BackedUp, Exported, Problem, read_file, version_of, versions, write, write_backup,
    write_compact, write_register,
};

/// Kind, version, and what Takar understands of the sample.
const KEPT: &str = "\
kind,version,facts
assessment,1,kota-umpama-2025 Kota Umpama 2025 answers 2 documents 3 links 4
work-package,1,kota-umpama-2025 Kota Umpama 2025 answers 1 documents 1 links 1
evidence,1,kota-umpama-2025 Kota Umpama 2025 documents 3 links 4
backup,1,drafts 2 trash 1 snapshots 1 readable 2
encrypted-backup,1,iterations 600000 salt 16 content 11611
exported,1,changes 31 at 2026-11-14T02:00:00Z since 2026-11-15T02:00:00Z
";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/versions")
}

fn sample(kind: &str, version: u64) -> String {
    fs::read_to_string(folder().join(format!("{kind}-{version}.json"))).unwrap()
}

/// What Takar understands of a file.
fn facts(kind: &str, text: &str) -> Result<String, Problem> {
    if kind == "exported" {
        let Exported { at, changes, since } = Exported::read(text).ok_or(Problem::SomethingElse)?;
        let show = |time: Option<takar::assessment::Time>| time.unwrap().to_string();
        return Ok(format!("changes {changes} at {} since {}", show(at), show(since)));
    }
    Ok(match read_file(text.as_bytes())? {
        AnyFile::One(Anything::Assessment(incoming)) => {
            let it = incoming.assessment;
            let answers = it.answers.get(&Stage::Mandiri).map_or(0, |answers| answers.len());
            let of = format!("{} {} {}", it.id, it.agency.name, it.year);
            format!("{of} answers {answers} documents {} links {}", it.evidence.len(), it.links.len())
        }
        AnyFile::One(Anything::Evidence(incoming)) => {
            let it = incoming.register;
            let of = format!("{} {} {}", it.id, it.agency.name, it.year);
            format!("{of} documents {} links {}", it.evidence.len(), it.links.len())
        }
        AnyFile::Backup(it, _) => {
            let readable = it.drafts.iter().chain(&it.trash).filter(|draft| draft.read().is_ok()).count();
            let of = format!("drafts {} trash {}", it.drafts.len(), it.trash.len());
            format!("{of} snapshots {} readable {readable}", it.snapshots.len())
        }
        AnyFile::Encrypted(it) => {
            let (lock, content) = (&it.lock, it.content.len());
            format!("iterations {} salt {} content {content}", lock.iterations, lock.salt.len())
        }
    })
}

fn kept() -> Vec<(&'static str, u64, &'static str)> {
    let row = |line: &'static str| {
        let [kind, version, facts] = line.splitn(3, ',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        (kind, version.parse().unwrap(), facts)
    };
    KEPT.lines().skip(1).map(row).collect()
}

#[test]
fn every_version_of_every_kind_has_a_sample_and_every_sample_is_listed() {
    let mut wanted: Vec<String> =
        versions().flat_map(|(kind, last)| (1..=last).map(move |n| format!("{kind}-{n}.json"))).collect();
    let mut listed: Vec<String> = kept().iter().map(|(kind, n, _)| format!("{kind}-{n}.json")).collect();
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut there: Vec<String> = files.collect();
    for names in [&mut wanted, &mut listed, &mut there] {
        names.sort();
    }
    assert_eq!(listed, wanted, "a version without its line in KEPT");
    assert_eq!(there, wanted, "a version without its sample, or a sample of nothing");
}

#[test]
fn every_sample_is_still_understood() {
    for (kind, version, expected) in kept() {
        let text = sample(kind, version);
        let json: Json = serde_json::from_str(&text).unwrap();
        assert_eq!(json["version"], json!(version), "{kind}");
        assert_eq!(facts(kind, &text).as_deref(), Ok(expected), "{kind} {version}");
    }
}

#[test]
fn what_is_written_now_has_the_newest_version() {
    let written = |text: String| {
        let json: Json = serde_json::from_str(&text).unwrap();
        (json["kind"].as_str().unwrap().to_owned(), json["version"].as_u64().unwrap())
    };
    for (kind, version, _) in kept() {
        let text = sample(kind, version);
        let now: Vec<String> = match kind {
            "exported" => {
                let text = Exported::read(&text).unwrap().write();
                let json: Json = serde_json::from_str(&text).unwrap();
                assert_eq!(json["version"], json!(version_of(kind)));
                continue;
            }
            _ => match read_file(text.as_bytes()).unwrap() {
                AnyFile::One(Anything::Assessment(one)) => {
                    vec![write(&one.assessment), write_compact(&one.assessment)]
                }
                AnyFile::One(Anything::Evidence(one)) => vec![write_register(&one.register)],
                AnyFile::Backup(one, _) => vec![write_backup(&one)],
                AnyFile::Encrypted(one) => vec![one.write()],
            },
        };
        for text in now {
            let newest = version_of(kind);
            assert_eq!(written(text), (kind.to_owned(), newest));
        }
    }
}

#[test]
fn a_newer_version_of_each_kind_is_said_and_nothing_of_it_is_guessed() {
    for (kind, last) in versions() {
        let mut json: Json = serde_json::from_str(&sample(kind, last)).unwrap();
        let newer = last + 1;
        json["version"] = newer.into();
        let text = json.to_string();
        if kind == "exported" {
            // A note for the reminder alone: it begins anew.
            assert_eq!(Exported::read(&text), None);
        } else {
            assert_eq!(facts(kind, &text), Err(Problem::Newer { version: newer }), "{kind}");
        }
        for odd in [json!(0), json!(-1), json!("1"), json!(1.5), json!(null)] {
            json["version"] = odd.clone();
            let text = json.to_string();
            assert!(facts(kind, &text).is_err(), "{kind} {odd}");
        }
    }
    // A draft of a newer Takar in a backup is kept as it is.
    let newer = sample("assessment", 1).replace("\"version\": 1", "\"version\": 2");
    let entry = BackedUp::of("kota-umpama-2025", &newer);
    assert_eq!(entry.text(), newer);
    assert_eq!(entry.read(), Err(Problem::Newer { version: 2 }));
}
