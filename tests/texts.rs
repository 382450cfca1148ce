#![cfg(not(target_arch = "wasm32"))]
//! Both languages' catalogues, as they are written down.
//!
//! The compiler makes sure that no text is missing. Whether a text says anything, and says it in its
//! own language, is seen here: `src/text/id.rs` and `en.rs` are read as texts.

#[path = "texts/catalogue.rs"]
mod catalogue;
#[path = "texts/places.rs"]
mod places;

use std::collections::BTreeSet;

use catalogue::{LANGUAGES, catalogues, declared, holes, words};
use takar::assessment::{AgencyKind, Refused, Stage, YEARS};
use takar::instrument::Value;
use takar::score::Exact;
use takar::text::{Language, LocalTime, agency_kind, decimal, exact, stage, value};

/// Texts with words in them that are the same in both languages.
const ALIKE: [(&str, &str); 25] = [
    ("Frame.app", "Takar"),
    ("Front.months", "Apr"),
    ("Front.months", "Feb"),
    ("Front.months", "Jan"),
    ("Front.months", "Jul"),
    ("Front.months", "Jun"),
    ("Front.months", "Mar"),
    ("Front.months", "Nov"),
    ("Front.months", "Sep"),
    ("NationalTexts.domain", "Domain"),
    ("NationalTexts.median", "Median"),
    ("PaperTexts.domain", "Domain"),
    ("PaperTexts.months", "April"),
    ("PaperTexts.months", "November"),
    ("PaperTexts.months", "September"),
    ("PaperTexts.nip", "NIP {number}"),
    ("PaperTexts.status", "Status"),
    ("Register.sorts", "Status"),
    ("Register.status", "Status"),
    ("ScoreTexts.target", "Target"),
    ("SettingsTexts.languages", "Bahasa Indonesia"),
    ("SettingsTexts.languages", "English"),
    ("Sums.number", "No."),
    ("TableTexts.places", "ind."),
    ("UnitTexts.unit", "unit “{name}”"),
];

// ---------------------------------------------------------------- both catalogues

#[test]
fn both_languages_say_the_same_things_in_the_same_order() {
    let [id, en] = catalogues();
    assert_eq!(id.order, en.order);
    let found: BTreeSet<_> =
        id.order.iter().filter(|place| !place.starts_with(char::is_lowercase)).cloned().collect();
    assert_eq!(found, declared(), "the reader above has seen every field");
    assert!(found.len() > 200);
    for [name, known] in [["problem", "CsvTwice"], ["refused", "OtherInstrument"]] {
        assert!(id.order.contains(&format!("{name}.{known}")), "{name}");
    }
}

#[test]
fn every_text_says_something() {
    for (language, catalogue) in LANGUAGES.into_iter().zip(catalogues()) {
        assert!(catalogue.all().count() > 250);
        for (place, text) in catalogue.all() {
            assert!(
                words(text).iter().any(|word| !word.is_empty()) || !holes(text).is_empty(),
                "{language}, {place}"
            );
            for unfinished in ["TODO", "FIXME", "XXX", "lorem", "???"] {
                assert!(!text.contains(unfinished), "{language}, {place}: {text}");
            }
        }
    }
}

#[test]
fn texts_are_calm_and_clean() {
    for (language, catalogue) in LANGUAGES.into_iter().zip(catalogues()) {
        for (place, text) in catalogue.all() {
            assert!(!text.contains('!'), "{language}, {place} shouts: {text}");
            assert!(text.trim() == text, "{language}, {place}: space at an end of {text:?}");
            assert!(!text.contains(" ,") && !text.contains(" ;"), "{language}, {place}: {text}");
            // The columns of the command line's help are set with spaces.
            let columns = place == "CommandLine.usage";
            assert!(columns || !text.contains("  "), "{language}, {place}: two spaces in {text:?}");
        }
    }
}

#[test]
fn texts_are_set_as_they_are_printed() {
    for (language, catalogue) in LANGUAGES.into_iter().zip(catalogues()) {
        for (place, text) in catalogue.all() {
            assert!(!text.contains(['"', '\'']), "{language}, {place}: straight quotes in {text:?}");
            // Lines to write on are made of dots.
            let dots = text.contains("...") && !text.contains("..........");
            assert!(!dots, "{language}, {place}: three dots in {text:?}");
            // Of several sentences the last one ends too.
            let several = text.char_indices().any(|(at, _)| {
                let after = text[at..].strip_prefix(". ").and_then(|rest| rest.chars().next());
                after.is_some_and(char::is_uppercase) && at > 3
            });
            let open = several && !text.ends_with(['.', '?', ':', '}']);
            assert!(!open || place == "CommandLine.usage", "{language}, {place}: no end in {text:?}");
        }
    }
}

/// Words that are not used, each with the one that is.
const WORDS: [(&str, &str, &str); 41] = [
    ("id", "apabila", "bila"),
    ("id", "apapun", "apa pun"),
    ("id", "dimana", "di mana"),
    ("id", "disini", "di sini"),
    ("id", "dulu", "dahulu"),
    ("id", "download", "unduh"),
    ("id", "e-mail", "surel"),
    ("id", "email", "surel"),
    ("id", "evaluasi mandiri", "penilaian mandiri"),
    ("id", "file", "berkas"),
    ("id", "interview", "interviu"),
    ("id", "jika", "bila"),
    ("id", "merubah", "mengubah"),
    ("id", "mempunyai", "memiliki"),
    ("id", "offline", "tanpa jaringan"),
    ("id", "online", "daring"),
    ("id", "perangkat daerah", "unit"),
    ("id", "punya", "memiliki"),
    ("id", "resiko", "risiko"),
    ("id", "sesudah", "setelah"),
    ("id", "silahkan", "(nothing)"),
    ("id", "silakan", "(nothing)"),
    ("id", "standarisasi", "standardisasi"),
    ("id", "tahun evaluasi", "tahun penilaian"),
    ("id", "update", "perbarui"),
    ("id", "upload", "unggah"),
    ("id", "wawancara", "interviu"),
    ("en", "anew", "again"),
    ("en", "bring back", "restore"),
    ("en", "brought back", "restored"),
    ("en", "handed in", "submitted"),
    ("en", "may be empty", "(optional)"),
    ("en", "may stay empty", "(optional)"),
    ("en", "memory stick", "USB stick"),
    ("en", "mend", "correct"),
    ("en", "please", "(nothing)"),
    ("en", "register of evidence", "evidence register"),
    ("en", "stands twice", "appears twice"),
    ("en", "taken over", "carried over"),
    ("en", "whoever", "the person who"),
    ("en", "year of evaluation", "year of assessment"),
];

#[test]
fn one_thing_is_called_by_one_word() {
    let catalogues = catalogues();
    for (language, wrong, right) in WORDS {
        let at = LANGUAGES.iter().position(|one| *one == language).unwrap();
        for (place, text) in catalogues[at].all() {
            // “Bagaimana jika” is a name.
            let spaced = format!(" {} ", words(text).join(" ").to_lowercase());
            assert!(
                !spaced.contains(&format!(" {wrong} ")) || (place, wrong) == ("PlanTexts.what_if", "jika")
                    // The glossary says what a term means to others.
                    || place.starts_with("TermTexts."),
                "{language}, {place}: “{wrong}” instead of “{right}” in {text:?}"
            );
        }
    }
}

#[test]
fn both_languages_fill_in_the_same_names_and_figures() {
    let [id, en] = catalogues();
    let filled = |texts: &[String]| {
        let mut holes: Vec<_> = texts.iter().flat_map(|text| holes(text)).map(str::to_owned).collect();
        holes.sort();
        holes
    };
    let mut compared = 0;
    // Refusals are put together from parts, each language in its own order.
    for (place, texts) in id.texts.iter().filter(|(place, _)| !place.starts_with("refused.")) {
        assert_eq!(filled(texts), filled(&en.texts[place]), "{place}");
        compared += filled(texts).len();
    }
    assert!(compared > 80, "{compared}");
}

#[test]
fn a_text_is_not_left_in_the_other_language() {
    let [id, en] = catalogues();
    let mut alike = BTreeSet::new();
    for (place, texts) in &id.texts {
        let same = texts.iter().filter(|text| en.texts[place].contains(text));
        // `{action}: {name}` belongs to no language.
        for text in same.filter(|text| words(text).iter().any(|word| !word.is_empty())) {
            alike.insert((place.as_str(), text.as_str()));
        }
    }
    assert_eq!(alike, BTreeSet::from(ALIKE));

    // Words that no sentence of the other language has.
    let foreign = [
        ("the and with this that file is are not cannot your from of", id),
        ("yang dan tidak berkas ini itu untuk dari dengan di ke atau belum sudah", en),
    ];
    for (foreign, catalogue) in foreign {
        let foreign: BTreeSet<_> = foreign.split(' ').collect();
        for (place, text) in catalogue.all() {
            let found: Vec<_> =
                words(text).into_iter().filter(|w| foreign.contains(w.to_lowercase().as_str())).collect();
            assert!(found.is_empty(), "{place}: {found:?} in {text:?}");
        }
    }
}

#[test]
fn people_are_addressed_politely_in_indonesian() {
    let [id, _] = catalogues();
    let mut polite = 0;
    for (place, text) in id.all() {
        for word in words(text) {
            let rude = ["kamu", "kau", "engkau", "anda", "kalian", "lo", "lu"].contains(&word);
            assert!(!rude && word != "Kamu", "{place}: {word} in {text:?}");
            polite += usize::from(word == "Anda");
        }
    }
    assert!(polite > 5, "{polite}");
}

// ---------------------------------------------------------------- numbers, times, names

#[test]
fn each_language_writes_numbers_with_its_own_mark() {
    let both = |write: &dyn Fn(Language) -> String| [write(Language::Indonesian), write(Language::English)];
    for hundredths in [0, 5, 100, 126, 349, 350, 500] {
        let [id, en] = both(&|language| value(language, Value::hundredths(hundredths)));
        assert_eq!(en, format!("{}.{:02}", hundredths / 100, hundredths % 100));
        assert_eq!(id, format!("{},{:02}", hundredths / 100, hundredths % 100));
    }
    let third = Exact::share(1, 3);
    assert_eq!(both(&|language| exact(language, third, 4)), ["33,3333", "33.3333"]);
    assert_eq!(both(&|language| exact(language, Exact::share(13, 1000), 2)), ["1,30", "1.30"]);
    assert_eq!(both(&|language| exact(language, Exact::share(1, 4), 0)), ["25", "25"]);
    // Thousands are not parted: people type such numbers into calculators.
    assert_eq!(both(&|language| decimal(language, "26390.5")), ["26390,5", "26390.5"]);
}

#[test]
fn figures_within_texts_follow_the_language_too() {
    let [id, en] = catalogues();
    // 1.00 in an Indonesian text, or 1,00 in an English one.
    let number = |text: &str, mark: char| {
        let letters: Vec<_> = text.chars().collect();
        letters.windows(3).any(|w| w[0].is_ascii_digit() && w[1] == mark && w[2].is_ascii_digit())
    };
    for (catalogue, own, other) in [(id, ',', '.'), (en, '.', ',')] {
        assert!(catalogue.all().any(|(_, text)| number(text, own)));
        for (place, text) in catalogue.all() {
            assert!(!number(text, other), "{place}: {text}");
        }
    }
    let reason = Refused::OutsideScale {
        indicator: Some(3),
        value: Value::hundredths(575),
        min: Value::whole(1),
        max: Value::whole(5),
    };
    let said = [Language::Indonesian, Language::English].map(|language| (language.texts().refused)(&reason));
    for (text, mark) in said.iter().zip([',', '.']) {
        for figure in ["5_75", "1_00", "5_00"] {
            assert!(text.contains(&figure.replace('_', &mark.to_string())), "{text}");
        }
    }
}

#[test]
fn each_language_writes_times_and_months_in_its_own_way() {
    for (month, id, en) in
        [(1, "Jan", "Jan"), (5, "Mei", "May"), (8, "Agu", "Aug"), (10, "Okt", "Oct"), (12, "Des", "Dec")]
    {
        let time = LocalTime { year: 2026, month, day: 3, hour: 0, minute: 7 };
        assert_eq!(time.long(Language::Indonesian), format!("3 {id} 2026 pukul 00.07"));
        assert_eq!(time.long(Language::English), format!("3 {en} 2026, 00:07"));
    }
    // A clock that is wrong must not stop the page.
    for month in [0, 13, 255] {
        let time = LocalTime { year: 2026, month, day: 3, hour: 0, minute: 7 };
        assert!(time.long(Language::Indonesian).contains("2026"));
    }
}

#[test]
fn kinds_of_agencies_and_stages_have_names_of_their_own() {
    for language in [Language::Indonesian, Language::English] {
        let kinds: BTreeSet<_> = AgencyKind::ALL.map(|kind| agency_kind(language, kind)).into();
        let stages: BTreeSet<_> = Stage::ALL.map(|of| stage(language, of)).into();
        assert_eq!((kinds.len(), stages.len()), (5, 5), "{language:?}");
    }
    let id = Language::Indonesian;
    assert_eq!(agency_kind(id, AgencyKind::Kabupaten), "Pemerintah kabupaten");
    assert_eq!(agency_kind(id, AgencyKind::InstansiPusatLain), "Instansi pusat lain");
    assert_eq!(stage(id, Stage::Mandiri), "penilaian mandiri");
    assert_eq!(stage(id, Stage::Visitasi), "penilaian visitasi");
}

#[test]
fn every_refusal_is_a_sentence_in_both_languages() {
    let value = Value::hundredths(275);
    let (min, max) = (Value::whole(1), Value::whole(5));
    for reason in [
        Refused::UnknownIndicator(48),
        Refused::OutsideScale { indicator: Some(3), value, min, max },
        Refused::OutsideScale { indicator: None, value, min, max },
        Refused::TooManyDecimals { indicator: 3, value, decimals: 0 },
        Refused::TooManyDecimals { indicator: 3, value, decimals: 1 },
        Refused::TooLong { indicator: Some(3), limit: 20_000 },
        Refused::TooLong { indicator: None, limit: 200 },
        Refused::NoName,
        Refused::Year(*YEARS.start() - 1),
        Refused::OtherInstrument("pemdi-2026".into()),
    ] {
        let said =
            [Language::Indonesian, Language::English].map(|language| (language.texts().refused)(&reason));
        assert_ne!(said[0], said[1]);
        for text in said {
            assert!(text.starts_with(char::is_uppercase) && text.ends_with('.'), "{text}");
            assert!(!text.contains(['{', '}']) && !text.contains("  "), "{text}");
        }
    }
}
