//! Which indicators the list shows.

use crate::assessment::Assessment;
use crate::instrument::{Indicator, Instrument};
use crate::score::Support;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    Open,
    /// Valued below the assessment's target; unanswered ones count as the scale's minimum.
    BelowTarget,
    /// Claimed higher than its documents support.
    Unsupported,
    /// Without a value of the present stage: what it has is taken over, or it has none.
    TakenOver,
}

impl Filter {
    pub const ALL: [Self; 5] = [Self::All, Self::Open, Self::BelowTarget, Self::Unsupported, Self::TakenOver];

    pub fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::BelowTarget => "below-target",
            Self::Unsupported => "unsupported",
            Self::TakenOver => "taken-over",
        }
    }

    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|filter| filter.code() == code).unwrap_or_default()
    }
}

/// Whether an indicator passes the filter and holds every word of the search, in its number,
/// titles or criteria.
pub fn shows(
    instrument: &Instrument,
    assessment: &Assessment,
    support: &Support,
    indicator: &Indicator,
    filter: Filter,
    search: &str,
) -> bool {
    let value = assessment.value(indicator.number);
    let passes = match filter {
        Filter::All => true,
        Filter::Open => value.is_none(),
        Filter::BelowTarget => {
            assessment.target.is_some_and(|target| value.unwrap_or(instrument.scale.min) < target)
        }
        Filter::TakenOver => assessment.answer(indicator.number).and_then(|answer| answer.value).is_none(),
        Filter::Unsupported => support.is_short(indicator.number),
    };
    passes && matches(indicator, search)
}

fn matches(indicator: &Indicator, search: &str) -> bool {
    let search = search.trim().to_lowercase();
    if search.is_empty() {
        return true;
    }
    if search.bytes().all(|b| b.is_ascii_digit()) {
        return indicator.number.to_string().starts_with(&search);
    }
    let mut text = format!("{} {} ", indicator.title, indicator.short_title);
    text.extend(indicator.other_titles.iter().chain(indicator.criteria.values()).map(String::as_str));
    let text = text.to_lowercase();
    search.split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Agency, AgencyKind, Change, Stage, Stamp, Time, apply};
    use crate::instrument::{Value, load, shipped};
    use crate::score::support;

    fn draft() -> (Instrument, Assessment) {
        let instrument = load(shipped("spbe-2020").unwrap()).unwrap();
        let stamp = Stamp::new(Time::parse("2026-01-01T00:00:00Z").unwrap(), "");
        let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
        let mut draft = Assessment::new("x".into(), &instrument, agency, 2025, stamp.clone());
        let level = |indicator, level| Change::Value {
            stage: Stage::Mandiri,
            indicator,
            value: Some(Value::whole(level)),
        };
        let target = Change::Target(Some(Value::whole(3)));
        let all = Change::All(vec![level(1, 2), level(2, 3), target]);
        apply(&mut draft, &instrument, all, stamp).unwrap();
        (instrument, draft)
    }

    fn shown(filter: Filter, search: &str) -> Vec<u16> {
        let (instrument, draft) = draft();
        let support = support(&instrument, &draft);
        let all = instrument.indicators();
        all.filter(|i| shows(&instrument, &draft, &support, i, filter, search)).map(|i| i.number).collect()
    }

    #[test]
    fn filters_show_what_they_say() {
        assert_eq!(shown(Filter::All, "").len(), 47);
        assert_eq!(shown(Filter::Open, ""), (3..=47).collect::<Vec<_>>());
        assert_eq!(shown(Filter::BelowTarget, "").len(), 46);
        assert!(!shown(Filter::BelowTarget, "").contains(&2));
        assert_eq!(shown(Filter::Unsupported, ""), [1, 2], "claims above level 1, and no documents");
    }

    #[test]
    fn at_a_later_stage_only_its_own_values_count_as_given() {
        let (instrument, mut draft) = draft();
        let value = Change::Value { stage: Stage::Dokumen, indicator: 2, value: Some(Value::whole(2)) };
        let all = Change::All(vec![Change::Stage(Stage::Dokumen), value]);
        let stamp = draft.changed.clone();
        apply(&mut draft, &instrument, all, stamp).unwrap();
        let support = support(&instrument, &draft);
        let left = |number| {
            let indicator = instrument.indicator(number).unwrap();
            shows(&instrument, &draft, &support, indicator, Filter::TakenOver, "")
        };
        assert_eq!([1, 2, 3].map(left), [true, false, true]);
    }

    #[test]
    fn a_number_finds_numbers_and_words_find_titles_in_any_order() {
        assert_eq!(shown(Filter::All, "4"), [4, 40, 41, 42, 43, 44, 45, 46, 47]);
        assert_eq!(shown(Filter::All, " 12 "), [12]);
        assert!(shown(Filter::All, "RENCANA peta").contains(&12));
        assert!(shown(Filter::All, "zzz").is_empty());
    }
}
