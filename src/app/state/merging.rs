//! Files on their way into a draft that is here: compared, chosen, merged in one step, and told about.

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Action, App, IncomingFile, Opening, Preview, Shelved};
use crate::app::route::{Page, Route};
use crate::assessment::merge::{Choices, Comparison, Counts};
use crate::assessment::{Assessment, Change, apply};
use crate::exchange::{Problem, Reason, merge};
use crate::instrument::Instrument;
use crate::platform::LocalFile;
use crate::score::score;
use crate::text::Language;
use crate::text::merge::report;

/// What a person chose so far for a file. It belongs to the file, so that a change of language loses
/// nothing.
#[derive(Clone, Default)]
pub struct Choosing {
    /// The id of the draft that the file is merged into.
    pub receiver: ArcRwSignal<Option<String>>,
    pub choices: ArcRwSignal<Choices>,
    /// The first conflict that is shown.
    pub at: ArcRwSignal<usize>,
    /// The storage had no room for a snapshot.
    pub unkept: ArcRwSignal<bool>,
}

/// What was merged in one step.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The draft's id, and what it is called.
    pub draft: String,
    pub name: String,
    pub at: crate::assessment::Stamp,
    pub parts: Vec<Part>,
    /// Files that were left, and why; or how many conflicts they have.
    pub left: Vec<(String, Left)>,
    /// Index and predicate before and after.
    pub standing: [(crate::instrument::Value, String); 2],
    /// Whether there is a snapshot of what was before.
    pub kept: bool,
}

/// Why a file was not merged with the others.
#[derive(Clone, Debug)]
pub enum Left {
    /// So many conflicts have no choice.
    Open(usize),
    /// So many fields of closed stages would change, which a person should have seen.
    Frozen(usize),
    Failed(Problem),
}

/// What became of one file. Only what people read of it is kept: hundreds of files may come.
#[derive(Clone, Debug)]
pub struct Part {
    /// The file's name.
    pub file: String,
    pub counts: Counts,
    /// As in [`report`], in each language.
    rows: [Vec<[String; 6]>; 2],
    /// The edit that brought it in, as [`crate::assessment::History::last`] numbers it.
    step: Option<u64>,
    /// Whether that was taken back since.
    pub undone: bool,
}

impl Part {
    fn new(file: &str, comparison: &Comparison, choices: &Choices) -> Self {
        let rows = LANGUAGES.map(|language| report(language, file, comparison, choices));
        Self { file: file.to_owned(), counts: comparison.counts(), rows, step: None, undone: false }
    }

    pub fn rows(&self, language: Language) -> &[[String; 6]] {
        let at = LANGUAGES.iter().position(|one| *one == language).unwrap_or_default();
        &self.rows[at]
    }
}

const LANGUAGES: [Language; 2] = [Language::Indonesian, Language::English];

/// Files that were chosen together. They are shown one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// The one that is shown, from 1.
    pub at: usize,
    pub all: usize,
    /// Whether one of them was merged.
    pub merged: bool,
}

impl App {
    /// Drafts that a file can be merged into, the likeliest first: that of the same id, then those of the
    /// same instrument, agency and year.
    pub fn mergeable(self, preview: &Preview) -> Vec<Arc<Assessment>> {
        let theirs = &preview.assessment;
        let open = self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
        let same = |name: &str| name.trim().to_lowercase();
        let mut all: Vec<Arc<Assessment>> = self.shelf.with_untracked(|shelf| {
            let readable = shelf.iter().filter_map(|Shelved { content, .. }| content.as_ref().ok());
            let belongs = readable.filter(|draft| {
                draft.instrument.id == theirs.instrument.id
                    && (draft.id == theirs.id
                        || (draft.year == theirs.year
                            && draft.agency.kind == theirs.agency.kind
                            && same(&draft.agency.name) == same(&theirs.agency.name)))
            });
            belongs.cloned().collect()
        });
        // What is on the page may be ahead of the shelf.
        if let Some(open) = open
            && let Some(on_shelf) = all.iter_mut().find(|draft| draft.id == open.id)
        {
            *on_shelf = open;
        }
        all.sort_by_key(|draft| draft.id != theirs.id);
        all
    }

    /// Index and predicate of a draft.
    pub fn standing(instrument: &Instrument, of: &Assessment) -> (crate::instrument::Value, String) {
        let standing = score(instrument, of).standing;
        (standing.index.rounded(), standing.predicate)
    }

    /// Merges a file into the draft of an id, as one step that can be undone. `anyway`: without a snapshot,
    /// if there is no room for one.
    pub fn merge_in(self, preview: &Arc<Preview>, id: &str, anyway: bool) {
        let texts = &self.texts().merging;
        let Some(mine) = self.ready_to_merge(preview, id) else { return };
        let choices = preview.choosing.choices.get_untracked();
        let comparison = match merge(&mine, &preview.assessment) {
            Ok(comparison) => comparison,
            Err(problem) => return self.say((self.texts().problem)(&problem).what),
        };
        if choices.open(&comparison) > 0 {
            // Another tab has changed the draft since it was compared.
            self.incoming.set(IncomingFile::Ready(preview.clone()));
            return self.say(texts.changed_meanwhile);
        }
        let mut merged = comparison.chosen(&choices);
        comparison.tell(&mut merged, &preview.name, &self.stamp());
        let parts = vec![Part::new(&preview.name, &comparison, &choices)];
        if !self.put_merged(&mine, preview, merged, parts, Vec::new(), anyway) {
            preview.choosing.unkept.set(true);
            return;
        }
        self.next_file();
    }

    /// Merges the file that is shown and all that wait behind it, as far as nothing has to be chosen, in
    /// one step. What is left is shown after it.
    pub fn merge_rest(self, preview: Arc<Preview>, id: String, anyway: bool) {
        spawn_local(async move {
            let Some(mine) = self.ready_to_merge(&preview, &id) else { return };
            let mut now = (*mine).clone();
            let (mut parts, mut left) = (Vec::new(), Vec::new());
            let (mut again, waiting) = (Vec::new(), self.waiting.get_value());
            let mut take = |now: &mut Assessment, of: &Preview, choices: Choices| {
                let comparison = merge(now, &of.assessment).map_err(Some)?;
                let open = choices.open(&comparison);
                if open > 0 {
                    left.push((of.name.clone(), Left::Open(open)));
                    return Err(None);
                }
                let mut merged = comparison.chosen(&choices);
                let frozen = now.frozen_fields(&merged);
                if frozen > 0 && !std::ptr::eq(of, &*preview) {
                    left.push((of.name.clone(), Left::Frozen(frozen)));
                    return Err(None);
                }
                comparison.tell(&mut merged, &of.name, &self.stamp());
                let change = Change::Whole(Box::new(merged));
                apply(now, &of.instrument, change, self.stamp())
                    .map_err(|reason| Some(Problem::Refused { path: "$".to_owned(), reason }))?;
                parts.push(Part::new(&of.name, &comparison, &choices));
                Ok::<(), Option<Problem>>(())
            };
            let mut failed = Vec::new();
            let first = take(&mut now, &preview, preview.choosing.choices.get_untracked());
            let first_stays = first.is_err();
            if let Err(Some(problem)) = first {
                failed.push((preview.name.clone(), Left::Failed(problem)));
            }
            for file in waiting {
                self.incoming.set(IncomingFile::Reading(file.name()));
                let taken = match self.preview(&file).await {
                    Ok(IncomingFile::Ready(other)) => take(&mut now, &other, Choices::default()),
                    Ok(_) => Err(None),
                    Err(problem) => Err(Some(problem)),
                };
                if let Err(why) = taken {
                    if let Some(problem) = why {
                        failed.push((file.name(), Left::Failed(problem)));
                    }
                    again.push(file);
                }
            }
            left.extend(failed);
            self.incoming.set(IncomingFile::Ready(preview.clone()));
            if parts.is_empty() {
                return self.say(self.texts().merging.rest_none);
            }
            // Reading took a while: what was changed meanwhile is not merged over.
            if self.ready_to_merge(&preview, &id).is_none_or(|still| *still != *mine) {
                return self.say(self.texts().merging.changed_meanwhile);
            }
            if !self.put_merged(&mine, &preview, now, parts, left, anyway) {
                preview.choosing.unkept.set(true);
                return;
            }
            let stays = usize::from(first_stays);
            self.queue.update(|queue| queue.at = queue.all + 1 - (again.len() + stays).min(queue.all));
            self.waiting.set_value(again.into());
            if first_stays {
                self.incoming.set(IncomingFile::Ready(preview));
            } else {
                self.queue.update(|queue| queue.at = queue.at.saturating_sub(1));
                self.next_file();
            }
        });
    }

    /// The draft, open, as it is now; or says why it is not.
    fn ready_to_merge(self, preview: &Preview, id: &str) -> Option<Arc<Assessment>> {
        if self.bring(id) != Opening::Ready {
            self.say((self.texts().frame.instrument_failed)(&preview.assessment.instrument.id));
            return None;
        }
        // Another tab may have written since.
        self.flush();
        self.take_over();
        self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()))
    }

    /// Snapshot, edit, report. False where there is no room for a snapshot; then nothing was changed.
    fn put_merged(
        self,
        mine: &Arc<Assessment>,
        preview: &Preview,
        merged: Assessment,
        mut parts: Vec<Part>,
        mut left: Vec<(String, Left)>,
        anyway: bool,
    ) -> bool {
        let kept = self.take_snapshot(&mine.id, Reason::Merge).is_ok();
        if !kept && !anyway {
            return false;
        }
        let mut standing =
            [Self::standing(&preview.instrument, mine), Self::standing(&preview.instrument, &merged)];
        let files = parts.len();
        self.widen(&preview.instrument, merged.order.as_deref());
        match self.change(Change::Whole(Box::new(merged))) {
            Ok(()) => {
                self.flush();
                let step = self.last_step();
                parts.iter_mut().for_each(|part| part.step = step);
                let (draft, name) = (mine.id.clone(), mine.name().to_owned());
                let goes_on = self.queue.with_untracked(|queue| queue.merged);
                // Files that were chosen together have one report.
                let before = self.merged.get_untracked().filter(|before| goes_on && before.draft == draft);
                let mut kept = kept;
                if let Some(before) = before {
                    parts.splice(0..0, before.parts.iter().cloned());
                    left.splice(0..0, before.left.iter().cloned());
                    standing[0].clone_from(&before.standing[0]);
                    kept &= before.kept;
                }
                left.retain(|(file, _)| !parts.iter().any(|part| part.file == *file));
                self.queue.update(|queue| queue.merged = true);
                let report = Merged { draft, name, at: self.stamp(), parts, left, standing, kept };
                self.merged.set(Some(Arc::new(report)));
                self.say_with((self.texts().merging.done)(files), Action::Undo);
            }
            Err(reason) => self.say((self.texts().refused)(&reason)),
        }
        true
    }

    /// The step that would be taken back next.
    pub(super) fn last_step(self) -> Option<u64> {
        self.draft.with_untracked(|draft| draft.as_ref().and_then(|draft| draft.history.last()))
    }

    /// A step was taken back, or made again: the report of a merge says so.
    pub(super) fn tell_report(self, step: Option<u64>, undone: bool) {
        let is_of = |part: &Part| part.step.is_some() && part.step == step;
        let told =
            |merged: &Option<Arc<Merged>>| merged.as_ref().is_some_and(|all| all.parts.iter().any(is_of));
        if self.merged.with_untracked(told) {
            self.merged.update(|merged| {
                let parts = merged.iter_mut().flat_map(|merged| &mut Arc::make_mut(merged).parts);
                parts.filter(|part| is_of(part)).for_each(|part| part.undone = undone);
            });
        }
    }

    /// Files that were chosen together: the first is shown, the others wait.
    pub fn take_all(self, files: Vec<LocalFile>) {
        self.queue.set(Queue { at: 0, all: files.len(), merged: false });
        self.waiting.set_value(files.into());
        self.next_file();
    }

    /// Shows the next file that waits. After the last one: the report, if something was merged.
    pub fn next_file(self) {
        let next = self.waiting.try_update_value(|waiting| waiting.pop_front()).flatten();
        if let Some(file) = next {
            self.queue.update(|queue| queue.at += 1);
            return self.take(file);
        }
        let has_merged = self.queue.get_untracked().merged;
        self.queue.set(Queue::default());
        self.incoming.set(IncomingFile::None);
        let merged = self.merged.with_untracked(|merged| merged.as_ref().map(|merged| merged.draft.clone()));
        let merged = merged.filter(|_| has_merged);
        let route = merged.map_or(Route::Home, |draft| Route::Draft(draft, Page::Merged));
        self.go(&route);
    }

    /// Goes on: to the next file that waits, or else to a page.
    pub(super) fn go_on_or(self, route: &Route) {
        if self.waiting.with_value(VecDeque::is_empty) {
            self.queue.set(Queue::default());
            self.incoming.set(IncomingFile::None);
            self.go(route);
        } else {
            self.next_file();
        }
    }

    /// How many files wait behind the one that is shown.
    pub fn waiting_files(self) -> usize {
        self.queue.with(|queue| queue.all.saturating_sub(queue.at))
    }
}
