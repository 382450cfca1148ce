//! Work packages as HTML files: the page as one file, with a package inside (`docs/single-file.md`).

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::save::{issue, pack_packages, save};
use super::state::App;
use crate::exchange::{Template, file_name, html_file_name, work_package, write};
use crate::platform;

/// Writes the work package of a unit with the page around it, and notes that it was made.
pub fn save_package_html(app: App, unit: String) {
    with_page(app, move |page| {
        let stamp = app.stamp();
        if issue(app, std::slice::from_ref(&unit), &stamp) {
            save(app, |assessment| match work_package(assessment, &unit, stamp) {
                Some(package) => (html_file_name(&package), page.with(&write(&package))),
                None => (file_name(assessment), write(assessment)),
            });
        }
    });
}

/// Writes the work packages of all units that own something, each with the page around it, as one archive.
pub fn save_packages_html(app: App) {
    with_page(app, move |page| pack_packages(app, Some(page)));
}

/// Writes the open draft with the page around it, to go on with it elsewhere.
pub fn save_draft_html(app: App) {
    with_page(app, move |page| {
        app.seal();
        let saved = save(app, |assessment| (html_file_name(assessment), page.with(&write(assessment))));
        if let Some(saved) = saved {
            app.note_exported(&saved.id, platform::now());
        }
    });
}

/// Writes the page alone as one file.
pub fn save_page(app: App) {
    with_page(app, move |page| {
        let (t, name) = (&app.texts().frame, "takar.html");
        app.say(match platform::download(name, &page.with("")) {
            Ok(()) => (t.exported)(name),
            Err(why) => (t.export_failed)(&why),
        });
    });
}

/// Fetches the page as one file, and goes on with it; or says that it cannot be had.
fn with_page(app: App, then: impl FnOnce(Template) + 'static) {
    let t = &app.texts().one_file;
    app.say(t.preparing);
    let draft = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.id.clone()));
    spawn_local(async move {
        let page = platform::fetch_text("takar.html").await.ok();
        let Some(page) = page.as_deref().and_then(Template::read) else { return app.say(t.no_page) };
        // Fetching takes a while; meanwhile another draft may have been opened.
        let now = app.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.assessment.id.clone()));
        if now == draft {
            then(page);
        }
    });
}
