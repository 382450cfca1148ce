#![cfg(not(target_arch = "wasm32"))]
//! What a site sets up, and what a portal says to the frame: nothing is guessed, and nothing opens by accident.

use std::fs;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use takar::assessment::AgencyKind;
use takar::config::{Config, Fault, Keep, Kiosk, Setup, Share, Source, Tongue, read, schema};
use takar::embed::{
    Accent, Asked, Colour, GROUNDS, Heard, Malformed, Message, Reason, Reply, Standing, read as hear,
};
use takar::json::Flaw;

/// A file in which every name stands.
fn full() -> Json {
    json!({
        "$schema": "schema/takar-config-1.schema.json",
        "version": 1,
        "language": "en",
        "embed": {
            "origins": ["https://portal.example.go.id", "http://10.0.0.5:8080"],
            "share": ["index", "progress"],
        },
        "kiosk": {
            "always": true,
            "keep": "session",
            "idle_seconds": 90,
            "warning_seconds": 20,
            "downloads": false,
            "file_dialogs": false,
            "instruments": ["pemdi-2026"],
            "language": "id",
        },
    })
}

fn path(file: &Json) -> String {
    match read(&file.to_string()) {
        Err(Fault::Misfit(misfit)) => misfit.path,
        other => panic!("{file}: {other:?}"),
    }
}

fn with(pointer: &str, value: Json) -> Json {
    let mut file = full();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    file.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key.to_owned(), value);
    file
}

// ---------------------------------------------------------------- the file

#[test]
fn every_setting_is_read() {
    let config = read(&full().to_string()).unwrap();
    assert_eq!(config.language, Some(Tongue::English));
    assert!(
        config.embed.allows("https://portal.example.go.id") && config.embed.allows("http://10.0.0.5:8080")
    );
    for other in ["https://portal.example.go.id:8443", "http://portal.example.go.id", "null", "", "*"] {
        assert!(!config.embed.allows(other), "{other}");
    }
    assert_eq!(config.embed.share, [Share::Index, Share::Progress]);
    let kiosk = config.kiosk.unwrap();
    assert_eq!(
        kiosk,
        Kiosk {
            always: true,
            keep: Keep::Session,
            idle_seconds: 90,
            warning_seconds: 20,
            downloads: false,
            file_dialogs: false,
            instruments: vec!["pemdi-2026".into()],
            language: Some(Tongue::Indonesian),
        }
    );
    assert!(kiosk.offers("pemdi-2026") && !kiosk.offers("spbe-2020"));
}

#[test]
fn the_shipped_file_changes_nothing() {
    let shipped = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/public/takar.json")).unwrap();
    assert_eq!(Setup::new(Source::Text(&shipped), false), Setup::default());
    assert_eq!(Setup::new(Source::Absent, false), Setup::default());
    assert!(Kiosk::default().offers("spbe-2020"));
}

#[test]
fn a_mistake_is_named_with_its_place() {
    for (pointer, value, at) in [
        ("/version", json!(0), "$.version"),
        ("/version", json!("1"), "$.version"),
        ("/language", json!("jv"), "$.language"),
        ("/embeded", json!({}), "$.embeded"),
        ("/embed", json!([]), "$.embed"),
        ("/embed/origins", json!("*"), "$.embed.origins"),
        ("/embed/origins", json!(["*"]), "$.embed.origins[0]"),
        ("/embed/origins", json!(["https://a.id", "https://a.id/"]), "$.embed.origins[1]"),
        ("/embed/origins", json!(["https://a.id", "https://a.id"]), "$.embed.origins[1]"),
        ("/embed/share", json!(["texts"]), "$.embed.share[0]"),
        ("/embed/origin", json!([]), "$.embed.origin"),
        ("/kiosk/always", json!("yes"), "$.kiosk.always"),
        ("/kiosk/keep", json!("forever"), "$.kiosk.keep"),
        ("/kiosk/idle_seconds", json!(9), "$.kiosk.idle_seconds"),
        ("/kiosk/idle_seconds", json!(3601), "$.kiosk.idle_seconds"),
        ("/kiosk/idle_seconds", json!(60.5), "$.kiosk.idle_seconds"),
        ("/kiosk/idle_seconds", json!(-1), "$.kiosk.idle_seconds"),
        ("/kiosk/warning_seconds", json!(19), "$.kiosk.warning_seconds"),
        ("/kiosk/warning_seconds", json!(301), "$.kiosk.warning_seconds"),
        ("/kiosk/downloads", json!(0), "$.kiosk.downloads"),
        ("/kiosk/instruments", json!(["spbe-2018"]), "$.kiosk.instruments[0]"),
        ("/kiosk/language", json!("id-ID"), "$.kiosk.language"),
        ("/kiosk/download", json!(false), "$.kiosk.download"),
    ] {
        assert_eq!(path(&with(pointer, value)), at, "{pointer}");
    }
    assert_eq!(read("{\n \"version\": 1,\n}"), Err(Fault::Flaw(Flaw::Syntax { line: 3, column: 1 })));
    assert_eq!(
        read("{\"version\":1,\"version\":1}"),
        Err(Fault::Flaw(Flaw::DuplicateKey { path: "$.version".into() }))
    );
    assert_eq!(read(""), Err(Fault::Flaw(Flaw::Empty)));
    assert_eq!(read("{\"version\":2,\"new\":true}"), Err(Fault::Newer(2)));
    let many: Vec<_> = (0..51).map(|number| format!("https://p{number}.id")).collect();
    assert_eq!(path(&with("/embed/origins", json!(many))), "$.embed.origins");
}

#[test]
fn a_file_that_cannot_be_used_opens_neither_a_portal_nor_a_kiosk() {
    let strict = Some(Kiosk::strictest());
    for (text, meant) in [
        // Of a kiosk there is no word.
        ("", false),
        ("<!doctype html>", false),
        (r#"{"version":1,"langage":"id"}"#, false),
        (r#"{"version":1,"embed":{"origins":["*"]}}"#, false),
        (r#"{"version":1,"langage":"id","kiosk":null}"#, false),
        (r#"{"version":1,"kiosk":{"always":false,"idle_seconds":1}}"#, false),
        (r#"{"version":1,"langage":"id","kiosk":{"downloads":false}}"#, false),
        // It may have meant one.
        (r#"{"version":1,"kiosk":{"always":true,"idle_seconds":1}}"#, true),
        (r#"{"version":1,"langage":"id","kiosk":{"always":true}}"#, true),
        (r#"{"version":1,"kiosk":{"alway":true}}"#, true),
        (r#"{"version":1,"kiosk":{"always":"true"}}"#, true),
        (r#"{"version":1,"kiosk":true}"#, true),
        (r#"{"version":2,"kiosk":{"when":"always"}}"#, true),
        (r#"{"version":1,"kiosk":{"always":true}"#, true),
    ] {
        for asked in [false, true] {
            let setup = Setup::new(Source::Text(text), asked);
            assert!(setup.fault.is_some(), "{text}");
            assert_eq!(setup.config, Config::default(), "{text}");
            assert_eq!(setup.kiosk, strict.clone().filter(|_| meant || asked), "{text}");
        }
    }
    let setup = Setup::new(Source::Unreachable, false);
    assert_eq!((setup.fault, setup.kiosk), (Some(Fault::Unreachable), None));
    assert_eq!(Setup::new(Source::Unreachable, true).kiosk, strict);
    let strict = Kiosk::strictest();
    assert!(!strict.downloads && !strict.file_dialogs && !strict.always && strict.keep == Keep::Memory);
}

#[test]
fn the_address_makes_a_kiosk_by_the_settings_of_the_file() {
    let of = |text: &str, asked| Setup::new(Source::Text(text), asked).kiosk;
    let by_address = r#"{"version":1,"kiosk":{"idle_seconds":45}}"#;
    assert_eq!(of(by_address, false), None);
    assert_eq!(of(by_address, true).unwrap().idle_seconds, 45);
    assert_eq!(of(r#"{"version":1}"#, true), Some(Kiosk::default()));
    assert!(of(r#"{"version":1,"kiosk":{"always":true}}"#, false).is_some());
}

#[test]
fn the_published_schema_is_the_one_of_this_program_and_says_what_the_reader_says() {
    let made = serde_json::to_value(schema()).unwrap();
    let mut text = serde_json::to_string_pretty(&made).unwrap();
    text.push('\n');
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/schema/takar-config-1.schema.json");
    if std::env::var("UPDATE_SCHEMA").is_ok_and(|value| value == "1") {
        fs::write(path, &text).unwrap();
    }
    let there = fs::read_to_string(path).unwrap_or_default();
    assert!(there == text, "{path} is out of date; UPDATE_SCHEMA=1 cargo test --test config writes it");

    assert!(jsonschema::meta::is_valid(&made));
    assert_eq!(made["$id"], "urn:takar:schema:config:1");
    let validator = jsonschema::validator_for(&made).unwrap();
    let agree = |file: &Json| {
        let reader = read(&file.to_string()).is_ok();
        assert_eq!(validator.is_valid(file), reader, "{file}: {:?}", read(&file.to_string()));
        reader
    };
    assert!(agree(&full()) && agree(&json!({ "version": 1 })) && !agree(&json!({})));
    let odd = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(20),
        json!(""),
        json!("id"),
        json!([]),
        json!([1]),
        json!({}),
        json!({ "x": 1 }),
    ];
    let mut refused = 0;
    for pointer in [
        "/version",
        "/language",
        "/embed",
        "/embed/origins",
        "/embed/share",
        "/kiosk",
        "/kiosk/always",
        "/kiosk/keep",
        "/kiosk/idle_seconds",
        "/kiosk/warning_seconds",
        "/kiosk/downloads",
        "/kiosk/file_dialogs",
        "/kiosk/instruments",
        "/kiosk/language",
        "/x",
        "/embed/x",
        "/kiosk/x",
    ] {
        for value in &odd {
            refused += usize::from(!agree(&with(pointer, value.clone())));
        }
    }
    for origins in [json!(["https://a.id", "https://a.id"]), json!(["*"]), json!(["https://a.id/"])] {
        refused += usize::from(!agree(&with("/embed/origins", origins)));
    }
    assert!(refused > 100, "{refused}");
    for (name, field) in ["", "/$defs/Embed", "/$defs/Kiosk"]
        .iter()
        .flat_map(|part| made.pointer(&format!("{part}/properties")).unwrap().as_object().unwrap())
    {
        let target = [&field["$ref"], &field["anyOf"][0]["$ref"]].into_iter().find_map(Json::as_str);
        let target = target.and_then(|at| made.pointer(at.strip_prefix('#').unwrap()));
        let said = [Some(field), target].into_iter().flatten().find_map(|f| f["description"].as_str());
        assert!(said.is_some_and(|text| text.len() > 10), "{name} has no description");
    }
}

// ---------------------------------------------------------------- messages

#[test]
fn every_message_is_understood() {
    let kota = Some(AgencyKind::Kota);
    for (text, message) in [
        (json!({ "takar": 1, "type": "hello" }), Message::Hello),
        (json!({ "takar": 1, "type": "language", "language": "en" }), Message::Language(Tongue::English)),
        (json!({ "takar": 1, "type": "accent", "color": "#0B57b0" }), Message::Accent(Colour([11, 87, 176]))),
        (
            json!({ "takar": 1, "type": "agency", "name": " Kota Umpama ", "kind": "kota" }),
            Message::Agency { name: "Kota Umpama".into(), kind: kota },
        ),
        (
            json!({ "takar": 1, "type": "agency", "name": "Kota Umpama" }),
            Message::Agency { name: "Kota Umpama".into(), kind: None },
        ),
        (
            json!({ "takar": 1, "type": "open", "name": "kota.json", "manifest": { "format": "takar" } }),
            Message::Open { name: "kota.json".into(), text: r#"{"format":"takar"}"#.into() },
        ),
        (
            json!({ "takar": 1, "type": "open", "manifest": "{" }),
            Message::Open { name: "manifest.json".into(), text: "{".into() },
        ),
    ] {
        assert_eq!(hear(&text.to_string()), Ok(Ok(message)), "{text}");
    }
}

#[test]
fn what_is_understood_and_cannot_be_done_is_refused_with_a_reason() {
    let long = "x".repeat(201);
    for (message, asked, reason) in [
        (json!({ "takar": 2, "type": "hello" }), Asked::Hello, Reason::Protocol),
        (json!({ "takar": 1, "type": "language", "language": "jv" }), Asked::Language, Reason::Language),
        (json!({ "takar": 1, "type": "accent", "color": "red" }), Asked::Accent, Reason::Colour),
        (json!({ "takar": 1, "type": "accent", "color": "#0b57b" }), Asked::Accent, Reason::Colour),
        (json!({ "takar": 1, "type": "accent", "color": "#ä0000" }), Asked::Accent, Reason::Colour),
        (json!({ "takar": 1, "type": "agency", "name": " " }), Asked::Agency, Reason::Name),
        (json!({ "takar": 1, "type": "agency", "name": long }), Asked::Agency, Reason::Name),
        (json!({ "takar": 1, "type": "agency", "name": "A", "kind": "desa" }), Asked::Agency, Reason::Kind),
    ] {
        assert_eq!(hear(&message.to_string()), Ok(Err((asked, reason))), "{message}");
    }
}

#[test]
fn everything_else_is_malformed() {
    for text in [
        "",
        "{",
        "null",
        "1",
        "\"hello\"",
        "[]",
        "{}",
        r#"{"type":"hello"}"#,
        r#"{"takar":1}"#,
        r#"{"takar":"1","type":"hello"}"#,
        r#"{"takar":1.5,"type":"hello"}"#,
        r#"{"takar":-1,"type":"hello"}"#,
        r#"{"takar":1,"type":"Hello"}"#,
        r#"{"takar":1,"type":"delete"}"#,
        r#"{"takar":1,"type":"hello","more":1}"#,
        r#"{"takar":1,"takar":1,"type":"hello"}"#,
        r#"{"takar":1,"type":"language"}"#,
        r#"{"takar":1,"type":"language","language":["en"]}"#,
        r#"{"takar":1,"type":"accent","colour":"red"}"#,
        r#"{"takar":1,"type":"agency","name":1}"#,
        r#"{"takar":1,"type":"open"}"#,
        r#"{"takar":1,"type":"open","manifest":[]}"#,
        r#"{"takar":1,"type":"open","manifest":"{}","name":7}"#,
    ] {
        assert_eq!(hear(text), Err(Malformed), "{text}");
    }
}

#[test]
fn what_was_not_listened_to_is_counted() {
    let mut heard = Heard::default();
    heard.stranger("https://a.id");
    heard.stranger(&"https://b.id/".repeat(1000));
    heard.malformed();
    assert_eq!((heard.strangers, heard.malformed), (2, 1));
    assert_eq!(heard.last_stranger.unwrap().len(), 120);
}

#[test]
fn replies_are_written_as_documented() {
    let standing =
        Standing { instrument: "spbe-2020".into(), index: "2.64".into(), predicate: "Baik".into() };
    for (reply, json) in [
        (
            Reply::Ready { version: "0.1.0" },
            json!({ "takar": 1, "type": "ready", "protocol": 1, "version": "0.1.0" }),
        ),
        (Reply::Height(812), json!({ "takar": 1, "type": "height", "height": 812 })),
        (
            Reply::Index(Some(standing)),
            json!({ "takar": 1, "type": "index", "instrument": "spbe-2020", "index": "2.64", "predicate": "Baik" }),
        ),
        (Reply::Index(None), json!({ "takar": 1, "type": "index", "index": null })),
        (
            Reply::Progress(Some((3, 47))),
            json!({ "takar": 1, "type": "progress", "answered": 3, "total": 47 }),
        ),
        (Reply::Progress(None), json!({ "takar": 1, "type": "progress", "answered": null, "total": null })),
        (
            Reply::Refused { asked: Asked::Accent, reason: Reason::Colour, detail: None },
            json!({ "takar": 1, "type": "refused", "request": "accent", "reason": "colour" }),
        ),
        (
            Reply::Refused { asked: Asked::Open, reason: Reason::File, detail: Some("line 1".into()) },
            json!({ "takar": 1, "type": "refused", "request": "open", "reason": "file", "detail": "line 1" }),
        ),
    ] {
        assert_eq!(serde_json::from_str::<Json>(&reply.write()).unwrap(), json);
    }
}

// ---------------------------------------------------------------- accents

fn holds(colour: Colour) {
    let accent = Accent::of(colour);
    for (grounds, shades) in GROUNDS.into_iter().zip([accent.light, accent.dark]) {
        assert!(grounds.holds(shades), "{colour}: {shades:?}");
        // Links, quiet buttons and pressed ones, on every ground that a page has.
        for ground in grounds.under.into_iter().chain(grounds.notes).chain([shades.wash]) {
            assert!(shades.accent.contrast(ground) >= 4.5, "{colour} on {ground}: {shades:?}");
        }
        // What stands in rows that are chosen: words, rises and falls, steps and bars.
        for ink in grounds.inks {
            assert!(ink.contrast(shades.wash) >= 4.5, "{ink} on the wash of {colour}");
        }
        assert!(grounds.level.contrast(shades.wash) >= 3.0);
        assert!(shades.ink.contrast(shades.accent) >= 4.5);
    }
}

#[test]
fn every_colour_becomes_a_readable_accent() {
    // A net over all colours, its corners included.
    let steps = || (0..=255u8).step_by(15);
    for (red, green, blue) in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| (r, g, b))))
    {
        holds(Colour([red, green, blue]));
    }
    // One that can be read as it is stays as it is.
    let own = Colour::parse("#0b57b0").unwrap();
    assert_eq!(Accent::of(own).light.accent, own);
    let bright = Colour::parse("#7db4ff").unwrap();
    assert_eq!(Accent::of(bright).dark.accent, bright);
    // Yellow is no colour for words on white: it darkens, and stays yellow.
    let [red, green, blue] = Accent::of(Colour([255, 220, 0])).light.accent.0;
    assert!(red > 80 && green > 70 && blue == 0, "{red} {green} {blue}");
    assert_eq!(Colour::parse("#05b"), Colour::parse("#0055bb"));
}

#[test]
fn the_grounds_are_those_of_the_style() {
    let style = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css")).unwrap();
    let names = [
        "paper",
        "ground",
        "raised",
        "warn-wash",
        "bad-wash",
        "ink",
        "ink-soft",
        "good",
        "warn",
        "bad",
        "level-4",
    ];
    let [day, night] = GROUNDS
        .map(|of| of.under.into_iter().chain(of.notes).chain(of.inks).chain([of.level]).collect::<Vec<_>>());
    assert_eq!(day.len(), names.len());
    for (at, name) in names.into_iter().enumerate() {
        let line = format!("--{name}: var(--day, {}) var(--night, {});", day[at], night[at]);
        assert!(style.contains(&line), "{line}");
    }
}

#[test]
fn the_style_sheet_names_colours_only() {
    let css = Accent::of(Colour([255, 0, 0])).css();
    assert!(
        css.starts_with(":root{--accent:#")
            && css.contains("@media (prefers-color-scheme: dark){:root{--accent:#")
    );
    assert!(css.chars().all(|c| c.is_ascii_alphanumeric() || ":{}#-;@()  ".contains(c)), "{css}");
}

proptest! {
    #[test]
    fn no_message_and_no_file_makes_it_stumble(text in any::<String>()) {
        let _ = hear(&text);
        let _ = read(&text);
        let _ = Setup::new(Source::Text(&text), false);
    }

    #[test]
    fn nothing_like_a_message_makes_it_stumble(
        protocol in 0..3u64,
        kind in prop::sample::select(vec!["hello", "language", "accent", "agency", "open", "x"]),
        key in prop::sample::select(vec!["language", "color", "name", "kind", "manifest", "x"]),
        value in prop_oneof![Just(json!(null)), Just(json!([])), any::<i64>().prop_map(Json::from), any::<String>().prop_map(Json::from)],
    ) {
        let message = json!({ "takar": protocol, "type": kind, key: value });
        if let Ok(Ok(heard)) = hear(&message.to_string()) {
            prop_assert_eq!(protocol, 1);
            let name_is_clean = match heard {
                Message::Agency { name, .. } => !name.trim().is_empty() && name.chars().count() <= 200,
                Message::Open { name, .. } => !name.is_empty() && !name.chars().any(char::is_control),
                _ => true,
            };
            prop_assert!(name_is_clean);
        }
    }

    #[test]
    fn every_colour_there_is_can_be_read(red in any::<u8>(), green in any::<u8>(), blue in any::<u8>()) {
        let colour = Colour([red, green, blue]);
        holds(colour);
        prop_assert_eq!(Colour::parse(&colour.to_string()), Some(colour));
    }
}
