use crate::fingerprint::fingerprint;
use crate::instrument::Value;
use crate::platform::Fields;

/// A draft as Beranda shows it. A copy is kept beside every draft (`takar:card:<id>`), so that
/// Beranda need not read and score the drafts themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub id: String,
    /// The draft's own title, or the agency.
    pub name: String,
    pub agency: String,
    /// "SPBE 2020".
    pub instrument: String,
    pub year: u16,
    /// The stage's code.
    pub stage: String,
    /// Moment of the last change, ISO 8601.
    pub changed: String,
    pub by: String,
    /// The unit, where it is a work package; else empty.
    pub unit: String,
    /// Absent until the instrument is there.
    pub standing: Option<Standing>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Rounded for display.
    pub index: Value,
    pub predicate: String,
    pub tone: Tone,
    pub answered: usize,
    pub total: usize,
}

/// How good a predicate is, by its place among the bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Bad,
    Warn,
    Good,
}

impl Tone {
    /// The lowest band is bad, the next one a warning.
    pub fn of_band(position: usize) -> Self {
        match position {
            0 => Self::Bad,
            1 => Self::Warn,
            _ => Self::Good,
        }
    }

    pub fn class(self) -> &'static str {
        match self {
            Self::Bad => "chip bad",
            Self::Warn => "chip warn",
            Self::Good => "chip good",
        }
    }
}

/// The form in which cards are kept.
const VERSION: f64 = 1.0;

/// What stands in the list of drafts.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    Card(Card),
    /// A draft that cannot be read, and why.
    Broken {
        id: String,
        newer: bool,
        why: String,
    },
}

impl Card {
    /// The card that was kept for a draft, if it was made from this very text.
    pub fn read(id: &str, text: &str, draft: &str) -> Option<Self> {
        let fields = Fields::parse(text)?;
        // A card of another form is made anew.
        if fields.number("version")? != VERSION || fields.text("of")? != fingerprint(draft) {
            return None;
        }
        let count = |key: &str| fields.number(key).map(|n| n as usize);
        let standing = Standing {
            index: Value::hundredths(fields.number("index")? as u16),
            predicate: fields.text("predicate")?,
            tone: Tone::of_band(count("band")?),
            answered: count("answered")?,
            total: count("total")?,
        };
        Some(Self {
            id: id.to_owned(),
            name: fields.text("name")?,
            agency: fields.text("agency")?,
            instrument: fields.text("instrument")?,
            year: fields.number("year")? as u16,
            stage: fields.text("stage")?,
            changed: fields.text("changed")?,
            by: fields.text("by")?,
            unit: fields.text("unit")?,
            standing: Some(standing),
        })
    }

    /// The card as it is kept; nothing while it has no standing.
    pub fn write(&self, draft: &str) -> Option<String> {
        let standing = self.standing.as_ref()?;
        let card = serde_json::json!({
            "version": VERSION,
            "of": fingerprint(draft),
            "name": self.name,
            "agency": self.agency,
            "instrument": self.instrument,
            "year": self.year,
            "stage": self.stage,
            "changed": self.changed,
            "by": self.by,
            "unit": self.unit,
            "index": standing.index.as_hundredths(),
            "predicate": standing.predicate,
            "band": standing.tone as u8,
            "answered": standing.answered,
            "total": standing.total,
        });
        Some(card.to_string())
    }
}
