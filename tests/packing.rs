#![cfg(not(target_arch = "wasm32"))]
//! Folders, packages, tables: how files are found again, and how they are called.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use takar::assessment::{
    Agency, AgencyKind, Assessment, Change, Detail, Evidence, FileFact, Link, LinkKey, Stamp, Status, Time,
    apply,
};
use takar::exchange::{
    FolderCheck, Found, Outcome, check_folder, folder_csv, follows_habit, is_litter, package, register_csv,
    suggested_name, wanted_sizes,
};
use takar::instrument::{DocumentKind, Instrument, load, shipped};
use takar::text::{Language, folder_words, register_words};

static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());
static PEMDI: LazyLock<Instrument> = LazyLock::new(|| load(shipped("pemdi-2026").unwrap()).unwrap());

fn stamp() -> Stamp {
    Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), "Diskominfo")
}

static EMPTY: LazyLock<Assessment> = LazyLock::new(|| {
    Assessment::new("uji".into(), &SPBE, Agency::new("Kota Umpama", AgencyKind::Kota), 2025, stamp())
});

fn change(assessment: &mut Assessment, change: Change) {
    apply(assessment, &SPBE, change, stamp()).unwrap();
}

/// A document with a file of that name, size and content (a letter; `-` where it was never hashed).
fn document(assessment: &mut Assessment, id: &str, name: &str, size: u64, content: char) {
    let sha256 = (content != '-').then(|| hash(content));
    let file = Some(FileFact { name: name.into(), size, sha256, ..FileFact::default() });
    let evidence = Evidence { file, ..Evidence::titled(format!("Dokumen {id}")) };
    change(assessment, Change::Evidence { id: id.into(), evidence: Some(Box::new(evidence)) });
}

fn link(assessment: &mut Assessment, id: &str, indicator: u16, level: u8, expected: Option<&str>) {
    let key = LinkKey { indicator, level, expected: expected.map(str::to_owned), evidence: id.into() };
    change(assessment, Change::Link { key, link: Some(Link::default()) });
}

fn hash(content: char) -> String {
    content.to_string().repeat(64)
}

fn found(path: &str, size: u64, content: char) -> Found {
    Found { path: path.into(), size, sha256: (content != '-').then(|| hash(content)) }
}

fn outcomes(check: &FolderCheck) -> BTreeMap<&str, &Outcome> {
    check.documents.iter().map(|(id, outcome)| (id.as_str(), outcome)).collect()
}

// ---------------------------------------------------------------- folders

#[test]
fn each_of_the_five_outcomes_is_told_and_what_is_nobody_s() {
    let mut ours = EMPTY.clone();
    document(&mut ours, "same", "1.a.Perwali.pdf", 10, 'a');
    document(&mut ours, "renamed", "lama.pdf", 11, 'b');
    document(&mut ours, "changed", "2.a.Rencana.pdf", 12, 'c');
    document(&mut ours, "longer", "3.a.Rencana.pdf", 12, 'd');
    document(&mut ours, "missing", "hilang.pdf", 13, 'e');
    document(&mut ours, "unproven", "tanpa-sidik.pdf", 14, '-');
    document(&mut ours, "unread", "terkunci.pdf", 15, 'f');
    change(
        &mut ours,
        Change::Evidence { id: "paper".into(), evidence: Some(Box::new(Evidence::titled("Map"))) },
    );
    let folder = [
        found("Bukti/1.a.Perwali.pdf", 10, 'a'),
        found("Bukti/baru.pdf", 11, 'b'),
        found("Bukti/2.a.Rencana.pdf", 12, '9'),
        found("Bukti/3.a.Rencana.pdf", 99, '-'),
        found("Bukti/tanpa-sidik.pdf", 14, '-'),
        found("Bukti/terkunci.pdf", 15, '-'),
        found("Bukti/lain/salinan.pdf", 10, 'a'),
        found("Bukti/catatan.txt", 5, '-'),
        found("Bukti/Thumbs.db", 5, '-'),
        found("Bukti/~$Rencana.docx", 5, '-'),
        found("Bukti/.DS_Store", 5, '-'),
    ];
    let check = check_folder(&ours, &folder);
    let path = |name: &str| format!("Bukti/{name}");
    assert_eq!(
        outcomes(&check),
        BTreeMap::from([
            ("same", &Outcome::Identical { path: path("1.a.Perwali.pdf") }),
            ("renamed", &Outcome::Renamed { path: path("baru.pdf") }),
            ("changed", &Outcome::Changed { path: path("2.a.Rencana.pdf") }),
            ("longer", &Outcome::Changed { path: path("3.a.Rencana.pdf") }),
            ("missing", &Outcome::Missing),
            ("unproven", &Outcome::Unproven { path: path("tanpa-sidik.pdf") }),
            ("unread", &Outcome::Unproven { path: path("terkunci.pdf") }),
        ])
    );
    assert_eq!(check.without_file, ["paper"]);
    assert_eq!(check.copies, [(path("lain/salinan.pdf"), "same".to_owned())]);
    assert_eq!(check.unregistered, [path("catatan.txt")], "what systems leave behind is passed over");
    assert_eq!(check.passed_over, 3, "and counted");

    let csv = folder_csv(&ours, &check, &folder_words(Language::Indonesian));
    assert!(csv.starts_with("\u{feff}Hasil;Judul;"), "{csv}");
    assert!(csv.contains(&format!(
        "sama;Dokumen same;same;1.a.Perwali.pdf;{};10;{}\r\n",
        path("1.a.Perwali.pdf"),
        hash('a')
    )));
    assert_eq!(csv.lines().count(), 1 + 7 + 1 + 1 + 1);
}

#[test]
fn what_systems_and_editors_leave_behind_is_known() {
    for name in [
        ".DS_Store",
        "Thumbs.db",
        "THUMBS.DB",
        "desktop.ini",
        "~$x.docx",
        "._a.pdf",
        ".~lock.a.odt#",
        "a/b/.DS_Store",
    ] {
        assert!(is_litter(name), "{name}");
    }
    for name in ["a.pdf", "$x.docx", "~x.docx", "thumbs.db.pdf", ".htaccess", "DS_Store", "", "~$a/b.pdf"] {
        assert!(!is_litter(name), "{name}");
    }
}

#[test]
fn only_files_of_a_registered_size_are_hashed() {
    let mut ours = EMPTY.clone();
    document(&mut ours, "a", "a.pdf", 10, 'a');
    document(&mut ours, "b", "b.pdf", 20, '-');
    assert_eq!(wanted_sizes(&ours), BTreeSet::from([10]));
}

#[test]
fn the_same_name_in_two_folders_is_told_apart_by_content() {
    let mut ours = EMPTY.clone();
    document(&mut ours, "one", "SK.pdf", 10, 'a');
    document(&mut ours, "two", "SK.pdf", 10, 'b');
    let both = [found("2024/SK.pdf", 10, 'b'), found("2023/SK.pdf", 10, 'a')];
    let check = check_folder(&ours, &both);
    assert_eq!(
        outcomes(&check),
        BTreeMap::from([
            ("one", &Outcome::Identical { path: "2023/SK.pdf".into() }),
            ("two", &Outcome::Identical { path: "2024/SK.pdf".into() }),
        ])
    );
    // One of them was edited: the other does not stand in for it.
    let check = check_folder(&ours, &[found("2024/SK.pdf", 11, '-'), found("2023/SK.pdf", 10, 'a')]);
    assert_eq!(outcomes(&check)["two"], &Outcome::Changed { path: "2024/SK.pdf".into() });
    let check = check_folder(&ours, &[found("2023/SK.pdf", 10, 'a')]);
    assert_eq!(outcomes(&check)["two"], &Outcome::Missing);
    // A draft of the same name beside the right file is nobody's.
    let mut one = EMPTY.clone();
    document(&mut one, "one", "SK.pdf", 10, 'a');
    let check = check_folder(&one, &[found("draf/SK.pdf", 10, 'c'), found("SK.pdf", 10, 'a')]);
    assert_eq!(outcomes(&check)["one"], &Outcome::Identical { path: "SK.pdf".into() });
    assert_eq!(check.unregistered, ["draf/SK.pdf"]);
}

#[test]
fn names_that_some_systems_do_not_tell_apart_are_the_same() {
    let mut ours = EMPTY.clone();
    document(&mut ours, "case", "Laporan.PDF", 10, 'a');
    document(&mut ours, "form", "Re\u{301}sume\u{301}.pdf", 20, 'b');
    document(&mut ours, "edited", "Évaluasi.pdf", 30, 'c');
    let check = check_folder(
        &ours,
        &[found("laporan.pdf", 10, 'a'), found("Résumé.pdf", 20, 'b'), found("E\u{301}valuasi.pdf", 31, '-')],
    );
    assert_eq!(
        outcomes(&check),
        BTreeMap::from([
            ("case", &Outcome::Identical { path: "laporan.pdf".into() }),
            ("form", &Outcome::Identical { path: "Résumé.pdf".into() }),
            ("edited", &Outcome::Changed { path: "E\u{301}valuasi.pdf".into() }),
        ])
    );
    // The exact name goes before the one that only looks like it.
    let mut two = EMPTY.clone();
    document(&mut two, "small", "sk.pdf", 10, 'a');
    document(&mut two, "large", "SK.pdf", 10, 'a');
    let check = check_folder(&two, &[found("SK.pdf", 10, 'a'), found("sk.pdf", 10, 'a')]);
    assert_eq!(outcomes(&check)["small"], &Outcome::Identical { path: "sk.pdf".into() });
    assert_eq!(outcomes(&check)["large"], &Outcome::Identical { path: "SK.pdf".into() });
    assert_eq!((check.copies.len(), check.unregistered.len()), (0, 0));
}

#[test]
fn the_same_content_registered_twice_is_found_in_one_file() {
    let mut ours = EMPTY.clone();
    document(&mut ours, "a", "a.pdf", 10, 'a');
    document(&mut ours, "b", "b.pdf", 10, 'a');
    let check = check_folder(&ours, &[found("a.pdf", 10, 'a')]);
    assert_eq!(outcomes(&check)["a"], &Outcome::Identical { path: "a.pdf".into() });
    assert_eq!(outcomes(&check)["b"], &Outcome::Renamed { path: "a.pdf".into() });
    assert!(check.unregistered.is_empty() && check.copies.is_empty());
}

// ---------------------------------------------------------------- packages

#[test]
fn a_package_is_ordered_as_the_ministry_asks() {
    let mut ours = EMPTY.clone();
    document(&mut ours, "perwali", "1.a.Perwali_Arsitektur.pdf", 10, 'a');
    document(&mut ours, "reviu", "scan0001.PDF", 20, 'b');
    document(&mut ours, "lepas", "lepas.pdf", 30, 'c');
    change(
        &mut ours,
        Change::Detail { id: "reviu".into(), detail: Detail::Title("Laporan reviu 41/2022".into()) },
    );
    change(
        &mut ours,
        Change::Evidence { id: "map".into(), evidence: Some(Box::new(Evidence::titled("Map"))) },
    );
    link(&mut ours, "perwali", 1, 3, Some("a"));
    link(&mut ours, "perwali", 1, 2, Some("a"));
    link(&mut ours, "perwali", 11, 2, None);
    link(&mut ours, "reviu", 1, 4, Some("c"));
    link(&mut ours, "map", 1, 4, None);
    let packed = package(&SPBE, &ours);
    let paths: Vec<_> = packed.iter().map(|one| (one.path.as_str(), one.evidence.as_str())).collect();
    let policy = "domain-1 Kebijakan/aspek-1 Kebijakan/01 Kebijakan Arsitektur SPBE";
    assert_eq!(
        paths,
        [
            (&*format!("{policy}/tingkat-2/1.a.Perwali_Arsitektur.pdf"), "perwali"),
            (&*format!("{policy}/tingkat-3/1.a.Perwali_Arsitektur.pdf"), "perwali"),
            (&*format!("{policy}/tingkat-4/1.c.Laporan_reviu_41-2022.pdf"), "reviu"),
            (
                "domain-2 Tata Kelola/aspek-2 Perencanaan/11 Arsitektur SPBE/tingkat-2/11.a.Dokumen_perwali.pdf",
                "perwali"
            ),
            ("tanpa-tautan/lepas.pdf", "lepas"),
        ]
    );
}

#[test]
fn a_name_takes_the_letter_of_an_item_wherever_a_link_has_one() {
    let mut ours = EMPTY.clone();
    document(&mut ours, "x", "scan.pdf", 10, 'a');
    for (indicator, level, expected) in
        [(1, 2, None), (1, 3, Some("a")), (1, 4, None), (1, 4, Some("c")), (1, 5, None), (2, 2, None)]
    {
        link(&mut ours, "x", indicator, level, expected);
    }
    let packed = package(&SPBE, &ours);
    let names: Vec<_> = packed
        .iter()
        .map(|one| {
            let mut parts = one.path.rsplit('/');
            let name = parts.next().unwrap();
            (parts.next().unwrap(), name)
        })
        .collect();
    assert_eq!(
        names,
        [
            ("tingkat-2", "1.a.Dokumen_x.pdf"),
            ("tingkat-3", "1.a.Dokumen_x.pdf"),
            ("tingkat-4", "1.c.Dokumen_x.pdf"),
            ("tingkat-5", "1.a.Dokumen_x.pdf"),
            ("tingkat-2", "2.a.Dokumen_x.pdf"),
        ]
    );
    // Another item of the indicator names the rungs where none is answered.
    change(
        &mut ours,
        Change::Link {
            key: LinkKey { indicator: 1, level: 3, expected: Some("a".into()), evidence: "x".into() },
            link: None,
        },
    );
    let packed = package(&SPBE, &ours);
    assert!(packed[..3].iter().all(|one| one.path.ends_with("/1.c.Dokumen_x.pdf")), "{packed:?}");
}

#[test]
fn paths_in_a_package_are_short_safe_and_told_apart_on_every_system() {
    for instrument in [&*SPBE, &*PEMDI] {
        let agency = Agency::new("Kota Umpama", AgencyKind::Kota);
        let mut ours = Assessment::new("uji".into(), instrument, agency, 2026, stamp());
        let titles = [
            "Sama",
            "SAMA",
            "Re\u{301}sume\u{301}",
            "Résumé",
            "CON",
            "",
            "x\u{202e}y",
            &"panjang ".repeat(60),
        ];
        for (i, title) in titles.into_iter().enumerate() {
            let name = format!("{}{}", if i % 2 == 0 { "NUL." } else { "../a:b?." }, "pdf");
            let file = Some(FileFact { name, size: u64::MAX, ..FileFact::default() });
            let title = if title.is_empty() { "?" } else { title };
            ours.evidence.insert(format!("b-{i}"), Evidence { file, ..Evidence::titled(title) });
            for indicator in instrument.indicators() {
                let key = LinkKey {
                    indicator: indicator.number,
                    level: 5,
                    expected: None,
                    evidence: format!("b-{i}"),
                };
                ours.links.insert(key, Link::default());
            }
        }
        let packed = package(instrument, &ours);
        assert_eq!(packed.len(), titles.len() * instrument.indicators().count());
        let mut seen = BTreeSet::new();
        for one in &packed {
            assert!(one.path.encode_utf16().count() < 180, "{}", one.path);
            assert!(seen.insert(one.path.to_lowercase()), "{} stands twice", one.path);
            for part in one.path.split('/') {
                assert!(
                    !part.is_empty() && !part.ends_with(['.', ' ']) && !part.starts_with([' ', '.']),
                    "{}",
                    one.path
                );
                assert!(
                    !part.contains(['<', '>', ':', '"', '\\', '|', '?', '*', '\u{202e}']),
                    "{}",
                    one.path
                );
            }
        }
        assert!(packed.iter().any(|one| one.path.ends_with(" (2).pdf")));
    }
}

#[test]
fn names_follow_the_habit_of_the_ministry() {
    assert_eq!(
        suggested_name(20, Some("a"), "Rencana Kolaborasi - SPBE", "pdf"),
        "20.a.Rencana_Kolaborasi-SPBE.pdf"
    );
    assert_eq!(suggested_name(1, Some("d"), "SK No. 41/2022: tim", ".PDF"), "1.d.SK_No_41-2022-tim.pdf");
    assert_eq!(suggested_name(7, None, "???", ""), "7.a.dokumen");
    assert_eq!(suggested_name(7, None, " a\u{202e}b ", "docx"), "7.a.ab.docx");
    let long = suggested_name(47, Some("a"), &"panjang ".repeat(100), "pdf");
    assert!(long.len() < 100 && long.ends_with("g.pdf"), "{long}");
    for title in ["Rencana Kolaborasi", "?", "41/2022", "ß é"] {
        for indicator in [1, 20, 47] {
            for expected in [Some("b"), None] {
                let name = suggested_name(indicator, expected, title, "pdf");
                assert!(follows_habit(&name, indicator), "{name}");
            }
        }
    }
    for good in ["20.a.Rencana.pdf", "020.A.x", "20. a. Rencana kerja.pdf", "20.aa.x.y.pdf"] {
        assert!(follows_habit(good, 20), "{good}");
    }
    for bad in [
        "2.a.Rencana.pdf",
        "20a.Rencana.pdf",
        "20.Rencana.pdf",
        "20.a..pdf",
        "a.20.x.pdf",
        "",
        "20.1.x.pdf",
        "٢٠.a.x",
    ] {
        assert!(!follows_habit(bad, 20), "{bad}");
    }
}

// ---------------------------------------------------------------- the register as a table

#[test]
fn the_register_as_a_table_holds_one_document_in_a_row() {
    let mut ours = EMPTY.clone();
    document(&mut ours, "a", "=1+1.pdf", 10, 'a');
    link(&mut ours, "a", 2, 4, None);
    link(&mut ours, "a", 1, 3, Some("a"));
    change(&mut ours, Change::Detail { id: "a".into(), detail: Detail::Kind(Some(DocumentKind::Peraturan)) });
    change(
        &mut ours,
        Change::Detail {
            id: "a".into(),
            detail: Detail::Remark("=HYPERLINK(\"http://x\";\"y\")\nbaris dua".into()),
        },
    );
    change(
        &mut ours,
        Change::Review { id: "a".into(), status: Status::PerluRevisi, note: "+ tanda tangan".into() },
    );
    document(&mut ours, "b", "b.pdf", 20, '-');
    for (expected, level, pages) in [("a", 2, "4-7"), ("a", 3, " Bab II; lampiran ")] {
        let (indicator, evidence) = (1, "b".to_owned());
        let key = LinkKey { indicator, level, expected: Some(expected.into()), evidence };
        let link = Some(Link { pages: pages.into(), ..Link::default() });
        change(&mut ours, Change::Link { key, link });
    }
    let csv = register_csv(&ours, &register_words(Language::Indonesian));
    let expected = format!(
        "a;Dokumen a;{kind};;;;;;;\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\nbaris dua\";{status};2026-11-22T03:42:00Z;Diskominfo;\
         '+ tanda tangan;\"ind. 1 tk. 3 a; ind. 2 tk. 4\";'=1+1.pdf;10;{hash}\r\n",
        kind = takar::text::document_kind(Language::Indonesian, DocumentKind::Peraturan),
        status = takar::text::evidence_status(Language::Indonesian, Status::PerluRevisi),
        hash = hash('a'),
    );
    assert!(csv.contains(&expected), "{csv}\n{expected}");
    assert!(csv.starts_with("\u{feff}Kode;Judul;"), "{csv}");
    let pages = ";\"ind. 1 tk. 2 a (hlm. 4-7); ind. 1 tk. 3 a (Bab II; lampiran)\";b.pdf;20;\r\n";
    assert!(csv.ends_with(pages), "{csv}");
    let english = register_csv(&ours, &register_words(Language::English));
    assert!(english.starts_with("\u{feff}Id;Title;Kind;"), "{english}");
    assert!(english.contains("ind. 1 lvl. 2 a (p. 4-7); ind. 1 lvl. 3 a (Bab II"), "{english}");
    // What stands between numbers and a colon, spreadsheets read as a time of day.
    let remove = Change::remove(&ours, "a");
    change(&mut ours, remove);
    let key = LinkKey { indicator: 1, level: 3, expected: Some("a".into()), evidence: "b".into() };
    change(&mut ours, Change::Link { key, link: None });
    let one = register_csv(&ours, &register_words(Language::Indonesian));
    assert!(one.ends_with(";ind. 1 tk. 2 a (hlm. 4-7);b.pdf;20;\r\n"), "{one}");
}
