use super::InterviewTexts;

pub const INTERVIEW: InterviewTexts = InterviewTexts { title: "Interview" };
