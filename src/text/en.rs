//! English.

use super::texts::*;
use super::{Language, evidence_status, stage};
use crate::assessment::{Refused, YEARS};
use crate::exchange::{BACKUP_KIND, ENCRYPTED_BACKUP_KIND, Problem};

/// What the first screen needs.
pub const FRONT: Front = Front {
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    stages: ["self-assessment", "document assessment", "interview", "site visit", "final result"],
    frame: FRAME,
    home: HOME,
    update: super::offline::en::UPDATE,
};

const FRAME: Frame = Frame {
    app: "Takar",
    skip: "Skip to the content",
    home: "Home",
    switch_language: "ID",
    switch_language_label: "ID, change to Indonesian",
    parts_label: "Parts of the assessment",
    assess: "Assessment",
    summary: "Summary",
    files: "Exchange",
    instrument: "Instrument",
    undo: "Undo",
    redo: "Redo",
    undone: "The last change was undone.",
    redone: "The last change was redone.",
    export: "Save to file",
    exported: |name| format!("The file {name} was saved to the downloads folder."),
    export_failed: |why| {
        format!(
            "The browser refused to save the file ({why}). Your work is still on this page. Check the download permission, then try again."
        )
    },
    saved_at: |time| format!("Saved {time}"),
    saved: "Saved",
    saving: "Saving…",
    save_failed: "NOT saved",
    in_memory: "In memory only",
    memory_banner: "This browser blocks storage, so your work exists only on this page and is lost when the page is closed. Save it to a file before you close it.",
    failed_banner: "The last change is not saved because the browser’s storage is full or blocked. Your work is still on this page. Save it to a file now, then make room.",
    save_to_file: "Save to file",
    close: "Close",
    loading: "Loading…",
    drop_here: "Drop the file to see what is in it",
    not_found: "Page not found",
    not_found_text: "No page of Takar has this address. Check the link, or start from Home.",
    no_draft: "This draft is not on this computer",
    no_draft_text: "The link points to a draft that is stored in another browser or was deleted. If you have its file, open it from Home.",
    go_home: "Go to Home",
    instrument_failed: |id| {
        format!(
            "The instrument {id} could not be loaded. Your draft is safe. Check the connection, then try again."
        )
    },
    try_again: "Try again",
    footer: "All data stays on this computer. Nothing is sent anywhere.",
    national: "National SPBE results",
    settings: "Settings",
    help: "Help",
    year: |year| format!("year {year}"),
};

const HOME: Home = Home {
    title: "Self-assessment for SPBE and Pemerintah Digital, right in the browser",
    what: "Choose the maturity level of every indicator and see the index and predicate at once. All data stays on this computer; you take the result with you as a file.",
    start: "Start a new assessment",
    open: "Open a file",
    example: "Try the example",
    example_failed: "The example could not be loaded. Your drafts are unchanged. Check the connection, then try again.",
    drafts: "Drafts on this computer",
    no_drafts: "There are no drafts yet. Start a new assessment, open a file you were sent, or look at the example first.",
    answered: |done, total| format!("{done} of {total} indicators answered"),
    package: |unit| format!("Work package of {unit}"),
    changed: |when| format!("changed {when}"),
    changed_by: |when, who| format!("changed {when} by {who}"),
    rename: "Rename",
    duplicate: "Duplicate",
    delete: "Delete",
    action_on: |action, name| format!("{action}: {name}"),
    new_name: "Name of the draft",
    save: "Save",
    cancel: "Cancel",
    renamed: "The draft was renamed.",
    duplicated: "A copy was made.",
    copy_of: |name| format!("{name} (copy)"),
    deleted: |name| format!("The draft {name} was deleted."),
    restore: "Restore",
    restored: "The draft was restored.",
    trash: "Recently deleted",
    trash_text: "Deleted drafts stay here until you delete them for good.",
    purge: "Delete for good",
    unreadable: "This draft cannot be read",
    unreadable_newer: "This draft was made with a newer Takar",
    unreadable_text: "Its content is unchanged and will not be overwritten. Download a copy, then open it with the newest Takar or ask your administrator.",
    download: "Download a copy",
    manage: "Delete…",
    instruments: "About the instruments",
    could_not_store: "The browser’s storage is full or blocked, so nothing was done and no draft has changed. Make room, then try again.",
};

pub const TEXTS: Texts = Texts {
    agency_kinds: ["Ministry", "Other central institution", "Province", "Regency (kabupaten)", "City (kota)"],
    frame: FRAME,
    home: HOME,
    new: New {
        title: "Start a new assessment",
        intro: "Everything can be changed later.",
        agency: "Name of the agency",
        agency_help: "Type a few letters; suggestions come from the official result lists of 2023 and 2024.",
        kind: "Kind of agency",
        choose: "Choose a kind",
        year: "Year of assessment",
        instrument: "Instrument",
        why_spbe: "SPBE 2020 is proposed: assessments of 2021 to 2025 follow Permen PANRB 59/2020.",
        why_pemdi: "Pemdi 2026 is proposed: from 2026 Permen PANRB 8/2026 applies, which repeals Permen PANRB 59/2020.",
        why_other: "You chose another instrument than the one proposed for this year.",
        target: "Target index (optional)",
        target_help: "Between 1.00 and 5.00, for example 3.00.",
        who: "Your name (optional)",
        who_help: "Recorded with every change, only on this computer and in the files you save.",
        create: "Create the assessment",
        errors: "Some fields need your attention",
        need_agency: "Enter the name of the agency.",
        need_kind: "Choose the kind of agency.",
        bad_target: "The target must be a number between 1.00 and 5.00, for example 3.00. Leave it empty if there is none yet.",
    },
    assess: Assess {
        indicators: "Indicators",
        show_indicators: "List of indicators",
        search: "Find an indicator",
        filter: "Show",
        all: "All",
        open_only: "Unanswered",
        unsupported: "Claim not supported by evidence",
        below_target: "Below target",
        no_target: "This draft has no target yet. Set one in the Summary to filter indicators below it.",
        nothing_found: "No indicator matches. Change the search or the filter.",
        show_all: "Show all",
        level: |level| format!("level {level}"),
        level_of: |level, top, title| format!("level {level} of {top}, {title}"),
        unanswered: "unanswered",
        ladder: "Maturity level",
        chosen: "chosen",
        backed: "supported by evidence",
        not_backed: "not yet supported by evidence",
        weight: |percent| format!("Weight {percent}%"),
        note: "Note",
        also_called: "Also called",
        supervisors: "Supervising agencies",
        external_value: |index, owner| {
            format!("The value comes from {index} ({owner}); enter the converted value.")
        },
        external_evidence: |index, owner| format!("{index} ({owner}) serves as evidence."),
        value: "Value",
        value_help: |min, max| format!("A number between {min} and {max}, at most two decimals."),
        bad_value: "Write a number with at most two decimals, for example 2.75. The earlier value is kept.",
        facts: "Facts",
        facts_help: "Which document or application exists: name, number, year, chapter or page.",
        analysis: "Analysis",
        analysis_help: "Why these facts meet the criterion of the chosen level.",
        explain_first: "Facts and Analysis appear below the level you choose.",
        clear: "Clear the level",
        cleared: "The level was cleared; Facts and Analysis are kept.",
        previous: "Previous",
        next: "Next",
        to_summary: "To the summary",
        keys: "Arrow keys choose the level; Alt+N and Alt+P move between indicators.",
        own_words: "Criteria are summarised in Takar’s own words, not quoted from the regulation.",
        changed: |when| format!("This answer was changed {when}"),
    },
    score: ScoreTexts {
        panel: "Score so far",
        claimed: |index| format!("{index} (claimed)"),
        target: "Target",
        no_target: "none yet",
        gap: |gap| format!("{gap} to go"),
        reached: "reached",
        range: "Can still reach",
        range_value: |low, high| format!("{low} to {high}"),
        answered: "Answered",
        answered_of: |done, total| format!("{done} of {total}"),
        open_count: |open| format!("Unanswered: {open}. Unanswered indicators count as the lowest value."),
        gain: |gain| format!("One more level on this indicator adds {gain} to the index."),
        at_top: "This indicator is at its highest level.",
        if_rounded: |exact, rounded, predicate| {
            format!(
                "The predicate follows the exact value {exact}. Rounded to {rounded} first, it would be {predicate}."
            )
        },
        gauge: |index, scale| format!("Index {index} on the scale {scale}"),
        gauge_target: |index, scale, target| format!("Index {index} on the scale {scale}, target {target}"),
        changed: |index, predicate| format!("Index {index}, {predicate}"),
    },
    summary: Summary {
        title: "Summary",
        of: |index, agency, year| format!("{index} of {agency}, {year}"),
        band: |from, to| format!("{from} to below {to}"),
        band_top: |from, to| format!("{from} to {to}"),
        show_sums: "Show the calculation",
        radar: |count| {
            format!("Radar chart of {count} aspects. The figures are in the table Domains and aspects.")
        },
        sections: "Domains and aspects",
        section: "Section",
        weight: "Weight",
        value: "Value",
        adds: "Contribution to the index",
        answered: "Answered",
        steps: "Steps that raise the index most",
        steps_text: "What the index gains when one indicator goes up one level.",
        indicator: "Indicator",
        level: "Level",
        next_level: "Next level",
        gain: "Index gain",
        all_indicators: "All indicators",
        data: "Assessment data",
        data_save: "Save data",
        data_saved: "The assessment data was saved.",
        change_target: "Change the target",
        all_top: "Every indicator is at its highest level.",
    },
    sums: Sums {
        title: "How the index is computed",
        intro: "Every value is multiplied by its weight, and the products are added up. Nothing is rounded on the way, so you can check it with a calculator.",
        number: "No.",
        product: "Value × weight",
        sum: "Sum",
        divide: |sum, weight, result| format!("{sum} ÷ {weight} {result}"),
        whole: "Index",
        rounding: |exact, rounded| {
            format!("The exact value {exact} is shown with two decimals (halves are rounded up): {rounded}.")
        },
        predicates: "Predicates",
        predicate: "Predicate",
        from: "From",
        to: "To",
        below: |to| format!("below {to}"),
        up_to: |to| format!("{to} (included)"),
        here: "here",
        counted_as_min: |min| format!("unanswered, counts as {min}"),
        back: "Back to the summary",
    },
    files: Files {
        title: "Exchange",
        export_title: "Save to file",
        export_text: |name| {
            format!(
                "The button Save to file above downloads {name}. It contains every answer of this draft and opens in Takar on another computer."
            )
        },
        import_title: "Open a file",
        import_text: "Choose a Takar file (.json) or drag it onto this page. You see what is in it before anything changes.",
        choose: "Choose a file",
    },
    recovery: RecoveryTexts {
        title: "Restore points",
        intro: "Earlier states of this draft. You can compare one with the present state and restore it.",
        back: "Back to Exchange",
        link: "Show restore points",
        link_text: "Earlier states of this draft, saved automatically or at your request.",
        make_title: "Save the present state",
        name: "Name (optional)",
        name_help: "For example: before the management meeting",
        make: "Make a restore point",
        made: "The restore point was made.",
        found: "A copy that was found later",
        list: "Saved restore points",
        none: "There are no restore points yet. Make one above before a large change.",
        kept: |daily, other| {
            format!(
                "At most {daily} automatic restore points are kept for working days and {other} for other events; when the storage is full, the oldest are deleted first. Those you made or named are never deleted automatically."
            )
        },
        reasons: [
            "Made by hand",
            "Start of a working day",
            "Before a register was imported",
            "Before a merge",
            "Before the draft was replaced",
            "Before a restore",
            "Before a stage was closed or reopened",
            "Made automatically",
        ],
        wanted: "never deleted automatically",
        index: |index, predicate| format!("index {index} ({predicate})"),
        by: |who| format!("by {who}"),
        compare: "Compare",
        bring_back: "Restore",
        brought_back: "The draft was restored. Its state before that is kept as a new restore point.",
        rename: "Name it",
        renamed: "The name of the restore point was saved.",
        delete: "Delete",
        delete_asks: "Delete this restore point for good? The draft does not change.",
        deleted: "The restore point was deleted.",
        unreadable: "This restore point cannot be read. It is unchanged; download a copy before you delete it.",
        other_instrument: "This restore point uses another instrument, so it cannot be compared.",
        no_change: "Nothing has changed since then.",
        changes: |n| {
            if n == 1 {
                "1 field has changed since then.".to_owned()
            } else {
                format!("{n} fields have changed since then.")
            }
        },
        index_then_now: |then, now| format!("Index then {then}, now {now}."),
        then: "Then",
        now: "Now",
        general: "Assessment data",
        documents: "Evidence",
        indicator: |number, title| format!("{number}. {title}"),
        gave_way: |n| {
            if n == 1 {
                "The oldest automatic restore point was deleted so that your work could be saved.".to_owned()
            } else {
                format!(
                    "The {n} oldest automatic restore points were deleted so that your work could be saved."
                )
            }
        },
    },
    space: SpaceTexts {
        title: "Storage space",
        intro: "Drafts are stored in this browser. Browsers usually give a site about 5 MB.",
        used: |size| format!("{size} used."),
        open: "Show storage space",
        taken: |what| format!("Largest items: {what}."),
        unreadable: |id| format!("A draft that cannot be read ({id})"),
        in_trash: |name| format!("{name}, deleted"),
        snapshots_of: |n, name| format!("restore points of {name}: {n}"),
        draft: |size| format!("Draft: {size}"),
        snapshots: |n, size| format!("Restore points: {n}, {size}"),
        deleted: "deleted, can still be restored",
        foreign: "Data of other sites at this address",
        foreign_text: "Takar does not touch it. If needed, ask the administrator of this site.",
        none: "There are no drafts in this browser yet. Start an assessment or open a file from the start page.",
        save: "Save to file",
        clear: "Delete automatic restore points",
        cleared: |n| format!("Automatic restore points deleted: {n}."),
        erase_asks: |name| {
            format!(
                "Delete {name} and its restore points for good? This cannot be undone. Save a copy first if you may still need it."
            )
        },
        erased: |name| format!("{name} was deleted for good."),
        unsaved: "This draft has changes that are not saved. Save it to a file first, or make room by deleting something else.",
    },
    open: Open {
        title: "Open a file",
        reading: "Reading the file…",
        none: "No file is chosen yet. Choose a Takar file (.json) or drag it onto this page.",
        failed: "The file cannot be opened",
        unchanged: "No draft was changed.",
        preview: "What is in the file",
        file: "File",
        agency: "Agency",
        instrument: "Instrument",
        stage: "Stage",
        answers: "Answered",
        index: "Index",
        changed: "Last change",
        here: "On this computer",
        in_file: "In the file",
        same_draft: "The same draft is already on this computer. Before it is replaced, its state is kept as a restore point.",
        new_draft: "This draft is not on this computer yet.",
        differences: |n| format!("Answers that differ: {n}."),
        document_differences: |n| format!("Documents or links that differ: {n}."),
        no_differences: "The content is the same.",
        other_edition: "This file was made with another edition of the instrument’s data. Its answers are kept; the index is computed with the edition in this app.",
        no_digest: "This file has no digest, so it is not certain that it is complete. If in doubt, check its content with the sender.",
        as_new: "Open as a new draft",
        replace: "Replace the draft here",
        cancel: "Cancel",
        opened: "The file was opened as a new draft.",
        replaced: "The draft was replaced with the content of the file.",
        bring_back: "Restore the old one",
    },
    tables: TableTexts {
        register: [
            "Id",
            "Title",
            "Kind",
            "Document number",
            "Date",
            "Valid until",
            "Owning unit",
            "Location or link",
            "Pages or chapter",
            "Remark",
            "Status",
            "Status since (UTC)",
            "Reviewer",
            "Reviewer’s note",
            "Indicator, level, item (page)",
            "File name",
            "Size (bytes)",
            "SHA-256 digest",
        ],
        places: ["ind.", "lvl.", "p."],
        folder: [
            "Result",
            "Title",
            "Id",
            "Registered file name",
            "File in the folder",
            "Registered size (bytes)",
            "Registered SHA-256",
        ],
        outcomes: [
            "There and identical",
            "There under another name",
            "Content changed",
            "Missing",
            "Same name, content not proven",
            "No file registered",
            "Copy",
            "Not registered",
        ],
    },
    evidence: EvidenceTexts {
        statuses: ["Draft", "Submitted", "Accepted", "Needs revision", "Rejected"],
        kinds: [
            "Regulation or decree",
            "Draft of a document",
            "Plan, architecture or map",
            "Budget (RKA, DPA)",
            "Guide, SOP or SLA",
            "Report",
            "Report or minutes of a review or evaluation",
            "Audit report",
            "Minutes, invitation or record",
            "Agreement (MoU, PKS) or pact",
            "Screenshot, dashboard or photograph",
            "Manual or video",
            "Address of a service or application",
            "List, register or figures",
            "Result of another agency’s index",
            "Certificate or proof of competence",
            "Other",
        ],
        too_old: |date, years| {
            format!("It is dated {date}, but here it must be less than {years} years old.")
        },
        no_date: "The date of the document is missing, so its age cannot be checked.",
        rule: |text| format!("Rule: {text}"),
        expired: |date| format!("It was valid only until {date}."),
        no_item: "The expected item that this document answers is not chosen yet.",
        no_item_uncounted: "The expected item that this document answers is not chosen yet, so it does not count.",
        no_kind: |kinds| format!("The kind of document is not chosen yet. This item asks for: {kinds}."),
        wrong_kind: |kinds| format!("The wrong kind of document. This item asks for: {kinds}."),
    },
    work: WorkTexts {
        title: "Reading files",
        cancel: "Stop",
        amount: |done, total| format!("{done} of {total}."),
        left: |minutes, seconds| match minutes {
            0 => format!("About {seconds} seconds left."),
            _ => format!("About {minutes} minutes {seconds} seconds left."),
        },
        busy: "Files are still being read. Wait until this is done, or stop it first.",
        cancelled: "Stopped. Nothing has changed.",
        other_draft: "You have moved to another draft, so those files were not registered. Choose them again in the draft they belong to.",
        registered: |count| format!("Documents registered: {count}."),
        known: |name, title| {
            format!("“{name}” is already registered as “{title}”, so it was not registered again.")
        },
        more_known: |count| format!("Other files that are already registered: {count}."),
        locked: |count| {
            format!("Not linked because they are accepted and locked: {count}. Reopen their status first.")
        },
        changed: |name| {
            format!("“{name}” changed while it was being read, so it was not used. Choose it again.")
        },
        unreadable: |name| {
            format!(
                "“{name}” cannot be read, so it was not used. It may have been moved or deleted, or another program is using it. Close that program, then choose the file again."
            )
        },
        more_failed: |count| format!("Other files that could not be read: {count}."),
        noted: "The file was recorded: name, size and SHA-256 digest.",
        choose_files: "Choose files",
        choose_folder: "Choose a folder",
        drop_register: "Drop files or folders here to register them",
        drop_check: "Drop a folder here to check it",
        drop_document: "Drop the file of this document here",
        stays: "The files stay where they are. Only their name, size and SHA-256 digest, a fingerprint of the content, are recorded; nothing is sent.",
    },
    folder: FolderTexts {
        link: "Check a folder, make a package",
        title: "Check a folder",
        intro: "Choose the folder with the evidence files. They are read on this computer only and compared with what was registered.",
        registered: |count| format!("Documents with a SHA-256 digest to compare with: {count}."),
        result: "Result",
        looked: |count, size| format!("Files: {count}, {size}."),
        passed_over: |count| format!("System files skipped (Thumbs.db and the like): {count}."),
        outcome: "Result",
        document: "Document",
        file: "File in the folder",
        more: |count| format!("More rows, only in the saved table: {count}."),
        save_table: "Save table (CSV)",
        pack: "Evidence package",
        pack_intro: "One ZIP file with the assessment and the files of its evidence, ordered by domain, aspect, indicator and level, for submitting or for uploading one by one.",
        pack_text: |count, size| {
            format!(
                "Files: {count}, {size}. A document that is linked at several levels is included at each."
            )
        },
        pack_left_out: |count| {
            format!(
                "Documents that are left out, because their file is not in this folder or is not the registered one: {count}."
            )
        },
        pack_too_large: |size, limit| {
            format!(
                "The files are {size} in total, more than the {limit} that the browser can pack at once. Choose some of them, for example one domain."
            )
        },
        pack_empty: "There is nothing to pack yet: no file in this folder is identical to a registered one.",
        pack_button: "Make the package (ZIP)",
        packed: |name, size| format!("The package was saved: {name} ({size})."),
        pack_changed: |path| {
            format!("“{path}” changed after it was checked, so no package was made. Check the folder again.")
        },
        pack_unavailable: "The part of the program that makes packages could not be loaded, so no package was made. Check the connection, then try again.",
        pack_failed: "The browser could not write this package, so none was made. Close other tabs or free some disk space, then try again.",
    },
    bring: BringTexts {
        title: "Evidence register",
        about: |agency, year, documents, links| {
            format!("Evidence register of {agency} for {year}. Documents: {documents}, links: {links}.")
        },
        receiver: "Import into the draft",
        no_draft: |instrument| {
            format!(
                "There is no draft with the instrument {instrument} on this computer. Start an assessment or open its file first, then open this register again."
            )
        },
        other_agency: |theirs, ours| format!("This register belongs to {theirs}, the draft to {ours}."),
        other_year: |theirs, ours| format!("This register is for the year {theirs}, the draft for {ours}."),
        counts: |[new, changed, same, conflicts]| {
            format!("New: {new}, completed: {changed}, same: {same}, different: {conflicts}.")
        },
        all_conflicts: "For all that differ",
        wishes: ["keep what the draft says", "take what the file says", "keep both"],
        document: "Document",
        fate: "Comparison",
        difference: "Difference (draft → file)",
        choice: "Choice",
        choice_for: |title| format!("Choice for {title}"),
        new: "new",
        changed: "completed",
        same: "same",
        conflict: "different",
        new_links: |count| format!("New links: {count}"),
        new_reviews: |count| format!("New reviews: {count}"),
        effect: |before, after| format!("Index supported by evidence: {before} → {after}."),
        needs_name: "This choice changes the status of a document, which needs the name of a reviewer. Enter your name on the Summary page, under Assessment data, then try again.",
        take: "Import into the draft",
        done: "The register was imported.",
        save: "Evidence register",
        save_text: "Only the documents and their links, without answers: to exchange between units or to check in a spreadsheet.",
        save_file: "Save register (JSON)",
        save_table: "Save table (CSV)",
    },
    proof: Proof {
        expected: "Asked for at this level:",
        add: "Add evidence",
        add_to: |level| format!("Add evidence for level {level}"),
        item: "Item it answers",
        no_item: "Not chosen yet",
        search: "Find a document, or write the title of a new one",
        search_help: "Title, number, unit or file name.",
        more: "There are more documents. Type to narrow the list.",
        link: "Link",
        link_label: |title| format!("Link: {title}"),
        linked: "The evidence was linked.",
        locked: "An accepted document can be linked elsewhere only after its status is reopened.",
        locked_short: "locked",
        new: "Make a new document",
        made: "The new document was registered and linked. Complete its details on the Evidence page.",
        cancel: "Cancel",
        detach: "Unlink",
        detach_label: |title| format!("Unlink: {title}"),
        detached: "The link was removed. The document stays in the register.",
        supported_doubtful: "Supported by evidence, but a document needs to be replaced or completed.",
        any_level: "for every level",
        item_of: |title| format!("Item that {title} answers"),
        choose_item: "Choose the item it answers",
        no_claims: "Nothing is claimed yet. Choose levels on the assessment page first.",
        doubtful: |count| {
            format!(
                "Documents that count, but are too old, no longer valid or of the wrong kind: {count}. Replace them before submitting:"
            )
        },
        why_converted: "The value converted from another agency’s index.",
        assessed_cleared: "The value from outside was cleared.",
        assessed_or_converted: "Value of the indicator (converted, or given by an assessor)",
        supported: "Supported by evidence.",
        empty: |level| format!("There is no evidence at level {level}: your claim is not supported yet."),
        waiting: |status| format!("There is evidence, but its status is not sufficient (highest: {status})."),
        incomplete: |met, all| format!("Only {met} of {all} items have sufficient evidence."),
        above_open: |open| {
            format!("Level {open} below is not supported yet, so the evidence here does not count.")
        },
        supported_title: |index| format!("{index} (supported)"),
        estimate: "estimate",
        estimate_text: "For this instrument the supported value is an estimate from the number of items with sufficient evidence; no official text says how it is computed.",
        required: "Evidence counts when it is",
        required_options: ["accepted by the internal assessors", "submitted or accepted"],
        gaps: "Claims not supported by evidence",
        gaps_text: "Sorted by how much they lower the index.",
        no_gaps: "All claimed values are supported by evidence.",
        all_gaps: |count| format!("Show all {count}"),
        first_gaps: |count| format!("Show the first {count}"),
        gap_claimed: "Claimed",
        gap_supported: "Supported",
        gap_lost: "Index loss",
        why_empty: |level| format!("Level {level} has no evidence."),
        why_waiting: |level, status| format!("The evidence at level {level} has the status {status}."),
        why_incomplete: |level, met, all| format!("Level {level}: {met} of {all} items."),
        why_external: "The value from the other agency is missing, so 1.00 counts.",
        why_assessed: "The value given by an assessor.",
        assessed: "Value given by an assessor",
        assessed_help: "If it is filled in, it overrides the estimate from the evidence.",
        external: |title| format!("Result of {title}"),
        external_help: |min, max| {
            format!(
                "From {min} to {max}; converted to the indicator’s value, linear within each band (an estimate)."
            )
        },
        external_missing: "The value of this indicator comes from another agency. While it is missing, 1.00 counts as supported.",
        clear_assessed: "Clear this value",
        bad_number: "Write a number, for example 2.50.",
        value_here: |value| format!("Value supported by evidence: {value}"),
    },
    register: Register {
        from_files: "Register files",
        from_folder: "Register a folder",
        title: "Evidence",
        counts: |documents, links, accepted| {
            format!("Documents: {documents}, links: {links}, accepted: {accepted}.")
        },
        empty: "No documents yet. Add one that you have, such as a regulation of the head of the region, then link it to the indicator and the level it proves.",
        add: "Add a document",
        new_title: "Title of the document",
        new_title_help: "As written on it, such as Peraturan Wali Kota tentang Manajemen Data.",
        need_title: "Enter the title of the document.",
        create: "Add",
        search: "Search documents",
        search_help: "Title, number, unit, location or file name",
        filters: "Filters",
        unit: "Owning unit",
        all_units: "All units",
        status: "Status",
        all_statuses: "All statuses",
        indicator: "Indicator",
        all_indicators: "All indicators",
        unlinked: "Without a link",
        unhashed: "Without SHA-256",
        aged: "Too old or expired",
        clear: "Clear the filters",
        found: |found, all| format!("{found} of {all} documents"),
        nothing: "No document matches. Remove some of the filters.",
        list: "List of documents",
        sort: "Sort by",
        sorts: ["Title", "Date", "Owning unit", "Status", "Last change"],
        ascending: "Ascending",
        descending: "Descending",
        links: "Links",
        marks_title: "Needs attention",
        marks: [
            "too old",
            "expired",
            "kind does not fit",
            "kind not chosen",
            "duplicate file",
            "no date",
            "no link",
            "item not chosen",
            "no SHA-256",
        ],
        place: |number, level| format!("ind. {number} lv. {level}"),
        more_places: |more| format!("{more} more"),
        select_page: "Select all on this page",
        select_row: |title| format!("Select {title}"),
        select_all: |count| format!("Select all ({count})"),
        select_none: "Select none",
        selected: |count| format!("Selected: {count}"),
        link_to: "Link to …",
        set_status: "Change status …",
        linked: |count, place| format!("Documents linked to {place}: {count}."),
        linked_before: |count| format!("Linked there before: {count}."),
        all_linked: "All selected documents are already linked there.",
        had_status: |count| format!("Had that status before: {count}."),
        all_had_status: "All selected documents already have that status. Choose another one.",
        reviewed: |count, status| format!("New status {status}, documents: {count}."),
        nothing_done: "No document was changed.",
        page_of: |page, pages| format!("Page {page} of {pages}"),
        pages: "Pages of the list",
        previous: "Previous page",
        next: "Next page",
    },
    document: DocumentTexts {
        choose_file: "Choose its file",
        change_file: "Replace the file",
        habit: "The file name does not follow the custom number.letter.name. Suggestion:",
        missing: "Document not found",
        missing_text: "This document is not in the register; it may have been deleted. If that was just now, the button Undo restores it.",
        back: "Evidence register",
        heading: "Document",
        title: "Title",
        bad_title: "The title must not be empty. The earlier title is kept.",
        kind: "Kind of document",
        no_kind: "Not chosen",
        number: "Document number",
        date: "Date of issue",
        valid_until: "Valid until",
        bad_date: "The date is incomplete or not in the calendar. The earlier date is kept.",
        date_ahead: "This date is later than today. Check whether it is right.",
        valid_before_date: "This date is before the date of issue. Check both dates.",
        unit: "Owning unit",
        location: "Location",
        location_help: "Folder, shelf or web address.",
        open_address: |address| format!("Open {address}"),
        pages: "Pages or chapter",
        remark: "Remark",
        file: "File",
        no_file: "No file is recorded for this document.",
        file_name: "File name",
        size: "Size",
        bytes: |size| format!("{size} bytes"),
        media_type: "File type",
        digest: "SHA-256 digest",
        unknown: "not known",
        links: "Links",
        no_links: "This document is not linked yet. Choose the indicator and the level it proves.",
        add_link: "Add a link",
        link: "Link",
        choose_indicator: "Choose an indicator",
        level: "Level",
        choose_level: "Choose a level",
        level_name: |level, title| format!("Level {level}, {title}"),
        item: "Item it answers",
        no_item: "Not chosen yet",
        expects: "Evidence expected at this level",
        expects_nothing: "The instrument names no evidence for this level.",
        need_indicator: "Choose the indicator it proves.",
        need_level: "Choose the level it proves.",
        place: |number, level| format!("indicator {number}, level {level}"),
        linked: |place| format!("Linked to {place}."),
        linked_before: "This document is already linked there. Choose another level or item.",
        item_of: |place| format!("Item it answers at {place}"),
        link_pages: "Pages or chapter for this link",
        unlink: "Remove",
        unlink_from: |place| format!("Remove the link to {place}"),
        unlinked: |place| format!("The link to {place} was removed."),
        concerns: "Needs attention",
        no_concerns: "Nothing needs attention.",
        too_old: |place, date, years| {
            format!(
                "For {place}: dated {date}, so it is {years} years old or older. Replace it with a newer document."
            )
        },
        no_date: |place| {
            format!("For {place}: its age is limited, but its date is empty. Enter the date of issue.")
        },
        expired: |date| format!("It was valid only until {date}. Add the document that replaces it."),
        kind_open: |place, asked| {
            format!(
                "For {place}: the kind of document is not chosen yet, and the item asks for {asked}. Choose it."
            )
        },
        wrong_kind: |place, asked| {
            format!(
                "For {place}: the item asks for another kind ({asked}). Check the kind of document or choose another item."
            )
        },
        item_open: |place| {
            format!("For {place}: the item that this document answers is not chosen yet. Choose it.")
        },
        nowhere: "Not linked to an indicator, so it supports no level. Add a link.",
        no_digest: "There is no SHA-256 digest yet, so it is not certain which file is meant. Choose its file.",
        same_content: |titles| {
            format!("Its file has the same content as {titles}. Consider keeping one document.")
        },
        rule: "Rule",
        review: "Review",
        present: "Present status",
        history: "History of reviews",
        no_history: "Never reviewed, so still a draft.",
        new_status: "New status",
        choose_status: "Choose a status",
        reviewer: "Name of the reviewer",
        reviewer_help: "Recorded with this review only.",
        note: "Note",
        note_help: "Required for Needs revision and Rejected: say what is missing.",
        record: "Record the status",
        need_status: "Choose the new status.",
        same_status: |status| format!("This document already has the status {status}. Choose another one."),
        need_reviewer: "Enter the name of the reviewer.",
        need_note: "This status needs a note: say what is missing.",
        recorded: |status| format!("The status is now {status}."),
        locked: "This document is accepted, so its fields and links are locked. To change it, record another status first.",
        reopen: "Go to the review",
        delete: "Delete the document",
        delete_asks: |links| {
            format!("Places where this document is linked: {links}. Its links are deleted too.")
        },
        delete_all: "Delete with its links",
        keep: "Keep it",
        deleted: |title| format!("The document {title} was deleted."),
    },
    instrument: InstrumentTexts {
        title: "About the instrument",
        regulation: "Regulation",
        years: "Years of use",
        years_value: |first, last| match last {
            Some(last) => format!("{first} to {last}"),
            None => format!("from {first}"),
        },
        in_force: "In force since",
        replaces: "Replaces",
        digest: "Digest of the data",
        own_words: "Titles, weights and predicates follow the regulation. Criteria and evidence are summarised in Takar’s own words. What is inferred rather than written is marked.",
        indonesian_only: "The content of the instruments is available in Indonesian only.",
        rules: "Rules for scoring and evidence",
        inferred: "inferred",
        predicates: "Predicates",
        levels: "Maturity levels",
        content: "Content and weights",
        remarks: "Remarks",
        contradiction: "sources differ",
        guides: "Technical guides",
        process: "Stages",
        roles: "Roles",
        application: "Application",
        calendar: "Calendar",
        sources: "Sources",
    },
    one_file: super::one_file::en::ONE_FILE,
    stages: super::stages::en::STAGES,
    interview: super::interview::en::INTERVIEW,
    plan: super::plan::en::PLAN,
    compare: super::compare::en::COMPARE,
    offline: super::offline::en::OFFLINE,
    gaya: super::gaya::en::GAYA,
    national: super::national::en::NATIONAL,
    report: super::report::en::REPORT,
    site: super::site::en::SITE,
    terms: super::terms::en::TERMS,
    help: super::help::en::HELP,
    records: super::records::en::RECORDS,
    merge: MergeTexts {
        agency: "name of the agency",
        year: "year of assessment",
        title: "title of the draft",
        target: "target index",
        stage: "present stage",
        required: "required evidence status",
        extra: |key| format!("field “{key}”"),
        indicator: |number| format!("indicator {number}"),
        value: "level",
        facts: "facts",
        analysis: "analysis",
        note: "assessor’s note",
        justification: "justification of the result",
        assessed: "assessors’ value",
        document: |title| format!("document “{title}”"),
        fields: [
            "title",
            "kind",
            "number",
            "date",
            "valid until",
            "owning unit",
            "location",
            "pages or chapter",
            "remark",
            "file name",
            "review status",
        ],
        link: |indicator, level| format!("link to indicator {indicator} level {level}"),
        nothing: "(empty)",
        linked: "linked",
        changed: "changed here, deleted there",
        somebody: "no name",
        counts: |file, counts| {
            format!(
                "{file}: {} new, {} same, {} taken, {} to choose, {} unchanged",
                counts.new, counts.same, counts.taken, counts.conflicts, counts.untouched
            )
        },
        taken: |place, file, who| format!("{place}: taken from {file} ({who})"),
        conflict: |difference| format!("To choose: {difference}"),
        stopped: |n| {
            format!(
                "Stopped, nothing was written. Differences that need a choice: {n}. Choose with --prefer mine or --prefer theirs."
            )
        },
        written: |file| format!("Written: {file}"),
        editions_differ: |parts| format!("What differs between them: {parts}."),
        editions_unknown: "One of the files does not record the content of its edition, so it is not known what differs.",
        editions_indicators: |numbers| format!("indicators {numbers}"),
        editions_head: "general rules (scale, predicates, weights of aspects, sources)",
        editions: |mine, my, theirs, their| {
            format!(
                "note: another edition of the same instrument: {mine} names {my}, {theirs} names {their}; \
                 the answers fit the present edition, and the result names the edition of {mine}"
            )
        },
    },
    history: HistoryTexts {
        title: "History",
        intro: |entries| format!("Who changed what, and when. The last {entries} entries are kept."),
        empty: "No changes have been recorded yet. Records begin when you choose a level or write an explanation.",
        nothing: "No entry matches. Remove some of the filters.",
        found: |found, all| format!("{found} of {all} entries"),
        search: "Search the history",
        person: "By",
        everybody: "Everybody",
        nobody: "Without a name",
        sort: "Part",
        every_sort: "All parts",
        sorts: ["Values", "Explanations", "Documents and their links", "Reviews of documents", "Other"],
        clear: "Show all",
        became: |before, after| format!("from {before} to {after}"),
        filled: |after| format!("set to {after}"),
        emptied: |before| format!("cleared, it was {before}"),
        linked: "linked",
        unlinked: "link removed",
        until: |from, to| format!("{from} to {to}"),
        more: |left| format!("Show {left} more"),
        save: "Save table (CSV)",
        of_indicator: |entries| format!("History of this indicator ({entries})"),
        events: [
            |from| format!("Merged with {from}"),
            |from| format!("Restored to the restore point: {from}"),
            |from| format!("Replaced with the file {from}"),
            |unit| format!("Work package made for {unit}"),
            |unit| format!("Work package of {unit} sent back"),
        ],
        registered: |document| format!("{document} added"),
        removed: |document| format!("{document} removed"),
        columns: ["From (UTC)", "To (UTC)", "By", "What", "Before", "After"],
        leave_out: "Save without history",
        leave_out_text: "The file contains the history: who changed what, and when. If the recipient does not need it, save without history. Everything else stays complete.",
    },
    units: UnitTexts {
        unit: |name| format!("unit “{name}”"),
        name: "name",
        contact: "contact",
        owns: |number| format!("owner of indicator {number}"),
        owned: "owner",
        assigned: "assigned",
        released: "released",
        briefing: "instructions and deadline of work packages",
        valid: |file, unit, n| format!("{file}: valid (a work package for {unit} with {n} indicators)"),
        progress: |unit, answered, total| {
            format!("Work package of {unit}: {answered} of {total} indicators answered.")
        },
        no_index: "No index is computed: a work package contains only some of the indicators.",
        title: "Units",
        intro: "Who answers which indicators. Several units may own one indicator.",
        add: "Add a unit",
        added: |name| format!("{name} was added. Choose the indicators it owns."),
        name_label: "Name of the unit",
        name_needed: "Enter the name of the unit.",
        name_taken: "A unit with this name already exists. Use another name.",
        contact_label: "Contact",
        contact_help: "A person’s name, telephone or e-mail (optional).",
        unowned: |n| format!("Indicators without an owner: {n}."),
        show_unowned: "Show them in the assessment",
        list_unowned: "List of indicators",
        all_owned: "Every indicator has an owner.",
        unit_progress: |answered, total| format!("{answered} of {total} indicators answered."),
        owns_nothing: "It owns no indicators yet. Press Set up to choose them.",
        unit_documents: |accepted, all| format!("{accepted} of {all} documents accepted."),
        is_out: |at| format!("Package made {at}"),
        is_back: |at, by| {
            if by.trim().is_empty() {
                format!("Package back {at}")
            } else {
                format!("Package back {at} from {by}")
            }
        },
        on_unit: |action, name| format!("{action}: {name}"),
        edit: "Set up",
        save_package: "Save package",
        show_part: "Show its part",
        remove: "Remove unit",
        remove_text: |name, all, left| {
            let owned = match (all, left) {
                (0, _) => "It owns no indicators.".to_owned(),
                (_, 0) => format!("Indicators it owns: {all}; all of them still have another owner."),
                _ => format!("Indicators it owns: {all}; {left} of them will then have no owner."),
            };
            format!("Remove {name}? {owned} Answers and documents stay.")
        },
        removed: |name| format!("{name} was removed."),
        cancel: "Cancel",
        assign: "Indicators it owns",
        assign_text: "Tick a domain or an aspect to choose all its indicators, or open it to choose them one by one.",
        whole: |section| format!("All indicators in {section}"),
        also: |names| format!("also owned by {names}"),
        hand_out: "Hand out work packages",
        hand_out_text: "A work package is a file for one unit. The unit opens it in Takar on its own computer, fills in its part, and sends it back to you.",
        instructions_label: "Instructions for all units",
        instructions_help: "For example what is asked, and where to send the file back.",
        due_label: "Deadline",
        due_over: "This day has passed.",
        ready: |n| format!("Units that own indicators and get a package: {n}."),
        save_all: "Save all packages (ZIP)",
        holds: "Each package contains only the answers and documents for that unit’s indicators, and nothing of other units. The document files are not included.",
        take_back: "Packages that came back",
        take_back_text: "Choose one or more files that units sent back. You see what is in them first; the assessment changes only when you merge.",
        filter: "Show unit",
        all_units: "All units",
        nobody: "Without an owner",
        clear_filter: "Show all units",
    },
    package: PackageTexts {
        title: "Work package",
        of: |unit| format!("Work package of {unit}"),
        from: |by, at| {
            if by.trim().is_empty() { format!("Made {at}.") } else { format!("Made by {by}, {at}.") }
        },
        covers: |n| format!("Indicators in it: {n}."),
        due: |day| format!("Due {day}"),
        left: |days| match days {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            2.. => format!("{days} days left"),
            -1 => "1 day overdue".to_owned(),
            _ => format!("{} days overdue", days.unsigned_abs()),
        },
        instructions: "Instructions",
        send: "Send back",
        sent: |at| format!("Return file saved {at}"),
        changed_since: |at| format!("Changed since the return file was saved {at}"),
        no_index: "No index is shown, because a work package contains only some of the indicators. It is computed once all parts are merged.",
        open_title: "What is incomplete",
        nothing_open: "Every indicator has a level, facts and a document.",
        open_count: |n| format!("Incomplete indicators: {n}. The file can be sent back all the same."),
        missing: ["no level yet", "no facts yet", "no document yet"],
        file_title: "The file to send back",
        file_text: "Save this file and send it to the person who made the package, by e-mail, message or USB stick. Takar sends nothing by itself.",
        who_help: "Recorded as the sender.",
        save_file: "Save return file",
        send_to: |by| {
            if by.trim().is_empty() {
                "Send it to the person who gave you this package.".to_owned()
            } else {
                format!("Send it to {by}.")
            }
        },
        apart: "The document files are sent separately. If something changes later, save and send this file once more; the older one need not be deleted.",
        in_file: |unit, n| format!("This file is a work package for {unit}. Indicators in it: {n}."),
        back_in_file: |unit, at| format!("This file is the work package of {unit}, sent back {at}."),
        has_whole: "The whole assessment is on this computer. Merge the package into it; only the indicators in the package change.",
        outside: |number| {
            format!("Indicator {number} is not part of this work package. Choose one from the list.")
        },
        not_back: "The unit has not sent this package back yet. Choose the return file, whose name begins with takar-kembali.",
        no_whole: |instrument, agency, year| {
            format!(
                "This package cannot be merged here, because this computer has no draft of {instrument} for {agency} in {year}. Open it on the computer where the package was made."
            )
        },
    },
    merging: MergingTexts {
        title: "Merge into a draft",
        intro: "This file is a copy of a draft on this computer. It can be merged: what is new is taken, your work is kept, and where both differ you choose.",
        receiver: "Merge into",
        counts: ["New", "Taken", "To choose", "Unchanged", "Same"],
        index: "Index",
        not_yet: "Differences without a choice count as they are in this draft.",
        nothing: "There is nothing new in this file. Everything in it is already in the draft.",
        refused: "This file cannot be merged.",
        editions: |file, draft| {
            format!(
                "Two editions of the instrument data: {file}, {draft}. Indicators and values still fit, and the merged result follows the edition of the draft."
            )
        },
        edition_now: |digest| format!("the edition in this app ({digest})"),
        edition_other: |digest| format!("another edition ({digest})"),
        from: |who| format!("Last changed by {who}"),
        coming: |n| format!("What will be taken from the file ({n})"),
        draft: "Draft data",
        register: "Evidence register",
        group: |title, n| format!("{title}: {n}"),
        conflicts: "Differences to choose",
        conflicts_text: "These were changed on both sides, each in a different way.",
        for_all: "For all not chosen one by one",
        defaults: ["Stop at differences", "Keep mine", "Take theirs"],
        open: |open, all| format!("{open} of {all} differences have no choice yet."),
        none_open: "All differences have a choice.",
        next_open: "To the next difference",
        all_mine: "All mine",
        all_theirs: "All theirs",
        by_unit: "Choose for one unit at once",
        package: |unit, due| {
            let due = if due.is_empty() { String::new() } else { format!(", due {due}") };
            format!("Work package of {unit}{due}. Only its indicators and documents are merged.")
        },
        mine: "Mine",
        theirs: "Theirs",
        both: "Keep both",
        shown: |first, last, all| format!("{first} to {last} of {all}"),
        earlier: "Previous",
        later: "Next",
        merge: "Merge",
        still_open: |n| format!("Cannot be merged yet. Differences that still need a choice: {n}."),
        other_ways: "Other ways",
        no_snapshot: "The browser’s storage has no room for a restore point. Nothing has changed. Save the draft to a file first, so that its present state is not lost, then go on.",
        save_first: "Save the draft to a file",
        merge_anyway: "Merge without a restore point",
        changed_meanwhile: "The draft has just changed. Look at the differences again, then merge.",
        queue: |at, all| format!("File {at} of {all}"),
        skip: "Skip this file",
        rest: |n| format!("Merge {n} files at once"),
        rest_text: "Files without differences to choose are merged in one step with one report. The others are still shown one by one.",
        rest_none: "No file can be merged without choosing.",
        done: |files| format!("Files merged into the draft: {files}."),
        report: "Merge report",
        report_about: |draft, when| format!("{draft}, {when}"),
        no_report: "Nothing has been merged since this page was opened. Earlier merges are in the history.",
        to_report: "Last merge report",
        counted: |c| {
            format!(
                "{} new, {} taken, {} to choose, {} the same, {} unchanged",
                c.new, c.taken, c.conflicts, c.same, c.untouched
            )
        },
        undone: "The merge of this file has been undone.",
        all_undone: "This merge has been undone.",
        undone_of: |undone, all| format!("The merge has been undone for {undone} of {all} files."),
        report_none: "Nothing was taken from this file.",
        with_snapshot: "The state before is kept as a restore point.",
        without_snapshot: "There is no restore point, because the storage is full.",
        left: |file, why| format!("{file} was not merged: {why}"),
        left_open: |n| format!("differences that need a choice: {n}."),
        copy: "Copy the report",
        copied: "The report was copied.",
        not_copied: "The browser does not allow copying. Save the report as a file.",
        save_text: "Save as text",
        save_table: "Save table (CSV)",
        to_draft: "To the draft’s summary",
        was_new: "new, taken",
        was_taken: "taken",
        was_together: "combined from both sides",
        chose_mine: "chosen: mine",
        chose_theirs: "chosen: theirs",
        chose_both: "chosen: both",
        columns: ["File", "Place", "Outcome", "In the draft", "In the file", "Changed in the file by"],
        held_title: "Conflict with another tab",
        held_text: "This was also changed in another tab, in a different way. What you wrote stays here and is not saved to the draft until you choose.",
        here: "In this tab",
        other_tab: "In the other tab",
        take_here: "Use what is in this tab",
        take_other: "Use what is in the other tab",
    },
    settings: SettingsTexts {
        storage: "Storage",
        kept: "The browser guarantees that it will not delete drafts by itself. They are still lost if you delete the data of this site or the computer breaks, so save them to files as well.",
        not_kept: "The browser does not guarantee its storage yet. If the computer runs short of space, or Takar is not opened for a long time, it may delete drafts without asking. Save drafts to files regularly.",
        unsupported: "This browser cannot guarantee its storage at this address. If the computer runs short of space, drafts may be deleted. Save drafts to files regularly.",
        refused: "The browser does not guarantee its storage yet. It usually agrees once Takar is used often, bookmarked or installed. Until then, save drafts to files regularly.",
        ask: "Ask for lasting storage",
        files: "Copies in files",
        files_text: "Counted in this browser: when each draft was last saved to a file, and how many changes were made since.",
        draft: "Draft",
        last_saved: "Last saved to a file",
        changes_since: "Changes since",
        never: "never",
        ago: |days| days_ago(days),
        changes: |count| some_changes(count),
        age: |saved, changes| {
            let (when, changes) = (saved.map_or_else(not_yet, days_ago), some_changes(changes));
            format!("Last saved to a file: {when}; not in a file yet: {changes}.")
        },
        remind: "Remind me when changes are not saved to file for",
        days: |days| some_days(days.into()),
        no_reminder: "Do not remind me",
        reminder: |changes, days| {
            let (changes, days) = (some_changes(changes), some_days(days));
            format!("This draft has {changes} not saved to a file yet; the first was made {days} ago.")
        },
        later: "Not now",
        here: "Language and name",
        language: "Language",
        languages: ["Bahasa Indonesia", "English"],
        you: "Name recorded with changes",
    },
    backup: BackupTexts {
        title: "Backup",
        text: "All drafts in this browser in one file. Keep it somewhere else, for example on a USB stick or an office server.",
        nothing: "There are no drafts to back up yet.",
        with_trash: |count| {
            let drafts = some_drafts(count);
            format!("Include recently deleted drafts ({drafts})")
        },
        with_snapshots: |count| format!("Include restore points ({count})"),
        with_password: "Protect it with a password",
        no_cryptography: "The browser offers no encryption at this address because the page was opened without HTTPS. A backup can be made without a password.",
        password: "Password",
        again: "Repeat the password",
        show: "Show the password",
        hint: "Use 12 characters or more, or several words. There are no other rules.",
        short: "This password is short and easy for a computer to guess.",
        lost: "The password is not stored anywhere. If it is lost, nobody can open this backup, not even the makers of Takar.",
        need_password: "Enter a password, or turn the protection off.",
        not_same: "The two passwords are not the same.",
        make: "Make a backup",
        encrypting: "Encrypting…",
        made: |name, count| {
            let drafts = some_drafts(count);
            format!("A backup of {drafts} was saved to the downloads folder: {name}.")
        },
        too_large: |size, limit| {
            format!(
                "This backup is {size} MB; the limit is {limit} MB, so it was not made. Make it without restore points, or delete for good the drafts you no longer need."
            )
        },
        bring_title: "Restore from a backup",
        bring_text: "What is in the backup is shown first. Nothing changes before you agree.",
        locked: "This backup is protected by a password",
        locked_text: "Enter the password that was used when the backup was made. Opening it takes a few seconds.",
        unlock: "Open the backup",
        unlocking: "Opening…",
        about: |when, who, count| {
            let (made, drafts) = (made_by(when, who), some_drafts(count));
            format!("Made {made}, with {drafts}.")
        },
        preview: "What is in the backup",
        preview_text: "Choose what happens to each draft. A draft that is replaced or merged is first kept as a restore point.",
        way_of: |name| format!("Action for {name}"),
        deleted: "recently deleted",
        fates: [
            "Not here",
            "The same",
            "Newer here",
            "Newer in the backup",
            "Both changed, without conflict",
            "Both changed, with conflicts",
        ],
        unreadable: "Cannot be read",
        unreadable_name: |id| format!("Draft {id}"),
        save_as_is: "Download as it is",
        ways: ["Skip", "Restore", "Make it a new draft", "Replace the one here", "Merge"],
        bring_snapshots: |count| format!("Restore its restore points as well ({count})"),
        bring: "Restore what is chosen",
        nothing_chosen: "All drafts are skipped. Choose an action for at least one.",
        result: "Result",
        done: [
            "skipped",
            "restored",
            "made a new draft",
            "replaced; the old one is a restore point",
            "merged; the old one is a restore point",
        ],
        full: "NOT restored: the browser’s storage is full or blocked. What is here has not changed. Make room, then open the backup again.",
        changed: "NOT restored: the draft here was changed after the preview. Open the file once more.",
        snapshots_back: |count| format!("Restore points also restored: {count}."),
        snapshots_failed: |count| {
            format!("Restore points NOT restored because the browser’s storage is full or blocked: {count}.")
        },
        open_draft: |name| format!("Open {name}"),
    },
    line: CommandLine {
        usage: "\
Usage:
  takar score FILE [--instrument ID] [--json]   index of a manifest, or of a CSV indicator,value
  takar validate FILE…                          check manifests, work packages, registers or backups
  takar merge A B… -o OUT [--prefer mine|theirs|stop]
                                                merge B and all others into a copy of A
  takar table FILE… --format csv|ndjson [-o OUT]
                                                one row for each agency and indicator
Options:
  --lang id|en   language of the messages
FILE - reads standard input. Exit codes: 0 success, 1 findings, 2 wrong usage.",
        cannot_read: |file, why| format!("{file}: cannot be read ({why})."),
        cannot_write: |file, why| format!("{file}: cannot be written ({why})."),
        valid: |file| format!("{file}: valid"),
        valid_evidence: |file, documents, links| {
            format!("{file}: valid (an evidence register with {documents} documents and {links} links)")
        },
        valid_backup: |file, [drafts, trash, snapshots]| {
            format!("{file}: valid backup (drafts: {drafts}, deleted: {trash}, restore points: {snapshots})")
        },
        valid_encrypted: |file| {
            format!(
                "{file}: backup with a password; the file is complete, but its content can only be checked on the page of Takar"
            )
        },
        draft_in_backup: |file, id| format!("{file}, draft {id}"),
        assumed_instrument: |id| {
            format!("No instrument was named; {id} is used. Choose another with --instrument.")
        },
        unknown_instrument: |id, known| format!("The instrument {id} is unknown. There are: {known}."),
        other_instrument: |stated, asked| format!("This file uses the instrument {stated}, not {asked}."),
        warning_edition: "note: made with another edition of the instrument’s data",
        warning_digest: "note: no digest, so it is not certain that the file is complete",
        unanswered: |n| format!("{n} indicators are unanswered and count as the lowest value"),
    },
    problem,
    refused,
};

fn problem(problem: &Problem) -> Message {
    let ask_again = "Ask the sender to save the file from Takar again and send it once more.";
    let fix_or_ask = "Correct this entry, or ask the sender to save the file from Takar again.";
    let (what, todo) = match problem {
        Problem::Unreadable => (
            "The browser cannot read this file; it may have been moved, deleted or locked.".to_owned(),
            "Look for the file in its folder, then choose it again.",
        ),
        Problem::InstrumentUnavailable { id } => (
            format!(
                "The data of the instrument {id} could not be loaded, so the file cannot be checked yet."
            ),
            "Check the connection, then open the file again.",
        ),
        Problem::Empty => ("The file is empty.".to_owned(), ask_again),
        Problem::TooLarge { bytes, limit } => (
            format!(
                "The file is {} MB; Takar reads at most {} MB.",
                bytes.div_ceil(1_000_000),
                limit / 1_000_000
            ),
            "Check that this is a Takar file. An assessment is usually under 1 MB.",
        ),
        Problem::NotUtf8 { line } => (
            format!("Line {line} contains characters that are not UTF-8 text."),
            "Save the file again with UTF-8 encoding, or ask for the original.",
        ),
        Problem::LooksLikeCsv => (
            "This seems to be a CSV table, not a Takar file (.json).".to_owned(),
            "Choose the .json file that the button Save to file made.",
        ),
        Problem::Syntax { line, column } => (
            format!("The file is not valid JSON: there is an error in line {line}, column {column}."),
            fix_or_ask,
        ),
        Problem::Truncated { line } => (
            format!("The file is cut off: it ends in line {line}."),
            "Download or copy the file again; the transfer may have been interrupted.",
        ),
        Problem::TooDeep { line } => {
            (format!("The file is nested too deeply (line {line}); this is not an ordinary Takar file."), ask_again)
        }
        Problem::DuplicateKey { path } => {
            (format!("One entry appears twice at {path}, so it is unclear which one counts."), fix_or_ask)
        }
        Problem::SomethingElse => (
            "The file is JSON, but not a Takar file.".to_owned(),
            "Choose a file that the button Save to file made; its name usually begins with takar-.",
        ),
        Problem::IsInstrument => (
            "The file contains an instrument, not an assessment.".to_owned(),
            "Choose the file of an assessment; its name usually begins with takar-.",
        ),
        Problem::Newer { version } => (
            format!("The file was made with a newer Takar (format version {version})."),
            "Reload or update Takar on this computer, then open the file again.",
        ),
        Problem::OtherKind { kind } if kind == BACKUP_KIND => (
            "This file is a backup of all drafts, not one assessment.".to_owned(),
            "Open it on the page of Takar with Open a file, restore the draft, and save that draft to a file.",
        ),
        Problem::OtherKind { kind } if kind == ENCRYPTED_BACKUP_KIND => (
            "This file is a backup with a password, which only the page of Takar can ask for.".to_owned(),
            "Open it on the page of Takar with Open a file, restore the draft, and save that draft to a file.",
        ),
        Problem::OtherKind { kind } => (
            format!("This Takar file is of the kind “{kind}”, not an assessment."),
            "Choose the file of an assessment, or update Takar on this computer.",
        ),
        Problem::Shape { path, expected } => {
            (format!("The entry at {path} does not have the right form (expected: {expected})."), fix_or_ask)
        }
        Problem::Digest => (
            "The file was changed after Takar saved it: its digest does not match.".to_owned(),
            "Ask for the original. If the change was intended, delete the line “digest” and open it again.",
        ),
        Problem::WrongPassword { whole: true } => (
            "This password does not match. The file itself is complete.".to_owned(),
            "Check capital letters and the keyboard layout, then try again.",
        ),
        Problem::WrongPassword { whole: false } => (
            "This password does not match, or the file was changed after it was made; the two cannot be told apart."
                .to_owned(),
            "Check capital letters and try again, or take another copy of this backup.",
        ),
        Problem::NoCryptography => (
            "The browser offers no encryption at this address, because the page was opened without HTTPS.".to_owned(),
            "Open Takar at https:// or at http://localhost, then open the file again.",
        ),
        Problem::UnknownInstrument { id } => (
            format!(
                "The file uses the instrument “{id}”, which Takar on this computer does not know ($.instrument.id)."
            ),
            "Update Takar on this computer, or ask for a file with a known instrument.",
        ),
        Problem::OtherInstrument { theirs, ours } => (
            format!("This file was made with the instrument {theirs}, the other one with {ours}."),
            "Choose files of the same instrument.",
        ),
        Problem::OtherAgency { theirs, ours } => (
            format!("This file belongs to {theirs}, the other one to {ours}."),
            "Choose files of the same agency; if its name was corrected, correct it in both.",
        ),
        Problem::OtherYear { theirs, ours } => (
            format!("This file is for {theirs}, the other one for {ours}."),
            "Choose files of the same year of assessment.",
        ),
        Problem::EvidenceOfOther { theirs, ours } => (
            format!("This evidence register is for the instrument {theirs}, but this draft uses {ours}."),
            "Open a draft with the same instrument and import the file there.",
        ),
        Problem::OtherUnit { ours, theirs } => (
            format!("This file is a work package of {theirs}; the one that is open belongs to {ours}."),
            "Merge each package into the assessment of the agency that handed it out.",
        ),
        Problem::UnknownIndicator { path, number } => {
            (format!("The instrument has no indicator {number} ({path})."), fix_or_ask)
        }
        Problem::Refused { path, reason } => (format!("{} ({path})", refused(reason)), fix_or_ask),
        Problem::CsvRow { line, text } => (
            format!("Line {line} is not an indicator number and a value: “{text}”."),
            "The table needs the columns indicator,value with one indicator in each line.",
        ),
        Problem::CsvTwice { line, number } => {
            (format!("Indicator {number} appears twice (line {line})."), "Delete one of the lines.")
        }
    };
    Message { what, todo: todo.to_owned() }
}

fn refused(reason: &Refused) -> String {
    let of = |indicator: &Option<u16>, rest: String| match indicator {
        Some(number) => format!("Indicator {number}: the {rest}"),
        None => format!("The {rest}"),
    };
    match reason {
        Refused::UnknownIndicator(number) => format!("The instrument has no indicator {number}."),
        Refused::OutsideScale { indicator, value, min, max } => {
            of(indicator, format!("value {value} lies outside the scale from {min} to {max}."))
        }
        Refused::TooManyDecimals { indicator, value, decimals: 0 } => {
            format!(
                "Indicator {indicator}: the value {value} cannot be used; this instrument uses whole numbers only."
            )
        }
        Refused::TooManyDecimals { indicator, value, decimals } => {
            format!("Indicator {indicator}: the value {value} has more than {decimals} decimals.")
        }
        Refused::TooLong { indicator, limit } => {
            of(indicator, format!("text is longer than {limit} characters. Shorten it."))
        }
        Refused::NoName => "A name is needed.".to_owned(),
        Refused::Year(year) => {
            format!(
                "The year {year} is not between {} and {}. Enter a year in that range.",
                YEARS.start(),
                YEARS.end()
            )
        }
        Refused::OtherInstrument(id) => format!("This draft uses another instrument ({id})."),
        Refused::BadId(id) => format!("“{id}” is not an id: use 1 to 40 letters, digits and hyphens."),
        Refused::UnknownLevel { indicator, level } => {
            format!("Indicator {indicator} has no level {level}.")
        }
        Refused::UnknownExpected { indicator, level, expected } => format!(
            "Indicator {indicator} does not ask for the item “{expected}” at level {level}. Choose another item."
        ),
        Refused::UnknownEvidence(id) => format!("The document “{id}” is not in the register."),
        Refused::Locked { title } => {
            format!("“{title}” has been accepted and cannot be changed. Reopen its status first.")
        }
        Refused::Linked { title, links } => {
            format!("“{title}” is still linked. Remove its links first ({links}).")
        }
        Refused::NoReviewer => {
            "A change of status needs the name of the reviewer. Enter your name, then try again.".to_owned()
        }
        Refused::NoNote { status } => format!(
            "The status “{}” needs a note: write what is missing.",
            evidence_status(Language::English, *status)
        ),
        Refused::Closed { stage: at } => format!(
            "Stage {} is closed, so its values and notes cannot be changed. Reopen the stage on the page Stages.",
            stage(Language::English, *at)
        ),
        Refused::UnknownSection(id) => format!("This instrument has no section “{id}”."),
        Refused::Effort { first, last } => format!("Effort is a whole number from {first} to {last}."),
        Refused::TooMany { limit } => format!("At most {limit}. Delete one of them first."),
        Refused::UnknownUnit(id) => format!("This assessment has no unit “{id}”."),
        Refused::NotAssessed(number) => {
            format!("Indicator {number} takes no value from outside: its value follows from its evidence.")
        }
    }
}

fn days_ago(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

fn not_yet() -> String {
    "never in this browser".to_owned()
}

fn some_changes(count: u64) -> String {
    match count {
        0 => "none".to_owned(),
        1 => "1 change".to_owned(),
        count => format!("{count} changes"),
    }
}

fn some_days(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

fn some_drafts(count: usize) -> String {
    if count == 1 { "1 draft".to_owned() } else { format!("{count} drafts") }
}

fn made_by(when: &str, who: &str) -> String {
    if who.is_empty() { when.to_owned() } else { format!("{when} by {who}") }
}
