use std::collections::BTreeMap;

use super::problem::Problem;
use crate::instrument::{Number, Value};
use crate::json::text_of;

/// Two lines or more that hold the same number of separators, as spreadsheets write them.
pub(super) fn looks_like_csv(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    [',', ';', '\t'].into_iter().any(|mark| {
        let count = first.matches(mark).count();
        count > 0 && second.matches(mark).count() >= count
    })
}

/// Reads a table with the columns `indicator,value` (or `indikator;nilai`, as Indonesian
/// spreadsheets save it). An empty value is an unanswered indicator.
///
/// # Errors
/// Names the line that is not two such columns, or a number that stands twice.
pub fn read_values(bytes: &[u8]) -> Result<BTreeMap<Number, Option<Value>>, Problem> {
    let text = text_of(bytes)?;
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).peekable();
    // With a comma between columns, a value's own decimal comma can only stand inside quotes.
    let mark = match lines.peek() {
        Some((_, head)) if head.contains(';') => ';',
        Some((_, head)) if head.contains('\t') => '\t',
        _ => ',',
    };
    let cells = |line: &str| {
        let (number, value) = line.split_once(mark)?;
        // A third cell, or a decimal comma outside quotes: nobody can tell which.
        if value.contains(mark) && !value.trim().starts_with('"') {
            return None;
        }
        let bare = |cell: &str| cell.trim().trim_matches('"').trim().to_lowercase();
        Some((bare(number), bare(value)))
    };
    let bad = |at: usize, line: &str| Problem::CsvRow { line: at + 1, text: line.chars().take(60).collect() };

    if let Some((at, head)) = lines.next() {
        let titles = cells(head).ok_or_else(|| bad(at, head))?;
        if !["indicator", "indikator"].contains(&&*titles.0) || !["value", "nilai"].contains(&&*titles.1) {
            return Err(bad(at, head));
        }
    }
    let mut values = BTreeMap::new();
    for (at, line) in lines {
        let (number, value) = cells(line).ok_or_else(|| bad(at, line))?;
        let number: Number = number.parse().map_err(|_| bad(at, line))?;
        let value = match &*value {
            "" => None,
            text => Some(text.parse().map_err(|_| bad(at, line))?),
        };
        if values.insert(number, value).is_some() {
            return Err(Problem::CsvTwice { line: at + 1, number });
        }
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_spreadsheet_are_read() {
        let plain = read_values(b"indicator,value\n1,3\n2,\n3,\"4,5\"\n").unwrap();
        let local = read_values("\u{feff}Indikator;Nilai\r\n1;3\r\n2;\r\n3;4,50\r\n".as_bytes()).unwrap();
        assert_eq!(plain, local);
        assert_eq!(plain[&3], Some(Value::hundredths(450)));
        assert_eq!(plain[&2], None);
    }

    #[test]
    fn a_row_that_is_none_is_named() {
        let problem = |text: &str| read_values(text.as_bytes()).unwrap_err();
        assert_eq!(problem("indicator,value\n1,3\nx,2"), Problem::CsvRow { line: 3, text: "x,2".into() });
        assert_eq!(problem("indicator,value\n1,3\n\n1,2"), Problem::CsvTwice { line: 4, number: 1 });
        assert_eq!(problem("a,b\n1,3"), Problem::CsvRow { line: 1, text: "a,b".into() });
        assert_eq!(problem(""), Problem::Empty);
    }
}
