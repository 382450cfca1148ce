//! Bringing a register of evidence into an assessment.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::IncomingEvidence;
use super::problem::Problem;
use crate::assessment::{
    Assessment, Change, Detail, Evidence, EvidenceId, Link, LinkKey, Links, Review, Status,
};

/// What a register would bring to an assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Bringing<'a> {
    /// Every document of the register, in the order of its ids there.
    pub documents: Vec<Brought<'a>>,
    /// The register's agency, where it is another one.
    pub other_agency: Option<&'a str>,
    /// The register's year, where it is another one.
    pub other_year: Option<u16>,
    ours: &'a Assessment,
    taken: BTreeSet<&'a EvidenceId>,
}

/// A document of a register beside the one of ours that it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought<'a> {
    /// Its id in the register.
    pub id: &'a EvidenceId,
    pub theirs: &'a Evidence,
    /// Ours of the same id, or else of the same SHA-256.
    pub ours: Option<(&'a EvidenceId, &'a Evidence)>,
    pub fate: Fate,
    /// Fields that both filled, and differently: ours, theirs.
    pub differing: Vec<(Detail, Detail)>,
    /// Links whose pages both noted, and differently, with the pages of ours and theirs. The key names
    /// our document.
    pub pages: Vec<(LinkKey, &'a str, &'a str)>,
    /// Links that are not here yet. The key names our document.
    pub new_links: Vec<LinkKey>,
    /// Its links, with keys that name our document.
    links: Links,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Not here yet.
    New,
    /// All that it says is here.
    Same,
    /// It fills fields that are empty here, or adds links or reviews. Nothing of ours is written over.
    Changed,
    /// A field is filled differently, or ours is accepted and theirs says more.
    Conflict,
}

/// What becomes of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Ours stays. Fields that are empty here are filled and links are added, unless ours is accepted:
    /// then nothing comes. Reviews do not come, because they were of what the register says.
    Mine,
    /// What theirs filled is written over ours. No review of either is lost. Where ours was accepted and
    /// theirs was not, the document becomes a draft again, which needs the reviewer's name.
    Theirs,
    /// Theirs comes as a document of its own with this id (made free by a number, if it is taken), and
    /// ours stays.
    Both(EvidenceId),
}

/// Compares a register with an assessment.
///
/// # Errors
/// [`Problem::EvidenceOfOther`] when it was made with another instrument: its links have no place here.
pub fn compare<'a>(ours: &'a Assessment, theirs: &'a IncomingEvidence) -> Result<Bringing<'a>, Problem> {
    let register = &theirs.register;
    if register.instrument.id != ours.instrument.id {
        let (theirs, ours) = (register.instrument.id.clone(), ours.instrument.id.clone());
        return Err(Problem::EvidenceOfOther { theirs, ours });
    }
    let matches = matches(&ours.evidence, &register.evidence);
    let documents = register.evidence.iter().map(|(id, document)| {
        let ours_id = matches.get(id).copied();
        let own = register.links.iter().filter(|(key, _)| key.evidence == *id);
        brought(ours, id, document, ours_id, own)
    });
    Ok(Bringing {
        documents: documents.collect(),
        other_agency: (register.agency.name != ours.agency.name).then_some(&*register.agency.name),
        other_year: (register.year != ours.year).then_some(register.year),
        ours,
        taken: ours.evidence.keys().chain(register.evidence.keys()).collect(),
    })
}

/// Ours for each of theirs: by id, else by content. Each of ours is taken once, so that what is
/// registered twice there stays two documents.
fn matches<'a>(
    ours: &'a BTreeMap<EvidenceId, Evidence>,
    theirs: &'a BTreeMap<EvidenceId, Evidence>,
) -> BTreeMap<&'a EvidenceId, &'a EvidenceId> {
    let by_id = theirs.keys().filter_map(|id| Some((id, ours.get_key_value(id)?.0)));
    let mut matches: BTreeMap<_, _> = by_id.collect();
    let mut by_content: BTreeMap<&str, Vec<&EvidenceId>> = BTreeMap::new();
    for (id, evidence) in ours.iter().rev() {
        if let Some(digest) = evidence.sha256().filter(|_| !theirs.contains_key(id)) {
            by_content.entry(digest).or_default().push(id);
        }
    }
    for (id, evidence) in theirs {
        if !matches.contains_key(id)
            && let Some(digest) = evidence.sha256()
            && let Some(ours) = by_content.get_mut(digest).and_then(Vec::pop)
        {
            matches.insert(id, ours);
        }
    }
    matches
}

fn brought<'a>(
    ours: &'a Assessment,
    id: &'a EvidenceId,
    theirs: &'a Evidence,
    ours_id: Option<&'a EvidenceId>,
    own: impl Iterator<Item = (&'a LinkKey, &'a Link)>,
) -> Brought<'a> {
    let here = ours_id.and_then(|id| ours.evidence.get_key_value(id));
    let mut links = Links::new();
    let (mut new_links, mut pages) = (Vec::new(), Vec::new());
    let mut fills_pages = false;
    for (key, link) in own {
        let key = LinkKey { evidence: ours_id.unwrap_or(id).clone(), ..key.clone() };
        match ours.links.get(&key) {
            None => new_links.push(key.clone()),
            Some(there) if there.pages == link.pages || link.pages.is_empty() => {}
            Some(there) if there.pages.is_empty() => fills_pages = true,
            Some(there) => pages.push((key.clone(), &*there.pages, &*link.pages)),
        }
        links.insert(key, link.clone());
    }
    let mut differing = Vec::new();
    let fate = match here {
        None => Fate::New,
        Some((_, here)) => {
            let fields = Detail::all(here).into_iter().zip(Detail::all(theirs));
            differing.extend(fields.filter(|(mine, theirs)| differ(mine, theirs)));
            let fills = with_filled(here, theirs) != *here || fills_pages || !new_links.is_empty();
            let reviewed = theirs.reviews.iter().any(|review| !here.reviews.contains(review));
            match (differing.is_empty() && pages.is_empty(), fills, reviewed) {
                (false, ..) => Fate::Conflict,
                (true, true, _) if here.is_locked() => Fate::Conflict,
                (true, false, false) => Fate::Same,
                (true, ..) => Fate::Changed,
            }
        }
    };
    Brought { id, theirs, ours: here, fate, differing, pages, new_links, links }
}

/// Whether both filled a field, and differently. A file is the same if its content is.
fn differ(mine: &Detail, theirs: &Detail) -> bool {
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
fn with_filled(ours: &Evidence, theirs: &Evidence) -> Evidence {
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
fn with_theirs(ours: &Evidence, theirs: &Evidence) -> Evidence {
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
fn all_reviews(ours: &[Review], theirs: &[Review]) -> Vec<Review> {
    let mut all = ours.to_vec();
    for review in theirs.iter().filter(|review| !ours.contains(review)) {
        let at = all.iter().position(|other| other.stamp.at > review.stamp.at);
        all.insert(at.unwrap_or(all.len()), review.clone());
    }
    all
}

impl Bringing<'_> {
    /// How many documents of each fate there are.
    pub fn count(&self, fate: Fate) -> usize {
        self.documents.iter().filter(|document| document.fate == fate).count()
    }

    /// One edit that brings everything in. `choice` is asked for each document in conflict, by its id
    /// in the register; new and changed ones come without a question, since nothing is lost by them.
    pub fn change(&self, choice: impl Fn(&EvidenceId) -> Choice) -> Change {
        let mut taken: BTreeSet<EvidenceId> = self.taken.iter().map(|id| (*id).clone()).collect();
        let mut changes = Vec::new();
        for one in &self.documents {
            match (one.fate, one.ours) {
                (Fate::Same, _) => {}
                (_, None) => {
                    let steps =
                        Steps { id: one.id, before: None, links: one.links_over(&Links::new(), false) };
                    steps.write(one.theirs.clone(), &mut changes);
                }
                (Fate::Conflict, Some(here)) => match choice(one.id) {
                    Choice::Mine if here.1.is_locked() => {}
                    Choice::Mine => {
                        let target = with_filled(here.1, one.theirs);
                        self.over(one, here, target, false, &mut changes);
                    }
                    Choice::Theirs => self.replace(one, here, &mut changes),
                    Choice::Both(wanted) => {
                        let id = free(wanted, &taken);
                        one.beside(&id, &mut changes);
                        taken.insert(id);
                    }
                },
                (_, Some(here)) => {
                    let mut target = with_filled(here.1, one.theirs);
                    target.reviews = all_reviews(&here.1.reviews, &one.theirs.reviews);
                    self.over(one, here, target, false, &mut changes);
                }
            }
        }
        Change::All(changes)
    }

    /// Writes `target` over a document of ours.
    fn over(
        &self,
        one: &Brought,
        (id, before): (&EvidenceId, &Evidence),
        mut target: Evidence,
        theirs_win: bool,
        changes: &mut Vec<Change>,
    ) {
        let links = one.links_over(&self.ours.links, theirs_win);
        if target == *before && links.is_empty() {
            return;
        }
        // Stamped by who brings it in.
        target.changed = None;
        Steps { id, before: Some(before), links }.write(target, changes);
    }

    fn replace(&self, one: &Brought, here: (&EvidenceId, &Evidence), changes: &mut Vec<Change>) {
        let mut target = with_theirs(here.1, one.theirs);
        target.reviews = all_reviews(&here.1.reviews, &one.theirs.reviews);
        // An acceptance of ours was not of what theirs says.
        let foreign = target
            .reviews
            .last()
            .is_some_and(|last| last.status == Status::Diterima && !one.theirs.reviews.contains(last));
        self.over(one, here, target, true, changes);
        if foreign {
            let (id, status) = (here.0.clone(), Status::Draf);
            changes.push(Change::Review { id, status, note: String::new() });
        }
    }
}

impl Brought<'_> {
    /// The links that have to be written where `there` are some: new ones, and those that get pages.
    fn links_over(&self, there: &Links, theirs_win: bool) -> Links {
        let mut over = Links::new();
        for (key, link) in &self.links {
            match there.get(key) {
                None => drop(over.insert(key.clone(), link.clone())),
                Some(old) if old.pages == link.pages || link.pages.is_empty() => {}
                Some(old) if theirs_win || old.pages.is_empty() => {
                    over.insert(key.clone(), Link { pages: link.pages.clone(), ..old.clone() });
                }
                Some(_) => {}
            }
        }
        over
    }

    /// Theirs as a document of its own.
    fn beside(&self, id: &EvidenceId, changes: &mut Vec<Change>) {
        let named = |key: &LinkKey| LinkKey { evidence: id.clone(), ..key.clone() };
        let links = self.links.iter().map(|(key, link)| (named(key), link.clone())).collect();
        Steps { id, before: None, links }.write(self.theirs.clone(), changes);
    }
}

/// How a document and its links are written. An accepted document is locked, also for links: so it is
/// written as it was before it was accepted, then linked, then accepted. Taken back step by step, each
/// step is allowed as well.
struct Steps<'a> {
    id: &'a EvidenceId,
    before: Option<&'a Evidence>,
    links: Links,
}

impl Steps<'_> {
    fn write(self, target: Evidence, changes: &mut Vec<Change>) {
        let put =
            |evidence: Evidence| Change::Evidence { id: self.id.clone(), evidence: Some(Box::new(evidence)) };
        if let Some(before) = self.before.filter(|before| before.is_locked()) {
            changes.push(put(before.before_acceptance()));
        }
        changes.push(put(target.before_acceptance()));
        changes.extend(self.links.into_iter().map(|(key, link)| Change::Link { key, link: Some(link) }));
        if target.is_locked() {
            changes.push(put(target));
        }
    }
}

/// The id, or the id with a number where it is taken.
fn free(wanted: EvidenceId, taken: &BTreeSet<EvidenceId>) -> EvidenceId {
    let numbered = |number: u32| {
        let end = format!("-{number}");
        // An id has no letters beyond ASCII and at most 40 of them.
        wanted.chars().take(40 - end.len()).chain(end.chars()).collect()
    };
    let mut id = wanted.clone();
    let mut number = 2;
    while taken.contains(&id) {
        id = numbered(number);
        number += 1;
    }
    id
}
