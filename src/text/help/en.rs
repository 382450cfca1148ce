use super::{HelpStep, HelpTexts, TourTexts};

pub const HELP: HelpTexts = HelpTexts {
    title: "Help",
    intro: "The way from an empty assessment to a report that is sent. This page opens without a network too, and can be printed.",
    contents: "Contents of the help",
    print: "Print the help",
    tour: "Show the tour again",
    tour_later: "The tour will appear when you open an indicator. Start a new assessment, or open the example.",
    link: "Help for this page",
    picture: |of| format!("Picture: {of}"),
    start: HelpStep {
        heading: "Start an assessment",
        lines: [
            "On the start page, press “Start a new assessment”.",
            "Enter the agency’s name, kind and year. The instrument is proposed by the year.",
            "To look around first, press “Try the example”.",
        ],
        alt: "The form for a new assessment: name of the agency, kind and year.",
    },
    units: HelpStep {
        heading: "Share the indicators among units",
        lines: [
            "In Units, add the units. Press “Set up” and tick the indicators a unit owns.",
            "Write instructions and a deadline, then press “Save all packages (ZIP)”.",
            "Send each package to its unit, which opens it in Takar on its own computer.",
        ],
        alt: "The page Units: each unit with how many of its indicators are answered, and a button to save its package.",
    },
    answer: HelpStep {
        heading: "Answer an indicator",
        lines: [
            "Read the criteria from level 1 upwards. Choose the highest level that you meet together with all below it.",
            "Write Facts and Analysis at the chosen level.",
            "“Terms of this indicator” explains the difficult words.",
        ],
        alt: "The ladder of five levels of an indicator, with one level chosen.",
    },
    evidence: HelpStep {
        heading: "Add evidence",
        lines: [
            "At the level it proves, press “Add evidence”. Choose a document you have, or make a new one.",
            "Files can be dropped on a level. They stay where they are; Takar notes name, size and SHA-256.",
            "In Evidence, record how each document was judged: accepted, needs revision, or rejected.",
        ],
        alt: "A level with the evidence it asks for, the documents linked to it, and their status.",
    },
    merge: HelpStep {
        heading: "Merge what units send back",
        lines: [
            "In Units, open the files that came back. You can choose several at once.",
            "Takar first shows what would change. Where two people answered the same thing, you decide.",
            "Press “Merge”. A restore point is made before, so the earlier state can be restored.",
        ],
        alt: "The preview of a merge: how much is new, how much is taken, and what has to be chosen.",
    },
    index: HelpStep {
        heading: "Check the index",
        lines: [
            "The Summary shows the claimed index and the one that evidence supports.",
            "“Show the calculation” takes the figure apart, down to each indicator.",
            "Set a target to see the distance. Unanswered indicators count with the lowest value.",
        ],
        alt: "The summary with the index, its predicate, and the index that evidence supports.",
    },
    stages: HelpStep {
        heading: "Go through stages and interview",
        lines: [
            "When the self-assessment is done, close its stage in Stages. Its values are frozen then.",
            "Record the assessors’ values at the next stage, only for indicators whose value changes.",
            "In Interview, plan sessions and note questions and follow-ups. Due dates count working days.",
        ],
        alt: "Self-assessment and document assessment, both closed, each with its index.",
    },
    plan: HelpStep {
        heading: "Make a plan",
        lines: [
            "In Plan, choose the goal. Takar finds the steps that take the least effort to get there.",
            "Change the effort of a step, or lock indicators that nobody will work on.",
            "Put steps into the action plan, then give each a unit and a due date.",
        ],
        alt: "Steps of the shortest way, each with what the index gains and its effort.",
    },
    report: HelpStep {
        heading: "Print a report",
        lines: [
            "In Report, tick what it should hold and look at the preview.",
            "Enter letterhead and signatories once; both are kept in the draft.",
            "Press “Print”. For a PDF, choose “Save as PDF” in the print window.",
        ],
        alt: "The preview of a report with its letterhead, index and predicate.",
    },
    send: HelpStep {
        heading: "Send it to others",
        lines: [
            "“Save to file” makes one file with the whole assessment. Send it by e-mail or on a USB stick.",
            "The recipient opens it in Takar, from the start page.",
            "Takar itself sends nothing, not even to the ministry’s application.",
        ],
        alt: "The page Exchange with the button Save to file, and when it was last used.",
    },
    backup: HelpStep {
        heading: "Make a backup",
        lines: [
            "Drafts are in this browser only. In Settings, press “Make a backup” and keep the file elsewhere.",
            "Set a password if others must not read it. A lost password cannot be recovered.",
            "To bring it back, open the backup file on the start page.",
        ],
        alt: "The part Backup of the settings, with the choice of a password.",
    },
    trouble: "When something goes wrong",
    troubles: [
        (
            "It says “NOT saved”",
            "Your work is still on the page. Press “Save to file”, then make room in Storage space.",
        ),
        (
            "It says “In memory only”",
            "The browser blocks storage, for instance in a private window. Save to a file before you close the page.",
        ),
        (
            "You changed something by mistake",
            "Press “Undo” in the bar above. For an older state, open Exchange, then Restore points.",
        ),
        (
            "A draft was deleted",
            "On the start page it is under “Recently deleted” until you delete it for good.",
        ),
        (
            "A draft is nowhere to be seen",
            "Drafts belong to one browser on one computer. Use the browser you had before, or open the backup file.",
        ),
        (
            "A file cannot be opened",
            "The message says where the mistake lies and what to do next. If the file is damaged, ask the sender to save it once more.",
        ),
        ("Conflict with another tab", "Takar shows both texts. Choose one; both stay until you have chosen."),
        ("The network is gone", "Just go on. After the first visit, every page works without it."),
    ],
    keys_title: "Keyboard shortcuts",
    keys: [
        "Choose a level on the ladder.",
        "Go to the next indicator.",
        "Go to the previous indicator.",
        "Undo the last change.",
        "Redo what was undone.",
        "Move between indicators in meeting mode.",
        "Close the tour, or leave meeting mode.",
    ],
    walk: TourTexts {
        name: "Short tour",
        at: |step, all| format!("{step} of {all}"),
        steps: [
            (
                "The list of indicators",
                "All indicators are here, each with its level. You can search and filter them.",
            ),
            (
                "The ladder of five levels",
                "Read the criteria from level 1 on, then choose the highest level you meet. Facts and Analysis are written there.",
            ),
            (
                "Evidence at its level",
                "Link documents to the level they prove. A level counts as supported once its evidence is accepted.",
            ),
            (
                "Index and saving",
                "The index is computed again with each choice. Your work is saved on this computer by itself.",
            ),
        ],
        last_of_package: (
            "Saving",
            "Your work is saved on this computer by itself. When you are done, open “Send back”.",
        ),
        last_unkept: (
            "Index and your work",
            "The index is computed again with each choice. Your work does not stay on this computer; take it with you through Exchange before you finish.",
        ),
        skip: "Skip",
        back: "Back",
        next: "Next",
        done: "Done",
    },
};
