//! `takar`: the score, the checks, the merge and the tables of the page, on the command line.

/// Writes a line to the standard error.
macro_rules! complain {
    ($($part:tt)*) => { eprintln!("{}", $crate::shown(format_args!($($part)*))) };
}

#[path = "takar/merge.rs"]
mod merge;
#[path = "takar/table.rs"]
mod table;

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

use takar::assessment::{Agency, AgencyKind, Assessment, Change, Stage, Stamp, Time, WorkOrder, apply};
use takar::exchange::{
    AnyFile, Anything, FILE_LIMIT_BYTES, Incoming, IncomingEvidence, Problem, Warning, read, read_file,
    read_values, verify,
};
use takar::instrument::{INSTRUMENTS, Instrument, load};
use takar::score::{Score, SectionScore, score};
use takar::text::{Language, exact, readable, value};

/// Something is wrong with a file.
const FINDINGS: u8 = 1;
/// The command was not used as it should be, or a file cannot be opened.
const USAGE: u8 = 2;

/// Used for a CSV when none is named: the instrument most published values belong to.
const ASSUMED: &str = "spbe-2020";

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let language = match take_option(&mut words, "--lang") {
        Ok(Some(code)) => Language::from_code(&code),
        Ok(None) => Some(from_environment()),
        Err(()) => None,
    };
    let Some(language) = language else {
        return usage(Language::default());
    };
    let Some(command) = (!words.is_empty()).then(|| words.remove(0)) else {
        return usage(language);
    };
    match &*command {
        "score" => command_score(language, words),
        "validate" => command_validate(language, &words),
        "merge" => merge::command(language, words),
        "table" => table::command(language, words),
        "help" | "--help" | "-h" => {
            out(format_args!("{}", language.texts().line.usage));
            ExitCode::SUCCESS
        }
        "--version" | "-V" => {
            out(format_args!("takar {}", env!("CARGO_PKG_VERSION")));
            ExitCode::SUCCESS
        }
        _ => usage(language),
    }
}

/// English where the system says so, else Indonesian.
fn from_environment() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .and_then(|value| Language::from_code(&value))
        .unwrap_or_default()
}

fn usage(language: Language) -> ExitCode {
    complain!("{}", language.texts().line.usage);
    ExitCode::from(USAGE)
}

/// A line as a terminal may show it: names and texts of files must not give it commands.
fn shown(line: std::fmt::Arguments) -> String {
    let line = line.to_string();
    let lines: Vec<_> =
        line.split('\n').map(|line| line.split('\t').map(readable).collect::<Vec<_>>().join("\t")).collect();
    lines.join("\n")
}

/// Writes a line. Who reads it may have gone away, as `head` does: that is no error here.
fn out(line: std::fmt::Arguments) {
    let _ = writeln!(std::io::stdout(), "{}", shown(line));
}

/// Takes `--name VALUE` out of the words. An option without its value is an error.
fn take_option(words: &mut Vec<String>, name: &str) -> Result<Option<String>, ()> {
    let Some(at) = words.iter().position(|word| word == name) else { return Ok(None) };
    words.remove(at);
    if at < words.len() { Ok(Some(words.remove(at))) } else { Err(()) }
}

fn command_score(language: Language, mut words: Vec<String>) -> ExitCode {
    let line = &language.texts().line;
    let Ok(asked) = take_option(&mut words, "--instrument") else { return usage(language) };
    let json = words.iter().position(|word| word == "--json").map(|at| words.remove(at)).is_some();
    let [file] = &*words else { return usage(language) };
    if file.starts_with("--") {
        return usage(language);
    }
    if let Some(id) = &asked
        && !INSTRUMENTS.iter().any(|listed| listed.id == id)
    {
        let known: Vec<_> = INSTRUMENTS.iter().map(|listed| listed.id).collect();
        complain!("{}", (line.unknown_instrument)(id, &known.join(", ")));
        return ExitCode::from(USAGE);
    }
    let bytes = match bytes_of(file) {
        Ok(bytes) => bytes,
        Err(why) => {
            complain!("{}", (line.cannot_read)(file, &why));
            return ExitCode::from(USAGE);
        }
    };
    let taken = match read(&bytes) {
        Err(Problem::LooksLikeCsv) => from_csv(language, &bytes, asked.as_deref()),
        Err(problem) => Err(problem),
        Ok(incoming) => {
            let stated = &incoming.assessment.instrument.id;
            if let Some(asked) = asked.filter(|asked| asked != stated) {
                complain!("{file}: {}", (line.other_instrument)(stated, &asked));
                return ExitCode::from(FINDINGS);
            }
            check(incoming)
        }
    };
    match taken {
        Ok((instrument, assessment, warnings)) => {
            warn(language, file, &warnings);
            if let Some(order) = &assessment.order {
                print_package(language, &instrument, &assessment, order, json);
                return ExitCode::SUCCESS;
            }
            let score = score(&instrument, &assessment);
            if json {
                out(format_args!("{}", json_of(&instrument, &score)));
            } else {
                print(language, &instrument, &score);
            }
            ExitCode::SUCCESS
        }
        Err(problem) => {
            report(language, file, &problem);
            ExitCode::from(FINDINGS)
        }
    }
}

fn command_validate(language: Language, files: &[String]) -> ExitCode {
    let line = &language.texts().line;
    if files.is_empty() || files.iter().any(|file| file.starts_with("--")) {
        return usage(language);
    }
    let mut worst = 0;
    for file in files {
        let found = match bytes_of(file) {
            Err(why) => {
                complain!("{}", (line.cannot_read)(file, &why));
                USAGE
            }
            Ok(bytes) => match read_file(&bytes).and_then(|anything| describe(language, file, anything)) {
                Ok(found) => found,
                Err(problem) => {
                    report(language, file, &problem);
                    FINDINGS
                }
            },
        };
        worst = worst.max(found);
    }
    ExitCode::from(worst)
}

/// Says what a file is that is as it should be. Of a backup, each draft stands for itself.
fn describe(language: Language, file: &str, anything: AnyFile) -> Result<u8, Problem> {
    let line = &language.texts().line;
    let no_digest = |has_digest: bool| if has_digest { Vec::new() } else { vec![Warning::NoDigest] };
    let mut found = 0;
    let text = match anything {
        AnyFile::One(anything) => {
            let (anything, warnings) = check_any(anything)?;
            warn(language, file, &warnings);
            match anything {
                Anything::Assessment(Incoming { assessment, .. }) => match &assessment.order {
                    None => (line.valid)(file),
                    Some(order) => (language.texts().units.valid)(file, &order.name, order.indicators.len()),
                },
                Anything::Evidence(IncomingEvidence { register, .. }) => {
                    (line.valid_evidence)(file, register.evidence.len(), register.links.len())
                }
            }
        }
        AnyFile::Backup(backup, has_digest) => {
            warn(language, file, &no_digest(has_digest));
            for draft in backup.drafts.iter().chain(&backup.trash) {
                let of = (line.draft_in_backup)(file, &draft.id);
                match draft.read().and_then(check) {
                    Ok((_, _, warnings)) => warn(language, &of, &warnings),
                    Err(problem) => {
                        report(language, &of, &problem);
                        found = FINDINGS;
                    }
                }
            }
            (line.valid_backup)(file, [backup.drafts.len(), backup.trash.len(), backup.snapshots.len()])
        }
        AnyFile::Encrypted(backup) => {
            warn(language, file, &no_digest(backup.has_digest));
            (line.valid_encrypted)(file)
        }
    };
    if found == 0 {
        out(format_args!("{text}"));
    }
    Ok(found)
}

/// At most one byte more than is allowed: enough to tell that a file is too large.
fn bytes_of(file: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let limit = FILE_LIMIT_BYTES + 1;
    let read = match file {
        "-" => std::io::stdin().take(limit).read_to_end(&mut bytes),
        _ => std::fs::File::open(file).and_then(|f| f.take(limit).read_to_end(&mut bytes)),
    };
    read.map(|_| bytes).map_err(|error| error.to_string())
}

type Taken = (Instrument, Assessment, Vec<Warning>);

fn check(incoming: Incoming) -> Result<Taken, Problem> {
    let instrument = instrument(&incoming.assessment.instrument.id)?;
    let warnings = verify(&incoming, &instrument)?;
    Ok((instrument, incoming.assessment, warnings))
}

fn check_any(anything: Anything) -> Result<(Anything, Vec<Warning>), Problem> {
    let warnings = anything.verify(&instrument(anything.instrument_id())?)?;
    Ok((anything, warnings))
}

fn instrument(id: &str) -> Result<Instrument, Problem> {
    // tests/instruments.rs proves that every shipped file loads.
    takar::instrument::shipped(id)
        .and_then(|text| load(text).ok())
        .ok_or_else(|| Problem::UnknownInstrument { id: id.to_owned() })
}

/// Values from a table, through the same door as every edit.
fn from_csv(language: Language, bytes: &[u8], asked: Option<&str>) -> Result<Taken, Problem> {
    let values = read_values(bytes)?;
    let id = asked.unwrap_or_else(|| {
        complain!("{}", (language.texts().line.assumed_instrument)(ASSUMED));
        ASSUMED
    });
    let instrument = instrument(id)?;
    let stamp = Stamp::new(Time::parse("1970-01-01T00:00:00Z").ok_or(Problem::Empty)?, "");
    let agency = Agency::new("CSV", AgencyKind::Kota);
    let year = instrument.years.first;
    let mut assessment = Assessment::new("csv".to_owned(), &instrument, agency, year, stamp.clone());
    for (indicator, value) in values {
        let change = Change::Value { stage: Stage::Mandiri, indicator, value };
        apply(&mut assessment, &instrument, change, stamp.clone())
            .map_err(|reason| Problem::Refused { path: format!("CSV, {indicator}"), reason })?;
    }
    Ok((instrument, assessment, Vec::new()))
}

fn warn(language: Language, file: &str, warnings: &[Warning]) {
    let line = &language.texts().line;
    for warning in warnings {
        let text = match warning {
            Warning::OtherEdition => line.warning_edition,
            Warning::NoDigest => line.warning_digest,
        };
        complain!("{file}: {text}");
    }
}

fn report(language: Language, file: &str, problem: &Problem) {
    let message = (language.texts().problem)(problem);
    complain!("{file}: {}\n  {}", message.what, message.todo);
}

/// A work package holds too little for an index: what of it is answered, and how.
fn print_package(
    language: Language,
    instrument: &Instrument,
    package: &Assessment,
    order: &WorkOrder,
    json: bool,
) {
    let values: Vec<_> = order.indicators.iter().map(|number| (*number, package.value(*number))).collect();
    let answered = values.iter().filter(|(_, value)| value.is_some()).count();
    if json {
        let listed = values.iter().map(|(number, value)| {
            serde_json::json!({ "indicator": number, "value": value.map(|value| value.to_string()) })
        });
        let indicators: Vec<_> = listed.collect();
        out(format_args!(
            "{}",
            serde_json::json!({
                "instrument": instrument.id,
                "kind": "work-package",
                "unit": order.name,
                "answered": answered,
                "total": values.len(),
                "indicators": indicators,
            })
        ));
        return;
    }
    let texts = &language.texts().units;
    out(format_args!("{}", (texts.progress)(&order.name, answered, values.len())));
    for (number, of) in values {
        let title = instrument.indicator(number).map_or("", |indicator| &indicator.short_title);
        let of = of.map_or_else(|| "–".to_owned(), |of| value(language, of));
        out(format_args!("{of:>6}  {number}. {title}"));
    }
    out(format_args!("{}", texts.no_index));
}

/// Sections in the order of the instrument, each domain before its aspects.
fn flat(sections: &[SectionScore]) -> Vec<&SectionScore> {
    sections.iter().flat_map(|s| std::iter::once(s).chain(flat(&s.sections))).collect()
}

fn title_of<'a>(instrument: &'a Instrument, id: &str) -> &'a str {
    let all = instrument.sections.iter().flat_map(|s| std::iter::once(s).chain(&s.sections));
    all.into_iter().find(|s| s.id == id).map_or("", |s| &s.title)
}

fn json_of(instrument: &Instrument, score: &Score) -> serde_json::Value {
    let fraction = |exact: takar::score::Exact| {
        let (numerator, denominator) = exact.fraction();
        format!("{numerator}/{denominator}")
    };
    let sections: Vec<_> = flat(&score.sections)
        .into_iter()
        .map(|section| {
            serde_json::json!({
                "id": section.id,
                "title": title_of(instrument, &section.id),
                "value": section.value.rounded().to_string(),
                "exact": section.value.to_string(),
                "fraction": fraction(section.value),
                "answered": section.answered,
                "total": section.total,
            })
        })
        .collect();
    serde_json::json!({
        "instrument": instrument.id,
        "index": score.standing.index.rounded().to_string(),
        "exact": score.standing.index.to_string(),
        "fraction": fraction(score.standing.index),
        "predicate": score.standing.predicate,
        "predicate_if_rounded": score.standing.predicate_if_rounded,
        "answered": score.answered,
        "total": score.total,
        "sections": sections,
    })
}

fn print(language: Language, instrument: &Instrument, score: &Score) {
    let texts = language.texts();
    let standing = &score.standing;
    let rounded = value(language, standing.index.rounded());
    out(format_args!("{}: {rounded} ({})", instrument.index_title, standing.predicate));
    if let Some(other) = &standing.predicate_if_rounded {
        out(format_args!(
            "{}",
            (texts.score.if_rounded)(&exact(language, standing.index, 4), &rounded, other)
        ));
    }
    for section in flat(&score.sections) {
        out(format_args!(
            "{:>6}  {}",
            value(language, section.value.rounded()),
            title_of(instrument, &section.id)
        ));
    }
    let open = score.total - score.answered;
    if open > 0 {
        out(format_args!("{}", (texts.line.unanswered)(open)));
    }
}
