use crate::instrument::{Number, Value};
use crate::score::{Difference, Exact, IndicatorScore, Score};

/// What leads from one column to another of the same instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// From the greatest effect on the index to the smallest, then by number.
    pub rose: Vec<Move>,
    pub fell: Vec<Move>,
    /// What all that rose adds to the index.
    pub gained: Exact,
    /// What all that fell takes from it.
    pub lost: Exact,
    /// Of the index: exactly `gained` less `lost`.
    pub index: Difference,
}

/// An indicator whose value is another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    pub number: Number,
    /// `None` where it is unanswered, which counts as the scale's minimum.
    pub from: Option<Value>,
    pub to: Option<Value>,
    /// On the index, without sign.
    pub effect: Exact,
}

/// What rose and what fell. An indicator that is unanswered on one side has changed only if its value is
/// not the minimum.
pub fn changes(from: &Score, to: &Score) -> Changes {
    let pairs = from.indicators().zip(to.indicators()).filter(|(from, to)| from.number == to.number);
    let (mut rose, mut fell) = (Vec::new(), Vec::new());
    for (from, to) in pairs {
        let side = match to.counted.cmp(&from.counted) {
            std::cmp::Ordering::Greater => &mut rose,
            std::cmp::Ordering::Less => &mut fell,
            std::cmp::Ordering::Equal => continue,
        };
        side.push(one(from, to));
    }
    for side in [&mut rose, &mut fell] {
        side.sort_by(|a, b| b.effect.cmp(&a.effect).then(a.number.cmp(&b.number)));
    }
    let sum =
        |moves: &[Move]| moves.iter().fold(Exact::from(Value::whole(0)), |sum, one| sum.plus(one.effect));
    Changes {
        gained: sum(&rose),
        lost: sum(&fell),
        index: Difference::between(from.standing.index, to.standing.index),
        rose,
        fell,
    }
}

fn one(from: &IndicatorScore, to: &IndicatorScore) -> Move {
    let effect = to.contribution.distance(from.contribution);
    Move { number: to.number, from: from.value, to: to.value, effect }
}
