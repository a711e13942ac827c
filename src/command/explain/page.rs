//! A page of the terminal: a head, sentences, fields with hanging indents, and blocks as they are.

/// Columns taken by the name of a field.
const FIELD: usize = 14;

/// A page in the making.
#[derive(Debug, Default)]
pub struct Page {
    head: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Sentence(String),
    Field(String, String),
    Block(String),
}

impl Page {
    /// A page with its head: the name and what it is.
    pub fn new(name: &str, what: &str) -> Page {
        Page {
            head: format!("{name} ({what})"),
            parts: Vec::new(),
        }
    }

    /// A sentence.
    pub fn say(&mut self, text: &str) {
        if !text.is_empty() {
            self.parts.push(Part::Sentence(text.to_owned()));
        }
    }

    /// A field with its name; left out when empty.
    pub fn field(&mut self, name: &str, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.parts.push(Part::Field(name.to_owned(), text));
        }
    }

    /// Lines as they are, indented, under a title.
    pub fn block(&mut self, title: &str, lines: &str) {
        let lines: Vec<String> = lines.lines().map(|l| format!("    {l}")).collect();
        let text = format!("  {title}:\n{}", lines.join("\n"));
        self.parts.push(Part::Block(text));
    }

    /// The page in this many columns.
    pub fn draw(&self, width: usize) -> String {
        let mut text = self.head.clone();
        let mut before: Option<&Part> = None;
        for part in &self.parts {
            let together = matches!((before, part), (Some(Part::Field(..)), Part::Field(..)));
            text.push_str(if together { "\n" } else { "\n\n" });
            match part {
                Part::Sentence(sentence) => text.push_str(&wrap(sentence, width, 2)),
                Part::Field(name, value) => {
                    let body = wrap(value, width, FIELD + 2);
                    text.push_str(&format!("  {name:<FIELD$}{}", body.trim_start()));
                }
                Part::Block(block) => text.push_str(block),
            }
            before = Some(part);
        }
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n")
    }
}

/// Breaks a text at blanks so that each line, indented, fits; a longer word stays whole.
fn wrap(text: &str, width: usize, indent: usize) -> String {
    let blanks = " ".repeat(indent);
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = blanks.clone();
        let mut empty = true;
        for word in paragraph.split(' ').filter(|w| !w.is_empty()) {
            if !empty && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::replace(&mut line, blanks.clone()));
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        lines.push(line);
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_hang_under_their_field() {
        let mut page = Page::new("x", "thing");
        page.say("A sentence that is long enough to be broken once.");
        page.field("unit", "share");
        page.field("nothing", "");
        page.field("source", "one two three four five six seven eight");
        page.block("example", "(\n  a: 1,\n)");
        let text = page.draw(40);
        assert_eq!(
            text,
            "x (thing)\n\n  A sentence that is long enough to be\n  broken once.\n\n  unit          share\n  source        one two three four five\n                six seven eight\n\n  example:\n    (\n      a: 1,\n    )"
        );
    }
}
