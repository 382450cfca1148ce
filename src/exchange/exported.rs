//! How old the last file of a draft is, and when to say so.

use serde::Serialize;

use super::migrate::{bring_up, version_of};
use crate::assessment::{Date, Time};
use crate::json::{self, At, Misfit, Object, Take};

const KIND: &str = "exported";

/// What the browser notes of a draft beside it: its last file, and the changes since. Never part of a
/// file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// When it was last saved to a file, alone, in a package or in a backup.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Time>,
    /// Edits since then, or since the draft is here. Letters typed one after the other are one.
    pub changes: u64,
    /// The first of these edits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
}

impl Exported {
    /// Reads what [`Self::write`] wrote. Anything else counts as nothing noted.
    pub fn read(text: &str) -> Option<Self> {
        let serde_json::Value::Object(mut fields) = json::parse(text).ok()? else { return None };
        let version = fields.remove("version")?.as_u64()?;
        if !(1..=version_of(KIND)).contains(&version) {
            return None;
        }
        bring_up(KIND, &mut fields, version).ok()?;
        Self::take(fields.into(), &At::ROOT).ok()
    }

    pub fn write(&self) -> String {
        #[derive(Serialize)]
        struct Noted<'a> {
            version: u64,
            #[serde(flatten)]
            exported: &'a Exported,
        }
        serde_json::to_string(&Noted { version: version_of(KIND), exported: self }).unwrap_or_default()
    }

    /// Notes edits.
    pub fn edited(&mut self, changes: u64, now: Time) {
        if changes > 0 {
            self.changes = self.changes.saturating_add(changes);
            self.since.get_or_insert(now);
        }
    }

    /// Notes that the draft is in a file as it stands.
    pub fn saved(now: Time) -> Self {
        Self { at: Some(now), changes: 0, since: None }
    }

    /// Whether there are changes that are in no file for so many days. `since` is the day of the first
    /// of them.
    pub fn is_due(&self, since: Option<Date>, today: Date, after: u16) -> bool {
        self.changes > 0 && since.is_some_and(|since| since.days_until(today) >= i64::from(after))
    }
}

impl Take for Exported {
    fn take(json: serde_json::Value, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        Ok(Self { at: object.may("at")?, changes: object.need("changes")?, since: object.may("since")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Time {
        Time::parse(text).unwrap()
    }

    #[test]
    fn edits_are_counted_from_the_last_file_on() {
        let mut noted = Exported::default();
        noted.edited(0, time("2026-11-01T00:00:00Z"));
        assert_eq!(noted, Exported::default());
        noted.edited(3, time("2026-11-02T00:00:00Z"));
        noted.edited(1, time("2026-11-03T00:00:00Z"));
        assert_eq!((noted.changes, noted.since.clone()), (4, Some(time("2026-11-02T00:00:00Z"))));
        assert_eq!(Exported::read(&noted.write()), Some(noted));
        let saved = Exported::saved(time("2026-11-04T00:00:00Z"));
        assert_eq!(Exported::read(&saved.write()), Some(saved.clone()));
        assert_eq!((saved.changes, saved.since), (0, None));
        for odd in [
            "",
            "1",
            "{}",
            r#"{"version":2,"changes":0}"#,
            r#"{"version":1,"changes":"3"}"#,
            "{\"version\":1",
        ] {
            assert_eq!(Exported::read(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_reminder_is_due_when_a_change_has_waited_for_so_many_days() {
        let day = |text| Date::parse(text).unwrap();
        let mut noted = Exported::saved(time("2026-10-01T00:00:00Z"));
        let due = |noted: &Exported, since: Option<&'static str>, after| {
            noted.is_due(since.map(day), day("2026-11-22"), after)
        };
        assert!(!due(&noted, Some("2026-10-01"), 7), "nothing has changed");
        noted.edited(1, time("2026-11-15T00:00:00Z"));
        assert!(due(&noted, Some("2026-11-15"), 7));
        assert!(!due(&noted, Some("2026-11-16"), 7));
        assert!(!due(&noted, Some("2027-01-01"), 7), "a clock that was set back");
        assert!(!due(&noted, None, 7));
    }
}
