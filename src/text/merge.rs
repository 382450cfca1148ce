//! How people read what differs between two copies.

use serde_json::Value as Json;

use super::{Language, bytes, date, document_kind, evidence_status, readable, records, stage, value};
use crate::assessment::merge::{
    AnswerPart, Choice, Choices, Comparison, Content, Difference, DocumentPart, Fate, Place, UnitPart,
};
use crate::assessment::{Assessment, InstrumentRef, Required, Stage, Stamp, Status, Subject};
use crate::instrument::{HEAD, Instrument};

/// Most characters of a text that are shown of it.
const SHOWN: usize = 80;

/// A place in words: "indikator 12, Fakta".
pub fn place(language: Language, of: &Comparison, place: &Place) -> String {
    place_in(language, &[of.mine(), of.theirs()], place)
}

/// The same in any copies of an assessment. The first one's stage is the present one.
pub fn place_in(language: Language, copies: &[&Assessment], place: &Place) -> String {
    let texts = &language.texts().merge;
    let document = |id: &str| (texts.document)(&title(copies, id));
    match place {
        Place::Agency => texts.agency.to_owned(),
        Place::Year => texts.year.to_owned(),
        Place::Title => texts.title.to_owned(),
        Place::Target => texts.target.to_owned(),
        Place::Stage => texts.stage.to_owned(),
        Place::Required => texts.required.to_owned(),
        Place::Briefing => language.texts().units.briefing.to_owned(),
        Place::Unit(id, part) => unit_part(language, copies, id, part),
        Place::Record(book, key, part) => {
            let record = records::record(language, copies, *book, key);
            records::part(language, part).map_or(record.clone(), |part| format!("{record}, {part}"))
        }
        Place::Extra(key) | Place::Other(key) => (texts.extra)(key),
        Place::Assessed(number) => format!("{}, {}", (texts.indicator)(*number), texts.assessed),
        Place::Answer(at, number, part) => {
            let part = answer_part(language, part);
            let indicator = (texts.indicator)(*number);
            if copies.first().is_some_and(|first| *at == first.stage) {
                format!("{indicator}, {part}")
            } else {
                format!("{indicator} ({}), {part}", stage(language, *at))
            }
        }
        Place::Document(id, DocumentPart::Whole) => document(id),
        Place::Document(id, part) => format!("{}, {}", document(id), field(language, part)),
        Place::Link(key) => {
            let level = u16::from(key.level);
            format!("{}, {}", document(&key.evidence), (texts.link)(key.indicator, level))
        }
    }
}

/// In what two editions of an instrument differ, as a sentence; see [`InstrumentRef::differing`].
pub fn editions(
    language: Language,
    mine: &InstrumentRef,
    theirs: &InstrumentRef,
    now: &Instrument,
) -> String {
    let texts = &language.texts().merge;
    let Some(parts) = mine.differing(theirs, now) else { return texts.editions_unknown.to_owned() };
    let numbers: Vec<_> = parts.iter().filter(|part| *part != HEAD).map(String::as_str).collect();
    let indicators = (!numbers.is_empty()).then(|| (texts.editions_indicators)(&numbers.join(", ")));
    let head = (numbers.len() < parts.len()).then(|| texts.editions_head.to_owned());
    let all: Vec<_> = indicators.into_iter().chain(head).collect();
    (texts.editions_differ)(&all.join("; "))
}

/// A field of an answer: "fakta".
pub fn answer_part(language: Language, part: &AnswerPart) -> String {
    let texts = &language.texts().merge;
    match part {
        AnswerPart::Value => texts.value.to_owned(),
        AnswerPart::Facts => texts.facts.to_owned(),
        AnswerPart::Analysis => texts.analysis.to_owned(),
        AnswerPart::Note => texts.note.to_owned(),
        AnswerPart::Justification => texts.justification.to_owned(),
        AnswerPart::Extra(key) | AnswerPart::ExplanationExtra(key) => (texts.extra)(key),
    }
}

/// The title of a document, even if it is in no register any more.
pub fn title(copies: &[&Assessment], id: &str) -> String {
    let there = copies.iter().find_map(|copy| copy.evidence.get(id)).map(|document| &document.title);
    readable(there.or_else(|| told(copies, &Subject::Document(id.to_owned()))).map_or(id, String::as_str))
}

/// The name of a unit, even if it is gone.
pub fn unit_name(copies: &[&Assessment], id: &str) -> String {
    let there = copies.iter().find_map(|copy| copy.units.get(id)).map(|unit| &unit.name);
    readable(there.or_else(|| told(copies, &Subject::Unit(id.to_owned()))).map_or(id, String::as_str))
}

/// What was called so when it came or went.
pub(super) fn told<'a>(copies: &[&'a Assessment], subject: &Subject) -> Option<&'a String> {
    let mut entries = copies.iter().flat_map(|copy| copy.log.entries().rev());
    let entry = entries.find(|entry| entry.subject == *subject)?;
    Some(if entry.to.is_empty() { &entry.from } else { &entry.to })
}

fn unit_part(language: Language, copies: &[&Assessment], id: &str, part: &UnitPart) -> String {
    let texts = &language.texts().units;
    let unit = (texts.unit)(&unit_name(copies, id));
    match part {
        UnitPart::Name => format!("{unit}, {}", texts.name),
        UnitPart::Contact => format!("{unit}, {}", texts.contact),
        UnitPart::Owns(number) => format!("{unit}, {}", (texts.owns)(*number)),
        UnitPart::Extra(key) => format!("{unit}, {}", (language.texts().merge.extra)(key)),
        UnitPart::Whole => unit,
    }
}

fn field(language: Language, part: &DocumentPart) -> String {
    let fields = &language.texts().merge.fields;
    let at = match part {
        DocumentPart::Title => 0,
        DocumentPart::Kind => 1,
        DocumentPart::Number => 2,
        DocumentPart::Date => 3,
        DocumentPart::ValidUntil => 4,
        DocumentPart::Unit => 5,
        DocumentPart::Location => 6,
        DocumentPart::Pages => 7,
        DocumentPart::Remark => 8,
        DocumentPart::File => 9,
        DocumentPart::Reviews => 10,
        DocumentPart::Whole => return String::new(),
        DocumentPart::Extra(key) => return (language.texts().merge.extra)(key),
    };
    fields[at].to_owned()
}

/// What stands in a place, in short.
pub fn content(language: Language, place: &Place, content: &Content) -> String {
    let texts = &language.texts().merge;
    let quoted = |text: &str| {
        let mut short: String =
            text.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
        if text.chars().count() > SHOWN {
            short.push('…');
        }
        format!("“{}”", short.trim())
    };
    match content {
        // The first stage is what is not written.
        Content::None if *place == Place::Stage => stage(language, Stage::default()).to_owned(),
        Content::None => texts.nothing.to_owned(),
        Content::Agency(agency) => quoted(&agency.name),
        Content::Year(year) => year.to_string(),
        Content::Text(text) => quoted(text),
        Content::Value(of) => value(language, *of),
        Content::Stage(of) => stage(language, *of).to_owned(),
        Content::Required(Required::Diterima) => evidence_status(language, Status::Diterima).to_owned(),
        Content::Required(Required::Dikirim) => evidence_status(language, Status::Dikirim).to_owned(),
        Content::Kind(kind) => document_kind(language, *kind).to_owned(),
        Content::Date(day) => date(language, &day.to_string()),
        Content::File(file) => quoted(&file.name),
        Content::Reviews(reviews) => {
            let status = reviews.last().map_or(Status::Draf, |review| review.status);
            evidence_status(language, status).to_owned()
        }
        Content::Link(link) if link.pages.is_empty() => texts.linked.to_owned(),
        Content::Link(link) => quoted(&link.pages),
        Content::Assessed(assessed) => value(language, assessed.value),
        Content::Json(Json::Bool(true)) => language.texts().records.yes.to_owned(),
        Content::Json(json) => quoted(&json.to_string()),
        Content::Document(_) | Content::Unit(_) | Content::Record(_) => texts.changed.to_owned(),
        Content::Owned => language.texts().units.owned.to_owned(),
        Content::Briefing(briefing) if briefing.instructions.is_empty() => match briefing.due {
            Some(due) => date(language, &due.to_string()),
            None => texts.nothing.to_owned(),
        },
        Content::Briefing(briefing) => quoted(&briefing.instructions),
    }
}

/// Who and when: "Budi, 22 Nov 2026".
pub fn who(language: Language, stamp: &Stamp) -> String {
    let by = if stamp.by.trim().is_empty() { language.texts().merge.somebody } else { stamp.by.trim() };
    let day = stamp.at.as_str().get(..10).unwrap_or_default();
    format!("{by}, {}", date(language, day))
}

/// A difference as a sentence: where, and what both sides say.
pub fn difference(language: Language, of: &Comparison, names: [&str; 2], one: &Difference) -> String {
    let side = |name: &str, what: &Content, stamp: &Stamp| {
        // Nobody signs what is not there, unless it was deleted.
        format!("{name}: {} ({})", content(language, &one.place, what), who(language, stamp))
    };
    format!(
        "{}: {}; {}.",
        place(language, of, &one.place),
        side(names[0], &one.mine, &one.mine_by),
        side(names[1], &one.theirs, &one.theirs_by)
    )
}

/// What stands in a place, in full.
pub fn whole(language: Language, place: &Place, of: &Content) -> String {
    match of {
        Content::Text(text) => text.clone(),
        Content::Agency(agency) => agency.name.clone(),
        Content::Json(json) => json.to_string(),
        Content::Link(link) if !link.pages.is_empty() => link.pages.clone(),
        Content::File(file) => {
            let start = file.sha256.as_deref().and_then(|digest| digest.get(..8));
            let digest = start.map(|start| format!(", {start}…")).unwrap_or_default();
            format!("{} ({}{digest})", file.name, bytes(language, file.size))
        }
        Content::Reviews(reviews) => {
            let line = |review: &crate::assessment::Review| {
                let status = evidence_status(language, review.status);
                let note = if review.note.is_empty() { String::new() } else { format!(": {}", review.note) };
                format!("{status} ({}){note}", who(language, &review.stamp))
            };
            reviews.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Content::Document(document) => document.title.clone(),
        other => content(language, place, other),
    }
}

/// Most pairs of words that are compared to tell two texts apart.
const PAIRS: usize = 250_000;

/// Two texts, each in pieces of whole words: whether the other one lacks a piece, and the piece.
pub fn apart<'a>(one: &'a str, other: &'a str) -> [Vec<(bool, &'a str)>; 2] {
    let words = |text: &'a str| text.split_inclusive(char::is_whitespace).collect::<Vec<_>>();
    let (ours, others) = (words(one), words(other));
    let start = ours.iter().zip(&others).take_while(|(a, b)| a == b).count();
    let (ours_left, others_left) = (&ours[start..], &others[start..]);
    let end = ours_left.iter().rev().zip(others_left.iter().rev()).take_while(|(a, b)| a == b).count();
    let (from, to) = (&ours_left[..ours_left.len() - end], &others_left[..others_left.len() - end]);
    let mut alike = [vec![true; ours.len()], vec![true; others.len()]];
    alike[0][start..start + from.len()].fill(false);
    alike[1][start..start + to.len()].fill(false);
    // Texts that are too long differ as a whole.
    if from.len() * to.len() <= PAIRS {
        // How many words there are in common, at most, from each pair of words on.
        let width = to.len() + 1;
        let mut common = vec![0_u32; (from.len() + 1) * width];
        for (a, word) in from.iter().enumerate().rev() {
            for (b, other) in to.iter().enumerate().rev() {
                let (here, below) = (a * width + b, (a + 1) * width + b);
                common[here] =
                    if word == other { common[below + 1] + 1 } else { common[below].max(common[here + 1]) };
            }
        }
        let (mut a, mut b) = (0, 0);
        while a < from.len() && b < to.len() {
            if from[a] == to[b] {
                alike[0][start + a] = true;
                alike[1][start + b] = true;
                (a, b) = (a + 1, b + 1);
            } else if common[(a + 1) * width + b] >= common[a * width + b + 1] {
                a += 1;
            } else {
                b += 1;
            }
        }
    }
    let [mine, theirs] = alike;
    [pieces(one, &ours, &mine), pieces(other, &others, &theirs)]
}

/// Words that follow each other become one piece.
fn pieces<'a>(text: &'a str, words: &[&str], alike: &[bool]) -> Vec<(bool, &'a str)> {
    let mut pieces: Vec<(bool, &'a str)> = Vec::new();
    let (mut from, mut at) = (0, 0);
    for (position, word) in words.iter().enumerate() {
        at += word.len();
        if alike.get(position + 1) != Some(&alike[position]) {
            pieces.push((!alike[position], &text[from..at]));
            from = at;
        }
    }
    pieces
}

/// What became of each difference when a file was merged, a row for each that matters: file, place, outcome,
/// what stood here, what stands in the file, who wrote that and when.
pub fn report(language: Language, file: &str, of: &Comparison, choices: &Choices) -> Vec<[String; 6]> {
    let t = &language.texts().merging;
    let row = |one: &Difference| {
        let outcome = match one.fate {
            Fate::Kept => return None,
            Fate::New => t.was_new,
            Fate::Taken => t.was_taken,
            Fate::Together => t.was_together,
            Fate::Conflict => match choices.of(one) {
                Some(Choice::Theirs) => t.chose_theirs,
                Some(Choice::Both) => t.chose_both,
                Some(Choice::Mine) | None => t.chose_mine,
            },
        };
        let side = |content: &Content| match content {
            Content::None if one.place != Place::Stage => String::new(),
            content => whole(language, &one.place, content),
        };
        Some([
            file.to_owned(),
            place(language, of, &one.place),
            outcome.to_owned(),
            side(&one.mine),
            side(&one.theirs),
            who(language, &one.theirs_by),
        ])
    };
    of.differences.iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn texts_are_told_apart_by_whole_words() {
        assert_eq!(
            apart("Perwali 41 tahun 2022 berlaku", "Perwali 12 tahun 2024 berlaku"),
            [
                vec![
                    (false, "Perwali "),
                    (true, "41 "),
                    (false, "tahun "),
                    (true, "2022 "),
                    (false, "berlaku")
                ],
                vec![
                    (false, "Perwali "),
                    (true, "12 "),
                    (false, "tahun "),
                    (true, "2024 "),
                    (false, "berlaku")
                ],
            ]
        );
        assert_eq!(
            apart("a b", "a b c"),
            [vec![(false, "a "), (true, "b")], vec![(false, "a "), (true, "b c")]]
        );
        assert_eq!(apart("", "é ü"), [vec![], vec![(true, "é ü")]]);
        let long = "kata ".repeat(2_000);
        for (one, other) in
            [("a b a", "a a"), ("x", "x x"), ("ab ab", "ab"), ("", ""), ("é\n", "é"), (&*long, "lain lagi")]
        {
            let [mine, theirs] = apart(one, other);
            for (pieces, text) in [(&mine, one), (&theirs, other)] {
                assert_eq!(pieces.iter().map(|(_, piece)| *piece).collect::<String>(), text);
            }
            let alike = |pieces: &[(bool, &str)]| -> String {
                pieces.iter().filter(|(differs, _)| !differs).map(|(_, piece)| *piece).collect()
            };
            assert_eq!(alike(&mine), alike(&theirs));
        }
    }
}
