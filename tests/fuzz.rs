#![cfg(not(target_arch = "wasm32"))]
//! Spoiled files and storage: nothing panics, and what is taken is not lost.
//!
//! Every input is a file of the corpus (`tests/data/corpus`, `tests/data/versions` and the good samples)
//! with some of its bytes flipped, cut, doubled, moved or replaced by what parsers stumble over. It is the
//! same in every run. `FUZZ=20 cargo test --release --test fuzz` tries twenty times as many, with other
//! seeds than `FUZZ=1`. What was found is mended, and the input joined the corpus.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use takar::assessment::Assessment;
use takar::exchange::{
    AnyFile, Anything, BackedUp, Exported, Problem, read, read_any, read_file, read_values, verify, write,
    write_backup, write_compact, write_register,
};
use takar::instrument::{INSTRUMENTS, Instrument, load, shipped};
use takar::text::Language;

/// Inputs for each kind, made of the files of that kind in turn.
const EACH: usize = 3_000;

// ---------------------------------------------------------------- the inputs

/// SplitMix64: small, and the same everywhere.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Less than `end`, which is more than 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// What parsers and people's programs stumble over.
const TOKENS: [&str; 44] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "\\udc00\\ud800",
    "null",
    "true",
    "{}",
    "[]",
    "\"\"",
    "0",
    "-0",
    "-1",
    "1e999",
    "1E-400",
    "9007199254740993",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775809",
    "0.1",
    "00",
    "+1",
    "NaN",
    "\u{feff}",
    "\u{0}",
    "\u{202e}",
    "\u{e9}",
    "e\u{301}",
    "\u{10ffff}",
    "\u{1f600}",
    "\"id\":\"x\",",
    "\"version\":2,",
    "\"kind\":\"backup\",",
    "\"kind\":\"assessment\",",
    "\"order\":{},",
    "\"revisions\":{},",
    "../../x",
    "=1+1",
];

fn spoil(bytes: &mut Vec<u8>, others: &[Vec<u8>], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let end = (at + chance.below(64)).min(bytes.len());
    match chance.below(11) {
        0 if !bytes.is_empty() => {
            let at = at.min(bytes.len() - 1);
            bytes[at] ^= 1 << chance.below(8);
        }
        1 if !bytes.is_empty() => {
            let at = at.min(bytes.len() - 1);
            bytes[at] = chance.next() as u8;
        }
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(at..end)),
        4 => {
            let again = bytes[at..end].to_vec();
            bytes.splice(at..at, again);
        }
        5 => {
            let token = chance.of(&TOKENS).as_bytes().to_vec();
            bytes.splice(at..at, token);
        }
        6 => {
            let token = chance.of(&TOKENS).as_bytes().to_vec();
            bytes.splice(at..end, token);
        }
        7 => {
            let deep = chance.below(300);
            let (open, close) = if chance.below(2) == 0 { ("[", "]") } else { ("{\"a\":", "}") };
            let nested = format!("{}1{}", open.repeat(deep), close.repeat(deep));
            bytes.splice(at..at, nested.into_bytes());
        }
        8 => {
            let other = &others[chance.below(others.len())];
            let from = chance.below(other.len() + 1);
            let to = (from + chance.below(200)).min(other.len());
            bytes.splice(at..end, other[from..to].to_vec());
        }
        // A digit becomes another one: years, levels, sizes, days.
        9 => {
            if let Some(found) = bytes[at..].iter().position(u8::is_ascii_digit) {
                bytes[at + found] = b'0' + chance.below(10) as u8;
            }
        }
        _ => {
            // A whole value is exchanged for a token, so that the rest is still JSON.
            let colon = bytes[at..].iter().position(|byte| *byte == b':').map(|found| at + found + 1);
            if let Some(from) = colon {
                let length = bytes[from..].iter().position(|byte| b",}\n".contains(byte)).unwrap_or(0);
                bytes.splice(from..from + length, chance.of(&TOKENS).as_bytes().to_vec());
            }
        }
    }
}

/// A value somewhere inside becomes another one, goes away, or appears a second time under another name.
fn spoil_json(json: &mut Json, chance: &mut Chance) {
    let mut places = Vec::new();
    list(json, String::new(), &mut places);
    let at = places[chance.below(places.len())].clone();
    let from = json.pointer(&places[chance.below(places.len())]).cloned().unwrap_or_default();
    let (around, key) = at.rsplit_once('/').unwrap_or_default();
    match (chance.below(6), json.pointer_mut(around)) {
        (0, Some(Json::Object(fields))) => drop(fields.remove(key)),
        (0, Some(Json::Array(items))) if !items.is_empty() => drop(items.remove(chance.below(items.len()))),
        (1, Some(Json::Object(fields))) => {
            let name = [key, "x", "order", "revisions", "12", "b-1", "content", "text"][chance.below(8)];
            fields.insert(format!("{name}{}", ["", "'", "0", " "][chance.below(4)]), from);
        }
        (1, Some(Json::Array(items))) => items.push(from),
        (2, _) => {
            if let Some(place) = json.pointer_mut(&at) {
                *place = from;
            }
        }
        (3, _) => {
            // A text becomes a longer or an odder one.
            if let Some(Json::String(text)) = json.pointer_mut(&at) {
                let odd = chance.of(&TOKENS).repeat(1 + chance.below(3) * 400);
                if chance.below(2) == 0 { *text = odd } else { text.push_str(&odd) }
            }
        }
        _ => {
            let values = [
                Json::Null,
                Json::from(true),
                Json::from(0),
                Json::from(-1),
                Json::from(u64::MAX),
                Json::from(1.5),
                Json::from(""),
                Json::from("diterima"),
                Json::from("2024-02-29"),
                Json::from("2026-11-22T03:42:00Z"),
                Json::from("3.00"),
                Json::Array(Vec::new()),
                Json::Object(Default::default()),
            ];
            if let Some(place) = json.pointer_mut(&at) {
                *place = values[chance.below(values.len())].clone();
            }
        }
    }
}

/// JSON pointers to everything.
fn list(json: &Json, at: String, places: &mut Vec<String>) {
    match json {
        Json::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| !key.contains(['/', '~'])) {
                list(value, format!("{at}/{key}"), places);
            }
        }
        Json::Array(items) => {
            for (key, value) in items.iter().enumerate() {
                list(value, format!("{at}/{key}"), places);
            }
        }
        _ => {}
    }
    places.push(at);
}

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap()))
        .collect()
}

/// The good files of a folder of samples, those kept of each version whose names begin so, and what the
/// corpus holds for `name`.
fn corpus(name: &str, samples: &str, kinds: &[&str]) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    if !samples.is_empty() {
        all.extend(files(&data().join(samples)).into_values());
    }
    for (kept, bytes) in files(&data().join("versions")) {
        if kinds.iter().any(|kind| kept.starts_with(&format!("{kind}-"))) {
            all.push(bytes);
        }
    }
    for (kept, bytes) in files(&data().join("corpus")) {
        if kept.starts_with(&format!("{name}-")) {
            all.push(bytes);
        }
    }
    assert!(!all.is_empty(), "{name}");
    all
}

/// Tries each file as it is and [`EACH`] spoiled ones. `check` returns whether it was taken. A panic names
/// the input, ready for the corpus.
fn fuzz(name: &str, corpus: &[Vec<u8>], check: impl Fn(&[u8]) -> bool + std::panic::RefUnwindSafe) -> usize {
    let times = std::env::var("FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    let mut taken = 0;
    let mut tried = 0;
    let digestless: Vec<Vec<u8>> = corpus.iter().map(|bytes| without_digest(bytes)).collect();
    for round in 0..EACH * times + corpus.len() {
        let mut chance = Chance(round as u64 ^ (name.len() as u64) << 40);
        let at = round % corpus.len();
        // With its digest nearly every change is refused at the gate.
        let mut input =
            if round < corpus.len() || chance.below(8) == 0 { &corpus[at] } else { &digestless[at] }.clone();
        if round >= corpus.len() {
            let times = 1 + chance.below(4);
            // Half of them stay JSON, and so come further.
            match serde_json::from_slice::<Json>(&digestless[at]) {
                Ok(mut json) if chance.below(2) == 0 => {
                    (0..times).for_each(|_| spoil_json(&mut json, &mut chance));
                    input = json.to_string().into_bytes();
                }
                _ => (0..times).for_each(|_| spoil(&mut input, corpus, &mut chance)),
            }
        }
        tried += 1;
        match std::panic::catch_unwind(|| check(&input)) {
            Ok(good) => taken += usize::from(good),
            Err(_) => {
                let path = std::env::temp_dir().join(format!("{name}-{round}"));
                let _ = fs::write(&path, &input);
                panic!("{name}, input {round}: kept as {}", path.display());
            }
        }
    }
    println!("{name}: {tried} inputs, {taken} taken");
    assert!(
        taken * 100 > tried,
        "{name}: only {taken} of {tried} were taken, so little was tried beyond the gate"
    );
    taken
}

/// The file without the line of its digest. What is no JSON stays as it is.
fn without_digest(bytes: &[u8]) -> Vec<u8> {
    match serde_json::from_slice::<Json>(bytes) {
        Ok(Json::Object(mut fields)) => {
            fields.remove("digest");
            Json::Object(fields).to_string().into_bytes()
        }
        _ => bytes.to_vec(),
    }
}

// ---------------------------------------------------------------- what must hold

fn instruments() -> Vec<Instrument> {
    INSTRUMENTS.iter().map(|listed| load(shipped(listed.id).unwrap()).unwrap()).collect()
}

/// Every problem can be told in both languages.
fn tell(problem: &Problem) {
    for language in [Language::Indonesian, Language::English] {
        let message = (language.texts().problem)(problem);
        assert!(!message.what.is_empty() && !message.todo.is_empty());
    }
}

/// What was taken is written and read back the same, and everything that the page would do with it works.
fn survives(assessment: &Assessment, instruments: &[Instrument]) {
    for text in [write(assessment), write_compact(assessment)] {
        assert_eq!(read(text.as_bytes()).unwrap().assessment, *assessment);
    }
    let mut sealed = assessment.clone();
    sealed.seal();
    let again = read(write_compact(&sealed).as_bytes()).unwrap().assessment;
    assert_eq!(again, sealed);
    let Some(instrument) = instruments.iter().find(|one| one.id == assessment.instrument.id) else { return };
    let incoming = takar::exchange::Incoming { assessment: assessment.clone(), has_digest: true };
    match verify(&incoming, instrument) {
        Ok(_) => {
            takar::score::score(instrument, assessment);
            takar::score::support(instrument, assessment);
            // Nothing is lost of either side when a copy of itself comes.
            let comparison = takar::exchange::merge(assessment, &sealed).unwrap();
            assert_eq!(comparison.counts().conflicts, 0);
        }
        Err(problem) => tell(&problem),
    }
}

/// Texts that a file holds, wherever: those with a letter, so that values in another spelling are none.
fn texts(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::Object(fields) => {
            for (key, value) in fields {
                if key.chars().any(char::is_alphabetic) {
                    found.insert(key.clone());
                }
                texts(value, found);
            }
        }
        Json::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Json::String(text) if text.chars().any(char::is_alphabetic) => drop(found.insert(text.clone())),
        _ => {}
    }
}

/// Nothing that was written in a file that was taken is missing when it is written again.
fn nothing_is_missing(input: &[u8], output: &str) {
    // Empty things and null may be left out.
    fn tidy(json: &mut Json) -> bool {
        match json {
            Json::Object(fields) => {
                fields.retain(|_, value| tidy(value));
                !fields.is_empty()
            }
            Json::Array(items) => {
                for item in items.iter_mut() {
                    tidy(item);
                }
                !items.is_empty()
            }
            Json::Null => false,
            Json::String(text) => !text.is_empty(),
            _ => true,
        }
    }
    let mut json: Json =
        serde_json::from_slice(input.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(input)).unwrap();
    tidy(&mut json);
    json.as_object_mut().unwrap().remove("digest");
    let (mut before, mut after) = (BTreeSet::new(), BTreeSet::new());
    texts(&json, &mut before);
    texts(&serde_json::from_str(output).unwrap(), &mut after);
    let missing: Vec<_> = before.difference(&after).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn one_file(bytes: &[u8], instruments: &[Instrument]) -> bool {
    match read_file(bytes) {
        Ok(AnyFile::One(Anything::Assessment(incoming))) => {
            survives(&incoming.assessment, instruments);
            nothing_is_missing(bytes, &write(&incoming.assessment));
        }
        Ok(AnyFile::One(Anything::Evidence(incoming))) => {
            let text = write_register(&incoming.register);
            let Ok(Anything::Evidence(again)) = read_any(text.as_bytes()) else { panic!("lost") };
            assert_eq!(again.register, incoming.register);
            nothing_is_missing(bytes, &text);
            let instrument = instruments.iter().find(|one| one.id == incoming.register.instrument.id);
            if let Err(problem) = Anything::Evidence(incoming.clone()).verify(instrument.unwrap()) {
                tell(&problem);
            }
        }
        Ok(AnyFile::Backup(backup, _)) => {
            let text = write_backup(&backup);
            let Ok(AnyFile::Backup(again, true)) = read_file(text.as_bytes()) else { panic!("lost") };
            assert_eq!(again, backup);
            nothing_is_missing(bytes, &text);
            for entry in backup.drafts.iter().chain(&backup.trash) {
                // What is put back into the storage is what was in the file.
                match entry.read() {
                    Ok(incoming) => {
                        assert_eq!(incoming.assessment.id, entry.id);
                        assert_eq!(read(entry.text().as_bytes()).unwrap().assessment, incoming.assessment);
                    }
                    Err(problem) => tell(&problem),
                }
            }
            for snapshot in &backup.snapshots {
                assert!(snapshot.key.starts_with(&format!("snapshot:{}:", snapshot.draft())));
            }
        }
        Ok(AnyFile::Encrypted(locked)) => {
            let text = locked.write();
            let Ok(AnyFile::Encrypted(again)) = read_file(text.as_bytes()) else { panic!("lost") };
            assert_eq!((&again.lock, &again.content), (&locked.lock, &locked.content));
            assert_eq!(again.authenticated(), locked.authenticated());
            nothing_is_missing(bytes, &text);
            // What is derived is bounded before any password is asked for.
            assert!((600_000..=10_000_000).contains(&locked.lock.iterations));
            assert!((16..=64).contains(&locked.lock.salt.len()) && locked.content.len() >= 16);
        }
        Err(problem) => {
            tell(&problem);
            return false;
        }
    }
    true
}

// ---------------------------------------------------------------- the targets

#[test]
fn manifests() {
    let all = instruments();
    fuzz("manifest", &corpus("manifest", "manifests/valid", &["assessment"]), |bytes| one_file(bytes, &all));
}

#[test]
fn work_packages() {
    let all = instruments();
    fuzz("package", &corpus("package", "packages/valid", &["work-package"]), |bytes| one_file(bytes, &all));
}

#[test]
fn registers() {
    let all = instruments();
    fuzz("register", &corpus("register", "evidence/valid", &["evidence"]), |bytes| one_file(bytes, &all));
}

#[test]
fn backups() {
    let all = instruments();
    fuzz("backup", &corpus("backup", "", &["backup"]), |bytes| one_file(bytes, &all));
}

#[test]
fn encrypted_backups() {
    let all = instruments();
    fuzz("encrypted", &corpus("encrypted", "", &["encrypted-backup"]), |bytes| one_file(bytes, &all));
}

/// What the browser's storage holds: drafts, deleted ones and snapshots have one form. They go into a
/// backup whatever they are, and come out of it as they were.
#[test]
fn stored_drafts() {
    let all = instruments();
    let mut stored = corpus("stored", "manifests/valid", &["assessment", "work-package"]);
    for bytes in &mut stored {
        if let Ok(incoming) = read(bytes) {
            *bytes = write_compact(&incoming.assessment).into_bytes();
        }
    }
    fuzz("stored", &stored, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let incoming = read(text.as_bytes());
        let id = incoming.as_ref().map_or("kota-umpama-2025", |incoming| incoming.assessment.id.as_str());
        let entry = BackedUp::of(id, &text);
        match &incoming {
            Ok(incoming) => {
                survives(&incoming.assessment, &all);
                assert_eq!(entry.read().unwrap().assessment, incoming.assessment);
            }
            Err(problem) => {
                tell(problem);
                assert_eq!(entry.text(), text);
            }
        }
        incoming.is_ok()
    });
}

#[test]
fn notes_beside_drafts() {
    fuzz("exported", &corpus("exported", "", &["exported"]), |bytes| {
        let Some(noted) = Exported::read(&String::from_utf8_lossy(bytes)) else { return false };
        assert_eq!(Exported::read(&noted.write()), Some(noted));
        true
    });
}

#[test]
fn tables_of_values() {
    fuzz("values", &corpus("values", "", &[]), |bytes| {
        let values = read_values(bytes);
        if let Err(problem) = &values {
            tell(problem);
        }
        values.is_ok()
    });
}

/// An instrument is a hundred kilobytes and is digested: fewer of them.
#[test]
fn instrument_files() {
    let extract = fs::read(data().join("instruments/spbe-2018-extract.json")).unwrap();
    let others = corpus("manifest", "manifests/valid", &["assessment"]);
    let mut taken = 0;
    let tried = EACH / 5;
    for round in 0..tried {
        let mut chance = Chance(round as u64);
        let mut input = extract.clone();
        for _ in 0..=chance.below(2) {
            spoil(&mut input, &others, &mut chance);
        }
        let text = String::from_utf8_lossy(&input);
        if let Ok(instrument) = load(&text) {
            taken += 1;
            // Taken is what is coherent: an empty assessment of it has a score.
            assert!(instrument.indicators().count() > 0 && !instrument.predicates.is_empty());
            assert_eq!(load(&text).unwrap().digest, instrument.digest);
        }
    }
    println!("instrument: {tried} inputs, {taken} taken");
    assert!(taken > 0);
}
