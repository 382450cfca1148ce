//! Texts in their places: each is read somewhere, none is written in a component, none is longer than its place.
//!
//! Sources are read as texts. Which struct a field belongs to is told by its name and by the areas that its file
//! speaks of. That needs no compiler, and misses an unused text where the same file reads one of that name from
//! another area.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::catalogue::{Token, catalogues, source, tokens, words};

// ---------------------------------------------------------------- what is declared

/// The structs of texts, each with its fields and the last word of their types.
fn structs() -> BTreeMap<String, Vec<(String, String)>> {
    let mut structs: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut kind = String::new();
    let mut rest = tokens(&source("texts")).into_iter().peekable();
    while let Some(token) = rest.next() {
        match (&token, rest.peek()) {
            (Token::Word(word), Some(Token::Word(name))) if word == "struct" => kind.clone_from(name),
            (Token::Word(word), Some(Token::Word(name))) if word == "pub" && name != "struct" => {
                let name = name.clone();
                rest.next();
                if rest.next_if_eq(&Token::Mark(':')).is_none() {
                    continue;
                }
                let (mut depth, mut last) = (0, String::new());
                for token in rest.by_ref() {
                    match token {
                        Token::Mark(',') if depth == 0 => break,
                        Token::Mark('(' | '[') => depth += 1,
                        Token::Mark(')' | ']') => depth -= 1,
                        Token::Word(word) => last = word,
                        _ => {}
                    }
                }
                structs.entry(kind.clone()).or_default().push((name, last));
            }
            _ => {}
        }
    }
    structs.remove("Message");
    structs
}

/// What a struct is reached by: `.merging`, `.paper`.
fn areas(structs: &BTreeMap<String, Vec<(String, String)>>) -> BTreeMap<&str, &str> {
    let fields = structs.values().flatten();
    fields.filter(|(_, of)| structs.contains_key(of)).map(|(name, of)| (of.as_str(), name.as_str())).collect()
}

// ---------------------------------------------------------------- sources

/// A source, or all of a room, without its comments and its tests.
struct Code {
    name: String,
    text: String,
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn read(path: &Path) -> String {
    let whole = fs::read_to_string(path).unwrap();
    let code = whole.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// All sources but the catalogues. Rooms that hand texts from file to file are one.
fn sources() -> Vec<Code> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&src, &mut paths);
    paths.sort();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for path in paths {
        let name = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        if name.starts_with("text/") && ["id.rs", "en.rs", "texts.rs"].iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let name = if name.starts_with("report/") { "report".to_owned() } else { name };
        found.entry(name).or_default().push_str(&read(&path));
    }
    found.into_iter().map(|(name, text)| Code { name, text }).collect()
}

/// The sources of what people see.
fn components() -> Vec<Code> {
    let shown = |name: &str| {
        name.starts_with("app/") || name.starts_with("front/") || ["main.rs", "bin/home.rs"].contains(&name)
    };
    let mut all = sources();
    all.retain(|code| shown(&code.name));
    all
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

impl Code {
    /// Whether the code has `.name`, with a break before it or without.
    fn reads(&self, name: &str) -> bool {
        self.text.match_indices(name).any(|(at, _)| {
            let after = self.text[at + name.len()..].chars().next();
            self.text[..at].trim_end().ends_with('.') && !after.is_some_and(is_name)
        })
    }

    fn names(&self, kind: &str) -> bool {
        self.text.match_indices(kind).any(|(at, _)| {
            let (before, after) =
                (self.text[..at].chars().next_back(), self.text[at + kind.len()..].chars().next());
            !before.is_some_and(is_name) && !after.is_some_and(is_name)
        })
    }

    fn speaks_of(&self, kind: &str, areas: &BTreeMap<&str, &str>) -> bool {
        self.names(kind) || areas.get(kind).is_none_or(|area| self.reads(area))
    }
}

// ---------------------------------------------------------------- read somewhere

#[test]
fn every_text_is_read_somewhere() {
    let structs = structs();
    let (areas, sources) = (areas(&structs), sources());
    let mut looked = 0;
    let mut unused = Vec::new();
    for (kind, fields) in &structs {
        for (field, _) in fields {
            looked += 1;
            if !sources.iter().any(|code| code.speaks_of(kind, &areas) && code.reads(field)) {
                unused.push(format!("{kind}.{field}"));
            }
        }
    }
    assert!(looked > 900, "{looked}");
    assert!(unused.is_empty(), "nobody reads {unused:?}");
}

// ---------------------------------------------------------------- none in a component

/// What has the look of words in a component and is not shown to anybody.
const NO_WORDS: [&str; 17] = [
    // Keys, as browsers call them.
    "ArrowLeft",
    "ArrowRight",
    "Escape",
    "KeyN",
    "KeyP",
    "PageDown",
    "PageUp",
    // What begins the titles of the instruments, which are data.
    "Tingkat Kematangan ",
    // For the browser.
    ".rung:not(.chosen), .rung",
    "screen and (prefers-color-scheme: dark)",
    "allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox",
    "<!DOCTYPE html><html><head><title></title></head><body></body></html>",
    "noopener noreferrer",
    "#beda-{next} input",
    // A class without a style of its own.
    "part full",
    // For developers.
    "CARGO_PKG_VERSION",
    "no such draft",
];

/// The texts in quotes, with where they begin.
fn literals(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut rest = code.char_indices().peekable();
    while let Some((at, letter)) = rest.next() {
        if letter == '\'' {
            // '"' is a letter; what else begins so is a lifetime, or does no harm.
            if code[at..].starts_with("'\"'") {
                rest.nth(1);
            }
        } else if letter == '"' {
            while let Some((end, letter)) = rest.next() {
                match letter {
                    '\\' => drop(rest.next()),
                    '"' => {
                        found.push((at, &code[at + 1..end]));
                        break;
                    }
                    _ => {}
                }
            }
        }
    }
    found
}

/// The classes that the style sheets know.
fn classes() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sheets: Vec<_> =
        fs::read_dir(folder.join("style")).unwrap().map(|entry| entry.unwrap().path()).collect();
    sheets.push(folder.join("src/report/style.css"));
    let mut classes = BTreeSet::new();
    for sheet in sheets {
        let text = fs::read_to_string(sheet).unwrap();
        for part in text.split('.').skip(1) {
            classes.insert(part.chars().take_while(|c| is_name(*c) || *c == '-').collect());
        }
    }
    classes
}

/// Without what is filled in, and what Rust writes with a backslash.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut depth = 0;
    for c in text.replace("\\n", " ").chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    bare
}

#[test]
fn no_text_is_written_in_a_component() {
    let classes = classes();
    let (mut looked, mut found) = (0, Vec::new());
    let mut excused = BTreeSet::new();
    let report = sources().into_iter().filter(|code| code.name == "report");
    for code in components().into_iter().chain(report) {
        for (at, literal) in literals(&code.text) {
            looked += 1;
            let text = bare(literal);
            let has_word =
                words(&text).iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
            if !has_word {
                continue;
            }
            let before = code.text[..at].trim_end();
            let after = code.text[at + literal.len() + 2..].trim_start();
            // What stands between two tags, or is read aloud, is shown whatever it looks like.
            let shown = (before.ends_with('>') && !before.ends_with("=>") && after.starts_with("</"))
                || ["aria-label=", "title=", "placeholder=", "alt="]
                    .iter()
                    .any(|name| before.ends_with(name));
            let is_code = !text.trim().contains(char::is_whitespace) && !text.contains(char::is_uppercase)
                || text.starts_with(['[', '#'])
                || before.ends_with("eprintln!(")
                // Attributes of a drawing.
                || literal.contains("=\\\"")
                || before.ends_with("class=")
                || text.split_whitespace().all(|word| classes.contains(word.trim_end_matches('-')));
            if NO_WORDS.contains(&literal) {
                excused.insert(literal.to_owned());
            } else if shown || !is_code {
                found.push(format!("{}: {literal:?}", code.name));
            }
        }
    }
    assert!(looked > 1_000, "{looked}");
    assert!(found.is_empty(), "texts belong into src/text: {found:#?}");
    assert_eq!(excused, NO_WORDS.map(str::to_owned).into(), "what excuses nothing any more goes");
}

// ---------------------------------------------------------------- as long as its place

/// Places, with the letters they have room for at 320 px, and how many texts are found in them at least.
/// `button` and the like are elements; a link that looks like a button is one, and so on.
const ROOM: [(&str, usize, usize); 13] = [
    ("button", 32, 100),
    ("tab", 14, 8),
    ("chip", 28, 8),
    ("th", 28, 50),
    ("option", 28, 12),
    ("h1", 34, 18),
    ("h2", 42, 50),
    ("h3", 42, 5),
    ("legend", 46, 3),
    ("summary", 46, 8),
    ("label", 50, 40),
    ("p", 330, 120),
    ("toast", 190, 30),
];

/// How long a text is. Nobody knows what is filled in; a figure or a short name is.
fn length(text: &str) -> usize {
    bare(text).chars().count() + 4 * text.matches('{').count()
}

/// The last two names of an expression such as `t.save`, `(t.more)(left)`, `texts.sums.from`.
fn path(expression: &str) -> Option<(&str, &str)> {
    let start = expression.trim_start_matches(['(', '&', ' ', '\n']);
    let names = start.split(|c| !is_name(c) && c != '.').next()?;
    let names = match start[names.len()..].strip_prefix("().") {
        Some(rest) => rest.split(|c| !is_name(c) && c != '.').next()?,
        None => names,
    };
    let (before, field) = names.rsplit_once('.')?;
    Some((before.rsplit('.').next()?, field))
}

/// Each place with what is shown there: `(button, t, save)`.
fn shown(code: &str) -> Vec<(&str, &str, &str)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("</") {
        let tag = code[at + 2..].split('>').next().unwrap();
        let before = code[..at].trim_end();
        let (Some(inside), Some(open)) = (before.strip_suffix('}'), before.rfind(&format!("<{tag}"))) else {
            continue;
        };
        let Some(brace) = inside.rfind('{').filter(|brace| *brace > open) else { continue };
        let head = &before[open..brace];
        let place = match tag {
            "a" | "span" if head.contains("btn") => "button",
            "a" | "span" if head.contains("chip") => "chip",
            "a" if head.contains("aria-current") => "tab",
            "a" | "span" => continue,
            tag => tag,
        };
        found.extend(path(&inside[brace + 1..]).map(|(area, field)| (place, area, field)));
    }
    for (call, place) in [(".say(", "toast"), (".say_with(", "toast"), (" label=", "label")] {
        for (at, _) in code.match_indices(call) {
            found.extend(path(&code[at + call.len()..]).map(|(area, field)| (place, area, field)));
        }
    }
    found
}

#[test]
fn no_text_is_longer_than_its_place() {
    let structs = structs();
    let (areas, catalogues) = (areas(&structs), catalogues());
    let longest = |place: &str| {
        let texts = catalogues.iter().filter_map(|catalogue| catalogue.texts.get(place)).flatten();
        texts.max_by_key(|text| length(text)).cloned().unwrap_or_default()
    };
    let mut places: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut too_long = BTreeSet::new();
    for code in components() {
        for (place, area, field) in shown(&code.text) {
            let Some((place, room, _)) = ROOM.iter().find(|(name, ..)| *name == place) else { continue };
            let having = |kind: &&String| structs[*kind].iter().any(|(name, _)| name == field);
            let of_area = |kind: &&String| areas.get(kind.as_str()) == Some(&area);
            let mut kinds: Vec<_> = structs.keys().filter(having).filter(of_area).collect();
            if kinds.is_empty() {
                let spoken =
                    |kind: &&String| areas.contains_key(kind.as_str()) && code.speaks_of(kind, &areas);
                kinds = structs.keys().filter(having).filter(spoken).collect();
            }
            // Where several structs of a file have such a field, the shortest is the one it may be.
            let texts = kinds.iter().map(|kind| format!("{kind}.{field}"));
            let Some(name) = texts.min_by_key(|name| length(&longest(name))) else { continue };
            let text = longest(&name);
            // The page of the parts shows what happens to one that is.
            if length(&text) > *room && name != "GayaTexts.long" {
                too_long.insert(format!("{place} ({room}): {name}, {}: {text}", length(&text)));
            }
            places.entry(place).or_default().insert(name);
        }
    }
    assert!(too_long.is_empty(), "longer than their place: {too_long:#?}");
    for (place, _, least) in ROOM {
        let found = places.get(place).map_or(0, BTreeSet::len);
        assert!(found >= least, "{place}: {found} texts found");
    }
}
