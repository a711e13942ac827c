//! A sheet: a title, the line that says which run it is, a header that stays, and cells; how it is
//! printed is settled here for all of them.

use super::figure::{self, Figure, YEAR};
use crate::plot::style::{Colour, GRID, INK, NO_FIGURE, QUIET, RULE};
use crate::table::{Cell, Table};
use crate::words::workbook as words;
use rust_xlsxwriter::{
    Chart, Color, Format, FormatAlign, FormatBorder, Formula, Url, Worksheet, XlsxError,
};
use std::collections::BTreeMap;

pub use crate::table::Look;

/// Row and column, from zero.
pub type At = (u32, u16);

/// Behind what is synthetic: the orange of pictures, pale enough for letters.
pub const SYNTHETIC: Colour = Colour(0xFF, 0xE8, 0xB8);
/// Behind what is assumed without a source: their vermilion, as pale.
pub const WEAK: Colour = Colour(0xFB, 0xDD, 0xC9);
/// Behind what does better: their green, as pale.
const GOOD: Colour = Colour(0xD3, 0xEE, 0xE4);
/// Behind the year that a document sets: their sky blue, as pale.
const DUE: Colour = Colour(0xD6, 0xEB, 0xF8);

/// A colour as a workbook writes it.
pub fn colour(Colour(r, g, b): Colour) -> Color {
    Color::RGB(u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b))
}

/// Width over which a title and the lines below it run, in units of column width.
const SCREEN: f64 = 120.0;
/// Pixels of a unit of column width, and those beside it.
const PIXELS: f64 = 7.0;
const MARGIN: f64 = 5.0;
/// Height of a line of text, in points.
const LINE: f64 = 15.0;
/// Most letters a cell can hold.
const MOST: usize = 32_000;

/// A sheet being written.
pub struct Sheet {
    sheet: Worksheet,
    widths: Vec<f64>,
    printed: u16,
    values: BTreeMap<At, f64>,
    lines: BTreeMap<u32, f64>,
    next: u32,
    header: Option<(u32, Vec<String>)>,
}

impl Sheet {
    /// A sheet with the widths of its columns, the first `printed` of which are printed. `run` is the
    /// foot of its pages.
    pub fn new(name: &str, widths: &[f64], printed: usize, run: &str) -> Result<Sheet, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (at, width) in widths.iter().enumerate() {
            sheet.set_column_width(at as u16, *width)?;
        }
        const A4: u8 = 9;
        sheet
            .set_paper_size(A4)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
            .set_footer(words::foot(run))
            .set_screen_gridlines(false);
        Ok(Sheet {
            sheet,
            widths: widths.to_vec(),
            printed: printed as u16,
            values: BTreeMap::new(),
            lines: BTreeMap::new(),
            next: 0,
            header: None,
        })
    }

    /// The next free row.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// Leaves rows free.
    pub fn skip(&mut self, rows: u32) {
        self.next += rows;
    }

    /// Title, run and remarks.
    pub fn title(&mut self, title: &str, run: &str, lead: &[&str]) -> Result<(), XlsxError> {
        let big = Format::new()
            .set_bold()
            .set_font_size(15)
            .set_font_color(colour(INK));
        self.sheet.set_row_height(0, 24)?;
        self.sheet
            .write_string_with_format(0, 0, clipped(title), &big)?;
        let quiet = Format::new().set_font_color(colour(QUIET));
        self.sheet
            .write_string_with_format(1, 0, clipped(run), &quiet)?;
        self.next = 2;
        for line in lead {
            self.paragraph(line)?;
        }
        Ok(())
    }

    /// A remark over the width of a screen.
    pub fn paragraph(&mut self, text: &str) -> Result<(), XlsxError> {
        let mut last = 0;
        let mut width = 0.0;
        for (at, w) in self.widths.iter().take(self.printed.into()).enumerate() {
            if at > 0 && width + w > SCREEN {
                break;
            }
            width += w;
            last = at as u16;
        }
        let format = self.format(Look::Quiet, "").set_text_wrap();
        let row = self.next;
        self.tall(row, wrapped(text, width));
        if last == 0 {
            self.sheet
                .write_string_with_format(row, 0, clipped(text), &format)?;
        } else {
            self.sheet
                .merge_range(row, 0, row, last, &clipped(text), &format)?;
        }
        self.next += 1;
        Ok(())
    }

    /// Groups above a header: the first column of each, how many it spans, and its heading.
    pub fn groups(&mut self, groups: &[(u16, u16, String)]) -> Result<(), XlsxError> {
        let format = head()
            .set_align(FormatAlign::Center)
            .set_border_left(FormatBorder::Thin)
            .set_border_left_color(colour(RULE));
        for (first, many, heading) in groups {
            let (row, last) = (self.next, first + many - 1);
            if *many > 1 {
                self.sheet
                    .merge_range(row, *first, row, last, &clipped(heading), &format)?;
            } else {
                self.sheet
                    .write_string_with_format(row, *first, clipped(heading), &format)?;
            }
        }
        let width = |first: u16, many: u16| -> f64 {
            self.widths[first.into()..(first + many).into()]
                .iter()
                .sum()
        };
        let lines = groups
            .iter()
            .map(|(first, many, text)| wrapped(text, 0.9 * width(*first, *many)))
            .fold(1.0, f64::max);
        self.tall(self.next, lines);
        self.next += 1;
        Ok(())
    }

    /// The header: it stays in sight with the first `frozen` columns, and every page repeats it.
    /// `above` rows of groups belong to it.
    pub fn header<S: AsRef<str>>(
        &mut self,
        titles: &[S],
        frozen: u16,
        above: u32,
    ) -> Result<(), XlsxError> {
        let row = self.next;
        let titles: Vec<String> = titles.iter().map(|t| clipped(t.as_ref())).collect();
        let widths = titles.iter().zip(&self.widths);
        let lines = widths.map(|(title, width)| wrapped(title, 0.9 * width - 1.0));
        let lines = lines.fold(1.0, f64::max);
        self.tall(row, lines);
        self.sheet.set_freeze_panes(row + 1, frozen)?;
        self.sheet.set_repeat_rows(row - above, row)?;
        self.header = Some((row, titles));
        self.next += 1;
        Ok(())
    }

    /// Text.
    pub fn text(&mut self, at: At, text: &str, look: Look) -> Result<(), XlsxError> {
        let format = self.format(look, "").set_text_wrap();
        let format = if at.1 > 0 {
            format.set_indent(1)
        } else {
            format
        };
        self.sheet
            .write_string_with_format(at.0, at.1, clipped(text), &format)?;
        self.tall(at.0, wrapped(text, self.widths[usize::from(at.1)] - 1.5));
        self.reach(at);
        Ok(())
    }

    /// Text that may run over the cells to its right.
    pub fn heading(&mut self, at: At, text: &str) -> Result<(), XlsxError> {
        let format = self.format(Look::Group, "");
        self.sheet
            .write_string_with_format(at.0, at.1, clipped(text), &format)?;
        for column in at.1 + 1..self.printed {
            self.sheet.write_blank(at.0, column, &format)?;
        }
        self.reach(at);
        Ok(())
    }

    /// A figure; one that is not defined leaves the cell empty.
    pub fn figure(&mut self, at: At, figure: &Figure, look: Look) -> Result<(), XlsxError> {
        let format = self.format(look, &figure.format);
        if figure.value.is_finite() {
            self.sheet
                .write_number_with_format(at.0, at.1, figure.value, &format)?;
            self.values.insert(at, figure.value);
        } else {
            self.sheet.write_blank(at.0, at.1, &format)?;
        }
        self.reach(at);
        Ok(())
    }

    /// A figure where there is one.
    pub fn some(&mut self, at: At, some: Option<Figure>, look: Look) -> Result<(), XlsxError> {
        self.figure(at, &some.unwrap_or(figure::figure(f64::NAN, "")), look)
    }

    /// A cell of a table.
    fn cell(&mut self, at: At, cell: &Cell<'_>, look: Look) -> Result<(), XlsxError> {
        match cell {
            Cell::Absent => Ok(()),
            Cell::Text(text) | Cell::Both(_, text) | Cell::Named(_, text) => {
                self.text(at, text, look)
            }
            Cell::Flag(is) => self.text(at, words::yes(*is), look),
            number => self.some(at, figure::of(number), look),
        }
    }

    /// A sum that follows its cells, with its result as it stands: of a stretch of one row or column.
    pub fn sum(&mut self, at: At, from: At, to: At, format: &str) -> Result<(), XlsxError> {
        let stretch = self.values.range(from..=to);
        let inside = stretch.filter(|((_, column), _)| (from.1..=to.1).contains(column));
        let result: f64 = inside.map(|(_, value)| value).sum();
        let formula = format!("=SUM({}:{})", name(from), name(to));
        let formula = Formula::new(formula).set_result(result.to_string());
        let format = self.format(Look::Strong, format);
        self.sheet
            .write_formula_with_format(at.0, at.1, formula, &format)?;
        self.values.insert(at, result);
        self.reach(at);
        Ok(())
    }

    /// A way to another sheet.
    pub fn link(&mut self, at: At, sheet: &str) -> Result<(), XlsxError> {
        let url = Url::new(format!("internal:'{sheet}'!A1"));
        self.sheet.write_url_with_text(at.0, at.1, url, sheet)?;
        self.reach(at);
        Ok(())
    }

    /// A chart from a row on, `rows` rows tall, over the printed columns.
    pub fn chart(&mut self, row: u32, chart: &mut Chart, rows: u32) -> Result<(), XlsxError> {
        const ROW: u32 = 20;
        let columns = self.widths.iter().take(self.printed.into());
        let width: f64 = columns.map(|w| w * PIXELS + MARGIN).sum();
        chart.set_width(width.min(1_100.0) as u32);
        chart.set_height((rows - 1) * ROW);
        self.sheet.insert_chart(row, 0, chart).map(drop)
    }

    /// Pages end above these rows.
    pub fn page_breaks(&mut self, rows: &[u32]) -> Result<(), XlsxError> {
        self.sheet.set_page_breaks(rows).map(drop)
    }

    /// Printed side by side on several pages, each but the first beginning with one of these columns
    /// and all of them with the first column of the sheet.
    pub fn pages_across(&mut self, begin: &[u16]) -> Result<(), XlsxError> {
        if begin.is_empty() {
            return Ok(());
        }
        const A4_INCHES: f64 = 10.8;
        const PIXELS_AN_INCH: f64 = 96.0;
        let pixels = |from: u16, to: u16| -> f64 {
            let columns = &self.widths[from.into()..to.into()];
            columns.iter().map(|w| w * PIXELS + MARGIN).sum()
        };
        let first = pixels(0, 1);
        let ends = begin.iter().copied().chain([self.printed]);
        let (mut from, mut widest) = (1, 0.0);
        for end in ends {
            widest = f64::max(widest, first + pixels(from, end));
            from = end;
        }
        let scale = (100.0 * A4_INCHES * PIXELS_AN_INCH / widest).clamp(40.0, 100.0);
        self.sheet
            .set_print_scale(scale as u16)
            .set_vertical_page_breaks(&begin.iter().map(|c| u32::from(*c)).collect::<Vec<_>>())?
            .set_repeat_columns(0, 0)
            .map(drop)
    }

    /// The sheet, as long as what was written; `filter` lets a reader pick rows below the header.
    pub fn done(mut self, filter: bool) -> Result<Worksheet, XlsxError> {
        let last = self.next.max(1) - 1;
        self.sheet.set_print_area(0, 0, last, self.printed - 1)?;
        for (row, lines) in &self.lines {
            // A row is no taller than 409 points.
            self.sheet
                .set_row_height(*row, LINE * lines.clamp(1.0, 27.0))?;
        }
        let Some((row, titles)) = self.header else {
            return Ok(self.sheet);
        };
        for (at, title) in titles.iter().enumerate() {
            let at = at as u16;
            let figures = self.values.keys().any(|(_, column)| *column == at);
            let format = match (figures, at) {
                (true, _) => head().set_align(FormatAlign::Right),
                (false, 0) => head(),
                (false, _) => head().set_indent(1),
            };
            if let Ok(year) = title.parse::<u16>() {
                let format = format.set_num_format(YEAR);
                self.sheet
                    .write_number_with_format(row, at, f64::from(year), &format)?;
            } else {
                self.sheet
                    .write_string_with_format(row, at, title, &format)?;
            }
        }
        if filter && last > row {
            self.sheet
                .autofilter(row, 0, last, titles.len() as u16 - 1)?;
        }
        Ok(self.sheet)
    }

    /// A row holds at least so many lines.
    fn tall(&mut self, row: u32, lines: f64) {
        let held = self.lines.entry(row).or_insert(1.0);
        *held = held.max(lines);
    }

    fn reach(&mut self, at: At) {
        self.next = self.next.max(at.0 + 1);
    }

    fn format(&self, look: Look, number: &str) -> Format {
        let format = Format::new().set_align(FormatAlign::Top);
        let format = match number {
            "" => format,
            number => format.set_num_format(number),
        };
        let filled = |c| format.clone().set_background_color(colour(c));
        match look {
            Look::Plain => format,
            Look::Strong => format.set_bold(),
            Look::Group => filled(NO_FIGURE).set_bold(),
            Look::Synthetic => filled(SYNTHETIC),
            Look::Weak => filled(WEAK),
            Look::Good => filled(GOOD),
            Look::Due => filled(DUE).set_bold(),
            Look::Quiet => format.set_font_color(colour(QUIET)),
        }
    }
}

/// What stands around the rows of a table.
pub struct OfTable<'a, const N: usize> {
    /// Name of the sheet.
    pub name: &'static str,
    /// Title.
    pub title: &'a str,
    /// Below it.
    pub lead: &'a [&'a str],
    /// The columns of the table that it shows, in their order.
    pub columns: &'static [words::Column; N],
    /// Their widths.
    pub widths: [f64; N],
    /// How many of them are printed; the others are for joining with files.
    pub printed: usize,
    /// How many of them stay in sight.
    pub frozen: u16,
}

impl<const N: usize> OfTable<'_, N> {
    /// The sheet of a table: a row for each of its rows.
    pub fn sheet(&self, table: &Table<'_>, run: &str) -> Result<Worksheet, XlsxError> {
        let mut s = Sheet::new(self.name, &self.widths, self.printed, run)?;
        s.title(self.title, run, self.lead)?;
        s.header(&self.columns.each_ref().map(|c| c.title), self.frozen, 0)?;
        let columns = self.columns.each_ref().map(|c| table.column(c.id));
        for row in 0..table.rows {
            let at = s.next();
            for (column, place) in columns.iter().zip(0..) {
                s.cell((at, place), &column.cell(row), column.look(row))?;
            }
        }
        s.done(true)
    }
}

/// The head of a column.
fn head() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Bottom)
        .set_background_color(colour(GRID))
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(colour(RULE))
}

/// Lines that a text takes in a column, broken between words.
fn wrapped(text: &str, width: f64) -> f64 {
    let (mut lines, mut used) = (1.0, 0.0);
    for word in text.split_whitespace() {
        let long = word.chars().count() as f64;
        if used > 0.0 && used + 1.0 + long > width {
            lines += 1.0;
            used = 0.0;
        }
        used += long + if used > 0.0 { 1.0 } else { 0.0 };
        // A word longer than a line is broken inside.
        while used > width.max(1.0) {
            lines += 1.0;
            used -= width.max(1.0);
        }
    }
    lines
}

/// Text no longer than a cell can hold.
fn clipped(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// Name of a cell: `B5`.
pub fn name((row, column): At) -> String {
    let mut letters = String::new();
    let mut left = u32::from(column) + 1;
    while left > 0 {
        let letter = b'A' + ((left - 1) % 26) as u8;
        letters.insert(0, char::from(letter));
        left = (left - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        for (at, called) in [
            ((0, 0), "A1"),
            ((4, 25), "Z5"),
            ((4, 26), "AA5"),
            ((9, 701), "ZZ10"),
            ((9, 702), "AAA10"),
        ] {
            assert_eq!(name(at), called);
        }
    }

    #[test]
    fn text_longer_than_a_cell_ends_with_a_sign() {
        let long = "đ".repeat(MOST + 5);
        assert_eq!(clipped(&long).chars().count(), MOST + 1);
        assert_eq!(clipped("Lâm Đồng"), "Lâm Đồng");
    }

    #[test]
    fn words_break_into_lines() {
        assert_eq!(wrapped("Chance in its lowest fifth", 10.0), 3.0);
        assert_eq!(wrapped("Beds", 10.0), 1.0);
    }
}
