//! What Beranda shows of a draft.

use super::{App, Loaded};
use crate::assessment::Assessment;
use crate::front::{Card, Standing, Tone};
use crate::instrument::INSTRUMENTS;
use crate::score::score;

impl App {
    /// The card of a draft; its standing comes with the instrument.
    pub fn card_of(self, assessment: &Assessment) -> Card {
        let id = &assessment.instrument.id;
        let standing = match self.instrument(id) {
            Loaded::Ready(instrument) => {
                let part = assessment.order.as_ref().map(|order| instrument.only(&order.indicators));
                let score = score(part.as_ref().unwrap_or(&instrument), assessment);
                let band =
                    instrument.predicates.iter().position(|band| band.title == score.standing.predicate);
                Some(Standing {
                    index: score.standing.index.rounded(),
                    predicate: score.standing.predicate,
                    tone: Tone::of_band(band.unwrap_or(usize::MAX)),
                    answered: score.answered,
                    total: score.total,
                })
            }
            Loaded::Loading | Loaded::Failed => None,
        };
        let listed = INSTRUMENTS.iter().find(|listed| listed.id == id);
        Card {
            id: assessment.id.clone(),
            name: assessment.name().to_owned(),
            agency: assessment.agency.name.clone(),
            instrument: listed.map_or("", |listed| listed.short_title).to_owned(),
            year: assessment.year,
            stage: assessment.stage.code().to_owned(),
            changed: assessment.changed.at.to_string(),
            by: assessment.changed.by.clone(),
            unit: assessment.order.as_ref().map(|order| order.name.clone()).unwrap_or_default(),
            standing,
        }
    }
}
