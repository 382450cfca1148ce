#![cfg(not(target_arch = "wasm32"))]
//! The page as one file: what is put inside comes out again, and can neither end its element nor run.

use std::sync::LazyLock;

use proptest::prelude::*;
use takar::assessment::{Agency, AgencyKind, Assessment, Briefing, Change, Stamp, Time, Unit, apply};
use takar::exchange::{
    AnyFile, Anything, Problem, Template, enclosed, html_file_name, read, read_file, work_package, write,
};
use takar::instrument::{Instrument, load, shipped};

static SPBE: LazyLock<Instrument> = LazyLock::new(|| load(shipped("spbe-2020").unwrap()).unwrap());

const SLOT: &str = r#"<script type="application/json" id="takar-enclosed" data-takar=""></script>"#;

fn page() -> String {
    format!("<!doctype html>\n<html lang=\"id\">\n<body>\n{SLOT}\n<script>1 < 2</script>\n</body>\n</html>\n")
}

fn template() -> Template {
    Template::read(&page()).unwrap()
}

/// A package whose every text is written by somebody else.
fn package(words: &str) -> Assessment {
    let stamp = Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), "Diskominfo");
    let agency = Agency::new("Kota Umpama", AgencyKind::Kota);
    let mut whole = Assessment::new("uji".into(), &SPBE, agency, 2025, stamp.clone());
    let unit = Unit { indicators: [1, 2].into(), ..Unit::named("Bagian Hukum") };
    let briefing = Briefing { instructions: words.to_owned(), ..Briefing::default() };
    for change in [Change::Unit { id: "u-1".into(), unit: Some(Box::new(unit)) }, Change::Briefing(briefing)]
    {
        apply(&mut whole, &SPBE, change, stamp.clone()).unwrap();
    }
    whole.seal();
    work_package(&whole, "u-1", stamp).unwrap()
}

fn opened(bytes: &[u8]) -> Assessment {
    match read_file(bytes).unwrap() {
        AnyFile::One(Anything::Assessment(incoming)) => {
            assert!(incoming.has_digest, "the digest is of the content, not of its spelling");
            incoming.assessment
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_package_comes_out_of_the_page_as_it_went_in() {
    let package = package("Isi tingkat dan faktanya.");
    let html = template().with(&write(&package));
    assert_eq!(read(enclosed(&html).unwrap().as_bytes()).unwrap().assessment, package);
    assert_eq!(opened(html.as_bytes()), package);
    assert_eq!(html_file_name(&package), "takar-paket-bagian-hukum-kota-umpama-2025.html");
}

#[test]
fn the_page_alone_holds_nothing_and_is_unchanged() {
    assert_eq!(template().with(""), page());
    assert_eq!(enclosed(&page()), None);
    assert!(matches!(read_file(page().as_bytes()), Err(Problem::Syntax { line: 1, .. })));
}

#[test]
fn a_page_that_has_a_file_inside_is_a_template_without_it() {
    let full = template().with(&write(&package("Rahasia unit lain.")));
    assert_eq!(Template::read(&full), Some(template()));
}

#[test]
fn what_is_no_page_of_ours_is_no_template() {
    let twice = page().replace(SLOT, &format!("{SLOT}{SLOT}"));
    let open = page().replace("</script>\n<script>", "<b></b></script>\n<script>");
    for html in [
        "",
        "<!doctype html>\n<h1>404</h1>",
        "{}",
        SLOT,
        &page().replace(SLOT, ""),
        &twice,
        &open,
        &page()[..90],
    ] {
        assert_eq!(Template::read(html), None, "{html}");
        assert_eq!(enclosed(html), None, "{html}");
    }
}

#[test]
fn a_changed_file_inside_is_noticed() {
    let html =
        template().with(&write(&package("Sampai 1 Maret."))).replace("Sampai 1 Maret.", "Sampai 9 Maret.");
    assert_eq!(read_file(html.as_bytes()), Err(Problem::Digest));
}

fn hostile() -> impl Strategy<Value = String> {
    let pieces = vec![
        "</script>",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "<!--<script>",
        "]]>",
        "\u{2028}",
        "\\u003c",
        "\\",
        "\"",
        "&lt;",
        "<",
        ">",
        "\r\n",
        "takar-enclosed",
        SLOT,
        "é",
        "\u{feff}",
    ];
    proptest::collection::vec(proptest::sample::select(pieces), 0..12).prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn no_text_ends_the_element_that_holds_it(words in hostile()) {
        let package = package(&words);
        let json = write(&package);
        let html = template().with(&json);
        let inside = enclosed(&html).unwrap();
        prop_assert!(!inside.contains('<'));
        prop_assert_eq!(html.matches("<script").count(), page().matches("<script").count());
        prop_assert_eq!(opened(html.as_bytes()), package);
        prop_assert_eq!(Template::read(&html), Some(template()));
    }
}
