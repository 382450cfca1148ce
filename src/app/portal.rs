//! The conversation with the page around the frame (docs/embedding.md).

use leptos::prelude::*;

use super::pages::NewForm;
use super::state::{App, IncomingFile};
use crate::config::Share;
use crate::embed::{Accent, Asked, Heard, Message, Reason, Reply, Standing, read};
use crate::front::{follow, memo};
use crate::platform::{self, Letter};
use crate::text::Language;

/// Who is on the other side, and what was not listened to.
#[derive(Clone, Copy)]
pub struct Portal {
    /// The origin of the page around the frame, once it is known and listed.
    pub host: RwSignal<Option<String>>,
    pub heard: RwSignal<Heard>,
}

impl Portal {
    /// Begins to listen, where the page stands in a frame. Call once, inside the root owner.
    pub fn start(app: App, form: NewForm) -> Self {
        let portal = Self { host: RwSignal::new(None), heard: RwSignal::default() };
        if !platform::is_framed() {
            return portal;
        }
        platform::on_letter(move |letter| portal.hear(app, form, &letter));
        portal.tell_changes(app);
        // A host that waits already need not ask.
        let host = platform::host_origin().filter(|origin| app.setup.config.embed.allows(origin));
        if let Some(origin) = host {
            portal.answer(app, &origin);
        }
        portal
    }

    fn hear(self, app: App, form: NewForm, letter: &Letter) {
        if !letter.from_host || !app.setup.config.embed.allows(&letter.origin) {
            return self.heard.update(|heard| heard.stranger(&letter.origin));
        }
        match letter.text().map(|text| read(&text)) {
            Some(Ok(Ok(message))) => self.act(app, form, &letter.origin, message),
            Some(Ok(Err((asked, reason)))) => refuse(&letter.origin, asked, reason, None),
            _ => self.heard.update(Heard::malformed),
        }
    }

    fn act(self, app: App, form: NewForm, origin: &str, message: Message) {
        match message {
            Message::Hello => self.answer(app, origin),
            Message::Language(tongue) => {
                if let Some(language) = Language::from_code(tongue.code())
                    && app.language.get_untracked() != language
                {
                    app.language.set(language);
                }
            }
            Message::Accent(colour) => platform::adopt_accent(&Accent::of(colour).css()),
            Message::Agency { name, kind } => form.propose(name, kind),
            Message::Open { name, text } => {
                if app.is_deciding() {
                    return refuse(origin, Asked::Open, Reason::Busy, None);
                }
                let origin = origin.to_owned();
                app.take_text(name, text, move |app| {
                    let problem = app.incoming.with_untracked(|incoming| match incoming {
                        IncomingFile::Failed { problem, .. } => Some(problem.to_string()),
                        _ => None,
                    });
                    if problem.is_some() {
                        refuse(&origin, Asked::Open, Reason::File, problem);
                    }
                });
            }
        }
    }

    /// Says that Takar is there, and from now on what changes.
    fn answer(self, app: App, origin: &str) {
        tell(origin, &Reply::Ready { version: env!("CARGO_PKG_VERSION") });
        if self.host.with_untracked(Option::is_none) {
            platform::mark("host", "");
            // Beginning to measure tells the height once.
            let host = origin.to_owned();
            platform::on_height(move |height| tell(&host, &Reply::Height(height)));
        }
        // Whoever says hello again, after its page was made anew, is told everything again.
        self.host.set(Some(origin.to_owned()));
        let _ = app;
    }

    /// Tells what the configuration allows, whenever it changes.
    fn tell_changes(self, app: App) {
        let shares = |share| app.setup.config.embed.share.contains(&share);
        if shares(Share::Index) {
            let standing = memo(move || standing(app));
            self.tell_all(move || Reply::Index(standing.get()));
        }
        if shares(Share::Progress) {
            let progress = memo(move || {
                app.score.with(|score| score.as_ref().map(|score| (score.answered, score.total)))
            });
            self.tell_all(move || Reply::Progress(progress.get()));
        }
    }

    fn tell_all(self, reply: impl Fn() -> Reply + 'static) {
        follow(move || {
            let reply = reply();
            if let Some(host) = self.host.get() {
                tell(&host, &reply);
            }
        });
    }
}

fn tell(origin: &str, reply: &Reply) {
    platform::tell(origin, &reply.write());
}

fn refuse(origin: &str, asked: Asked, reason: Reason, detail: Option<String>) {
    tell(origin, &Reply::Refused { asked, reason, detail });
}

/// The index of the open assessment. That of a part would mislead.
fn standing(app: App) -> Option<Standing> {
    let score = app.score.get()?;
    app.draft.with(|draft| {
        let draft = draft.as_ref().filter(|draft| draft.assessment.order.is_none())?;
        Some(Standing {
            instrument: draft.instrument.id.clone(),
            index: score.standing.index.rounded().to_string(),
            predicate: score.standing.predicate.clone(),
        })
    })
}
