use leptos::prelude::*;

use super::{FRAME, Making};
use crate::app::save::{save_chart, save_report, save_report_table};
use crate::app::state::use_app;
use crate::front::{live, on};
use crate::platform;
use crate::report::{Chart, Table};

/// Printing, and files.
#[component]
pub fn Saving(making: Making, empty: Memo<bool>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().report;
    let print = on(move |_| {
        if !platform::print_paper(FRAME) {
            app.say(t.print_failed);
        }
    });
    let save = on(move |_| {
        if let Some(paper) = making.paper.get_untracked() {
            save_report(app, &paper);
        }
    });
    let language = move || making.wish.with_untracked(|wish| wish.language);
    let button = |name: &'static str, testid: String, click: Box<dyn FnMut(leptos::ev::MouseEvent)>| {
        view! { <button class="btn small-btn saves" data-testid=testid on:click=click>{name}</button> }
            .into_any()
    };
    let tables: Vec<_> = Table::ALL
        .into_iter()
        .zip(t.table_names)
        .map(|(table, name)| {
            let click = on(move |_| save_report_table(app, language(), table));
            button(name, format!("table-{}", table.code()), click)
        })
        .collect();
    let charts = |pixels: bool, names: [&'static str; 3]| {
        let one = |(chart, name): (Chart, &'static str)| {
            let end = if pixels { "png" } else { "svg" };
            let click = on(move |_| save_chart(app, language(), chart, pixels));
            button(name, format!("chart-{}-{end}", chart.code()), click)
        };
        Chart::ALL.into_iter().zip(names).map(one).collect::<Vec<_>>()
    };
    view! {
        <section class="card stack" aria-label=t.save>
            <p class="actions">
                <button class="btn primary" data-testid="print-report" disabled=live(move || empty.get()) on:click=print>{t.print}</button>
                <button class="btn saves" data-testid="save-report" disabled=live(move || empty.get()) on:click=save>{t.save}</button>
            </p>
            <p class="soft small">{t.print_help}</p>
            <h2 class="saves">{t.tables}</h2>
            <div class="actions">{tables}</div>
            <h2 class="saves">{t.charts}</h2>
            <div class="actions">{charts(false, t.chart_svg)}{charts(true, t.chart_png)}</div>
        </section>
    }
}
