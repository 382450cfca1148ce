//! What pages are made of. Each part exists once.

mod chip;
mod difference;
mod draft_options;
mod evidence;
mod field;
mod files;
mod gauge;
mod identity;
mod indicator_tree;
mod message;
mod number;
mod package_head;
mod radar_chart;
mod score_panel;
mod steps;
mod unit_filter;
mod work;

pub use crate::text::{asked_kinds, link_concern};
pub use chip::{PredicateChip, bands};
pub use difference::{difference, signed};
pub use draft_options::draft_options;
pub use evidence::{RequiredField, StatusChip, SupportedIndex};
pub use field::{TextField, described_by};
pub use files::FilesButton;
pub use gauge::Gauge;
pub use identity::{Identity, IdentityFields, Mistake};
pub use indicator_tree::{Choosing, IndicatorTree};
pub use message::{FailedMessage, Pair};
pub use number::NumberField;
pub use package_head::PackageHead;
pub use radar_chart::RadarChart;
pub use score_panel::ScorePanel;
pub use steps::Steps;
pub use unit_filter::{OfUnit, UnitFilter};
pub use work::WorkBar;
