//! The list of holidays that comes with the app: `public/holidays/indonesia.json`.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::assessment::Date;
use crate::json::{At, Misfit, Object, Take, parse};

/// What makes a day of the list a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Libur nasional (Keputusan Presiden 8/2024, before it 251/1967 and its changes).
    National,
    /// Cuti bersama: offices of the state are closed.
    Joint,
}

/// A day of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub date: Date,
    pub kind: Kind,
    /// As the decree calls it.
    pub name: String,
}

/// The holidays of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    pub year: u16,
    /// The decrees that name them: the joint decree of three ministers, then what changed it.
    pub sources: Vec<String>,
    pub days: Vec<Listed>,
}

/// The holidays of the years whose decrees are known. For another year nothing can be said but its weekends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    years: BTreeMap<u16, Year>,
}

impl Published {
    /// Reads the list.
    ///
    /// # Errors
    /// What does not fit, and where: it says so of a list that was damaged on its way.
    pub fn read(text: &str) -> Result<Self, Misfit> {
        let json = parse(text).map_err(|_| At::ROOT.misfit("a JSON document"))?;
        let mut object = Object::open(json, &At::ROOT)?;
        if object.need::<String>("format")? != "takar-holidays" || object.need::<u8>("version")? != 1 {
            return Err(At::ROOT.key("format").misfit("takar-holidays, version 1"));
        }
        let mut years = BTreeMap::new();
        for year in object.need::<Vec<Year>>("years")? {
            let at = At::ROOT.key("years");
            if years.insert(year.year, year).is_some() {
                return Err(at.misfit("every year once"));
            }
        }
        object.done()?;
        Ok(Self { years })
    }

    /// The years it knows, from the first.
    pub fn years(&self) -> impl Iterator<Item = &Year> {
        self.years.values()
    }

    pub fn year(&self, year: u16) -> Option<&Year> {
        self.years.get(&year)
    }

    pub fn day(&self, date: Date) -> Option<&Listed> {
        self.years.get(&date.year())?.days.iter().find(|day| day.date == date)
    }
}

/// The list itself, for tests on the host. The page fetches it.
pub fn shipped_holidays() -> &'static str {
    include_str!("../../public/holidays/indonesia.json")
}

impl Take for Year {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let year =
            Self { year: object.need("year")?, sources: object.need("sources")?, days: object.need("days")? };
        object.done()?;
        let in_order = year.days.windows(2).all(|pair| pair[0].date < pair[1].date);
        if !in_order || year.days.iter().any(|day| day.date.year() != year.year) {
            return Err(at.key("days").misfit("days of this year, each once, in their order"));
        }
        Ok(year)
    }
}

impl Take for Listed {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let mut object = Object::open(json, at)?;
        let kind = match &*object.need::<String>("kind")? {
            "nasional" => Kind::National,
            "cuti-bersama" => Kind::Joint,
            _ => return Err(at.key("kind").misfit("nasional or cuti-bersama")),
        };
        let day = Self { date: object.need("date")?, kind, name: object.need("name")? };
        object.done()?;
        Ok(day)
    }
}
