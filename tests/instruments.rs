#![cfg(not(target_arch = "wasm32"))]
//! The instruments that ship with Takar, and what the loader refuses.
//!
//! A refusal names the JSON path and the fault exactly: whoever writes the next instrument has
//! nothing else to go by. Every copy below breaks one thing in a shipped file.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value as Json, json};
use takar::assessment::{Agency, AgencyKind, Assessment, Change, Refused, Stage, Stamp, Time, apply};
use takar::instrument::{Fault, INSTRUMENTS, Instrument, LoadError, Value, digest_of, load, shipped};
use takar::json::{Flaw, Misfit};
use takar::score::score;

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn text_of(id: &str) -> String {
    read(&format!("public/instruments/{id}.json"))
}

fn json_of(id: &str) -> Json {
    serde_json::from_str(&text_of(id)).unwrap()
}

fn instrument(id: &str) -> Instrument {
    load(&text_of(id)).unwrap_or_else(|error| panic!("{id}: {error}"))
}

/// What a JSON path names: the paths of errors and of edits are written alike here.
fn at<'a>(json: &'a mut Json, path: &str) -> &'a mut Json {
    let pointer = path.strip_prefix('$').unwrap().replace(['.', '['], "/").replace(']', "");
    json.pointer_mut(&pointer).unwrap_or_else(|| panic!("there is no {path}"))
}

/// The refusal of a copy of `spbe-2020`.
fn refused(change: impl FnOnce(&mut Json)) -> LoadError {
    let mut json = json_of("spbe-2020");
    change(&mut json);
    load(&json.to_string()).expect_err("a broken copy was loaded")
}

/// The refusal of a copy in which one thing is something else.
fn refused_with(path: &str, value: Json) -> LoadError {
    refused(|json| *at(json, path) = value)
}

fn rule(path: &str, fault: Fault) -> LoadError {
    LoadError::Rule { path: path.into(), fault }
}

/// The path of an error about the shape of the data, and its reason.
fn shape(error: LoadError) -> (String, String) {
    match error {
        LoadError::Shape(Misfit { path, expected }) => (path, expected.to_owned()),
        other => panic!("not an error of shape: {other}"),
    }
}

// ---------------------------------------------------------------- what ships

#[test]
fn the_spbe_instrument_asks_what_the_regulation_asks() {
    let spbe = instrument("spbe-2020");
    assert_eq!((spbe.sections.len(), spbe.aspects().count(), spbe.indicators().count()), (4, 8, 47));
    assert_eq!(spbe.indicators().map(|i| i.number).collect::<Vec<_>>(), (1..=47).collect::<Vec<_>>());
    assert_eq!(spbe.sections.iter().map(|s| s.weight).collect::<Vec<_>>(), [1300, 2500, 1650, 4550]);
    assert_eq!(spbe.total_weight, 10_000);
    // Permen PANRB 59/2020, tables 7 to 9; the reports of 2023 and 2024 misprint 42 to 47 as 350.
    let groups = [(1..=10, 130), (11..=20, 250), (21..=31, 150), (32..=41, 275), (42..=47, 300)];
    for (numbers, weight) in groups {
        for number in numbers {
            assert_eq!(spbe.indicator(number).unwrap().weight, weight, "indicator {number}");
        }
    }
}

#[test]
fn the_pemdi_instrument_asks_what_the_regulation_asks() {
    let pemdi = instrument("pemdi-2026");
    assert_eq!((pemdi.sections.len(), pemdi.aspects().count(), pemdi.indicators().count()), (7, 7, 20));
    assert_eq!(pemdi.indicators().map(|i| i.number).collect::<Vec<_>>(), (1..=20).collect::<Vec<_>>());
    assert_eq!(pemdi.sections.iter().map(|s| s.weight).collect::<Vec<_>>(), [10, 10, 15, 15, 10, 15, 25]);
    assert_eq!((pemdi.total_weight, pemdi.scale.decimals), (100, 2));
}

#[test]
fn the_list_of_instruments_is_the_folder() {
    let folder = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/public/instruments")).unwrap();
    let files: BTreeSet<_> = folder.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    let listed: BTreeSet<_> = INSTRUMENTS.iter().map(|listed| format!("{}.json", listed.id)).collect();
    assert_eq!(files, listed);
    assert!(INSTRUMENTS.is_sorted_by_key(|listed| listed.first_year), "oldest first");
    for listed in INSTRUMENTS {
        let instrument = instrument(listed.id);
        assert_eq!(instrument.id, listed.id);
        assert_eq!(instrument.short_title, listed.short_title);
        assert_eq!(instrument.years.first, listed.first_year);
        // The command line carries the files within itself.
        assert_eq!(shipped(listed.id), Some(text_of(listed.id).as_str()));
    }
    assert_eq!(shipped("spbe-2018"), None);
}

#[test]
fn spaces_and_the_order_of_keys_do_not_count() {
    for listed in INSTRUMENTS {
        let instrument = instrument(listed.id);
        let again = load(&json_of(listed.id).to_string()).unwrap();
        assert_eq!(again, instrument, "{}", listed.id);
        assert_eq!(again.digest, instrument.digest, "{}", listed.id);
    }
}

#[test]
fn other_programs_get_the_same_digest_from_the_file() {
    // What `InstrumentRef::digest` promises: SHA-256 over the canonical JSON of the file.
    for listed in INSTRUMENTS {
        assert_eq!(instrument(listed.id).digest, digest_of(&json_of(listed.id)), "{}", listed.id);
    }
}

// ---------------------------------------------------------------- weights

const ASPECT_1: &str = "$.sections[0].sections[0]";
const FIRST: &str = "$.sections[0].sections[0].indicators[0]";

#[test]
fn a_wrong_weight_is_found_where_it_does_not_add_up() {
    let sum = |sum, stated| Fault::WeightSum { sum, stated };
    let cases = [
        // An indicator: the aspect that holds it no longer adds up.
        ("$.sections[0].sections[0].indicators[0].weight", 131, ASPECT_1.to_owned(), sum(1301, 1300)),
        // An aspect: its own indicators do not add up to it.
        ("$.sections[1].sections[2].weight", 501, "$.sections[1].sections[2]".into(), sum(500, 501)),
        // A domain: its aspects do not.
        ("$.sections[3].weight", 4500, "$.sections[3]".into(), sum(4550, 4500)),
    ];
    for (path, weight, section, fault) in cases {
        assert_eq!(refused_with(path, json!(weight)), rule(&format!("{section}.weight"), fault), "{path}");
    }
    let total = refused_with("$.total_weight", json!(9_999));
    assert_eq!(total, rule("$.total_weight", sum(10_000, 9_999)));
    // Tables 2 of the reports of 2023 and 2024 print 3,50% for indicator 42: the misprint is caught.
    let misprint = refused_with("$.sections[3].sections[1].indicators[0].weight", json!(350));
    assert_eq!(misprint, rule("$.sections[3].sections[1].weight", sum(1850, 1800)));
}

#[test]
fn not_one_of_all_weights_can_be_changed_unnoticed() {
    fn paths(sections: &Json, path: &str, into: &mut Vec<(String, String)>) {
        for (i, section) in sections.as_array().into_iter().flatten().enumerate() {
            let here = format!("{path}[{i}]");
            into.push((format!("{here}.weight"), format!("{here}.weight")));
            for (i, _) in section["indicators"].as_array().into_iter().flatten().enumerate() {
                into.push((format!("{here}.indicators[{i}].weight"), format!("{here}.weight")));
            }
            paths(&section["sections"], &format!("{here}.sections"), into);
        }
    }
    for (id, count) in [("spbe-2020", 4 + 8 + 47), ("pemdi-2026", 7 + 20)] {
        let whole = json_of(id);
        let mut all = Vec::new();
        paths(&whole["sections"], "$.sections", &mut all);
        assert_eq!(all.len(), count, "{id}");
        for (changed, blamed) in all {
            let mut json = whole.clone();
            let weight = at(&mut json, &changed);
            *weight = json!(weight.as_u64().unwrap() + 1);
            match load(&json.to_string()) {
                Err(LoadError::Rule { path, fault: Fault::WeightSum { .. } }) => assert_eq!(path, blamed),
                other => panic!("{id} {changed}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_weight_of_nothing_is_refused() {
    let path = format!("{FIRST}.weight");
    assert_eq!(refused_with(&path, json!(0)), rule(&path, Fault::NoWeight));
}

#[test]
fn weights_too_large_to_add_up_are_refused_not_wrapped() {
    let error = refused(|json| {
        for i in 0..10 {
            *at(json, &format!("{ASPECT_1}.indicators[{i}].weight")) = json!(u32::MAX);
        }
    });
    let sum = 10 * u64::from(u32::MAX);
    assert_eq!(error, rule(&format!("{ASPECT_1}.weight"), Fault::WeightSum { sum, stated: 1300 }));

    // The weight stated as the sum would be if it wrapped around in 32 bits.
    let error = refused(|json| {
        for i in 0..10 {
            *at(json, &format!("{ASPECT_1}.indicators[{i}].weight")) = json!(u32::MAX);
        }
        *at(json, &format!("{ASPECT_1}.weight")) = json!(u32::MAX - 9);
    });
    let stated = u64::from(u32::MAX - 9);
    assert_eq!(error, rule(&format!("{ASPECT_1}.weight"), Fault::WeightSum { sum, stated }));

    let (path, reason) = shape(refused_with(&format!("{FIRST}.weight"), json!(u64::from(u32::MAX) + 1)));
    assert_eq!(path, format!("{FIRST}.weight"));
    assert_eq!(reason, "a whole number from 0 to 4294967295");
}

// ---------------------------------------------------------------- numbers, ids, references

#[test]
fn a_number_or_an_id_is_used_once() {
    let twice = "$.sections[3].sections[1].indicators[5].number";
    assert_eq!(refused_with(twice, json!(1)), rule(twice, Fault::NumberTwice(1)));
    for path in ["$.sections[1].id", "$.sections[0].sections[0].id", "$.sections[3].sections[1].id"] {
        assert_eq!(refused_with(path, json!("domain-1")), rule(path, Fault::IdTwice("domain-1".into())));
    }
    let id = |list: &str, id: &str| rule(list, Fault::IdTwice(id.into()));
    assert_eq!(refused_with("$.models[1].id", json!("process")), id("$.models", "process"));
    assert_eq!(refused_with("$.sources[1].id", json!("permen59")), id("$.sources", "permen59"));
    let evidence = format!("{FIRST}.evidence");
    assert_eq!(refused_with(&format!("{evidence}[1].id"), json!("a")), id(&evidence, "a"));
    let parts = json!([{ "id": "1", "title": "satu" }, { "id": "1", "title": "dua" }]);
    let error = refused(|json| at(json, FIRST)["parts"] = parts);
    assert_eq!(error, id(&format!("{FIRST}.parts"), "1"));
}

#[test]
fn a_reference_to_nothing_is_refused() {
    let model = format!("{FIRST}.model");
    let error = refused_with(&model, json!("proses"));
    assert_eq!(error, rule(&model, Fault::UnknownModel("proses".into())));
    let lists = ["$.sections[0]", ASPECT_1, FIRST, "$.rules[0]", "$.remarks[0]"];
    for list in lists {
        let path = format!("{list}.sources");
        let mut last = 0;
        let error = refused(|json| {
            let sources = at(json, &path).as_array_mut().unwrap();
            last = sources.len();
            sources.push(json!("hoaks"));
        });
        assert_eq!(error, rule(&format!("{path}[{last}]"), Fault::UnknownSource("hoaks".into())));
    }
}

// ---------------------------------------------------------------- predicates, scale, models

#[test]
fn predicates_cover_the_scale_without_gap_or_overlap() {
    let gap = |i: usize, below: &str, above: &str| {
        let fault = Fault::PredicateGap { below: below.into(), above: above.into() };
        rule(&format!("$.predicates[{i}].from"), fault)
    };
    let from = |i: usize, value: &str| refused_with(&format!("$.predicates[{i}].from"), json!(value));
    assert_eq!(from(1, "1.81"), gap(1, "Kurang", "Cukup"), "a gap");
    assert_eq!(from(1, "1.79"), gap(1, "Kurang", "Cukup"), "an overlap");
    assert_eq!(from(4, "4.21"), gap(4, "Sangat Baik", "Memuaskan"));
    // Upside down, although each begins where the one before ends.
    let error = refused(|json| {
        *at(json, "$.predicates[1].to") = json!("1.50");
        *at(json, "$.predicates[2].from") = json!("1.50");
    });
    assert_eq!(error, gap(2, "Cukup", "Baik"));

    let ends = |from: &str, to: &str| {
        let [min, max] = ["1.00", "5.00"].map(String::from);
        rule("$.predicates", Fault::PredicateEnds { from: from.into(), to: to.into(), min, max })
    };
    assert_eq!(refused_with("$.predicates[4].to", json!("4.99")), ends("1.00", "4.99"));
    assert_eq!(refused_with("$.predicates[4].to", json!("5.01")), ends("1.00", "5.01"));
    assert_eq!(refused_with("$.predicates[0].from", json!("1.01")), ends("1.01", "5.00"));
    assert_eq!(refused_with("$.predicates", json!([])), rule("$.predicates", Fault::Empty));
}

#[test]
fn scale_and_levels_must_make_sense() {
    for scale in [
        json!({ "min": "5.00", "max": "1.00", "decimals": 0 }),
        json!({ "min": "1.00", "max": "1.00", "decimals": 0 }),
        json!({ "min": "1.00", "max": "5.00", "decimals": 3 }),
    ] {
        assert_eq!(refused_with("$.scale", scale), rule("$.scale", Fault::Scale));
    }
    for (path, value) in [
        ("$.models[1].levels[2].level", json!(2)),
        ("$.models[1].levels[2].value", json!("2.50")),
        ("$.models[1].levels[1].value", json!("3.00")),
        ("$.models[1].levels[4].value", json!("5.01")),
        ("$.models[1].levels[0].from", json!("0.00")),
    ] {
        assert_eq!(refused_with(path, value), rule("$.models[1].levels", Fault::LevelOrder), "{path}");
    }
    let empty = rule("$.models[0].levels", Fault::Empty);
    assert_eq!(refused_with("$.models[0].levels", json!([])), empty);
}

#[test]
fn a_section_without_anything_to_answer_is_refused() {
    assert_eq!(refused_with("$.sections", json!([])), rule("$.sections", Fault::Empty));
    let sections = "$.sections[1].sections";
    assert_eq!(refused_with(sections, json!([])), rule(sections, Fault::Empty));
    let error = refused_with(&format!("{ASPECT_1}.indicators"), json!([]));
    assert_eq!(error, rule(&format!("{ASPECT_1}.sections"), Fault::Empty));
}

// ---------------------------------------------------------------- criteria

#[test]
fn every_level_of_every_indicator_has_a_criterion() {
    let last = "$.sections[3].sections[1].indicators[5]";
    for indicator in [FIRST, last] {
        let criteria = format!("{indicator}.criteria");
        let error = refused(|json| drop(at(json, &criteria).as_object_mut().unwrap().remove("3")));
        assert_eq!(error, rule(&criteria, Fault::MissingCriterion(3)));
        for nothing in ["", " \n\t"] {
            let error = refused_with(&format!("{criteria}.4"), json!(nothing));
            assert_eq!(error, rule(&criteria, Fault::EmptyCriterion(4)));
        }
        for level in [0, 6] {
            let error =
                refused(|json| at(json, &criteria)[level.to_string()] = json!("Tingkat yang tidak ada."));
            assert_eq!(error, rule(&criteria, Fault::UnknownLevel(level)));
        }
        let levels = format!("{indicator}.evidence[0].levels");
        let error = refused(|json| at(json, &format!("{indicator}.evidence[0]"))["levels"] = json!([2, 6]));
        assert_eq!(error, rule(&levels, Fault::UnknownLevel(6)));
    }
}

// ---------------------------------------------------------------- shape and syntax

#[test]
fn a_field_that_no_one_knows_is_refused_at_its_path() {
    for (holder, prefix) in [
        ("$", "$"),
        ("$.scale", "$.scale"),
        ("$.sections[2]", "$.sections[2]"),
        (FIRST, FIRST),
        ("$.rules[0]", "$.rules[0]"),
    ] {
        let error = refused(|json| {
            let object = if holder == "$" { json } else { at(json, holder) };
            object["bobot"] = json!(1);
        });
        let (path, reason) = shape(error);
        assert_eq!(path, format!("{prefix}.bobot"));
        assert_eq!(reason, "nothing, this field is unknown");
    }
}

#[test]
fn a_field_that_is_missing_is_named_with_the_place_that_misses_it() {
    for (holder, field) in
        [("$.years", "first"), (ASPECT_1, "weight"), (FIRST, "criteria"), ("$.sources[0]", "title")]
    {
        let error = refused(|json| drop(at(json, holder).as_object_mut().unwrap().remove(field)));
        let (path, reason) = shape(error);
        assert_eq!(path, format!("{holder}.{field}"));
        assert_eq!(reason, "a value, it is missing");
    }
    let (path, reason) = shape(refused(|json| drop(json.as_object_mut().unwrap().remove("total_weight"))));
    assert_eq!(path, "$.total_weight");
    assert_eq!(reason, "a value, it is missing");
}

#[test]
fn a_wrong_type_is_refused_at_its_path() {
    let cases = [
        ("$.total_weight".to_owned(), json!("10000")),
        ("$.sections".into(), json!({})),
        (format!("{FIRST}.weight"), json!(-1)),
        (format!("{FIRST}.weight"), json!(130.5)),
        (format!("{FIRST}.number"), json!(70_000)),
        (format!("{FIRST}.criteria.2"), json!(["satu", "dua"])),
        ("$.sections[0].kind".into(), json!("bab")),
        // In data a value has a decimal point and at most two decimals.
        ("$.models[0].levels[2].value".into(), json!("3,00")),
        ("$.models[0].levels[2].value".into(), json!("3.001")),
        ("$.models[0].levels[2].value".into(), json!(3.5)),
        ("$.predicates[2].from".into(), json!(null)),
        ("$.years.first".into(), json!("2021")),
    ];
    for (path, value) in cases {
        let error = refused_with(&path, value.clone());
        assert!(
            error.to_string().starts_with(&format!("{path}: ")),
            "the message leads with the path: {error}"
        );
        assert_eq!(shape(error).0, path, "{value}");
    }
}

#[test]
fn an_error_of_syntax_is_found_on_its_line() {
    let text = text_of("spbe-2020");
    let lines: Vec<_> = text.lines().collect();
    for line in [1, 2, 300, lines.len()] {
        let mut broken = lines.clone();
        broken[line - 1] = "oops";
        match load(&broken.join("\n")) {
            Err(error @ LoadError::Syntax(Flaw::Syntax { line: found, column })) => {
                assert_eq!(found, line);
                assert!(error.to_string().starts_with(&format!("line {line}, column {column}: ")), "{error}");
            }
            other => panic!("line {line}: {other:?}"),
        }
    }
    // A download that broke off.
    let half = &lines[..500].join("\n");
    assert!(matches!(load(half), Err(LoadError::Syntax(Flaw::Truncated { line: 500 }))));
    for nothing in ["", " \n ", "Halo", "{"] {
        assert!(matches!(load(nothing), Err(LoadError::Syntax(_))), "{nothing:?}");
    }
}

#[test]
fn anything_after_the_instrument_is_an_error_of_syntax() {
    // Two files in one, or a page that was appended to: what follows would be lost in silence.
    let text = text_of("spbe-2020");
    let last = text.lines().count();
    for rest in ["}", "oops", &text] {
        match load(&format!("{}\n{rest}", text.trim_end())) {
            Err(LoadError::Syntax(Flaw::Syntax { line, .. })) => assert_eq!(line, last + 1),
            other => panic!("{:?}", other.map(|i| i.id)),
        }
    }
}

#[test]
fn another_format_or_a_newer_version_is_refused() {
    for (path, value) in [("$.format", json!("takar")), ("$.version", json!(2))] {
        assert!(
            matches!(refused_with(path, value), LoadError::Rule { fault: Fault::Format, .. }),
            "{path} is told apart from a broken instrument"
        );
    }
}

// ---------------------------------------------------------------- room for others

#[test]
fn the_schema_has_room_for_the_instrument_of_2018() {
    let text = read("tests/data/instruments/spbe-2018-extract.json");
    let extract = load(&text).unwrap_or_else(|error| panic!("{error}"));
    assert!(extract.title.contains("cuplikan"), "no one takes the extract for the instrument");
    assert!(INSTRUMENTS.iter().all(|listed| listed.id != extract.id), "it does not ship");

    // 17, 28 and 55 percent, thrice: aspect 7 (20 percent) is the mean of six rows, each of weight 10.
    assert_eq!(extract.total_weight, 300);
    assert_eq!(extract.sections.iter().map(|s| s.weight).collect::<Vec<_>>(), [51, 84, 165]);
    assert_eq!(extract.aspects().map(|s| s.weight).collect::<Vec<_>>(), [21, 30, 24, 24, 36, 105, 60]);
    let services = extract.indicator(35).unwrap();
    assert_eq!(services.parts.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["35-1", "35-2", "35-3"]);
    for indicator in extract.indicators() {
        let levels: Vec<_> = indicator.criteria.keys().copied().collect();
        assert_eq!(levels, [0, 1, 2, 3, 4, 5], "indicator {}", indicator.number);
    }

    let stamp = Stamp::new(Time::parse("2018-11-22T03:42:00Z").unwrap(), "");
    let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
    let empty = Assessment::new("extract".into(), &extract, agency, 2018, stamp.clone());
    let answered = |level_of: &dyn Fn(u16) -> u8| {
        let mut assessment = empty.clone();
        let answers = extract.indicators().map(|i| Change::Value {
            stage: Stage::Mandiri,
            indicator: i.number,
            value: Some(Value::whole(level_of(i.number))),
        });
        let result = apply(&mut assessment, &extract, Change::All(answers.collect()), stamp.clone());
        result.map(|_| score(&extract, &assessment))
    };
    // Level 0 is an answer here, and what counts while there is none.
    let zeros = answered(&|_| 0).unwrap();
    assert_eq!(
        (zeros.standing.index.to_string().as_str(), zeros.standing.predicate.as_str()),
        ("0.0000", "Kurang")
    );
    assert_eq!((zeros.answered, zeros.total), (14, 14));
    let nothing = score(&extract, &empty);
    assert_eq!((nothing.standing, nothing.answered), (zeros.standing, 0));
    let fives = answered(&|_| 5).unwrap();
    assert_eq!(
        (fives.standing.index.rounded(), fives.standing.predicate.as_str()),
        (Value::whole(5), "Memuaskan")
    );
    // The three services of indicator 35 weigh as much as three rows: (3 + 2 + 3 + 3 × 3) ÷ 6.
    let mixed = answered(&|number| if number == 33 { 2 } else { 3 }).unwrap();
    assert_eq!(mixed.section("aspek-7").unwrap().value.fraction(), (17, 6));
    // And the door knows this scale.
    assert!(matches!(answered(&|_| 6), Err(Refused::OutsideScale { .. })));
}
