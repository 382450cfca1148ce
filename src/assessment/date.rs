use std::fmt;

use serde::Serialize;
use serde_json::Value as Json;

use crate::json::{At, Misfit, Take};

/// A day of the calendar, `2026-11-22` in data, from the year 1900 to 2999. Its order is that of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day that exists: not 31 February.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1900..=2999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, or the first ten letters of a moment in that form.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digits = |from: usize, to: usize| {
            let part = bytes.get(from..to).filter(|part| part.iter().all(u8::is_ascii_digit))?;
            Some(part.iter().fold(0u16, |number, digit| number * 10 + u16::from(digit - b'0')))
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let small = |from, to| digits(from, to).and_then(|number| u8::try_from(number).ok());
        Self::new(digits(0, 4)?, small(5, 7)?, small(8, 10)?)
    }

    pub fn year(self) -> u16 {
        self.year
    }

    pub fn month(self) -> u8 {
        self.month
    }

    pub fn day(self) -> u8 {
        self.day
    }

    /// How many days lie from this one to another one; less than 0 if that was before.
    pub fn days_until(self, other: Self) -> i64 {
        other.count() - self.count()
    }

    /// The day so many days later, or earlier where they are less than 0. None beyond all years.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let count = self.count().checked_add(days).filter(|count| *count >= 0)?;
        // The reverse of `count`: 400 years of the calendar always have 146,097 days.
        let (cycle, day) = (count / 146_097, count % 146_097);
        let year_of_cycle = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = 1600 + 400 * cycle + year_of_cycle + next;
        Self::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The day of the week: 0 is Monday, 6 is Sunday.
    pub fn weekday(self) -> u8 {
        // 1 March 1600 was a Wednesday.
        u8::try_from((self.count() + 2).rem_euclid(7)).unwrap_or_default()
    }

    /// Days since 1 March 1600.
    fn count(self) -> i64 {
        // Counted from March on, the odd day of a leap year is the last one of its year.
        let (year, month) = (i64::from(self.year) - 1600, i64::from(self.month));
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(self.day) - 1
    }

    /// The same day so many years later; 29 February becomes 28 February where there is none.
    pub fn plus_years(self, years: u8) -> Self {
        let year = (self.year + u16::from(years)).min(2999);
        Self { year, month: self.month, day: self.day.min(days_in(year, self.month)) }
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && !year.is_multiple_of(100)
            || year.is_multiple_of(400) && month == 2 =>
        {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Take for Date {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        json.as_str().and_then(Self::parse).ok_or_else(|| at.misfit("a day that exists, such as 2026-11-22"))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day of the calendar, such as 2026-11-22.",
            "type": "string",
            "pattern": "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years_and_centuries() {
        let day = |text| Date::parse(text).unwrap();
        let apart = [
            ("2026-11-22", "2026-11-22", 0),
            ("2026-11-13", "2026-11-22", 9),
            ("2024-02-28", "2024-03-01", 2),
            ("2023-02-28", "2023-03-01", 1),
            ("1900-02-28", "1900-03-01", 1),
            ("1999-12-31", "2000-01-01", 1),
            ("2000-01-01", "2026-11-22", 9822),
            // As Python's datetime counts them.
            ("1900-01-01", "2999-12-31", 401_766),
        ];
        for (from, to, days) in apart {
            assert_eq!(day(from).days_until(day(to)), days, "{from} {to}");
            assert_eq!(day(to).days_until(day(from)), -days, "{to} {from}");
        }
    }

    #[test]
    fn only_days_that_exist_are_read() {
        for day in ["2024-02-29", "2000-02-29", "2026-11-30", "1900-01-01", "2999-12-31"] {
            assert_eq!(Date::parse(day).unwrap().to_string(), day);
        }
        let wrong = [
            "2023-02-29",
            "1900-02-29",
            "2026-02-31",
            "2026-11-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "1899-12-31",
            "3000-01-01",
            "31-02-2026",
            "2026-1-1",
            "2026/01/01",
            "",
            "2026-01-01 ",
            "٢٠٢٦-01-01",
        ];
        for text in wrong {
            assert_eq!(Date::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn days_later_are_days_of_the_calendar() {
        let (first, last) = (Date::new(1900, 1, 1).unwrap(), Date::new(2999, 12, 31).unwrap());
        assert_eq!((first.weekday(), last.weekday()), (0, 1), "as Python's datetime says");
        assert_eq!((first.plus_days(-1), last.plus_days(1)), (None, None));
        assert_eq!((first.plus_days(i64::MIN), last.plus_days(i64::MAX)), (None, None));
        assert_eq!(first.plus_days(401_766), Some(last));
        // Every day there is, one after the other.
        let (mut day, mut weekday) = (first, 0);
        while day != last {
            let next = day.plus_days(1).unwrap();
            let same_month = (next.year, next.month, next.day) == (day.year, day.month, day.day + 1);
            let next_month = next.day == 1
                && day.day == days_in(day.year, day.month)
                && (u16::from(next.month), next.year)
                    == if day.month == 12 { (1, day.year + 1) } else { (u16::from(day.month) + 1, day.year) };
            assert!(same_month || next_month, "{day} {next}");
            assert_eq!(next.plus_days(-1), Some(day));
            weekday = (weekday + 1) % 7;
            assert_eq!(next.weekday(), weekday, "{next}");
            day = next;
        }
    }

    #[test]
    fn years_later_stays_a_day() {
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(day("2024-02-29").plus_years(2), day("2026-02-28"));
        assert_eq!(day("2024-02-29").plus_years(4), day("2028-02-29"));
        assert!(day("2024-11-22") < day("2024-12-01"));
    }
}
