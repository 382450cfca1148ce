use leptos::prelude::*;

use super::{Asked, StageForm, names};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, Mistakes, Refusal, TextField, described_by, in_words};
use crate::app::route::{Page, Route};
use crate::app::state::{Action, use_app};
use crate::assessment::{Closing, Date, Stage};
use crate::front::{live, memo, on};
use crate::instrument::Number;
use crate::platform;
use crate::text::{stage, value};

/// How many open indicators are named.
const NAMED: usize = 12;

/// Asks before a stage is closed: what is open, and what closing does.
#[component]
pub fn Close(desk: Desk, at: Stage, form: StageForm) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    let name = stage(language, at);
    let instrument = desk.instrument.clone();
    let open = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let numbers = instrument.indicators().map(|indicator| indicator.number);
            numbers.filter(|n| draft.assessment.value_at(at, *n).is_none()).collect::<Vec<Number>>()
        })
    });
    let (of, total) = (desk.clone(), desk.instrument.indicators().count());
    let completeness = live(move || {
        let open = open.get();
        if open.is_empty() {
            return view! { <p>{(t.complete)(total)}</p> }.into_any();
        }
        let link = |number: &Number| {
            let href = Route::Draft(of.id.clone(), Page::Indicator(*number)).href();
            let title = of.instrument.indicator(*number).map(|one| one.short_title.clone());
            let title = format!("{number}. {}", title.unwrap_or_default());
            view! { <li><a href=href lang="id" on:click=on(move |_| app.work_at(at))>{title}</a></li> }
                .into_any()
        };
        let links: Vec<_> = open.iter().take(NAMED).map(link).collect();
        let more = open.len().saturating_sub(NAMED);
        view! {
            <div class="note warn" data-testid="still-open">
                <p>{(t.incomplete)(open.len(), &value(language, of.instrument.scale.min))}</p>
                <ul>{links}{(more > 0).then(|| view! { <li>{(t.and_more)(more)}</li> })}</ul>
            </div>
        }
        .into_any()
    });
    let earlier = live(move || {
        let open: Vec<_> = app.draft.with(|draft| {
            let assessment = draft.as_ref().map(|draft| &draft.assessment);
            let earlier = Stage::ALL.into_iter().filter(|one| *one < at);
            earlier.filter(|one| assessment.is_some_and(|of| !of.is_closed(*one))).collect()
        });
        (!open.is_empty()).then(|| format!(" {}", (t.closes_earlier)(&names(language, open))))
    });
    let no_name = Signal::derive(move || (form.tried.get() && form.lacks_name()).then_some(t.need_name));
    let day = move || form.day.with(|day| Date::parse(day));
    let no_day = memo(move || form.tried.get() && day().is_none());
    let mistakes = Signal::derive(move || match (no_name.get(), no_day.get()) {
        (Some(name), true) => vec![("ditutup-oleh", name), ("ditutup-pada", t.need_day)],
        _ => Vec::new(),
    });
    let submit = on(move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let (lacks_name, day) = (untrack(|| form.lacks_name()), untrack(day));
        form.tried.set(true);
        if lacks_name && day.is_none() {
            return platform::next_frame(|| platform::focus("#salah"));
        }
        if lacks_name {
            return platform::focus("#ditutup-oleh");
        }
        let Some(day) = day else { return platform::focus("#ditutup-pada") };
        let closing = Closing {
            by: form.by.get_untracked().trim().to_owned(),
            on: Some(day),
            note: form.note.get_untracked().trim().to_owned(),
            ..Closing::default()
        };
        match app.close_stage(at, &closing) {
            Ok(()) => {
                form.ask(Some(Asked::GoOn(at)));
                app.say_with((t.closed)(name), Action::Undo);
            }
            Err(why) => form.refused.set(Some(why)),
        }
    });
    view! {
        <h2 id="tahap-tanya" tabindex="-1">{(t.close_stage)(name)}</h2>
        {completeness}
        <p>{(t.closes)(name)}{earlier}</p>
        <p class="soft small">{t.keeps}</p>
        <form class="form" novalidate=true>
            <Mistakes all=mistakes/>
            <div class="fields">
                <TextField id="ditutup-oleh" label=t.by value=form.by help=t.by_help error=no_name testid="closed-by"/>
                <Field id="ditutup-pada" label=t.on error=in_words(move || no_day.get().then_some(t.need_day))>
                    <input
                        id="ditutup-pada"
                        type="date"
                        min="1900-01-01"
                        max="2999-12-31"
                        prop:value=live(move || form.day.get())
                        aria-invalid=live(move || no_day.get().then_some("true"))
                        aria-describedby=live(move || described_by("ditutup-pada", false, no_day.get()))
                        on:input=on(move |event| form.day.set(event_target_value(&event)))
                    />
                </Field>
                <TextField id="ditutup-catatan" label=t.note value=form.note help=t.note_help/>
            </div>
            <Refusal why=form.refused/>
            <div class="actions">
                <button class="btn primary" type="submit" data-testid="confirm-close" on:click=submit>{t.close}</button>
                <button class="btn quiet" type="button" on:click=on(move |_| form.leave())>{t.cancel}</button>
            </div>
        </form>
    }
}
