pub struct StagesTexts {
    pub title: &'static str,
}
