//! Which content of a place came from which. No clock is asked: a content is older than another one
//! if and only if the other one's mark names it.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use super::content::Content;

/// Who wrote a content, and how many there were before it: `k3f9.2`. The copy in which an assessment
/// was begun has no name: `.0`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    pub copy: String,
    pub generation: u32,
}

/// Names a content that once stood in a place: the start of a SHA-256 over the content and its tag.
/// Because it names the content, a mark that fits no longer (a file that was edited by hand, a draft
/// that came back from an older backup) leads to a question, and never to a loss.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rev([u8; 6]);

/// What is known of a place besides its content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Who wrote what stands there; several, where they wrote the same. None where nothing was ever
    /// written.
    pub heads: BTreeSet<Tag>,
    /// What stood there before, as far as it ever left the copy it was written in.
    pub before: BTreeSet<Rev>,
    /// The heads at the last sealing, where the place was changed since.
    pub open: Option<BTreeSet<Tag>>,
}

impl Tag {
    pub fn first(copy: &str) -> Self {
        Self { copy: copy.to_owned(), generation: 0 }
    }
}

impl Rev {
    pub fn of(content: &Content, tag: &Tag) -> Self {
        let mut sha = Sha256::new();
        sha.update(tag.to_string().as_bytes());
        sha.update([0]);
        sha.update(content.bytes());
        let mut start = [0; 6];
        start.copy_from_slice(&sha.finalize()[..6]);
        Self(start)
    }
}

impl Mark {
    pub fn written_by(copy: &str) -> Self {
        Self { heads: BTreeSet::from([Tag::first(copy)]), ..Self::default() }
    }

    /// Whether it is [`Self::written_by`] that copy.
    pub fn is_first_of(&self, copy: &str) -> bool {
        let mut heads = self.heads.iter();
        let first = heads.next().is_some_and(|tag| tag.generation == 0 && tag.copy == copy);
        first && heads.next().is_none() && self.before.is_empty() && self.open.is_none()
    }

    /// The names of what stands there.
    pub fn revs(&self, content: &Content) -> BTreeSet<Rev> {
        self.heads.iter().map(|tag| Rev::of(content, tag)).collect()
    }

    /// The mark after a copy wrote `new` over `old`.
    pub fn after(&self, copy: &str, old: &Content, new: &Content) -> Self {
        let Some(sealed) = &self.open else {
            let mut before = self.before.clone();
            before.extend(self.revs(old));
            return Self { heads: BTreeSet::from([self.next(copy)]), before, open: Some(self.heads.clone()) };
        };
        // Nobody has seen what is overwritten here. Where the sealed content is back, so is its mark.
        let was: BTreeSet<Rev> = sealed.iter().map(|tag| Rev::of(new, tag)).collect();
        let back = if sealed.is_empty() { new.is_none() } else { was.is_subset(&self.before) };
        if !back {
            return self.clone();
        }
        let before = self.before.difference(&was).copied().collect();
        Self { heads: sealed.clone(), before, open: None }
    }

    /// The tag of what a copy writes next.
    pub fn next(&self, copy: &str) -> Tag {
        let generation = self.heads.iter().map(|tag| tag.generation.saturating_add(1)).max();
        Tag { copy: copy.to_owned(), generation: generation.unwrap_or_default() }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.copy, self.generation)
    }
}

impl FromStr for Tag {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (copy, generation) = text.rsplit_once('.').ok_or(())?;
        let is_name = copy.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'?');
        let is_number = generation.len() <= 9 && generation.bytes().all(|b| b.is_ascii_digit());
        if !is_name || !is_number {
            return Err(());
        }
        Ok(Self { copy: copy.to_owned(), generation: generation.parse().map_err(|_| ())? })
    }
}

impl fmt::Display for Rev {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Rev {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Rev {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != 12 || !text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            return Err(());
        }
        let mut bytes = [0; 6];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).map_err(|_| ())?;
        }
        Ok(Self(bytes))
    }
}

impl Mark {
    /// How a mark is written, as a regular expression.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn pattern() -> String {
        let (tag, rev) = (r"[A-Za-z0-9?]*\.[0-9]{1,9}", "[0-9a-f]{12}");
        format!(r"^({tag}( {tag})*)?( ?<( {rev})*)?( ?\^( {tag})*)?$")
    }
}

/// As in data: `k3f9.2 < 0f3a12bc34de`, then ` ^ .0` where it was changed since it was sealed.
impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words: Vec<String> = self.heads.iter().map(Tag::to_string).collect();
        if !self.before.is_empty() {
            words.push("<".to_owned());
            words.extend(self.before.iter().map(Rev::to_string));
        }
        if let Some(sealed) = &self.open {
            words.push("^".to_owned());
            words.extend(sealed.iter().map(Tag::to_string));
        }
        f.write_str(&words.join(" "))
    }
}

impl FromStr for Mark {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut mark = Self::default();
        let mut before = false;
        if text.is_empty() {
            return Ok(mark);
        }
        for word in text.split(' ') {
            match (word, &mut mark.open) {
                ("<", None) => before = true,
                ("^", open @ None) => *open = Some(BTreeSet::new()),
                (word, Some(sealed)) => drop(sealed.insert(word.parse()?)),
                (word, None) if before => drop(mark.before.insert(word.parse()?)),
                (word, None) => drop(mark.heads.insert(word.parse()?)),
            }
        }
        Ok(mark)
    }
}
