//! The browser. Only here are `web_sys` and `js_sys` named; every call that can fail says so.

mod clipboard;
mod clock;
mod crypto;
mod download;
mod enclosed;
mod files;
mod fullscreen;
mod hand_over;
mod hash;
mod kiosk;
mod links;
mod net;
mod offline;
mod package;
mod page;
mod paper;
mod persist;
mod picking;
mod picture;
mod pointing;
mod portal;
mod site;
mod slices;
mod store;
mod turns;

pub use clipboard::copy;
pub use clock::{Timer, at_random, local_time, milliseconds, new_id, now, this_year, today};
pub use crypto::{decrypt, encrypt, has_cryptography};
pub use download::download;
pub use enclosed::{Enclosed, enclosed, is_one_file};
pub use files::{LocalFile, read_file};
pub use fullscreen::{is_fullscreen, turn_fullscreen};
pub use hand_over::{Fields, HandOver, keep_copy, leave_unsaved, left_copies, on_hand_over_failed, panicked};
pub use hash::{Cancel, ReadError, sha256};
pub use kiosk::{begin_kiosk, close_dialog, end_visit, on_idle, on_visit_end, open_dialog, stay};
pub use links::{own_address, replace_links};
pub use net::fetch_text;
pub use offline::{
    Checked, Kept, NewVersion, Offline, check_update, offline, on_offline, on_prepare, take_update, update,
    wait,
};
pub use package::{PACKAGE_LIMIT, Package, PackageError};
pub use page::{
    clear_placeholder, current_hash, focus, focus_heading, focus_heading_soon, is_choosing, is_editing_text,
    is_half_typed, is_unfolded, language, next_frame, on_hidden, on_storage_event, print, replace_hash,
    select_all, set_hash, set_language, set_title, show_tab,
};
pub use paper::{print_paper, show_paper};
pub use persist::{is_persisted, persist};
pub use picking::{Picked, chosen_files, dropped_files, has_files, sizes};
pub use picture::download_png;
pub use pointing::{
    area_of, has_dialog, has_focus, point_at, print_with_pictures, reveal, scroll_to, show, window_size,
};
pub use portal::{Letter, adopt_accent, host_origin, is_framed, on_height, on_letter, tell};
pub use site::{is_marked, mark, setup, token};
pub use store::{Kind, Store, StoreError};

/// What the browser says of an error.
fn words(error: &wasm_bindgen::JsValue) -> String {
    js_sys::Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .unwrap_or_else(|| "unknown".to_owned())
}
