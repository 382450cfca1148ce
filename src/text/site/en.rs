use super::{KioskTexts, SiteTexts};

pub const SITE: SiteTexts = SiteTexts {
    unused: |why| {
        format!(
            "The configuration file takar.json is not used. {why} Takar runs with its safe built-in settings. Tell the administrator of this site."
        )
    },
    unreachable: "It could not be fetched from the server.",
    newer: |version| format!("It is written in version {version}, which this Takar does not know yet."),

    own_tab: "Open in its own tab",
    own_tab_text: "The new tab does not take this work along: save it to a file first, then open that file there.",
    framed: "Inside another page",
    framed_text: "Takar is shown inside another page. Browsers may keep drafts made here apart from those in its own tab, and delete them sooner. Save important work to a file.",
    connected: |origin| format!("Connected to {origin}."),
    not_connected: "No portal is connected yet.",
    no_origins: "The configuration of this site lists no portal, so Takar does not answer any messages.",
    ignored: |strangers, malformed| {
        format!(
            "Messages ignored: {strangers} from origins that are not listed, {malformed} from the portal in an unknown form."
        )
    },
    last_stranger: |origin| format!("Last origin that is not listed: {origin}"),

    as_text: "As text",
    as_text_text: "If files cannot be saved on this computer, copy the content as text and paste it elsewhere, for example into an e-mail. The text can be opened again on the page Open a file.",
    copy: "Copy as text",
    copied: "The whole assessment was copied as text.",
    not_copied: "The browser does not allow copying. Select the whole text below and copy it yourself.",
    text_of_draft: "The text of this assessment",
    paste: "Paste text",
    paste_label: "Content of a file as text",
    paste_help: "Paste the whole content of a Takar file, from the first curly bracket to the last. You see what is in it before anything changes.",
    open_text: "Open the text",
    nothing_pasted: "Paste the text first.",
    pasted_name: "Pasted text",
    kiosk: KioskTexts {
        title: "Self-assessment on a shared computer",
        intro: "Your work exists only during this visit and is not stored on this computer.",
        idle: |time| {
            format!("If nobody touches the screen for {time}, the visit ends and everything is deleted.")
        },
        minutes: |count| if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") },
        seconds: |count| if count == 1 { "1 second".to_owned() } else { format!("{count} seconds") },
        start: "Start",
        your_work: "Your work",
        look: "Just looking",
        others: |count| {
            format!(
                "This browser also stores drafts from ordinary use: {count}. They are not shown here and not deleted."
            )
        },
        calm: "Shared computer: work is deleted when the visit ends.",
        to_start: "To the start",
        done: "Finish",
        done_title: "End this visit?",
        done_text: "Everything you entered here is deleted from this computer and cannot be restored.",
        clipboard: "Text that was copied stays on the clipboard of this computer until other text is copied.",
        downloads: "Files that were downloaded stay on this computer. Move them to your own storage.",
        erase: "Delete and end",
        go_on: "Continue",
        idle_title: "Are you still here?",
        idle_text: "The screen has not been touched for a while. Without an answer the visit ends and everything entered is deleted.",
        left: |seconds| format!("Time left: {seconds} seconds"),
        not_here: "Not available on a shared computer",
        not_here_text: "This page is switched off on computers that people share.",
    },
};
