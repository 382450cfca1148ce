/// Configuration, portal, and work as text.
pub struct SiteTexts {
    /// With why.
    pub unused: fn(&str) -> String,
    pub unreachable: &'static str,
    /// With the version of the file.
    pub newer: fn(u64) -> String,

    pub own_tab: &'static str,
    pub own_tab_text: &'static str,
    pub framed: &'static str,
    pub framed_text: &'static str,
    /// With the origin of the portal.
    pub connected: fn(&str) -> String,
    pub not_connected: &'static str,
    pub no_origins: &'static str,
    /// How many from strangers, and how many that are none.
    pub ignored: fn(u32, u32) -> String,
    pub last_stranger: fn(&str) -> String,

    pub as_text: &'static str,
    pub as_text_text: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub text_of_draft: &'static str,
    pub paste: &'static str,
    pub paste_label: &'static str,
    pub paste_help: &'static str,
    pub open_text: &'static str,
    pub nothing_pasted: &'static str,
    /// What a pasted text is called in the preview.
    pub pasted_name: &'static str,
    pub kiosk: KioskTexts,
}

/// A computer that visitors share.
pub struct KioskTexts {
    pub title: &'static str,
    pub intro: &'static str,
    /// How long at most nobody touches anything: minutes and seconds.
    pub idle: fn(&str) -> String,
    pub minutes: fn(u16) -> String,
    pub seconds: fn(u16) -> String,
    pub start: &'static str,
    pub your_work: &'static str,
    pub look: &'static str,
    pub others: fn(usize) -> String,
    pub calm: &'static str,
    pub to_start: &'static str,
    pub done: &'static str,
    pub done_title: &'static str,
    pub done_text: &'static str,
    pub clipboard: &'static str,
    pub downloads: &'static str,
    pub erase: &'static str,
    pub go_on: &'static str,
    pub idle_title: &'static str,
    pub idle_text: &'static str,
    pub left: fn(u32) -> String,
    pub not_here: &'static str,
    pub not_here_text: &'static str,
}
