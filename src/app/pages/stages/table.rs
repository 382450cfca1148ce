use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{Filter, Road, StageForm, begun};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{Field, OfUnit, UnitFilter};
use crate::app::route::{Page, Route};
use crate::app::state::{App, use_app};
use crate::assessment::{Assessment, Stage};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Indicator, Number, Value};
use crate::platform;
use crate::score::{Moved, Turn, moved};
use crate::text::{Language, stage, value};

/// Every indicator at every stage that was begun, narrowed to what differs between two of them.
#[component]
pub fn ByIndicator(desk: Desk, road: Road, form: StageForm) -> impl IntoView {
    let app = use_app();
    let (texts, language) = (app.texts(), app.language.get_untracked());
    let t = &texts.stages;
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    let columns = memo(move || begun(road));
    let several = memo(move || columns.with(Vec::len) > 1);
    // A stage that is begun no more is not compared.
    let pair = memo(move || {
        columns.with(|all| {
            let chosen = |one: Option<Stage>| one.filter(|one| all.contains(one));
            let from = chosen(form.from.get()).or(all.first().copied()).unwrap_or_default();
            (from, chosen(form.to.get()).or(all.last().copied()).unwrap_or_default())
        })
    });
    let instrument = desk.instrument.clone();
    let all_moved = memo(move || {
        let (from, to) = pair.get();
        let of = |of: &Assessment| moved(&instrument, of, from, to);
        app.draft.with(|draft| draft.as_ref().map(|draft| of(&draft.assessment))).unwrap_or_default()
    });
    let visible = memo(move || {
        let numbers = of_unit.numbers(app);
        let filter = if several.get() { form.filter.get() } else { Filter::All };
        let shown = |one: &&Moved| {
            filter.shows(one.turn) && numbers.as_ref().is_none_or(|all| all.contains(&one.number))
        };
        all_moved.with(|all| all.iter().filter(shown).map(|one| one.number).collect::<Vec<Number>>())
    });
    let counts = live(move || {
        let numbers = of_unit.numbers(app);
        let (mut rose, mut fell, mut new, mut same) = (0, 0, 0, 0);
        all_moved.with(|all| {
            for one in all.iter().filter(|one| numbers.as_ref().is_none_or(|all| all.contains(&one.number))) {
                match one.turn {
                    Turn::Rose => rose += 1,
                    Turn::Fell => fell += 1,
                    Turn::New => new += 1,
                    Turn::Same => same += 1,
                }
            }
        });
        (t.counts)(rose, fell, new, same)
    });
    let index = live(move || {
        let (from, to) = pair.get();
        road.with(|road| {
            let of = |at| road.iter().find(|of| of.stage == at).map(|of| of.score.standing.index.rounded());
            let (before, after) = (of(from)?, of(to)?);
            let shown = |of| value(language, of);
            Some((t.index_moved)(&shown(before), &shown(after), &difference(language, before, after)))
        })
    });
    let heads = live(move || {
        let head = |at| view! { <th scope="col" class="num">{stage(language, at)}</th> }.into_any();
        columns.get().into_iter().map(head).collect::<Vec<_>>()
    });
    let (id, instrument) = (desk.id.clone(), desk.instrument.clone());
    let body = live(move || {
        let (columns, visible) = (columns.get(), visible.get());
        app.draft.with(|draft| {
            let Some(of) = draft.as_ref().map(|draft| &draft.assessment) else { return Vec::new() };
            let groups = instrument.sections.iter().filter_map(|section| {
                let shown = section.all_indicators().filter(|one| visible.contains(&one.number));
                let rows: Vec<_> = shown.map(|one| row(app, &id, of, one, &columns)).collect();
                (!rows.is_empty()).then(|| {
                    view! {
                        <tbody>
                            <tr class="domain"><th scope="rowgroup" colspan=columns.len() + 1 lang="id">{section.title.clone()}</th></tr>
                            {rows}
                        </tbody>
                    }
                    .into_any()
                })
            });
            groups.collect::<Vec<_>>()
        })
    });
    let nothing = memo(move || visible.with(Vec::is_empty));
    let show_all = move |_| {
        form.filter.set(Filter::All);
        of_unit.choose(None);
        platform::focus("#per-indikator");
    };
    view! {
        <section class="card stack" aria-labelledby="per-indikator">
            <h2 id="per-indikator" tabindex="-1">{t.by_indicator}</h2>
            {shown_when(move || !several.get(), move || view! { <p class="soft">{t.one_stage}</p> }.into_any())}
            {shown_when(move || several.get(), move || view! { <Narrow columns=columns pair=pair form=form/> }.into_any())}
            <UnitFilter id="tahapan-unit" chosen=of_unit/>
            {shown_when(move || several.get(), { let (counts, index) = (counts.clone(), index.clone()); move || view! {
                <p role="status" data-testid="moved"><b>{counts.clone()}</b>" "{index.clone()}</p>
                <p class="soft small">{t.legend}</p>
            }.into_any() })}
            <p class="soft small">{t.links}</p>
            {shown_when(move || nothing.get(), move || view! {
                <p>{t.none_shown}" "<button class="btn quiet small-btn" on:click=on(show_all)>{t.show_all}</button></p>
            }.into_any())}
            <div class="scroll tall" tabindex="0" role="region" aria-labelledby="per-indikator" hidden=live(move || nothing.get())>
                <table class="by-stage">
                    <thead><tr><th scope="col">{texts.summary.indicator}</th>{heads}</tr></thead>
                    {body}
                </table>
            </div>
        </section>
    }
}

/// Which two stages are held against each other, and what of it is shown.
#[component]
fn Narrow(columns: Memo<Vec<Stage>>, pair: Memo<(Stage, Stage)>, form: StageForm) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    let select = move |id: &'static str,
                       label: &'static str,
                       into: RwSignal<Option<Stage>>,
                       now: fn((Stage, Stage)) -> Stage| {
        let options = live(move || {
            let option = |at: Stage| {
                let selected = live(move || now(pair.get()) == at);
                view! { <option value=at.code() prop:selected=selected>{stage(language, at)}</option> }
                    .into_any()
            };
            columns.get().into_iter().map(option).collect::<Vec<_>>()
        });
        let choose = on(move |event| into.set(Stage::from_code(&event_target_value(&event))));
        view! { <Field id=id label=label><select id=id data-testid=id on:change=choose>{options}</select></Field> }
    };
    let filters: Vec<_> = Filter::ALL
        .into_iter()
        .zip(t.filters)
        .enumerate()
        .map(|(at, (filter, name))| {
            let selected = live(move || form.filter.get() == filter);
            view! { <option value=at prop:selected=selected>{name}</option> }
        })
        .collect();
    let choose = on(move |event| {
        let at: usize = event_target_value(&event).parse().unwrap_or_default();
        form.filter.set(Filter::ALL.get(at).copied().unwrap_or_default());
    });
    view! {
        <div class="fields">
            {select("dari-tahap", t.from, form.from, |pair| pair.0)}
            {select("ke-tahap", t.to, form.to, |pair| pair.1)}
            <Field id="beda-tahap" label=t.show>
                <select id="beda-tahap" data-testid="differences" on:change=choose>{filters}</select>
            </Field>
        </div>
    }
}

fn row(app: App, draft: &str, of: &Assessment, indicator: &Indicator, columns: &[Stage]) -> AnyView {
    let number = indicator.number;
    let values: BTreeMap<Stage, _> = columns.iter().map(|at| (*at, of.value_at(*at, number))).collect();
    let mut before = None;
    let cells: Vec<_> = columns
        .iter()
        .enumerate()
        .map(|(place, at)| {
            let now = values.get(at).copied().flatten();
            let turn = if place == 0 { Turn::Same } else { Turn::of(before, now.map(|(value, _)| value)) };
            let cell = cell(app, draft, number, *at, now, before, turn);
            before = now.map(|(value, _)| value);
            cell
        })
        .collect();
    let title = format!("{number}. {}", indicator.short_title);
    view! { <tr data-testid=format!("row-{number}")><th scope="row" lang="id">{title}</th>{cells}</tr> }
        .into_any()
}

fn cell(
    app: App,
    draft: &str,
    number: Number,
    at: Stage,
    now: Option<(Value, Stage)>,
    before: Option<Value>,
    turn: Turn,
) -> AnyView {
    let (t, language) = (&app.texts().stages, app.language.get_untracked());
    let given = now.is_some_and(|(_, of)| of == at);
    let mut said = vec![match now {
        Some((of, _)) => value(language, of),
        None => t.no_value.to_owned(),
    }];
    if now.is_some() {
        said.push(if given { t.given_here } else { t.taken_over }.to_owned());
    }
    let mark = match (turn, before, now) {
        (Turn::Rose, Some(before), Some((now, _))) => {
            said.push((t.rose)(&value(language, apart(before, now))));
            Some(("rise", "▲"))
        }
        (Turn::Fell, Some(before), Some((now, _))) => {
            said.push((t.fell)(&value(language, apart(before, now))));
            Some(("fall", "▼"))
        }
        _ => None,
    };
    let shown = match now {
        Some((of, _)) if given => value(language, of),
        Some((of, _)) => format!("({})", value(language, of)),
        None => "–".to_owned(),
    };
    let label = format!("{}: {}", (t.cell)(number, stage(language, at)), said.join(", "));
    let href = Route::Draft(draft.to_owned(), Page::Indicator(number)).href();
    let class = if given { "num given" } else { "num" };
    let mark = mark.map(|(class, mark)| view! { <span class=class aria-hidden="true">{mark}" "</span> });
    view! { <td class=class><a href=href aria-label=label on:click=on(move |_| app.work_at(at))>{mark}{shown}</a></td> }.into_any()
}

fn apart(a: Value, b: Value) -> Value {
    Value::hundredths(a.as_hundredths().abs_diff(b.as_hundredths()))
}

/// What one value is more than another, with its sign.
fn difference(language: Language, before: Value, after: Value) -> String {
    let sign = match after.cmp(&before) {
        std::cmp::Ordering::Less => "−",
        std::cmp::Ordering::Equal => "±",
        std::cmp::Ordering::Greater => "+",
    };
    format!("{sign}{}", value(language, apart(before, after)))
}
