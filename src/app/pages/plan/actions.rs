use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::Planning;
use super::kept::{At, edited, key, read, write_step};
use super::step::{DueDay, Effort, Owner};
use crate::app::pages::summary::IndicatorLink;
use crate::app::pages::workspace::Desk;
use crate::app::parts::{OfUnit, UnitFilter};
use crate::app::save::save_plan_table;
use crate::app::state::{Action as Offer, use_app};
use crate::app::units::Part;
use crate::assessment::{Progress, Step};
use crate::front::{live, memo, on, shown_when};
use crate::plan::{Action, ActionPlan, action_plan};
use crate::platform;
use crate::text::{exact, value};

/// What is planned, by whom, until when, and how far it is.
#[component]
pub fn Actions(planning: Planning) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let (desk, by_due) = (planning.desk, planning.form.by_due);
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    let plan = memo(move || {
        app.draft.with(|draft| {
            draft.as_ref().map(|draft| Arc::new(action_plan(&draft.instrument, &draft.assessment)))
        })
    });
    let by_at = memo(move || {
        let plan = plan.get();
        let actions = plan.iter().flat_map(|plan| &plan.actions);
        actions
            .map(|action| ((action.number, action.level), action.clone()))
            .collect::<BTreeMap<At, Action>>()
    });
    // A unit's steps are those it takes; without a named unit, those of its indicators.
    let ats = memo(move || {
        let part = of_unit.part();
        app.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let shown = |action: &&Action| match &part {
                None => true,
                Some(Part::Unit(id)) => action.owners(&draft.assessment).contains(&id),
                Some(Part::Nobody) => action.owners(&draft.assessment).is_empty(),
            };
            by_at.with(|all| {
                let mut actions: Vec<_> = all.values().filter(shown).collect();
                if by_due.get() {
                    // Those without a day stand last.
                    actions.sort_by_key(|action| (action.step.due.is_none(), action.step.due));
                }
                actions.into_iter().map(|action| (action.number, action.level)).collect::<Vec<At>>()
            })
        })
    });
    let some = memo(move || by_at.with(|all| !all.is_empty()));
    let totals = live(move || Some(totals(app, &*plan.get()?)));
    let end = live(move || {
        let end = plan.get()?.end.clone();
        Some((t.end)(&value(language, end.index.rounded()), &end.predicate))
    });
    let narrowed = live(move || of_unit.part().is_some().then_some(t.end_of_all));
    let share = live(move || {
        let (done, all) = plan.get().map_or((0, 0), |plan| (plan.effort_done, plan.effort));
        format!("{}%", done * 100 / all.max(1))
    });
    let for_rows = desk.clone();
    let row = move |at: At| view! { <Row desk=for_rows.clone() all=by_at at=at/> }.into_any();
    let none_of_unit = move || some.get() && ats.with(Vec::is_empty);
    let save = on(move |_| save_plan_table(app));
    view! {
        <section class="card stack actions-card" aria-labelledby="rencana-aksi">
            <h2 id="rencana-aksi" tabindex="-1">{t.actions}</h2>
            <p class="soft small no-print">{t.actions_text}</p>
            {shown_when(move || !some.get(), move || view! { <p class="note">{t.no_actions}</p> }.into_any())}
            <div class="stack" hidden=live(move || !some.get())>
                <div class="stack" role="status" data-testid="plan-totals">
                    <p>{totals}" "{end}" "{narrowed}</p>
                </div>
                <div class="progress" aria-hidden="true"><i style:width=share></i></div>
                <div class="actions no-print">
                    <UnitFilter id="rencana-unit" chosen=of_unit/>
                    <label class="tick">
                        <input type="checkbox" data-testid="by-due" prop:checked=live(move || by_due.get())
                            on:change=on(move |event| by_due.set(event_target_checked(&event)))/>
                        {t.by_due}
                    </label>
                    <button class="btn small-btn saves" data-testid="plan-csv" on:click=save>{t.save_table}</button>
                    <button class="btn small-btn" on:click=on(|_| platform::print())>{t.print}</button>
                </div>
                {shown_when(none_of_unit, move || view! { <p class="note">{t.no_actions_of_unit}</p> }.into_any())}
                <div class="scroll tall" tabindex="0" role="region" aria-labelledby="rencana-aksi">
                    <table class="stacked action-plan">
                        <thead><tr>
                            <th scope="col">{t.step}</th>
                            <th scope="col" class="num">{t.gain}</th>
                            <th scope="col">{t.effort}</th>
                            <th scope="col">{t.owner}</th>
                            <th scope="col">{t.due}</th>
                            <th scope="col">{t.progress}</th>
                            <th scope="col">{t.note}</th>
                            <td class="no-print"></td>
                        </tr></thead>
                        <tbody><For each=move || ats.get() key=|at| *at children=row/></tbody>
                    </table>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn totals(app: crate::app::state::App, plan: &ActionPlan) -> String {
    let done = plan.actions.iter().filter(|action| action.is_done()).count();
    let share = plan.effort_done * 100 / plan.effort.max(1);
    (app.texts().plan.done_of)(done, plan.actions.len(), plan.effort_done, plan.effort, share)
}

#[component]
fn Row(desk: Desk, all: Memo<BTreeMap<At, Action>>, at: At) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let (number, level) = at;
    let of = memo(move || all.with(|all| all.get(&at).cloned()));
    let indicator = desk.instrument.indicator(number).cloned();
    let link =
        indicator.map(|indicator| view! { <IndicatorLink draft=desk.id.clone() indicator=indicator/> });
    let gain = live(move || {
        of.with(|of| {
            let of = of.as_ref().filter(|of| !of.reached)?;
            Some(format!("+{}", exact(language, of.gain, 2)))
        })
    });
    let marks = live(move || {
        let of = of.get()?;
        let late = of.step.due.is_some_and(|due| due < platform::today()) && !of.is_done();
        let levels: Vec<_> = of.skipped.iter().map(ToString::to_string).collect();
        let skipped = (!levels.is_empty() && !of.reached).then(|| (t.skipped)(&levels.join(", ")));
        Some(
            view! {
                {of.reached.then(|| view! { <span class="chip good">{t.level_reached}</span> })}
                {late.then(|| view! { <span class="chip bad">{t.overdue}</span> })}
                {skipped.map(|text| view! { <span class="chip warn">{text}</span> })}
            }
            .into_any(),
        )
    });
    let now = memo(move || read::<Step>(app, &key(at)).progress);
    let options: Vec<_> = Progress::ALL
        .into_iter()
        .zip(t.progresses)
        .map(|(each, text)| {
            view! { <option value=each.code() prop:selected=live(move || now.get() == each)>{text}</option> }
                .into_any()
        })
        .collect();
    let choose = on(move |event| {
        let Some(progress) = Progress::from_code(&event_target_value(&event)) else { return };
        if let Err(reason) = write_step(app, at, move |step| step.progress = progress) {
            app.say((app.texts().refused)(&reason));
        }
    });
    let note = memo(move || read::<Step>(app, &key(at)).note);
    let write = on(move |event| {
        let note = event_target_value(&event).trim().to_owned();
        if let Err(reason) = write_step(app, at, move |step| step.note = note) {
            app.say((app.texts().refused)(&reason));
        }
    });
    let out = on(move |_| match app.change(edited::<Step>(app, &key(at), |step| step.planned = false)) {
        Ok(()) => {
            app.say_with((t.taken_out)(number, level), Offer::Undo);
            platform::focus("#rencana-aksi");
        }
        Err(reason) => app.say((app.texts().refused)(&reason)),
    });
    view! {
        <tr data-testid="action" data-step=key(at)>
            <th scope="row">
                <span class="line">{link}<span class="chip">{(t.level)(level)}</span>{marks}</span>
            </th>
            <td class="num" data-label=t.gain>{gain}</td>
            <td data-label=t.effort><Effort at=at place="aksi" bare=true/></td>
            <td data-label=t.owner><Owner at=at/></td>
            <td data-label=t.due><DueDay at=at/></td>
            <td data-label=t.progress>
                <select aria-label=(t.on_step)(t.progress, number, level) data-testid=format!("progress-{number}-{level}") on:change=choose>{options}</select>
            </td>
            <td data-label=t.note>
                <textarea rows="1" aria-label=(t.on_step)(t.note, number, level) prop:value=live(move || note.get()) on:change=write></textarea>
                <span class="on-paper" aria-hidden="true">{live(move || note.get())}</span>
            </td>
            <td class="no-print">
                <button class="btn quiet small-btn" aria-label=(t.on_step)(t.take_out, number, level) on:click=out>{t.take_out}</button>
            </td>
        </tr>
    }
    .into_any()
}
