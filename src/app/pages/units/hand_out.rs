use leptos::prelude::*;

use crate::app::parts::{Field, described_by, in_words};
use crate::app::save::save_packages;
use crate::app::save_html::save_packages_html;
use crate::app::state::use_app;
use crate::assessment::{Briefing, Change, Date};
use crate::front::{follow, live, memo, on};
use crate::platform;

/// What all units are told, and all packages at once.
#[component]
pub fn HandOut() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().units;
    let briefing = memo(move || {
        app.draft
            .with(|draft| draft.as_ref().map(|draft| draft.assessment.briefing.clone()))
            .unwrap_or_default()
    });
    let ready = memo(move || {
        app.draft.with(|draft| {
            draft.as_ref().map_or(0, |draft| {
                draft.assessment.units.values().filter(|unit| !unit.indicators.is_empty()).count()
            })
        })
    });
    let bad_day = RwSignal::new(false);
    follow(move || {
        briefing.track();
        bad_day.set(false);
    });
    let write = move |edit: Box<dyn FnOnce(&mut Briefing)>| {
        let mut new = briefing.get_untracked();
        edit(&mut new);
        app.change_or_say(Change::Briefing(new));
    };
    let instructions = on(move |event| {
        let typed = event_target_value(&event);
        write(Box::new(move |briefing| briefing.instructions = typed));
    });
    let typed = |event: &leptos::ev::Event| match event_target_value(event) {
        text if text.is_empty() && !platform::is_half_typed(event) => Some(None),
        text => Date::parse(&text).map(Some),
    };
    let due = on(move |event: leptos::ev::Event| {
        if let Some(day) = typed(&event).filter(|day| *day != briefing.get_untracked().due) {
            write(Box::new(move |briefing| briefing.due = day));
        }
    });
    let leave = on(move |event: leptos::ev::FocusEvent| bad_day.set(typed(&event).is_none()));
    let over = memo(move || briefing.get().due.is_some_and(|due| due < platform::today()));
    let save = on(move |_| save_packages(app));
    view! {
        <section class="card stack saves" aria-labelledby="bagi-paket">
            <h2 id="bagi-paket">{t.hand_out}</h2>
            <p>{t.hand_out_text}</p>
            <Field id="petunjuk" label=t.instructions_label help=Some(String::from(t.instructions_help))>
                <textarea id="petunjuk" data-testid="instructions" aria-describedby="petunjuk-help"
                    prop:value=live(move || briefing.get().instructions) on:input=instructions></textarea>
            </Field>
            <Field id="tenggat" label=t.due_label remark=in_words(move || over.get().then_some(t.due_over))
                error=in_words(move || bad_day.get().then_some(app.texts().document.bad_date)) at_once=true narrow=true>
                <input id="tenggat" type="date" min="1900-01-01" max="2999-12-31" data-testid="due-date"
                    prop:value=live(move || briefing.get().due.map(|due| due.to_string()).unwrap_or_default())
                    aria-invalid=live(move || bad_day.get().then_some("true"))
                    aria-describedby=live(move || described_by("tenggat", over.get(), bad_day.get()))
                    on:input=due on:blur=leave/>
            </Field>
            <p class="soft small">{live(move || (t.ready)(ready.get()))}</p>
            <div class="actions">
                <button class="btn primary" data-testid="save-packages" disabled=live(move || ready.get() == 0) on:click=save>{t.save_all}</button>
                <button class="btn" data-testid="save-packages-html" disabled=live(move || ready.get() == 0)
                    on:click=on(move |_| save_packages_html(app))>{app.texts().one_file.save_all}</button>
            </div>
            <p class="soft small">{t.holds}" "{app.texts().one_file.about}</p>
        </section>
    }
}
