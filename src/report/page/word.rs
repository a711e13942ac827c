//! The first page and the table of tasks as a document for Word: what officials paste into a paper of their
//! own. Laid out as Appendix I of Decree 30/2020/NĐ-CP asks of papers of state offices: A4, Times New Roman
//! 13, justified, the number of the page in the top margin but for the first; the wide table lies.
//!
//! Office Open XML (ECMA-376): three parts and their relations, nothing in it that runs.

use super::document::{Block, Grid, Page};
use super::spans::{Span, bare, spans};
use crate::words::word as words;
use maud::{Markup, PreEscaped, html};
use std::io::{self, Cursor, Write};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// Twentieths of a point in a millimetre, to the hundredth.
const MM: f64 = 56.69;
/// Width of a sheet.
const SHORT: f64 = 210.0;
/// Height of a sheet.
const LONG: f64 = 297.0;
/// Margins.
const LEFT: f64 = 30.0;
const RIGHT: f64 = 15.0;
/// Names of the parts of an XML.
const NAMES: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The document.
///
/// # Errors
///
/// What packing says.
pub fn document(page: &Page) -> io::Result<Vec<u8>> {
    let parts = [
        ("[Content_Types].xml", types()),
        (
            "_rels/.rels",
            relations(&[("officeDocument", "word/document.xml")]),
        ),
        ("word/document.xml", body(page)),
        (
            "word/_rels/document.xml.rels",
            relations(&[("styles", "styles.xml"), ("header", "header.xml")]),
        ),
        ("word/styles.xml", styles()),
        ("word/header.xml", header()),
    ];
    let packed = || -> Result<Vec<u8>, ZipError> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, part) in parts {
            // The same bytes at any time of day.
            archive.start_file(name, SimpleFileOptions::default())?;
            archive
                .write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")?;
            archive.write_all(part.into_string().as_bytes())?;
        }
        Ok(archive.finish()?.into_inner())
    };
    packed().map_err(io::Error::from)
}

fn types() -> Markup {
    let part = |name: &str, kind: &str| {
        html! { Override PartName={ "/word/" (name) ".xml" } ContentType={ (TYPES) "." (kind) "+xml" } {} }
    };
    html! {
        Types xmlns={ (PACKAGE) "/content-types" } {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            (part("document", "document.main"))
            (part("styles", "styles"))
            (part("header", "header"))
        }
    }
}

fn relations(all: &[(&str, &str)]) -> Markup {
    html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            @for (kind, target) in all {
                Relationship Id={ "r-" (kind) } Type={ (RELATIONS) "/" (kind) } Target=(target) {}
            }
        }
    }
}

/// Letters of a whole document, and the tongue in which they are checked.
fn styles() -> Markup {
    let face = "Times New Roman";
    html! {
        w:styles xmlns:w=(NAMES) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii=(face) w:hAnsi=(face) w:cs=(face) w:eastAsia=(face) {}
                    w:sz w:val="26" {}
                    w:szCs w:val="26" {}
                    w:lang w:val=(words::TONGUE) w:eastAsia=(words::TONGUE) {}
                } }
                w:pPrDefault { w:pPr { w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto" {} } }
            }
            (style("Normal", "Normal", &html! {}, &html! {}))
            (style("Title", "Title", &html! { w:jc w:val="center" {} }, &letters(28, true, false)))
            @for (level, name) in (1..).zip(["Heading1", "Heading2", "Heading3"]) {
                (style(name, &format!("heading {level}"), &html! {
                    w:keepNext {}
                    w:spacing w:before="180" w:after="120" {}
                    w:outlineLvl w:val=(level - 1) {}
                }, &letters(26, true, level == 3)))
            }
            (style("BodyText", "Body Text", &html! {
                w:ind w:firstLine="567" {}
                w:jc w:val="both" {}
            }, &html! {}))
            (style("Caption", "caption", &html! {
                w:keepNext {}
                w:jc w:val="center" {}
            }, &letters(24, true, false)))
            (style("Cell", "Cell", &html! { w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto" {} }, &letters(22, false, false)))
        }
    }
}

fn style(id: &str, name: &str, paragraph: &Markup, letters: &Markup) -> Markup {
    let is_default = (id == "Normal").then_some("1");
    html! {
        w:style w:type="paragraph" w:default=[is_default] w:styleId=(id) {
            w:name w:val=(name) {}
            @if is_default.is_none() { w:basedOn w:val="Normal" {} }
            w:qFormat {}
            w:pPr { (paragraph) }
            w:rPr { (letters) }
        }
    }
}

/// Letters of a size in half points.
fn letters(size: u32, bold: bool, italic: bool) -> Markup {
    html! {
        @if bold { w:b {} }
        @if italic { w:i {} }
        w:sz w:val=(size) {}
        w:szCs w:val=(size) {}
    }
}

/// The number of the page, in the middle of the top margin.
fn header() -> Markup {
    let field = |kind: &str| html! { w:r { w:fldChar w:fldCharType=(kind) {} } };
    html! {
        w:hdr xmlns:w=(NAMES) {
            w:p {
                w:pPr { w:jc w:val="center" {} }
                (field("begin"))
                w:r { w:instrText xml:space="preserve" { " PAGE " } }
                (field("separate"))
                w:r { w:t { "2" } }
                (field("end"))
            }
        }
    }
}

/// Whether sheets stand or lie, and their margins.
fn sheet(lies: bool) -> Markup {
    let at = |mm: f64| (mm * MM).round() as i64;
    let (wide, high) = if lies { (LONG, SHORT) } else { (SHORT, LONG) };
    let way = lies.then_some("landscape");
    html! {
        w:sectPr {
            w:headerReference w:type="default" r:id="r-header" {}
            w:pgSz w:w=(at(wide)) w:h=(at(high)) w:orient=[way] {}
            w:pgMar w:top=(at(20.0)) w:bottom=(at(20.0)) w:left=(at(LEFT)) w:right=(at(RIGHT))
                w:header=(at(10.0)) w:footer=(at(10.0)) w:gutter="0" {}
            // The first sheet of all has no number.
            @if !lies { w:titlePg {} }
        }
    }
}

fn body(page: &Page) -> Markup {
    let upright = page
        .first()
        .map_or(page.blocks.len(), |first| first.blocks.len());
    let (first, behind) = page.blocks.split_at(upright);
    let mut numbers = Numbers::default();
    html! {
        w:document xmlns:w=(NAMES) xmlns:r=(RELATIONS) {
            w:body {
                (paragraph("Title", &html! { (runs(&page.title)) }))
                (paragraph("Caption", &html! { (run(&words::NOT_AN_ACT, true, true)) }))
                @for block in first { (shown(block, &mut numbers)) }
                @if behind.is_empty() {
                    (sheet(false))
                } @else {
                    w:p { w:pPr { (sheet(false)) } }
                    @let mut lying = Numbers { lies: true, ..numbers };
                    @for block in behind { (shown(block, &mut lying)) }
                    (sheet(true))
                }
            }
        }
    }
}

/// How many headings and tables there were so far, and the heading a table stands under.
#[derive(Default)]
struct Numbers {
    sections: usize,
    parts: usize,
    tables: usize,
    lies: bool,
    under: String,
}

fn shown(block: &Block, numbers: &mut Numbers) -> Markup {
    match block {
        Block::Section(title) => {
            numbers.sections += 1;
            numbers.parts = 0;
            title.clone_into(&mut numbers.under);
            let number = format!("{}. ", numbers.sections);
            paragraph(
                "Heading1",
                &html! { (run(&number, false, false)) (runs(title)) },
            )
        }
        Block::Part(title) => {
            title.clone_into(&mut numbers.under);
            numbers.parts += 1;
            let number = format!("{}.{}. ", numbers.sections, numbers.parts);
            paragraph(
                "Heading2",
                &html! { (run(&number, false, false)) (runs(title)) },
            )
        }
        Block::Paragraph(text) => html! {
            @for text in text.split("\n\n") { (paragraph("BodyText", &runs(text))) }
        },
        Block::List(items) => html! {
            @for item in items.iter().flat_map(|item| item.split("\n  - ")) {
                (paragraph("BodyText", &html! { (run("– ", false, false)) (runs(item)) }))
            }
        },
        Block::Table(grid) => {
            numbers.tables += 1;
            let caption = words::table(numbers.tables, &bare(&numbers.under));
            html! { (paragraph("Caption", &run(&caption, false, false))) (table(grid, numbers.lies)) w:p {} }
        }
        // Pictures and what is asked of futures stand on the page for a browser.
        Block::Division { .. }
        | Block::Picture { .. }
        | Block::Questioned(_)
        | Block::Weighed(_)
        | Block::LookUp(_) => html! {},
    }
}

/// Letters that a column is as wide as, at least and at most: a word of a head, a line of text.
const COLUMN: (usize, usize) = (9, 42);

/// Widths of the columns of a table on a sheet that stands or lies, by the letters they hold.
fn widths(grid: &Grid, lies: bool) -> Vec<i64> {
    let room = (if lies { LONG } else { SHORT } - LEFT - RIGHT) * MM;
    let letters = |at: usize| {
        let cells = grid.rows.iter().filter_map(|row| row.get(at));
        let longest = cells.map(|cell| bare(cell).chars().count()).max();
        // A long text goes on in further lines: it asks for less than its length.
        let wish = longest.unwrap_or(0) as f64;
        (wish.sqrt() * 4.0).clamp(COLUMN.0 as f64, COLUMN.1 as f64)
    };
    let all: Vec<f64> = (0..grid.header.len()).map(letters).collect();
    let sum: f64 = all.iter().sum();
    all.iter().map(|own| (room * own / sum) as i64).collect()
}

fn table(grid: &Grid, lies: bool) -> Markup {
    let widths = widths(grid, lies);
    let edge = |name: &str| {
        let name = PreEscaped(format!(
            "<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        ));
        html! { (name) }
    };
    let cell = |text: &str, at: usize, head: bool| {
        let side = match (head, at < grid.texts) {
            (true, _) => "center",
            (_, true) => "left",
            _ => "right",
        };
        html! {
            w:tc {
                w:tcPr { w:tcW w:w=(widths.get(at).copied().unwrap_or(0)) w:type="dxa" {} @if head { w:vAlign w:val="center" {} } }
                w:p {
                    w:pPr { w:pStyle w:val="Cell" {} w:jc w:val=(side) {} }
                    @if head { (run(&bare(text), true, false)) } @else { (runs(text)) }
                }
            }
        }
    };
    html! {
        w:tbl {
            w:tblPr {
                w:tblW w:w="5000" w:type="pct" {}
                w:tblBorders {
                    @for name in ["top", "left", "bottom", "right", "insideH", "insideV"] { (edge(name)) }
                }
                w:tblLayout w:type="fixed" {}
            }
            w:tblGrid { @for width in &widths { w:gridCol w:w=(width) {} } }
            w:tr {
                w:trPr { w:cantSplit {} w:tblHeader {} }
                @for (at, head) in grid.header.iter().enumerate() { (cell(head, at, true)) }
            }
            @for row in &grid.rows {
                w:tr {
                    w:trPr { w:cantSplit {} }
                    @for (at, text) in row.iter().enumerate() { (cell(text, at, false)) }
                }
            }
        }
    }
}

fn paragraph(style: &str, inside: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (inside) } }
}

fn runs(text: &str) -> Markup {
    fn all(spans: &[Span], bold: bool, italic: bool) -> Markup {
        html! {
            @for span in spans {
                @match span {
                    Span::Text(text) | Span::Code(text) => (run(text, bold, italic)),
                    Span::Strong(inside) => (all(inside, true, italic)),
                    Span::Apart(inside) => (all(inside, bold, true)),
                }
            }
        }
    }
    all(&spans(text), false, false)
}

fn run(text: &str, bold: bool, italic: bool) -> Markup {
    html! {
        w:r {
            @if bold || italic { w:rPr { @if bold { w:b {} } @if italic { w:i {} } } }
            w:t xml:space="preserve" { (text) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut text = String::new();
        let mut file = archive.by_name(name).expect("there");
        file.read_to_string(&mut text).expect("text");
        text
    }

    #[test]
    fn a_document_holds_headings_texts_and_tables_and_what_was_typed_stays_text() {
        let typed = "</w:t> <x> & \"c\"";
        let mut page = Page::titled("A **title**");
        page.section("First");
        page.paragraph(&super::super::markdown::plain(typed));
        page.aligned(&["a", "b"], &[vec!["**x** `y`".into(), "1".into()]], 1);
        page.divided("Behind");
        page.section("Tasks");
        page.table(&["c"], &[vec!["z".into()]]);
        let bytes = document(&page).expect("packed");
        assert_eq!(bytes, document(&page).expect("packed"));
        let text = part(&bytes, "word/document.xml");
        for held in [
            "1. </w:t></w:r><w:r><w:t xml:space=\"preserve\">First",
            "2. </w:t></w:r><w:r><w:t xml:space=\"preserve\">Tasks",
            "&lt;/w:t&gt; &lt;x&gt; &amp; ",
            "<w:rPr><w:b></w:b></w:rPr><w:t xml:space=\"preserve\">x</w:t>",
            "<w:jc w:val=\"right\"></w:jc></w:pPr><w:r><w:t xml:space=\"preserve\">1</w:t>",
            "Table 2. Tasks",
            "w:orient=\"landscape\"",
        ] {
            assert!(text.contains(held), "{held}: {text}");
        }
        assert_eq!(text.matches("<w:sectPr>").count(), 2);
        for name in [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/styles.xml",
            "word/header.xml",
        ] {
            assert!(part(&bytes, name).starts_with("<?xml"), "{name}");
        }
    }
}
