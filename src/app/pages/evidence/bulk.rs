use leptos::ev;
use leptos::prelude::*;

use super::place::{PlaceFields, on_escape};
use super::register::Sought;
use super::review::DecisionFields;
use crate::app::pages::workspace::Desk;
use crate::app::parts::Refusal;
use crate::app::state::{Action, App, use_app};
use crate::assessment::{Change, EvidenceId, Link, LinkKey};
use crate::front::{follow, live, memo, on, shown_when};
use crate::platform;
use crate::text::evidence_status;

/// What is to be done with all selected documents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Task {
    Link,
    Review,
}

/// Selecting documents, and doing the same with all of them: for all or for none.
#[component]
pub fn Bulk(desk: Desk, sought: Sought, shown: Memo<Vec<EvidenceId>>) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().register;
    let selected = sought.selected;
    let count = memo(move || selected.with(std::collections::BTreeSet::len));
    // A form that is being filled in stays while more is selected.
    let any = memo(move || count.get() > 0);
    let task = sought.task;
    // With the last selected document its form goes: selecting again begins anew.
    follow(move || {
        if !any.get() && task.with_untracked(Option::is_some) {
            sought.end_task();
        }
    });
    let select_all = on(move |_| {
        let all = shown.get_untracked();
        selected.set(all.into_iter().collect());
    });
    let select_none = move |_| {
        selected.update(std::collections::BTreeSet::clear);
        platform::focus("#terpilih");
    };
    let start = move |what: Task| {
        on(move |_: ev::MouseEvent| {
            sought.end_task();
            task.set(Some(what));
            platform::next_frame(|| platform::focus("#bersama"));
        })
    };
    let can_select = memo(move || count.get() < shown.with(Vec::len));
    let instrument = desk.instrument;
    view! {
        <div class="actions">
            <p id="terpilih" tabindex="-1" role="status">
                {live(move || (t.selected)(count.get()))}
            </p>
            {shown_when(move || any.get(), move || view! {
                <button class="btn small-btn" on:click=start(Task::Link)>{t.link_to}</button>
                <button class="btn small-btn" on:click=start(Task::Review)>{t.set_status}</button>
                <button class="btn quiet small-btn" on:click=on(select_none)>{t.select_none}</button>
            }.into_any())}
            <button class="btn small-btn" disabled=live(move || !can_select.get()) on:click=select_all>
                {live(move || (t.select_all)(shown.with(Vec::len)))}
            </button>
        </div>
        {live(move || {
            let what = task.get()?;
            Some(match what {
                Task::Link => {
                    let fields = view! { <PlaceFields instrument=instrument.clone() place=sought.place/> }.into_any();
                    form(app, sought, t.link_to, fields, link)
                }
                Task::Review => {
                    let fields = view! { <DecisionFields decision=sought.decision/> }.into_any();
                    form(app, sought, t.set_status, fields, review)
                }
            })
        })}
    }
}

/// What is done; says what was done, or why nothing was. `None` where a field needs attention.
type Doing = fn(App, Sought) -> Option<Result<String, String>>;

fn form(app: App, sought: Sought, head: &'static str, fields: AnyView, doing: Doing) -> AnyView {
    let texts = app.texts();
    let refused = RwSignal::new(None::<String>);
    let leave = move || {
        sought.end_task();
        platform::focus("#terpilih");
    };
    let submit = on(move |event: ev::MouseEvent| {
        event.prevent_default();
        refused.set(None);
        match doing(app, sought) {
            None => {}
            Some(Err(why)) => refused.set(Some(why)),
            Some(Ok(said)) => {
                app.say_with(said, Action::Undo);
                leave();
            }
        }
    });
    view! {
        <form class="together stack" aria-labelledby="bersama" on:keydown=on_escape(leave)>
            <h3 id="bersama" tabindex="-1">{head}</h3>
            {fields}
            <Refusal why=refused/>
            <div class="actions">
                <button class="btn primary" type="submit" on:click=submit>{texts.home.save}</button>
                <button class="btn" type="button" on:click=on(move |_| leave())>{texts.home.cancel}</button>
            </div>
        </form>
    }
    .into_any()
}

/// The reason, and that none of all changes was made.
fn nothing_done(app: App, reason: &str) -> String {
    format!("{reason} {}", app.texts().register.nothing_done)
}

fn link(app: App, sought: Sought) -> Option<Result<String, String>> {
    let (indicator, level, expected) = sought.place.read()?;
    let texts = app.texts();
    let t = &texts.register;
    let ids = sought.selected.get_untracked();
    let key = |evidence: EvidenceId| LinkKey { indicator, level, expected: expected.clone(), evidence };
    // A link that is there stays as it is, with the pages it names.
    let new: Vec<LinkKey> = app.draft.with_untracked(|draft| {
        let links = draft.as_ref().map(|draft| &draft.assessment.links);
        let keys = ids.iter().cloned().map(key);
        keys.filter(|key| links.is_some_and(|links| !links.contains_key(key))).collect()
    });
    let (made, before) = (new.len(), ids.len() - new.len());
    if made == 0 {
        return Some(Err(nothing_done(app, t.all_linked)));
    }
    let changes = new.into_iter().map(|key| Change::Link { key, link: Some(Link::default()) }).collect();
    let result = app.change(Change::All(changes));
    let result = result.map_err(|reason| nothing_done(app, &(texts.refused)(&reason)));
    Some(result.map(|()| {
        let said = (t.linked)(made, &(texts.document.place)(indicator, level));
        if before == 0 { said } else { format!("{said} {}", (t.linked_before)(before)) }
    }))
}

fn review(app: App, sought: Sought) -> Option<Result<String, String>> {
    let (status, note) = sought.decision.read()?;
    let t = &app.texts().register;
    let ids = sought.selected.get_untracked();
    let all = ids.len();
    let has_other = |id: &EvidenceId| {
        app.draft.with_untracked(|draft| {
            let evidence = draft.as_ref().and_then(|draft| draft.assessment.evidence.get(id));
            evidence.is_none_or(|evidence| evidence.status() != status)
        })
    };
    let changes: Vec<_> = ids
        .into_iter()
        .filter(has_other)
        .map(|id| Change::Review { id, status, note: note.clone() })
        .collect();
    let (made, before) = (changes.len(), all - changes.len());
    if made == 0 {
        return Some(Err(nothing_done(app, t.all_had_status)));
    }
    let result = sought.decision.make(app, Change::All(changes));
    let name = evidence_status(app.language.get_untracked(), status);
    Some(result.map_err(|reason| nothing_done(app, &reason)).map(|()| {
        let said = (t.reviewed)(made, name);
        if before == 0 { said } else { format!("{said} {}", (t.had_status)(before)) }
    }))
}
