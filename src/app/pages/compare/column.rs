use std::sync::Arc;

use leptos::prelude::*;

use super::Beside;
use crate::app::state::{App, Loaded, Opened};
use crate::assessment::{Agency, Assessment, Scenario};
use crate::comparison::{View, score_of};
use crate::exchange::{Incoming, verify};
use crate::instrument::Instrument;
use crate::score::Score;
use crate::text::{readable, stage};

/// What a person put beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub source: Source,
    pub view: View,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A draft on this computer, by its id.
    Draft(String),
    /// A file that was opened, by its place among them.
    File(usize),
}

/// One column, with all that is shown of it.
#[derive(Clone, PartialEq)]
pub struct Column {
    pub pick: Pick,
    /// A, B, C …
    pub letter: String,
    /// What people call it: the draft and its year.
    pub name: String,
    /// The stage or the scenario.
    pub what: String,
    /// The file, where it comes from one.
    pub file: Option<String>,
    pub agency: Agency,
    pub year: u16,
    pub instrument: Arc<Instrument>,
    pub score: Arc<Score>,
}

/// What became of a pick.
#[derive(Clone, PartialEq)]
pub enum Found {
    Column(Column),
    /// Not a column: its letter, its pick, and why. A why that passes by itself is no mistake.
    Not {
        letter: String,
        pick: Pick,
        why: &'static str,
    },
}

impl Found {
    pub fn column(&self) -> Option<&Column> {
        match self {
            Self::Column(column) => Some(column),
            Self::Not { .. } => None,
        }
    }
}

/// A draft: the open one as it is on the page, others as they are on the shelf. Tracks both.
pub fn draft(app: App, id: &str) -> Option<Arc<Assessment>> {
    let open = app.draft.with(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
    open.filter(|open| open.id == id).or_else(|| {
        app.shelf.with(|shelf| shelf.iter().find(|one| one.id == id).and_then(|one| one.content.clone().ok()))
    })
}

/// A file by its place.
pub fn file(beside: Beside, at: usize) -> Option<Arc<Opened>> {
    beside.files.with(|files| files.get(at).cloned())
}

/// Makes a column of a pick. Tracks what it is made of.
pub fn found(app: App, beside: Beside, at: usize, pick: Pick) -> Found {
    let t = &app.texts().compare;
    let letter = char::from(b'A' + (at % 26) as u8).to_string();
    let made = match &pick.source {
        Source::File(at) => match file(beside, *at) {
            Some(opened) => column(app, &pick, &opened.assessment, &opened.instrument, Some(&opened.name)),
            None => Err(t.gone),
        },
        Source::Draft(id) => match draft(app, id) {
            None => Err(t.gone),
            Some(assessment) => match app.instrument(&assessment.instrument.id) {
                Loaded::Loading => Err(t.waiting),
                Loaded::Failed => Err(t.no_instrument),
                Loaded::Ready(instrument) => {
                    // The storage is outside: what it holds keeps the rules before it is scored.
                    let incoming = Incoming { assessment: (*assessment).clone(), has_digest: true };
                    match verify(&incoming, &instrument) {
                        Ok(_) => column(app, &pick, &assessment, &instrument, None),
                        Err(_) => Err(t.broken),
                    }
                }
            },
        },
    };
    match made {
        Ok(column) => Found::Column(Column { letter, ..column }),
        Err(why) => Found::Not { letter, pick, why },
    }
}

fn column(
    app: App,
    pick: &Pick,
    of: &Assessment,
    instrument: &Arc<Instrument>,
    file: Option<&str>,
) -> Result<Column, &'static str> {
    let score = score_of(instrument, of, &pick.view).ok_or(app.texts().compare.gone)?;
    Ok(Column {
        pick: pick.clone(),
        letter: String::new(),
        name: name(app, of),
        what: what(app, of, &pick.view),
        file: file.map(readable),
        agency: of.agency.clone(),
        year: of.year,
        instrument: instrument.clone(),
        score: Arc::new(score),
    })
}

/// A draft and its year.
pub fn name(app: App, of: &Assessment) -> String {
    format!("{} · {}", readable(of.name()), (app.texts().frame.year)(of.year))
}

/// A stage or a scenario in words.
pub fn what(app: App, of: &Assessment, view: &View) -> String {
    match view {
        View::Stage(at) => stage(app.language.get_untracked(), *at).to_owned(),
        View::Scenario(id) => {
            let name = of.records.get::<Scenario>(id).map(|scenario| readable(&scenario.name));
            (app.texts().compare.scenario)(&name.unwrap_or_default())
        }
    }
}
