/// The help page.
pub struct HelpTexts {
    pub title: &'static str,
    pub intro: &'static str,
    pub contents: &'static str,
    pub print: &'static str,
    pub tour: &'static str,
    /// There is no assessment to show it on.
    pub tour_later: &'static str,
    /// On other pages, a link to the part about them.
    pub link: &'static str,
    /// With the title of what is shown.
    pub picture: fn(&str) -> String,
    pub start: HelpStep,
    pub units: HelpStep,
    pub answer: HelpStep,
    pub evidence: HelpStep,
    pub merge: HelpStep,
    pub index: HelpStep,
    pub stages: HelpStep,
    pub plan: HelpStep,
    pub report: HelpStep,
    pub send: HelpStep,
    pub backup: HelpStep,
    pub trouble: &'static str,
    /// What is seen, and what to do.
    pub troubles: [(&'static str, &'static str); 8],
    pub keys_title: &'static str,
    /// What the keys of [`super::KEYS`] do.
    pub keys: [&'static str; 7],
    pub walk: TourTexts,
}

/// One step of the road: what to do, and what its picture shows.
pub struct HelpStep {
    pub heading: &'static str,
    pub lines: [&'static str; 3],
    pub alt: &'static str,
}

/// The card that points at the parts of an indicator's page.
pub struct TourTexts {
    pub name: &'static str,
    pub at: fn(usize, usize) -> String,
    /// What each step points at, and what to know of it.
    pub steps: [(&'static str, &'static str); 4],
    /// The last step, where there is no index.
    pub last_of_package: (&'static str, &'static str),
    /// The last step, where nothing stays on this computer.
    pub last_unkept: (&'static str, &'static str),
    pub skip: &'static str,
    pub back: &'static str,
    pub next: &'static str,
    pub done: &'static str,
}
