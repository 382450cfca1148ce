//! Which restore points stay, and which go first when space runs short.

use std::collections::{BTreeMap, BTreeSet};

use super::Head;
use crate::exchange::Reason;

/// How many restore points of days of work are kept of a draft.
pub const DAILY_LIMIT: usize = 10;
/// How many other automatic ones.
pub const OTHER_LIMIT: usize = 20;

/// A restore point among others.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its key in the storage.
    pub key: String,
    /// Id of its draft.
    pub draft: String,
    /// Nothing where it cannot be read: then nobody knows whether a person wants it, and it stays.
    pub head: Option<Head>,
}

/// Keys of automatic restore points that may go when there is no room for work, in the order in which
/// they go: the oldest first, of whichever draft. Not among them are those that a person made or named,
/// and of each draft the last one before a merge, a replacement or the like, which is the way back.
pub fn gives_way(all: &[Listed]) -> Vec<String> {
    let mut guards: BTreeMap<&str, (&Head, &str)> = BTreeMap::new();
    for Listed { key, draft, head } in all {
        if let Some(head) = head.as_ref().filter(|head| head.reason.is_guard()) {
            let last = guards.entry(draft).or_insert((head, key));
            if age(head, key) > age(last.0, last.1) {
                *last = (head, key);
            }
        }
    }
    let guards: BTreeSet<&str> = guards.into_values().map(|(_, key)| key).collect();
    let mut going: Vec<_> = all
        .iter()
        .filter_map(|Listed { key, head, .. }| Some((head.as_ref()?, key)))
        .filter(|(head, key)| !head.is_wanted() && !guards.contains(key.as_str()))
        .collect();
    going.sort_by(|a, b| age(a.0, a.1).cmp(&age(b.0, b.1)));
    going.into_iter().map(|(_, key)| key.clone()).collect()
}

/// Keys of automatic restore points of a draft beyond [`DAILY_LIMIT`] and [`OTHER_LIMIT`].
pub fn beyond(all: &[Listed], draft: &str) -> Vec<String> {
    let going: BTreeSet<String> = gives_way(all).into_iter().collect();
    let mut of_draft: Vec<_> = all
        .iter()
        .filter(|listed| listed.draft == draft)
        .filter_map(|Listed { key, head, .. }| Some((head.as_ref()?, key)))
        .filter(|(head, _)| !head.is_wanted())
        .collect();
    of_draft.sort_by(|a, b| age(b.0, b.1).cmp(&age(a.0, a.1)));
    let (daily, other): (Vec<_>, Vec<_>) =
        of_draft.into_iter().partition(|(head, _)| head.reason == Reason::Day);
    let old = daily.into_iter().skip(DAILY_LIMIT).chain(other.into_iter().skip(OTHER_LIMIT));
    old.map(|(_, key)| key.clone()).filter(|key| going.contains(key)).collect()
}

/// The moment, then the key: several of one second are numbered there.
fn age<'a>(head: &'a Head, key: &'a str) -> (&'a str, usize, &'a str) {
    (head.made.at.as_str(), key.len(), key)
}
