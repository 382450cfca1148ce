//! What is still to be done, by whom, and until when.

use std::collections::BTreeSet;

use super::working::{Calendar, Counted, TooFar};
use crate::assessment::{Assessment, Due, Progress, Question, Stamp, Step, UnitId};
use crate::instrument::{Level, Number};

/// What it is that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// What is to follow on a question, by the key of its entry.
    Question { key: String, indicator: Number },
    /// A work package that has not come back.
    Package,
    /// A step of the action plan, by the level it leads to.
    Step { indicator: Number, level: Level },
}

/// Something that is due.
#[derive(Clone, Debug, PartialEq)]
pub struct DueItem {
    /// The unit that has to do it; empty where nobody was named.
    pub owner: UnitId,
    pub matter: Matter,
    pub due: Due,
    /// The day, where the calendar knows it.
    pub day: Result<Counted, TooFar>,
    /// The last change of what it stands in.
    pub changed: Option<Stamp>,
}

/// Everything that is due and not done: questions with a due date, work packages that are out, and steps of
/// the action plan. By day, the earliest first; what has no day stands at the end.
pub fn still_due(of: &Assessment, calendar: &Calendar) -> Vec<DueItem> {
    let mut items = Vec::new();
    let mut add = |owner: &str, matter, due: Due, changed: Option<&Stamp>| {
        let day = due.day(calendar);
        items.push(DueItem { owner: owner.to_owned(), matter, due, day, changed: changed.cloned() });
    };
    for (book, key, record) in of.records.entries() {
        let Some(indicator) = book.indicator(key) else { continue };
        match book {
            crate::assessment::Book::Questions => {
                let question: Question = record.as_kept();
                if let Some(due) = question.due.filter(|_| !question.done) {
                    let matter = Matter::Question { key: key.to_owned(), indicator };
                    add(&question.owner, matter, due, record.changed.as_ref());
                }
            }
            crate::assessment::Book::Steps => {
                let step: Step = record.as_kept();
                let level = key.split_once(':').and_then(|(_, level)| level.parse().ok());
                let open = step.planned && step.progress != Progress::Selesai;
                if let (Some(day), Some(level), true) = (step.due, level, open) {
                    let matter = Matter::Step { indicator, level };
                    add(&step.owner, matter, Due::On(day), record.changed.as_ref());
                }
            }
            _ => {}
        }
    }
    match &of.order {
        Some(order) => {
            if let Some(day) = order.due.filter(|_| order.returned.is_none()) {
                add(&order.unit, Matter::Package, Due::On(day), Some(&order.issued));
            }
        }
        None => {
            for (id, unit) in
                of.units.iter().filter(|(_, unit)| !unit.indicators.is_empty() && !unit.is_back())
            {
                if let Some(day) = of.briefing.due {
                    add(id, Matter::Package, Due::On(day), unit.issued.as_ref());
                }
            }
        }
    }
    items.sort_by_key(|item| {
        let day = item.day.as_ref().ok().map(|counted| counted.day);
        (day.is_none(), day, item.owner.clone())
    });
    items
}

impl DueItem {
    /// Whether it is a matter of these indicators or of this unit.
    pub fn is_of(&self, unit: Option<&str>, indicators: &BTreeSet<Number>) -> bool {
        let of_indicator = match self.matter {
            Matter::Question { indicator, .. } | Matter::Step { indicator, .. } => {
                self.owner.is_empty() && indicators.contains(&indicator)
            }
            Matter::Package => false,
        };
        of_indicator || unit.is_some_and(|unit| unit == self.owner)
    }
}
