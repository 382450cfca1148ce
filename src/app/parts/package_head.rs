use leptos::prelude::*;

use super::TextField;
use crate::app::route::{Page, Route};
use crate::app::show::when;
use crate::app::state::use_app;
use crate::app::units::days_left;
use crate::front::{follow, live, memo};
use crate::platform;
use crate::text::{date, readable};

/// Above every page of a work package: for whom it is, until when, and the way back.
#[component]
pub fn PackageHead(draft: String, #[prop(into)] open: Signal<bool>) -> impl IntoView {
    let app = use_app();
    let (t, language) = (&app.texts().package, app.language.get_untracked());
    let order =
        memo(move || app.draft.with(|draft| draft.as_ref().and_then(|draft| draft.assessment.order.clone())));
    let sent = memo(move || {
        app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            let returned = assessment.order.as_ref()?.returned.as_ref()?;
            Some((returned.at.clone(), assessment.changed.at > returned.at))
        })
    });
    // A package that lies in a page is opened without a question; who fills it in is asked here.
    let asks_who = open.get_untracked() && app.who().is_empty();
    let who = RwSignal::new(String::new());
    if asks_who {
        follow(move || who.with(|who| app.set_who(who)));
    }
    live(move || {
        let order = order.get()?;
        let due = order.due.map(|due| {
            let left = days_left(platform::today(), due);
            let class = match left {
                ..=-1 => "chip bad",
                0..=3 => "chip warn",
                _ => "chip",
            };
            let day = date(language, &due.to_string());
            view! {
                <span data-testid="due">{(t.due)(&day)}" "<span class=class>{(t.left)(left)}</span></span>
            }
        });
        let back = sent.get().map(|(at, changed)| {
            let at = when(app, &at);
            let text = if changed { (t.changed_since)(&at) } else { (t.sent)(&at) };
            view! { <span class=if changed { "chip warn" } else { "chip good" }>{text}</span> }
        });
        let lines: Vec<_> =
            order.instructions.lines().map(|line| view! { <p>{readable(line)}</p> }.into_any()).collect();
        let instructions = (!order.instructions.trim().is_empty()).then(|| {
            view! {
                <details open=open.get()>
                    <summary>{t.instructions}</summary>
                    <div class="stack instructions" lang="id">{lines}</div>
                </details>
            }
        });
        let href = Route::Draft(draft.clone(), Page::SendBack).href();
        let from = (t.from)(&readable(&order.issued.by), &when(app, &order.issued.at));
        Some(
            view! {
                <section class="package" aria-label=t.title data-testid="package">
                    <div class="line">
                        <b>{(t.of)(&readable(&order.name))}</b>
                        {due}
                        {back}
                        <a class="btn primary small-btn" href=href>{t.send}</a>
                    </div>
                    <p class="soft small">{from}" "{(t.covers)(order.indicators.len())}</p>
                    {instructions}
                    {asks_who.then(|| view! {
                        <div class="narrow-field"><TextField id="siapa" label=app.texts().new.who help=app.texts().new.who_help value=who/></div>
                    }.into_any())}
                    {(open.get() && platform::is_one_file()).then(|| view! { <p class="soft small">{app.texts().one_file.kept_here}</p> })}
                </section>
            }
            .into_any(),
        )
    })
}
