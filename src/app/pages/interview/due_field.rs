use std::sync::Arc;

use leptos::prelude::*;

use super::question::{id_of, write};
use crate::app::parts::{Field, FieldError, described_by, in_words};
use crate::app::state::{App, use_app};
use crate::assessment::{Date, Due, Question, Session};
use crate::calendar::{Calendar, Counted};
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::text::interview::{full_date, rest};

/// Working days that a follow-up has, where nobody says otherwise: what assessors gave after an interview.
pub const USUAL_DAYS: u8 = 5;

/// The due date that a follow-up gets by itself: the usual working days after its session, or after today.
pub fn usual_due(app: App, question: &Question) -> Due {
    let session = app
        .draft
        .with_untracked(|draft| draft.as_ref()?.assessment.records.get::<Session>(&question.session));
    let from = session.and_then(|session| session.date).unwrap_or_else(platform::today);
    Due::Within { from, days: USUAL_DAYS }
}

/// Until when: so many working days after a day, or a day. Says which day that is, and what was not counted.
#[component]
pub fn DueField(
    key: StoredValue<String>,
    question: Memo<Option<Question>>,
    calendar: Memo<Arc<Calendar>>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().interview;
    let due = memo(move || question.with(|question| question.as_ref().and_then(|question| question.due)));
    let way = memo(move || match due.get() {
        None => 0usize,
        Some(Due::Within { .. }) => 1,
        Some(Due::On(_)) => 2,
    });
    let id = move |part: &str| id_of(&key.read_value(), part);
    let fault = RwSignal::new(None::<&'static str>);
    let set = move |due: Option<Due>| {
        fault.set(None);
        write(app, &key.read_value(), move |question| question.due = due);
    };
    let choose = on(move |event| {
        let now = question.get_untracked().unwrap_or_default();
        match &*event_target_value(&event) {
            "1" => set(Some(usual_due(app, &now))),
            "2" => {
                let day = due.get_untracked().and_then(|due| due.day(&calendar.get_untracked()).ok());
                set(Some(Due::On(day.map_or_else(platform::today, |counted| counted.day))));
            }
            _ => set(None),
        }
    });
    let ways: Vec<_> = t
        .due_ways
        .iter()
        .enumerate()
        .map(|(at, text)| {
            view! { <option value=at.to_string() prop:selected=live(move || way.get() == at)>{*text}</option> }
        })
        .collect();
    let days = on(move |event| {
        let Some(Due::Within { from, .. }) = due.get_untracked() else { return };
        match event_target_value(&event).trim().parse::<u8>() {
            Ok(days @ 1..=99) => set(Some(Due::Within { from, days })),
            _ => fault.set(Some(t.bad_days)),
        }
    });
    // A day that is typed digit by digit is no mistake before it is left.
    let typed = move |event: &leptos::ev::Event| {
        Date::parse(&event_target_value(event)).filter(|_| !platform::is_half_typed(event))
    };
    let from = on(move |event| {
        if let (Some(from), Some(Due::Within { days, .. })) = (typed(&event), due.get_untracked()) {
            set(Some(Due::Within { from, days }));
        }
    });
    let day = on(move |event| {
        if let Some(day) = typed(&event) {
            set(Some(Due::On(day)));
        }
    });
    let left = move |event: leptos::ev::FocusEvent| {
        if typed(&event).is_none() {
            fault.set(Some(t.bad_date));
        }
    };
    let shown = move || {
        live(move || match due.get() {
            Some(Due::Within { from: day, .. } | Due::On(day)) => day.to_string(),
            None => String::new(),
        })
    };
    let error_id = id("tenggat");
    let describe = move || {
        live(move || described_by(&id_of(&key.read_value(), "tenggat"), false, fault.get().is_some()))
    };
    let (id_days, id_from, id_day) = (id("hari"), id("dari"), id("pada"));
    let way_id = id("cara");
    let within = {
        let (days, from) = (StoredValue::new_local(days), StoredValue::new_local(from));
        move || {
            let number = live(move || match due.get() {
                Some(Due::Within { days, .. }) => days.to_string(),
                _ => String::new(),
            });
            let (id_days, id_from) = (id_days.clone(), id_from.clone());
            view! {
                <Field id=id_days.clone() label=t.days>
                    <input id=id_days.clone() type="text" inputmode="numeric" autocomplete="off" data-testid="due-days" prop:value=number aria-describedby=describe()
                        on:change=on(move |event| days.update_value(|days| days(event)))/>
                </Field>
                <Field id=id_from.clone() label=t.after>
                    <input id=id_from.clone() type="date" min="1900-01-01" max="2999-12-31" data-testid="due-from" prop:value=shown() aria-describedby=describe()
                        on:input=on(move |event| from.update_value(|from| from(event))) on:blur=on(left)/>
                </Field>
            }
            .into_any()
        }
    };
    let fixed = {
        let day = StoredValue::new_local(day);
        move || {
            let id_day = id_day.clone();
            view! {
                <Field id=id_day.clone() label=t.on_day>
                    <input id=id_day.clone() type="date" min="1900-01-01" max="2999-12-31" data-testid="due-on" prop:value=shown() aria-describedby=describe()
                        on:input=on(move |event| day.update_value(|day| day(event))) on:blur=on(left)/>
                </Field>
            }
            .into_any()
        }
    };
    view! {
        <div class="stack">
            <div class="fields">
                <Field id=way_id.clone() label=t.due>
                    <select id=way_id data-testid="due-way" on:change=choose>{ways}</select>
                </Field>
                {shown_when(move || way.get() == 1, within)}
                {shown_when(move || way.get() == 2, fixed)}
            </div>
            <FieldError of=error_id error=in_words(move || fault.get()) at_once=true/>
            <DueDay due=due calendar=calendar plain=false/>
        </div>
    }
}

/// The day on which something is due, and which days were not counted.
#[component]
pub fn DueDay(
    due: Memo<Option<Due>>,
    calendar: Memo<Arc<Calendar>>,
    /// The day alone, without a sentence.
    plain: bool,
) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let counted = memo(move || due.get().map(|due| due.day(&calendar.get())));
    live(move || {
        Some(match counted.get()? {
            Err(_) => view! { <p class="error" role="status">{t.too_far}</p> }.into_any(),
            Ok(Counted { day, skipped, unlisted }) => {
                let count = skipped.len();
                let item = |(day, why): (Date, crate::calendar::Rest)| {
                    view! { <li>{format!("{}: {}", full_date(language, day), rest(language, &why))}</li> }
                        .into_any()
                };
                let items: Vec<_> = skipped.into_iter().map(item).collect();
                let skipped = (count > 0).then(|| {
                    view! { <details data-testid="skipped"><summary>{(t.skipped)(count)}</summary><ul class="plain small">{items}</ul></details> }
                });
                let years: Vec<_> = unlisted.iter().map(u16::to_string).collect();
                let unlisted = (!years.is_empty())
                    .then(|| view! { <p class="verdict warn small">{(t.unlisted)(&years.join(", "))}</p> });
                view! {
                    <div class="due-day">
                        <p role="status" data-testid="falls-on">{if plain { full_date(language, day) } else { (t.falls_on)(&full_date(language, day)) }}</p>
                        {skipped}{unlisted}
                    </div>
                }
                .into_any()
            }
        })
    })
}
