//! What changed since a restore point.

use leptos::prelude::*;

use crate::app::pages::workspace::Desk;
use crate::app::state::{App, use_app};
use crate::assessment::merge::{Ancestor, Comparison, Content, Difference, Place, compare};
use crate::front::live;
use crate::instrument::{Instrument, Number};
use crate::score::score;
use crate::text::{merge, value};

/// The present state beside that of a restore point, by indicator. It follows the work.
#[component]
pub fn Compared(desk: Desk, snapshot: String) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.recovery;
    let language = app.language.get_untracked();
    let then = app.snapshot(&snapshot);
    let view = live(move || {
        let then = match &then {
            Ok(then) if then.instrument.id == desk.instrument.id => then.clone(),
            Ok(_) => return view! { <p class="note warn">{t.other_instrument}</p> }.into_any(),
            Err(problem) => {
                return view! { <p class="note warn">{(texts.problem)(problem).what}</p> }.into_any();
            }
        };
        let Some(now) = app.draft.with(|draft| draft.as_ref().map(|draft| draft.assessment.clone())) else {
            return ().into_any();
        };
        let comparison = compare(&now, &then, Ancestor::Known(&then));
        if comparison.differences.is_empty() {
            return view! { <p>{t.no_change}</p> }.into_any();
        }
        let index = |of| value(language, score(&desk.instrument, of).standing.index.rounded());
        let counts = (t.changes)(comparison.differences.len());
        let indexes = (t.index_then_now)(&index(&then), &index(&now));
        let groups: Vec<_> = groups(&comparison)
            .into_iter()
            .map(|(group, differences)| group_view(app, &desk.instrument, &comparison, group, &differences))
            .collect();
        view! { <p><b>{indexes}</b>" "{counts}</p>{groups} }.into_any()
    });
    view! { <div id="titik-banding" class="compared stack" tabindex="-1" role="group" aria-label=t.compare>{view}</div> }
}

#[derive(Clone, Copy, PartialEq)]
enum Group {
    General,
    Indicator(Number),
    Documents,
}

fn groups(comparison: &Comparison) -> Vec<(Group, Vec<&Difference>)> {
    let of = |place: &Place| match place {
        Place::Document(..) => Group::Documents,
        place => place.indicator().map_or(Group::General, Group::Indicator),
    };
    let mut groups: Vec<(Group, Vec<&Difference>)> = Vec::new();
    for difference in &comparison.differences {
        let group = of(&difference.place);
        match groups.iter_mut().find(|(other, _)| *other == group) {
            Some((_, differences)) => differences.push(difference),
            None => groups.push((group, vec![difference])),
        }
    }
    groups.sort_by_key(|(group, _)| match group {
        Group::General => (0, 0),
        Group::Indicator(number) => (1, *number),
        Group::Documents => (2, 0),
    });
    groups
}

fn group_view(
    app: App,
    instrument: &Instrument,
    comparison: &Comparison,
    group: Group,
    differences: &[&Difference],
) -> AnyView {
    let (t, language) = (&app.texts().recovery, app.language.get_untracked());
    let head = match group {
        Group::General => t.general.to_owned(),
        Group::Documents => t.documents.to_owned(),
        Group::Indicator(number) => {
            let title = instrument.indicator(number).map(|one| one.short_title.clone()).unwrap_or_default();
            (t.indicator)(number, &title)
        }
    };
    let lang = matches!(group, Group::Indicator(_)).then_some("id");
    let rows: Vec<_> = differences
        .iter()
        .map(|one| {
            let place = match &one.place {
                Place::Answer(_, _, part) => merge::answer_part(language, part),
                place => merge::place(language, comparison, place),
            };
            view! {
                <div>
                    <dt>{place}</dt>
                    <dd>
                        <p><span class="soft">{t.then}": "</span>{said(app, &one.place, &one.theirs)}</p>
                        <p><span class="soft">{t.now}": "</span>{said(app, &one.place, &one.mine)}</p>
                    </dd>
                </div>
            }
            .into_any()
        })
        .collect();
    let open = differences.len() <= 40;
    view! { <details open=open><summary><span lang=lang>{head}</span>" ("{differences.len()}")"</summary><dl class="pairs wide">{rows}</dl></details> }
        .into_any()
}

/// Texts in full, everything else in short.
fn said(app: App, place: &Place, content: &Content) -> String {
    match content {
        Content::Text(text) => text.clone(),
        content => merge::content(app.language.get_untracked(), place, content),
    }
}
