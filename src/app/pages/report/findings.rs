use leptos::prelude::*;

use super::Making;
use crate::app::pages::workspace::Desk;
use crate::app::parts::Field;
use crate::app::state::{App, use_app};
use crate::assessment::{ALL_SECTIONS, Change, Finding};
use crate::front::{live, memo, on};
use crate::instrument::{Instrument, Section};
use crate::platform;
use crate::report::proposal;

/// A text of a finding.
#[derive(Clone, Copy)]
struct Of {
    id: &'static str,
    name: &'static str,
    get: fn(&mut Finding) -> &mut String,
}

fn finding(app: App, section: &str) -> Finding {
    app.draft.with(|draft| draft.as_ref()?.assessment.records.get(section)).unwrap_or_default()
}

/// What is said of each section in words.
#[component]
pub fn Findings(desk: Desk, making: Making) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().report;
    let section = RwSignal::new(ALL_SECTIONS.to_owned());
    let own = memo(move || finding(app, &section.get()));
    let (score, support) = (desk.score, desk.support);
    let proposed = memo(move || {
        let language = making.wish.with(|wish| wish.language);
        let made = app.draft.with(|draft| {
            let draft = draft.as_ref()?;
            let (score, support) = (score.get(), support.get());
            proposal(language, &draft.instrument, &draft.assessment, &score, &support, &section.get())
        });
        made.unwrap_or_default()
    });
    let written = memo(move || {
        app.draft.with(|draft| {
            let all = draft.iter().flat_map(|draft| draft.assessment.records.all::<Finding>());
            all.map(|(key, _)| key.to_owned()).collect::<Vec<_>>()
        })
    });
    let options: Vec<_> = std::iter::once((ALL_SECTIONS.to_owned(), t.all_sections.to_owned()))
        .chain(titles(&desk.instrument))
        .map(|(key, title)| {
            let (of, chosen) = (key.clone(), key.clone());
            let lang = (key != ALL_SECTIONS).then_some("id");
            let name = live(move || {
                if written.with(|keys| keys.contains(&of)) { (t.has_text)(&title) } else { title.clone() }
            });
            view! { <option value=key lang=lang prop:selected=live(move || section.with(|now| *now == chosen))>{name}</option> }
        })
        .collect();
    let names = t.paper.finding_parts;
    let parts = [
        Of { id: "pemenuhan", name: names[0], get: |of| &mut of.fulfilment },
        Of { id: "kekuatan", name: names[1], get: |of| &mut of.strengths },
        Of { id: "kelemahan", name: names[2], get: |of| &mut of.weaknesses },
        Of { id: "rekomendasi", name: names[3], get: |of| &mut of.recommendations },
    ];
    let fields: Vec<_> = parts.into_iter().map(|of| text(app, of, section, own, proposed, making)).collect();
    view! {
        <details class="card">
            <summary>{t.findings}</summary>
            <div class="stack">
                <p class="soft small">{t.findings_help}</p>
                <Field id="bagian-temuan" label=t.section>
                    <select id="bagian-temuan" on:change=on(move |event| section.set(event_target_value(&event)))>{options}</select>
                </Field>
                {fields}
            </div>
        </details>
    }
}

fn text(
    app: App,
    of: Of,
    section: RwSignal<String>,
    own: Memo<Finding>,
    proposed: Memo<Finding>,
    making: Making,
) -> AnyView {
    let t = &app.texts().report;
    let Of { id, name, get } = of;
    let words = memo(move || get(&mut own.get()).clone());
    let idea = memo(move || get(&mut proposed.get()).clone());
    let keep = move |words: String| {
        let key = section.get_untracked();
        let mut new = untrack(|| finding(app, &key));
        *get(&mut new) = words;
        let kept = (new != Finding::default()).then_some(&new);
        app.change_or_say(Change::record(key, kept));
    };
    let offer = live(move || {
        let idea = idea.get();
        if !words.with(|words| words.trim().is_empty()) {
            return None;
        }
        if idea.is_empty() {
            return Some(view! { <p class="soft small">{t.no_proposal}</p> }.into_any());
        }
        let of = idea.clone();
        let take = on(move |_| {
            keep(of.clone());
            app.say(t.taken_over);
            platform::focus(&format!("#{id}"));
        });
        Some(
            view! {
                <div class="note proposal">
                    <p><span class="chip">{t.proposed}</span></p>
                    <p class="idea" lang=making.wish.with(|wish| wish.language.code())>{idea}</p>
                    <p><button class="btn small-btn" data-testid=format!("take-{id}") aria-label=(t.take_over_label)(name) on:click=take>{t.take_over}</button></p>
                </div>
            }
            .into_any(),
        )
    });
    view! {
        <Field id=id label=name>
            <textarea
                id=id
                rows="3"
                prop:value=live(move || words.get())
                on:change=on(move |event| keep(event_target_value(&event)))
            ></textarea>
            {offer}
        </Field>
    }
    .into_any()
}

/// Every section with its title, those within another one after it.
fn titles(instrument: &Instrument) -> Vec<(String, String)> {
    fn walk(sections: &[Section], all: &mut Vec<(String, String)>) {
        for section in sections {
            all.push((section.id.clone(), section.title.clone()));
            walk(&section.sections, all);
        }
    }
    let mut all = Vec::new();
    walk(&instrument.sections, &mut all);
    all
}
