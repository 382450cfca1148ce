use serde_json::Value as Json;

use super::{Config, Kiosk, read};
use crate::json::{Flaw, Misfit, parse};

/// What came of fetching the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// There is none, which is as good as an empty one.
    Absent,
    /// The server or the network failed.
    Unreachable,
    Text(&'a str),
}

/// Why the file is not used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("it could not be fetched")]
    Unreachable,
    #[error(transparent)]
    Flaw(#[from] Flaw),
    #[error("{}: expected {}", .0.path, .0.expected)]
    Misfit(Misfit),
    #[error("written in version {0}")]
    Newer(u64),
}

impl From<Misfit> for Fault {
    fn from(misfit: Misfit) -> Self {
        Self::Misfit(misfit)
    }
}

/// What holds for this visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    pub config: Config,
    /// Why the file is not used, if it is not. It is used as a whole or not at all.
    pub fault: Option<Fault>,
    /// How the kiosk works, where this is one.
    pub kiosk: Option<Kiosk>,
}

impl Setup {
    /// `asked`: the address asks for a kiosk.
    ///
    /// A file that cannot be used opens no portal. It opens no kiosk either: where it may have meant one, the strictest
    /// one there is takes its place.
    pub fn new(source: Source, asked: bool) -> Self {
        let result = match source {
            Source::Absent => Ok(Config::default()),
            Source::Unreachable => Err(Fault::Unreachable),
            Source::Text(text) => read(text),
        };
        match result {
            Ok(config) => {
                let of_file = config.kiosk.clone();
                let kiosk = if asked {
                    Some(of_file.unwrap_or_default())
                } else {
                    of_file.filter(|kiosk| kiosk.always)
                };
                Self { config, fault: None, kiosk }
            }
            Err(fault) => {
                let meant = matches!(source, Source::Text(text) if meant_kiosk(text, &fault));
                let kiosk = (asked || meant).then(Kiosk::strictest);
                Self { config: Config::default(), fault: Some(fault), kiosk }
            }
        }
    }
}

/// Whether a file that cannot be used may have made every visit one to a kiosk.
fn meant_kiosk(text: &str, fault: &Fault) -> bool {
    let Ok(json) = parse(text.trim_start_matches('\u{feff}')) else {
        return text.contains("kiosk");
    };
    match json.get("kiosk") {
        None | Some(Json::Null) => false,
        Some(kiosk) => match kiosk.get("always") {
            Some(Json::Bool(always)) => *always,
            // The name itself may be what is misspelt.
            None => !matches!(fault, Fault::Misfit(misfit) if !misfit.path.starts_with("$.kiosk")),
            Some(_) => true,
        },
    }
}
