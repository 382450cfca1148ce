pub struct StagesTexts {
    pub title: &'static str,
    pub intro: &'static str,
    /// Short names under the chart, in the order of `Stage::ALL`.
    pub short: [&'static str; 5],

    // the road
    pub present: &'static str,
    pub is_closed: &'static str,
    pub is_open: &'static str,
    pub not_begun: &'static str,
    pub if_needed: &'static str,
    pub as_before: &'static str,
    /// Values that were given there, of all.
    pub given: fn(usize, usize) -> String,
    pub all_taken_over: &'static str,
    /// The person, and the day if one was noted.
    pub closed_by: fn(&str, &str) -> String,
    /// The later stage that freezes it.
    pub frozen_by: fn(&str) -> String,
    /// Indicators without a value.
    pub open_count: fn(usize) -> String,
    pub work_here: &'static str,
    /// Where it is closed: it can be read, and counts as the one in work.
    pub look: &'static str,
    /// What a button does, and the stage, for who hears it alone.
    pub on_stage: fn(&str, &str) -> String,
    pub working_at: fn(&str) -> String,
    pub close: &'static str,
    pub close_stage: fn(&str) -> String,
    pub reopen: &'static str,
    pub reopen_stage: fn(&str) -> String,
    pub interview: &'static str,
    /// How many follow-ups are not done.
    pub due: fn(usize) -> String,

    // closing
    pub complete: fn(usize) -> String,
    /// Indicators without a value, and what they count as.
    pub incomplete: fn(usize, &str) -> String,
    pub and_more: fn(usize) -> String,
    pub closes: fn(&str) -> String,
    /// Earlier stages that are not closed.
    pub closes_earlier: fn(&str) -> String,
    pub keeps: &'static str,
    pub by: &'static str,
    pub by_help: &'static str,
    pub need_name: &'static str,
    pub on: &'static str,
    pub need_day: &'static str,
    pub note: &'static str,
    pub note_help: &'static str,
    pub cancel: &'static str,
    pub closed: fn(&str) -> String,
    pub go_on: &'static str,
    pub go_on_to: fn(&str) -> String,
    pub stay: &'static str,
    pub no_room: &'static str,
    /// The name of the restore point.
    pub kept_as: fn(&str) -> String,

    // reopening
    /// The stages that become open.
    pub reopens: fn(&str) -> String,
    pub stays_closed: fn(&str) -> String,
    pub reopen_keeps: &'static str,
    pub reopened_by: &'static str,
    pub reopened_by_help: &'static str,
    pub reopened: fn(&str) -> String,

    // side by side
    pub line: &'static str,
    /// For who hears the chart: stages with their indices.
    pub line_name: fn(&str) -> String,
    pub line_target: fn(&str) -> String,
    pub line_no_target: &'static str,
    pub by_section: &'static str,
    pub by_indicator: &'static str,
    pub index: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub show: &'static str,
    /// All, what differs, what rose, what fell.
    pub filters: [&'static str; 4],
    /// Rose, fell, new, same.
    pub counts: fn(usize, usize, usize, usize) -> String,
    /// The two indices, and the difference with its sign.
    pub index_moved: fn(&str, &str, &str) -> String,
    pub legend: &'static str,
    pub links: &'static str,
    pub none_shown: &'static str,
    pub show_all: &'static str,
    pub one_stage: &'static str,
    pub no_value: &'static str,
    /// For who hears it alone: the value was given at this stage.
    pub given_here: &'static str,
    pub taken_over: &'static str,
    pub rose: fn(&str) -> String,
    pub fell: fn(&str) -> String,
    /// Indicator, stage.
    pub cell: fn(u16, &str) -> String,

    // Penilaian
    pub at: fn(&str) -> String,
    /// "Indeks SPBE, penilaian dokumen".
    pub index_at: fn(&str, &str) -> String,
    /// The value, and the stage it comes from.
    pub taken_from: fn(&str, &str) -> String,
    pub give_one: &'static str,
    /// The value of this stage, the stage.
    pub value_of: fn(&str, &str) -> String,
    /// What stood before: the stage, its value.
    pub instead_of: fn(&str, &str) -> String,
    pub nothing_yet: &'static str,
    pub confirm: fn(&str) -> String,
    pub take_over: &'static str,
    pub took_over: &'static str,
    pub assessor_note: &'static str,
    pub assessor_note_help: &'static str,
    pub justification: &'static str,
    pub justification_help: &'static str,
    pub earlier: &'static str,
    pub nothing_earlier: &'static str,
    pub write_there: fn(&str) -> String,
    /// Facts, analysis, note, justification of an earlier stage.
    pub fields: [&'static str; 4],
    /// The stage that is shown, the closed stage, who closed it, and the day if one was noted.
    pub frozen: fn(&str, &str, &str, &str) -> String,
    pub frozen_package: &'static str,
    pub to_stages: &'static str,
    pub filter_taken_over: &'static str,

    // files that come in
    /// Fields of closed stages that would change.
    pub would_change: fn(usize) -> String,
    pub replace_would_change: fn(usize) -> String,
    /// On the command line: the file, how many.
    pub line_changes: fn(&str, usize) -> String,
    pub left_frozen: fn(usize) -> String,

    // history
    pub was_closed: fn(&str) -> String,
    pub was_reopened: fn(&str) -> String,
}
