//! An older state of an assessment takes the place of the present one.

use super::merge::all;
use super::trail::Trail;
use super::{Assessment, Change, Event, Stamp};

impl Assessment {
    /// Whether the same stands in every place of both, whoever wrote it and when.
    pub fn says_the_same(&self, other: &Self) -> bool {
        all(self) == all(other)
    }

    /// The edit that brings an older state of this assessment back, taken back exactly like any other.
    ///
    /// It counts as an edit that was made now: what stands in the present state is noted as known and
    /// overwritten, so that a copy which was sent out in the meantime does not bring it in again by itself
    /// when it is merged. Only what somebody changed there afterwards is asked about.
    ///
    /// The history goes on from the present one. `of` names the older state there.
    pub fn bring_back(&self, old: &Self, of: &str, stamp: &Stamp) -> Change {
        let (now, then) = (all(self), all(old));
        let places = now.keys().chain(then.keys()).filter(|place| now.get(*place) != then.get(*place));
        let trail = Trail::of(self, places.cloned().collect());
        let mut result = Self {
            id: self.id.clone(),
            revisions: self.revisions.clone(),
            log: self.log.clone(),
            ..old.clone()
        };
        trail.after(&mut result, stamp);
        result.log.note(Event::Restored, of, stamp);
        Change::Whole(Box::new(result))
    }
}
