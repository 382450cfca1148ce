use leptos::prelude::*;

use crate::app::pages::workspace::Desk;
use crate::app::parts::{Gauge, Pair, PredicateChip, RadarChart, SupportedIndex, bands};
use crate::app::route::{Page, Route};
use crate::app::state::use_app;
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::score::Exact;
use crate::text::{exact, stage, value};

/// The index, its predicate, its target, and the aspects at a glance.
#[component]
pub fn Hero(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, s, language) = (&texts.summary, &texts.score, app.language.get_untracked());
    let Desk { id, instrument, score, support, target } = desk;
    let index = memo(move || score.with(|score| score.standing.index));
    let shown = memo(move || value(language, index.get().rounded()));
    let predicate = memo(move || score.with(|score| score.standing.predicate.clone()));
    let index_title = instrument.index_title.clone();
    let of = live(move || {
        app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            let at = (texts.stages.at)(stage(language, assessment.stage));
            Some(format!("{} · {at}", (t.of)(&index_title, &assessment.agency.name, assessment.year)))
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
                <SupportedIndex instrument=instrument.clone() support=support/>
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
