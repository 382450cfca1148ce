use std::sync::Arc;

use leptos::prelude::*;

use super::not_found::{NoInstrument, NotFound, Waiting};
use crate::app::parts::Pair;
use crate::app::show::{percent, title};
use crate::app::state::{Loaded, use_app};
use crate::front::live;
use crate::instrument::{INSTRUMENTS, Instrument, RemarkKind, Section};
use crate::text::{Language, date, value};

/// What an instrument says, where it comes from, and what in it is inferred.
#[component]
pub fn InstrumentPage(id: String) -> impl IntoView {
    let app = use_app();
    let known = INSTRUMENTS.iter().any(|listed| listed.id == id);
    live(move || {
        if !known {
            return view! { <NotFound draft=false/> }.into_any();
        }
        match app.instrument(&id) {
            Loaded::Loading => view! { <Waiting/> }.into_any(),
            Loaded::Failed => view! { <NoInstrument id=id.clone()/> }.into_any(),
            Loaded::Ready(instrument) => view! { <Content instrument=instrument/> }.into_any(),
        }
    })
}

#[component]
fn Content(instrument: Arc<Instrument>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.instrument, app.language.get_untracked());
    title(app, &instrument.short_title);
    let inferred = move || view! { <span class="chip warn">{t.inferred}</span>" " };
    let rules: Vec<_> = instrument
        .rules
        .iter()
        .map(|rule| view! { <li>{rule.inferred.then(inferred)}<span lang="id">{rule.text.clone()}</span></li> })
        .collect();
    let remarks: Vec<_> = instrument
        .remarks
        .iter()
        .map(|remark| {
            let mark = match remark.kind {
                RemarkKind::Inferred => view! { <span class="chip warn">{t.inferred}</span>" " }.into_any(),
                RemarkKind::Contradiction => {
                    view! { <span class="chip warn">{t.contradiction}</span>" " }.into_any()
                }
                RemarkKind::Text => ().into_any(),
            };
            view! { <li>{mark}<span lang="id">{remark.text.clone()}</span></li> }
        })
        .collect();
    let predicates: Vec<_> = instrument
        .predicates
        .iter()
        .map(|band| {
            view! { <tr><th scope="row" lang="id">{band.title.clone()}</th><td class="num">{value(language, band.from)}</td><td class="num">{value(language, band.to)}</td></tr> }
        })
        .collect();
    let models: Vec<_> = instrument
        .models
        .iter()
        .map(|model| {
            let levels: Vec<_> = model
                .levels
                .iter()
                .map(|level| {
                    let english = level.title_en.clone().filter(|_| language == Language::English);
                    view! { <li><b lang="id">{format!("{}. {}", level.level, level.title)}</b>{english.map(|e| format!(" ({e})"))}": "<span lang="id">{level.meaning.clone()}</span></li> }
                })
                .collect();
            let remark = model.remark.clone().map(|text| view! { <p class="soft small">{text}</p> });
            view! { <div lang="id"><h3>{model.title.clone()}</h3>{remark}<ul class="plain">{levels}</ul></div> }
        })
        .collect();
    let guides = (!instrument.guides.is_empty()).then(|| {
        let items: Vec<_> = instrument
            .guides
            .iter()
            .map(|guide| {
                let years: Vec<_> = guide.years.iter().map(u16::to_string).collect();
                view! { <li>{guide.title.clone()}" ("{years.join(", ")}"): "{guide.remark.clone()}</li> }
            })
            .collect();
        view! { <section class="card stack"><h2>{t.guides}</h2><ul class="plain" lang="id">{items}</ul></section> }
    });
    let process = instrument.process.clone().map(|process| {
        let stages: Vec<_> =
            process.stages.into_iter().map(|s| view! { <li>{s.title}": "{s.by}</li> }).collect();
        let roles: Vec<_> = process.roles.into_iter().map(|role| view! { <li>{role}</li> }).collect();
        let dates: Vec<_> = process
            .calendar
            .into_iter()
            .map(|entry| {
                let (from, to) = (date(language, &entry.from), date(language, &entry.to));
                let dates = if from == to { from } else { format!("{from} – {to}") };
                view! { <li>{entry.title}": "{dates}</li> }
            })
            .collect();
        view! {
            <section class="card stack">
                <h2>{t.process}</h2>
                <ol class="plain" lang="id">{stages}</ol>
                <h3>{t.roles}</h3>
                <ul class="plain" lang="id">{roles}</ul>
                <h3>{t.calendar}</h3>
                <ul class="plain" lang="id">{dates}</ul>
                <p class="soft small" lang="id">{process.calendar_remark}</p>
                <p><b>{t.application}": "</b><span lang="id">{process.application}</span></p>
            </section>
        }
    });
    let sources: Vec<_> = instrument
        .sources
        .iter()
        .map(|source| {
            // Addresses are shown as text: Takar sends nobody elsewhere.
            let address = source
                .address
                .clone()
                .map(|a| view! { <br/><span class="soft small address" lang="id">{a}</span> });
            view! { <li><span lang="id">{source.title.clone()}</span>{address}</li> }
        })
        .collect();
    let content: Vec<_> =
        instrument.sections.iter().map(|s| section(app, s, instrument.total_weight)).collect();
    let digest = instrument.digest.clone();
    let (name, regulation) = (instrument.title.clone(), instrument.regulation.clone());
    let (in_force, replaces) = (instrument.in_force_from.clone(), instrument.replaces.clone());
    let years = (t.years_value)(instrument.years.first, instrument.years.last);
    view! {
        <div class="page">
            <section class="stack">
                <p class="soft">{t.title}</p>
                <h1 tabindex="-1" lang="id">{name}</h1>
                <p class="note">{t.own_words}{(language == Language::English).then(|| format!(" {}", t.indonesian_only))}</p>
            </section>
            <section class="card stack">
                <dl class="pairs wide">
                    <Pair term=t.regulation><span lang="id">{regulation}</span></Pair>
                    <Pair term=t.years>{years}</Pair>
                    {in_force.map(|day| view! { <Pair term=t.in_force>{date(language, &day)}</Pair> })}
                    {replaces.map(|old| view! { <Pair term=t.replaces><span lang="id">{old}</span></Pair> })}
                    <Pair term=t.digest><code class="address">{digest}</code></Pair>
                </dl>
            </section>
            <section class="card stack"><h2>{t.rules}</h2><ul class="plain">{rules}</ul></section>
            <section class="card stack"><h2>{t.remarks}</h2><ul class="plain">{remarks}</ul></section>
            <section class="card stack">
                <h2>{t.predicates}</h2>
                <table class="narrow-table">
                    <thead><tr><th scope="col">{texts.sums.predicate}</th><th scope="col" class="num">{texts.sums.from}</th><th scope="col" class="num">{texts.sums.to}</th></tr></thead>
                    <tbody>{predicates}</tbody>
                </table>
                <h2>{t.levels}</h2>
                {models}
            </section>
            <section class="card stack"><h2>{t.content}</h2>{content}</section>
            {guides}
            {process}
            <section class="card stack"><h2>{t.sources}</h2><ol class="plain">{sources}</ol></section>
        </div>
    }
}

fn section(app: crate::app::state::App, section: &Section, total: u32) -> AnyView {
    let weight = |weight| format!("{}%", percent(app, weight, total));
    let below: Vec<_> = section.sections.iter().map(|child| self::section(app, child, total)).collect();
    let rows: Vec<_> = section
        .indicators
        .iter()
        .map(|i| view! { <li><span>{format!("{}. {}", i.number, i.title)}</span><span class="num">{weight(i.weight)}</span></li> })
        .collect();
    view! {
        <details lang="id">
            <summary>{section.title.clone()}" · "{weight(section.weight)}</summary>
            {below}
            <ul class="weights">{rows}</ul>
        </details>
    }
    .into_any()
}
