//! All drafts as one file.

use leptos::ev;
use leptos::prelude::*;

use crate::app::parts::{Field, described_by, in_words};
use crate::app::state::{BackupWish, use_app};
use crate::front::{ImportButton, live, memo, on, shown_when};
use crate::platform;

/// Shorter passwords are called short.
const LONG: usize = 12;

/// What was typed into the form. It belongs to the frame, so that a change of language loses nothing;
/// leaving the page gives it up.
#[derive(Clone, Copy)]
pub struct BackupForm {
    trash: RwSignal<bool>,
    snapshots: RwSignal<bool>,
    locked: RwSignal<bool>,
    password: RwSignal<String>,
    again: RwSignal<String>,
    show: RwSignal<bool>,
    /// Whether it was given before it was complete.
    tried: RwSignal<bool>,
    busy: RwSignal<bool>,
}

impl BackupForm {
    pub fn start() -> Self {
        Self {
            trash: RwSignal::new(true),
            snapshots: RwSignal::new(true),
            locked: RwSignal::new(false),
            password: RwSignal::default(),
            again: RwSignal::default(),
            show: RwSignal::new(false),
            tried: RwSignal::new(false),
            busy: RwSignal::new(false),
        }
    }

    /// The page was left, or the backup is made.
    pub fn close(self) {
        self.password.set(String::new());
        self.again.set(String::new());
        self.show.set(false);
        self.tried.set(false);
    }

    fn lacks_password(self) -> bool {
        self.password.with(String::is_empty)
    }

    fn is_not_same(self) -> bool {
        self.password.get() != self.again.get()
    }

    /// What is wished for; or nothing, and then what is missing has the focus.
    fn read(self) -> Option<BackupWish> {
        let locked = self.locked.get_untracked() && platform::has_cryptography();
        if locked {
            self.tried.set(true);
            if untrack(|| self.lacks_password()) {
                platform::focus("#kata-sandi");
                return None;
            }
            if untrack(|| self.is_not_same()) {
                platform::focus("#kata-sandi-lagi");
                return None;
            }
        }
        Some(BackupWish {
            trash: self.trash.get_untracked(),
            snapshots: self.snapshots.get_untracked(),
            password: locked.then(|| self.password.get_untracked()),
        })
    }
}

fn tick(label: String, of: RwSignal<bool>, testid: &'static str) -> AnyView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                data-testid=testid
                prop:checked=live(move || of.get())
                on:change=on(move |event| of.set(event_target_checked(&event)))
            />
            {label}
        </label>
    }
    .into_any()
}

#[component]
pub fn MakeBackup() -> impl IntoView {
    let app = use_app();
    let t = &app.texts().backup;
    let form = expect_context::<BackupForm>();
    let none = memo(move || app.shelf.with(Vec::is_empty) && app.trash.with(Vec::is_empty));
    let beside = memo(move || app.beside_drafts());
    let make = move |event: ev::MouseEvent| {
        event.prevent_default();
        if form.busy.get_untracked() {
            return;
        }
        let Some(wish) = form.read() else { return };
        form.busy.set(true);
        app.make_backup(wish, move |made| {
            form.busy.set(false);
            if made {
                form.close();
            }
        });
    };
    let password = move || {
        if platform::has_cryptography() {
            view! {
                {tick(t.with_password.to_owned(), form.locked, "backup-lock")}
                {shown_when(move || form.locked.get(), move || view! { <NewPassword form=form/> }.into_any())}
            }
            .into_any()
        } else {
            view! { <p class="note warn">{t.no_cryptography}</p> }.into_any()
        }
    };
    let fields = move || {
        view! {
            <form class="form">
                <div class="stack">
                    {live(move || {
                        let (trash, snapshots) = beside.get();
                        view! {
                            {(trash > 0).then(|| tick((t.with_trash)(trash), form.trash, "backup-trash"))}
                            {(snapshots > 0).then(|| tick((t.with_snapshots)(snapshots), form.snapshots, "backup-snapshots"))}
                        }
                        .into_any()
                    })}
                    {password()}
                </div>
                <div class="actions">
                    <button class="btn primary" type="submit" data-testid="backup" disabled=live(move || form.busy.get()) on:click=on(make)>{t.make}</button>
                    <span role="status">{live(move || (form.busy.get() && form.locked.get()).then_some(t.encrypting))}</span>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="cadangan">
            <h2 id="cadangan">{t.title}</h2>
            <p class="soft">{t.text}</p>
            {live(move || if none.get() {
                view! { <p class="soft">{t.nothing}</p> }.into_any()
            } else {
                fields()
            })}
        </section>
    }
}

/// A new password, typed twice.
#[component]
fn NewPassword(form: BackupForm) -> impl IntoView {
    let t = &use_app().texts().backup;
    let kind = move || if form.show.get() { "text" } else { "password" };
    let missing = memo(move || form.tried.get() && form.lacks_password());
    let differs = memo(move || form.tried.get() && !form.lacks_password() && form.is_not_same());
    let short = memo(move || form.password.with(|password| (1..LONG).contains(&password.chars().count())));
    view! {
        <p class="note warn" id="kata-sandi-hilang">{t.lost}</p>
        <div class="fields">
            <Field id="kata-sandi" label=t.password help=Some(t.hint.to_owned())
                remark=in_words(move || short.get().then_some(t.short)) error=in_words(move || missing.get().then_some(t.need_password))>
                <input
                    id="kata-sandi"
                    type=live(kind)
                    autocomplete="new-password"
                    data-testid="backup-password"
                    prop:value=live(move || form.password.get())
                    on:input=on(move |event| form.password.set(event_target_value(&event)))
                    aria-invalid=live(move || missing.get().then_some("true"))
                    aria-describedby=live(move || {
                        let own = described_by("kata-sandi", true, missing.get()).unwrap_or_default();
                        format!("{own} kata-sandi-hilang")
                    })
                />
            </Field>
            <Field id="kata-sandi-lagi" label=t.again error=in_words(move || differs.get().then_some(t.not_same))>
                <input
                    id="kata-sandi-lagi"
                    type=live(kind)
                    autocomplete="new-password"
                    data-testid="backup-password-again"
                    prop:value=live(move || form.again.get())
                    on:input=on(move |event| form.again.set(event_target_value(&event)))
                    aria-invalid=live(move || differs.get().then_some("true"))
                    aria-describedby=live(move || described_by("kata-sandi-lagi", false, differs.get()))
                />
            </Field>
        </div>
        {tick(t.show.to_owned(), form.show, "show-password")}
    }
}

#[component]
pub fn BringBackup() -> impl IntoView {
    let app = use_app();
    let texts = app.texts();
    let t = &texts.backup;
    view! {
        <section class="card stack">
            <h2>{t.bring_title}</h2>
            <p class="soft">{t.bring_text}</p>
            <p><ImportButton label=texts.files.choose act=move |files| app.take_all(files)/></p>
        </section>
    }
}
