//! What pages tell of units: how far each has come, what nobody answers, what is open in a package.

use std::collections::BTreeSet;

use crate::assessment::{Assessment, Date, Status, Unit, UnitId};
use crate::instrument::{Instrument, Number, Section};

/// Whose part is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Unit(UnitId),
    /// What no unit owns.
    Nobody,
}

impl Part {
    /// Its indicators. None where the unit is gone.
    pub fn indicators(&self, instrument: &Instrument, of: &Assessment) -> Option<BTreeSet<Number>> {
        match self {
            Self::Unit(id) => of.units.get(id).map(|unit| unit.indicators.clone()),
            Self::Nobody => Some(unowned(instrument, of).collect()),
        }
    }
}

/// The indicators that no unit owns, in the order of the instrument.
pub fn unowned<'a>(instrument: &'a Instrument, of: &'a Assessment) -> impl Iterator<Item = Number> + 'a {
    let owned: BTreeSet<Number> = of.units.values().flat_map(|unit| &unit.indicators).copied().collect();
    instrument.indicators().map(|indicator| indicator.number).filter(move |number| !owned.contains(number))
}

/// How far some indicators have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub answered: usize,
    pub total: usize,
    /// Documents that are linked to them, and how many of these are accepted.
    pub documents: usize,
    pub accepted: usize,
}

pub fn progress(of: &Assessment, indicators: &BTreeSet<Number>) -> Progress {
    let links = of.links.keys().filter(|key| indicators.contains(&key.indicator));
    let documents: BTreeSet<&str> = links.map(|key| key.evidence.as_str()).collect();
    let is_accepted = |id: &&&str| of.evidence.get(**id).is_some_and(|one| one.status() == Status::Diterima);
    Progress {
        answered: indicators.iter().filter(|number| of.value(**number).is_some()).count(),
        total: indicators.len(),
        documents: documents.len(),
        accepted: documents.iter().filter(is_accepted).count(),
    }
}

/// Units in the order of their names.
pub fn by_name(of: &Assessment) -> Vec<(&UnitId, &Unit)> {
    let mut units: Vec<_> = of.units.iter().collect();
    units.sort_by_cached_key(|(id, unit)| (unit.name.to_lowercase(), (*id).clone()));
    units
}

/// Names in documents that are no units yet.
pub fn suggestions(of: &Assessment) -> Vec<String> {
    let names = super::register::kept_by(of).into_iter();
    names.filter(|name| of.unit_named(name).is_none()).collect()
}

/// How much of a section a unit owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    None,
    Some,
    All,
}

pub fn share(section: &Section, owned: &BTreeSet<Number>) -> Share {
    let (mut has, mut lacks) = (false, false);
    for indicator in section.all_indicators() {
        if owned.contains(&indicator.number) {
            has = true;
        } else {
            lacks = true;
        }
    }
    match (has, lacks) {
        (false, _) => Share::None,
        (true, true) => Share::Some,
        (true, false) => Share::All,
    }
}

/// What is missing at an indicator before a package goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Level,
    Facts,
    /// A level above the lowest, and no document.
    Document,
}

impl Missing {
    pub const ALL: [Self; 3] = [Self::Level, Self::Facts, Self::Document];
}

/// What is open, by indicator, in the order of the instrument.
pub fn missing(instrument: &Instrument, of: &Assessment) -> Vec<(Number, Vec<Missing>)> {
    let at = |number: Number| {
        let value = of.value(number);
        // At a later stage what the agency wrote at its own stands.
        let mut answers = of.answers.range(..=of.stage).filter_map(|(_, answers)| answers.get(&number));
        let facts = answers.any(|answer| !answer.explanation.facts.trim().is_empty());
        let linked = of.links.keys().any(|key| key.indicator == number);
        let mut missing = Vec::new();
        match value {
            None => missing.push(Missing::Level),
            Some(value) => {
                if !facts {
                    missing.push(Missing::Facts);
                }
                if value > instrument.scale.min && !linked {
                    missing.push(Missing::Document);
                }
            }
        }
        missing
    };
    let all = instrument.indicators().map(|indicator| (indicator.number, at(indicator.number)));
    all.filter(|(_, missing)| !missing.is_empty()).collect()
}

/// Days from today until a day: negative once it is over.
pub fn days_left(today: Date, due: Date) -> i64 {
    today.days_until(due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{
        Agency, AgencyKind, Change, Evidence, Field, Link, LinkKey, Stage, Stamp, Time, apply,
    };
    use crate::instrument::{Value, load, shipped};

    fn draft() -> (Instrument, Assessment) {
        let instrument = load(shipped("spbe-2020").unwrap()).unwrap();
        let stamp = Stamp::new(Time::parse("2026-01-01T00:00:00Z").unwrap(), "Asesor");
        let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
        let mut draft = Assessment::new("x".into(), &instrument, agency, 2025, stamp.clone());
        let level = |indicator, level| Change::Value {
            stage: Stage::Mandiri,
            indicator,
            value: Some(Value::whole(level)),
        };
        let key = |indicator| LinkKey { indicator, level: 2, expected: None, evidence: "b-1".into() };
        let unit = |id: &str, name: &str, indicators: &[u16]| Change::Unit {
            id: id.into(),
            unit: Some(Box::new(Unit {
                indicators: indicators.iter().copied().collect(),
                ..Unit::named(name)
            })),
        };
        let document = Evidence { unit: " Bagian  Hukum".into(), ..Evidence::titled("Perwali") };
        for change in [
            level(1, 3),
            level(2, 1),
            level(3, 2),
            Change::Text {
                stage: Stage::Mandiri,
                indicator: 1,
                field: Field::Facts,
                text: "Perwali.".into(),
            },
            Change::Evidence { id: "b-1".into(), evidence: Some(Box::new(document)) },
            Change::Evidence { id: "b-2".into(), evidence: Some(Box::new(Evidence::titled("Lepas"))) },
            Change::Link { key: key(1), link: Some(Link::default()) },
            Change::Link { key: key(4), link: Some(Link::default()) },
            Change::Review { id: "b-1".into(), status: Status::Diterima, note: String::new() },
            unit("u-2", "bappeda", &[1, 2]),
            unit("u-1", "Dinas Sosial", &[2, 3, 4]),
        ] {
            apply(&mut draft, &instrument, change, stamp.clone()).unwrap();
        }
        (instrument, draft)
    }

    #[test]
    fn progress_is_of_the_units_own_indicators_and_documents() {
        let (_, draft) = draft();
        let of = |id: &str| progress(&draft, &draft.units[id].indicators);
        assert_eq!(of("u-2"), Progress { answered: 2, total: 2, documents: 1, accepted: 1 });
        assert_eq!(of("u-1"), Progress { answered: 2, total: 3, documents: 1, accepted: 1 });
    }

    #[test]
    fn what_nobody_owns_is_a_part_of_its_own() {
        let (instrument, draft) = draft();
        assert_eq!(unowned(&instrument, &draft).collect::<Vec<_>>(), (5..=47).collect::<Vec<_>>());
        let nobody = Part::Nobody.indicators(&instrument, &draft).unwrap();
        assert_eq!((nobody.len(), nobody.contains(&4)), (43, false));
        assert_eq!(Part::Unit("u-2".into()).indicators(&instrument, &draft), Some([1, 2].into()));
        assert_eq!(Part::Unit("gone".into()).indicators(&instrument, &draft), None);
        assert_eq!(draft.owners(2).map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["u-1", "u-2"]);
        assert_eq!(
            by_name(&draft).iter().map(|(_, unit)| &*unit.name).collect::<Vec<_>>(),
            ["bappeda", "Dinas Sosial"]
        );
    }

    #[test]
    fn documents_propose_units_that_are_not_there_yet() {
        let (instrument, mut draft) = draft();
        assert_eq!(suggestions(&draft), ["Bagian  Hukum"]);
        let unit = Change::Unit { id: "u-3".into(), unit: Some(Box::new(Unit::named("bagian hukum "))) };
        let stamp = draft.created.clone();
        apply(&mut draft, &instrument, unit, stamp).unwrap();
        assert!(suggestions(&draft).is_empty(), "the same name, whatever its letters");
    }

    #[test]
    fn a_section_is_owned_in_part_or_as_a_whole() {
        let (instrument, draft) = draft();
        let domain = &instrument.sections[0];
        assert_eq!(share(domain, &draft.units["u-1"].indicators), Share::Some);
        assert_eq!(share(domain, &(1..=10).collect()), Share::All);
        assert_eq!(share(domain, &[40].into()), Share::None);
    }

    #[test]
    fn what_is_missing_is_named_for_each_indicator() {
        let (instrument, draft) = draft();
        let part = instrument.only(&[1, 2, 3, 4].into());
        let expected = vec![
            (2, vec![Missing::Facts]),
            (3, vec![Missing::Facts, Missing::Document]),
            (4, vec![Missing::Level]),
        ];
        assert_eq!(missing(&part, &draft), expected);
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(days_left(day("2026-11-23"), day("2026-12-01")), 8);
        assert_eq!(days_left(day("2028-02-28"), day("2028-03-01")), 2);
        assert_eq!(days_left(day("2027-01-01"), day("2026-12-31")), -1);
        assert_eq!(days_left(day("2026-12-01"), day("2026-12-01")), 0);
    }
}
