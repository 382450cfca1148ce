use crate::instrument::Value;

/// What a reader should know about a row. Found by computing every published result again from levels that
/// print as its domain values (`tests/national.rs`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// Layanan 0,30 on a scale that begins at 1; the index was computed with it.
    BelowScale,
    /// The index is exactly below 1,80 and was rounded before it got its predicate.
    PredicateOfRounded,
    /// The index is exactly below the border that it is rounded to, and has the predicate below it.
    PredicateOfExact,
    /// The value of Kebijakan cannot be read in the list; this is the only one that fits its index.
    Unreadable(Value),
}

const KNOWN: [(u16, &str, Oddity); 9] = [
    (2023, "Pemerintah Kab. Banyuasin", Oddity::BelowScale),
    (2023, "Pemerintah Kab. Nias Barat", Oddity::PredicateOfRounded),
    (2023, "Pemerintah Kab. Boven Digoel", Oddity::PredicateOfRounded),
    (2024, "Pemerintah Kab. Nias Barat", Oddity::PredicateOfExact),
    (2024, "Pemerintah Kab. Pacitan", Oddity::PredicateOfExact),
    (2024, "Pemerintah Kab. Luwu", Oddity::PredicateOfExact),
    (2024, "Kementerian Pertanian", Oddity::Unreadable(Value::hundredths(430))),
    (2024, "Kementerian Energi dan Sumber Daya Mineral", Oddity::Unreadable(Value::hundredths(400))),
    (2024, "Pemerintah Provinsi Jawa Timur", Oddity::Unreadable(Value::hundredths(460))),
];

impl Oddity {
    pub(super) fn of(year: u16, printed: &str) -> Option<Self> {
        let known = KNOWN.iter().find(|(of, name, _)| *of == year && *name == printed);
        known.map(|(.., oddity)| *oddity)
    }
}
