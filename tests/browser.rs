//! Storage, files, packages and the clock, in a real browser.
#![cfg(target_arch = "wasm32")]

use takar::fingerprint::fingerprint;
use takar::front::{Card, Standing, Tone};
use takar::instrument::Value;
use takar::platform::{
    Cancel, Fields, Kind, LocalFile, PACKAGE_LIMIT, Package, PackageError, ReadError, Store, StoreError,
    chosen_files, fetch_text, local_time, new_id, now, sha256,
};
use wasm_bindgen::JsCast as _;
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
fn every_entry_of_the_origin_is_counted_and_those_of_others_have_no_name() {
    let store = clean();
    store.set("draft:a", "dua \u{1F600}").unwrap();
    raw().set_item("length", "12345").unwrap();
    let mut sizes = store.sizes();
    sizes.sort();
    assert_eq!(sizes, [(None, 11), (Some("draft:a".to_owned()), 19)]);
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
        unit: "Bappeda".to_owned(),
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
    // As public/files.js has it beside the page.
    let files = javascript("globalThis.takarFile = (path) => fetch(new URL(path, document.baseURI))");
    files.call0(&wasm_bindgen::JsValue::NULL).unwrap();
    assert!(fetch_text("instruments/none.json").await.is_err());
}

fn file(name: &str, bytes: &[u8]) -> LocalFile {
    LocalFile::from_js(js_file(name, bytes))
}

fn js_file(name: &str, bytes: &[u8]) -> web_sys::File {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes).into());
    web_sys::File::new_with_u8_array_sequence(&parts, name).unwrap()
}

/// Runs JavaScript that a test needs to stand in for a browser's or a person's doing.
fn javascript(body: &str) -> js_sys::Function {
    js_sys::Function::new_with_args("a", body)
}

#[test]
async fn files_are_read_to_the_last_byte() {
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let file = file("takar-kota-contoh-2025.json", &bytes);
    assert_eq!((file.name().as_str(), file.size()), ("takar-kota-contoh-2025.json", 100_000));
    assert_eq!(file.media_type(), "");
    assert_eq!(takar::platform::read_file(&file).await.unwrap(), bytes);
}

#[test]
fn fields_tell_texts_from_numbers() {
    let fields = Fields::parse(r#"{"a":"teks","b":7}"#).unwrap();
    assert_eq!((fields.text("a").as_deref(), fields.number("b")), (Some("teks"), Some(7.0)));
    assert_eq!((fields.text("b"), fields.number("a"), fields.text("c")), (None, None, None));
    assert!(Fields::parse("{").is_none() && Fields::parse("7").is_none());
}

/// The examples of FIPS 180-2 and NIST's short message test for SHA-256.
#[test]
async fn the_published_digests_come_out() {
    let million = vec![b'a'; 1_000_000];
    let vectors: [(&[u8], &str); 4] = [
        (b"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
        (&million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ];
    for (bytes, digest) in vectors {
        let mut done = Vec::new();
        let found = sha256(&file("bukti.pdf", bytes), &Cancel::default(), |bytes| done.push(bytes)).await;
        assert_eq!(found.as_deref(), Ok(digest));
        assert_eq!(done.last().copied().unwrap_or(0), bytes.len() as u64, "progress ends at the end");
        assert!(done.is_sorted());
    }
}

#[test]
async fn a_digest_that_nobody_waits_for_any_more_stops() {
    let file = file("bukti.pdf", &vec![7; 4_000_000]);
    let cancel = Cancel::default();
    let (other, mut calls) = (cancel.clone(), 0);
    let found = sha256(&file, &cancel, |_| {
        calls += 1;
        other.cancel();
    })
    .await;
    assert_eq!((found, calls), (Err(ReadError::Cancelled), 1), "at the slice after");
    assert!(cancel.is_cancelled());
    assert_eq!(sha256(&file, &cancel, |_| ()).await, Err(ReadError::Cancelled));
}

#[test]
async fn a_file_that_fails_under_way_is_told_from_one_that_shrank() {
    // What browsers do when a file was moved, and when it lost its end.
    let breaking = [
        (
            "a.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) });",
            ReadError::Unreadable,
        ),
        ("a.slice = () => new Blob(['short']);", ReadError::Changed),
    ];
    for (body, error) in breaking {
        let broken = js_file("bukti.pdf", b"long enough");
        javascript(body).call1(&wasm_bindgen::JsValue::NULL, &broken).unwrap();
        let file = LocalFile::from_js(broken);
        assert_eq!(sha256(&file, &Cancel::default(), |_| ()).await, Err(error));
    }
}

#[test]
fn chosen_files_say_where_they_were_and_can_be_chosen_again() {
    let choose = javascript(
        "const input = document.createElement('input');
         input.type = 'file';
         input.multiple = true;
         const data = new DataTransfer();
         for (const file of a) data.items.add(file);
         input.files = data.files;
         const event = new Event('change');
         input.dispatchEvent(event);
         return [event, input];",
    );
    let nested = js_file("sk.pdf", b"123");
    let path = js_sys::Object::new();
    js_sys::Reflect::set(&path, &"value".into(), &"Bukti/2025/sk.pdf".into()).unwrap();
    js_sys::Reflect::define_property(&nested, &"webkitRelativePath".into(), &path).unwrap();
    let files = js_sys::Array::of2(&js_file("lampiran.docx", b"12"), &nested);
    let back: js_sys::Array = choose.call1(&wasm_bindgen::JsValue::NULL, &files).unwrap().unchecked_into();
    let event: web_sys::Event = back.get(0).unchecked_into();
    let picked = chosen_files(&event);
    let seen: Vec<_> = picked.iter().map(|p| (p.path.as_str(), p.file.name(), p.file.size())).collect();
    assert_eq!(
        seen,
        [("lampiran.docx", "lampiran.docx".to_owned(), 2), ("Bukti/2025/sk.pdf", "sk.pdf".to_owned(), 3)]
    );
    assert!(chosen_files(&event).is_empty(), "the input is empty");
    let input: web_sys::HtmlInputElement = back.get(1).unchecked_into();
    assert_eq!(input.value(), "");
}

/// A stand-in for `takar-workbook`: it writes down what it is asked to do.
const STAND_IN: &str = "globalThis.calls = [];
    class Archive {
      begin(name) { if (name === 'taken') throw new Error('taken'); calls.push(`begin ${name}`); }
      write(bytes) { calls.push(`write ${bytes.length}`); return bytes; }
      end() { calls.push('end'); return new TextEncoder().encode('<head>'); }
      abandon() { calls.push('abandon'); }
      finish() { calls.push('finish'); return new TextEncoder().encode('<end>'); }
      free() { calls.push('free'); }
    }
    globalThis.takarModule = async (name) => {
      if (a || name !== 'workbook') throw new Error('offline');
      return { Archive };
    };";

fn calls() -> String {
    let calls = javascript("return calls.splice(0).join(', ');").call0(&wasm_bindgen::JsValue::NULL).unwrap();
    calls.as_string().unwrap()
}

#[test]
async fn a_package_goes_on_after_a_file_that_could_not_be_added() {
    let stand_in = |offline: bool| javascript(STAND_IN).call1(&wasm_bindgen::JsValue::NULL, &offline.into());
    stand_in(true).unwrap();
    assert_eq!(Package::open().await.err(), Some(PackageError::Unavailable));
    stand_in(false).unwrap();
    let mut package = Package::open().await.unwrap();

    package.add_bytes("takar.json", b"{}").unwrap();
    assert_eq!(calls(), "begin takar.json, write 2, end");
    let digest = package.add_file("a", &file("a.pdf", b"abc"), &Cancel::default(), |_| ()).await.unwrap();
    assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(calls(), "begin a, write 3, end");

    let cancel = Cancel::default();
    cancel.cancel();
    let stopped = package.add_file("b", &file("b.pdf", b"abc"), &cancel, |_| ()).await;
    assert_eq!(stopped, Err(PackageError::Read(ReadError::Cancelled)));
    assert_eq!(calls(), "begin b, abandon");
    assert_eq!(package.add_bytes("taken", b""), Err(PackageError::Failed));
    let huge = js_file("c.iso", b"");
    javascript(&format!("Object.defineProperty(a, 'size', {{ value: {PACKAGE_LIMIT} }});"))
        .call1(&wasm_bindgen::JsValue::NULL, &huge)
        .unwrap();
    let refused = package.add_file("c", &LocalFile::from_js(huge), &Cancel::default(), |_| ()).await;
    assert_eq!(refused, Err(PackageError::Failed));
    assert_eq!(calls(), "", "what cannot fit is not begun");

    package.add_bytes("b", b"").unwrap();
    drop(package);
    assert_eq!(calls(), "begin b, write 0, end, free");
}
