//! The writer of ZIP archives, as a wasm module of its own. The page fetches it when a person first
//! asks for an archive (`takar::platform::Package`).

#[cfg(any(target_arch = "wasm32", test))]
#[path = "workbook/archive.rs"]
mod archive;

/// What the module offers to the page.
#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::JsError;
    use wasm_bindgen::prelude::wasm_bindgen;

    use super::archive;

    /// A ZIP archive that is being written. It comes out in pieces, for the caller to put together:
    /// for each entry what `end` returned, then what every `write` returned; at last what `finish`
    /// returned.
    #[wasm_bindgen]
    pub struct Archive(archive::Archive);

    #[wasm_bindgen]
    impl Archive {
        #[wasm_bindgen(constructor)]
        #[allow(clippy::new_without_default, reason = "JavaScript calls it")]
        pub fn new() -> Self {
            Self(archive::Archive::new())
        }

        /// Starts an entry. `time` is a date and time of DOS, the date in the upper 16 bits; 0 stands
        /// for none.
        pub fn begin(&mut self, name: &str, time: u32) -> Result<(), JsError> {
            Ok(self.0.begin(name, time)?)
        }

        /// Writes content of the present entry.
        pub fn write(&mut self, bytes: &[u8]) -> Result<Vec<u8>, JsError> {
            Ok(self.0.write(bytes)?)
        }

        /// Ends the present entry. What it returns stands before what `write` returned.
        pub fn end(&mut self) -> Result<Vec<u8>, JsError> {
            Ok(self.0.end()?)
        }

        /// Takes the present entry back, as if it had not been begun.
        pub fn abandon(&mut self) -> Result<(), JsError> {
            Ok(self.0.abandon()?)
        }

        /// The end of the archive. Nothing can be added any more.
        pub fn finish(&mut self) -> Result<Vec<u8>, JsError> {
            Ok(self.0.finish()?)
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is the page's writer of ZIP archives, for wasm32. The command line is `takar`.");
}
