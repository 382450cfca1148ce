use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use js_sys::Uint8Array;
use sha2::{Digest as _, Sha256};

use super::LocalFile;
use super::slices::Slices;

/// A wish to stop, shared between who waits for a long work and who has had enough of it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Stops what was started with this or a clone of it, at its next slice. There is no way back.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why a file was not read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Somebody called [`Cancel::cancel`].
    #[error("cancelled")]
    Cancelled,
    /// The browser could not read it: it was moved, deleted or changed since it was chosen, or
    /// another program holds it.
    #[error("the file cannot be read")]
    Unreadable,
    /// It has not as many bytes as when it was chosen.
    #[error("the file has changed")]
    Changed,
}

/// The SHA-256 of a file: 64 hexadecimal digits, lower case.
///
/// The file is read in slices, so it may be larger than the memory, and the page answers meanwhile.
/// `progress` is called with the number of bytes done so far, after each slice.
///
/// # Errors
/// See [`ReadError`].
pub async fn sha256(
    file: &LocalFile,
    cancel: &Cancel,
    mut progress: impl FnMut(u64),
) -> Result<String, ReadError> {
    sha256_of(file, cancel, &mut progress).await
}

async fn sha256_of(
    file: &LocalFile,
    cancel: &Cancel,
    progress: &mut dyn FnMut(u64),
) -> Result<String, ReadError> {
    let mut slices = Slices::new(file, cancel);
    let mut hasher = Hasher::new();
    while let Some(slice) = slices.next().await? {
        hasher.update(&slice);
        progress(slices.done());
    }
    Ok(hasher.finish())
}

/// SHA-256 over bytes that lie outside of the wasm memory.
pub(super) struct Hasher {
    sha: Sha256,
    /// Bytes are brought in through it, so that the wasm memory, which never shrinks, stays small.
    window: Box<[u8]>,
}

impl Hasher {
    pub fn new() -> Self {
        Self { sha: Sha256::new(), window: vec![0; 64 << 10].into_boxed_slice() }
    }

    pub fn update(&mut self, bytes: &Uint8Array) {
        let mut from = 0;
        while from < bytes.length() {
            let to = bytes.length().min(from + self.window.len() as u32);
            let window = &mut self.window[..(to - from) as usize];
            bytes.subarray(from, to).copy_to(window);
            self.sha.update(window);
            from = to;
        }
    }

    pub fn finish(self) -> String {
        let mut text = String::with_capacity(64);
        for byte in self.sha.finalize() {
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
            }
        }
        text
    }
}
