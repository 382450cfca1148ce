#![cfg(not(target_arch = "wasm32"))]
//! One draft in several tabs: whatever they write, in whatever order they hear of each other, nothing is
//! lost and all agree in the end.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, LazyLock};

use proptest::collection::vec;
use proptest::prelude::*;
use takar::assessment::merge::{Choice, Content, Ground, Place, Tab};
use takar::assessment::{
    Agency, AgencyKind, Assessment, Change, Evidence, Field, LinkKey, Stage, Stamp, Time, apply,
};
use takar::exchange::{read, stored_state, write_stored};
use takar::instrument::{Instrument, Value, load, shipped};

static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());

fn stamp(second: u32) -> Stamp {
    Stamp::new(
        Time::parse(&format!("2026-11-22T03:{:02}:{:02}Z", second / 60 % 60, second % 60)).unwrap(),
        "",
    )
}

fn begun(sealed: bool) -> Arc<Assessment> {
    let mut draft =
        Assessment::new("uji".into(), &SPBE, Agency::new("Kota Umpama", AgencyKind::Kota), 2025, stamp(0));
    if sealed {
        draft.seal();
    }
    Arc::new(draft)
}

/// A text in the storage, as tabs hear of it.
#[derive(Clone, Debug)]
struct Stored(String);

impl Stored {
    fn parts(&self) -> (String, Ground, Arc<Assessment>) {
        let (name, on) = stored_state(&self.0);
        (name, on, Arc::new(read(self.0.as_bytes()).unwrap().assessment))
    }
}

struct Page {
    tab: Tab,
    shown: Arc<Assessment>,
    unsaved: bool,
    heard: VecDeque<Stored>,
    /// Every content of the field that all write, which this page ever showed.
    seen: BTreeSet<String>,
    /// What was last typed here into the field of this page, and into the one of all.
    own: String,
    shared: Option<String>,
    closed: bool,
}

struct Browser {
    store: Stored,
    pages: Vec<Page>,
    second: u32,
    writes: usize,
}

const SHARED: u16 = 40;

fn facts(of: &Assessment, indicator: u16) -> String {
    of.answer(indicator).map(|answer| answer.explanation.facts.clone()).unwrap_or_default()
}

impl Browser {
    fn open(pages: usize, sealed: bool) -> Self {
        let draft = begun(sealed);
        let store = Stored(write_stored(&draft, &Ground::default()));
        let page = |at: usize| {
            let (name, _, draft) = store.parts();
            Page {
                tab: Tab::open(&format!("t{}", 2 - at), name, draft.clone()),
                shown: draft,
                unsaved: false,
                heard: VecDeque::new(),
                seen: BTreeSet::new(),
                own: String::new(),
                shared: None,
                closed: false,
            }
        };
        let pages = (0..pages).map(page).collect();
        Self { store, pages, second: 0, writes: 0 }
    }

    fn change(&mut self, at: usize, change: Change) {
        self.second += 1;
        let page = &mut self.pages[at];
        if apply(Arc::make_mut(&mut page.shown), &SPBE, change, stamp(self.second)).is_ok() {
            page.unsaved = true;
        }
    }

    fn write(&mut self, at: usize, text: &str, shared: bool) {
        let indicator = if shared { SHARED } else { at as u16 + 1 };
        let change =
            Change::Text { stage: Stage::Mandiri, indicator, field: Field::Facts, text: text.to_owned() };
        self.change(at, change);
        let page = &mut self.pages[at];
        if shared {
            page.seen.insert(text.to_owned());
            page.shared = Some(text.to_owned());
        } else {
            text.clone_into(&mut page.own);
        }
    }

    #[allow(dead_code)]
    fn dump(&self) {
        for (at, p) in self.pages.iter().enumerate() {
            eprintln!(
                "  page {at}: ground {:?} shown {:?} held {:?} unsaved {}",
                p.tab.ground(),
                facts(&p.shown, SHARED),
                p.tab.held(&p.shown),
                p.unsaved
            );
        }
        eprintln!("  store {:?}", facts(&self.store.parts().2, SHARED));
    }
    fn hear(&mut self, at: usize, stored: &Stored) {
        let (name, on, theirs) = stored.parts();
        let page = &mut self.pages[at];
        if let Some(shown) = page.tab.heard(&page.shown, name, &on, &theirs) {
            page.shown = shown;
            page.seen.insert(facts(&page.shown, SHARED));
        }
        self.settle(at);
    }

    /// After hearing: does the storage hold all that is known?
    fn settle(&mut self, at: usize) {
        let (name, on, theirs) = self.store.parts();
        let page = &mut self.pages[at];
        if !page.tab.can_place(&name, &on) {
            return; // It will hear of it.
        }
        if let Some(shown) = page.tab.heard(&page.shown, name.clone(), &on, &theirs) {
            page.shown = shown;
            page.seen.insert(facts(&page.shown, SHARED));
        }
        let to_store = page.tab.to_store(&page.shown);
        page.unsaved = *to_store != *theirs;
    }

    /// Writes, after looking into the storage, unless that is too slow to show what another tab has just
    /// written.
    fn flush(&mut self, at: usize, blind: bool) {
        if !self.pages[at].unsaved {
            return;
        }
        if !blind {
            self.settle(at);
        }
        let page = &mut self.pages[at];
        let to_store = page.tab.to_store(&page.shown);
        let stored = Stored(write_stored(&to_store, page.tab.ground()));
        page.tab.wrote(stored_state(&stored.0).0, to_store);
        page.unsaved = false;
        self.writes += 1;
        self.store = stored.clone();
        for (other, page) in self.pages.iter_mut().enumerate() {
            if other != at && !page.closed {
                page.heard.push_back(stored.clone());
            }
        }
    }

    fn deliver(&mut self, at: usize) {
        if let Some(stored) = self.pages[at].heard.pop_front() {
            self.hear(at, &stored);
        }
    }

    /// Everybody hears of everything and writes what is left, until nothing happens any more.
    fn rest(&mut self) {
        for round in 0.. {
            assert!(round < 20, "they never agree");
            let busy = self.pages.iter().any(|page| page.unsaved || !page.heard.is_empty());
            if !busy {
                return;
            }
            // All at once, none of them seeing the others: the worst that can happen.
            for at in 0..self.pages.len() {
                self.flush(at, round < 4);
            }
            if std::env::var("DUMP").is_ok() {
                eprintln!("flushed {round}");
                self.dump();
            }
            for at in 0..self.pages.len() {
                while !self.pages[at].heard.is_empty() {
                    self.deliver(at);
                    if std::env::var("DUMP").is_ok() {
                        eprintln!("delivered to {at}");
                        self.dump();
                    }
                }
            }
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Own(usize, u8),
    Shared(usize, u8),
    Document(usize, u8, bool),
    Level(usize, u8),
    Seal(usize),
    Flush(usize, bool),
    Deliver(usize),
}

fn any_step() -> impl Strategy<Value = Step> {
    let at = 0..3_usize;
    prop_oneof![
        4 => (at.clone(), any::<u8>()).prop_map(|(at, n)| Step::Own(at, n)),
        2 => (at.clone(), any::<u8>()).prop_map(|(at, n)| Step::Shared(at, n)),
        2 => (at.clone(), 0..3_u8, any::<bool>()).prop_map(|(at, n, add)| Step::Document(at, n, add)),
        1 => (at.clone(), 1..6_u8).prop_map(|(at, n)| Step::Level(at, n)),
        1 => at.clone().prop_map(Step::Seal),
        5 => (at.clone(), any::<bool>()).prop_map(|(at, blind)| Step::Flush(at, blind)),
        5 => at.prop_map(Step::Deliver),
    ]
}

fn laws(pages: usize, sealed: bool, steps: Vec<Step>) -> Result<(), TestCaseError> {
    let mut browser = Browser::open(pages, sealed);
    for (turn, step) in steps.into_iter().enumerate() {
        let of = |at: usize| at % pages;
        match step {
            Step::Own(at, n) => browser.write(of(at), &format!("own {turn} {n}"), false),
            Step::Shared(at, n) => browser.write(of(at), &format!("{n} in {turn} of {at}"), true),
            Step::Level(at, level) => browser.change(
                of(at),
                Change::Value { stage: Stage::Mandiri, indicator: 20, value: Some(Value::whole(level)) },
            ),
            Step::Document(at, n, add) => {
                let id = format!("d{n}");
                let key = LinkKey { indicator: 5, level: 2, expected: None, evidence: id.clone() };
                if add {
                    let evidence = Some(Box::new(Evidence::titled(format!("Dokumen {turn}"))));
                    browser.change(of(at), Change::Evidence { id, evidence });
                    browser.change(of(at), Change::Link { key, link: Some(Default::default()) });
                } else {
                    let change = Change::remove(&browser.pages[of(at)].shown, &id);
                    browser.change(of(at), change);
                }
            }
            Step::Seal(at) => {
                let page = &mut browser.pages[of(at)];
                Arc::make_mut(&mut page.shown).seal();
                page.unsaved = true;
            }
            Step::Flush(at, blind) => browser.flush(of(at), blind),
            Step::Deliver(at) => browser.deliver(of(at)),
        }
    }
    let before = browser.writes;
    browser.rest();
    prop_assert!(browser.writes - before <= pages * 8, "{} writes to agree", browser.writes - before);
    let (_, _, stored) = browser.store.parts();
    for (at, page) in browser.pages.iter().enumerate() {
        prop_assert_eq!(&*page.tab.to_store(&page.shown), &*stored, "page {} agrees with the storage", at);
        // What one page alone writes is what it last wrote, everywhere.
        prop_assert_eq!(facts(&stored, at as u16 + 1), page.own.as_str());
    }
    if pages > 2 {
        // Who is asked where three write into one field at the same moment is not settled.
        return Ok(());
    }
    // What several pages wrote: it is stored, or on a page that asks, or somebody saw it and wrote on.
    let now = facts(&stored, SHARED);
    for (at, page) in browser.pages.iter().enumerate() {
        let Some(typed) = &page.shared else { continue };
        let held = page.tab.held(&page.shown).iter().any(|held| held.mine == Content::Text(typed.clone()));
        let seen =
            browser.pages.iter().enumerate().any(|(other, page)| other != at && page.seen.contains(typed));
        prop_assert!(now == *typed || held || seen, "{typed:?} of page {at} is lost; {now:?} is stored");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_pages_lose_nothing_and_agree(sealed: bool, steps in vec(any_step(), 1..40)) {
        laws(2, sealed, steps)?;
    }

    #[test]
    fn three_pages_lose_nothing_and_agree(sealed: bool, steps in vec(any_step(), 1..40)) {
        laws(3, sealed, steps)?;
    }
}

#[test]
fn two_texts_that_are_written_in_the_same_moment_both_stay_until_a_person_decides() {
    for choice in [Choice::Mine, Choice::Theirs, Choice::Both] {
        let mut browser = Browser::open(2, false);
        browser.write(0, "yang pendek", true);
        browser.write(1, "yang lebih panjang", true);
        browser.flush(0, true);
        browser.flush(1, true);
        browser.rest();
        let [here, there] = &mut browser.pages[..] else { unreachable!() };
        assert_eq!(facts(&there.shown, SHARED), "yang lebih panjang");
        assert!(there.tab.held(&there.shown).is_empty(), "one of them is asked, not both");
        let held = here.tab.held(&here.shown);
        let [held] = &held[..] else { panic!("{held:?}") };
        assert_eq!(held.mine, Content::Text("yang pendek".into()));
        assert_eq!(held.theirs, Content::Text("yang lebih panjang".into()));
        assert_eq!(facts(&here.shown, SHARED), "yang pendek", "what a person typed stays on the page");
        // Typing goes on on both pages, and neither disturbs the other.
        let place = held.place.clone();
        browser.write(0, "yang pendek sekali", true);
        browser.write(1, "yang lebih panjang lagi", true);
        browser.rest();
        let here = &mut browser.pages[0];
        assert_eq!(facts(&here.shown, SHARED), "yang pendek sekali");
        here.shown = Arc::new(here.tab.decide(&here.shown, &place, choice));
        here.unsaved = true;
        browser.rest();
        let decided = match choice {
            Choice::Mine => "yang pendek sekali",
            Choice::Theirs => "yang lebih panjang lagi",
            Choice::Both => "yang pendek sekali\n\nyang lebih panjang lagi",
        };
        for page in &browser.pages {
            assert_eq!(facts(&page.shown, SHARED), decided);
            assert!(page.tab.held(&page.shown).is_empty());
        }
    }
}

#[test]
fn a_page_that_is_gone_before_it_heard_of_the_other_one_leaves_its_work() {
    let mut browser = Browser::open(2, false);
    browser.write(0, "ditulis sesaat sebelum ditutup", false);
    browser.write(1, "ditulis pada saat yang sama", false);
    browser.flush(0, true);
    browser.flush(1, true);
    // The first page's text is buried, and the page is gone.
    let stored = browser.store.parts().2;
    assert_eq!(facts(&stored, 1), "");
    browser.pages[0].closed = true;
    browser.pages[0].heard.clear();
    browser.deliver(1);
    browser.flush(1, false);
    let stored = browser.store.parts().2;
    assert_eq!(facts(&stored, 1), "ditulis sesaat sebelum ditutup");
    assert_eq!(facts(&stored, 2), "ditulis pada saat yang sama");
}

#[test]
fn what_a_state_stands_on_is_in_the_stored_text_only() {
    let draft = begun(true);
    let ground = Ground {
        on: ["12-34".to_owned(), "56-78".to_owned()].into(),
        past: vec!["9a".into(), "0".into()],
        over: [("9a".to_owned(), Place::Agency)].into(),
        by: "t1".into(),
    };
    let text = write_stored(&draft, &ground);
    let (name, on) = stored_state(&text);
    assert_eq!(on, ground);
    assert_ne!(name, stored_state(&write_stored(&draft, &Ground::default())).0);
    let assessment = read(text.as_bytes()).unwrap().assessment;
    assert_eq!(assessment, *draft, "nothing of it stays in the draft");
    assert!(!takar::exchange::write(&assessment).contains("56-78"));
    // A text of an older Takar, or of another program.
    for text in ["", "{}", "{\"stored\":1}", "{\"stored\":\"a", "x"] {
        assert_eq!(stored_state(text).1, Ground::default(), "{text}");
    }
}
