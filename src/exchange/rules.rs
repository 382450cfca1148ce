//! What comes from outside is held to the rules that every edit keeps.

use std::collections::BTreeMap;

use super::manifest::Warning;
use super::problem::Problem;
use crate::assessment::{
    Change, Evidence, EvidenceId, InstrumentRef, Links, Refused, allowed, pieces_of_register,
};
use crate::instrument::Instrument;

/// Whether an edit that would write what stands at `path` is allowed.
pub(super) fn hold(instrument: &Instrument, path: String, change: &Change) -> Result<(), Problem> {
    match allowed(instrument, change) {
        Ok(()) => Ok(()),
        Err(Refused::UnknownIndicator(number)) => Err(Problem::UnknownIndicator { path, number }),
        Err(reason) => Err(Problem::Refused { path, reason }),
    }
}

/// The register and its links.
pub(super) fn hold_register(
    instrument: &Instrument,
    register: &BTreeMap<EvidenceId, Evidence>,
    links: &Links,
) -> Result<(), Problem> {
    hold_all(instrument, register, pieces_of_register(register, links))
}

/// Pieces of an assessment whose documents are those of `register`.
pub(super) fn hold_all(
    instrument: &Instrument,
    register: &BTreeMap<EvidenceId, Evidence>,
    mut pieces: impl Iterator<Item = (String, Change)>,
) -> Result<(), Problem> {
    pieces.try_for_each(|(path, change)| match &change {
        Change::Link { key, .. } if !register.contains_key(&key.evidence) => {
            Err(Problem::Refused { path, reason: Refused::UnknownEvidence(key.evidence.clone()) })
        }
        _ => hold(instrument, path, &change),
    })
}

pub(super) fn warnings(stated: &InstrumentRef, instrument: &Instrument, has_digest: bool) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if stated.digest != instrument.digest {
        warnings.push(Warning::OtherEdition);
    }
    if !has_digest {
        warnings.push(Warning::NoDigest);
    }
    warnings
}
