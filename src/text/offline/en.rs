use super::{Hindrance, OfflineTexts, UpdateTexts};

pub const UPDATE: UpdateTexts = UpdateTexts {
    available: "A new version of Takar is ready.",
    what: "The work in all Takar tabs is saved first, then each tab is reloaded on the same page. Unfinished forms have to be filled in again.",
    take: "Update now",
    later: "Later",
    taking: "Saving the work in all tabs…",
    not_taken: "Not updated yet, and nothing has changed.",
    hindrance: |hindrance, here, name| {
        let tab = if here { "This tab" } else { "Another tab" };
        match hindrance {
            Hindrance::Unsaved => format!(
                "{tab}: the work on “{name}” cannot be saved. Save it to a file and make room there, then try again."
            ),
            Hindrance::Memory => format!(
                "{tab}: “{name}” exists in memory only and is lost when the page is reloaded. Save it to a file, then close that tab."
            ),
            Hindrance::Busy => {
                format!(
                    "{tab}: files are still being processed ({name}). Wait until that is done, then try again."
                )
            }
            Hindrance::Undecided => format!(
                "{tab}: the file “{name}” was opened, but nothing is decided yet. Finish or cancel that, then try again."
            ),
            Hindrance::Silent => {
                format!("{tab}: does not answer. Show that tab or close it, then try again.")
            }
        }
    },
};

pub const OFFLINE: OfflineTexts = OfflineTexts {
    title: "Offline use and updates",
    ready: "Takar is ready for use without a network, even after the browser is closed.",
    fetching: "The files of Takar are being stored in this browser for use without a network.",
    failed: "Not all files of Takar are stored yet, so it cannot be used without a network yet. The connection was lost or there is no space left. Takar tries again when the page is next opened.",
    partial: |count| {
        format!(
            "Some files of Takar ({count}) were deleted from this browser. Takar fetches them again as soon as the server can be reached."
        )
    },
    none: "Takar cannot be stored for use without a network here: the browser does not support it, forbids it, or the page was opened without HTTPS. Your work is not affected.",
    version: |version, mark| format!("Version {version} ({mark})"),
    kept: |files, size| format!("{files} files, {size}"),
    when: "A new version is downloaded in the background. It is used when you agree, or when Takar is opened again after all its tabs are closed.",
    install: "Takar can also be installed like an app: choose “Install” or “Add to home screen” in the browser’s menu.",
    check: "Check for a new version",
    checking: "Checking…",
    newest: "There is no newer version.",
    unreachable: "The server cannot be reached. Takar checks for a new version again later.",
    downloading: "A new version is being downloaded.",
};
