use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::form::InterviewForm;
use super::question::{Card, add_question, options, sessions};
use crate::app::pages::evidence::indicator_options;
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, OfUnit, UnitFilter, described_by, in_words};
use crate::app::state::use_app;
use crate::assessment::{Book, Question};
use crate::calendar::Calendar;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::Number;
use crate::platform;

/// What assessors asked, by indicator.
#[component]
pub fn Questions(
    desk: Desk,
    form: InterviewForm,
    calendar: Memo<Arc<Calendar>>,
    package: bool,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().interview;
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    let order: BTreeMap<Number, usize> =
        desk.instrument.indicators().enumerate().map(|(at, indicator)| (indicator.number, at)).collect();
    // Keys of those to show, and how many there are.
    let found = memo(move || {
        let (numbers, unit, session) = (of_unit.numbers(app), of_unit.unit(), form.session.get());
        app.draft.with(|draft| {
            let all = draft.iter().flat_map(|draft| draft.assessment.records.all::<Question>());
            let all: Vec<_> = all
                .filter_map(|(key, one)| Some((Book::Questions.indicator(key)?, key.to_owned(), one)))
                .collect();
            let fits = |(number, _, one): &&(Number, String, Question)| {
                let of_part = match (&numbers, &unit) {
                    (None, _) => true,
                    (Some(_), Some(unit)) if !one.owner.is_empty() => one.owner == *unit,
                    (Some(numbers), _) => numbers.contains(number),
                };
                of_part
                    && (session.is_empty() || one.session == session)
                    && !(form.open_only.get() && one.done)
            };
            let mut keys: Vec<_> = all
                .iter()
                .filter(fits)
                .map(|(number, key, _)| (order.get(number).copied().unwrap_or(usize::MAX), key.clone()))
                .collect();
            keys.sort();
            (keys.into_iter().map(|(_, key)| key).collect::<Vec<_>>(), all.len())
        })
    });
    let for_list = desk.clone();
    let list = live(move || {
        let (keys, _) = found.get();
        let card = |key| {
            view! { <Card desk=for_list.clone() key=key form=form calendar=calendar package=package/> }
                .into_any()
        };
        keys.into_iter().map(card).collect::<Vec<_>>()
    });
    let some = move || found.with(|(_, all)| *all > 0);
    let every = sessions(app);
    let narrow = move || {
        let tick = on(move |event| form.open_only.set(event_target_checked(&event)));
        let by_session = move || {
            let shown = live(move || options(every.get(), &form.session.get(), t.all_sessions));
            let choose = on(move |event| form.session.set(event_target_value(&event)));
            view! {
                <label class="visually-hidden" for="saring-sesi">{t.filter_session}</label>
                <select id="saring-sesi" data-testid="filter-session" on:change=choose>{shown}</select>
            }
            .into_any()
        };
        view! {
            <div class="narrow-questions screen-only">
                <UnitFilter id="interviu-unit" chosen=of_unit/>
                {shown_when(move || every.with(|every| !every.is_empty()), by_session)}
                <label class="tick">
                    <input type="checkbox" data-testid="open-only" prop:checked=live(move || form.open_only.get()) on:change=tick/>
                    <span>{t.open_only}</span>
                </label>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="pertanyaan">
            <h2 id="pertanyaan" tabindex="-1">{t.questions}</h2>
            {shown_when(some, narrow)}
            <p class="soft" role="status">{live(move || found.with(|(shown, all)| match (shown.len(), *all) {
                (_, 0) => t.no_questions.to_owned(),
                (0, _) => t.none_fits.to_owned(),
                (shown, all) => (t.found)(shown, all),
            }))}</p>
            {list}
            {(!package).then(|| view! { <Add desk=desk form=form/> })}
        </section>
    }
}

#[component]
fn Add(desk: Desk, form: InterviewForm) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().interview;
    let number = RwSignal::new(None::<Number>);
    let session = RwSignal::new(form.session.get_untracked());
    let mistake = RwSignal::new(None::<&'static str>);
    let on_indicator = move || mistake.get() == Some(t.indicator_needed);
    let on_text = move || mistake.get() == Some(t.question_needed);
    let indicators = indicator_options(&desk.instrument, number.into());
    let every = sessions(app);
    let sessions = live(move || options(every.get(), &session.get(), t.no_session));
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = form.new_question.get_untracked();
        let Some(of) = number.get_untracked() else {
            mistake.set(Some(t.indicator_needed));
            return platform::focus("#tanya-indikator");
        };
        if text.trim().is_empty() {
            mistake.set(Some(t.question_needed));
            return platform::focus("#tanya-baru");
        }
        mistake.set(None);
        if let Some(key) = add_question(app, of, session.get_untracked(), &text) {
            form.new_question.set(String::new());
            let id = super::question::id_of(&key, "jawab");
            form.question.set(Some(key));
            platform::next_frame(move || platform::focus(&format!("#{id}")));
        }
    });
    view! {
        <form class="form together screen-only" novalidate=true on:submit=submit aria-label=t.add_question>
            <h3>{t.add_question}</h3>
            <div class="fields">
                <Field id="tanya-indikator" label=t.indicator error=in_words(move || mistake.get().filter(|_| on_indicator())) at_once=true>
                    <select id="tanya-indikator" data-testid="new-question-indicator"
                        aria-invalid=live(move || on_indicator().then_some("true"))
                        aria-describedby=live(move || described_by("tanya-indikator", false, on_indicator()))
                        on:change=on(move |event| number.set(event_target_value(&event).parse().ok()))>
                        <option value="">{t.choose_indicator}</option>
                        {indicators}
                    </select>
                </Field>
                <Field id="tanya-sesi" label=t.session>
                    <select id="tanya-sesi" data-testid="new-question-session" on:change=on(move |event| session.set(event_target_value(&event)))>{sessions}</select>
                </Field>
            </div>
            <Field id="tanya-baru" label=t.question error=in_words(move || mistake.get().filter(|_| on_text())) at_once=true>
                <textarea id="tanya-baru" rows="2" data-testid="new-question" prop:value=live(move || form.new_question.get())
                    aria-invalid=live(move || on_text().then_some("true"))
                    aria-describedby=live(move || described_by("tanya-baru", false, on_text()))
                    on:input=on(move |event| form.new_question.set(event_target_value(&event)))></textarea>
            </Field>
            <div class="actions"><button class="btn" type="submit" data-testid="add-question">{t.add_question}</button></div>
        </form>
    }
}
