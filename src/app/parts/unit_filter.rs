use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::app::state::{App, use_app};
use crate::app::units::{Part, by_name};
use crate::assessment::UnitId;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::Number;
use crate::platform;
use crate::text::readable;

/// The unit that pages are narrowed to. It belongs to the frame, so that it stays while a person moves
/// from page to page.
#[derive(Clone, Copy)]
pub struct OfUnit {
    /// The draft it was chosen for.
    draft: StoredValue<String>,
    part: RwSignal<Option<Part>>,
}

impl OfUnit {
    pub fn start() -> Self {
        Self { draft: StoredValue::new(String::new()), part: RwSignal::new(None) }
    }

    /// Another draft starts with all units.
    pub fn to(self, draft: &str) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            self.part.set(None);
        }
        self
    }

    pub fn choose(self, part: Option<Part>) {
        self.part.set(part);
    }

    /// What is chosen. Tracks it.
    pub fn part(self) -> Option<Part> {
        self.part.get()
    }

    /// The indicators to show; None for all. Tracks the choice and the draft.
    pub fn numbers(self, app: App) -> Option<BTreeSet<Number>> {
        let part = self.part.get()?;
        app.draft.with(|draft| part.indicators(&draft.as_ref()?.instrument, &draft.as_ref()?.assessment))
    }

    /// The unit that is chosen. Tracks the choice.
    pub fn unit(self) -> Option<UnitId> {
        match self.part.get()? {
            Part::Unit(id) => Some(id),
            Part::Nobody => None,
        }
    }

    /// The name of the unit that is chosen. Tracks the choice and the draft.
    pub fn name(self, app: App) -> Option<String> {
        let Some(Part::Unit(id)) = self.part.get() else { return None };
        app.draft.with(|draft| Some(draft.as_ref()?.assessment.units.get(&id)?.name.clone()))
    }
}

/// What stands for [`Part::Nobody`] in a select: no id has such a letter.
const NOBODY: &str = "*";

/// Chooses the unit that a page is narrowed to. Nothing is there while there are no units.
#[component]
pub fn UnitFilter(id: &'static str, chosen: OfUnit) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let part = chosen.part;
    let units = memo(move || {
        let named = |(id, unit): (&UnitId, &crate::assessment::Unit)| (id.clone(), unit.name.clone());
        app.draft.with(|draft| {
            let units = draft.as_ref().map(|draft| by_name(&draft.assessment)).unwrap_or_default();
            units.into_iter().map(named).collect::<Vec<_>>()
        })
    });
    let options = live(move || {
        let option = |(id, name): (UnitId, String)| {
            let of = Part::Unit(id.clone());
            let selected = live(move || part.with(|part| part.as_ref() == Some(&of)));
            view! { <option value=id lang="id" prop:selected=selected>{readable(&name)}</option> }.into_any()
        };
        units.get().into_iter().map(option).collect::<Vec<_>>()
    });
    let change = move || {
        on(move |event| {
            let value = event_target_value(&event);
            part.set(match &*value {
                "" => None,
                NOBODY => Some(Part::Nobody),
                _ => Some(Part::Unit(value)),
            });
        })
    };
    let clear = move || {
        on(move |_: leptos::ev::MouseEvent| {
            part.set(None);
            platform::focus(&format!("#{id}"));
        })
    };
    shown_when(
        move || units.with(|units| !units.is_empty()),
        move || {
            let all = live(move || part.with(Option::is_none));
            let nobody = live(move || part.with(|part| *part == Some(Part::Nobody)));
            let clear_button = move || {
                view! { <button class="btn quiet small-btn" on:click=clear()>{t.clear_filter}</button> }
                    .into_any()
            };
            view! {
                <div class="unit-filter">
                    <label class="visually-hidden" for=id>{t.filter}</label>
                    <select id=id data-testid="unit-filter" on:change=change()>
                        <option value="" prop:selected=all>{t.all_units}</option>
                        {options.clone()}
                        <option value=NOBODY prop:selected=nobody>{t.nobody}</option>
                    </select>
                    {shown_when(move || part.with(Option::is_some), clear_button)}
                </div>
            }
            .into_any()
        },
    )
}
