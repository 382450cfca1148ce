use leptos::prelude::*;

use crate::app::parts::{
    FailedMessage, Field, FieldError, FilesButton, HelpLink, NumberField, Pair, Refusal, StatusChip,
    TermList, described_by, in_words, pager, toast,
};
use crate::app::state::App;
use crate::assessment::Status;
use crate::front::{memo, on};
use crate::instrument::Value;
use crate::text::Message;
use crate::text::terms::TERMS;

/// What a person presses, fills in and reads, in its states.
pub fn controls(app: App, scheme: &'static str) -> AnyView {
    let texts = app.texts();
    let t = &texts.gaya;
    let [main, plain, quiet, disabled, pressed] = t.button_states;
    let [calm, warning, failure] = t.note_states;
    let chips = ["chip", "chip good", "chip warn", "chip bad", "chip accent"].into_iter().zip(t.chip_states);
    let chips = chips.map(|(class, text)| view! { <span class=class>{text}</span> }.into_any());
    let states = Status::ALL.into_iter().map(|status| view! { <StatusChip status=status/> }.into_any());
    let id = move |name: &str| format!("{name}-{scheme}");
    let (name, wrong, choice, locked) = (id("nama"), id("keliru"), id("pilihan"), id("terkunci"));
    let (day, bare) = (id("hari"), id("sendiri"));
    let number: &'static str = if scheme == "dark" { "nilai-dark" } else { "nilai-light" };
    let (said, odd) = (in_words(move || Some(t.field_wrong)), in_words(move || Some(t.field_odd)));
    let (page, pages) = (RwSignal::new(0_usize), memo(|| 3_usize));
    let here = memo(move || page.get());
    let terms = TERMS.iter().take(2).collect();
    let say = on(move |_| app.say(t.toast));
    let taken = Box::new(|| ()) as Box<dyn FnMut()>;
    view! {
        <section class="card stack">
            <h3>{t.buttons}</h3>
            <div class="actions">
                <button class="btn primary">{main}</button>
                <button class="btn" on:click=say><svg class="glyph" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11m-5-5 5 5 5-5M5 20h14"/></svg>{plain}</button>
                <button class="btn quiet">{quiet}</button>
                <button class="btn" disabled=true>{disabled}</button>
                <button class="btn small-btn" aria-pressed="true">{pressed}</button>
                <FilesButton label=texts.home.open chosen=|_| ()/>
                <button class="link">{t.open_dialog}</button>
            </div>
            {pager(app, page, here, pages, "h1")}
            <h3>{t.chips}</h3>
            <p class="line">{chips.collect::<Vec<_>>()}</p>
            <p class="line">{states.collect::<Vec<_>>()}</p>
            <h3>{t.notes}</h3>
            <p class="note">{calm}" "{t.long}</p>
            <p class="note warn">{warning}" "<a href="#/gaya">{t.title}</a></p>
            <FailedMessage title=failure.to_owned() message=Message { what: t.field_wrong.to_owned(), todo: t.what_to_do.to_owned() }/>
            <p class="verdict good">{t.chip_states[1]}</p>
            <p class="verdict warn">{t.chip_states[2]}</p>
            <p class="verdict bad">{t.chip_states[3]}</p>
        </section>
        <section class="card form">
            <h3>{t.fields}</h3>
            <Field id=name.clone() label=t.field help=Some(t.field_help.to_owned())>
                <input id=name.clone() type="text" value=t.long aria-describedby=described_by(&name, true, false)/>
            </Field>
            <Field id=wrong.clone() label=t.field error=said>
                <input id=wrong.clone() type="text" aria-invalid="true" aria-describedby=described_by(&wrong, false, true)/>
            </Field>
            <div class="fields">
                <Field id=choice.clone() label=t.choice><select id=choice><option>{t.long}</option></select></Field>
                <Field id=locked.clone() label=t.locked><input id=locked type="text" disabled=true value="2,64"/></Field>
            </div>
            <Field id=day.clone() label=texts.document.date remark=odd>
                <input id=day.clone() type="date" value="2099-12-31" aria-describedby=described_by(&day, true, false)/>
            </Field>
            <div class="line">
                <span>{t.bare}</span>
                <div><input id=bare.clone() type="text" size="4" aria-label=t.bare aria-invalid="true" aria-describedby=described_by(&bare, false, true)/>
                <FieldError of=bare error=said/></div>
            </div>
            <Refusal why=said/>
            <NumberField id=number label=texts.score.target.to_owned() help=t.field_help.to_owned() bad=t.field_wrong
                shown=Signal::derive(|| Some(Value::hundredths(350))) write=|_| None/>
            <label class="tick"><input type="checkbox" checked=true/><span>{t.tick}</span></label>
        </section>
        <section class="card stack">
            <h3>{t.empty}</h3>
            <p class="card soft">{texts.home.no_drafts}</p>
            <h3>{t.toast}</h3>
            {toast(t.toast.to_owned(), Some((texts.frame.undo, on(|_| ()))), texts.frame.close, taken)}
            <p class="line">
                <span class="saved" data-state="saved">{texts.frame.saved}</span>
                <span class="saved" data-state="saving">{texts.frame.saving}</span>
                <span class="saved" data-state="failed">{texts.frame.save_failed}</span>
            </p>
            <div class="progress" aria-hidden="true"><i style:width="62%"></i></div>
            <dl class="pairs">
                <Pair term=texts.score.target>"3,50"</Pair>
                <Pair term=texts.score.answered>{(texts.score.answered_of)(29, 47)}</Pair>
            </dl>
            <TermList terms/>
            <p><HelpLink part="istilah"/></p>
        </section>
    }
    .into_any()
}
