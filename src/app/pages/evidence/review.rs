use leptos::ev;
use leptos::prelude::*;

use super::document::Doc;
use super::register::Sought;
use crate::app::parts::{Field, Refusal, StatusChip, TextField, described_by, in_words};
use crate::app::show::when;
use crate::app::state::{Action, App, use_app};
use crate::assessment::{Change, Review, Status};
use crate::front::{live, memo, on};
use crate::platform;
use crate::text::{evidence_status, readable};

/// A new status, as far as it is filled in.
#[derive(Clone, Copy)]
pub struct Decision {
    status: RwSignal<Option<Status>>,
    name: RwSignal<String>,
    note: RwSignal<String>,
    /// Whether it was given before it was complete.
    tried: RwSignal<bool>,
    /// Who reviewed last, on this page of the browser. Another person than who works here may.
    reviewer: StoredValue<Option<String>>,
}

impl Decision {
    pub fn empty() -> Self {
        Self {
            status: RwSignal::new(None),
            name: RwSignal::default(),
            note: RwSignal::default(),
            tried: RwSignal::new(false),
            reviewer: StoredValue::new(None),
        }
    }

    /// Ready for another one, by who reviewed last or else by who works here.
    pub fn clear(self) {
        self.status.set(None);
        self.name.set(self.reviewer.get_value().unwrap_or_else(|| use_app().who()));
        self.note.set(String::new());
        self.tried.set(false);
    }

    fn lacks_name(self) -> bool {
        self.name.with(|name| name.trim().is_empty())
    }

    fn lacks_note(self) -> bool {
        self.status.get().is_some_and(Status::needs_note) && self.note.with(|note| note.trim().is_empty())
    }

    /// The status and the note; or nothing, and then what is missing is said and has the focus.
    pub fn read(self) -> Option<(Status, String)> {
        let status = self.status.get_untracked();
        let missing = [
            (status.is_none(), "#status-baru"),
            (untrack(|| self.lacks_name()), "#pemeriksa"),
            (untrack(|| self.lacks_note()), "#catatan-periksa"),
        ];
        let missing = missing.into_iter().find(|(missing, _)| *missing);
        self.tried.set(missing.is_some());
        if let Some((_, field)) = missing {
            platform::focus(field);
            return None;
        }
        Some((status?, self.note.get_untracked().trim().to_owned()))
    }

    /// Makes a change in the reviewer's name.
    ///
    /// # Errors
    /// Why it was not made, as a sentence.
    pub fn make(self, app: App, change: Change) -> Result<(), String> {
        let texts = app.texts();
        let name = self.name.get_untracked().trim().to_owned();
        app.change_as(&name, change).map_err(|reason| (texts.refused)(&reason))?;
        self.reviewer.set_value(Some(name));
        Ok(())
    }
}

/// The fields of a new status.
#[component]
pub fn DecisionFields(decision: Decision) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().document, app.language.get_untracked());
    let Decision { status, name, note, tried, .. } = decision;
    let options: Vec<_> = Status::ALL
        .into_iter()
        .map(|each| {
            let selected = live(move || status.get() == Some(each));
            view! { <option value=each.code() prop:selected=selected>{evidence_status(language, each)}</option> }
        })
        .collect();
    let no_status = Signal::derive(move || (tried.get() && status.get().is_none()).then_some(t.need_status));
    let no_name = Signal::derive(move || (tried.get() && decision.lacks_name()).then_some(t.need_reviewer));
    let no_note = Signal::derive(move || (tried.get() && decision.lacks_note()).then_some(t.need_note));
    view! {
        <div class="fields">
            <Field id="status-baru" label=t.new_status error=in_words(move || no_status.get())>
                <select
                    id="status-baru"
                    data-testid="evidence-new-status"
                    aria-invalid=live(move || no_status.get().map(|_| "true"))
                    aria-describedby=live(move || described_by("status-baru", false, no_status.get().is_some()))
                    on:change=on(move |event| status.set(Status::from_code(&event_target_value(&event))))
                >
                    <option value="" prop:selected=live(move || status.get().is_none())>{t.choose_status}</option>
                    {options}
                </select>
            </Field>
            <TextField id="pemeriksa" label=t.reviewer value=name help=t.reviewer_help error=no_name/>
        </div>
        <Field id="catatan-periksa" label=t.note help=Some(t.note_help.to_owned()) error=in_words(move || no_note.get())>
            <textarea
                id="catatan-periksa"
                rows="2"
                aria-invalid=live(move || no_note.get().map(|_| "true"))
                aria-describedby=live(move || described_by("catatan-periksa", true, no_note.get().is_some()))
                prop:value=live(move || note.get())
                on:input=on(move |event| note.set(event_target_value(&event)))
            ></textarea>
        </Field>
    }
}

/// What was decided of a document so far, and the next decision.
#[component]
pub fn Reviews(doc: Doc, sought: Sought) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().document;
    let reviews = memo(move || {
        doc.evidence.with(|evidence| evidence.as_ref().map(|e| e.reviews.clone())).unwrap_or_default()
    });
    let status =
        memo(move || doc.evidence.with(|evidence| evidence.as_ref().map(|e| e.status())).unwrap_or_default());
    let history = live(move || {
        let entry = |Review { status, note, stamp }: Review| {
            let note = (!note.is_empty()).then(|| view! { <p class="said" lang="id">{note}</p> });
            view! {
                <li>
                    <b>{evidence_status(app.language.get_untracked(), status)}</b>
                    " "
                    <span class="soft small">{format!("{} · {}", readable(&stamp.by), when(app, &stamp.at))}</span>
                    {note}
                </li>
            }
            .into_any()
        };
        let all = reviews.get();
        if all.is_empty() {
            return view! { <p class="soft">{t.no_history}</p> }.into_any();
        }
        let entries: Vec<_> = all.into_iter().map(entry).collect();
        view! { <h3>{t.history}</h3><ol class="reviews">{entries}</ol> }.into_any()
    });
    let decision = sought.decision;
    let refused = RwSignal::new(None::<String>);
    let record = on(move |event: ev::MouseEvent| {
        event.prevent_default();
        refused.set(None);
        let Some((new, note)) = decision.read() else { return };
        let name = evidence_status(app.language.get_untracked(), new);
        if new == status.get_untracked() {
            platform::focus("#status-baru");
            return refused.set(Some((t.same_status)(name)));
        }
        match decision.make(app, Change::Review { id: doc.id.get_value(), status: new, note }) {
            Ok(()) => {
                decision.clear();
                app.say_with((t.recorded)(name), Action::Undo);
                platform::focus("#pemeriksaan");
            }
            Err(reason) => refused.set(Some(reason)),
        }
    });
    view! {
        <section class="card stack" aria-labelledby="pemeriksaan">
            <h2 id="pemeriksaan" tabindex="-1">{t.review}</h2>
            <p>{t.present}": "{live(move || view! { <StatusChip status=status.get()/> }.into_any())}</p>
            {history}
            <form class="form">
                <DecisionFields decision=decision/>
                <Refusal why=refused/>
                <div class="actions"><button class="btn primary" type="submit" on:click=record>{t.record}</button></div>
            </form>
        </section>
    }
}
