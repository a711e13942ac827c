//! A page of Markdown as a page for a browser: one file, no script, pictures beside it. It knows the
//! Markdown that [`super::markdown::Page`] writes, and no other.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How pages for a browser look.
pub const STYLE: &str = "
body { font: 16px/1.5 'Noto Sans', system-ui, sans-serif; color: #222; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
td.number, th.number { text-align: right; white-space: nowrap; }
td.time { text-align: right; white-space: nowrap; } article { margin: 3rem 0; } img { max-width: 100%; height: auto; }
.question { font-style: italic; } .made { color: #666; font-size: .85rem; } a { color: #0072B2; }
";

/// The page.
pub fn page(markdown: &str) -> String {
    let title = markdown.lines().find_map(|line| line.strip_prefix("# "));
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (inline(title.unwrap_or_default())) }
                style { (PreEscaped(STYLE)) }
            }
            body { @for block in blocks(markdown) { (block) } }
        }
    }
    .into_string()
}

/// Lines that belong together become one element.
fn blocks(markdown: &str) -> Vec<Markup> {
    let parts = markdown.split("\n\n");
    parts
        .map(|part| part.trim_matches('\n'))
        .filter(|part| !part.is_empty())
        .map(block)
        .collect()
}

fn block(part: &str) -> Markup {
    if let Some(text) = part.strip_prefix("### ") {
        return html! { h3 { (inline(text)) } };
    }
    if let Some(text) = part.strip_prefix("## ") {
        return html! { h2 { (inline(text)) } };
    }
    if let Some(text) = part.strip_prefix("# ") {
        return html! { h1 { (inline(text)) } };
    }
    if part.starts_with("| ") {
        return table(part);
    }
    if part.starts_with("- ") {
        let items = part.lines().map(|line| line.trim_start_matches("- "));
        return html! { ul { @for item in items { li { (inline(item)) } } } };
    }
    if let Some((alt, file)) = picture(part) {
        return html! { p { img src=(file) alt=(plain(alt)); } };
    }
    html! { p { (inline(part)) } }
}

fn picture(part: &str) -> Option<(&str, &str)> {
    let inside = part.strip_prefix("![")?.strip_suffix(')')?;
    inside.split_once("](")
}

fn table(part: &str) -> Markup {
    let cells = |line: &str| -> Vec<String> {
        let inside = line.trim_start_matches("| ").trim_end_matches(" |");
        inside
            .split(" | ")
            .map(|cell| cell.replace("\\|", "|"))
            .collect()
    };
    let mut lines = part.lines();
    let header = cells(lines.next().unwrap_or_default());
    let right: Vec<bool> = cells(lines.next().unwrap_or_default())
        .iter()
        .map(|rule| rule.ends_with(':'))
        .collect();
    let class = |at: usize| right.get(at).copied().unwrap_or(false).then_some("number");
    html! {
        table {
            tr { @for (at, cell) in header.iter().enumerate() { th class=[class(at)] { (inline(cell)) } } }
            @for line in lines {
                tr { @for (at, cell) in cells(line).iter().enumerate() { td class=[class(at)] { (inline(cell)) } } }
            }
        }
    }
}

/// Text without the signs that Markdown needs.
fn plain(text: &str) -> String {
    text.replace("\\[", "[")
        .replace("\\]", "]")
        .replace("\\*", "*")
        .replace("&lt;", "<")
}

/// Text with what stands between back ticks as code.
fn inline(text: &str) -> Markup {
    let parts = text.split('`').enumerate();
    html! {
        @for (at, part) in parts {
            @if at % 2 == 1 { code { (plain(part)) } } @else { (plain(part)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::markdown::Page;
    use super::*;

    #[test]
    fn every_kind_of_block_becomes_an_element() {
        let mut markdown = Page::titled("A <b>");
        markdown.section("Findings");
        markdown.paragraph("Run `carecast` & see.");
        markdown.list(&["one", "\\* two"]);
        markdown.table(&["a", "b"], &[vec!["x|y".into(), "1".into()]]);
        markdown.paragraph("![a picture](charts/a.svg)");
        let page = page(&markdown.text());
        for part in [
            "<h1>A &lt;b&gt;</h1>",
            "<h2>Findings</h2>",
            "<p>Run <code>carecast</code> &amp; see.</p>",
            "<ul><li>one</li><li>* two</li></ul>",
            "<th class=\"number\">b</th>",
            "<td>x|y</td><td class=\"number\">1</td>",
            "<img src=\"charts/a.svg\" alt=\"a picture\">",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
