use super::NationalTexts;

pub const NATIONAL: NationalTexts = NationalTexts {
    title: "National results",
    intro: "The results of the SPBE evaluations of 2023 and 2024, as the ministry (Kementerian PANRB) published them.",
    purpose: "The ministry says that the evaluation is for improvement, not for ranking. What is shown here is therefore distance, strengths and weaknesses among agencies of the same kind.",
    failed: "The list of results could not be loaded. Your drafts are unchanged. Check the connection, then try again.",
    bad_list: |year, line| {
        format!(
            "The list of {year} cannot be read: line {line} does not have the expected form. Reload the page; if that does not help, tell the administrator of this site."
        )
    },
    agency: "Agency",
    agency_help: "Type a name, then choose a suggestion. Example: Kabupaten Bantul.",
    unknown: "This name is not in the list. Choose one of the suggested names.",
    nothing_of: |name| {
        format!(
            "{name} is neither in the list of 2023 nor in that of 2024. If it has another name there, search above."
        )
    },
    choose_first: "Choose an agency to see where it stands among its kind.",
    place: |agency| format!("{agency} among its kind"),
    year: "Year",
    index: "Index",
    predicate: "Predicate",
    median: "Median",
    lower: "Lower quartile",
    upper: "Upper quartile",
    from_median: "From the median",
    where_it_lies: "Position",
    quarters: [
        "below the lower quartile",
        "between the lower quartile and the median",
        "at the median",
        "between the median and the upper quartile",
        "above the upper quartile",
    ],
    published: |year| format!("Result of {year}"),
    own: |year| format!("This draft, {year}"),
    own_note: |year| {
        format!(
            "The value of this draft is the agency’s own assessment, not an evaluation result. It is set beside the results that agencies of this kind had in {year}."
        )
    },
    other_instrument: |instrument| {
        format!(
            "This draft uses the instrument {instrument}. Its values are not set beside SPBE results: what is measured differs, and so do the weights."
        )
    },
    not_listed: |year| format!("not in the list of {year}"),
    named: |name, year| format!("In the list of {year} it reads: {name}."),
    domains: |kind, year| format!("By domain, results of {year} ({kind})"),
    domain: "Domain",
    unreadable: "unreadable",
    strong: |domains| format!("Above the median: {domains}."),
    weak: |domains| format!("Below the median: {domains}."),
    no_strong: "No domain is above the median.",
    no_weak: "No domain is below the median.",
    spread: |kind, year| format!("Distribution of the results of {year} ({kind})"),
    spread_of: "What is shown",
    spread_year: "Year of the distribution",
    spread_told: |count, what, lower, median, upper| {
        format!(
            "{what} of {count} agencies: a quarter is below {lower}, half is below {median}, a quarter is above {upper}."
        )
    },
    middle_half: "Middle half, median",
    draft: "This draft",
    spread_table: "The distribution in figures",
    from_to: |from, to| format!("{from} to below {to}"),
    last_part: |from, to| format!("{from} to {to}"),
    range: "Range",
    count: "Agencies",
    kinds: "Index by kind of agency",
    kind: "Kind",
    list: "All published results",
    search: "Search by name of agency or place",
    all_kinds: "All kinds",
    all_years: "All years",
    all_predicates: "All predicates",
    clear: "Show all",
    found: |found, all| format!("{found} of {all} results"),
    nothing: "No result matches. Remove some of the filters.",
    save: "Save table (CSV)",
    file: "takar-national-results.csv",
    remark: "Remark",
    below_scale: "The value of Layanan, 0.30, is outside the scale from 1 to 5. The error is in the source, and the index was computed with it.",
    of_rounded: "The exact index is below 1.80. The source’s predicate follows the rounded value.",
    of_exact: "The exact index is a little below the value shown. The source’s predicate follows the exact value.",
    unreadable_cell: |value| {
        format!(
            "The value of Kebijakan cannot be read in the source. The only value that fits the index is {value}."
        )
    },
    about: "Sources and method",
    sources: "Sources: Laporan Evaluasi SPBE 2023 (621 agencies) and 2024 (615 agencies), Kementerian PANRB. Kinds follow from the names of agencies.",
    method: "Median and quartiles are exact, from all readable values of a kind and year: values are sorted, and between two places the proportional part is taken (the function QUARTILE.INC of spreadsheets).",
    as_printed: "Values are used as printed. Those that cannot be read are left empty and do not count.",
    same_agency: "The list of 2024 names the secretariats of some councils and commissions; their results are taken to continue those of 2023.",
};
