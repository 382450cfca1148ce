//! What agencies are called: in the lists, by people, and from one year to the next.

use crate::assessment::AgencyKind;

/// Agencies that the list of 2023 names otherwise than that of 2024, beyond what [`key`] sees by itself:
/// what is left of both names after it.
const RENAMED: [(&str, &str); 6] = [
    ("ntb", "nusa tenggara barat"),
    ("ntt", "nusa tenggara timur"),
    (
        "badan pengusahaan badan pengusahaan kawasan perdagangan bebas dan pelabuhan bebas batam",
        "badan pengusahaan batam",
    ),
    ("badan pengusahaan kawasan perdagangan bebas dan pelabuhan bebas sabang", "badan pengusahaan sabang"),
    ("ombudsman republik indonesia", "ombudsman"),
    (
        "kementerian koordinator bidang kemaritiman",
        "kementerian koordinator bidang kemaritiman dan investasi",
    ),
];

/// The name people look for: without "Pemerintah", nothing abbreviated.
pub(super) fn plain(printed: &str, kind: AgencyKind) -> String {
    let after = |start: &str| printed.strip_prefix(start);
    match kind {
        AgencyKind::Kabupaten => after("Pemerintah Kab. ").map(|rest| format!("Kabupaten {rest}")),
        AgencyKind::Kota => after("Pemerintah ").map(str::to_owned),
        AgencyKind::Provinsi => {
            let rest = after("Pemerintah Provinsi ").or(after("Pemerintah "));
            rest.map(|rest| format!("Provinsi {rest}"))
        }
        AgencyKind::Kementerian | AgencyKind::InstansiPusatLain => None,
    }
    .unwrap_or_else(|| printed.to_owned())
}

/// What is the same for all names of an agency: its kind and the words that tell it from others. The list of
/// 2024 names the secretariats of councils and commissions where that of 2023 names these themselves.
pub(super) fn key(name: &str, kind: AgencyKind) -> String {
    let name = name.to_lowercase().replace('&', " dan ");
    let mut words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let starts: &[&str] = match kind {
        AgencyKind::Kabupaten => &["pemerintah", "kab", "kabupaten"],
        AgencyKind::Kota => &["pemerintah", "kota"],
        AgencyKind::Provinsi => &["pemerintah", "provinsi", "prov"],
        AgencyKind::InstansiPusatLain => &["sekretariat", "jenderal"],
        AgencyKind::Kementerian => &[],
    };
    // Each at most once, in this order: there is a Kabupaten Kotabaru, and a secretariat that is an agency.
    for start in starts {
        if words.len() > 1 && words.first() == Some(start) {
            words.remove(0);
        }
    }
    let words = words.join(" ");
    let renamed = RENAMED.iter().find(|(old, _)| *old == words).map(|(_, new)| *new);
    format!("{}:{}", kind.code(), renamed.unwrap_or(&words))
}
