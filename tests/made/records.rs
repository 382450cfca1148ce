//! Entries of books that nobody would think of.

use proptest::collection::btree_map;
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};
use takar::assessment::Records;
use takar::instrument::Instrument;
use takar::json::{At, Take};

use super::evidence::any_date;
use super::{Fractions, any_extra, any_name, any_stamp, any_text};

/// With these fields, unknown ones, and perhaps a stamp.
fn entry(
    fields: impl Strategy<Value = Json> + 'static,
    fractions: Fractions,
) -> impl Strategy<Value = Json> + 'static {
    (fields, any_extra(fractions), proptest::option::of(any_stamp(fractions))).prop_map(
        |(fields, extra, changed)| {
            let mut all = extra;
            all.retain(|key, _| key.starts_with("x-"));
            if let Json::Object(fields) = fields {
                all.extend(fields);
            }
            if let Some(changed) = changed {
                all.insert("changed".into(), serde_json::to_value(changed).unwrap());
            }
            Json::Object(all)
        },
    )
}

fn book(
    key: impl Strategy<Value = String> + 'static,
    entry: impl Strategy<Value = Json> + 'static,
) -> impl Strategy<Value = Json> + 'static {
    btree_map(key, entry, 0..3).prop_map(|all| Json::Object(all.into_iter().collect::<Map<_, _>>()))
}

/// All books of what leads to the final result.
pub fn any_records(instrument: &'static Instrument, fractions: Fractions) -> impl Strategy<Value = Records> {
    let numbers: Vec<_> = instrument.indicators().map(|indicator| indicator.number).collect();
    let number = proptest::sample::select(numbers);
    let id = "[A-Za-z0-9-]{1,40}";
    let stage = proptest::sample::select(vec!["mandiri", "dokumen", "interviu", "visitasi", "akhir"]);
    let closed = (any_name(), any_date(), any_text())
        .prop_map(|(by, on, note)| json!({ "by": by, "on": on, "note": note }));
    let session = (any_name(), proptest::option::of(any_date()), any_text(), number.clone()).prop_map(
        |(title, date, attendees, number)| {
            json!({
                "title": title, "date": date, "start": "09:30", "zone": "wita", "attendees": attendees,
                "indicators": [number]
            })
        },
    );
    let question = (any_text(), any_text(), any_date(), 1u8..=99, any::<bool>()).prop_map(
        |(question, answer, from, days, done)| {
            json!({ "question": question, "answer": answer, "due": format!("{from}+{days}"), "done": done })
        },
    );
    let holiday =
        (any_name(), any::<bool>()).prop_map(|(name, works)| json!({ "name": name, "works": works }));
    let aim = any::<bool>().prop_map(|locked| json!({ "target": "3.00", "locked": locked }));
    let step = (1u16..=999, any::<bool>(), any_text()).prop_map(
        |(effort, planned, note)| json!({ "effort": effort, "planned": planned, "progress": "berjalan", "note": note }),
    );
    let scenario = (any_name(), number.clone())
        .prop_map(|(name, number)| json!({ "name": name, "values": { number.to_string(): "3.00" } }));
    let finding = (any_text(), any_text())
        .prop_map(|(strengths, weaknesses)| json!({ "strengths": strengths, "weaknesses": weaknesses }));
    let cover = (any_text(), any_text()).prop_map(
        |(letterhead, role)| json!({ "letterhead": letterhead, "signatories": [{ "role": role, "name": "A" }] }),
    );
    let of = number.clone();
    let books = (
        book(stage.prop_map(str::to_owned), entry(closed, fractions)),
        book(id, entry(session, fractions)),
        book((number.clone(), id).prop_map(|(of, id)| format!("{of}:{id}")), entry(question, fractions)),
        book(any_date().prop_map(|day| day.to_string()), entry(holiday, fractions)),
        book(of.prop_map(|of| of.to_string()), entry(aim, fractions)),
        book((number, 2u8..=5).prop_map(|(of, level)| format!("{of}:{level}")), entry(step, fractions)),
        book(id, entry(scenario, fractions)),
        book(Just("all".to_owned()), entry(finding, fractions)),
        book(Just("cover".to_owned()), entry(cover, fractions)),
    );
    let names =
        ["closed", "sessions", "questions", "holidays", "aims", "steps", "scenarios", "findings", "cover"];
    books.prop_map(move |(a, b, c, d, e, f, g, h, i)| {
        let books = names.into_iter().map(str::to_owned).zip([a, b, c, d, e, f, g, h, i]);
        Records::take(Json::Object(books.collect()), &At::ROOT).unwrap()
    })
}
