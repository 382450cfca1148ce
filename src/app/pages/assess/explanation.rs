use leptos::prelude::*;

use crate::app::parts::{Field as Labelled, described_by};
use crate::app::state::use_app;
use crate::assessment::{Change, Field};
use crate::front::{live, memo, on};
use crate::instrument::Number;

/// Fakta and Analisis of an indicator.
#[component]
pub fn Explanation(number: Number) -> impl IntoView {
    let t = &use_app().texts().assess;
    view! {
        <Writing number=number field=Field::Facts label=t.facts help=t.facts_help/>
        <Writing number=number field=Field::Analysis label=t.analysis help=t.analysis_help/>
    }
}

/// Catatan asesor and Justifikasi hasil of an indicator at the present stage.
#[component]
pub fn Remarks(number: Number) -> impl IntoView {
    let t = &use_app().texts().stages;
    view! {
        <Writing number=number field=Field::Note label=t.assessor_note help=t.assessor_note_help/>
        <Writing number=number field=Field::Justification label=t.justification help=t.justification_help/>
    }
}

#[component]
fn Writing(number: Number, field: Field, label: &'static str, help: &'static str) -> impl IntoView {
    let app = use_app();
    let id = match field {
        Field::Facts => "fakta",
        Field::Analysis => "analisis",
        Field::Note => "catatan",
        Field::Justification => "justifikasi",
    };
    let text = memo(move || {
        app.draft.with(|draft| {
            let answer = draft.as_ref().and_then(|draft| draft.assessment.answer(number));
            answer.map(|answer| match field {
                Field::Facts => answer.explanation.facts.clone(),
                Field::Analysis => answer.explanation.analysis.clone(),
                Field::Note => answer.note.clone(),
                Field::Justification => answer.justification.clone(),
            })
        })
    });
    let frozen = memo(move || app.frozen().is_some());
    let refused = RwSignal::new(None::<String>);
    let write = on(move |event| {
        let stage = untrack(|| app.stage());
        let change = Change::Text { stage, indicator: number, field, text: event_target_value(&event) };
        refused.set(app.change(change).err().map(|reason| (app.texts().refused)(&reason)));
    });
    // Leaving the field ends the step that one undo takes back.
    let leave = on(move |_| {
        app.draft.update_untracked(|draft| {
            if let Some(draft) = draft {
                draft.history.pause();
            }
        });
    });
    view! {
        <Labelled id=id label=label help=Some(help.to_owned()) error=refused at_once=true>
            <textarea
                id=id
                rows="3"
                readonly=live(move || frozen.get())
                aria-describedby=live(move || described_by(id, true, refused.with(Option::is_some)))
                aria-invalid=live(move || refused.with(|r| r.is_some().then_some("true")))
                prop:value=live(move || text.get().unwrap_or_default())
                on:input=write
                on:blur=leave
            ></textarea>
        </Labelled>
    }
}
