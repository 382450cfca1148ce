/// What came from outside and was not listened to, counted for the administrator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Messages of pages that are not listed, or that do not show Takar.
    pub strangers: u32,
    /// The last such origin, to be listed or not.
    pub last_stranger: Option<String>,
    /// Messages of a listed page that are none of the protocol.
    pub malformed: u32,
}

/// Longer names are not worth showing.
const NAME: usize = 120;

impl Heard {
    pub fn stranger(&mut self, origin: &str) {
        self.strangers = self.strangers.saturating_add(1);
        self.last_stranger = Some(origin.chars().take(NAME).collect());
    }

    pub fn malformed(&mut self) {
        self.malformed = self.malformed.saturating_add(1);
    }
}
