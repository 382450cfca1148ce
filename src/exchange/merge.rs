//! Two files of the same assessment, before they are merged.

use super::problem::Problem;
use crate::assessment::Assessment;
use crate::assessment::merge::{Ancestor, Comparison, Place, compare};

/// Compares two copies that may be merged. [`Comparison::change`] is then the edit that brings theirs in.
///
/// # Errors
/// [`Problem::OtherInstrument`], [`Problem::OtherAgency`] or [`Problem::OtherYear`] where they are not of
/// the same assessment. Copies of one assessment (of the same id) may differ in agency and year as long
/// as one of them was corrected after the other.
///
/// Of a work package only its indicators and documents are compared ([`Comparison::outside`] counts the
/// rest). Packages of two units are [`Problem::OtherUnit`]: each goes into the assessment by itself.
pub fn merge(mine: &Assessment, theirs: &Assessment) -> Result<Comparison, Problem> {
    if mine.instrument.id != theirs.instrument.id {
        let (ours, theirs) = (mine.instrument.id.clone(), theirs.instrument.id.clone());
        return Err(Problem::OtherInstrument { ours, theirs });
    }
    if let (Some(ours), Some(other)) = (&mine.order, &theirs.order)
        && ours.unit != other.unit
    {
        return Err(Problem::OtherUnit { ours: ours.name.clone(), theirs: other.name.clone() });
    }
    let comparison = compare(mine, theirs, Ancestor::Recorded);
    let unsettled = |place: Place| {
        if mine.id != theirs.id {
            return true;
        }
        let is_open = |of: &Comparison| of.conflicts().any(|conflict| conflict.place == place);
        if mine.order.is_none() && theirs.order.is_none() {
            return is_open(&comparison);
        }
        // The scope of a package leaves out what it says of the whole.
        let [mine, theirs] = [mine, theirs].map(|of| Assessment { order: None, ..of.clone() });
        is_open(&compare(&mine, &theirs, Ancestor::Recorded))
    };
    let same_agency = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    let (ours, other) = (&mine.agency, &theirs.agency);
    if (!same_agency(&ours.name, &other.name) || ours.kind != other.kind) && unsettled(Place::Agency) {
        return Err(Problem::OtherAgency { ours: ours.name.clone(), theirs: other.name.clone() });
    }
    if mine.year != theirs.year && unsettled(Place::Year) {
        return Err(Problem::OtherYear { ours: mine.year, theirs: theirs.year });
    }
    Ok(comparison)
}
