//! Working days: which days are none, and counting those that are.

use std::collections::BTreeMap;

use super::published::{Kind, Published};
use crate::assessment::{Assessment, Date, Due, Holiday};

/// How many days are looked at, at most, to find so many working days: three years. Beyond that the list of
/// holidays is not one by which anybody works.
pub const LOOK_AHEAD: i64 = 1096;

/// Why nobody works on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Saturday or Sunday. Where people work on Saturdays, they enter those days as working days.
    Weekend,
    /// Named by the list that comes with the app.
    Listed(Kind, String),
    /// Entered in the assessment.
    Own(String),
}

/// A day that was found by counting, and what was passed over on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub day: Date,
    /// Days that were not counted, and why, in their order.
    pub skipped: Vec<(Date, Rest)>,
    /// Years on the way of which the list knows no holidays.
    pub unlisted: Vec<u16>,
}

/// So many working days are not to be found within [`LOOK_AHEAD`] days, or the calendar ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFar;

/// The list of holidays with an assessment's own changes to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// By year the list knows; their days with kind and name.
    listed: BTreeMap<u16, BTreeMap<Date, (Kind, String)>>,
    own: BTreeMap<Date, Holiday>,
}

impl Calendar {
    pub fn new(published: &Published, own: impl IntoIterator<Item = (Date, Holiday)>) -> Self {
        let days = |year: &super::Year| {
            year.days.iter().map(|day| (day.date, (day.kind, day.name.clone()))).collect::<BTreeMap<_, _>>()
        };
        let listed = published.years().map(|year| (year.year, days(year))).collect();
        Self { listed, own: own.into_iter().collect() }
    }

    /// The calendar of an assessment.
    pub fn of(published: &Published, assessment: &Assessment) -> Self {
        let own = assessment.records.all::<Holiday>();
        Self::new(published, own.filter_map(|(day, holiday)| Some((Date::parse(day)?, holiday))))
    }

    /// Whether the list knows the holidays of a year.
    pub fn lists(&self, year: u16) -> bool {
        self.listed.contains_key(&year)
    }

    /// Why nobody works on a day; None for a working day. What the assessment says of a day goes before the
    /// list, and the list before the weekend, so that a name is told where there is one.
    pub fn rest(&self, day: Date) -> Option<Rest> {
        if let Some(own) = self.own.get(&day) {
            return (!own.works).then(|| Rest::Own(own.name.clone()));
        }
        if let Some((kind, name)) = self.listed.get(&day.year()).and_then(|days| days.get(&day)) {
            return Some(Rest::Listed(*kind, name.clone()));
        }
        (day.weekday() >= 5).then_some(Rest::Weekend)
    }

    pub fn is_working(&self, day: Date) -> bool {
        match self.own.get(&day) {
            Some(own) => own.works,
            None => {
                day.weekday() < 5 && self.listed.get(&day.year()).is_none_or(|days| !days.contains_key(&day))
            }
        }
    }

    /// The day on which so many working days have passed. The day itself does not count: of five working days
    /// after a session on a Thursday, the first is the next working day. 0 is the day itself, whatever it is.
    ///
    /// # Errors
    /// When there are not so many in sight.
    pub fn working_days_after(&self, day: Date, number: u32) -> Result<Counted, TooFar> {
        let (mut at, mut left, mut skipped) = (day, number, Vec::new());
        for _ in 0..LOOK_AHEAD {
            if left == 0 {
                break;
            }
            at = at.plus_days(1).ok_or(TooFar)?;
            match self.rest(at) {
                None => left -= 1,
                Some(why) => skipped.push((at, why)),
            }
        }
        if left > 0 {
            return Err(TooFar);
        }
        let unlisted = (day.year()..=at.year()).filter(|year| !self.lists(*year)).collect();
        Ok(Counted { day: at, skipped, unlisted })
    }

    /// How many working days lie after one day, up to and with another one; less than 0 if that was before:
    /// then those after it, up to and with the first one.
    pub fn working_days_between(&self, from: Date, to: Date) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let weekdays = weekdays_until(to) - weekdays_until(from);
        let Some(first) = from.plus_days(1).filter(|first| *first <= to) else { return 0 };
        let years = self.listed.range(first.year()..=to.year()).map(|(_, days)| days);
        let listed = years.flat_map(|days| days.range(first..=to)).map(|(day, _)| *day);
        let off = listed.filter(|day| day.weekday() < 5 && !self.own.contains_key(day)).count();
        let own = self.own.range(first..=to);
        let own: i64 = own.map(|(day, own)| i64::from(own.works) - i64::from(day.weekday() < 5)).sum();
        weekdays - i64::try_from(off).unwrap_or_default() + own
    }
}

/// Mondays to Fridays up to and with a day, counted from some Monday before all days.
fn weekdays_until(day: Date) -> i64 {
    // 1 January 1900 was a Monday.
    let days = Date::new(1900, 1, 1).map_or(0, |first| first.days_until(day)) + 1;
    days / 7 * 5 + (days % 7).min(5)
}

impl Due {
    /// The day on which something is due, with what was passed over to find it.
    ///
    /// # Errors
    /// As [`Calendar::working_days_after`].
    pub fn day(self, calendar: &Calendar) -> Result<Counted, TooFar> {
        match self {
            Self::On(day) => Ok(Counted { day, skipped: Vec::new(), unlisted: Vec::new() }),
            Self::Within { from, days } => calendar.working_days_after(from, u32::from(days)),
        }
    }
}
