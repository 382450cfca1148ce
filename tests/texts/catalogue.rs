//! Reads both languages' catalogues as texts, as far as Rust has to be known for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::iter::Peekable;
use std::path::Path;
use std::vec::IntoIter;

#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Word(String),
    Text(String),
    Mark(char),
}

/// One language's file, and those of the areas that have a folder of their own.
pub fn source(name: &str) -> String {
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    let mut files: Vec<_> = fs::read_dir(&texts).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_dir());
    files.sort();
    files.insert(0, texts);
    let files = files.iter().map(|folder| folder.join(format!("{name}.rs"))).filter(|file| file.exists());
    files.map(|file| fs::read_to_string(file).unwrap()).collect::<Vec<_>>().join("\n")
}

pub fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '/' if rest.peek() == Some(&'/') => while rest.next_if(|c| *c != '\n').is_some() {},
            '"' => tokens.push(Token::Text(literal(&mut rest))),
            c if c.is_alphanumeric() || c == '_' => {
                let mut word = String::from(c);
                while let Some(c) = rest.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(c);
                }
                tokens.push(Token::Word(word));
            }
            c if c.is_whitespace() => {}
            c => tokens.push(Token::Mark(c)),
        }
    }
    tokens
}

/// The rest of a text in quotes, with its escapes resolved.
fn literal(rest: &mut Peekable<std::str::Chars>) -> String {
    let mut text = String::new();
    loop {
        match rest.next().expect("a text ends") {
            '"' => return text,
            '\\' => match rest.next().expect("an escape ends") {
                '\n' => while rest.next_if(|c| c.is_whitespace()).is_some() {},
                'n' => text.push('\n'),
                c @ ('"' | '\\') => text.push(c),
                c => panic!("this reader does not know \\{c}"),
            },
            c => text.push(c),
        }
    }
}

/// Texts by where they stand: `Frame.skip`, `problem.Empty`, in the order of the file.
pub struct Catalogue {
    pub order: Vec<String>,
    pub texts: BTreeMap<String, Vec<String>>,
}

impl Catalogue {
    fn of(name: &str) -> Self {
        let mut catalogue = Self { order: Vec::new(), texts: BTreeMap::new() };
        let mut rest = tokens(&source(name)).into_iter().peekable();
        while let Some(token) = rest.next() {
            match (token, rest.peek()) {
                // const NAME: Type = Type { … };
                (Token::Mark('='), Some(Token::Word(_))) => {
                    let Some(Token::Word(kind)) = rest.next() else { unreachable!() };
                    if rest.next_if_eq(&Token::Mark('{')).is_some() {
                        catalogue.fields(&kind, &mut rest);
                    }
                }
                (Token::Word(word), Some(Token::Word(name))) if word == "fn" => {
                    let name = name.clone();
                    catalogue.function(&name, &mut rest);
                }
                _ => {}
            }
        }
        catalogue
    }

    fn add(&mut self, place: String, text: String) {
        self.texts.entry(place).or_default().push(text);
    }

    /// The fields of a value, after its opening brace.
    fn fields(&mut self, kind: &str, rest: &mut Peekable<IntoIter<Token>>) {
        while let Some(token) = rest.next() {
            let name = match token {
                Token::Mark('}') => return,
                Token::Mark(',') => continue,
                Token::Word(name) => name,
                other => panic!("{kind}: {other:?}"),
            };
            let place = format!("{kind}.{name}");
            self.order.push(place.clone());
            if rest.next_if_eq(&Token::Mark(':')).is_none() {
                continue; // `problem,`: a function of that name.
            }
            let mut depth = 0;
            let mut first = None;
            loop {
                match rest.peek().expect("a field ends") {
                    Token::Mark(',' | '}') if depth == 0 => break,
                    // Another value in its place: `home: Home { … }`.
                    Token::Mark('{') if depth == 0 && first.is_some() => {
                        rest.next();
                        let Some(Token::Word(inner)) = first.take() else { unreachable!() };
                        self.fields(&inner, rest);
                        break;
                    }
                    _ => {}
                }
                let token = rest.next().unwrap();
                match &token {
                    Token::Mark('{' | '(' | '[') => depth += 1,
                    Token::Mark('}' | ')' | ']') => depth -= 1,
                    // What stands between a closure's bars ends at no comma.
                    Token::Mark('|') => while rest.next().unwrap() != Token::Mark('|') {},
                    Token::Text(text) => self.add(place.clone(), text.clone()),
                    _ => {}
                }
                first = matches!(&token, Token::Word(word) if word.starts_with(char::is_uppercase))
                    .then_some(token);
            }
        }
    }

    /// A function's texts, by the variant they are for.
    fn function(&mut self, name: &str, rest: &mut Peekable<IntoIter<Token>>) {
        let mut depth = 0;
        let mut place = format!("{name}.before");
        while let Some(token) = rest.next() {
            match token {
                Token::Mark('{') => depth += 1,
                Token::Mark('}') if depth == 1 => return,
                Token::Mark('}') => depth -= 1,
                // Problem::Empty
                Token::Word(word)
                    if depth > 1
                        && ["Problem", "Refused"].contains(&word.as_str())
                        && rest.next_if_eq(&Token::Mark(':')).is_some() =>
                {
                    rest.next();
                    let Some(Token::Word(variant)) = rest.next() else { panic!("{name}: no variant") };
                    place = format!("{name}.{variant}");
                    self.order.push(place.clone());
                }
                Token::Text(text) => self.add(place.clone(), text),
                _ => {}
            }
        }
    }

    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts
            .iter()
            .flat_map(|(place, texts)| texts.iter().map(move |text| (place.as_str(), text.as_str())))
    }
}

pub const LANGUAGES: [&str; 2] = ["id", "en"];

pub fn catalogues() -> [Catalogue; 2] {
    LANGUAGES.map(Catalogue::of)
}

/// Fields of every struct in `texts.rs`: what there is to be found.
pub fn declared() -> BTreeSet<String> {
    let mut declared = BTreeSet::new();
    let mut kind = String::new();
    for words in tokens(&source("texts")).windows(3) {
        match words {
            [Token::Word(word), Token::Word(name), _] if word == "struct" => kind.clone_from(name),
            [Token::Word(word), Token::Word(name), Token::Mark(':')]
                if word == "pub" && kind != "Message" =>
            {
                declared.insert(format!("{kind}.{name}"));
            }
            _ => {}
        }
    }
    declared
}

/// The words of a text, without marks and placeholders.
pub fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '{' && c != '}')
        .filter(|w| !w.contains(['{', '}']))
        .collect()
}

/// What a text leaves open: `{name}`, `{}`.
pub fn holes(text: &str) -> Vec<&str> {
    text.match_indices('{')
        .map(|(at, _)| &text[at..=at + text[at..].find('}').expect("a hole ends")])
        .collect()
}
