//! `takar table`: many assessments as one table, one row for each agency and indicator.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::panic::resume_unwind;
use std::process::ExitCode;
use std::thread;

use takar::exchange::{Problem, Warning, read, verify};
use takar::instrument::{INSTRUMENTS, Instrument};
use takar::report::{rows, rows_head};
use takar::text::Language;

use super::{FINDINGS, USAGE, bytes_of, instrument, report, take_option, usage, warn};

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Csv,
    Ndjson,
}

/// Files are read some at a time and their rows written at once, so that thousands need no more memory than
/// a few.
pub fn command(language: Language, mut words: Vec<String>) -> ExitCode {
    let (Ok(format), Ok(target)) = (take_option(&mut words, "--format"), take_option(&mut words, "-o"))
    else {
        return usage(language);
    };
    let format = match format.as_deref() {
        Some("csv") => Format::Csv,
        Some("ndjson") => Format::Ndjson,
        _ => return usage(language),
    };
    let is_option = |word: &String| word.starts_with('-') && word != "-";
    let standard = words.iter().filter(|word| *word == "-").count();
    let no_target = target.as_ref().is_some_and(|target| target.starts_with('-'));
    if words.is_empty() || standard > 1 || no_target || words.iter().any(is_option) {
        return usage(language);
    }
    // Beside the target first, so that a file that is written over is never half there.
    let beside = target.as_ref().map(|target| format!("{target}.part"));
    let out: io::Result<Box<dyn Write>> = match &beside {
        Some(beside) => File::create(beside).map(|file| Box::new(file) as _),
        None => Ok(Box::new(io::stdout())),
    };
    let mut worst = 0;
    let written = out.and_then(|out| {
        let mut out = BufWriter::with_capacity(1 << 16, out);
        worst = write(language, &mut out, &words, format)?;
        out.flush()
    });
    let written = match (&target, &beside) {
        (Some(target), Some(beside)) => {
            written.and_then(|()| std::fs::rename(beside, target)).inspect_err(|_| {
                let _ = std::fs::remove_file(beside);
            })
        }
        _ => written,
    };
    match (written, target) {
        (Ok(()), _) => ExitCode::from(worst),
        // Who reads it has gone away, as `head` does.
        (Err(why), None) if why.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(worst),
        (Err(why), target) => {
            let target = target.unwrap_or_else(|| "-".to_owned());
            complain!("{}", (language.texts().line.cannot_write)(&target, &why.to_string()));
            ExitCode::from(USAGE)
        }
    }
}

/// So many files are in memory at once.
const BATCH: usize = 64;

/// Why a file has no row.
enum Fault {
    Unread(String),
    Problem(Problem),
}

/// Writes the rows of all files in their order, and returns the worst that was found. A bad file has no row.
fn write(language: Language, out: &mut impl Write, files: &[String], format: Format) -> io::Result<u8> {
    // tests/instruments.rs proves that every shipped file loads.
    let instruments: Vec<Instrument> =
        INSTRUMENTS.iter().filter_map(|listed| instrument(listed.id).ok()).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut worst = 0;
    if format == Format::Csv {
        out.write_all(rows_head().as_bytes())?;
    }
    for batch in files.chunks(BATCH) {
        let instruments = &instruments;
        let read = thread::scope(|scope| {
            let parts = batch.chunks(batch.len().div_ceil(threads).max(1)).map(|part| {
                scope.spawn(move || {
                    part.iter().map(|file| rows_of(instruments, file, format)).collect::<Vec<_>>()
                })
            });
            let parts: Vec<_> = parts.collect();
            let done = parts.into_iter().map(|part| part.join().unwrap_or_else(|why| resume_unwind(why)));
            done.flatten().collect::<Vec<_>>()
        });
        for (file, read) in batch.iter().zip(read) {
            match read {
                Ok((rows, warnings)) => {
                    warn(language, file, &warnings);
                    out.write_all(rows.as_bytes())?;
                }
                Err(Fault::Unread(why)) => {
                    complain!("{}", (language.texts().line.cannot_read)(file, &why));
                    worst = worst.max(USAGE);
                }
                Err(Fault::Problem(problem)) => {
                    report(language, file, &problem);
                    worst = worst.max(FINDINGS);
                }
            }
        }
    }
    Ok(worst)
}

/// The rows of a file as they are written, and what is to be said of it.
fn rows_of(instruments: &[Instrument], file: &str, format: Format) -> Result<(String, Vec<Warning>), Fault> {
    let bytes = bytes_of(file).map_err(Fault::Unread)?;
    let incoming = read(&bytes).map_err(Fault::Problem)?;
    let id = &incoming.assessment.instrument.id;
    let instrument = instruments
        .iter()
        .find(|instrument| instrument.id == *id)
        .ok_or_else(|| Fault::Problem(Problem::UnknownInstrument { id: id.clone() }))?;
    let warnings = verify(&incoming, instrument).map_err(Fault::Problem)?;
    let mut text = String::new();
    for row in rows(file, instrument, &incoming.assessment) {
        match format {
            Format::Csv => text.push_str(&row.csv()),
            Format::Ndjson => {
                // JSON lets these pass as they are; a terminal need not act on them.
                for letter in row.json().chars() {
                    match letter {
                        '\u{7f}'..='\u{9f}' => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
                        letter => text.push(letter),
                    }
                }
                text.push('\n');
            }
        }
    }
    Ok((text, warnings))
}
