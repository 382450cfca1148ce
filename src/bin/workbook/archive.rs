use std::cell::RefCell;
use std::io::{Error, ErrorKind, Result, Seek, SeekFrom, Write};
use std::mem::{replace, take};
use std::rc::Rc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A ZIP archive that is written in pieces, so that it need not fit into memory.
///
/// An entry's head says how long its content is and what its check sum is, which is known only at
/// the end of the content. So the head comes out last, and whoever collects the pieces puts it
/// first. The other way of the format, to say it behind the content, is not understood by every
/// program that reads an archive from front to back, least of all when the content is not
/// compressed and holds archives itself, as .docx and .xlsx files are.
pub struct Archive {
    writer: Option<ZipWriter<Shared>>,
    sink: Shared,
    /// Whether an entry has begun and has not ended.
    open: bool,
}

impl Archive {
    pub fn new() -> Self {
        let sink = Shared::default();
        Self { writer: Some(ZipWriter::new(sink.clone())), sink, open: false }
    }

    /// Starts an entry. `name` is its path with `/` between folders; `time` is a date and time of
    /// DOS, the date in the upper 16 bits, and 0 or an impossible moment stands for none.
    ///
    /// # Errors
    /// The entry before has not ended, the name is taken, or it would lead out of the folder into
    /// which a person unpacks the archive.
    pub fn begin(&mut self, name: &str, time: u32) -> Result<()> {
        if self.open || !stays_inside(name) {
            return Err(ErrorKind::InvalidInput.into());
        }
        let moment = DateTime::try_from_msdos((time >> 16) as u16, time as u16).unwrap_or_default();
        let options = SimpleFileOptions::default()
            // The documents people give are compressed already: PDF, JPEG, .docx.
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(moment)
            .unix_permissions(0o644);
        self.sink.0.borrow_mut().start_head();
        self.writer()?.start_file(name, options)?;
        self.sink.0.borrow_mut().in_head = false;
        self.open = true;
        Ok(())
    }

    /// Writes content of the present entry, and returns what came out.
    ///
    /// # Errors
    /// No entry has begun, or it grows beyond 4 GiB.
    pub fn write(&mut self, bytes: &[u8]) -> Result<Vec<u8>> {
        self.writer()?.write_all(bytes)?;
        Ok(take(&mut self.sink.0.borrow_mut().content))
    }

    /// Ends the present entry, and returns its head, which stands before its content.
    ///
    /// # Errors
    /// No entry has begun.
    pub fn end(&mut self) -> Result<Vec<u8>> {
        if !take(&mut self.open) {
            return Err(ErrorKind::InvalidInput.into());
        }
        // The writer has no call of its own for this. Hiding a file first ends the present one; that
        // there is no file without a name, is an error that was to come.
        let _ = self.writer()?.hide_file("");
        Ok(self.sink.0.borrow_mut().start_head())
    }

    /// Takes the present entry back; what it returned so far is thrown away by the caller.
    ///
    /// # Errors
    /// No entry has begun.
    pub fn abandon(&mut self) -> Result<()> {
        if !take(&mut self.open) {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.writer()?.abort_file()?;
        Ok(())
    }

    /// Ends the archive, and returns what stands at its end: the list of its entries.
    ///
    /// # Errors
    /// An entry has not ended, or the archive was ended before.
    pub fn finish(&mut self) -> Result<Vec<u8>> {
        if self.open {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.sink.0.borrow_mut().start_head();
        self.writer.take().ok_or(ErrorKind::InvalidInput)?.finish()?;
        Ok(self.sink.0.borrow_mut().start_head())
    }

    fn writer(&mut self) -> Result<&mut ZipWriter<Shared>> {
        self.writer.as_mut().ok_or_else(|| ErrorKind::InvalidInput.into())
    }
}

fn stays_inside(name: &str) -> bool {
    !name.contains(['\\', '\0']) && name.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Where the writer writes, and its caller reads.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Sink>>);

/// What was written since the last head began. Only the head can be written over.
#[derive(Default)]
struct Sink {
    /// Where the head stands in the archive.
    start: u64,
    head: Vec<u8>,
    /// Whether what comes belongs to the head.
    in_head: bool,
    /// Content that nobody has taken yet.
    content: Vec<u8>,
    /// How long the content is, with what was taken.
    length: u64,
    /// Where the writer writes next.
    at: u64,
}

impl Sink {
    /// What is written next is a head. Returns the one before.
    fn start_head(&mut self) -> Vec<u8> {
        let next = Self { start: self.at, at: self.at, in_head: true, ..Self::default() };
        replace(self, next).head
    }

    fn end(&self) -> u64 {
        self.start + self.head.len() as u64 + self.length
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let mut sink = self.0.borrow_mut();
        let written = if sink.at == sink.end() {
            if sink.in_head {
                sink.head.extend_from_slice(bytes);
            } else {
                sink.content.extend_from_slice(bytes);
                sink.length += bytes.len() as u64;
            }
            bytes.len()
        } else {
            let from = usize::try_from(sink.at - sink.start).map_err(Error::other)?;
            let over = sink.head.get_mut(from..).unwrap_or_default();
            let fits = over.len().min(bytes.len());
            over[..fits].copy_from_slice(&bytes[..fits]);
            fits
        };
        sink.at += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let mut sink = self.0.borrow_mut();
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => sink.at.checked_add_signed(by),
            SeekFrom::End(by) => sink.end().checked_add_signed(by),
        };
        match at {
            Some(at) if (sink.start..=sink.end()).contains(&at) => {
                sink.at = at;
                Ok(at)
            }
            _ => Err(ErrorKind::Unsupported.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::*;

    /// 14 August 2025, 10:30:00.
    const MOMENT: u32 = (((45 << 9) | (8 << 5) | 14) << 16) | ((10 << 11) | (30 << 5));

    fn add(archive: &mut Archive, into: &mut Vec<u8>, name: &str, pieces: &[&[u8]]) {
        archive.begin(name, MOMENT).unwrap();
        let content: Vec<u8> = pieces.iter().flat_map(|piece| archive.write(piece).unwrap()).collect();
        into.extend(archive.end().unwrap());
        into.extend(content);
    }

    fn open(bytes: Vec<u8>) -> zip::ZipArchive<Cursor<Vec<u8>>> {
        zip::ZipArchive::new(Cursor::new(bytes)).unwrap()
    }

    fn content(archive: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let (mut archive, mut bytes) = (Archive::new(), Vec::new());
        let large: Vec<u8> = (0..=255).cycle().take(300_000).collect();
        add(&mut archive, &mut bytes, "takar.json", &[b"{}"]);
        add(
            &mut archive,
            &mut bytes,
            "bukti/01/SK Wali Kota – tahun 2025 ✓.pdf",
            &[&large[..7], &large[7..]],
        );
        add(&mut archive, &mut bytes, "bukti/kosong.txt", &[]);
        bytes.extend(archive.finish().unwrap());

        let mut read = open(bytes);
        let names: Vec<String> = read.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["takar.json", "bukti/01/SK Wali Kota – tahun 2025 ✓.pdf", "bukti/kosong.txt"]);
        assert_eq!(content(&mut read, "takar.json"), b"{}");
        assert_eq!(content(&mut read, &names[1]), large);
        assert_eq!(content(&mut read, "bukti/kosong.txt"), b"");
        let entry = read.by_name("takar.json").unwrap();
        assert_eq!(entry.last_modified().map(|time| time.to_string()).unwrap(), "2025-08-14 10:30:00");
    }

    #[test]
    fn a_head_says_everything_before_the_content_comes() {
        let (mut archive, mut bytes) = (Archive::new(), Vec::new());
        add(&mut archive, &mut bytes, "é", &[b"abc"]);
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!(number(0), 0x0403_4b50, "a head's mark");
        assert_eq!(bytes[6..8], [0, 8], "the name is UTF-8, nothing comes behind the content");
        assert_eq!((number(14), number(18), number(22)), (0x3524_41c2, 3, 3), "check sum and lengths");
    }

    #[test]
    fn an_entry_that_was_taken_back_leaves_nothing() {
        let (mut archive, mut bytes) = (Archive::new(), Vec::new());
        add(&mut archive, &mut bytes, "a", &[b"1"]);
        archive.begin("b", 0).unwrap();
        archive.write(b"half").unwrap();
        archive.abandon().unwrap();
        add(&mut archive, &mut bytes, "b", &[b"whole"]);
        bytes.extend(archive.finish().unwrap());
        let mut read = open(bytes);
        assert_eq!(read.len(), 2);
        assert_eq!(content(&mut read, "a"), b"1");
        assert_eq!(content(&mut read, "b"), b"whole");
    }

    #[test]
    fn a_name_that_is_taken_or_leads_outside_is_refused_and_harms_nothing() {
        let (mut archive, mut bytes) = (Archive::new(), Vec::new());
        add(&mut archive, &mut bytes, "a", &[b"1"]);
        for name in ["a", "", "/a", "a/", "../a", "a/../../b", "a//b", ".", "a\\b", "a\0b"] {
            assert!(archive.begin(name, 0).is_err(), "{name}");
        }
        add(&mut archive, &mut bytes, "..a", &[b"2"]);
        bytes.extend(archive.finish().unwrap());
        let mut read = open(bytes);
        assert_eq!((content(&mut read, "a"), content(&mut read, "..a")), (b"1".to_vec(), b"2".to_vec()));
    }

    #[test]
    fn calls_out_of_order_are_refused() {
        let mut archive = Archive::new();
        assert!(archive.write(b"x").is_err() && archive.end().is_err() && archive.abandon().is_err());
        archive.begin("a", 0).unwrap();
        assert!(archive.begin("b", 0).is_err() && archive.finish().is_err());
        archive.end().unwrap();
        assert!(archive.write(b"x").is_err());
        archive.finish().unwrap();
        assert!(archive.finish().is_err() && archive.begin("c", 0).is_err());
    }
}
