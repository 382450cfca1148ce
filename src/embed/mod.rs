//! Takar inside a page of somebody else: the messages that go over the border, and a colour of the host made
//! usable. Version 1 of the protocol; docs/embedding.md is for those who write the other side.
//!
//! Nothing here knows a browser. Whose message it is, `platform` has asked before anything is read here.

mod accent;
mod heard;
mod message;
mod reply;

pub use accent::{Accent, Colour, GROUNDS, Grounds, Shades};
pub use heard::Heard;
pub use message::{Asked, Malformed, Message, Reason, read};
pub use reply::{Reply, Standing};

/// The version of the protocol, in every message as `takar`.
pub const PROTOCOL: u64 = 1;
