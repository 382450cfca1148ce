use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::hash::{Cancel, ReadError};
use super::turns::Turns;
use super::{LocalFile, clock};

/// In bytes. Small enough for a slow computer to begin with.
const SMALLEST: u32 = 256 << 10;
/// In bytes. Larger ones are not read faster, they only take more memory.
const LARGEST: u32 = 8 << 20;
/// In milliseconds: how long the work on one slice may take. The page must answer within 50, on a
/// computer that has other work too.
const AIM: f64 = 12.0;
/// In milliseconds: how long slices may follow each other before everything else gets its turn.
const TURN: f64 = 30.0;

/// A file, slice by slice, so that it need not fit into memory and the page answers meanwhile.
///
/// The time between getting a slice and asking for the next one is what the work on it takes, and
/// decides how large the next one is. So nothing else should be waited for in between.
pub(super) struct Slices<'a> {
    file: &'a File,
    cancel: &'a Cancel,
    size: u64,
    done: u64,
    slice: u32,
    /// The next slice and its length: the browser reads it while this one is worked on.
    ahead: Option<(u64, JsFuture)>,
    turns: Turns,
    given: Option<f64>,
}

impl<'a> Slices<'a> {
    pub fn new(file: &'a LocalFile, cancel: &'a Cancel) -> Self {
        Self {
            file: file.as_js(),
            cancel,
            size: file.size(),
            done: 0,
            slice: SMALLEST,
            ahead: None,
            turns: Turns::every(TURN),
            given: None,
        }
    }

    /// How many bytes were given.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// The next slice; none at the end of the file.
    pub async fn next(&mut self) -> Result<Option<Uint8Array>, ReadError> {
        self.adapt();
        self.turns.give().await;
        self.check()?;
        let Some((wanted, reading)) =
            self.ahead.take().map_or_else(|| self.read(), |ahead| Ok(Some(ahead)))?
        else {
            return Ok(None);
        };
        let buffer = reading.await.map_err(|_| ReadError::Unreadable)?;
        self.check()?;
        let bytes = Uint8Array::new(&buffer);
        if u64::from(bytes.length()) != wanted {
            return Err(ReadError::Changed);
        }
        self.done += wanted;
        self.ahead = self.read()?;
        self.given = Some(clock::milliseconds());
        Ok(Some(bytes))
    }

    /// Begins to read what follows; none at the end of the file.
    fn read(&self) -> Result<Option<(u64, JsFuture)>, ReadError> {
        let wanted = u64::from(self.slice).min(self.size - self.done);
        if wanted == 0 {
            return Ok(None);
        }
        let slice = self
            .file
            .slice_with_f64_and_f64(self.done as f64, (self.done + wanted) as f64)
            .map_err(|_| ReadError::Unreadable)?;
        Ok(Some((wanted, JsFuture::from(slice.array_buffer()))))
    }

    fn check(&self) -> Result<(), ReadError> {
        if self.cancel.is_cancelled() { Err(ReadError::Cancelled) } else { Ok(()) }
    }

    fn adapt(&mut self) {
        let Some(given) = self.given.take() else { return };
        let took = clock::milliseconds() - given;
        // In steps, because one measure alone may have been disturbed.
        if took < AIM / 3.0 {
            self.slice = (self.slice * 2).min(LARGEST);
        } else if took > AIM {
            self.slice = (self.slice / 2).max(SMALLEST);
        }
    }
}
