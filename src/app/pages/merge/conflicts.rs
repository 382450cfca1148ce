use std::sync::Arc;

use leptos::prelude::*;

use super::versus::{Side, choice, sides};
use crate::app::parts::Field;
use crate::app::state::{App, Preview, use_app};
use crate::assessment::merge::{Choice, Comparison, Difference, Group, by_unit, grouped};
use crate::exchange::merge;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::Instrument;
use crate::platform;
use crate::text::merge::{place, who};
use crate::text::readable;

/// How many conflicts are shown at once.
const PAGE: usize = 20;

/// What a group of differences is called.
pub fn group_title(app: App, group: &Group, instrument: &Instrument) -> String {
    let t = &app.texts().merging;
    match group {
        Group::Draft => t.draft.to_owned(),
        Group::Register => t.register.to_owned(),
        Group::Section(at) => {
            instrument.sections.get(*at).map(|section| section.title.clone()).unwrap_or_default()
        }
    }
}

/// The conflicts of a comparison, a page of them at a time.
#[component]
pub fn Conflicts(
    comparison: Arc<Comparison>,
    groups: Vec<(Group, Vec<Difference>)>,
    preview: Arc<Preview>,
    open: Memo<usize>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().merging;
    let choices = RwSignal::from(preview.choosing.choices.clone());
    let at = RwSignal::from(preview.choosing.at.clone());
    let all: usize = groups.iter().map(|(_, conflicts)| conflicts.len()).sum();
    let defaults: Vec<_> = [None, Some(Choice::Mine), Some(Choice::Theirs)]
        .into_iter()
        .zip(t.defaults)
        .enumerate()
        .map(|(position, (choice, name))| {
            let selected = live(move || choices.with(|choices| choices.all == choice));
            view! { <option value=position.to_string() prop:selected=selected>{name}</option> }.into_any()
        })
        .collect();
    let choose_all = on(move |event| {
        let choice = match &*event_target_value(&event) {
            "1" => Some(Choice::Mine),
            "2" => Some(Choice::Theirs),
            _ => None,
        };
        choices.update(|choices| choices.all = choice);
    });
    let flat: Arc<Vec<(Group, usize, Difference)>> = Arc::new(
        groups
            .iter()
            .flat_map(|(group, conflicts)| {
                conflicts.iter().map(move |one| (group.clone(), conflicts.len(), one.clone()))
            })
            .collect(),
    );
    let conflicts: Arc<Vec<Difference>> = Arc::new(flat.iter().map(|(_, _, one)| one.clone()).collect());
    let of_units: Vec<_> = by_unit(&conflicts, comparison.mine())
        .into_iter()
        .map(|(id, places)| {
            let name = comparison.mine().units.get(&id).map_or(id, |unit| readable(&unit.name));
            head(app, name, places.len(), places, choices)
        })
        .collect();
    let units = (!of_units.is_empty()).then(|| {
        view! { <details data-testid="merge-units"><summary>{t.by_unit}</summary>{of_units}</details> }
            .into_any()
    });
    let first = memo(move || at.get() / PAGE * PAGE);
    let for_page = preview.clone();
    let page = live(move || {
        let first = first.get();
        let mut views = Vec::new();
        for (position, (group, size, one)) in flat.iter().enumerate().skip(first).take(PAGE) {
            let begins = position == first || flat[position - 1].0 != *group;
            if begins {
                let of_group: Vec<_> = flat
                    .iter()
                    .filter(|(of, _, _)| of == group)
                    .map(|(_, _, one)| one.place.clone())
                    .collect();
                views.push(head(
                    app,
                    group_title(app, group, &for_page.instrument),
                    *size,
                    of_group,
                    choices,
                ));
            }
            views.push(conflict(app, &comparison, position, one, choices, at));
        }
        views
    });
    let pager = move || {
        let last = move || (first.get() + PAGE).min(all);
        let to = move |to: usize| {
            at.set(to);
            platform::next_frame(move || platform::focus(&format!("#beda-{to}")));
        };
        view! {
            <div class="actions">
                <button class="btn small-btn" disabled=live(move || first.get() == 0) on:click=on(move |_| to(first.get_untracked().saturating_sub(PAGE)))>{t.earlier}</button>
                <span class="small">{live(move || (t.shown)(first.get() + 1, last(), all))}</span>
                <button class="btn small-btn" disabled=live(move || last() >= all) on:click=on(move |_| to(first.get_untracked() + PAGE))>{t.later}</button>
            </div>
        }
        .into_any()
    };
    let state = live(move || match open.get() {
        0 => t.none_open.to_owned(),
        open => (t.open)(open, all),
    });
    let next = on(move |_| to_open(choices, at, &conflicts));
    view! {
        <section class="stack" aria-labelledby="beda">
            <h3 id="beda">{t.conflicts}</h3>
            <p class="soft">{t.conflicts_text}</p>
            <Field id="semua-beda" label=t.for_all>
                <select id="semua-beda" on:change=choose_all>{defaults}</select>
            </Field>
            <div class="actions still-open">
                <p role="status" data-testid="merge-open">{state}</p>
                <button class="btn small-btn" data-testid="merge-next" disabled=live(move || open.get() == 0) on:click=next>{t.next_open}</button>
            </div>
            {units}
            {page}
            {shown_when(move || all > PAGE, pager)}
        </section>
    }
}

/// A group's heading, with a choice for all of it.
fn head(
    app: App,
    title: String,
    size: usize,
    places: Vec<crate::assessment::merge::Place>,
    choices: RwSignal<crate::assessment::merge::Choices>,
) -> AnyView {
    let t = &app.texts().merging;
    let button = |choice: Choice, name: &'static str| {
        let (label, places) = (format!("{name}: {title}"), places.clone());
        let choose = on(move |_| {
            choices.update(|choices| places.iter().for_each(|place| choices.choose(place.clone(), choice)));
        });
        view! { <button class="btn small-btn" aria-label=label on:click=choose>{name}</button> }.into_any()
    };
    let (mine, theirs) = (button(Choice::Mine, t.all_mine), button(Choice::Theirs, t.all_theirs));
    view! {
        <div class="actions group-head">
            <h4 lang="id">{(t.group)(&title, size)}</h4>
            {mine}
            {theirs}
        </div>
    }
    .into_any()
}

fn conflict(
    app: App,
    comparison: &Comparison,
    position: usize,
    one: &Difference,
    choices: RwSignal<crate::assessment::merge::Choices>,
    at: RwSignal<usize>,
) -> AnyView {
    let (t, language) = (&app.texts().merging, app.language.get_untracked());
    let side = |name, content: &crate::assessment::merge::Content, by| Side {
        name,
        by: who(language, by),
        content: content.clone(),
    };
    let both = sides(
        language,
        &one.place,
        [side(t.mine, &one.mine, &one.mine_by), side(t.theirs, &one.theirs, &one.theirs_by)],
    );
    let of = one.clone();
    let place_of = one.place.clone();
    let picks = choice(
        format!("pilih-{position}"),
        [t.mine, t.theirs, t.both],
        one.can_keep_both(),
        move || choices.with(|choices| choices.of(&of)),
        move |choice| {
            at.update_untracked(|at| *at = position);
            choices.update(|choices| choices.choose(place_of.clone(), choice));
        },
    );
    let title = readable(&place(language, comparison, &one.place));
    let is_open = {
        let of = one.clone();
        live(
            move || {
                if choices.with(|choices| choices.of(&of).is_none()) { "conflict open" } else { "conflict" }
            },
        )
    };
    view! {
        <fieldset class=is_open id=format!("beda-{position}") tabindex="-1" data-testid="conflict">
            <legend lang="id">{title}</legend>
            {both}
            {picks}
        </fieldset>
    }
    .into_any()
}

/// Shows the next conflict without a choice, and moves the focus to it.
fn to_open(
    choices: RwSignal<crate::assessment::merge::Choices>,
    at: RwSignal<usize>,
    conflicts: &[Difference],
) {
    let present = at.get_untracked();
    let here = conflicts.get(present).is_some_and(|one| choices.with_untracked(|c| c.of(one).is_none()));
    // The first press shows the one where a person is, if that is open.
    let after = if here && present == 0 { None } else { Some(present) };
    if let Some(next) = choices.with_untracked(|choices| choices.next_open(conflicts, after)) {
        at.set(next);
        platform::next_frame(move || platform::focus(&format!("#beda-{next} input")));
    }
}

/// The same from the button at the end.
pub fn to_next(app: App, preview: &Preview, id: &str) {
    let drafts = app.mergeable(preview);
    let Some(draft) = drafts.iter().find(|draft| draft.id == id) else { return };
    let Ok(comparison) = merge(draft, &preview.assessment) else { return };
    let conflicts: Vec<_> =
        grouped(comparison.conflicts(), &preview.instrument).into_values().flatten().collect();
    to_open(
        RwSignal::from(preview.choosing.choices.clone()),
        RwSignal::from(preview.choosing.at.clone()),
        &conflicts,
    );
}
