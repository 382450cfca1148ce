use leptos::prelude::*;

use super::attach::{Attach, items_at};
use crate::app::pages::workspace::Desk;
use crate::app::parts::{StatusChip, link_concern};
use crate::app::state::{Action, use_app};
use crate::assessment::{Change, LinkKey, Status};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::{Indicator, Level, SupportBy};
use crate::platform;
use crate::score::{Concern, Rung, RungState, expired, of_link, reference_day};
use crate::text::{Language, evidence_status};

/// A document on a rung, as it is shown there.
#[derive(Clone, PartialEq)]
struct Row {
    key: LinkKey,
    title: String,
    status: Status,
    locked: bool,
    pages: String,
    concerns: Vec<String>,
    grave: bool,
    /// What it may answer, where that is not said yet: ids and titles.
    items: Vec<(String, String)>,
}

/// What the instrument expects on a rung, what is attached, and whether that is enough.
#[component]
pub fn Attached(
    desk: Desk,
    indicator: Indicator,
    level: Level,
    /// The level that was chosen.
    chosen: Memo<Option<Level>>,
    /// The rung on which evidence is being added.
    adding: RwSignal<Option<Level>>,
) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().proof, app.language.get_untracked());
    let number = indicator.number;
    let of = indicator.clone();
    let instrument = desk.instrument.clone();
    let by_items = desk.instrument.support.by == SupportBy::Items;
    let rows = memo(move || {
        app.draft
            .with(|draft| {
                let assessment = &draft.as_ref()?.assessment;
                let reference = reference_day(platform::today(), assessment.year);
                let here =
                    assessment.links.iter().filter(|(key, _)| key.indicator == number && key.level == level);
                let rows = here.filter_map(|(key, link)| {
                    let evidence = assessment.evidence.get(&key.evidence)?;
                    let mut concerns = of_link(&instrument, key, evidence, reference);
                    concerns.extend(expired(evidence, reference));
                    Some(Row {
                        key: key.clone(),
                        title: evidence.title.clone(),
                        status: evidence.status(),
                        locked: evidence.is_locked(),
                        pages: link.pages.clone(),
                        grave: concerns.iter().any(Concern::is_grave),
                        concerns: concerns
                            .iter()
                            .filter_map(|c| link_concern(language, &of, by_items, c))
                            .collect(),
                        items: match key.expected {
                            Some(_) => Vec::new(),
                            None => items_at(&of, level),
                        },
                    })
                });
                Some(rows.collect::<Vec<_>>())
            })
            .unwrap_or_default()
    });
    let support = desk.support;
    let state = memo(move || {
        support.with(|support| support.indicator(number).and_then(|of| of.rung(level)).cloned())
    });
    let verdict = live(move || {
        let rung = state.get()?;
        let claimed = chosen.get().is_some_and(|chosen| chosen >= level);
        // Accepted, and yet an assessor would send it back.
        let doubtful = rows.with(|rows| rows.iter().any(|row| row.grave));
        let (tone, text) = verdict(language, &rung, claimed, by_items, doubtful)?;
        Some(view! { <p class=format!("verdict small {tone}")>{text}</p> }.into_any())
    });
    let needs_documents = level >= desk.instrument.support.from;
    let expected: Vec<_> = indicator
        .evidence
        .iter()
        .filter(|expected| {
            expected.levels.contains(&level) || (needs_documents && expected.levels.is_empty())
        })
        .map(|expected| (Some(expected.id.clone()), expected.title.clone(), expected.levels.is_empty()))
        .collect();
    let named: Vec<String> = expected.iter().filter_map(|(id, ..)| id.clone()).collect();
    let id = desk.id.clone();
    let draft = id.clone();
    let items: Vec<_> = expected
        .into_iter()
        .map(|(id, title, general)| {
            let draft = draft.clone();
            let of_item = live(move || {
                let wanted = id.clone();
                list(
                    &draft,
                    rows.with(|rows| rows.iter().filter(|row| row.key.expected == wanted).cloned().collect()),
                )
            });
            let general = general.then(|| view! { <span class="soft">" ("{t.any_level}")"</span> });
            view! { <li><span lang="id">{title}</span>{general}{of_item}</li> }.into_any()
        })
        .collect();
    let others = live(move || {
        let others: Vec<Row> = rows.with(|rows| {
            let general = |row: &&Row| row.key.expected.as_ref().is_none_or(|id| !named.contains(id));
            rows.iter().filter(general).cloned().collect()
        });
        list(&id, others)
    });
    // A level that needs no document and has none says nothing of them.
    let wanted = needs_documents || !items.is_empty();
    let silent = memo(move || !wanted && rows.with(Vec::is_empty));
    let head = (!items.is_empty()).then(|| view! { <p class="small soft expected-head">{t.expected}</p> });
    let button = format!("tambah-{level}");
    let open = memo(move || adding.get() == Some(level));
    view! {
        {verdict}
        {head}
        <ul class="expected">{items}</ul>
        {others}
        <p hidden=live(move || silent.get())>
            <button
                id=button
                class="btn quiet small-btn"
                data-testid=format!("attach-{level}")
                aria-label=(t.add_to)(level)
                aria-expanded=live(move || open.get().to_string())
                on:click=on(move |_| adding.set((!open.get_untracked()).then_some(level)))
            >
                {t.add}
            </button>
        </p>
        {shown_when(move || open.get(), move || view! { <Attach indicator=indicator.clone() level=level adding=adding/> }.into_any())}
    }
}

/// Documents with their status, or nothing.
fn list(draft: &str, rows: Vec<Row>) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let rows: Vec<_> = rows.into_iter().map(|row| row_view(draft, row)).collect();
    Some(view! { <ul class="attached">{rows}</ul> }.into_any())
}

fn row_view(draft: &str, row: Row) -> AnyView {
    let app = use_app();
    let t = &app.texts().proof;
    let Row { key, title, status, locked, pages, concerns, items, .. } = row;
    let href = format!("#/a/{draft}/bukti/{}", key.evidence);
    let choice = (!items.is_empty() && !locked).then(|| {
        let label = (t.item_of)(&title);
        let options: Vec<_> = items
            .into_iter()
            .map(|(id, title)| {
                view! { <option value=id.clone() lang="id">{format!("{id}. {title}")}</option> }.into_any()
            })
            .collect();
        let key = key.clone();
        let choose = on(move |event| {
            let expected = Some(event_target_value(&event)).filter(|id| !id.is_empty());
            let link = app.draft.with_untracked(|draft| draft.as_ref()?.assessment.links.get(&key).cloned());
            let to = LinkKey { expected, ..key.clone() };
            app.change_or_say(Change::All(vec![
                Change::Link { key: key.clone(), link: None },
                Change::Link { key: to, link: Some(link.unwrap_or_default()) },
            ]));
        });
        view! {
            <select aria-label=label data-testid="choose-item" on:change=choose>
                <option value="">{t.choose_item}</option>
                {options}
            </select>
        }
    });
    let detach = (!locked).then(|| {
        let label = (t.detach_label)(&title);
        let detach = on(move |_| {
            match app.change(Change::Link { key: key.clone(), link: None }) {
                Ok(()) => app.say_with(t.detached, Action::Undo),
                Err(reason) => app.say((app.texts().refused)(&reason)),
            }
            platform::focus(&format!("#tambah-{}", key.level));
        });
        view! { <button class="btn quiet small-btn" aria-label=label on:click=detach>{t.detach}</button> }
    });
    let concerns: Vec<_> =
        concerns.into_iter().map(|text| view! { <p class="small concern">{text}</p> }.into_any()).collect();
    view! {
        <li data-testid="attached">
            <span class="line">
                <a href=href lang="id">{title}</a>
                <StatusChip status=status/>
                {(!pages.is_empty()).then(|| view! { <span class="small soft" lang="id">{pages}</span> })}
                {detach}
            </span>
            {choice}
            {concerns}
        </li>
    }
    .into_any()
}

/// Whether a rung has what it needs; nothing where there is nothing to say of it, as in [`verdict`].
pub(super) fn backed(rung: &Rung, claimed: bool, by_items: bool) -> Option<bool> {
    match rung.state {
        RungState::Supported if by_items && rung.items.0 == 0 => None,
        RungState::Supported => Some(true),
        RungState::Empty if !claimed => None,
        _ => Some(false),
    }
}

/// What there is to say about a rung. A rung above the claim may be empty without a word.
fn verdict(
    language: Language,
    rung: &Rung,
    claimed: bool,
    by_items: bool,
    doubtful: bool,
) -> Option<(&'static str, String)> {
    let t = &language.texts().proof;
    Some(match rung.state {
        RungState::Supported if by_items && rung.items.0 == 0 => return None,
        RungState::Supported if doubtful => ("warn", t.supported_doubtful.to_owned()),
        RungState::Supported => ("good", t.supported.to_owned()),
        RungState::AboveOpen(open) => ("warn", (t.above_open)(open)),
        RungState::Empty if claimed => ("bad", (t.empty)(rung.level)),
        RungState::Empty => return None,
        RungState::Waiting(status) => ("warn", (t.waiting)(evidence_status(language, status))),
        RungState::Incomplete => ("warn", (t.incomplete)(rung.items.1, rung.items.0)),
    })
}
