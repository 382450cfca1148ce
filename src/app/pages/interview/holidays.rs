use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use super::form::{Holidays, InterviewForm};
use crate::app::parts::{Field, TextField, described_by};
use crate::app::state::{Action, App, use_app};
use crate::assessment::{Change, Date, Holiday};
use crate::calendar::{Calendar, Kind, Published};
use crate::front::{live, memo, on};
use crate::platform;
use crate::text::interview::full_date;
use crate::text::readable;

/// The holidays of a year: what the app's list says, and what this assessment changes of it.
#[component]
pub fn HolidayList(form: InterviewForm, calendar: Memo<Arc<Calendar>>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().interview;
    let list = memo(move || match form.holidays.get() {
        Holidays::Here(list) => list,
        _ => Arc::<Published>::default(),
    });
    let own = memo(move || {
        app.draft.with(|draft| {
            let all = draft.iter().flat_map(|draft| draft.assessment.records.all::<Holiday>());
            all.filter_map(|(key, one)| Some((Date::parse(key)?, one))).collect::<BTreeMap<_, _>>()
        })
    });
    let years = memo(move || {
        let now = platform::this_year();
        let listed = list.with(|list| list.years().map(|year| year.year).collect::<Vec<_>>());
        let own = own.with(|own| own.keys().map(|day| day.year()).collect::<Vec<_>>());
        let all = [now, now + 1, form.year.get()].into_iter().chain(listed).chain(own);
        all.collect::<BTreeSet<u16>>()
    });
    let options = live(move || {
        let option = |year: u16| {
            view! { <option value=year.to_string() prop:selected=live(move || form.year.get() == year)>{year}</option> }
                .into_any()
        };
        years.get().into_iter().map(option).collect::<Vec<_>>()
    });
    let state = live(move || match form.holidays.get() {
        Holidays::Waiting => view! { <p class="soft" role="status">{t.loading}</p> }.into_any(),
        Holidays::Failed => view! {
            <div class="note warn" role="alert">
                <p>{t.list_failed}</p>
                <p><button class="btn small-btn" on:click=on(move |_| form.fetch())>{t.retry}</button></p>
            </div>
        }
        .into_any(),
        Holidays::Here(list) if list.year(form.year.get()).is_none() => {
            view! { <p class="note warn" data-testid="no-list">{(t.no_list)(form.year.get())}</p> }.into_any()
        }
        Holidays::Here(_) => ().into_any(),
    });
    let rows = live(move || {
        let year = form.year.get();
        let mut days: BTreeMap<Date, (String, Option<Kind>)> = BTreeMap::new();
        list.with(|list| {
            for day in list.year(year).into_iter().flat_map(|year| &year.days) {
                days.insert(day.date, (day.name.clone(), Some(day.kind)));
            }
        });
        let own = own.get();
        for (day, one) in own.iter().filter(|(day, _)| day.year() == year) {
            days.entry(*day).or_insert_with(|| (one.name.clone(), None));
        }
        if days.is_empty() {
            return None;
        }
        let rows: Vec<_> = days
            .into_iter()
            .map(|(day, (name, kind))| {
                let works = calendar.with(|calendar| calendar.is_working(day));
                row(app, day, &name, kind, own.get(&day), works)
            })
            .collect();
        Some(view! {
            <div class="scroll" tabindex="0" role="region" aria-label=t.holidays>
                <table class="days">
                    <thead><tr><th scope="col">{t.day}</th><th scope="col">{t.name}</th><th scope="col">{t.kind}</th><th scope="col" class="screen-only">{t.action}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any())
    });
    let sources = live(move || {
        let sources = list.with(|list| list.year(form.year.get()).map(|year| year.sources.clone()))?;
        let items: Vec<_> =
            sources.into_iter().map(|source| view! { <li lang="id">{source}</li> }.into_any()).collect();
        Some(
            view! { <div class="small soft"><p><b>{t.sources}</b></p><ul class="plain">{items}</ul></div> }
                .into_any(),
        )
    });
    let choose = on(move |event| {
        if let Ok(year) = event_target_value(&event).parse() {
            form.year.set(year);
        }
    });
    view! {
        <section class="card stack screen-only" aria-labelledby="libur">
            <h2 id="libur" tabindex="-1">{t.holidays}</h2>
            <p class="soft">{t.holidays_text}" "{t.six_days}</p>
            <Field id="tahun-libur" label=t.year narrow=true>
                <select id="tahun-libur" data-testid="holiday-year" on:change=choose>{options}</select>
            </Field>
            {state}
            {rows}
            {sources}
            <Add form=form/>
        </section>
    }
}

fn row(app: App, day: Date, name: &str, kind: Option<Kind>, own: Option<&Holiday>, works: bool) -> AnyView {
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let shown = full_date(language, day);
    let sort = match (own, kind) {
        (Some(_), _) if works => t.works,
        (_, Some(Kind::National)) => t.national,
        (_, Some(Kind::Joint)) => t.joint,
        (_, None) => t.own,
    };
    // What a person said of a day of the list stands beside its name.
    let remark = own.map(|own| readable(&own.name)).filter(|remark| kind.is_some() && remark != name);
    let label = shown.clone();
    let listed = name.to_owned();
    let action = match own.is_some() {
        true => {
            let take_back = on(move |_| match app.change(Change::record::<Holiday>(day.to_string(), None)) {
                Ok(()) => {
                    app.say_with((t.taken_back)(&full_date(language, day)), Action::Undo);
                    platform::next_frame(|| platform::focus("#libur"));
                }
                Err(reason) => app.say((app.texts().refused)(&reason)),
            });
            view! { <button class="btn quiet small-btn" data-testid="take-back-day" aria-label=(t.on)(t.take_back, &label) on:click=take_back>{t.take_back}</button> }
                .into_any()
        }
        false => {
            let make = on(move |_| {
                let holiday = Holiday { name: listed.clone(), works: true, ..Holiday::default() };
                match app.change(Change::record(day.to_string(), Some(&holiday))) {
                    Ok(()) => {
                        app.say_with((t.now_working)(&full_date(language, day)), Action::Undo);
                        platform::next_frame(|| platform::focus("#libur"));
                    }
                    Err(reason) => app.say((app.texts().refused)(&reason)),
                }
            });
            view! { <button class="btn quiet small-btn" data-testid="make-working" aria-label=(t.on)(t.make_working, &label) on:click=make>{t.make_working}</button> }
                .into_any()
        }
    };
    view! {
        <tr data-testid="holiday">
            <th scope="row">{shown}</th>
            <td><span lang="id">{readable(name)}</span>{remark.map(|remark| view! { <span class="soft small">" ("{remark}")"</span> })}</td>
            <td><span class=if works { "chip accent" } else { "chip" }>{sort}</span></td>
            <td class="screen-only">{action}</td>
        </tr>
    }
    .into_any()
}

/// Adds a day: a holiday of the region, or one on which people work though it is a weekend.
#[component]
fn Add(form: InterviewForm) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().interview, app.language.get_untracked());
    let works = RwSignal::new(false);
    let bad_day = RwSignal::new(None::<&'static str>);
    let no_name = RwSignal::new(false);
    let submit = on(move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = form.new_day.get_untracked();
        let day = Date::parse(typed.trim());
        let name = form.new_day_name.get_untracked().trim().to_owned();
        let wrong = if typed.trim().is_empty() { t.day_needed } else { t.bad_date };
        bad_day.set(day.is_none().then_some(wrong));
        no_name.set(name.is_empty());
        let Some(day) = day else { return platform::focus("#hari-baru") };
        if name.is_empty() {
            return platform::focus("#nama-hari");
        }
        let holiday = Holiday { name, works: works.get_untracked(), ..Holiday::default() };
        match app.change(Change::record(day.to_string(), Some(&holiday))) {
            Ok(()) => {
                form.year.set(day.year());
                form.new_day.set(String::new());
                form.new_day_name.set(String::new());
                works.set(false);
                app.say_with((t.day_added)(&full_date(language, day)), Action::Undo);
                platform::next_frame(|| platform::focus("#libur"));
            }
            Err(reason) => app.say((app.texts().refused)(&reason)),
        }
    });
    let name_error = Signal::derive(move || no_name.get().then_some(t.name_needed));
    view! {
        <form class="form together" novalidate=true on:submit=submit aria-label=t.add_day>
            <h3>{t.add_day}</h3>
            <div class="fields">
                <Field id="hari-baru" label=t.date error=Signal::derive(move || bad_day.get().map(String::from)) at_once=true>
                    <input id="hari-baru" type="date" min="1900-01-01" max="2999-12-31" data-testid="new-day" prop:value=live(move || form.new_day.get())
                        aria-invalid=live(move || bad_day.get().map(|_| "true"))
                        aria-describedby=live(move || described_by("hari-baru", false, bad_day.get().is_some()))
                        on:input=on(move |event| form.new_day.set(event_target_value(&event)))/>
                </Field>
                <TextField id="nama-hari" label=t.day_name value=form.new_day_name error=name_error testid="new-day-name"/>
            </div>
            <label class="tick">
                <input type="checkbox" data-testid="new-day-works" prop:checked=live(move || works.get()) on:change=on(move |event| works.set(event_target_checked(&event)))/>
                <span>{t.is_working_day}</span>
            </label>
            <div class="actions"><button class="btn" type="submit" data-testid="add-day">{t.add_day}</button></div>
        </form>
    }
}
