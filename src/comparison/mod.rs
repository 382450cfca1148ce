//! Assessments beside each other: what differs, what rose and what fell, and how it went over the years.
//!
//! Values of one instrument are subtracted, exactly; those of different ones never are.

mod change;
mod column;
mod table;
mod years;

pub use change::{Changes, Move, changes};
pub use column::{View, groups, score_of, views};
pub use table::{Cell, Of, Row, table};
pub use years::{Dated, over_years};

/// Most columns that are compared at once.
pub const MOST: usize = 20;
