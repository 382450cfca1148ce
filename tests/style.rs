#![cfg(not(target_arch = "wasm32"))]
//! The look as one system: tokens, then parts, then pages. Style sheets and views are read as texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use takar::embed::Colour;

// ---------------------------------------------------------------- reading

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder whose name ends so.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(root("")).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// A rule of a style sheet, and the conditions (`@media …`) it stands under.
#[derive(Debug)]
struct Rule {
    file: String,
    under: Vec<String>,
    selector: String,
    declarations: Vec<(String, String)>,
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").expect("a comment ends").1;
    }
    kept + rest
}

/// The rules of a text of CSS.
fn parse(file: &str, text: &str, under: &[String], rules: &mut Vec<Rule>) {
    let mut rest = text;
    while let Some((head, after)) = rest.split_once('{') {
        let mut depth = 1;
        let end = after
            .char_indices()
            .find(|(_, c)| {
                depth += i32::from(*c == '{') - i32::from(*c == '}');
                depth == 0
            })
            .expect("a block ends")
            .0;
        let (inside, head) = (&after[..end], head.trim().to_owned());
        if head.starts_with("@media") {
            parse(file, inside, &[under, &[head]].concat(), rules);
        } else {
            let split = |one: &str| {
                one.split_once(':').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            };
            let declarations: Vec<_> = inside
                .split(';')
                .filter(|one| !head.starts_with("@keyframes") && !one.trim().is_empty())
                .map(|one| split(one).expect(one))
                .collect();
            rules.push(Rule { file: file.to_owned(), under: under.to_vec(), selector: head, declarations });
        }
        rest = &after[end + 1..];
    }
}

fn rules() -> Vec<Rule> {
    let mut rules = Vec::new();
    for (name, text) in files("style", ".css") {
        parse(&name, &without_comments(&text), &[], &mut rules);
    }
    assert!(rules.len() > 300, "the style sheets are read");
    rules
}

/// Names after a mark: classes after `.`, tokens after `var(`.
fn names_after<'a>(mark: &'a str, text: &'a str) -> impl Iterator<Item = &'a str> + 'a {
    text.split(mark).skip(1).filter_map(|rest| {
        let end =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
        let name = &rest[..end];
        name.starts_with(|c: char| c.is_ascii_lowercase() || c == '-').then_some(name)
    })
}

/// What stands between quotes in a source.
fn literals(source: &str) -> Vec<&str> {
    source.split('"').skip(1).step_by(2).collect()
}

/// What makes elements: views, scripts beside them, and the page itself. The printed report has a style of its own.
fn makers() -> Vec<(String, String)> {
    let mut all = files("src/app", ".rs");
    all.extend(files("src/front", ".rs"));
    all.extend(files("src/platform", ".rs"));
    all.extend(files("public", ".js"));
    all.push(("index.html".into(), fs::read_to_string(root("index.html")).unwrap()));
    all
}

/// The classes that a source gives to elements: those written where a class is given, and those of a choice that
/// ends in one.
fn classes(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut take = |text: &str| {
        for name in text.split_whitespace().filter(|name| !name.contains('{')) {
            found.insert(name.to_owned());
        }
    };
    for rest in source.split("class=").skip(1) {
        let value = if let Some(quoted) = rest.strip_prefix('"') {
            take(quoted.split('"').next().unwrap());
            continue;
        } else {
            rest.lines().next().unwrap()
        };
        // class=if given { "note given" } else { "note" }
        let is_choice = value.starts_with("if ") || value.starts_with("live(move || if ");
        if is_choice {
            let until = value
                .split(" id=")
                .next()
                .unwrap()
                .split(" data-")
                .next()
                .unwrap()
                .split('>')
                .next()
                .unwrap();
            literals(until).into_iter().for_each(&mut take);
        }
    }
    for rest in source.split("class:").skip(1).filter(|rest| !rest.starts_with(':')) {
        let name = names_after("class:", &format!("class:{rest}")).next().map(str::to_owned);
        if let Some(name) = name.filter(|name| rest[name.len()..].starts_with('=')) {
            take(&name);
        }
    }
    found
}

// ---------------------------------------------------------------- what is used

/// Classes that journeys name, which nothing needs to look different for.
const BARE: [&str; 4] = ["assessed", "group", "proposal", "sections"];

#[test]
fn no_style_is_for_nothing() {
    let sources = makers();
    // A class may be put together by a function; so every literal counts that looks like a list of classes.
    let looks = |text: &&str| {
        text.split_whitespace().all(|name| {
            name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_{}".contains(c))
        })
    };
    let mut given = BTreeSet::new();
    for (name, text) in &sources {
        given.extend(
            literals(text).into_iter().filter(looks).flat_map(str::split_whitespace).map(str::to_owned),
        );
        given.extend(classes(text));
        // className: 'rescue', ('downloads', …) of the marks on the root element, data-scheme=…, id="…", const ID: &str.
        for quoted in text.split("className: '").skip(1) {
            given.extend(quoted.split('\'').next().unwrap().split_whitespace().map(str::to_owned));
        }
        given.extend(names_after("data-", text).map(|name| format!("data-{name}")));
        given.extend(names_after("id=\"", text).map(|name| format!("#{name}")));
        given.extend(names_after("mark(\"", text).map(|name| format!("data-{name}")));
        if name.starts_with("src/app/state/visiting") {
            given.extend(literals(text).into_iter().map(|mark| format!("data-{mark}")));
        }
    }
    let prefixes: Vec<_> = given
        .iter()
        .filter_map(|name| name.split_once('{').map(|(start, _)| start.to_owned()))
        .filter(|start| start.len() > 2)
        .collect();
    let mut unused = BTreeSet::new();
    for rule in rules() {
        for name in names_after(".", &rule.selector) {
            if !given.contains(name) && !prefixes.iter().any(|start| name.starts_with(start.as_str())) {
                unused.insert(format!("{}: .{name}", rule.file));
            }
        }
        for name in names_after("[data-", &rule.selector).map(|name| format!("data-{name}")) {
            if !given.contains(&name) {
                unused.insert(format!("{}: [{name}]", rule.file));
            }
        }
        for name in names_after("#", &rule.selector).map(|name| format!("#{name}")) {
            if !given.contains(&name) {
                unused.insert(format!("{}: {name}", rule.file));
            }
        }
    }
    assert_eq!(unused, BTreeSet::new(), "styles that nothing wears");
}

#[test]
fn no_class_is_without_a_style() {
    let styled: BTreeSet<String> = rules()
        .iter()
        .flat_map(|rule| names_after(".", &rule.selector).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let mut bare = BTreeMap::new();
    for (name, text) in makers().into_iter().filter(|(name, _)| !name.starts_with("public/embed")) {
        for class in classes(&text)
            .into_iter()
            .filter(|class| !styled.contains(class) && !BARE.contains(&class.as_str()))
        {
            bare.entry(class).or_insert_with(Vec::new).push(name.clone());
        }
    }
    assert_eq!(bare, BTreeMap::new(), "classes that no style sheet knows");
    // Every exception is needed.
    for class in BARE {
        assert!(!styled.contains(class), "{class} has a style");
    }
}

#[test]
fn every_token_is_defined_and_used() {
    let rules = rules();
    let defined: BTreeSet<&str> = rules
        .iter()
        .filter(|rule| rule.file == "style/tokens.css")
        .flat_map(|rule| &rule.declarations)
        .filter(|(name, _)| name.starts_with("--"))
        .map(|(name, _)| name.as_str())
        .collect();
    let used: BTreeSet<&str> = rules
        .iter()
        .flat_map(|rule| &rule.declarations)
        .flat_map(|(_, value)| names_after("var(", value))
        .collect();
    let of_scripts = BTreeSet::from(["--near"]);
    assert!(defined.len() > 35);
    assert_eq!(
        used.difference(&defined).copied().collect::<BTreeSet<_>>(),
        of_scripts,
        "used, but not defined in tokens.css"
    );
    assert_eq!(defined.difference(&used).collect::<Vec<_>>(), Vec::<&&str>::new(), "defined, but not used");
    let script = files("src/platform", ".rs")
        .into_iter()
        .chain(files("public", ".js"))
        .any(|(_, text)| text.contains("--near"));
    assert!(script, "--near is set by a script");
}

#[test]
fn colours_and_sizes_of_text_are_tokens() {
    let is_colour = |word: &str| {
        word.starts_with('#')
            || ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|start| word.starts_with(start))
            || ["white", "black", "red", "gray", "grey"].contains(&word)
    };
    // Of the system: what forced colours and the surrounding text give.
    let sized = |value: &str| {
        let relative = value.ends_with("em")
            && !value.ends_with("rem")
            && value.trim_end_matches("em").parse::<f64>().is_ok();
        value == "inherit"
            || relative
            || (value.starts_with("var(--") && value.ends_with(')'))
            || value.starts_with("max(0.")
    };
    for rule in rules().iter().filter(|rule| rule.file != "style/tokens.css") {
        let place = format!("{}: {}", rule.file, rule.selector);
        for (name, value) in &rule.declarations {
            assert!(
                !value.split([' ', ',', '(']).any(is_colour) && !value.contains("rgb("),
                "{place}: {name}: {value}"
            );
            if name == "font-size" {
                assert!(sized(value), "{place}: {value} is no token");
            }
            if name == "font" {
                assert!(value == "inherit" || value.contains("var(--step"), "{place}: {value} is no token");
            }
            for pixels in value
                .split([' ', '(', ',', '/'])
                .filter_map(|word| word.trim_end_matches(')').strip_suffix("px"))
            {
                let size: f64 = pixels.parse().unwrap();
                assert!(size.abs() <= 8.0, "{place}: {size} px is more than a hairline");
            }
            // Hiding has to win over whatever shows; nothing else may shout.
            assert!(
                !value.contains("!important")
                    || (name.as_str(), value.as_str()) == ("display", "none !important"),
                "{place}: {name}: {value}"
            );
        }
    }
}

#[test]
fn nothing_moves_for_those_who_want_no_motion() {
    for rule in rules() {
        for (name, value) in &rule.declarations {
            let moves = name.starts_with("transition")
                || name.starts_with("animation")
                || (name == "scroll-behavior" && value == "smooth");
            let asked =
                rule.under.iter().any(|under| under.contains("prefers-reduced-motion: no-preference"));
            // It shows a text after a while, at once.
            let waits = rule.selector == ".waiting" && value == "waited 0s 12s forwards";
            assert!(!moves || asked || waits, "{}: {}: {name}: {value}", rule.file, rule.selector);
        }
    }
}

#[test]
fn no_rule_is_written_twice() {
    let mut seen = BTreeMap::new();
    for rule in rules() {
        let place = (rule.under.clone(), rule.selector.clone());
        for (name, _) in &rule.declarations {
            let before = seen.insert((place.clone(), name.clone()), rule.file.clone());
            assert!(
                before.is_none(),
                "{} and {}: {} {{ {name} }}",
                before.unwrap(),
                rule.file,
                rule.selector
            );
        }
    }
}

// ---------------------------------------------------------------- the page of parts

/// Parts that belong to a draft, a file, a whole form or the frame: `tests/journeys/screens.mjs` shows them where they stand.
const OF_A_DRAFT: [&str; 13] = [
    "Carry",
    "CopyText",
    "IdentityFields",
    "IndicatorTree",
    "OfUnit",
    "PackageHead",
    "PasteText",
    "RequiredField",
    "ScorePanel",
    "SupportedIndex",
    "UnitFilter",
    "WorkBar",
    "draft_options",
];

#[test]
fn every_part_is_on_the_page_of_parts() {
    let page: String = files("src/app/pages/gaya", ".rs").into_iter().map(|(_, text)| text).collect();
    let parts = files("src/app/parts", ".rs");
    let shown = |name: &str| page.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name);
    let mut names = BTreeSet::new();
    for (_, text) in &parts {
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let component = line == "#[component]";
            let line = if component { lines.next().unwrap() } else { line };
            let makes_view = component
                || (line.starts_with("pub fn ")
                    && (line.ends_with("AnyView {") || line.contains("Vec<AnyView>")));
            if let Some(name) = line.strip_prefix("pub fn ").filter(|_| makes_view) {
                names.insert(name.split(['(', '<']).next().unwrap().to_owned());
            }
        }
    }
    assert!(names.len() > 20, "{names:?}");
    let missing: Vec<_> =
        names.iter().filter(|name| !OF_A_DRAFT.contains(&name.as_str()) && !shown(name)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "parts that #/gaya does not show");
    // Its classes too: each that parts.css knows stands on the page, or in a part that does.
    let mut given = classes(&page);
    given.extend(literals(&page).into_iter().flat_map(str::split_whitespace).map(str::to_owned));
    for (_, text) in &parts {
        given.extend(classes(text));
        given.extend(literals(text).into_iter().flat_map(str::split_whitespace).map(str::to_owned));
    }
    let rules = rules();
    let of_parts: BTreeSet<&str> = rules
        .iter()
        .filter(|rule| rule.file == "style/parts.css")
        .flat_map(|rule| names_after(".", &rule.selector))
        .collect();
    let missing: Vec<_> =
        of_parts.iter().filter(|class| !given.contains(**class) && !class.starts_with("band-")).collect();
    assert_eq!(missing, Vec::<&&str>::new(), "classes of parts.css that #/gaya does not show");
    // Every token has its swatch or sample.
    let tokens: Vec<_> = rules
        .iter()
        .filter(|rule| rule.file == "style/tokens.css")
        .flat_map(|rule| &rule.declarations)
        .filter_map(|(name, _)| name.strip_prefix("--"))
        .collect();
    let unseen: Vec<_> = tokens
        .into_iter()
        .filter(|name| !literals(&page).contains(name))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let not_shown = [
        "chart",
        "chart-wide",
        "day",
        "far",
        "far-title",
        "font",
        "lift",
        "night",
        "pill",
        "shadow",
        "sheet",
    ];
    assert_eq!(unseen, not_shown, "tokens that #/gaya does not show");
}

#[test]
fn no_page_writes_the_label_help_or_error_of_a_field_itself() {
    // The label of the ladder's steps, of the order of a list, and of a draft's new name, each inside a line.
    let labels = ["src/app/pages/assess/ladder.rs", "src/app/pages/evidence/narrow.rs"];
    for (name, text) in files("src/app/pages", ".rs") {
        assert!(
            !text.contains("class=\"help") && !text.contains("class=\"field\""),
            "{name}: a field by hand"
        );
        assert!(!text.contains("-error\")"), "{name}: an error by hand");
        assert_eq!(text.contains("<label for"), labels.contains(&&*name), "{name}: a label by hand");
    }
}

// ---------------------------------------------------------------- colours

/// The colours of one scheme: the first (day) or second (night) value of each token.
fn colours(night: bool) -> BTreeMap<String, Colour> {
    let mut found = BTreeMap::new();
    for rule in rules().iter().filter(|rule| rule.file == "style/tokens.css") {
        for (name, value) in &rule.declarations {
            let start = if night { "var(--night, " } else { "var(--day, " };
            if let Some((_, rest)) = value.split_once(start)
                && let Some(colour) = Colour::parse(rest.split(')').next().unwrap())
            {
                found.insert(name[2..].to_owned(), colour);
            }
        }
    }
    assert!(found.len() >= 21, "{found:?}");
    found
}

/// What stands on what, and the least contrast of the two (WCAG 2.2: 1.4.3 for text, 1.4.11 for lines and marks).
const PAIRS: [(&[&str], &[&str], f64); 6] = [
    (
        &["ink", "ink-soft", "accent", "good", "warn", "bad"],
        &["paper", "ground", "raised", "accent-wash"],
        4.5,
    ),
    (&["ink", "ink-soft", "accent", "warn"], &["warn-wash"], 4.5),
    (&["ink", "ink-soft", "accent", "bad"], &["bad-wash"], 4.5),
    (&["ink", "ink-soft", "good"], &["good-wash"], 4.5),
    (&["accent-ink"], &["accent"], 4.5),
    // The outlines of controls, the ring of the focus, filled steps and bars.
    (&["line-strong", "accent", "level-4"], &["paper", "ground", "raised", "accent-wash"], 3.0),
];

#[test]
fn everything_can_be_read_by_day_and_by_night() {
    for night in [false, true] {
        let colours = colours(night);
        for (inks, grounds, least) in PAIRS {
            for (ink, ground) in inks.iter().flat_map(|ink| grounds.iter().map(move |ground| (ink, ground))) {
                let ratio = colours[*ink].contrast(colours[*ground]);
                assert!(ratio >= least, "{ink} on {ground}: {ratio:.2}, night: {night}");
            }
        }
        // The levels rise: each is told from the one before.
        for level in 2..=5 {
            let ratio = colours[&format!("level-{level}")].contrast(colours[&format!("level-{}", level - 1)]);
            assert!(ratio >= 1.25, "level {level}: {ratio:.2}");
        }
        // What lies on the scale is outlined in what is around it.
        assert!(colours["level-3"].contrast(colours["raised"]) >= 3.0);
    }
}
