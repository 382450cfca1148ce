#![cfg(not(target_arch = "wasm32"))]
//! The published national results as the page reads them, and where agencies stand among their kind.
//!
//! That every figure follows from levels is shown in `tests/national.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use takar::assessment::{Agency, AgencyKind};
use takar::instrument::{Value, load, shipped};
use takar::national::{
    BadRow, DOMAIN_IDS, INSTRUMENT, Measure, Oddity, PREDICATES, Quarter, Results, Sort, Wanted, YEARS,
    bin_from, found, histogram, quartiles,
};
use takar::score::Exact;

fn list(year: u16) -> String {
    fs::read_to_string(format!("{}/public/results/spbe-{year}.csv", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn results() -> Results {
    Results::read([&list(2023), &list(2024)]).unwrap()
}

#[test]
fn every_row_of_both_lists_is_read() {
    let results = results();
    let count = |year, kind| results.rows.iter().filter(|row| row.year == year && row.kind == kind).count();
    assert_eq!(
        YEARS.map(|year| AgencyKind::ALL.map(|kind| count(year, kind))),
        [[34, 58, 38, 398, 93], [34, 58, 38, 392, 93],]
    );
    assert_eq!(results.rows.len(), 621 + 615);
    // The report of 2024 counts 92 central and 523 regional agencies.
    assert_eq!((34 + 58, 38 + 392 + 93), (92, 523));
    let empty: Vec<_> = results.rows.iter().filter(|row| row.domains.contains(&None)).collect();
    assert_eq!(empty.len(), 3);
    assert!(empty.iter().all(|row| matches!(row.oddity, Some(Oddity::Unreadable(_)))));
    for row in &results.rows {
        assert!(row.name.trim() == row.name && !row.name.starts_with("Pemerintah"), "{}", row.name);
    }
}

#[test]
fn a_list_that_is_none_is_named_by_its_line() {
    let (first, second) = (list(2023), list(2024));
    assert_eq!(Results::read([&first, ""]), Err(BadRow { year: 2024, line: 1 }));
    let broken = |from: &str, to: &str| Results::read([&first, &second.replacen(from, to, 1)]).unwrap_err();
    assert_eq!(broken("3.80,2.90", "3.80,dua"), BadRow { year: 2024, line: 2 });
    assert_eq!(broken("\"Kementerian", "Kementerian"), BadRow { year: 2024, line: 2 });
    assert_eq!(broken(",kementerian,", ",dinas,"), BadRow { year: 2024, line: 2 });
}

#[test]
fn predicates_are_those_of_the_bands_but_for_the_known_ones() {
    let instrument = load(shipped(INSTRUMENT).unwrap()).unwrap();
    assert_eq!(instrument.predicates.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), PREDICATES);
    assert_eq!(instrument.sections.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), DOMAIN_IDS);
    let results = results();
    let unlike: Vec<_> = results
        .rows
        .iter()
        .filter(|row| instrument.predicate_at(row.index).unwrap().title != row.predicate)
        .map(|row| (row.year, row.name.as_str(), row.oddity))
        .collect();
    let exact = Some(Oddity::PredicateOfExact);
    assert_eq!(
        unlike,
        [
            (2024, "Kabupaten Nias Barat", exact),
            (2024, "Kabupaten Pacitan", exact),
            (2024, "Kabupaten Luwu", exact),
        ]
    );
    // Those of 2023 fit what is printed; tests/national.rs shows that the exact index is below the border.
    let odd: BTreeSet<_> = results
        .rows
        .iter()
        .filter(|row| row.oddity.is_some())
        .map(|row| (row.year, row.name.as_str()))
        .collect();
    assert_eq!(odd.len(), 9, "{odd:?}");
    assert!(odd.contains(&(2023, "Kabupaten Banyuasin")) && odd.contains(&(2023, "Kabupaten Boven Digoel")));
    let below: Vec<_> = results
        .rows
        .iter()
        .filter(|row| row.domains.iter().flatten().any(|value| *value < instrument.scale.min))
        .map(|row| row.oddity)
        .collect();
    assert_eq!(below, [Some(Oddity::BelowScale)]);
}

#[test]
fn an_agency_is_the_same_in_both_years_whatever_its_name() {
    let results = results();
    let mut by_agency: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    for row in &results.rows {
        by_agency.entry(&row.agency).or_default().push(row.year);
    }
    assert!(
        by_agency.values().all(|years| matches!(years[..], [2023] | [2024] | [2023, 2024])),
        "twice in a year"
    );
    let names = |agency: &str| {
        let rows: Vec<_> = results.of_agency(agency).map(|row| row.name.clone()).collect();
        rows
    };
    let of = |name: &str| names(results.named(name).unwrap());
    assert_eq!(of("Provinsi NTB"), ["Provinsi NTB", "Provinsi Nusa Tenggara Barat"]);
    assert_eq!(of("dewan pers"), ["Dewan Pers", "Sekretariat Dewan Pers"]);
    assert_eq!(of("Pemerintah Kota KotaMobagu").len(), 2);
    assert_eq!(of("Ombudsman Republik Indonesia").len(), 2);
    assert_eq!(of("Kabupaten Nduga").len(), 1, "in the list of 2024 alone");
    assert_eq!(results.named("Kabupaten Tidak Ada"), None);
    // Twelve regencies, an institute and a commission are in the list of 2023 alone.
    let only = |year| by_agency.values().filter(|years| ***years == [year]).count();
    assert_eq!((only(2023), only(2024), by_agency.len()), (14, 8, 629));
}

#[test]
fn a_drafts_agency_is_found_by_name_and_kind() {
    let results = results();
    let guess = |name: &str, kind| results.guess(&Agency::new(name, kind)).map(str::to_owned);
    for (name, kind) in [
        ("Kabupaten Bantul", AgencyKind::Kabupaten),
        ("Pemerintah Kabupaten Bantul", AgencyKind::Kabupaten),
        ("Pemkab. Bantul", AgencyKind::Kabupaten),
        ("bantul", AgencyKind::Kabupaten),
        ("Bantul", AgencyKind::Kota),
    ] {
        let expected = (!name.starts_with("Pemkab")).then(|| "kabupaten:bantul".to_owned());
        assert_eq!(guess(name, kind), expected, "{name}");
    }
    // Both a city and a regency: the kind decides, and where it does not, nobody does.
    assert_eq!(guess("Bandung", AgencyKind::Kota).as_deref(), Some("kota:bandung"));
    assert_eq!(guess("Kabupaten Bandung", AgencyKind::Kabupaten).as_deref(), Some("kabupaten:bandung"));
    assert_eq!(guess("Bandung", AgencyKind::Provinsi), None);
    assert_eq!(guess("Provinsi Aceh", AgencyKind::Provinsi).as_deref(), Some("provinsi:aceh"));
    assert_eq!(guess("", AgencyKind::Kota), None);
    // Every name that the form for new assessments suggests leads to its results.
    let suggested: BTreeMap<String, Vec<String>> = serde_json::from_str(
        &fs::read_to_string(format!("{}/public/results/agencies.json", env!("CARGO_MANIFEST_DIR"))).unwrap(),
    )
    .unwrap();
    for (kind, names) in suggested {
        for name in names {
            assert!(guess(&name, AgencyKind::from_code(&kind).unwrap()).is_some(), "{name}");
        }
    }
}

/// Four hundred times the quartiles of the index and of layanan, as Python's `statistics.quantiles` with
/// `method='inclusive'` over fractions gives them.
const KNOWN: [(u16, AgencyKind, [u64; 3], [u64; 3]); 10] = [
    (2023, AgencyKind::Kementerian, [1328, 1440, 1575], [1580, 1668, 1822]),
    (2023, AgencyKind::InstansiPusatLain, [1139, 1282, 1415], [1338, 1516, 1647]),
    (2023, AgencyKind::Provinsi, [1039, 1242, 1444], [1324, 1500, 1691]),
    (2023, AgencyKind::Kabupaten, [860, 1048, 1231], [1174, 1374, 1523]),
    (2023, AgencyKind::Kota, [1036, 1200, 1372], [1348, 1476, 1604]),
    (2024, AgencyKind::Kementerian, [1494, 1598, 1738], [1658, 1794, 1898]),
    (2024, AgencyKind::InstansiPusatLain, [1258, 1422, 1578], [1447, 1632, 1747]),
    (2024, AgencyKind::Provinsi, [1152, 1454, 1574], [1419, 1654, 1755]),
    (2024, AgencyKind::Kabupaten, [992, 1156, 1404], [1371, 1500, 1628]),
    (2024, AgencyKind::Kota, [1172, 1396, 1560], [1476, 1656, 1780]),
];

#[test]
fn quartiles_are_those_of_another_program() {
    let results = results();
    for (year, kind, index, layanan) in KNOWN {
        for (measure, known) in [(Measure::Index, index), (Measure::Domain(3), layanan)] {
            let of = results.summary(kind, year, measure).unwrap().quartiles;
            let found = [of.lower, of.median, of.upper].map(|one| {
                let (n, d) = one.fraction();
                (n * 400 / d, n * 400 % d)
            });
            assert_eq!(found, known.map(|known| (known, 0)), "{year} {kind:?} {measure:?}");
        }
    }
    // A value that cannot be read is left out.
    assert_eq!(
        results.summary(AgencyKind::Kementerian, 2024, Measure::Domain(0)).unwrap().quartiles.count,
        32
    );
    assert_eq!(quartiles([]), None);
    let one = quartiles([Value::whole(3)]).unwrap();
    assert_eq!(
        (one.lower, one.median, one.upper),
        (Value::whole(3).into(), Value::whole(3).into(), Value::whole(3).into())
    );
}

#[test]
fn a_place_among_the_kind_is_a_quarter_and_a_distance() {
    let results = results();
    let at = |hundredths| {
        let value = Exact::from(Value::hundredths(hundredths));
        let of = results.standing(AgencyKind::Kota, 2024, Measure::Index, value).unwrap();
        (of.quarter, of.from_median.direction, of.from_median.size.decimal(2))
    };
    use std::cmp::Ordering::{Equal, Greater, Less};
    assert_eq!(at(292), (Quarter::Lowest, Less, "0.57".to_owned()));
    assert_eq!(at(293), (Quarter::BelowMedian, Less, "0.56".to_owned()));
    assert_eq!(at(349), (Quarter::AtMedian, Equal, "0.00".to_owned()));
    assert_eq!(at(390), (Quarter::AboveMedian, Greater, "0.41".to_owned()));
    assert_eq!(at(391), (Quarter::Highest, Greater, "0.42".to_owned()));
}

#[test]
fn the_distribution_counts_each_value_once() {
    let results = results();
    for (year, kind, ..) in KNOWN {
        for measure in Measure::ALL {
            let counts = histogram(results.values(kind, year, measure));
            assert_eq!(counts.iter().sum::<usize>(), results.values(kind, year, measure).count());
            for (at, count) in counts.into_iter().enumerate() {
                let (from, to) = (bin_from(at), bin_from(at + 1));
                let inside = results
                    .values(kind, year, measure)
                    .filter(|value| (*value >= from || at == 0) && (*value < to || at + 1 == counts.len()));
                assert_eq!(inside.count(), count);
            }
        }
    }
    assert_eq!((bin_from(0), bin_from(16)), (Value::whole(1), Value::whole(5)));
}

#[test]
fn the_list_is_searched_narrowed_and_ordered() {
    let results = results();
    let names = |wanted: &Wanted| {
        found(&results, wanted)
            .into_iter()
            .map(|at| (results.rows[at].name.as_str(), results.rows[at].year))
            .collect::<Vec<_>>()
    };
    let all = Wanted::default();
    assert_eq!(names(&all).len(), 1236);
    assert!(!all.is_narrow());
    let first = names(&all)[..2].to_vec();
    assert_eq!(first[0].0, first[1].0, "an agency's years stand together");
    let search = |text: &str| names(&Wanted { search: text.into(), ..Wanted::default() });
    assert_eq!(search("BANTUL"), [("Kabupaten Bantul", 2023), ("Kabupaten Bantul", 2024)]);
    assert_eq!(search("kab. bantul").len(), 2, "as the list prints it");
    assert_eq!(
        search("nusa tenggara"),
        [("Provinsi Nusa Tenggara Barat", 2024), ("Provinsi Nusa Tenggara Timur", 2024)]
    );
    assert!(search("bantul sleman").is_empty());
    let narrow = Wanted {
        kind: Some(AgencyKind::Kota),
        year: Some(2024),
        predicate: Some("Memuaskan".into()),
        ..Wanted::default()
    };
    assert!(narrow.is_narrow());
    let plain = results
        .rows
        .iter()
        .filter(|row| row.kind == AgencyKind::Kota && row.year == 2024 && row.predicate == "Memuaskan");
    assert_eq!(found(&results, &narrow).len(), plain.count());
    for sort in Sort::ALL {
        for descending in [false, true] {
            let order = found(&results, &Wanted { sort, descending, ..Wanted::default() });
            assert_eq!(order.iter().collect::<BTreeSet<_>>().len(), 1236, "{sort:?}");
            if let Sort::Measure(measure) = sort {
                let values: Vec<_> = order.iter().map(|at| results.rows[*at].value(measure)).collect();
                let there: Vec<_> = values.iter().flatten().collect();
                assert!(values[there.len()..].iter().all(Option::is_none), "what cannot be read comes last");
                assert!(if descending { there.is_sorted_by(|a, b| a >= b) } else { there.is_sorted() });
            }
        }
    }
    let mut wanted = Wanted::default();
    wanted.order_by(Sort::Year);
    assert_eq!((wanted.sort, wanted.descending), (Sort::Year, false));
    wanted.order_by(Sort::Year);
    assert!(wanted.descending);
}

#[test]
fn whatever_the_order_the_rows_are_the_same() {
    let results = results();
    let rows = |sort| found(&results, &Wanted { search: "kota".into(), sort, ..Wanted::default() }).len();
    let counts: Vec<_> = Sort::ALL.into_iter().map(rows).collect();
    assert!(counts[0] > 150 && counts.iter().all(|count| *count == counts[0]), "{counts:?}");
}
