use leptos::prelude::*;

use super::new::Mistakes;
use super::workspace::Desk;
use crate::app::frame::{percent, title};
use crate::app::parts::{Gauge, Identity, IdentityFields, Pair, PredicateChip, RadarChart, Steps, bands};
use crate::app::route::{Page, Route};
use crate::app::state::use_app;
use crate::assessment::Change;
use crate::front::{follow, live, memo, on, shown_when};
use crate::instrument::{Indicator, Section};
use crate::platform;
use crate::score::{Exact, IndicatorScore, SectionScore};
use crate::text::{exact, value};

/// How many steps are named.
const STEPS: usize = 5;

/// Ringkasan: the index, what it is made of, and what would raise it.
#[component]
pub fn Summary(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().summary;
    title(app, t.title);
    view! {
        <div class="page">
            <Hero desk=desk.clone()/>
            <Sections desk=desk.clone()/>
            <BestSteps desk=desk.clone()/>
            <AllIndicators desk=desk.clone()/>
            <Data desk=desk/>
        </div>
    }
}

#[component]
fn Hero(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, s, language) = (&texts.summary, &texts.score, app.language.get_untracked());
    let Desk { id, instrument, score, target } = desk;
    let index = memo(move || score.with(|score| score.standing.index));
    let shown = memo(move || value(language, index.get().rounded()));
    let predicate = memo(move || score.with(|score| score.standing.predicate.clone()));
    let index_title = instrument.index_title.clone();
    let of = live(move || {
        app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            Some((t.of)(&index_title, &assessment.agency.name, assessment.year))
        })
    });
    let all_bands = instrument.predicates.clone();
    let band = live(move || {
        let at = all_bands.iter().position(|band| predicate.with(|p| *p == band.title))?;
        let (from, to) = (value(language, all_bands[at].from), value(language, all_bands[at].to));
        Some(if at + 1 == all_bands.len() { (t.band_top)(&from, &to) } else { (t.band)(&from, &to) })
    });
    let rounding = live(move || {
        let other = score.with(|score| score.standing.predicate_if_rounded.clone())?;
        Some(
            view! { <p class="note">{(s.if_rounded)(&exact(language, index.get(), 4), &shown.get(), &other)}</p> }.into_any(),
        )
    });
    let aim = live(move || match target.get() {
        None => s.no_target.to_owned(),
        Some(target) => {
            let gap = index.get().short_of(target);
            let gap = gap.map_or(s.reached.to_owned(), |gap| (s.gap)(&exact(language, gap, 2)));
            format!("{} · {gap}", value(language, target))
        }
    });
    let range = move || {
        let of = |exact: Exact| value(language, exact.rounded());
        score.with(|score| (s.range_value)(&of(score.lowest), &of(score.highest)))
    };
    let open = move || score.with(|score| score.answered < score.total);
    let (min, max) = (instrument.scale.min, instrument.scale.max);
    let aspects: Vec<_> =
        instrument.aspects().map(|aspect| (aspect.id.clone(), aspect.short_title.clone())).collect();
    let labels: Vec<_> = aspects.iter().map(|(_, title)| title.clone()).collect();
    let name = (t.radar)(aspects.len());
    let shares = memo(move || {
        score.with(|score| {
            let share = |id: &String| score.section(id).map_or(0.0, |s| s.value.position(min, max));
            aspects.iter().map(|(id, _)| share(id)).collect::<Vec<_>>()
        })
    });
    let target_share = memo(move || target.get().map(|target| Exact::from(target).position(min, max)));
    view! {
        <section class="card hero">
            <div class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{of}</p>
                <p class="value huge" data-testid="index">{live(move || shown.get())}</p>
                <p>
                    <PredicateChip predicate=predicate bands=bands(&instrument) testid="predicate"/>
                    " "<span class="soft">{band}</span>
                </p>
                <Gauge index=index target=target instrument=instrument.clone()/>
                {rounding}
                <dl class="pairs">
                    <Pair term=s.target>
                        {aim}" "
                        <button class="link" on:click=on(|_| platform::focus("#target"))>{t.change_target}</button>
                    </Pair>
                    <Pair term=s.answered>
                        {live(move || score.with(|score| (s.answered_of)(score.answered, score.total)))}
                    </Pair>
                    {shown_when(open, move || view! { <Pair term=s.range>{live(range)}</Pair> }.into_any())}
                </dl>
                {shown_when(open, move || {
                    let count = live(move || score.with(|score| (s.open_count)(score.total - score.answered)));
                    view! { <p class="soft small">{count}</p> }.into_any()
                })}
                <p><a href=Route::Draft(id, Page::Sums).href()>{t.show_sums}</a></p>
            </div>
            <RadarChart name=name labels=labels shares=shares target=target_share/>
        </section>
    }
}

/// Domains and aspects as bars, with the numbers beside them.
#[component]
fn Sections(desk: Desk) -> impl IntoView {
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
fn exact_or_rounded(language: crate::text::Language, number: Exact, places: u8) -> String {
    if places == 2 { value(language, number.rounded()) } else { exact(language, number, places) }
}

/// The single steps that gain most.
#[component]
fn BestSteps(desk: Desk) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().summary, app.language.get_untracked());
    let Desk { id, instrument, score, .. } = desk;
    let rows = live(move || {
        let mut steps: Vec<(Exact, IndicatorScore)> =
            score.with(|score| score.indicators().filter_map(|i| Some((i.gain?, i.clone()))).collect());
        // Most gain first; among equals the order of the instrument, so that the list stands still.
        steps.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.number.cmp(&b.1.number)));
        let rows: Vec<_> =
            steps
                .into_iter()
                .take(STEPS)
                .filter_map(|(gain, of)| {
                    let indicator = instrument.indicator(of.number)?;
                    let model = instrument.model_of(indicator)?;
                    let next = model.level_above(of.counted)?.level;
                    let level = of.value.and_then(|value| model.level_at(value)).map(|level| level.level);
                    Some(view! {
                    <tr>
                        <th scope="row"><IndicatorLink draft=id.clone() indicator=indicator.clone()/></th>
                        <td><Steps level=Signal::derive(move || level)/></td>
                        <td class="num">{next}</td>
                        <td class="num">"+"{exact(language, gain, 2)}</td>
                    </tr>
                }.into_any())
                })
                .collect();
        rows
    });
    let none = move || score.with(|score| score.indicators().all(|i| i.gain.is_none()));
    view! {
        <section class="card stack" aria-labelledby="langkah">
            <h2 id="langkah">{t.steps}</h2>
            <p class="soft small">{live(move || if none() { t.all_top } else { t.steps_text })}</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="langkah">
                <table hidden=live(none)>
                    <thead><tr>
                        <th scope="col">{t.indicator}</th>
                        <th scope="col">{t.level}</th>
                        <th scope="col" class="num">{t.next_level}</th>
                        <th scope="col" class="num">{t.gain}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn IndicatorLink(draft: String, indicator: Indicator) -> impl IntoView {
    let href = Route::Draft(draft, Page::Indicator(indicator.number)).href();
    view! { <a href=href lang="id">{format!("{}. {}", indicator.number, indicator.short_title)}</a> }
}

#[component]
fn AllIndicators(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().summary;
    let rows: Vec<_> =
        desk.instrument.indicators().map(|indicator| indicator_row(&desk, indicator)).collect();
    view! {
        <section class="card stack" aria-labelledby="semua">
            <h2 id="semua">{t.all_indicators}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="semua">
                <table>
                    <thead><tr>
                        <th scope="col">{t.indicator}</th>
                        <th scope="col" class="num">{t.weight}</th>
                        <th scope="col">{t.level}</th>
                        <th scope="col" class="num">{t.value}</th>
                        <th scope="col" class="num">{t.adds}</th>
                        <th scope="col" class="num">{t.gain}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn indicator_row(desk: &Desk, indicator: &Indicator) -> impl IntoView + use<> {
    let app = use_app();
    let texts = app.texts();
    let language = app.language.get_untracked();
    let (number, score) = (indicator.number, desk.score);
    let of = memo(move || score.with(|score| score.indicator(number).cloned()));
    let model = desk.instrument.model_of(indicator).cloned();
    let level = Signal::derive(move || {
        let value = of.with(|of| of.as_ref().and_then(|of| of.value))?;
        Some(model.as_ref()?.level_at(value)?.level)
    });
    let shown = live(move || {
        let now = of.with(|of| of.as_ref().and_then(|of| of.value));
        now.map_or_else(|| texts.assess.unanswered.to_owned(), |now| value(language, now))
    });
    let adds = live(move || of.with(|of| of.as_ref().map(|of| exact(language, of.contribution, 4))));
    let gain = live(move || match of.with(|of| of.as_ref().and_then(|of| of.gain)) {
        Some(gain) => format!("+{}", exact(language, gain, 2)),
        None => "–".to_owned(),
    });
    view! {
        <tr>
            <th scope="row"><IndicatorLink draft=desk.id.clone() indicator=indicator.clone()/></th>
            <td class="num">{percent(app, indicator.weight, desk.instrument.total_weight)}"%"</td>
            <td><Steps level=level/></td>
            <td class="num">{shown}</td>
            <td class="num">{adds}</td>
            <td class="num">{gain}</td>
        </tr>
    }
}

/// Agency, year and target, as given at the start.
#[component]
fn Data(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.summary;
    let scale = desk.instrument.scale.clone();
    let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()))?;
    let form = Identity::of(&open, app.language.get_untracked());
    // Undo and imports change what the form shows.
    follow(move || {
        let now = app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            Some((assessment.agency.clone(), assessment.year, assessment.target))
        });
        if let Some((agency, year, target)) = now {
            form.agency.set(agency.name);
            form.kind.set(Some(agency.kind));
            form.year.set(year);
            form.target.set(target.map(|t| value(app.language.get_untracked(), t)).unwrap_or_default());
        }
    });
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((mut agency, year, target)) = form.read(scale.min, scale.max) else {
            platform::next_frame(|| platform::focus("#salah"));
            return;
        };
        // What else a file said of the agency stays with it.
        app.draft.with_untracked(|draft| {
            if let Some(draft) = draft {
                agency.extra = draft.assessment.agency.extra.clone();
            }
        });
        match app.change(Change::All(vec![
            Change::Agency(agency),
            Change::Year(year),
            Change::Target(target),
        ])) {
            Ok(()) => app.say(t.data_saved),
            Err(reason) => app.say((texts.refused)(&reason)),
        }
    });
    Some(view! {
        <section class="card stack" aria-labelledby="data">
            <h2 id="data">{t.data}</h2>
            <form class="form" novalidate=true on:submit=submit>
                <Mistakes mistakes=form.mistakes/>
                <IdentityFields form=form/>
                <div class="actions"><button class="btn primary" type="submit">{t.data_save}</button></div>
            </form>
        </section>
    })
}
