use super::NationalTexts;

pub const NATIONAL: NationalTexts = NationalTexts { title: "National results" };
