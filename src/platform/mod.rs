//! The browser. Only here are `web_sys` and `js_sys` named; every call that can fail says so.

mod clock;
mod files;
mod hand_over;
mod net;
mod page;
mod store;

pub use clock::{Timer, local_time, new_id, now, this_year, today};
pub use files::{LocalFile, chosen_file, download, dropped_file, has_files, read_file};
pub use hand_over::{Fields, HandOver, on_hand_over_failed};
pub use net::fetch_text;
pub use page::{
    clear_placeholder, current_hash, focus, focus_heading, is_editing_text, language, next_frame, on_hidden,
    on_storage_event, replace_hash, set_hash, set_language, set_title,
};
pub use store::{Kind, Store, StoreError};
