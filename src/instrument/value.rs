use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use crate::json::{At, Misfit, Take};

/// A value on an instrument's scale, counted in hundredths: 3,00 is `300`, an assessor's 1,26 is `126`.
///
/// Whole numbers keep every sum exact. In data a value is written as text with a decimal point and
/// two decimals (`"3.00"`); a whole JSON number (`3`) is read too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value(u16);

/// Why a text is no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a value is written as 3 or 3.00, with at most two decimals")]
pub struct BadValue;

impl Value {
    /// From hundredths: `Value::hundredths(126)` is 1,26.
    pub const fn hundredths(hundredths: u16) -> Self {
        Self(hundredths)
    }

    /// From a whole number: `Value::whole(3)` is 3,00.
    pub const fn whole(number: u8) -> Self {
        Self(number as u16 * 100)
    }

    /// How many hundredths it is.
    pub const fn as_hundredths(self) -> u16 {
        self.0
    }

    /// How many decimals are needed to write it: 0 for 3,00, 1 for 3,50, 2 for 3,26.
    pub const fn decimals(self) -> u8 {
        match self.0 {
            n if n % 100 == 0 => 0,
            n if n % 10 == 0 => 1,
            _ => 2,
        }
    }
}

impl fmt::Display for Value {
    /// With a decimal point and two decimals, as in data and on the command line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl FromStr for Value {
    type Err = BadValue;

    /// Reads `3`, `3.5`, `3.50` and, as Indonesian spreadsheets write it, `3,50`.
    fn from_str(text: &str) -> Result<Self, BadValue> {
        let text = text.trim();
        let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || whole.len() > 3 || decimals.len() > 2 {
            return Err(BadValue);
        }
        let whole: u16 = whole.parse().map_err(|_| BadValue)?;
        let tail: u16 = decimals.parse().map_err(|_| BadValue)?;
        let tail = if decimals.len() == 1 { tail * 10 } else { tail };
        whole.checked_mul(100).and_then(|n| n.checked_add(tail)).map(Self).ok_or(BadValue)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Take for Value {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let value = match &json {
            // In data the decimal mark is a point; a comma is for people's input only.
            Json::String(text) if !text.contains(',') => text.parse().ok(),
            Json::Number(number) => {
                let whole = number.as_u64().and_then(|n| u16::try_from(n).ok());
                whole.and_then(|n| n.checked_mul(100)).map(Self::hundredths)
            }
            _ => None,
        };
        value.ok_or_else(|| at.misfit("a value such as \"3.00\""))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Value {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Value".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A value on the instrument's scale. Written as text with two decimals; a whole number is read too.",
            "anyOf": [
                { "type": "string", "pattern": "^[0-9]{1,3}(\\.[0-9]{1,2})?$" },
                { "type": "integer", "minimum": 0, "maximum": 655 }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_values_with_point_or_comma() {
        for (text, hundredths) in
            [("3", 300), ("3,5", 350), ("3.05", 305), (" 4,20 ", 420), ("0", 0), ("100", 10_000)]
        {
            assert_eq!(text.parse(), Ok(Value::hundredths(hundredths)), "{text}");
        }
        for text in ["", "-1", "3.456", "3.", ".5", "3 5", "1000", "999", "1e2", "tiga", "٣"] {
            assert_eq!(text.parse::<Value>(), Err(BadValue), "{text}");
        }
    }

    #[test]
    fn data_knows_only_the_point() {
        assert_eq!(serde_json::to_string(&Value::hundredths(126)).unwrap(), "\"1.26\"");
        let read = |text| Value::take(serde_json::from_str(text).unwrap(), &At::ROOT);
        assert_eq!(read("3"), Ok(Value::whole(3)));
        assert_eq!(read("\"1.26\""), Ok(Value::hundredths(126)));
        assert!(read("\"3,00\"").is_err());
        assert!(read("3.5").is_err());
        assert!(read("-3").is_err());
    }
}
