//! The results of all agencies as the ministry published them (SPBE 2023 and 2024), and where one of them
//! stands among its kind.
//!
//! Source: Laporan Evaluasi SPBE 2023 (621 agencies) and 2024 (615), Kementerian PANRB. The
//! figures are shipped as printed, in `public/results/`; what is odd about single rows is in [`Oddity`].

mod list;
mod names;
mod oddity;
mod place;
mod quartiles;
mod read;

pub use list::{PAGE, Sort, Wanted, found};
pub use oddity::Oddity;
pub use place::{Standing, Summary};
pub use quartiles::{BINS, Quarter, Quartiles, bin_from, histogram, quartiles};
pub use read::{BadRow, Measure, Published, Results};

/// The years whose results are here.
pub const YEARS: [u16; 2] = [2023, 2024];

/// The instrument of these years. Values of another one are not held against them.
pub const INSTRUMENT: &str = "spbe-2020";

/// The domains of [`INSTRUMENT`] as the lists call them, in their order.
pub const DOMAINS: [&str; 4] = ["Kebijakan", "Tata kelola", "Manajemen", "Layanan"];

/// The ids of these domains in the instrument.
pub const DOMAIN_IDS: [&str; 4] = ["domain-1", "domain-2", "domain-3", "domain-4"];

/// The predicates of the lists, from the lowest.
pub const PREDICATES: [&str; 5] = ["Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan"];
