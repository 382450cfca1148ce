//! What is asked: an evaluation instrument (SPBE 2020, Pemdi 2026) as data.
//!
//! Instruments live in `public/instruments/<id>.json`. A new regulation is a new file there, not
//! new code here.

mod catalogue;
mod check;
mod digest;
mod kind;
mod load;
mod read;
mod tree;
mod types;
mod value;

pub use catalogue::{INSTRUMENTS, Listed, proposed_for, shipped};
pub use digest::{HEAD, digest_of, parts_of};
pub use kind::DocumentKind;
pub use load::{Fault, LoadError, load};
pub use types::*;
pub use value::{BadValue, Value};
