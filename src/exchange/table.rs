//! Tables as spreadsheets read them.

/// A CSV in UTF-8 with a byte order mark, semicolons between cells and CRLF after rows: what
/// spreadsheets set to Indonesian open with a double click. Quoted as RFC 4180 says.
pub(super) struct Table(String);

impl Table {
    pub(super) fn new() -> Self {
        Self("\u{feff}".to_owned())
    }

    pub(super) fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (i, cell) in cells.into_iter().enumerate() {
            if i > 0 {
                self.0.push(';');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it, which says that
    /// it is a text.
    fn cell(&mut self, text: &str) {
        let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !is_negative(text);
        let quoted = text.contains([';', '"', '\r', '\n', ',', '\t']);
        if quoted {
            self.0.push('"');
        }
        if formula {
            self.0.push('\'');
        }
        for letter in text.chars() {
            match letter {
                '"' => self.0.push_str("\"\""),
                // Some programs end a file at such a letter.
                c if c.is_control() && !matches!(c, '\t' | '\r' | '\n') => self.0.push(' '),
                c => self.0.push(c),
            }
        }
        if quoted {
            self.0.push('"');
        }
    }

    pub(super) fn done(self) -> String {
        self.0
    }
}

/// Whether it is a negative number and nothing else, which no spreadsheet takes for a formula.
fn is_negative(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
    text.strip_prefix('-').is_some_and(|rest| match rest.split_once([',', '.']) {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(rest),
    })
}

/// A table of these rows, the first of which has the titles of its columns.
pub fn table_csv<'a>(rows: impl IntoIterator<Item = &'a [String]>) -> String {
    let mut table = Table::new();
    for row in rows {
        table.row(row.iter().map(String::as_str));
    }
    table.done()
}

/// The beginning of a table that is written row by row: its mark and the titles of its columns.
pub fn csv_head<'a>(titles: impl IntoIterator<Item = &'a str>) -> String {
    let mut table = Table::new();
    table.row(titles);
    table.done()
}

/// One more row of such a table.
pub fn csv_row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut table = Table(String::new());
    table.row(cells);
    table.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> String {
        let mut table = Table::new();
        table.row(cells.iter().copied());
        table.done()
    }

    #[test]
    fn rows_are_quoted_as_rfc_4180_says() {
        assert_eq!(line(&["a", "b c", ""]), "\u{feff}a;b c;\r\n");
        assert_eq!(line(&["a;b", "say \"yes\"", "1\n2"]), "\u{feff}\"a;b\";\"say \"\"yes\"\"\";\"1\n2\"\r\n");
        assert_eq!(line(&["a,b"]), "\u{feff}\"a,b\"\r\n");
    }

    #[test]
    fn no_spreadsheet_runs_a_cell() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+62 21", "'+62 21"),
            ("-3", "-3"),
            ("-0.25", "-0.25"),
            ("-3+1", "'-3+1"),
            ("-1.2.3", "'-1.2.3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""),
            ("=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""),
            ("1-2", "1-2"),
            ("a\u{0}b\u{7}", "a b "),
        ] {
            assert_eq!(line(&[text]), format!("\u{feff}{cell}\r\n"), "{text:?}");
        }
    }
}
