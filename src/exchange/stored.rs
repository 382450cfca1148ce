//! A draft as the browser's storage holds it, with what it stands on.

use super::manifest::write_compact;
use crate::assessment::Assessment;
use crate::assessment::merge::Ground;
use crate::fingerprint::fingerprint;

/// The field that names the stored states a text stands on. It is in stored texts only: [`super::read`]
/// drops it.
pub(super) const FIELD: &str = "stored";

/// As [`write_compact`], and what it stands on: `"t a b < c d | c=agency"`: tab t wrote it
/// on a and b, c and d are further below, and something else than what c has stays as the agency.
pub fn write_stored(assessment: &Assessment, on: &Ground) -> String {
    let mut text = write_compact(assessment);
    if on.on.is_empty() {
        return text;
    }
    let mut words = vec![on.by.clone()];
    words.extend(on.on.iter().cloned());
    words.push("<".to_owned());
    words.extend(on.past.iter().cloned());
    words.push("|".to_owned());
    words.extend(on.over.iter().map(|(state, place)| format!("{state}={place}")));
    // None of these words holds a mark that JSON would escape.
    text.replace_range(..1, &format!("{{\"{FIELD}\":\"{}\",", words.join(" ")));
    text
}

/// The name of a stored text, made of the text itself, and what it says that it stands on.
pub fn stored_state(text: &str) -> (String, Ground) {
    let mut ground = Ground::default();
    let on = text.strip_prefix("{\"").and_then(|rest| rest.strip_prefix(FIELD));
    let on = on.and_then(|rest| rest.strip_prefix("\":\"")).and_then(|rest| rest.split_once('"'));
    let mut part = 0;
    let mut words = on.map_or("", |(words, _)| words).split_whitespace();
    ground.by = words.next().unwrap_or_default().to_owned();
    for word in words {
        match (word, part) {
            ("<" | "|", _) => part += 1,
            (word, 0) => drop(ground.on.insert(word.to_owned())),
            (word, 1) => ground.past.push(word.to_owned()),
            (word, _) => {
                if let Some((state, Ok(place))) = word.split_once('=').map(|(s, place)| (s, place.parse())) {
                    ground.over.insert((state.to_owned(), place));
                }
            }
        }
    }
    (fingerprint(text), ground)
}
