use super::CompareTexts;

pub const COMPARE: CompareTexts = CompareTexts { title: "Bandingkan" };
