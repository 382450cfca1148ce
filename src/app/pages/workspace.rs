use std::sync::Arc;

use leptos::prelude::*;

use super::{
    assess, compare, evidence, files, history, interview, merge, national, not_found, plan, recovery, report,
    send_back, stages, summary, sums, units,
};
use crate::app::parts::PackageHead;
use crate::app::route::Page;
use crate::app::state::use_app;
use crate::assessment::Assessment;
use crate::front::memo;
use crate::instrument::{Instrument, Value};
use crate::score::{Score, Support};

/// What the pages of the open draft share.
#[derive(Clone)]
pub struct Desk {
    /// The draft's id.
    pub id: String,
    pub instrument: Arc<Instrument>,
    pub score: Memo<Arc<Score>>,
    /// What the documents support.
    pub support: Memo<Arc<Support>>,
    pub target: Memo<Option<Value>>,
}

/// The pages of the open draft.
#[component]
pub fn Workspace(id: String, page: Page) -> impl IntoView {
    let app = use_app();
    let open = app.draft.with_untracked(|draft| {
        draft.as_ref().map(|draft| (draft.instrument.clone(), draft.assessment.clone()))
    });
    let (instrument, assessment) = open?;
    let (of, for_support) = (instrument.clone(), (instrument.clone(), assessment.clone()));
    // The draft may be closed while its page is still being taken down: the last score stays.
    let score = Memo::new(move |before: Option<&Arc<Score>>| {
        let now = app.score.get();
        now.or_else(|| before.cloned()).unwrap_or_else(|| Arc::new(crate::score::score(&of, &assessment)))
    });
    let support = Memo::new(move |before: Option<&Arc<Support>>| {
        let compute = |instrument: &Instrument, assessment: &Assessment| {
            Arc::new(crate::score::support(instrument, assessment))
        };
        let now = app.draft.with(|draft| draft.as_ref().map(|d| compute(&d.instrument, &d.assessment)));
        now.or_else(|| before.cloned()).unwrap_or_else(|| compute(&for_support.0, &for_support.1))
    });
    let target = memo(move || app.draft.with(|draft| draft.as_ref().and_then(|d| d.assessment.target)));
    let desk = Desk { id, instrument, score, support, target };
    let package = app.draft.with_untracked(|d| d.as_ref().is_some_and(|d| d.assessment.order.is_some()));
    let head = package.then(|| {
        let summary = page == Page::Summary;
        view! { <PackageHead draft=desk.id.clone() open=Signal::stored(summary)/> }.into_any()
    });
    let page = match page {
        Page::Start | Page::Indicator(_) => view! { <assess::Assess desk=desk/> }.into_any(),
        Page::Evidence => view! { <evidence::Register desk=desk/> }.into_any(),
        Page::Check => view! { <evidence::Check desk=desk/> }.into_any(),
        Page::Document(document) => view! { <evidence::Document desk=desk id=document/> }.into_any(),
        Page::Summary => view! { <summary::Summary desk=desk/> }.into_any(),
        // What concerns the whole makes no sense of a part.
        Page::Sums
        | Page::Units
        | Page::Stages
        | Page::Plan
        | Page::Compare
        | Page::National
        | Page::Report
            if package =>
        {
            view! { <not_found::NotFound draft=false/> }.into_any()
        }
        Page::SendBack if !package => view! { <not_found::NotFound draft=false/> }.into_any(),
        Page::Units => view! { <units::Units desk=desk/> }.into_any(),
        Page::SendBack => view! { <send_back::SendBack desk=desk/> }.into_any(),
        Page::Stages => view! { <stages::Stages desk=desk/> }.into_any(),
        Page::Interview => view! { <interview::Interview desk=desk/> }.into_any(),
        Page::Meeting(_) => view! { <interview::Meeting desk=desk/> }.into_any(),
        Page::Plan => view! { <plan::Plan desk=desk/> }.into_any(),
        Page::Compare => view! { <compare::Compare desk=desk/> }.into_any(),
        Page::National => view! { <national::National draft=Some(desk.id.clone())/> }.into_any(),
        Page::Report => view! { <report::Report desk=desk/> }.into_any(),
        Page::Sums => view! { <sums::Sums desk=desk/> }.into_any(),
        Page::Merged => view! { <merge::Report desk=desk/> }.into_any(),
        Page::Recovery => view! { <recovery::Recovery desk=desk/> }.into_any(),
        Page::Files => view! { <files::Files desk=desk/> }.into_any(),
        Page::History(indicator) => view! { <history::History desk=desk indicator=indicator/> }.into_any(),
    };
    Some(view! { {head}{page} }.into_any())
}
