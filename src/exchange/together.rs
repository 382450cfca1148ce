//! Two copies of a document put together.

use crate::assessment::{Detail, Evidence, Review};

/// Whether both filled a field, and differently. A file is the same if its content is.
pub(super) fn differ(mine: &Detail, theirs: &Detail) -> bool {
    let same_file = match (mine, theirs) {
        (Detail::File(Some(mine)), Detail::File(Some(theirs))) => match (&mine.sha256, &theirs.sha256) {
            (Some(mine), Some(theirs)) => mine == theirs,
            // Named alike and as long: what one side does not know, the other may add.
            _ => (&mine.name, mine.size) == (&theirs.name, theirs.size),
        },
        _ => false,
    };
    mine != theirs && !mine.is_empty() && !theirs.is_empty() && !same_file
}

/// Ours with what only theirs filled, without their reviews.
pub(super) fn with_filled(ours: &Evidence, theirs: &Evidence) -> Evidence {
    let mut filled = ours.clone();
    for (mine, theirs) in Detail::all(ours).into_iter().zip(Detail::all(theirs)) {
        if mine.is_empty() && !theirs.is_empty() {
            theirs.put(&mut filled);
        }
    }
    if let (Some(mine), Some(theirs)) = (&mut filled.file, &theirs.file)
        && mine.sha256.is_none()
        && (&mine.name, mine.size) == (&theirs.name, theirs.size)
    {
        mine.sha256.clone_from(&theirs.sha256);
    }
    for (key, value) in &theirs.extra {
        filled.extra.entry(key.clone()).or_insert_with(|| value.clone());
    }
    filled
}

/// Ours with all that theirs filled, without their reviews.
pub(super) fn with_theirs(ours: &Evidence, theirs: &Evidence) -> Evidence {
    let mut filled = with_filled(ours, theirs);
    for (mine, theirs) in Detail::all(ours).into_iter().zip(Detail::all(theirs)) {
        if differ(&mine, &theirs) {
            theirs.put(&mut filled);
        }
    }
    filled.extra.extend(theirs.extra.clone());
    filled
}

/// The reviews of both, by their moments.
pub(super) fn all_reviews(ours: &[Review], theirs: &[Review]) -> Vec<Review> {
    let mut all = ours.to_vec();
    for review in theirs.iter().filter(|review| !ours.contains(review)) {
        let at = all.iter().position(|other| other.stamp.at > review.stamp.at);
        all.insert(at.unwrap_or(all.len()), review.clone());
    }
    all
}
