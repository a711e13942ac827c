//! A page of Markdown, built from top to bottom; what users typed cannot break a table.

use crate::results::Unit;
use crate::table::{Cell, Table};
use crate::words::number;
use crate::words::workbook::yes;

/// A page being written.
pub struct Page(String);

impl Page {
    /// A page with its title.
    pub fn titled(title: &str) -> Page {
        Page(format!("# {}\n", plain(title)))
    }

    /// The heading of a part of the document: what follows it is read on its own.
    pub fn divided(&mut self, title: &str) {
        self.0 += &format!("\n---\n\n# {title}\n");
    }

    /// A section heading.
    pub fn section(&mut self, title: &str) {
        self.0 += &format!("\n## {title}\n");
    }

    /// A heading inside a section.
    pub fn part(&mut self, title: &str) {
        self.0 += &format!("\n### {title}\n");
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.0 += &format!("\n{text}\n");
    }

    /// A list.
    pub fn list<S: AsRef<str>>(&mut self, items: &[S]) {
        if !items.is_empty() {
            self.0.push('\n');
        }
        for item in items {
            self.0 += &format!("- {}\n", item.as_ref());
        }
    }

    /// A table; the first column is text, the others are set right.
    pub fn table<S: AsRef<str>>(&mut self, header: &[S], rows: &[Vec<String>]) {
        self.aligned(header, rows, 1);
    }

    /// A table whose first `texts` columns are text.
    pub fn aligned<S: AsRef<str>>(&mut self, header: &[S], rows: &[Vec<String>], texts: usize) {
        let line = |cells: Vec<&str>| {
            format!(
                "| {} |\n",
                cells
                    .iter()
                    .map(|c| cell(c))
                    .collect::<Vec<_>>()
                    .join(" | ")
            )
        };
        let rule: Vec<&str> = (0..header.len())
            .map(|i| if i < texts { "---" } else { "---:" })
            .collect();
        self.0.push('\n');
        self.0 += &line(header.iter().map(AsRef::as_ref).collect());
        self.0 += &format!("| {} |\n", rule.join(" | "));
        for row in rows {
            self.0 += &line(row.iter().map(String::as_str).collect());
        }
    }

    /// Columns of a table of results, by name and under these heads; the first `texts` are text.
    pub fn of(&mut self, table: &Table<'_>, columns: &[(&str, &str)], texts: usize) {
        let heads: Vec<&str> = columns.iter().map(|(_, head)| *head).collect();
        let columns: Vec<_> = columns.iter().map(|(id, _)| table.column(id)).collect();
        let line = |row| columns.iter().map(|c| said(&c.cell(row))).collect();
        let rows: Vec<Vec<String>> = (0..table.rows).map(line).collect();
        self.aligned(&heads, &rows, texts);
    }

    /// The page as text.
    pub fn text(self) -> String {
        self.0
    }
}

/// What a page prints of a cell.
fn said(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Absent | Cell::Empty => String::new(),
        Cell::Text(text) => plain(text),
        Cell::Named(_, text) => text.clone().into_owned(),
        Cell::Told(_, text) | Cell::Change(_, _, text) => text.clone(),
        Cell::Flag(is) => yes(*is).into(),
        Cell::Year(year) => year.to_string(),
        Cell::Whole(many) => number::grouped(*many as f64),
        Cell::Number(value) => number::grouped(*value),
        Cell::Tenth(value) => number::decimal(*value, 1),
        Cell::Share(share) => number::value(Unit::Share, *share),
        Cell::Chance(chance) => number::chance(chance),
        Cell::Found(unit, value) => number::value(*unit, *value),
        Cell::Threshold(unit, value) => number::threshold(*unit, *value),
    }
}

/// Text of a file or a table, made safe to stand in a line of Markdown.
pub fn plain(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('<', "&lt;")
        .replace('[', "\\[")
        .replace(']', "\\]")
}

/// The first paragraph of the comment a scenario file begins with: its question.
pub fn opening(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .lines()
        .map_while(|line| line.strip_prefix("//").map(str::trim))
        .take_while(|line| !line.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn cell(text: &str) -> String {
    text.replace(['\n', '\r'], " ").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_in_a_name_does_not_open_a_column() {
        let mut page = Page::titled("A\n<b> [x]");
        page.table(&["a"], &[vec!["x|y\nz".into()]]);
        assert_eq!(
            page.text(),
            "# A &lt;b> \\[x\\]\n\n| a |\n| --- |\n| x\\|y z |\n"
        );
    }
}
