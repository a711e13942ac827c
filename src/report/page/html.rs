//! A page for a browser: one file that opens anywhere, without a network and without a second file. Its
//! pictures stand in it as drawings with text, its own script only makes it handier: the page is whole
//! without. What may run or be loaded is said by fingerprint at its head, and that is nothing else.

mod inline;
mod key;
mod lookup;
mod question;
mod weighed;

use super::document::{Block, Grid, Page};
use crate::words::browser as words;
use inline::{bare, inline};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// How pages look, on a screen and on paper.
const STYLE: &str = include_str!("html/page.css");
/// What pages do: sort tables, open and shut headings.
const SCRIPT: &str = include_str!("html/page.js");

/// Gives a picture as SVG by its file, seen from the page.
pub type Drawn<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The page.
pub fn page(page: &Page, pictures: Drawn<'_>) -> String {
    let mut names = Names::default();
    let divisions = divisions(page, &mut names);
    let sections = divisions.iter().map(|d| d.sections.len());
    let long = divisions.len() > 1 || sections.sum::<usize>() > 3;
    let mut contents = long.then(|| contents(&divisions));
    let body = html! {
        h1 { (inline(&page.title)) }
        @for (at, division) in divisions.iter().enumerate() {
            // What the page answers stands before the list of what else it holds.
            @let alone = divisions.len() == 1;
            @let behind_first = contents.take_if(|_| alone);
            (shown(division, (at, alone), behind_first, pictures))
            (contents.take().unwrap_or_default())
        }
    };
    whole(&bare(&page.title), &body)
}

/// A whole page with this title around what stands on it.
pub fn whole(title: &str, body: &Markup) -> String {
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(SCRIPT)),
        base64(&Sha256::digest(STYLE)),
    );
    html! {
        (DOCTYPE)
        html lang=(words::LANGUAGE) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content={ "carecast " (env!("CARGO_PKG_VERSION")) };
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main { (body) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
    .into_string()
}

/// A part of the document: what stands before its first section, then its sections.
struct Division<'a> {
    /// Its heading and the name of its place; the first part has none.
    heading: Option<(&'a str, String)>,
    annex: bool,
    lead: Vec<&'a Block>,
    sections: Vec<Section<'a>>,
}

struct Section<'a> {
    title: &'a str,
    name: String,
    blocks: Vec<&'a Block>,
}

fn divisions<'a>(page: &'a Page, names: &mut Names) -> Vec<Division<'a>> {
    let part = |heading, annex| Division {
        heading,
        annex,
        lead: Vec::new(),
        sections: Vec::new(),
    };
    let mut all = vec![part(None, false)];
    for block in &page.blocks {
        if let Block::Division { title, annex } = block {
            all.push(part(Some((title.as_str(), names.of(title))), *annex));
            continue;
        }
        let last = all.last_mut().expect("there is one from the start");
        match (block, last.sections.last_mut()) {
            (Block::Section(title), _) => last.sections.push(Section {
                title,
                name: names.of(title),
                blocks: Vec::new(),
            }),
            (_, Some(section)) => section.blocks.push(block),
            (_, None) => last.lead.push(block),
        }
    }
    all
}

/// The list of headings.
fn contents(divisions: &[Division<'_>]) -> Markup {
    let sections = |d: &Division<'_>| {
        html! { @for s in &d.sections { li { a href={ "#" (s.name) } { (inline(s.title)) } } } }
    };
    html! {
        nav aria-label=(words::CONTENTS) {
            p { (words::CONTENTS) }
            ul {
                @for d in divisions {
                    @match &d.heading {
                        None => (sections(d)),
                        Some((title, name)) => li {
                            a href={ "#" (name) } { (inline(title)) }
                            ul { (sections(d)) }
                        },
                    }
                }
            }
        }
    }
}

/// A part of the document, by its place and whether it is the only one; `behind_first` follows its first
/// section.
fn shown(
    d: &Division<'_>,
    (at, alone): (usize, bool),
    mut behind_first: Option<Markup>,
    pictures: Drawn<'_>,
) -> Markup {
    // A section stands one step below the part it belongs to.
    let depth = if at == 0 { 2 } else { 3 };
    let blocks = |all: &[&Block]| html! { @for b in all { (block(b, depth + 1, pictures)) } };
    let class = match (at, d.annex) {
        _ if alone => "whole",
        (0, _) => "first",
        (_, true) => "annex",
        _ => "body",
    };
    html! {
        div class=(class) {
            @if let Some((title, name)) = &d.heading { h2 id=(name) { (inline(title)) } }
            @if d.annex {
                p.aside { (words::ANNEX) }
                p.buttons hidden {
                    button type="button" data-open="1" { (words::OPEN_ALL) } " "
                    button type="button" data-open="" { (words::SHUT_ALL) }
                }
            }
            (blocks(&d.lead))
            @for s in &d.sections {
                @if d.annex {
                    details id=(s.name) {
                        summary { (heading(depth, s.title, None)) }
                        (blocks(&s.blocks))
                    }
                } @else {
                    section { (heading(depth, s.title, Some(&s.name))) (blocks(&s.blocks)) }
                    (behind_first.take().unwrap_or_default())
                }
            }
        }
    }
}

/// A heading; where it has a name, others can lead to it.
fn heading(depth: usize, title: &str, name: Option<&str>) -> Markup {
    let inside = html! {
        (inline(title))
        @if let Some(name) = name { a.here href={ "#" (name) } aria-label=(bare(title)) { "#" } }
    };
    match depth {
        2 => html! { h2 id=[name] { (inside) } },
        3 => html! { h3 id=[name] { (inside) } },
        _ => html! { h4 id=[name] { (inside) } },
    }
}

fn block(block: &Block, depth: usize, pictures: Drawn<'_>) -> Markup {
    match block {
        Block::Division { .. } | Block::Section(_) => html! {},
        Block::Part(title) => heading(depth, title, None),
        Block::Paragraph(text) => {
            html! { @for text in text.split("\n\n") { p { (inline(text)) } } }
        }
        Block::Picture { says, file } => picture(says, file, pictures),
        Block::List(items) => list(items),
        Block::Table(grid) => table(grid),
        Block::Questioned(q) => question::question(q),
        Block::Weighed(w) => weighed::weighed(w),
        Block::LookUp(l) => lookup::look_up(l),
    }
}

/// A picture where it stands, under the name of its file; what it shows where it cannot be had.
pub fn picture(says: &str, file: &str, pictures: Drawn<'_>) -> Markup {
    let name = file.strip_suffix(".svg").unwrap_or(file);
    let name = format!("picture-{}", name.replace(['/', ' '], "-"));
    match pictures(file) {
        Some(svg) => {
            let tall = is_tall(&svg).then_some("tall");
            html! { figure id=(name) class=[tall] aria-label=(bare(says)) { (PreEscaped(svg.trim_end())) } }
        }
        None => html! { p { (inline(says)) } },
    }
}

/// Whether a picture is higher than wide.
fn is_tall(svg: &str) -> bool {
    let length = |name: &str| -> Option<f64> {
        let (_, behind) = svg.split_once(&format!(" {name}=\""))?;
        behind.split('"').next()?.parse().ok()
    };
    length("height") > length("width")
}

fn list(items: &[String]) -> Markup {
    if items.is_empty() {
        return html! {};
    }
    html! {
        ul {
            @for item in items {
                @let (own, parts) = item.split_once("\n  - ").unwrap_or((item, ""));
                li {
                    (inline(own))
                    @if !parts.is_empty() {
                        ul { @for part in parts.split("\n  - ") { li { (inline(part)) } } }
                    }
                }
            }
        }
    }
}

/// So many letters do not stand side by side on an upright page.
const MANY: usize = 140;
/// A cell goes on in a second line after so many.
const LINE: usize = 28;

/// Whether a table needs a page on its side.
fn is_wide(grid: &Grid) -> bool {
    let letters = |cell: &String| cell.chars().count().min(LINE);
    let column = |at: usize| {
        grid.rows
            .iter()
            .filter_map(move |row| row.get(at))
            .map(letters)
            .max()
    };
    let all = (0..grid.header.len()).filter_map(column);
    all.sum::<usize>() > MANY
}

/// A table whose heads sort it, where it has rows to sort.
fn table(grid: &Grid) -> Markup {
    let class = |at: usize| (at >= grid.texts).then_some("n");
    let sorts = (grid.rows.len() > 1).then_some(words::SORT);
    html! {
        div class={ "table" @if is_wide(grid) { " many" } } role="group" aria-label=(words::TABLE) {
            table data-sort=[sorts] {
                thead {
                    tr { @for (at, head) in grid.header.iter().enumerate() {
                        th scope="col" class=[class(at)] { (inline(head)) }
                    } }
                }
                tbody {
                    @for row in &grid.rows {
                        tr class=[row.first().filter(|c| c.starts_with("**")).map(|_| "total")] {
                            @for (at, cell) in row.iter().enumerate() { (table_cell(cell, at, class(at))) }
                        }
                    }
                }
            }
        }
    }
}

fn table_cell(cell: &str, at: usize, class: Option<&str>) -> Markup {
    let shown = bare(cell);
    let key = key::key(&shown).filter(|_| !key::is_plain(&shown));
    html! {
        @if at == 0 {
            th scope="row" data-v=[key] class=[class] { (inline(cell)) }
        } @else {
            td data-v=[key] class=[class] { (inline(cell)) }
        }
    }
}

/// Names of places on a page, each given once.
#[derive(Default)]
struct Names(Vec<String>);

impl Names {
    /// A name made of a heading, in letters that every mail program leaves alone.
    fn of(&mut self, heading: &str) -> String {
        let folded = bare(heading).to_lowercase().replace('đ', "d");
        let mut name = String::new();
        for letter in folded.nfd() {
            if letter.is_ascii_alphanumeric() {
                name.push(letter);
            } else if !('\u{300}'..='\u{36f}').contains(&letter) && !name.ends_with('-') {
                name.push('-');
            }
        }
        let name = name.trim_matches('-');
        let name = if name.is_empty() { "part" } else { name };
        let more = (2..).map(|n| format!("{name}-{n}"));
        let mut tries = std::iter::once(name.to_owned()).chain(more);
        let free = tries.find(|name| !self.0.contains(name));
        let free = free.expect("numbers do not end");
        self.0.push(free.clone());
        free
    }
}

/// What the script reads, as it stands in an element of the page: nothing in it can end that.
fn carried(data: &serde_json::Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

/// Bytes as text, as RFC 4648 (4) says.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4 {
            let six = (bits >> (18 - 6 * i)) & 63;
            out.push(match i <= three.len() {
                true => char::from(LETTERS[six as usize]),
                false => '=',
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg width=\"960\" height=\"385\" role=\"img\"><title>A</title></svg>\n";

    fn drawn(_: &str) -> Option<String> {
        Some(SVG.to_owned())
    }

    #[test]
    fn every_kind_of_block_becomes_an_element() {
        let mut doc = Page::titled("A <b>");
        doc.section("Findings");
        doc.paragraph("Run `carecast` & see.");
        doc.list(&["one\n  - a\n  - b", "\\* two"]);
        doc.table(
            &["a", "b"],
            &[
                vec!["x|y".into(), "1,000".into()],
                vec!["z".into(), "2".into()],
            ],
        );
        doc.picture("a \\[picture\\]", "charts/a-1.svg");
        doc.annexed("Annex");
        doc.section("Findings");
        doc.part("A part");
        let page = page(&doc, &drawn);
        for part in [
            "<title>A &lt;b&gt;</title>",
            "<h1>A &lt;b&gt;</h1>",
            "<h2 id=\"findings\">Findings",
            "<p>Run <code>carecast</code> &amp; see.</p>",
            "<ul><li>one<ul><li>a</li><li>b</li></ul></li><li>* two</li></ul>",
            "<th scope=\"col\" class=\"n\">b</th>",
            "<th scope=\"row\">x|y</th><td data-v=\"1000\" class=\"n\">1,000</td>",
            "<td class=\"n\">2</td>",
            "<figure id=\"picture-charts-a-1\" aria-label=\"a [picture]\"><svg width=\"960\"",
            "<details id=\"findings-2\"><summary><h3>Findings</h3></summary><h4>A part</h4></details>",
            "<a href=\"#findings-2\">Findings</a>",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    #[test]
    fn what_is_hidden_stays_hidden_and_only_links_to_headings_are_faint() {
        // What lays a thing out must not show what waits for the script; the mark of a chance has the class of a
        // link to a heading and is no link.
        assert!(STYLE.contains("[hidden] { display: none !important; }"));
        for rule in STYLE.split('}') {
            let (selectors, body) = rule.rsplit_once('{').unwrap_or((rule, ""));
            let faint = body.contains("opacity: 0;") || body.contains("display: none;");
            for one in selectors.split(',').map(str::trim).filter(|_| faint) {
                let all = one.ends_with(".here") && !one.ends_with("a.here");
                assert!(!all, "{one} makes every mark faint");
            }
        }
    }

    #[test]
    fn a_picture_that_is_not_there_is_told() {
        let mut doc = Page::titled("A");
        doc.picture("what it shows", "charts/a.svg");
        assert!(page(&doc, &|_| None).contains("<p>what it shows</p>"));
    }

    #[test]
    fn what_somebody_typed_stays_text() {
        let typed = "<script>alert(1)</script> \" & ]]> </style> <!-- **";
        let mut doc = Page::titled(typed);
        doc.section(typed);
        doc.paragraph(typed);
        doc.list(&[typed]);
        doc.table(&[typed], &[vec![typed.into()], vec![typed.into()]]);
        doc.picture(typed, "a.svg");
        doc.annexed(typed);
        doc.section(typed);
        let page = page(&doc, &|_| None);
        assert_eq!(page.matches("<script").count(), 1, "{page}");
        assert_eq!(page.matches("</style").count(), 1, "{page}");
        assert!(!page.contains("<!--"), "{page}");
        let told =
            "&lt;script&gt;alert(1)&lt;/script&gt; &quot; &amp; ]]&gt; &lt;/style&gt; &lt;!-- **";
        assert!(page.matches(told).count() >= 9, "{page}");
    }

    #[test]
    fn the_policy_names_the_style_and_the_script_that_are_there() {
        let page = page(&Page::titled("A"), &drawn);
        for (open, close, kind) in [
            ("<style>", "</style>", "style"),
            ("<script>", "</script>", "script"),
        ] {
            let (_, behind) = page.split_once(open).expect("there");
            let (inside, _) = behind.split_once(close).expect("it ends");
            let sum = base64(&Sha256::digest(inside));
            assert!(
                page.contains(&format!("{kind}-src 'sha256-{sum}'")),
                "{kind}"
            );
            assert!(!inside.contains("</"), "{kind}");
        }
        assert!(!page.contains(" style=") && !page.contains(" onclick="));
        assert_eq!(base64(b"Ma"), "TWE=");
        assert_eq!(base64(b"Man"), "TWFu");
        assert_eq!(base64(b"M"), "TQ==");
    }

    #[test]
    fn a_name_of_a_place_is_plain_and_given_once() {
        let mut names = Names::default();
        assert_eq!(names.of("Điện Biên: `beds`, 2030"), "dien-bien-beds-2030");
        assert_eq!(names.of("dien bien beds 2030"), "dien-bien-beds-2030-2");
        assert_eq!(names.of("?"), "part");
    }
}
