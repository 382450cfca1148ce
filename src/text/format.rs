//! Numbers and dates as each language writes them.

use super::Language;
use crate::assessment::{AgencyKind, Stage, Status};
use crate::exchange::Reason;
use crate::instrument::{DocumentKind, Value};
use crate::score::Exact;

/// A value with two decimals: "2,64" or "2.64".
pub fn value(language: Language, value: Value) -> String {
    decimal(language, &value.to_string())
}

/// An exact number with at least so many decimals.
pub fn exact(language: Language, exact: Exact, places: u8) -> String {
    decimal(language, &exact.decimal(places))
}

/// A number written with a decimal point, in the form of the language. Thousands are not parted:
/// such numbers are typed into calculators.
pub fn decimal(language: Language, number: &str) -> String {
    match language {
        Language::Indonesian => number.replace('.', ","),
        Language::English => number.to_owned(),
    }
}

/// A moment on the clock of the computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalTime {
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
}

impl LocalTime {
    /// "22 Nov 2026".
    pub fn date(self, language: Language) -> String {
        let Self { year, day, .. } = self;
        let month =
            language.front().months.get(usize::from(self.month.max(1)) - 1).copied().unwrap_or_default();
        format!("{day} {month} {year}")
    }

    /// "22 Nov 2026 pukul 10.42", "22 Nov 2026, 10:42".
    pub fn long(self, language: Language) -> String {
        let between = match language {
            Language::Indonesian => " pukul ",
            Language::English => ", ",
        };
        format!("{}{between}{}", self.date(language), self.clock(language))
    }

    /// "10.42", "10:42".
    pub fn clock(self, language: Language) -> String {
        let mark = match language {
            Language::Indonesian => '.',
            Language::English => ':',
        };
        format!("{:02}{mark}{:02}", self.hour, self.minute)
    }
}

/// A calendar date, written `2026-06-05` in data: "5 Jun 2026". Anything else stays as it is.
pub fn date(language: Language, iso: &str) -> String {
    let parts: Vec<u16> = iso.split('-').filter_map(|part| part.parse().ok()).collect();
    let month = |number: u16| language.front().months.get(usize::from(number).checked_sub(1)?);
    match *parts {
        [year, number, day] => match month(number) {
            Some(month) => format!("{day} {month} {year}"),
            None => iso.to_owned(),
        },
        _ => iso.to_owned(),
    }
}

pub fn agency_kind(language: Language, kind: AgencyKind) -> &'static str {
    let kinds = &language.texts().agency_kinds;
    match kind {
        AgencyKind::Kementerian => kinds[0],
        AgencyKind::InstansiPusatLain => kinds[1],
        AgencyKind::Provinsi => kinds[2],
        AgencyKind::Kabupaten => kinds[3],
        AgencyKind::Kota => kinds[4],
    }
}

pub fn stage(language: Language, stage: Stage) -> &'static str {
    let stages = &language.front().stages;
    match stage {
        Stage::Mandiri => stages[0],
        Stage::Dokumen => stages[1],
        Stage::Interviu => stages[2],
        Stage::Visitasi => stages[3],
        Stage::Akhir => stages[4],
    }
}

pub fn evidence_status(language: Language, status: Status) -> &'static str {
    let names = &language.texts().evidence.statuses;
    match status {
        Status::Draf => names[0],
        Status::Dikirim => names[1],
        Status::Diterima => names[2],
        Status::PerluRevisi => names[3],
        Status::Ditolak => names[4],
    }
}

/// Why a restore point was made.
pub fn snapshot_reason(language: Language, reason: &Reason) -> &'static str {
    let reasons = &language.texts().recovery.reasons;
    match reason {
        Reason::Person => reasons[0],
        Reason::Day => reasons[1],
        Reason::Register => reasons[2],
        Reason::Merge => reasons[3],
        Reason::Replace => reasons[4],
        Reason::BringBack => reasons[5],
        Reason::Stage => reasons[6],
        Reason::Other(_) => reasons[7],
    }
}

pub fn document_kind(language: Language, kind: DocumentKind) -> &'static str {
    let at = DocumentKind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
    language.texts().evidence.kinds[at]
}

/// An amount of data: "812 B", "1,4 MB", "2,0 GB". Units of thousand, as file managers show them.
pub fn bytes(language: Language, bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => (1_000, "kB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    let tenths = (bytes / (unit / 10)).to_string();
    let (whole, tenth) = tenths.split_at(tenths.len() - 1);
    decimal(language, &format!("{whole}.{tenth} {name}"))
}

/// A name from outside as it can be shown: without control characters, and without those that turn
/// the direction of writing, by which `fdp.exe` reads as `exe.pdf`.
pub fn readable(name: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    name.chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_times_follow_the_language() {
        let time = LocalTime { year: 2026, month: 11, day: 2, hour: 9, minute: 5 };
        assert_eq!(time.long(Language::Indonesian), "2 Nov 2026 pukul 09.05");
        assert_eq!(time.long(Language::English), "2 Nov 2026, 09:05");
        assert_eq!(date(Language::Indonesian, "2026-08-05"), "5 Agu 2026");
        assert_eq!(date(Language::English, "2026-08-05"), "5 Aug 2026");
        assert_eq!(date(Language::English, "2026-13-05"), "2026-13-05");
        assert_eq!(bytes(Language::Indonesian, 999), "999 B");
        assert_eq!(bytes(Language::Indonesian, 1_449_999), "1,4 MB");
        assert_eq!(bytes(Language::English, 5_000_000_000), "5.0 GB");
        assert_eq!(readable("laporan\u{202e}fdp.exe\n"), "laporan\u{fffd}fdp.exe\u{fffd}");
        assert_eq!(value(Language::Indonesian, Value::hundredths(264)), "2,64");
        assert_eq!(value(Language::English, Value::hundredths(264)), "2.64");
        let sizes =
            [0, 999, 1_000, 999_999, 123_456_789, 5_000_000_000].map(|n| bytes(Language::Indonesian, n));
        assert_eq!(sizes, ["0 B", "999 B", "1,0 kB", "999,9 kB", "123,4 MB", "5,0 GB"]);
        assert_eq!(bytes(Language::English, 1_500), "1.5 kB");
    }
}
