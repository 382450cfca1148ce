//! The rules a file must keep to be an instrument. Everything after [`super::load`] relies on them.

use std::collections::HashSet;

use super::load::{Fault, LoadError, broken};
use super::{Age, Indicator, Instrument, Model, Section, Weight};

type Checked = Result<(), LoadError>;

pub fn check(instrument: &Instrument) -> Checked {
    if instrument.format != "takar-instrument" || instrument.version != 1 {
        return Err(broken("$.format", Fault::Format));
    }
    let scale = &instrument.scale;
    if scale.min >= scale.max || scale.decimals > 2 {
        return Err(broken("$.scale", Fault::Scale));
    }
    predicates(instrument)?;
    for (i, model) in instrument.models.iter().enumerate() {
        levels(instrument, model, &format!("$.models[{i}].levels"))?;
    }
    if !instrument.models.iter().all(|m| m.levels.iter().any(|l| l.level == instrument.support.from)) {
        return Err(broken("$.support.from", Fault::UnknownLevel(instrument.support.from)));
    }
    unique(instrument.models.iter().map(|m| &m.id), "$.models")?;
    unique(instrument.sources.iter().map(|s| &s.id), "$.sources")?;

    let mut walk = Walk { instrument, numbers: HashSet::new(), section_ids: HashSet::new() };
    walk.sections(&instrument.sections, "$.sections")?;
    sum(instrument.sections.iter().map(|s| s.weight), instrument.total_weight, "$.total_weight")?;
    for (i, rule) in instrument.rules.iter().enumerate() {
        walk.sources(&rule.sources, &format!("$.rules[{i}].sources"))?;
        walk.ages(&rule.ages, &format!("$.rules[{i}].ages"))?;
    }
    for (i, remark) in instrument.remarks.iter().enumerate() {
        walk.sources(&remark.sources, &format!("$.remarks[{i}].sources"))?;
    }
    Ok(())
}

fn predicates(instrument: &Instrument) -> Checked {
    let (Some(first), Some(last)) = (instrument.predicates.first(), instrument.predicates.last()) else {
        return Err(broken("$.predicates", Fault::Empty));
    };
    for (i, pair) in instrument.predicates.windows(2).enumerate() {
        let [below, above] = pair else { continue };
        if below.to != above.from || below.from >= below.to {
            return Err(broken(
                format!("$.predicates[{}].from", i + 1),
                Fault::PredicateGap { below: below.title.clone(), above: above.title.clone() },
            ));
        }
    }
    let scale = &instrument.scale;
    if first.from != scale.min || last.to != scale.max || last.from >= last.to {
        return Err(broken(
            "$.predicates",
            Fault::PredicateEnds {
                from: first.from.to_string(),
                to: last.to.to_string(),
                min: scale.min.to_string(),
                max: scale.max.to_string(),
            },
        ));
    }
    Ok(())
}

fn levels(instrument: &Instrument, model: &Model, path: &str) -> Checked {
    let Some(first) = model.levels.first() else {
        return Err(broken(path, Fault::Empty));
    };
    let scale = &instrument.scale;
    let rises = model.levels.windows(2).all(|w| w[0].level < w[1].level && w[0].value < w[1].from);
    let inside = model.levels.iter().all(|l| l.from <= l.value && l.value <= scale.max);
    if rises && inside && first.from == scale.min { Ok(()) } else { Err(broken(path, Fault::LevelOrder)) }
}

struct Walk<'a> {
    instrument: &'a Instrument,
    numbers: HashSet<u16>,
    section_ids: HashSet<&'a str>,
}

impl<'a> Walk<'a> {
    fn sections(&mut self, sections: &'a [Section], path: &str) -> Checked {
        if sections.is_empty() {
            return Err(broken(path, Fault::Empty));
        }
        for (i, section) in sections.iter().enumerate() {
            let path = format!("{path}[{i}]");
            if !self.section_ids.insert(&section.id) {
                return Err(broken(format!("{path}.id"), Fault::IdTwice(section.id.clone())));
            }
            self.sources(&section.sources, &format!("{path}.sources"))?;
            if section.indicators.is_empty() || !section.sections.is_empty() {
                self.sections(&section.sections, &format!("{path}.sections"))?;
            }
            for (i, indicator) in section.indicators.iter().enumerate() {
                self.indicator(indicator, &format!("{path}.indicators[{i}]"))?;
            }
            let below = section.sections.iter().map(|s| s.weight);
            let weights = below.chain(section.indicators.iter().map(|i| i.weight));
            sum(weights, section.weight, &format!("{path}.weight"))?;
        }
        Ok(())
    }

    fn indicator(&mut self, indicator: &'a Indicator, path: &str) -> Checked {
        if !self.numbers.insert(indicator.number) {
            return Err(broken(format!("{path}.number"), Fault::NumberTwice(indicator.number)));
        }
        if indicator.weight == 0 {
            return Err(broken(format!("{path}.weight"), Fault::NoWeight));
        }
        let Some(model) = self.instrument.model_of(indicator) else {
            return Err(broken(format!("{path}.model"), Fault::UnknownModel(indicator.model.clone())));
        };
        let criteria = format!("{path}.criteria");
        for level in &model.levels {
            match indicator.criteria.get(&level.level) {
                None => return Err(broken(criteria, Fault::MissingCriterion(level.level))),
                Some(text) if text.trim().is_empty() => {
                    return Err(broken(criteria, Fault::EmptyCriterion(level.level)));
                }
                Some(_) => {}
            }
        }
        let known = |level: &u8| model.levels.iter().any(|l| l.level == *level);
        if let Some(level) = indicator.criteria.keys().find(|l| !known(l)) {
            return Err(broken(criteria, Fault::UnknownLevel(*level)));
        }
        for (i, expected) in indicator.evidence.iter().enumerate() {
            if let Some(level) = expected.levels.iter().find(|l| !known(l)) {
                return Err(broken(format!("{path}.evidence[{i}].levels"), Fault::UnknownLevel(*level)));
            }
        }
        unique(indicator.evidence.iter().map(|e| &e.id), &format!("{path}.evidence"))?;
        if let Some(external) = &indicator.external {
            let rises = external.bands.is_sorted_by(|a, b| a < b);
            if !rises || external.bands.len() != model.levels.len() + 1 {
                return Err(broken(format!("{path}.external.bands"), Fault::Bands));
            }
        }
        unique(indicator.parts.iter().map(|p| &p.id), &format!("{path}.parts"))?;
        self.sources(&indicator.sources, &format!("{path}.sources"))
    }

    fn ages(&self, ages: &[Age], path: &str) -> Checked {
        let known =
            |level: &u8| self.instrument.models.iter().any(|m| m.levels.iter().any(|l| l.level == *level));
        for (i, age) in ages.iter().enumerate() {
            if let Some(level) = age.levels.iter().find(|level| !known(level)) {
                return Err(broken(format!("{path}[{i}].levels"), Fault::UnknownLevel(*level)));
            }
            if let Some(number) = age.indicators.iter().find(|number| !self.numbers.contains(number)) {
                return Err(broken(format!("{path}[{i}].indicators"), Fault::UnknownNumber(*number)));
            }
        }
        Ok(())
    }

    fn sources(&self, ids: &[String], path: &str) -> Checked {
        let known = |id: &String| self.instrument.sources.iter().any(|s| s.id == *id);
        match ids.iter().enumerate().find(|(_, id)| !known(id)) {
            Some((i, id)) => Err(broken(format!("{path}[{i}]"), Fault::UnknownSource(id.clone()))),
            None => Ok(()),
        }
    }
}

fn sum(weights: impl Iterator<Item = Weight>, stated: Weight, path: &str) -> Checked {
    // In u64: a hostile file could overflow u32.
    let sum: u64 = weights.map(u64::from).sum();
    let stated = u64::from(stated);
    if sum == stated { Ok(()) } else { Err(broken(path, Fault::WeightSum { sum, stated })) }
}

fn unique<'a>(ids: impl Iterator<Item = &'a String>, path: &str) -> Checked {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(broken(path, Fault::IdTwice(id.clone())));
        }
    }
    Ok(())
}
