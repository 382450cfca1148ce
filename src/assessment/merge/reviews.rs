//! Two lists of reviews become one. None is lost that was not taken back; what may be in question is
//! who has the last word.

use std::collections::BTreeSet;

use super::super::{Review, Status};
use super::mark::Rev;
use super::revisions::review;

/// What becomes of two lists.
pub(super) enum Lists {
    Same,
    Mine,
    Theirs,
    /// Both added, and agree on the last word.
    Together(Vec<Review>),
    /// Both added, and their last words differ: the list with mine last, and with theirs last.
    Conflict(Vec<Review>, Vec<Review>),
}

/// One side: its reviews, and those that it took back.
pub(super) struct Side<'a> {
    pub reviews: &'a [Review],
    pub removed: BTreeSet<Rev>,
}

impl Side<'_> {
    fn names(&self) -> BTreeSet<Rev> {
        self.reviews.iter().map(review).collect()
    }

    fn status(&self) -> Status {
        self.reviews.last().map_or(Status::Draf, |review| review.status)
    }
}

pub(super) fn together(mine: &Side, theirs: &Side) -> Lists {
    if mine.reviews == theirs.reviews {
        return Lists::Same;
    }
    let (ours, others) = (mine.names(), theirs.names());
    let all = |list: &[Review], removed: &BTreeSet<Rev>| -> Vec<(Rev, Review)> {
        let named = list.iter().map(|one| (review(one), one.clone()));
        named.filter(|(name, _)| !removed.contains(name)).collect()
    };
    let mut result = all(mine.reviews, &theirs.removed);
    for (name, one) in all(theirs.reviews, &mine.removed) {
        if !result.iter().any(|(known, _)| *known == name) {
            result.push((name, one));
        }
    }
    let names: BTreeSet<Rev> = result.iter().map(|(name, _)| *name).collect();
    if ours != others && names == ours {
        return Lists::Mine;
    }
    if ours != others && names == others {
        return Lists::Theirs;
    }
    // The order of moments is for people to read: all that counts, the last word, does not hang on it.
    result.sort_by(|(_, a), (_, b)| {
        let key = |r: &Review| (r.stamp.at.clone(), r.stamp.by.clone(), r.status, r.note.clone());
        key(a).cmp(&key(b))
    });
    let with_last = |wanted: &dyn Fn(&(Rev, Review)) -> bool| {
        let mut list = result.clone();
        if let Some(at) = list.iter().rposition(wanted) {
            let last = list.remove(at);
            list.push(last);
        }
        list.into_iter().map(|(_, review)| review).collect::<Vec<_>>()
    };
    let named = |side: &Side| side.reviews.last().map(review);
    let (my_word, their_word) = (named(mine), named(theirs));
    let last = |word: Option<Rev>| with_last(&|(name, _)| Some(*name) == word);
    if mine.status() == theirs.status() {
        let list = with_last(&|(_, review)| review.status == mine.status());
        return if list == mine.reviews {
            Lists::Mine
        } else if list == theirs.reviews {
            Lists::Theirs
        } else {
            Lists::Together(list)
        };
    }
    // A side without a review has said nothing.
    let seen = |word: Option<Rev>, by: &BTreeSet<Rev>, removed: &BTreeSet<Rev>| {
        word.is_none_or(|word| by.contains(&word) || removed.contains(&word))
    };
    match (seen(their_word, &ours, &mine.removed), seen(my_word, &others, &theirs.removed)) {
        (true, false) => Lists::Together(last(my_word)),
        (false, true) => Lists::Together(last(their_word)),
        _ => Lists::Conflict(last(my_word), last(their_word)),
    }
}
