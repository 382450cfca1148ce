use leptos::prelude::*;

use super::explanation::Explanation;
use crate::app::pages::workspace::Desk;
use crate::app::state::use_app;
use crate::assessment::Change;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Indicator, Level, LevelName};
use crate::text::Language;

/// Five rungs, climbed one at a time; Fakta and Analisis stand on the chosen one, as in the
/// ministry's application.
#[component]
pub fn Ladder(desk: Desk, indicator: Indicator) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().assess;
    let number = indicator.number;
    let model = desk.instrument.model_of(&indicator).cloned();
    let levels = model.as_ref().map(|model| model.levels.clone()).unwrap_or_default();
    let chosen = memo(move || {
        let value =
            app.draft.with(|draft| draft.as_ref().and_then(|draft| draft.assessment.value(number)))?;
        Some(model.as_ref()?.level_at(value)?.level)
    });
    let top = levels.last().map_or(5, |level| level.level);
    let rungs: Vec<_> = levels.into_iter().map(|level| rung(&indicator, level, top, chosen)).collect();
    view! {
        <fieldset class="ladder">
            <legend class="visually-hidden">{t.ladder}</legend>
            {rungs}
        </fieldset>
        // Texts that were written before a level was chosen stay in reach.
        {shown_when(move || chosen.get().is_none(), move || view! { <Unchosen number=number/> }.into_any())}
    }
}

#[component]
fn Unchosen(number: u16) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().assess;
    let written = memo(move || {
        app.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.assessment.answer(number).is_some()))
    });
    live(move || {
        if written.get() {
            view! { <div class="card below"><Explanation number=number/></div> }.into_any()
        } else {
            view! { <p class="soft small">{t.explain_first}</p> }.into_any()
        }
    })
}

fn rung(
    indicator: &Indicator,
    name: LevelName,
    top: Level,
    chosen: Memo<Option<Level>>,
) -> impl IntoView + use<> {
    let app = use_app();
    let (t, language) = (&app.texts().assess, app.language.get_untracked());
    let (number, level, value) = (indicator.number, name.level, name.value);
    let is_chosen = memo(move || chosen.get() == Some(level));
    let class = live(move || match chosen.get() {
        Some(chosen) if chosen == level => "rung reached chosen",
        Some(chosen) if chosen > level => "rung reached",
        _ => "rung",
    });
    let choose = on(move |_| {
        let stage = app.draft.with_untracked(|d| d.as_ref().map(|d| d.assessment.stage)).unwrap_or_default();
        app.change_or_say(Change::Value { stage, indicator: number, value: Some(value) });
    });
    let expected: Vec<_> = indicator
        .evidence
        .iter()
        .filter(|expected| expected.levels.contains(&level))
        .map(|expected| view! { <li>{expected.title.clone()}</li> })
        .collect();
    let expected = (!expected.is_empty()).then(|| {
        view! {
            <p class="small soft expected-head">{t.evidence}</p>
            <ul class="expected" lang="id">{expected}</ul>
        }
    });
    let (title, lang) = match (language, name.title_en) {
        (Language::English, Some(english)) => (english, "en"),
        _ => (name.title, "id"),
    };
    let id = format!("tingkat-{level}");
    let described = format!("kriteria-{level}");
    view! {
        <div class=class>
            <div class="mark">
                <input
                    type="radio"
                    name="level"
                    id=id.clone()
                    value=level
                    data-testid=format!("level-{level}")
                    aria-label=(t.level_of)(level, top, &title)
                    aria-describedby=described.clone()
                    prop:checked=live(move || is_chosen.get())
                    on:change=choose
                />
            </div>
            <div class="body">
                <label for=id>
                    <span class="name">
                        <span lang=lang>{title}</span>
                        {shown_when(
                            move || is_chosen.get(),
                            || view! { <span class="chip accent">{t.chosen}</span> }.into_any(),
                        )}
                    </span>
                    <span class="criterion" id=described lang="id">{indicator.criteria.get(&level).cloned()}</span>
                </label>
                {expected}
                {shown_when(move || is_chosen.get(), move || view! { <Explanation number=number/> }.into_any())}
            </div>
        </div>
    }
}
