use leptos::prelude::*;

use crate::app::parts::TermList;
use crate::app::route::Route;
use crate::app::state::use_app;
use crate::instrument::{Indicator, Instrument};
use crate::text::terms::terms_of;

/// What the terms of an indicator mean, folded away.
#[component]
pub fn Terms(instrument: std::sync::Arc<Instrument>, indicator: Indicator) -> impl IntoView {
    let t = &use_app().texts().terms;
    let terms = terms_of(&instrument, &indicator);
    (!terms.is_empty()).then(|| {
        view! {
            <details data-testid="terms">
                <summary>{(t.on_indicator)(terms.len())}</summary>
                <TermList terms=terms/>
                <p class="soft small"><a href=Route::Help(Some("istilah")).href()>{t.all}</a>". "{t.own_words}</p>
            </details>
        }
    })
}
