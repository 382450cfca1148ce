//! Penilaian: indicator by indicator.

mod assessed;
mod at_stage;
mod attach;
mod attached;
mod explanation;
mod ladder;
mod list;
mod terms;
mod tour;
mod value_field;

use leptos::ev;
use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::history::{Asked, found};
use crate::app::outline::Filter;
use crate::app::parts::{HelpLink, ScorePanel};
use crate::app::route::{Page, Route};
use crate::app::show::{percent, title, when};
use crate::app::state::use_app;
use crate::assessment::{Answer, Change, Stage};
use crate::front::{follow, live, memo, on, shown_when};
use crate::instrument::{ExternalRole, Number, SupportBy};
use crate::platform;
use crate::text::stage;

pub use tour::TourCall;

/// What the list of indicators is narrowed to. It belongs to the frame, so that it stays while a
/// person moves through the indicators, looks at another page, or changes the language.
#[derive(Clone, Copy)]
pub struct Narrowed {
    /// The draft it was typed for.
    draft: StoredValue<String>,
    search: RwSignal<String>,
    filter: RwSignal<Filter>,
}

impl Narrowed {
    pub fn start() -> Self {
        Self {
            draft: StoredValue::new(String::new()),
            search: RwSignal::new(String::new()),
            filter: RwSignal::new(Filter::All),
        }
    }

    /// Another draft starts with all indicators.
    fn to(self, draft: &str) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            self.search.set(String::new());
            self.filter.set(Filter::All);
        }
        self
    }
}

#[component]
pub fn Assess(desk: Desk) -> impl IntoView {
    let app = use_app();
    let numbers: Vec<Number> = desk.instrument.indicators().map(|indicator| indicator.number).collect();
    let first = numbers.first().copied().unwrap_or(1);
    let route = app.route;
    let number = Memo::new(move |before: Option<&Number>| match route.get() {
        Route::Draft(_, Page::Indicator(number)) => number,
        _ => before.copied().unwrap_or(first),
    });
    go_on(&desk, &numbers);
    let narrowed = expect_context::<Narrowed>().to(&desk.id);

    let near = {
        let numbers = StoredValue::new(numbers);
        move |step: isize| {
            numbers.with_value(|numbers| {
                let at = numbers.iter().position(|n| *n == number.get())?;
                numbers.get(at.checked_add_signed(step)?).copied()
            })
        }
    };
    let id = StoredValue::new(desk.id.clone());
    let keys = window_event_listener(ev::keydown, move |event| {
        if !event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let to = match &*event.code() {
            "KeyN" => untrack(|| near(1)),
            "KeyP" => untrack(|| near(-1)),
            _ => return,
        };
        event.prevent_default();
        if let Some(number) = to {
            app.go(&Route::Draft(id.get_value(), Page::Indicator(number)));
        }
    });
    on_cleanup(move || keys.remove());

    let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
    let (desk_list, desk_main) = (desk.clone(), desk.clone());
    view! {
        <div class=if package { "work part" } else { "work" }>
            <tour::Tour package=package number=number/>
            <list::IndicatorList desk=desk_list number=number narrowed=narrowed/>
            <div class="sheet">
                {live(move || view! { <Sheet desk=desk_main.clone() number=number.get() previous=near(-1) next=near(1)/> }.into_any())}
            </div>
            {(!package).then(|| view! { <ScorePanel instrument=desk.instrument.clone() score=desk.score support=desk.support target=desk.target indicator=number/> })}
        </div>
    }
}

/// The address of the draft alone leads to where work is open.
fn go_on(desk: &Desk, numbers: &[Number]) {
    let app = use_app();
    let (id, numbers) = (desk.id.clone(), numbers.to_vec());
    follow(move || {
        if app.route.get() != Route::Draft(id.clone(), Page::Start) {
            return;
        }
        let open = app.draft.with_untracked(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            numbers.iter().find(|n| assessment.value(**n).is_none()).copied()
        });
        let number = open.or(numbers.first().copied()).unwrap_or(1);
        platform::replace_hash(&Route::Draft(id.clone(), Page::Indicator(number)).to_string());
    });
}

/// One indicator: what is asked, the ladder, and the way on.
#[component]
fn Sheet(desk: Desk, number: Number, previous: Option<Number>, next: Option<Number>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.assess;
    let instrument = desk.instrument.clone();
    let Some(indicator) = instrument.indicator(number).cloned() else {
        let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
        let message = if package {
            (texts.package.outside)(number)
        } else {
            (texts.refused)(&crate::assessment::Refused::UnknownIndicator(number))
        };
        let first = instrument.indicators().next().map_or(1, |indicator| indicator.number);
        let href = Route::Draft(desk.id, Page::Indicator(first)).href();
        title(app, texts.frame.not_found);
        return view! {
            <h1 tabindex="-1">{texts.frame.not_found}</h1>
            <p class="note warn">{message}</p>
            <p><a class="btn" href=href>{texts.frame.assess}</a></p>
        }
        .into_any();
    };
    title(app, &format!("{number}. {}", indicator.short_title));
    let crumbs: Vec<_> = instrument.path_to(number).iter().map(|section| section.title.clone()).collect();
    let weight = (t.weight)(&percent(app, indicator.weight, instrument.total_weight));
    let model = instrument.model_of(&indicator).map(|model| model.title.clone());
    let external = indicator.external.as_ref().map(|index| match index.role {
        ExternalRole::Value => (t.external_value)(&index.title, &index.owner),
        ExternalRole::Evidence => (t.external_evidence)(&index.title, &index.owner),
    });
    let answer = memo(move || {
        app.draft.with(|draft| draft.as_ref().and_then(|draft| draft.assessment.answer(number).cloned()))
    });
    let changed = live(move || {
        let stamp =
            answer.with(|answer| answer.as_ref().and_then(|answer: &Answer| answer.changed.clone()))?;
        let at = when(app, &stamp.at);
        let text = if stamp.by.is_empty() { at } else { (texts.home.changed_by)(&at, &stamp.by) };
        Some(if stamp.by.is_empty() { (t.changed)(&text) } else { text })
    });
    let (stages, language) = (&texts.stages, app.language.get_untracked());
    let at = live(move || (stages.at)(stage(language, app.stage())));
    // At a later stage the line above the ladder has the button for it.
    let can_clear = memo(move || app.stage() == Stage::Mandiri && app.frozen().is_none());
    let has_value = memo(move || answer.with(|answer| answer.as_ref().is_some_and(|a| a.value.is_some())));
    let clear = move |_| {
        let stage = untrack(|| app.stage());
        app.change_or_say(Change::Value { stage, indicator: number, value: None });
        app.say_with(t.cleared, crate::app::state::Action::Undo);
        platform::focus("h1");
    };
    let short = |n: Number| instrument.indicator(n).map(|i| i.short_title.clone()).unwrap_or_default();
    let to = |n: Number| Route::Draft(desk.id.clone(), Page::Indicator(n)).href();
    let back = previous.map(|n| {
        view! { <a class="btn" href=to(n) title=t.previous><span aria-hidden="true">"← "</span><span lang="id">{format!("{n}. {}", short(n))}</span></a> }
    });
    let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
    let forth = match next {
        Some(n) => view! { <a class="btn primary" href=to(n) title=t.next><span lang="id">{format!("{n}. {}", short(n))}</span><span aria-hidden="true">" →"</span></a> }.into_any(),
        None => {
            let (page, text) = if package { (Page::SendBack, texts.package.send) } else { (Page::Summary, t.to_summary) };
            let href = Route::Draft(desk.id.clone(), page).href();
            view! { <a class="btn primary" href=href>{text}<span aria-hidden="true">" →"</span></a> }.into_any()
        }
    };
    let decimals = (instrument.scale.decimals > 0).then(|| {
        view! { <value_field::ValueField number=number scale=instrument.scale.clone()/> }
    });
    let to_history = Route::Draft(desk.id.clone(), Page::History(Some(number))).href();
    let history = live(move || {
        let asked = Asked { indicator: Some(number), ..Asked::default() };
        let entries = app.draft.with(|draft| {
            draft.as_ref().map_or(0, |draft| found(&draft.assessment, &asked, None, |_| String::new()).len())
        });
        let href = to_history.clone();
        (entries > 0).then(|| view! { <a href=href>{(texts.history.of_indicator)(entries)}</a> }.into_any())
    });
    let takes_assessed = instrument.support.by == SupportBy::Items;
    let assessed = takes_assessed.then(|| {
        view! { <assessed::AssessedValue desk=desk.clone() indicator=indicator.clone()/> }
    });
    view! {
        <div class="head">
            <p class="crumbs" lang="id">{crumbs.join(" › ")}</p>
            <h1 tabindex="-1" lang="id">{format!("{number}. {}", short_of(&indicator.title))}</h1>
            {indicator.description.clone().map(|text| view! { <p class="soft" lang="id">{text}</p> })}
            <div class="chips">
                <span class="chip" data-testid="stage">{at}</span>
                <span class="chip">{weight}</span>
                {model.map(|model| view! { <span class="chip" lang="id">{model}</span> })}
            </div>
            {external.map(|text| view! { <p class="note">{text}</p> })}
        </div>
        <at_stage::Frozen draft=desk.id.clone()/>
        <at_stage::ValueHere number=number/>
        <terms::Terms instrument=instrument.clone() indicator=indicator.clone()/>
        <ladder::Ladder desk=desk.clone() indicator=indicator.clone()/>
        {decimals}
        <at_stage::AtStage number=number/>
        {assessed}
        <About indicator=indicator/>
        <p class="soft small">{t.keys}" "{t.own_words}" "<HelpLink part="isi"/></p>
        <p class="soft small foot-line">
            {changed}
            " "
            {history}
            " "
            {shown_when(move || has_value.get() && can_clear.get(), move || {
                view! { <button class="btn quiet small-btn" on:click=on(clear)>{t.clear}</button> }.into_any()
            })}
        </p>
        <nav class="turn" aria-label=t.indicators>{back}{forth}</nav>
    }
    .into_any()
}

/// Titles begin alike ("Tingkat Kematangan …"); what differs comes first.
fn short_of(title: &str) -> String {
    title.strip_prefix("Tingkat Kematangan ").unwrap_or(title).to_owned()
}

/// What else is known of an indicator.
#[component]
fn About(indicator: crate::instrument::Indicator) -> impl IntoView {
    let t = &use_app().texts().assess;
    let line = |term: &'static str, text: String| view! { <p class="small"><b>{term}": "</b><span lang="id">{text}</span></p> };
    let note = indicator.note.map(|text| line(t.note, text));
    let also =
        (!indicator.other_titles.is_empty()).then(|| line(t.also_called, indicator.other_titles.join("; ")));
    let by =
        (!indicator.supervisors.is_empty()).then(|| line(t.supervisors, indicator.supervisors.join("; ")));
    view! { <section class="about">{note}{also}{by}</section> }
}
