use std::sync::atomic::{AtomicU64, Ordering};

use super::{Assessment, Change, Record, Refused, Stamp, apply, rebase};
use crate::instrument::Instrument;

/// How many edits can be taken back.
pub const LIMIT: usize = 200;

/// The edits that can be taken back and made again.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<(u64, Change)>,
    made: u64,
}

#[derive(Clone, Debug)]
struct Step {
    id: u64,
    undo: Change,
    /// Typing goes on in the same text: the next letter joins this step.
    open: bool,
}

impl History {
    /// Applies an edit through [`apply`] and remembers how to take it back.
    ///
    /// Letters typed one after the other into the same text are one step, until [`Self::pause`].
    ///
    /// # Errors
    /// As [`apply`].
    pub fn make(
        &mut self,
        assessment: &mut Assessment,
        instrument: &Instrument,
        change: Change,
        stamp: Stamp,
    ) -> Result<(), Refused> {
        let removed = matches!(change, Change::Link { link: None, .. });
        let written = typed_field(assessment, &change);
        let undo = apply(assessment, instrument, change, stamp)?;
        self.future.clear();
        let typing = match &undo {
            Change::Text { .. } => true,
            Change::Detail { detail, .. } => detail.is_typed(),
            // Pages of a link that was and is there.
            Change::Link { link, .. } => link.is_some() && !removed,
            Change::Briefing(_) => true,
            Change::Record { .. } => written.is_some(),
            _ => false,
        };
        if typing
            && self
                .past
                .last()
                .is_some_and(|step| step.open && same_text(&step.undo, &undo, written.as_deref()))
        {
            return Ok(());
        }
        self.pause();
        self.made += 1;
        self.past.push(Step { id: next_id(), undo, open: typing });
        if self.past.len() > LIMIT {
            self.past.remove(0);
        }
        Ok(())
    }

    /// Ends a step of typing: the person left the text, or stopped for a while.
    pub fn pause(&mut self) {
        if let Some(step) = self.past.last_mut() {
            step.open = false;
        }
    }

    /// Takes back the last edit, and returns what was applied for it.
    ///
    /// # Errors
    /// As [`apply`]; the step stays.
    pub fn undo(
        &mut self,
        assessment: &mut Assessment,
        instrument: &Instrument,
        stamp: Stamp,
    ) -> Result<Option<Change>, Refused> {
        let Some(step) = self.past.last().cloned() else { return Ok(None) };
        let change = step.undo.clone();
        let redo = apply(assessment, instrument, change.clone(), stamp)?;
        self.past.pop();
        self.made += 1;
        self.future.push((step.id, redo));
        Ok(Some(change))
    }

    /// Makes again what was last taken back.
    ///
    /// # Errors
    /// As [`apply`]; the step stays.
    pub fn redo(
        &mut self,
        assessment: &mut Assessment,
        instrument: &Instrument,
        stamp: Stamp,
    ) -> Result<Option<Change>, Refused> {
        let Some((id, change)) = self.future.last().cloned() else { return Ok(None) };
        let undo = apply(assessment, instrument, change.clone(), stamp)?;
        self.future.pop();
        self.made += 1;
        self.past.push(Step { id, undo, open: false });
        Ok(Some(change))
    }

    /// Another tab has made `after` of what was `before`: steps that bring a whole state back must not
    /// take that back too.
    pub fn carry(&mut self, before: &Assessment, after: &Assessment) {
        let steps = self
            .past
            .iter_mut()
            .map(|step| &mut step.undo)
            .chain(self.future.iter_mut().map(|(_, redo)| redo));
        for step in steps {
            if let Change::Whole(state) = step {
                **state = rebase(before, state, after);
            }
        }
    }

    /// How many steps were made so far, those back and forth included.
    pub fn steps(&self) -> u64 {
        self.made
    }

    /// The step that would be taken back next, by a number that no other step ever has. Made again, it
    /// keeps its number.
    pub fn last(&self) -> Option<u64> {
        self.past.last().map(|step| step.id)
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

fn next_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The field of an entry in which a person is typing: the only one that an edit changes, and a text.
fn typed_field(assessment: &Assessment, change: &Change) -> Option<String> {
    let Change::Record { book, key, record: Some(new) } = change else { return None };
    only_text(assessment.records.record(*book, key)?, new)
}

/// Fields of entries in which people write sentences. Others, such as days, hold texts that are chosen.
const SENTENCES: [&str; 9] = [
    "answer",
    "follow_up",
    "fulfilment",
    "letterhead",
    "note",
    "question",
    "recommendations",
    "strengths",
    "weaknesses",
];

/// The only field in which two states of an entry differ, if people write sentences in it.
fn only_text(a: &Record, b: &Record) -> Option<String> {
    let mut keys = a.fields.keys().chain(b.fields.keys().filter(|key| !a.fields.contains_key(*key)));
    let field = keys.find(|key| a.fields.get(*key) != b.fields.get(*key))?;
    let only = keys.all(|key| a.fields.get(key) == b.fields.get(key));
    (only && SENTENCES.contains(&field.as_str())).then(|| field.clone())
}

/// Whether two edits write into the same text; of an entry, into this field.
fn same_text(a: &Change, b: &Change, field: Option<&str>) -> bool {
    match (a, b) {
        (
            Change::Text { stage, indicator, field, .. },
            Change::Text { stage: s, indicator: i, field: f, .. },
        ) => (stage, indicator, field) == (s, i, f),
        (Change::Detail { id, detail }, Change::Detail { id: i, detail: d }) => {
            id == i && detail.is_same_field(d)
        }
        (Change::Link { key, .. }, Change::Link { key: k, .. }) => key == k,
        (Change::Briefing(a), Change::Briefing(b)) => a.due == b.due,
        (
            Change::Record { book, key, record: Some(first) },
            Change::Record { book: b, key: k, record: Some(last) },
        ) => (book, key) == (b, k) && only_text(first, last).as_deref() == field,
        _ => false,
    }
}
