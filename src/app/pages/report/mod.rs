//! Laporan: choose what it holds, look at it, print it or save it.

mod choice;
mod cover;
mod findings;
mod logo;
mod saving;

use std::sync::Arc;

use leptos::prelude::*;

use super::InterviewForm;
use super::workspace::Desk;
use crate::app::show::title;
use crate::app::state::use_app;
use crate::front::{follow, live, memo, on};
use crate::platform;
use crate::report::{Around, Report as Paper, Wish, report};

/// The frame that shows the report.
const FRAME: &str = "pratinjau";
const EMPTY: &str = "<!DOCTYPE html><html><head><title></title></head><body></body></html>";

/// What the sections of the page share.
#[derive(Clone, Copy)]
struct Making {
    wish: RwSignal<Wish>,
    logo: RwSignal<Option<String>>,
    /// What is shown; none while the draft is being closed.
    paper: Memo<Option<Arc<Paper>>>,
}

#[component]
pub fn Report(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().report;
    title(app, t.title);
    let wish = RwSignal::new(app.report_wish());
    let logo = RwSignal::new(app.logo(&desk.id));
    follow(move || wish.with(|wish| app.keep_report_wish(wish)));
    let interview = expect_context::<InterviewForm>().to(&desk.id);
    interview.fetch();
    let calendar = interview.calendar(app);
    let paper = memo(move || {
        let (wish, logo) = (wish.get(), logo.get());
        app.draft.with(|draft| {
            let draft = draft.as_ref()?;
            let calendar = calendar.get();
            let around = Around { today: platform::today(), calendar: &calendar, logo: logo.as_deref() };
            report(&draft.instrument, &draft.assessment, &wish, around).map(Arc::new)
        })
    });
    let making = Making { wish, logo, paper };
    let ready = RwSignal::new(false);
    follow(move || {
        if let (true, Some(paper)) = (ready.get(), paper.get()) {
            platform::show_paper(FRAME, &paper);
        }
    });
    let empty = memo(move || wish.with(|wish| wish.parts.is_empty()));
    view! {
        <div class="page wide">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
            </section>
            <div class="paper">
                <div class="stack">
                    <choice::Choice making=making/>
                    <saving::Saving making=making empty=empty/>
                    <cover::CoverForm/>
                    <logo::Logo draft=desk.id.clone() making=making/>
                    <findings::Findings desk=desk making=making/>
                </div>
                <section class="card stack preview" aria-labelledby="judul-pratinjau">
                    <h2 id="judul-pratinjau">{t.preview}</h2>
                    <p class="soft small" role="status">
                        {live(move || if empty.get() { t.none_chosen } else { t.preview_help })}
                    </p>
                    <iframe
                        id=FRAME
                        title=t.preview
                        data-testid="report-preview"
                        sandbox="allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox"
                        srcdoc=EMPTY
                        hidden=live(move || empty.get())
                        on:load=on(move |_| {
                            // Also when a browser loads the frame once more.
                            ready.set(false);
                            ready.set(true);
                        })
                    ></iframe>
                </section>
            </div>
        </div>
    }
    .into_any()
}
