use std::ops::RangeInclusive;

use serde_json::Value as Json;

use super::{Config, Embed, Fault, Keep, Kiosk, Origin, Share, Tongue, VERSION};
use crate::instrument::INSTRUMENTS;
use crate::json::{At, Misfit, Object, Take, list, parse, text_of};

/// What a site may choose: shorter, and a slow reader is asked all the time; longer, and the next visitor finds the
/// work of the one before.
pub const IDLE_SECONDS: RangeInclusive<u16> = 10..=3600;

/// WCAG 2.2, 2.2.1: at least 20 seconds to answer that one is still there.
pub const WARNING_SECONDS: RangeInclusive<u16> = 20..=300;

/// How many origins may be listed.
pub const ORIGIN_LIMIT: usize = 50;

/// Reads the file.
///
/// # Errors
/// The first thing that is wrong, with its line or its JSON path.
pub fn read(text: &str) -> Result<Config, Fault> {
    let json = parse(text_of(text.as_bytes())?)?;
    // A newer form may have names that are unknown here; that it is newer says more.
    match json.get("version").and_then(Json::as_u64) {
        Some(version) if version > VERSION => Err(Fault::Newer(version)),
        _ => Ok(Config::take(json, &At::ROOT)?),
    }
}

impl Take for Config {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        object.may::<String>("$schema")?;
        if object.need::<u64>("version")? != VERSION {
            return Err(at.key("version").misfit("the number 1"));
        }
        let config = Self {
            language: object.may("language")?,
            embed: object.or_empty("embed")?,
            kiosk: object.may("kiosk")?,
        };
        object.done()?;
        Ok(config)
    }
}

impl Take for Embed {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let origins: Unlike<Origin> = object.or_empty("origins")?;
        if origins.0.len() > ORIGIN_LIMIT {
            return Err(at.key("origins").misfit("at most 50 origins"));
        }
        let share: Unlike<Share> = object.or_empty("share")?;
        object.done()?;
        Ok(Self { origins: origins.0, share: share.0 })
    }
}

impl Take for Kiosk {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let usual = Self::default();
        let instruments: Unlike<Known> = object.or_empty("instruments")?;
        let kiosk = Self {
            always: object.may("always")?.unwrap_or(usual.always),
            keep: object.may("keep")?.unwrap_or(usual.keep),
            idle_seconds: object.may::<Idle>("idle_seconds")?.map_or(usual.idle_seconds, |idle| idle.0),
            warning_seconds: object
                .may::<Warn>("warning_seconds")?
                .map_or(usual.warning_seconds, |warn| warn.0),
            downloads: object.may("downloads")?.unwrap_or(usual.downloads),
            file_dialogs: object.may("file_dialogs")?.unwrap_or(usual.file_dialogs),
            instruments: instruments.0.into_iter().map(|known| known.0).collect(),
            language: object.may("language")?,
        };
        object.done()?;
        Ok(kiosk)
    }
}

/// A list in which nothing stands twice.
struct Unlike<T>(Vec<T>);

impl<T> Default for Unlike<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Take + PartialEq> Take for Unlike<T> {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut all = Vec::new();
        for (index, item) in list(json, at)?.into_iter().enumerate() {
            let at = at.item(index);
            let item = T::take(item, &at)?;
            if all.contains(&item) {
                return Err(at.misfit("something else, this stands twice"));
            }
            all.push(item);
        }
        Ok(Self(all))
    }
}

/// The id of an instrument that comes with Takar.
#[derive(PartialEq)]
struct Known(String);

impl Take for Known {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let known = json.as_str().filter(|id| INSTRUMENTS.iter().any(|listed| listed.id == *id));
        known
            .map(|id| Self(id.to_owned()))
            .ok_or_else(|| at.misfit("the id of an instrument such as spbe-2020"))
    }
}

struct Idle(u16);

impl Take for Idle {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        within(&json, &IDLE_SECONDS).map(Self).ok_or_else(|| at.misfit("a whole number from 10 to 3600"))
    }
}

struct Warn(u16);

impl Take for Warn {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        within(&json, &WARNING_SECONDS).map(Self).ok_or_else(|| at.misfit("a whole number from 20 to 300"))
    }
}

fn within(json: &Json, range: &RangeInclusive<u16>) -> Option<u16> {
    json.as_u64().and_then(|number| u16::try_from(number).ok()).filter(|number| range.contains(number))
}

/// Types that are one of a few words.
macro_rules! word {
    ($kind:ty, $expected:literal) => {
        impl Take for $kind {
            fn take(json: Json, at: &At) -> Result<Self, Misfit> {
                json.as_str().and_then(<$kind>::from_code).ok_or_else(|| at.misfit($expected))
            }
        }
    };
}

word!(Tongue, "id or en");
word!(Share, "index or progress");
word!(Keep, "memory or session");
