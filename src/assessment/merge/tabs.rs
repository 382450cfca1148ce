//! One draft in several tabs. Each tab knows which stored states it has seen, so what it finds in the
//! storage is put onto what both come from, and no tab takes another one's silence for a deletion.
//!
//! Two tabs may write in the same moment. The later text then buries the earlier one, but the tab of the
//! earlier one still has it, and hears of the later one: it puts both together and writes again. All tabs
//! put the same two states together in the same way, so this ends.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::{Assessment, Stamp};
use super::compare::{Ancestor, Difference, compare};
use super::content::{Content, get, set, stamp_of, tidy};
use super::place::{AnswerPart, DocumentPart, Place};
use super::result::{Choice, both};

/// The stored states that a state stands on, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// Right below it. Several, where it puts together what several tabs wrote.
    pub on: BTreeSet<String>,
    /// Further below, the last one first, as far as it is worth telling: what is named here is in it.
    pub past: Vec<String>,
    /// Where both sides of such a putting together had written: a state, and the place in which something
    /// else than its content stays. Whoever wrote it is asked.
    pub over: BTreeSet<(String, Place)>,
    /// The tab that wrote the state. Where two tabs wrote differently, the first name's content stays.
    pub by: String,
}

impl Ground {
    fn below(&self) -> BTreeSet<String> {
        self.on.iter().chain(&self.past).cloned().collect()
    }
}

/// How far back a ground tells.
const TOLD: usize = 40;

/// How many stored states a tab remembers, besides the first one. Each may be a whole assessment in the
/// memory; what is forgotten leads to a question, never to a loss.
const REMEMBERED: usize = 16;

/// What one tab knows of a draft that other tabs may write too.
#[derive(Clone, Debug)]
pub struct Tab {
    /// What is remembered, the oldest first.
    states: Vec<State>,
    /// States that are in what this tab knows, whether it ever saw them or not.
    covered: BTreeSet<String>,
    ground: Ground,
    /// What is stored there, as far as this tab knows: nothing of it is this tab's alone.
    stored: Arc<Assessment>,
    /// Places that another tab wrote differently. What stands there on this page is not stored before a
    /// person has decided.
    held: BTreeSet<Place>,
}

#[derive(Clone, Debug)]
struct State {
    /// Its own, or those of the states that it puts together.
    names: BTreeSet<String>,
    /// All that is in it: its own name, and what it stands on, as far as it told.
    within: BTreeSet<String>,
    by: String,
    content: Arc<Assessment>,
}

impl State {
    fn is(&self, name: &str) -> bool {
        self.names.len() == 1 && self.names.contains(name)
    }
}

/// A place that two tabs wrote differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub place: Place,
    /// What stands on this page.
    pub mine: Content,
    /// What is stored, written in the other tab.
    pub theirs: Content,
    pub theirs_by: Stamp,
}

impl Tab {
    /// A tab, which has a name that no other one has, opens a draft as the storage holds it, under the name
    /// of that state.
    pub fn open(by: &str, name: String, stored: Arc<Assessment>) -> Self {
        let on = BTreeSet::from([name]);
        let first =
            State { names: on.clone(), within: on.clone(), by: by.to_owned(), content: stored.clone() };
        Self {
            states: vec![first],
            covered: on.clone(),
            ground: Ground { on, by: by.to_owned(), ..Ground::default() },
            stored,
            held: BTreeSet::new(),
        }
    }

    /// What the next text that this tab writes stands on.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// Whether the storage, holding the state of this name, lacks nothing that this tab knows of.
    pub fn is_at(&self, name: &str) -> bool {
        self.ground.on.len() == 1 && self.ground.on.contains(name)
    }

    /// Whether there is nothing to learn from the state of this name.
    pub fn has(&self, name: &str) -> bool {
        self.known(name).is_some()
    }

    /// Whether the state of this name can be put together with what this tab knows. A tab that looks into the
    /// storage may see a state before it hears of those below it. Without their content it cannot tell who
    /// wrote last, and must wait: states are heard of in the order in which they were stored.
    pub fn can_place(&self, name: &str, on: &Ground) -> bool {
        self.covered.contains(name)
            || self.ground.on.is_subset(&on.below())
            || self.states.iter().any(|state| state.names == on.on)
            || on.on.iter().all(|name| self.has(name))
    }

    pub fn stored(&self) -> &Arc<Assessment> {
        &self.stored
    }

    /// What is to be stored of what is on the page: all but what is held.
    pub fn to_store(&self, shown: &Arc<Assessment>) -> Arc<Assessment> {
        if self.held.is_empty() {
            return shown.clone();
        }
        let mut result = (**shown).clone();
        for place in &self.held {
            put(&mut result, &self.stored, place);
        }
        tidy(&mut result);
        Arc::new(result)
    }

    /// This tab has stored a state, under a name.
    pub fn wrote(&mut self, name: String, stored: Arc<Assessment>) {
        self.stored = stored;
        self.stand_on(BTreeSet::from([name]));
    }

    /// Another tab has stored a state, which stands on others. Returns what is now to be shown, or
    /// nothing where this tab knew it already.
    pub fn heard(
        &mut self,
        shown: &Arc<Assessment>,
        name: String,
        on: &Ground,
        theirs: &Arc<Assessment>,
    ) -> Option<Arc<Assessment>> {
        let below = on.below();
        if self.covered.contains(&name) {
            // What another one stands on, too, is good to know.
            self.remember(BTreeSet::from([name]), below, &on.by, theirs.clone());
            return None;
        }
        let mut held = BTreeSet::new();
        let mut over = on.over.clone();
        let stored = if self.ground.on.is_subset(&below) {
            theirs.clone()
        } else {
            let (joined, conflicts) = join(&self.base(on), &self.stored, theirs, self.ground.by <= on.by);
            for (place, mine_stays) in conflicts.into_iter().filter(|(place, _)| may_be_held(place)) {
                if mine_stays {
                    over.insert((name.clone(), place));
                } else {
                    over.extend(self.ground.on.iter().map(|own| (own.clone(), place.clone())));
                    held.insert(place);
                }
            }
            Arc::new(joined)
        };
        // Another tab has put together what this one wrote, and something else.
        for (state, place) in on.over.difference(&self.ground.over) {
            let mine = get(&self.stored, place);
            let written_here = self.known(state).is_some_and(|known| get(&known.content, place) == mine);
            if written_here && !mine.is_none() && mine != get(&stored, place) {
                held.insert(place.clone());
            }
        }
        let (next, unsaved) = carry(&self.stored, &self.to_store(shown), &stored);
        self.held.extend(held.into_iter().chain(unsaved).filter(may_be_held));
        self.covered.extend(below.iter().cloned());
        self.remember(BTreeSet::from([name.clone()]), below.clone(), &on.by, theirs.clone());
        self.stored = stored;
        let mut names: BTreeSet<String> = self.ground.on.difference(&below).cloned().collect();
        names.insert(name);
        let mut past: Vec<String> = self.ground.on.iter().chain(&on.on).cloned().collect();
        past.extend(together(&self.ground.past, &on.past));
        over.extend(std::mem::take(&mut self.ground.over));
        let by = std::mem::take(&mut self.ground.by);
        self.ground = Ground { on: BTreeSet::new(), past, over, by };
        self.stand_on(names);
        Some(Arc::new(self.with_held(next, shown)))
    }

    /// What a person has to decide on, in the order of places.
    pub fn held(&self, shown: &Assessment) -> Vec<Held> {
        let held = self.held.iter().map(|place| Held {
            place: place.clone(),
            mine: get(shown, place),
            theirs: get(&self.stored, place),
            theirs_by: stamp_of(&self.stored, place).clone(),
        });
        // Whoever typed the same has decided.
        held.filter(|held| held.mine != held.theirs).collect()
    }

    /// Places of a draft that was open before, in which nobody had decided: what stood on its page is shown
    /// again. Returns what is then to be shown.
    pub fn hold(&mut self, shown: &Assessment, before: &Assessment, places: &[Place]) -> Assessment {
        let mut with = shown.clone();
        for place in places.iter().filter(|place| may_be_held(place)) {
            self.held.insert(place.clone());
            put(&mut with, before, place);
        }
        let next = shown.clone();
        self.with_held(next, &with)
    }

    /// Ends the holding of a place. Returns what is then to be shown.
    pub fn decide(&mut self, shown: &Arc<Assessment>, place: &Place, choice: Choice) -> Assessment {
        let mut result = (*self.to_store(shown)).clone();
        let (mine, theirs) = (get(shown, place), get(&result, place));
        self.held.remove(place);
        let content = match choice {
            Choice::Mine => mine,
            Choice::Theirs => theirs.clone(),
            Choice::Both => both(place, &mine, &theirs),
        };
        set(&mut result, place, content);
        let mut revisions = std::mem::take(&mut result.revisions);
        revisions.edited(&result, vec![(place.clone(), theirs)]);
        result.revisions = revisions;
        self.with_held(result, shown)
    }

    /// What is held stands on the page as it stood there before.
    fn with_held(&mut self, mut next: Assessment, shown: &Assessment) -> Assessment {
        let there = |place: &Place| place.document().is_none_or(|id| next.evidence.contains_key(id));
        self.held.retain(|place| there(place) && get(shown, place) != get(&next, place));
        for place in &self.held {
            put(&mut next, shown, place);
        }
        next
    }

    /// What a state and this tab both come from. If it is not remembered: the oldest state there is,
    /// because an ancestor that is too old leads to a question, and one that is too young to a loss. A
    /// text that does not say what it stands on was written on what this tab knows.
    fn base(&self, on: &Ground) -> Arc<Assessment> {
        if on.on.is_empty() {
            return self.stored.clone();
        }
        if let Some(exact) = self.states.iter().rev().find(|state| state.names == on.on) {
            return exact.content.clone();
        }
        self.common(&on.below())
    }

    /// The state that holds what all known ones among these hold: the last of them, or several put together.
    fn common(&self, names: &BTreeSet<String>) -> Arc<Assessment> {
        let among = |state: &&State| state.names.len() == 1 && state.names.is_subset(names);
        let among: Vec<&State> = self.states.iter().filter(among).collect();
        let in_another = |one: &State| {
            among.iter().any(|other| one.names != other.names && one.names.is_subset(&other.within))
        };
        let mut last = among.iter().filter(|state| !in_another(state));
        let Some(first) = last.next().copied().or(self.states.first()) else { return self.stored.clone() };
        let first = (first.content.clone(), first.within.clone(), &first.by);
        let all = last.fold(first, |(all, within, by), next| {
            let base = self.common(&within.intersection(&next.within).cloned().collect());
            let content = Arc::new(join(&base, &all, &next.content, *by <= next.by).0);
            (content, within.union(&next.within).cloned().collect(), by.min(&next.by))
        });
        all.0
    }

    fn known(&self, name: &str) -> Option<&State> {
        self.states.iter().rev().find(|state| state.is(name))
    }

    fn stand_on(&mut self, names: BTreeSet<String>) {
        let Ground { on, mut past, mut over, by } = std::mem::take(&mut self.ground);
        past.splice(0..0, on.iter().cloned());
        let mut told = names.clone();
        past.retain(|name| told.insert(name.clone()));
        past.truncate(TOLD);
        over.retain(|(state, _)| names.contains(state) || past.contains(state));
        self.covered.extend(names.iter().cloned());
        self.remember(names.clone(), past.iter().cloned().collect(), &by, self.stored.clone());
        self.ground = Ground { on: names, past, over, by };
    }

    fn remember(
        &mut self,
        names: BTreeSet<String>,
        mut within: BTreeSet<String>,
        by: &str,
        content: Arc<Assessment>,
    ) {
        if self.states.iter().any(|state| state.names == names) {
            return;
        }
        within.extend(names.iter().cloned());
        self.states.push(State { names, within, by: by.to_owned(), content });
        if self.states.len() > REMEMBERED {
            self.states.remove(1);
        }
    }
}

/// Two lists, one from each in turn.
fn together(one: &[String], other: &[String]) -> Vec<String> {
    let longer = one.len().max(other.len());
    (0..longer).flat_map(|at| one.get(at).into_iter().chain(other.get(at))).cloned().collect()
}

/// Puts together what two tabs stored since `base`: the same, whichever of them is called mine. Also
/// names the places in which both had written, and whether mine stays there.
fn join(
    base: &Assessment,
    mine: &Assessment,
    theirs: &Assessment,
    mine_first: bool,
) -> (Assessment, Vec<(Place, bool)>) {
    let comparison = compare(mine, theirs, Ancestor::Known(base));
    let mut joined = comparison.merged(|conflict| stronger(conflict, mine_first));
    joined.changed = later(&mine.changed, &theirs.changed).clone();
    let written = |side: &Content, base: Option<&Content>| !side.is_none() && Some(side) != base;
    let both = comparison.conflicts().filter(|conflict| {
        written(&conflict.mine, conflict.base.as_ref()) && written(&conflict.theirs, conflict.base.as_ref())
    });
    let places = both
        .map(|conflict| (conflict.place.clone(), stronger(conflict, mine_first) == Choice::Mine))
        .collect();
    (joined, places)
}

/// Puts what is only on this page, since `base` was stored, onto what is stored now. Also names the places
/// where something else is stored, which stays.
fn carry(base: &Assessment, mine: &Assessment, stored: &Assessment) -> (Assessment, Vec<Place>) {
    if mine == base {
        return (stored.clone(), Vec::new());
    }
    let comparison = compare(mine, stored, Ancestor::Known(base));
    let choose = |conflict: &Difference| {
        let is_question = may_be_held(&conflict.place)
            && !conflict.mine.is_none()
            && !conflict.theirs.is_none()
            && conflict.base.as_ref() != Some(&conflict.theirs);
        if is_question { Choice::Theirs } else { stronger(conflict, true) }
    };
    let mut carried = comparison.merged(choose);
    carried.changed = later(&mine.changed, &stored.changed).clone();
    let gave_way = comparison.conflicts().filter(|conflict| {
        choose(conflict) == Choice::Theirs && conflict.base.as_ref() != Some(&conflict.mine)
    });
    let places = gave_way.map(|conflict| conflict.place.clone()).collect();
    (carried, places)
}

/// What stands where two tabs wrote differently: an edit against a deletion, else that of the first tab.
fn stronger(conflict: &Difference, mine_first: bool) -> Choice {
    let Difference { place, base, mine, theirs, .. } = conflict;
    if matches!(place, Place::Document(_, DocumentPart::Whole)) || mine.is_none() {
        return Choice::Both;
    }
    // Only one of them wrote there: an acceptance in one tab, an edit in the other one.
    if base.as_ref() == Some(mine) {
        return Choice::Theirs;
    }
    let mine_stays = mine_first || theirs.is_none() || base.as_ref() == Some(theirs);
    if mine_stays { Choice::Mine } else { Choice::Theirs }
}

/// Whether a place can show something else than what is stored. A document itself cannot, and of reviews
/// both sides' are kept.
fn may_be_held(place: &Place) -> bool {
    match place {
        Place::Document(_, part) => {
            !matches!(part, DocumentPart::Whole | DocumentPart::Reviews | DocumentPart::Extra(_))
        }
        Place::Answer(_, _, part) => !matches!(part, AnswerPart::Extra(_) | AnswerPart::ExplanationExtra(_)),
        Place::Extra(_) | Place::Other(_) | Place::Unit(..) | Place::Record(..) => false,
        _ => true,
    }
}

/// Writes a place as it stands elsewhere, with its mark.
fn put(into: &mut Assessment, from: &Assessment, place: &Place) {
    let content = get(from, place);
    let filled = !content.is_none();
    set(into, place, content);
    into.revisions.copy_mark(&from.revisions, place, filled);
}

fn later<'a>(one: &'a Stamp, other: &'a Stamp) -> &'a Stamp {
    if (&other.at, &other.by) > (&one.at, &one.by) { other } else { one }
}
