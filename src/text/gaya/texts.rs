/// The page that shows every part and token.
pub struct GayaTexts {
    pub title: &'static str,
    pub intro: &'static str,
    pub accent: &'static str,
    pub accent_help: &'static str,
    pub accent_wrong: &'static str,
    /// The schemes: by day and by night.
    pub schemes: [&'static str; 2],
    pub colours: &'static str,
    /// What the ratios below are of.
    pub contrast: &'static str,
    /// With the ratio.
    pub ratio: fn(&str) -> String,
    pub sizes: &'static str,
    pub distances: &'static str,
    pub buttons: &'static str,
    /// Main, plain, quiet, disabled, pressed.
    pub button_states: [&'static str; 5],
    pub chips: &'static str,
    /// Plain, good, to be watched, bad, marked.
    pub chip_states: [&'static str; 5],
    pub notes: &'static str,
    /// Calm, warning, failure.
    pub note_states: [&'static str; 3],
    pub what_to_do: &'static str,
    pub fields: &'static str,
    pub field: &'static str,
    pub field_help: &'static str,
    pub field_odd: &'static str,
    /// Of a control without a label above it.
    pub bare: &'static str,
    pub field_wrong: &'static str,
    pub choice: &'static str,
    pub locked: &'static str,
    pub tick: &'static str,
    pub ladder: &'static str,
    pub charts: &'static str,
    pub table: &'static str,
    pub empty: &'static str,
    pub dialog: &'static str,
    pub open_dialog: &'static str,
    pub dialog_text: &'static str,
    pub toast: &'static str,
    /// A sentence with a word as long as the field knows.
    pub long: &'static str,
}
