//! A backup that was opened, before anything changes.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::app::parts::{Field, Refusal, described_by, in_words};
use crate::app::route::{Page, Route};
use crate::app::show::when;
use crate::app::state::{
    App, BackupPreview, BackupReport, BackupRow, Bring, IncomingFile, LockedFile, Outcome, use_app,
};
use crate::assessment::merge::Choices;
use crate::exchange::{BackupFate, merge};
use crate::front::{live, memo, on};
use crate::platform;
use crate::text::readable;

/// An encrypted backup: its password is asked for.
#[component]
pub fn Locked(locked: Arc<LockedFile>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.backup;
    let password = RwSignal::from(locked.password.clone());
    let failed = RwSignal::from(locked.failed.clone());
    let busy = RwSignal::from(locked.busy.clone());
    let show = RwSignal::new(false);
    let name = readable(&locked.name);
    let unlock = on(move |event: ev::MouseEvent| {
        event.prevent_default();
        app.unlock(&locked);
    });
    let close = on(move |_| app.incoming.set(IncomingFile::None));
    let wrong = Signal::derive(move || {
        failed.get().map(|problem| {
            let message = (texts.problem)(&problem);
            format!("{} {}", message.what, message.todo)
        })
    });
    view! {
        <form class="card form" data-testid="locked">
            <h2>{t.locked}</h2>
            <p class="soft">{texts.open.file}": "<b>{name}</b></p>
            <p>{t.locked_text}</p>
            <Field id="kata-sandi" label=t.password error=wrong at_once=true>
                <input
                    id="kata-sandi"
                    type=live(move || if show.get() { "text" } else { "password" })
                    autocomplete="current-password"
                    data-testid="unlock-password"
                    prop:value=live(move || password.get())
                    on:input=on(move |event| password.set(event_target_value(&event)))
                    aria-invalid=live(move || failed.with(Option::is_some).then_some("true"))
                    aria-describedby=live(move || described_by("kata-sandi", false, failed.with(Option::is_some)))
                />
            </Field>
            <label class="tick">
                <input type="checkbox" prop:checked=live(move || show.get()) on:change=on(move |event| show.set(event_target_checked(&event)))/>
                {t.show}
            </label>
            <div class="actions">
                <button class="btn primary" type="submit" data-testid="unlock" disabled=live(move || password.with(String::is_empty) || busy.get()) on:click=unlock>{t.unlock}</button>
                <a class="btn quiet" href="#/" on:click=close>{texts.open.cancel}</a>
                <span role="status">{live(move || busy.get().then_some(t.unlocking))}</span>
            </div>
        </form>
    }
}

/// What is in a backup, or what became of it.
#[component]
pub fn ShowBackup(preview: Arc<BackupPreview>) -> impl IntoView {
    let done = RwSignal::from(preview.done.clone());
    live(move || match done.get() {
        None => chosen(use_app(), preview.clone()),
        Some(report) => result(use_app(), &preview, &report),
    })
}

fn name(app: App, row: &BackupRow) -> String {
    match &row.content {
        Ok(assessment) => {
            let year = (app.texts().frame.year)(assessment.year);
            format!("{} · {year}", readable(assessment.name()))
        }
        Err(_) => (app.texts().backup.unreadable_name)(&row.id),
    }
}

fn about(app: App, preview: &BackupPreview) -> AnyView {
    let texts = app.texts();
    let made = when(app, &preview.made.at);
    let about = (texts.backup.about)(&made, &readable(&preview.made.by), preview.rows.len());
    view! {
        <p class="soft">{texts.open.file}": "<b>{readable(&preview.name)}</b></p>
        <p>{about}</p>
        {(!preview.has_digest).then(|| view! { <p class="note warn">{texts.open.no_digest}</p> })}
    }
    .into_any()
}

fn chosen(app: App, preview: Arc<BackupPreview>) -> AnyView {
    let texts = app.texts();
    let t = &texts.backup;
    let wishes = RwSignal::from(preview.wishes.clone());
    let snapshots = RwSignal::from(preview.with_snapshots.clone());
    let rows: Vec<_> =
        preview.rows.iter().enumerate().map(|(at, row)| row_view(app, at, row, wishes)).collect();
    let count = preview.snapshots.len();
    let tried = RwSignal::new(false);
    let nothing = memo(move || wishes.with(|wishes| wishes.iter().all(|wish| *wish == Bring::Skip)));
    let about = about(app, &preview);
    let bring = on(move |_| {
        tried.set(true);
        if !nothing.get_untracked() {
            app.bring_backup(&preview);
        }
    });
    let close = on(move |_| app.incoming.set(IncomingFile::None));
    view! {
        <section class="card stack" data-testid="preview">
            <h2>{t.preview}</h2>
            {about}
            <p class="soft">{t.preview_text}</p>
            <ul class="backed-up" aria-label=t.preview>{rows}</ul>
            {(count > 0).then(|| view! {
                <label class="tick">
                    <input type="checkbox" prop:checked=live(move || snapshots.get()) on:change=on(move |event| snapshots.set(event_target_checked(&event)))/>
                    {(t.bring_snapshots)(count)}
                </label>
            })}
            <Refusal why=in_words(move || (tried.get() && nothing.get()).then_some(t.nothing_chosen))/>
            <div class="actions">
                <button class="btn primary" data-testid="bring-backup" on:click=bring>{t.bring}</button>
                <a class="btn quiet" href="#/" on:click=close>{texts.open.cancel}</a>
            </div>
        </section>
    }
    .into_any()
}

fn row_view(app: App, at: usize, row: &BackupRow, wishes: RwSignal<Vec<Bring>>) -> AnyView {
    let texts = app.texts();
    let t = &texts.backup;
    let name = name(app, row);
    let changed =
        row.content.as_ref().ok().map(|assessment| (texts.home.changed)(&when(app, &assessment.changed.at)));
    let here = row.local.as_ref().filter(|_| row.fate != BackupFate::Same).map(|here| {
        let changed = (texts.home.changed)(&when(app, &here.changed.at));
        view! { <p class="soft small">{texts.open.here}": "{changed}</p> }
    });
    let why = row.content.as_ref().err().map(|problem| {
        let (entry, id) = (row.entry.clone(), row.id.clone());
        let save = on(move |_| {
            if let Err(why) = platform::download(&format!("takar-{id}.json"), &entry.text()) {
                app.say((texts.frame.export_failed)(&why));
            }
        });
        view! {
            <p class="small">{t.unreadable}": "{(texts.problem)(problem).what}</p>
            <button class="btn quiet small-btn saves" on:click=save>{t.save_as_is}</button>
        }
        .into_any()
    });
    let fate = t.fates[match row.fate {
        BackupFate::New => 0,
        BackupFate::Same => 1,
        BackupFate::NewerHere => 2,
        BackupFate::NewerThere => 3,
        BackupFate::Both => 4,
        BackupFate::Differs => 5,
    }];
    let options: Vec<_> = row
        .ways
        .iter()
        .map(|way| {
            let way = *way;
            let chosen = live(move || wishes.with(|wishes| wishes.get(at) == Some(&way)));
            view! { <option value=way.code() prop:selected=chosen>{word(&t.ways, way)}</option> }
        })
        .collect();
    let choose = on(move |event| {
        if let Some(way) = Bring::from_code(&event_target_value(&event)) {
            wishes.update(|wishes| {
                if let Some(wish) = wishes.get_mut(at) {
                    *wish = way;
                }
            });
        }
    });
    let frozen = frozen_by_merge(row).map(|count| {
        view! { <p class="small concern">{(texts.stages.would_change)(count)}</p> }
    });
    let label = (t.way_of)(&name);
    view! {
        <li data-testid="backup-row">
            <div>
                <p><b lang="id">{name}</b>{row.deleted.then(|| view! { " "<span class="chip">{t.deleted}</span> })}</p>
                {changed.map(|changed| view! { <p class="soft small">{changed}</p> })}
                {why}
            </div>
            <div>
                <p>{fate}</p>
                {here}
                {frozen}
            </div>
            <select aria-label=label disabled=row.ways.len() < 2 on:change=choose>{options}</select>
        </li>
    }
    .into_any()
}

/// In how many fields of stages that are closed here merging would change something, where it would.
fn frozen_by_merge(row: &BackupRow) -> Option<usize> {
    let (here, there) = (row.local.as_ref()?, row.content.as_ref().ok()?);
    let merged = row.ways.contains(&Bring::Merge).then(|| merge(here, there).ok()).flatten()?;
    Some(here.frozen_fields(&merged.chosen(&Choices::default()))).filter(|count| *count > 0)
}

/// The word for a way, of words in the order of [`Bring::ALL`].
fn word(words: &[&'static str; 5], way: Bring) -> &'static str {
    let at = Bring::ALL.iter().position(|each| *each == way).unwrap_or_default();
    words[at]
}

fn result(app: App, preview: &BackupPreview, report: &BackupReport) -> AnyView {
    let texts = app.texts();
    let t = &texts.backup;
    let rows: Vec<_> = preview
        .rows
        .iter()
        .zip(&report.rows)
        .map(|(row, (wish, outcome))| {
            let name = name(app, row);
            let (text, class) = match outcome {
                Outcome::Left => (word(&t.done, Bring::Skip), "soft"),
                Outcome::Done(id) => {
                    // One that was brought back beside what took its id is a new draft.
                    let wish = if *id == row.id { *wish } else { Bring::AsNew };
                    (word(&t.done, wish), "verdict good")
                }
                Outcome::Full => (t.full, "verdict bad"),
                Outcome::Changed => (t.changed, "verdict bad"),
            };
            let open = match outcome {
                Outcome::Done(id) if row.content.is_ok() => {
                    let href = Route::Draft(id.clone(), Page::Summary).href();
                    let label = (t.open_draft)(&name);
                    view! { <a href=href lang="id" aria-label=label>{name}</a> }.into_any()
                }
                _ => view! { <span lang="id">{name}</span> }.into_any(),
            };
            view! { <li class="line">{open}" "<span class=class>{text}</span></li> }.into_any()
        })
        .collect();
    let (back, failed) = (report.snapshots, report.snapshots_failed);
    let about = about(app, preview);
    let close = on(move |_| app.incoming.set(IncomingFile::None));
    view! {
        <section class="card stack" data-testid="backup-result">
            <h2>{t.result}</h2>
            {about}
            <ul class="stack">{rows}</ul>
            {(back > 0).then(|| view! { <p>{(t.snapshots_back)(back)}</p> })}
            {(failed > 0).then(|| view! { <p class="verdict bad">{(t.snapshots_failed)(failed)}</p> })}
            <div class="actions"><a class="btn primary" href="#/" on:click=close>{texts.frame.go_home}</a></div>
        </section>
    }
    .into_any()
}
