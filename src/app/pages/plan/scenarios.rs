use std::collections::BTreeMap;

use leptos::prelude::*;

use super::scenario::Editor;
use super::{PlanForm, Planning};
use crate::app::pages::workspace::Desk;
use crate::app::state::{Action, App, use_app};
use crate::assessment::{Assessment, Change, Scenario, TITLE_LIMIT};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Instrument, Number, Value};
use crate::plan::{differing, suppose};
use crate::platform;
use crate::score::{Exact, Standing};
use crate::text::{Language, decimal, readable, value};

/// A scenario as it stands beside others.
#[derive(Clone, PartialEq)]
struct Line {
    id: String,
    name: String,
    standing: Standing,
    changed: usize,
}

fn lines(instrument: &Instrument, of: &Assessment) -> Vec<Line> {
    let line = |(id, scenario): (&str, Scenario)| Line {
        id: id.to_owned(),
        name: readable(&scenario.name),
        standing: suppose(instrument, of, &scenario.values).standing,
        changed: differing(of, &scenario.values).len(),
    };
    let mut lines: Vec<_> = of.records.all::<Scenario>().map(line).collect();
    lines.sort_by_cached_key(|line| (line.name.to_lowercase(), line.id.clone()));
    lines
}

/// Keeps a new scenario, and opens it.
pub fn add(app: App, form: PlanForm, name: String, values: BTreeMap<Number, Value>) {
    let id = platform::new_id();
    let name = name.chars().take(TITLE_LIMIT).collect();
    let scenario = Scenario { name, values, ..Scenario::default() };
    match app.change(Change::record(id.clone(), Some(&scenario))) {
        Ok(()) => {
            form.scenario.set(Some(id));
            platform::next_frame(|| platform::focus("#nama-skenario"));
        }
        Err(reason) => app.say((app.texts().refused)(&reason)),
    }
}

/// The difference of two indices as it is shown, rounded like they are: "+0,48".
pub fn difference(language: Language, from: Exact, to: Exact) -> String {
    let (from, to) = (from.rounded().as_hundredths(), to.rounded().as_hundredths());
    let sign = match from.cmp(&to) {
        std::cmp::Ordering::Less => "+",
        std::cmp::Ordering::Equal => "±",
        std::cmp::Ordering::Greater => "−",
    };
    format!("{sign}{}", decimal(language, &Value::hundredths(from.abs_diff(to)).to_string()))
}

/// Named sets of values: beside each other, and one of them open.
#[component]
pub fn Scenarios(planning: Planning) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().plan;
    let Planning { desk, form, .. } = planning;
    let all = memo(move || {
        app.draft
            .with(|draft| draft.as_ref().map(|draft| lines(&draft.instrument, &draft.assessment)))
            .unwrap_or_default()
    });
    let new = on(move |_| {
        let taken = |name: &str| all.with_untracked(|all| all.iter().any(|line| line.name == name));
        let name = (1..).map(t.scenario_name).find(|name| !taken(name)).unwrap_or_default();
        add(app, form, name, BTreeMap::new());
    });
    let for_table = desk.clone();
    // What was open may be gone, by undo for instance.
    let open =
        memo(move || form.scenario.get().filter(|id| all.with(|all| all.iter().any(|line| line.id == *id))));
    let editor =
        live(move || open.get().map(|id| view! { <Editor desk=desk.clone() form=form id=id/> }.into_any()));
    view! {
        <section class="card stack no-print" aria-labelledby="bagaimana-jika">
            <h2 id="bagaimana-jika" tabindex="-1">{t.what_if}</h2>
            <p class="soft small">{t.what_if_text}</p>
            <div class="actions"><button class="btn" data-testid="new-scenario" on:click=new>{t.new_scenario}</button></div>
            {shown_when(move || all.with(|all| !all.is_empty()), move || table(&for_table, form, all))}
            {editor}
        </section>
    }
    .into_any()
}

fn table(desk: &Desk, form: PlanForm, all: Memo<Vec<Line>>) -> AnyView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let score = desk.score;
    let now = memo(move || score.with(|score| score.standing.clone()));
    let rows = live(move || {
        let now = now.get();
        all.get().into_iter().map(|line| row(form, &now, line)).collect::<Vec<_>>()
    });
    let index = live(move || value(language, now.with(|now| now.index.rounded())));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="bagaimana-jika">
            <table class="stacked" data-testid="scenarios">
                <thead><tr>
                    <th scope="col">{t.scenario}</th>
                    <th scope="col" class="num">{t.index}</th>
                    <th scope="col" class="num">{t.difference}</th>
                    <th scope="col">{t.predicate}</th>
                    <th scope="col" class="num">{t.changed}</th>
                    <td></td>
                </tr></thead>
                <tbody>
                    <tr class="here">
                        <th scope="row">{t.today}</th>
                        <td class="num" data-label=t.index><b>{index}</b></td>
                        <td class="num"></td>
                        <td data-label=t.predicate><span lang="id">{live(move || now.with(|now| now.predicate.clone()))}</span></td>
                        <td class="num"></td>
                        <td></td>
                    </tr>
                    {rows}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(form: PlanForm, now: &Standing, line: Line) -> AnyView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let Line { id, name, standing, changed } = line;
    let (edit, copy, gone) = (id.clone(), id.clone(), id.clone());
    let name_of = name.clone();
    let show = on(move |_| {
        form.scenario.set(Some(edit.clone()));
        platform::next_frame(|| platform::focus("#nama-skenario"));
    });
    let duplicate = on(move |_| {
        let of = app.draft.with_untracked(|draft| draft.as_ref()?.assessment.records.get::<Scenario>(&copy));
        let Some(of) = of else { return };
        add(app, form, (t.copy_name)(&of.name), of.values);
    });
    let remove = on(move |_| match app.change(Change::record::<Scenario>(gone.clone(), None)) {
        Ok(()) => {
            app.say_with((t.removed)(&name_of), Action::Undo);
            platform::focus("#bagaimana-jika");
        }
        Err(reason) => app.say((app.texts().refused)(&reason)),
    });
    let label = |text| (t.on_scenario)(text, &name);
    view! {
        <tr data-testid="scenario">
            <th scope="row">{name.clone()}</th>
            <td class="num" data-label=t.index><b>{value(language, standing.index.rounded())}</b></td>
            <td class="num" data-label=t.difference>{difference(language, now.index, standing.index)}</td>
            <td data-label=t.predicate><span lang="id">{standing.predicate}</span></td>
            <td class="num" data-label=t.changed>{changed}</td>
            <td>
                <span class="actions">
                    <button class="btn small-btn" aria-label=label(t.edit) on:click=show>{t.edit}</button>
                    <button class="btn quiet small-btn" aria-label=label(t.duplicate) on:click=duplicate>{t.duplicate}</button>
                    <button class="btn quiet small-btn" aria-label=label(t.remove) on:click=remove>{t.remove}</button>
                </span>
            </td>
        </tr>
    }
    .into_any()
}
