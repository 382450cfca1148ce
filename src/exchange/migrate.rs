//! Older forms of what is stored and exported, brought to the present one before they are read.
//!
//! Each kind has its own version: 1, and one more for each step. A step is a function from the JSON of
//! one version to that of the next one; it is never changed after a release, and neither are the samples
//! in `tests/data/versions`, one for each version of each kind.

use serde_json::{Map, Value as Json};

use crate::json::Misfit;

/// Brings a file from one version to the next. The envelope (format, version, kind, digest) is around
/// it, and not its business.
pub(super) type Step = fn(&mut Map<String, Json>) -> Result<(), Misfit>;

/// What Takar stores and exports, and the steps that each kind has seen.
const KINDS: [(&str, &[Step]); 6] = [
    ("assessment", &[]),
    ("work-package", &[]),
    ("evidence", &[]),
    ("backup", &[]),
    ("encrypted-backup", &[]),
    // How old the last file of a draft is: in the storage alone.
    ("exported", &[]),
];

/// All kinds with the version that this program writes. Older ones stay readable.
pub fn versions() -> impl Iterator<Item = (&'static str, u64)> {
    KINDS.into_iter().map(|(kind, steps)| (kind, version(steps)))
}

/// The version that this program writes of a kind; of one that it does not know, the first.
pub fn version_of(kind: &str) -> u64 {
    version(steps(kind))
}

/// Brings the fields of a file from its version, which is not a newer one, to the present one.
///
/// # Errors
/// As the steps say; what is not there as an older version had it.
pub(super) fn bring_up(kind: &str, fields: &mut Map<String, Json>, from: u64) -> Result<(), Misfit> {
    climb(steps(kind), fields, from)
}

fn steps(kind: &str) -> &'static [Step] {
    KINDS.into_iter().find(|(name, _)| *name == kind).map_or(&[], |(_, steps)| steps)
}

fn version(steps: &[Step]) -> u64 {
    1 + steps.len() as u64
}

fn climb(steps: &[Step], fields: &mut Map<String, Json>, from: u64) -> Result<(), Misfit> {
    let done = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
    steps.iter().skip(done).try_for_each(|step| step(fields))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::json::{At, Object};

    /// As if `name` had become `agency.name` in version 2, and `year` a number in version 3.
    const PRETENDED: [Step; 2] = [
        |fields| {
            let name = fields.remove("name").ok_or_else(|| At::ROOT.key("name").misfit("a text"))?;
            fields.insert("agency".to_owned(), json!({ "name": name }));
            Ok(())
        },
        |fields| {
            let year = fields.get("year").and_then(Json::as_str).and_then(|year| year.parse::<u16>().ok());
            let year = year.ok_or_else(|| At::ROOT.key("year").misfit("a whole number"))?;
            fields.insert("year".to_owned(), year.into());
            Ok(())
        },
    ];

    fn climbed(file: Json, from: u64) -> Result<Json, Misfit> {
        let Json::Object(mut fields) = file else { unreachable!() };
        climb(&PRETENDED, &mut fields, from).map(|()| Json::Object(fields))
    }

    #[test]
    fn every_older_version_becomes_the_present_one_step_by_step() {
        let present = json!({ "agency": { "name": "Kota Contoh" }, "year": 2025, "unknown": [1] });
        let first = json!({ "name": "Kota Contoh", "year": "2025", "unknown": [1] });
        let second = json!({ "agency": { "name": "Kota Contoh" }, "year": "2025", "unknown": [1] });
        assert_eq!(version(&PRETENDED), 3);
        assert_eq!(climbed(first, 1).unwrap(), present);
        assert_eq!(climbed(second, 2).unwrap(), present);
        assert_eq!(climbed(present.clone(), 3).unwrap(), present);
        let at = At::ROOT;
        let mut object = Object::open(present, &at).unwrap();
        assert_eq!(object.need::<u16>("year"), Ok(2025));
    }

    #[test]
    fn a_step_that_finds_something_else_says_where() {
        let misfit = climbed(json!({ "name": "Kota Contoh", "year": "soon" }), 1).unwrap_err();
        assert_eq!(misfit.path, "$.year");
    }
}
