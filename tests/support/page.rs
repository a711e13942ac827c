//! A page for a browser read as its reader reads it: what stands on it, as Markdown again.

use std::fs;
use std::path::Path;

/// What a page in a folder says, read from its file for a browser.
pub fn read(folder: &Path, name: &str) -> String {
    let file = folder.join(format!("{name}.html"));
    markdown(&fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display())))
}

/// Markdown without the signs that keep letters from being taken for signs.
pub fn unescaped(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("\\[", "[");
    plain.replace("\\]", "]").replace("\\*", "*")
}

/// What stands between a tag and the end of its element; elements of one kind do not hold one another.
pub fn within<'a>(html: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = html.split(open).skip(1);
    parts
        .map(|part| part.split(close).next().unwrap_or_default())
        .collect()
}

/// Elements that no Markdown has.
const OTHERS: [(&str, &str); 8] = [
    ("<!DOCTYPE html>", ""),
    ("<head>", "</head>"),
    ("<nav", "</nav>"),
    ("<aside", "</aside>"),
    ("<script>", "</script>"),
    ("<svg", "</svg>"),
    ("<a class=\"here\"", "</a>"),
    ("<p class=", "</p>"),
];

/// What a page says.
pub fn markdown(html: &str) -> String {
    let mut page = Reading::default();
    let mut rest = html;
    while !rest.is_empty() {
        let other = OTHERS.iter().find(|(open, _)| rest.starts_with(open));
        if let Some((open, close)) = other {
            let from = &rest[open.len()..];
            let at = from.find(close).expect("an element ends");
            rest = &from[at + close.len()..];
        } else if rest.starts_with('<') {
            let ends = rest.find('>').expect("a tag ends");
            page.tag(&rest[1..ends]);
            rest = &rest[ends + 1..];
        } else {
            let ends = rest.find('<').unwrap_or(rest.len());
            page.out
                .push_str(&letters(&rest[..ends]).replace('|', page.bar()));
            rest = &rest[ends..];
        }
    }
    page.out
}

fn letters(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"").replace("&amp;", "&")
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, behind) = tag.split_once(&format!(" {name}=\""))?;
    behind.split('"').next()
}

#[derive(Default)]
struct Reading {
    out: String,
    /// Whether this is behind the first page.
    behind: bool,
    /// Lists that are open.
    lists: usize,
    /// Rule under the head of the table, while it is read.
    rule: Option<String>,
}

impl Reading {
    fn bar(&self) -> &'static str {
        if self.rule.is_some() { "\\|" } else { "|" }
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.split(' ').next().unwrap_or_default();
        let put = match (name, self.behind, self.lists) {
            ("strong" | "/strong", ..) => "**",
            ("em" | "/em", ..) => "*",
            ("code" | "/code", ..) => "`",
            ("h1", ..) => "# ",
            ("h2", true, _) => "\n---\n\n# ",
            ("h2", false, _) | ("h3", true, _) => "\n## ",
            ("h3", false, _) | ("h4", true, _) => "\n### ",
            ("p", ..) | ("ul", _, 0) => "\n",
            ("li", _, 1) => "- ",
            ("li", ..) => "\n  - ",
            ("/h1" | "/h2" | "/h3" | "/h4" | "/p", ..) | ("/li", _, 1) => "\n",
            ("tr", ..) => "|",
            ("th" | "td", ..) => " ",
            ("/th" | "/td", ..) => " |",
            ("/tr", ..) => "\n",
            _ => "",
        };
        self.out.push_str(put);
        match name {
            "div" => self.behind |= matches!(attribute(tag, "class"), Some("body" | "annex")),
            "ul" => self.lists += 1,
            "/ul" => self.lists -= 1,
            "table" => {
                self.rule = Some("|".to_owned());
                self.out.push('\n');
            }
            "/table" => self.rule = None,
            "th" if attribute(tag, "scope") == Some("col") => {
                let right = attribute(tag, "class") == Some("n");
                if let Some(rule) = &mut self.rule {
                    rule.push_str(if right { " ---: |" } else { " --- |" });
                }
            }
            "/thead" => {
                let rule = self.rule.clone().expect("a head stands in a table");
                self.out.push_str(&rule);
                self.out.push('\n');
            }
            "figure" => {
                let says = letters(attribute(tag, "aria-label").expect("a picture says something"));
                let name = attribute(tag, "id").expect("a picture has a name");
                let file = name
                    .strip_prefix("picture-charts-")
                    .expect("it lies with the others");
                self.out
                    .push_str(&format!("\n![{says}](charts/{file}.svg)\n"));
            }
            _ => {}
        }
    }
}
