//! A page as Markdown; what users typed cannot break a table.

pub use super::document::Page;
use super::document::{Block, Grid};

impl Page {
    /// The page as Markdown.
    pub fn text(&self) -> String {
        let mut out = format!("# {}\n", self.title);
        for block in &self.blocks {
            put(&mut out, block);
        }
        out
    }
}

fn put(out: &mut String, block: &Block) {
    match block {
        Block::Division { title, .. } => *out += &format!("\n---\n\n# {title}\n"),
        Block::Section(title) => *out += &format!("\n## {title}\n"),
        Block::Part(title) => *out += &format!("\n### {title}\n"),
        Block::Paragraph(text) => *out += &format!("\n{text}\n"),
        Block::Picture { says, file } => {
            *out += &format!("\n![{says}]({})\n", file.replace(' ', "%20"));
        }
        Block::List(items) => {
            if !items.is_empty() {
                out.push('\n');
            }
            for item in items {
                *out += &format!("- {item}\n");
            }
        }
        Block::Table(grid) => table(out, grid),
        Block::Questioned(_) | Block::Weighed(_) | Block::LookUp(_) => {}
    }
}

fn table(out: &mut String, grid: &Grid) {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|c| cell(c)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule: Vec<&str> = (0..grid.header.len())
        .map(|i| if i < grid.texts { "---" } else { "---:" })
        .collect();
    out.push('\n');
    *out += &line(&grid.header);
    *out += &format!("| {} |\n", rule.join(" | "));
    for row in &grid.rows {
        *out += &line(row);
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
