//! What comes from outside is held to the rules that every edit keeps.

use std::collections::BTreeMap;

use super::manifest::Warning;
use super::problem::Problem;
use crate::assessment::{Change, Evidence, EvidenceId, InstrumentRef, Links, Refused, allowed};
use crate::instrument::Instrument;

/// Whether an edit that would write what stands at `path` is allowed.
pub(super) fn hold(instrument: &Instrument, path: String, change: &Change) -> Result<(), Problem> {
    match allowed(instrument, change) {
        Ok(()) => Ok(()),
        Err(Refused::UnknownIndicator(number)) => Err(Problem::UnknownIndicator { path, number }),
        Err(reason) => Err(Problem::Refused { path, reason }),
    }
}

/// The register and its links. A link is named by its document and place (`$.links[b-1, 12:3]`), not
/// by its position: files may list links in any order.
pub(super) fn hold_register(
    instrument: &Instrument,
    register: &BTreeMap<EvidenceId, Evidence>,
    links: &Links,
) -> Result<(), Problem> {
    for (id, evidence) in register {
        let change = Change::Evidence { id: id.clone(), evidence: Some(Box::new(evidence.clone())) };
        hold(instrument, format!("$.evidence.{id}"), &change)?;
    }
    for (key, link) in links {
        let path = format!("$.links[{}, {}:{}]", key.evidence, key.indicator, key.level);
        if !register.contains_key(&key.evidence) {
            return Err(Problem::Refused { path, reason: Refused::UnknownEvidence(key.evidence.clone()) });
        }
        hold(instrument, path, &Change::Link { key: key.clone(), link: Some(link.clone()) })?;
    }
    Ok(())
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
