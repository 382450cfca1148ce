use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;
use serde_json::Value as Json;

use super::super::{
    Date, EVIDENCE_LIMIT, LOCATION_LIMIT, REMARK_LIMIT, Refused, TITLE_LIMIT,
    allowed::{all_known, named, short},
    unit::NumberList,
};
use super::{Book, Kept, is_default};
use crate::instrument::{Instrument, Number};
use crate::json::{At, Extra, Misfit, Object, Take};

/// A session of the interview: a room in which some indicators are spoken about.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Session {
    /// What people call it: "Ruang 1: kebijakan". A name is needed.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1, max = super::super::TITLE_LIMIT), regex(pattern = r"\S")))]
    pub title: String,
    /// The day on which it takes place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// When it begins, by the clock of its zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Clock>,
    /// When it ends. Before it begins only where two copies were put together: pages refuse it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Clock>,
    /// The time zone in which its clock runs.
    #[serde(skip_serializing_if = "is_default")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Zone>"))]
    pub zone: Zone,
    /// Where it takes place.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::EVIDENCE_LIMIT)))]
    pub room: String,
    /// Where it takes place on line.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::LOCATION_LIMIT)))]
    pub link: String,
    /// Who attends, one in each line.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub attendees: String,
    /// The indicators that are spoken about.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<BTreeSet<Number>>"))]
    pub indicators: BTreeSet<Number>,
    /// Whatever else there is to know.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", length(max = super::super::REMARK_LIMIT)))]
    pub note: String,
    #[serde(flatten)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(skip))]
    pub extra: Extra,
}

impl Kept for Session {
    const BOOK: Book = Book::Sessions;

    fn check(&self, instrument: &Instrument, _key: &str) -> Result<(), Refused> {
        named(&self.title, TITLE_LIMIT)?;
        short(None, &self.room, EVIDENCE_LIMIT)?;
        short(None, &self.link, LOCATION_LIMIT)?;
        short(None, &self.attendees, REMARK_LIMIT)?;
        short(None, &self.note, REMARK_LIMIT)?;
        all_known(instrument, &self.indicators)
    }
}

impl Take for Session {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            title: object.need("title")?,
            date: object.may("date")?,
            start: object.may("start")?,
            end: object.may("end")?,
            zone: object.or_empty("zone")?,
            room: object.or_empty("room")?,
            link: object.or_empty("link")?,
            attendees: object.or_empty("attendees")?,
            indicators: object.or_empty::<NumberList>("indicators")?.0,
            note: object.or_empty("note")?,
            extra: object.rest(),
        })
    }
}

/// A time of day, `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    hour: u8,
    minute: u8,
}

impl Clock {
    /// None where the clock never shows this.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// Reads `09:30`.
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let two = |part: &str| {
            let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| digits)
        };
        Self::new(two(hour)?, two(minute)?)
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        u16::from(self.hour) * 60 + u16::from(self.minute)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl Serialize for Clock {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Take for Clock {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        json.as_str().and_then(Self::parse).ok_or_else(|| at.misfit("a time of day such as 09:30"))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Clock {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Clock".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A time of day such as 09:30.",
            "type": "string",
            "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        })
    }
}

/// The time zones of Indonesia (Keputusan Presiden 41/1987). There is no summer time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    #[default]
    Wib,
    Wita,
    Wit,
}

impl Zone {
    pub const ALL: [Self; 3] = [Self::Wib, Self::Wita, Self::Wit];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Wib => "wib",
            Self::Wita => "wita",
            Self::Wit => "wit",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.code() == code)
    }

    /// Hours before UTC.
    pub fn hours(self) -> u8 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }
}

impl Take for Zone {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let zone = json.as_str().and_then(Self::from_code);
        zone.ok_or_else(|| at.misfit("wib, wita or wit"))
    }
}
