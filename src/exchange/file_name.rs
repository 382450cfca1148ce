use crate::assessment::{Assessment, Date};

/// `takar-<agency>-<year>.json`, in letters that every system takes: `takar-kota-contoh-2024.json`. A
/// work package is named after its unit too: `takar-paket-bappeda-kota-contoh-2026.json`, and
/// `takar-kembali-…` when it comes back.
pub fn file_name(assessment: &Assessment) -> String {
    let agency = slug(&assessment.agency.name, 60, "instansi");
    let year = assessment.year;
    match &assessment.order {
        None => format!("takar-{agency}-{year}.json"),
        Some(order) => {
            let way = if order.returned.is_some() { "kembali" } else { "paket" };
            format!("takar-{way}-{}-{agency}-{year}.json", slug(&order.name, 40, "unit"))
        }
    }
}

/// The same for a page with the file inside: `takar-paket-bappeda-kota-contoh-2026.html`.
pub fn html_file_name(assessment: &Assessment) -> String {
    file_name(assessment).replace(".json", ".html")
}

/// A name in small letters, digits and hyphens.
fn slug(name: &str, limit: usize, without: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'é' | 'è' | 'ê' => slug.push('e'),
            '\'' | '’' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
        if slug.len() >= limit {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { without.to_owned() } else { slug.to_owned() }
}

/// `takar-cadangan-2026-11-22.json`; with a password `takar-cadangan-terkunci-2026-11-22.json`.
pub fn backup_file_name(day: Date, encrypted: bool) -> String {
    format!("takar-cadangan-{}{day}.json", if encrypted { "terkunci-" } else { "" })
}
