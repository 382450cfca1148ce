//! Bringing a register of evidence into an assessment.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::IncomingEvidence;
use super::problem::Problem;
use super::together::{all_reviews, differ, with_filled, with_theirs};
use crate::assessment::{Assessment, Change, Detail, Evidence, EvidenceId, Link, LinkKey, Links, Status};

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
    /// Where taking theirs changes its status: ours, and the one it gets. That is the last review of
    /// both sides by their moments, or `draf` where ours was accepted and gets another content.
    pub status: Option<(Status, Status)>,
    /// Reviews of theirs that are not here yet.
    pub new_reviews: usize,
    /// What theirs fills where ours is empty, or a file of ours without its SHA-256. Empty for a new
    /// document.
    pub filled: Vec<Detail>,
    /// Fields that both filled, and differently: ours, theirs.
    pub differing: Vec<(Detail, Detail)>,
    /// Links whose pages both noted, and differently, with the pages of ours and theirs. The key names
    /// our document.
    pub pages: Vec<(LinkKey, &'a str, &'a str)>,
    /// Links whose pages only theirs noted, with these pages. The key names our document.
    pub filled_pages: Vec<(LinkKey, &'a str)>,
    /// Links that are not here yet. The key names our document.
    pub new_links: Vec<LinkKey>,
    /// Its links, with keys that name our document.
    links: Links,
    /// Whether taking theirs writes into a document that was accepted here, and would leave it accepted.
    reopens: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Not here yet.
    New,
    /// All that it says is here.
    Same,
    /// It fills fields that are empty here, or adds links, or reviews to the history. Nothing of ours is
    /// written over, and its status stays.
    Changed,
    /// A field is filled differently, its status would change, or ours is accepted and theirs says more.
    Conflict,
}

/// What becomes of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Ours stays. Fields that are empty here are filled and links are added, unless ours is accepted:
    /// then nothing comes. Reviews do not come, because they were of what the register says: the status
    /// of ours stays.
    Mine,
    /// What theirs filled is written over ours. No review of either is lost; the last one by their
    /// moments is the status. Where an accepted document of ours gets another content or other links, it
    /// becomes a draft again, which needs the reviewer's name: nobody accepted here what it says now.
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
    let (mut new_links, mut pages, mut filled_pages) = (Vec::new(), Vec::new(), Vec::new());
    for (key, link) in own {
        let key = LinkKey { evidence: ours_id.unwrap_or(id).clone(), ..key.clone() };
        match ours.links.get(&key) {
            None => new_links.push(key.clone()),
            Some(there) if there.pages == link.pages || link.pages.is_empty() => {}
            Some(there) if there.pages.is_empty() => filled_pages.push((key.clone(), &*link.pages)),
            Some(there) => pages.push((key.clone(), &*there.pages, &*link.pages)),
        }
        links.insert(key, link.clone());
    }
    let (mut differing, mut filled) = (Vec::new(), Vec::new());
    let (mut fate, mut status, mut reopens) = (Fate::New, None, false);
    let mut new_reviews = theirs.reviews.len();
    if let Some((_, here)) = here {
        let both = || Detail::all(here).into_iter().zip(Detail::all(theirs));
        differing.extend(both().filter(|(mine, theirs)| differ(mine, theirs)));
        let full = with_filled(here, theirs);
        let after = Detail::all(&full).into_iter().zip(Detail::all(here));
        filled.extend(after.filter(|(after, mine)| after != mine).map(|(after, _)| after));
        new_reviews = theirs.reviews.iter().filter(|review| !here.reviews.contains(review)).count();

        let differs = !differing.is_empty() || !pages.is_empty();
        let fills = full != *here || !filled_pages.is_empty() || !new_links.is_empty();
        let reviewed =
            Evidence { reviews: all_reviews(&here.reviews, &theirs.reviews), ..Evidence::default() };
        reopens = here.is_locked() && reviewed.is_locked() && (differs || fills);
        let last = if reopens { Status::Draf } else { reviewed.status() };
        status = (last != here.status()).then_some((here.status(), last));
        fate = if differs || status.is_some() {
            Fate::Conflict
        } else if fills || new_reviews > 0 {
            Fate::Changed
        } else {
            Fate::Same
        };
    }
    Brought {
        id,
        theirs,
        ours: here,
        fate,
        status,
        new_reviews,
        filled,
        differing,
        pages,
        filled_pages,
        new_links,
        links,
        reopens,
    }
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
        self.over(one, here, target, true, changes);
        // Neither acceptance was of what it says now.
        if one.reopens {
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
