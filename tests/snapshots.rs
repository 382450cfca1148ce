#![cfg(not(target_arch = "wasm32"))]
//! Restore points: their stored form, which of them stay, and what bringing one back does to copies.

use proptest::prelude::*;
use takar::assessment::merge::{Ancestor, compare};
use takar::assessment::{Assessment, Change, Field, Stage, Stamp, Time, apply};
use takar::exchange::{
    DAILY_LIMIT, Head, Listed, OTHER_LIMIT, Problem, Reason, beyond, gives_way, merge, read_head,
    read_snapshot, read_stored, rename_snapshot, space, write_compact, write_snapshot,
};
use takar::instrument::{Instrument, Number, Value, load, shipped};

const VERSION_1: &str = include_str!("data/snapshots/version-1.txt");
const VERSION_2: &str = include_str!("data/snapshots/version-2.txt");

fn time(text: &str) -> Time {
    Time::parse(text).unwrap()
}

fn stamp(by: &str) -> Stamp {
    Stamp::new(time("2026-11-20T02:00:00Z"), by)
}

fn instrument() -> Instrument {
    load(shipped("spbe-2020").unwrap()).unwrap()
}

fn begun(instrument: &Instrument) -> Assessment {
    let agency = takar::assessment::Agency::new("Kota Contoh", takar::assessment::AgencyKind::Kota);
    Assessment::new("contoh".into(), instrument, agency, 2025, stamp(""))
}

fn level(indicator: Number, level: u8) -> Change {
    Change::Value { stage: Stage::Mandiri, indicator, value: Some(Value::whole(level)) }
}

fn facts(indicator: Number, text: &str) -> Change {
    Change::Text { stage: Stage::Mandiri, indicator, field: Field::Facts, text: text.to_owned() }
}

fn with(instrument: &Instrument, base: &Assessment, by: &str, changes: Vec<Change>) -> Assessment {
    let mut side = base.clone();
    apply(&mut side, instrument, Change::All(changes), stamp(by)).unwrap();
    side
}

#[test]
fn a_restore_point_of_version_1_is_a_draft_alone_and_stays_readable() {
    let made = time("2026-03-04T05:06:07Z");
    let head = read_head(VERSION_1, &made).unwrap();
    assert_eq!((head.reason, &*head.name, &head.made.at), (Reason::Replace, "", &made));
    assert_eq!(read_snapshot(VERSION_1).unwrap(), VERSION_1);
    assert_eq!(read_stored("contoh-satu", VERSION_1).unwrap().agency.name, "Kota Contoh");
    // Naming it writes it in the present form, and the draft in it is still the same.
    let named = rename_snapshot(VERSION_1, &made, " rapat ").unwrap();
    assert_eq!(read_head(&named, &made).unwrap().name, "rapat");
    assert_eq!(read_head(&named, &made).unwrap().made.at, made);
    assert_eq!(read_snapshot(&named).unwrap(), VERSION_1);
}

#[test]
fn a_restore_point_of_version_2_keeps_its_form_for_ever() {
    let head = read_head(VERSION_2, &time("2000-01-01T00:00:00Z")).unwrap();
    assert_eq!(head.reason, Reason::Merge);
    assert_eq!(head.name, "sebelum rapat");
    assert_eq!((head.made.at.as_str(), &*head.made.by), ("2026-11-22T03:42:00Z", "Budi"));
    assert_eq!((head.index, &*head.predicate), (Some(Value::hundredths(264)), "Baik"));
    assert_eq!(read_snapshot(VERSION_2).unwrap(), VERSION_1, "byte for byte");
}

#[test]
fn what_a_newer_takar_adds_survives_and_a_newer_version_is_named() {
    let made = time("2026-01-01T00:00:00Z");
    let newer = VERSION_2.replacen("\"kind\"", "\"color\":\"red\",\"kind\"", 1).replacen("merge", "moon", 1);
    let head = read_head(&newer, &made).unwrap();
    assert_eq!(head.reason, Reason::Other("moon".into()));
    let renamed = rename_snapshot(&newer, &made, "x").unwrap();
    assert!(renamed.contains("\"color\":\"red\"") && renamed.contains("moon"));
    let later = VERSION_2.replacen("\"version\":2", "\"version\":3", 1);
    assert_eq!(read_head(&later, &made), Err(Problem::Newer { version: 3 }));
}

/// A draft with so many documents, each with a name, a place and a SHA-256 of its own.
fn full(documents: usize) -> String {
    let document = |at: usize| {
        let hash: String = (0..64)
            .map(|n| char::from_digit((at * 7919 + n * n * 31 + at * n) as u32 % 16, 16).unwrap())
            .collect();
        format!(
            "\"d{at}\":{{\"title\":\"Dokumen {at} tentang layanan {}\",\"kind\":\"peraturan\",\"number\":\"{at}/SPBE/2024\",\"date\":\"2024-05-{:02}\",\"location\":\"https://arsip.contoh.go.id/{at}\",\"file\":{{\"name\":\"{at}.a.Dokumen.pdf\",\"size\":{},\"sha256\":\"{hash}\"}}}}",
            at % 17,
            at % 28 + 1,
            at * 1313 % 999_983
        )
    };
    let documents: Vec<_> = (0..documents).map(document).collect();
    VERSION_1.replacen("\"evidence\":{", &format!("\"evidence\":{{{},", documents.join(",")), 1)
}

#[test]
fn a_full_draft_takes_a_small_part_of_its_length() {
    let draft = full(250);
    let kept = write_snapshot(&Head::new(Reason::Day, "", stamp("")), &draft);
    let (before, after) = (draft.encode_utf16().count(), kept.encode_utf16().count());
    assert!(after * 8 < before, "{after} of {before}");
    assert_eq!(read_snapshot(&kept).unwrap(), draft);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_text_comes_back_as_it_was(text in any::<String>(), times in 1_usize..60, name in any::<String>()) {
        let text = text.repeat(times);
        let mut head = Head::new(Reason::Person, &name, stamp("Ani"));
        head.index = Some(Value::hundredths(123));
        let stored = write_snapshot(&head, &text);
        prop_assert_eq!(read_head(&stored, &time("2026-01-01T00:00:00Z")).unwrap(), head);
        prop_assert_eq!(read_snapshot(&stored).unwrap(), text);
    }

    #[test]
    fn damage_is_an_error_or_gives_another_draft_but_never_a_panic(at in any::<prop::sample::Index>(), letter in any::<char>(), cut in any::<bool>()) {
        let mut letters: Vec<char> = VERSION_2.chars().collect();
        let at = at.index(letters.len());
        if cut { letters.truncate(at) } else { letters[at] = letter }
        let damaged: String = letters.into_iter().collect();
        let _ = read_head(&damaged, &time("2026-01-01T00:00:00Z"));
        // The check sum sees what changed the draft.
        if let Ok(draft) = read_snapshot(&damaged) {
            prop_assert!(draft == VERSION_1 || read_stored("contoh-satu", &draft).is_err());
        }
    }
}

fn listed(draft: &str, at: &str, reason: Reason, name: &str) -> Listed {
    let head = Head::new(reason, name, Stamp::new(time(at), ""));
    Listed { key: format!("snapshot:{draft}:{at}"), draft: draft.to_owned(), head: Some(head) }
}

#[test]
fn the_oldest_automatic_ones_give_way_and_never_what_a_person_wants_or_needs() {
    let all = vec![
        listed("a", "2026-01-01T00:00:00Z", Reason::Person, ""),
        listed("a", "2026-01-02T00:00:00Z", Reason::Day, "penting"),
        listed("a", "2026-01-05T00:00:00Z", Reason::Day, ""),
        listed("b", "2026-01-03T00:00:00Z", Reason::Day, ""),
        listed("b", "2026-01-04T00:00:00Z", Reason::Replace, ""),
        listed("b", "2026-01-06T00:00:00Z", Reason::Merge, ""),
        listed("c", "2025-01-01T00:00:00Z", Reason::BringBack, ""),
        // Of a stage that was closed: named, it stays; it never takes the place of the way back from a merge.
        listed("b", "2026-01-07T00:00:00Z", Reason::Stage, "Penutupan"),
        listed("b", "2026-01-08T00:00:00Z", Reason::Stage, ""),
        Listed { key: "snapshot:c:2024-01-01T00:00:00Z".into(), draft: "c".into(), head: None },
    ];
    let going = gives_way(&all);
    let days: Vec<_> = going.iter().map(|key| &key[key.len() - 18..key.len() - 10]).collect();
    assert_eq!(days, ["26-01-03", "26-01-04", "26-01-05", "26-01-08"]);
    assert!(beyond(&all, "a").is_empty());
}

#[test]
fn the_number_of_automatic_ones_is_bounded_by_draft_and_kind() {
    let mut all: Vec<_> = (1..=28)
        .flat_map(|day| {
            [("T01:00:00Z", Reason::Day), ("T02:00:00Z", Reason::Merge), ("T03:00:00Z", Reason::Person)]
                .map(|(hour, reason)| listed("a", &format!("2026-01-{day:02}{hour}"), reason, ""))
        })
        .collect();
    all.push(listed("b", "2020-01-01T00:00:00Z", Reason::Day, ""));
    let gone = beyond(&all, "a");
    assert_eq!(gone.len(), (28 - DAILY_LIMIT) + (28 - OTHER_LIMIT));
    assert!(gone.iter().all(|key| !key.contains("T03") && key.starts_with("snapshot:a:")));
    assert!(!gone.contains(&"snapshot:a:2026-01-28T01:00:00Z".to_owned()));
    assert!(gone.contains(&"snapshot:a:2026-01-01T02:00:00Z".to_owned()));
    all.retain(|one| !gone.contains(&one.key));
    assert!(beyond(&all, "a").is_empty());
}

#[test]
fn space_is_counted_by_draft_and_what_is_not_ours_apart() {
    let entries = [
        (Some("draft:a"), 100),
        (Some("card:a"), 10),
        (Some("snapshot:a:2026-01-01T00:00:00Z"), 30),
        (Some("snapshot:a:2026-01-01T00:00:00Z-1"), 30),
        (Some("trash:b"), 500),
        (Some("language"), 7),
        (None, 1000),
    ];
    let space = space(entries.map(|(key, size)| (key.map(str::to_owned), size)));
    assert_eq!((space.total(), space.other, space.foreign), (1677, 7, 1000));
    assert_eq!(space.holders[0].id, "b", "the largest comes first");
    assert!(space.holders[0].is_deleted);
    let a = space.of("a").unwrap();
    assert_eq!((a.draft, a.snapshots, a.kept, a.is_deleted), (110, 2, 60, false));
}

#[test]
fn bringing_back_is_exact_can_be_undone_and_is_not_reversed_by_a_copy_from_between() {
    let instrument = instrument();
    let mut then =
        with(&instrument, &begun(&instrument), "Ani", vec![level(1, 2), facts(1, "lama"), level(3, 1)]);
    then.seal();
    let mut now = with(&instrument, &then, "Ani", vec![level(1, 4), facts(1, "baru"), level(5, 5)]);
    // A copy goes out in between.
    now.seal();
    let sent = now.clone();
    let mut received = sent.clone();
    received.revisions.begin_copy("lain");
    let edited = with(&instrument, &received, "Budi", vec![level(7, 3)]);

    let mut back = now.clone();
    let undo =
        apply(&mut back, &instrument, now.bring_back(&then, "pagi", &stamp("Ani")), stamp("Ani")).unwrap();
    assert_eq!((&back.answers, &back.evidence, &back.links), (&then.answers, &then.evidence, &then.links));

    // The history says so, and forgets nothing of what was there.
    let told: Vec<_> =
        back.log.entries().map(|entry| (entry.subject.to_string(), entry.to.clone())).collect();
    assert!(told.contains(&("event/restored".into(), "pagi".into())), "{told:?}");
    assert!(now.log.entries().all(|entry| back.log.entries().any(|other| other.subject == entry.subject)));

    // What was sent out before, unchanged, changes nothing when it returns.
    let same = merge(&back, &sent).unwrap();
    assert_eq!((same.conflicts().count(), same.counts().taken, same.counts().new), (0, 0, 0));
    // What somebody added there is taken, and nothing else of it.
    let other = merge(&back, &edited).unwrap();
    assert_eq!(other.conflicts().count(), 0);
    let merged = other.merged(|_| unreachable!("there is no conflict"));
    assert_eq!(merged.value(7), Some(Value::whole(3)));
    assert_eq!((merged.value(1), merged.value(5)), (Some(Value::whole(2)), None));
    // Without the note it would have come back by itself.
    assert!(merge(&then, &sent).unwrap().counts().taken > 0);

    let mut undone = back;
    apply(&mut undone, &instrument, undo, stamp("Ani")).unwrap();
    assert_eq!(Assessment { changed: now.changed.clone(), ..undone }, now);
}

#[test]
fn what_changed_since_a_restore_point_is_what_differs() {
    let instrument = instrument();
    let then = with(&instrument, &begun(&instrument), "Ani", vec![level(1, 2), level(2, 2)]);
    let now = with(&instrument, &then, "Ani", vec![level(1, 4), facts(9, "x")]);
    let comparison = compare(&now, &then, Ancestor::Known(&then));
    let places: Vec<_> = comparison.differences.iter().map(|one| one.place.to_string()).collect();
    assert_eq!(places, ["answers/mandiri/1/value", "answers/mandiri/9/facts"]);
}

#[test]
fn a_stored_draft_with_any_byte_wrong_is_read_or_refused_and_never_a_panic() {
    let text = VERSION_1.as_bytes();
    let mut tried = 0;
    let mut refused = 0;
    let mut hold = |bytes: &[u8]| {
        tried += 1;
        // What a storage gives is text: what is none arrives with replacement characters.
        match read_stored("contoh-satu", &String::from_utf8_lossy(bytes)) {
            // A letter of a name may be another letter; then it is a draft, and is written as it was read.
            Ok(draft) => assert_eq!(read_stored("contoh-satu", &write_compact(&draft)), Ok(draft)),
            Err(_) => refused += 1,
        }
    };
    for at in 0..text.len() {
        for flip in [0x01, 0x20, 0x80, 0xff] {
            let mut damaged = text.to_vec();
            damaged[at] ^= flip;
            hold(&damaged);
        }
        hold(&text[..at]);
        let mut garbage = text.to_vec();
        garbage[at..].iter_mut().for_each(|byte| *byte = byte.wrapping_mul(31).wrapping_add(at as u8));
        hold(&garbage);
    }
    assert_eq!(tried, 6 * text.len());
    assert!(refused > tried / 2, "{refused} of {tried}");
}
