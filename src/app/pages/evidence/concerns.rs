use leptos::prelude::*;

use super::document::Doc;
use super::{day, reference};
use crate::app::pages::workspace::Desk;
use crate::app::parts::asked_kinds;
use crate::app::state::{App, use_app};
use crate::assessment::{Assessment, LinkKey};
use crate::front::{live, memo};
use crate::instrument::{Instrument, Rule};
use crate::score::{Concern, concerns};
use crate::text::readable;

/// A concern as a person reads it.
#[derive(Clone, PartialEq)]
struct Said {
    text: String,
    /// Whether an assessor would send the document back for it.
    grave: bool,
    /// The rule behind it, whether it is inferred, and the titles of its sources.
    rule: Option<(String, bool, String)>,
}

/// What an assessor would ask about a document, with the rules behind it.
#[component]
pub fn Concerns(desk: Desk, doc: Doc) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.document;
    let instrument = desk.instrument;
    let said = memo(move || {
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let reference = reference(draft.assessment.year);
            let all = concerns(&instrument, &draft.assessment, reference);
            let mine = doc.id.with_value(|id| all.get(id).cloned()).unwrap_or_default();
            let mut said: Vec<Said> = Vec::new();
            for concern in &mine {
                let one = say(app, &instrument, &draft.assessment, concern);
                // Two items of one place may raise the same.
                if !said.contains(&one) {
                    said.push(one);
                }
            }
            said
        })
    });
    let list = live(move || {
        let all = said.get();
        if all.is_empty() {
            return view! { <p class="soft">{t.no_concerns}</p> }.into_any();
        }
        let one = |Said { text, grave, rule }: Said| {
            let rule = rule.map(|(rule, inferred, sources)| {
                let inferred = inferred.then_some(texts.instrument.inferred);
                view! {
                    <details>
                        <summary>{t.rule}</summary>
                        <p>{inferred.map(|word| view! { <span class="chip warn">{word}</span>" " })}<span lang="id">{rule}</span></p>
                        <p class="soft">{texts.instrument.sources}": "<span lang="id">{sources}</span></p>
                    </details>
                }
            });
            let class = if grave { "note warn" } else { "note" };
            view! { <li class=class><p>{text}</p>{rule}</li> }.into_any()
        };
        view! { <ul class="stack tight">{all.into_iter().map(one).collect::<Vec<_>>()}</ul> }.into_any()
    });
    view! {
        <section class="card stack" aria-labelledby="perhatian">
            <h2 id="perhatian">{t.concerns}</h2>
            {list}
        </section>
    }
}

fn say(app: App, instrument: &Instrument, assessment: &Assessment, concern: &Concern) -> Said {
    let t = &app.texts().document;
    let language = app.language.get_untracked();
    let place = |key: &LinkKey| (t.place)(key.indicator, key.level);
    let asked = |key: &LinkKey| {
        let indicator = instrument.indicator(key.indicator);
        indicator.map(|indicator| asked_kinds(language, indicator, key)).unwrap_or_default()
    };
    let behind = |rule: &Rule| {
        let title = |id: &String| {
            let source = instrument.sources.iter().find(|source| source.id == *id);
            source.map(|source| source.title.as_str())
        };
        let sources: Vec<_> = rule.sources.iter().filter_map(title).collect();
        Some((rule.text.clone(), rule.inferred, sources.join("; ")))
    };
    let (text, grave, rule) = match concern {
        Concern::TooOld { key, date, years, rule } => {
            ((t.too_old)(&place(key), &day(app, Some(*date)), *years), true, behind(rule))
        }
        Concern::NoDate { key, rule } => ((t.no_date)(&place(key)), true, behind(rule)),
        Concern::Expired { until } => ((t.expired)(&day(app, Some(*until))), true, None),
        Concern::WrongKind { key } => ((t.wrong_kind)(&place(key), &asked(key)), true, None),
        Concern::NoKind { key } => ((t.kind_open)(&place(key), &asked(key)), true, None),
        Concern::NoItem { key } => ((t.item_open)(&place(key)), false, None),
        Concern::NoLink => (t.nowhere.to_owned(), true, None),
        Concern::NoHash => (t.no_digest.to_owned(), false, None),
        Concern::SameContent { others } => {
            let title =
                |id: &&str| assessment.evidence.get(*id).map(|other| format!("“{}”", readable(&other.title)));
            let titles: Vec<_> = others.iter().filter_map(title).collect();
            ((t.same_content)(&titles.join(", ")), true, None)
        }
    };
    Said { text, grave, rule }
}
