use super::RecordTexts;
use crate::assessment::ALL_SECTIONS;

pub const RECORDS: RecordTexts = RecordTexts {
    books: [
        |stage| format!("closing of stage {stage}"),
        |title| format!("interview session “{title}”"),
        |number| format!("question on indicator {number}"),
        |day| format!("holiday {day}"),
        |number| format!("aim for indicator {number}"),
        |step| match step.split_once(':') {
            Some((number, level)) => format!("step of indicator {number} to level {level}"),
            None => step.to_owned(),
        },
        |name| format!("scenario “{name}”"),
        |section| {
            if section == ALL_SECTIONS {
                "general finding".to_owned()
            } else {
                format!("finding on {section}")
            }
        },
        |_| "letterhead and signatures of reports".to_owned(),
    ],
    fields: [
        "by",
        "day of closing",
        "note",
        "name",
        "date",
        "start",
        "end",
        "time zone",
        "room",
        "link",
        "attendees",
        "indicators",
        "session",
        "question",
        "answer",
        "follow-up",
        "owner",
        "due date",
        "done",
        "name",
        "working day",
        "aim",
        "locked",
        "effort",
        "in the action plan",
        "progress",
        "values",
        "fulfilment",
        "strengths",
        "weaknesses",
        "recommendations",
        "letterhead",
        "place",
        "signatories",
        "position",
        "number",
        "last change",
        "facts",
        "analysis",
        "value",
    ],
    yes: "yes",
};
