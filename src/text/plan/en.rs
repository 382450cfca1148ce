use super::PlanTexts;

pub const PLAN: PlanTexts = PlanTexts {
    title: "Plan",
    intro: "Choose a goal, see the lightest steps that reach it, and make an action plan from them. The answers of \
            the assessment do not change on this page.",
    parts: "Parts of this page",

    goal: "Goal",
    now: |index, predicate| format!("The index is {index} now ({predicate})."),
    target: "Target index",
    target_help: |min, max| format!("From {min} to {max}. This target is also shown in the summary."),
    bad_value: "Write a number, for example 3 or 3.25.",
    towards: "Find the way to",
    to_target: |target| format!("the target: {target}"),
    to_target_none: "the target (not set yet)",
    to_band: |predicate, from| format!("the predicate {predicate}: from {from}"),
    to_other: "another index",
    other: "Index to reach",
    no_goal: "Set a target index, or choose a predicate to reach.",

    way: "Shortest way",
    way_text: "The steps with the least total effort. One step raises one indicator by one level. Change an \
               effort, lock indicators that will not be worked on, or set aims; the steps are recalculated.",
    reached: |index, goal| format!("The index, {index}, has already reached {goal}. No steps are needed."),
    steps_of: |steps, indicators| format!("Steps: {steps}, indicators: {indicators}"),
    leads: |effort, from, to, predicate| {
        format!("Total effort {effort}. The index rises from {from} to {to} ({predicate}).")
    },
    for_aims_alone: "The goal is already reached. These steps are only for the aims of indicators.",
    only_one: "No other set of steps needs so little effort.",
    others: |number| format!("Other sets of steps with the same effort: {number}."),
    very_many: "more than a thousand",
    uncounted: "There may be other sets of steps with the same effort, too many to count.",
    tie_rule: "What is shown has the highest index; where that is the same, the fewest indicators, and then the \
               lowest numbers.",
    out_of_reach: |goal, highest, predicate, gap| {
        format!(
            "The index {goal} is not reachable. With every step that may be taken, the highest index is {highest} \
             ({predicate}), {gap} short."
        )
    },
    blocked: "These locked indicators are in the way. Beside each is what it would add to the index at its \
              highest level.",
    not_even: "Even without locks that index is not reached.",
    no_level: "All indicators that are not locked are or will be at their highest level.",
    unmet: |numbers| {
        format!(
            "The aims of these indicators are not reached: {numbers}. They are locked or already at the highest level."
        )
    },
    plan_all: "Add all to the action plan",
    planned_all: |steps| format!("Steps added to the action plan: {steps}."),
    all_planned: "All these steps are already in the action plan.",
    as_scenario: "Save as a scenario",

    from_to: |from, to| format!("level {from} to {to}"),
    then: |index| format!("the index becomes {index}"),
    effort: "Effort",
    effort_help: "1 = usual. A step that takes twice the effort gets 2, and so on.",
    bad_effort: |first, last| format!("Enter a whole number from {first} to {last}."),
    owner: "Owner",
    owner_default: |names| format!("Of the indicator: {names}"),
    owner_none: "Nobody yet",
    no_units: "There are no units yet. Add them on the Units page so that steps can be assigned.",
    due: "Due",
    lock: "Lock",
    unlock: "Unlock",
    locked: |number| format!("Indicator {number} is locked. The steps were recalculated."),
    unlocked: |number| format!("Indicator {number} is unlocked. The steps were recalculated."),
    locked_list: "Locked, not included in the calculation:",
    put: "Add to the action plan",
    is_put: "In the action plan",
    for_aim: "for the aim of the indicator",
    on_step: |label, number, level| format!("{label}: indicator {number} to level {level}"),
    on_indicator: |label, number| format!("{label}: indicator {number}"),
    evidence: |expected, attached| format!("Evidence expected: {expected} · linked: {attached}"),
    criterion: "Criterion",
    expected: "Evidence expected at this level",
    no_expected: "The instrument names no evidence for this level.",
    attached: "Linked at this level",
    no_attached: "No document is linked at this level yet.",
    open_indicator: "Open the indicator",
    outside: |index, owner| format!("Its value comes from {index} ({owner}); it is raised there."),
    instead: "Alternatives with the same effort",
    instead_one: |indicator, level, index| format!("{indicator} to level {level}: index {index} at the end"),
    instead_more: |more| format!("and {more} other steps"),

    decisions: "Aims, locks and effort by indicator",
    decisions_text: "Aim: the level that the indicator must reach, whatever the goal. Lock: the indicator stays as \
                     it is. Effort applies to each rise by one level.",
    indicator: "Indicator",
    present: "Now",
    aim: "Aim",
    no_aim: "No aim",
    level: |level| format!("level {level}"),
    efforts: "Effort to level",

    actions: "Action plan",
    actions_text: "The steps that will be taken, with owner, due date and progress. The plan is kept with the \
                   assessment.",
    no_actions: "There are no steps yet. Add steps from the shortest way above.",
    no_actions_of_unit: "There are no steps for the chosen unit.",
    step: "Step",
    gain: "Index gain",
    progress: "Progress",
    progresses: ["Not started", "In progress", "Done"],
    note: "Note",
    level_reached: "Level reached",
    skipped: |levels| format!("Not in the plan: level {levels}."),
    overdue: "Overdue",
    take_out: "Remove",
    taken_out: |number, level| {
        format!("Indicator {number} to level {level} was removed from the action plan.")
    },
    done_of: |done, all, effort_done, effort, share| {
        format!("Steps done: {done} of {all}; effort: {effort_done} of {effort} ({share}%).")
    },
    end: |index, predicate| format!("The index once all steps are done: {index} ({predicate})."),
    end_of_all: "These figures include all units.",
    by_due: "Sort by due date",
    save_table: "Save table (CSV)",
    print: "Print the action plan",
    columns: [
        "Indicator",
        "Title",
        "Value now",
        "To level",
        "Index gain",
        "Effort",
        "Owner",
        "Due",
        "Progress",
        "Level reached",
        "Note",
        "Criterion",
        "Evidence expected",
        "Evidence linked",
    ],
    yes_no: ["yes", "no"],

    what_if: "What if",
    what_if_text: "Raise or lower values in a scenario and see the index change. The answers of the assessment stay \
                   as they are.",
    new_scenario: "New scenario",
    scenario_name: |number| format!("Scenario {number}"),
    way_name: |goal| format!("Shortest way to {goal}"),
    copy_name: |name| format!("{name} (copy)"),
    scenario: "Scenario",
    today: "Now",
    index: "Index",
    difference: "Difference",
    predicate: "Predicate",
    changed: "Indicators changed",
    edit: "Edit",
    close: "Close",
    duplicate: "Duplicate",
    remove: "Delete",
    on_scenario: |label, name| format!("{label}: {name}"),
    removed: |name| format!("{name} was deleted."),
    name: "Name of the scenario",
    moves: |from, to, difference| {
        format!("The index is {from} now, and {to} in the scenario ({difference}).")
    },
    radar: "The value of each aspect: dashed line now, coloured area in the scenario",
    section: "Section",
    levels: "Values of the indicators",
    raise: |number| format!("Raise indicator {number}"),
    lower: |number| format!("Lower indicator {number}"),
    back: |number| format!("Reset indicator {number} to its present value"),
    back_short: "Reset",
    was: |value| format!("{value} now"),
};
