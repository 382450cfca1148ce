//! Hasil nasional: where an agency stands among its kind, and the published results.

mod domains;
mod kinds;
mod list;
mod place;
mod spread;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::{App, use_app};
use crate::front::{live, memo, on};
use crate::instrument::Value;
use crate::national::{BadRow, DOMAIN_IDS, INSTRUMENT, Measure, Results, Wanted, YEARS};
use crate::platform;
use crate::score::Exact;
use crate::text::{agency_kind, exact, value};

/// What is chosen on the page. It belongs to the frame, so that it stays while a person looks at another page
/// or changes the language; the lists are fetched when the page is first opened.
#[derive(Clone, Copy)]
pub struct Nation {
    fetched: RwSignal<Fetched>,
    /// The draft from which a person came.
    draft: StoredValue<Option<String>>,
    /// The agency a person chose; else it is that of the draft.
    chosen: RwSignal<Option<String>>,
    /// What is typed where it is chosen.
    typed: RwSignal<Option<String>>,
    /// The year others are looked at in.
    year: RwSignal<u16>,
    measure: RwSignal<Measure>,
    wanted: RwSignal<Wanted>,
    page: RwSignal<usize>,
}

#[derive(Clone)]
enum Fetched {
    Not,
    Underway,
    Failed,
    Bad(BadRow),
    Here(Arc<Results>),
}

impl Nation {
    pub fn start() -> Self {
        Self {
            fetched: RwSignal::new(Fetched::Not),
            draft: StoredValue::new(None),
            chosen: RwSignal::new(None),
            typed: RwSignal::new(None),
            year: RwSignal::new(YEARS[1]),
            measure: RwSignal::default(),
            wanted: RwSignal::default(),
            page: RwSignal::new(0),
        }
    }

    fn to(self, draft: Option<&str>) -> Self {
        if self.draft.with_value(|of| of.as_deref() != draft) {
            self.draft.set_value(draft.map(str::to_owned));
            if draft.is_some() {
                self.chosen.set(None);
                self.typed.set(None);
            }
        }
        self
    }

    fn fetch(self) {
        if !matches!(self.fetched.get_untracked(), Fetched::Not | Fetched::Failed) {
            return;
        }
        self.fetched.set(Fetched::Underway);
        spawn_local(async move {
            let [first, second] = YEARS.map(|year| format!("results/spbe-{year}.csv"));
            let (first, second) = (platform::fetch_text(&first).await, platform::fetch_text(&second).await);
            self.fetched.set(match (first, second) {
                (Ok(first), Ok(second)) => match Results::read([&first, &second]) {
                    Ok(results) => Fetched::Here(Arc::new(results)),
                    Err(bad) => Fetched::Bad(bad),
                },
                _ => Fetched::Failed,
            });
        });
    }

    fn want(self, change: impl FnOnce(&mut Wanted)) {
        self.wanted.update(change);
        self.page.set(0);
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    nation: Nation,
    results: StoredValue<Arc<Results>>,
    /// The agency that is looked at, by its key.
    agency: Memo<Option<String>>,
    own: Memo<Option<Own>>,
}

/// What the draft from which a person came says of itself.
#[derive(Clone, PartialEq)]
struct Own {
    name: String,
    year: u16,
    /// The index and the domains; nothing where its instrument is another one.
    values: Option<[Exact; 5]>,
    predicate: String,
    /// The short title of its instrument.
    instrument: String,
}

impl Own {
    fn value(&self, measure: Measure) -> Option<Exact> {
        let at = Measure::ALL.into_iter().position(|one| one == measure)?;
        Some(self.values?[at])
    }
}

impl Desk {
    /// The name of the agency that is looked at, in its latest list.
    fn name(self) -> Option<String> {
        let agency = self.agency.get()?;
        self.results.with_value(|results| results.of_agency(&agency).last().map(|row| row.name.clone()))
    }
}

/// Hasil nasional: with the draft from which a person came, if there is one.
#[component]
pub fn National(draft: Option<String>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().national;
    title(app, t.title);
    let nation = expect_context::<Nation>().to(draft.as_deref());
    nation.fetch();
    let back = draft.as_ref().map(|id| {
        let href = Route::Draft(id.clone(), Page::Compare).href();
        view! { <p><a href=href>{app.texts().compare.title}</a></p> }.into_any()
    });
    let with_draft = draft.is_some();
    let body = live(move || match nation.fetched.get() {
        Fetched::Not | Fetched::Underway => {
            view! { <p class="soft coming" role="status">{app.texts().frame.loading}</p> }.into_any()
        }
        Fetched::Failed => {
            let again = on(move |_| nation.fetch());
            view! {
                <p class="note warn" role="alert">{t.failed}</p>
                <p><button class="btn" on:click=again>{app.texts().frame.try_again}</button></p>
            }
            .into_any()
        }
        Fetched::Bad(bad) => {
            view! { <p class="note bad" role="alert">{(t.bad_list)(bad.year, bad.line)}</p> }.into_any()
        }
        Fetched::Here(results) => {
            let desk = desk(app, nation, results, with_draft);
            view! {
                <place::Choose desk=desk/>
                <place::Place desk=desk/>
                <domains::Domains desk=desk/>
                <spread::Spread desk=desk/>
                <kinds::Kinds desk=desk/>
                <list::List desk=desk/>
                <section class="stack" aria-labelledby="hasil-sumber">
                    <h2 id="hasil-sumber">{t.about}</h2>
                    <ul class="plain small">
                        <li>{t.sources}</li>
                        <li>{t.method}</li>
                        <li>{t.as_printed}</li>
                        <li>{t.same_agency}</li>
                    </ul>
                </section>
            }
            .into_any()
        }
    });
    view! {
        <div class="page">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <p class="note">{t.purpose}</p>
                {back}
            </section>
            {body}
        </div>
    }
}

fn desk(app: App, nation: Nation, results: Arc<Results>, with_draft: bool) -> Desk {
    let results = StoredValue::new(results);
    let own = memo(move || {
        let score = app.score.get()?;
        let domain = |id| score.section(id).map(|section| section.value);
        let [d1, d2, d3, d4] = DOMAIN_IDS.map(domain);
        let values = (|| Some([score.standing.index, d1?, d2?, d3?, d4?]))();
        app.draft.with(|draft| {
            let open = draft.as_ref().filter(|_| with_draft)?;
            Some(Own {
                name: open.assessment.agency.name.clone(),
                year: open.assessment.year,
                values: values.filter(|_| open.instrument.id == INSTRUMENT),
                predicate: score.standing.predicate.clone(),
                instrument: open.instrument.short_title.clone(),
            })
        })
    });
    let agency = memo(move || {
        nation.chosen.get().or_else(|| {
            app.draft.with(|draft| {
                let agency = &draft.as_ref().filter(|_| with_draft)?.assessment.agency;
                results.with_value(|results| results.guess(agency).map(str::to_owned))
            })
        })
    });
    Desk { nation, results, agency, own }
}

/// A value as the lists print it.
fn shown(app: App, of: Value) -> String {
    value(app.language.get_untracked(), of)
}

/// A quartile or a distance: with as many decimals as it has.
fn shown_exact(app: App, of: Exact) -> String {
    exact(app.language.get_untracked(), of, 2)
}

fn kind_name(app: App, kind: crate::assessment::AgencyKind) -> String {
    agency_kind(app.language.get_untracked(), kind).to_owned()
}
