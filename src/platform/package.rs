use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use super::LocalFile;
use super::download::{blob, download_blob};
use super::hash::{Cancel, Hasher, ReadError};
use super::slices::Slices;

/// How many bytes may go into one package.
///
/// Below it an archive needs none of the extensions for large ones (ZIP64, from 4 GiB on), which
/// not every program can read. And browsers keep a download of that size until it is saved:
/// Chromium on disk beyond what its memory allows, which by itself is 2 GB.
pub const PACKAGE_LIMIT: u64 = 2_000_000_000;

/// Why nothing was packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// The module that packs could not be fetched. The next try fetches anew.
    #[error("the module that packs could not be loaded")]
    Unavailable,
    /// A file could not be read to its end.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The name is taken or leads out of the package, the package would grow beyond
    /// [`PACKAGE_LIMIT`], or the browser refused.
    #[error("the package could not be written")]
    Failed,
}

/// A ZIP archive in the making, for a person to download.
///
/// What is packed leaves the wasm memory at once: the browser keeps it, on disk if need be. If
/// something cannot be added, the package is as it was before, and can be gone on with.
pub struct Package {
    archive: Archive,
    /// What the archive consists of so far, in its order.
    parts: Array,
    /// The content so far, in bytes.
    size: u64,
}

impl Package {
    /// Begins an empty package.
    ///
    /// # Errors
    /// [`PackageError::Unavailable`]: the module that packs could not be fetched.
    pub async fn open() -> Result<Self, PackageError> {
        let module = takar_module("workbook").await.map_err(|_| PackageError::Unavailable)?;
        let class = js_sys::Reflect::get(&module, &"Archive".into())
            .and_then(|class| class.dyn_into::<js_sys::Function>())
            .map_err(|_| PackageError::Unavailable)?;
        let archive = js_sys::Reflect::construct(&class, &Array::new()).map_err(failed)?;
        Ok(Self { archive: archive.unchecked_into(), parts: Array::new(), size: 0 })
    }

    /// Adds a small file that the page made. `name` is its path within the package, with `/` between
    /// folders.
    ///
    /// # Errors
    /// [`PackageError::Failed`].
    pub fn add_bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackageError> {
        let size = self.grown(bytes.len() as u64)?;
        let now = dos_time(&Date::new_0());
        self.archive.begin(name, now).map_err(failed)?;
        let mut entry = Entry::of(&self.archive);
        entry.write(&Uint8Array::from(bytes))?;
        entry.end(&self.parts)?;
        self.size = size;
        Ok(())
    }

    /// Adds a file of a person, with the time of its last change, and returns the SHA-256 of what was
    /// packed: 64 hexadecimal digits, lower case. `name` is as in [`Self::add_bytes`].
    ///
    /// The file is read in slices, and the page answers meanwhile. `progress` is called with the
    /// number of bytes done so far, after each slice.
    ///
    /// # Errors
    /// [`PackageError::Read`] when the file cannot be read or was cancelled, and
    /// [`PackageError::Failed`].
    pub async fn add_file(
        &mut self,
        name: &str,
        file: &LocalFile,
        cancel: &Cancel,
        mut progress: impl FnMut(u64),
    ) -> Result<String, PackageError> {
        self.add(name, file, cancel, &mut progress).await
    }

    async fn add(
        &mut self,
        name: &str,
        file: &LocalFile,
        cancel: &Cancel,
        progress: &mut dyn FnMut(u64),
    ) -> Result<String, PackageError> {
        let size = self.grown(file.size())?;
        let changed = dos_time(&Date::new(&file.as_js().last_modified().into()));
        self.archive.begin(name, changed).map_err(failed)?;
        let mut entry = Entry::of(&self.archive);
        let mut slices = Slices::new(file, cancel);
        let mut hasher = Hasher::new();
        while let Some(slice) = slices.next().await? {
            hasher.update(&slice);
            entry.write(&slice)?;
            progress(slices.done());
        }
        entry.end(&self.parts)?;
        self.size = size;
        Ok(hasher.finish())
    }

    /// Ends the package and offers it as a download.
    ///
    /// # Errors
    /// [`PackageError::Failed`].
    pub fn finish(self, file_name: &str) -> Result<(), PackageError> {
        let end = self.archive.finish().map_err(failed)?;
        self.parts.push(&end);
        blob(&self.parts, "application/zip").and_then(|blob| download_blob(file_name, &blob)).map_err(failed)
    }

    fn grown(&self, by: u64) -> Result<u64, PackageError> {
        self.size.checked_add(by).filter(|size| *size <= PACKAGE_LIMIT).ok_or(PackageError::Failed)
    }
}

impl Drop for Package {
    fn drop(&mut self) {
        self.archive.free();
    }
}

/// An entry that has begun. Unless it is ended, it is taken back, even if nobody waits for it any
/// more.
struct Entry<'a> {
    archive: &'a Archive,
    content: Array,
    ended: bool,
}

impl<'a> Entry<'a> {
    fn of(archive: &'a Archive) -> Self {
        Self { archive, content: Array::new(), ended: false }
    }

    fn write(&mut self, bytes: &Uint8Array) -> Result<(), PackageError> {
        let out = self.archive.write(bytes).map_err(failed)?;
        // As a blob it is the browser's to keep, and no longer in the memory of the page.
        self.content.push(&blob(&Array::of1(&out), "").map_err(failed)?.into());
        Ok(())
    }

    fn end(mut self, parts: &Array) -> Result<(), PackageError> {
        let head = self.archive.end().map_err(failed)?;
        self.ended = true;
        parts.push(&head);
        for part in self.content.iter() {
            parts.push(&part);
        }
        Ok(())
    }
}

impl Drop for Entry<'_> {
    fn drop(&mut self) {
        if !self.ended {
            let _ = self.archive.abandon();
        }
    }
}

fn failed(_: JsValue) -> PackageError {
    PackageError::Failed
}

/// A moment on the clock of this computer as DOS wrote it: from 1980 to 2107, to two seconds. None
/// is 0.
fn dos_time(date: &Date) -> u32 {
    let year = date.get_full_year();
    if !(1980..=2107).contains(&year) {
        return 0;
    }
    let day = ((year - 1980) << 9) | ((date.get_month() + 1) << 5) | date.get_date();
    let time = (date.get_hours() << 11) | (date.get_minutes() << 5) | (date.get_seconds() / 2);
    (day << 16) | time
}

#[wasm_bindgen]
extern "C" {
    /// `public/boot.js`.
    #[wasm_bindgen(js_name = takarModule, catch)]
    async fn takar_module(name: &str) -> Result<JsValue, JsValue>;

    /// `src/bin/workbook.rs`.
    type Archive;
    #[wasm_bindgen(method, catch)]
    fn begin(this: &Archive, name: &str, time: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn write(this: &Archive, bytes: &Uint8Array) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn end(this: &Archive) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn abandon(this: &Archive) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn finish(this: &Archive) -> Result<Uint8Array, JsValue>;
    #[wasm_bindgen(method)]
    fn free(this: &Archive);
}
