use serde_json::Value as Json;

use super::PROTOCOL;
use super::accent::Colour;
use crate::assessment::{AgencyKind, TITLE_LIMIT};
use crate::config::Tongue;
use crate::json::{At, Misfit, Object, parse};

/// What the page around the frame asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Are you there? Answered with `ready`.
    Hello,
    Language(Tongue),
    Accent(Colour),
    /// A proposal for a new assessment. The kind may be left to the person.
    Agency {
        name: String,
        kind: Option<AgencyKind>,
    },
    /// A file to show to the person, who decides what becomes of it.
    Open {
        name: String,
        text: String,
    },
}

/// The types of the messages that are known, as they stand in `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Hello,
    Language,
    Accent,
    Agency,
    Open,
}

impl Asked {
    pub const ALL: [Self; 5] = [Self::Hello, Self::Language, Self::Accent, Self::Agency, Self::Open];

    pub fn code(self) -> &'static str {
        match self {
            Self::Hello => "hello",
            Self::Language => "language",
            Self::Accent => "accent",
            Self::Agency => "agency",
            Self::Open => "open",
        }
    }
}

/// Why a well-formed message is refused. The host is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Of another version of the protocol.
    Protocol,
    /// A language that the page does not have.
    Language,
    /// No colour of the form `#rrggbb`.
    Colour,
    /// An agency's name that is empty or too long.
    Name,
    /// A kind of agency that there is not.
    Kind,
    /// A file that cannot be opened.
    File,
    /// A person is in the middle of deciding about another file.
    Busy,
}

impl Reason {
    pub fn code(self) -> &'static str {
        match self {
            Self::Protocol => "protocol",
            Self::Language => "language",
            Self::Colour => "colour",
            Self::Name => "name",
            Self::Kind => "kind",
            Self::File => "file",
            Self::Busy => "busy",
        }
    }
}

/// Not a message of the protocol. Nobody is told, it is only counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

impl From<Misfit> for Malformed {
    fn from(_: Misfit) -> Self {
        Self
    }
}

/// Reads a message, written as JSON. `Err` inside: it is well-formed, and refused.
///
/// # Errors
/// It is none of the protocol: other fields, other types of fields, no JSON.
pub fn read(text: &str) -> Result<Result<Message, (Asked, Reason)>, Malformed> {
    let json = parse(text).map_err(|_| Malformed)?;
    let mut object = Object::open(json, &At::ROOT)?;
    let protocol = object.need::<u64>("takar")?;
    let code = object.need::<String>("type")?;
    let asked = Asked::ALL.into_iter().find(|asked| asked.code() == code).ok_or(Malformed)?;
    if protocol != PROTOCOL {
        return Ok(Err((asked, Reason::Protocol)));
    }
    let message = take(&mut object, asked)?;
    object.done()?;
    Ok(message.map_err(|reason| (asked, reason)))
}

fn take(object: &mut Object, asked: Asked) -> Result<Result<Message, Reason>, Misfit> {
    Ok(match asked {
        Asked::Hello => Ok(Message::Hello),
        Asked::Language => {
            let code = object.need::<String>("language")?;
            Tongue::from_code(&code).map(Message::Language).ok_or(Reason::Language)
        }
        Asked::Accent => {
            let colour = object.need::<String>("color")?;
            Colour::parse(&colour).map(Message::Accent).ok_or(Reason::Colour)
        }
        Asked::Agency => {
            let (name, kind) = (object.need::<String>("name")?, object.may::<String>("kind")?);
            agency(name.trim(), kind.as_deref())
        }
        Asked::Open => {
            let name = object.may::<String>("name")?.unwrap_or_default();
            let text = match object.need::<Any>("manifest")?.0 {
                Json::String(text) => text,
                json @ Json::Object(_) => json.to_string(),
                _ => return Err(At::ROOT.key("manifest").misfit("an object {…}")),
            };
            Ok(Message::Open { name: file_name(&name), text })
        }
    })
}

fn agency(name: &str, kind: Option<&str>) -> Result<Message, Reason> {
    // The limit of the field that it goes into.
    if name.is_empty() || name.chars().count() > TITLE_LIMIT {
        return Err(Reason::Name);
    }
    let kind = match kind {
        None => None,
        Some(code) => Some(AgencyKind::from_code(code).ok_or(Reason::Kind)?),
    };
    Ok(Message::Agency { name: name.to_owned(), kind })
}

/// What the preview calls the file.
fn file_name(name: &str) -> String {
    let name: String = name.trim().chars().filter(|c| !c.is_control()).take(100).collect();
    if name.is_empty() { "manifest.json".to_owned() } else { name }
}

/// Whatever stands there.
struct Any(Json);

impl crate::json::Take for Any {
    fn take(json: Json, _: &At) -> Result<Self, Misfit> {
        Ok(Self(json))
    }
}
