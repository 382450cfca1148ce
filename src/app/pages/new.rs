use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::parts::{Field, Identity, IdentityFields, Mistakes, TextField, described_by, in_words};
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::{App, Loaded, use_app};
use crate::assessment::{AgencyKind, Assessment, Change, apply};
use crate::front::{follow, live, memo, on};
use crate::instrument::{INSTRUMENTS, Instrument};
use crate::platform;

/// What was typed into the form. It outlives the page, so that a change of language or a look at
/// another page loses nothing.
#[derive(Clone, Copy)]
pub struct NewForm {
    identity: Identity,
    /// The instrument a person chose, where it is not the proposed one.
    chosen: RwSignal<Option<&'static str>>,
    who: RwSignal<Option<String>>,
    /// What a portal proposes.
    proposal: StoredValue<Option<(String, Option<AgencyKind>)>>,
}

impl NewForm {
    pub fn start() -> Self {
        Self {
            identity: Identity::empty(platform::this_year()),
            chosen: RwSignal::new(None),
            who: RwSignal::new(None),
            proposal: StoredValue::new(None),
        }
    }

    fn clear(self) {
        let (name, kind) = self.proposal.get_value().unwrap_or_default();
        self.identity.agency.set(name);
        self.identity.kind.set(kind);
        self.identity.target.set(String::new());
        self.chosen.set(None);
    }

    fn instrument(self, app: App) -> &'static str {
        self.chosen.get().unwrap_or_else(|| app.proposed(self.identity.year.get()))
    }

    /// Fills in an agency, unless a person has typed one.
    pub fn propose(self, name: String, kind: Option<AgencyKind>) {
        let before = self.proposal.get_value().map(|(name, _)| name).unwrap_or_default();
        if self.identity.agency.with_untracked(|typed| typed.is_empty() || *typed == before) {
            self.identity.agency.set(name.clone());
            self.identity.kind.set(kind);
        }
        self.proposal.set_value(Some((name, kind)));
    }
}

/// Mulai penilaian baru.
#[component]
pub fn New() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.new;
    title(app, t.title);
    let form = expect_context::<NewForm>();
    let identity = form.identity;
    let who = RwSignal::new(form.who.get_untracked().unwrap_or_else(|| app.who()));
    follow(move || form.who.set(Some(who.get())));
    let instrument = memo(move || form.instrument(app));
    // A new year makes a new proposal.
    Effect::new(move |before: Option<u16>| {
        let year = identity.year.get();
        if before.is_some_and(|before| before != year) {
            form.chosen.set(None);
        }
        year
    });
    follow(move || drop(app.instrument(instrument.get())));
    let why = in_words(move || {
        Some(match (form.chosen.get(), app.proposed(identity.year.get())) {
            (Some(chosen), proposed) if chosen != proposed => t.why_other,
            (_, "pemdi-2026") => t.why_pemdi,
            _ => t.why_spbe,
        })
    });
    let failed = move || matches!(app.instrument(instrument.get()), Loaded::Failed);
    let unreachable =
        Signal::derive(move || failed().then(|| (texts.frame.instrument_failed)(instrument.get())));

    let busy = StoredValue::new(false);
    // The click of the button, which Enter makes too: a form's own submission is forbidden in a
    // sandboxed frame.
    let submit = on(move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        // A second press while the instrument is on its way must not make a second draft.
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let id = instrument.get_untracked();
        spawn_local(async move {
            match app.wait_for_instrument(id).await {
                Some(instrument) => create(app, form, &instrument, &who.get_untracked()),
                None => app.say((texts.frame.instrument_failed)(id)),
            }
            busy.try_set_value(false);
        });
    });
    let options: Vec<_> = INSTRUMENTS
        .iter()
        .rev()
        .filter(|listed| app.offers(listed.id))
        .map(|listed| {
            let chosen = live(move || instrument.get() == listed.id);
            view! { <option value=listed.id prop:selected=chosen>{listed.short_title}</option> }
        })
        .collect();
    let choose = on(move |event| {
        let id = event_target_value(&event);
        form.chosen.set(INSTRUMENTS.iter().find(|listed| listed.id == id).map(|listed| listed.id));
    });
    view! {
        <div class="page">
            <form class="card form" novalidate=true>
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <Mistakes all=identity.told(t)/>
                <IdentityFields form=identity/>
                <Field id="instrument" label=t.instrument help=why error=unreachable at_once=true>
                    <select id="instrument" aria-describedby=live(move || described_by("instrument", true, failed())) on:change=choose>{options}</select>
                </Field>
                <TextField id="who" label=t.who value=who help=t.who_help/>
                <div class="actions">
                    <button class="btn primary" type="submit" data-testid="create" on:click=submit>{t.create}</button>
                    <a class="btn" href="#/">{texts.home.cancel}</a>
                </div>
            </form>
        </div>
    }
}

/// Makes the draft and shows it, or says what is wrong.
fn create(app: App, form: NewForm, instrument: &Instrument, who: &str) {
    let texts = app.texts();
    let scale = &instrument.scale;
    let Some((agency, year, target)) = form.identity.read(scale.min, scale.max) else {
        platform::next_frame(|| platform::focus("#salah"));
        return;
    };
    app.set_who(who);
    let stamp = app.stamp();
    let mut assessment = Assessment::new(platform::new_id(), instrument, agency.clone(), year, stamp.clone());
    // The form keeps the door's rules by its own; the door has the last word.
    let checked = Change::All(vec![Change::Agency(agency), Change::Year(year), Change::Target(target)]);
    if let Err(reason) = apply(&mut assessment, instrument, checked, stamp) {
        return app.say((texts.refused)(&reason));
    }
    let route = Route::Draft(assessment.id.clone(), Page::Start);
    match app.add(assessment) {
        Ok(()) => {
            form.clear();
            app.go(&route);
        }
        Err(_) => app.say_full(),
    }
}
