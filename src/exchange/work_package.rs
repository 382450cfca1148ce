//! The part of an assessment that one unit is given, as a file of its own.

use std::collections::BTreeSet;

use crate::assessment::merge::{Entry, Place};
use crate::assessment::{Assessment, Book, Briefing, Event, Stamp, Subject, WorkOrder};
use crate::json::Extra;

/// The work package of a unit: its indicators with their answers at every stage, the documents that are
/// linked to them, and nothing of the others. None where there is no such unit.
///
/// `of` should be sealed ([`Assessment::seal`]) and kept so: what is edited there later is then known to
/// be newer than what the package holds. Without that, merging asks more than it has to.
pub fn work_package(of: &Assessment, unit: &str, issued: Stamp) -> Option<Assessment> {
    let owner = of.units.get(unit)?;
    let mut part = of.clone();
    part.seal();
    let indicators = owner.indicators.clone();
    for answers in part.answers.values_mut() {
        answers.retain(|number, _| indicators.contains(number));
    }
    part.answers.retain(|_, answers| !answers.is_empty());
    part.assessed.retain(|number, _| indicators.contains(number));
    part.links.retain(|key, _| indicators.contains(&key.indicator));
    let linked: BTreeSet<_> = part.links.keys().map(|key| key.evidence.clone()).collect();
    part.evidence.retain(|id, _| linked.contains(id));
    // Questions and steps are its indicators'; holidays and closed stages are everybody's, and stay as they are.
    let of_part =
        |book: Book, key: &str| book.indicator(key).is_some_and(|number| indicators.contains(&number));
    part.records.retain(|book, key| of_part(book, key) || matches!(book, Book::Holidays | Book::Closed));
    part.records.known_only();
    let holds = |place: &Place| match place {
        Place::Answer(_, number, _) | Place::Assessed(number) => indicators.contains(number),
        Place::Link(key) => indicators.contains(&key.indicator) && linked.contains(&key.evidence),
        Place::Document(id, _) => linked.contains(id),
        Place::Record(book, key, _) => of_part(*book, key),
        _ => false,
    };
    let begun = |entry: &Entry| match entry {
        Entry::Answer(_, number) => indicators.contains(number),
        Entry::Document(id) => linked.contains(id),
        Entry::Record(book, key) => of_part(*book, key),
        Entry::Unit(_) | Entry::Other(_) => false,
    };
    part.revisions = part.revisions.of_part(begun, holds);
    part.log.retain(|subject| match subject {
        Subject::Field(place) => holds(place),
        Subject::Document(id) => linked.contains(id),
        Subject::Record(book, key) => of_part(*book, key),
        Subject::Unit(_) | Subject::Event(_) => false,
    });
    // The head is the coordinator's: it says whose assessment this is, and no more.
    part.title = None;
    part.target = None;
    part.units.clear();
    part.briefing = Briefing::default();
    part.extra = Extra::new();
    part.order = Some(Box::new(WorkOrder {
        unit: unit.to_owned(),
        name: owner.name.clone(),
        contact: owner.contact.clone(),
        instructions: of.briefing.instructions.clone(),
        due: of.briefing.due,
        issued,
        returned: None,
        extra: Extra::new(),
        indicators,
    }));
    Some(part)
}

/// A work package as it goes back to who made it: sealed, and stamped. Anything else is only sealed.
pub fn sent_back(package: &Assessment, returned: Stamp) -> Assessment {
    let mut back = package.clone();
    back.seal();
    if let Some(order) = &mut back.order {
        back.log.note(Event::Returned, &order.name, &returned);
        order.returned = Some(returned);
    }
    back
}
