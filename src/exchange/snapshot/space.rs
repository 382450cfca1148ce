//! What takes how much of the browser's storage.

use std::collections::BTreeMap;

/// What one draft takes, in characters: a storage counts those, keys included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Id of the draft.
    pub id: String,
    /// The draft itself, with its card. 0 where only restore points are left of it.
    pub draft: usize,
    /// Whether it lies in the trash.
    pub is_deleted: bool,
    /// How many restore points there are of it.
    pub snapshots: usize,
    /// What they take.
    pub kept: usize,
}

/// What all of the origin's storage holds, in characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// Drafts, the largest first.
    pub holders: Vec<Holder>,
    /// What Takar keeps beside drafts: the language, a name.
    pub other: usize,
    /// What others on the same origin keep. Takar never touches it.
    pub foreign: usize,
}

impl Space {
    pub fn total(&self) -> usize {
        let held: usize = self.holders.iter().map(|holder| holder.draft + holder.kept).sum();
        held + self.other + self.foreign
    }

    pub fn of(&self, id: &str) -> Option<&Holder> {
        self.holders.iter().find(|holder| holder.id == id)
    }
}

/// Sums up the entries of a storage: each key with its length and that of its text together. Keys of
/// Takar are without their prefix; those of others are `None`.
pub fn space(entries: impl IntoIterator<Item = (Option<String>, usize)>) -> Space {
    let mut space = Space::default();
    let mut holders: BTreeMap<String, Holder> = BTreeMap::new();
    for (key, size) in entries {
        let Some(key) = key else {
            space.foreign += size;
            continue;
        };
        let (kind, rest) = key.split_once(':').unwrap_or((&key, ""));
        let id = if kind == "snapshot" { rest.split(':').next().unwrap_or_default() } else { rest };
        if !["draft", "trash", "card", "written", "snapshot"].contains(&kind) {
            space.other += size;
            continue;
        }
        let holder = holders.entry(id.to_owned()).or_default();
        match kind {
            "snapshot" => {
                holder.snapshots += 1;
                holder.kept += size;
            }
            kind => {
                holder.is_deleted |= kind == "trash";
                holder.draft += size;
            }
        }
    }
    space.holders = holders.into_iter().map(|(id, holder)| Holder { id, ..holder }).collect();
    space.holders.sort_by_key(|holder| std::cmp::Reverse(holder.draft + holder.kept));
    space
}
