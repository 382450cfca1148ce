//! Units and work packages that nobody would think of.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::{btree_map, btree_set};
use proptest::option;
use proptest::prelude::*;
use takar::assessment::{Briefing, EVIDENCE_LIMIT, Unit, UnitId, WorkOrder};
use takar::instrument::{Instrument, Number};

use super::evidence::any_date;
use super::{Fractions, any_extra, any_name, any_stamp, any_text};

fn any_numbers(instrument: &'static Instrument) -> impl Strategy<Value = BTreeSet<Number>> {
    let numbers: Vec<Number> = instrument.indicators().map(|indicator| indicator.number).collect();
    btree_set(proptest::sample::select(numbers), 0..5)
}

fn any_short() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| text.chars().take(EVIDENCE_LIMIT).collect())
}

fn any_unit(instrument: &'static Instrument, fractions: Fractions) -> impl Strategy<Value = Unit> {
    let stamp = || option::of(any_stamp(fractions));
    (any_name(), any_short(), any_numbers(instrument), [stamp(), stamp(), stamp()], any_extra(fractions))
        .prop_map(|(name, contact, indicators, [issued, returned, changed], extra)| Unit {
            name,
            contact,
            indicators,
            issued,
            returned,
            changed,
            extra,
        })
}

fn any_order(instrument: &'static Instrument, fractions: Fractions) -> impl Strategy<Value = WorkOrder> {
    let who = ("[A-Za-z0-9-]{1,40}", any_name(), any_short(), any_numbers(instrument));
    let what = (any_text(), option::of(any_date()));
    let when = (any_stamp(fractions), option::of(any_stamp(fractions)));
    (who, what, when, any_extra(fractions)).prop_map(|(who, what, (issued, returned), extra)| {
        let ((unit, name, contact, indicators), (instructions, due)) = (who, what);
        WorkOrder { unit, name, contact, indicators, instructions, due, issued, returned, extra }
    })
}

type Work = (BTreeMap<UnitId, Unit>, Briefing, Option<Box<WorkOrder>>);

/// Units, what they are told, and sometimes what makes a work package.
pub fn any_work(instrument: &'static Instrument, fractions: Fractions) -> impl Strategy<Value = Work> {
    let briefing = (any_text(), option::of(any_date()), any_extra(fractions))
        .prop_map(|(instructions, due, extra)| Briefing { instructions, due, extra });
    let order = option::weighted(0.3, any_order(instrument, fractions).prop_map(Box::new));
    (btree_map("[A-Za-z0-9-]{1,40}", any_unit(instrument, fractions), 0..3), briefing, order)
}
