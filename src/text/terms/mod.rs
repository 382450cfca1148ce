//! The glossary: what the terms of the instruments and of the evaluation mean, and which of them an indicator uses.

pub mod en;
pub mod id;
mod list;
mod texts;

pub use list::TERMS;
pub use texts::TermTexts;

use crate::instrument::{Indicator, Instrument};

/// A term, by its Indonesian name: instruments are Indonesian in both languages.
pub struct Term {
    pub name: &'static str,
    pub kind: Kind,
    /// The regulation that an official definition rests on.
    pub basis: Option<&'static str>,
    pub meaning: fn(&TermTexts) -> &'static str,
}

/// Where a term comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What indicators ask about, with the words by which they name it, in small letters.
    Topic(&'static [&'static str]),
    /// The name of a level.
    Level,
    /// The evaluation itself, and work with Takar.
    Evaluation,
}

/// The terms of an indicator in the order of the list: what it asks about, then the names of its levels.
pub fn terms_of(instrument: &Instrument, indicator: &Indicator) -> Vec<&'static Term> {
    let said = said_by(indicator);
    let levels: Vec<&str> = instrument
        .model_of(indicator)
        .map(|model| model.levels.iter().map(|level| &*level.title).collect())
        .unwrap_or_default();
    TERMS
        .iter()
        .filter(|term| match term.kind {
            Kind::Topic(words) => words.iter().any(|word| has_word(&said, word)),
            Kind::Level => levels.contains(&term.name),
            Kind::Evaluation => false,
        })
        .collect()
}

/// All that an indicator says, in small letters.
fn said_by(indicator: &Indicator) -> String {
    let own = [&indicator.title, &indicator.short_title];
    let own = own.into_iter().chain(&indicator.description).chain(indicator.criteria.values());
    let said = own.chain(indicator.evidence.iter().map(|item| &item.title));
    said.map(|text| text.to_lowercase()).collect::<Vec<_>>().join("\n")
}

/// Whether a text has a word, or words, and not only as a part of longer ones.
fn has_word(text: &str, word: &str) -> bool {
    let bare = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(word)
        .any(|(at, _)| bare(text[..at].chars().next_back()) && bare(text[at + word.len()..].chars().next()))
}
