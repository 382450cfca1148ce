//! A backup under a password, by the browser's own cryptography.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

use crate::exchange::{EncryptedBackup, Lock, NONCE_BYTES, Problem, SALT_BYTES};

fn crypto() -> Option<Crypto> {
    web_sys::window()?.crypto().ok()
}

fn subtle() -> Option<SubtleCrypto> {
    // On plain http there is none, whatever the types say.
    Some(crypto()?.subtle()).filter(|subtle| subtle.is_object())
}

/// Whether the browser encrypts here. Not on plain http, except on this computer itself.
pub fn has_cryptography() -> bool {
    subtle().is_some()
}

/// Encrypts a file. The page answers meanwhile: the browser derives the key on another thread.
///
/// # Errors
/// [`Problem::NoCryptography`].
pub async fn encrypt(file: &str, password: &str) -> Result<EncryptedBackup, Problem> {
    let sealed = async {
        let crypto = crypto().ok_or(JsValue::NULL)?;
        let (mut salt, mut nonce) = ([0; SALT_BYTES], [0; NONCE_BYTES]);
        crypto.get_random_values_with_u8_array(&mut salt)?;
        crypto.get_random_values_with_u8_array(&mut nonce)?;
        let lock = Lock::new(salt, nonce);
        let subtle = subtle().ok_or(JsValue::NULL)?;
        let key = key(&subtle, password, &lock, "encrypt").await?;
        let cipher = cipher(&lock, &lock.authenticated())?;
        let file = Uint8Array::from(file.as_bytes());
        let content =
            JsFuture::from(subtle.encrypt_with_object_and_buffer_source(&cipher, &key, &file)?).await?;
        Ok::<_, JsValue>(lock.close(Uint8Array::new(&content).to_vec()))
    };
    sealed.await.map_err(|_| Problem::NoCryptography)
}

/// The file in an encrypted backup. The page answers meanwhile.
///
/// # Errors
/// [`Problem::NoCryptography`]; [`Problem::WrongPassword`], which damage cannot be told from.
pub async fn decrypt(backup: &EncryptedBackup, password: &str) -> Result<Vec<u8>, Problem> {
    let subtle = subtle().ok_or(Problem::NoCryptography)?;
    let opened = async {
        let key = key(&subtle, password, &backup.lock, "decrypt").await?;
        let cipher = cipher(&backup.lock, &backup.authenticated())?;
        let content = Uint8Array::from(&*backup.content);
        let file =
            JsFuture::from(subtle.decrypt_with_object_and_buffer_source(&cipher, &key, &content)?).await?;
        Ok::<_, JsValue>(Uint8Array::new(&file).to_vec())
    };
    opened.await.map_err(|_| Problem::WrongPassword { whole: backup.has_digest })
}

/// The key of a password: PBKDF2 with HMAC and SHA-256, for AES-256-GCM.
async fn key(subtle: &SubtleCrypto, password: &str, lock: &Lock, usage: &str) -> Result<CryptoKey, JsValue> {
    // The same letters may be typed in two ways, é as one or as e with an accent.
    let password = String::from(js_sys::JsString::from(password).normalize("NFC"));
    let password = Uint8Array::from(password.as_bytes());
    let raw =
        subtle.import_key_with_str("raw", &password, "PBKDF2", false, &Array::of1(&"deriveKey".into()))?;
    let raw: CryptoKey = JsFuture::from(raw).await?.dyn_into()?;
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(&*lock.salt).into()),
        ("iterations", lock.iterations.into()),
    ])?;
    let wanted = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let usages = Array::of1(&usage.into());
    let key = subtle.derive_key_with_object_and_object(&derivation, &raw, &wanted, false, &usages)?;
    JsFuture::from(key).await?.dyn_into()
}

fn cipher(lock: &Lock, authenticated: &str) -> Result<Object, JsValue> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(&lock.nonce[..]).into()),
        ("additionalData", Uint8Array::from(authenticated.as_bytes()).into()),
        ("tagLength", 128.into()),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}
