use crate::platform::{HandOver, LocalFile};

/// What a person does on Beranda beyond following a link.
pub enum Act {
    Open(Vec<LocalFile>),
    Example,
    Rename { id: String, title: String },
    Duplicate(String),
    Delete(String),
    Restore(String),
    Purge(String),
    Download(String),
}

impl Act {
    /// Loads the full module and leaves it this to do.
    pub fn hand_over(self) {
        let plain = |act: &str, id: String| HandOver { act: act.to_owned(), id, ..HandOver::default() };
        let message = match self {
            Self::Open(files) => HandOver { files, ..plain("open", String::new()) },
            Self::Example => plain("example", String::new()),
            Self::Rename { id, title } => HandOver { title, ..plain("rename", id) },
            Self::Duplicate(id) => plain("duplicate", id),
            Self::Delete(id) => plain("delete", id),
            Self::Restore(id) => plain("restore", id),
            Self::Purge(id) => plain("purge", id),
            Self::Download(id) => plain("download", id),
        };
        message.send();
    }

    /// What the small module left to do, if it was there before.
    pub fn handed_over() -> Option<Self> {
        let HandOver { act, id, title, files } = HandOver::receive()?;
        Some(match &*act {
            "open" if !files.is_empty() => Self::Open(files),
            "example" => Self::Example,
            "rename" => Self::Rename { id, title },
            "duplicate" => Self::Duplicate(id),
            "delete" => Self::Delete(id),
            "restore" => Self::Restore(id),
            "purge" => Self::Purge(id),
            "download" => Self::Download(id),
            _ => return None,
        })
    }
}
