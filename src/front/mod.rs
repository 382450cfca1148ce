//! The first screen, and what the rest of the page shares with it.
//!
//! Beranda comes as a small wasm module of its own (`takar-home`), so that a visitor sees it with a
//! quarter of the bytes; everything else is in `takar-app`, which loads when it is needed and then
//! shows the same Beranda from the same code. Nothing here may use the core's reading, writing or
//! scoring: that is what keeps it small. What the small module cannot do itself it hands over.

mod act;
mod bar;
mod card;
mod first;
mod foot;
mod home;
mod live;
mod update;

pub use act::Act;
pub use bar::{Brand, LanguageButton, SaveMark};
pub use card::{Card, Entry, Standing, Tone};
pub use first::First;
pub use foot::Foot;
pub use home::{Home, ImportButton};
pub use live::{follow, live, memo, on, shown_when};
pub use update::{UpdateNotice, update_signal, update_view};
