//! Storage, files and the clock, in a real browser.
#![cfg(target_arch = "wasm32")]

use takar::front::{Card, Standing, Tone, fingerprint};
use takar::instrument::Value;
use takar::platform::{Fields, Kind, Store, StoreError, fetch_text, local_time, new_id, now};
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn raw() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn clean() -> Store {
    raw().clear().unwrap();
    Store::open()
}

#[test]
fn what_is_stored_is_read_back_and_neighbours_are_left_alone() {
    let store = clean();
    assert_eq!(store.kind(), Kind::Local);
    raw().set_item("someone-else", "theirs").unwrap();
    store.set("draft:a", "satu").unwrap();
    store.set("draft:b", "dua ✓ \u{1F600}").unwrap();
    assert_eq!(store.get("draft:b").as_deref(), Some("dua ✓ \u{1F600}"));
    assert_eq!(store.keys("draft:"), ["draft:a", "draft:b"]);
    assert_eq!(raw().get_item("takar:draft:a").unwrap().as_deref(), Some("satu"), "keys begin with takar:");
    store.remove("draft:a");
    assert_eq!(store.keys(""), ["draft:b"]);
    assert_eq!(raw().get_item("someone-else").unwrap().as_deref(), Some("theirs"));
    assert_eq!(raw().get_item("takar:probe").unwrap(), None, "the probe cleans up");
}

#[test]
fn a_full_storage_refuses_loudly_and_keeps_what_was_there() {
    let store = clean();
    store.set("draft:a", "lama").unwrap();
    // 5 MB is what browsers give; fill it to the last bytes.
    let mut block = "x".repeat(1 << 20);
    let mut n = 0;
    while block.len() > 8 {
        if raw().set_item(&format!("fill{n}"), &block).is_err() {
            let half = block.len() / 2;
            block.truncate(half);
        }
        n += 1;
    }
    let big = "baru".repeat(1000);
    assert_eq!(store.set("draft:a", &big), Err(StoreError::Full));
    assert_eq!(store.get("draft:a").as_deref(), Some("lama"));
    // Moving needs room for one copy only.
    store.rename("draft:a", "trash:a").unwrap();
    assert_eq!(store.get("trash:a").as_deref(), Some("lama"));
    assert_eq!(store.get("draft:a"), None);
    assert_eq!(Store::open().kind(), Kind::Local, "full is not blocked: what is there can be read");
    raw().clear().unwrap();
}

#[test]
fn a_card_is_trusted_only_for_the_draft_it_was_made_of() {
    let card = Card {
        id: "a".to_owned(),
        name: "Kota \"Contoh\"".to_owned(),
        agency: "Kota Contoh".to_owned(),
        instrument: "SPBE 2020".to_owned(),
        year: 2025,
        stage: "mandiri".to_owned(),
        changed: "2025-08-14T03:00:00Z".to_owned(),
        by: String::new(),
        standing: Some(Standing {
            index: Value::hundredths(282),
            predicate: "Baik".to_owned(),
            tone: Tone::Good,
            answered: 45,
            total: 47,
        }),
    };
    let draft = "{\"draf\": 1}";
    let text = card.write(draft).unwrap();
    assert_eq!(Card::read("a", &text, draft), Some(card.clone()));
    assert_eq!(Card::read("a", &text, "{\"draf\": 2}"), None);
    for broken in [
        "",
        "{",
        "null",
        "[]",
        "{}",
        &text.replace("282", "true"),
        &text.replace("\"year\":2025", "\"year\":\"x\""),
    ] {
        assert_eq!(Card::read("a", broken, draft), None, "{broken}");
    }
    assert_eq!(
        Card { standing: None, ..card }.write(draft),
        None,
        "without a standing there is nothing to keep"
    );
    assert_ne!(fingerprint("ab"), fingerprint("ba"));
}

#[test]
fn the_clock_gives_moments_that_the_core_takes() {
    let now = now();
    assert!(now.as_str() > "2026-01-01", "{now}");
    let local = local_time(&now);
    assert!(local.year >= 2026 && (1..=12).contains(&local.month) && (1..=31).contains(&local.day));
    let (a, b) = (new_id(), new_id());
    assert_ne!(a, b);
    assert!(a.len() == 16 && a.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{a}");
}

#[test]
async fn what_is_not_there_is_an_error_and_not_a_page() {
    assert!(fetch_text("instruments/none.json").await.is_err());
}

#[test]
async fn files_are_read_to_the_last_byte() {
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(&bytes[..]).into());
    let file = web_sys::File::new_with_u8_array_sequence(&parts, "takar-kota-contoh-2025.json").unwrap();
    let file = takar::platform::LocalFile::from_js(file);
    assert_eq!((file.name().as_str(), file.size()), ("takar-kota-contoh-2025.json", 100_000));
    assert_eq!(takar::platform::read_file(&file).await.unwrap(), bytes);
}

#[test]
fn fields_tell_texts_from_numbers() {
    let fields = Fields::parse(r#"{"a":"teks","b":7}"#).unwrap();
    assert_eq!((fields.text("a").as_deref(), fields.number("b")), (Some("teks"), Some(7.0)));
    assert_eq!((fields.text("b"), fields.number("a"), fields.text("c")), (None, None, None));
    assert!(Fields::parse("{").is_none() && Fields::parse("7").is_none());
}
