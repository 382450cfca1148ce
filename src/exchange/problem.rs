use crate::assessment::Refused;
use crate::instrument::Number;
use crate::json::{Flaw, Misfit};

/// Largest file that is read, in bytes. A full assessment with its texts is under 1 MB.
pub const LIMIT_BYTES: u64 = 20_000_000;

/// Largest backup that is written and read, in bytes. Browsers keep about five million letters for a
/// site, which is at most 15 MB.
pub const BACKUP_LIMIT_BYTES: u64 = 40_000_000;

/// Largest file of any kind that is read, in bytes: an encrypted backup, which takes 4 letters for 3 bytes.
pub const FILE_LIMIT_BYTES: u64 = 54_000_000;

/// Why a file was not taken. Paths are JSON paths (`$.answers.mandiri.12.value`), lines count from 1.
///
/// What a person reads is made of it in [`crate::text`]; the English here is for developers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the browser cannot read the file")]
    Unreadable,
    #[error("the instrument {id} could not be fetched")]
    InstrumentUnavailable { id: String },
    #[error("the file is empty")]
    Empty,
    #[error("{bytes} bytes are more than the {limit} that are read")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("line {line}: not UTF-8 text")]
    NotUtf8 { line: usize },
    #[error("a table (CSV), not JSON")]
    LooksLikeCsv,
    #[error("line {line}, column {column}: not JSON")]
    Syntax { line: usize, column: usize },
    #[error("line {line}: the file ends in the middle")]
    Truncated { line: usize },
    #[error("line {line}: nested too deeply")]
    TooDeep { line: usize },
    #[error("{path}: the key stands twice")]
    DuplicateKey { path: String },
    #[error("JSON, but not a Takar file")]
    SomethingElse,
    #[error("an instrument, not an assessment")]
    IsInstrument,
    #[error("written in format version {version}")]
    Newer { version: u64 },
    #[error("kind {kind:?} is not an assessment")]
    OtherKind { kind: String },
    #[error("{path}: expected {expected}")]
    Shape { path: String, expected: &'static str },
    #[error("the digest does not fit the content")]
    Digest,
    #[error("the password is wrong, or the encrypted content was changed")]
    WrongPassword {
        /// The file's digest fits, so that it is the password.
        whole: bool,
    },
    #[error("the browser offers no cryptography here")]
    NoCryptography,
    #[error("instrument {id:?} is unknown")]
    UnknownInstrument { id: String },
    #[error("a register of {theirs:?} for an assessment of {ours:?}")]
    EvidenceOfOther { theirs: String, ours: String },
    #[error("an assessment with {theirs:?} for one with {ours:?}")]
    OtherInstrument { theirs: String, ours: String },
    #[error("an assessment of {theirs:?} for one of {ours:?}")]
    OtherAgency { theirs: String, ours: String },
    #[error("an assessment for {theirs} for one for {ours}")]
    OtherYear { theirs: u16, ours: u16 },
    #[error("a work package of {theirs:?} for one of {ours:?}")]
    OtherUnit { theirs: String, ours: String },
    #[error("{path}: the instrument has no indicator {number}")]
    UnknownIndicator { path: String, number: Number },
    #[error("{path}: {reason}")]
    Refused { path: String, reason: Refused },
    #[error("line {line}: {text:?} is not `indicator,value`")]
    CsvRow { line: usize, text: String },
    #[error("line {line}: indicator {number} stands twice")]
    CsvTwice { line: usize, number: Number },
}

impl From<Flaw> for Problem {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::Empty => Self::Empty,
            Flaw::NotUtf8 { line } => Self::NotUtf8 { line },
            Flaw::Syntax { line, column } => Self::Syntax { line, column },
            Flaw::Truncated { line } => Self::Truncated { line },
            Flaw::TooDeep { line } => Self::TooDeep { line },
            Flaw::DuplicateKey { path } => Self::DuplicateKey { path },
        }
    }
}

impl From<Misfit> for Problem {
    fn from(Misfit { path, expected }: Misfit) -> Self {
        Self::Shape { path, expected }
    }
}
