//! `make bench`: what the core costs on this machine. Figures of one run stand in docs/benchmarks.md.

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::collections::BTreeMap;
    use std::hint::black_box;
    use std::time::Duration;

    use criterion::{Criterion, Throughput};
    use takar::assessment::{Agency, AgencyKind, Answer, Assessment, Stage, Stamp, Time};
    use takar::exchange::{read, verify, write, write_compact};
    use takar::instrument::{INSTRUMENTS, Instrument, Value, load, shipped};
    use takar::score::score;

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

    fn open(instrument: &Instrument, file: &str) -> usize {
        let incoming = read(file.as_bytes()).unwrap();
        verify(&incoming, instrument).unwrap().len() + incoming.assessment.answers.len()
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
