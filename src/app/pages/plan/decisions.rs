use leptos::prelude::*;

use super::Planning;
use super::kept::{edited, lock};
use super::step::Effort;
use crate::app::pages::summary::IndicatorLink;
use crate::app::pages::workspace::Desk;
use crate::app::parts::Steps;
use crate::app::state::use_app;
use crate::assessment::Aim;
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Indicator, Value};
use crate::plan::Options;
use crate::platform;
use crate::text::value;

/// Aim, lock and efforts of every indicator, also of those that the way leaves alone.
#[component]
pub fn Decisions(planning: Planning) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().plan;
    let open = RwSignal::new(false);
    let turn = on(move |event: leptos::ev::Event| open.set(platform::is_unfolded(&event)));
    let table = move || {
        let rows: Vec<_> = planning
            .desk
            .instrument
            .indicators()
            .map(|of| row(&planning.desk, of, planning.options))
            .collect();
        view! {
            <p class="soft small">{t.decisions_text}</p>
            <div class="scroll tall" tabindex="0" role="region" aria-labelledby="keputusan">
                <table class="decisions">
                    <thead><tr>
                        <th scope="col">{t.indicator}</th>
                        <th scope="col">{t.present}</th>
                        <th scope="col">{t.aim}</th>
                        <th scope="col">{t.lock}</th>
                        <th scope="col">{t.efforts}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <details on:toggle=turn data-testid="decisions">
            <summary id="keputusan">{t.decisions}</summary>
            {shown_when(move || open.get(), table)}
        </details>
    }
    .into_any()
}

fn row(desk: &Desk, indicator: &Indicator, options: Memo<Options>) -> AnyView {
    let app = use_app();
    let (t, language) = (&app.texts().plan, app.language.get_untracked());
    let (number, score) = (indicator.number, desk.score);
    let model = desk.instrument.model_of(indicator).cloned();
    let levels = model.as_ref().map(|model| model.levels.clone()).unwrap_or_default();
    let now = memo(move || score.with(|score| score.indicator(number).and_then(|of| of.value)));
    let level = Signal::derive(move || Some(model.as_ref()?.level_at(now.get()?)?.level));
    let shown = live(move || now.get().map(|now| value(language, now)));
    let aim = memo(move || options.with(|options| options.aims.get(&number).copied()));
    let locked = memo(move || options.with(|options| options.locked.contains(&number)));
    let mut choices: Vec<(Value, String)> =
        levels.iter().skip(1).map(|level| (level.value, (t.level)(level.level))).collect();
    // An aim from a file may lie between two levels.
    if let Some(aim) = aim.get_untracked().filter(|aim| choices.iter().all(|(value, _)| value != aim)) {
        choices.push((aim, value(language, aim)));
        choices.sort_by_key(|(value, _)| *value);
    }
    let options: Vec<_> = choices
        .into_iter()
        .map(|(of, text)| {
            let selected = live(move || aim.get() == Some(of));
            view! { <option value=of.to_string() prop:selected=selected>{text}</option> }.into_any()
        })
        .collect();
    let choose = on(move |event| {
        let target = event_target_value(&event).parse::<Value>().ok();
        app.change_or_say(edited::<Aim>(app, &number.to_string(), |aim| aim.target = target));
    });
    let hold = on(move |event| lock(app, number, event_target_checked(&event)));
    let bottom = levels.first().map(|level| level.level);
    let efforts: Vec<_> = levels
        .iter()
        .filter(|level| Some(level.level) != bottom)
        .map(|name| {
            let at = (number, name.level);
            let passed = live(move || level.get().is_some_and(|now| now >= at.1));
            view! { <span class="effort-of" hidden=passed><span aria-hidden="true">{at.1}</span><Effort at=at place="semua" bare=true/></span> }
                .into_any()
        })
        .collect();
    view! {
        <tr>
            <th scope="row"><IndicatorLink draft=desk.id.clone() indicator=indicator.clone()/></th>
            <td><span class="line"><Steps level=level/>{shown}</span></td>
            <td>
                <select aria-label=(t.on_indicator)(t.aim, number) data-testid=format!("aim-{number}") on:change=choose>
                    <option value="" prop:selected=live(move || aim.get().is_none())>{t.no_aim}</option>
                    {options}
                </select>
            </td>
            <td><label class="tick">
                <input type="checkbox" aria-label=(t.on_indicator)(t.lock, number) prop:checked=live(move || locked.get()) on:change=hold/>
            </label></td>
            <td><span class="efforts">{efforts}</span></td>
        </tr>
    }
    .into_any()
}
