use super::{PaperTexts, ReportTexts};

pub const REPORT: ReportTexts = ReportTexts {
    title: "Report",
    intro: "Choose the content, check the preview, then print or save. The figures are the same as on screen.",
    parts_head: "Content of the report",
    parts: [
        "Summary for the head of the agency (one page)",
        "Method and sources",
        "Results: index, sections and all values",
        "Each indicator in detail",
        "Strengths, weaknesses and recommendations",
        "Action plan",
        "Comparison of stages",
        "Minutes of the self-assessment (berita acara)",
        "Improvement notes by unit",
    ],
    full_parts: "Full report",
    proposals: "Include automatic proposals where no finding is written yet (marked as proposals)",
    language: "Language of the report",
    preview: "Preview of the report",
    preview_help: "When printed, the report is divided into A4 pages with page numbers.",
    none_chosen: "Nothing is chosen yet. Tick at least one part of the report.",
    print: "Print",
    print_help: "For a PDF choose “Save as PDF” in the print window. Switch the browser’s own headers and footers off.",
    print_failed: "The print window could not be opened. Save the report as HTML, open that file, and print from there.",
    save: "Save as HTML",
    tables: "Tables (CSV)",
    table_names: ["Indicators", "Domains and aspects", "Action plan"],
    charts: "Charts",
    chart_svg: ["Radar chart (SVG)", "Bar chart (SVG)", "Stage chart (SVG)"],
    chart_png: ["Radar chart (PNG)", "Bar chart (PNG)", "Stage chart (PNG)"],
    png_failed: "The browser could not make a PNG image. Save the chart as SVG.",
    cover: "Letterhead and signatures",
    cover_help: "Saved with this draft and included in its file.",
    letterhead: "Letterhead",
    letterhead_help: "At most five lines are printed. If it is empty, the agency’s name is used.",
    place: "Place of signing",
    date: "Date of signing",
    signatories: "Signatories",
    signatories_help: |limit| {
        format!("At most {limit} people. If there are none, the minutes leave space for the coordinator.")
    },
    signatory: |number| format!("Signatory {number}"),
    role: "Position",
    name: "Name",
    nip: "Employee number (NIP)",
    add_signatory: "Add a signatory",
    remove_signatory: "Remove",
    remove_label: |number| format!("Remove signatory {number}"),
    logo: "Agency logo",
    logo_help: |limit| {
        format!(
            "PNG, JPEG or SVG, at most {limit}. The logo is stored in this browser only: it is not included in draft files or backups, and is deleted with its draft."
        )
    },
    logo_choose: "Choose a logo",
    logo_remove: "Remove the logo",
    logo_none: "No logo yet.",
    logo_alt: "The logo in use",
    logo_kept: "The logo was saved.",
    logo_removed: "The logo was removed.",
    logo_large: |name, limit| {
        format!(
            "{name} is larger than {limit}. Make the image smaller and choose it again. The logo has not changed."
        )
    },
    logo_format: |name| {
        format!("{name} is not a PNG, JPEG or SVG image. Choose another file. The logo has not changed.")
    },
    logo_unread: |name| {
        format!(
            "{name} could not be read. Check that the file is still there, then choose it again. The logo has not changed."
        )
    },
    logo_full: "The logo was not saved because the browser’s storage is full. Make room on the page Storage space, then choose it again.",
    findings: "Findings",
    findings_help: "Write by section. Proposals are computed from values and evidence; they become findings only when you use them, and can be changed.",
    section: "Section",
    all_sections: "General",
    has_text: |section| format!("{section} (written)"),
    proposed: "Proposal",
    take_over: "Use the proposal",
    take_over_label: |part| format!("Use the proposal: {part}"),
    taken_over: "The proposal was used and can be changed.",
    no_proposal: "There is no proposal.",
    paper: PaperTexts {
        title: |index, agency, year| format!("Report {index} {agency} {year}"),
        page: "Page",
        page_of: "of",
        logo: "Logo of the agency",
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        long_date: |weekday, day, month, year| format!("{weekday}, {day} {month} {year}"),
        identity: |agency, kind, year, instrument, stage| {
            format!("{agency} ({kind}) · year {year} · {instrument} · stage: {stage}")
        },
        interim_head: "Interim.",
        interim: |answered, total, least, lowest, highest| {
            format!(
                "Only {answered} of {total} indicators are answered. Unanswered ones count as {least}, so the final index may lie between {lowest} and {highest}."
            )
        },
        not_official: "The agency’s own result at this stage. The official index is set by the ministry after the final stage.",
        estimate: "The value supported by evidence is an estimate: the regulation does not say how the value of each item of evidence is computed.",
        domain: "Domain",
        aspect: "Aspect",
        section: "Section",
        number: "Number",
        indicator: "Indicator",
        weight: "Weight",
        value: "Value",
        adds: "Contribution to the index",
        answered: "Answered",
        claimed: "Value",
        supported: "Supported by evidence",
        supported_estimate: "Supported by evidence (estimate)",
        supported_short: "Supported",
        target: "Target index",
        predicate: "Predicate",
        level: "Level",
        level_name: "Maturity level",
        chart_title: |chart, agency, year| format!("{chart}, {agency} {year}"),
        charts: ["Value of each aspect", "Values of domains and aspects", "Index from stage to stage"],
        dashed: "Dashed line in charts: the target.",
        summary: "Summary for the Head of the Agency",
        trend: |stages| format!("Index from stage to stage: {stages}."),
        strongest: "Highest values",
        weakest: "Lowest values",
        nothing_answered: "No indicator is answered yet.",
        next: "Next steps",
        next_open: |open| format!("Answer the unanswered indicators: {open}."),
        next_support: |count, first, lost| {
            format!(
                "Complete the evidence of indicators whose value is not supported ({count}), beginning with {first} (the index loses {lost})."
            )
        },
        next_raise: |indicator, level, gain| {
            format!("Raise {indicator} to level {level}: the index gains {gain}.")
        },
        next_plan: |steps, done, due| match due {
            Some(due) => format!("Action plan: {done} of {steps} steps done; next due {due}."),
            None => format!("Action plan: {done} of {steps} steps done."),
        },
        full: "Assessment Report",
        method: "Method",
        method_text: |index, count| {
            format!(
                "The {index} is computed from {count} indicators: the value of each is multiplied by its weight, added up, and divided by the sum of weights. Nothing is rounded on the way; figures are shown with two decimals. Unanswered indicators count as the lowest value of the scale. Basis of the assessment:"
            )
        },
        method_support: |condition| {
            format!(
                "A level is called supported when the evidence for it and for the levels below it counts. Evidence counts when it is {condition}."
            )
        },
        predicates: "Predicates",
        from: "From",
        to: "To",
        bands: "The lower bound belongs to the predicate; the upper one does not, except for the highest predicate.",
        rules: "Rules that were applied",
        inferred: "(inferred, not written in the regulation)",
        sources: "Sources",
        own_words: "The criteria in this report are summarised in Takar’s own words. The text of the regulation is the official reference.",
        results: "Results",
        all_indicators: "Values of all indicators",
        details: "Indicators in Detail",
        unanswered: "Not answered",
        value_is: |value| format!("Value {value}"),
        supported_is: |value| format!("supported by evidence {value}"),
        taken_from: |stage| format!("value from: {stage}"),
        owned_by: |units| format!("owner: {units}"),
        criterion: |level| format!("Criterion of level {level}"),
        text_at: |text, stage| format!("{text} ({stage})"),
        no_documents: "No evidence yet.",
        document: "Evidence",
        document_date: "Date",
        pages: "Pages or chapter",
        status: "Status",
        findings: "Strengths, Weaknesses and Recommendations",
        all_sections: "General",
        no_findings: "No findings are written yet.",
        finding_parts: ["Fulfilment", "Strengths", "Weaknesses", "Recommendations"],
        proposal: "automatic proposal",
        named_value: |indicator, value| format!("{indicator} ({value})"),
        propose_fulfilment: |title, value, answered, total, short| {
            let first = format!("{title}: value {value}; {answered} of {total} indicators answered.");
            match short {
                0 => first,
                short => format!("{first} Values not supported by evidence: {short}."),
            }
        },
        propose_strong: |indicators| format!("High values supported by evidence: {indicators}."),
        propose_weak: |indicators| format!("Low values: {indicators}."),
        propose_unsupported: |indicators| format!("Values not supported by evidence: {indicators}."),
        propose_open: |count| format!("Answer the unanswered indicators: {count}."),
        propose_support: |count| {
            format!("Complete the evidence of indicators whose value is not supported: {count}.")
        },
        propose_raise: |indicator, level, criterion| {
            format!("Raise {indicator} to level {level}. Its criterion: {criterion}")
        },
        plan: "Action Plan",
        no_plan: "There are no steps in the action plan yet.",
        step: "Step",
        step_to: |indicator, level| format!("{indicator} to level {level}"),
        to_do: "What must be met",
        owner: "Owner",
        due: "Due",
        progress: "Progress",
        progresses: ["not started", "in progress", "done"],
        stage_part: "Comparison of Stages",
        one_stage: "There is only one stage so far.",
        taken_over: "A stage that does not change an indicator uses the value of the stage before.",
        stage: "Stage",
        stages: ["Self", "Documents", "Interview", "Visit", "Final"],
        changed: "Values given",
        closed: "Closed",
        closed_by: |by, on| if on.is_empty() { by.to_owned() } else { format!("{by}, {on}") },
        different: "Indicators whose value differs",
        no_difference: "The values of all indicators are the same at every stage.",
        difference: "Difference",
        minutes: "Minutes of the Self-Assessment",
        minutes_of: |instrument, agency, year| format!("{instrument} · {agency} · Year {year}"),
        minutes_number: "No.: ........................................",
        minutes_opening: |date, place, agency, instrument| {
            format!(
                "On {date}, at {place}, the internal assessors of {agency} completed the self-assessment with the instrument {instrument}. Its results are as follows."
            )
        },
        minutes_closed: |by, on| {
            if on.is_empty() {
                format!("The self-assessment was closed by {by}.")
            } else {
                format!("The self-assessment was closed by {by} on {on}.")
            }
        },
        minutes_end: "These minutes are issued to be used as required.",
        blank_date: "(day) ...................., (date) ........................................",
        coordinator: |about| format!("Coordinator for {about}"),
        nip: |number| format!("NIP {number}"),
        repairs: "Improvement Notes",
        repairs_text: |count| format!("Indicators to be completed or corrected: {count}."),
        to_mend: "To be completed or corrected",
        nobody: "Indicators without an owner",
        all_units: "All indicators",
        nothing_to_mend: "There is nothing to correct: all indicators are answered, explained and supported by evidence.",
        units_fine: |units| format!("Nothing to correct for: {units}."),
        miss_answer: "Not answered.",
        miss_explanation: "The explanation (facts and analysis) is not written.",
        miss_review: |title, status, note| {
            if note.is_empty() {
                format!("“{title}”: {status}.")
            } else {
                format!("“{title}”: {status}. {note}")
            }
        },
        miss_doubt: |title, words| format!("“{title}”: {words}"),
        miss_follow_up: |words, due| match due {
            Some(due) => format!("Interview follow-up (due {due}): {words}"),
            None => format!("Interview follow-up: {words}"),
        },
        working_days: |days, from| format!("{days} working days after {from}"),
    },
};
