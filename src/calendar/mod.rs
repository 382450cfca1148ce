//! Days: working days and holidays, sessions by day and room, what is due, and all of it as iCalendar.

mod agenda;
mod ics;
mod published;
mod still_due;
mod working;

pub use agenda::{Clash, DayOf, Span, agenda, clashes, in_no_session, moments};
pub use ics::{Event, When, web_address, write_ics};
pub use published::{Kind, Listed, Published, Year, shipped_holidays};
pub use still_due::{DueItem, Matter, still_due};
pub use working::{Calendar, Counted, LOOK_AHEAD, Rest, TooFar};
