#![cfg(not(target_arch = "wasm32"))]
//! A file of somebody who means harm: every text field of the published schema holds markup, an address that
//! runs, a path, or a formula. It is taken as text, and nothing that is made of it does anything.
//!
//! The file is made from the schema, so a new field is in it without anybody's doing. `tests/data/hostile/` keeps
//! it for the journeys in a browser (`tests/journeys/hostile.spec.mjs`).

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Map, Value as Json, json};
use takar::assessment::{Assessment, Date, InstrumentRef, Time};
use takar::calendar::{Calendar, Published, shipped_holidays, still_due, write_ics};
use takar::exchange::{
    Anything, file_name, log_csv, package, package_schema, read_any, register_csv, schema, write,
    write_evidence,
};
use takar::instrument::{Instrument, load, shipped};
use takar::report::{Around, Part, Table, Wish, report, table};
use takar::text::{Language, interview, register_words};

/// Would be seen at once if any of it became an element.
const MARKUP: &str = r#""'></title></textarea></script><img src=x onerror="window.kena=1"><script>window.kena=1</script><svg onload="window.kena=1"></svg><a href="javascript:window.kena=1">x</a>"#;

/// What texts begin with. Those that end in `!` are left alone; the others are followed by [`MARKUP`].
const BEGINNINGS: [&str; 18] = [
    "=cmd|' /C calc'!A0 ",
    "+SUM(1+1)*cmd ",
    "-2+3+cmd ",
    "@SUM(A1) ",
    "javascript:window.kena=1//!",
    "JaVaScRiPt:window.kena=1//!",
    "data:text/html,<script>window.kena=1</script>!",
    "vbscript:window.kena=1!",
    "https://jahat.example/\"onmouseover=\"window.kena=1",
    "//jahat.example/x!",
    "file:///etc/passwd!",
    "../../../../etc/passwd!",
    "..\\..\\C:\\Windows\\win.ini!",
    "CON!",
    "aux.pdf!",
    "{{7*7}}${7*7}`id`$(id); rm -rf / #",
    "]]>--><!--<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
    "&lt;b&gt;&#60;script&#62; \u{202e}fdp.exe ",
];

/// Values for what is not free text, by the pattern that the schema gives. A new pattern needs a line.
fn by_pattern(pattern: &str, at: usize) -> Option<String> {
    Some(match pattern {
        "\\S" => return None,
        "^[A-Za-z0-9-]{1,40}$" | "^[A-Za-z0-9-]{0,40}$" => format!("k-{at}"),
        "^[0-9a-f]{64}$" => format!("{at:064x}"),
        "^sha256-[0-9a-f]{64}$" => format!("sha256-{at:064x}"),
        "^[0-9]{1,3}(\\.[0-9]{1,2})?$" => "3.00".into(),
        "^([01][0-9]|2[0-3]):[0-5][0-9]$" => "09:30".into(),
        of if of.ends_with("([0-5][0-9]|60)(\\.[0-9]{3})?Z$") => format!("2025-06-20T08:{:02}:09Z", at % 60),
        of if of.starts_with("^(19|2[0-9])[0-9]{2}-") => "2026-09-22".into(),
        of if of.starts_with("^([A-Za-z0-9?]*\\.[0-9]{1,9}") => "k3f9.1 .0 < 0f3a12bc34de ^ .0".into(),
        other => panic!("no sample for the pattern {other}; give it one here"),
    })
}

/// Keys of the entries of a map, by the pattern of its keys.
fn keys(pattern: &str) -> Vec<String> {
    let many = |make: &dyn Fn(usize) -> String| (0..BEGINNINGS.len()).map(make).collect();
    match pattern {
        "^[0-9]{1,5}$" | "^\\d+$" => vec!["1".into(), "12".into(), "42".into()],
        "^[0-9]{1,5}:[0-9]{1,3}$" => vec!["1:3".into(), "12:4".into()],
        "^[0-9]{1,5}:[A-Za-z0-9-]{1,40}$" => many(&|at| format!("{}:k-{at}", [1, 12, 42][at % 3])),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => vec!["2026-09-23".into(), "2026-09-24".into()],
        "^[A-Za-z0-9-]{1,40}$" => many(&|at| format!("k-{at}")),
        "^cover$" => vec!["cover".into()],
        "^(mandiri|dokumen|interviu|visitasi|akhir)$" => vec!["mandiri".into()],
        other => panic!("no keys for the pattern {other}; give it some here"),
    }
}

/// Makes a file that fits a schema.
struct Maker<'a> {
    schema: &'a Json,
    /// Counts texts, so that neighbours begin differently.
    texts: usize,
    entry: usize,
}

impl Maker<'_> {
    fn text(&mut self, limit: usize) -> String {
        let beginning = BEGINNINGS[(self.texts + self.entry) % BEGINNINGS.len()];
        self.texts += 1;
        let whole = match beginning.strip_suffix('!') {
            Some(alone) => alone.to_owned(),
            None => format!("{beginning}{MARKUP}"),
        };
        whole.chars().take(limit).collect()
    }

    fn make(&mut self, node: &Json, path: &str) -> Json {
        if let Some(at) = node["$ref"].as_str() {
            let target = self.schema.pointer(at.strip_prefix('#').unwrap()).unwrap();
            return self.make(target, path);
        }
        if let Some(fixed) = node.get("const") {
            return fixed.clone();
        }
        if let Some(of) = node["enum"].as_array() {
            return of[self.entry % of.len()].clone();
        }
        for choice in ["oneOf", "anyOf"] {
            if let Some(of) = node[choice].as_array() {
                let of: Vec<_> = of.iter().filter(|one| one["type"] != "null").collect();
                let at = if choice == "oneOf" { self.entry % of.len() } else { 0 };
                return self.make(of[at], path);
            }
        }
        let kind = node["type"].as_array().map_or(&node["type"], |kinds| &kinds[0]);
        match kind.as_str() {
            Some("string") => self.string(node, path),
            Some("boolean") => json!(self.entry % 2 == 1),
            Some("integer") => self.integer(node, path),
            Some("array") => {
                let numbers = node["items"]["type"] == "integer";
                let items = if numbers { vec![json!(1), json!(12)] } else { self.items(node, path) };
                Json::Array(items)
            }
            _ => Json::Object(self.object(node, path)),
        }
    }

    fn items(&mut self, node: &Json, path: &str) -> Vec<Json> {
        let before = self.entry;
        let many = if path.ends_with("signatories") { 4 } else { BEGINNINGS.len() };
        let made = (0..many).map(|at| {
            self.entry = at;
            self.make(&node["items"], &format!("{path}/{at}"))
        });
        let made = made.collect();
        self.entry = before;
        made
    }

    fn string(&mut self, node: &Json, path: &str) -> Json {
        // Names of other things in the file, which the reader holds to what there is.
        if path.contains("/links/") && path.ends_with("/evidence") {
            return json!(format!("k-{}", self.entry));
        }
        if path.contains("/links/") && path.ends_with("/expected") {
            return Json::Null; // Another one than those of the instrument is refused.
        }
        if path.ends_with("/what") {
            return json!("answers/mandiri/12/facts");
        }
        if let Some(made) = node["pattern"].as_str().and_then(|pattern| by_pattern(pattern, self.entry)) {
            return json!(made);
        }
        json!(self.text(usize::try_from(node["maxLength"].as_u64().unwrap_or(2000)).unwrap()))
    }

    fn integer(&self, node: &Json, path: &str) -> Json {
        let (least, most) =
            (node["minimum"].as_u64().unwrap_or(0), node["maximum"].as_u64().unwrap_or(u64::MAX));
        let wanted = match path.rsplit('/').next() {
            Some("indicator") => [1, 12, 42][self.entry % 3],
            Some("level") => 3,
            Some("year") => 2025,
            _ => 7,
        };
        json!(wanted.clamp(least, most))
    }

    fn object(&mut self, node: &Json, path: &str) -> Map<String, Json> {
        let mut made = Map::new();
        for part in node["allOf"].as_array().into_iter().flatten() {
            if let Json::Object(fields) = self.make(part, path) {
                made.extend(fields);
            }
        }
        for (name, field) in node["properties"].as_object().into_iter().flatten() {
            made.insert(name.clone(), self.make(field, &format!("{path}/{name}")));
        }
        let before = self.entry;
        let patterns = node["patternProperties"].as_object().into_iter().flatten();
        let free = node["additionalProperties"].as_object().map(|_| &node["additionalProperties"]);
        let named = |path: &str| match path.rsplit('/').next() {
            Some("answers") => vec!["mandiri".to_owned(), "dokumen".to_owned()],
            Some("parts") => vec!["12".to_owned()],
            _ => vec![],
        };
        let entries: Vec<(String, &Json)> = patterns
            .flat_map(|(pattern, field)| keys(pattern).into_iter().map(move |key| (key, field)))
            .chain(free.into_iter().flat_map(|field| named(path).into_iter().map(move |key| (key, field))))
            .collect();
        for (at, (key, field)) in entries.into_iter().enumerate() {
            self.entry = at;
            let value = self.make(field, &format!("{path}/{key}"));
            made.insert(key, value);
        }
        self.entry = before;
        made
    }
}

fn spbe() -> Instrument {
    load(shipped("spbe-2020").unwrap()).unwrap()
}

fn hostile(schema: &Json, instrument: &Instrument) -> Json {
    let mut maker = Maker { schema, texts: 0, entry: 0 };
    let mut file = maker.make(schema, "");
    // The file must be opened, so its own names are in order; and a digest of it would refuse it.
    let fields = file.as_object_mut().unwrap();
    fields.remove("digest");
    fields.remove("assessed"); // Values of assessors; SPBE has none.
    fields.insert("id".into(), json!("jahat"));
    fields["instrument"]["id"] = json!("spbe-2020");
    fields["instrument"]["digest"] = json!(InstrumentRef::to(instrument).digest);
    // Findings are of sections.
    let findings = fields["records"]["findings"].as_object_mut().unwrap();
    let one = findings.values().next().unwrap().clone();
    *findings = Map::from_iter([("all".to_owned(), one)]);
    file
}

fn files() -> [(&'static str, Json); 2] {
    let instrument = spbe();
    let of = |schema| hostile(&serde_json::to_value(schema).unwrap(), &instrument);
    [("assessment.json", of(schema())), ("work-package.json", of(package_schema()))]
}

fn assessment(file: &Json) -> (Assessment, Instrument) {
    let anything = read_any(file.to_string().as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}"));
    let instrument = spbe();
    anything.verify(&instrument).unwrap_or_else(|problem| panic!("{problem:?}"));
    match anything {
        Anything::Assessment(read) => (read.assessment, instrument),
        _ => panic!("an assessment or a package was written"),
    }
}

fn strings(json: &Json, found: &mut Vec<String>) {
    match json {
        Json::String(text) => found.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Json::Object(fields) => fields.values().for_each(|field| strings(field, found)),
        _ => {}
    }
}

#[test]
fn the_hostile_files_of_the_journeys_are_those_of_this_schema() {
    for (name, file) in files() {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/hostile").join(name);
        let text = format!("{}\n", serde_json::to_string_pretty(&file).unwrap());
        if std::env::var("UPDATE_HOSTILE").is_ok_and(|value| value == "1") {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let there = fs::read_to_string(&path).unwrap_or_default();
        assert!(there == text, "{name} is out of date; UPDATE_HOSTILE=1 cargo test --test hostile writes it");
    }
}

#[test]
fn every_text_is_taken_as_it_is_and_comes_back_as_it_was() {
    for (name, file) in files() {
        let mut sent = Vec::new();
        strings(&file, &mut sent);
        let beginnings = BEGINNINGS.map(|one| one.trim_end_matches('!'));
        for beginning in beginnings {
            assert!(
                sent.iter().any(|text| text.starts_with(beginning)),
                "{name}: nothing begins with {beginning}"
            );
        }
        let (of, _) = assessment(&file);
        let again: Json = serde_json::from_str(&write(&of)).unwrap();
        let mut back = Vec::new();
        strings(&again, &mut back);
        let back: BTreeSet<_> = back.into_iter().collect();
        let lost: Vec<_> =
            sent.iter().filter(|text| text.contains("kena") && !back.contains(*text)).collect();
        assert_eq!(lost, Vec::<&String>::new(), "{name}");
    }
}

/// Tags of a document that escapes as ours do: names, and attributes with their values.
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    for piece in html.split('<').skip(1) {
        let (inside, _) = piece.split_once('>').expect("a bracket in a text is escaped");
        if inside.starts_with(['/', '!']) {
            continue;
        }
        let (name, mut rest) = inside.split_once(' ').unwrap_or((inside.trim_end_matches('/'), ""));
        let mut attributes = Vec::new();
        while let Some((key, more)) = rest.trim_start().split_once("=\"") {
            let (value, more) = more.split_once('"').expect("a value is closed");
            attributes.push((key.to_owned(), value.to_owned()));
            rest = more;
        }
        assert!(matches!(rest.trim(), "" | "/"), "only attributes with values: {inside}");
        found.push((name.to_owned(), attributes));
    }
    found
}

#[test]
fn a_report_has_no_element_from_a_text_and_links_lead_to_the_web_only() {
    // A package has no report.
    for (name, file) in files().into_iter().take(1) {
        let (of, instrument) = assessment(&file);
        for language in [Language::Indonesian, Language::English] {
            let wish = Wish { language, parts: Part::ALL.to_vec(), proposals: true };
            let calendar = Calendar::default();
            let around = Around { today: Date::new(2026, 11, 22).unwrap(), calendar: &calendar, logo: None };
            let Some(report) = report(&instrument, &of, &wish, around) else {
                panic!("{name}: no report");
            };
            let html = report.file();
            assert!(html.contains("&lt;script&gt;window.kena=1"), "{name}: the texts are in it");
            for (tag, attributes) in tags(&html) {
                assert!(
                    !["script", "iframe", "object", "embed", "base", "form", "link"].contains(&&*tag),
                    "<{tag}>"
                );
                for (key, value) in attributes {
                    assert!(!key.starts_with("on"), "{key}={value}");
                    match &*key {
                        "href" => {
                            assert!(value.starts_with("https://") || value.starts_with("http://"), "{value}")
                        }
                        "src" => assert!(value.starts_with("data:image/"), "{value}"),
                        _ => {}
                    }
                }
            }
        }
    }
}

/// Takes a table apart: `;` between cells, quotes doubled.
fn cells(csv: &str) -> Vec<String> {
    let (mut found, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ';' | '\n' if !quoted => found.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    assert!(!quoted, "every quote is closed");
    found.push(cell);
    found
}

fn is_defused(csv: &str, what: &str) {
    assert!(csv.contains("kena"), "{what}: the texts are in it");
    for cell in cells(csv) {
        let number = cell
            .strip_prefix(['-', '+'])
            .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.'));
        assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{what}: {cell}");
        assert!(
            !cell.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n')),
            "{what}: {cell:?}"
        );
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let (of, instrument) = assessment(&files()[0].1);
    for language in [Language::Indonesian, Language::English] {
        for which in Table::ALL {
            if which != Table::Sections {
                is_defused(&table(language, &instrument, &of, which), which.code());
            }
        }
        is_defused(&register_csv(&of, &register_words(language)), "bukti");
        let history = log_csv(&of.log, language.texts().history.columns, |entry| {
            [String::new(), entry.from.clone(), entry.to.clone()]
        });
        is_defused(&history, "riwayat");
    }
}

#[test]
fn a_calendar_has_no_line_from_a_text() {
    let (of, instrument) = assessment(&files()[0].1);
    let holidays = Published::read(shipped_holidays()).unwrap();
    let calendar = Calendar::of(&holidays, &of);
    let items = still_due(&of, &calendar);
    let events = interview::events(Language::Indonesian, &instrument, &of, &items);
    assert!(events.len() >= BEGINNINGS.len());
    let text = write_ics(&events, &Time::parse("2026-11-22T03:00:00Z").unwrap());
    let known = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "TRANSP",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "URL",
    ];
    for line in text.replace("\r\n ", "").split("\r\n").filter(|line| !line.is_empty()) {
        let name = line.split([':', ';']).next().unwrap();
        assert!(known.contains(&name), "{line}");
        assert!(!line.contains(['\n', '\r']), "{line:?}");
        if let Some(url) = line.strip_prefix("URL:") {
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
        }
    }
}

#[test]
fn names_of_files_are_safe_on_every_system() {
    for (name, file) in files() {
        let (of, instrument) = assessment(&file);
        let own = file_name(&of);
        assert!(
            own.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.') && !own.contains(".."),
            "{own}"
        );
        let packed = package(&instrument, &of);
        assert!(!packed.is_empty() || name == "work-package.json");
        for one in packed {
            for part in one.path.split('/') {
                assert!(
                    !part.is_empty() && !part.starts_with(['.', ' ']) && !part.ends_with(['.', ' ']),
                    "{}",
                    one.path
                );
                assert!(
                    !part.contains(['\\', ':', '*', '?', '"', '<', '>', '|', '\0', '\u{202e}']),
                    "{}",
                    one.path
                );
                let stem = part.split('.').next().unwrap().to_ascii_lowercase();
                assert!(!["con", "prn", "aux", "nul", "com1", "lpt1"].contains(&&*stem), "{}", one.path);
            }
        }
        let register = write_evidence(&of);
        assert!(serde_json::from_str::<Json>(&register).is_ok());
    }
}

#[test]
fn the_command_line_prints_texts_and_no_commands() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    fs::create_dir_all(&folder).unwrap();
    let [(_, file), (_, package)] = files();
    let mut loud = file.clone();
    // What a terminal would act on.
    let commands = "Kota \u{1b}[2J\u{1b}]0;jahat\u{7}\u{9b}31m =1+1";
    loud["agency"]["name"] = json!(commands);
    let mut other = loud.clone();
    other["answers"]["mandiri"]["12"]["explanation"]["facts"] = json!(commands);
    other["evidence"]["k-1"]["title"] = json!(commands);
    for (name, content) in [("a.json", &file), ("b.json", &loud), ("c.json", &other), ("p.json", &package)] {
        fs::write(folder.join(name), content.to_string()).unwrap();
    }
    let merged = folder.join("gabungan.json");
    let merged = merged.to_str().unwrap();
    let runs: [&[&str]; 8] = [
        &["score", "b.json"],
        &["score", "b.json", "--json"],
        &["validate", "b.json"],
        &["table", "a.json", "b.json", "--format", "ndjson"],
        &["table", "a.json", "b.json", "--format", "csv"],
        &["score", "p.json"],
        &["merge", "b.json", "c.json", "-o", merged, "--prefer", "mine"],
        &["merge", "a.json", "b.json", "-o", merged],
    ];
    for words in runs {
        let run = Command::new(env!("CARGO_BIN_EXE_takar"))
            .args(words)
            .current_dir(&folder)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = [run.stdout.clone(), run.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        // Two agencies are not merged, and that is said with their names.
        let strangers = words.starts_with(&["merge", "a.json"]);
        assert_eq!(run.status.success(), !strangers, "{words:?}: {said}");
        assert!(!said.is_empty(), "{words:?}");
        assert!(
            !said.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')),
            "{words:?}: {said:?}"
        );
        if words.contains(&"csv") {
            for cell in cells(&said) {
                assert!(!cell.starts_with(['=', '+', '@']), "{cell}");
            }
        }
    }
}
