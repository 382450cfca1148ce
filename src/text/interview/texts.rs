pub struct InterviewTexts {
    pub title: &'static str,
}
