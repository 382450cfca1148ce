pub struct NationalTexts {
    pub title: &'static str,
}
