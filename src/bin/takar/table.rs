//! `takar table`: many assessments as one table, one row for each agency and indicator.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use takar::exchange::{Problem, read, verify};
use takar::instrument::Instrument;
use takar::report::{rows, rows_head};
use takar::text::Language;

use super::{FINDINGS, USAGE, bytes_of, instrument, report, take_option, usage, warn};

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Csv,
    Ndjson,
}

/// Files are read one after the other and their rows written at once, so that thousands need no more memory
/// than one.
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
            eprintln!("{}", (language.texts().line.cannot_write)(&target, &why.to_string()));
            ExitCode::from(USAGE)
        }
    }
}

/// Writes the rows of all files, and returns the worst that was found. A bad file has no row.
fn write(language: Language, out: &mut impl Write, files: &[String], format: Format) -> io::Result<u8> {
    let mut instruments: HashMap<String, Instrument> = HashMap::new();
    let mut worst = 0;
    if format == Format::Csv {
        out.write_all(rows_head().as_bytes())?;
    }
    for file in files {
        let bytes = match bytes_of(file) {
            Ok(bytes) => bytes,
            Err(why) => {
                eprintln!("{}", (language.texts().line.cannot_read)(file, &why));
                worst = worst.max(USAGE);
                continue;
            }
        };
        match rows_of(language, &mut instruments, file, &bytes) {
            Ok(all) => {
                for row in all {
                    match format {
                        Format::Csv => out.write_all(row.csv().as_bytes())?,
                        Format::Ndjson => writeln!(out, "{}", row.json())?,
                    }
                }
            }
            Err(problem) => {
                report(language, file, &problem);
                worst = worst.max(FINDINGS);
            }
        }
    }
    Ok(worst)
}

fn rows_of(
    language: Language,
    instruments: &mut HashMap<String, Instrument>,
    file: &str,
    bytes: &[u8],
) -> Result<Vec<takar::report::Row>, Problem> {
    let incoming = read(bytes)?;
    let id = &incoming.assessment.instrument.id;
    if !instruments.contains_key(id) {
        instruments.insert(id.clone(), instrument(id)?);
    }
    let Some(instrument) = instruments.get(id) else {
        return Err(Problem::UnknownInstrument { id: id.clone() });
    };
    let warnings = verify(&incoming, instrument)?;
    warn(language, file, &warnings);
    Ok(rows(file, instrument, &incoming.assessment))
}
