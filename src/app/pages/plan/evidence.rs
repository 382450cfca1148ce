use std::sync::Arc;

use leptos::prelude::*;

use super::kept::At;
use crate::app::parts::StatusChip;
use crate::app::route::{Page, Route};
use crate::app::state::use_app;
use crate::assessment::Status;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{ExternalRole, Indicator, Instrument};
use crate::platform;
use crate::text::readable;

/// What the level of a step asks for, and what is attached there already. Built when it is opened.
#[component]
pub fn Asked(
    draft: String,
    instrument: Arc<Instrument>,
    at: At,
    more: Signal<Option<More>>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().plan;
    let (number, level) = at;
    let Some(indicator) = instrument.indicator(number).cloned() else { return ().into_any() };
    let expected = expected(&indicator, level);
    let count = expected.len();
    let attached = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let here = draft.assessment.links.keys();
            let here = here.filter(|key| key.indicator == number && key.level == level);
            let mut ids: Vec<_> = here.map(|key| key.evidence.clone()).collect();
            ids.dedup();
            let of = |id: String| {
                let evidence = draft.assessment.evidence.get(&id)?;
                Some((id, readable(&evidence.title), evidence.status()))
            };
            ids.into_iter().filter_map(of).collect::<Vec<(String, String, Status)>>()
        })
    });
    let open = RwSignal::new(false);
    let turn = on(move |event: leptos::ev::Event| open.set(platform::is_unfolded(&event)));
    let content = move || {
        let criterion = indicator.criteria.get(&level).cloned();
        let items: Vec<_> =
            expected.iter().map(|title| view! { <li lang="id">{title.clone()}</li> }.into_any()).collect();
        let none = items.is_empty();
        let outside = indicator
            .external
            .as_ref()
            .filter(|external| external.role == ExternalRole::Value)
            .map(|of| view! { <p class="note">{(t.outside)(&of.title, &of.owner)}</p> }.into_any());
        let for_list = draft.clone();
        let list = live(move || {
            let row = |(id, title, status): (String, String, Status)| {
                let href = Route::Draft(for_list.clone(), Page::Document(id)).href();
                view! { <li class="line"><a href=href lang="id">{title}</a><StatusChip status=status/></li> }
                    .into_any()
            };
            attached.get().into_iter().map(row).collect::<Vec<_>>()
        });
        let nothing = live(move || attached.with(Vec::is_empty).then_some(t.no_attached));
        let exchanges = live(move || more.get().map(|more| more.view()));
        let href = Route::Draft(draft.clone(), Page::Indicator(number)).href();
        view! {
            <div class="stack asked">
                {outside}
                {criterion.map(|text| view! { <p><b>{t.criterion}": "</b><span lang="id">{text}</span></p> })}
                <p><b>{t.expected}</b></p>
                {none.then(|| view! { <p class="soft">{t.no_expected}</p> })}
                <ul class="expected">{items}</ul>
                <p><b>{t.attached}</b></p>
                <p class="soft">{nothing}</p>
                <ul class="attached">{list}</ul>
                {exchanges}
                <p><a href=href aria-label=(t.on_indicator)(t.open_indicator, number)>{t.open_indicator}</a></p>
            </div>
        }
        .into_any()
    };
    view! {
        <details on:toggle=turn>
            <summary>{live(move || (t.evidence)(count, attached.with(Vec::len)))}</summary>
            {shown_when(move || open.get(), content)}
        </details>
    }
    .into_any()
}

/// What else the fold holds: texts under a title.
#[derive(Clone, PartialEq)]
pub struct More {
    pub title: &'static str,
    pub lines: Vec<String>,
}

impl More {
    fn view(self) -> AnyView {
        let lines: Vec<_> = self.lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
        view! { <p><b>{self.title}</b></p><ul class="expected" data-testid="instead">{lines}</ul> }.into_any()
    }
}

/// Titles of what is named for a level.
fn expected(indicator: &Indicator, level: crate::instrument::Level) -> Vec<String> {
    let here = indicator.evidence.iter().filter(|expected| expected.is_for(level));
    here.map(|expected| expected.title.clone()).collect()
}
