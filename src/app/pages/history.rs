use leptos::ev;
use leptos::prelude::*;

use super::evidence::indicator_options;
use super::workspace::Desk;
use crate::app::history::{Asked, PAGE, Sort, found, people};
use crate::app::parts::{Field, OfUnit, UnitFilter};
use crate::app::route::{Page, Route};
use crate::app::save::save_history_table;
use crate::app::show::title;
use crate::app::state::{App, use_app};
use crate::assessment::{Assessment, LOG_LIMIT, LogEntry};
use crate::front::{live, memo, on, shown_when};
use crate::instrument::Number;
use crate::platform;
use crate::text::history::{became, subject};
use crate::text::{Language, readable};

/// What the history is narrowed to. It belongs to the frame, so that it stays while a person looks at
/// another page or changes the language. The indicator stands in the address.
#[derive(Clone, Copy)]
pub struct Looked {
    /// The draft it was chosen for.
    draft: StoredValue<String>,
    asked: RwSignal<Asked>,
    shown: RwSignal<usize>,
}

impl Looked {
    pub fn start() -> Self {
        Self {
            draft: StoredValue::new(String::new()),
            asked: RwSignal::default(),
            shown: RwSignal::new(PAGE),
        }
    }

    fn to(self, draft: &str, indicator: Option<Number>) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            self.asked.set(Asked::default());
        }
        self.ask(|asked| asked.indicator = indicator);
        self
    }

    fn ask(self, change: impl FnOnce(&mut Asked)) {
        self.asked.update(change);
        self.shown.set(PAGE);
    }
}

/// Riwayat: who changed what, and when.
#[component]
pub fn History(desk: Desk, indicator: Option<Number>) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().history, app.language.get_untracked());
    title(app, t.title);
    let looked = expect_context::<Looked>().to(&desk.id, indicator);
    let of_unit = expect_context::<OfUnit>().to(&desk.id);
    let entries = memo(move || {
        let numbers = of_unit.numbers(app);
        let of = |of: &Assessment| {
            found(of, &looked.asked.get(), numbers.as_ref(), |entry| words(language, of, entry).join(" "))
        };
        app.draft.with(|draft| draft.as_ref().map(|draft| of(&draft.assessment))).unwrap_or_default()
    });
    let total = Signal::derive(move || {
        app.draft.with(|draft| draft.as_ref().map_or(0, |draft| draft.assessment.log.len()))
    });
    let id = StoredValue::new(desk.id.clone());
    let recovery = Route::Draft(desk.id.clone(), Page::Recovery).href();
    let list = live(move || {
        let shown = looked.shown.get();
        entries.with(|entries| days(app, &id.get_value(), entries.iter().take(shown)))
    });
    let more = move || {
        let left = entries.with(Vec::len).saturating_sub(looked.shown.get());
        let show = on(move |_| looked.shown.update(|shown| *shown += PAGE));
        view! { <p><button class="btn" on:click=show>{(t.more)(left)}</button></p> }.into_any()
    };
    view! {
        <div class="page">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{(t.intro)(LOG_LIMIT)}</p>
                <p><a href=recovery>{app.texts().recovery.link}</a></p>
            </section>
            <UnitFilter id="riwayat-unit" chosen=of_unit/>
            <Narrow desk=desk looked=looked/>
            <section class="card stack">
                <div class="actions">
                    <p role="status" data-testid="history-found">
                        {live(move || match (entries.with(Vec::len), total.get()) {
                            (_, 0) => t.empty.to_owned(),
                            (0, _) => t.nothing.to_owned(),
                            (found, all) => (t.found)(found, all),
                        })}
                    </p>
                    {shown_when(
                        move || total.get() > 0,
                        move || view! { <button class="btn small-btn saves" on:click=on(move |_| save_history_table(app))>{t.save}</button> }.into_any(),
                    )}
                </div>
                {list}
                {shown_when(move || entries.with(Vec::len) > looked.shown.get(), more)}
            </section>
        </div>
    }
}

#[component]
fn Narrow(desk: Desk, looked: Looked) -> impl IntoView {
    let app = use_app();
    let (t, register) = (&app.texts().history, &app.texts().register);
    let asked = looked.asked;
    let chosen = |event: &ev::Event| Some(event_target_value(event)).filter(|value| !value.is_empty());
    let names = memo(move || {
        app.draft.with(|draft| draft.as_ref().map(|draft| people(&draft.assessment))).unwrap_or_default()
    });
    // A name is free text; its place in the list is not.
    let name_options = live(move || {
        let option = |(at, name): (usize, String)| {
            let of = name.clone();
            let selected = live(move || asked.with(|asked| asked.by.as_ref() == Some(&of)));
            let shown = if name.is_empty() { t.nobody.to_owned() } else { readable(&name) };
            view! { <option value=at.to_string() prop:selected=selected>{shown}</option> }.into_any()
        };
        names.get().into_iter().enumerate().map(option).collect::<Vec<_>>()
    });
    let sorts: Vec<_> = Sort::ALL
        .into_iter()
        .zip(t.sorts)
        .map(|(sort, name)| {
            let selected = live(move || asked.with(|asked| asked.sort == Some(sort)));
            view! { <option value=sort.code() prop:selected=selected>{name}</option> }
        })
        .collect();
    let id = StoredValue::new(desk.id);
    let to = move |indicator| {
        platform::replace_hash(&Route::Draft(id.get_value(), Page::History(indicator)).to_string())
    };
    let indicators =
        indicator_options(&desk.instrument, Signal::derive(move || asked.with(|asked| asked.indicator)));
    let nobody = live(move || asked.with(|asked| asked.by.is_none()));
    let no_sort = live(move || asked.with(|asked| asked.sort.is_none()));
    let no_indicator = live(move || asked.with(|asked| asked.indicator.is_none()));
    let clear = move |_| {
        looked.ask(|asked| *asked = Asked::default());
        to(None);
        platform::focus("#cari-riwayat");
    };
    view! {
        <section class="card stack" aria-label=register.filters>
            <div class="fields">
                <Field id="cari-riwayat" label=t.search>
                    <input
                        id="cari-riwayat"
                        type="search"
                        prop:value=live(move || asked.with(|asked| asked.search.clone()))
                        on:input=on(move |event| looked.ask(|asked| asked.search = event_target_value(&event)))
                    />
                </Field>
                <Field id="riwayat-oleh" label=t.person>
                    <select id="riwayat-oleh" on:change=on(move |event| {
                        let at = chosen(&event).and_then(|at| at.parse::<usize>().ok());
                        let name = at.and_then(|at| names.with_untracked(|names| names.get(at).cloned()));
                        looked.ask(|asked| asked.by = name);
                    })>
                        <option value="" prop:selected=nobody>{t.everybody}</option>
                        {name_options}
                    </select>
                </Field>
                <Field id="riwayat-bagian" label=t.sort>
                    <select id="riwayat-bagian" on:change=on(move |event| {
                        looked.ask(|asked| asked.sort = Sort::from_code(&event_target_value(&event)));
                    })>
                        <option value="" prop:selected=no_sort>{t.every_sort}</option>
                        {sorts}
                    </select>
                </Field>
                <Field id="riwayat-indikator" label=register.indicator>
                    <select id="riwayat-indikator" on:change=on(move |event| {
                        let number = event_target_value(&event).parse().ok();
                        looked.ask(|asked| asked.indicator = number);
                        to(number);
                    })>
                        <option value="" prop:selected=no_indicator>{register.all_indicators}</option>
                        {indicators}
                    </select>
                </Field>
            </div>
            {shown_when(
                move || asked.with(|asked| *asked != Asked::default()),
                move || view! { <p><button class="btn quiet small-btn" on:click=on(clear)>{t.clear}</button></p> }.into_any(),
            )}
        </section>
    }
}

/// What is searched in.
fn words(language: Language, of: &Assessment, entry: &LogEntry) -> [String; 3] {
    [entry.by.clone(), subject(language, of, entry), became(language, entry).unwrap_or_default()]
}

/// The entries under their days, as the clock of this computer counts them.
fn days<'a>(app: App, draft: &str, entries: impl Iterator<Item = &'a LogEntry>) -> Vec<AnyView> {
    let (t, language) = (&app.texts().history, app.language.get_untracked());
    let mut days: Vec<(String, Vec<AnyView>)> = Vec::new();
    app.draft.with_untracked(|open| {
        let Some(open) = open else { return };
        for entry in entries {
            let (at, last) = (platform::local_time(&entry.at), platform::local_time(entry.last()));
            let (from, to) = (at.clock(language), last.clock(language));
            let clock = if from == to { from } else { (t.until)(&from, &to) };
            let by = if entry.by.trim().is_empty() { t.nobody.to_owned() } else { readable(&entry.by) };
            let what = subject(language, &open.assessment, entry);
            let what = match entry.subject.indicator() {
                Some(number) if open.instrument.indicator(number).is_some() => {
                    let href = Route::Draft(draft.to_owned(), Page::Indicator(number)).href();
                    view! { <a href=href>{what}</a> }.into_any()
                }
                _ => view! { <span>{what}</span> }.into_any(),
            };
            let became = became(language, entry).map(|text| view! { <span class="soft">{text}</span> });
            let row = view! {
                <li>
                    <span class="soft num-text">{clock}</span>
                    <span>{by}</span>
                    <span class="told">{what}" "{became}</span>
                </li>
            };
            let day = at.date(language);
            match days.last_mut() {
                Some((of, rows)) if *of == day => rows.push(row.into_any()),
                _ => days.push((day, vec![row.into_any()])),
            }
        }
    });
    let day = |(day, rows): (String, Vec<AnyView>)| {
        view! { <h2>{day}</h2><ol class="history">{rows}</ol> }.into_any()
    };
    days.into_iter().map(day).collect()
}
