use leptos::prelude::*;

use crate::app::pages::workspace::Desk;
use crate::app::show::percent;
use crate::app::state::use_app;
use crate::front::{live, memo};
use crate::instrument::Section;
use crate::score::{Exact, SectionScore};
use crate::text::{Language, exact, value};

/// Domains and aspects as bars, with the numbers beside them.
#[component]
pub fn Sections(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().summary;
    let rows: Vec<_> = desk
        .instrument
        .sections
        .iter()
        .flat_map(|section| {
            std::iter::once((section, 0)).chain(section.sections.iter().map(|aspect| (aspect, 1)))
        })
        .map(|(section, depth)| section_row(&desk, section, depth))
        .collect();
    view! {
        <section class="card stack" aria-labelledby="bagian">
            <h2 id="bagian">{t.sections}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="bagian">
                <table class="sections">
                    <thead><tr>
                        <th scope="col">{t.section}</th>
                        <th scope="col" class="num">{t.weight}</th>
                        <th scope="col" class="track-cell"><span class="visually-hidden">{t.value}</span></th>
                        <th scope="col" class="num">{t.value}</th>
                        <th scope="col" class="num">{t.adds}</th>
                        <th scope="col" class="num">{t.answered}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn section_row(desk: &Desk, section: &Section, depth: u8) -> impl IntoView + use<> {
    let app = use_app();
    let language = app.language.get_untracked();
    let (score, target) = (desk.score, desk.target);
    let (min, max) = (desk.instrument.scale.min, desk.instrument.scale.max);
    let place = move |exact: Exact| format!("{:.2}%", exact.position(min, max) * 100.0);
    let id = section.id.clone();
    let of = memo(move || score.with(|score| score.section(&id).cloned()));
    let show = move |show: fn(&SectionScore) -> Exact, places: u8| {
        live(move || of.with(|s| s.as_ref().map(|s| exact_or_rounded(language, show(s), places))))
    };
    let share = live(move || of.with(|s| s.as_ref().map_or_else(|| "0%".to_owned(), |s| place(s.value))));
    view! {
        <tr class=if depth == 0 { "domain" } else { "aspect" }>
            <th scope="row" lang="id">{section.title.clone()}</th>
            <td class="num">{percent(app, section.weight, desk.instrument.total_weight)}"%"</td>
            <td class="track-cell" aria-hidden="true">
                <span class="track">
                    <i class="fill" style:width=share></i>
                    {live(move || target.get().map(|target| view! { <i class="tick" style:left=place(target.into())></i> }.into_any()))}
                </span>
            </td>
            <td class="num"><b>{show(|s| s.value, 2)}</b></td>
            <td class="num">{show(|s| s.contribution, 4)}</td>
            <td class="num">{live(move || of.with(|s| s.as_ref().map(|s| format!("{}/{}", s.answered, s.total))))}</td>
        </tr>
    }
}

/// Two places are a rounded value, as the ministry prints it; more are the exact one.
fn exact_or_rounded(language: Language, number: Exact, places: u8) -> String {
    if places == 2 { value(language, number.rounded()) } else { exact(language, number, places) }
}
