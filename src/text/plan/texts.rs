pub struct PlanTexts {
    pub title: &'static str,
    pub intro: &'static str,
    pub parts: &'static str,

    // The goal.
    pub goal: &'static str,
    /// The index now, and its predicate.
    pub now: fn(&str, &str) -> String,
    pub target: &'static str,
    /// The lowest and the highest index there is.
    pub target_help: fn(&str, &str) -> String,
    pub bad_value: &'static str,
    pub towards: &'static str,
    /// The target, as it is shown.
    pub to_target: fn(&str) -> String,
    pub to_target_none: &'static str,
    /// A predicate, and from which index on.
    pub to_band: fn(&str, &str) -> String,
    pub to_other: &'static str,
    pub other: &'static str,
    pub no_goal: &'static str,

    // The shortest way.
    pub way: &'static str,
    pub way_text: &'static str,
    /// The index now, and the goal.
    pub reached: fn(&str, &str) -> String,
    /// How many steps, on how many indicators.
    pub steps_of: fn(usize, usize) -> String,
    /// The effort, and the index before and after with its predicate.
    pub leads: fn(u64, &str, &str, &str) -> String,
    pub for_aims_alone: &'static str,
    pub only_one: &'static str,
    /// How many others there are.
    pub others: fn(&str) -> String,
    /// Above it, nobody wants to know the number.
    pub very_many: &'static str,
    pub uncounted: &'static str,
    pub tie_rule: &'static str,
    /// The goal, the highest index and its predicate, and what is missing.
    pub out_of_reach: fn(&str, &str, &str, &str) -> String,
    pub blocked: &'static str,
    pub not_even: &'static str,
    pub no_level: &'static str,
    /// Numbers of indicators.
    pub unmet: fn(&str) -> String,
    pub plan_all: &'static str,
    /// How many steps were put into the action plan.
    pub planned_all: fn(usize) -> String,
    pub all_planned: &'static str,
    pub as_scenario: &'static str,

    // A step.
    /// Levels before and after.
    pub from_to: fn(&str, u8) -> String,
    /// The index once it is taken.
    pub then: fn(&str) -> String,
    pub effort: &'static str,
    pub effort_help: &'static str,
    /// The first and the last that may be typed.
    pub bad_effort: fn(u16, u16) -> String,
    pub owner: &'static str,
    /// The units that own the indicator.
    pub owner_default: fn(&str) -> String,
    pub owner_none: &'static str,
    pub no_units: &'static str,
    pub due: &'static str,
    pub lock: &'static str,
    pub unlock: &'static str,
    /// A number.
    pub locked: fn(u16) -> String,
    pub unlocked: fn(u16) -> String,
    pub locked_list: &'static str,
    pub put: &'static str,
    pub is_put: &'static str,
    pub for_aim: &'static str,
    /// What a control is for: its label, and indicator and level.
    pub on_step: fn(&str, u16, u8) -> String,
    pub on_indicator: fn(&str, u16) -> String,
    /// How many things are expected, and how many documents are attached.
    pub evidence: fn(usize, usize) -> String,
    pub criterion: &'static str,
    pub expected: &'static str,
    pub no_expected: &'static str,
    pub attached: &'static str,
    pub no_attached: &'static str,
    pub open_indicator: &'static str,
    /// Another agency's index, and that agency.
    pub outside: fn(&str, &str) -> String,
    pub instead: &'static str,
    /// Indicator, level, and the index at the end.
    pub instead_one: fn(&str, u8, &str) -> String,
    /// How many more.
    pub instead_more: fn(usize) -> String,

    // Decisions on single indicators.
    pub decisions: &'static str,
    pub decisions_text: &'static str,
    pub indicator: &'static str,
    pub present: &'static str,
    pub aim: &'static str,
    pub no_aim: &'static str,
    pub level: fn(u8) -> String,
    pub efforts: &'static str,

    // The action plan.
    pub actions: &'static str,
    pub actions_text: &'static str,
    pub no_actions: &'static str,
    pub no_actions_of_unit: &'static str,
    pub step: &'static str,
    pub gain: &'static str,
    pub progress: &'static str,
    /// Not begun, under way, done.
    pub progresses: [&'static str; 3],
    pub note: &'static str,
    pub level_reached: &'static str,
    /// Levels.
    pub skipped: fn(&str) -> String,
    pub overdue: &'static str,
    pub take_out: &'static str,
    /// Indicator and level.
    pub taken_out: fn(u16, u8) -> String,
    /// Done and all steps, done and all effort, share.
    pub done_of: fn(usize, usize, u64, u64, u64) -> String,
    /// The index once all is done, and its predicate.
    pub end: fn(&str, &str) -> String,
    pub end_of_all: &'static str,
    /// Checkbox: the order of the action plan.
    pub by_due: &'static str,
    pub save_table: &'static str,
    pub print: &'static str,
    pub columns: [&'static str; 14],
    pub yes_no: [&'static str; 2],

    // What if.
    pub what_if: &'static str,
    pub what_if_text: &'static str,
    pub new_scenario: &'static str,
    /// A number.
    pub scenario_name: fn(usize) -> String,
    /// The goal.
    pub way_name: fn(&str) -> String,
    pub copy_name: fn(&str) -> String,
    pub scenario: &'static str,
    pub today: &'static str,
    pub index: &'static str,
    pub difference: &'static str,
    pub predicate: &'static str,
    pub changed: &'static str,
    pub edit: &'static str,
    pub close: &'static str,
    pub duplicate: &'static str,
    pub remove: &'static str,
    pub on_scenario: fn(&str, &str) -> String,
    pub removed: fn(&str) -> String,
    pub name: &'static str,
    /// The index before and after, and the difference.
    pub moves: fn(&str, &str, &str) -> String,
    pub radar: &'static str,
    pub section: &'static str,
    pub levels: &'static str,
    pub raise: fn(u16) -> String,
    pub lower: fn(u16) -> String,
    pub back: fn(u16) -> String,
    pub back_short: &'static str,
    /// The value of an indicator now, of which the scenario differs.
    pub was: fn(&str) -> String,
}
