#![cfg(not(target_arch = "wasm32"))]
//! Reports: their figures are those of the score, their markup is whole, and nothing in them loads or runs.

use std::collections::BTreeMap;

use proptest::prelude::*;
use takar::assessment::{
    ALL_SECTIONS, Agency, AgencyKind, Answer, Assessment, Cover, Date, Due, Evidence, Explanation, Finding,
    Link, LinkKey, Question, Review, Signatory, Stage, Stamp, Status, Step, Time, Unit,
};
use takar::assessment::{Change, apply};
use takar::calendar::{Calendar, Published, shipped_holidays};
use takar::instrument::{Instrument, Number, Value};
use takar::report::{
    Around, Chart, LOGO_LIMIT, Missing, Part, Table, Wish, at_stage, chart_of, logo, missing, proposal,
    report, style, table,
};
use takar::score::{score, support};
use takar::text::{Language, exact, value};

mod made;
use made::{Fractions, PEMDI, SPBE, any_assessment, instrument};

const LANGUAGES: [Language; 2] = [Language::Indonesian, Language::English];

fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn around(calendar: &Calendar) -> Around<'_> {
    Around { today: today(), calendar, logo: None }
}

fn stamp() -> Stamp {
    Stamp::new(Time::parse("2026-11-22T03:00:00Z").unwrap(), "Sari")
}

fn fresh(instrument: &Instrument) -> Assessment {
    let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
    Assessment::new("a".into(), instrument, agency, 2025, stamp())
}

fn make(assessment: &mut Assessment, instrument: &Instrument, change: Change) {
    apply(assessment, instrument, change, stamp()).unwrap();
}

fn give(assessment: &mut Assessment, instrument: &Instrument, stage: Stage, number: Number, hundredths: u16) {
    let value = Some(Value::hundredths(hundredths));
    make(assessment, instrument, Change::Value { stage, indicator: number, value });
}

fn wish(language: Language) -> Wish {
    Wish { language, parts: Part::ALL.to_vec(), proposals: true }
}

fn written(instrument: &Instrument, assessment: &Assessment, language: Language) -> String {
    report(instrument, assessment, &wish(language), around(&Calendar::default())).unwrap().file()
}

// ---------------------------------------------------------------- reading what was written

/// Elements that hold nothing.
const VOID: [&str; 3] = ["meta", "img", "br"];

/// A tag: its name, its attributes, and the text up to the next tag.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>']), "a bare bracket in {text:?}");
    for (at, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;"].iter().any(|one| text[at..].starts_with(one));
        assert!(known, "a bare ampersand in {text:?}");
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Takes a document apart. What is not closed, closed twice or written otherwise than we write it ends the test.
fn tags(html: &str) -> Vec<Tag> {
    let mut rest = html.strip_prefix("<!DOCTYPE html>").unwrap_or(html);
    let (mut open, mut found): (Vec<String>, Vec<Tag>) = (Vec::new(), Vec::new());
    let mut just_opened = false;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        rest = &rest[at + 1..];
        if let Some(tag) = found.last_mut().filter(|_| std::mem::take(&mut just_opened)) {
            tag.text = if tag.name == "style" { text.to_owned() } else { unescaped(text) };
        }
        if let Some(closing) = rest.strip_prefix('/') {
            let (name, after) = closing.split_once('>').unwrap();
            assert_eq!(open.pop().as_deref(), Some(name), "what is closed was opened last");
            rest = after;
            continue;
        }
        // Brackets in attributes are escaped, so the next one ends the tag.
        let (inside, after) = rest.split_once('>').unwrap();
        rest = after;
        let (inside, alone) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let (name, mut more) = inside.split_once(' ').unwrap_or((inside, ""));
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{name}");
        let mut attributes = BTreeMap::new();
        while !more.trim().is_empty() {
            let (key, value) = more.trim_start().split_once("=\"").unwrap();
            let (value, after) = value.split_once('"').unwrap();
            assert!(key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{key}");
            assert!(attributes.insert(key.to_owned(), unescaped(value)).is_none(), "{key} stands twice");
            more = after;
        }
        if !alone && !VOID.contains(&name) {
            open.push(name.to_owned());
        }
        found.push(Tag { name: name.to_owned(), attributes, text: String::new() });
        just_opened = true;
    }
    assert_eq!(open, Vec::<String>::new(), "all is closed");
    found
}

/// The marked figures by their names. One that stands several times is everywhere the same.
fn figures(html: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for tag in tags(html) {
        if let Some(name) = tag.attributes.get("data-figure") {
            let before = all.insert(name.clone(), tag.text.clone());
            assert!(before.is_none_or(|before| before == tag.text), "{name}");
        }
    }
    all
}

/// That a document is alone: whatever stands in it, nothing is loaded or run.
fn is_alone(html: &str) {
    for tag in tags(html) {
        let known = [
            "html", "head", "meta", "title", "style", "body", "article", "section", "header", "div", "h1",
            "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th",
            "td", "b", "em", "span", "a", "br", "img", "svg", "text", "polygon", "line", "circle", "rect",
        ];
        assert!(known.contains(&&*tag.name), "<{}>", tag.name);
        for (key, value) in &tag.attributes {
            assert!(!key.starts_with("on") && key != "style", "{key}={value}");
            match &**key {
                "src" => assert!(value.starts_with("data:image/"), "{value}"),
                "href" => assert!(value.starts_with("https://") || value.starts_with("http://"), "{value}"),
                "xmlns" => assert_eq!(value, "http://www.w3.org/2000/svg"),
                _ => assert!(!value.contains("url("), "{key}={value}"),
            }
        }
        if tag.name == "style" {
            assert!(!tag.text.contains("url(") && !tag.text.contains("@import"), "the style loads nothing");
        }
    }
}

// ---------------------------------------------------------------- figures

/// An assessment with values for some of all indicators, at two stages.
fn any_values() -> impl Strategy<Value = (usize, Assessment)> {
    prop_oneof![Just(0usize), Just(1)].prop_flat_map(|at| {
        let instrument = [&*SPBE, &*PEMDI][at];
        let one = proptest::option::weighted(0.9, 100u16..=500);
        let count = instrument.indicators().count();
        let values = proptest::collection::vec((one, proptest::option::weighted(0.2, 100u16..=500)), count);
        let stage = proptest::sample::select(Stage::ALL.to_vec());
        (values, stage, proptest::option::of(100u16..=500)).prop_map(move |(values, stage, target)| {
            let whole = |of: u16| if instrument.scale.decimals == 0 { of / 100 * 100 } else { of };
            let mut of = fresh(instrument);
            of.stage = stage;
            of.target = target.map(Value::hundredths);
            for (indicator, (first, later)) in instrument.indicators().zip(values) {
                for (stage, of_stage) in [(Stage::Mandiri, first), (Stage::Interviu, later)] {
                    if let Some(hundredths) = of_stage {
                        give(&mut of, instrument, stage, indicator.number, whole(hundredths));
                    }
                }
            }
            (at, of)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_figures_are_those_of_the_score((at, of) in any_values()) {
        let instrument = [&*SPBE, &*PEMDI][at];
        let (score, support) = (score(instrument, &of), support(instrument, &of));
        let mandiri = at_stage(instrument, &of, Stage::Mandiri);
        for language in LANGUAGES {
            let html = written(instrument, &of, language);
            let found = figures(&html);
            let shown = |name: &str| found.get(name).map(String::as_str).unwrap_or_else(|| panic!("no {name}"));
            let number = |of: Value| {
                let whole = instrument.scale.decimals == 0 && of.decimals() == 0;
                if whole { (of.as_hundredths() / 100).to_string() } else { value(language, of) }
            };
            prop_assert_eq!(shown("index"), value(language, score.standing.index.rounded()));
            prop_assert_eq!(shown("predicate"), &score.standing.predicate);
            prop_assert_eq!(shown("supported-index"), value(language, support.supported.index.rounded()));
            prop_assert_eq!(shown("supported-predicate"), &support.supported.predicate);
            prop_assert_eq!(shown("answered"), format!("{}/{}", score.answered, score.total));
            prop_assert_eq!(shown("target"), of.target.map_or("–".to_owned(), |target| value(language, target)));
            if let Some(gap) = of.target.and_then(|target| score.standing.index.short_of(target)) {
                prop_assert!(shown("gap").contains(&exact(language, gap, 2)));
            }
            for one in score.indicators() {
                let expected = one.value.map_or_else(|| "–".to_owned(), number);
                prop_assert_eq!(shown(&format!("indicator:{}", one.number)), expected);
                let supported = support.indicator(one.number).filter(|_| one.value.is_some());
                let supported = supported.map_or_else(|| "–".to_owned(), |of| value(language, of.value));
                prop_assert_eq!(shown(&format!("supported:{}", one.number)), supported);
            }
            fn below(all: &[takar::score::SectionScore]) -> Vec<&takar::score::SectionScore> {
                all.iter().flat_map(|one| std::iter::once(one).chain(below(&one.sections))).collect()
            }
            for (section, then) in below(&score.sections).into_iter().zip(below(&mandiri.sections)) {
                for (name, of) in [("section", section), ("full:section", section), ("minutes:section", then)] {
                    prop_assert_eq!(shown(&format!("{name}:{}", of.id)), value(language, of.value.rounded()));
                }
            }
            // The minutes are those of the self-assessment at whatever stage.
            prop_assert_eq!(shown("minutes:index"), value(language, mandiri.standing.index.rounded()));
            prop_assert_eq!(shown("minutes:predicate"), &mandiri.standing.predicate);
            // What is not complete never looks so.
            prop_assert_eq!(found.contains_key("interim"), score.answered < score.total || mandiri.answered < mandiri.total);
            let stages = found.keys().filter(|name| name.starts_with("stage:")).count();
            prop_assert!(stages != 1);
            for stage in Stage::ALL {
                if let Some(index) = found.get(&format!("stage:{}", stage.code())) {
                    let then = at_stage(instrument, &of, stage);
                    prop_assert_eq!(index, &value(language, then.standing.index.rounded()));
                }
            }
            // The charts show the same.
            let radar = chart_of(language, instrument, &of, Chart::Radar);
            for aspect in instrument.aspects() {
                let of = score.section(&aspect.id).unwrap();
                let label = format!(">{}<", value(language, of.value.rounded()));
                prop_assert!(radar.contains(&label), "{} in {}", label, radar);
            }
            prop_assert!(html.contains(&chart_of(language, instrument, &of, Chart::Bars)));
        }
    }

    #[test]
    fn whatever_people_write_stays_words(of in any_assessment(Fractions::None)) {
        let instrument = instrument(&of.instrument.id);
        for language in LANGUAGES {
            match report(instrument, &of, &wish(language), Around { logo: Some("javascript:alert(1)"), ..around(&Calendar::default()) }) {
                None => prop_assert!(of.order.is_some(), "only a work package has no report"),
                Some(made) => {
                    prop_assert!(of.order.is_none());
                    is_alone(&made.file());
                    is_alone(&format!("<body>{}</body>", made.body));
                }
            }
            for chart in Chart::ALL {
                is_alone(&chart_of(language, instrument, &of, chart));
            }
        }
    }
}

#[test]
fn markup_in_every_text_is_shown_as_it_is() {
    let bad = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";
    let mut of = fresh(&SPBE);
    of.agency.name = bad.into();
    of.units.insert("u".into(), Unit { indicators: [1].into(), ..Unit::named(bad) });
    of.evidence.insert(
        "e".into(),
        Evidence {
            number: bad.into(),
            pages: bad.into(),
            location: "https://a.id/?x=\"><script>".into(),
            reviews: vec![Review { status: Status::Ditolak, note: bad.into(), stamp: stamp() }],
            ..Evidence::titled(bad)
        },
    );
    of.links.insert(
        LinkKey { indicator: 1, level: 2, expected: None, evidence: "e".into() },
        Link { pages: bad.into(), ..Link::default() },
    );
    let words = Explanation { facts: bad.into(), analysis: bad.into(), ..Explanation::default() };
    let answer = Answer {
        value: Some(Value::whole(3)),
        explanation: words,
        note: bad.into(),
        justification: bad.into(),
        ..Answer::default()
    };
    of.answers.entry(Stage::Mandiri).or_default().insert(1, answer);
    let finding = Finding { strengths: bad.into(), ..Finding::default() };
    make(&mut of, &SPBE, Change::record(ALL_SECTIONS, Some(&finding)));
    let signatory =
        Signatory { role: bad.into(), name: bad.into(), number: bad.into(), ..Signatory::default() };
    let cover =
        Cover { letterhead: bad.into(), place: bad.into(), signatories: vec![signatory], ..Cover::default() };
    make(&mut of, &SPBE, Change::record(Cover::KEY, Some(&cover)));
    let step = Step { planned: true, note: bad.into(), ..Step::default() };
    make(&mut of, &SPBE, Change::record("1:4", Some(&step)));
    let question = Question { follow_up: bad.into(), ..Question::default() };
    make(&mut of, &SPBE, Change::record("1:q", Some(&question)));
    let html = written(&SPBE, &of, Language::Indonesian);
    is_alone(&html);
    let shown = tags(&html).iter().filter(|tag| tag.text.contains("<script>alert(1)</script>")).count();
    assert!(shown > 15, "{shown}");
}

// ---------------------------------------------------------------- what stands in which part

#[test]
fn only_what_was_chosen_is_written() {
    let of = fresh(&SPBE);
    let one = |part: Part| {
        let wish = Wish { parts: vec![part], ..Wish::default() };
        report(&SPBE, &of, &wish, around(&Calendar::default())).unwrap().body
    };
    let t = &Language::Indonesian.texts().report.paper;
    let heads =
        [t.summary, t.method, t.results, t.details, t.findings, t.plan, t.stage_part, t.minutes, t.repairs];
    for (part, head) in Part::ALL.into_iter().zip(heads) {
        for other in Part::ALL {
            let title = format!(">{head}<");
            assert_eq!(one(other).contains(&title), part == other, "{head} in {other:?}");
        }
    }
    let none = Wish { parts: Vec::new(), ..Wish::default() };
    assert_eq!(report(&SPBE, &of, &none, around(&Calendar::default())).unwrap().body, "");
    // Each of the parts that are handed out alone begins a page.
    let all = report(&SPBE, &of, &wish(Language::English), around(&Calendar::default())).unwrap().body;
    assert_eq!(all.matches("<article class=\"part ").count(), 4);
    assert!(style(Language::English).contains("\"Page \" counter(page) \" of \" counter(pages)"));
}

#[test]
fn a_proposal_is_marked_until_somebody_takes_it_over() {
    let mut of = fresh(&SPBE);
    for indicator in SPBE.indicators() {
        give(&mut of, &SPBE, Stage::Mandiri, indicator.number, if indicator.number == 1 { 500 } else { 100 });
    }
    let language = Language::Indonesian;
    let made = |of: &Assessment, section: &str| {
        let (score, support) = (score(&SPBE, of), support(&SPBE, of));
        proposal(language, &SPBE, of, &score, &support, section)
    };
    assert_eq!(made(&of, "tidak-ada"), None);
    assert_eq!(made(&fresh(&SPBE), ALL_SECTIONS), Some(Finding::default()), "nothing is said of nothing");
    let aspect = &SPBE.aspects().next().unwrap().id;
    let first = made(&of, aspect).unwrap();
    assert!(first.fulfilment.contains("10 dari 10 indikator"), "{}", first.fulfilment);
    // Indicator 1 claims 5 without a document: a high value, but no strength.
    assert_eq!(first.strengths, "");
    assert!(
        first.weaknesses.contains("2. ") && first.weaknesses.contains("didukung bukti: 1. "),
        "{first:?}"
    );
    assert!(first.recommendations.contains("ke tingkat 2. Kriterianya: "), "{first:?}");

    let paper = |of: &Assessment, proposals| {
        let wish = Wish { parts: vec![Part::Findings], proposals, language };
        report(&SPBE, of, &wish, around(&Calendar::default())).unwrap().body
    };
    let mark = Language::Indonesian.texts().report.paper.proposal;
    let marks = |of: &Assessment, proposals| paper(of, proposals).matches(mark).count();
    let before = marks(&of, true);
    assert!(before > 10 && marks(&of, false) == 0);
    make(&mut of, &SPBE, Change::record(aspect.as_str(), Some(&first)));
    assert_eq!(marks(&of, true), before - 3, "three texts of it were taken over");
    assert!(paper(&of, false).contains("10 dari 10 indikator"));
}

#[test]
fn each_unit_is_told_what_it_has_to_mend() {
    let mut of = fresh(&SPBE);
    let unit = |name: &str, numbers: &[Number]| Unit {
        indicators: numbers.iter().copied().collect(),
        ..Unit::named(name)
    };
    of.units.insert("b".into(), unit("Bappeda", &[2]));
    of.units.insert("a".into(), unit("arsip", &[1]));
    of.units.insert("k".into(), unit("Kominfo", &[]));
    let reviewed = |title: &str, status: Status, note: &str| {
        let review = Review { status, note: note.into(), stamp: stamp() };
        Evidence { reviews: vec![review], ..Evidence::titled(title) }
    };
    of.evidence.insert("x".into(), reviewed("SK Tim", Status::PerluRevisi, "Belum ditandatangani."));
    of.evidence.insert("y".into(), reviewed("Perwali", Status::Diterima, ""));
    for (indicator, level, evidence) in [(1, 2, "x"), (2, 2, "y"), (2, 3, "x")] {
        let key = LinkKey { indicator, level, expected: None, evidence: evidence.into() };
        of.links.insert(key, Link::default());
    }
    give(&mut of, &SPBE, Stage::Mandiri, 1, 300);
    give(&mut of, &SPBE, Stage::Mandiri, 2, 200);
    of.answers.get_mut(&Stage::Mandiri).unwrap().get_mut(&2).unwrap().explanation.facts = "Ada.".into();
    let due = Due::Within { from: Date::new(2026, 9, 28).unwrap(), days: 5 };
    let ask = |owner: &str, done: bool| Question {
        follow_up: "Kirim SK.".into(),
        owner: owner.into(),
        due: Some(due),
        done,
        ..Question::default()
    };
    for (key, question) in [("1:q", ask("", false)), ("2:q", ask("k", false)), ("2:r", ask("", true))] {
        make(&mut of, &SPBE, Change::record(key, Some(&question)));
    }
    let language = Language::Indonesian;
    let all = missing(language, &SPBE, &of, &support(&SPBE, &of), today());
    let names: Vec<_> = all.iter().map(|one| one.unit.as_deref()).collect();
    assert_eq!(names, [Some("a"), Some("b"), Some("k"), None], "by name, nobody's last");
    let follow_up = Missing::FollowUp { words: "Kirim SK.".into(), due: Some(due) };
    let sent_back = Missing::Review {
        title: "SK Tim".into(),
        status: Status::PerluRevisi,
        note: "Belum ditandatangani.".into(),
    };
    let proof = &language.texts().proof;
    assert_eq!(
        all[0].missing,
        [(
            1,
            vec![
                Missing::Explanation,
                Missing::Support((proof.why_waiting)(2, "Perlu revisi")),
                Missing::Support((proof.why_empty)(3)),
                sent_back.clone(),
                follow_up.clone(),
            ]
        )]
    );
    // Level 2 is supported, explained and claimed; the document on level 3 was sent back all the same.
    assert_eq!(all[1].missing, [(2, vec![sent_back])]);
    assert_eq!(all[2].missing, [(2, vec![follow_up])], "who was named has to do it");
    assert_eq!(all[3].missing.len(), 45);
    assert!(all[3].missing.iter().all(|(_, found)| *found == [Missing::Answer]));
    let wish = Wish { parts: vec![Part::Repairs], ..Wish::default() };
    let body = report(&SPBE, &of, &wish, around(&Calendar::default())).unwrap().body;
    assert_eq!(body.matches("<article").count(), 4, "one for each that has something to do");
    assert!(body.contains("tenggat 5 hari kerja setelah 28 Sep 2026"));
    // With the list of holidays the day itself is told: Tuesday to Friday, and Monday.
    let calendar = Calendar::of(&Published::read(shipped_holidays()).unwrap(), &of);
    let body = report(&SPBE, &of, &wish, around(&calendar)).unwrap().body;
    assert!(body.contains("tenggat 5 Okt 2026 (5 hari kerja setelah 28 Sep 2026)"));
}

#[test]
fn the_minutes_name_day_place_and_who_signs() {
    let mut of = fresh(&PEMDI);
    let wish = Wish { parts: vec![Part::Minutes], ..Wish::default() };
    let calendar = Calendar::default();
    let body = |of: &Assessment, logo: Option<&str>| {
        report(&PEMDI, of, &wish, Around { logo, ..around(&calendar) }).unwrap().body
    };
    let empty = body(&of, None);
    assert!(empty.contains("Koordinator Pemdi") && empty.contains("NIP ...") && empty.contains("perkiraan"));
    assert!(empty.contains("<p>Kota Contoh</p>") && !empty.contains("<img"));
    let signatory =
        Signatory { role: "Sekretaris Daerah".into(), name: "A. Contoh".into(), ..Signatory::default() };
    let cover = Cover {
        letterhead: "PEMERINTAH KOTA CONTOH\n\nDINAS KOMUNIKASI".into(),
        place: "Contoh".into(),
        date: Date::new(2026, 10, 5),
        signatories: vec![signatory],
        ..Cover::default()
    };
    make(&mut of, &PEMDI, Change::record(Cover::KEY, Some(&cover)));
    let picture = logo(b"\x89PNG\r\n\x1a\n").unwrap();
    let signed = body(&of, Some(&picture));
    for words in [
        "Senin, 5 Oktober 2026",
        "PEMERINTAH KOTA CONTOH",
        "DINAS KOMUNIKASI",
        "Sekretaris Daerah",
        "A. Contoh",
        &picture,
    ] {
        assert!(signed.contains(words), "{words} in {signed}");
    }
    assert!(!signed.contains("Koordinator Pemdi"));
    assert!(logo(&vec![0u8; usize::try_from(LOGO_LIMIT).unwrap() + 1]).is_err());
}

#[test]
fn a_work_package_has_no_report() {
    let mut whole = fresh(&SPBE);
    whole.units.insert("u".into(), Unit { indicators: [1].into(), ..Unit::named("Bappeda") });
    let of = takar::exchange::work_package(&whole, "u", stamp()).unwrap();
    assert_eq!(report(&SPBE, &of, &wish(Language::Indonesian), around(&Calendar::default())), None);
}

#[test]
fn tables_hold_the_same_figures() {
    let mut of = fresh(&SPBE);
    for indicator in SPBE.indicators().take(40) {
        give(&mut of, &SPBE, Stage::Mandiri, indicator.number, 100 * (indicator.number % 5 + 1));
    }
    of.answers.get_mut(&Stage::Mandiri).unwrap().get_mut(&1).unwrap().explanation.facts =
        "=1+1; \"x\"".into();
    let step = Step { planned: true, note: "Susun.".into(), due: Date::new(2026, 12, 1), ..Step::default() };
    for key in ["10:3", "9:4"] {
        make(&mut of, &SPBE, Change::record(key, Some(&step)));
    }
    let score = score(&SPBE, &of);
    for language in LANGUAGES {
        let sections = table(language, &SPBE, &of, Table::Sections);
        let last = sections.lines().last().unwrap();
        let index = value(language, score.standing.index.rounded());
        let quoted = |number: String| if number.contains(',') { format!("\"{number}\"") } else { number };
        assert!(last.contains(&format!(";{};", quoted(index))), "{last}");
        let indicators = table(language, &SPBE, &of, Table::Indicators);
        assert_eq!(indicators.lines().count(), 48);
        assert!(indicators.contains("\"'=1+1; \"\"x\"\"\""), "no spreadsheet runs it");
        let plan = table(language, &SPBE, &of, Table::Plan);
        let firsts: Vec<_> = plan.lines().skip(1).map(|line| line.split(';').next().unwrap()).collect();
        assert_eq!(firsts, ["9", "10"]);
    }
}
