use leptos::ev;
use leptos::prelude::*;

use super::place::{Place, PlaceFields};
use super::register::Sought;
use super::review::{Decision, DecisionFields};
use crate::app::pages::workspace::Desk;
use crate::app::state::{Action, App, use_app};
use crate::assessment::{Change, EvidenceId, Link, LinkKey};
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::text::evidence_status;

/// What is to be done with all selected documents.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Task {
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
    let task = RwSignal::new(None::<Task>);
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
            task.set(Some(what));
            platform::next_frame(|| platform::focus("#bersama"));
        })
    };
    let can_select = memo(move || count.get() < shown.with(Vec::len));
    let instrument = desk.instrument;
    view! {
        <div class="actions">
            <p id="terpilih" tabindex="-1" role="status">
                {live(move || (count.get() > 0).then(|| (t.selected)(count.get())))}
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
            let what = task.get().filter(|_| any.get())?;
            Some(match what {
                Task::Link => {
                    let place = Place::empty();
                    let fields = view! { <PlaceFields instrument=instrument.clone() place=place/> }.into_any();
                    form(app, task, t.link_to, fields, Box::new(move || link(app, sought, place)))
                }
                Task::Review => {
                    let decision = Decision::start(app);
                    let fields = view! { <DecisionFields decision=decision/> }.into_any();
                    form(app, task, t.set_status, fields, Box::new(move || review(app, sought, decision)))
                }
            })
        })}
    }
}

/// What is done; says what was done, or why nothing was. `None` where a field needs attention.
type Doing = Box<dyn Fn() -> Option<Result<String, String>>>;

fn form(
    app: App,
    task: RwSignal<Option<Task>>,
    head: &'static str,
    fields: AnyView,
    doing: Doing,
) -> AnyView {
    let texts = app.texts();
    let refused = RwSignal::new(None::<String>);
    let leave = move || {
        task.set(None);
        platform::focus("#terpilih");
    };
    let submit = on(move |event: ev::MouseEvent| {
        event.prevent_default();
        refused.set(None);
        match doing() {
            None => {}
            Some(Err(why)) => refused.set(Some(why)),
            Some(Ok(said)) => {
                app.say_with(said, Action::Undo);
                leave();
            }
        }
    });
    view! {
        <form class="together stack" aria-labelledby="bersama">
            <h3 id="bersama" tabindex="-1">{head}</h3>
            {fields}
            <p class="error" role="alert">{live(move || refused.get())}</p>
            <div class="actions">
                <button class="btn primary" type="submit" on:click=submit>{texts.home.save}</button>
                <button class="btn" type="button" on:click=on(move |_| leave())>{texts.home.cancel}</button>
            </div>
        </form>
    }
    .into_any()
}

/// Makes all changes or, with the reason, none.
fn change_all(app: App, changes: Vec<Change>) -> Result<(), String> {
    let texts = app.texts();
    app.change(Change::All(changes))
        .map_err(|reason| format!("{} {}", (texts.refused)(&reason), texts.register.nothing_done))
}

fn link(app: App, sought: Sought, place: Place) -> Option<Result<String, String>> {
    let (indicator, level, expected) = place.read()?;
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
        return Some(Err(format!("{} {}", t.all_linked, t.nothing_done)));
    }
    let changes = new.into_iter().map(|key| Change::Link { key, link: Some(Link::default()) }).collect();
    Some(change_all(app, changes).map(|()| {
        let said = (t.linked)(made, &(texts.document.place)(indicator, level));
        if before == 0 { said } else { format!("{said} {}", (t.linked_before)(before)) }
    }))
}

fn review(app: App, sought: Sought, decision: Decision) -> Option<Result<String, String>> {
    let (status, note) = decision.read(app)?;
    let ids = sought.selected.get_untracked();
    let count = ids.len();
    let changes = ids.into_iter().map(|id| Change::Review { id, status, note: note.clone() }).collect();
    let name = evidence_status(app.language.get_untracked(), status);
    Some(change_all(app, changes).map(|()| (app.texts().register.reviewed)(count, name)))
}
