//! What is printed: one document of the chosen parts, in either language, from the figures that the screen shows.
//!
//! [`Report::body`] is what stands in it. The page shows it in a frame with [`style`]; [`Report::file`] puts both
//! into one file that needs nothing else: no script, no font, no picture from elsewhere.

pub mod charts;
mod figures;
mod findings;
mod full;
mod html;
mod logo;
mod minutes;
mod proposal;
pub mod radar;
mod repairs;
mod rows;
mod stages;
mod summary;
mod tables;

pub use figures::{Chart, at_stage, chart_of};
pub use logo::{LOGO_LIMIT, NoLogo, logo};
pub use proposal::proposal;
pub use repairs::{Missing, OfUnit, missing};
pub use rows::{COLUMNS, Row, rows, rows_head};
pub use tables::{Table, table};

use crate::assessment::{Assessment, Date};
use crate::calendar::Calendar;
use crate::instrument::Instrument;
use crate::text::Language;
use figures::Paper;

/// A part that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// One page for the head of the agency.
    Summary,
    /// How the index is computed, by which regulation.
    Method,
    /// Index, sections, charts.
    Results,
    /// Every indicator with its texts and documents.
    Indicators,
    /// Strengths, weaknesses and recommendations.
    Findings,
    /// The action plan.
    Plan,
    /// The stages beside each other.
    Stages,
    /// Berita Acara Penilaian Mandiri (Permen PANRB 59/2020, annex, chapter III.C).
    Minutes,
    /// Catatan Perbaikan: what is missing, by unit.
    Repairs,
}

impl Part {
    pub const ALL: [Self; 9] = [
        Self::Summary,
        Self::Method,
        Self::Results,
        Self::Indicators,
        Self::Findings,
        Self::Plan,
        Self::Stages,
        Self::Minutes,
        Self::Repairs,
    ];

    /// As in the storage.
    pub fn code(self) -> &'static str {
        match self {
            Self::Summary => "ringkasan",
            Self::Method => "metode",
            Self::Results => "hasil",
            Self::Indicators => "indikator",
            Self::Findings => "temuan",
            Self::Plan => "rencana",
            Self::Stages => "tahap",
            Self::Minutes => "berita-acara",
            Self::Repairs => "perbaikan",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    pub language: Language,
    /// In the order of [`Part::ALL`], whatever the order here.
    pub parts: Vec<Part>,
    /// Whether proposals stand where nobody has written a finding yet, marked as such.
    pub proposals: bool,
}

impl Default for Wish {
    fn default() -> Self {
        Self { language: Language::default(), parts: vec![Part::Summary], proposals: true }
    }
}

impl Wish {
    /// Words for the storage: `ringkasan metode usulan en`.
    pub fn to_words(&self) -> String {
        let parts = Part::ALL.into_iter().filter(|part| self.parts.contains(part)).map(Part::code);
        let proposals = self.proposals.then_some("usulan");
        parts.chain(proposals).chain([self.language.code()]).collect::<Vec<_>>().join(" ")
    }

    /// Reads what [`Self::to_words`] wrote; words that are unknown say nothing. None where no language is named.
    pub fn from_words(words: &str) -> Option<Self> {
        let has = |word: &str| words.split(' ').any(|one| one == word);
        let language = [Language::Indonesian, Language::English].into_iter().find(|one| has(one.code()))?;
        let parts = Part::ALL.into_iter().filter(|part| has(part.code())).collect();
        Some(Self { language, parts, proposals: has("usulan") })
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub language: Language,
    pub title: String,
    /// What stands in `<body>`.
    pub body: String,
}

/// What a report takes from elsewhere than the assessment.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The day on the reader's clock.
    pub today: Date,
    /// Which days are worked on. What is due within working days is told as a day where it knows the holidays.
    pub calendar: &'a Calendar,
    /// A data address that [`logo`] made.
    pub logo: Option<&'a str>,
}

/// Writes the chosen parts.
///
/// None for a work package: a part of an assessment has no index, so there is nothing to report of it.
pub fn report(
    instrument: &Instrument,
    assessment: &Assessment,
    wish: &Wish,
    around: Around,
) -> Option<Report> {
    if assessment.order.is_some() {
        return None;
    }
    let paper = Paper::new(instrument, assessment, wish, around);
    let title = paper.title();
    Some(Report { language: wish.language, title, body: paper.write() })
}

/// How it looks on screen and on paper.
pub fn style(language: Language) -> String {
    let t = &language.texts().report.paper;
    let (before, after) = (t.page, t.page_of);
    format!(
        "{}@page {{ @bottom-right {{ content: \"{before} \" counter(page) \" {after} \" counter(pages); }} }}\n",
        include_str!("style.css")
    )
}

impl Report {
    /// All of it as one file.
    pub fn file(&self) -> String {
        let mut title = html::Html::default();
        title.text(&self.title);
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{}</title><style>\n{}</style></head>\n<body>{}</body></html>\n",
            self.language.code(),
            title.done(),
            style(self.language),
            self.body
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_kept_in_words() {
        let wish = Wish { language: Language::English, parts: Part::ALL.to_vec(), proposals: false };
        assert_eq!(Wish::from_words(&wish.to_words()), Some(wish));
        assert_eq!(Wish::from_words("ringkasan baru usulan id"), Some(Wish::default()));
        assert_eq!(Wish::from_words(""), None);
    }
}
