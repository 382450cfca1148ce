//! Ringkasan Pimpinan: one page.

use super::figures::{Chart, Paper, at_stage};
use crate::assessment::{Progress, Stage, Step};
use crate::score::IndicatorScore;
use crate::text;

/// So many strong, weak and next ones.
const FEW: usize = 3;

impl Paper<'_> {
    pub(super) fn summary(&mut self) {
        let (t, stage) = (self.t, self.assessment.stage);
        self.part("part summary", t.summary);
        self.identity(stage);
        self.headline();
        self.h.open("div", &[("class", "two")]);
        self.chart(Chart::Radar);
        let score = self.score.clone();
        self.h.open("div", &[]);
        self.section_table(&score, "", false);
        self.h.close();
        self.h.close();
        self.caveats(&score, stage);
        self.trend();
        self.h.open("div", &[("class", "two")]);
        self.ranked(t.strongest, true);
        self.ranked(t.weakest, false);
        self.h.close();
        self.next_steps();
        self.h.close();
    }

    /// Index, predicate, what documents support, target.
    pub(super) fn headline(&mut self) {
        let t = self.t;
        let (claimed, supported) = (self.score.standing.clone(), self.support.supported.clone());
        self.h.open("dl", &[("class", "headline")]);
        let index = self.rounded(claimed.index);
        self.pair(
            &self.instrument.index_title.clone(),
            "index",
            &index,
            Some(("predicate", &claimed.predicate)),
        );
        let shown = self.rounded(supported.index);
        let term = if self.support.estimated { t.supported_estimate } else { t.supported };
        self.pair(term, "supported-index", &shown, Some(("supported-predicate", &supported.predicate)));
        match self.assessment.target {
            None => self.pair(t.target, "target", "–", None),
            Some(target) => {
                let gap = claimed.index.short_of(target);
                let gap = gap.map_or_else(
                    || self.texts.score.reached.to_owned(),
                    |gap| (self.texts.score.gap)(&text::exact(self.language, gap, 2)),
                );
                let shown = text::value(self.language, target);
                self.pair(t.target, "target", &shown, Some(("gap", &gap)));
            }
        }
        let answered = format!("{}/{}", self.score.answered, self.score.total);
        self.pair(t.answered, "answered", &answered, None);
        self.h.close();
    }

    fn pair(&mut self, term: &str, name: &str, shown: &str, more: Option<(&str, &str)>) {
        self.h.open("div", &[]);
        self.h.say("dt", "", term);
        self.h.open("dd", &[]);
        self.figure("b", "big", name, shown);
        if let Some((name, shown)) = more {
            self.h.text(" ");
            self.figure("span", "", name, shown);
        }
        self.h.close();
        self.h.close();
    }

    /// The index from stage to stage.
    fn trend(&mut self) {
        let stages = super::stages::reached(self.assessment);
        if stages.len() > 1 {
            let of = |stage: &Stage| {
                let index = at_stage(self.instrument, self.assessment, *stage).standing.index;
                format!("{} {}", text::stage(self.language, *stage), self.rounded(index))
            };
            let line = stages.iter().map(of).collect::<Vec<_>>().join(" → ");
            self.h.say("p", "", &(self.t.trend)(&line));
        }
    }

    /// The best or the worst of what is answered; of equal ones, those that weigh most.
    fn ranked(&mut self, head: &str, best: bool) {
        let mut answered: Vec<IndicatorScore> =
            self.score.indicators().filter(|one| one.value.is_some()).cloned().collect();
        answered.sort_by(|a, b| {
            let by_value = if best { b.value.cmp(&a.value) } else { a.value.cmp(&b.value) };
            by_value.then(b.weight.cmp(&a.weight)).then(a.number.cmp(&b.number))
        });
        self.h.open("section", &[]);
        self.h.say("h2", "", head);
        self.h.open("ul", &[("class", "clip")]);
        for one in answered.iter().take(FEW) {
            let line = format!("{} ({})", self.short(one.number), self.maybe(one.value));
            self.of_instrument("li", "", &line);
        }
        if answered.is_empty() {
            self.h.say("li", "soft", self.t.nothing_answered);
        }
        self.h.close();
        self.h.close();
    }

    fn next_steps(&mut self) {
        let t = self.t;
        self.h.open("section", &[]);
        self.h.say("h2", "", t.next);
        self.h.open("ol", &[("class", "clip")]);
        let open = self.score.total - self.score.answered;
        if open > 0 {
            self.h.say("li", "", &(t.next_open)(open));
        }
        let gaps = self.support.gaps();
        if let Some(first) = gaps.first() {
            let lost = text::exact(self.language, first.lost, 4);
            let line = (t.next_support)(gaps.len(), &self.short(first.number), &lost);
            self.h.say("li", "", &line);
        }
        let mut gains: Vec<IndicatorScore> = self
            .score
            .indicators()
            .filter(|one| one.value.is_some() && one.gain.is_some())
            .cloned()
            .collect();
        gains.sort_by(|a, b| {
            b.gain.cmp(&a.gain).then(a.counted.cmp(&b.counted)).then(a.number.cmp(&b.number))
        });
        for one in gains.iter().take(FEW) {
            let indicator = self.instrument.indicator(one.number);
            let next = indicator.and_then(|of| self.instrument.model_of(of)?.level_above(one.counted));
            if let (Some(gain), Some(next)) = (one.gain, next) {
                let gain = text::exact(self.language, gain, 4);
                self.h.say("li", "", &(t.next_raise)(&self.short(one.number), next.level, &gain));
            }
        }
        let steps: Vec<_> = self
            .assessment
            .records
            .all::<Step>()
            .filter(|(_, step)| step.planned)
            .map(|(_, step)| step)
            .collect();
        if !steps.is_empty() {
            let done = steps.iter().filter(|step| step.progress == Progress::Selesai).count();
            let due = steps
                .iter()
                .filter(|step| step.progress != Progress::Selesai)
                .filter_map(|step| step.due)
                .min();
            let due = due.map(|due| self.date(due));
            self.h.say("li", "", &(t.next_plan)(steps.len(), done, due.as_deref()));
        }
        self.h.close();
        self.h.close();
    }
}
