use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::indicator_options;
use crate::app::parts::{Field, described_by, in_words};
use crate::app::state::use_app;
use crate::front::{live, on};
use crate::instrument::{Expected, Instrument, Level, Number};
use crate::platform;

/// A place on a ladder, as far as it is chosen.
#[derive(Clone, Copy)]
pub struct Place {
    indicator: RwSignal<Option<Number>>,
    level: RwSignal<Option<Level>>,
    /// Id of what is expected there.
    item: RwSignal<Option<String>>,
    /// Whether it was asked for before it was complete.
    tried: RwSignal<bool>,
}

impl Place {
    pub fn empty() -> Self {
        Self {
            indicator: RwSignal::new(None),
            level: RwSignal::new(None),
            item: RwSignal::new(None),
            tried: RwSignal::new(false),
        }
    }

    /// The place; or nothing, and then what is missing is said and has the focus.
    pub fn read(self) -> Option<(Number, Level, Option<String>)> {
        let (indicator, level) = (self.indicator.get_untracked(), self.level.get_untracked());
        self.tried.set(indicator.is_none() || level.is_none());
        match (indicator, level) {
            (Some(indicator), Some(level)) => Some((indicator, level, self.item.get_untracked())),
            (None, _) => {
                platform::focus("#tautan-indikator");
                None
            }
            (_, None) => {
                platform::focus("#tautan-tingkat");
                None
            }
        }
    }

    /// As at the beginning.
    pub fn clear(self) {
        self.indicator.set(None);
        self.level.set(None);
        self.item.set(None);
        self.tried.set(false);
    }

    /// Ready for another item of the same indicator.
    pub fn clear_item(self) {
        self.item.set(None);
    }
}

/// Chooses an indicator, a level, and what is expected there; tells what is.
#[component]
pub fn PlaceFields(instrument: Arc<Instrument>, place: Place) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.document;
    let Place { indicator, level, item, tried } = place;
    let indicators = indicator_options(&instrument, indicator.into());
    let of_levels = instrument.clone();
    let levels = live(move || {
        let of = indicator.get().and_then(|number| of_levels.indicator(number));
        let model = of.and_then(|indicator| of_levels.model_of(indicator));
        let option = |of: &crate::instrument::LevelName| {
            let (number, name) = (of.level, (t.level_name)(of.level, &of.title));
            let selected = live(move || level.get() == Some(number));
            view! { <option value=number prop:selected=selected>{name}</option> }.into_any()
        };
        model.map(|model| model.levels.iter().map(option).collect::<Vec<_>>()).unwrap_or_default()
    });
    let of_items = instrument.clone();
    let expected = Memo::new(move |_| {
        let found = indicator.get().and_then(|number| of_items.indicator(number)).zip(level.get());
        let (indicator, level) = found?;
        let items: Vec<Expected> = indicator.evidence.iter().filter(|e| e.is_for(level)).cloned().collect();
        Some((indicator.criteria.get(&level).cloned().unwrap_or_default(), items))
    });
    let items = live(move || {
        let option = |Expected { id, title, .. }: Expected| {
            let (of, value) = (id.clone(), id.clone());
            let selected = live(move || item.with(|item| item.as_ref() == Some(&of)));
            view! { <option value=value lang="id" prop:selected=selected>{format!("{id}. {title}")}</option> }
                .into_any()
        };
        expected.get().map(|(_, items)| items.into_iter().map(option).collect::<Vec<_>>()).unwrap_or_default()
    });
    let told = live(move || {
        let (criterion, items) = expected.get()?;
        let list: Vec<_> = items
            .into_iter()
            .map(|item| view! { <li>{format!("{}. {}", item.id, item.title)}</li> })
            .collect();
        let list = if list.is_empty() {
            view! { <p>{t.expects_nothing}</p> }.into_any()
        } else {
            view! { <p><b>{t.expects}</b></p><ul class="expected bare" lang="id">{list}</ul> }.into_any()
        };
        Some(view! { <div class="note"><p lang="id">{criterion}</p>{list}</div> }.into_any())
    });
    let wrong = move |missing: Signal<bool>, text: &'static str| {
        Signal::derive(move || (tried.get() && missing.get()).then_some(text))
    };
    let no_indicator = wrong(Signal::derive(move || indicator.get().is_none()), t.need_indicator);
    let no_level = wrong(Signal::derive(move || level.get().is_none()), t.need_level);
    let choose_indicator = on(move |event| {
        indicator.set(event_target_value(&event).parse().ok());
        item.set(None);
    });
    let choose_level = on(move |event| {
        level.set(event_target_value(&event).parse().ok());
        item.set(None);
    });
    let choose_item =
        on(move |event| item.set(Some(event_target_value(&event)).filter(|item| !item.is_empty())));
    view! {
        <div class="fields">
            <Field id="tautan-indikator" label=texts.register.indicator error=in_words(move || no_indicator.get())>
                <select
                    id="tautan-indikator"
                    aria-invalid=live(move || no_indicator.get().map(|_| "true"))
                    aria-describedby=live(move || described_by("tautan-indikator", false, no_indicator.get().is_some()))
                    on:change=choose_indicator
                >
                    <option value="" prop:selected=live(move || indicator.get().is_none())>{t.choose_indicator}</option>
                    {indicators}
                </select>
            </Field>
            <Field id="tautan-tingkat" label=t.level error=in_words(move || no_level.get())>
                <select
                    id="tautan-tingkat"
                    aria-invalid=live(move || no_level.get().map(|_| "true"))
                    aria-describedby=live(move || described_by("tautan-tingkat", false, no_level.get().is_some()))
                    on:change=choose_level
                >
                    <option value="" prop:selected=live(move || level.get().is_none())>{t.choose_level}</option>
                    {levels}
                </select>
            </Field>
            <Field id="tautan-butir" label=t.item>
                <select id="tautan-butir" on:change=choose_item>
                    <option value="" prop:selected=live(move || item.with(Option::is_none))>{t.no_item}</option>
                    {items}
                </select>
            </Field>
        </div>
        {told}
    }
}

/// What the key Escape does within a form or a question.
pub fn on_escape(leave: impl Fn() + 'static) -> Box<dyn FnMut(KeyboardEvent)> {
    on(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            leave();
        }
    })
}
