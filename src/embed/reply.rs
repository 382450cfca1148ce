use serde_json::{Value as Json, json};

use super::PROTOCOL;
use super::message::{Asked, Reason};

/// What the page around the frame is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Takar listens. With the version of the program.
    Ready { version: &'static str },
    /// The height that the page would need to have no scroll bar, in CSS pixels.
    Height(u32),
    /// The index of the open assessment; none is open, or it is only the part of one unit.
    Index(Option<Standing>),
    /// How much of the open assessment is answered.
    Progress(Option<(usize, usize)>),
    /// What was asked for is not done.
    Refused { asked: Asked, reason: Reason, detail: Option<String> },
}

/// What the index is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The instrument's id.
    pub instrument: String,
    /// Two decimals, with a point: `2.64`.
    pub index: String,
    /// As the instrument calls it.
    pub predicate: String,
}

impl Reply {
    /// As JSON. Each has `takar` (the protocol) and `type`.
    pub fn write(&self) -> String {
        let (code, mut fields) = match self {
            Self::Ready { version } => ("ready", json!({ "protocol": PROTOCOL, "version": version })),
            Self::Height(height) => ("height", json!({ "height": height })),
            Self::Index(None) => ("index", json!({ "index": null })),
            Self::Index(Some(Standing { instrument, index, predicate })) => {
                ("index", json!({ "instrument": instrument, "index": index, "predicate": predicate }))
            }
            Self::Progress(None) => ("progress", json!({ "answered": null, "total": null })),
            Self::Progress(Some((answered, total))) => {
                ("progress", json!({ "answered": answered, "total": total }))
            }
            Self::Refused { asked, reason, detail } => {
                let mut fields = json!({ "request": asked.code(), "reason": reason.code() });
                if let (Some(fields), Some(detail)) = (fields.as_object_mut(), detail) {
                    fields.insert("detail".to_owned(), Json::String(detail.clone()));
                }
                ("refused", fields)
            }
        };
        if let Some(fields) = fields.as_object_mut() {
            fields.insert("takar".to_owned(), PROTOCOL.into());
            fields.insert("type".to_owned(), code.into());
        }
        fields.to_string()
    }
}
