use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::pages::workspace::Desk;
use crate::app::route::{Page, Route};
use crate::app::show::{title, when};
use crate::app::state::{App, Left, Merged, use_app};
use crate::exchange::table_csv;
use crate::front::{live, on};
use crate::platform;
use crate::text::{readable, value};

/// Most rows that are shown of one file; all of them are in what is saved.
const SHOWN: usize = 200;

/// Laporan penggabungan: what was taken from whom, and what was chosen.
#[component]
pub fn Report(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().merging;
    title(app, t.report);
    let id = desk.id.clone();
    let to_draft = Route::Draft(desk.id, Page::Summary).href();
    let content = live(move || {
        let merged = app.merged.get().filter(|merged| merged.draft == id);
        match merged {
            None => view! { <p class="soft">{t.no_report}</p> }.into_any(),
            Some(merged) => view! { <Told merged=merged/> }.into_any(),
        }
    });
    view! {
        <div class="page">
            <h1 tabindex="-1">{t.report}</h1>
            {content}
            <p class="actions"><a class="btn quiet" href=to_draft>{t.to_draft}</a></p>
        </div>
    }
}

#[component]
fn Told(merged: Arc<Merged>) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().merging, app.language.get_untracked());
    let about = about(app, &merged);
    let parts: Vec<_> = merged
        .parts
        .iter()
        .map(|part| {
            let (file, rows) = (&part.file, part.rows(language));
            let counts = (t.counted)(part.counts);
            let undone = part.undone.then(|| view! { <p class="note warn">{t.undone}</p> }.into_any());
            let more = rows.len().saturating_sub(SHOWN);
            let lines: Vec<_> = rows
                .iter()
                .take(SHOWN)
                .map(|[_, place, outcome, mine, theirs, by]| {
                    let (place, mine, theirs) = (readable(place), short(mine), short(theirs));
                    let (outcome, by) = (outcome.clone(), readable(by));
                    view! {
                        <tr>
                            <th scope="row">{place}</th><td>{outcome}</td>
                            <td lang="id">{mine}</td><td lang="id">{theirs}</td><td>{by}</td>
                        </tr>
                    }
                    .into_any()
                })
                .collect();
            let [_, heads @ ..] = t.columns;
            let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect();
            let nothing = lines.is_empty();
            view! {
                <section class="card stack" data-testid="merge-report">
                    <h2 class="address">{readable(file)}</h2>
                    <p>{counts}</p>
                    {undone}
                    {nothing.then_some(t.report_none)}
                    <div class="scroll" tabindex="0" role="region" aria-label=readable(file) hidden=nothing>
                        <table class="report"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>
                    </div>
                    {(more > 0).then(|| format!("+ {more}"))}
                </section>
            }
            .into_any()
        })
        .collect();
    let about_lines: Vec<_> =
        about.into_iter().map(|line| view! { <p class="address">{line}</p> }.into_any()).collect();
    let (of_copy, of_text, of_table) = (merged.clone(), merged.clone(), merged);
    let copy = on(move |_| {
        let text = as_text(app, &of_copy);
        spawn_local(async move {
            app.say(if platform::copy(&text).await { t.copied } else { t.not_copied });
        });
    });
    let save = move |name: &'static str, text: String| match platform::download(name, &text) {
        Ok(()) => {}
        Err(why) => app.say((app.texts().frame.export_failed)(&why)),
    };
    let save_text = on(move |_| save("takar-laporan-gabungan.txt", as_text(app, &of_text)));
    let save_table = on(move |_| {
        let mut rows = vec![t.columns.map(str::to_owned)];
        rows.extend(of_table.parts.iter().flat_map(|part| part.rows(language)).cloned());
        save("takar-laporan-gabungan.csv", table_csv(rows.iter().map(<[String; 6]>::as_slice)));
    });
    view! {
        <section class="card stack">
            {about_lines}
            <div class="actions">
                <button class="btn" on:click=copy>{t.copy}</button>
                <button class="btn saves" data-testid="report-text" on:click=save_text>{t.save_text}</button>
                <button class="btn saves" data-testid="report-table" on:click=save_table>{t.save_table}</button>
            </div>
        </section>
        {parts}
    }
}

/// What is to say of all files together.
fn about(app: App, merged: &Merged) -> Vec<String> {
    let (t, language) = (&app.texts().merging, app.language.get_untracked());
    let show = |(index, predicate): &(crate::instrument::Value, String)| {
        format!("{} · {predicate}", value(language, *index))
    };
    let mut lines = vec![
        (t.report_about)(&readable(&merged.name), &when(app, &merged.at.at)),
        match merged.parts.iter().filter(|part| part.undone).count() {
            0 => format!("{}: {} → {}", t.index, show(&merged.standing[0]), show(&merged.standing[1])),
            undone if undone == merged.parts.len() => t.all_undone.to_owned(),
            undone => (t.undone_of)(undone, merged.parts.len()),
        },
        (if merged.kept { t.with_snapshot } else { t.without_snapshot }).to_owned(),
    ];
    lines.extend(merged.left.iter().map(|(file, why)| {
        let why = match why {
            Left::Open(open) => (t.left_open)(*open),
            Left::Frozen(fields) => (app.texts().stages.left_frozen)(*fields),
            Left::Failed(problem) => (app.texts().problem)(problem).what,
        };
        (t.left)(&readable(file), &why)
    }));
    lines
}

fn as_text(app: App, merged: &Merged) -> String {
    let (t, language) = (&app.texts().merging, app.language.get_untracked());
    let mut text = format!("{}\n{}\n", t.report, about(app, merged).join("\n"));
    for part in &merged.parts {
        text.push_str(&format!("\n{}\n", (app.texts().merge.counts)(&readable(&part.file), part.counts)));
        for [_, place, outcome, mine, theirs, by] in part.rows(language) {
            text.push_str(&format!("- {place}: {outcome} ({by})\n"));
            for (name, side) in [(t.columns[3], mine), (t.columns[4], theirs)] {
                if !side.is_empty() {
                    text.push_str(&format!("  {name}: {}\n", side.replace('\n', "\n    ")));
                }
            }
        }
    }
    text
}

fn short(text: &str) -> String {
    let text = readable(text);
    let mut short: String = text.chars().take(160).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
