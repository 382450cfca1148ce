//! Strict JSON: what another program would read differently is refused, not guessed.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Why bytes are no JSON, or not clearly one thing. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("it is empty")]
    Empty,
    #[error("line {line}: not UTF-8 text")]
    NotUtf8 { line: usize },
    #[error("line {line}, column {column}: not JSON")]
    Syntax { line: usize, column: usize },
    #[error("line {line}: the text ends in the middle")]
    Truncated { line: usize },
    #[error("line {line}: nested too deeply")]
    TooDeep { line: usize },
    /// A key that stands twice in one object, by its JSON path.
    #[error("{path}: the key stands twice")]
    DuplicateKey { path: String },
}

/// Reads a text as one JSON value.
///
/// # Errors
/// Not JSON, cut off, nested deeper than 127, a key twice in one object.
pub fn parse(text: &str) -> Result<Value, Flaw> {
    let mut path = Vec::new();
    let mut twice = None;
    let mut json = serde_json::Deserializer::from_str(text);
    let seed = Strict { path: &mut path, twice: &mut twice };
    let parsed = seed.deserialize(&mut json).and_then(|value| json.end().map(|()| value));
    parsed.map_err(|error| {
        if let Some(path) = twice {
            return Flaw::DuplicateKey { path };
        }
        let (line, column) = (error.line(), error.column());
        // serde_json has no category of its own for its depth limit.
        if error.to_string().starts_with("recursion limit") {
            Flaw::TooDeep { line }
        } else if error.is_eof() {
            Flaw::Truncated { line }
        } else {
            Flaw::Syntax { line, column }
        }
    })
}

/// The bytes as text, without a byte order mark.
///
/// # Errors
/// Empty, or not UTF-8.
pub fn text_of(bytes: &[u8]) -> Result<&str, Flaw> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        Flaw::NotUtf8 { line: before.iter().filter(|b| **b == b'\n').count() + 1 }
    })?;
    if text.trim().is_empty() {
        return Err(Flaw::Empty);
    }
    Ok(text)
}

/// Builds a value and stops at the first key that stands twice.
struct Strict<'a> {
    path: &'a mut Vec<String>,
    twice: &'a mut Option<String>,
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            self.path.push(format!("[{}]", list.len()));
            let item = items.next_element_seed(Strict { path: self.path, twice: self.twice })?;
            self.path.pop();
            match item {
                Some(item) => list.push(item),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            self.path.push(format!(".{key}"));
            if map.contains_key(&key) {
                *self.twice = Some(format!("${}", self.path.concat()));
                return Err(A::Error::custom("a key stands twice"));
            }
            let value = entries.next_value_seed(Strict { path: self.path, twice: self.twice })?;
            self.path.pop();
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Value, Flaw> {
        parse(text_of(bytes)?)
    }

    #[test]
    fn what_is_no_json_is_named_with_its_line() {
        let cases: [(&[u8], Flaw); 8] = [
            (b"", Flaw::Empty),
            (b" \n ", Flaw::Empty),
            (b"\xEF\xBB\xBF", Flaw::Empty),
            (b"{\n\"a\": \xFF}", Flaw::NotUtf8 { line: 2 }),
            (b"{\"a\":1,\n\"b\":[2,", Flaw::Truncated { line: 2 }),
            (b"{\"a\":\n1,}", Flaw::Syntax { line: 2, column: 3 }),
            (b"{} {}", Flaw::Syntax { line: 1, column: 4 }),
            (b"hello", Flaw::Syntax { line: 1, column: 1 }),
        ];
        for (bytes, flaw) in cases {
            assert_eq!(read(bytes), Err(flaw), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_named_with_its_path() {
        let text = r#"{"a":[{"b":1},{"b":1,"c":{"d":1,"d":2}}]}"#;
        assert_eq!(parse(text), Err(Flaw::DuplicateKey { path: "$.a[1].c.d".into() }));
    }

    #[test]
    fn deep_nesting_is_refused_without_a_crash() {
        assert_eq!(parse(&"[".repeat(100_000)), Err(Flaw::TooDeep { line: 1 }));
        let fits = format!("{}{}", "[".repeat(100), "]".repeat(100));
        assert!(parse(&fits).is_ok());
    }

    #[test]
    fn values_come_through_unchanged() {
        let text = r#"{"a":[1,-2,0.1,1e300,18446744073709551615,"é\n",null,true]}"#;
        assert_eq!(parse(text).unwrap(), serde_json::from_str::<Value>(text).unwrap());
        assert!(read(b"\xEF\xBB\xBF{}").is_ok(), "a byte order mark is no error");
    }
}
