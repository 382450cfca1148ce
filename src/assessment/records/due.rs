use std::fmt;

use serde::Serialize;
use serde_json::Value as Json;

use super::super::Date;
use crate::json::{At, Misfit, Take};

/// Until when something is due: `2026-10-05`, or so many working days after a day, `2026-09-28+5`.
///
/// The second form follows the list of holidays: who mends the list mends the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    On(Date),
    /// Working days, 1 to 99, counted from the day after.
    Within {
        from: Date,
        days: u8,
    },
}

impl Due {
    /// Reads what [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('+') {
            None => Date::parse(text).map(Self::On),
            Some((from, days)) => {
                let number: u8 = days.parse().ok().filter(|number| (1..=99).contains(number))?;
                let from = Date::parse(from).filter(|_| number.to_string() == days)?;
                Some(Self::Within { from, days: number })
            }
        }
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => day.fmt(f),
            Self::Within { from, days } => write!(f, "{from}+{days}"),
        }
    }
}

impl Serialize for Due {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Take for Due {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let due = json.as_str().and_then(Self::parse);
        due.ok_or_else(|| at.misfit("a day such as 2026-10-05, or working days after one: 2026-09-28+5"))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Due {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Due".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day, 2026-10-05, or so many working days after one, 2026-09-28+5.",
            "type": "string",
            "pattern": "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(\\+[1-9][0-9]?)?$"
        })
    }
}
