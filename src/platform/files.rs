use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A file of a person's computer. Its content is read when it is asked for.
#[derive(Clone)]
pub struct LocalFile(web_sys::File);

impl LocalFile {
    /// A file that came by another way than a file input.
    pub fn from_js(file: web_sys::File) -> Self {
        Self(file)
    }

    /// A file that the page made itself. None where the browser refuses.
    pub fn made(name: &str, text: &str) -> Option<Self> {
        web_sys::File::new_with_str_sequence(&Array::of1(&text.into()), name).ok().map(Self)
    }

    pub(super) fn into_js(self) -> JsValue {
        self.0.into()
    }

    pub(super) fn as_js(&self) -> &web_sys::File {
        &self.0
    }

    /// Without folders.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// In bytes, as it was when the file was chosen.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// What the browser takes it for by its name, such as `application/pdf`. Empty if unknown.
    pub fn media_type(&self) -> String {
        self.0.type_()
    }
}

/// The content of a file.
///
/// # Errors
/// The browser's own words, when the file vanished or may not be read.
pub async fn read_file(file: &LocalFile) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.0.array_buffer()).await.map_err(|error| super::words(&error))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
