use super::Hindrance;

/// What every page says of a new version, the first screen too.
pub struct UpdateTexts {
    pub available: &'static str,
    pub what: &'static str,
    pub take: &'static str,
    pub later: &'static str,
    pub taking: &'static str,
    pub not_taken: &'static str,
    /// What stands against it, whether in this tab, and the name of a draft, a file or the tab.
    pub hindrance: fn(Hindrance, bool, &str) -> String,
}

/// Pengaturan: work without network.
pub struct OfflineTexts {
    pub title: &'static str,
    pub ready: &'static str,
    pub fetching: &'static str,
    pub failed: &'static str,
    /// Files that are missing.
    pub partial: fn(usize) -> String,
    pub none: &'static str,
    /// The version and its mark.
    pub version: fn(&str, &str) -> String,
    /// How many files, and their size.
    pub kept: fn(usize, &str) -> String,
    pub when: &'static str,
    pub install: &'static str,
    pub check: &'static str,
    pub checking: &'static str,
    pub newest: &'static str,
    pub unreachable: &'static str,
    pub downloading: &'static str,
}
