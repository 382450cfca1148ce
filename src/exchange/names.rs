//! Names of files as they differ between systems.

use std::borrow::Cow;

/// The last part of a path.
pub(super) fn file_of(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A name and its extension with the dot; what is longer than 10 letters is none.
pub(super) fn split_extension(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 && name.len() - at <= 11 && !name[at..].contains(' ') => name.split_at(at),
        _ => (name, ""),
    }
}

/// What stays of a name when case and marks on letters are left aside. Systems differ in both: Windows
/// and macOS do not tell `A` from `a`, and macOS writes `é` as `e` and a mark of its own.
pub(super) fn folded(name: &str) -> String {
    /// U+00C0 to U+017F without their marks, a `.` where there is no such letter.
    const BASES: &str = "AAAAAA.CEEEEIIII.NOOOOO.OUUUUY..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
                         AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiI...JjKk.LlLlLl\
                         LlLlNnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz.";
    let base = |letter: char| {
        let at = (letter as usize).checked_sub(0xC0)?;
        BASES.as_bytes().get(at).filter(|base| **base != b'.').map(|base| char::from(*base))
    };
    name.chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(|letter| base(letter).unwrap_or(letter))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A name that every system takes, at most so many UTF-16 units long (as Windows counts), with its
/// extension kept.
pub(super) fn safe(name: &str, limit: usize) -> String {
    let mut clean: String = name
        .chars()
        .filter_map(|letter| match letter {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => Some('-'),
            c if c.is_control() || is_unseen(c) => None,
            c if c.is_whitespace() => Some(' '),
            c => Some(c),
        })
        .collect();
    // Windows drops dots and spaces at the end; a dot at the start hides a file elsewhere.
    let edges = |c: char| c == '.' || c == ' ';
    clean = clean.trim_matches(edges).to_owned();
    let (stem, extension) = split_extension(&clean);
    let short = cut(stem, limit.saturating_sub(units(extension)));
    let short = short.trim_end_matches(edges);
    let mut name = format!("{short}{extension}");
    if short.is_empty() {
        name.insert_str(0, "dokumen");
    }
    if is_device(&name) {
        name.insert(0, '_');
    }
    name
}

/// UTF-16 units, in which Windows limits paths.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The beginning of a text, at most so many UTF-16 units long.
pub(super) fn cut(text: &str, limit: usize) -> &str {
    let mut left = limit;
    for (at, letter) in text.char_indices() {
        match left.checked_sub(letter.len_utf16()) {
            Some(less) => left = less,
            None => return &text[..at],
        }
    }
    text
}

/// Letters that turn the direction of a text or have no width: `gnp.exe` can look like `exe.png`.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Names that Windows keeps for devices, whatever comes after a dot.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |stem: &str| {
        let digit = stem.strip_prefix("COM").or(stem.strip_prefix("LPT"));
        digit.is_some_and(|rest| {
            let mut rest = rest.chars();
            rest.next().is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c)) && rest.next().is_none()
        })
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&&*stem) || numbered(&stem)
}

/// A name that is not taken, with ` (2)` before its extension where it would be.
pub(super) fn numbered(name: &str, number: usize, limit: usize) -> Cow<'_, str> {
    if number < 2 {
        return Cow::Borrowed(name);
    }
    let (stem, extension) = split_extension(name);
    let mark = format!(" ({number})");
    let stem = cut(stem, limit.saturating_sub(units(&mark) + units(extension))).trim_end();
    Cow::Owned(format!("{stem}{mark}{extension}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_the_two_ways_to_write_a_mark_do_not_count() {
        assert_eq!(folded("Résumé.PDF"), "resume.pdf");
        assert_eq!(folded("Re\u{301}sume\u{301}.pdf"), "resume.pdf");
        for (letter, base) in
            [('À', 'a'), ('ÿ', 'y'), ('ñ', 'n'), ('Ā', 'a'), ('ſ', 'ſ'), ('ž', 'z'), ('ŵ', 'w')]
                .into_iter()
                .chain([('ş', 's'), ('ľ', 'l'), ('ķ', 'k'), ('ő', 'o'), ('ņ', 'n'), ('ŕ', 'r'), ('ÿ', 'y')])
        {
            assert_eq!(folded(&letter.to_string()), base.to_string(), "{letter}");
        }
        assert_eq!(folded("×÷ßæ"), "×÷ßæ");
    }

    #[test]
    fn names_are_safe_on_every_system() {
        for (name, clean) in [
            ("1.a.Perwali.pdf", "1.a.Perwali.pdf"),
            ("41/2022: \"Perwali\"?.pdf", "41-2022- -Perwali--.pdf"),
            ("CON", "_CON"),
            ("nul.pdf", "_nul.pdf"),
            ("com1.2.pdf", "_com1.2.pdf"),
            ("COM¹.pdf", "_COM¹.pdf"),
            ("LPT0", "_LPT0"),
            ("console.pdf", "console.pdf"),
            ("nama. . ", "nama"),
            (" .tersembunyi", "tersembunyi"),
            ("a\u{202e}fdp.exe", "afdp.exe"),
            ("a\u{0}b\tc\u{7f}.pdf", "abc.pdf"),
            ("a\u{a0}b.pdf", "a b.pdf"),
            ("...", "dokumen"),
            ("", "dokumen"),
            ("../../etc/passwd", "-..-etc-passwd"),
        ] {
            assert_eq!(safe(name, 80), clean, "{name:?}");
        }
        let long = safe(&format!("{}.pdf", "panjang ".repeat(40)), 60);
        assert!(units(&long) <= 60 && long.ends_with("panjang.pdf"), "{long}");
        let wide = safe(&"😀".repeat(100), 25);
        assert_eq!(wide, "😀".repeat(12));
    }

    #[test]
    fn a_number_stands_before_the_extension() {
        assert_eq!(numbered("a.pdf", 1, 80), "a.pdf");
        assert_eq!(numbered("a.pdf", 2, 80), "a (2).pdf");
        assert_eq!(numbered("abcdefgh.pdf", 12, 10), "a (12).pdf");
    }
}
