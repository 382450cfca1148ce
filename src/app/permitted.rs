use super::route::{Page, Route};
use crate::config::Kiosk;

impl Route {
    /// Whether a kiosk has this page. It lacks what belongs to the computer rather than to the visitor, and what
    /// cannot be without choosing files.
    pub fn is_in_kiosk(&self, kiosk: &Kiosk) -> bool {
        match self {
            Self::Settings | Self::Space | Self::Gaya => false,
            Self::Instrument(id) => kiosk.offers(id),
            Self::Draft(_, Page::Check) => kiosk.file_dialogs,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kiosk_lacks_what_is_the_computers_own() {
        let open = Kiosk::default();
        let strict = Kiosk { instruments: vec!["pemdi-2026".into()], ..Kiosk::strictest() };
        for (address, in_open, in_strict) in [
            ("/", true, true),
            ("/baru", true, true),
            ("/buka", true, true),
            ("/nasional", true, true),
            ("/pengaturan", false, false),
            ("/ruang", false, false),
            ("/bantuan/istilah", true, true),
            ("/gaya", false, false),
            ("/instrumen/pemdi-2026", true, true),
            ("/instrumen/spbe-2020", true, false),
            ("/a/x/indikator/3", true, true),
            ("/a/x/laporan", true, true),
            ("/a/x/berkas", true, true),
            ("/a/x/periksa", true, false),
        ] {
            let route = Route::parse(address);
            assert_eq!(route.is_in_kiosk(&open), in_open, "{address}");
            assert_eq!(route.is_in_kiosk(&strict), in_strict, "{address}");
        }
    }
}
