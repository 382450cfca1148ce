use std::cmp::Ordering;

use super::Exact;

/// How much one value lies above or below another, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `Greater` above the other, `Less` below it, `Equal` where there is none.
    pub direction: Ordering,
    pub size: Exact,
}

impl Difference {
    /// What leads from one value to another.
    pub fn between(from: Exact, to: Exact) -> Self {
        Self { direction: to.cmp(&from), size: to.distance(from) }
    }

    pub fn is_none(self) -> bool {
        self.direction.is_eq()
    }

    /// The way back.
    pub fn turned(self) -> Self {
        Self { direction: self.direction.reverse(), size: self.size }
    }
}
