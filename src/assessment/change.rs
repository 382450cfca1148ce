use super::{
    Agency, Answer, Assessed, Assessment, Book, Briefing, Detail, Evidence, EvidenceId, Link, LinkKey,
    Record, Refused, Required, Review, Stage, Stamp, Status, Unit, UnitId, WorkOrder, allowed, trail::Trail,
};
use crate::instrument::{Instrument, Number, Value};

/// An edit. Every one passes [`apply`]; nothing else writes to an [`Assessment`].
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Chooses a value, or takes it back.
    Value {
        stage: Stage,
        indicator: Number,
        value: Option<Value>,
    },
    /// Writes a text of the explanation.
    Text {
        stage: Stage,
        indicator: Number,
        field: Field,
        text: String,
    },
    Agency(Agency),
    Year(u16),
    Title(Option<String>),
    Target(Option<Value>),
    /// Registers a document, writes one anew, or removes it.
    Evidence {
        id: EvidenceId,
        evidence: Option<Box<Evidence>>,
    },
    /// Writes one field of a document.
    Detail {
        id: EvidenceId,
        detail: Detail,
    },
    /// Links a document to a place, or takes the link away.
    Link {
        key: LinkKey,
        link: Option<Link>,
    },
    /// Gives a document a status. Who and when are those of the edit.
    Review {
        id: EvidenceId,
        status: Status,
        note: String,
    },
    /// Takes the last review back.
    Unreview {
        id: EvidenceId,
    },
    /// Chooses from which status on documents support a level.
    Required(Required),
    /// Enters the value that an assessor or another agency gave, or takes it away.
    Assessed {
        indicator: Number,
        assessed: Option<Assessed>,
    },
    /// Adds a unit, writes one anew, or removes it.
    Unit {
        id: UnitId,
        unit: Option<Box<Unit>>,
    },
    /// Makes a unit an owner of an indicator, or no longer one.
    Own {
        unit: UnitId,
        indicator: Number,
        owns: bool,
    },
    /// Writes what all units are told.
    Briefing(Briefing),
    /// Goes on with another stage of the evaluation.
    Stage(Stage),
    /// Writes an entry of a book anew, or removes it. [`Change::record`] makes it from its type.
    Record {
        book: Book,
        key: String,
        record: Option<Box<Record>>,
    },
    /// Writes what makes a work package, as when it is sent back.
    Order(Option<Box<WorkOrder>>),
    /// Everything at once, as a merge or an older state leaves it. The id stays, and the record of
    /// copies is the new one.
    Whole(Box<Assessment>),
    /// Several edits that belong together: all or none.
    All(Vec<Change>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Facts,
    Analysis,
    /// What an assessor remarks.
    Note,
    /// Why an assessor gives the value.
    Justification,
}

impl Change {
    /// Removes a document with all its links.
    pub fn remove(assessment: &Assessment, id: &str) -> Self {
        let links = assessment.links.keys().filter(|key| key.evidence == id);
        let mut changes: Vec<_> = links.map(|key| Self::Link { key: key.clone(), link: None }).collect();
        changes.push(Self::Evidence { id: id.to_owned(), evidence: None });
        Self::All(changes)
    }
}

/// Applies an edit and returns the edit that takes it back.
///
/// # Errors
/// Says why it was refused; then the assessment is as it was.
pub fn apply(
    assessment: &mut Assessment,
    instrument: &Instrument,
    change: Change,
    stamp: Stamp,
) -> Result<Change, Refused> {
    if assessment.instrument.id != instrument.id {
        return Err(Refused::OtherInstrument(assessment.instrument.id.clone()));
    }
    allowed(instrument, &change)?;
    let trail = Trail::before(assessment, &change);
    let undo = write(assessment, change, &stamp)?;
    if let Some(trail) = trail {
        trail.after(assessment, &stamp);
    }
    assessment.changed = stamp;
    Ok(undo)
}

fn write(assessment: &mut Assessment, change: Change, stamp: &Stamp) -> Result<Change, Refused> {
    use std::mem::replace;
    Ok(match change {
        Change::Value { stage, indicator, value } => {
            open(assessment, stage)?;
            let old = edit(assessment, stage, indicator, stamp, |a| replace(&mut a.value, value));
            Change::Value { stage, indicator, value: old }
        }
        Change::Text { stage, indicator, field, text } => {
            open(assessment, stage)?;
            let old = edit(assessment, stage, indicator, stamp, |a| {
                replace(
                    match field {
                        Field::Facts => &mut a.explanation.facts,
                        Field::Analysis => &mut a.explanation.analysis,
                        Field::Note => &mut a.note,
                        Field::Justification => &mut a.justification,
                    },
                    text,
                )
            });
            Change::Text { stage, indicator, field, text: old }
        }
        Change::Agency(agency) => Change::Agency(replace(&mut assessment.agency, agency)),
        Change::Year(year) => Change::Year(replace(&mut assessment.year, year)),
        Change::Title(title) => Change::Title(replace(&mut assessment.title, title)),
        Change::Target(target) => Change::Target(replace(&mut assessment.target, target)),
        Change::Required(required) => Change::Required(replace(&mut assessment.required, required)),
        Change::Evidence { id, evidence } => register(assessment, id, evidence, stamp)?,
        Change::Detail { id, detail } => {
            let evidence = unlocked(assessment, &id)?;
            evidence.changed = Some(stamp.clone());
            let detail = detail.put(evidence);
            Change::Detail { id, detail }
        }
        Change::Link { key, link } => {
            unlocked(assessment, &key.evidence)?;
            let old = match link {
                Some(link) => assessment.links.insert(key.clone(), link),
                None => assessment.links.remove(&key),
            };
            Change::Link { key, link: old }
        }
        Change::Review { id, status, note } => {
            if stamp.by.trim().is_empty() {
                return Err(Refused::NoReviewer);
            }
            let evidence = of(assessment, &id)?;
            evidence.reviews.push(Review { status, note, stamp: stamp.clone() });
            Change::Unreview { id }
        }
        Change::Unreview { id } => match of(assessment, &id)?.reviews.pop() {
            Some(Review { status, note, .. }) => Change::Review { id, status, note },
            None => Change::All(Vec::new()),
        },
        Change::Assessed { indicator, mut assessed } => {
            if let Some(assessed) = &mut assessed {
                assessed.changed = Some(stamp.clone());
            }
            let old = match assessed {
                Some(assessed) => assessment.assessed.insert(indicator, assessed),
                None => assessment.assessed.remove(&indicator),
            };
            Change::Assessed { indicator, assessed: old }
        }
        Change::Unit { id, mut unit } => {
            // A stamp that is there is that of a unit that comes back, or comes from elsewhere.
            if let Some(unit) = &mut unit
                && unit.changed.is_none()
            {
                unit.changed = Some(stamp.clone());
            }
            let old = match unit {
                Some(unit) => assessment.units.insert(id.clone(), *unit),
                None => assessment.units.remove(&id),
            };
            Change::Unit { id, unit: old.map(Box::new) }
        }
        Change::Own { unit: id, indicator, owns } => {
            let Some(unit) = assessment.units.get_mut(&id) else { return Err(Refused::UnknownUnit(id)) };
            unit.changed = Some(stamp.clone());
            let owned =
                if owns { !unit.indicators.insert(indicator) } else { unit.indicators.remove(&indicator) };
            Change::Own { unit: id, indicator, owns: owned }
        }
        Change::Briefing(briefing) => Change::Briefing(replace(&mut assessment.briefing, briefing)),
        Change::Stage(stage) => Change::Stage(replace(&mut assessment.stage, stage)),
        Change::Record { book, key, record } => {
            let new = record.map(|record| {
                // A stamp that is there is that of an entry that comes back.
                let changed = record.changed.clone().or_else(|| Some(stamp.clone()));
                Record { changed, ..*record }
            });
            let old = assessment.records.put(book, &key, new);
            Change::Record { book, key, record: old.map(Box::new) }
        }
        Change::Order(order) => Change::Order(replace(&mut assessment.order, order)),
        Change::Whole(mut new) => {
            new.id.clone_from(&assessment.id);
            Change::Whole(Box::new(replace(assessment, *new)))
        }
        Change::All(changes) => {
            let before = assessment.clone();
            let mut undo = Vec::with_capacity(changes.len());
            for change in changes {
                match write(assessment, change, stamp) {
                    Ok(change) => undo.push(change),
                    Err(refused) => {
                        *assessment = before;
                        return Err(refused);
                    }
                }
            }
            undo.reverse();
            Change::All(undo)
        }
    })
}

/// What a closed stage rests on is frozen.
fn open(assessment: &Assessment, stage: Stage) -> Result<(), Refused> {
    assessment.closed_by(stage).map_or(Ok(()), |(stage, _)| Err(Refused::Closed { stage }))
}

/// Puts a document into the register, or takes it out.
fn register(
    assessment: &mut Assessment,
    id: EvidenceId,
    evidence: Option<Box<Evidence>>,
    stamp: &Stamp,
) -> Result<Change, Refused> {
    let old = match evidence {
        Some(mut new) => {
            let old = assessment.evidence.get(&id);
            let same = old.is_some_and(|old| old.has_content_of(&new));
            if let Some(old) = old.filter(|old| old.is_locked() && !same) {
                return Err(Refused::Locked { title: old.title.clone() });
            }
            if new.changed.is_none() {
                new.changed = Some(stamp.clone());
            }
            let open = (new.is_locked() && !same).then(|| new.before_acceptance());
            let old = assessment.evidence.insert(id.clone(), *new);
            if let Some(open) = open {
                // What is written here is locked at once: to take it back, the lock goes first.
                let put = |evidence| Change::Evidence { id: id.clone(), evidence };
                return Ok(Change::All(vec![put(Some(Box::new(open))), put(old.map(Box::new))]));
            }
            old
        }
        None => {
            let title = unlocked(assessment, &id)?.title.clone();
            let links = assessment.links.keys().filter(|key| key.evidence == id).count();
            if links > 0 {
                return Err(Refused::Linked { title, links });
            }
            assessment.evidence.remove(&id)
        }
    };
    Ok(Change::Evidence { id, evidence: old.map(Box::new) })
}

fn of<'a>(assessment: &'a mut Assessment, id: &str) -> Result<&'a mut Evidence, Refused> {
    assessment.evidence.get_mut(id).ok_or_else(|| Refused::UnknownEvidence(id.to_owned()))
}

/// A document that may be edited. A lock covers its links too: what was accepted for one indicator
/// was not accepted for another.
fn unlocked<'a>(assessment: &'a mut Assessment, id: &str) -> Result<&'a mut Evidence, Refused> {
    let evidence = of(assessment, id)?;
    if evidence.is_locked() { Err(Refused::Locked { title: evidence.title.clone() }) } else { Ok(evidence) }
}

/// Edits one answer; an answer in which nothing is left is removed, so that taking an edit back
/// leaves no trace.
fn edit<T>(
    assessment: &mut Assessment,
    stage: Stage,
    indicator: Number,
    stamp: &Stamp,
    edit: impl FnOnce(&mut Answer) -> T,
) -> T {
    let answers = assessment.answers.entry(stage).or_default();
    let answer = answers.entry(indicator).or_default();
    let old = edit(answer);
    answer.changed = Some(stamp.clone());
    if answer.is_empty() {
        answers.remove(&indicator);
    }
    if answers.is_empty() {
        assessment.answers.remove(&stage);
    }
    old
}
