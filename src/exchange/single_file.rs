//! The page as one HTML file, with another file inside it.
//!
//! `scripts/single-file.mjs` writes the page with an empty element for that; `docs/single-file.md` describes it.

/// What stands before the file inside, and nowhere else in the page.
const BEFORE: &str = r#"<script type="application/json" id="takar-enclosed" data-takar="">"#;
const AFTER: &str = "</script>";
const START: &str = "<!doctype html>\n";

/// The page as one file, without a file inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    before: String,
    after: String,
}

impl Template {
    /// Reads the source of the page. A file that lies in it already is left out. None where it is something
    /// else, such as what a server answers in place of a file that it does not have.
    pub fn read(html: &str) -> Option<Self> {
        let (before, _, after) = apart(html)?;
        Some(Self { before: before.to_owned(), after: after.to_owned() })
    }

    /// The page with a file inside, which is JSON; with an empty text, the page alone.
    pub fn with(&self, json: &str) -> String {
        // In JSON this letter stands within texts only. Without it nothing ends the element early.
        [&self.before, &*json.trim().replace('<', "\\u003c"), &self.after].concat()
    }
}

/// The file that lies in the page. None where there is none, or where it is no page of ours.
pub fn enclosed(html: &str) -> Option<&str> {
    apart(html).map(|(_, inside, _)| inside.trim()).filter(|inside| !inside.is_empty())
}

/// What stands before the file inside, the file, and what stands behind it.
fn apart(html: &str) -> Option<(&str, &str, &str)> {
    let html = html.strip_prefix('\u{feff}').unwrap_or(html);
    let at = html.starts_with(START).then(|| html.find(BEFORE)).flatten()? + BEFORE.len();
    let (before, rest) = html.split_at(at);
    let end = rest.find('<')?;
    let (inside, after) = rest.split_at(end);
    (after.starts_with(AFTER) && !after.contains(BEFORE)).then_some((before, inside, after))
}
