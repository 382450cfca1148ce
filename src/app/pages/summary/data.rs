use leptos::prelude::*;

use crate::app::pages::workspace::Desk;
use crate::app::parts::{Identity, IdentityFields, Mistakes, TextField};
use crate::app::state::use_app;
use crate::assessment::{Agency, Change};
use crate::front::{memo, on};
use crate::platform;
use crate::text::value;

/// What was typed into the form. It belongs to the frame, so that a change of language loses
/// nothing; leaving the page gives it up.
#[derive(Clone, Copy)]
pub struct DataForm {
    /// The draft it was filled for; empty when it is to be filled.
    draft: StoredValue<String>,
    filled: StoredValue<bool>,
    identity: Identity,
}

impl DataForm {
    pub fn start() -> Self {
        Self {
            draft: StoredValue::new(String::new()),
            filled: StoredValue::new(false),
            identity: Identity::empty(0),
        }
    }

    /// The page was left.
    pub fn close(self) {
        self.filled.set_value(false);
        self.identity.mistakes.set(Vec::new());
    }

    fn to(self, draft: &str) -> Self {
        if self.draft.with_value(|of| of != draft) {
            self.draft.set_value(draft.to_owned());
            self.close();
        }
        self
    }

    fn is_new(self) -> bool {
        !self.filled.get_value()
    }

    fn fill(self, agency: Agency, year: u16, target: String) {
        self.filled.set_value(true);
        self.identity.agency.set(agency.name);
        self.identity.kind.set(Some(agency.kind));
        self.identity.year.set(year);
        self.identity.target.set(target);
    }
}

/// Agency, year and target, as given at the start.
#[component]
pub fn Data(desk: Desk) -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.summary;
    let scale = desk.instrument.scale.clone();
    let form = expect_context::<DataForm>().to(&desk.id);
    let stored = memo(move || {
        app.draft.with(|draft| {
            let assessment = &draft.as_ref()?.assessment;
            Some((assessment.agency.clone(), assessment.year, assessment.target))
        })
    });
    // Undo, imports and other tabs change what the form shows; building the page anew does not.
    Effect::new(move |before: Option<_>| {
        let now = stored.get();
        let first = before.is_none();
        if let Some((agency, year, target)) = now.clone()
            && (!first || form.is_new())
        {
            form.fill(
                agency,
                year,
                target.map(|t| value(app.language.get_untracked(), t)).unwrap_or_default(),
            );
        }
        now
    });
    let form = form.identity;
    let who = RwSignal::new(app.who());
    let submit = on(move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let Some((mut agency, year, target)) = form.read(scale.min, scale.max) else {
            platform::next_frame(|| platform::focus("#salah"));
            return;
        };
        // What else a file said of the agency stays with it.
        app.draft.with_untracked(|draft| {
            if let Some(draft) = draft {
                agency.extra = draft.assessment.agency.extra.clone();
            }
        });
        app.set_who(&who.get_untracked());
        match app.change(Change::All(vec![
            Change::Agency(agency),
            Change::Year(year),
            Change::Target(target),
        ])) {
            Ok(()) => app.say(t.data_saved),
            Err(reason) => app.say((texts.refused)(&reason)),
        }
    });
    view! {
        <section class="card stack" aria-labelledby="data">
            <h2 id="data">{t.data}</h2>
            <form class="form" novalidate=true>
                <Mistakes all=form.told(&texts.new)/>
                <IdentityFields form=form/>
                <TextField id="who" label=texts.new.who value=who help=texts.new.who_help/>
                <div class="actions"><button class="btn primary" type="submit" on:click=submit>{t.data_save}</button></div>
            </form>
        </section>
    }
}
