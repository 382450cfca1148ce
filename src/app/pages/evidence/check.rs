use std::sync::Arc;

use leptos::prelude::*;

use crate::app::pages::workspace::Desk;
use crate::app::parts::{FilesButton, Pair};
use crate::app::route::{Page, Route};
use crate::app::show::title;
use crate::app::state::{Folder, use_app};
use crate::exchange::{Outcome, file_name, folder_csv};
use crate::front::{live, memo, on};
use crate::platform;
use crate::text::{bytes, folder_words, readable};

/// A row of the result: its place among the words of [`folder_words`], a document, a path.
struct Row {
    outcome: usize,
    document: Option<(String, String)>,
    path: String,
}

/// How many rows are shown; the table as a file has all.
const SHOWN: usize = 100;

/// Whether the files of a folder are those that were registered; and those that are, as a package.
#[component]
pub fn Check(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.folder;
    title(app, t.title);
    let id = desk.id.clone();
    let back = Route::Draft(id.clone(), Page::Evidence).href();
    let folder = memo(move || ById(app.folder.get().filter(|folder| folder.draft == id)));
    let with_files = memo(move || {
        app.draft.with(|draft| {
            let all = draft.iter().flat_map(|draft| draft.assessment.evidence.values());
            all.filter(|evidence| evidence.sha256().is_some()).count()
        })
    });
    view! {
        <div class="page">
            <div class="stack">
                <p class="crumbs small"><a href=back><span aria-hidden="true">"← "</span>{texts.document.back}</a></p>
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
                <p class="soft">{live(move || (t.registered)(with_files.get()))}</p>
                <div class="actions">
                    <FilesButton label=texts.work.choose_folder folder=true testid="check-folder" chosen=move |files| app.look_through(files)/>
                    <FilesButton label=texts.work.choose_files testid="check-files" chosen=move |files| app.look_through(files)/>
                </div>
            </div>
            {live(move || folder.get().0.map(|folder| view! { <Result folder=folder/> }.into_any()))}
        </div>
    }
}

/// The same folder is the same object.
#[derive(Clone)]
struct ById(Option<Arc<Folder>>);

impl PartialEq for ById {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}

#[component]
fn Result(folder: Arc<Folder>) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().folder, app.language.get_untracked());
    let rows = rows(&folder);
    let counts: Vec<_> = app
        .texts()
        .tables
        .outcomes
        .into_iter()
        .enumerate()
        .filter_map(|(at, name)| {
            let count = rows.iter().filter(|row| row.outcome == at).count();
            (count > 0).then(|| view! { <Pair term=name>{count}</Pair> }.into_any())
        })
        .collect();
    let more = rows.len().saturating_sub(SHOWN);
    let shown: Vec<_> = rows.into_iter().take(SHOWN).map(|row| row_view(&folder.draft, row)).collect();
    let unreadable: Vec<_> = folder
        .unreadable
        .iter()
        .map(|path| {
            view! { <p class="note warn">{(app.texts().work.unreadable)(&readable(path))}</p> }.into_any()
        })
        .collect();
    let of_table = folder.clone();
    let table = on(move |_| {
        let text = app.draft.with_untracked(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            Some((folder_csv(assessment, &of_table.check, &folder_words(language)), file_name(assessment)))
        });
        let Some((text, name)) = text else { return };
        let name = name.replace("takar-", "takar-periksa-folder-").replace(".json", ".csv");
        match platform::download(&name, &text) {
            Ok(()) => app.say((app.texts().frame.exported)(&name)),
            Err(why) => app.say((app.texts().frame.export_failed)(&why)),
        }
    });
    view! {
        <section class="card stack" aria-labelledby="hasil-periksa" data-testid="folder-result">
            <h2 id="hasil-periksa" tabindex="-1">{t.result}</h2>
            <p class="soft" role="status">{(t.looked)(folder.count, &bytes(language, folder.size))}</p>
            {(folder.check.passed_over > 0).then(|| view! { <p class="soft small">{(t.passed_over)(folder.check.passed_over)}</p> }.into_any())}
            {unreadable}
            <dl class="pairs">{counts}</dl>
            <div class="scroll tall" tabindex="0" role="region" aria-labelledby="hasil-periksa">
                <table class="outcomes">
                    <thead><tr>
                        <th scope="col">{t.outcome}</th>
                        <th scope="col">{t.document}</th>
                        <th scope="col">{t.file}</th>
                    </tr></thead>
                    <tbody>{shown}</tbody>
                </table>
            </div>
            {(more > 0).then(|| view! { <p class="soft small">{(t.more)(more)}</p> }.into_any())}
            <p class="saves"><button class="btn" on:click=table data-testid="folder-csv">{t.save_table}</button></p>
        </section>
        <Pack folder=folder/>
    }
}

fn row_view(draft: &str, Row { outcome, document, path }: Row) -> AnyView {
    let t = &use_app().texts().tables;
    let tone = match outcome {
        0 => "chip good",
        1 | 4 => "chip warn",
        2 | 3 => "chip bad",
        _ => "chip",
    };
    let document = document.map(|(id, title)| {
        let href = Route::Draft(draft.to_owned(), Page::Document(id)).href();
        view! { <a href=href lang="id">{title}</a> }
    });
    view! {
        <tr data-testid="folder-row">
            <td><span class=tone>{t.outcomes[outcome]}</span></td>
            <th scope="row">{document}</th>
            <td class="address">{readable(&path)}</td>
        </tr>
    }
    .into_any()
}

/// The rows of the result, what needs a person first.
fn rows(folder: &Folder) -> Vec<Row> {
    let app = use_app();
    let title = |id: &String| {
        app.draft.with_untracked(|draft| {
            let evidence = draft.as_ref().and_then(|draft| draft.assessment.evidence.get(id));
            (id.clone(), evidence.map_or_else(|| id.clone(), |evidence| readable(&evidence.title)))
        })
    };
    let check = &folder.check;
    let mut rows: Vec<Row> = Vec::new();
    for (id, outcome) in &check.documents {
        let (outcome, path) = match outcome {
            Outcome::Identical { path } => (0, path.clone()),
            Outcome::Renamed { path } => (1, path.clone()),
            Outcome::Changed { path } => (2, path.clone()),
            Outcome::Missing => (3, String::new()),
            Outcome::Unproven { path } => (4, path.clone()),
        };
        rows.push(Row { outcome, document: Some(title(id)), path });
    }
    rows.extend(check.without_file.iter().map(|id| Row {
        outcome: 5,
        document: Some(title(id)),
        path: String::new(),
    }));
    rows.extend(check.copies.iter().map(|(path, id)| Row {
        outcome: 6,
        document: Some(title(id)),
        path: path.clone(),
    }));
    rows.extend(check.unregistered.iter().map(|path| Row { outcome: 7, document: None, path: path.clone() }));
    const FIRST: [usize; 8] = [5, 3, 0, 1, 2, 6, 7, 4];
    rows.sort_by_key(|row| FIRST[row.outcome]);
    rows
}

/// The files that are what was registered, as one ZIP.
#[component]
fn Pack(folder: Arc<Folder>) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().folder, app.language.get_untracked());
    let about = live(move || {
        let contents = app.contents(&folder)?;
        let folder = folder.clone();
        let text = (t.pack_text)(contents.packed.len(), &bytes(language, contents.size));
        let left_out = (!contents.left_out.is_empty()).then(|| {
            view! { <p class="note warn">{(t.pack_left_out)(contents.left_out.len())}</p> }.into_any()
        });
        if contents.too_large() {
            let text = (t.pack_too_large)(
                &bytes(language, contents.size),
                &bytes(language, platform::PACKAGE_LIMIT),
            );
            return Some(view! { <p class="note bad" role="alert">{text}</p> }.into_any());
        }
        let empty = contents.packed.is_empty();
        Some(view! {
            <p>{text}</p>
            {left_out}
            {empty.then(|| view! { <p class="note">{t.pack_empty}</p> }.into_any())}
            <p>
                <button class="btn primary saves" disabled=empty data-testid="pack" on:click=on(move |_| app.pack(folder.clone()))>
                    {t.pack_button}
                </button>
            </p>
        }.into_any())
    });
    view! {
        <section class="card stack" aria-labelledby="paket">
            <h2 id="paket">{t.pack}</h2>
            <p class="soft">{t.pack_intro}</p>
            {about}
        </section>
    }
}
