#![cfg(not(target_arch = "wasm32"))]
//! The one door through which an assessment changes, and the way back through it.

use std::sync::LazyLock;

use proptest::prelude::*;
use takar::assessment::{
    Agency, AgencyKind, Assessment, Change, Field, History, Refused, Stage, Stamp, TEXT_LIMIT, TITLE_LIMIT,
    Time, UNDO_LIMIT, YEARS, apply,
};
use takar::instrument::{Instrument, Value, load};

static SPBE: LazyLock<(Instrument, Assessment)> = LazyLock::new(|| fresh("spbe-2020"));
static PEMDI: LazyLock<(Instrument, Assessment)> = LazyLock::new(|| fresh("pemdi-2026"));

/// An instrument and an assessment in which nothing was answered.
fn fresh(id: &str) -> (Instrument, Assessment) {
    let path = format!("{}/public/instruments/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let instrument = load(&std::fs::read_to_string(path).unwrap()).unwrap();
    let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
    let assessment = Assessment::new("uji-1".into(), &instrument, agency, 2024, stamp(0));
    (instrument, assessment)
}

/// Who and when; each minute is another person's.
fn stamp(minute: usize) -> Stamp {
    let at = format!("2026-11-22T{:02}:{:02}:00Z", minute / 60 % 24, minute % 60);
    Stamp::new(Time::parse(&at).unwrap(), format!("orang {minute}"))
}

fn value(indicator: u16, hundredths: u16) -> Change {
    Change::Value { stage: Stage::Mandiri, indicator, value: Some(Value::hundredths(hundredths)) }
}

fn text(indicator: u16, field: Field, text: impl Into<String>) -> Change {
    Change::Text { stage: Stage::Mandiri, indicator, field, text: text.into() }
}

fn facts(indicator: u16, words: impl Into<String>) -> Change {
    text(indicator, Field::Facts, words)
}

/// Two answers, a text, a target: something that a refusal could spoil.
fn begun(instrument: &Instrument, empty: &Assessment) -> Assessment {
    let mut assessment = empty.clone();
    let changes = vec![
        value(1, 300),
        value(2, 200),
        facts(2, "Perwali 12/2023"),
        Change::Target(Some(Value::hundredths(350))),
        Change::Title(Some("Draf pertama".into())),
    ];
    apply(&mut assessment, instrument, Change::All(changes), stamp(1)).unwrap();
    assessment
}

/// The assessment without the traces of who changed it when: what undo is held to.
fn unstamped(assessment: &Assessment) -> Assessment {
    let mut bare = assessment.clone();
    bare.changed = bare.created.clone();
    bare.log.clear();
    for answer in bare.answers.values_mut().flat_map(|answers| answers.values_mut()) {
        answer.changed = None;
    }
    bare
}

// ---------------------------------------------------------------- refusals

/// Every edit that SPBE refuses, and why.
fn refusals() -> Vec<(&'static str, Change, Refused)> {
    let outside = |indicator, hundredths| Refused::OutsideScale {
        indicator,
        value: Value::hundredths(hundredths),
        min: Value::whole(1),
        max: Value::whole(5),
    };
    let too_fine = |hundredths| Refused::TooManyDecimals {
        indicator: 1,
        value: Value::hundredths(hundredths),
        decimals: 0,
    };
    let agency = |name: String| Change::Agency(Agency::new(name, AgencyKind::Kota));
    let long_text = "é".repeat(TEXT_LIMIT + 1);
    let long_title = "é".repeat(TITLE_LIMIT + 1);
    let too_long_text = Refused::TooLong { indicator: Some(3), limit: TEXT_LIMIT };
    let too_long_title = Refused::TooLong { indicator: None, limit: TITLE_LIMIT };
    let take_back = Change::Value { stage: Stage::Mandiri, indicator: 48, value: None };
    vec![
        ("an indicator that is not asked", value(48, 300), Refused::UnknownIndicator(48)),
        ("taking back what is not asked", take_back, Refused::UnknownIndicator(48)),
        ("a text on what is not asked", facts(0, "apa"), Refused::UnknownIndicator(0)),
        ("7 on a scale from 1 to 5", value(1, 700), outside(Some(1), 700)),
        ("just above the scale", value(1, 501), outside(Some(1), 501)),
        ("0 on a scale from 1 to 5", value(1, 0), outside(Some(1), 0)),
        ("one and a quarter, where levels are whole", value(1, 125), too_fine(125)),
        ("one and a half, where levels are whole", value(1, 150), too_fine(150)),
        ("a target above the scale", Change::Target(Some(Value::hundredths(501))), outside(None, 501)),
        ("a target below the scale", Change::Target(Some(Value::hundredths(99))), outside(None, 99)),
        ("a year before SPBE", Change::Year(*YEARS.start() - 1), Refused::Year(2017)),
        ("a year too far away", Change::Year(*YEARS.end() + 1), Refused::Year(2101)),
        ("an agency without a name", agency(String::new()), Refused::NoName),
        ("an agency named by blanks", agency(" \t ".into()), Refused::NoName),
        ("a title of blanks", Change::Title(Some(" ".into())), Refused::NoName),
        ("a name too long", agency(long_title.clone()), too_long_title.clone()),
        ("a title too long", Change::Title(Some(long_title)), too_long_title),
        ("facts too long", facts(3, long_text.clone()), too_long_text.clone()),
        ("an analysis too long", text(3, Field::Analysis, long_text), too_long_text),
    ]
}

#[test]
fn a_refused_edit_says_why_and_leaves_everything_as_it_was() {
    let (instrument, empty) = &*SPBE;
    for before in [empty.clone(), begun(instrument, empty)] {
        for (what, change, reason) in refusals() {
            let mut assessment = before.clone();
            let refused = apply(&mut assessment, instrument, change, stamp(9));
            assert_eq!(refused, Err(reason), "{what}");
            assert_eq!(assessment, before, "{what}: not even a stamp");
        }
    }
}

#[test]
fn the_reason_of_a_refusal_names_what_was_wrong() {
    let (instrument, empty) = &*SPBE;
    let reason = |change| apply(&mut empty.clone(), instrument, change, stamp(1)).unwrap_err().to_string();
    assert_eq!(reason(value(48, 300)), "the instrument has no indicator 48");
    assert_eq!(reason(value(1, 700)), "7.00 lies outside the scale from 1.00 to 5.00");
    assert_eq!(reason(value(1, 250)), "2.50 has more decimals than the 0 the instrument knows");
    assert_eq!(reason(Change::Year(2101)), "the year 2101 is not between 2018 and 2100");
    assert_eq!(reason(facts(1, "x".repeat(TEXT_LIMIT + 1))), "the text is longer than 20000 characters");
}

#[test]
fn what_lies_just_inside_every_limit_is_allowed() {
    let (instrument, empty) = &*SPBE;
    let changes = [
        value(1, 100),
        value(47, 500),
        Change::Target(Some(Value::hundredths(100))),
        Change::Target(Some(Value::hundredths(275))),
        Change::Target(Some(Value::hundredths(500))),
        Change::Year(*YEARS.start()),
        Change::Year(*YEARS.end()),
        // Limits count characters, not bytes.
        facts(1, "é".repeat(TEXT_LIMIT)),
        Change::Title(Some("é".repeat(TITLE_LIMIT))),
        Change::Agency(Agency::new("é".repeat(TITLE_LIMIT), AgencyKind::Kementerian)),
    ];
    for change in changes {
        let mut assessment = empty.clone();
        assert!(apply(&mut assessment, instrument, change.clone(), stamp(1)).is_ok(), "{change:?}");
        assert_ne!(unstamped(&assessment), *empty);
    }
}

#[test]
fn pemdi_takes_an_assessor_s_decimals_within_its_scale() {
    let (instrument, empty) = &*PEMDI;
    let mut assessment = empty.clone();
    for hundredths in [126, 100, 375, 499, 500] {
        apply(&mut assessment, instrument, value(1, hundredths), stamp(1)).unwrap();
        assert_eq!(assessment.value(1), Some(Value::hundredths(hundredths)));
    }
    let before = assessment.clone();
    for hundredths in [99, 501] {
        let refused = apply(&mut assessment, instrument, value(1, hundredths), stamp(2));
        assert!(matches!(refused, Err(Refused::OutsideScale { indicator: Some(1), .. })), "{hundredths}");
    }
    assert_eq!(
        apply(&mut assessment, instrument, value(21, 300), stamp(2)),
        Err(Refused::UnknownIndicator(21))
    );
    assert_eq!(assessment, before);
}

#[test]
fn an_assessment_is_never_edited_by_the_rules_of_another_instrument() {
    let ((spbe, _), (_, of_pemdi)) = (&*SPBE, &*PEMDI);
    let mut assessment = of_pemdi.clone();
    // Every edit, also one that both instruments would allow.
    for change in [value(1, 300), Change::Year(2025), Change::All(Vec::new())] {
        let refused = apply(&mut assessment, spbe, change, stamp(1));
        assert_eq!(refused, Err(Refused::OtherInstrument("pemdi-2026".into())));
        assert_eq!(assessment, *of_pemdi);
    }
}

#[test]
fn edits_that_belong_together_are_made_all_or_none() {
    let (instrument, empty) = &*SPBE;
    let before = begun(instrument, empty);
    for (what, bad, reason) in refusals() {
        for at in 0..=3 {
            let mut together = vec![value(1, 500), Change::Year(2025), facts(4, "Ada.")];
            together.insert(at, bad.clone());
            // Also inside another bundle.
            for change in
                [Change::All(together.clone()), Change::All(vec![value(5, 200), Change::All(together)])]
            {
                let mut assessment = before.clone();
                let refused = apply(&mut assessment, instrument, change, stamp(9));
                assert_eq!(refused.as_ref(), Err(&reason), "{what} at {at}");
                assert_eq!(assessment, before, "{what} at {at}");
            }
        }
    }
    let mut assessment = before.clone();
    let together =
        vec![value(1, 500), value(1, 400), Change::Year(2025), facts(4, "Ada."), facts(4, "Ada dua.")];
    let undo = apply(&mut assessment, instrument, Change::All(together), stamp(2)).unwrap();
    assert_eq!(assessment.value(1), Some(Value::whole(4)), "in their order");
    assert_eq!(assessment.answer(4).unwrap().explanation.facts, "Ada dua.");
    assert_eq!(assessment.year, 2025);
    // And taken back together, in the opposite order.
    apply(&mut assessment, instrument, undo, stamp(3)).unwrap();
    assert_eq!(unstamped(&assessment), unstamped(&before));
}

// ---------------------------------------------------------------- who and when

#[test]
fn every_edit_leaves_its_stamp_on_the_answer_and_on_the_assessment() {
    let (instrument, empty) = &*SPBE;
    let mut assessment = empty.clone();
    let changed = |assessment: &Assessment, indicator| assessment.answer(indicator).unwrap().changed.clone();

    apply(&mut assessment, instrument, value(1, 300), stamp(1)).unwrap();
    assert_eq!((changed(&assessment, 1), &assessment.changed), (Some(stamp(1)), &stamp(1)));

    apply(&mut assessment, instrument, facts(2, "Ada."), stamp(2)).unwrap();
    assert_eq!((changed(&assessment, 2), &assessment.changed), (Some(stamp(2)), &stamp(2)));
    assert_eq!(changed(&assessment, 1), Some(stamp(1)), "the other answer keeps its own");

    apply(&mut assessment, instrument, Change::Year(2025), stamp(3)).unwrap();
    assert_eq!(assessment.changed, stamp(3));
    assert_eq!(changed(&assessment, 2), Some(stamp(2)), "the year is no answer");

    apply(&mut assessment, instrument, Change::All(vec![value(1, 400), value(3, 200)]), stamp(4)).unwrap();
    assert_eq!((changed(&assessment, 1), changed(&assessment, 3)), (Some(stamp(4)), Some(stamp(4))));
    assert_eq!(changed(&assessment, 2), Some(stamp(2)));
    assert_eq!((&assessment.changed, &assessment.created), (&stamp(4), &stamp(0)), "made once");
}

#[test]
fn taking_back_is_an_edit_too_and_bears_the_stamp_of_who_did_it() {
    let (instrument, empty) = &*SPBE;
    let (mut assessment, mut history) = (empty.clone(), History::default());
    history.make(&mut assessment, instrument, value(1, 300), stamp(1)).unwrap();
    history.make(&mut assessment, instrument, value(1, 400), stamp(2)).unwrap();
    history.undo(&mut assessment, instrument, stamp(3)).unwrap();
    assert_eq!(assessment.value(1), Some(Value::whole(3)));
    assert_eq!(assessment.answer(1).unwrap().changed, Some(stamp(3)));
    assert_eq!(assessment.changed, stamp(3));
}

#[test]
fn stages_are_answered_apart_from_each_other() {
    let (instrument, empty) = &*SPBE;
    let mut assessment = empty.clone();
    let at = |stage, level| Change::Value { stage, indicator: 1, value: Some(Value::whole(level)) };
    apply(&mut assessment, instrument, at(Stage::Mandiri, 4), stamp(1)).unwrap();
    apply(&mut assessment, instrument, at(Stage::Interviu, 2), stamp(2)).unwrap();
    let value = |stage| assessment.answers[&stage][&1].value;
    assert_eq!(
        (value(Stage::Mandiri), value(Stage::Interviu)),
        (Some(Value::whole(4)), Some(Value::whole(2)))
    );
    assert_eq!(assessment.answers[&Stage::Mandiri][&1].changed, Some(stamp(1)));
    assert_eq!(assessment.value(1), Some(Value::whole(4)), "the present stage is still the first");
}

#[test]
fn an_answer_that_is_taken_back_leaves_no_trace() {
    let (instrument, empty) = &*SPBE;
    let mut assessment = empty.clone();
    apply(&mut assessment, instrument, value(1, 300), stamp(1)).unwrap();
    apply(&mut assessment, instrument, facts(1, "Ada."), stamp(2)).unwrap();
    let nothing = Change::Value { stage: Stage::Mandiri, indicator: 1, value: None };
    apply(&mut assessment, instrument, nothing, stamp(3)).unwrap();
    assert_eq!(assessment.value(1), None, "unanswered, not level 1");
    assert_eq!(assessment.answer(1).unwrap().explanation.facts, "Ada.", "the text stays");
    apply(&mut assessment, instrument, facts(1, ""), stamp(4)).unwrap();
    assert!(assessment.answers.is_empty());
}

// ---------------------------------------------------------------- typing

/// Types a text letter by letter.
fn type_into(history: &mut History, assessment: &mut Assessment, indicator: u16, words: &str, field: Field) {
    let before = assessment.answer(indicator).map(|a| a.explanation.clone()).unwrap_or_default();
    let mut so_far = if field == Field::Facts { before.facts } else { before.analysis };
    for letter in words.chars() {
        so_far.push(letter);
        history.make(assessment, &SPBE.0, text(indicator, field, so_far.clone()), stamp(1)).unwrap();
    }
}

fn steps(history: &History, assessment: &Assessment) -> usize {
    let (mut history, mut assessment) = (history.clone(), assessment.clone());
    let undo = || history.undo(&mut assessment, &SPBE.0, stamp(2)).unwrap();
    std::iter::from_fn(undo).count()
}

#[test]
fn a_text_typed_in_one_go_is_taken_back_in_one_go() {
    let (mut assessment, mut history) = (SPBE.1.clone(), History::default());
    type_into(&mut history, &mut assessment, 1, "Perwali 12/2023", Field::Facts);
    assert_eq!(steps(&history, &assessment), 1);
    let typed = unstamped(&assessment);
    history.undo(&mut assessment, &SPBE.0, stamp(2)).unwrap();
    assert_eq!(unstamped(&assessment), SPBE.1);
    history.redo(&mut assessment, &SPBE.0, stamp(3)).unwrap();
    assert_eq!(unstamped(&assessment), typed, "and brought back whole");
}

#[test]
fn a_pause_in_typing_begins_a_new_step() {
    let (mut assessment, mut history) = (SPBE.1.clone(), History::default());
    type_into(&mut history, &mut assessment, 1, "Perwali", Field::Facts);
    history.pause();
    history.pause();
    type_into(&mut history, &mut assessment, 1, " 12/2023", Field::Facts);
    assert_eq!(steps(&history, &assessment), 2);
    history.undo(&mut assessment, &SPBE.0, stamp(2)).unwrap();
    assert_eq!(assessment.answer(1).unwrap().explanation.facts, "Perwali");
}

#[test]
fn typing_elsewhere_or_choosing_a_level_ends_a_step_of_typing() {
    let (mut assessment, mut history) = (SPBE.1.clone(), History::default());
    type_into(&mut history, &mut assessment, 1, "satu", Field::Facts);
    type_into(&mut history, &mut assessment, 1, "dua", Field::Analysis);
    type_into(&mut history, &mut assessment, 2, "tiga", Field::Facts);
    type_into(&mut history, &mut assessment, 1, " lagi", Field::Facts);
    assert_eq!(steps(&history, &assessment), 4);
    history.make(&mut assessment, &SPBE.0, value(1, 300), stamp(1)).unwrap();
    type_into(&mut history, &mut assessment, 1, " saja", Field::Facts);
    assert_eq!(steps(&history, &assessment), 6);
    // The same text at another stage is another text.
    let elsewhere =
        Change::Text { stage: Stage::Dokumen, indicator: 1, field: Field::Facts, text: "x".into() };
    history.make(&mut assessment, &SPBE.0, elsewhere, stamp(1)).unwrap();
    assert_eq!(steps(&history, &assessment), 7);
}

#[test]
fn typing_on_after_undo_or_redo_is_a_step_of_its_own() {
    let (mut assessment, mut history) = (SPBE.1.clone(), History::default());
    type_into(&mut history, &mut assessment, 1, "satu", Field::Facts);
    history.undo(&mut assessment, &SPBE.0, stamp(2)).unwrap();
    history.redo(&mut assessment, &SPBE.0, stamp(3)).unwrap();
    type_into(&mut history, &mut assessment, 1, " dua", Field::Facts);
    assert_eq!(steps(&history, &assessment), 2);
    history.undo(&mut assessment, &SPBE.0, stamp(4)).unwrap();
    assert_eq!(assessment.answer(1).unwrap().explanation.facts, "satu");
    type_into(&mut history, &mut assessment, 1, " tiga", Field::Facts);
    assert_eq!(steps(&history, &assessment), 2);
    assert!(!history.can_redo());
}

#[test]
fn a_refused_letter_does_not_break_what_was_typed() {
    let (mut assessment, mut history) = (SPBE.1.clone(), History::default());
    type_into(&mut history, &mut assessment, 1, "satu", Field::Facts);
    let before = assessment.clone();
    let refused = history.make(&mut assessment, &SPBE.0, facts(1, "x".repeat(TEXT_LIMIT + 1)), stamp(5));
    assert_eq!(refused, Err(Refused::TooLong { indicator: Some(1), limit: TEXT_LIMIT }));
    assert_eq!(assessment, before);
    assert_eq!(steps(&history, &assessment), 1);
    history.undo(&mut assessment, &SPBE.0, stamp(6)).unwrap();
    assert_eq!(unstamped(&assessment), SPBE.1);
}

// ---------------------------------------------------------------- undo and redo

#[test]
fn there_is_nothing_to_take_back_at_first() {
    let (mut assessment, mut history) = (SPBE.1.clone(), History::default());
    assert!(!history.can_undo() && !history.can_redo());
    assert_eq!(history.undo(&mut assessment, &SPBE.0, stamp(1)), Ok(None));
    assert_eq!(history.redo(&mut assessment, &SPBE.0, stamp(1)), Ok(None));
    assert_eq!(assessment, SPBE.1, "not even a stamp");
}

#[test]
fn a_new_edit_clears_what_could_be_made_again_and_a_refused_one_does_not() {
    let (mut assessment, mut history) = (SPBE.1.clone(), History::default());
    for level in [100, 200, 300] {
        history.make(&mut assessment, &SPBE.0, value(1, level), stamp(1)).unwrap();
    }
    history.undo(&mut assessment, &SPBE.0, stamp(2)).unwrap();
    history.undo(&mut assessment, &SPBE.0, stamp(3)).unwrap();
    assert!(history.make(&mut assessment, &SPBE.0, value(1, 700), stamp(4)).is_err());
    assert!(history.can_redo(), "a slip of the hand costs nothing");
    history.make(&mut assessment, &SPBE.0, value(2, 500), stamp(5)).unwrap();
    assert!(!history.can_redo());
    assert_eq!(history.redo(&mut assessment, &SPBE.0, stamp(6)), Ok(None));
    assert_eq!(assessment.value(1), Some(Value::whole(1)));
}

#[test]
fn the_last_hundred_edits_at_least_can_be_taken_back() {
    const { assert!(UNDO_LIMIT >= 100) };
    let (mut assessment, mut history) = (SPBE.1.clone(), History::default());
    let edits = UNDO_LIMIT + 50;
    let mut states = Vec::new();
    for edit in 0..edits {
        states.push(unstamped(&assessment));
        let change = value(1 + (edit % 47) as u16, 100 * (1 + (edit / 47 % 5) as u16));
        history.make(&mut assessment, &SPBE.0, change, stamp(edit)).unwrap();
    }
    let last = unstamped(&assessment);
    let mut taken_back = 0;
    while history.undo(&mut assessment, &SPBE.0, stamp(0)).unwrap().is_some() {
        taken_back += 1;
        assert_eq!(unstamped(&assessment), states[edits - taken_back]);
    }
    assert_eq!(taken_back, UNDO_LIMIT, "the oldest are forgotten, one for one");
    while history.redo(&mut assessment, &SPBE.0, stamp(0)).unwrap().is_some() {}
    assert_eq!(unstamped(&assessment), last);
}

/// What a person does.
#[derive(Clone, Debug)]
enum Deed {
    Edit(Change),
    Pause,
    Undo,
    Redo,
}

fn any_change() -> impl Strategy<Value = Change> {
    let stage = proptest::sample::select(&[Stage::Mandiri, Stage::Mandiri, Stage::Dokumen, Stage::Akhir]);
    // Few indicators, so that edits meet; 48 is refused.
    let indicator = prop_oneof![9 => 1u16..=4, 1 => Just(48u16)];
    let level = proptest::option::weighted(0.8, prop_oneof![9 => 1u8..=5, 1 => Just(7u8)]);
    let value = (stage.clone(), indicator.clone(), level).prop_map(|(stage, indicator, level)| {
        Change::Value { stage, indicator, value: level.map(Value::whole) }
    });
    let field = prop_oneof![Just(Field::Facts), Just(Field::Analysis)];
    let text = (stage, indicator, field, "[a-zé ]{0,6}")
        .prop_map(|(stage, indicator, field, text)| Change::Text { stage, indicator, field, text });
    let kind = proptest::sample::select(&AgencyKind::ALL);
    let agency = ("[A-Z ]{0,8}", kind).prop_map(|(name, kind)| Change::Agency(Agency::new(name, kind)));
    let title = proptest::option::of("[A-Z ]{1,8}").prop_map(Change::Title);
    let target = proptest::option::of(90u16..=510).prop_map(|t| Change::Target(t.map(Value::hundredths)));
    prop_oneof![
        4 => value,
        4 => text,
        1 => agency,
        1 => title,
        1 => target,
        1 => (2016u16..=2102).prop_map(Change::Year),
    ]
}

fn any_deed() -> impl Strategy<Value = Deed> {
    let together = proptest::collection::vec(any_change(), 0..5).prop_map(Change::All);
    prop_oneof![
        20 => any_change().prop_map(Deed::Edit),
        2 => together.prop_map(Deed::Edit),
        2 => Just(Deed::Pause),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

/// The same history, kept as whole copies of the assessment.
#[derive(Default)]
struct Copies {
    past: Vec<Assessment>,
    future: Vec<Assessment>,
    /// The text that is being typed.
    typing: Option<(Stage, u16, Field)>,
}

impl Copies {
    fn made(&mut self, before: Assessment, change: &Change) {
        self.future.clear();
        let text = match change {
            Change::Text { stage, indicator, field, .. } => Some((*stage, *indicator, *field)),
            _ => None,
        };
        if text.is_none() || text != self.typing {
            self.past.push(before);
        }
        self.typing = text;
    }
}

fn config() -> ProptestConfig {
    // A failure prints its shrunk case; no side file in the tree.
    ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn undo_and_redo_lead_through_exactly_the_states_that_were(
        // Not more than can be taken back.
        deeds in proptest::collection::vec(any_deed(), 100..=UNDO_LIMIT.min(200))
    ) {
        let (instrument, empty) = &*SPBE;
        let (mut assessment, mut history, mut copies) = (empty.clone(), History::default(), Copies::default());
        for (i, deed) in deeds.into_iter().enumerate() {
            let before = assessment.clone();
            match deed {
                Deed::Edit(change) => match history.make(&mut assessment, instrument, change.clone(), stamp(i)) {
                    Ok(()) => copies.made(before, &change),
                    Err(_) => prop_assert_eq!(&assessment, &before, "refused"),
                },
                Deed::Pause => {
                    history.pause();
                    copies.typing = None;
                }
                Deed::Undo => {
                    let done = history.undo(&mut assessment, instrument, stamp(i)).unwrap();
                    prop_assert_eq!(done.is_some(), !copies.past.is_empty());
                    if let Some(state) = copies.past.pop() {
                        copies.typing = None;
                        copies.future.push(before);
                        prop_assert_eq!(unstamped(&assessment), unstamped(&state));
                    }
                }
                Deed::Redo => {
                    let done = history.redo(&mut assessment, instrument, stamp(i)).unwrap();
                    prop_assert_eq!(done.is_some(), !copies.future.is_empty());
                    if let Some(state) = copies.future.pop() {
                        copies.typing = None;
                        copies.past.push(before);
                        prop_assert_eq!(unstamped(&assessment), unstamped(&state));
                    }
                }
            }
            prop_assert_eq!(history.can_undo(), !copies.past.is_empty());
            prop_assert_eq!(history.can_redo(), !copies.future.is_empty());
        }

        // All the way back, and all the way forth again.
        let last = unstamped(&assessment);
        let redone = copies.future.len();
        let mut states = vec![last.clone()];
        while let Some(state) = copies.past.pop() {
            prop_assert!(history.undo(&mut assessment, instrument, stamp(0)).unwrap().is_some());
            prop_assert_eq!(unstamped(&assessment), unstamped(&state));
            states.push(unstamped(&state));
        }
        prop_assert!(!history.can_undo());
        prop_assert_eq!(unstamped(&assessment), unstamped(empty));
        while states.len() > 1 {
            states.pop();
            prop_assert!(history.redo(&mut assessment, instrument, stamp(0)).unwrap().is_some());
            prop_assert_eq!(&unstamped(&assessment), states.last().unwrap());
        }
        prop_assert_eq!(unstamped(&assessment), last);
        for _ in 0..redone {
            prop_assert!(history.redo(&mut assessment, instrument, stamp(0)).unwrap().is_some());
        }
        prop_assert!(!history.can_redo());
    }

    #[test]
    fn a_hundred_edits_and_more_are_taken_back_and_made_again(
        changes in proptest::collection::vec(any_change(), 180)
    ) {
        let (instrument, empty) = &*SPBE;
        let (mut assessment, mut history) = (empty.clone(), History::default());
        let mut states = vec![unstamped(empty)];
        for (i, change) in changes.into_iter().enumerate() {
            // A pause each time: every edit is a step.
            history.pause();
            if history.make(&mut assessment, instrument, change, stamp(i)).is_ok() {
                states.push(unstamped(&assessment));
            }
        }
        prop_assume!(states.len() > 100);
        for state in states.iter().rev().skip(1) {
            history.undo(&mut assessment, instrument, stamp(0)).unwrap();
            prop_assert_eq!(&unstamped(&assessment), state);
        }
        prop_assert!(!history.can_undo());
        for state in &states[1..] {
            history.redo(&mut assessment, instrument, stamp(0)).unwrap();
            prop_assert_eq!(&unstamped(&assessment), state);
        }
        prop_assert!(!history.can_redo());
    }

    #[test]
    fn an_edit_and_the_edit_that_takes_it_back_cancel_out(
        changes in proptest::collection::vec(any_change(), 1..40),
        edit in prop_oneof![any_change(), proptest::collection::vec(any_change(), 0..6).prop_map(Change::All)],
    ) {
        let (instrument, empty) = &*SPBE;
        let mut assessment = empty.clone();
        for change in changes {
            let _ = apply(&mut assessment, instrument, change, stamp(1));
        }
        let before = assessment.clone();
        if let Ok(undo) = apply(&mut assessment, instrument, edit, stamp(2)) {
            let after = assessment.clone();
            let redo = apply(&mut assessment, instrument, undo, stamp(3)).unwrap();
            prop_assert_eq!(unstamped(&assessment), unstamped(&before));
            apply(&mut assessment, instrument, redo, stamp(2)).unwrap();
            prop_assert_eq!(unstamped(&assessment), unstamped(&after));
        } else {
            prop_assert_eq!(assessment, before);
        }
    }
}

// ---------------------------------------------------------------- time

#[test]
fn only_a_moment_in_utc_is_a_time() {
    for text in ["2026-11-22T03:42:00Z", "2026-11-22T03:42:00.123Z", "2024-02-29T23:59:59Z"] {
        assert_eq!(Time::parse(text).unwrap().as_str(), text);
    }
    for text in [
        "",
        "2026-11-22",
        "2026-11-22 03:42:00Z",
        "2026-11-22T03:42:00+07:00",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-32T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-11-22T03:42:00.1Z",
        "2026-11-22T03:42:00.Z",
        "2026-11-22T03:42:00",
        "besok",
    ] {
        assert_eq!(Time::parse(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_text_in_a_file_can_break_the_reading_of_a_time(text in "[0-9T:Zé-]{15,21}|\\PC{0,30}") {
        let _ = Time::parse(&text);
    }
}

#[test]
fn a_time_with_a_foreign_letter_is_refused_and_not_a_crash() {
    assert_eq!(Time::parse("2026é11-22T03:42:00Z"), None);
}
