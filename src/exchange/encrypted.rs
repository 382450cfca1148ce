//! A backup under a password. The cryptography itself is the browser's (`platform::encrypt`); here is how
//! the file looks.

use serde_json::{Map, Value as Json};

use super::base64::{decode, encode};
use super::envelope::{FORMAT, Opened};
use super::migrate::version_of;
use super::problem::Problem;
use crate::instrument::digest_of;
use crate::json::{At, Misfit, Object};

/// The kind of such a file.
pub const KIND: &str = "encrypted-backup";

const CIPHER: &str = "AES-256-GCM";
const DERIVATION: &str = "PBKDF2-HMAC-SHA-256";

/// How often the key derivation goes round in files that this program writes: what OWASP asks for since
/// 2023.
pub const ITERATIONS: u32 = 600_000;

/// What is read. Less would be a weak file; more, and a file could keep a computer busy for minutes.
const READ_ITERATIONS: std::ops::RangeInclusive<u32> = ITERATIONS..=10_000_000;

/// Bytes of salt in files that this program writes. Up to four times as many are read.
pub const SALT_BYTES: usize = 16;

/// Bytes of the nonce of AES-GCM.
pub const NONCE_BYTES: usize = 12;

/// Bytes that AES-GCM puts behind the content, to see whether it is whole.
const TAG_BYTES: usize = 16;

/// What was chosen for one encryption, never to be used for another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    pub iterations: u32,
    pub salt: Vec<u8>,
    pub nonce: [u8; NONCE_BYTES],
}

/// An encrypted backup.
#[derive(Clone, Debug, PartialEq)]
pub struct EncryptedBackup {
    pub lock: Lock,
    /// The encrypted file, with the 16 bytes of its tag behind it.
    pub content: Vec<u8>,
    pub has_digest: bool,
    /// All fields but content and digest.
    header: Map<String, Json>,
}

impl Lock {
    /// With random bytes, all of which must be new.
    pub fn new(salt: [u8; SALT_BYTES], nonce: [u8; NONCE_BYTES]) -> Self {
        Self { iterations: ITERATIONS, salt: salt.to_vec(), nonce }
    }

    fn header(&self) -> Map<String, Json> {
        let fields = [
            ("format", FORMAT.into()),
            ("version", version_of(KIND).into()),
            ("kind", KIND.into()),
            ("cipher", CIPHER.into()),
            ("nonce", encode(&self.nonce).into()),
            ("derivation", DERIVATION.into()),
            ("iterations", self.iterations.into()),
            ("salt", encode(&self.salt).into()),
        ];
        fields.into_iter().map(|(name, value): (&str, Json)| (name.to_owned(), value)).collect()
    }

    /// What is authenticated with the content, though everybody can read it.
    pub fn authenticated(&self) -> String {
        canonical(&self.header())
    }

    /// The file, once the content is encrypted.
    pub fn close(self, content: Vec<u8>) -> EncryptedBackup {
        let header = self.header();
        EncryptedBackup { lock: self, content, has_digest: true, header }
    }
}

impl EncryptedBackup {
    /// What was authenticated with the content.
    pub fn authenticated(&self) -> String {
        canonical(&self.header)
    }

    /// As a file.
    pub fn write(&self) -> String {
        let mut file = self.header.clone();
        file.insert("content".to_owned(), encode(&self.content).into());
        file.insert("digest".to_owned(), digest_of(&file).into());
        let mut text = canonical(&file);
        text.push('\n');
        text
    }
}

/// Keys sorted, no space.
fn canonical(fields: &Map<String, Json>) -> String {
    serde_json::to_string(fields).unwrap_or_default()
}

/// `fields` is the whole file as it was read.
pub(super) fn take(mut fields: Map<String, Json>, opened: Opened) -> Result<EncryptedBackup, Problem> {
    fields.remove("digest");
    fields.remove("content");
    let (lock, content) = parts(opened.content, &At::ROOT)?;
    Ok(EncryptedBackup { lock, content, has_digest: opened.has_digest, header: fields })
}

fn parts(json: Json, at: &At) -> Result<(Lock, Vec<u8>), Misfit> {
    let mut object = Object::open(json, at)?;
    for (name, known, expected) in
        [("cipher", CIPHER, "AES-256-GCM"), ("derivation", DERIVATION, "PBKDF2-HMAC-SHA-256")]
    {
        if object.need::<String>(name)? != known {
            return Err(at.key(name).misfit(expected));
        }
    }
    let iterations: u32 = object.need("iterations")?;
    if !READ_ITERATIONS.contains(&iterations) {
        return Err(at.key("iterations").misfit("a whole number from 600000 to 10000000"));
    }
    let salt = bytes(&mut object, "salt", at)?;
    if !(SALT_BYTES..=4 * SALT_BYTES).contains(&salt.len()) {
        return Err(at.key("salt").misfit("16 to 64 bytes as base64"));
    }
    let nonce = bytes(&mut object, "nonce", at)?;
    let nonce = nonce.try_into().map_err(|_| at.key("nonce").misfit("12 bytes as base64"))?;
    let content = bytes(&mut object, "content", at)?;
    if content.len() < TAG_BYTES {
        return Err(at.key("content").misfit("at least 16 bytes as base64"));
    }
    Ok((Lock { iterations, salt, nonce }, content))
}

fn bytes(object: &mut Object, name: &'static str, at: &At) -> Result<Vec<u8>, Misfit> {
    let text: String = object.need(name)?;
    decode(&text).ok_or_else(|| at.key(name).misfit("base64"))
}

/// For the schema: the fields beside the envelope's.
#[cfg(not(target_arch = "wasm32"))]
#[derive(serde::Serialize, schemars::JsonSchema)]
#[allow(dead_code)]
struct Fields {
    /// How `content` is encrypted.
    #[schemars(extend("const" = CIPHER))]
    cipher: String,
    /// 12 random bytes as base64.
    #[schemars(regex(pattern = "^[A-Za-z0-9+/]{16}$"))]
    nonce: String,
    /// How the key comes from the password.
    #[schemars(extend("const" = DERIVATION))]
    derivation: String,
    /// Rounds of the derivation.
    #[schemars(range(min = *READ_ITERATIONS.start(), max = *READ_ITERATIONS.end()))]
    iterations: u32,
    /// 16 to 64 random bytes as base64.
    #[schemars(regex(pattern = "^[A-Za-z0-9+/]{22,86}={0,2}$"))]
    salt: String,
    /// A backup as `takar-backup-1.schema.json` describes it, encrypted, with its tag of 16 bytes, as
    /// base64.
    #[schemars(regex(pattern = "^[A-Za-z0-9+/]{22,}={0,2}$"))]
    content: String,
}

/// The JSON Schema of an encrypted backup, as published in
/// `public/schema/takar-encrypted-backup-1.schema.json`.
#[cfg(not(target_arch = "wasm32"))]
pub fn encrypted_backup_schema() -> schemars::Schema {
    super::envelope::schema_of::<Fields>(
        KIND,
        "Takar encrypted backup, format version 1",
        "A backup under a password. docs/file-format.md says how it is encrypted. Unknown fields are allowed \
         and are authenticated with the content.",
    )
}
