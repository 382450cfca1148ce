pub struct ReportTexts {
    pub title: &'static str,
}
