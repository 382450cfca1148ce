//! Assessments as rows for spreadsheets and databases: one for each agency and indicator.

use serde_json::{Value as Json, json};

use crate::assessment::{Aim, Assessment, Status};
use crate::exchange::{csv_head, csv_row};
use crate::instrument::Instrument;
use crate::score::{Exact, support};

/// The columns, in their order. `docs/file-format.md` says what each holds.
pub const COLUMNS: [&str; 24] = [
    "file",
    "id",
    "agency",
    "kind",
    "year",
    "instrument",
    "stage",
    "package",
    "domain",
    "aspect",
    "indicator",
    "title",
    "weight",
    "value",
    "value_stage",
    "supported",
    "basis",
    "target",
    "units",
    "documents",
    "accepted",
    "facts",
    "analysis",
    "note",
];

/// The first line of a CSV of rows.
pub fn rows_head() -> String {
    csv_head(COLUMNS)
}

/// One agency and one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Row([Cell; COLUMNS.len()]);

#[derive(Clone, Debug, PartialEq)]
enum Cell {
    None,
    Text(String),
    Count(u64),
    /// A number with decimals, written with a point.
    Decimal(String),
    List(Vec<String>),
}

impl Cell {
    fn some(text: Option<impl Into<String>>) -> Self {
        text.map(Into::into).filter(|text| !text.is_empty()).map_or(Self::None, Self::Text)
    }
}

impl Row {
    /// As a line of CSV: semicolons, decimal commas, lists parted by `, `.
    pub fn csv(&self) -> String {
        let cells: Vec<String> = self
            .0
            .iter()
            .map(|cell| match cell {
                Cell::None => String::new(),
                Cell::Text(text) => text.clone(),
                Cell::Count(count) => count.to_string(),
                Cell::Decimal(number) => number.replace('.', ","),
                Cell::List(all) => all.join(", "),
            })
            .collect();
        csv_row(cells.iter().map(String::as_str))
    }

    /// As a line of JSON without its end, the columns in their order. Numbers with decimals are texts with a
    /// point, as in manifests.
    pub fn json(&self) -> String {
        let mut line = String::from("{");
        for (name, cell) in COLUMNS.iter().zip(&self.0) {
            let value = match cell {
                Cell::None => Json::Null,
                Cell::Text(text) | Cell::Decimal(text) => Json::from(text.as_str()),
                Cell::Count(count) => Json::from(*count),
                Cell::List(all) => json!(all),
            };
            let mark = if line.len() > 1 { "," } else { "" };
            line.push_str(&format!("{mark}\"{name}\":{value}"));
        }
        line.push('}');
        line
    }
}

/// The rows of an assessment in the order of the instrument. Of a work package only its own indicators.
pub fn rows(file: &str, instrument: &Instrument, assessment: &Assessment) -> Vec<Row> {
    let support = support(instrument, assessment);
    let order = assessment.order.as_deref();
    let asked = |number| order.is_none_or(|order| order.indicators.contains(&number));
    let one = |indicator: &crate::instrument::Indicator| {
        let number = indicator.number;
        let valued = assessment.value_at(assessment.stage, number);
        let supported = support.indicator(number).filter(|_| valued.is_some());
        let path = instrument.path_to(number);
        let domain = (path.len() > 1).then(|| path.first().map(|section| section.id.clone())).flatten();
        let owners: Vec<_> = assessment.owners(number).map(|(_, unit)| unit.name.clone()).collect();
        let mut documents: Vec<_> = assessment
            .links
            .keys()
            .filter(|key| key.indicator == number)
            .filter_map(|key| assessment.evidence.get_key_value(&key.evidence))
            .collect();
        documents.sort_by_key(|(id, _)| *id);
        documents.dedup_by_key(|(id, _)| *id);
        let accepted = documents.iter().filter(|(_, one)| one.status() == Status::Diterima).count();
        let mut texts = [None, None, None];
        // Of each text the one of the latest stage that has it.
        for answer in assessment.answers.range(..=assessment.stage).filter_map(|(_, all)| all.get(&number)) {
            let own = [&answer.explanation.facts, &answer.explanation.analysis, &answer.note];
            for (text, own) in texts.iter_mut().zip(own).filter(|(_, own)| !own.is_empty()) {
                *text = Some(own.as_str());
            }
        }
        let [facts, analysis, note] = texts;
        let aim = assessment.records.get::<Aim>(&number.to_string()).and_then(|aim| aim.target);
        Row([
            Cell::Text(file.to_owned()),
            Cell::Text(assessment.id.clone()),
            Cell::Text(assessment.agency.name.clone()),
            Cell::Text(assessment.agency.kind.code().to_owned()),
            Cell::Count(assessment.year.into()),
            Cell::Text(instrument.id.clone()),
            Cell::Text(assessment.stage.code().to_owned()),
            Cell::some(order.map(|order| order.name.as_str())),
            Cell::some(domain),
            Cell::some(path.last().map(|section| section.id.as_str())),
            Cell::Count(number.into()),
            Cell::Text(indicator.title.clone()),
            Cell::Decimal(Exact::share(indicator.weight, instrument.total_weight).decimal(2)),
            valued.map_or(Cell::None, |(value, _)| Cell::Decimal(value.to_string())),
            Cell::some(valued.map(|(_, stage)| stage.code())),
            supported.map_or(Cell::None, |of| Cell::Decimal(of.value.to_string())),
            Cell::some(supported.map(|of| of.basis.code())),
            aim.map_or(Cell::None, |aim| Cell::Decimal(aim.to_string())),
            Cell::List(owners),
            Cell::Count(documents.len() as u64),
            Cell::Count(accepted as u64),
            Cell::some(facts),
            Cell::some(analysis),
            Cell::some(note),
        ])
    };
    instrument.indicators().filter(|indicator| asked(indicator.number)).map(one).collect()
}
