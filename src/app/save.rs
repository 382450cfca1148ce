//! The open draft as a file.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::state::App;
use crate::assessment::{Assessment, Change, Event as Happened, LogEntry, Stamp, Unit, UnitId};
use crate::calendar::{Event, write_ics};
use crate::exchange::{
    Template, file_name, log_csv, register_csv, sent_back, table_csv, work_package, write, write_evidence,
};
use crate::platform::{self, LocalFile, Package, PackageError, ReadError};
use crate::report::{Chart, Report, Table, chart_of, table};
use crate::text::history::{change, subject};
use crate::text::plan::action_rows;
use crate::text::{Language, register_words};

/// Writes the open draft's register of evidence to a file.
pub fn save_register(app: App) {
    save(app, |assessment| (named(assessment, "-bukti.json"), write_evidence(assessment)));
}

/// Writes the open draft's register as a table.
pub fn save_register_table(app: App) {
    let words = register_words(app.language.get_untracked());
    save(app, |assessment| (named(assessment, "-bukti.csv"), register_csv(assessment, &words)));
}

/// Writes the history of the open draft as a table.
pub fn save_history_table(app: App) {
    let language = app.language.get_untracked();
    save(app, |assessment| {
        let words = |entry: &LogEntry| {
            let (before, after) = change(language, entry).unwrap_or_default();
            [subject(language, assessment, entry), before, after]
        };
        let table = log_csv(&assessment.log, language.texts().history.columns, words);
        (named(assessment, "-riwayat.csv"), table)
    });
}

/// Writes sessions and due dates as a calendar.
pub fn save_calendar(app: App, events: &[Event]) {
    save(app, |assessment| (named(assessment, "-interviu.ics"), write_ics(events, &platform::now())));
}

/// Writes what is due as a table.
pub fn save_due_table(app: App, rows: &[Vec<String>]) {
    save(app, |assessment| (named(assessment, "-tenggat.csv"), table_csv(rows.iter().map(Vec::as_slice))));
}

/// Writes the action plan of the open draft as a table.
pub fn save_plan_table(app: App) {
    let language = app.language.get_untracked();
    let Some(instrument) = app.draft.with_untracked(|draft| draft.as_ref().map(|d| d.instrument.clone()))
    else {
        return;
    };
    save(app, |assessment| {
        let rows = action_rows(language, &instrument, assessment);
        (named(assessment, "-rencana-aksi.csv"), table_csv(rows.iter().map(Vec::as_slice)))
    });
}

/// Writes a report of the open draft to a file.
pub fn save_report(app: App, report: &Report) {
    save(app, |assessment| (named(assessment, "-laporan.html"), report.file()));
}

/// Writes a table of a report.
pub fn save_report_table(app: App, language: Language, of: Table) {
    let draft = app.draft.get_untracked();
    let Some(instrument) = draft.map(|draft| draft.instrument) else { return };
    save(app, |assessment| {
        (named(assessment, &format!("-{}.csv", of.code())), table(language, &instrument, assessment, of))
    });
}

/// Writes a chart of a report, as SVG or as a picture of pixels.
pub fn save_chart(app: App, language: Language, chart: Chart, pixels: bool) {
    let draft = app.draft.get_untracked();
    let Some(instrument) = draft.map(|draft| draft.instrument) else { return };
    let drawn = |assessment: &Assessment| chart_of(language, &instrument, assessment, chart);
    if !pixels {
        save(app, |assessment| (named(assessment, &format!("-{}.svg", chart.code())), drawn(assessment)));
        return;
    }
    let file = app.draft.with_untracked(|draft| {
        let of = &draft.as_ref()?.assessment;
        Some((named(of, &format!("-{}.png", chart.code())), drawn(of)))
    });
    let Some((name, svg)) = file else { return };
    leptos::task::spawn_local(async move {
        let t = app.texts();
        app.say(match platform::download_png(&name, &svg).await {
            Ok(()) => (t.frame.exported)(&name),
            Err(_) => t.report.png_failed.to_owned(),
        });
    });
}

/// Writes the open draft to a file.
pub fn save_to_file(app: App) {
    app.seal();
    if let Some(saved) = save(app, |assessment| (file_name(assessment), write(assessment))) {
        app.note_exported(&saved.id, platform::now());
    }
}

/// The same without its history, for a receiver who need not know who did what.
pub fn save_without_history(app: App) {
    app.seal();
    let saved = save(app, |assessment| {
        let mut bare = assessment.clone();
        bare.log.clear();
        (file_name(assessment), write(&bare))
    });
    if let Some(saved) = saved {
        app.note_exported(&saved.id, platform::now());
    }
}

/// Writes the work package of a unit, and notes that it was made.
pub fn save_package(app: App, unit: &str) {
    let stamp = app.stamp();
    if issue(app, &[unit.to_owned()], &stamp) {
        save(app, |assessment| match work_package(assessment, unit, stamp) {
            Some(package) => (file_name(&package), write(&package)),
            None => (file_name(assessment), write(assessment)),
        });
    }
}

/// Writes the work packages of all units that own something, as one archive.
pub fn save_packages(app: App) {
    pack_packages(app, None);
}

/// The same; with a page around each package, where one is given.
pub(super) fn pack_packages(app: App, page: Option<Template>) {
    let stamp = app.stamp();
    let units: Vec<UnitId> = app.draft.with_untracked(|draft| {
        let units = draft.iter().flat_map(|draft| &draft.assessment.units);
        units.filter(|(_, unit)| !unit.indicators.is_empty()).map(|(id, _)| id.clone()).collect()
    });
    let Some(cancel) = app.begin_work() else { return };
    let issued = issue(app, &units, &stamp);
    app.flush();
    let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
    let Some(assessment) = open.filter(|_| issued) else { return app.end_work() };
    let name = file_name(&assessment).replacen("takar-", "takar-paket-", 1).replace(".json", ".zip");
    leptos::task::spawn_local(async move {
        let pack = async {
            let mut archive = Package::open().await?;
            let mut names = BTreeSet::new();
            let mut done = 0;
            for package in units.iter().filter_map(|unit| work_package(&assessment, unit, stamp.clone())) {
                let ending = if page.is_some() { "html" } else { "json" };
                let plain = file_name(&package).replace(".json", "");
                let numbered = (2..).map(|number| format!("{plain}-{number}.{ending}"));
                let wanted = std::iter::once(format!("{plain}.{ending}"));
                let name = wanted.chain(numbered).find(|name| !names.contains(name)).unwrap_or_default();
                let json = write(&package);
                let text = page.as_ref().map_or_else(|| json.clone(), |page| page.with(&json));
                let file = LocalFile::made(&name, &text).ok_or(PackageError::Failed)?;
                app.amounts_to(file.size() * units.len() as u64);
                archive.add_file(&name, &file, &cancel, |of| app.go_on(&name, done + of)).await?;
                done += file.size();
                names.insert(name);
            }
            archive.finish(&name)
        };
        let packed = pack.await;
        app.end_work();
        let t = app.texts();
        app.say(match packed {
            Ok(()) => (t.frame.exported)(&name),
            Err(PackageError::Read(ReadError::Cancelled)) => return,
            Err(PackageError::Unavailable) => t.folder.pack_unavailable.to_owned(),
            Err(_) => t.folder.pack_failed.to_owned(),
        });
    });
}

/// Notes at the units that their packages are made, and keeps what they hold apart from what is
/// written later.
pub(super) fn issue(app: App, units: &[UnitId], stamp: &Stamp) -> bool {
    app.seal();
    let issued = |id: &UnitId| {
        let unit = app.draft.with_untracked(|draft| draft.as_ref()?.assessment.units.get(id).cloned())?;
        let unit = Unit { issued: Some(stamp.clone()), ..unit };
        Some(Change::Unit { id: id.clone(), unit: Some(Box::new(unit)) })
    };
    let result = app.change(Change::All(units.iter().filter_map(issued).collect()));
    if let Err(reason) = &result {
        app.say((app.texts().refused)(reason));
    }
    for id in units {
        let name =
            app.draft.with_untracked(|draft| Some(draft.as_ref()?.assessment.units.get(id)?.name.clone()));
        app.note(Happened::Issued, &name.unwrap_or_default(), stamp);
    }
    result.is_ok()
}

/// Writes the open work package to the file that goes back.
pub fn send_back(app: App) {
    let Some(stamp) = note_sent_back(app) else { return };
    save(app, |assessment| {
        let back = sent_back(assessment, stamp);
        (file_name(&back), write(&back))
    });
}

/// The same as text.
pub fn sent_back_text(app: App) -> Option<String> {
    let stamp = note_sent_back(app)?;
    app.flush();
    app.draft.with_untracked(|draft| draft.as_ref().map(|draft| write(&sent_back(&draft.assessment, stamp))))
}

fn note_sent_back(app: App) -> Option<Stamp> {
    let stamp = app.stamp();
    let order =
        app.draft.with_untracked(|draft| draft.as_ref().and_then(|draft| draft.assessment.order.clone()));
    let mut order = order?;
    app.note(Happened::Returned, &order.name, &stamp);
    order.returned = Some(stamp.clone());
    if let Err(reason) = app.change(Change::Order(Some(order))) {
        app.say((app.texts().refused)(&reason));
        return None;
    }
    app.seal();
    Some(stamp)
}

/// Writes a table that is on the page, draft or not.
pub fn save_table(app: App, name: &str, rows: &[Vec<String>]) {
    let t = &app.texts().frame;
    app.say(match platform::download(name, &table_csv(rows.iter().map(Vec::as_slice))) {
        Ok(()) => (t.exported)(name),
        Err(why) => (t.export_failed)(&why),
    });
}

fn named(assessment: &Assessment, end: &str) -> String {
    format!("{}{end}", file_name(assessment).trim_end_matches(".json"))
}

/// What was written, unless the browser refused.
pub(super) fn save(app: App, file: impl FnOnce(&Assessment) -> (String, String)) -> Option<Arc<Assessment>> {
    app.flush();
    let open = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.clone()));
    let assessment = open?;
    let (name, text) = file(&assessment);
    match platform::download(&name, &text) {
        Ok(()) => {
            app.say((app.texts().frame.exported)(&name));
            Some(assessment)
        }
        Err(why) => {
            app.say((app.texts().frame.export_failed)(&why));
            None
        }
    }
}
