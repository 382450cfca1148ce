//! An older state with what came since.

use super::super::Assessment;
use super::compare::{Ancestor, Difference, compare};
use super::place::{DocumentPart, Place, RecordPart, UnitPart};
use super::result::Choice;

/// Puts what differs between `base` and `mine` onto `theirs`, field by field: what only one of them
/// changed is taken from that one. Where both did, and differently, mine stays; where one removed what the
/// other one changed, the change stays. So an edit can be taken back (`mine` is the draft without it)
/// after another tab has written, and what that tab wrote stays.
pub fn rebase(base: &Assessment, mine: &Assessment, theirs: &Assessment) -> Assessment {
    compare(mine, theirs, Ancestor::Known(base)).merged(|conflict: &Difference| match conflict.place {
        Place::Document(_, DocumentPart::Whole)
        | Place::Unit(_, UnitPart::Whole)
        | Place::Record(_, _, RecordPart::Whole)
        | Place::Link(_)
        | Place::Assessed(_) => Choice::Both,
        _ => Choice::Mine,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Agency, AgencyKind, Change, Field, Stage, Stamp, Time, apply};
    use crate::instrument::{Instrument, Number, Value, load, shipped};

    fn stamp(by: &str) -> Stamp {
        Stamp::new(Time::parse("2026-01-01T00:00:00Z").unwrap(), by)
    }

    fn with(instrument: &Instrument, base: &Assessment, by: &str, changes: Vec<Change>) -> Assessment {
        let mut side = base.clone();
        apply(&mut side, instrument, Change::All(changes), stamp(by)).unwrap();
        side
    }

    fn level(indicator: Number, level: Option<u8>) -> Change {
        Change::Value { stage: Stage::Mandiri, indicator, value: level.map(Value::whole) }
    }

    fn facts(indicator: Number, text: &str) -> Change {
        Change::Text { stage: Stage::Mandiri, indicator, field: Field::Facts, text: text.to_owned() }
    }

    #[test]
    fn each_side_keeps_what_it_alone_changed() {
        let instrument = load(shipped("spbe-2020").unwrap()).unwrap();
        let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
        let empty = Assessment::new("x".into(), &instrument, agency, 2025, stamp(""));
        let base =
            with(&instrument, &empty, "", vec![level(1, Some(1)), level(2, Some(2)), facts(2, "lama")]);
        let mine = with(&instrument, &base, "saya", vec![level(1, Some(5)), level(3, Some(3))]);
        let theirs = with(
            &instrument,
            &base,
            "mereka",
            vec![level(1, Some(4)), level(2, None), facts(2, "baru"), level(4, Some(4)), Change::Year(2024)],
        );
        let result = rebase(&base, &mine, &theirs);
        let values: Vec<_> = (1..=4).map(|n| result.value(n).map(|v| v.as_hundredths() / 100)).collect();
        assert_eq!(
            values,
            [Some(5), None, Some(3), Some(4)],
            "mine wins only where both changed the same field"
        );
        assert_eq!(result.answer(2).unwrap().explanation.facts, "baru");
        assert_eq!(result.year, 2024);
        assert_eq!(rebase(&base, &base, &theirs).answers, theirs.answers);
        assert_eq!(rebase(&base, &mine, &base), mine);
    }
}
