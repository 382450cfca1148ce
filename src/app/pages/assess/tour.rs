//! Four steps on a first visit: a card that points at the parts of the page, and is in nobody's way.

use leptos::ev;
use leptos::prelude::*;

use crate::app::beside::beside;
use crate::app::route::{Page, Route};
use crate::app::state::{App, use_app};
use crate::front::{follow, live, memo, on, shown_when};
use crate::instrument::Number;
use crate::platform;

/// What each step points at: of each line the first that can be seen.
const POINTED: [&[&str]; 4] = [
    &["#daftar, .unfold"],
    &[".rung:not(.chosen), .rung"],
    &["#tambah-2, #tambah-1, .rung"],
    &[".score", ".saved"],
];
const LAST: usize = POINTED.len() - 1;
const CARD: &str = "#tur";

/// So many pixels of a frame in a portal are seen at once, at least.
const SEEN_AROUND: f64 = 560.0;

/// Whether a portal holds this page in a frame, which may be as high as the page.
fn is_hosted() -> bool {
    platform::is_marked("host")
}

/// The step that is shown, and whether the tour was seen in this visit: a storage without room does not remember it.
/// Both belong to the frame, so that a change of language or indicator keeps them.
#[derive(Clone, Copy)]
pub struct TourCall {
    step: RwSignal<Option<usize>>,
    seen: RwSignal<bool>,
}

impl TourCall {
    /// Call once, inside the root owner.
    pub fn start(app: App) -> Self {
        let call = Self { step: RwSignal::new(None), seen: RwSignal::new(false) };
        // Who goes elsewhere has seen enough.
        let here = memo(move || {
            app.route.with(|route| matches!(route, Route::Draft(_, Page::Start | Page::Indicator(_))))
        });
        let mut was = false;
        Effect::new(move |_| {
            if was && !here.get() && call.step.get_untracked().is_some() {
                call.end(app);
            }
            was = here.get();
        });
        call
    }

    /// Shows the tour from its beginning, on the open draft or the first one of Beranda.
    pub fn call(self, app: App) {
        let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.id.clone()));
        let first = || {
            app.shelf.with_untracked(|shelf| {
                shelf.iter().find(|shelved| shelved.content.is_ok()).map(|shelved| shelved.id.clone())
            })
        };
        app.see_tour(false);
        self.seen.set(false);
        match open.or_else(first) {
            Some(id) => app.go(&Route::Draft(id, Page::Start)),
            None => app.say(app.texts().help.tour_later),
        }
    }

    fn end(self, app: App) {
        self.step.set(None);
        self.seen.set(true);
        platform::point_at(&[]);
        app.see_tour(true);
    }
}

#[component]
pub fn Tour(package: bool, number: Memo<Number>) -> impl IntoView {
    let app = use_app();
    let call = expect_context::<TourCall>();
    let step = call.step;
    let t = &app.texts().help.walk;
    if step.get_untracked().is_none() && !call.seen.get_untracked() && !app.has_seen_tour() {
        step.set(Some(0));
    }
    // What the card tells of; while it is not there, of the first.
    let now = memo(move || step.get().unwrap_or(0).min(LAST));
    let at = RwSignal::new(None::<[f64; 2]>);
    let place = move || {
        // By the next frame the card may be gone.
        let Some(shown) = step.get_untracked().and_then(|_| now.try_get_untracked()) else { return };
        let pointed = POINTED[shown];
        platform::point_at(pointed);
        let targets: Vec<_> = pointed.iter().filter_map(|one| platform::area_of(one)).collect();
        let Some(card) = platform::area_of(CARD) else { return };
        let [width, height] = platform::window_size();
        let bar = platform::area_of(".bar").map_or(0.0, |bar| bar[3].max(0.0));
        // In a window of a few lines it may stand over the bar.
        let top = if height - bar < card[3] - card[1] + 16.0 { 0.0 } else { bar };
        // On a phone the score stands at the foot of the window.
        let foot = platform::area_of(".score").filter(|score| score[2] - score[0] >= width - 1.0);
        let target = targets.first().copied().unwrap_or([0.0, height, 0.0, height]);
        // A frame as high as its page has no foot: the card stands near the head of what it speaks of.
        let end = if is_hosted() { (target[1] + SEEN_AROUND).min(height) } else { height };
        let view = [8.0, top + 8.0, width - 8.0, foot.map_or(end, |score| score[1].min(end)) - 8.0];
        let [left, top] = beside(target, [card[2] - card[0], card[3] - card[1]], view);
        // It stands on the page there, not in the window.
        let page = platform::area_of("html").filter(|_| is_hosted()).map_or(0.0, |page| page[1]);
        at.set(Some([left, top - page]));
    };
    let soon = move || {
        platform::next_frame(move || {
            place();
            if is_hosted() {
                // Only the browser knows how much of the frame is seen.
                platform::next_frame(move || {
                    if let Some(shown) = now.try_get_untracked() {
                        platform::reveal(POINTED[shown][0]);
                        platform::reveal(CARD);
                    }
                });
            }
        })
    };
    follow(move || {
        number.track();
        if step.get().is_some() {
            soon();
        }
    });
    let go = move |to: usize| {
        step.set(Some(to));
        let [_, height] = platform::window_size();
        let there = platform::area_of(POINTED[to.min(LAST)][0]);
        if let Some(area) = there.filter(|area| area[1] < 0.0 || area[3] > height) {
            platform::scroll_to(area);
        }
    };
    let back = move || {
        let to = now.get_untracked().saturating_sub(1);
        go(to);
        if to == 0 {
            // Its button is gone then, and the focus with it.
            platform::next_frame(|| platform::focus("#tur .primary"));
        }
    };
    let end = move || {
        let focused = platform::has_focus(CARD);
        call.end(app);
        if focused {
            platform::focus("h1");
        }
    };
    let listeners = [
        window_event_listener(ev::scroll, move |_| place()),
        window_event_listener(ev::resize, move |_| place()),
        window_event_listener(ev::keydown, move |event| {
            // In a search field the key empties it.
            let skips = &*event.key() == "Escape"
                && !event.default_prevented()
                && !platform::has_focus("input[type='search']");
            if skips && step.get_untracked().is_some() && !platform::has_dialog() {
                end();
            }
        }),
    ];
    on_cleanup(move || {
        platform::point_at(&[]);
        listeners.into_iter().for_each(|listener| listener.remove());
    });
    let said = move || match now.get() {
        LAST if app.in_memory() || app.kiosk().is_some() => t.last_unkept,
        LAST if package => t.last_of_package,
        step => t.steps[step],
    };
    let first = memo(move || now.get() == 0);
    let last = memo(move || now.get() == LAST);
    let pixels = move |axis: usize| live(move || at.get().map(|at| format!("{}px", at[axis].round())));
    shown_when(
        move || step.get().is_some(),
        move || {
            view! {
                <section
                    id="tur"
                    class="card working"
                    role="dialog"
                    aria-label=t.name
                    data-testid="tour"
                    style:border-color="var(--accent)"
                    style:position=live(move || at.get().filter(|_| is_hosted()).map(|_| "absolute"))
                    style:scroll-margin="6rem"
                    style:left=pixels(0)
                    style:top=pixels(1)
                    style:right=live(move || at.get().map(|_| "auto"))
                    style:bottom=live(move || at.get().map(|_| "auto"))
                >
                    <div class="stack" aria-live="polite">
                        <p><b>{live(move || said().0)}</b></p>
                        <p>{live(move || said().1)}</p>
                        <p class="soft small">{live(move || (t.at)(now.get() + 1, POINTED.len()))}</p>
                    </div>
                    <div class="line">
                        <button class="btn quiet small-btn" data-testid="tour-skip" hidden=live(move || last.get()) on:click=on(move |_| end())>{t.skip}</button>
                        <button class="btn small-btn" hidden=live(move || first.get()) on:click=on(move |_| back())>{t.back}</button>
                        <button
                            class="btn primary small-btn"
                            data-testid="tour-next"
                            on:click=on(move |_| match now.get_untracked() {
                                LAST => end(),
                                now => go(now + 1),
                            })
                        >
                            {live(move || if last.get() { t.done } else { t.next })}
                        </button>
                    </div>
                </section>
            }
            .into_any()
        },
    )
}
