//! What is doubtful about a document, in words.

use super::{Language, date, document_kind};
use crate::assessment::LinkKey;
use crate::instrument::Indicator;
use crate::score::Concern;

/// The sorts of document that the item of a link asks for.
pub fn asked_kinds(language: Language, indicator: &Indicator, key: &LinkKey) -> String {
    let item = indicator.evidence.iter().find(|item| key.expected.as_ref() == Some(&item.id));
    let kinds = item.map(|item| item.kinds.as_slice()).unwrap_or_default();
    kinds.iter().map(|kind| document_kind(language, *kind)).collect::<Vec<_>>().join("; ")
}

/// What there is to say about a document on one rung of an indicator. Nothing where its place on the
/// page says it already, or where it is about the document alone. `by_items`: only documents that
/// answer an item count.
pub fn link_concern(
    language: Language,
    indicator: &Indicator,
    by_items: bool,
    concern: &Concern,
) -> Option<String> {
    let t = &language.texts().evidence;
    Some(match concern {
        Concern::TooOld { date: day, years, rule, .. } => {
            let text = (t.too_old)(&date(language, &day.to_string()), *years);
            format!("{text} {}", (t.rule)(&rule.text))
        }
        Concern::NoDate { rule, .. } => format!("{} {}", t.no_date, (t.rule)(&rule.text)),
        Concern::WrongKind { key } => (t.wrong_kind)(&asked_kinds(language, indicator, key)),
        Concern::NoKind { key } => (t.no_kind)(&asked_kinds(language, indicator, key)),
        Concern::NoItem { .. } if by_items => t.no_item_uncounted.to_owned(),
        Concern::NoItem { .. } => t.no_item.to_owned(),
        Concern::Expired { until } => (t.expired)(&date(language, &until.to_string())),
        _ => return None,
    })
}
