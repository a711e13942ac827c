//! A workbook as a reader sees it: values and formulas by calamine, formats and fills from its parts.

use calamine::{Data, Reader, Xlsx, open_workbook};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Row and column, from zero.
pub type At = (u32, u32);

/// A cell that holds something or has a look.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it holds.
    pub data: Data,
    /// Its formula.
    pub formula: Option<String>,
    /// Its number format.
    pub format: String,
    /// The colour behind it.
    pub fill: Option<String>,
}

impl Cell {
    /// Its number, where it holds one.
    pub fn number(&self) -> Option<f64> {
        match self.data {
            Data::Float(value) => Some(value),
            Data::Int(value) => Some(value as f64),
            _ => None,
        }
    }

    /// Its text.
    pub fn text(&self) -> String {
        match &self.data {
            Data::String(text) => text.clone(),
            Data::Empty => String::new(),
            other => other.to_string(),
        }
    }
}

/// A sheet.
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its cells.
    pub cells: BTreeMap<At, Cell>,
    /// Row below which it stays in sight.
    frozen: u32,
}

impl Sheet {
    /// Row of the header.
    pub fn header(&self) -> u32 {
        self.frozen - 1
    }

    /// Columns of the header.
    pub fn width(&self) -> u32 {
        let head = self.cells.range((self.header(), 0)..(self.frozen, 0));
        let filled = head.filter(|(_, cell)| !cell.text().is_empty());
        filled.map(|((_, column), _)| column + 1).max().unwrap_or(0)
    }

    /// Rows.
    pub fn height(&self) -> u32 {
        self.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(0)
    }

    /// Rows below the header whose first cells hold something.
    pub fn rows_below(&self) -> impl Iterator<Item = u32> + '_ {
        (self.frozen..self.height()).filter(|row| {
            let some = |column| self.cells.get(&(*row, column));
            some(0).is_some_and(|c| !c.text().is_empty())
        })
    }

    /// Column with a title.
    pub fn find(&self, title: &str) -> Option<u32> {
        (0..self.width()).find(|column| {
            let head = self.cells.get(&(self.header(), *column));
            head.is_some_and(|cell| cell.text() == title)
        })
    }

    /// Column with a title that is there.
    pub fn titled(&self, title: &str) -> u32 {
        self.find(title)
            .unwrap_or_else(|| panic!("{}: no column {title}", self.name))
    }

    /// Cells of a column below the header.
    pub fn column(&self, column: u32) -> impl Iterator<Item = &Cell> {
        let below = move |((row, at), _): &(&At, &Cell)| *at == column && *row >= self.frozen;
        self.cells.iter().filter(below).map(|(_, cell)| cell)
    }
}

/// A workbook.
pub struct Book {
    /// Its sheets in order.
    pub sheets: Vec<Sheet>,
}

impl Book {
    /// Opens a workbook.
    pub fn open(path: &Path) -> Book {
        let parts = parts(path);
        let looks = looks(&parts["xl/styles.xml"].1);
        let mut file: Xlsx<_> = open_workbook(path).expect("a workbook");
        let names = file.sheet_names().clone();
        let sheets = names.iter().enumerate().map(|(at, name)| {
            let text = &parts[&format!("xl/worksheets/sheet{}.xml", at + 1)].1;
            let mut cells: BTreeMap<At, Cell> = BTreeMap::new();
            for tag in tags(text, "<c r=") {
                let at = self::at(attribute(tag, "r").expect("a place"));
                let look = attribute(tag, "s").map_or(0, |s| s.parse().expect("a number"));
                let (format, fill) = looks[look].clone();
                let cell = Cell {
                    format,
                    fill,
                    ..Cell::default()
                };
                cells.insert(at, cell);
            }
            let values = file.worksheet_range(name).expect("values");
            let (top, left) = values.start().unwrap_or((0, 0));
            for (row, column, data) in values.used_cells() {
                let at = (top + row as u32, left + column as u32);
                cells.entry(at).or_default().data = data.clone();
            }
            let formulas = file.worksheet_formula(name).expect("formulas");
            let (top, left) = formulas.start().unwrap_or((0, 0));
            for (row, column, formula) in formulas.used_cells() {
                let at = (top + row as u32, left + column as u32);
                cells.entry(at).or_default().formula = Some(formula.clone());
            }
            let pane = tags(text, "<pane ").next();
            let frozen = pane.and_then(|pane| attribute(pane, "ySplit"));
            Sheet {
                name: name.clone(),
                cells,
                frozen: frozen.map_or(1, |rows| rows.parse().expect("rows")),
            }
        });
        Book {
            sheets: sheets.collect(),
        }
    }

    /// A sheet by name.
    pub fn sheet(&self, name: &str) -> &Sheet {
        let found = self.sheets.iter().find(|sheet| sheet.name == name);
        found.unwrap_or_else(|| panic!("no sheet {name}"))
    }
}

/// What the file is made of: each part with its time and its text.
pub fn parts(path: &Path) -> BTreeMap<String, (String, String)> {
    let file = File::open(path).expect("the workbook");
    let mut archive = zip::ZipArchive::new(file).expect("an archive");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let time = part.last_modified().map(|t| t.to_string());
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        let name = part.name().expect("a name").into_owned();
        parts.insert(name, (time.unwrap_or_default(), text));
    }
    parts
}

/// Number format and fill of each look.
fn looks(styles: &str) -> Vec<(String, Option<String>)> {
    let mut formats: BTreeMap<u32, String> = [
        (1, "0"),
        (2, "0.00"),
        (3, "#,##0"),
        (4, "#,##0.00"),
        (9, "0%"),
        (10, "0.00%"),
    ]
    .map(|(at, format)| (at, format.to_owned()))
    .into();
    for tag in tags(styles, "<numFmt ") {
        let at = attribute(tag, "numFmtId").expect("a number");
        let format = attribute(tag, "formatCode").expect("a format");
        let format = format
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        formats.insert(at.parse().expect("a number"), format);
    }
    let fills = styles.split("<fills").nth(1).expect("fills");
    let fills = fills.split("</fills>").next().expect("an end");
    let fills: Vec<Option<String>> = fills
        .split("<fill>")
        .skip(1)
        .map(|fill| {
            let colour = tags(fill, "<fgColor ").next();
            colour.and_then(|c| attribute(c, "rgb")).map(String::from)
        })
        .collect();
    let looks = styles.split("<cellXfs").nth(1).expect("looks");
    let looks = looks.split("</cellXfs>").next().expect("an end");
    tags(looks, "<xf ")
        .map(|tag| {
            let number = |name: &str| -> u32 {
                let value = attribute(tag, name).expect("an attribute");
                value.parse().expect("a number")
            };
            let format = formats.get(&number("numFmtId"));
            let fill = fills[number("fillId") as usize].clone();
            (format.cloned().unwrap_or_default(), fill)
        })
        .collect()
}

/// Every tag that begins like that.
fn tags<'a>(text: &'a str, begins: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(begins).map(move |(at, _)| {
        let rest = &text[at..];
        &rest[..rest.find('>').expect("an end")]
    })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// A place by its name: `B5`.
pub fn at(name: &str) -> At {
    let letters: String = name.chars().take_while(char::is_ascii_alphabetic).collect();
    let column = letters
        .bytes()
        .fold(0, |sum, b| sum * 26 + u32::from(b - b'A') + 1);
    let row: u32 = name[letters.len()..].parse().expect("a row");
    (row - 1, column - 1)
}

/// What a spreadsheet shows of a cell.
pub fn shown(cell: &Cell) -> String {
    let Some(value) = cell.number() else {
        return cell.text();
    };
    let format = cell.format.as_str();
    if let Some(literal) = format.strip_prefix('"').and_then(|f| f.strip_suffix('"')) {
        return literal.to_owned();
    }
    let plus = format.starts_with('+');
    let format = format.trim_start_matches('+');
    let percent = format.ends_with('%');
    let digits = format.trim_end_matches('%');
    let decimals = digits.split_once('.').map_or(0, |(_, d)| d.len());
    assert!(
        ["0", "#,##0"].contains(&digits.split('.').next().unwrap_or_default()),
        "{format} for {value}"
    );
    // Spreadsheets round what fifteen digits show, away from zero.
    let value: f64 = format!("{:.14e}", value * if percent { 100.0 } else { 1.0 })
        .parse()
        .expect("a number");
    let scale = 10f64.powi(decimals as i32);
    let text = format!("{:.decimals$}", (value * scale).round() / scale);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    let count = whole.trim_start_matches('-').len();
    for (at, letter) in whole.trim_start_matches('-').chars().enumerate() {
        if at > 0 && (count - at).is_multiple_of(3) && digits.starts_with('#') {
            grouped.push(',');
        }
        grouped.push(letter);
    }
    let sign = match (value < 0.0, plus) {
        (true, _) => "-",
        (false, true) => "+",
        (false, false) => "",
    };
    let point = if decimals > 0 { "." } else { "" };
    let end = if percent { "%" } else { "" };
    format!("{sign}{grouped}{point}{fraction}{end}")
}
