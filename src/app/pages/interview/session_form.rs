use std::sync::Arc;

use leptos::prelude::*;

use super::form::{InterviewForm, Mistake};
use crate::app::parts::{Choosing, Field, IndicatorTree, Refusal, TextField, described_by};
use crate::app::state::use_app;
use crate::assessment::{Change, Due, Question, Session, Zone};
use crate::front::{live, memo, on};
use crate::instrument::Instrument;
use crate::platform;
use crate::text::interview::zone;
use crate::text::readable;

/// Writes a session, new or known.
#[component]
pub fn SessionForm(instrument: Arc<Instrument>, form: InterviewForm) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let fields = form.fields;
    let mistake = RwSignal::new(None::<Mistake>);
    let refused = RwSignal::new(None::<String>);
    let half_typed = StoredValue::new(false);
    let new = form.editing.with_untracked(|id| id.as_ref().is_some_and(String::is_empty));
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(editing) = form.editing.get_untracked() else { return };
        let before = app
            .draft
            .with_untracked(|draft| draft.as_ref()?.assessment.records.get::<Session>(&editing))
            .unwrap_or_default();
        let read = if half_typed.get_value() { Err(Mistake::Date) } else { fields.read(before.clone()) };
        mistake.set(read.as_ref().err().copied());
        refused.set(None);
        let session = match read {
            Ok(session) => session,
            Err(Mistake::Title) => return platform::focus("#nama-sesi"),
            Err(Mistake::Date) => return platform::focus("#tanggal-sesi"),
            Err(Mistake::EndAlone) => return platform::focus("#mulai-sesi"),
            Err(Mistake::End) => return platform::focus("#selesai-sesi"),
        };
        let id = if editing.is_empty() { platform::new_id() } else { editing };
        let moved = moved(app, &id, &before, &session);
        let count = moved.len();
        let write = Change::record(id, Some(&session));
        match app.change(Change::All(std::iter::once(write).chain(moved).collect())) {
            Ok(()) => {
                form.editing.set(None);
                let mut said = (t.session_saved)(&readable(&session.title));
                if count > 0 {
                    said = format!("{said} {}", (t.dues_moved)(count));
                }
                app.say(said);
                platform::next_frame(|| platform::focus("#sesi"));
            }
            Err(reason) => refused.set(Some((app.texts().refused)(&reason))),
        }
    });
    let cancel = on(move |_| {
        form.editing.set(None);
        platform::next_frame(|| platform::focus("#tambah-sesi"));
    });
    let chosen = memo(move || fields.indicators.get());
    let choosing = Choosing {
        chosen,
        choose: Arc::new(move |numbers, puts| {
            fields.indicators.update(|chosen| {
                for number in numbers {
                    if puts {
                        chosen.insert(number)
                    } else {
                        chosen.remove(&number)
                    };
                }
            });
        }),
        beside: Arc::new(|_| None),
    };
    let title_error =
        Signal::derive(move || (mistake.get() == Some(Mistake::Title)).then_some(t.session_title_needed));
    let input = move |id: &'static str,
                      label: &'static str,
                      kind: &'static str,
                      value: RwSignal<String>,
                      error: Box<dyn Fn(Mistake) -> Option<&'static str> + Send + Sync>| {
        let error = memo(move || mistake.get().and_then(&error));
        let change = on(move |event: leptos::ev::Event| {
            if kind == "date" {
                half_typed.set_value(platform::is_half_typed(&event));
            }
            value.set(event_target_value(&event));
        });
        let bounds = (kind == "date").then_some(("1900-01-01", "2999-12-31"));
        view! {
            <Field id=id label=label error=Signal::derive(move || error.get().map(String::from)) at_once=true>
                <input id=id type=kind min=bounds.map(|b| b.0) max=bounds.map(|b| b.1) prop:value=live(move || value.get()) on:input=change
                    aria-invalid=live(move || error.get().map(|_| "true"))
                    aria-describedby=live(move || described_by(id, false, error.get().is_some()))/>
            </Field>
        }
        .into_any()
    };
    let area = move |id: &'static str,
                     label: &'static str,
                     value: RwSignal<String>,
                     help: Option<&'static str>| {
        view! {
            <Field id=id label=label help=help.map(String::from)>
                <textarea id=id rows="3" prop:value=live(move || value.get()) aria-describedby=help.map(|_| format!("{id}-help"))
                    on:input=on(move |event| value.set(event_target_value(&event)))></textarea>
            </Field>
        }
        .into_any()
    };
    let zones: Vec<_> = Zone::ALL
        .into_iter()
        .map(|one| {
            let selected = live(move || fields.zone.get() == one);
            view! { <option value=one.code() prop:selected=selected>{zone(language, one)}</option> }
        })
        .collect();
    let choose_zone = on(move |event| {
        if let Some(zone) = Zone::from_code(&event_target_value(&event)) {
            fields.zone.set(zone);
        }
    });
    view! {
        <form class="form together" novalidate=true on:submit=submit aria-label=if new { t.add_session } else { t.edit_session }>
            <h3>{if new { t.add_session } else { t.edit_session }}</h3>
            <TextField id="nama-sesi" label=t.session_title value=fields.title help=t.session_title_help error=title_error testid="session-title"/>
            <div class="fields">
                {input("tanggal-sesi", t.date, "date", fields.date, Box::new(|m| (m == Mistake::Date).then_some(t.bad_date)))}
                {input("mulai-sesi", t.start, "time", fields.start, Box::new(|m| (m == Mistake::EndAlone).then_some(t.end_alone)))}
                {input("selesai-sesi", t.end, "time", fields.end, Box::new(|m| (m == Mistake::End).then_some(t.bad_end)))}
                <Field id="zona-sesi" label=t.zone>
                    <select id="zona-sesi" on:change=choose_zone>{zones}</select>
                </Field>
            </div>
            <div class="fields">
                <TextField id="ruang-sesi" label=t.room value=fields.room/>
                <TextField id="tautan-sesi" label=t.link value=fields.link help=t.link_help/>
            </div>
            <div class="fields">
                {area("peserta-sesi", t.attendees, fields.attendees, Some(t.attendees_help))}
                {area("catatan-sesi", t.note, fields.note, None)}
            </div>
            <fieldset class="assign">
                <legend>{t.indicators}</legend>
                <p class="soft small" role="status">{live(move || (t.chosen)(chosen.with(std::collections::BTreeSet::len)))}</p>
                <IndicatorTree instrument=instrument choosing=choosing/>
            </fieldset>
            <Refusal why=refused/>
            <div class="actions">
                <button class="btn primary" type="submit" data-testid="save-session">{t.save_session}</button>
                <button class="btn quiet" type="button" on:click=cancel>{t.cancel}</button>
            </div>
        </form>
    }
}

/// Due dates that are counted after the day of a session go with it.
fn moved(app: crate::app::state::App, id: &str, before: &Session, after: &Session) -> Vec<Change> {
    let (Some(old), Some(new)) = (before.date, after.date) else { return Vec::new() };
    if old == new {
        return Vec::new();
    }
    app.draft.with_untracked(|draft| {
        let Some(draft) = draft else { return Vec::new() };
        let all = draft.assessment.records.all::<Question>();
        let of_session = all.filter(|(_, question)| question.session == id);
        let moved = of_session.filter_map(|(key, question)| match question.due {
            Some(Due::Within { from, days }) if from == old => {
                let due = Some(Due::Within { from: new, days });
                Some(Change::record(key, Some(&Question { due, ..question })))
            }
            _ => None,
        });
        moved.collect()
    })
}
