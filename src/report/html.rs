/// HTML under construction. What is opened is closed, every text is escaped, and no attribute can load or run
/// anything: the caller names tags and attributes, never a person.
#[derive(Default)]
pub struct Html {
    text: String,
    open: Vec<&'static str>,
}

impl Html {
    /// Opens an element. An attribute with an empty value is left out.
    pub fn open(&mut self, tag: &'static str, attributes: &[(&str, &str)]) {
        self.tag(tag, attributes);
        self.open.push(tag);
    }

    /// Closes what was opened last.
    pub fn close(&mut self) {
        if let Some(tag) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(tag);
            self.text.push('>');
        }
    }

    /// An element that holds nothing, such as `img`.
    pub fn tag(&mut self, tag: &'static str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(tag);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.text(value);
            self.text.push('"');
        }
        self.text.push('>');
    }

    /// Words of whoever: they show as they are.
    pub fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\n' | '\t' => self.text.push(letter),
                // Neither what HTML forbids, nor what would turn the rest of the line around.
                c if c.is_control()
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}')
                    || (c as u32) & 0xfffe == 0xfffe =>
                {
                    self.text.push(' ');
                }
                c => self.text.push(c),
            }
        }
    }

    /// An element with words in it.
    pub fn say(&mut self, tag: &'static str, class: &str, text: &str) {
        self.with(tag, &[("class", class)], text);
    }

    /// The same with attributes.
    pub fn with(&mut self, tag: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close();
    }

    /// A picture that [`super::charts`] drew.
    pub fn chart(&mut self, class: &str, svg: &str) {
        // On a phone a wide one is scrolled, by keyboard too.
        self.open("div", &[("class", class), ("tabindex", if class.contains("wide") { "0" } else { "" })]);
        self.text.push_str(svg);
        self.close();
    }

    pub fn done(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        let mut html = Html::default();
        html.open("p", &[("title", "\"><script>"), ("class", "")]);
        html.text("<b>&amp;\u{202e}\u{0}\u{ffff}");
        assert_eq!(html.done(), "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;amp;   </p>");
    }
}
