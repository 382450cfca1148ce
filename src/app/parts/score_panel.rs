use std::sync::Arc;

use leptos::prelude::*;

use super::{Gauge, Pair, PredicateChip, bands};
use crate::app::state::use_app;
use crate::instrument::{Instrument, Number, Value};
use crate::score::{Exact, Score};
use crate::text::{exact, value};

/// The index beside the ladder, and what one level more adds.
#[component]
pub fn ScorePanel(
    instrument: Arc<Instrument>,
    score: Memo<Arc<Score>>,
    target: Memo<Option<Value>>,
    indicator: Memo<Number>,
) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().score, app.language.get_untracked());
    let index = Memo::new(move |_| score.with(|score| score.standing.index));
    let shown = Memo::new(move |_| value(language, index.get().rounded()));
    let predicate = Memo::new(move |_| score.with(|score| score.standing.predicate.clone()));
    let gap = move || match target.get() {
        None => t.no_target.to_owned(),
        Some(target) => {
            let gap = index.get().short_of(target);
            let state = gap.map_or(t.reached.to_owned(), |gap| (t.gap)(&exact(language, gap, 2)));
            format!("{} · {state}", value(language, target))
        }
    };
    let range = move || {
        let of = |exact: Exact| value(language, exact.rounded());
        score.with(|score| (t.range_value)(&of(score.lowest), &of(score.highest)))
    };
    let gain = move || {
        let n = indicator.get();
        score.with(|score| match score.indicator(n).map(|i| i.gain) {
            Some(Some(gain)) => (t.gain)(&exact(language, gain, 2)),
            _ => t.at_top.to_owned(),
        })
    };
    let open = Memo::new(move |_| score.with(|score| score.total - score.answered));
    let rounding = move || {
        let other = score.with(|score| score.standing.predicate_if_rounded.clone())?;
        let text = (t.if_rounded)(&exact(language, index.get(), 4), &shown.get(), &other);
        Some(view! { <p class="note more">{text}</p> })
    };
    view! {
        <aside class="score card" aria-label=t.panel>
            <div class="figure">
                <p class="soft small more">{(t.claimed)(&instrument.index_title)}</p>
                <p class="value" data-testid="index">{shown}</p>
            </div>
            <Gauge index=index target=target instrument=instrument.clone()/>
            <p><PredicateChip predicate=predicate bands=bands(&instrument) testid="predicate"/></p>
            <dl class="pairs more">
                <Pair term=t.target>{gap}</Pair>
                <Pair term=t.answered>
                    {move || score.with(|score| (t.answered_of)(score.answered, score.total))}
                </Pair>
                <Show when=move || open.get().gt(&0)>
                    <Pair term=t.range>{range}</Pair>
                </Show>
            </dl>
            <Show when=move || open.get().gt(&0)>
                <p class="soft small more">{move || (t.open_count)(open.get())}</p>
            </Show>
            {rounding}
            <p class="note more">{gain}</p>
            <p class="visually-hidden" aria-live="polite">
                {move || (t.changed)(&shown.get(), &predicate.get())}
            </p>
        </aside>
    }
}
