//! The tables of a report for spreadsheets, in the language of the report.

use super::figures::sections;
use crate::assessment::{Assessment, Step};
use crate::exchange::table_csv;
use crate::instrument::{Instrument, Value};
use crate::score::{Exact, score, support};
use crate::text::{self, Language};

/// A table that can be saved alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    Indicators,
    Sections,
    Plan,
}

impl Table {
    pub const ALL: [Self; 3] = [Self::Indicators, Self::Sections, Self::Plan];

    /// For the name of its file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Indicators => "indikator",
            Self::Sections => "bagian",
            Self::Plan => "rencana",
        }
    }
}

/// A table as CSV, with its titles in the first row.
pub fn table(language: Language, instrument: &Instrument, assessment: &Assessment, table: Table) -> String {
    let rows = match table {
        Table::Indicators => of_indicators(language, instrument, assessment),
        Table::Sections => of_sections(language, instrument, assessment),
        Table::Plan => of_plan(language, instrument, assessment),
    };
    table_csv(rows.iter().map(Vec::as_slice))
}

fn heads(titles: &[&str]) -> Vec<String> {
    titles.iter().map(|title| (*title).to_owned()).collect()
}

fn of_indicators(language: Language, instrument: &Instrument, assessment: &Assessment) -> Vec<Vec<String>> {
    let t = &language.texts().report.paper;
    let names = &language.texts().merge;
    let support = support(instrument, assessment);
    let shown = |value: Option<Value>| value.map(|value| text::value(language, value)).unwrap_or_default();
    let mut rows = vec![heads(&[
        t.number,
        t.indicator,
        t.section,
        t.weight,
        t.claimed,
        t.supported_short,
        t.level_name,
        t.owner,
        names.facts,
        names.analysis,
        names.note,
        names.justification,
    ])];
    for indicator in instrument.indicators() {
        let number = indicator.number;
        let value = assessment.value(number);
        let supported = support.indicator(number).map(|of| of.value).filter(|_| value.is_some());
        let level = value.and_then(|value| instrument.model_of(indicator)?.level_at(value));
        let owners: Vec<_> = assessment.owners(number).map(|(_, unit)| unit.name.as_str()).collect();
        let path = instrument.path_to(number);
        let mut texts = [String::new(), String::new(), String::new(), String::new()];
        // Of each text the one of the latest stage that has it.
        for answer in assessment.answers.range(..=assessment.stage).filter_map(|(_, all)| all.get(&number)) {
            let of = &answer.explanation;
            for (text, own) in
                texts.iter_mut().zip([&of.facts, &of.analysis, &answer.note, &answer.justification])
            {
                if !own.is_empty() {
                    text.clone_from(own);
                }
            }
        }
        let mut row = vec![
            number.to_string(),
            indicator.title.clone(),
            path.last().map(|section| section.title.clone()).unwrap_or_default(),
            text::exact(language, Exact::share(indicator.weight, instrument.total_weight), 0),
            shown(value),
            shown(supported),
            level.map(|level| level.title.clone()).unwrap_or_default(),
            owners.join(", "),
        ];
        row.extend(texts);
        rows.push(row);
    }
    rows
}

fn of_sections(language: Language, instrument: &Instrument, assessment: &Assessment) -> Vec<Vec<String>> {
    let t = &language.texts().report.paper;
    let score = score(instrument, assessment);
    let percent = |weight| text::exact(language, Exact::share(weight, instrument.total_weight), 0);
    let mut rows = vec![heads(&[t.section, t.weight, t.value, t.adds, t.answered])];
    for (section, _) in sections(instrument) {
        let Some(of) = score.section(&section.id) else { continue };
        rows.push(vec![
            section.title.clone(),
            percent(section.weight),
            text::value(language, of.value.rounded()),
            text::exact(language, of.contribution, 4),
            of.answered.to_string(),
        ]);
    }
    let index = score.standing.index;
    rows.push(vec![
        instrument.index_title.clone(),
        percent(instrument.total_weight),
        text::value(language, index.rounded()),
        text::exact(language, index, 4),
        score.answered.to_string(),
    ]);
    rows
}

fn of_plan(language: Language, instrument: &Instrument, assessment: &Assessment) -> Vec<Vec<String>> {
    let t = &language.texts().report.paper;
    let mut rows = vec![heads(&[t.number, t.indicator, t.level, t.to_do, t.owner, t.due, t.progress])];
    for (key, step) in assessment.records.all::<Step>().filter(|(_, step)| step.planned) {
        let Some((number, level)) = key.split_once(':') else { continue };
        let indicator = number.parse().ok().and_then(|number| instrument.indicator(number));
        rows.push(vec![
            number.to_owned(),
            indicator.map(|of| of.title.clone()).unwrap_or_default(),
            level.to_owned(),
            step.note.clone(),
            assessment.units.get(&step.owner).map(|unit| unit.name.clone()).unwrap_or_default(),
            step.due.map(|due| due.to_string()).unwrap_or_default(),
            t.progresses[step.progress as usize].to_owned(),
        ]);
    }
    // By indicator and level as numbers, not as letters.
    rows[1..].sort_by_key(|row| (row[0].parse::<u16>().unwrap_or(0), row[2].parse::<u8>().unwrap_or(0)));
    rows
}
