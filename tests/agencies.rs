#![cfg(not(target_arch = "wasm32"))]
//! The names that the page suggests are those of the official result lists, and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use takar::assessment::AgencyKind;

/// Rows of 2023 whose agency bears another name in 2024; only the newer one is suggested.
const RENAMED: [(&str, &str); 5] = [
    ("Pemerintah Provinsi NTB", "Pemerintah Provinsi Nusa Tenggara Barat"),
    ("Pemerintah Provinsi NTT", "Pemerintah Provinsi Nusa Tenggara Timur"),
    ("Pemerintah Kota KotaMobagu", "Pemerintah Kota Kotamobagu"),
    (
        "Badan Pengusahaan Badan Pengusahaan Kawasan Perdagangan Bebas dan Pelabuhan Bebas Batam",
        "Badan Pengusahaan Batam",
    ),
    ("Badan Pengusahaan Kawasan Perdagangan Bebas dan Pelabuhan Bebas Sabang", "Badan Pengusahaan Sabang"),
];

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/public/results/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Names as suggested, by kind.
fn suggested() -> BTreeMap<String, Vec<String>> {
    serde_json::from_str(&read("agencies.json")).unwrap()
}

/// Agencies of a year's list with their kinds, as the list writes both.
fn listed(year: u16) -> Vec<(String, String)> {
    let text = read(&format!("spbe-{year}.csv"));
    let rows = text.lines().skip(1).map(|line| {
        // Only names can hold commas, and then they stand in quotes.
        let (name, rest) = match line.strip_prefix('"') {
            Some(quoted) => quoted.split_once("\",").unwrap(),
            None => line.split_once(',').unwrap(),
        };
        (name.to_owned(), rest.split(',').next().unwrap().to_owned())
    });
    rows.collect()
}

/// The name people look for: without "Pemerintah", and nothing abbreviated that the rule can spell out.
fn short(name: &str) -> String {
    let rest = |prefix: &str| name.strip_prefix(prefix);
    if let Some(rest) = rest("Pemerintah Kab. ") {
        format!("Kabupaten {rest}")
    } else if let Some(rest) = rest("Pemerintah Kota ") {
        format!("Kota {rest}")
    } else if let Some(rest) = rest("Pemerintah Provinsi ").or(rest("Pemerintah ")) {
        format!("Provinsi {rest}")
    } else {
        name.to_owned()
    }
}

/// The kind as files write it.
fn code(kind: &str) -> String {
    kind.replace(' ', "-")
}

#[test]
fn every_suggested_name_is_one_of_an_official_list_with_its_kind() {
    let mut official: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, kind) in listed(2023).into_iter().chain(listed(2024)) {
        official.entry(short(&name)).or_default().insert(code(&kind));
    }
    for (kind, names) in suggested() {
        assert!(AgencyKind::from_code(&kind).is_some(), "{kind} is no kind of agency");
        for name in names {
            let kinds = official.get(&name).unwrap_or_else(|| panic!("{name} is in no list"));
            assert_eq!(*kinds, BTreeSet::from([kind.clone()]), "{name}");
        }
    }
}

#[test]
fn every_agency_of_2024_is_suggested_once() {
    let names: Vec<_> = suggested().into_values().flatten().collect();
    let once: BTreeSet<_> = names.iter().collect();
    assert_eq!(once.len(), names.len(), "a name stands twice");
    let rows = listed(2024);
    assert!(rows.len() > 600, "{}", rows.len());
    for (name, _) in rows {
        assert!(once.contains(&short(&name)), "{name}");
    }
}

#[test]
fn an_agency_of_2023_is_suggested_too_unless_it_bears_a_newer_name() {
    let names: BTreeSet<_> = suggested().into_values().flatten().collect();
    let missing = listed(2023).into_iter().map(|(name, _)| name).filter(|name| !names.contains(&short(name)));
    let missing: BTreeSet<_> = missing.collect();
    let renamed: BTreeSet<_> = RENAMED.iter().map(|(old, _)| (*old).to_owned()).collect();
    assert_eq!(missing, renamed);
    for (old, new) in RENAMED {
        assert!(names.contains(&short(new)), "{old} is now {new}");
    }
}

#[test]
fn names_are_sorted_and_stand_under_the_kinds_that_there_are() {
    let suggested = suggested();
    let kinds: BTreeSet<_> = suggested.keys().map(String::as_str).collect();
    assert_eq!(kinds, AgencyKind::ALL.into_iter().map(AgencyKind::code).collect());
    for (kind, names) in suggested {
        assert!(names.is_sorted(), "{kind}");
        assert!(names.iter().all(|name| name.trim() == name && !name.starts_with("Pemerintah")), "{kind}");
    }
}
