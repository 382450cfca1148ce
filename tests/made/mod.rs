//! Assessments that nobody would think of, for the tests of files and of their schema.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value as Json};
use takar::assessment::{
    Agency, AgencyKind, Answer, Assessed, Assessment, Explanation, InstrumentRef, Log, LogEntry, Required,
    Revisions, Stage, Stamp, Time,
};
use takar::instrument::{ExternalRole, Instrument, Number, SupportBy, Value, load, shipped};
use takar::json::Extra;

mod evidence;
mod records;
mod work;

#[allow(unused_imports)] // Not every test uses them.
pub use evidence::{any_document, any_link, any_review, places};

pub static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());
pub static PEMDI: LazyLock<Instrument> = LazyLock::new(|| load(shipped("pemdi-2026").unwrap()).unwrap());

/// Digesting a whole instrument is slow in a debug build, so it is done once.
static REFERENCES: LazyLock<[InstrumentRef; 2]> =
    LazyLock::new(|| [InstrumentRef::to(&SPBE), InstrumentRef::to(&PEMDI)]);

#[allow(dead_code)] // Not every test asks for them by name.
pub fn instrument(id: &str) -> &'static Instrument {
    [&*SPBE, &*PEMDI].into_iter().find(|instrument| instrument.id == id).unwrap()
}

/// The files of a folder in `tests/data/manifests`, with their names.
#[allow(dead_code)] // Not every test reads them.
pub fn samples(folder: &str) -> BTreeMap<String, Vec<u8>> {
    files(&format!("manifests/{folder}"))
}

/// The same for files that hold a register alone.
#[allow(dead_code)] // Not every test reads them.
pub fn evidence_samples(folder: &str) -> BTreeMap<String, Vec<u8>> {
    files(&format!("evidence/{folder}"))
}

/// The same for work packages.
#[allow(dead_code)] // Not every test reads them.
pub fn package_samples(folder: &str) -> BTreeMap<String, Vec<u8>> {
    files(&format!("packages/{folder}"))
}

fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder);
    let files = std::fs::read_dir(path).unwrap().map(|file| file.unwrap());
    files.map(|file| (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap())).collect()
}

/// Fields that stand somewhere in a file, and so are not unknown.
const KNOWN: [&str; 58] = [
    "units",
    "contact",
    "indicators",
    "issued",
    "returned",
    "briefing",
    "instructions",
    "due",
    "order",
    "revisions",
    "evidence",
    "links",
    "required",
    "assessed",
    "number",
    "date",
    "valid_until",
    "unit",
    "location",
    "pages",
    "remark",
    "file",
    "reviews",
    "size",
    "media_type",
    "sha256",
    "status",
    "note",
    "indicator",
    "level",
    "expected",
    "external",
    "by",
    "format",
    "version",
    "kind",
    "digest",
    "id",
    "instrument",
    "agency",
    "year",
    "title",
    "target",
    "stage",
    "answers",
    "created",
    "changed",
    "name",
    "value",
    "explanation",
    "facts",
    "analysis",
    "at",
    "until",
    "what",
    "from",
    "to",
    "log",
];

/// Whether unknown fields may hold fractions. The canonical form is that of RFC 8785 only without.
#[derive(Clone, Copy, PartialEq)]
#[allow(dead_code)] // Not every test makes both.
pub enum Fractions {
    Some,
    None,
}

fn any_json(fractions: Fractions) -> BoxedStrategy<Json> {
    let number = prop_oneof![
        any::<u64>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        Just(Json::from(u64::MAX)),
        Just(Json::from(i64::MIN)),
    ];
    let fraction = (proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL | proptest::num::f64::ZERO)
        .prop_map(Json::from)
        .boxed();
    let number =
        if fractions == Fractions::Some { prop_oneof![number, fraction].boxed() } else { number.boxed() };
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        number,
        any::<String>().prop_map(Json::from),
        "\\PC{0,12}".prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Json::from),
            vec((any::<String>(), inner), 0..4).prop_map(|fields| Json::Object(Map::from_iter(fields))),
        ]
    })
    .boxed()
}

fn any_extra(fractions: Fractions) -> impl Strategy<Value = Extra> {
    let key = prop_oneof!["[a-z_]{1,8}", "\\PC{0,6}", any::<String>()].prop_map(|mut key| {
        if KNOWN.contains(&key.as_str()) {
            key.push('_');
        }
        key
    });
    let some = vec((key, any_json(fractions)), 1..3).prop_map(Extra::from_iter);
    prop_oneof![3 => Just(Extra::new()), 2 => some]
}

fn any_time() -> impl Strategy<Value = Time> {
    let parts = (0u16..=9999, 1u8..=12, 1u8..=31, 0u8..24, 0u8..60, 0u8..=60, option::of(0u16..1000));
    parts.prop_map(|(year, month, day, hour, minute, second, milli)| {
        let milli = milli.map_or(String::new(), |milli| format!(".{milli:03}"));
        let text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{milli}Z");
        Time::parse(&text).unwrap()
    })
}

fn any_stamp(fractions: Fractions) -> impl Strategy<Value = Stamp> {
    (any_time(), "\\PC{0,12}", any_extra(fractions)).prop_map(|(at, by, extra)| Stamp { at, by, extra })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[A-Za-z .,]{1,60}", any::<String>()]
}

/// A name that is more than space.
fn any_name() -> impl Strategy<Value = String> {
    "\\PC{0,20}[A-Za-z]\\PC{0,20}"
}

fn any_value(instrument: &'static Instrument) -> impl Strategy<Value = Value> {
    let scale = &instrument.scale;
    let step = if scale.decimals == 0 { 100 } else { 1 };
    let range = scale.min.as_hundredths() / step..=scale.max.as_hundredths() / step;
    range.prop_map(move |n| Value::hundredths(n * step))
}

fn any_answer(instrument: &'static Instrument, fractions: Fractions) -> impl Strategy<Value = Answer> {
    let explanation = (any_text(), any_text(), any_extra(fractions))
        .prop_map(|(facts, analysis, extra)| Explanation { facts, analysis, extra });
    let changed = option::of(any_stamp(fractions));
    let remarks = (any_text(), any_text());
    (option::of(any_value(instrument)), explanation, remarks, changed, any_extra(fractions)).prop_map(
        |(value, explanation, (note, justification), changed, extra)| Answer {
            value,
            explanation,
            note,
            justification,
            changed,
            extra,
        },
    )
}

/// Values from outside, where the instrument takes them.
fn any_assessed(
    instrument: &'static Instrument,
    fractions: Fractions,
) -> impl Strategy<Value = BTreeMap<Number, Assessed>> {
    let numbers: Vec<Number> = match instrument.support.by {
        SupportBy::Items => instrument.indicators().map(|indicator| indicator.number).collect(),
        SupportBy::Rungs => vec![1],
    };
    let most = if instrument.support.by == SupportBy::Items { 4 } else { 1 };
    let one = (
        any_value(instrument),
        option::of(0u16..=10_000),
        option::of(any_stamp(fractions)),
        any_extra(fractions),
    );
    btree_map(proptest::sample::select(numbers), one, 0..most).prop_map(move |all| {
        let fit = |(number, (value, index, changed, extra)): (
            Number,
            (Value, Option<u16>, Option<Stamp>, Extra),
        )| {
            let external = instrument.indicator(number).and_then(|one| one.external.as_ref());
            let bands = external.filter(|e| e.role == ExternalRole::Value).map(|e| e.bands.as_slice());
            let external = match (index, bands) {
                (Some(index), Some([low, .., high])) => Some(Value::hundredths(index).clamp(*low, *high)),
                _ => None,
            };
            (number, Assessed { value, external, changed, extra })
        };
        all.into_iter().map(fit).collect()
    })
}

fn any_log(fractions: Fractions) -> impl Strategy<Value = Log> {
    let what = prop_oneof![
        Just("answers/mandiri/1/value".to_owned()),
        Just("evidence/b-1/title".to_owned()),
        Just("evidence/b-1".to_owned()),
        Just("event/merged".to_owned()),
        "\\PC{0,12}",
    ];
    let entry =
        (what, any_time(), option::of(any_time()), any_text(), any_text(), any_text(), any_extra(fractions));
    vec(entry, 0..4).prop_map(|entries| {
        let entries = entries.into_iter().map(|(what, at, until, by, from, to, extra)| {
            let Ok(subject) = what.parse();
            LogEntry { subject, at, until, by, from, to, extra }
        });
        entries.collect()
    })
}

/// An assessment that keeps every rule, with unknown fields at every level.
pub fn any_assessment(fractions: Fractions) -> impl Strategy<Value = Assessment> {
    prop_oneof![Just(0usize), Just(1)].prop_flat_map(move |at| {
        let instrument = [&*SPBE, &*PEMDI][at];
        let numbers: Vec<_> = instrument.indicators().map(|i| i.number).collect();
        let number = proptest::sample::select(numbers);
        let stage = proptest::sample::select(Stage::ALL.to_vec());
        let by_number = btree_map(number, any_answer(instrument, fractions), 0..4);
        let target = option::of((100u16..=500).prop_map(Value::hundredths));
        let head = (
            "[A-Za-z0-9-]{1,40}",
            any_extra(fractions),
            (any_name(), proptest::sample::select(AgencyKind::ALL.to_vec()), any_extra(fractions)),
            2018u16..=2100,
            option::of(any_name()),
            target,
            stage.clone(),
        );
        let body = (
            btree_map(stage, by_number, 0..3),
            any_stamp(fractions),
            any_stamp(fractions),
            any_log(fractions),
            any_extra(fractions),
        );
        let proof = (
            evidence::any_register(instrument, fractions),
            proptest::sample::select(Required::ALL.to_vec()),
            any_assessed(instrument, fractions),
        );
        // Boxed: together with the rest it would outgrow the stack of a test.
        let work =
            (work::any_work(instrument, fractions), records::any_records(instrument, fractions)).boxed();
        (head.boxed(), body.boxed(), proof.boxed(), work).prop_map(move |(head, body, proof, work)| {
            let (id, unknown, (name, kind, extra), year, title, target, stage) = head;
            let mut instrument = REFERENCES[at].clone();
            instrument.extra = unknown;
            let agency = Agency { name, kind, extra };
            let (answers, created, changed, log, extra) = body;
            let ((evidence, links), required, assessed) = proof;
            let ((units, briefing, order), records) = work;
            Assessment {
                id,
                instrument,
                agency,
                year,
                title,
                target,
                stage,
                answers,
                evidence,
                links,
                required,
                assessed,
                units,
                briefing,
                records,
                order,
                revisions: Revisions::default(),
                log,
                created,
                changed,
                extra,
            }
        })
    })
}
