//! Tahapan: the road from the agency's own assessment to the final result.

mod closing;
mod line;
mod next;
mod reopening;
mod road;
mod sections;
mod table;

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::workspace::Desk;
use crate::app::show::title;
use crate::app::state::use_app;
use crate::assessment::Stage;
use crate::front::{live, memo, on, shown_when};
use crate::platform;
use crate::score::{StageScore, Turn, stages};
use crate::text::{Language, stage};

/// What is being done to a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Close(Stage),
    Reopen(Stage),
    /// It was just closed: where to go on?
    GoOn(Stage),
}

/// Which indicators the table shows, by what became of them between two stages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Filter {
    #[default]
    All,
    Differs,
    Rose,
    Fell,
}

impl Filter {
    const ALL: [Self; 4] = [Self::All, Self::Differs, Self::Rose, Self::Fell];

    fn shows(self, turn: Turn) -> bool {
        match self {
            Self::All => true,
            Self::Differs => turn != Turn::Same,
            Self::Rose => turn == Turn::Rose,
            Self::Fell => turn == Turn::Fell,
        }
    }
}

/// What is open and typed on the page. It belongs to the frame, so that a change of language loses nothing.
#[derive(Clone, Copy)]
pub struct StageForm {
    /// The draft it was opened for.
    draft: StoredValue<String>,
    asked: RwSignal<Option<Asked>>,
    by: RwSignal<String>,
    day: RwSignal<String>,
    note: RwSignal<String>,
    /// Whether it was sent before it was complete.
    tried: RwSignal<bool>,
    /// Why it was refused.
    refused: RwSignal<Option<String>>,
    filter: RwSignal<Filter>,
    /// The stages that are held against each other; none for the first and the last that were begun.
    from: RwSignal<Option<Stage>>,
    to: RwSignal<Option<Stage>>,
}

impl StageForm {
    pub fn start() -> Self {
        Self {
            draft: StoredValue::new(String::new()),
            asked: RwSignal::new(None),
            by: RwSignal::default(),
            day: RwSignal::default(),
            note: RwSignal::default(),
            tried: RwSignal::new(false),
            refused: RwSignal::new(None),
            filter: RwSignal::default(),
            from: RwSignal::new(None),
            to: RwSignal::new(None),
        }
    }

    fn to(self, draft: &str) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            self.ask(None);
            self.filter.set(Filter::All);
            self.from.set(None);
            self.to.set(None);
        }
        self
    }

    /// Opens a panel, ready to be filled, and goes there.
    fn ask(self, asked: Option<Asked>) {
        self.by.set(use_app().who());
        self.day.set(platform::today().to_string());
        self.note.set(String::new());
        self.tried.set(false);
        self.refused.set(None);
        self.asked.set(asked);
        if asked.is_some() {
            platform::next_frame(|| platform::focus("#tahap-tanya"));
        }
    }

    /// Closes the panel, and goes back to the stage it was about.
    fn leave(self) {
        let of = self.asked.get_untracked();
        self.asked.set(None);
        if let Some(Asked::Close(at) | Asked::Reopen(at) | Asked::GoOn(at)) = of {
            platform::next_frame(move || platform::focus(&format!("#tahap-{}", at.code())));
        }
    }

    fn lacks_name(self) -> bool {
        self.by.with(|by| by.trim().is_empty())
    }
}

/// All stages with their scores.
type Road = Memo<Arc<Vec<StageScore>>>;

/// The stages that anybody was at.
fn begun(road: Road) -> Vec<Stage> {
    road.with(|road| road.iter().filter(|of| of.begun).map(|of| of.stage).collect())
}

/// Stages in words: "penilaian mandiri, penilaian dokumen".
fn names(language: Language, stages: impl IntoIterator<Item = Stage>) -> String {
    stages.into_iter().map(|at| stage(language, at)).collect::<Vec<_>>().join(", ")
}

#[component]
pub fn Stages(desk: Desk) -> impl IntoView {
    let app = use_app();
    let t = &app.texts().stages;
    title(app, t.title);
    let form = expect_context::<StageForm>().to(&desk.id);
    let instrument = desk.instrument.clone();
    let road: Road = Memo::new(move |before: Option<&Arc<Vec<StageScore>>>| {
        let now =
            app.draft.with(|draft| draft.as_ref().map(|d| Arc::new(stages(&instrument, &d.assessment))));
        now.or_else(|| before.cloned()).unwrap_or_default()
    });
    let asked = memo(move || form.asked.get());
    let panel_desk = desk.clone();
    let panel = live(move || {
        let panel = match asked.get()? {
            Asked::Close(at) => {
                view! { <closing::Close desk=panel_desk.clone() at=at form=form/> }.into_any()
            }
            Asked::Reopen(at) => view! { <reopening::Reopen at=at form=form/> }.into_any(),
            Asked::GoOn(at) => view! { <next::GoOn at=at form=form/> }.into_any(),
        };
        let escape = on(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                form.leave();
            }
        });
        Some(view! { <section class="card stack asking" aria-labelledby="tahap-tanya" on:keydown=escape>{panel}</section> }.into_any())
    });
    let several = memo(move || begun(road).len() > 1);
    let (line_desk, sections_desk) = (desk.clone(), desk.clone());
    view! {
        <div class="page">
            <section class="stack">
                <h1 tabindex="-1">{t.title}</h1>
                <p class="soft">{t.intro}</p>
            </section>
            <road::RoadMap desk=desk.clone() road=road form=form/>
            {panel}
            {shown_when(move || several.get(), move || view! {
                <div class="side-by-side">
                    <line::StageLine desk=line_desk.clone() road=road/>
                    <sections::BySection desk=sections_desk.clone() road=road/>
                </div>
            }.into_any())}
            <table::ByIndicator desk=desk road=road form=form/>
        </div>
    }
}
