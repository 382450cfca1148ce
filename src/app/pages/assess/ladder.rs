use leptos::prelude::*;

use super::attach::only_item;
use super::attached::{Attached, backed};
use super::explanation::Explanation;
use crate::app::pages::workspace::Desk;
use crate::app::state::{App, Place, use_app};
use crate::assessment::{Change, Stage};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Indicator, Level, LevelName, Number, SupportBy};
use crate::platform;
use crate::score::RungState;
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
    let adding = RwSignal::new(None);
    let frozen = memo(move || app.frozen().is_some());
    let explained = memo(move || explains(app, number));
    let shown = Shown { chosen, frozen, explained };
    let rungs: Vec<_> =
        levels.into_iter().map(|level| rung(&desk, &indicator, level, top, shown, adding)).collect();
    view! {
        <fieldset class="ladder">
            <legend class="visually-hidden">{t.ladder}</legend>
            {rungs}
        </fieldset>
        // Texts that were written before a level was chosen stay in reach.
        {shown_when(move || chosen.get().is_none() && explained.get(), move || view! { <Unchosen number=number/> }.into_any())}
    }
}

/// What all rungs of an indicator show together.
#[derive(Clone, Copy)]
struct Shown {
    chosen: Memo<Option<Level>>,
    /// Whether the stage is closed.
    frozen: Memo<bool>,
    /// Whether Fakta and Analisis are written here.
    explained: Memo<bool>,
}

/// Fakta and Analisis are the agency's, written at its own stage; elsewhere only where a file put some.
fn explains(app: App, number: Number) -> bool {
    app.draft.with(|draft| {
        let Some(of) = draft.as_ref().map(|draft| &draft.assessment) else { return false };
        of.stage == Stage::Mandiri || of.answer(number).is_some_and(|answer| !answer.explanation.is_empty())
    })
}

#[component]
fn Unchosen(number: Number) -> impl IntoView {
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
    desk: &Desk,
    indicator: &Indicator,
    name: LevelName,
    top: Level,
    shown: Shown,
    adding: RwSignal<Option<Level>>,
) -> impl IntoView + use<> {
    let app = use_app();
    let (t, language) = (&app.texts().assess, app.language.get_untracked());
    let (number, level, value) = (indicator.number, name.level, name.value);
    let Shown { chosen, frozen, explained } = shown;
    let is_chosen = memo(move || chosen.get() == Some(level));
    let support = desk.support;
    let state = memo(move || {
        support.with(|support| support.indicator(number).and_then(|of| of.rung(level)).cloned())
    });
    let supported =
        memo(move || state.with(|rung| rung.as_ref().is_some_and(|rung| rung.state == RungState::Supported)));
    let shape = memo(move || {
        let reached = match chosen.get() {
            Some(chosen) if chosen == level => "rung reached chosen",
            Some(chosen) if chosen > level => "rung reached",
            _ => "rung",
        };
        if supported.get() { format!("{reached} supported") } else { reached.to_owned() }
    });
    let choose = on(move |_| {
        let stage = untrack(|| app.stage());
        app.change_or_say(Change::Value { stage, indicator: number, value: Some(value) });
    });
    let (title, lang) = match (language, name.title_en) {
        (Language::English, Some(english)) => (english, "en"),
        _ => (name.title, "id"),
    };
    // All that the eye sees of a rung at once: which it is, whether it is chosen, whether documents support it. The
    // checked state alone is said in the reader's words and language, not in the page's.
    let name = (t.level_of)(level, top, &title);
    let by_items = desk.instrument.support.by == SupportBy::Items;
    let spoken = live(move || {
        let claimed = chosen.get().is_some_and(|chosen| chosen >= level);
        let backed = state.with(|rung| backed(rung.as_ref()?, claimed, by_items));
        let backed = backed.map(|is| if is { t.backed } else { t.not_backed });
        let parts = [is_chosen.get().then_some(t.chosen), backed];
        parts.into_iter().flatten().fold(name.clone(), |name, part| format!("{name}, {part}"))
    });
    let id = format!("tingkat-{level}");
    let described = format!("kriteria-{level}");
    // Files that are dropped on a rung are evidence for it.
    let over = RwSignal::new(false);
    let dragged = on(move |event: leptos::ev::DragEvent| {
        if platform::has_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let only = only_item(indicator, level);
    let dropped = on(move |event: leptos::ev::DragEvent| {
        over.set(false);
        if !platform::has_files(&event) {
            return;
        }
        event.prevent_default();
        let (files, only) = (platform::dropped_files(&event), only.clone());
        leptos::task::spawn_local(async move {
            app.register_files(files.await, Some(Place { indicator: number, level, expected: only.clone() }));
        });
    });
    let class = live(move || if over.get() { format!("{} over", shape.get()) } else { shape.get() });
    view! {
        <div class=class on:dragover=dragged on:dragleave=on(move |_| over.set(false)) on:drop=dropped>
            <div class="mark">
                <input
                    type="radio"
                    name="level"
                    id=id.clone()
                    value=level
                    data-testid=format!("level-{level}")
                    aria-label=spoken
                    aria-describedby=described.clone()
                    prop:checked=live(move || is_chosen.get())
                    disabled=live(move || frozen.get())
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
                {shown_when(move || is_chosen.get() && explained.get(), move || view! { <Explanation number=number/> }.into_any())}
                <Attached desk=desk.clone() indicator=indicator.clone() level=level chosen=chosen adding=adding/>
            </div>
        </div>
    }
}
