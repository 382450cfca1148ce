//! What a person has chosen so far, and how conflicts are put in order for choosing.

use std::collections::BTreeMap;

use super::super::{Assessment, UnitId};
use super::compare::{Comparison, Difference, Fate};
use super::place::Place;
use super::result::Choice;
use crate::instrument::{Instrument, Number};

/// Choices for the conflicts of a comparison, while a person makes them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// For all that have no choice of their own. None: nothing is merged before each has one.
    pub all: Option<Choice>,
    single: BTreeMap<Place, Choice>,
}

impl Choices {
    /// What becomes of a conflict, as far as it was chosen. Keeping both counts only where it is possible.
    pub fn of(&self, conflict: &Difference) -> Option<Choice> {
        let possible = |choice: &Choice| *choice != Choice::Both || conflict.can_keep_both();
        self.single.get(&conflict.place).copied().filter(possible).or(self.all.filter(possible))
    }

    pub fn choose(&mut self, place: Place, choice: Choice) {
        self.single.insert(place, choice);
    }

    /// How many conflicts have no choice yet.
    pub fn open(&self, comparison: &Comparison) -> usize {
        comparison.conflicts().filter(|conflict| self.of(conflict).is_none()).count()
    }

    /// The first of these conflicts without a choice after the `after`th, or else from the start.
    pub fn next_open(&self, conflicts: &[Difference], after: Option<usize>) -> Option<usize> {
        let all = conflicts.iter().enumerate().filter(|(_, conflict)| self.of(conflict).is_none());
        let open: Vec<usize> = all.map(|(at, _)| at).collect();
        let later = open.iter().find(|at| after.is_none_or(|after| **at > after));
        later.or(open.first()).copied()
    }
}

/// Where people look for a place: in the domain or aspect of its indicator, in the register, or in the
/// data of the draft.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Draft,
    /// The outermost section of the instrument, by its position.
    Section(usize),
    Register,
}

impl Comparison {
    /// Both copies as one, with these choices; what has none stays mine.
    pub fn chosen(&self, choices: &Choices) -> Assessment {
        self.merged(|conflict| choices.of(conflict).unwrap_or(Choice::Mine))
    }

    /// What comes from the other copy, whatever is chosen for conflicts.
    pub fn coming(&self) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(|one| matches!(one.fate, Fate::New | Fate::Taken | Fate::Together))
    }
}

impl Group {
    pub fn of(place: &Place, instrument: &Instrument) -> Self {
        match place.indicator() {
            Some(number) => {
                let holds =
                    |at: &usize| instrument.sections[*at].all_indicators().any(|i| i.number == number);
                (0..instrument.sections.len()).find(holds).map_or(Self::Draft, Self::Section)
            }
            None if place.document().is_some() => Self::Register,
            None => Self::Draft,
        }
    }
}

/// Differences that concern a unit's indicators, by the unit's id.
pub fn by_unit(differences: &[Difference], of: &Assessment) -> BTreeMap<UnitId, Vec<Place>> {
    let owned = |indicators: &std::collections::BTreeSet<Number>| -> Vec<Place> {
        let places = differences.iter().map(|one| &one.place);
        let owned =
            places.filter(|place| place.indicator().is_some_and(|number| indicators.contains(&number)));
        owned.cloned().collect()
    };
    let units = of.units.iter().map(|(id, unit)| (id.clone(), owned(&unit.indicators)));
    units.filter(|(_, places)| !places.is_empty()).collect()
}

/// Differences by where people look for them.
pub fn grouped<'a>(
    differences: impl Iterator<Item = &'a Difference>,
    instrument: &Instrument,
) -> BTreeMap<Group, Vec<Difference>> {
    let mut groups: BTreeMap<Group, Vec<Difference>> = BTreeMap::new();
    for one in differences {
        groups.entry(Group::of(&one.place, instrument)).or_default().push(one.clone());
    }
    groups
}
