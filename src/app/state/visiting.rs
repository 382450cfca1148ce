//! What kind of visit this is: an ordinary one, one inside a portal, or one to a kiosk.

use leptos::prelude::*;

use super::{App, IncomingFile};
use crate::config::{Fault, Keep, Kiosk, Setup};
use crate::exchange::Problem;
use crate::instrument::{INSTRUMENTS, proposed_for};
use crate::platform::{self, Kind, Store};
use crate::text::Language;

/// Where the drafts of this visit are kept.
pub(super) fn store_for(setup: &Setup) -> Store {
    match setup.kiosk.as_ref().map(|kiosk| kiosk.keep) {
        None => Store::open(),
        Some(Keep::Session) => Store::open_in(Kind::Session),
        Some(Keep::Memory) => Store::open_in(Kind::Memory),
    }
}

/// The language of a person who has not chosen one.
pub(super) fn first_language(setup: &Setup) -> Language {
    let of_kiosk = setup.kiosk.as_ref().and_then(|kiosk| kiosk.language);
    let tongue = of_kiosk.or(setup.config.language);
    tongue.and_then(|tongue| Language::from_code(tongue.code())).unwrap_or_default()
}

impl App {
    /// How the kiosk works, where this is one.
    pub fn kiosk(self) -> Option<&'static Kiosk> {
        self.setup.kiosk.as_ref()
    }

    /// Makes the page fit the visit. Call once.
    pub(super) fn begin_visit(self) {
        if let Some(kiosk) = self.kiosk() {
            platform::mark("kiosk", kiosk.keep.code());
            for (what, allowed) in [("downloads", kiosk.downloads), ("files", kiosk.file_dialogs)] {
                if !allowed {
                    platform::mark(what, "off");
                }
            }
            platform::replace_links(true);
            platform::on_visit_end(move || self.let_go());
            platform::begin_kiosk(kiosk.idle_seconds, kiosk.warning_seconds, kiosk.always);
        } else if platform::is_framed() {
            platform::replace_links(false);
        }
    }

    /// The visit is over: nothing of it may be written any more.
    fn let_go(self) {
        self.timer.set_value(None);
        self.unsaved.set_value(std::collections::BTreeSet::new());
        self.store.set_value(Store::open_in(Kind::Memory));
        self.draft.set(None);
        self.incoming.set(IncomingFile::None);
        self.merged.set(None);
        self.folder.set(None);
        self.shelf.set(Vec::new());
        self.trash.set(Vec::new());
    }

    /// How many drafts of ordinary visits this browser keeps, which a kiosk neither shows nor deletes.
    pub fn left_by_others(self) -> usize {
        let spared = self.kiosk().is_some_and(|kiosk| !kiosk.always);
        if spared { Store::open().keys("draft:").len() } else { 0 }
    }

    /// Whether an instrument is offered for new assessments.
    pub fn offers(self, instrument: &str) -> bool {
        self.kiosk().is_none_or(|kiosk| kiosk.offers(instrument))
    }

    /// The instrument that is proposed for a year, among those that are offered.
    pub fn proposed(self, year: u16) -> &'static str {
        let usual = proposed_for(year).id;
        let offered = || INSTRUMENTS.iter().rev().map(|listed| listed.id).find(|id| self.offers(id));
        Some(usual).filter(|id| self.offers(id)).or_else(offered).unwrap_or(usual)
    }

    /// What is wrong with the site's configuration, for people.
    pub fn setup_fault(self) -> Option<String> {
        let texts = self.texts();
        let (t, fault) = (&texts.site, self.setup.fault.clone()?);
        let of = |problem: Problem| (texts.problem)(&problem).what;
        Some((t.unused)(&match fault {
            Fault::Unreachable => t.unreachable.to_owned(),
            Fault::Newer(version) => (t.newer)(version),
            Fault::Flaw(flaw) => of(flaw.into()),
            Fault::Misfit(misfit) => of(misfit.into()),
        }))
    }
}
