//! Documents and links from JSON.

use serde_json::Value as Json;

use super::{Assessed, Evidence, FileFact, Link, LinkKey, Links, Required, Review, Status};
use crate::json::{At, Misfit, Object, Take, list};

impl Take for Evidence {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            title: object.need("title")?,
            kind: object.may("kind")?,
            number: object.or_empty("number")?,
            date: object.may("date")?,
            valid_until: object.may("valid_until")?,
            unit: object.or_empty("unit")?,
            location: object.or_empty("location")?,
            pages: object.or_empty("pages")?,
            remark: object.or_empty("remark")?,
            file: object.may("file")?,
            reviews: object.or_empty("reviews")?,
            changed: object.may("changed")?,
            extra: object.rest(),
        })
    }
}

impl Take for FileFact {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let sha256: Option<String> = object.may("sha256")?;
        let hex = |digest: &String| {
            digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        };
        if sha256.as_ref().is_some_and(|digest| !hex(digest)) {
            return Err(at.key("sha256").misfit("64 hexadecimal digits in small letters"));
        }
        Ok(Self {
            name: object.need("name")?,
            size: object.need("size")?,
            media_type: object.or_empty("media_type")?,
            sha256,
            extra: object.rest(),
        })
    }
}

impl Take for Review {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            status: object.need("status")?,
            note: object.or_empty("note")?,
            stamp: super::Stamp { at: object.need("at")?, by: object.or_empty("by")?, extra: object.rest() },
        })
    }
}

impl Take for Assessed {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self {
            value: object.need("value")?,
            external: object.may("external")?,
            changed: object.may("changed")?,
            extra: object.rest(),
        })
    }
}

/// Links, which are a list in a file.
#[derive(Default)]
pub struct LinkList(pub Links);

impl Take for LinkList {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut links = Links::new();
        for (i, item) in list(json, at)?.into_iter().enumerate() {
            let at = at.item(i);
            let mut object = Object::open(item, &at)?;
            let key = LinkKey {
                indicator: object.need("indicator")?,
                level: object.need("level")?,
                expected: object.may("expected")?,
                evidence: object.need("evidence")?,
            };
            let link = Link { pages: object.or_empty("pages")?, extra: object.rest() };
            if links.insert(key, link).is_some() {
                return Err(at.misfit("another link, this one stands twice"));
            }
        }
        Ok(Self(links))
    }
}

impl Take for Status {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let status = json.as_str().and_then(Self::from_code);
        status.ok_or_else(|| at.misfit("draf, dikirim, diterima, perlu-revisi or ditolak"))
    }
}

impl Take for Required {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let required = json.as_str().and_then(Self::from_code);
        required.ok_or_else(|| at.misfit("diterima or dikirim"))
    }
}
