/// An instrument that ships with Takar.
pub struct Listed {
    pub id: &'static str,
    /// "SPBE 2020", as in the instrument's own `short_title`.
    pub short_title: &'static str,
    /// First year of evaluation with it.
    pub first_year: u16,
}

/// The instruments in `public/instruments`, oldest first. `tests/instruments.rs` holds the list and
/// the folder together.
pub const INSTRUMENTS: &[Listed] = &[
    Listed { id: "spbe-2020", short_title: "SPBE 2020", first_year: 2021 },
    Listed { id: "pemdi-2026", short_title: "Pemdi 2026", first_year: 2026 },
];

/// The instrument an agency is evaluated with in a year.
///
/// SPBE (Permen PANRB 59/2020) from 2021 to 2025, Pemdi (Permen PANRB 8/2026, which repeals it)
/// from 2026. Years before 2021 get the oldest instrument there is.
pub fn proposed_for(year: u16) -> &'static Listed {
    INSTRUMENTS.iter().rev().find(|listed| listed.first_year <= year).unwrap_or(&INSTRUMENTS[0])
}

/// The text of a shipped instrument, for the command line and the tests. The page fetches it
/// instead: what does not call this does not carry it.
pub fn shipped(id: &str) -> Option<&'static str> {
    match id {
        "spbe-2020" => Some(include_str!("../../public/instruments/spbe-2020.json")),
        "pemdi-2026" => Some(include_str!("../../public/instruments/pemdi-2026.json")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_proposes_the_instrument() {
        for (year, id) in [
            (2019, "spbe-2020"),
            (2021, "spbe-2020"),
            (2025, "spbe-2020"),
            (2026, "pemdi-2026"),
            (2030, "pemdi-2026"),
        ] {
            assert_eq!(proposed_for(year).id, id, "{year}");
        }
    }
}
