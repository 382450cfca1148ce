use leptos::prelude::*;

use super::{Road, begun};
use crate::app::pages::workspace::Desk;
use crate::app::state::use_app;
use crate::front::live;
use crate::instrument::Section;
use crate::text::{stage, value};

/// The index, and each domain and aspect, stage by stage.
#[component]
pub fn BySection(desk: Desk, road: Road) -> impl IntoView {
    let app = use_app();
    let (texts, language) = (app.texts(), app.language.get_untracked());
    let t = &texts.stages;
    let heads = live(move || {
        let head = |at| view! { <th scope="col" class="num">{stage(language, at)}</th> }.into_any();
        begun(road).into_iter().map(head).collect::<Vec<_>>()
    });
    let index = live(move || {
        road.with(|road| {
            let begun = road.iter().filter(|of| of.begun);
            let cell = |of: &crate::score::StageScore| {
                let index = value(language, of.score.standing.index.rounded());
                view! { <td class="num" data-testid=format!("index-{}", of.stage.code())>{index}</td> }
                    .into_any()
            };
            begun.map(cell).collect::<Vec<_>>()
        })
    });
    let row = |section: &Section, depth: u8| {
        let id = section.id.clone();
        let cells = live(move || {
            road.with(|road| {
                let values = road.iter().filter(|of| of.begun).map(|of| {
                    let of = of.score.section(&id).map(|of| value(language, of.value.rounded()));
                    view! { <td class="num">{of}</td> }.into_any()
                });
                values.collect::<Vec<_>>()
            })
        });
        let class = if depth == 0 { "domain" } else { "aspect" };
        view! { <tr class=class><th scope="row" lang="id">{section.title.clone()}</th>{cells}</tr> }
            .into_any()
    };
    let mut rows = Vec::new();
    for section in &desk.instrument.sections {
        rows.push(row(section, 0));
        rows.extend(section.sections.iter().map(|aspect| row(aspect, 1)));
    }
    view! {
        <section class="card stack" aria-labelledby="per-bagian">
            <h2 id="per-bagian">{t.by_section}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="per-bagian">
                <table>
                    <thead><tr><th scope="col">{texts.summary.section}</th>{heads}</tr></thead>
                    <tbody>
                        {rows}
                        <tr class="whole"><th scope="row">{t.index}</th>{index}</tr>
                    </tbody>
                </table>
            </div>
        </section>
    }
}
