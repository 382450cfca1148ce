use crate::assessment::Assessment;

/// `takar-<agency>-<year>.json`, in letters that every system takes: `takar-kota-contoh-2024.json`.
pub fn file_name(assessment: &Assessment) -> String {
    let mut slug = String::new();
    for letter in assessment.agency.name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'é' | 'è' | 'ê' => slug.push('e'),
            '\'' | '’' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
        if slug.len() >= 60 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    let slug = if slug.is_empty() { "instansi" } else { slug };
    format!("takar-{slug}-{}.json", assessment.year)
}
