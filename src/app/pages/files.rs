use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::parts::{Carry, CopyText, HelpLink};
use crate::app::route::{Page, Route};
use crate::app::save::{save_register, save_register_table, save_to_file, save_without_history};
use crate::app::show::title;
use crate::app::state::use_app;
use crate::exchange::file_name;
use crate::front::{ImportButton, live, on};

/// Tukar data: the draft as a file, files into the draft, and what was there before.
#[component]
pub fn Files(desk: Desk) -> impl IntoView {
    let app = use_app();
    let (t, bring, points) = (&app.texts().files, &app.texts().bring, &app.texts().recovery);
    let check = Route::Draft(desk.id.clone(), Page::Check).href();
    title(app, t.title);
    let report = Route::Draft(desk.id.clone(), Page::Merged).href();
    let of_merged = desk.id.clone();
    let merged = live(move || {
        let here = app.merged.with(|merged| merged.as_ref().is_some_and(|merged| merged.draft == of_merged));
        here.then(|| {
            view! { <a class="btn quiet" href=report.clone()>{app.texts().merging.to_report}</a> }.into_any()
        })
    });
    let name = move || {
        app.draft.with(|draft| draft.as_ref().map(|draft| file_name(&draft.assessment))).unwrap_or_default()
    };
    let recovery = Route::Draft(desk.id.clone(), Page::Recovery).href();
    let of = desk.id;
    let age = live(move || {
        let age = app.export_age(&of);
        (app.texts().settings.age)(age.saved, age.changes)
    });
    view! {
        <div class="page">
            <div class="line"><h1 tabindex="-1">{t.title}</h1><HelpLink part="kirim"/></div>
            <section class="card stack saves">
                <h2>{t.export_title}</h2>
                <p>{live(move || (t.export_text)(&name()))}</p>
                <p data-testid="export-age">{age}</p>
                <div class="actions">
                    <button class="btn" on:click=on(move |_| save_to_file(app))>{app.texts().frame.save_to_file}</button>
                    <a class="btn quiet" href="#/pengaturan">{app.texts().backup.title}</a>
                </div>
                <p class="soft small">{app.texts().history.leave_out_text}</p>
                <p><button class="btn" data-testid="export-without-history" on:click=on(move |_| save_without_history(app))>{app.texts().history.leave_out}</button></p>
            </section>
            <CopyText text=move || app.open_as_text()/>
            <section class="card stack saves">
                <h2>{bring.save}</h2>
                <p>{bring.save_text}</p>
                <div class="actions">
                    <button class="btn" data-testid="export-evidence" on:click=on(move |_| save_register(app))>{bring.save_file}</button>
                    <button class="btn" data-testid="export-evidence-table" on:click=on(move |_| save_register_table(app))>{bring.save_table}</button>
                    <a class="btn quiet" href=check>{app.texts().folder.link}</a>
                </div>
            </section>
            <Carry/>
            <section class="card stack picks">
                <h2>{t.import_title}</h2>
                <p>{t.import_text}</p>
                <p class="actions">
                    <ImportButton label=t.choose act=move |files| app.take_all(files)/>
                    {merged}
                </p>
            </section>
            <section class="card stack">
                <h2>{points.title}</h2>
                <p>{points.link_text}</p>
                <div class="actions">
                    <a class="btn" href=recovery>{points.link}</a>
                    <a class="btn quiet" href=Route::Space.href()>{app.texts().space.open}</a>
                </div>
            </section>
        </div>
    }
}
