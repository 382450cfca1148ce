use super::PlanTexts;

pub const PLAN: PlanTexts = PlanTexts { title: "Plan" };
