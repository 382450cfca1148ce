//! A file beside the draft it can be merged into, before anything changes; and what came of it.

mod conflicts;
mod held;
mod report;
mod taken;
mod versus;

use std::sync::Arc;

use leptos::prelude::*;

pub use held::HeldPanel;
pub use report::Report;

use crate::app::parts::{Field, Refusal, draft_options};
use crate::app::save::save_to_file;
use crate::app::state::{App, Opening, Preview, use_app};
use crate::assessment::Assessment;
use crate::assessment::merge::{Comparison, grouped};
use crate::exchange::merge;
use crate::front::{live, memo, on, shown_when};
use crate::text::merge::who;
use crate::text::{date, readable, value};

/// The file as a copy of a draft that is here.
#[component]
pub fn MergeInto(preview: Arc<Preview>, drafts: Vec<Arc<Assessment>>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.merging;
    let chosen = RwSignal::from(preview.choosing.receiver.clone());
    let there = |id: &String| drafts.iter().any(|draft| draft.id == *id);
    if !chosen.with_untracked(|chosen| chosen.as_ref().is_some_and(there)) {
        chosen.set(drafts.first().map(|draft| draft.id.clone()));
    }
    let options = draft_options(&drafts, chosen);
    let several = drafts.len() > 1;
    let choosing = preview.choosing.clone();
    let choose = on(move |event| {
        // Other differences, other choices.
        choosing.choices.set(Default::default());
        choosing.at.set(0);
        choosing.unkept.set(false);
        chosen.set(Some(event_target_value(&event)));
    });
    let compared = live(move || {
        let id = chosen.get()?;
        let draft = drafts.iter().find(|draft| draft.id == id)?.clone();
        Some(view! { <Compared preview=preview.clone() draft=draft/> }.into_any())
    });
    view! {
        <section class="stack" aria-labelledby="gabung" data-testid="merge">
            <h2 id="gabung">{t.title}</h2>
            <p class="soft">{t.intro}</p>
            {several.then(|| view! {
                <Field id="penerima" label=t.receiver>
                    <select id="penerima" on:change=choose>{options}</select>
                </Field>
            }.into_any())}
            {compared}
        </section>
    }
}

#[component]
fn Compared(preview: Arc<Preview>, draft: Arc<Assessment>) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let (t, language) = (&texts.merging, app.language.get_untracked());
    let comparison = match merge(&draft, &preview.assessment) {
        Ok(comparison) => Arc::new(comparison),
        Err(problem) => {
            let message = (texts.problem)(&problem);
            return view! {
                <div class="note warn"><p><b>{t.refused}</b></p><p>{message.what}" "{message.todo}</p></div>
            }
            .into_any();
        }
    };
    let package = preview.assessment.order.as_ref().map(|order| {
        let due = order.due.map(|due| date(language, &due.to_string())).unwrap_or_default();
        view! { <p class="note" data-testid="merge-package">{(t.package)(&readable(&order.name), &due)}</p> }
            .into_any()
    });
    let not_back = preview.assessment.order.as_ref().is_some_and(|order| order.returned.is_none());
    let counts = comparison.counts();
    let found = [counts.new, counts.taken, counts.conflicts, counts.untouched, counts.same];
    let found: Vec<_> = t
        .counts
        .into_iter()
        .zip(found)
        .map(|(name, count)| view! { <div><dt>{name}</dt><dd>{count}</dd></div> }.into_any())
        .collect();
    let editions = editions(app, &comparison, &preview);
    let from = (t.from)(&who(language, &preview.assessment.changed));
    if counts.new + counts.taken + counts.conflicts == 0 {
        return view! {
            <dl class="pairs counts" data-testid="merge-counts">{found}</dl>
            <p class="note">{t.nothing}{not_back.then(|| format!(" {}", texts.package.not_back))}</p>
        }
        .into_any();
    }
    let instrument = preview.instrument.clone();
    let coming = grouped(comparison.coming(), &instrument);
    let conflicts: Vec<_> = grouped(comparison.conflicts(), &instrument).into_iter().collect();
    let choices = RwSignal::from(preview.choosing.choices.clone());
    let open = {
        let comparison = comparison.clone();
        memo(move || choices.with(|choices| choices.open(&comparison)))
    };
    let frozen = {
        let (comparison, draft) = (comparison.clone(), draft.clone());
        memo(move || choices.with(|choices| draft.frozen_fields(&comparison.chosen(choices))))
    };
    let before = App::standing(&instrument, &draft);
    let after = {
        let comparison = comparison.clone();
        memo(move || choices.with(|choices| App::standing(&instrument, &comparison.chosen(choices))))
    };
    let show = move |(index, predicate): (crate::instrument::Value, String)| {
        format!("{} · {predicate}", value(language, index))
    };
    let before = show(before);
    let after = live(move || show(after.get()));
    let has_conflicts = counts.conflicts > 0;
    view! {
        {package}
        <p class="small soft">{from}</p>
        {editions}
        <dl class="pairs counts" data-testid="merge-counts">{found}</dl>
        <p data-testid="merge-effect">
            <span class="soft">{t.index}": "</span>
            <b>{before}</b>" → "<b data-testid="merge-after">{after}</b>
        </p>
        {shown_when(move || open.get() > 0, move || view! { <p class="small soft">{t.not_yet}</p> }.into_any())}
        <taken::Coming comparison=comparison.clone() groups=coming preview=preview.clone()/>
        {has_conflicts.then(|| view! {
            <conflicts::Conflicts comparison=comparison.clone() groups=conflicts preview=preview.clone() open=open/>
        }.into_any())}
        {live(move || (frozen.get() > 0).then(|| view! {
            <p class="note bad" role="status" data-testid="would-change">{(texts.stages.would_change)(frozen.get())}</p>
        }.into_any()))}
        <Buttons preview=preview id=draft.id.clone() open=open/>
    }
    .into_any()
}

/// What is to know of two editions of the instrument.
fn editions(app: App, comparison: &Comparison, preview: &Preview) -> Option<AnyView> {
    let t = &app.texts().merging;
    let (of_mine, of_theirs) = (&comparison.mine().instrument, &comparison.theirs().instrument);
    let (mine, theirs) = (&of_mine.digest, &of_theirs.digest);
    if mine == theirs {
        return None;
    }
    let differ =
        crate::text::merge::editions(app.language.get_untracked(), of_mine, of_theirs, &preview.instrument);
    let edition = |digest: &str| {
        let short = digest.trim_start_matches("sha256-").chars().take(8).collect::<String>();
        if digest == preview.instrument.digest { (t.edition_now)(&short) } else { (t.edition_other)(&short) }
    };
    Some(view! { <p class="note warn" data-testid="editions">{(t.editions)(&edition(theirs), &edition(mine))} {differ}</p> }.into_any())
}

#[component]
fn Buttons(preview: Arc<Preview>, id: String, open: Memo<usize>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().merging;
    let unkept = RwSignal::from(preview.choosing.unkept.clone());
    let refused = RwSignal::new(false);
    let why = Signal::derive(move || (refused.get() && open.get() > 0).then(|| (t.still_open)(open.get())));
    let (of_merge, of_rest, of_anyway, of_conflicts) =
        (preview.clone(), preview.clone(), preview.clone(), preview);
    let (merge_id, rest_id, anyway_id, save_id) = (id.clone(), id.clone(), id.clone(), id);
    let all_at_once = RwSignal::new(false);
    let go = on(move |_| {
        if open.get_untracked() > 0 {
            refused.set(true);
            return conflicts::to_next(app, &of_conflicts, &merge_id);
        }
        all_at_once.set(false);
        app.merge_in(&of_merge, &merge_id, false);
    });
    let waiting = memo(move || app.waiting_files());
    let of_rest = StoredValue::new((of_rest, rest_id));
    let rest = move || {
        let go = on(move |_| {
            all_at_once.set(true);
            let (preview, id) = of_rest.get_value();
            app.merge_rest(preview, id, false);
        });
        view! {
            <button class="btn" data-testid="merge-rest" aria-describedby="sekaligus" on:click=go>
                {live(move || (t.rest)(waiting.get() + 1))}
            </button>
        }
        .into_any()
    };
    let of_anyway = StoredValue::new((of_anyway, anyway_id));
    let save_id = StoredValue::new(save_id);
    let without_room = move || {
        let save = on(move |_| {
            if app.bring(&save_id.get_value()) == Opening::Ready {
                save_to_file(app);
            }
        });
        let anyway = on(move |_| {
            let (preview, id) = of_anyway.get_value();
            if all_at_once.get_untracked() {
                app.merge_rest(preview, id, true);
            } else {
                app.merge_in(&preview, &id, true);
            }
        });
        view! {
            <div class="note bad" role="alert">
                <p>{t.no_snapshot}</p>
                <p class="actions">
                    <button class="btn saves" data-testid="save-first" on:click=save>{t.save_first}</button>
                    <button class="btn" data-testid="merge-anyway" on:click=anyway>{t.merge_anyway}</button>
                </p>
            </div>
        }
        .into_any()
    };
    view! {
        <Refusal why=why/>
        {shown_when(move || unkept.get(), without_room)}
        <div class="actions">
            <button class="btn primary" data-testid="merge-now" on:click=go>{t.merge}</button>
            {shown_when(move || waiting.get() > 0, rest)}
        </div>
        {shown_when(
            move || waiting.get() > 0,
            move || view! { <p class="soft small" id="sekaligus">{t.rest_text}</p> }.into_any(),
        )}
    }
}
