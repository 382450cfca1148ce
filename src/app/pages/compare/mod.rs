//! Bandingkan: assessments, stages and scenarios beside each other.

mod changes;
mod charts;
mod choose;
mod column;
mod line;
mod table;

use std::sync::Arc;

use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::{NotComparable, Opened, use_app};
use crate::assessment::Stage;
use crate::comparison::{View, groups};
use crate::front::{live, memo, shown_when};
use column::{Column, Found, Pick, Source, found};

/// What is compared. It belongs to the frame, so that it stays while a person looks at another page or changes
/// the language. Files that were opened stay as long as the page does; they are stored nowhere.
#[derive(Clone, Copy)]
pub struct Beside {
    /// The draft the columns were chosen for.
    draft: StoredValue<String>,
    picks: RwSignal<Vec<Pick>>,
    /// Differences are to this one; to the first where it is none of the columns.
    base: RwSignal<Option<Pick>>,
    files: RwSignal<Vec<Arc<Opened>>>,
    /// Files that were not taken, and why.
    failed: RwSignal<Vec<(String, NotComparable)>>,
    reading: RwSignal<bool>,
    only_differing: RwSignal<bool>,
    /// On the radar, if a person chose.
    radar: RwSignal<Option<Vec<Pick>>>,
}

impl Beside {
    pub fn start() -> Self {
        Self {
            draft: StoredValue::new(String::new()),
            picks: RwSignal::default(),
            base: RwSignal::default(),
            files: RwSignal::default(),
            failed: RwSignal::default(),
            reading: RwSignal::new(false),
            only_differing: RwSignal::new(false),
            radar: RwSignal::default(),
        }
    }

    fn to(self, draft: &str, stage: Stage) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            let here = Pick { source: Source::Draft(draft.to_owned()), view: View::Stage(stage) };
            self.picks.set(vec![here]);
            self.base.set(None);
            self.radar.set(None);
            self.failed.set(Vec::new());
        }
        self
    }
}

/// Columns of one instrument.
#[derive(Clone, PartialEq)]
struct Group {
    columns: Vec<Column>,
    /// Which of them the others are held against.
    base: usize,
}

/// Bandingkan.
#[component]
pub fn Compare(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().compare;
    title(app, t.title);
    let stage = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.stage));
    let beside = expect_context::<Beside>().to(&desk.id, stage.unwrap_or_default());
    let all = memo(move || {
        beside
            .picks
            .get()
            .into_iter()
            .enumerate()
            .map(|(at, pick)| found(app, beside, at, pick))
            .collect::<Vec<_>>()
    });
    let parts = memo(move || {
        let base = beside.base.get();
        let columns: Vec<Column> = all.with(|all| all.iter().filter_map(Found::column).cloned().collect());
        let ids: Vec<&str> = columns.iter().map(|column| column.instrument.id.as_str()).collect();
        let group = |(_, at): (&str, Vec<usize>)| {
            let columns: Vec<_> = at.into_iter().map(|at| columns[at].clone()).collect();
            let base = columns.iter().position(|column| Some(&column.pick) == base.as_ref());
            Group { base: base.unwrap_or_default(), columns }
        };
        groups(ids).into_iter().map(group).collect::<Vec<_>>()
    });
    // The chosen base, else the first column.
    let base = memo(move || {
        let columns = |all: &Vec<Found>| {
            let picks: Vec<_> =
                all.iter().filter_map(Found::column).map(|column| column.pick.clone()).collect();
            let chosen = beside.base.get().filter(|base| picks.contains(base));
            chosen.or_else(|| picks.first().cloned())
        };
        all.with(columns)
    });
    let national = Route::Draft(desk.id.clone(), Page::National).href();
    let body = live(move || {
        let parts = parts.get();
        let several = parts.len() > 1;
        let part = |group: Group| {
            let alone = group.columns.len() < 2;
            if alone && !several {
                return view! { <p class="note" data-testid="one-column">{t.one_column}</p> }.into_any();
            }
            let group = Arc::new(group);
            view! {
                <table::Side group=group.clone() beside=beside/>
                {(!alone).then(|| view! {
                    <changes::Changed group=group.clone()/>
                    <charts::Charts group=group.clone() beside=beside/>
                    <line::Years group=group.clone()/>
                }.into_any())}
            }
            .into_any()
        };
        parts.into_iter().map(part).collect::<Vec<_>>()
    });
    view! {
        <div class="page wide">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <p><a href=national>{t.to_national}</a></p>
            </section>
            <choose::Columns beside=beside all=all parts=parts base=base/>
            {shown_when(
                move || parts.with(|parts| parts.len() > 1),
                move || view! { <p class="note warn" data-testid="mixed">{t.mixed}</p> }.into_any(),
            )}
            {body}
        </div>
    }
}
