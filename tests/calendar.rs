#![cfg(not(target_arch = "wasm32"))]
//! Holidays, working days, sessions, what is due, and the calendar file of all that.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use takar::assessment::{
    Agency, AgencyKind, Assessment, Briefing, Change, Clock, Date, Due, History, Holiday, Progress, Question,
    Session, Stamp, Step, Time, Unit, Zone, apply,
};
use takar::calendar::{
    Calendar, Event, Kind, LOOK_AHEAD, Matter, Published, Rest, TooFar, When, agenda, clashes, in_no_session,
    moments, shipped_holidays, still_due, web_address, write_ics,
};
use takar::instrument::{Instrument, load, shipped};
use takar::text::Language;
use takar::text::interview::{due_rows, events, full_date, numbers};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text}"))
}

fn list() -> Published {
    Published::read(shipped_holidays()).unwrap()
}

fn time(text: &str) -> Time {
    Time::parse(text).unwrap()
}

// ---------------------------------------------------------------- the list

#[test]
fn the_list_holds_as_many_days_as_the_decrees_name() {
    // National holidays and joint leave, as announced with the decrees and their changes. In 2021 Idulfitri
    // and Kenaikan Isa Almasih fell on one day; in 2024 two election days came to the 17 of the decree.
    let expected =
        [(2021, 15, 1), (2022, 16, 4), (2023, 16, 11), (2024, 17 + 2, 10), (2025, 17, 11), (2026, 17, 8)];
    let list = list();
    let found: Vec<_> = list
        .years()
        .map(|year| {
            let of = |kind| year.days.iter().filter(|day| day.kind == kind).count();
            assert!(year.sources[0].contains("Keputusan Bersama Menteri Agama"), "{}", year.year);
            (year.year, of(Kind::National), of(Kind::Joint))
        })
        .collect();
    assert_eq!(found, expected);
    for year in list.years() {
        for fixed in ["01-01", "05-01", "06-01", "08-17", "12-25"] {
            let there = list.day(day(&format!("{}-{fixed}", year.year)));
            assert_eq!(there.map(|one| one.kind), Some(Kind::National), "{} {fixed}", year.year);
        }
    }
    // Joint leave that was moved or struck by later decrees.
    let kind = |text| list.day(day(text)).map(|one| one.kind);
    assert_eq!(kind("2021-12-24"), None, "struck in 2021");
    assert_eq!((kind("2021-10-19"), kind("2021-10-20")), (None, Some(Kind::National)), "moved by a day");
    assert_eq!((kind("2023-04-19"), kind("2023-04-26")), (Some(Kind::Joint), None), "brought forward");
    assert_eq!(kind("2025-08-18"), Some(Kind::Joint), "added in August 2025");
}

#[test]
fn a_damaged_list_is_refused_with_its_place() {
    let year = |days: &str| {
        format!(
            r#"{{"format":"takar-holidays","version":1,"years":[{{"year":2026,"sources":[],"days":[{days}]}}]}}"#
        )
    };
    let one = r#"{"date":"2026-01-01","kind":"nasional","name":"Tahun Baru"}"#;
    assert!(Published::read(&year(one)).is_ok());
    for (text, path) in [
        (year(&format!("{one},{one}")), "$.years[0].days"),
        (year(&one.replace("2026-01-01", "2025-01-01")), "$.years[0].days"),
        (year(&one.replace("nasional", "libur")), "$.years[0].days[0].kind"),
        (year(&one.replace("2026-01-01", "2026-02-30")), "$.years[0].days[0].date"),
        (year("").replace("takar-holidays", "other"), "$.format"),
        ("<html>".to_owned(), "$"),
    ] {
        assert_eq!(Published::read(&text).unwrap_err().path, path, "{text}");
    }
}

// ---------------------------------------------------------------- working days

#[test]
fn five_working_days_are_counted_from_the_day_after() {
    let calendar = Calendar::new(&list(), []);
    let after = |from, days| {
        let counted = calendar.working_days_after(day(from), days).unwrap();
        (counted.day.to_string(), counted.skipped.len())
    };
    // An ordinary week: Thursday, then Friday, and Monday to Thursday.
    assert_eq!(after("2026-09-10", 5), ("2026-09-17".to_owned(), 2));
    // Over a holiday and a weekend: 17 August 2026 is a Monday.
    assert_eq!(after("2026-08-13", 5), ("2026-08-21".to_owned(), 3));
    // Over Nyepi and Idulfitri 2026 with their joint leave, and two weekends.
    let over = calendar.working_days_after(day("2026-03-12"), 5).unwrap();
    assert_eq!(over.day.to_string(), "2026-03-26");
    let skipped: Vec<_> = over.skipped.iter().map(|(day, _)| day.to_string()[8..].to_owned()).collect();
    assert_eq!(skipped, ["14", "15", "18", "19", "20", "21", "22", "23", "24"]);
    assert_eq!(over.skipped[0].1, Rest::Weekend);
    assert_eq!(
        over.skipped[2].1,
        Rest::Listed(Kind::Joint, "Cuti bersama Hari Suci Nyepi (Tahun Baru Saka 1948)".to_owned())
    );
    assert_eq!(over.skipped[5].1, Rest::Listed(Kind::National, "Idulfitri 1447 Hijriah".to_owned()));
    // Over the end of a year whose next year has no list: that is said.
    let year_end = calendar.working_days_after(day("2026-12-23"), 4).unwrap();
    assert_eq!((year_end.day.to_string(), year_end.unlisted), ("2026-12-31".to_owned(), vec![]));
    let beyond = calendar.working_days_after(day("2026-12-23"), 5).unwrap();
    assert_eq!((beyond.day.to_string(), beyond.unlisted), ("2027-01-01".to_owned(), vec![2027]));
    let old = calendar.working_days_after(day("2025-12-30"), 3).unwrap();
    assert_eq!((old.day.to_string(), old.unlisted), ("2026-01-05".to_owned(), vec![]));
}

#[test]
fn an_assessments_own_days_go_before_the_list() {
    let holiday = |name: &str, works| Holiday { name: name.into(), works, ..Holiday::default() };
    let own = [
        (day("2026-08-14"), holiday("Hari jadi kota", false)),
        (day("2026-08-17"), holiday("Tetap bekerja", true)),
        (day("2026-08-22"), holiday("Sabtu kerja", true)),
    ];
    let calendar = Calendar::new(&list(), own);
    assert_eq!(calendar.rest(day("2026-08-14")), Some(Rest::Own("Hari jadi kota".to_owned())));
    assert!(calendar.is_working(day("2026-08-17")) && calendar.is_working(day("2026-08-22")));
    assert_eq!(calendar.working_days_after(day("2026-08-13"), 6).unwrap().day, day("2026-08-22"));
}

#[test]
fn a_calendar_without_working_days_ends_the_search() {
    let all = (0..=LOOK_AHEAD + 5).filter_map(|n| day("2026-01-01").plus_days(n));
    let off = |day| (day, Holiday { name: "Libur".into(), ..Holiday::default() });
    let calendar = Calendar::new(&list(), all.map(off));
    assert_eq!(calendar.working_days_after(day("2026-01-01"), 1), Err(TooFar));
    assert_eq!(Due::Within { from: day("2026-01-01"), days: 99 }.day(&calendar), Err(TooFar));
    assert_eq!(calendar.working_days_between(day("2026-01-01"), day("2028-12-31")), 0);
    // The end of all days.
    let plain = Calendar::default();
    assert_eq!(plain.working_days_after(day("2999-12-30"), 2), Err(TooFar));
    assert_eq!(plain.working_days_after(day("2999-12-30"), 1).unwrap().day, day("2999-12-31"));
    assert_eq!(plain.working_days_between(day("1900-01-01"), day("2999-12-31")), 286_976);
}

/// Days with what a person says of them, in and around the years of the list.
fn any_own() -> impl Strategy<Value = BTreeMap<Date, Holiday>> {
    let near = any_day().prop_flat_map(|from| {
        let one = (0i64..60, any::<bool>());
        proptest::collection::vec(one, 0..50).prop_map(move |all| (from, all))
    });
    near.prop_map(|(from, all)| {
        let one = |(days, works)| {
            Some((from.plus_days(days)?, Holiday { name: "x".into(), works, ..Holiday::default() }))
        };
        all.into_iter().filter_map(one).collect()
    })
}

fn any_day() -> impl Strategy<Value = Date> {
    prop_oneof![
        6 => 0i64..2600,
        1 => -45_000i64..355_000,
        1 => Just(-44_195),
    ]
    .prop_map(|days| day("2020-12-15").plus_days(days).unwrap_or(day("2999-12-31")))
}

/// The same rule, written once more: what is off, day by day.
fn off_by_hand(list: &Published, own: &BTreeMap<Date, Holiday>, at: Date) -> bool {
    // Zeller's congruence instead of a count of days: 0 is Saturday, 1 is Sunday.
    let (year, month) = (i64::from(at.year()), i64::from(at.month()));
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    let week = (i64::from(at.day()) + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400)
        .rem_euclid(7);
    match own.get(&at) {
        Some(one) => !one.works,
        None => week < 2 || list.day(at).is_some(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn counting_is_what_a_naive_count_says(from in any_day(), own in any_own(), days in 0u32..=99, span in 0i64..900) {
        let list = list();
        let calendar = Calendar::new(&list, own.clone());
        // So many working days later, by looking at each day.
        let (mut at, mut left, mut skipped, mut naive) = (Some(from), days, 0, None);
        for step in 0..=LOOK_AHEAD {
            if left == 0 {
                naive = at;
                break;
            }
            if step == LOOK_AHEAD {
                break;
            }
            at = at.and_then(|at| at.plus_days(1));
            let Some(at) = at else { break };
            if off_by_hand(&list, &own, at) { skipped += 1 } else { left -= 1 }
        }
        match (calendar.working_days_after(from, days), naive) {
            (Ok(counted), Some(naive)) => {
                prop_assert_eq!(counted.day, naive);
                prop_assert_eq!(counted.skipped.len(), skipped);
                prop_assert_eq!(calendar.working_days_between(from, counted.day), i64::from(days), "and back");
                prop_assert!(days == 0 || calendar.is_working(counted.day));
                let unlisted = (from.year()..=counted.day.year()).filter(|year| list.year(*year).is_none());
                prop_assert_eq!(counted.unlisted, unlisted.collect::<Vec<_>>());
                for (at, why) in &counted.skipped {
                    prop_assert!(!calendar.is_working(*at));
                    prop_assert_eq!(calendar.rest(*at), Some(why.clone()));
                }
                // One more is later.
                if let Ok(next) = calendar.working_days_after(from, days + 1) {
                    prop_assert!(next.day > counted.day);
                }
            }
            (Err(TooFar), None) => {}
            (found, naive) => prop_assert!(false, "{:?} {:?}", found, naive),
        }
        // Between two days, whichever comes first.
        if let Some(to) = from.plus_days(span) {
            let mut count = 0;
            let mut at = from;
            while at < to {
                at = at.plus_days(1).unwrap();
                count += i64::from(!off_by_hand(&list, &own, at));
            }
            prop_assert_eq!(calendar.working_days_between(from, to), count);
            prop_assert_eq!(calendar.working_days_between(to, from), -count);
        }
    }
}

// ---------------------------------------------------------------- sessions and what is due

fn instrument() -> Instrument {
    load(shipped("spbe-2020").unwrap()).unwrap()
}

fn stamp() -> Stamp {
    Stamp::new(time("2025-09-01T02:03:04Z"), "Koordinator")
}

fn draft(instrument: &Instrument, changes: Vec<Change>) -> Assessment {
    let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
    let mut draft = Assessment::new("contoh".into(), instrument, agency, 2025, stamp());
    apply(&mut draft, instrument, Change::All(changes), stamp()).unwrap();
    draft
}

fn session(title: &str, date: &str, start: &str, end: &str, indicators: &[u16]) -> Session {
    Session {
        title: title.into(),
        date: Date::parse(date),
        start: Clock::parse(start),
        end: Clock::parse(end),
        indicators: indicators.iter().copied().collect(),
        ..Session::default()
    }
}

fn put(id: &str, session: Session) -> Change {
    Change::record(id, Some(&session))
}

#[test]
fn rooms_at_the_same_time_stand_together() {
    let instrument = instrument();
    let wita = |session| Session { zone: Zone::Wita, ..session };
    let draft = draft(
        &instrument,
        vec![
            put("a", session("Ruang 1", "2025-09-25", "09:00", "11:00", &[1, 2, 3])),
            put("b", session("Ruang 2", "2025-09-25", "10:00", "12:00", &[3, 4])),
            // Half past eleven in WITA is half past ten in WIB.
            put("c", wita(session("Ruang 3", "2025-09-25", "11:30", "12:00", &[4]))),
            // Begins when the others are over.
            put("d", session("Siang", "2025-09-25", "12:00", "13:00", &[4])),
            put("e", session("Tanpa jam", "2025-09-25", "", "", &[1])),
            put("f", session("Kelak", "", "", "", &[47])),
            put("g", session("Esok", "2025-09-26", "09:00", "", &[5])),
        ],
    );
    let days = agenda(&draft);
    let told: Vec<_> = days.iter().map(|day| (day.date.map(|day| day.day()), day.rooms.clone())).collect();
    let rooms = |rows: &[&[&str]]| -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|id| (*id).to_owned()).collect()).collect()
    };
    assert_eq!(
        told,
        [
            (Some(25), rooms(&[&["e"], &["a", "b", "c"], &["d"]])),
            (Some(26), rooms(&[&["g"]])),
            (None, rooms(&[&["f"]])),
        ]
    );
    let twice: Vec<_> = clashes(&draft).into_iter().map(|one| (one.indicator, one.sessions)).collect();
    let pair = |one: &str, other: &str| [one.to_owned(), other.to_owned()];
    assert_eq!(twice, [(3, pair("a", "b")), (4, pair("b", "c"))]);
    let unspoken: Vec<_> = in_no_session(&instrument, &draft);
    assert_eq!(unspoken, (6..=46).collect::<Vec<_>>());
    assert_eq!(numbers(&[1, 2, 4, 6, 7, 8, 47].into()), "1, 2, 4, 6–8, 47");
    // What only a merge leaves behind: an end before the start.
    let odd = session("x", "2025-09-25", "09:00", "08:00", &[]);
    assert_eq!(moments(&odd).map(|span| span.end - span.start), Some(0));
}

/// A draft with something due of every sort.
fn busy(instrument: &Instrument) -> Assessment {
    let unit = |id: &str, name: &str, indicators: &[u16]| Change::Unit {
        id: id.into(),
        unit: Some(Box::new(Unit { indicators: indicators.iter().copied().collect(), ..Unit::named(name) })),
    };
    let question = |due, done| Question {
        session: "s".into(),
        question: "Mana, buktinya; dan \\ kapan?\nTerima kasih.".into(),
        follow_up: "Unggah SK terbaru".into(),
        owner: "kominfo".into(),
        due,
        done,
        ..Question::default()
    };
    let within = Some(Due::Within { from: day("2025-09-25"), days: 5 });
    let step =
        |planned, progress, due| Step { planned, progress, due, owner: "hukum".into(), ..Step::default() };
    draft(
        instrument,
        vec![
            unit("kominfo", "Diskominfo", &[12]),
            unit("hukum", "Bagian Hukum", &[1]),
            unit("kosong", "Tanpa indikator", &[]),
            Change::Briefing(Briefing { due: Some(day("2025-09-12")), ..Briefing::default() }),
            put(
                "s",
                Session {
                    zone: Zone::Wit,
                    room: "Ruang Bima, lantai 2".into(),
                    link: "https://rapat.contoh.go.id/ruang satu?x=é".into(),
                    attendees: "Asesor\nKepala dinas".into(),
                    ..session("Ruang 1: tata kelola", "2025-09-25", "07:30", "09:00", &[11, 12])
                },
            ),
            put("t", session("Visitasi", "2025-10-01", "", "", &[])),
            put("u", session("Tanpa hari", "", "08:00", "", &[])),
            Change::record("12:a", Some(&question(within, false))),
            Change::record("12:b", Some(&question(within, true))),
            Change::record("12:c", Some(&question(None, false))),
            Change::record(
                "1:a",
                Some(&Question { owner: String::new(), ..question(Some(Due::On(day("2025-09-30"))), false) }),
            ),
            Change::record("1:3", Some(&step(true, Progress::Berjalan, Some(day("2025-12-01"))))),
            Change::record("1:4", Some(&step(true, Progress::Selesai, Some(day("2025-12-01"))))),
            Change::record("1:5", Some(&step(false, Progress::Belum, Some(day("2025-12-01"))))),
        ],
    )
}

#[test]
fn what_is_done_or_has_no_day_is_not_due() {
    let instrument = instrument();
    let draft = busy(&instrument);
    let calendar = Calendar::of(&list(), &draft);
    let items = still_due(&draft, &calendar);
    let told: Vec<_> = items
        .iter()
        .map(|item| (item.day.as_ref().unwrap().day.to_string(), &*item.owner, item.matter.clone()))
        .collect();
    let question = |key: &str, indicator| Matter::Question { key: key.into(), indicator };
    assert_eq!(
        told,
        [
            ("2025-09-12".to_owned(), "hukum", Matter::Package),
            ("2025-09-12".to_owned(), "kominfo", Matter::Package),
            ("2025-09-30".to_owned(), "", question("1:a", 1)),
            // Thursday, then a weekend.
            ("2025-10-02".to_owned(), "kominfo", question("12:a", 12)),
            ("2025-12-01".to_owned(), "hukum", Matter::Step { indicator: 1, level: 3 }),
        ]
    );
    // Whose matter it is: the unit's that was named, else that of who owns the indicator.
    let of = |unit: &str, numbers: &[u16]| {
        let numbers: BTreeSet<u16> = numbers.iter().copied().collect();
        items.iter().filter(|item| item.is_of(Some(unit), &numbers)).count()
    };
    assert_eq!((of("hukum", &[1]), of("kominfo", &[12]), of("kosong", &[])), (3, 2, 0));
    // A holiday of the region moves what is counted in working days.
    let mut moved = draft.clone();
    let holiday = Holiday { name: "Hari jadi kota".into(), ..Holiday::default() };
    apply(&mut moved, &instrument, Change::record("2025-09-29", Some(&holiday)), stamp()).unwrap();
    let items = still_due(&moved, &Calendar::of(&list(), &moved));
    assert_eq!(items[3].day.as_ref().unwrap().day, day("2025-10-03"));
    // A package knows its own deadline and its own questions, by whom it was made.
    let package = takar::exchange::work_package(&draft, "kominfo", stamp());
    assert!(package.as_ref().is_some_and(|package| package.order.as_ref().unwrap().due.is_some()));
    let items = still_due(&package.unwrap(), &calendar);
    let told: Vec<_> = items.iter().map(|item| item.matter.clone()).collect();
    assert_eq!(told, [Matter::Package, question("12:a", 12)]);
}

#[test]
fn the_table_of_what_is_due_says_it_in_words() {
    let instrument = instrument();
    let draft = busy(&instrument);
    let calendar = Calendar::of(&list(), &draft);
    let items = still_due(&draft, &calendar);
    let rows = due_rows(Language::Indonesian, &instrument, &draft, &calendar, day("2025-09-26"), &items);
    assert_eq!(rows.len(), 6);
    assert_eq!(
        rows[1][..4],
        ["Bagian Hukum", "2025-09-12", "Terlambat 10 hari kerja", "Pengembalian paket kerja"]
    );
    assert_eq!(
        rows[4][..5],
        ["Diskominfo", "2025-10-02", "4 hari kerja lagi", "Tindak lanjut interviu, indikator 12", "12"]
    );
    assert_eq!(rows[4][6..], ["Unggah SK terbaru", "5 hari kerja setelah 2025-09-25"]);
    assert_eq!(full_date(Language::Indonesian, day("2025-10-02")), "Kamis, 2 Okt 2025");
    assert_eq!(full_date(Language::English, day("2025-10-02")), "Thursday, 2 Oct 2025");
}

#[test]
fn a_text_of_a_question_is_one_step_and_what_is_chosen_another() {
    let instrument = instrument();
    let mut draft = busy(&instrument);
    let mut history = History::default();
    let mut question: Question = draft.records.get("12:a").unwrap();
    let before = question.clone();
    let write = |draft: &mut Assessment, history: &mut History, question: &Question| {
        history.make(draft, &instrument, Change::record("12:a", Some(question)), stamp()).unwrap();
    };
    for answer in ["S", "Su", "Sud", "Suda", "Sudah"] {
        question.answer = answer.into();
        write(&mut draft, &mut history, &question);
    }
    question.follow_up.push('.');
    write(&mut draft, &mut history, &question);
    for owner in ["hukum", "kominfo", ""] {
        question.owner = owner.into();
        write(&mut draft, &mut history, &question);
    }
    let mut back = || {
        history.undo(&mut draft, &instrument, stamp()).unwrap();
        draft.records.get::<Question>("12:a").unwrap()
    };
    assert_eq!([back().owner, back().owner, back().owner], ["kominfo", "hukum", "kominfo"]);
    assert_eq!(back().answer, "Sudah", "the follow-up was the last text");
    assert_eq!(back(), before);
}

// ---------------------------------------------------------------- the calendar file

/// A line of an iCalendar file: name, parameters, value.
type Line = (String, Vec<(String, String)>, String);

/// Reads a file as RFC 5545 (3.1 to 3.6.1) says, and nothing else: a mistake is an error. Written from the
/// grammar alone, it knows nothing of the writer.
fn strict(text: &str) -> Result<Vec<Vec<Line>>, String> {
    if !text.ends_with("\r\n") {
        return Err("the last line does not end".into());
    }
    let mut content: Vec<Vec<u8>> = Vec::new();
    for line in text.as_bytes()[..text.len() - 2].split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.len() > 75 {
            return Err(format!("{} octets in a line", line.len()));
        }
        if std::str::from_utf8(line).is_err() {
            return Err("a letter is cut by a fold".into());
        }
        if line.iter().any(|byte| (*byte < 32 && *byte != b'\t') || *byte == 127) {
            return Err("a control character".into());
        }
        match line.first() {
            Some(b' ' | b'\t') => content.last_mut().ok_or("a fold before a line")?.extend(&line[1..]),
            Some(_) => content.push(line.to_vec()),
            None => return Err("an empty line".into()),
        }
    }
    if text.replace("\r\n", "").contains(['\r', '\n']) {
        return Err("a line that does not end in CRLF".into());
    }
    let mut lines = Vec::new();
    for line in content {
        let line = String::from_utf8(line).map_err(|_| "no UTF-8")?;
        let (head, value) = line.split_once(':').ok_or("no colon")?;
        let mut parts = head.split(';');
        let name = parts.next().unwrap_or_default();
        let is_name = |text: &str| {
            !text.is_empty()
                && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
        };
        let params: Option<Vec<_>> = parts.map(|part| part.split_once('=')).collect();
        let params = params.ok_or("a parameter without a value")?;
        if !is_name(name) || params.iter().any(|(key, value)| !is_name(key) || value.is_empty()) {
            return Err(format!("the name {head}"));
        }
        let own = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
        lines.push((name.to_owned(), params.into_iter().map(own).collect(), value.to_owned()));
    }
    let plain = |name: &str, value: &str| -> Line { (name.into(), vec![], value.into()) };
    if lines.first() != Some(&plain("BEGIN", "VCALENDAR")) || lines.last() != Some(&plain("END", "VCALENDAR"))
    {
        return Err("not one VCALENDAR".into());
    }
    let inside = &lines[1..lines.len() - 1];
    let first_event = inside.iter().position(|line| line.0 == "BEGIN").unwrap_or(inside.len());
    let head: Vec<_> = inside[..first_event].iter().map(|line| line.0.as_str()).collect();
    for (name, times) in [("VERSION", 1), ("PRODID", 1)] {
        if head.iter().filter(|one| **one == name).count() != times {
            return Err(format!("{name} is not there once"));
        }
    }
    if head.iter().any(|one| !["VERSION", "PRODID", "CALSCALE", "METHOD"].contains(one)) {
        return Err("something else before the events".into());
    }
    let mut events = Vec::new();
    let mut rest = &inside[first_event..];
    let mut uids = BTreeSet::new();
    while !rest.is_empty() {
        if rest[0] != plain("BEGIN", "VEVENT") {
            return Err(format!("{:?} outside an event", rest[0]));
        }
        let end =
            rest.iter().position(|line| *line == plain("END", "VEVENT")).ok_or("an event does not end")?;
        let event = rest[1..end].to_vec();
        check_event(&event)?;
        let uid = event.iter().find(|line| line.0 == "UID").map(|line| line.2.clone()).unwrap_or_default();
        if !uids.insert(uid) {
            return Err("a UID twice".into());
        }
        events.push(event);
        rest = &rest[end + 1..];
    }
    Ok(events)
}

fn check_event(event: &[Line]) -> Result<(), String> {
    const ONCE: [&str; 11] = [
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "URL",
        "SEQUENCE",
        "LAST-MODIFIED",
        "TRANSP",
    ];
    for name in ONCE {
        let count = event.iter().filter(|line| line.0 == name).count();
        if count > 1 || (count == 0 && ["UID", "DTSTAMP", "DTSTART"].contains(&name)) {
            return Err(format!("{name} {count} times"));
        }
    }
    let digits = |text: &str, form: &str| {
        text.len() == form.len()
            && text
                .bytes()
                .zip(form.bytes())
                .all(|(t, f)| if f == b'0' { t.is_ascii_digit() } else { t == f })
    };
    let real_day =
        |text: &str| Date::parse(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8])).is_some();
    let is_day = |text: &str| digits(text, "00000000") && real_day(text);
    let is_moment = |text: &str| {
        digits(text, "00000000T000000Z")
            && real_day(text)
            && &text[9..11] < "24"
            && &text[11..13] < "60"
            && &text[13..15] <= "60"
    };
    let mut kinds = Vec::new();
    for (name, params, value) in event {
        let as_day = *params == [("VALUE".to_owned(), "DATE".to_owned())];
        let good = match name.as_str() {
            "UID" => !value.is_empty() && params.is_empty(),
            "DTSTAMP" | "LAST-MODIFIED" => is_moment(value) && params.is_empty(),
            "DTSTART" | "DTEND" => {
                kinds.push((as_day, value.clone()));
                if as_day { is_day(value) } else { params.is_empty() && is_moment(value) }
            }
            "SEQUENCE" => value.parse::<i32>().is_ok_and(|number| number >= 0) && params.is_empty(),
            "SUMMARY" | "LOCATION" | "DESCRIPTION" => params.is_empty() && plain_text(value).is_some(),
            "URL" => {
                params.is_empty()
                    && value.split_once("://").is_some_and(|(scheme, rest)| {
                        ["http", "https"].contains(&&*scheme.to_lowercase()) && !rest.is_empty()
                    })
                    && value
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b))
            }
            "TRANSP" => value == "TRANSPARENT" || value == "OPAQUE",
            _ => false,
        };
        if !good {
            return Err(format!("{name} {params:?} {value}"));
        }
    }
    // The end has the form of the start, and comes after it.
    match &kinds[..] {
        [_] => Ok(()),
        [start, end] if start.0 == end.0 && end.1 > start.1 => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

/// A text without its escapes; None where a mark stands that must be escaped, or an escape that there is not.
fn plain_text(value: &str) -> Option<String> {
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' | ',' => return None,
            '\\' => out.push(match letters.next()? {
                'n' | 'N' => '\n',
                c @ ('\\' | ';' | ',') => c,
                _ => return None,
            }),
            c => out.push(c),
        }
    }
    Some(out)
}

fn value<'a>(event: &'a [Line], name: &str) -> Option<&'a str> {
    event.iter().find(|line| line.0 == name).map(|line| line.2.as_str())
}

#[test]
fn the_checker_refuses_what_is_no_calendar() {
    let good = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//ID\r\nBEGIN:VEVENT\r\nUID:a\r\n\
                DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260102\r\nDTEND;VALUE=DATE:20260103\r\n\
                SUMMARY:a\\, b\\; c\\\\ d\\ne\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(strict(good).unwrap().len(), 1);
    for (from, to) in [
        ("\r\nVERSION", "\nVERSION"),
        ("VERSION:2.0\r\n", ""),
        ("UID:a\r\n", ""),
        ("\\, b", ", b"),
        ("\\ne", "\\x"),
        ("20260102", "20260230"),
        ("DTEND;VALUE=DATE:20260103", "DTEND;VALUE=DATE:20260102"),
        ("DTEND;VALUE=DATE:20260103", "DTEND:20260103T000000Z"),
        ("20260101T000000Z", "20260101T250000Z"),
        ("END:VEVENT\r\n", ""),
        (
            "SUMMARY:a",
            "SUMMARY:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ),
        ("SUMMARY:a", "SUMMARY:\u{7}a"),
        ("END:VCALENDAR\r\n", "END:VCALENDAR"),
    ] {
        assert!(strict(&good.replacen(from, to, 1)).is_err(), "{from:?} {to:?}");
    }
}

#[test]
fn sessions_and_due_dates_become_a_calendar() {
    let instrument = instrument();
    let draft = busy(&instrument);
    let calendar = Calendar::of(&list(), &draft);
    let items = still_due(&draft, &calendar);
    for language in [Language::Indonesian, Language::English] {
        let all = events(language, &instrument, &draft, &items);
        let text = write_ics(&all, &time("2025-09-27T08:09:10Z"));
        let read = strict(&text).unwrap_or_else(|why| panic!("{why}\n{text}"));
        // Two dated sessions and five that are due; what has no day is not in it.
        assert_eq!(read.len(), 7);
        let find = |uid: &str| read.iter().find(|event| value(event, "UID") == Some(uid)).unwrap();
        let room = find("contoh-session-s@takar");
        // Half past seven in WIT is half past ten in the evening before in UTC.
        assert_eq!(value(room, "DTSTART"), Some("20250924T223000Z"));
        assert_eq!(value(room, "DTEND"), Some("20250925T000000Z"));
        assert_eq!(value(room, "LOCATION"), Some("Ruang Bima\\, lantai 2"));
        assert_eq!(value(room, "URL"), Some("https://rapat.contoh.go.id/ruang%20satu?x=%C3%A9"));
        assert_eq!(value(room, "DTSTAMP"), Some("20250927T080910Z"));
        assert_eq!(value(room, "LAST-MODIFIED"), Some("20250901T020304Z"));
        let described = plain_text(value(room, "DESCRIPTION").unwrap()).unwrap();
        assert!(
            described.contains("Kota Contoh · 2025") && described.contains("Kepala dinas"),
            "{described}"
        );
        let visit = find("contoh-session-t@takar");
        assert_eq!((value(visit, "DTSTART"), value(visit, "DTEND")), (Some("20251001"), Some("20251002")));
        let due = find("contoh-question-12-a@takar");
        assert_eq!((value(due, "DTSTART"), value(due, "DTEND")), (Some("20251002"), Some("20251003")));
        let described = plain_text(value(due, "DESCRIPTION").unwrap()).unwrap();
        assert!(described.contains("Unggah SK terbaru") && described.contains("Diskominfo"), "{described}");
        find("contoh-package-hukum@takar");
        find("contoh-step-1-3@takar");
    }
    // A later change has a higher number; written again, all ids are the same.
    let mut later = draft.clone();
    let stamp = Stamp::new(time("2025-09-02T00:00:00Z"), "");
    let moved = session("Ruang 1", "2025-09-26", "09:00", "10:00", &[1]);
    apply(&mut later, &instrument, put("s", moved), stamp).unwrap();
    let written = |draft: &Assessment| {
        let items = still_due(draft, &calendar);
        let text = write_ics(
            &events(Language::Indonesian, &instrument, draft, &items),
            &time("2025-10-01T00:00:00Z"),
        );
        strict(&text).unwrap()
    };
    let (before, after) = (written(&draft), written(&later));
    let uids = |all: &[Vec<Line>]| -> Vec<String> {
        all.iter().map(|event| value(event, "UID").unwrap().to_owned()).collect()
    };
    assert_eq!(uids(&before), uids(&after));
    let sequence = |all: &[Vec<Line>]| -> i64 {
        let event = all.iter().find(|event| value(event, "UID") == Some("contoh-session-s@takar")).unwrap();
        value(event, "SEQUENCE").unwrap().parse().unwrap()
    };
    assert_eq!(sequence(&after) - sequence(&before), 22 * 3600 - 3 * 60 - 4);
    assert!(sequence(&before) > 0);
    // Nothing at all is a calendar too.
    assert_eq!(strict(&write_ics(&[], &time("2025-10-01T00:00:00.123Z"))).unwrap().len(), 0);
}

#[test]
fn only_addresses_of_the_web_are_links() {
    assert_eq!(
        web_address(" https://meet.contoh.go.id/a b ").as_deref(),
        Some("https://meet.contoh.go.id/a%20b")
    );
    assert_eq!(web_address("HTTP://x").as_deref(), Some("HTTP://x"));
    for no in [
        "javascript:alert(1)",
        "javascript://x",
        "data:text/html,x",
        "rapat 3",
        "https://",
        "//x",
        "ftp://x",
        "",
    ] {
        assert_eq!(web_address(no), None, "{no}");
    }
}

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-z ,;\\\\\r\n\t:\"é漢🎓]{0,200}", "(🎓|é|漢|a){60,120}",]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_survives_writing_and_reading(
        summary in any_words(), location in any_words(), description in any_words(), url in any_words(),
        start in any_day(), minutes in 0u16..1440, whole in any::<bool>(),
    ) {
        let end = (start, minutes.saturating_add(60).min(1439));
        let when = if whole { When::Day(start) } else { When::Moment { start: (start, minutes), end: Some(end) } };
        let event = Event {
            id: "a-1".into(), when, summary: summary.clone(), location: location.clone(),
            description: description.clone(), url: format!("https://{url}"),
            changed: Some(time("2026-01-01T00:00:00Z")),
        };
        let text = write_ics(&[event], &time("2026-01-01T00:00:00Z"));
        let read = strict(&text).map_err(|why| TestCaseError::fail(format!("{why}\n{text}")))?;
        let plain = |text: &str| -> String {
            let lines = text.replace("\r\n", "\n").replace('\r', "\n");
            lines.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { ' ' } else { c }).collect()
        };
        for (name, text) in [("SUMMARY", &summary), ("LOCATION", &location), ("DESCRIPTION", &description)] {
            let found = value(&read[0], name).map(|value| plain_text(value).unwrap());
            prop_assert_eq!(found.unwrap_or_default(), plain(text), "{}", name);
        }
    }
}
