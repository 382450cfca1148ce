//! Walking an instrument.

use std::collections::BTreeSet;

use super::{Indicator, Instrument, LevelName, Model, Number, Predicate, Section, Value};

impl Instrument {
    /// The same with some indicators alone, and the sections that hold them. Weights stay what they
    /// are of the whole, so a score of it is no index.
    pub fn only(&self, indicators: &BTreeSet<Number>) -> Self {
        fn prune(sections: &mut Vec<Section>, indicators: &BTreeSet<Number>) {
            for section in &mut *sections {
                section.indicators.retain(|indicator| indicators.contains(&indicator.number));
                prune(&mut section.sections, indicators);
            }
            sections.retain(|section| !section.indicators.is_empty() || !section.sections.is_empty());
        }
        let mut part = self.clone();
        prune(&mut part.sections, indicators);
        part
    }

    /// All indicators in the order of the instrument.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.sections.iter().flat_map(Section::all_indicators)
    }

    pub fn indicator(&self, number: Number) -> Option<&Indicator> {
        self.indicators().find(|i| i.number == number)
    }

    /// The sections from the outermost to the one that holds the indicator.
    pub fn path_to(&self, number: Number) -> Vec<&Section> {
        fn within<'a>(sections: &'a [Section], number: Number, path: &mut Vec<&'a Section>) -> bool {
            sections.iter().any(|section| {
                path.push(section);
                let here = section.indicators.iter().any(|i| i.number == number)
                    || within(&section.sections, number, path);
                if !here {
                    path.pop();
                }
                here
            })
        }
        let mut path = Vec::new();
        within(&self.sections, number, &mut path);
        path
    }

    /// The innermost sections, which hold indicators: the aspects.
    pub fn aspects(&self) -> impl Iterator<Item = &Section> {
        self.sections.iter().flat_map(Section::leaves)
    }

    pub fn model(&self, id: &str) -> Option<&Model> {
        self.models.iter().find(|m| m.id == id)
    }

    /// The model of an indicator. [`super::load`] makes sure that there is one.
    pub fn model_of(&self, indicator: &Indicator) -> Option<&Model> {
        self.model(&indicator.model)
    }

    /// The band a value lies in. Values outside the scale fall into the nearest band.
    pub fn predicate_at(&self, value: Value) -> Option<&Predicate> {
        self.predicates.iter().rev().find(|p| p.from <= value).or(self.predicates.first())
    }
}

impl Section {
    /// All indicators below it, in order.
    pub fn all_indicators(&self) -> Box<dyn Iterator<Item = &Indicator> + '_> {
        Box::new(self.indicators.iter().chain(self.sections.iter().flat_map(Section::all_indicators)))
    }

    fn leaves(&self) -> Box<dyn Iterator<Item = &Section> + '_> {
        if self.sections.is_empty() {
            Box::new(std::iter::once(self))
        } else {
            Box::new(self.sections.iter().flat_map(Section::leaves))
        }
    }
}

impl Model {
    /// The level whose name a value carries.
    pub fn level_at(&self, value: Value) -> Option<&LevelName> {
        self.levels.iter().rev().find(|l| l.from <= value).or(self.levels.first())
    }

    /// The next level above a value, if there is one.
    pub fn level_above(&self, value: Value) -> Option<&LevelName> {
        let at = self.level_at(value)?.level;
        self.levels.iter().find(|l| l.level > at)
    }
}
