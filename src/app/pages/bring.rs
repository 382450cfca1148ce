use std::sync::Arc;

use leptos::prelude::*;

use crate::app::parts::{Field, draft_options};
use crate::app::state::{RegisterPreview, Wish, Wishes, use_app};
use crate::assessment::{Assessment, Detail};
use crate::exchange::{Brought, Fate, Warning, compare};
use crate::front::{live, memo, on};
use crate::text::{Language, bytes, date, document_kind, evidence_status, readable, value};

/// A register of evidence beside the draft it is for, before anything changes.
#[component]
pub fn BringRegister(preview: Arc<RegisterPreview>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.bring;
    let receivers = app.receivers(&preview);
    let register = &preview.incoming.register;
    let about =
        (t.about)(&register.agency.name, register.year, register.evidence.len(), register.links.len());
    let warnings: Vec<_> = preview
        .warnings
        .iter()
        .map(|warning| {
            let text = match warning {
                Warning::OtherEdition => texts.open.other_edition,
                Warning::NoDigest => texts.open.no_digest,
            };
            view! { <p class="note warn">{text}</p> }.into_any()
        })
        .collect();
    let chosen = RwSignal::from(preview.receiver.clone());
    if chosen.with_untracked(Option::is_none) {
        chosen.set(receivers.first().map(|draft| draft.id.clone()));
    }
    let options = draft_options(&receivers, chosen);
    let wishes = RwSignal::from(preview.wishes.clone());
    let none = receivers.is_empty();
    let of = preview.clone();
    let compared = live(move || {
        let id = chosen.get()?;
        let draft = receivers.iter().find(|draft| draft.id == id)?.clone();
        Some(view! { <Compared preview=of.clone() draft=draft/> }.into_any())
    });
    view! {
        <section class="card stack" data-testid="preview">
            <h2>{t.title}</h2>
            <p class="soft"><span>{texts.open.file}": "</span><b>{readable(&preview.name)}</b></p>
            <p>{about}</p>
            {warnings}
            {none.then(|| view! { <p class="note warn">{(t.no_draft)(&preview.instrument.short_title)}</p> }.into_any())}
            {(!none).then(|| view! {
                <Field id="penerima" label=t.receiver>
                    <select id="penerima" on:change=on(move |event| {
                        // Other conflicts, other choices.
                        wishes.set(Wishes::default());
                        chosen.set(Some(event_target_value(&event)));
                    })>{options}</select>
                </Field>
            }.into_any())}
            {compared}
        </section>
    }
}

#[component]
fn Compared(preview: Arc<RegisterPreview>, draft: Arc<Assessment>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.bring, app.language.get_untracked());
    let bringing = match compare(&draft, &preview.incoming) {
        Ok(bringing) => bringing,
        Err(problem) => {
            let what = (texts.problem)(&problem).what;
            return view! { <p class="note bad" role="alert">{what}</p> }.into_any();
        }
    };
    let others: Vec<_> = [
        bringing.other_agency.map(|agency| (t.other_agency)(agency, &draft.agency.name)),
        bringing.other_year.map(|year| (t.other_year)(year, draft.year)),
    ]
    .into_iter()
    .flatten()
    .map(|text| view! { <p class="note warn">{text}</p> }.into_any())
    .collect();
    let count = |fate| bringing.count(fate);
    let counts =
        (t.counts)([count(Fate::New), count(Fate::Changed), count(Fate::Same), count(Fate::Conflict)]);
    let wishes = RwSignal::from(preview.wishes.clone());
    let rows: Vec<_> = bringing
        .documents
        .iter()
        .filter(|one| one.fate != Fate::Same)
        .map(|one| row(language, one, wishes))
        .collect();
    let conflicts = count(Fate::Conflict) > 0;
    let nothing = rows.is_empty();
    let (of, base) = (preview.clone(), draft.clone());
    let effect = memo(move || {
        let wishes = wishes.get();
        let bringing = compare(&base, &of.incoming).ok()?;
        let (now, after) = app.with_register(&of, &base, &bringing, &wishes);
        let show = |index| value(language, index);
        let before = show(now.supported.index.rounded());
        Some(match after {
            Some(after) => (t.effect)(&before, &show(after.supported.index.rounded())),
            None => t.needs_name.to_owned(),
        })
    });
    let id = draft.id.clone();
    let take = on(move |_| app.bring_in(&preview, &id, &wishes.get_untracked()));
    let wish_all = on(move |event| {
        if let Some(all) = Wish::from_code(&event_target_value(&event)) {
            wishes.set(Wishes { all, ..Wishes::default() });
        }
    });
    view! {
        {others}
        <p data-testid="bring-counts">{counts}</p>
        {conflicts.then(|| view! {
            <Field id="semua-bentrok" label=t.all_conflicts>
                <select id="semua-bentrok" on:change=wish_all>{wish_options(wishes, None)}</select>
            </Field>
        }.into_any())}
        <div class="scroll" tabindex="0" role="region" aria-label=t.title hidden=nothing>
            <table>
                <thead><tr>
                    <th scope="col">{t.document}</th>
                    <th scope="col">{t.fate}</th>
                    <th scope="col">{t.difference}</th>
                    <th scope="col">{t.choice}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p>{live(move || effect.get())}</p>
        <div class="actions">
            <button class="btn primary" disabled=nothing data-testid="bring" on:click=take>{t.take}</button>
            <a class="btn quiet" href="#/">{texts.open.cancel}</a>
        </div>
    }
    .into_any()
}

fn row(language: Language, one: &Brought, wishes: RwSignal<Wishes>) -> AnyView {
    let t = &language.texts().bring;
    let (fate, tone) = match one.fate {
        Fate::New => (t.new, "chip good"),
        Fate::Changed => (t.changed, "chip accent"),
        Fate::Same => (t.same, "chip"),
        Fate::Conflict => (t.conflict, "chip warn"),
    };
    let mut differences: Vec<AnyView> = Vec::new();
    if let Some((ours, theirs)) = one.status {
        let (ours, theirs) = (evidence_status(language, ours), evidence_status(language, theirs));
        differences.push(
            view! { <li><b>{language.texts().register.status}</b>": "{ours}" → "{theirs}</li> }.into_any(),
        );
    }
    let changed = one.differing.iter().map(|(ours, theirs)| {
        let name = field(language, ours);
        let (ours, theirs) = (shown(language, ours), shown(language, theirs));
        view! { <li><b>{name}</b>": "<span lang="id">{ours}</span>" → "<span lang="id">{theirs}</span></li> }
            .into_any()
    });
    differences.extend(changed);
    for filled in &one.filled {
        let (name, text) = (field(language, filled), shown(language, filled));
        differences.push(view! { <li><b>{name}</b>": – → "<span lang="id">{text}</span></li> }.into_any());
    }
    let places = one.pages.iter().map(|(key, ours, theirs)| (key, *ours, *theirs));
    for (key, ours, theirs) in places.chain(one.filled_pages.iter().map(|(key, theirs)| (key, "–", *theirs)))
    {
        let place = (language.texts().document.place)(key.indicator, key.level);
        differences.push(view! { <li><b>{place}</b>": "<span lang="id">{ours.to_owned()}</span>" → "<span lang="id">{theirs.to_owned()}</span></li> }.into_any());
    }
    if one.fate != Fate::New && one.new_reviews > 0 {
        differences.push(view! { <li>{(t.new_reviews)(one.new_reviews)}</li> }.into_any());
    }
    if one.fate != Fate::New && !one.new_links.is_empty() {
        differences.push(view! { <li>{(t.new_links)(one.new_links.len())}</li> }.into_any());
    }
    let choice = (one.fate == Fate::Conflict).then(|| {
        let id = one.id.clone();
        let (of, label) = (id.clone(), (t.choice_for)(&one.theirs.title));
        let choose = on(move |event| {
            if let Some(wish) = Wish::from_code(&event_target_value(&event)) {
                wishes.update(|wishes| {
                    wishes.single.insert(id.clone(), wish);
                });
            }
        });
        view! { <select aria-label=label on:change=choose>{wish_options(wishes, Some(of))}</select> }
            .into_any()
    });
    view! {
        <tr data-testid="brought">
            <th scope="row" lang="id">{readable(&one.theirs.title)}</th>
            <td><span class=tone>{fate}</span></td>
            <td><ul class="small">{differences}</ul></td>
            <td>{choice}</td>
        </tr>
    }
    .into_any()
}

fn wish_options(wishes: RwSignal<Wishes>, id: Option<String>) -> Vec<AnyView> {
    let t = &use_app().texts().bring;
    let option = |wish: Wish, text: &'static str| {
        let id = id.clone();
        let selected =
            live(move || wishes.with(|wishes| id.as_ref().map_or(wishes.all, |id| wishes.of(id)) == wish));
        view! { <option value=wish.code() prop:selected=selected>{text}</option> }.into_any()
    };
    Wish::ALL.into_iter().zip(t.wishes).map(|(wish, text)| option(wish, text)).collect()
}

/// What a field of a document is called.
fn field(language: Language, detail: &Detail) -> &'static str {
    let t = &language.texts().document;
    match detail {
        Detail::Title(_) => t.title,
        Detail::Kind(_) => t.kind,
        Detail::Number(_) => t.number,
        Detail::Date(_) => t.date,
        Detail::ValidUntil(_) => t.valid_until,
        Detail::Unit(_) => t.unit,
        Detail::Location(_) => t.location,
        Detail::Pages(_) => t.pages,
        Detail::Remark(_) => t.remark,
        Detail::File(_) => t.file,
    }
}

/// The content of a field, short.
fn shown(language: Language, detail: &Detail) -> String {
    let day = |day: &Option<crate::assessment::Date>| {
        day.map(|day| date(language, &day.to_string())).unwrap_or_default()
    };
    let text = match detail {
        Detail::Title(text)
        | Detail::Number(text)
        | Detail::Unit(text)
        | Detail::Location(text)
        | Detail::Pages(text)
        | Detail::Remark(text) => text.clone(),
        Detail::Kind(kind) => kind.map(|kind| document_kind(language, kind).to_owned()).unwrap_or_default(),
        Detail::Date(of) | Detail::ValidUntil(of) => day(of),
        // Two files of one name differ in their content.
        Detail::File(file) => file.as_ref().map_or_else(String::new, |file| {
            let digest: String = file.sha256.iter().flat_map(|digest| digest.chars().take(8)).collect();
            format!("{} ({}, {digest}…)", file.name, bytes(language, file.size))
        }),
    };
    let text = readable(&text);
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    if short.is_empty() { "–".to_owned() } else { short }
}
