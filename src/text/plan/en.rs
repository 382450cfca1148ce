use super::PlanTexts;

pub const PLAN: PlanTexts = PlanTexts {
    title: "Plan",
    intro: "Choose a goal, see the lightest steps that reach it, and make an action plan of them. The answers of \
            the assessment do not change on this page.",
    parts: "Parts of this page",

    goal: "Goal",
    now: |index, predicate| format!("The index is {index} now ({predicate})."),
    target: "Target for the index",
    target_help: |min, max| format!("From {min} to {max}. The summary shows this target too."),
    bad_value: "Write a number such as 3 or 3.25.",
    towards: "Find the way to",
    to_target: |target| format!("the target: {target}"),
    to_target_none: "the target (not set yet)",
    to_band: |predicate, from| format!("the predicate {predicate}: from {from}"),
    to_other: "another index",
    other: "Index to reach",
    no_goal: "Set a target for the index, or choose a predicate to reach.",

    way: "Shortest way",
    way_text: "The steps with the least effort in all. One step raises one indicator by one level. Change an \
               effort, lock indicators that will not be worked on, or set aims; the steps are found anew.",
    reached: |index, goal| format!("The index, {index}, has reached {goal} already. No step is needed."),
    steps_of: |steps, indicators| format!("Steps: {steps}, on {indicators} indicators"),
    leads: |effort, from, to, predicate| {
        format!("The effort in all is {effort}. The index rises from {from} to {to} ({predicate}).")
    },
    for_aims_alone: "The goal is reached already. These steps serve the aims of indicators alone.",
    only_one: "No other set of steps takes so little effort.",
    others: |number| format!("There are {number} other sets of steps with the same effort."),
    more_than: |number| format!("more than {number}"),
    uncounted: "There may be other sets of steps with the same effort, too many to count.",
    tie_rule: "What is shown has the highest index; where that is the same, the fewest indicators, and then the \
               lowest numbers.",
    out_of_reach: |goal, highest, predicate, gap| {
        format!(
            "The index {goal} is not reachable. With every step that may be taken the highest index is {highest} \
             ({predicate}), {gap} short."
        )
    },
    blocked: "These locked indicators stand in the way. Beside each is what it would add to the index at its \
              highest level.",
    not_even: "Even without locks that index is not reached.",
    no_level: "All indicators that are not locked are at their highest level already, or would be.",
    unmet: |numbers| {
        format!(
            "The aims of these indicators are not reached: {numbers}. They are locked, or at the highest level."
        )
    },
    plan_all: "Put all into the action plan",
    planned_all: |steps| format!("Put into the action plan: {steps}."),
    as_scenario: "Keep as a scenario",

    from_to: |from, to| format!("level {from} to {to}"),
    then: |index| format!("the index becomes {index}"),
    effort: "Effort",
    effort_help: "1 = usual. A step that is twice as heavy gets 2, and so on.",
    bad_effort: |first, last| format!("Type a whole number from {first} to {last}."),
    owner: "Owner",
    owner_default: |names| format!("Of the indicator: {names}"),
    owner_none: "Nobody yet",
    no_units: "There are no units yet. Add them on the page of units to share out steps.",
    due: "Due",
    lock: "Lock",
    unlock: "Unlock",
    locked: |number| format!("Indicator {number} is locked. The steps were found anew."),
    unlocked: |number| format!("Indicator {number} is unlocked. The steps were found anew."),
    locked_list: "Locked, and left as they are:",
    put: "Put into the action plan",
    is_put: "In the action plan",
    for_aim: "for the aim of the indicator",
    on_step: |label, number, level| format!("{label}: indicator {number} to level {level}"),
    on_indicator: |label, number| format!("{label}: indicator {number}"),
    evidence: |expected, attached| format!("Evidence expected: {expected} · attached: {attached}"),
    criterion: "Criterion",
    expected: "Evidence expected at this level",
    no_expected: "The instrument names no evidence for this level.",
    attached: "Attached at this level",
    no_attached: "No document is attached at this level yet.",
    open_indicator: "Open the indicator",
    outside: |index, owner| format!("Its value comes from {index} ({owner}); it rises there."),
    instead: "With the same effort it can be exchanged for",
    instead_one: |indicator, level, index| format!("{indicator} to level {level}: index {index} at the end"),
    instead_more: |more| format!("and {more} other steps"),

    decisions: "Aims, locks and efforts of single indicators",
    decisions_text: "Aim: the level that the indicator must reach, whatever the goal. Lock: the indicator stays as \
                     it is. Efforts are those of each rise by one level.",
    indicator: "Indicator",
    present: "Now",
    aim: "Aim",
    no_aim: "No aim",
    level: |level| format!("level {level}"),
    efforts: "Effort to level",

    actions: "Action plan",
    actions_text: "The steps that will be taken, with owner, due date and progress. The plan is kept with the \
                   assessment.",
    no_actions: "There are no steps yet. Put some in from the shortest way above.",
    no_actions_of_unit: "There are no steps of the unit that was chosen.",
    step: "Step",
    gain: "Adds to the index",
    progress: "Progress",
    progresses: ["Not begun", "Under way", "Done"],
    note: "Note",
    level_reached: "Level reached",
    skipped: |levels| format!("Not in the plan: level {levels}."),
    overdue: "Overdue",
    take_out: "Take out",
    taken_out: |number, level| format!("Indicator {number} to level {level} is out of the action plan."),
    done_of: |done, all, effort_done, effort, share| {
        format!("Steps done: {done} of {all}; effort: {effort_done} of {effort} ({share}%).")
    },
    end: |index, predicate| format!("The index once all steps are done: {index} ({predicate})."),
    end_of_all: "These figures are of all units.",
    save_table: "Save as a table (CSV)",
    print: "Print the action plan",
    columns: [
        "Indicator",
        "Title",
        "Value now",
        "To level",
        "Adds to the index",
        "Effort",
        "Owner",
        "Due",
        "Progress",
        "Level reached",
        "Note",
        "Criterion",
        "Evidence expected",
        "Evidence attached",
    ],
    yes_no: ["yes", "no"],

    what_if: "What if",
    what_if_text: "Raise or lower values in a scenario and see the index move. The answers of the assessment stay \
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
    removed: |name| format!("{name} is deleted."),
    name: "Name of the scenario",
    moves: |from, to, difference| {
        format!("The index is {from} now, and {to} in the scenario ({difference}).")
    },
    radar: "The value of each aspect: dashed line now, coloured area in the scenario",
    section: "Section",
    levels: "Values of the indicators",
    raise: |number| format!("Raise indicator {number}"),
    lower: |number| format!("Lower indicator {number}"),
    back: |number| format!("Bring indicator {number} back to its value now"),
    back_short: "Bring back",
    was: |value| format!("{value} now"),
};
