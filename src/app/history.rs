//! Which entries of the history a person wants to see.

use std::collections::BTreeSet;

use crate::assessment::merge::{AnswerPart, DocumentPart, Place};
use crate::assessment::{Assessment, LogEntry, Subject};
use crate::instrument::Number;

/// Entries that are shown at once; more on request.
pub const PAGE: usize = 100;

/// What a person wants to see of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Every word of it stands in what is told.
    pub search: String,
    /// Edits of this name; an empty one is nobody's.
    pub by: Option<String>,
    pub sort: Option<Sort>,
    /// Edits of this indicator, and of documents that are linked to it now.
    pub indicator: Option<Number>,
}

/// What an entry is about, roughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Value,
    Explanation,
    Document,
    Review,
    Other,
}

impl Sort {
    pub const ALL: [Self; 5] = [Self::Value, Self::Explanation, Self::Document, Self::Review, Self::Other];

    /// In the page's forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Explanation => "explanation",
            Self::Document => "document",
            Self::Review => "review",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.code() == code)
    }

    pub fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Field(Place::Answer(_, _, AnswerPart::Value) | Place::Assessed(_)) => Self::Value,
            Subject::Field(Place::Answer(..)) => Self::Explanation,
            Subject::Field(Place::Document(_, DocumentPart::Reviews)) => Self::Review,
            Subject::Document(_) | Subject::Field(Place::Document(..) | Place::Link(_)) => Self::Document,
            _ => Self::Other,
        }
    }
}

/// The entries a person wants, the newest first. `numbers` are the indicators of the unit that pages are
/// narrowed to, if they are. `told` puts an entry into words, for the search.
pub fn found(
    of: &Assessment,
    asked: &Asked,
    numbers: Option<&BTreeSet<Number>>,
    told: impl Fn(&LogEntry) -> String,
) -> Vec<LogEntry> {
    let words: Vec<_> = asked.search.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let wanted = |number: Number| {
        asked.indicator.is_none_or(|one| one == number) && numbers.is_none_or(|all| all.contains(&number))
    };
    let keys = of.links.keys().filter(|key| wanted(key.indicator));
    let linked: BTreeSet<&str> = keys.map(|key| key.evidence.as_str()).collect();
    let all = asked.indicator.is_none() && numbers.is_none();
    let here = |entry: &LogEntry| {
        all || match entry.subject.indicator() {
            Some(indicator) => wanted(indicator),
            None => entry.subject.document().is_some_and(|id| linked.contains(id)),
        }
    };
    let fits = |entry: &&LogEntry| {
        asked.by.as_ref().is_none_or(|by| *by == entry.by)
            && asked.sort.is_none_or(|sort| sort == Sort::of(&entry.subject))
            && here(entry)
            && (words.is_empty() || {
                let text = told(entry).to_lowercase();
                words.iter().all(|word| text.contains(word))
            })
    };
    of.log.entries().rev().filter(fits).cloned().collect()
}

/// Everybody who is named in the history, in the order of the alphabet.
pub fn people(of: &Assessment) -> Vec<String> {
    let names: BTreeSet<_> = of.log.entries().map(|entry| entry.by.clone()).collect();
    names.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Agency, AgencyKind, LinkKey, Stamp, Time};
    use crate::instrument::{load, shipped};
    use crate::json::Extra;

    fn told() -> Assessment {
        let instrument = load(shipped("spbe-2020").unwrap()).unwrap();
        let at = |n: usize| Time::parse(&format!("2026-01-01T00:00:{n:02}Z")).unwrap();
        let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
        let mut of = Assessment::new("x".into(), &instrument, agency, 2025, Stamp::new(at(0), ""));
        let entries = [
            ("Ani", "answers/mandiri/1/value"),
            ("Budi", "answers/mandiri/1/facts"),
            ("Budi", "links/1/2/b-1"),
            ("Budi", "evidence/b-1/reviews"),
            ("Ani", "evidence/b-2/title"),
            ("", "event/merged"),
        ];
        let entry = |(n, (by, what)): (usize, &(&str, &str))| {
            let Ok(subject) = what.parse();
            let (by, from, to) = ((*by).to_owned(), String::new(), String::new());
            LogEntry { subject, at: at(n), until: None, by, from, to, extra: Extra::new() }
        };
        of.log = entries.iter().enumerate().map(entry).collect();
        let key = LinkKey { indicator: 1, level: 2, expected: None, evidence: "b-1".into() };
        of.links.insert(key, crate::assessment::Link::default());
        of
    }

    fn seconds(asked: &Asked) -> Vec<String> {
        let entries = found(&told(), asked, None, |entry| format!("{} {}", entry.by, entry.subject));
        entries.iter().map(|entry| entry.at.as_str()[17..19].to_owned()).collect()
    }

    #[test]
    fn each_filter_leaves_what_it_names_and_the_newest_comes_first() {
        let all = Asked::default();
        assert_eq!(seconds(&all), ["05", "04", "03", "02", "01", "00"]);
        assert_eq!(seconds(&Asked { by: Some("Ani".into()), ..all.clone() }), ["04", "00"]);
        assert_eq!(seconds(&Asked { by: Some(String::new()), ..all.clone() }), ["05"]);
        assert_eq!(seconds(&Asked { indicator: Some(1), ..all.clone() }), ["03", "02", "01", "00"]);
        assert_eq!(seconds(&Asked { search: "budi LINKS".into(), ..all.clone() }), ["02"]);
        let of_sort = Sort::ALL.map(|sort| seconds(&Asked { sort: Some(sort), ..all.clone() }).len());
        assert_eq!(of_sort, [1, 1, 2, 1, 1]);
        assert_eq!(people(&told()), ["", "Ani", "Budi"]);
        let of_unit = |numbers: &[Number]| {
            found(&told(), &all, Some(&numbers.iter().copied().collect()), |_| String::new()).len()
        };
        assert_eq!((of_unit(&[1, 2]), of_unit(&[2]), of_unit(&[])), (4, 0, 0));
    }
}
