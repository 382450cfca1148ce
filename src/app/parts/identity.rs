use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::field::in_words;
use super::{Field, TextField, described_by};
use crate::app::state::use_app;
use crate::assessment::{Agency, AgencyKind};
use crate::front::{follow, live, on};
use crate::instrument::{INSTRUMENTS, Value};
use crate::json::{self, At, Take as _};
use crate::platform;
use crate::text::{New, agency_kind};

/// What a person types about an assessment: text as typed, so that a mistake stays visible.
#[derive(Clone, Copy)]
pub struct Identity {
    pub agency: RwSignal<String>,
    pub kind: RwSignal<Option<AgencyKind>>,
    pub year: RwSignal<u16>,
    pub target: RwSignal<String>,
    pub mistakes: RwSignal<Vec<Mistake>>,
}

/// A field that needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    Agency,
    Kind,
    Target,
}

impl Identity {
    pub fn empty(year: u16) -> Self {
        Self {
            agency: RwSignal::new(String::new()),
            kind: RwSignal::new(None),
            year: RwSignal::new(year),
            target: RwSignal::new(String::new()),
            mistakes: RwSignal::new(Vec::new()),
        }
    }

    /// The fields that need attention, and what is wrong with each.
    pub fn told(self, t: &'static New) -> Signal<Vec<(&'static str, &'static str)>> {
        let told = move |mistake: &Mistake| match mistake {
            Mistake::Agency => ("agency", t.need_agency),
            Mistake::Kind => ("kind", t.need_kind),
            Mistake::Target => ("target", t.bad_target),
        };
        Signal::derive(move || self.mistakes.with(|all| all.iter().map(told).collect()))
    }

    /// What was typed, as values; or nothing, and then [`Self::mistakes`] says why.
    pub fn read(self, min: Value, max: Value) -> Option<(Agency, u16, Option<Value>)> {
        let name = self.agency.get_untracked().trim().to_owned();
        let kind = self.kind.get_untracked();
        let target = match self.target.get_untracked().trim() {
            "" => Ok(None),
            text => match text.parse::<Value>() {
                Ok(target) if (min..=max).contains(&target) => Ok(Some(target)),
                _ => Err(()),
            },
        };
        let mistakes = [
            (name.is_empty(), Mistake::Agency),
            (kind.is_none(), Mistake::Kind),
            (target.is_err(), Mistake::Target),
        ];
        self.mistakes.set(mistakes.into_iter().filter(|(wrong, _)| *wrong).map(|(_, m)| m).collect());
        Some((
            Agency::new((!name.is_empty()).then_some(name)?, kind?),
            self.year.get_untracked(),
            target.ok()?,
        ))
    }
}

/// The official names, by kind: `public/results/agencies.json`.
type Names = BTreeMap<String, Vec<String>>;

/// The fields of an assessment's identity.
#[component]
pub fn IdentityFields(form: Identity) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().new, app.language.get_untracked());
    let names = RwSignal::new(Names::new());
    spawn_local(async move {
        // Suggestions are a help: without them the name is typed out.
        if let Ok(text) = platform::fetch_text("results/agencies.json").await
            && let Ok(found) = json::parse(&text)
            && let Ok(found) = Names::take(found, &At::ROOT)
        {
            names.try_set(found);
        }
    });
    // An official name tells its kind.
    follow(move || {
        let typed = form.agency.get();
        let known = names.with(|names| {
            names
                .iter()
                .find(|(_, names)| names.contains(&typed))
                .and_then(|(kind, _)| AgencyKind::from_code(kind))
        });
        if let Some(kind) = known {
            form.kind.set(Some(kind));
        }
    });
    let wrong = move |mistake: Mistake, text: &'static str| {
        Signal::derive(move || form.mistakes.with(|all| all.contains(&mistake).then_some(text)))
    };
    let kind_wrong = wrong(Mistake::Kind, t.need_kind);
    let kinds: Vec<_> = AgencyKind::ALL
        .into_iter()
        .map(|kind| {
            let chosen = live(move || form.kind.get() == Some(kind));
            view! { <option value=kind.code() prop:selected=chosen>{agency_kind(language, kind)}</option> }
        })
        .collect();
    // Years before the oldest instrument only where a draft has one already.
    let first = form.year.get_untracked().min(INSTRUMENTS[0].first_year);
    let years: Vec<_> = (first..=platform::this_year().max(2026) + 1)
        .rev()
        .map(
            |year| view! { <option value=year prop:selected=live(move || form.year.get() == year)>{year}</option> },
        )
        .collect();
    view! {
        <TextField
            id="agency"
            label=t.agency
            value=form.agency
            help=t.agency_help
            error=wrong(Mistake::Agency, t.need_agency)
            list="agencies"
        />
        <datalist id="agencies">
            {live(move || names.with(|names| {
                names.values().flatten().map(|name| view! { <option value=name.clone()></option> }.into_any()).collect::<Vec<_>>()
            }))}
        </datalist>
        <div class="fields">
            <Field id="kind" label=t.kind error=in_words(move || kind_wrong.get())>
                <select
                    id="kind"
                    aria-invalid=live(move || kind_wrong.get().map(|_| "true"))
                    aria-describedby=live(move || described_by("kind", false, kind_wrong.get().is_some()))
                    on:change=on(move |event| form.kind.set(AgencyKind::from_code(&event_target_value(&event))))
                >
                    <option value="" prop:selected=live(move || form.kind.get().is_none())>{t.choose}</option>
                    {kinds}
                </select>
            </Field>
            <Field id="year" label=t.year>
                <select
                    id="year"
                    on:change=on(move |event| {
                        if let Ok(year) = event_target_value(&event).parse() {
                            form.year.set(year);
                        }
                    })
                >
                    {years}
                </select>
            </Field>
            <TextField
                id="target"
                label=t.target
                value=form.target
                help=t.target_help
                error=wrong(Mistake::Target, t.bad_target)
                decimal=true
            />
        </div>
    }
}
