use leptos::prelude::*;

use crate::app::parts::Field;
use crate::app::state::{App, use_app};
use crate::assessment::{Change, Cover, Date, Signatory};
use crate::front::{live, memo, on, shown_when};
use crate::platform;

/// The cover as it is.
fn cover(app: App) -> Cover {
    app.draft.with(|draft| draft.as_ref()?.assessment.records.get(Cover::KEY)).unwrap_or_default()
}

fn edit(app: App, edit: impl FnOnce(&mut Cover)) {
    let mut new = untrack(|| cover(app));
    edit(&mut new);
    let kept = (new != Cover::default()).then_some(&new);
    app.change_or_say(Change::record(Cover::KEY, kept));
}

/// A field whose content is kept when it is left.
fn field(
    id: String,
    label: &'static str,
    kind: &'static str,
    value: impl Fn() -> String + Send + Sync + 'static,
    keep: impl Fn(String) + 'static,
) -> AnyView {
    let value = memo(value);
    view! {
        <Field id=id.clone() label=label>
            <input
                id=id
                type=kind
                autocomplete="off"
                prop:value=live(move || value.get())
                on:change=on(move |event| {
                    // A date without its year is no date yet, not the wish to have none.
                    if !platform::is_half_typed(&event) {
                        keep(event_target_value(&event).trim().to_owned());
                    }
                })
            />
        </Field>
    }
    .into_any()
}

/// Letterhead, and who signs.
#[component]
pub fn CoverForm() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().report;
    let of = memo(move || cover(app));
    let count = memo(move || of.with(|cover| cover.signatories.len()));
    let list = live(move || {
        let all = (0..count.get()).map(|at| signatory(app, of, at));
        all.collect::<Vec<_>>()
    });
    let add_button = move || {
        view! { <p><button class="btn small-btn" data-testid="add-signatory" on:click=add(app, count)>{t.add_signatory}</button></p> }
            .into_any()
    };
    view! {
        <details class="card">
            <summary>{t.cover}</summary>
            <div class="stack">
                <p class="soft small">{t.cover_help}</p>
                <Field id="kop" label=t.letterhead help=Some(String::from(t.letterhead_help))>
                    <textarea
                        id="kop"
                        rows="3"
                        aria-describedby="kop-help"
                        prop:value=live(move || of.with(|cover| cover.letterhead.clone()))
                        on:change=on(move |event| edit(app, |cover| cover.letterhead = event_target_value(&event)))
                    ></textarea>
                </Field>
                <div class="fields">
                    {field("tempat".into(), t.place, "text", move || of.with(|cover| cover.place.clone()),
                        move |place| edit(app, |cover| cover.place = place))}
                    {field("tanggal-tanda-tangan".into(), t.date, "date",
                        move || of.with(|cover| cover.date.map(|date| date.to_string()).unwrap_or_default()),
                        move |date| edit(app, |cover| cover.date = Date::parse(&date)))}
                </div>
                <h3>{t.signatories}</h3>
                <p class="soft small">{(t.signatories_help)(Cover::SIGNATORIES)}</p>
                {list}
                {shown_when(move || count.get() < Cover::SIGNATORIES, add_button)}
            </div>
        </details>
    }
}

/// One more row, with the focus in it.
fn add(app: App, count: Memo<usize>) -> Box<dyn FnMut(leptos::ev::MouseEvent)> {
    on(move |_| {
        let at = count.get_untracked();
        edit(app, |cover| cover.signatories.push(Signatory::default()));
        platform::next_frame(move || platform::focus(&format!("#jabatan-{at}")));
    })
}

fn signatory(app: App, of: Memo<Cover>, at: usize) -> AnyView {
    let t = &app.texts().report;
    let text = move |get: fn(&Signatory) -> &String| {
        move || of.with(|cover| cover.signatories.get(at).map(|one| get(one).clone()).unwrap_or_default())
    };
    let keep = move |get: fn(&mut Signatory) -> &mut String| {
        move |words: String| {
            edit(app, |cover| {
                if let Some(one) = cover.signatories.get_mut(at) {
                    *get(one) = words;
                }
            });
        }
    };
    let remove = on(move |_| {
        edit(app, |cover| {
            if at < cover.signatories.len() {
                cover.signatories.remove(at);
            }
        });
        platform::next_frame(|| platform::focus("[data-testid=add-signatory]"));
    });
    view! {
        <fieldset class="signatory stack">
            <legend>{(t.signatory)(at + 1)}</legend>
            {field(format!("jabatan-{at}"), t.role, "text", text(|one| &one.role), keep(|one| &mut one.role))}
            {field(format!("nama-{at}"), t.name, "text", text(|one| &one.name), keep(|one| &mut one.name))}
            {field(format!("nip-{at}"), t.nip, "text", text(|one| &one.number), keep(|one| &mut one.number))}
            <p><button class="btn quiet small-btn" aria-label=(t.remove_label)(at + 1) on:click=remove>{t.remove_signatory}</button></p>
        </fieldset>
    }
    .into_any()
}
