use leptos::ev;
use leptos::prelude::*;

use super::document::Doc;
use super::file_name::Habit;
use crate::app::parts::{Field, FilesButton, Pair, described_by, in_words};
use crate::app::register::{parted, units};
use crate::app::state::use_app;
use crate::assessment::{Date, Detail, Evidence, FileFact, Refused};
use crate::front::{follow, live, memo, on, shown_when};
use crate::instrument::DocumentKind;
use crate::platform;
use crate::text::{self, document_kind, readable};

/// What is written of a document. Each field is saved as it is typed.
#[component]
pub fn Fields(doc: Doc) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().document;
    let units = memo(move || {
        app.draft.with(|draft| draft.as_ref().map(|draft| units(&draft.assessment))).unwrap_or_default()
    });
    let suggestions = live(move || {
        units
            .get()
            .into_iter()
            .map(|unit| view! { <option value=unit></option> }.into_any())
            .collect::<Vec<_>>()
    });
    view! {
        <section class="card form" aria-labelledby="isian">
            <h2 id="isian">{t.heading}</h2>
            <Text doc=doc id="judul" label=t.title read=|e| e.title.clone() write=Detail::Title testid="evidence-title"/>
            <div class="fields">
                <Kind doc=doc/>
                <Text doc=doc id="nomor" label=t.number read=|e| e.number.clone() write=Detail::Number/>
            </div>
            <div class="fields">
                <Day doc=doc id="tanggal" label=t.date read=|e| e.date write=Detail::Date odd=is_ahead odd_text=t.date_ahead/>
                <Day doc=doc id="berlaku" label=t.valid_until read=|e| e.valid_until write=Detail::ValidUntil odd=ends_before odd_text=t.valid_before_date/>
            </div>
            <div class="fields">
                <Text doc=doc id="unit" label=t.unit read=|e| e.unit.clone() write=Detail::Unit list="unit-unit"/>
                <Text doc=doc id="halaman" label=t.pages read=|e| e.pages.clone() write=Detail::Pages/>
            </div>
            <datalist id="unit-unit">{suggestions}</datalist>
            <Text doc=doc id="lokasi" label=t.location help=t.location_help read=|e| e.location.clone() write=Detail::Location/>
            <Address doc=doc/>
            <Text doc=doc id="keterangan" label=t.remark read=|e| e.remark.clone() write=Detail::Remark long=true/>
        </section>
    }
}

/// The way to the document, where its location is an address of the web and nothing else.
#[component]
fn Address(doc: Doc) -> impl IntoView {
    let t = &use_app().texts().document;
    let address = memo(move || {
        doc.evidence.with(|evidence| evidence.as_ref().and_then(|e| e.address().map(str::to_owned)))
    });
    live(move || {
        let address = address.get()?;
        let label = (t.open_address)(&readable(&address));
        Some(
            view! {
                <p class="small address">
                    <a href=address target="_blank" rel="noopener noreferrer">{label}</a>
                </p>
            }
            .into_any(),
        )
    })
}

/// A field of text.
#[component]
fn Text(
    doc: Doc,
    id: &'static str,
    label: &'static str,
    read: fn(&Evidence) -> String,
    write: fn(String) -> Detail,
    #[prop(optional)] help: Option<&'static str>,
    #[prop(optional)] list: Option<&'static str>,
    #[prop(optional)] testid: Option<&'static str>,
    #[prop(optional)] long: bool,
) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let text = memo(move || doc.read(read));
    let refused = RwSignal::new(None::<String>);
    // What was refused is gone once another text stands here, by undo for instance.
    follow(move || {
        text.track();
        refused.set(None);
    });
    let input = on(move |event: ev::Event| {
        let result = doc.write(write(event_target_value(&event)));
        refused.set(result.err().map(|reason| match reason {
            Refused::NoName => texts.document.bad_title.to_owned(),
            reason => (texts.refused)(&reason),
        }));
    });
    // Leaving the field ends the step that one undo takes back.
    let leave = on(move |_| {
        app.draft.update_untracked(|draft| {
            if let Some(draft) = draft {
                draft.history.pause();
            }
        });
    });
    let invalid = live(move || refused.with(|refused| refused.is_some().then_some("true")));
    let described = live(move || described_by(id, help.is_some(), refused.with(Option::is_some)));
    let locked = live(move || doc.locked.get());
    let value = live(move || text.get());
    let field = if long {
        view! {
            <textarea id=id rows="3" readonly=locked aria-invalid=invalid aria-describedby=described prop:value=value on:input=input on:blur=leave></textarea>
        }
        .into_any()
    } else {
        view! {
            <input id=id type="text" autocomplete="off" list=list data-testid=testid readonly=locked aria-invalid=invalid aria-describedby=described prop:value=value on:input=input on:blur=leave/>
        }
        .into_any()
    };
    view! {
        <Field id=id label=label help=help.map(String::from) error=refused at_once=true>
            {field}
        </Field>
    }
}

#[component]
fn Kind(doc: Doc) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().document, app.language.get_untracked());
    let kind = memo(move || doc.evidence.with(|evidence| evidence.as_ref().and_then(|e| e.kind)));
    let options: Vec<_> = DocumentKind::ALL
        .into_iter()
        .map(|each| {
            let selected = live(move || kind.get() == Some(each));
            view! { <option value=each.code() prop:selected=selected>{document_kind(language, each)}</option> }
        })
        .collect();
    let choose = on(move |event| {
        let kind = DocumentKind::from_code(&event_target_value(&event));
        if let Err(reason) = doc.write(Detail::Kind(kind)) {
            app.say((app.texts().refused)(&reason));
        }
    });
    view! {
        <Field id="jenis" label=t.kind>
            <select id="jenis" disabled=live(move || doc.locked.get()) on:change=choose>
                <option value="" prop:selected=live(move || kind.get().is_none())>{t.no_kind}</option>
                {options}
            </select>
        </Field>
    }
}

fn is_ahead(evidence: &Evidence) -> bool {
    evidence.date > Some(platform::today())
}

fn ends_before(evidence: &Evidence) -> bool {
    evidence.valid_until.is_some() && evidence.valid_until < evidence.date
}

/// A field of a day. A day that is half typed changes nothing, and says so when it is left.
#[component]
fn Day(
    doc: Doc,
    id: &'static str,
    label: &'static str,
    read: fn(&Evidence) -> Option<Date>,
    write: fn(Option<Date>) -> Detail,
    /// Whether the day is likely a mistake, and what is said then. It is kept all the same.
    odd: fn(&Evidence) -> bool,
    odd_text: &'static str,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().document;
    let date = memo(move || doc.evidence.with(|evidence| evidence.as_ref().and_then(read)));
    let odd = memo(move || doc.evidence.with(|evidence| evidence.as_ref().is_some_and(odd)));
    let refused = RwSignal::new(None::<String>);
    follow(move || {
        date.track();
        refused.set(None);
    });
    let typed = |event: &ev::Event| match event_target_value(event) {
        text if text.is_empty() && !platform::is_half_typed(event) => Some(None),
        text => Date::parse(&text).map(Some),
    };
    let input = on(move |event: ev::Event| {
        if let Some(day) = typed(&event).filter(|day| *day != date.get_untracked()) {
            let result = doc.write(write(day));
            refused.set(result.err().map(|reason| (app.texts().refused)(&reason)));
        }
    });
    let leave = on(move |event: ev::FocusEvent| {
        refused.set(typed(&event).is_none().then(|| t.bad_date.to_owned()));
    });
    view! {
        <Field id=id label=label remark=in_words(move || odd.get().then_some(odd_text)) error=refused at_once=true>
            <input
                id=id
                type="date"
                min="1900-01-01"
                max="2999-12-31"
                readonly=live(move || doc.locked.get())
                aria-invalid=live(move || refused.with(|refused| refused.is_some().then_some("true")))
                aria-describedby=live(move || described_by(id, odd.get(), refused.with(Option::is_some)))
                prop:value=live(move || date.get().map(|date| date.to_string()).unwrap_or_default())
                on:input=input
                on:blur=leave
            />
        </Field>
    }
}

/// What is known of the document's file.
#[component]
pub fn File(doc: Doc) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().document;
    let file = memo(move || doc.evidence.with(|evidence| evidence.as_ref().and_then(|e| e.file.clone())));
    let facts = live(move || {
        let FileFact { name, size, media_type, sha256, .. } = file.get()?;
        let media_type = Some(media_type).filter(|text| !text.is_empty()).unwrap_or_else(|| t.unknown.into());
        let language = app.language.get_untracked();
        let (short, exact) = (text::bytes(language, size), (t.bytes)(&parted(language, size)));
        let size = if size < 1_000 { exact } else { format!("{short} ({exact})") };
        let sha256 = sha256.unwrap_or_else(|| t.unknown.into());
        Some(
            view! {
                <dl class="pairs wide address">
                    <Pair term=t.file_name>{readable(&name)}</Pair>
                    <Pair term=t.size>{size}</Pair>
                    <Pair term=t.media_type>{readable(&media_type)}</Pair>
                    <Pair term=t.digest><code>{sha256}</code></Pair>
                </dl>
            }
            .into_any(),
        )
    });
    let none = memo(move || file.with(Option::is_none));
    // The button is built anew with its other name, and must not take the focus with it.
    let chose = StoredValue::new(false);
    follow(move || {
        none.track();
        if chose.get_value() {
            chose.set_value(false);
            platform::next_frame(|| platform::focus("#berkas-dokumen"));
        }
    });
    let choose = move |files| {
        chose.set_value(none.get_untracked());
        app.set_file(doc.id.get_value(), files);
    };
    view! {
        <section class="card stack" aria-labelledby="berkas-dokumen">
            <h2 id="berkas-dokumen" tabindex="-1">{t.file}</h2>
            {facts}
            {shown_when(move || none.get(), || view! { <p class="soft">{t.no_file}</p> }.into_any())}
            <Habit doc=doc/>
            {live(move || (!doc.locked.get()).then(|| {
                let label = if none.get() { t.choose_file } else { t.change_file };
                view! { <p><FilesButton label=label one=true testid="document-file" chosen=choose/></p> }.into_any()
            }))}
        </section>
    }
}
