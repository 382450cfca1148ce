#![cfg(not(target_arch = "wasm32"))]
//! The glossary, held against both instruments.

use std::collections::BTreeSet;
use std::fs;

use takar::instrument::{INSTRUMENTS, Indicator, Instrument, load};
use takar::text::Language;
use takar::text::terms::{Kind, TERMS, terms_of};

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn instruments() -> Vec<Instrument> {
    let of = |id: &str| load(&read(&format!("public/instruments/{id}.json"))).unwrap();
    INSTRUMENTS.iter().map(|listed| of(listed.id)).collect()
}

fn names(instrument: &Instrument, indicator: &Indicator) -> Vec<&'static str> {
    let topics = terms_of(instrument, indicator).into_iter();
    topics.filter(|term| matches!(term.kind, Kind::Topic(_))).map(|term| term.name).collect()
}

#[test]
fn every_indicator_has_its_terms_explained() {
    let mut seen = 0;
    for instrument in instruments() {
        for indicator in instrument.indicators() {
            let (names, all) = (names(&instrument, indicator), terms_of(&instrument, indicator));
            let place = format!("{} {}: {names:?}", instrument.id, indicator.number);
            assert!(names.len() >= 2, "{place}");
            assert!(names.len() <= 12, "too many to be read, {place}");
            assert_eq!(all.len() - names.len(), 5, "each level has its name explained, {place}");
            seen += 1;
        }
    }
    assert_eq!(seen, 67);
}

#[test]
fn the_terms_that_an_indicator_is_about_are_among_its_own() {
    let all = instruments();
    let of = |id: &str, number: u16| {
        let instrument = all.iter().find(|instrument| instrument.id == id).unwrap();
        names(instrument, instrument.indicator(number).unwrap())
    };
    for (id, number, expected) in [
        ("spbe-2020", 1, "arsitektur SPBE"),
        ("spbe-2020", 12, "peta rencana SPBE"),
        ("spbe-2020", 14, "proses bisnis"),
        ("spbe-2020", 18, "sistem penghubung layanan"),
        ("spbe-2020", 29, "audit TIK"),
        ("spbe-2020", 44, "JDIH"),
        ("pemdi-2026", 1, "RAN Pemdi dan rencana aksi"),
        ("pemdi-2026", 5, "Satu Data Indonesia (SDI)"),
        ("pemdi-2026", 10, "IKASANDI"),
        ("pemdi-2026", 20, "mystery guest"),
    ] {
        assert!(of(id, number).contains(&expected), "{id} {number}: {:?}", of(id, number));
    }
    // A part of a longer word is another word.
    assert!(!of("spbe-2020", 3).contains(&"API"));
}

#[test]
fn no_term_and_no_word_of_one_is_there_for_nothing() {
    let said: Vec<String> = instruments()
        .iter()
        .flat_map(|instrument| {
            instrument.indicators().map(|i| format!("{i:?}").to_lowercase()).collect::<Vec<_>>()
        })
        .collect();
    let used: BTreeSet<_> = instruments()
        .iter()
        .flat_map(|instrument| {
            instrument
                .indicators()
                .flat_map(|i| terms_of(instrument, i))
                .map(|term| term.name)
                .collect::<Vec<_>>()
        })
        .collect();
    let spoken = ["src/text/id.rs", "src/text/stages/id.rs", "public/instruments/pemdi-2026.json"];
    let page = spoken.map(read).join("\n").to_lowercase();
    for term in &TERMS {
        match term.kind {
            Kind::Topic(words) => {
                for word in words {
                    assert_eq!(*word, word.to_lowercase(), "{}", term.name);
                    assert!(
                        said.iter().any(|said| said.contains(word)),
                        "{}: no indicator says {word}",
                        term.name
                    );
                }
            }
            Kind::Level => {}
            Kind::Evaluation => {
                for word in term.name.split(" dan ") {
                    assert!(page.contains(&word.to_lowercase()), "the page never says {word}");
                }
                continue;
            }
        }
        assert!(used.contains(term.name), "no indicator has {}", term.name);
    }
    assert!(TERMS.len() > 100);
}

#[test]
fn each_term_stands_once_and_is_a_sentence_of_its_own_in_both_languages() {
    let (mut once, mut meanings) = (BTreeSet::new(), BTreeSet::new());
    for term in &TERMS {
        assert!(once.insert((term.name, term.kind == Kind::Level)), "{} stands twice", term.name);
        let [id, en] = [Language::Indonesian, Language::English].map(|l| (term.meaning)(&l.texts().terms));
        assert!(meanings.insert(id) && meanings.insert(en), "{} is explained as another one", term.name);
        for text in [id, en] {
            assert!(
                text.ends_with('.') && text.starts_with(|c: char| c.is_uppercase()),
                "{}: {text}",
                term.name
            );
            assert!(text.len() < 260, "{}: {} letters", term.name, text.len());
        }
        if let Some(basis) = term.basis {
            assert!(basis.contains(" Nomor ") && basis.contains(" Tahun "), "{basis}");
        }
    }
}
