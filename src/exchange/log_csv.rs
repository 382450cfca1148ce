use super::table::Table;
use crate::assessment::{Log, LogEntry};

/// The history as a table, one entry in a row, the oldest first. `words` gives what was changed, and what
/// stood there before and after, in one language; moments are as in data.
pub fn log_csv(log: &Log, columns: [&str; 6], words: impl Fn(&LogEntry) -> [String; 3]) -> String {
    let mut table = Table::new();
    table.row(columns);
    for entry in log.entries() {
        let [what, before, after] = words(entry);
        table.row([entry.at.as_str(), entry.last().as_str(), &entry.by, &what, &before, &after]);
    }
    table.done()
}
