//! Targets, what-if, and the shortest way.

pub mod en;
pub mod id;
mod texts;

pub use texts::PlanTexts;

use super::{Language, exact, readable, value};
use crate::assessment::{Assessment, Progress};
use crate::instrument::Instrument;
use crate::plan::{Action, action_plan};

pub fn progress(language: Language, progress: Progress) -> &'static str {
    let at = Progress::ALL.iter().position(|other| *other == progress).unwrap_or_default();
    language.texts().plan.progresses[at]
}

/// The action plan as rows of texts, the first of which has the titles of the columns.
pub fn action_rows(language: Language, instrument: &Instrument, assessment: &Assessment) -> Vec<Vec<String>> {
    let t = &language.texts().plan;
    let row = |action: &Action| {
        let indicator = instrument.indicator(action.number);
        let owners = action.owners(assessment);
        let owners: Vec<_> = owners
            .iter()
            .filter_map(|id| assessment.units.get(*id))
            .map(|unit| readable(&unit.name))
            .collect();
        let expected = indicator.map(|of| {
            let here = of.evidence.iter().filter(|expected| expected.is_for(action.level));
            here.map(|expected| expected.title.as_str()).collect::<Vec<_>>().join("; ")
        });
        let links = assessment.links.keys();
        let here = links.filter(|key| key.indicator == action.number && key.level == action.level);
        let mut attached: Vec<_> = here.map(|key| key.evidence.as_str()).collect();
        attached.dedup();
        let titles: Vec<_> = attached
            .into_iter()
            .filter_map(|id| assessment.evidence.get(id))
            .map(|evidence| evidence.title.as_str())
            .collect();
        let criterion = indicator.and_then(|of| of.criteria.get(&action.level).cloned());
        vec![
            action.number.to_string(),
            indicator.map_or_else(String::new, |of| of.title.clone()),
            assessment.value(action.number).map_or_else(String::new, |now| value(language, now)),
            action.level.to_string(),
            exact(language, action.gain, 2),
            action.effort.to_string(),
            owners.join(", "),
            action.step.due.map(|due| due.to_string()).unwrap_or_default(),
            progress(language, action.step.progress).to_owned(),
            t.yes_no[usize::from(!action.reached)].to_owned(),
            action.step.note.clone(),
            criterion.unwrap_or_default(),
            expected.unwrap_or_default(),
            titles.join("; "),
        ]
    };
    let head = t.columns.map(str::to_owned).to_vec();
    std::iter::once(head).chain(action_plan(instrument, assessment).actions.iter().map(row)).collect()
}
