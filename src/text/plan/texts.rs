pub struct PlanTexts {
    pub title: &'static str,
}
