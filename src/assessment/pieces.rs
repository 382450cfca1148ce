use std::iter::once;

use super::{Assessment, Change, Evidence, EvidenceId, Field, Link, LinkKey, Links};
use std::collections::BTreeMap;

/// An assessment as the edits that would make it, each with the JSON path of what it writes. Whether
/// each is allowed is whether the assessment keeps the rules.
pub fn pieces(of: &Assessment) -> impl Iterator<Item = (String, Change)> {
    let head = [
        ("$.agency.name", Change::Agency(of.agency.clone())),
        ("$.year", Change::Year(of.year)),
        ("$.title", Change::Title(of.title.clone())),
        ("$.target", Change::Target(of.target)),
    ];
    let head = head.into_iter().map(|(path, change)| (path.to_owned(), change));
    let answers = of.answers.iter().flat_map(|(&stage, answers)| {
        answers.iter().flat_map(move |(&indicator, answer)| {
            let path = format!("$.answers.{}.{indicator}", stage.code());
            let value = Change::Value { stage, indicator, value: answer.value };
            let texts = &answer.explanation;
            let texts = [
                (Field::Facts, "explanation.facts", &texts.facts),
                (Field::Analysis, "explanation.analysis", &texts.analysis),
                (Field::Note, "note", &answer.note),
                (Field::Justification, "justification", &answer.justification),
            ];
            let of_value = once((format!("{path}.value"), value));
            of_value.chain(texts.into_iter().map(move |(field, name, text)| {
                let change = Change::Text { stage, indicator, field, text: text.clone() };
                (format!("{path}.{name}"), change)
            }))
        })
    });
    let assessed = of.assessed.iter().map(|(&indicator, assessed)| {
        let assessed = Some(assessed.clone());
        (format!("$.assessed.{indicator}"), Change::Assessed { indicator, assessed })
    });
    let units = of.units.iter().map(|(id, unit)| {
        let change = Change::Unit { id: id.clone(), unit: Some(Box::new(unit.clone())) };
        (format!("$.units.{id}"), change)
    });
    let records = of.records.entries().map(|(book, key, record)| {
        let record = Some(Box::new(record.clone()));
        let change = Change::Record { book, key: key.to_owned(), record };
        (format!("$.records.{}.{key}", book.code()), change)
    });
    let order = of.order.iter().map(|order| ("$.order".to_owned(), Change::Order(Some(order.clone()))));
    let work = once(("$.briefing".to_owned(), Change::Briefing(of.briefing.clone()))).chain(order);
    head.chain(answers)
        .chain(pieces_of_register(&of.evidence, &of.links))
        .chain(assessed)
        .chain(units)
        .chain(records)
        .chain(work)
}

/// The same for documents and their links. A link is named by its document and place
/// (`$.links[b-1, 12:3]`), not by its position: files may list links in any order.
pub fn pieces_of_register(
    register: &BTreeMap<EvidenceId, Evidence>,
    links: &Links,
) -> impl Iterator<Item = (String, Change)> {
    let documents = register.iter().map(|(id, evidence)| {
        let change = Change::Evidence { id: id.clone(), evidence: Some(Box::new(evidence.clone())) };
        (format!("$.evidence.{id}"), change)
    });
    let links = links.iter().map(|(key, link): (&LinkKey, &Link)| {
        let path = format!("$.links[{}, {}:{}]", key.evidence, key.indicator, key.level);
        (path, Change::Link { key: key.clone(), link: Some(link.clone()) })
    });
    documents.chain(links)
}
