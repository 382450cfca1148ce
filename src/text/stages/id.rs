use super::StagesTexts;

pub const STAGES: StagesTexts = StagesTexts { title: "Tahapan" };
