//! JSON from outside: parsed strictly, and taken apart with the path of every mistake.
//!
//! A leaf. Readers written out by hand know where they are and leave unknown fields in sight; as
//! derived code they would add a third to the size of the page.

mod indented;
mod reader;
mod strict;

pub use indented::indented;
pub use reader::{At, Misfit, Object, Take, list, number};
pub use strict::{Flaw, parse, text_of};

/// Fields that this version does not know. They are kept and written again.
pub type Extra = serde_json::Map<String, serde_json::Value>;
