#![cfg(not(target_arch = "wasm32"))]
//! Documents, links and reviews: what they are worth, and that none is lost.

mod made;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use takar::assessment::{
    Agency, AgencyKind, Assessed, Assessment, Change, Date, Detail, Evidence, EvidenceId, History, Link,
    LinkKey, Refused, Required, Review, Stage, Stamp, Status, Time, apply, rebase,
};
use takar::exchange::{
    Anything, Bringing, Choice, Fate, IncomingEvidence, Problem, Register, compare, read, read_any, verify,
    verify_evidence, write, write_compact, write_evidence,
};
use takar::instrument::{DocumentKind, Instrument, Level, Number, Value};
use takar::score::{Basis, Concern, RungState, Support, concerns, converted, reference_day, support};

use made::{Fractions, PEMDI, SPBE, any_assessment, any_document, any_link, instrument, places};

fn stamp(by: &str) -> Stamp {
    Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), by)
}

fn empty(instrument: &Instrument) -> Assessment {
    Assessment::new("uji".into(), instrument, Agency::new("Kota Umpama", AgencyKind::Kota), 2025, stamp(""))
}

fn make(assessment: &mut Assessment, change: Change) -> Result<Change, Refused> {
    let instrument = instrument(&assessment.instrument.id);
    apply(assessment, instrument, change, stamp("Asesor"))
}

fn put(id: &str, evidence: Evidence) -> Change {
    Change::Evidence { id: id.into(), evidence: Some(Box::new(evidence)) }
}

fn key(id: &str, indicator: Number, level: Level, expected: Option<&str>) -> LinkKey {
    LinkKey { indicator, level, expected: expected.map(str::to_owned), evidence: id.into() }
}

fn link(key: LinkKey) -> Change {
    Change::Link { key, link: Some(Link::default()) }
}

fn review(id: &str, status: Status) -> Change {
    let note = if status.needs_note() { "Belum lengkap." } else { "" };
    Change::Review { id: id.into(), status, note: note.into() }
}

fn claim(indicator: Number, hundredths: u16) -> Change {
    Change::Value { stage: Stage::Mandiri, indicator, value: Some(Value::hundredths(hundredths)) }
}

/// A document of a status, linked to places.
fn proof(assessment: &mut Assessment, id: &str, status: Status, places: &[(Number, Level, Option<&str>)]) {
    make(assessment, put(id, Evidence::titled(id))).unwrap();
    for &(indicator, level, expected) in places {
        make(assessment, link(key(id, indicator, level, expected))).unwrap();
    }
    if status != Status::Draf {
        make(assessment, review(id, status)).unwrap();
    }
}

fn worth(assessment: &Assessment) -> Support {
    support(instrument(&assessment.instrument.id), assessment)
}

fn value_of(assessment: &Assessment, number: Number) -> u16 {
    worth(assessment).indicator(number).unwrap().value.as_hundredths()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

// ---------------------------------------------------------------- the ladder of SPBE

#[test]
fn a_level_is_supported_only_when_every_rung_below_it_is() {
    let mut spbe = empty(&SPBE);
    make(&mut spbe, claim(1, 500)).unwrap();
    assert_eq!(value_of(&spbe, 1), 100, "level 1 needs no document");
    let state = |spbe: &Assessment, level| worth(spbe).indicator(1).unwrap().rung(level).unwrap().state;
    assert_eq!(state(&spbe, 2), RungState::Empty);
    assert!(worth(&spbe).indicator(1).unwrap().rung(1).is_none());

    proof(&mut spbe, "dua", Status::Diterima, &[(1, 2, None)]);
    proof(&mut spbe, "tiga", Status::Dikirim, &[(1, 3, Some("a"))]);
    proof(&mut spbe, "empat", Status::Diterima, &[(1, 4, Some("c"))]);
    assert_eq!(value_of(&spbe, 1), 200);
    assert_eq!(state(&spbe, 2), RungState::Supported);
    assert_eq!(state(&spbe, 3), RungState::Waiting(Status::Dikirim));
    assert_eq!(state(&spbe, 4), RungState::AboveOpen(3));
    assert_eq!(state(&spbe, 5), RungState::Empty);

    make(&mut spbe, Change::Required(Required::Dikirim)).unwrap();
    assert_eq!(value_of(&spbe, 1), 400, "handed in is enough");
    make(&mut spbe, Change::Required(Required::Diterima)).unwrap();
    make(&mut spbe, review("tiga", Status::PerluRevisi)).unwrap();
    assert_eq!(state(&spbe, 3), RungState::Waiting(Status::PerluRevisi));
    // Another document on the same rung counts by the better of the two.
    proof(&mut spbe, "tiga-b", Status::Diterima, &[(1, 3, None)]);
    assert_eq!((state(&spbe, 3), value_of(&spbe, 1)), (RungState::Supported, 400));
    // Taken back, it does not.
    make(&mut spbe, review("tiga-b", Status::Ditolak)).unwrap();
    assert_eq!(state(&spbe, 3), RungState::Waiting(Status::PerluRevisi));
}

#[test]
fn no_document_supports_more_than_is_claimed() {
    let mut spbe = empty(&SPBE);
    proof(&mut spbe, "semua", Status::Diterima, &[(1, 2, None), (1, 3, None), (1, 4, None), (1, 5, None)]);
    assert_eq!(value_of(&spbe, 1), 100, "nothing is claimed");
    make(&mut spbe, claim(1, 300)).unwrap();
    assert_eq!(value_of(&spbe, 1), 300);
}

#[test]
fn what_separates_the_two_indices_is_listed_from_what_costs_most() {
    let mut spbe = empty(&SPBE);
    for (number, value) in [(1, 300), (11, 500), (12, 300)] {
        make(&mut spbe, claim(number, value)).unwrap();
    }
    let worth = worth(&spbe);
    let gaps: Vec<_> = worth.gaps().iter().map(|gap| gap.number).collect();
    let lost = |number| worth.indicator(number).unwrap().lost;
    assert_eq!(gaps[0], 11);
    assert!(gaps.windows(2).all(|pair| lost(pair[0]) >= lost(pair[1])));
    assert_eq!(gaps.iter().copied().collect::<BTreeSet<_>>(), BTreeSet::from([1, 11, 12]));
    assert!(worth.supported.index < worth.claimed.index && !worth.estimated);
}

// ---------------------------------------------------------------- the estimate of Pemdi

#[test]
fn each_accepted_item_of_pemdi_is_worth_its_share_of_the_band() {
    // Indicator 19: items a b at level 1, c at 2, d at 3, e f at 4, g h at 5.
    // Bands: 1.00, 1.50, 2.50, 3.50, 4.00 to 5.00.
    let mut pemdi = empty(&PEMDI);
    make(&mut pemdi, claim(19, 500)).unwrap();
    assert_eq!(value_of(&pemdi, 19), 100);
    for (id, level, item, expected) in [
        ("a", 1, "a", 125), // half of 0.50
        ("b", 1, "b", 150), // the other half
        ("d", 3, "d", 150), // level 2 is open: nothing above it counts
        ("c", 2, "c", 350), // 1.00 for level 2, 1.00 for level 3
        ("e", 4, "e", 375), // half of 0.50
        ("g", 5, "g", 375), // level 4 is open
        ("f", 4, "f", 450), // 4.00, and half of 1.00
        ("h", 5, "h", 500),
    ] {
        proof(&mut pemdi, id, Status::Diterima, &[(19, level, Some(item))]);
        assert_eq!(value_of(&pemdi, 19), expected, "after {id}");
    }
    assert_eq!(worth(&pemdi).indicator(19).unwrap().basis, Basis::Estimate);
    assert!(worth(&pemdi).estimated);
    make(&mut pemdi, claim(19, 260)).unwrap();
    assert_eq!(value_of(&pemdi, 19), 260, "never more than is claimed");
}

#[test]
fn thirds_of_a_band_are_rounded_half_up() {
    // Indicator 3 has five items at level 1: 0.50 / 5 = 0.10 each; 13 has a, b, c: 0.50 / 3.
    let mut pemdi = empty(&PEMDI);
    make(&mut pemdi, claim(13, 500)).unwrap();
    for (id, expected) in [("a", 117), ("b", 133), ("c", 150)] {
        proof(&mut pemdi, id, Status::Diterima, &[(13, 1, Some(id))]);
        assert_eq!(value_of(&pemdi, 13), expected, "after {id}");
    }
    // A document on the rung that answers no item is worth nothing.
    make(&mut pemdi, claim(3, 500)).unwrap();
    proof(&mut pemdi, "lepas", Status::Diterima, &[(3, 1, None)]);
    assert_eq!(value_of(&pemdi, 3), 100);
    proof(&mut pemdi, "tiga", Status::Dikirim, &[(3, 1, Some("a"))]);
    assert_eq!(value_of(&pemdi, 3), 100);
    make(&mut pemdi, review("tiga", Status::Diterima)).unwrap();
    assert_eq!(value_of(&pemdi, 3), 110);
}

#[test]
fn what_an_assessor_gave_wins_and_an_index_that_is_missing_counts_as_the_least() {
    let mut pemdi = empty(&PEMDI);
    make(&mut pemdi, claim(5, 300)).unwrap();
    proof(&mut pemdi, "sdi", Status::Diterima, &[(5, 1, Some("a")), (5, 2, Some("a"))]);
    let five = |pemdi: &Assessment| worth(pemdi).indicator(5).cloned().unwrap();
    assert_eq!((five(&pemdi).value, five(&pemdi).basis), (Value::whole(1), Basis::ExternalMissing));
    let assessed = |hundredths| Some(Assessed::new(Value::hundredths(hundredths), None));
    make(&mut pemdi, Change::Assessed { indicator: 5, assessed: assessed(375) }).unwrap();
    assert_eq!((five(&pemdi).value, five(&pemdi).basis), (Value::hundredths(375), Basis::Assessed));
    assert_eq!(worth(&pemdi).gaps().len(), 0, "an assessor who gave more takes nothing away");
    make(&mut pemdi, Change::Assessed { indicator: 8, assessed: assessed(126) }).unwrap();
    assert_eq!(value_of(&pemdi, 8), 126);
    let mut spbe = empty(&SPBE);
    let refused = make(&mut spbe, Change::Assessed { indicator: 1, assessed: assessed(300) });
    assert_eq!(refused, Err(Refused::NotAssessed(1)));
}

#[test]
fn an_index_of_another_agency_is_converted_as_it_was_published() {
    let of = |number: Number, hundredths: u16| {
        converted(&PEMDI, PEMDI.indicator(number).unwrap(), Value::hundredths(hundredths)).unwrap()
    };
    for (index, value) in [
        (0, 100),
        (1_250, 150),
        (2_500, 200), // published
        (3_750, 250),
        (6_250, 350),
        (6_875, 375), // published
        (7_500, 400),
        (10_000, 500),
        (625, 125),
        (u16::MAX, 500),
    ] {
        assert_eq!(of(5, index).as_hundredths(), value, "{index}");
    }
    assert_eq!(of(6, 260).as_hundredths(), 260, "the same bands");
    assert_eq!(of(7, 0).as_hundredths(), 100, "below its scale");
    assert_eq!(of(7, 220).as_hundredths(), 200, "the middle of 1.80 to 2.60");
    assert_eq!(converted(&PEMDI, PEMDI.indicator(1).unwrap(), Value::whole(1)), None);
    let all: Vec<_> = (0..=10_000).map(|index| of(18, index)).collect();
    assert!(all.is_sorted(), "more is never worth less");
}

// ---------------------------------------------------------------- age

/// The concerns of a document of a kind and date at a place of SPBE, on a day.
fn age(kind: DocumentKind, date: Option<&str>, place: (Number, Level), on: &str) -> Vec<String> {
    let mut spbe = empty(&SPBE);
    let evidence = Evidence { kind: Some(kind), date: date.map(day), ..Evidence::titled("x") };
    make(&mut spbe, put("x", evidence)).unwrap();
    make(&mut spbe, link(key("x", place.0, place.1, None))).unwrap();
    let found = concerns(&SPBE, &spbe, day(on));
    let names = found.values().flatten().filter_map(|concern| match concern {
        Concern::TooOld { years, .. } => Some(format!("older than {years}")),
        Concern::NoDate { .. } => Some("no date".to_owned()),
        Concern::Expired { until } => Some(format!("expired {until}")),
        _ => None,
    });
    names.collect()
}

#[test]
fn a_review_is_too_old_on_the_day_it_is_two_years_old() {
    use DocumentKind::{Audit, Peraturan, Reviu};
    let old = ["older than 2"];
    assert!(age(Reviu, Some("2024-11-22"), (1, 4), "2026-11-21").is_empty(), "two years less a day");
    assert_eq!(age(Reviu, Some("2024-11-22"), (1, 4), "2026-11-22"), old);
    assert_eq!(age(Reviu, Some("2024-11-22"), (1, 5), "2026-11-23"), old);
    assert!(age(Reviu, Some("2024-02-29"), (1, 4), "2026-02-27").is_empty());
    assert_eq!(age(Reviu, Some("2024-02-29"), (1, 4), "2026-02-28"), old, "29 February becomes the 28th");
    assert!(age(Reviu, Some("2020-01-01"), (1, 3), "2026-11-22").is_empty(), "no rule for level 3");
    assert!(age(Peraturan, Some("2010-01-01"), (1, 4), "2026-11-22").is_empty(), "nor for regulations");
    assert_eq!(age(Audit, Some("2024-11-22"), (29, 2), "2026-11-22"), old, "audits on every level");
    assert!(age(Audit, Some("2024-11-22"), (28, 2), "2026-11-22").is_empty());
    assert_eq!(age(Reviu, None, (1, 4), "2026-11-22"), ["no date"]);
    assert!(age(Reviu, Some("2027-01-01"), (1, 4), "2026-11-22").is_empty(), "not yet issued is not old");
}

#[test]
fn a_document_is_in_force_to_the_end_of_its_last_day() {
    let mut spbe = empty(&SPBE);
    let evidence = Evidence { valid_until: Some(day("2026-11-22")), ..Evidence::titled("x") };
    make(&mut spbe, put("x", evidence)).unwrap();
    let expired = |on: &str| {
        let found = concerns(&SPBE, &spbe, day(on));
        found.values().flatten().any(|concern| matches!(concern, Concern::Expired { .. }))
    };
    assert!(!expired("2026-11-21") && !expired("2026-11-22") && expired("2026-11-23"));
    assert_eq!(
        reference_day(day("2026-11-22"), 2025),
        day("2025-12-31"),
        "an old assessment stays as it was"
    );
    assert_eq!(reference_day(day("2026-11-22"), 2026), day("2026-11-22"));
}

#[test]
fn an_item_that_asks_for_a_kind_of_document_says_so_when_another_or_none_is_chosen() {
    let of = |kind: Option<DocumentKind>| {
        let mut spbe = empty(&SPBE);
        make(&mut spbe, put("x", Evidence { kind, ..Evidence::titled("x") })).unwrap();
        make(&mut spbe, link(key("x", 1, 3, Some("a")))).unwrap();
        let found = concerns(&SPBE, &spbe, day("2026-11-22"));
        let names = found.values().flatten().filter_map(|concern| match concern {
            Concern::WrongKind { key } => Some(format!("wrong at {}", key.level)),
            Concern::NoKind { key } => Some(format!("open at {}", key.level)),
            _ => None,
        });
        names.collect::<Vec<_>>()
    };
    assert!(of(Some(DocumentKind::Peraturan)).is_empty());
    assert_eq!(of(Some(DocumentKind::Notula)), ["wrong at 3"]);
    assert_eq!(of(None), ["open at 3"], "a file that was dropped there has no kind yet");
}

// ---------------------------------------------------------------- reviews

#[test]
fn an_accepted_document_is_locked_until_it_is_reopened() {
    let mut spbe = empty(&SPBE);
    proof(&mut spbe, "x", Status::Diterima, &[(1, 2, None)]);
    let before = spbe.clone();
    let locked = Err(Refused::Locked { title: "x".into() });
    for change in [
        Change::Detail { id: "x".into(), detail: Detail::Title("lain".into()) },
        Change::Detail { id: "x".into(), detail: Detail::File(None) },
        put("x", Evidence::titled("lain")),
        link(key("x", 1, 3, None)),
        Change::Link { key: key("x", 1, 2, None), link: None },
        Change::Evidence { id: "x".into(), evidence: None },
        Change::remove(&spbe, "x"),
        Change::All(vec![claim(1, 300), link(key("x", 1, 3, None))]),
    ] {
        assert_eq!(make(&mut spbe, change.clone()), locked, "{change:?}");
        assert_eq!(spbe, before, "nothing of it was done");
    }
    make(&mut spbe, review("x", Status::Draf)).unwrap();
    make(&mut spbe, link(key("x", 1, 3, None))).unwrap();
    make(&mut spbe, Change::Detail { id: "x".into(), detail: Detail::Title("lain".into()) }).unwrap();
    let remove = Change::remove(&spbe, "x");
    let with_links = spbe.clone();
    let undo = make(&mut spbe, remove).unwrap();
    assert!(spbe.evidence.is_empty() && spbe.links.is_empty());
    make(&mut spbe, undo).unwrap();
    assert_eq!(bare(&spbe), bare(&with_links));
}

#[test]
fn a_review_has_a_reviewer_and_where_it_matters_a_note() {
    let mut spbe = empty(&SPBE);
    proof(&mut spbe, "x", Status::Draf, &[]);
    let by = |by: &str, status, note: &str, spbe: &mut Assessment| {
        apply(spbe, &SPBE, Change::Review { id: "x".into(), status, note: note.into() }, stamp(by))
            .map(|_| ())
    };
    assert_eq!(by(" ", Status::Dikirim, "", &mut spbe), Err(Refused::NoReviewer));
    for status in [Status::PerluRevisi, Status::Ditolak] {
        assert_eq!(by("Asesor", status, " \n", &mut spbe), Err(Refused::NoNote { status }));
    }
    assert_eq!(spbe.evidence["x"].reviews, []);
    for status in Status::ALL {
        by("Asesor", status, "Sebab", &mut spbe).unwrap();
        assert_eq!(spbe.evidence["x"].status(), status);
    }
    assert_eq!(spbe.evidence["x"].reviews.len(), 5, "the whole history");
    let unknown = Refused::UnknownEvidence("y".into());
    assert_eq!(make(&mut spbe, review("y", Status::Draf)), Err(unknown.clone()));
    assert_eq!(make(&mut spbe, link(key("y", 1, 2, None))), Err(unknown));
    let linked = Refused::Linked { title: "x".into(), links: 1 };
    make(&mut spbe, link(key("x", 1, 2, None))).unwrap();
    assert_eq!(make(&mut spbe, Change::Evidence { id: "x".into(), evidence: None }), Err(linked));
}

// ---------------------------------------------------------------- bringing a register in

fn incoming(assessment: &Assessment) -> IncomingEvidence {
    let Ok(Anything::Evidence(incoming)) = read_any(write_evidence(assessment).as_bytes()) else {
        panic!("a register that was written is read");
    };
    incoming
}

fn fates(bringing: &Bringing) -> Vec<(EvidenceId, Fate)> {
    bringing.documents.iter().map(|one| (one.id.clone(), one.fate)).collect()
}

/// Brings a register in; taking it back must leave what was there.
fn bring(ours: &Assessment, theirs: &Assessment, choice: impl Fn(&EvidenceId) -> Choice) -> Assessment {
    let incoming = incoming(theirs);
    let change = compare(ours, &incoming).unwrap().change(choice);
    let mut result = ours.clone();
    let undo = make(&mut result, change).unwrap_or_else(|refused| panic!("{refused}"));
    let mut back = result.clone();
    make(&mut back, undo).unwrap_or_else(|refused| panic!("undo: {refused}"));
    assert_eq!(bare(&back), bare(ours));
    result
}

fn mine(_: &EvidenceId) -> Choice {
    Choice::Mine
}

fn theirs(_: &EvidenceId) -> Choice {
    Choice::Theirs
}

#[test]
fn new_and_changed_documents_come_without_a_question() {
    let mut base = empty(&SPBE);
    proof(&mut base, "sama", Status::Dikirim, &[(1, 2, None)]);
    proof(&mut base, "isi", Status::Draf, &[]);
    let (mut ours, mut unit) = (base.clone(), base);
    make(&mut ours, Change::Detail { id: "isi".into(), detail: Detail::Unit("Bagian Hukum".into()) })
        .unwrap();
    make(&mut unit, Change::Detail { id: "isi".into(), detail: Detail::Number("41/2022".into()) }).unwrap();
    make(&mut unit, link(key("isi", 1, 3, None))).unwrap();
    proof(&mut unit, "baru", Status::Diterima, &[(1, 2, None), (2, 3, None)]);
    let register = incoming(&unit);
    let bringing = compare(&ours, &register).unwrap();
    let expected = [("baru", Fate::New), ("isi", Fate::Changed), ("sama", Fate::Same)];
    assert_eq!(fates(&bringing), expected.map(|(id, fate)| (id.to_owned(), fate)));
    assert_eq!(bringing.count(Fate::New), 1);
    let result = bring(&ours, &unit, |_| panic!("nothing is asked"));
    let filled = &result.evidence["isi"];
    assert_eq!((&*filled.number, &*filled.unit), ("41/2022", "Bagian Hukum"));
    assert!(result.links.contains_key(&key("isi", 1, 3, None)));
    assert_eq!(result.evidence["baru"].status(), Status::Diterima, "accepted, and linked twice");
    assert_eq!(result.links.keys().filter(|key| key.evidence == "baru").count(), 2);
    let again = incoming(&unit);
    let again = compare(&result, &again).unwrap();
    assert_eq!(again.count(Fate::Same), 3, "a second time there is nothing to bring");
    assert_eq!(again.change(theirs), Change::All(vec![]));
}

#[test]
fn a_conflict_is_decided_by_a_person() {
    let mut base = empty(&SPBE);
    proof(&mut base, "x", Status::Draf, &[(1, 2, None)]);
    let (mut ours, mut unit) = (base.clone(), base);
    make(&mut ours, Change::Detail { id: "x".into(), detail: Detail::Number("41".into()) }).unwrap();
    make(&mut unit, Change::Detail { id: "x".into(), detail: Detail::Number("42".into()) }).unwrap();
    make(&mut unit, Change::Detail { id: "x".into(), detail: Detail::Remark("lampiran".into()) }).unwrap();
    make(&mut unit, link(key("x", 1, 3, None))).unwrap();
    make(&mut unit, review("x", Status::Diterima)).unwrap();
    let register = incoming(&unit);
    let bringing = compare(&ours, &register).unwrap();
    assert_eq!(bringing.documents[0].fate, Fate::Conflict);
    let numbers = [(Detail::Number("41".into()), Detail::Number("42".into()))];
    assert_eq!(bringing.documents[0].differing, numbers);

    let result = bring(&ours, &unit, mine);
    let x = &result.evidence["x"];
    assert_eq!((&*x.number, &*x.remark, x.status()), ("41", "lampiran", Status::Draf));
    assert!(result.links.contains_key(&key("x", 1, 3, None)), "links are no conflict");

    let result = bring(&ours, &unit, theirs);
    let x = &result.evidence["x"];
    assert_eq!((&*x.number, &*x.remark, x.status()), ("42", "lampiran", Status::Diterima));

    // The id that is wished for is taken: a number makes it free.
    let result = bring(&ours, &unit, |id| Choice::Both(id.clone()));
    assert_eq!(result.evidence.keys().collect::<Vec<_>>(), ["x", "x-2"]);
    assert_eq!((&*result.evidence["x"].number, &*result.evidence["x-2"].number), ("41", "42"));
    assert_eq!(result.links.keys().filter(|key| key.evidence == "x-2").count(), 2);
    assert_eq!(result.links.keys().filter(|key| key.evidence == "x").count(), 1);
}

#[test]
fn what_was_accepted_here_is_not_changed_unasked() {
    let mut base = empty(&SPBE);
    proof(&mut base, "x", Status::Draf, &[(1, 2, None)]);
    let (mut ours, mut unit) = (base.clone(), base);
    make(&mut ours, review("x", Status::Diterima)).unwrap();
    make(&mut unit, Change::Detail { id: "x".into(), detail: Detail::Number("42".into()) }).unwrap();
    make(&mut unit, link(key("x", 1, 3, None))).unwrap();
    let register = incoming(&unit);
    assert_eq!(compare(&ours, &register).unwrap().documents[0].fate, Fate::Conflict);
    assert_eq!(bring(&ours, &unit, mine).evidence, ours.evidence);
    let result = bring(&ours, &unit, theirs);
    let x = &result.evidence["x"];
    assert_eq!((&*x.number, x.status()), ("42", Status::Draf), "nobody accepted what it says now");
    assert_eq!(x.reviews.len(), 2, "and its history is whole");
    assert!(result.links.contains_key(&key("x", 1, 3, None)));
    let again = incoming(&unit);
    assert_eq!(compare(&result, &again).unwrap().documents[0].fate, Fate::Same, "and a second time: nothing");
}

#[test]
fn a_status_never_changes_unasked() {
    let mut base = empty(&SPBE);
    proof(&mut base, "x", Status::Dikirim, &[(1, 2, None)]);
    let with = |status| {
        let mut more = base.clone();
        make(&mut more, review("x", status)).unwrap();
        more
    };
    for (ours, unit, from, to) in [
        (base.clone(), with(Status::Diterima), Status::Dikirim, Status::Diterima),
        (with(Status::Diterima), with(Status::Ditolak), Status::Diterima, Status::Ditolak),
        (with(Status::PerluRevisi), with(Status::Diterima), Status::PerluRevisi, Status::Diterima),
    ] {
        let register = incoming(&unit);
        let one = compare(&ours, &register).unwrap().documents.remove(0);
        assert_eq!((one.fate, one.status), (Fate::Conflict, Some((from, to))));
        assert_eq!((one.new_reviews, one.differing, one.filled), (1, vec![], vec![]));
        assert_eq!(bring(&ours, &unit, mine).evidence, ours.evidence, "ours is the last word");
        let x = &bring(&ours, &unit, theirs).evidence["x"];
        assert_eq!((x.status(), x.reviews.len()), (to, ours.evidence["x"].reviews.len() + 1));
    }
    // What else theirs has comes, and the status of ours stays.
    let mut unit = with(Status::Diterima);
    unit.evidence.get_mut("x").unwrap().number = "42".into();
    let x = &bring(&base, &unit, mine).evidence["x"];
    assert_eq!((&*x.number, x.status()), ("42", Status::Dikirim));
}

#[test]
fn an_older_review_goes_into_the_history_and_leaves_the_status() {
    let mut base = empty(&SPBE);
    proof(&mut base, "x", Status::Draf, &[]);
    let at = |minute: u8, status, assessment: &mut Assessment| {
        let change = Change::Review { id: "x".into(), status, note: "Sebab".into() };
        let time = Time::parse(&format!("2026-11-22T03:{minute:02}:00Z")).unwrap();
        apply(assessment, &SPBE, change, Stamp::new(time, "Asesor")).unwrap();
    };
    let (mut ours, mut unit) = (base.clone(), base);
    at(30, Status::Diterima, &mut ours);
    at(10, Status::Dikirim, &mut unit);
    at(20, Status::PerluRevisi, &mut unit);
    let register = incoming(&unit);
    let one = compare(&ours, &register).unwrap().documents.remove(0);
    assert_eq!((one.fate, one.status, one.new_reviews), (Fate::Changed, None, 2));
    let x = &bring(&ours, &unit, |_| panic!("nothing is asked")).evidence["x"];
    let history: Vec<_> = x.reviews.iter().map(|review| review.status).collect();
    assert_eq!(history, [Status::Dikirim, Status::PerluRevisi, Status::Diterima]);
}

#[test]
fn an_accepted_document_that_is_written_into_is_open_again() {
    let mut ours = empty(&SPBE);
    proof(&mut ours, "x", Status::Draf, &[(1, 2, None)]);
    make(&mut ours, Change::Detail { id: "x".into(), detail: Detail::Number("41".into()) }).unwrap();
    make(&mut ours, review("x", Status::Diterima)).unwrap();
    // The same acceptance stands in theirs, over another content.
    let other = |write: fn(&mut Assessment)| {
        let mut unit = ours.clone();
        write(&mut unit);
        unit
    };
    for unit in [
        other(|unit| unit.evidence.get_mut("x").unwrap().number = "42".into()),
        other(|unit| unit.evidence.get_mut("x").unwrap().remark = "lampiran".into()),
        other(|unit| drop(unit.links.insert(key("x", 1, 3, None), Link::default()))),
        other(|unit| unit.links.get_mut(&key("x", 1, 2, None)).unwrap().pages = "7".into()),
    ] {
        let register = incoming(&unit);
        let one = compare(&ours, &register).unwrap().documents.remove(0);
        assert_eq!(one.fate, Fate::Conflict);
        assert_eq!((one.status, one.new_reviews), (Some((Status::Diterima, Status::Draf)), 0));
        let result = bring(&ours, &unit, mine);
        assert_eq!((&result.evidence, &result.links), (&ours.evidence, &ours.links));
        let result = bring(&ours, &unit, theirs);
        let x = &result.evidence["x"];
        assert_eq!((x.status(), x.reviews.len()), (Status::Draf, 2));
        assert_eq!(x.reviews[1].stamp, stamp("Asesor"), "who brought it in, and when");
        assert_eq!(x.number, unit.evidence["x"].number);
        assert_eq!(result.links, unit.links);
        // Whoever brings it in must have a name.
        let change = compare(&ours, &register).unwrap().change(theirs);
        assert_eq!(apply(&mut ours.clone(), &SPBE, change, stamp("")), Err(Refused::NoReviewer));
    }
}

#[test]
fn what_theirs_fills_is_listed() {
    let file = |sha256: Option<String>| {
        Some(takar::assessment::FileFact { name: "a.pdf".into(), size: 10, sha256, ..Default::default() })
    };
    let mut base = empty(&SPBE);
    proof(&mut base, "x", Status::Draf, &[(1, 2, None)]);
    let (mut ours, mut unit) = (base.clone(), base);
    make(&mut ours, Change::Detail { id: "x".into(), detail: Detail::File(file(None)) }).unwrap();
    make(&mut ours, Change::Detail { id: "x".into(), detail: Detail::Unit("Hukum".into()) }).unwrap();
    let hashed = file(Some("a".repeat(64)));
    make(&mut unit, Change::Detail { id: "x".into(), detail: Detail::File(hashed.clone()) }).unwrap();
    make(&mut unit, Change::Detail { id: "x".into(), detail: Detail::Number("42".into()) }).unwrap();
    let pages = Some(Link { pages: "7".into(), ..Link::default() });
    make(&mut unit, Change::Link { key: key("x", 1, 2, None), link: pages }).unwrap();
    proof(&mut unit, "y", Status::Diterima, &[]);
    let register = incoming(&unit);
    let bringing = compare(&ours, &register).unwrap();
    let [x, y] = &bringing.documents[..] else { panic!("two documents") };
    assert_eq!(x.fate, Fate::Changed);
    assert_eq!(x.filled, [Detail::Number("42".into()), Detail::File(hashed)]);
    assert_eq!(x.filled_pages, [(key("x", 1, 2, None), "7")]);
    assert_eq!((y.fate, y.status, y.new_reviews, &*y.filled), (Fate::New, None, 1, &[][..]));
}

#[test]
fn a_document_is_known_again_by_its_content() {
    let file = |name: &str, content: &str| takar::assessment::FileFact {
        name: name.into(),
        size: 10,
        sha256: Some(content.repeat(64)),
        ..Default::default()
    };
    let with =
        |name: &str, content: &str| Evidence { file: Some(file(name, content)), ..Evidence::titled("SK") };
    let (mut ours, mut unit) = (empty(&SPBE), empty(&SPBE));
    make(&mut ours, put("ours", with("lama.pdf", "a"))).unwrap();
    make(&mut ours, put("b-2", with("b.pdf", "b"))).unwrap();
    for id in ["their-1", "their-2"] {
        make(&mut unit, put(id, with("baru.pdf", "a"))).unwrap();
        make(&mut unit, link(key(id, 1, 2, None))).unwrap();
    }
    // The same id goes before the same content.
    make(&mut unit, put("b-2", with("b.pdf", "b"))).unwrap();
    let register = incoming(&unit);
    let bringing = compare(&ours, &register).unwrap();
    let pairs: Vec<_> =
        bringing.documents.iter().map(|one| (one.id.as_str(), one.ours.map(|(id, _)| id.as_str()))).collect();
    assert_eq!(pairs, [("b-2", Some("b-2")), ("their-1", Some("ours")), ("their-2", None)]);
    assert_eq!(bringing.count(Fate::Changed), 1, "another name of the same content is no conflict");
    let result = bring(&ours, &unit, mine);
    assert_eq!(result.evidence.keys().collect::<Vec<_>>(), ["b-2", "ours", "their-2"]);
    assert!(result.links.contains_key(&key("ours", 1, 2, None)), "its links follow");
    assert_eq!(result.evidence["ours"].file.as_ref().unwrap().name, "lama.pdf");
}

#[test]
fn a_register_of_another_instrument_is_refused_and_of_another_agency_is_told() {
    let ours = empty(&SPBE);
    let register = incoming(&empty(&PEMDI));
    let problem = Problem::EvidenceOfOther { theirs: "pemdi-2026".into(), ours: "spbe-2020".into() };
    assert_eq!(compare(&ours, &register).unwrap_err(), problem);
    let mut other = empty(&SPBE);
    other.agency.name = "Kota Lain".into();
    other.year = 2024;
    let register = incoming(&other);
    let bringing = compare(&ours, &register).unwrap();
    assert_eq!((bringing.other_agency, bringing.other_year), (Some("Kota Lain"), Some(2024)));
    let same = incoming(&ours);
    let same = compare(&ours, &same).unwrap();
    assert_eq!((same.other_agency, same.other_year), (None, None));
}

// ---------------------------------------------------------------- what holds for all

/// Without who changed what when, which taking an edit back does not restore.
fn bare(assessment: &Assessment) -> Assessment {
    let mut bare = assessment.clone();
    bare.changed = bare.created.clone();
    bare.log.clear();
    bare.evidence.values_mut().for_each(|evidence| evidence.changed = None);
    bare.assessed.values_mut().for_each(|assessed| assessed.changed = None);
    for answer in bare.answers.values_mut().flat_map(|answers| answers.values_mut()) {
        answer.changed = None;
    }
    bare
}

/// The same, and without who reviewed when: a review that is taken back and given again is a new one.
fn unsigned(assessment: &Assessment) -> Assessment {
    let mut unsigned = bare(assessment);
    let reviews = unsigned.evidence.values_mut().flat_map(|evidence| &mut evidence.reviews);
    reviews.for_each(|review| review.stamp = stamp(""));
    unsigned
}

/// An edit of documents that may or may not be allowed, on few ids so that they meet.
fn any_change(instrument: &'static Instrument) -> impl Strategy<Value = Change> {
    let id = || "b-[1-4]";
    let places = places(instrument);
    let place = any::<Index>().prop_map(move |at| places[at.index(places.len())].clone());
    let key = (id(), place).prop_map(|(evidence, (indicator, level, expected))| LinkKey {
        indicator,
        level,
        expected,
        evidence,
    });
    let document = || any_document(Fractions::None);
    let detail = (document(), 0usize..10).prop_map(|(of, at)| Detail::all(&of)[at].clone());
    let status = proptest::sample::select(Status::ALL.to_vec());
    let one = prop_oneof![
        3 => (id(), document()).prop_map(|(id, of)| Change::Evidence { id, evidence: Some(Box::new(of)) }),
        1 => id().prop_map(|id| Change::Evidence { id, evidence: None }),
        3 => (id(), detail).prop_map(|(id, detail)| Change::Detail { id, detail }),
        4 => (key, proptest::option::weighted(0.8, any_link(Fractions::None)))
            .prop_map(|(key, link)| Change::Link { key, link }),
        3 => (id(), status, "[a-z]{0,3}").prop_map(|(id, status, note)| Change::Review { id, status, note }),
        1 => id().prop_map(|id| Change::Unreview { id }),
        1 => proptest::sample::select(Required::ALL.to_vec()).prop_map(Change::Required),
    ];
    one.prop_recursive(1, 4, 3, |inner| proptest::collection::vec(inner, 0..4).prop_map(Change::All))
}

/// Small steps from an assessment, the refused ones left out.
fn walk(from: &Assessment, changes: Vec<Change>, by: &str) -> Assessment {
    let instrument = instrument(&from.instrument.id);
    let mut to = from.clone();
    for (i, change) in changes.into_iter().enumerate() {
        let at = Time::parse(&format!("2026-11-22T04:{i:02}:00Z")).unwrap();
        let _ = apply(&mut to, instrument, change, Stamp::new(at, by));
    }
    to
}

fn fractionless() -> impl Strategy<Value = Assessment> {
    any_assessment(Fractions::None)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_supported_index_never_exceeds_the_claimed_one(mut assessment in fractionless()) {
        assessment.assessed.clear();
        let worth = worth(&assessment);
        prop_assert!(worth.supported.index <= worth.claimed.index);
        let min = instrument(&assessment.instrument.id).scale.min;
        for one in &worth.indicators {
            prop_assert!(one.value <= one.claimed.unwrap_or(min), "{}", one.number);
        }
    }

    #[test]
    fn an_accepted_document_more_never_lowers_the_supported_index(
        assessment in fractionless(),
        at in any::<Index>(),
    ) {
        let before = worth(&assessment);
        let places = places(instrument(&assessment.instrument.id));
        let (indicator, level, expected) = &places[at.index(places.len())];
        let mut more = assessment;
        proof(&mut more, "tambahan-baru", Status::Diterima, &[(*indicator, *level, expected.as_deref())]);
        let after = worth(&more);
        prop_assert!(after.supported.index >= before.supported.index);
        for (one, other) in before.indicators.iter().zip(&after.indicators) {
            prop_assert!(other.value >= one.value, "{}", one.number);
        }
    }

    #[test]
    fn the_order_of_links_in_a_file_does_not_matter(assessment in fractionless(), seed in any::<u64>()) {
        let mut file: serde_json::Value = serde_json::from_str(&write_compact(&assessment)).unwrap();
        if let Some(links) = file["links"].as_array_mut() {
            let half = (seed as usize) % links.len().max(1);
            links.rotate_left(half);
            if seed % 2 == 0 {
                links.reverse();
            }
        }
        let shuffled = read(file.to_string().as_bytes()).unwrap();
        prop_assert_eq!(worth(&shuffled.assessment), worth(&assessment));
        prop_assert_eq!(shuffled.assessment, assessment);
    }

    #[test]
    fn both_kinds_of_file_come_back_whole(assessment in any_assessment(Fractions::Some)) {
        let instrument = instrument(&assessment.instrument.id);
        for text in [write(&assessment), write_compact(&assessment)] {
            let incoming = read(text.as_bytes()).unwrap();
            prop_assert!(verify(&incoming, instrument).is_ok());
            prop_assert_eq!(incoming.assessment, assessment.clone());
        }
        let register = incoming(&assessment);
        prop_assert_eq!(verify_evidence(&register, instrument), Ok(vec![]));
        prop_assert_eq!(register.register, Register::of(&assessment));
        prop_assert!(register.has_digest);
    }

    #[test]
    fn every_edit_of_documents_is_taken_back_exactly(
        (assessment, changes) in fractionless().prop_flat_map(|assessment| {
            let instrument = instrument(&assessment.instrument.id);
            (Just(assessment), proptest::collection::vec(any_change(instrument), 1..12))
        }),
    ) {
        let instrument = instrument(&assessment.instrument.id);
        let (mut now, mut history, mut states) = (assessment.clone(), History::default(), vec![assessment]);
        for change in changes {
            let before = now.clone();
            history.pause();
            match history.make(&mut now, instrument, change, stamp("Asesor")) {
                Ok(()) => states.push(now.clone()),
                Err(_) => prop_assert_eq!(&now, &before, "a refused edit changes nothing"),
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(history.undo(&mut now, instrument, stamp("Asesor")).unwrap().is_some());
            prop_assert_eq!(unsigned(&now), unsigned(state));
        }
        for state in states.iter().skip(1) {
            prop_assert!(history.redo(&mut now, instrument, stamp("Asesor")).unwrap().is_some());
            prop_assert_eq!(unsigned(&now), unsigned(state));
        }
    }

    #[test]
    fn two_tabs_put_together_lose_nothing_that_was_not_deleted(
        (base, mine, theirs) in fractionless().prop_flat_map(|base| {
            let instrument = instrument(&base.instrument.id);
            let some = || proptest::collection::vec(any_change(instrument), 0..8);
            (Just(base), some(), some())
        }),
    ) {
        let (mine, theirs) = (walk(&base, mine, "saya"), walk(&base, theirs, "mereka"));
        let result = rebase(&base, &mine, &theirs);
        for (side, other) in [(&mine, &theirs), (&theirs, &mine)] {
            for (id, evidence) in &side.evidence {
                let deleted = base.evidence.contains_key(id) && !other.evidence.contains_key(id);
                let kept = result.evidence.get(id);
                prop_assert!(kept.is_some() || deleted, "document {id}");
                let Some(kept) = kept else { continue };
                for review in &evidence.reviews {
                    let was = base.evidence.get(id).is_some_and(|old| old.reviews.contains(review));
                    let gone = other.evidence.get(id).is_none_or(|theirs| !theirs.reviews.contains(review));
                    prop_assert!(kept.reviews.contains(review) || (was && gone), "review of {id}");
                }
            }
            for key in side.links.keys() {
                let deleted = base.links.contains_key(key) && !other.links.contains_key(key);
                prop_assert!(result.links.contains_key(key) || deleted, "link {key:?}");
            }
        }
        // And what comes out is a file that can be read again.
        let incoming = read(write(&result).as_bytes()).unwrap();
        let instrument = instrument(&base.instrument.id);
        prop_assert!(verify(&incoming, instrument).is_ok(), "{:?}", verify(&incoming, instrument));
    }

    #[test]
    fn whatever_is_brought_in_can_be_taken_back(
        (ours, changes) in fractionless().prop_flat_map(|base| {
            let instrument = instrument(&base.instrument.id);
            (Just(base), proptest::collection::vec(any_change(instrument), 0..8))
        }),
        choices in proptest::collection::vec(0u8..3, 8),
    ) {
        let unit = walk(&ours, changes, "unit");
        let register = incoming(&unit);
        let choice = |id: &EvidenceId| match choices[id.len() % 8] {
            0 => Choice::Mine,
            1 => Choice::Theirs,
            _ => Choice::Both("salinan".into()),
        };
        let change = compare(&ours, &register).unwrap().change(choice);
        let bringing = compare(&ours, &register).unwrap();
        let mut result = ours.clone();
        let undo = make(&mut result, change).unwrap();
        let brought = result.clone();
        // A status changes only where a person chose so, and to what was told.
        for one in &bringing.documents {
            let Some((id, here)) = one.ours else { continue };
            let (chose, now) = (one.fate == Fate::Conflict, &brought.evidence[id]);
            let told = one.status.filter(|_| chose && choice(one.id) == Choice::Theirs);
            prop_assert_eq!(now.status(), told.map_or(here.status(), |(_, status)| status));
            if here.is_locked() && now.is_locked() {
                prop_assert!(Detail::all(here) == Detail::all(now));
                let links = |of: &Assessment| of.links.iter().filter(|(key, _)| key.evidence == *id)
                    .map(|(key, link)| (key.clone(), link.pages.clone())).collect::<Vec<_>>();
                prop_assert_eq!(links(&ours), links(&brought));
            }
        }
        let redo = make(&mut result, undo).unwrap();
        prop_assert_eq!(bare(&result), bare(&ours));
        make(&mut result, redo).unwrap();
        prop_assert_eq!(unsigned(&result), unsigned(&brought));
        // Nothing of ours is gone.
        for (id, evidence) in &ours.evidence {
            let kept = &brought.evidence[id];
            prop_assert!(evidence.reviews.iter().all(|review: &Review| kept.reviews.contains(review)));
            prop_assert!(Detail::all(evidence).iter().zip(Detail::all(kept)).all(|(old, new)| old.is_empty() || !new.is_empty()));
        }
        prop_assert!(ours.links.keys().all(|key| brought.links.contains_key(key)));
        let incoming = read(write(&brought).as_bytes()).unwrap();
        prop_assert!(verify(&incoming, instrument(&ours.instrument.id)).is_ok());
    }
}
