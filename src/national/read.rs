use super::names::{key, plain};
use super::{Oddity, YEARS};
use crate::assessment::AgencyKind;
use crate::instrument::Value;

/// One agency's result of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    pub year: u16,
    /// As people know it: "Kabupaten Bantul".
    pub name: String,
    /// As the list prints it: "Pemerintah Kab. Bantul".
    pub printed: String,
    pub kind: AgencyKind,
    /// The same for all years of an agency, whatever its name in them.
    pub agency: String,
    /// Kebijakan, tata kelola, manajemen, layanan; `None` where the list cannot be read.
    pub domains: [Option<Value>; 4],
    pub index: Value,
    pub predicate: String,
    pub oddity: Option<Oddity>,
    /// Both names in small letters, to be searched.
    pub(super) words: String,
}

/// What of a result is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    #[default]
    Index,
    /// 0 to 3.
    Domain(usize),
}

impl Measure {
    pub const ALL: [Self; 5] =
        [Self::Index, Self::Domain(0), Self::Domain(1), Self::Domain(2), Self::Domain(3)];
}

impl Published {
    pub fn value(&self, measure: Measure) -> Option<Value> {
        match measure {
            Measure::Index => Some(self.index),
            Measure::Domain(at) => self.domains.get(at).copied().flatten(),
        }
    }
}

/// A line that is no result. Lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadRow {
    pub year: u16,
    pub line: usize,
}

/// The results of all years, in the order of the lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    pub rows: Vec<Published>,
}

impl Results {
    /// Reads the lists of [`YEARS`], in that order.
    ///
    /// # Errors
    /// The first line that is no result.
    pub fn read(lists: [&str; 2]) -> Result<Self, BadRow> {
        let mut rows = Vec::with_capacity(1300);
        for (year, text) in YEARS.into_iter().zip(lists) {
            let mut lines = text.lines().enumerate();
            if lines.next().is_none_or(|(_, head)| head != HEAD) {
                return Err(BadRow { year, line: 1 });
            }
            for (at, line) in lines {
                rows.push(row(year, line).ok_or(BadRow { year, line: at + 1 })?);
            }
        }
        Ok(Self { rows })
    }
}

const HEAD: &str = "agency,kind,kebijakan,tata_kelola,manajemen,layanan,index,predicate";

fn row(year: u16, line: &str) -> Option<Published> {
    let [printed, kind, d1, d2, d3, d4, index, predicate] = <[String; 8]>::try_from(cells(line)?).ok()?;
    let cell = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
    let kind = AgencyKind::from_code(&kind.replace(' ', "-"))?;
    let name = plain(&printed, kind);
    Some(Published {
        year,
        kind,
        agency: key(&printed, kind),
        domains: [cell(&d1)?, cell(&d2)?, cell(&d3)?, cell(&d4)?],
        index: index.parse().ok()?,
        predicate: (!predicate.is_empty()).then_some(predicate)?,
        oddity: Oddity::of(year, &printed),
        words: format!("{name}\n{printed}").to_lowercase(),
        name,
        printed,
    })
}

/// The cells of a line; commas within quotes are part of a name. Nothing where a quote is not closed.
fn cells(line: &str) -> Option<Vec<String>> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            letter => cells.last_mut()?.push(letter),
        }
    }
    (!quoted).then_some(cells)
}
