//! Stages that are closed: what is frozen by them, and how they are opened again.

use super::merge::{Place, all};
use super::{Assessment, Change, Closing, Stage};

impl Assessment {
    /// That a stage itself was closed; one that a later stage freezes has none.
    pub fn closing(&self, stage: Stage) -> Option<Closing> {
        self.records.get(stage.code())
    }

    /// The closings that freeze a stage, its own and those of later stages, in their order.
    pub fn closings_from(&self, stage: Stage) -> Vec<(Stage, Closing)> {
        let later = Stage::ALL.into_iter().filter(|at| *at >= stage);
        later.filter_map(|at| Some((at, self.closing(at)?))).collect()
    }

    /// The edit that opens a stage again: its closing and those of later stages, which stand on it, go.
    /// Earlier stages stay closed. None where nothing freezes the stage.
    pub fn reopening(&self, stage: Stage) -> Option<Change> {
        let closings = self.closings_from(stage).into_iter();
        let open: Vec<_> = closings.map(|(at, _)| Change::record::<Closing>(at.code(), None)).collect();
        (!open.is_empty()).then_some(Change::All(open))
    }

    /// In how many fields of stages that are closed here another state says something else: values, texts,
    /// notes. Merging and replacing write whole states, so they are asked before, not refused.
    pub fn frozen_fields(&self, new: &Self) -> usize {
        let closed = self.closings_from(Stage::Mandiri).pop().map(|(last, _)| last);
        let Some(last) = closed else { return 0 };
        let (now, then) = (all(self), all(new));
        let frozen = |place: &Place| matches!(place, Place::Answer(stage, ..) if *stage <= last);
        let ours = now.iter().filter(|(place, content)| frozen(place) && then.get(*place) != Some(*content));
        ours.count() + then.keys().filter(|place| frozen(place) && !now.contains_key(*place)).count()
    }
}
