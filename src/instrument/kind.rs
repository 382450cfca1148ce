use crate::json::{At, Misfit, Take};
use serde::Serialize;
use serde_json::Value as Json;

/// What sort of document a piece of evidence is.
///
/// The sort is Takar's own, made from the titles of what the instruments expect: no regulation lists
/// one. It serves to see a document of the wrong sort before an assessor does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// A regulation or decree that is in force.
    Peraturan,
    /// A draft of one, or of a plan.
    Rancangan,
    /// Plan, road map, architecture, process map.
    Rencana,
    /// Budget (RKA, DPA).
    Anggaran,
    /// Guide, standard procedure (SOP), service level (SLA).
    Pedoman,
    Laporan,
    /// Report or minutes of a review or an evaluation.
    Reviu,
    /// Report of an audit.
    Audit,
    /// Minutes, invitation, list of those present.
    Notula,
    /// Agreement (MoU, PKS), pact of integrity.
    Perjanjian,
    /// Screenshot, dashboard, photograph.
    TangkapanLayar,
    /// Manual or video of use.
    Manual,
    /// Address of a service or an application.
    Tautan,
    /// List, register, figures.
    Data,
    /// The result of another agency's index.
    Nilai,
    /// Certificate or proof of competence.
    Sertifikat,
    Lain,
}

impl DocumentKind {
    pub const ALL: [Self; 17] = [
        Self::Peraturan,
        Self::Rancangan,
        Self::Rencana,
        Self::Anggaran,
        Self::Pedoman,
        Self::Laporan,
        Self::Reviu,
        Self::Audit,
        Self::Notula,
        Self::Perjanjian,
        Self::TangkapanLayar,
        Self::Manual,
        Self::Tautan,
        Self::Data,
        Self::Nilai,
        Self::Sertifikat,
        Self::Lain,
    ];

    /// As in data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Peraturan => "peraturan",
            Self::Rancangan => "rancangan",
            Self::Rencana => "rencana",
            Self::Anggaran => "anggaran",
            Self::Pedoman => "pedoman",
            Self::Laporan => "laporan",
            Self::Reviu => "reviu",
            Self::Audit => "audit",
            Self::Notula => "notula",
            Self::Perjanjian => "perjanjian",
            Self::TangkapanLayar => "tangkapan-layar",
            Self::Manual => "manual",
            Self::Tautan => "tautan",
            Self::Data => "data",
            Self::Nilai => "nilai",
            Self::Sertifikat => "sertifikat",
            Self::Lain => "lain",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Take for DocumentKind {
    fn take(json: Json, at: &At) -> Result<Self, Misfit> {
        let kind = json.as_str().and_then(Self::from_code);
        kind.ok_or_else(|| at.misfit("a kind of document such as peraturan, laporan or lain"))
    }
}
