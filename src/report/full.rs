//! The full report: method, results, and every indicator.

use super::Part;
use super::figures::{Chart, Paper};
use crate::assessment::{Answer, LinkKey, Stage, Step};
use crate::instrument::{Indicator, Level};
use crate::text;

impl Paper<'_> {
    /// The parts of the full report that were chosen, under one title.
    pub(super) fn full(&mut self) {
        let chosen: Vec<_> = Part::ALL
            .into_iter()
            .filter(|part| self.wish.parts.contains(part))
            .filter(|part| is_full(*part))
            .collect();
        if chosen.is_empty() {
            return;
        }
        let (stage, score) = (self.assessment.stage, self.score.clone());
        self.part("part full", self.t.full);
        self.identity(stage);
        self.caveats(&score, stage);
        for part in chosen {
            match part {
                Part::Method => self.method(),
                Part::Results => self.results(),
                Part::Indicators => self.indicators(),
                Part::Findings => self.findings(),
                Part::Plan => self.plan(),
                Part::Stages => self.stage_part(),
                Part::Summary | Part::Minutes | Part::Repairs => {}
            }
        }
        self.h.close();
    }

    fn method(&mut self) {
        let t = self.t;
        let instrument = self.instrument;
        self.h.open("section", &[]);
        self.h.say("h2", "", t.method);
        self.h.say("p", "", &(t.method_text)(&instrument.index_title, instrument.indicators().count()));
        self.of_instrument("p", "", &instrument.regulation);
        self.h.say(
            "p",
            "",
            &(t.method_support)(self.texts.proof.required_options[self.assessment.required as usize]),
        );
        self.h.say("h3", "", t.predicates);
        self.table("", &[t.predicate, t.from, t.to], &[1, 2]);
        for band in &instrument.predicates {
            self.h.open("tr", &[]);
            self.of_instrument("th", "", &band.title);
            let (from, to) = (text::value(self.language, band.from), text::value(self.language, band.to));
            self.h.say("td", "num", &from);
            self.h.say("td", "num", &to);
            self.h.close();
        }
        self.end_table();
        self.h.say("p", "soft", t.bands);
        self.h.say("h3", "", t.rules);
        self.h.open("ul", &[]);
        for rule in &instrument.rules {
            self.h.open("li", &[]);
            self.of_instrument("span", "", &rule.text);
            if rule.inferred {
                self.h.text(" ");
                self.h.say("em", "", t.inferred);
            }
            self.h.close();
        }
        self.h.close();
        self.h.say("h3", "", t.sources);
        self.h.open("ul", &[]);
        for source in &instrument.sources {
            self.of_instrument("li", "", &source.title);
        }
        self.h.close();
        self.h.say("p", "soft", t.own_words);
        self.h.close();
    }

    fn results(&mut self) {
        let t = self.t;
        let score = self.score.clone();
        self.h.open("section", &[]);
        self.h.say("h2", "", t.results);
        self.headline();
        self.section_table(&score, "full:", true);
        self.chart(Chart::Radar);
        self.chart(Chart::Bars);
        if self.assessment.target.is_some() {
            self.h.say("p", "soft", t.dashed);
        }
        self.h.say("h3", "", t.all_indicators);
        self.table(
            "indicators",
            &[t.indicator, t.weight, t.claimed, t.supported_short, t.level_name],
            &[1, 2, 3],
        );
        for indicator in self.instrument.indicators() {
            let value = self.assessment.value(indicator.number);
            let supported = self.support.indicator(indicator.number).map(|of| of.value);
            self.h.open("tr", &[]);
            self.of_instrument("th", "", &indicator.named());
            let weight = self.weight(indicator.weight);
            self.h.say("td", "num", &weight);
            let shown = self.maybe(value);
            self.figure("td", "num", &format!("indicator:{}", indicator.number), &shown);
            let shown = supported.filter(|_| value.is_some()).map(|value| text::value(self.language, value));
            self.figure(
                "td",
                "num",
                &format!("supported:{}", indicator.number),
                shown.as_deref().unwrap_or("–"),
            );
            let name = self.level_name(indicator);
            self.of_instrument("td", "", name.as_deref().unwrap_or("–"));
            self.h.close();
        }
        self.end_table();
        self.h.close();
    }

    /// "3 Terstandarisasi".
    fn level_name(&self, indicator: &Indicator) -> Option<String> {
        let level =
            self.instrument.model_of(indicator)?.level_at(self.assessment.value(indicator.number)?)?;
        Some(format!("{} {}", level.level, level.title))
    }

    fn indicators(&mut self) {
        let t = self.t;
        self.h.open("section", &[("class", "details")]);
        self.h.say("h2", "", t.details);
        let instrument = self.instrument;
        for aspect in instrument.aspects() {
            let heading = self.heading(aspect);
            self.of_instrument("h3", "", &heading);
            for indicator in &aspect.indicators {
                self.indicator(indicator);
            }
        }
        self.h.close();
    }

    fn indicator(&mut self, indicator: &Indicator) {
        let t = self.t;
        let number = indicator.number;
        let value = self.assessment.value(number);
        self.h.open("section", &[("class", "indicator")]);
        self.of_instrument("h4", "", &format!("{number}. {}", indicator.title));
        self.h.open("p", &[("class", "values")]);
        match value {
            None => self.h.say("b", "", t.unanswered),
            Some(value) => {
                let shown = self.number(value);
                self.h.say("b", "", &(t.value_is)(&shown));
                if let Some(of) = self.support.indicator(number) {
                    let shown = text::value(self.language, of.value);
                    self.h.text(&format!(" · {}", (t.supported_is)(&shown)));
                }
                if let Some((_, from)) = self.assessment.value_at(self.assessment.stage, number)
                    && from != self.assessment.stage
                {
                    self.h.text(&format!(" · {}", (t.taken_from)(text::stage(self.language, from))));
                }
            }
        }
        let owners: Vec<_> =
            self.assessment.owners(number).map(|(_, unit)| text::readable(&unit.name)).collect();
        if !owners.is_empty() {
            self.h.text(&format!(" · {}", (t.owned_by)(&owners.join(", "))));
        }
        self.h.close();
        if let (Some(value), Some(model)) = (value, self.instrument.model_of(indicator))
            && let Some(level) = model.level_at(value)
        {
            let name = format!("{} {}", level.level, level.title);
            self.said(&(t.criterion)(&name), indicator.criteria.get(&level.level).map(String::as_str), true);
        }
        let answers: Vec<(Stage, Answer)> = self
            .assessment
            .answers
            .range(..=self.assessment.stage)
            .filter_map(|(stage, answers)| Some((*stage, answers.get(&number)?.clone())))
            .collect();
        for (stage, answer) in answers {
            let of = text::stage(self.language, stage);
            let names = &self.texts.merge;
            for (name, words) in [
                (names.facts, &answer.explanation.facts),
                (names.analysis, &answer.explanation.analysis),
                (names.note, &answer.note),
                (names.justification, &answer.justification),
            ] {
                let words = words.trim();
                if !words.is_empty() {
                    self.said(&(t.text_at)(&capital(name), of), Some(words), false);
                }
            }
        }
        self.documents(indicator);
        self.h.close();
    }

    fn said(&mut self, head: &str, words: Option<&str>, of_instrument: bool) {
        let Some(words) = words else { return };
        self.h.say("p", "label", head);
        if of_instrument {
            self.of_instrument("p", "said", words);
        } else {
            self.h.say("p", "said", words);
        }
    }

    fn documents(&mut self, indicator: &Indicator) {
        let t = self.t;
        let links: Vec<(LinkKey, String)> = self
            .assessment
            .links
            .iter()
            .filter(|(key, _)| key.indicator == indicator.number)
            .map(|(key, link)| (key.clone(), link.pages.clone()))
            .collect();
        if links.is_empty() {
            return self.h.say("p", "soft", t.no_documents);
        }
        self.table("documents", &[t.level, t.document, t.document_date, t.pages, t.status], &[]);
        for (key, pages) in links {
            let Some(evidence) = self.assessment.evidence.get(&key.evidence) else { continue };
            self.h.open("tr", &[]);
            self.h.say("td", "", &key.level.to_string());
            self.h.open("td", &[]);
            self.link(evidence.address(), &text::readable(&evidence.title));
            let number = text::readable(evidence.number.trim());
            if !number.is_empty() {
                self.h.tag("br", &[]);
                self.h.say("span", "soft", &number);
            }
            self.h.close();
            let date = evidence.date.map(|date| self.date(date));
            self.h.say("td", "", date.as_deref().unwrap_or("–"));
            let pages = if pages.trim().is_empty() { evidence.pages.clone() } else { pages };
            self.h.say("td", "", if pages.trim().is_empty() { "–" } else { pages.trim() });
            self.h.say("td", "", text::evidence_status(self.language, evidence.status()));
            self.h.close();
        }
        self.end_table();
    }

    fn plan(&mut self) {
        let t = self.t;
        self.h.open("section", &[]);
        self.h.say("h2", "", t.plan);
        let mut steps: Vec<((u16, Level), Step)> = self
            .assessment
            .records
            .all::<Step>()
            .filter(|(_, step)| step.planned)
            .filter_map(|(key, step)| {
                let (number, level) = key.split_once(':')?;
                Some(((number.parse().ok()?, level.parse().ok()?), step))
            })
            .collect();
        if steps.is_empty() {
            self.h.say("p", "soft", t.no_plan);
            return self.h.close();
        }
        steps.sort_by_key(|(key, step)| (step.due.is_none(), step.due, *key));
        self.table("plan", &[t.step, t.to_do, t.owner, t.due, t.progress], &[]);
        for ((number, level), step) in steps {
            self.h.open("tr", &[]);
            let name = (t.step_to)(&self.short(number), level);
            self.of_instrument("th", "", &name);
            self.h.open("td", &[]);
            let indicator = self.instrument.indicator(number);
            if let Some(criterion) = indicator.and_then(|of| of.criteria.get(&level)) {
                self.of_instrument("p", "", criterion);
            }
            if !step.note.trim().is_empty() {
                self.h.say("p", "said", step.note.trim());
            }
            self.h.close();
            let owner = self.assessment.units.get(&step.owner).map(|unit| text::readable(&unit.name));
            self.h.say("td", "", owner.as_deref().unwrap_or("–"));
            let due = step.due.map(|due| self.date(due));
            self.h.say("td", "", due.as_deref().unwrap_or("–"));
            self.h.say("td", "", t.progresses[step.progress as usize]);
            self.h.close();
        }
        self.end_table();
        self.h.close();
    }
}

/// The same with its first letter large, as at the beginning of a line.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn is_full(part: Part) -> bool {
    !matches!(part, Part::Summary | Part::Minutes | Part::Repairs)
}
