use super::{KioskTexts, SiteTexts};

pub const SITE: SiteTexts = SiteTexts {
    unused: |why| {
        format!(
            "The configuration file takar.json is not used. {why} Takar runs with its safe built-in settings. Please tell the administrator of this site."
        )
    },
    unreachable: "It could not be fetched from the server.",
    newer: |version| format!("It is written in version {version}, which this Takar does not know yet."),

    own_tab: "Open in a tab of its own",
    own_tab_text: "The new tab does not take this work along: save it to a file first, then open that file there.",
    framed: "Inside another page",
    framed_text: "Takar is shown inside another page. Browsers may keep drafts made here apart from those in a tab of its own, and delete them sooner. Save important work to a file.",
    connected: |origin| format!("Connected with {origin}."),
    not_connected: "No portal is connected yet.",
    no_origins: "The configuration of this site lists no portal, so Takar answers no messages.",
    ignored: |strangers, malformed| {
        format!(
            "Messages ignored: {strangers} from origins that are not listed, {malformed} from the portal in a form that is not known."
        )
    },
    last_stranger: |origin| format!("The last origin that is not listed: {origin}"),

    as_text: "As text",
    as_text_text: "If files cannot be saved on this computer, copy the content as text and paste it elsewhere, for example into an e-mail. The text can be opened again on the page Open a file.",
    copy: "Copy as text",
    copied: "The whole assessment was copied as text.",
    not_copied: "The browser does not allow copying. Select the whole text below and copy it yourself.",
    text_of_draft: "The text of this assessment",
    paste: "Paste text",
    paste_label: "Content of a file as text",
    paste_help: "Paste the whole content of a Takar file, from the first curly bracket to the last. You see what it holds before anything changes.",
    open_text: "Open the text",
    nothing_pasted: "Paste the text first.",
    pasted_name: "Pasted text",
    kiosk: KioskTexts {
        title: "Self-assessment on a shared computer",
        intro: "Your work exists for this visit only and is not kept on this computer.",
        idle: |time| {
            format!("If nobody touches the screen for {time}, the visit ends and everything is deleted.")
        },
        minutes: |count| if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") },
        seconds: |count| format!("{count} seconds"),
        start: "Start",
        your_work: "Your work",
        look: "Just looking",
        others: |count| {
            format!(
                "This browser also keeps drafts of ordinary use: {count}. They are not shown here and will stay."
            )
        },
        calm: "Shared computer: work is deleted when the visit ends.",
        to_start: "To the start",
        done: "Finish",
        done_title: "End this visit?",
        done_text: "Everything you entered here is deleted from this computer and cannot be brought back.",
        clipboard: "Text that was copied stays on the clipboard of this computer until other text is copied.",
        downloads: "Files that were downloaded stay on this computer. Move them to a place of your own.",
        erase: "Delete and end",
        go_on: "Continue",
        idle_title: "Still here?",
        idle_text: "The screen has not been touched for a while. Without an answer the visit ends and everything entered is deleted.",
        left: |seconds| format!("Time left: {seconds} seconds"),
        not_here: "Not available on a shared computer",
        not_here_text: "This page is switched off on computers that people share.",
        no_downloads: "downloads are switched off on this shared computer",
    },
};
