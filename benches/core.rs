//! `make bench`: what the core costs on this machine. Figures of one run stand in docs/benchmarks.md.

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::collections::BTreeMap;
    use std::hint::black_box;
    use std::time::Duration;

    use criterion::{Criterion, Throughput};
    use takar::assessment::merge::{Ancestor, Choice, compare};
    use takar::assessment::{
        Agency, AgencyKind, Answer, Assessment, Change, Date, Detail, Evidence, Field, FileFact, Link,
        LinkKey, Review, Stage, Stamp, Status, Time, apply, rebase,
    };
    use takar::exchange::{Found, check_folder, package, read, verify, write, write_compact};
    use takar::instrument::{DocumentKind, INSTRUMENTS, Instrument, Value, load, shipped};
    use takar::plan::{Climb, Options, Rise, count, present, shortest, solve};
    use takar::score::{Exact, concerns, score, support};

    /// A complete assessment with believable texts: 39 kB as a file.
    const EXAMPLE: &str = include_str!("../public/examples/kota-contoh.json");

    fn instrument() -> Instrument {
        load(shipped("spbe-2020").unwrap()).unwrap()
    }

    fn example() -> Assessment {
        read(EXAMPLE.as_bytes()).unwrap().assessment
    }

    /// Assessments of which no two neighbours have the same levels.
    fn many(instrument: &Instrument, count: usize) -> Vec<Assessment> {
        let stamp = Stamp::new(Time::parse("2026-11-22T03:42:00Z").unwrap(), "");
        let agency = Agency::new("Kota Contoh", AgencyKind::Kota);
        let empty = Assessment::new("bench".into(), instrument, agency, 2025, stamp);
        let numbers: Vec<_> = instrument.indicators().map(|indicator| indicator.number).collect();
        let answers = |seed: usize| -> BTreeMap<_, _> {
            let level = |number: u16| Value::whole(((usize::from(number) * 7 + seed * 3) % 5 + 1) as u8);
            numbers.iter().map(|n| (*n, Answer { value: Some(level(*n)), ..Answer::default() })).collect()
        };
        (0..count)
            .map(|seed| Assessment {
                answers: BTreeMap::from([(Stage::Mandiri, answers(seed))]),
                ..empty.clone()
            })
            .collect()
    }

    /// The example with its texts repeated until the file has 1 MB.
    fn one_megabyte() -> String {
        let mut assessment = example();
        let mut text = write(&assessment);
        while text.len() < 1_000_000 {
            for answer in assessment.answers.values_mut().flat_map(BTreeMap::values_mut) {
                for text in [&mut answer.explanation.facts, &mut answer.explanation.analysis] {
                    let more = text.chars().take(300).collect::<String>();
                    text.push(' ');
                    text.push_str(&more);
                }
            }
            text = write(&assessment);
        }
        text
    }

    fn scores(bench: &mut Criterion) {
        let instrument = instrument();
        let full = example();
        let mut group = bench.benchmark_group("score");
        group.bench_function("one assessment", |b| b.iter(|| score(&instrument, black_box(&full))));
        let many = many(&instrument, 10_000);
        group.throughput(Throughput::Elements(10_000));
        group.bench_function("10,000 assessments", |b| {
            b.iter(|| {
                let scores = many.iter().map(|one| score(&instrument, one));
                scores.filter(|score| score.standing.predicate == "Baik").count()
            });
        });
    }

    fn files(bench: &mut Criterion) {
        let instrument = instrument();
        let full = example();
        let (file, stored) = (write(&full), write_compact(&full));
        let mut group = bench.benchmark_group("full assessment");
        group.throughput(Throughput::Bytes(stored.len() as u64));
        group.bench_function("save to storage (write_compact)", |b| {
            b.iter(|| write_compact(black_box(&full)))
        });
        group.bench_function("load from storage (read)", |b| {
            b.iter(|| read(black_box(stored.as_bytes())).unwrap())
        });
        group.throughput(Throughput::Bytes(file.len() as u64));
        group.bench_function("save to a file (write)", |b| b.iter(|| write(black_box(&full))));
        group.bench_function("read a file (read)", |b| b.iter(|| read(black_box(file.as_bytes())).unwrap()));
        group
            .bench_function("open a file (read, verify)", |b| b.iter(|| open(&instrument, black_box(&file))));
        group.finish();

        let large = one_megabyte();
        let mut group = bench.benchmark_group("1 MB file");
        group.throughput(Throughput::Bytes(large.len() as u64));
        group.bench_function("open (read, verify)", |b| b.iter(|| open(&instrument, black_box(&large))));
        let assessment = read(large.as_bytes()).unwrap().assessment;
        group.bench_function("save (write)", |b| b.iter(|| write(black_box(&assessment))));
    }

    /// The example with so many believable documents and links.
    fn with_documents(instrument: &Instrument, documents: usize, links: usize) -> Assessment {
        let mut assessment = example();
        let at =
            |n: usize| Time::parse(&format!("2026-{:02}-{:02}T03:42:00Z", n % 12 + 1, n % 28 + 1)).unwrap();
        let (mut register, mut places) = (BTreeMap::new(), Vec::new());
        for n in 0..documents {
            let review = |status| Review {
                status,
                note: String::new(),
                stamp: Stamp::new(at(n), "Tim Asesor Internal"),
            };
            let statuses = [Status::Dikirim, Status::Diterima];
            let evidence = Evidence {
                kind: Some(DocumentKind::ALL[n % DocumentKind::ALL.len()]),
                number: format!("{n}/2024"),
                date: Date::new(2023 + (n % 4) as u16, (n % 12 + 1) as u8, (n % 28 + 1) as u8),
                unit: "Dinas Komunikasi dan Informatika".into(),
                location: format!("https://arsip.contoh.go.id/spbe/{n}"),
                pages: "Bab III, halaman 9 sampai 15".into(),
                file: Some(FileFact {
                    name: format!("{}.a.Peraturan_Wali_Kota_Nomor_{n}.pdf", n % 47 + 1),
                    size: 1_000_000 + n as u64,
                    media_type: "application/pdf".into(),
                    sha256: Some(format!("{n:064x}")),
                    ..FileFact::default()
                }),
                reviews: statuses[..n % 3].iter().copied().map(review).collect(),
                changed: Some(Stamp::new(at(n), "Diskominfo")),
                ..Evidence::titled(format!(
                    "Peraturan Wali Kota Nomor {n} Tahun 2024 tentang Arsitektur SPBE"
                ))
            };
            register.insert(format!("b-{n:05}"), evidence);
        }
        for indicator in instrument.indicators() {
            for &level in indicator.criteria.keys() {
                let expected = indicator.evidence.iter().find(|expected| expected.is_for(level));
                places.push((indicator.number, level, expected.map(|expected| expected.id.clone())));
            }
        }
        assessment.links.clear();
        for n in 0..links {
            let (indicator, level, expected) = places[n % places.len()].clone();
            // Each round through the places begins with another document.
            let evidence = format!("b-{:05}", (n + n / places.len() * 7) % documents);
            let key = LinkKey { indicator, level, expected, evidence };
            assessment.links.insert(key, Link { pages: "halaman 9".into(), ..Link::default() });
        }
        assessment.evidence = register;
        assert!(assessment.links.len() * 100 > links * 95);
        assessment
    }

    fn evidence(bench: &mut Criterion) {
        let instrument = instrument();
        for (documents, links) in [(250, 600), (2_000, 5_000)] {
            let full = with_documents(&instrument, documents, links);
            let stored = write_compact(&full);
            let today = Date::new(2026, 11, 22).unwrap();
            let files = full.evidence.values().filter_map(|evidence| evidence.file.as_ref());
            let found: Vec<_> = files
                .map(|file| Found {
                    path: format!("Bukti/{}", file.name),
                    size: file.size,
                    sha256: file.sha256.clone(),
                })
                .collect();
            let mut group = bench.benchmark_group(format!("{documents} documents, {links} links"));
            group.bench_function("supported index", |b| b.iter(|| support(&instrument, black_box(&full))));
            group.bench_function("concerns", |b| {
                b.iter(|| concerns(&instrument, black_box(&full), today).len())
            });
            group.bench_function("check a folder", |b| b.iter(|| check_folder(black_box(&full), &found)));
            group.bench_function("name a package", |b| {
                b.iter(|| package(&instrument, black_box(&full)).len())
            });
            group.throughput(Throughput::Bytes(stored.len() as u64));
            group.bench_function("save to storage (write_compact)", |b| {
                b.iter(|| write_compact(black_box(&full)))
            });
            group.bench_function("load from storage (read)", |b| {
                b.iter(|| read(black_box(stored.as_bytes())).unwrap())
            });
            group.bench_function("load and check (read, verify)", |b| b.iter(|| open(&instrument, &stored)));
        }
    }

    /// Two people each changed a third of 250 documents and of the answers, and registered ten more.
    fn merges(bench: &mut Criterion) {
        let instrument = instrument();
        let mut base = with_documents(&instrument, 250, 600);
        base.seal();
        let side = |name: &str, first: usize| {
            let mut side = base.clone();
            side.revisions.begin_copy(name);
            let stamp = Stamp::new(Time::parse("2026-11-23T03:42:00Z").unwrap(), name);
            let unit = || Detail::Unit(format!("Bagian {name}"));
            let ids = side.evidence.iter().filter(|(_, document)| !document.is_locked()).map(|(id, _)| id);
            let edits =
                ids.skip(first).step_by(3).map(|id| Change::Detail { id: id.clone(), detail: unit() });
            let texts = (1..=47).skip(first).step_by(3).map(|indicator| {
                let (stage, field) = (Stage::Mandiri, Field::Facts);
                Change::Text { stage, indicator, field, text: format!("Fakta dari {name}.") }
            });
            let new = (0..10).map(|n| {
                let evidence = Box::new(Evidence::titled(format!("Laporan {n} dari {name}")));
                Change::Evidence { id: format!("{name}-{n}"), evidence: Some(evidence) }
            });
            let all = Change::All(edits.chain(texts).chain(new).collect());
            apply(&mut side, &instrument, all, stamp).unwrap();
            side.seal();
            side
        };
        let (mine, theirs, both) = (side("ani", 0), side("budi", 1), side("cici", 0));
        let mut group = bench.benchmark_group("merge, 250 documents");
        group.bench_function("compare", |b| {
            b.iter(|| compare(black_box(&mine), &theirs, Ancestor::Recorded).differences.len())
        });
        for (name, theirs) in [("without conflicts", &theirs), ("with 76 conflicts", &both)] {
            group.bench_function(format!("compare and merge, {name}"), |b| {
                b.iter(|| compare(black_box(&mine), theirs, Ancestor::Recorded).merged(|_| Choice::Both))
            });
        }
        group.bench_function("two tabs (rebase)", |b| b.iter(|| rebase(&base, black_box(&mine), &theirs)));
        let stored = write_compact(&compare(&mine, &theirs, Ancestor::Recorded).merged(|_| Choice::Mine));
        group.throughput(Throughput::Bytes(stored.len() as u64));
        let merged = read(stored.as_bytes()).unwrap().assessment;
        group.bench_function("save the result to storage (write_compact)", |b| {
            b.iter(|| write_compact(black_box(&merged)))
        });
        let change = || Change::Detail { id: "b-00001".into(), detail: Detail::Unit("Dinas".into()) };
        let stamp = Stamp::new(Time::parse("2026-11-23T03:42:00Z").unwrap(), "");
        let mut edited = merged.clone();
        group.bench_function("an edit, with its record", |b| {
            b.iter(|| apply(&mut edited, &instrument, change(), stamp.clone()))
        });
    }

    fn open(instrument: &Instrument, file: &str) -> usize {
        let incoming = read(file.as_bytes()).unwrap();
        verify(&incoming, instrument).unwrap().len() + incoming.assessment.answers.len()
    }

    /// Numbers that look like chance, the same in every run.
    fn chance() -> impl FnMut(u64) -> u64 {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        move |below| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        }
    }

    /// Makes a step with the help of chance.
    type MakeStep = fn(&mut dyn FnMut(u64) -> u64) -> Rise;

    fn plans(bench: &mut Criterion) {
        let mut group = bench.benchmark_group("plan");
        let goal = |hundredths| Exact::from(Value::hundredths(hundredths));
        for id in ["spbe-2020", "pemdi-2026"] {
            let instrument = load(shipped(id).unwrap()).unwrap();
            let mut one = chance();
            let mut values = present(&instrument, &many(&instrument, 1)[0]);
            for value in values.values_mut().filter(|_| instrument.scale.decimals > 0) {
                *value = Value::hundredths(100 + one(200) as u16);
            }
            let mut options = Options::default();
            group.bench_function(format!("{id}, every effort 1"), |b| {
                b.iter(|| shortest(&instrument, black_box(&values), goal(400), &options))
            });
            for number in instrument.indicators().map(|indicator| indicator.number) {
                for level in 2..=5 {
                    options.efforts.insert((number, level), one(999) as u16 + 1);
                }
            }
            group.bench_function(format!("{id}, efforts 1 to 999"), |b| {
                b.iter(|| shortest(&instrument, black_box(&values), goal(400), &options))
            });
        }
        // What no instrument asks yet: 47 indicators, each with decimals, weights and efforts of all sizes.
        let mut worst = |name: &str, step: MakeStep| {
            let mut one = chance();
            let climbs: Vec<Climb> = (0..47)
                .map(|_| Climb { steps: (0..4).map(|_| step(&mut one)).collect(), at_least: 0 })
                .collect();
            let all: u64 = climbs.iter().flat_map(|climb| &climb.steps).map(|step| step.gain).sum();
            for share in [25, 50, 75] {
                group.bench_function(format!("{name}, {share}% of all"), |b| {
                    b.iter(|| {
                        let found = solve(black_box(&climbs), all * share / 100).unwrap();
                        count(&climbs, all * share / 100, &found)
                    })
                });
            }
        };
        worst("47 × 4 steps, nothing alike", |one| Rise {
            effort: one(999) as u32 + 1,
            gain: (one(150) + 1) * (one(300) + 1),
        });
        worst("47 × 4 steps, effort follows gain", |one| {
            let gain = one(25_000) + 1;
            Rise { effort: (gain / 26) as u32 + 1, gain }
        });
        worst("47 × 4 steps, all alike", |_| Rise { effort: 1, gain: 25_000 });
    }

    fn instruments(bench: &mut Criterion) {
        let mut group = bench.benchmark_group("load instrument");
        for listed in INSTRUMENTS {
            let text = shipped(listed.id).unwrap();
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(listed.id, |b| b.iter(|| load(black_box(text)).unwrap()));
        }
    }

    pub fn main() {
        let mut bench = Criterion::default()
            .sample_size(30)
            .warm_up_time(Duration::from_secs(1))
            .measurement_time(Duration::from_secs(3))
            .configure_from_args();
        scores(&mut bench);
        files(&mut bench);
        evidence(&mut bench);
        merges(&mut bench);
        plans(&mut bench);
        instruments(&mut bench);
        bench.final_summary();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    host::main();
}

/// There is nothing to time in a browser here.
#[cfg(target_arch = "wasm32")]
fn main() {}
