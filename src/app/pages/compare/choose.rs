use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::column::{Column, Found, Pick, Source, draft, file, name, what};
use super::{Beside, Group};
use crate::app::parts::{Field, FilesButton, PredicateChip, bands, difference, in_words};
use crate::app::state::{App, NotComparable, use_app};
use crate::assessment::Stage;
use crate::comparison::{MOST, View, views};
use crate::exchange::Warning;
use crate::front::{live, memo, on, shown_when};
use crate::platform::{self, Picked};
use crate::score::Difference;
use crate::text::{readable, value};

/// The columns with their indices, and what can be added to them.
#[component]
pub fn Columns(
    beside: Beside,
    all: Memo<Vec<Found>>,
    parts: Memo<Vec<Group>>,
    /// What differences are to; nothing while there is no column.
    base: Memo<Option<Pick>>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().compare;
    let rows = live(move || {
        let row = |found: Found| match found {
            Found::Column(column) => {
                let from = parts.with(|parts| {
                    let group = parts.iter().find(|group| group.columns.contains(&column));
                    group.map(|group| group.columns[group.base].clone())
                });
                let is_base = base.get().as_ref() == Some(&column.pick);
                column_row(app, beside, column, from, is_base)
            }
            Found::Not { letter, pick, why } => view! {
                <tr>
                    <th scope="row"><b>{letter.clone()}</b></th>
                    <td colspan="6" class="soft">{why}</td>
                    <td>{remove(app, beside, &letter, pick)}</td>
                </tr>
            }
            .into_any(),
        };
        all.get().into_iter().map(row).collect::<Vec<_>>()
    });
    view! {
        <section class="card stack" aria-labelledby="kolom">
            <h2 id="kolom" tabindex="-1">{t.columns}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="kolom">
                <table class="columns" data-testid="columns">
                    <thead><tr>
                        <th scope="col">{t.letter}</th>
                        <th scope="col">{t.what}</th>
                        <th scope="col">{t.base}</th>
                        <th scope="col" class="num">{t.index}</th>
                        <th scope="col">{t.predicate}</th>
                        <th scope="col" class="num">{t.difference}</th>
                        <th scope="col" class="num">{t.answered}</th>
                        <td></td>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Add beside=beside/>
        </section>
    }
}

/// `from` is the column of its instrument that it is held against.
fn column_row(app: App, beside: Beside, column: Column, from: Option<Column>, is_base: bool) -> AnyView {
    let (t, language) = (&app.texts().compare, app.language.get_untracked());
    let index = column.score.standing.index;
    let from = from.filter(|from| from.pick != column.pick);
    let shown = from.map(|from| difference(app, Difference::between(from.score.standing.index, index)));
    let opened = match column.pick.source {
        Source::File(at) => file(beside, at),
        Source::Draft(_) => None,
    };
    let file = opened.map(|opened| {
        let warnings: Vec<_> = opened
            .warnings
            .iter()
            .map(|warning| match warning {
                Warning::OtherEdition => app.texts().open.other_edition,
                Warning::NoDigest => app.texts().open.no_digest,
            })
            .map(|text| view! { <span class="soft small">{text}</span> }.into_any())
            .collect();
        let label = (t.on_column)(t.keep, &column.letter);
        let said = (t.not_stored)(&readable(&opened.name));
        let keep = on(move |_| app.keep_opened(&opened));
        view! {
            <span class="soft small">{said}</span>
            {warnings}
            <span><button class="link" aria-label=label on:click=keep>{t.keep}</button></span>
        }
        .into_any()
    });
    let (pick, letter) = (column.pick.clone(), column.letter.clone());
    let choose = on(move |_| {
        beside.base.set(Some(pick.clone()));
        // The row is built anew; whoever chose by keyboard stays where they were.
        let to = format!("[data-base=\"{letter}\"]");
        platform::next_frame(move || platform::focus(&to));
    });
    let predicate = column.score.standing.predicate.clone();
    view! {
        <tr data-testid="column">
            <th scope="row"><b>{column.letter.clone()}</b></th>
            <td class="what">
                <span lang="id">{column.name}</span>
                <span class="soft small">{format!("{} · {}", column.what, column.instrument.short_title)}</span>
                {file}
            </td>
            <td>
                <label class="tick">
                    <input type="radio" name="kolom-dasar" data-base=column.letter.clone() prop:checked=is_base
                        aria-label=(t.base_for)(&column.letter) on:change=choose/>
                </label>
            </td>
            <td class="num"><b>{value(language, index.rounded())}</b></td>
            <td><PredicateChip predicate=Signal::stored(predicate) bands=bands(&column.instrument)/></td>
            <td class="num">{shown}</td>
            <td class="num">{format!("{}/{}", column.score.answered, column.score.total)}</td>
            <td>{remove(app, beside, &column.letter, column.pick)}</td>
        </tr>
    }
    .into_any()
}

fn remove(app: App, beside: Beside, letter: &str, pick: Pick) -> AnyView {
    let t = &app.texts().compare;
    let act = on(move |_| {
        beside.picks.update(|picks| picks.retain(|one| *one != pick));
        platform::focus("#kolom");
    });
    view! { <button class="btn quiet small-btn" aria-label=(t.on_column)(t.remove, letter) on:click=act>{t.remove}</button> }
        .into_any()
}

/// What can become a column: of each draft on this computer and each opened file, its stages and scenarios.
fn offers(app: App, beside: Beside) -> Vec<(String, Vec<(Pick, String)>)> {
    let picked = beside.picks.get();
    let ids = app.shelf.with(|shelf| shelf.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let drafts = ids.into_iter().filter_map(|id| Some((Source::Draft(id.clone()), draft(app, &id)?)));
    let files = beside.files.with(|files| {
        let of = |(at, file): (usize, &Arc<crate::app::state::Opened>)| {
            (Source::File(at), Arc::new(file.assessment.clone()))
        };
        files.iter().enumerate().map(of).collect::<Vec<_>>()
    });
    let offer = |(source, of): (Source, Arc<crate::assessment::Assessment>)| {
        if of.order.is_some() {
            return None;
        }
        let all = views(&of)
            .into_iter()
            .map(|view| (Pick { source: source.clone(), view: view.clone() }, what(app, &of, &view)));
        let new: Vec<_> = all.filter(|(pick, _)| !picked.contains(pick)).collect();
        (!new.is_empty()).then(|| (name(app, &of), new))
    };
    drafts.chain(files).filter_map(offer).collect()
}

#[component]
fn Add(beside: Beside) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().compare;
    let offered = memo(move || offers(app, beside));
    let at = RwSignal::new(0usize);
    let options = live(move || {
        let mut next = 0;
        let mut groups = Vec::new();
        for (name, all) in offered.get() {
            let mut options = Vec::new();
            for (_, what) in all {
                let own = next;
                next += 1;
                let selected = live(move || at.get() == own);
                options.push(
                    view! { <option value=own.to_string() prop:selected=selected>{what}</option> }.into_any(),
                );
            }
            groups.push(view! { <optgroup label=name lang="id">{options}</optgroup> }.into_any());
        }
        groups
    });
    let add = on(move |_| {
        let all = offered.get_untracked();
        let pick = all.iter().flat_map(|(_, all)| all).nth(at.get_untracked()).map(|(pick, _)| pick.clone());
        at.set(0);
        beside.picks.update(|picks| picks.extend(pick));
    });
    let is_full = memo(move || beside.picks.with(Vec::len) >= MOST);
    let take = move |files: Vec<Picked>| beside.take(app, files);
    view! {
        {live(move || is_full.get().then(|| view! { <p class="note">{(t.full)(MOST)}</p> }.into_any()))}
        <div class="add-columns">
            <Field id="tambah-kolom" label=t.add_label remark=in_words(move || offered.with(Vec::is_empty).then_some(t.nothing_to_add))>
                <div class="actions">
                    <select id="tambah-kolom" disabled=live(move || offered.with(Vec::is_empty)) on:change=on(move |event: ev::Event| {
                        at.set(event_target_value(&event).parse().unwrap_or(0));
                    })>{options}</select>
                    <button class="btn" data-testid="add-column" disabled=live(move || is_full.get() || offered.with(Vec::is_empty)) on:click=add>{t.add}</button>
                </div>
            </Field>
            <div class="stack">
                <p class="actions"><FilesButton label=t.add_files testid="compare-files" chosen=take/></p>
                <p class="soft small">{t.add_files_help}</p>
                <p class="soft small" role="status">{live(move || beside.reading.get().then_some(t.reading))}</p>
            </div>
        </div>
        {shown_when(move || beside.failed.with(|failed| !failed.is_empty()), move || failures(app, beside))}
    }
}

impl Beside {
    /// Opens files one after the other; each that can be compared is a column at once.
    pub fn take(self, app: App, files: Vec<Picked>) {
        let beside = self;
        beside.failed.set(Vec::new());
        beside.reading.set(true);
        spawn_local(async move {
            for picked in files {
                let name = picked.file.name();
                if beside.picks.with_untracked(Vec::len) >= MOST {
                    beside.failed.update(|failed| failed.push((name, NotComparable::NoRoom)));
                    continue;
                }
                match app.open_to_compare(&picked.file).await {
                    Ok(opened) => {
                        let view = View::Stage(last_stage(&opened.assessment));
                        let at = beside.files.with_untracked(Vec::len);
                        beside.files.update(|files| files.push(Arc::new(opened)));
                        beside.picks.update(|picks| picks.push(Pick { source: Source::File(at), view }));
                    }
                    Err(why) => beside.failed.update(|failed| failed.push((name, why))),
                }
            }
            beside.reading.set(false);
        });
    }
}

/// The latest stage with a value; else the present one.
fn last_stage(of: &crate::assessment::Assessment) -> Stage {
    let mut stages = views(of).into_iter().filter_map(|view| match view {
        View::Stage(stage) => Some(stage),
        View::Scenario(_) => None,
    });
    stages.next_back().unwrap_or(of.stage)
}

fn failures(app: App, beside: Beside) -> AnyView {
    let t = &app.texts().compare;
    let row = move |(name, why): (String, NotComparable)| {
        let said = match why {
            NotComparable::Problem(problem) => {
                let message = (app.texts().problem)(&problem);
                format!("{} {}", message.what, message.todo)
            }
            NotComparable::Package => t.package.to_owned(),
            NotComparable::Register => t.register.to_owned(),
            NotComparable::Backup => t.backup.to_owned(),
            NotComparable::NoRoom => (t.no_room)(MOST),
        };
        view! { <li><b>{readable(&name)}</b>": "{said}</li> }.into_any()
    };
    let rows = live(move || beside.failed.get().into_iter().map(row).collect::<Vec<_>>());
    let close = on(move |_| {
        beside.failed.set(Vec::new());
        platform::focus("#kolom");
    });
    view! {
        <div class="note warn" role="alert" data-testid="not-comparable">
            <p><b>{t.not_taken}</b></p>
            <ul>{rows}</ul>
            <p><button class="btn small-btn" on:click=close>{t.dismiss}</button></p>
        </div>
    }
    .into_any()
}
