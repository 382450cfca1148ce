use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Assessment, Detail, Evidence, LinkKey, Stage};
use crate::instrument::Number;

/// Puts this tab's changes since `base` onto what another tab wrote since `base`.
///
/// Field by field: what only one side changed is taken from that side. Where both changed the same
/// field differently, this tab's stays, because a person is looking at it.
pub fn rebase(base: &Assessment, mine: &Assessment, theirs: &Assessment) -> Assessment {
    let mut result = mine.clone();
    take(&base.agency, &theirs.agency, &mut result.agency);
    take(&base.year, &theirs.year, &mut result.year);
    take(&base.title, &theirs.title, &mut result.title);
    take(&base.target, &theirs.target, &mut result.target);
    take(&base.stage, &theirs.stage, &mut result.stage);
    take(&base.extra, &theirs.extra, &mut result.extra);
    take(&base.required, &theirs.required, &mut result.required);
    result.evidence = together(&base.evidence, &mine.evidence, &theirs.evidence, document);
    result.links = together(&base.links, &mine.links, &theirs.links, |_, mine, _| mine.clone());
    result.assessed = together(&base.assessed, &mine.assessed, &theirs.assessed, |_, mine, _| mine.clone());
    // A link of one side keeps the document that the other one removed.
    for LinkKey { evidence: id, .. } in result.links.keys() {
        if !result.evidence.contains_key(id)
            && let Some(evidence) =
                mine.evidence.get(id).or(theirs.evidence.get(id)).or(base.evidence.get(id))
        {
            result.evidence.insert(id.clone(), evidence.clone());
        }
    }
    let keys: BTreeSet<(Stage, Number)> = [base, theirs]
        .iter()
        .flat_map(|side| side.answers.iter().flat_map(|(stage, all)| all.keys().map(|n| (*stage, *n))))
        .collect();
    let none = Answer::default();
    let of = |side: &Assessment, (stage, number): (Stage, Number)| -> Answer {
        side.answers.get(&stage).and_then(|all| all.get(&number)).unwrap_or(&none).clone()
    };
    for key in keys {
        let (base, theirs, mut answer) = (of(base, key), of(theirs, key), of(mine, key));
        take(&base.value, &theirs.value, &mut answer.value);
        take(&base.explanation.facts, &theirs.explanation.facts, &mut answer.explanation.facts);
        take(&base.explanation.analysis, &theirs.explanation.analysis, &mut answer.explanation.analysis);
        take(&base.explanation.extra, &theirs.explanation.extra, &mut answer.explanation.extra);
        take(&base.changed, &theirs.changed, &mut answer.changed);
        take(&base.extra, &theirs.extra, &mut answer.extra);
        put(&mut result.answers, key, answer);
    }
    result
}

/// Puts two tables together on what both started from. What only one side touched is taken from that
/// side; where one side removed what the other changed, the change stays.
fn together<K: Ord + Clone, V: Clone + PartialEq>(
    base: &BTreeMap<K, V>,
    mine: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
    both: fn(Option<&V>, &V, &V) -> V,
) -> BTreeMap<K, V> {
    let mut result = mine.clone();
    for key in base.keys().chain(theirs.keys()) {
        let (base, mine, theirs) = (base.get(key), mine.get(key), theirs.get(key));
        if theirs == base {
            continue;
        }
        let merged = match (mine, theirs) {
            (mine, theirs) if mine == base => theirs.cloned(),
            (Some(mine), Some(theirs)) => Some(both(base, mine, theirs)),
            (mine, theirs) => mine.or(theirs).cloned(),
        };
        match merged {
            Some(value) => result.insert(key.clone(), value),
            None => result.remove(key),
        };
    }
    result
}

/// A document that both sides changed, field by field. No review is lost.
fn document(base: Option<&Evidence>, mine: &Evidence, theirs: &Evidence) -> Evidence {
    let none = Evidence::default();
    let base = base.unwrap_or(&none);
    let mut result = mine.clone();
    let fields = Detail::all(base).into_iter().zip(Detail::all(mine)).zip(Detail::all(theirs));
    for ((base, mine), theirs) in fields {
        if mine == base {
            theirs.put(&mut result);
        }
    }
    take(&base.changed, &theirs.changed, &mut result.changed);
    take(&base.extra, &theirs.extra, &mut result.extra);
    for review in &theirs.reviews {
        if !result.reviews.contains(review) && !base.reviews.contains(review) {
            // A review is as recent as its moment, whoever wrote it down first.
            let at = result.reviews.iter().position(|other| other.stamp.at > review.stamp.at);
            result.reviews.insert(at.unwrap_or(result.reviews.len()), review.clone());
        }
    }
    result
}

/// Takes what they changed and this side did not.
fn take<T: PartialEq + Clone>(base: &T, theirs: &T, mine: &mut T) {
    if mine == base {
        mine.clone_from(theirs);
    }
}

/// Writes an answer; one in which nothing is left is no answer.
fn put(
    answers: &mut BTreeMap<Stage, BTreeMap<Number, Answer>>,
    (stage, number): (Stage, Number),
    answer: Answer,
) {
    if answer.value.is_none() && answer.explanation.is_empty() && answer.extra.is_empty() {
        if let Some(all) = answers.get_mut(&stage) {
            all.remove(&number);
            if all.is_empty() {
                answers.remove(&stage);
            }
        }
    } else {
        answers.entry(stage).or_default().insert(number, answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Agency, AgencyKind, Change, Field, Stamp, Time, apply};
    use crate::instrument::{Instrument, Value, load, shipped};

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
