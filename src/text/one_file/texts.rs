/// The page as one HTML file.
pub struct OneFileTexts {
    /// Save the package of one unit.
    pub save: &'static str,
    /// Save the packages of all units, as an archive.
    pub save_all: &'static str,
    pub about: &'static str,
    pub preparing: &'static str,
    pub no_page: &'static str,
    /// The open draft with the page around it.
    pub carry_title: &'static str,
    pub carry_text: &'static str,
    pub carry: &'static str,
    /// Above a package that was opened from its own file.
    pub kept_here: &'static str,
    /// Among the settings.
    pub title: &'static str,
    pub text: &'static str,
    pub save_page: &'static str,
    pub is_one: &'static str,
}
