//! Days, times and matters in words.

use std::collections::BTreeSet;

use crate::assessment::{Assessment, Clock, Date, Due, Question, Session, Step, Zone};
use crate::calendar::{Calendar, DueItem, Kind, Matter, Rest};
use crate::instrument::{Instrument, Number};
use crate::text::{Language, date, readable};

/// "Senin, 23 Nov 2026".
pub fn full_date(language: Language, day: Date) -> String {
    let weekday = language.texts().interview.weekdays[usize::from(day.weekday().min(6))];
    format!("{weekday}, {}", date(language, &day.to_string()))
}

/// Why a day is no working day: "cuti bersama: Idulfitri".
pub fn rest(language: Language, rest: &Rest) -> String {
    let t = &language.texts().interview;
    match rest {
        Rest::Weekend => t.weekend.to_owned(),
        // Names of joint leave begin with that word.
        Rest::Listed(Kind::Joint, name) if name.to_lowercase().starts_with("cuti bersama") => name.clone(),
        Rest::Listed(Kind::Joint, name) => format!("{name} ({})", t.joint),
        Rest::Listed(Kind::National, name) => format!("{name} ({})", t.national),
        Rest::Own(name) => format!("{} ({})", readable(name), t.own),
    }
}

pub fn zone(language: Language, zone: Zone) -> &'static str {
    let at = Zone::ALL.into_iter().position(|one| one == zone).unwrap_or_default();
    language.texts().interview.zones[at]
}

/// When a session runs: "09.00–11.30 WIB".
pub fn span(language: Language, session: &Session) -> String {
    let clock = |clock: Clock| match language {
        Language::Indonesian => clock.to_string().replace(':', "."),
        Language::English => clock.to_string(),
    };
    match (session.start, session.end) {
        (None, _) => language.texts().interview.no_time.to_owned(),
        (Some(start), None) => format!("{} {}", clock(start), zone(language, session.zone)),
        (Some(start), Some(end)) => {
            format!("{}–{} {}", clock(start), clock(end), zone(language, session.zone))
        }
    }
}

/// Numbers with their runs drawn together: "1, 2, 5–8".
pub fn numbers(numbers: &BTreeSet<Number>) -> String {
    let mut runs: Vec<(Number, Number)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let run = |(first, last): (Number, Number)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(", ")
}

/// The sort of a thing that is due.
pub fn matter(language: Language, of: &Matter) -> String {
    let t = &language.texts().interview;
    match of {
        Matter::Question { indicator, .. } => (t.matter_question)(*indicator),
        Matter::Package => t.matter_package.to_owned(),
        Matter::Step { indicator, level } => (t.matter_step)(*indicator, *level),
    }
}

/// What is to be done, in the words of who noted it: the follow-up, or else the question.
pub fn matter_text(of: &Assessment, matter: &Matter) -> String {
    let text = match matter {
        Matter::Question { key, .. } => {
            let question = of.records.get::<Question>(key).unwrap_or_default();
            if question.follow_up.trim().is_empty() { question.question } else { question.follow_up }
        }
        Matter::Package => {
            let order = of.order.as_ref();
            order.map_or(&of.briefing.instructions, |order| &order.instructions).clone()
        }
        Matter::Step { indicator, level } => {
            of.records.get::<Step>(&format!("{indicator}:{level}")).unwrap_or_default().note
        }
    };
    text.trim().to_owned()
}

/// The working days that are left until a day, in words: "3 hari kerja lagi". A day that is over is late by one
/// at least, also where no working day lies between.
pub fn left(language: Language, calendar: &Calendar, today: Date, day: Date) -> String {
    let days = calendar.working_days_between(today, day);
    (language.texts().interview.left)(if day < today { days.min(-1) } else { days })
}

/// The name of the unit that has to do something; nothing where nobody was named or the unit is gone.
pub fn unit_of(of: &Assessment, owner: &str) -> Option<String> {
    let here = of.units.get(owner).map(|unit| &unit.name);
    let packed = of.order.as_ref().filter(|order| order.unit == owner).map(|order| &order.name);
    here.or(packed).map(|name| readable(name))
}

/// What is due as rows of a table, with the titles of its columns first. Days are as in data.
pub fn due_rows(
    language: Language,
    instrument: &Instrument,
    of: &Assessment,
    calendar: &Calendar,
    today: Date,
    items: &[DueItem],
) -> Vec<Vec<String>> {
    let t = &language.texts().interview;
    let row = |item: &DueItem| {
        let day = item.day.as_ref().ok().map(|counted| counted.day);
        let indicator = match item.matter {
            Matter::Question { indicator, .. } | Matter::Step { indicator, .. } => Some(indicator),
            Matter::Package => None,
        };
        let title = indicator.and_then(|number| instrument.indicator(number));
        vec![
            unit_of(of, &item.owner).unwrap_or_default(),
            day.map(|day| day.to_string()).unwrap_or_default(),
            day.map(|day| left(language, calendar, today, day)).unwrap_or_default(),
            matter(language, &item.matter),
            indicator.map(|number| number.to_string()).unwrap_or_default(),
            title.map(|indicator| indicator.short_title.clone()).unwrap_or_default(),
            matter_text(of, &item.matter),
            match item.due {
                Due::Within { from, days } => (t.due_within)(days, &from.to_string()),
                Due::On(_) => String::new(),
            },
        ]
    };
    let titles = t.columns.iter().map(|title| (*title).to_owned()).collect();
    std::iter::once(titles).chain(items.iter().map(row)).collect()
}
