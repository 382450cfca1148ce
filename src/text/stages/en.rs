use super::StagesTexts;

pub const STAGES: StagesTexts = StagesTexts {
    title: "Stages",
    intro: "From self-assessment to the final result. Each stage uses the values of the stage before, except for indicators that are assessed again.",
    short: ["Self", "Documents", "Interview", "Visit", "Final"],

    present: "in progress",
    is_closed: "closed",
    is_open: "open",
    not_begun: "not started",
    if_needed: "Only if needed.",
    as_before: "Until an indicator is assessed again, it keeps the value of the stage before.",
    given: |given, all| format!("Values given at this stage: {given} of {all} indicators."),
    all_taken_over: "No values at this stage yet; all are carried over.",
    closed_by: |name, day| {
        if day.is_empty() { format!("Closed by {name}.") } else { format!("Closed by {name}, {day}.") }
    },
    frozen_by: |stage| format!("Frozen too, because the {stage} stage is closed."),
    open_count: |count| format!("Indicators without a value: {count}."),
    work_here: "Work on this stage",
    look: "Look at this stage",
    on_stage: |what, stage| format!("{what}: {stage}"),
    working_at: |stage| format!("You are now working on: {stage}."),
    close: "Close the stage",
    close_stage: |stage| format!("Close the {stage} stage"),
    reopen: "Reopen",
    reopen_stage: |stage| format!("Reopen the {stage} stage"),
    interview: "Sessions, questions and follow-ups",
    due: |count| format!("Open follow-ups: {count}."),

    complete: |all| format!("All {all} indicators have a value up to this stage."),
    incomplete: |count, least| {
        format!("Indicators without a value up to this stage, counted as {least}: {count}.")
    },
    and_more: |count| format!("and {count} more"),
    closes: |stage| {
        format!(
            "Once closed, the values, explanations, notes and justifications of the {stage} stage cannot be changed until it is reopened. Later stages can still be worked on."
        )
    },
    closes_earlier: |stages| format!("Earlier stages are frozen with it: {stages}."),
    keeps: "Before closing, Takar keeps a restore point that is never deleted automatically.",
    by: "Closed by",
    by_help: "This name is recorded with the closing and in the history.",
    need_name: "Write the name of the person who does this.",
    on: "Date",
    need_day: "Enter a date that exists, for example 2026-11-22.",
    note: "Note (optional)",
    note_help: "For example the number of the minutes or of a letter.",
    cancel: "Cancel",
    closed: |stage| format!("The {stage} stage is closed."),
    go_on: "The next stage starts with the values that were just frozen. Which stage do you want to go on to?",
    go_on_to: |stage| format!("Go on to {stage}"),
    stay: "Stay here",
    no_room: "There is no room for a restore point, so nothing was changed. Make room on the page Storage space, then try again.",
    kept_as: |stage| format!("Closing of the {stage} stage"),

    reopens: |stages| format!("Stages that will be open for changes again: {stages}."),
    stays_closed: |stages| format!("These stay closed: {stages}."),
    reopen_keeps: "No value changes. The reopening is recorded in the history, and the present state is kept as a restore point.",
    reopened_by: "Reopened by",
    reopened_by_help: "This name is recorded in the history.",
    reopened: |stages| format!("Reopened: {stages}."),

    line: "Index from stage to stage",
    line_name: |points| format!("Index from stage to stage: {points}"),
    line_target: |target| format!("Dashed line: target {target}."),
    line_no_target: "There is no target yet. Set one in the summary to see its line here.",
    by_section: "Domains and aspects by stage",
    by_indicator: "Indicators by stage",
    index: "Index",
    from: "From stage",
    to: "to stage",
    show: "Show",
    filters: ["All indicators", "Different", "Higher", "Lower"],
    counts: |rose, fell, new, same| {
        let new = if new > 0 { format!(", {new} newly assessed") } else { String::new() };
        format!("{rose} rose, {fell} fell{new}, {same} unchanged.")
    },
    index_moved: |before, after, difference| format!("Index from {before} to {after} ({difference})."),
    legend: "Bold figures were given at that stage; figures in brackets are carried over from an earlier stage. An arrow shows a rise or a fall from the stage before.",
    links: "Each figure opens its indicator, and that stage becomes the one you work on.",
    none_shown: "No indicator matches.",
    show_all: "Show all",
    one_stage: "Only one stage has started, so there is nothing to compare yet.",
    no_value: "unanswered",
    given_here: "given at this stage",
    taken_over: "carried over",
    rose: |difference| format!("rose by {difference}"),
    fell: |difference| format!("fell by {difference}"),
    cell: |number, stage| format!("indicator {number}, {stage}"),

    at: |stage| format!("Stage: {stage}"),
    index_at: |index, stage| format!("{index}, {stage} stage"),
    taken_from: |value, stage| format!("The value {value} is carried over from the {stage} stage."),
    give_one: "Choose a level to give a value at this stage.",
    value_of: |value, stage| format!("The value {value} was given at the {stage} stage."),
    instead_of: |stage, value| format!("Before, at the {stage} stage: {value}."),
    nothing_yet: "There is no value up to this stage yet.",
    confirm: |value| format!("Give {value} at this stage"),
    take_over: "Use the earlier value",
    took_over: "The value of this stage was withdrawn; that of the stage before counts again.",
    assessor_note: "Assessor’s note",
    assessor_note_help: "What was found at this stage, and what needs to be clarified or corrected.",
    justification: "Justification of the result",
    justification_help: "Why this value is given: which evidence meets the criteria, and which criteria are not met.",
    earlier: "From earlier stages",
    nothing_earlier: "There are no facts, analysis or notes from earlier stages.",
    write_there: |stage| format!("Work on it at the {stage} stage"),
    fields: ["Facts", "Analysis", "Assessor’s note", "Justification of the result"],
    frozen: |stage, closed, name, day| {
        let day = if day.is_empty() { String::new() } else { format!(", {day}") };
        if stage == closed {
            format!(
                "The {stage} stage was closed by {name}{day}. Its values and texts can only be read until it is reopened."
            )
        } else {
            format!(
                "The {stage} stage is frozen because the {closed} stage is closed ({name}{day}). Its values and texts can only be read until it is reopened."
            )
        }
    },
    frozen_package: "It can be reopened by the coordinator who gave out this work package.",
    to_stages: "To the page Stages",
    filter_taken_over: "Not assessed at this stage",

    would_change: |count| {
        format!(
            "This file would change fields (values, explanations or notes) of stages that are closed here: {count}. Go on only if you intend this."
        )
    },
    replace_would_change: |count| {
        format!("Replacing the draft would change fields of stages that are closed here: {count}.")
    },
    line_changes: |file, count| format!("{file}: changes fields of closed stages: {count}."),
    left_frozen: |count| {
        format!("fields of closed stages would change ({count}), so you need to look at it yourself.")
    },

    was_closed: |stage| format!("{stage} stage closed"),
    was_reopened: |stage| format!("{stage} stage reopened"),
};
