use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::backup::{Locked, ShowBackup};
use super::bring::BringRegister;
use super::merge::MergeInto;
use crate::app::parts::{FailedMessage, PasteText, TextField};
use crate::app::show::{title, when};
use crate::app::state::{IncomingFile, Preview, Queue, use_app};
use crate::assessment::Assessment;
use crate::exchange::{Warning, merge};
use crate::front::{ImportButton, follow, live, memo, on, shown_when};
use crate::score::score;
use crate::text::{readable, stage, value};

/// Buka berkas: what is in a file, before anything changes.
#[component]
pub fn Open() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.open;
    title(app, t.title);
    let content = live(move || match app.incoming.get() {
        IncomingFile::None => view! { <p class="soft picks">{t.none}</p> }.into_any(),
        IncomingFile::Reading(name) => view! { <p role="status">{t.reading}" "{name}</p> }.into_any(),
        IncomingFile::Failed { name, problem } => {
            let message = (texts.problem)(&problem);
            view! { <FailedMessage title=format!("{}: {name}", t.failed) message=message after=t.unchanged/> }
                .into_any()
        }
        IncomingFile::Ready(preview) => view! { <Shown preview=preview/> }.into_any(),
        IncomingFile::Backup(preview) => view! { <ShowBackup preview=preview/> }.into_any(),
        IncomingFile::Locked(locked) => view! { <Locked locked=locked/> }.into_any(),
        IncomingFile::Register(preview) => view! { <BringRegister preview=preview/> }.into_any(),
    });
    let position = memo(move || app.queue.get());
    let queue = live(move || {
        let Queue { at, all, .. } = position.get();
        let skip = on(move |_| app.next_file());
        (all > 1).then(|| {
            view! {
            <div class="actions" data-testid="queue">
                <p role="status">{(texts.merging.queue)(at, all)}</p>
                <button class="btn small-btn" data-testid="skip" on:click=skip>{texts.merging.skip}</button>
            </div>
        }.into_any()
        })
    });
    let waiting = move || {
        matches!(
            app.incoming.get(),
            IncomingFile::None | IncomingFile::Reading(_) | IncomingFile::Failed { .. }
        )
    };
    view! {
        <div class="page">
            <h1 tabindex="-1">{t.title}</h1>
            {queue}
            {content}
            {shown_when(waiting, move || view! {
                <p class="actions">
                    <ImportButton label=texts.files.choose act=move |files| app.take_all(files)/>
                    <a class="btn quiet" href="#/">{texts.frame.go_home}</a>
                </p>
                <PasteText/>
            }.into_any())}
        </div>
    }
}

#[component]
fn Shown(preview: Arc<Preview>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.open, app.language.get_untracked());
    let instrument = preview.instrument.clone();
    let column = |assessment: &Assessment| {
        let same = assessment.instrument.id == instrument.id;
        // A draft of another instrument cannot be scored with this one.
        let part = assessment.order.as_ref().map(|order| instrument.only(&order.indicators));
        let score = same.then(|| score(part.as_ref().unwrap_or(&instrument), assessment));
        [
            assessment.agency.name.clone(),
            format!(
                "{} · {}",
                if same { &instrument.short_title } else { &assessment.instrument.id },
                assessment.year
            ),
            stage(language, assessment.stage).to_owned(),
            score.as_ref().map_or("–".to_owned(), |s| (texts.score.answered_of)(s.answered, s.total)),
            score.as_ref().filter(|_| assessment.order.is_none()).map_or("–".to_owned(), |s| {
                format!("{} · {}", value(language, s.standing.index.rounded()), s.standing.predicate)
            }),
            when(app, &assessment.changed.at),
        ]
    };
    let heads = [t.agency, t.instrument, t.stage, t.answers, t.index, t.changed];
    let file = column(&preview.assessment);
    let here = preview.local.as_ref().map(|local| column(local));
    let differs = preview.local.as_ref().map(|local| {
        let (answers, documents) = differences(local, &preview.assessment);
        if (answers, documents) == (0, 0) {
            return t.no_differences.to_owned();
        }
        let some = |count: usize, say: fn(usize) -> String| (count > 0).then(|| say(count));
        let parts = [some(answers, t.differences), some(documents, t.document_differences)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let rows: Vec<_> = heads
        .into_iter()
        .enumerate()
        .map(|(at, head)| {
            let here = here.as_ref().map(|here| view! { <td>{here[at].clone()}</td> });
            view! { <tr><th scope="row">{head}</th>{here}<td>{file[at].clone()}</td></tr> }
        })
        .collect();
    let warnings: Vec<_> = preview
        .warnings
        .iter()
        .map(|warning| {
            let text = match warning {
                Warning::OtherEdition => t.other_edition,
                Warning::NoDigest => t.no_digest,
            };
            view! { <p class="note warn">{text}</p> }
        })
        .collect();
    let package = preview.assessment.order.as_ref().map(|order| {
        let unit = readable(&order.name);
        match &order.returned {
            Some(returned) => (texts.package.back_in_file)(&unit, &when(app, &returned.at)),
            None => (texts.package.in_file)(&unit, order.indicators.len()),
        }
    });
    let has_local = preview.local.is_some();
    let frozen = preview.local.as_ref().map_or(0, |local| local.frozen_fields(&preview.assessment));
    let drafts = app.mergeable(&preview);
    let merges = !drafts.is_empty();
    let is_back = preview.assessment.order.as_ref().is_some_and(|order| order.returned.is_some());
    let no_whole = (is_back && !merges).then(|| {
        let (agency, year) = (readable(&preview.assessment.agency.name), preview.assessment.year);
        let text = (texts.package.no_whole)(&preview.instrument.short_title, &agency, year);
        view! { <p class="note warn" data-testid="no-whole">{text}</p> }
    });
    let of_merge = preview.clone();
    // A part must not take the place of the whole.
    let has_whole = package.is_some() && preview.local.as_ref().is_some_and(|local| local.order.is_none());
    let fits = has_whole && drafts.iter().any(|draft| merge(draft, &preview.assessment).is_ok());
    let about = (!has_whole).then(|| {
        view! { <p>{if has_local { t.same_draft } else { t.new_draft }}" "{differs}</p> }
    });
    // Who fills in a package should be known before the first change.
    let who = RwSignal::new(app.who());
    follow(move || who.with(|who| app.set_who(who)));
    let asks_who = package.is_some() && !is_back && !has_whole;
    let (for_new, for_replace) = (preview.clone(), preview.clone());
    let close = on(move |_| {
        app.queue.set(Queue::default());
        app.incoming.set(IncomingFile::None);
    });
    view! {
        <section class="card stack" data-testid="preview">
            <h2>{t.preview}</h2>
            <p class="soft"><span>{t.file}": "</span><b>{preview.name.clone()}</b></p>
            <div class="scroll" tabindex="0" role="region" aria-label=t.preview>
                <table>
                    <thead><tr>
                        <td></td>
                        {has_local.then(|| view! { <th scope="col">{t.here}</th> })}
                        <th scope="col">{t.in_file}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {about}
            {package.map(|text| view! { <p class="note" data-testid="package-file">{text}{fits.then(|| format!(" {}", texts.package.has_whole))}</p> })}
            {no_whole}
            {warnings}
            {asks_who.then(|| view! {
                <div class="narrow-field"><TextField id="who" label=texts.new.who help=texts.new.who_help value=who/></div>
            }.into_any())}
            {merges.then(|| view! { <MergeInto preview=of_merge drafts=drafts/> }.into_any())}
            {merges.then(|| view! { <h2>{texts.merging.other_ways}</h2> }.into_any())}
            {(frozen > 0 && !has_whole).then(|| view! {
                <p class="note warn" data-testid="replace-frozen">{(texts.stages.replace_would_change)(frozen)}</p>
            })}
            <div class="actions">
                {(has_local && !has_whole).then(|| view! {
                    <button class="btn" data-testid="replace" on:click=on(move |_| app.replace_draft(&for_replace))>{t.replace}</button>
                })}
                <button
                    class=if has_local || merges { "btn" } else { "btn primary" }
                    data-testid="open-as-new"
                    on:click=on(move |_| app.open_as_new(&for_new))
                >
                    {t.as_new}
                </button>
                <a class="btn quiet" href="#/" on:click=close>{t.cancel}</a>
            </div>
        </section>
    }
}

/// How many answers are not the same on both sides, over all stages; and how many documents and links.
fn differences(a: &Assessment, b: &Assessment) -> (usize, usize) {
    let keys: std::collections::BTreeSet<_> = [a, b]
        .iter()
        .flat_map(|x| x.answers.iter().flat_map(|(stage, all)| all.keys().map(move |n| (*stage, *n))))
        .collect();
    let content = |x: &Assessment, (stage, number)| {
        let answer = x.answers.get(&stage)?.get(&number)?;
        let texts = (answer.explanation.clone(), answer.note.clone(), answer.justification.clone());
        Some((answer.value, texts, answer.extra.clone()))
    };
    let answers = keys.into_iter().filter(|key| content(a, *key) != content(b, *key)).count()
        + unlike(&a.assessed, &b.assessed);
    (answers, unlike(&a.evidence, &b.evidence) + unlike(&a.links, &b.links))
}

/// How many entries are on one side only, or differ.
fn unlike<K: Ord, V: PartialEq>(a: &BTreeMap<K, V>, b: &BTreeMap<K, V>) -> usize {
    let here = a.iter().filter(|(key, value)| b.get(key) != Some(value)).count();
    here + b.keys().filter(|key| !a.contains_key(key)).count()
}
