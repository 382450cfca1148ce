use std::sync::Arc;

use leptos::prelude::*;

use super::{Gauge, Pair, PredicateChip, SupportedIndex, bands};
use crate::app::state::{App, use_app};
use crate::assessment::Stage;
use crate::front::{live, memo, shown_when};
use crate::instrument::{Instrument, Number, Value};
use crate::score::{Exact, Score, Support};
use crate::text::{exact, stage, value};

/// The index beside the ladder, and what one level more adds.
#[component]
pub fn ScorePanel(
    instrument: Arc<Instrument>,
    score: Memo<Arc<Score>>,
    support: Memo<Arc<Support>>,
    target: Memo<Option<Value>>,
    indicator: Memo<Number>,
) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().score, app.language.get_untracked());
    let index = memo(move || score.with(|score| score.standing.index));
    let shown = memo(move || value(language, index.get().rounded()));
    let predicate = memo(move || score.with(|score| score.standing.predicate.clone()));
    let index_title = instrument.index_title.clone();
    let of = live(move || index_of(app, &index_title));
    let gap = live(move || match target.get() {
        None => t.no_target.to_owned(),
        Some(target) => {
            let gap = index.get().short_of(target);
            let state = gap.map_or(t.reached.to_owned(), |gap| (t.gap)(&exact(language, gap, 2)));
            format!("{} · {state}", value(language, target))
        }
    });
    let range = move || {
        let of = |exact: Exact| value(language, exact.rounded());
        score.with(|score| (t.range_value)(&of(score.lowest), &of(score.highest)))
    };
    // An address may name an indicator that the instrument does not have: nothing is said of it.
    let gain = live(move || {
        let n = indicator.get();
        let text = score.with(|score| {
            score.indicator(n).map(|of| match of.gain {
                Some(gain) => (t.gain)(&exact(language, gain, 2)),
                None => t.at_top.to_owned(),
            })
        });
        text.map(|text| view! { <p class="note more">{text}</p> }.into_any())
    });
    let open = memo(move || score.with(|score| score.total - score.answered));
    let rounding = live(move || {
        let other = score.with(|score| score.standing.predicate_if_rounded.clone())?;
        let text = (t.if_rounded)(&exact(language, index.get(), 4), &shown.get(), &other);
        Some(view! { <p class="note more">{text}</p> }.into_any())
    });
    view! {
        <aside class="score card" aria-label=t.panel>
            <div class="figure">
                <p class="soft small more" data-testid="index-of">{of}</p>
                <p class="value" data-testid="index">{live(move || shown.get())}</p>
            </div>
            <Gauge index=index target=target instrument=instrument.clone()/>
            <p><PredicateChip predicate=predicate bands=bands(&instrument) testid="predicate"/></p>
            <SupportedIndex instrument=instrument.clone() support=support/>
            <dl class="pairs more">
                <Pair term=t.target>{gap}</Pair>
                <Pair term=t.answered>
                    {live(move || score.with(|score| (t.answered_of)(score.answered, score.total)))}
                </Pair>
                {shown_when(move || open.get() > 0, move || {
                    view! { <Pair term=t.range>{live(range)}</Pair> }.into_any()
                })}
            </dl>
            {shown_when(move || open.get() > 0, move || {
                view! { <p class="soft small more">{live(move || (t.open_count)(open.get()))}</p> }.into_any()
            })}
            {rounding}
            {gain}
            <p class="visually-hidden" aria-live="polite">
                {live(move || (t.changed)(&shown.get(), &predicate.get()))}
            </p>
        </aside>
    }
}

/// What the index is one of: the agency's claim, or what assessors found at a later stage.
fn index_of(app: App, title: &str) -> String {
    let (texts, language) = (app.texts(), app.language.get_untracked());
    match app.stage() {
        Stage::Mandiri => (texts.score.claimed)(title),
        at => (texts.stages.index_at)(title, stage(language, at)),
    }
}
