//! `takar merge`: several copies of an assessment become one file.

use std::process::ExitCode;

use takar::assessment::merge::{Choice, Comparison, Difference, Fate};
use takar::assessment::{Assessment, Change, Stamp, apply};
use takar::exchange::{Problem, merge, read, write};
use takar::instrument::Instrument;
use takar::text::Language;
use takar::text::merge::{difference, editions, place, who};

use super::{FINDINGS, USAGE, bytes_of, check, out, report, take_option, usage, warn};

#[derive(Clone, Copy, PartialEq)]
enum Prefer {
    Stop,
    Mine,
    Theirs,
}

pub fn command(language: Language, mut words: Vec<String>) -> ExitCode {
    let (Ok(Some(target)), Ok(prefer)) = (take_option(&mut words, "-o"), take_option(&mut words, "--prefer"))
    else {
        return usage(language);
    };
    let prefer = match prefer.as_deref() {
        None | Some("stop") => Prefer::Stop,
        Some("mine") => Prefer::Mine,
        Some("theirs") => Prefer::Theirs,
        Some(_) => return usage(language),
    };
    let is_option = |word: &String| word.starts_with('-') && word != "-";
    let standard = words.iter().filter(|word| *word == "-").count();
    if words.len() < 2 || standard > 1 || target.starts_with('-') || words.iter().any(is_option) {
        return usage(language);
    }
    let mut copies = Vec::new();
    let mut worst = 0;
    for file in &words {
        match open(language, file) {
            Ok(copy) => copies.push(copy),
            Err(code) => worst = worst.max(code),
        }
    }
    if worst > 0 {
        return ExitCode::from(worst);
    }
    let mut copies = copies.into_iter().zip(&words);
    // There are at least two.
    let Some(((instrument, mut mine), first)) = copies.next() else { return usage(language) };
    let mut conflicts = 0;
    for ((_, theirs), file) in copies {
        if mine.instrument.digest != theirs.instrument.digest {
            let (my, their) = (&mine.instrument.digest, &theirs.instrument.digest);
            complain!("{}", (language.texts().merge.editions)(first, my, file, their));
            complain!("{}", editions(language, &mine.instrument, &theirs.instrument, &instrument));
        }
        match bring(language, &instrument, &mut mine, &theirs, [first, file], prefer) {
            Ok(found) => conflicts += found,
            Err(problem) => {
                report(language, file, &problem);
                return ExitCode::from(FINDINGS);
            }
        }
    }
    if prefer == Prefer::Stop && conflicts > 0 {
        complain!("{}", (language.texts().merge.stopped)(conflicts));
        return ExitCode::from(FINDINGS);
    }
    mine.seal();
    match put(&target, &write(&mine)) {
        Ok(()) => {
            out(format_args!("{}", (language.texts().merge.written)(&target)));
            ExitCode::SUCCESS
        }
        Err(why) => {
            complain!("{}", (language.texts().line.cannot_write)(&target, &why.to_string()));
            ExitCode::from(USAGE)
        }
    }
}

fn open(language: Language, file: &str) -> Result<(Instrument, Assessment), u8> {
    let bytes = bytes_of(file).map_err(|why| {
        complain!("{}", (language.texts().line.cannot_read)(file, &why));
        USAGE
    })?;
    let taken = read(&bytes).and_then(check);
    let (instrument, assessment, warnings) = taken.map_err(|problem| {
        report(language, file, &problem);
        FINDINGS
    })?;
    warn(language, file, &warnings);
    Ok((instrument, assessment))
}

/// Brings one copy in, says what happened, and returns how many conflicts there were.
fn bring(
    language: Language,
    instrument: &Instrument,
    mine: &mut Assessment,
    theirs: &Assessment,
    names: [&str; 2],
    prefer: Prefer,
) -> Result<usize, Problem> {
    let texts = &language.texts().merge;
    let comparison = merge(mine, theirs)?;
    out(format_args!("{}", (texts.counts)(names[1], comparison.counts())));
    for one in &comparison.differences {
        if one.fate == Fate::Conflict {
            let text = (texts.conflict)(&difference(language, &comparison, names, one));
            if prefer == Prefer::Stop {
                complain!("{text}");
            } else {
                out(format_args!("{text}"));
            }
        }
        if takes(one, prefer) {
            let place = place(language, &comparison, &one.place);
            let text = (texts.taken)(&place, names[1], &who(language, &one.theirs_by));
            out(format_args!("  {text}"));
        }
    }
    let choice = |_: &Difference| if prefer == Prefer::Theirs { Choice::Theirs } else { Choice::Mine };
    let merged = comparison.merged(choice);
    let frozen = mine.frozen_fields(&merged);
    if frozen > 0 {
        complain!("{}", (language.texts().stages.line_changes)(names[1], frozen));
    }
    let change = Change::Whole(Box::new(merged));
    let stamp = later(mine, theirs);
    apply(mine, instrument, change, stamp)
        .map_err(|reason| Problem::Refused { path: "$".to_owned(), reason })?;
    Ok(conflicts(&comparison))
}

fn takes(one: &Difference, prefer: Prefer) -> bool {
    match one.fate {
        Fate::New | Fate::Taken | Fate::Together => true,
        Fate::Conflict => prefer == Prefer::Theirs,
        Fate::Kept => false,
    }
}

fn conflicts(comparison: &Comparison) -> usize {
    comparison.conflicts().count()
}

/// The result was last changed when one of its copies was: merging writes nothing new.
fn later(mine: &Assessment, theirs: &Assessment) -> Stamp {
    let (mine, theirs) = (&mine.changed, &theirs.changed);
    if theirs.at > mine.at { theirs.clone() } else { mine.clone() }
}

/// Writes beside the target first, so that a file that is written over (on purpose) is never half there.
fn put(target: &str, text: &str) -> std::io::Result<()> {
    let beside = format!("{target}.part");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, target).inspect_err(|_| {
        let _ = std::fs::remove_file(&beside);
    })
}
