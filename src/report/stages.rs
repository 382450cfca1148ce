//! The stages beside each other.

use super::figures::{Chart, Paper, at_stage};
use crate::assessment::{Assessment, Closing, Stage};
use crate::text;

/// The stages up to the present one at which something was valued, the first one always.
pub(super) fn reached(assessment: &Assessment) -> Vec<Stage> {
    let valued = |stage: &Stage| {
        let answers = assessment.answers.get(stage);
        *stage == Stage::Mandiri
            || *stage == assessment.stage
            || answers.is_some_and(|answers| answers.values().any(|answer| answer.value.is_some()))
    };
    Stage::ALL.into_iter().filter(|stage| *stage <= assessment.stage).filter(valued).collect()
}

impl Paper<'_> {
    pub(super) fn stage_part(&mut self) {
        let t = self.t;
        self.h.open("section", &[]);
        self.h.say("h2", "", t.stage_part);
        let stages = reached(self.assessment);
        if stages.len() < 2 {
            self.h.say("p", "soft", t.one_stage);
            return self.h.close();
        }
        self.h.say("p", "soft", t.taken_over);
        self.table(
            "",
            &[t.stage, self.instrument.index_title.as_str(), t.predicate, t.changed, t.closed],
            &[1, 3],
        );
        for stage in &stages {
            let of = at_stage(self.instrument, self.assessment, *stage);
            self.h.open("tr", &[]);
            self.h.say("th", "", text::stage(self.language, *stage));
            let index = self.rounded(of.standing.index);
            self.figure("td", "num", &format!("stage:{}", stage.code()), &index);
            self.h.say("td", "", &of.standing.predicate);
            let own = self.assessment.answers.get(stage);
            let own =
                own.map_or(0, |answers| answers.values().filter(|answer| answer.value.is_some()).count());
            self.h.say("td", "num", &own.to_string());
            let closing = self.assessment.records.get::<Closing>(stage.code());
            let closing = closing.map(|closing| {
                let on = closing.on.map(|on| self.date(on)).unwrap_or_default();
                (t.closed_by)(&text::readable(&closing.by), &on)
            });
            self.h.say("td", "", closing.as_deref().unwrap_or("–"));
            self.h.close();
        }
        self.end_table();
        self.chart(Chart::Line);
        self.different(&stages);
        self.h.close();
    }

    /// The indicators whose value is not the same at all of these stages.
    fn different(&mut self, stages: &[Stage]) {
        let t = self.t;
        let rows: Vec<_> = self
            .instrument
            .indicators()
            .map(|indicator| {
                let of = |stage: &Stage| {
                    self.assessment.value_at(*stage, indicator.number).map(|(value, _)| value)
                };
                (indicator.number, stages.iter().map(of).collect::<Vec<_>>())
            })
            .filter(|(_, values)| values.windows(2).any(|pair| pair[0] != pair[1]))
            .collect();
        self.h.say("h3", "", t.different);
        if rows.is_empty() {
            return self.h.say("p", "soft", t.no_difference);
        }
        let names: Vec<_> = stages.iter().map(|stage| t.stages[*stage as usize]).collect();
        let heads: Vec<_> = std::iter::once(t.indicator).chain(names).chain([t.difference]).collect();
        let num: Vec<_> = (1..heads.len()).collect();
        self.table("", &heads, &num);
        for (number, values) in rows {
            self.h.open("tr", &[]);
            let name = self.short(number);
            self.of_instrument("th", "", &name);
            for value in &values {
                let shown = self.maybe(*value);
                self.h.say("td", "num", &shown);
            }
            let ends = (values.first().copied().flatten(), values.last().copied().flatten());
            let shown = match ends {
                (Some(first), Some(last)) if last >= first => format!("+{}", self.less(last, first)),
                (Some(first), Some(last)) => format!("−{}", self.less(first, last)),
                _ => "–".to_owned(),
            };
            self.h.say("td", "num", &shown);
            self.h.close();
        }
        self.end_table();
    }

    fn less(&self, high: crate::instrument::Value, low: crate::instrument::Value) -> String {
        self.number(crate::instrument::Value::hundredths(high.as_hundredths() - low.as_hundredths()))
    }
}
