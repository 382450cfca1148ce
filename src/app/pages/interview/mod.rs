//! Interviu: sessions, questions, what is due, and the holidays by which it is counted; and meeting mode.

mod due_field;
mod due_list;
mod form;
mod holidays;
mod meeting;
mod question;
mod questions;
mod session_form;
mod sessions;

use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::route::{Page, Route};
use crate::app::save::save_calendar;
use crate::app::show::title;
use crate::app::state::use_app;
use crate::front::{live, memo, on};
use crate::text::interview::events;

pub use form::InterviewForm;
pub use meeting::Meeting;

/// Interviu. In a work package: the questions of its indicators, and what is due of them.
#[component]
pub fn Interview(desk: Desk) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    title(app, t.title);
    let form = expect_context::<InterviewForm>().to(&desk.id);
    form.fetch();
    let calendar = form.calendar(app);
    let dues = form::dues(app, calendar);
    let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
    let instrument = desk.instrument.clone();
    let all = memo(move || {
        let items = dues.get();
        let of = |draft: &crate::app::state::Draft| events(language, &instrument, &draft.assessment, &items);
        app.draft.with(|draft| draft.as_ref().map(of)).unwrap_or_default()
    });
    let meeting = Route::Draft(desk.id.clone(), Page::Meeting(None)).href();
    let to_all = on(move |_| form.meeting.set(String::new()));
    let stages = (!package).then(|| {
        let href = Route::Draft(desk.id.clone(), Page::Stages).href();
        view! { <p class="screen-only"><a href=href>{app.texts().stages.title}</a></p> }
    });
    let sessions = (!package).then(|| view! { <sessions::Sessions desk=desk.clone() form=form/> }.into_any());
    view! {
        <div class="page interview">
            <section class="stack">
                {stages}
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{if package { t.intro_package } else { t.intro }}</p>
                <div class="actions">
                    <a class="btn" href=meeting on:click=to_all data-testid="to-meeting">{t.to_meeting}</a>
                    <button class="btn saves" data-testid="save-calendar" disabled=live(move || all.with(Vec::is_empty))
                        on:click=on(move |_| all.with_untracked(|all| save_calendar(app, all)))>{t.save_calendar}</button>
                </div>
                <p class="soft small screen-only saves">{live(move || (t.save_calendar_help)(all.with(Vec::len)))}</p>
            </section>
            {sessions}
            <questions::Questions desk=desk.clone() form=form calendar=calendar package=package/>
            <due_list::DueList desk=desk form=form calendar=calendar dues=dues/>
            // Those of a package are the coordinator's: what is counted says which days were left out.
            {(!package).then(|| view! { <holidays::HolidayList form=form calendar=calendar/> })}
        </div>
    }
    .into_any()
}
