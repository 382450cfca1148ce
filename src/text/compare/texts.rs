pub struct CompareTexts {
    pub title: &'static str,
}
