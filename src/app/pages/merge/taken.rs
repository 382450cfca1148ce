use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::conflicts::group_title;
use crate::app::state::{Preview, use_app};
use crate::assessment::merge::{Comparison, Content, Difference, Group};
use crate::front::{live, on};
use crate::text::merge::{content, place, who};
use crate::text::readable;

/// What would be taken without a question, by section, folded away.
#[component]
pub fn Coming(
    comparison: Arc<Comparison>,
    groups: BTreeMap<Group, Vec<Difference>>,
    preview: Arc<Preview>,
) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().merging, app.language.get_untracked());
    let all = groups.values().map(Vec::len).sum::<usize>();
    if all == 0 {
        return None;
    }
    let sections: Vec<_> = groups
        .into_iter()
        .map(|(group, differences)| {
            let title = (t.group)(&group_title(app, &group, &preview.instrument), differences.len());
            let opened = RwSignal::new(false);
            let comparison = comparison.clone();
            // Hundreds of lines that nobody asked for would only cost time.
            let lines = live(move || {
                let line = |one: &Difference| {
                    let at = readable(&place(language, &comparison, &one.place));
                    let side = |of: &Content| readable(&content(language, &one.place, of));
                    let (mine, theirs) = (side(&one.mine), side(&one.theirs));
                    let by = who(language, &one.theirs_by);
                    let before = (!one.mine.is_none()).then(|| format!("{mine} → "));
                    view! {
                        <li>
                            <b>{at}</b>": "<span lang="id">{before}{theirs}</span>
                            " "<span class="soft small">"("{by}")"</span>
                        </li>
                    }
                    .into_any()
                };
                opened.get().then(|| differences.iter().map(line).collect::<Vec<_>>())
            });
            let toggle = on(move |_: ev::Event| opened.set(true));
            view! {
                <details on:toggle=toggle>
                    <summary lang="id">{title}</summary>
                    <ul class="plain small">{lines}</ul>
                </details>
            }
            .into_any()
        })
        .collect();
    Some(view! {
        <details class="coming" data-testid="merge-coming">
            <summary>{(t.coming)(all)}</summary>
            {sections}
        </details>
    })
}
