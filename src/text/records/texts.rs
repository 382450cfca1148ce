pub struct RecordTexts {
    /// In the order of `Book::ALL`; with what the entry is called.
    pub books: [fn(&str) -> String; 9],
    /// Fields, in the order of `FIELDS`.
    pub fields: [&'static str; 40],
    pub yes: &'static str,
}
