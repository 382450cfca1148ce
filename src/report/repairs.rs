//! Catatan Perbaikan: for each unit what is missing at its indicators.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::Paper;
use crate::assessment::{Assessment, Date, Due, Question, Status, UnitId};
use crate::instrument::{Indicator, Instrument, Number, SupportBy};
use crate::score::{Basis, Concern, RungState, Support, expired, of_link, reference_day};
use crate::text::{self, Language, link_concern};

/// What a unit has to mend.
#[derive(Clone, Debug, PartialEq)]
pub struct OfUnit {
    /// None for the indicators that no unit answers.
    pub unit: Option<UnitId>,
    /// By indicator, in the order of the instrument. Indicators where nothing is missing have no entry.
    pub missing: Vec<(Number, Vec<Missing>)>,
}

/// Something that is missing at an indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum Missing {
    /// No value yet.
    Answer,
    /// A value, but neither facts nor analysis.
    Explanation,
    /// A level up to the claimed one that its documents do not support, in words.
    Support(String),
    /// A document that was sent back: its title, what was decided, and why.
    Review { title: String, status: Status, note: String },
    /// What is doubtful about a document, by its title, in words.
    Doubt { title: String, words: String },
    /// A follow-up of the interview that is not done.
    FollowUp { words: String, due: Option<Due> },
}

/// What is missing, by unit in the order of their names; those that nobody answers come last. Units that have
/// nothing to mend have an empty list.
pub fn missing(
    language: Language,
    instrument: &Instrument,
    assessment: &Assessment,
    support: &Support,
    today: Date,
) -> Vec<OfUnit> {
    let mut of_all: BTreeMap<Number, Vec<Missing>> = BTreeMap::new();
    for indicator in instrument.indicators() {
        let found = at(language, instrument, assessment, support, today, indicator);
        of_all.insert(indicator.number, found);
    }
    let questions: Vec<(Number, Question)> = assessment
        .records
        .all::<Question>()
        .filter_map(|(key, question)| Some((key.split_once(':')?.0.parse().ok()?, question)))
        .filter(|(_, question): &(Number, Question)| !question.done)
        .filter(|(_, question)| {
            !(question.follow_up.trim().is_empty() && question.question.trim().is_empty())
        })
        .collect();
    let gather = |unit: Option<&UnitId>, numbers: &BTreeSet<Number>| {
        let mine = |number: Number, owner: &UnitId| {
            let known = assessment.units.contains_key(owner);
            if known { unit == Some(owner) } else { numbers.contains(&number) }
        };
        let of = |indicator: &Indicator| {
            let number = indicator.number;
            let mut found = if numbers.contains(&number) { of_all[&number].clone() } else { Vec::new() };
            for (_, question) in
                questions.iter().filter(|(of, one)| *of == number && mine(number, &one.owner))
            {
                let follow_up = question.follow_up.trim();
                let words = if follow_up.is_empty() { question.question.trim() } else { follow_up };
                found.push(Missing::FollowUp { words: words.to_owned(), due: question.due });
            }
            (!found.is_empty()).then_some((number, found))
        };
        OfUnit { unit: unit.cloned(), missing: instrument.indicators().filter_map(of).collect() }
    };
    let mut units: Vec<_> = assessment.units.iter().collect();
    units.sort_by_key(|(id, unit)| (unit.name.to_lowercase(), (*id).clone()));
    let mut all: Vec<_> = units.iter().map(|(id, unit)| gather(Some(*id), &unit.indicators)).collect();
    let owned: BTreeSet<_> = units.iter().flat_map(|(_, unit)| &unit.indicators).copied().collect();
    let nobody = of_all.keys().copied().filter(|number| !owned.contains(number)).collect();
    let left = gather(None, &nobody);
    if !left.missing.is_empty() || all.is_empty() {
        all.push(left);
    }
    all
}

fn at(
    language: Language,
    instrument: &Instrument,
    assessment: &Assessment,
    support: &Support,
    today: Date,
    indicator: &Indicator,
) -> Vec<Missing> {
    let texts = &language.texts().proof;
    let number = indicator.number;
    let mut found = Vec::new();
    match assessment.value(number) {
        None => found.push(Missing::Answer),
        Some(value) => {
            let explained = assessment.answers.values().filter_map(|answers| answers.get(&number));
            if !explained.into_iter().any(|answer| !answer.explanation.is_empty()) {
                found.push(Missing::Explanation);
            }
            let claimed = instrument.model_of(indicator).and_then(|model| model.level_at(value));
            let of = support.indicator(number);
            if of.is_some_and(|of| of.basis == Basis::ExternalMissing) {
                found.push(Missing::Support(texts.why_external.to_owned()));
            } else if of.is_some_and(|of| of.value < value) {
                let claimed = claimed.map_or(0, |level| level.level);
                for rung in of.iter().flat_map(|of| &of.rungs).filter(|rung| rung.level <= claimed) {
                    let words = match rung.state {
                        RungState::Supported | RungState::AboveOpen(_) => continue,
                        RungState::Empty => (texts.why_empty)(rung.level),
                        RungState::Waiting(status) => {
                            (texts.why_waiting)(rung.level, text::evidence_status(language, status))
                        }
                        RungState::Incomplete => {
                            (texts.why_incomplete)(rung.level, rung.items.0, rung.items.1)
                        }
                    };
                    found.push(Missing::Support(words));
                }
            }
        }
    }
    let reference = reference_day(today, assessment.year);
    let by_items = instrument.support.by == SupportBy::Items;
    let mut seen = BTreeSet::new();
    for key in assessment.links.keys().filter(|key| key.indicator == number) {
        let Some(evidence) = assessment.evidence.get(&key.evidence) else { continue };
        let title = text::readable(&evidence.title);
        let status = evidence.status();
        if status.needs_note() && seen.insert((&key.evidence, String::new())) {
            let note =
                evidence.reviews.last().map(|review| review.note.trim().to_owned()).unwrap_or_default();
            found.push(Missing::Review { title: title.clone(), status, note });
        }
        let of_link = of_link(instrument, key, evidence, reference);
        let grave = of_link.into_iter().filter(Concern::is_grave).chain(expired(evidence, reference));
        for concern in grave {
            let Some(words) = link_concern(language, indicator, by_items, &concern) else { continue };
            if seen.insert((&key.evidence, words.clone())) {
                found.push(Missing::Doubt { title: title.clone(), words });
            }
        }
    }
    found
}

impl Paper<'_> {
    pub(super) fn repairs(&mut self) {
        let t = self.t;
        let all = missing(self.language, self.instrument, self.assessment, &self.support, self.around.today);
        let (fine, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|of| of.missing.is_empty());
        let name = |paper: &Self, of: &OfUnit| match &of.unit {
            Some(id) => {
                paper.assessment.units.get(id).map_or_else(|| id.clone(), |unit| text::readable(&unit.name))
            }
            None if paper.assessment.units.is_empty() => t.all_units.to_owned(),
            None => t.nobody.to_owned(),
        };
        let names: Vec<_> = fine.iter().map(|of| name(self, of)).collect();
        for (at, of) in open.iter().enumerate() {
            let name = name(self, of);
            self.part("part repairs", t.repairs);
            self.h.say("p", "unit", &name);
            self.identity(self.assessment.stage);
            self.h.say("p", "soft", &(t.repairs_text)(of.missing.len()));
            self.table("repairs", &[t.indicator, t.claimed, t.supported_short, t.to_mend], &[1, 2]);
            for (number, found) in &of.missing {
                self.h.open("tr", &[]);
                let title = self.short(*number);
                self.of_instrument("th", "", &title);
                let value = self.assessment.value(*number);
                let shown = self.maybe(value);
                self.h.say("td", "num", &shown);
                let supported =
                    self.support.indicator(*number).map(|of| of.value).filter(|_| value.is_some());
                let supported = supported.map(|value| text::value(self.language, value));
                self.h.say("td", "num", supported.as_deref().unwrap_or("–"));
                self.h.open("td", &[]);
                self.h.open("ul", &[]);
                for one in found {
                    let words = self.in_words(one);
                    self.h.say("li", "said", &words);
                }
                self.h.close();
                self.h.close();
                self.h.close();
            }
            self.end_table();
            if at + 1 == open.len() && !names.is_empty() {
                self.h.say("p", "soft", &(t.units_fine)(&names.join(", ")));
            }
            self.h.close();
        }
        if open.is_empty() {
            self.part("part repairs", t.repairs);
            self.identity(self.assessment.stage);
            self.h.say("p", "", t.nothing_to_mend);
            self.h.close();
        }
    }

    fn in_words(&self, missing: &Missing) -> String {
        let t = self.t;
        match missing {
            Missing::Answer => t.miss_answer.to_owned(),
            Missing::Explanation => t.miss_explanation.to_owned(),
            Missing::Support(words) => words.clone(),
            Missing::Review { title, status, note } => {
                (t.miss_review)(title, text::evidence_status(self.language, *status), note)
            }
            Missing::Doubt { title, words } => (t.miss_doubt)(title, words),
            Missing::FollowUp { words, due } => {
                let due = due.map(|due| match due {
                    Due::On(day) => self.date(day),
                    Due::Within { from, days } => {
                        let counted = due.day(self.around.calendar).ok();
                        // Where the holidays are not known, the day may be another one.
                        let day = counted.filter(|counted| counted.unlisted.is_empty());
                        let rule = (t.working_days)(days, &self.date(from));
                        day.map_or(rule.clone(), |counted| format!("{} ({rule})", self.date(counted.day)))
                    }
                });
                (t.miss_follow_up)(words, due.as_deref())
            }
        }
    }
}
