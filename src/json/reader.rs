use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value as Json};

/// A place in a JSON document, linked to the place around it, so that it costs nothing until a
/// mistake is reported.
#[derive(Clone, Copy)]
pub struct At<'a> {
    around: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    pub const ROOT: At<'static> = At { around: None, step: Step::Root };

    pub fn key(&'a self, key: &'a str) -> At<'a> {
        At { around: Some(self), step: Step::Key(key) }
    }

    pub fn item(&'a self, index: usize) -> At<'a> {
        At { around: Some(self), step: Step::Item(index) }
    }

    /// A mistake at this place.
    pub fn misfit(&self, expected: &'static str) -> Misfit {
        Misfit { path: self.to_string(), expected }
    }
}

impl fmt::Display for At<'_> {
    /// As a JSON path: `$.answers.mandiri.12.value`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(around) = self.around {
            around.fmt(f)?;
        }
        match self.step {
            Step::Root => f.write_str("$"),
            Step::Key(key) => write!(f, ".{key}"),
            Step::Item(index) => write!(f, "[{index}]"),
        }
    }
}

/// A value that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// A JSON path.
    pub path: String,
    /// What should stand there.
    pub expected: &'static str,
}

/// A type that is read from JSON.
pub trait Take: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// The first place that does not fit, and what should stand there.
    fn take(json: Json, at: &At) -> Result<Self, Misfit>;
}

/// An object that is being taken apart, key by key.
pub struct Object<'a> {
    map: Map<String, Json>,
    at: &'a At<'a>,
}

impl<'a> Object<'a> {
    pub fn open(json: Json, at: &'a At<'a>) -> Result<Self, Misfit> {
        match json {
            Json::Object(map) => Ok(Self { map, at }),
            _ => Err(at.misfit("an object {…}")),
        }
    }

    /// A field that must be there.
    pub fn need<T: Take>(&mut self, key: &'static str) -> Result<T, Misfit> {
        let at = self.at.key(key);
        match self.map.remove(key) {
            Some(json) => T::take(json, &at),
            None => Err(at.misfit("a value, it is missing")),
        }
    }

    /// A field that may be absent or null.
    pub fn may<T: Take>(&mut self, key: &'static str) -> Result<Option<T>, Misfit> {
        match self.map.remove(key) {
            None | Some(Json::Null) => Ok(None),
            Some(json) => T::take(json, &self.at.key(key)).map(Some),
        }
    }

    /// A field that is empty when it is absent.
    pub fn or_empty<T: Take + Default>(&mut self, key: &'static str) -> Result<T, Misfit> {
        Ok(self.may(key)?.unwrap_or_default())
    }

    /// What was not asked for.
    pub fn rest(self) -> Map<String, Json> {
        self.map
    }

    /// Refuses what was not asked for.
    pub fn done(self) -> Result<(), Misfit> {
        match self.map.keys().next() {
            None => Ok(()),
            Some(key) => Err(self.at.key(key).misfit("nothing, this field is unknown")),
        }
    }
}

/// A whole number within the bounds of its type.
pub fn number<T: TryFrom<u64>>(json: &Json, at: &At, expected: &'static str) -> Result<T, Misfit> {
    json.as_u64().and_then(|n| T::try_from(n).ok()).ok_or_else(|| at.misfit(expected))
}

impl Take for String {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        match json {
            Json::String(text) => Ok(text),
            _ => Err(at.misfit("a text")),
        }
    }
}

impl Take for bool {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        json.as_bool().ok_or_else(|| at.misfit("true or false"))
    }
}

impl Take for u8 {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        number(&json, at, "a whole number from 0 to 255")
    }
}

impl Take for u16 {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        number(&json, at, "a whole number from 0 to 65535")
    }
}

impl Take for u64 {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        number(&json, at, "a whole number")
    }
}

impl Take for u32 {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        number(&json, at, "a whole number from 0 to 4294967295")
    }
}

/// A list of anything.
pub fn list(json: Json, at: &At) -> Result<Vec<Json>, Misfit> {
    match json {
        Json::Array(items) => Ok(items),
        _ => Err(at.misfit("a list […]")),
    }
}

impl<T: Take> Take for Vec<T> {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        list(json, at)?.into_iter().enumerate().map(|(i, item)| T::take(item, &at.item(i))).collect()
    }
}

impl<K: std::str::FromStr + Ord, T: Take> Take for BTreeMap<K, T> {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let Json::Object(map) = json else {
            return Err(at.misfit("an object {…}"));
        };
        let mut taken = BTreeMap::new();
        for (key, item) in map {
            let at = at.key(&key);
            let item = T::take(item, &at)?;
            // Rust reads "+1" as a number; nobody else does.
            let name = Some(&key).filter(|key| !key.starts_with('+')).and_then(|key| key.parse().ok());
            let name = name.ok_or_else(|| at.misfit("another key, this one is unknown"))?;
            // "1" and "01" are the same number: two entries must not become one.
            if taken.insert(name, item).is_some() {
                return Err(at.misfit("one entry, this key stands twice"));
            }
        }
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Misfit {
        let json = serde_json::from_str(text).unwrap();
        let at = At::ROOT;
        let read = || -> Result<(), Misfit> {
            let mut object = Object::open(json, &at)?;
            object.need::<BTreeMap<u16, Vec<u8>>>("a")?;
            object.may::<String>("b")?;
            object.done()
        };
        read().unwrap_err()
    }

    #[test]
    fn every_mistake_has_its_path() {
        let misfit = |path: &str, expected| Misfit { path: path.to_owned(), expected };
        assert_eq!(path("[]"), misfit("$", "an object {…}"));
        assert_eq!(path("{}"), misfit("$.a", "a value, it is missing"));
        assert_eq!(path(r#"{"a":{"7":[1,"x"]}}"#), misfit("$.a.7[1]", "a whole number from 0 to 255"));
        assert_eq!(path(r#"{"a":{"x":[]}}"#), misfit("$.a.x", "another key, this one is unknown"));
        assert_eq!(path(r#"{"a":{"1":[],"01":[]}}"#), misfit("$.a.1", "one entry, this key stands twice"));
        assert_eq!(path(r#"{"a":{},"b":1}"#), misfit("$.b", "a text"));
        assert_eq!(path(r#"{"a":{},"b":null,"c":1}"#), misfit("$.c", "nothing, this field is unknown"));
    }
}
