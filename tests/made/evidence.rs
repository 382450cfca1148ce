//! Documents and links that nobody would think of.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use takar::assessment::{
    Date, EVIDENCE_LIMIT, Evidence, EvidenceId, FileFact, Link, LinkKey, Links, Review, Stamp, Status,
};
use takar::instrument::{DocumentKind, Instrument, Level, Number};

use super::{Fractions, any_extra, any_name, any_stamp, any_text, any_time};

/// Every place of an instrument that a document can be linked to.
pub fn places(instrument: &Instrument) -> Vec<(Number, Level, Option<String>)> {
    let mut places = Vec::new();
    for indicator in instrument.indicators() {
        for &level in indicator.criteria.keys() {
            places.push((indicator.number, level, None));
            let expected = indicator.evidence.iter().filter(|expected| expected.is_for(level));
            places.extend(expected.map(|expected| (indicator.number, level, Some(expected.id.clone()))));
        }
    }
    places
}

pub fn any_date() -> impl Strategy<Value = Date> {
    (1900u16..=2999, 1u8..=12, 1u8..=31).prop_filter_map("a day that exists", |(y, m, d)| Date::new(y, m, d))
}

fn any_digest() -> impl Strategy<Value = String> {
    // Few, so that the same content turns up twice.
    prop_oneof![select(vec!['0', '1', 'f']).prop_map(|c| c.to_string().repeat(64)), "[0-9a-f]{64}"]
}

fn any_file(fractions: Fractions) -> impl Strategy<Value = FileFact> {
    let media = prop_oneof![Just(String::new()), Just("application/pdf".to_owned()), any::<String>()];
    (any_name(), any::<u64>(), media, option::of(any_digest()), any_extra(fractions)).prop_map(
        |(name, size, media_type, sha256, extra)| FileFact { name, size, media_type, sha256, extra },
    )
}

/// A review that has a reviewer, and a note where its status asks for one.
pub fn any_review(fractions: Fractions) -> impl Strategy<Value = Review> {
    let by = "[A-Za-z][A-Za-z ]{0,12}";
    (select(Status::ALL.to_vec()), any_text(), any_time(), by, any_extra(fractions)).prop_map(
        |(status, mut note, at, by, extra)| {
            if status.needs_note() && note.trim().is_empty() {
                note.push_str("Belum lengkap.");
            }
            Review { status, note, stamp: Stamp { at, by, extra } }
        },
    )
}

pub fn any_document(fractions: Fractions) -> impl Strategy<Value = Evidence> {
    let short = || any_text().prop_map(|text| text.chars().take(EVIDENCE_LIMIT).collect::<String>());
    let head = (any_name(), option::of(select(DocumentKind::ALL.to_vec())), short());
    let days = (option::of(any_date()), option::of(any_date()));
    let body = (short(), short(), short(), any_text(), option::of(any_file(fractions)));
    let tail = (vec(any_review(fractions), 0..4), option::of(any_stamp(fractions)), any_extra(fractions));
    (head, days, body, tail).prop_map(|(head, (date, valid_until), body, tail)| {
        let (title, kind, number) = head;
        let (unit, location, pages, remark, file) = body;
        let (reviews, changed, extra) = tail;
        Evidence {
            title,
            kind,
            number,
            date,
            valid_until,
            unit,
            location,
            pages,
            remark,
            file,
            reviews,
            changed,
            extra,
        }
    })
}

pub fn any_link(fractions: Fractions) -> impl Strategy<Value = Link> {
    (any_text(), any_extra(fractions)).prop_map(|(pages, extra)| Link { pages, extra })
}

/// A register and links between its documents and the places of an instrument.
pub fn any_register(
    instrument: &'static Instrument,
    fractions: Fractions,
) -> impl Strategy<Value = (BTreeMap<EvidenceId, Evidence>, Links)> {
    // Few ids, so that two registers share some.
    let id = prop_oneof![3 => "b-[1-5]", 1 => "[A-Za-z0-9-]{1,40}"];
    let links = vec((any::<Index>(), any::<Index>(), any_link(fractions)), 0..6);
    let places = places(instrument);
    (btree_map(id, any_document(fractions), 0..4), links).prop_map(move |(register, links)| {
        let ids: Vec<_> = register.keys().collect();
        let link = |(document, place, link): (Index, Index, Link)| {
            let (indicator, level, expected) = places[place.index(places.len())].clone();
            let evidence = (*document.get(&ids)).clone();
            (LinkKey { indicator, level, expected, evidence }, link)
        };
        let links = if ids.is_empty() { Links::new() } else { links.into_iter().map(link).collect() };
        (register, links)
    })
}
