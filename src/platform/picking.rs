use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DragEvent, Event, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry, HtmlInputElement,
};

use super::LocalFile;
use super::download::is_off;
use super::turns::Turns;

/// A file a person chose, alone or within a folder.
#[derive(Clone)]
pub struct Picked {
    pub file: LocalFile,
    /// Where it is within the chosen folder, that folder included: `Bukti/2025/sk.pdf`. For a file
    /// that was chosen by itself, its name.
    pub path: String,
}

impl Picked {
    fn new(file: File) -> Self {
        let path = Reflect::get(&file, &"webkitRelativePath".into())
            .ok()
            .and_then(|path| path.as_string())
            .filter(|path| !path.is_empty())
            .unwrap_or_else(|| file.name());
        Self { file: LocalFile::from_js(file), path }
    }
}

/// All files of a change event, of an input for several files (`multiple`) or for a folder
/// (`webkitdirectory`). The input is emptied, so that the same ones can be chosen again.
pub fn chosen_files(event: &Event) -> Vec<Picked> {
    let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(input) = input else { return Vec::new() };
    // Emptying the input empties its list too, so the files are taken out first.
    let picked = input.files().map_or_else(Vec::new, |files| {
        let allowed = if is_off("files") { 0 } else { files.length() };
        (0..allowed).filter_map(|at| files.get(at)).map(Picked::new).collect()
    });
    input.set_value("");
    picked
}

/// The sizes of files, in bytes. Asking for one takes the browser long enough that for hundreds the
/// page would stand still.
pub async fn sizes(files: &[Picked]) -> Vec<u64> {
    let mut turns = Turns::every(10.0);
    let mut sizes = Vec::with_capacity(files.len());
    for picked in files {
        sizes.push(picked.file.size());
        turns.give().await;
    }
    sizes
}

/// Whether what is dragged is a file, not a text or a link.
pub fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}

/// All files that were dropped on the page, those within dropped folders too, in the order of the
/// drop. A folder or a file of one that the browser may not open is left out.
///
/// To be called while the event is handled; what it returns may be waited for later.
pub fn dropped_files(event: &DragEvent) -> impl Future<Output = Vec<Picked>> + use<> {
    // After the event the browser shows nothing of what was dropped, so all is taken out now.
    let data = event.data_transfer().filter(|_| !is_off("files"));
    let mut waiting: Vec<Waiting> = data.map_or_else(Vec::new, |data| {
        let items = data.items();
        (0..items.length())
            .filter_map(|at| items.get(at))
            .filter(|item| item.kind() == "file")
            .filter_map(|item| {
                match item.webkit_get_as_entry().ok().flatten().filter(FileSystemEntry::is_directory) {
                    Some(folder) => Some(Waiting::Entry(folder)),
                    None => item.get_as_file().ok().flatten().map(|file| Waiting::File(Picked::new(file))),
                }
            })
            .collect()
    });
    async move {
        // A stack, so the first one lies on top.
        waiting.reverse();
        let mut picked = Vec::new();
        while let Some(next) = waiting.pop() {
            match next {
                Waiting::File(file) => picked.push(file),
                Waiting::Entry(entry) if entry.is_directory() => {
                    let inside = entries(entry.unchecked_into()).await;
                    waiting.extend(inside.into_iter().rev().map(Waiting::Entry));
                }
                Waiting::Entry(entry) => picked.extend(file_of(entry).await),
            }
        }
        picked
    }
}

enum Waiting {
    File(Picked),
    Entry(FileSystemEntry),
}

/// Everything in a folder, one level deep.
async fn entries(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut found = Vec::new();
    loop {
        // The browser gives some at a time (Chromium 100) and says the end with an empty list.
        let more = answer(|give, fail| {
            let _ = reader.read_entries_with_callback_and_callback(give, fail);
        })
        .await;
        let Some(more) = more.map(JsValue::unchecked_into::<Array>).filter(|more| more.length() > 0) else {
            return found;
        };
        found.extend(more.iter().map(JsValue::unchecked_into::<FileSystemEntry>));
    }
}

async fn file_of(entry: FileSystemEntry) -> Option<Picked> {
    // Such a file does not know its folder; the entry does, from the place of the drop on.
    let path = entry.full_path().trim_start_matches('/').to_owned();
    let entry: FileSystemFileEntry = entry.unchecked_into();
    let file = answer(|give, fail| entry.file_with_callback_and_callback(give, fail)).await?;
    Some(Picked { file: LocalFile::from_js(file.unchecked_into()), path })
}

/// What a call gives that answers through one of two functions.
async fn answer(call: impl Fn(&Function, &Function)) -> Option<JsValue> {
    JsFuture::from(Promise::new(&mut |give, fail| call(&give, &fail))).await.ok()
}
