//! Addresses within the page. They live after `#`, so that any static host and any folder will do.

use std::fmt;

use crate::assessment::EvidenceId;
use crate::instrument::Number;
use crate::text::help::PARTS;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Home,
    New,
    /// The file that was just chosen.
    Open,
    /// What takes the storage's space.
    Space,
    /// A page of a draft.
    Draft(String, Page),
    Instrument(String),
    Settings,
    /// The published results of all agencies.
    National,
    /// The help page, or a part of it.
    Help(Option<&'static str>),
    /// The parts and tokens, for those who work on the look. Nothing links to it.
    Gaya,
    /// An address that leads nowhere.
    Unknown(String),
}

/// A page of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The draft itself: goes on where work is open.
    Start,
    Indicator(Number),
    /// The register of documents.
    Evidence,
    /// One document.
    Document(EvidenceId),
    /// A folder held against the register.
    Check,
    Summary,
    Sums,
    /// Who answers what, and work packages.
    Units,
    /// A work package on its way back.
    SendBack,
    Files,
    /// What was merged last.
    Merged,
    /// Who changed what; of one indicator, where it is named.
    History(Option<Number>),
    /// Restore points.
    Recovery,
    /// Stages side by side.
    Stages,
    /// Sessions of the interview, questions, and what is due.
    Interview,
    /// Targets, what-if, and the shortest way.
    Plan,
    /// Beside other assessments.
    Compare,
    /// Among the published results of all agencies.
    National,
    /// What is printed.
    Report,
    /// One indicator, large, for a projector.
    Meeting(Option<Number>),
}

impl Route {
    /// Reads what stands after `#`.
    pub fn parse(hash: &str) -> Self {
        let path = hash.split(['?', '#']).next().unwrap_or_default();
        let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
        match *parts {
            [] => Self::Home,
            ["baru"] => Self::New,
            ["buka"] => Self::Open,
            ["ruang"] => Self::Space,
            ["pengaturan"] => Self::Settings,
            ["nasional"] => Self::National,
            ["bantuan"] => Self::Help(None),
            ["bantuan", part] => match PARTS.into_iter().find(|known| *known == part) {
                Some(part) => Self::Help(Some(part)),
                None => Self::Unknown(hash.to_owned()),
            },
            ["gaya"] => Self::Gaya,
            ["instrumen", id] => Self::Instrument(id.to_owned()),
            ["a", draft] => Self::Draft(draft.to_owned(), Page::Start),
            ["a", draft, "bukti"] => Self::Draft(draft.to_owned(), Page::Evidence),
            ["a", draft, "bukti", id] => Self::Draft(draft.to_owned(), Page::Document(id.to_owned())),
            ["a", draft, "periksa"] => Self::Draft(draft.to_owned(), Page::Check),
            ["a", draft, "ringkasan"] => Self::Draft(draft.to_owned(), Page::Summary),
            ["a", draft, "perhitungan"] => Self::Draft(draft.to_owned(), Page::Sums),
            ["a", draft, "gabungan"] => Self::Draft(draft.to_owned(), Page::Merged),
            ["a", draft, "pemulihan"] => Self::Draft(draft.to_owned(), Page::Recovery),
            ["a", draft, "unit"] => Self::Draft(draft.to_owned(), Page::Units),
            ["a", draft, "kirim"] => Self::Draft(draft.to_owned(), Page::SendBack),
            ["a", draft, "tahapan"] => Self::Draft(draft.to_owned(), Page::Stages),
            ["a", draft, "interviu"] => Self::Draft(draft.to_owned(), Page::Interview),
            ["a", draft, "rencana"] => Self::Draft(draft.to_owned(), Page::Plan),
            ["a", draft, "bandingkan"] => Self::Draft(draft.to_owned(), Page::Compare),
            ["a", draft, "nasional"] => Self::Draft(draft.to_owned(), Page::National),
            ["a", draft, "laporan"] => Self::Draft(draft.to_owned(), Page::Report),
            ["a", draft, "rapat"] => Self::Draft(draft.to_owned(), Page::Meeting(None)),
            ["a", draft, "rapat", number] => match number.parse() {
                Ok(number) => Self::Draft(draft.to_owned(), Page::Meeting(Some(number))),
                Err(_) => Self::Unknown(hash.to_owned()),
            },
            ["a", draft, "berkas"] => Self::Draft(draft.to_owned(), Page::Files),
            ["a", draft, "riwayat"] => Self::Draft(draft.to_owned(), Page::History(None)),
            ["a", draft, "riwayat", number] => match number.parse() {
                Ok(number) => Self::Draft(draft.to_owned(), Page::History(Some(number))),
                Err(_) => Self::Unknown(hash.to_owned()),
            },
            ["a", draft, "indikator", number] => match number.parse() {
                Ok(number) => Self::Draft(draft.to_owned(), Page::Indicator(number)),
                Err(_) => Self::Unknown(hash.to_owned()),
            },
            _ => Self::Unknown(hash.to_owned()),
        }
    }

    pub fn draft(&self) -> Option<&str> {
        match self {
            Self::Draft(id, _) => Some(id),
            _ => None,
        }
    }

    /// The address as a link.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::New => f.write_str("/baru"),
            Self::Open => f.write_str("/buka"),
            Self::Space => f.write_str("/ruang"),
            Self::Settings => f.write_str("/pengaturan"),
            Self::National => f.write_str("/nasional"),
            Self::Help(None) => f.write_str("/bantuan"),
            Self::Help(Some(part)) => write!(f, "/bantuan/{part}"),
            Self::Gaya => f.write_str("/gaya"),
            Self::Instrument(id) => write!(f, "/instrumen/{id}"),
            Self::Unknown(hash) => f.write_str(hash),
            Self::Draft(id, page) => match page {
                Page::Start => write!(f, "/a/{id}"),
                Page::Indicator(number) => write!(f, "/a/{id}/indikator/{number}"),
                Page::Evidence => write!(f, "/a/{id}/bukti"),
                Page::Document(document) => write!(f, "/a/{id}/bukti/{document}"),
                Page::Check => write!(f, "/a/{id}/periksa"),
                Page::Summary => write!(f, "/a/{id}/ringkasan"),
                Page::Sums => write!(f, "/a/{id}/perhitungan"),
                Page::Merged => write!(f, "/a/{id}/gabungan"),
                Page::Units => write!(f, "/a/{id}/unit"),
                Page::SendBack => write!(f, "/a/{id}/kirim"),
                Page::Files => write!(f, "/a/{id}/berkas"),
                Page::History(None) => write!(f, "/a/{id}/riwayat"),
                Page::History(Some(number)) => write!(f, "/a/{id}/riwayat/{number}"),
                Page::Recovery => write!(f, "/a/{id}/pemulihan"),
                Page::Stages => write!(f, "/a/{id}/tahapan"),
                Page::Interview => write!(f, "/a/{id}/interviu"),
                Page::Plan => write!(f, "/a/{id}/rencana"),
                Page::Compare => write!(f, "/a/{id}/bandingkan"),
                Page::National => write!(f, "/a/{id}/nasional"),
                Page::Report => write!(f, "/a/{id}/laporan"),
                Page::Meeting(None) => write!(f, "/a/{id}/rapat"),
                Page::Meeting(Some(number)) => write!(f, "/a/{id}/rapat/{number}"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_itself() {
        let draft = |page| Route::Draft("ab12".into(), page);
        let routes = [
            Route::Home,
            Route::New,
            Route::Open,
            Route::Settings,
            Route::Gaya,
            Route::Instrument("spbe-2020".into()),
            draft(Page::Start),
            draft(Page::Indicator(47)),
            draft(Page::Evidence),
            draft(Page::Check),
            draft(Page::Document("perwali-41".into())),
            draft(Page::Summary),
            draft(Page::Sums),
            draft(Page::Units),
            draft(Page::SendBack),
            draft(Page::Files),
            draft(Page::Merged),
            draft(Page::History(None)),
            draft(Page::History(Some(12))),
            draft(Page::Recovery),
            draft(Page::Stages),
            draft(Page::Interview),
            draft(Page::Plan),
            draft(Page::Compare),
            draft(Page::National),
            draft(Page::Report),
            draft(Page::Meeting(None)),
            draft(Page::Meeting(Some(12))),
            Route::National,
            Route::Space,
            Route::Help(None),
            Route::Help(Some("istilah")),
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn odd_addresses_are_forgiven_and_wrong_ones_are_known_as_such() {
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("//a//x//ringkasan/"), Route::Draft("x".into(), Page::Summary));
        assert_eq!(Route::parse("/baru?from=portal"), Route::New);
        for wrong in [
            "/x",
            "/a",
            "/a/x/indikator/zwölf",
            "/a/x/indikator/70000",
            "/a/x/y",
            "/a/x/bukti/y/z",
            "/bantuan/x",
        ] {
            assert_eq!(Route::parse(wrong), Route::Unknown(wrong.into()), "{wrong}");
        }
    }
}
