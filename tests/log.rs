#![cfg(not(target_arch = "wasm32"))]
//! The history (riwayat): what an edit leaves in it, and what becomes of it when copies are merged.

use std::sync::LazyLock;

use takar::assessment::merge::Choice;
use takar::assessment::{
    Agency, AgencyKind, Assessment, Change, Detail, Event, Evidence, Field, LOG_LIMIT, Link, LinkKey, Log,
    LogEntry, Stage, Stamp, Status, Subject, Time, apply,
};
use takar::exchange::{merge, read, write, write_compact};
use takar::instrument::{Instrument, Number, Value, load, shipped};
use takar::json::Extra;

static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());

fn stamp(by: &str, at: &str) -> Stamp {
    Stamp::new(Time::parse(&format!("2026-03-02T{at}Z")).unwrap(), by)
}

fn empty() -> Assessment {
    let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
    Assessment::new("log-1".into(), &SPBE, agency, 2025, stamp("", "00:00:00"))
}

fn make(assessment: &mut Assessment, by: &str, at: &str, change: Change) -> Change {
    apply(assessment, &SPBE, change, stamp(by, at)).unwrap()
}

fn level(indicator: Number, level: u8) -> Change {
    Change::Value { stage: Stage::Mandiri, indicator, value: Some(Value::whole(level)) }
}

fn facts(indicator: Number, text: &str) -> Change {
    Change::Text { stage: Stage::Mandiri, indicator, field: Field::Facts, text: text.to_owned() }
}

fn document(id: &str, title: &str) -> Change {
    Change::Evidence { id: id.to_owned(), evidence: Some(Box::new(Evidence::titled(title))) }
}

/// Each entry as "who what from>to".
fn told(of: &Assessment) -> Vec<String> {
    let entry = |e: &LogEntry| format!("{} {} {}>{}", e.by, e.subject, e.from, e.to);
    of.log.entries().map(entry).collect()
}

#[test]
fn an_edit_says_who_changed_what_from_what_to_what() {
    let mut draft = empty();
    make(&mut draft, "Ani", "01:00:00", level(1, 2));
    make(&mut draft, "Budi", "01:05:00", level(1, 3));
    make(&mut draft, "Budi", "02:00:00", document("b-1", "Perwali 41/2022"));
    let key = LinkKey { indicator: 1, level: 3, expected: None, evidence: "b-1".into() };
    make(&mut draft, "Budi", "02:01:00", Change::Link { key, link: Some(Link::default()) });
    let review = Change::Review { id: "b-1".into(), status: Status::Dikirim, note: String::new() };
    make(&mut draft, "Citra", "02:02:00", review);
    assert_eq!(
        told(&draft),
        [
            "Ani answers/mandiri/1/value >2.00",
            "Budi answers/mandiri/1/value 2.00>3.00",
            "Budi evidence/b-1 >Perwali 41/2022",
            "Budi links/1/3/b-1 >+",
            "Citra evidence/b-1/reviews >dikirim",
        ]
    );
    let indicators: Vec<_> = draft.log.entries().map(|e| e.subject.indicator()).collect();
    assert_eq!(indicators, [Some(1), Some(1), None, Some(1), None]);
}

#[test]
fn letters_of_one_person_in_one_place_are_one_entry_within_the_hour() {
    let mut draft = empty();
    for (at, text) in [("01:58:00", "P"), ("01:58:01", "Pe"), ("01:59:30", "Perwali 41")] {
        make(&mut draft, "Ani", at, facts(1, text));
    }
    let entry = draft.log.entries().next().unwrap();
    assert_eq!((entry.from.as_str(), entry.to.as_str()), ("", "Perwali 41"));
    assert_eq!((entry.at.as_str(), entry.last().as_str()), ("2026-03-02T01:58:00Z", "2026-03-02T01:59:30Z"));
    assert_eq!(draft.log.len(), 1);
    make(&mut draft, "Budi", "01:59:40", facts(1, "Perwali 42"));
    make(&mut draft, "Ani", "02:00:00", facts(1, "Perwali 43"));
    assert_eq!(draft.log.len(), 3, "another person, another hour");
}

#[test]
fn an_edit_that_is_taken_back_at_once_leaves_no_trace_but_one_that_was_seen_does() {
    let mut draft = empty();
    let undo = make(
        &mut draft,
        "Ani",
        "01:00:00",
        Change::All(vec![level(1, 2), facts(2, "ada"), document("b-1", "x")]),
    );
    assert_eq!(draft.log.len(), 3);
    make(&mut draft, "Ani", "01:00:05", undo);
    assert!(draft.log.is_empty(), "{:?}", told(&draft));
    let undo = make(&mut draft, "Ani", "01:01:00", level(1, 2));
    draft.seal();
    make(&mut draft, "Ani", "01:02:00", undo);
    assert_eq!(told(&draft), ["Ani answers/mandiri/1/value >2.00", "Ani answers/mandiri/1/value 2.00>"]);
}

#[test]
fn a_long_text_is_told_where_it_begins_to_differ() {
    let mut draft = empty();
    let long = "Peraturan Wali Kota Contoh Nomor 41 Tahun 2022 tentang Arsitektur SPBE, Pasal 8 sampai 15, halaman 9.";
    make(&mut draft, "Ani", "01:00:00", facts(1, long));
    draft.seal();
    make(&mut draft, "Ani", "01:00:30", facts(1, &long.replace("halaman 9", "halaman\n12")));
    let last = draft.log.entries().next_back().unwrap();
    assert_eq!(last.from, "…sampai 15, halaman 9.");
    assert_eq!(last.to, "…sampai 15, halaman 12.");
    let first = draft.log.entries().next().unwrap();
    assert_eq!(first.to.chars().count(), 81, "eighty characters and the mark that there is more");
}

#[test]
fn the_oldest_entries_give_way() {
    let entry = |n: usize| LogEntry {
        subject: Subject::Event(Event::Merged),
        at: Time::parse(&format!("2026-01-01T{:02}:{:02}:{:02}Z", n / 3600, n / 60 % 60, n % 60)).unwrap(),
        until: None,
        by: String::new(),
        from: String::new(),
        to: n.to_string(),
        extra: Extra::new(),
    };
    let log: Log = (0..LOG_LIMIT + 5).map(entry).collect();
    assert_eq!(log.len(), LOG_LIMIT);
    assert_eq!(log.entries().next().unwrap().to, "5");
    let mut draft = empty();
    draft.log = log;
    make(&mut draft, "Ani", "01:00:00", level(1, 2));
    assert_eq!(draft.log.len(), LOG_LIMIT);
    assert_eq!(draft.log.entries().next().unwrap().to, "6");
}

#[test]
fn copies_tell_what_both_know_and_a_copy_without_a_history_takes_none_away() {
    let mut mine = empty();
    make(&mut mine, "Ani", "01:00:00", level(1, 2));
    mine.seal();
    let mut theirs = mine.clone();
    theirs.revisions.begin_copy("b2");
    make(&mut mine, "Ani", "01:30:00", level(2, 3));
    make(&mut theirs, "Budi", "01:20:00", facts(1, "ada"));
    let merged = |a: &Assessment, b: &Assessment| merge(a, b).unwrap().merged(|_| Choice::Mine);
    let both = merged(&mine, &theirs);
    let expected = [
        "Ani answers/mandiri/1/value >2.00",
        "Budi answers/mandiri/1/facts >ada",
        "Ani answers/mandiri/2/value >3.00",
    ];
    assert_eq!(told(&both), expected);
    assert_eq!(told(&merged(&theirs, &mine)), expected);
    assert_eq!(merged(&both, &theirs).log, both.log, "twice changes nothing");
    theirs.log.clear();
    assert_eq!(merged(&both, &theirs).log, both.log);
}

#[test]
fn what_was_chosen_instead_of_mine_is_the_last_word_on_its_field() {
    let mut mine = empty();
    make(&mut mine, "Ani", "01:00:00", facts(1, "lama"));
    mine.seal();
    let mut theirs = mine.clone();
    theirs.revisions.begin_copy("b2");
    make(&mut theirs, "Budi", "01:20:00", facts(1, "Budi"));
    make(&mut mine, "Ani", "01:30:00", facts(1, "Ani"));
    let comparison = merge(&mine, &theirs).unwrap();
    for (choice, last) in [
        (Choice::Theirs, "Citra answers/mandiri/1/facts Ani>Budi"),
        (Choice::Mine, "Ani answers/mandiri/1/facts lama>Ani"),
    ] {
        let mut merged = comparison.merged(|_| choice);
        comparison.tell(&mut merged, "b.json", &stamp("Citra", "02:00:00"));
        let told = told(&merged);
        assert_eq!(told.iter().rfind(|one| one.contains("facts")).unwrap(), last);
        assert!(told.contains(&"Citra event/merged >b.json".to_owned()));
    }
}

#[test]
fn it_comes_back_from_a_file_and_may_be_left_out() {
    let mut draft = empty();
    make(&mut draft, "Ani", "01:00:00", document("b-1", "Perwali"));
    make(
        &mut draft,
        "Ani",
        "01:01:00",
        Change::Detail { id: "b-1".into(), detail: Detail::Pages("4".into()) },
    );
    draft.log.note(Event::Merged, "dinas.json", &stamp("Ani", "01:02:00"));
    for text in [write(&draft), write_compact(&draft)] {
        assert_eq!(read(text.as_bytes()).unwrap().assessment.log, draft.log);
    }
    assert!(write(&draft).contains("event/merged"));
    draft.log.clear();
    assert!(!write(&draft).contains("\"log\""));
}

#[test]
fn an_entry_that_grew_after_a_save_is_written_as_it_is_now() {
    let mut draft = empty();
    let saved = |draft: &Assessment| read(write_compact(draft).as_bytes()).unwrap().assessment.log;
    for (at, text) in [("01:00:00", "P"), ("01:00:01", "Pe"), ("01:30:00", "Perwali"), ("02:10:00", "lain")] {
        make(&mut draft, "Ani", at, facts(1, text));
        assert_eq!(saved(&draft), draft.log, "{text}");
        assert!(saved(&draft).entries().any(|entry| entry.to == text));
    }
    draft.log.note(Event::Merged, "a.json", &stamp("Ani", "03:00:00"));
    assert_eq!(saved(&draft), draft.log);
    draft.log.note(Event::Merged, "b.json", &stamp("Ani", "03:00:00"));
    assert_eq!(saved(&draft), draft.log);
    assert_eq!(draft.log.entries().next_back().unwrap().to, "b.json");
}
