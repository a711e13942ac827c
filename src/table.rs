//! A table, described once: its columns in their order, what each holds, and how a cell is taken from
//! what was found. Files, sheets and pages are written from this description alone; what each of them
//! prints of a cell follows from the kind of the cell.

use crate::results::{Probability, Unit};
use crate::said::{Language, Said, Told, language, say, within};
use crate::units::Year;
use crate::words::data;
use rayon::prelude::*;
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

/// A cell: what stands there, and by its kind how it is rounded where.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is asked here: a sheet has no cell.
    Absent,
    /// There might be a number, and there is none.
    Empty,
    /// Text, the same everywhere.
    Text(Cow<'a, str>),
    /// Text: in English for files, and in the language that is spoken for people.
    Both(Cow<'a, str>, Cow<'a, str>),
    /// What files call by its id and people by its name.
    Named(Cow<'a, str>, Cow<'a, str>),
    /// Whether it is so: true or false in files, yes or no for people.
    Flag(bool),
    /// A year.
    Year(Year),
    /// A count of whole things.
    Whole(i64),
    /// A number; people are shown it without decimals.
    Number(f64),
    /// A number of which people are shown one decimal.
    Tenth(f64),
    /// A fraction; people are shown tenths of a per cent.
    Share(f64),
    /// A chance, which never claims more than its futures show.
    Chance(Probability),
    /// A found value of an indicator.
    Found(Unit, f64),
    /// A threshold, shown as its document writes it.
    Threshold(Unit, f64),
    /// A number, and the very text that people are shown for it.
    Told(f64, String),
    /// A change, by what it is multiplied for people, and the text that they are shown, with its sign.
    Change(f64, f64, String),
}

impl<'a, T: Into<Cow<'a, str>>> From<T> for Cell<'a> {
    fn from(text: T) -> Self {
        Cell::Text(text.into())
    }
}

impl<'a> Cell<'a> {
    /// What files hold in English and people read in their language.
    pub fn told(told: &'a Told) -> Self {
        Cell::Both(told.en.as_str().into(), told.text().into())
    }

    /// The same, worded here.
    pub fn worded<T: Into<String>>(says: impl Fn() -> T) -> Self {
        let spoken: String = says().into();
        match language() {
            Language::En => Cell::Text(spoken.into()),
            _ => Cell::Both(within(Language::En, says).into().into(), spoken.into()),
        }
    }

    /// The same, told to keep.
    pub fn telling(told: Told) -> Self {
        match language() {
            Language::En => Cell::Text(told.en.into()),
            _ => {
                let spoken = told.text().to_owned();
                Cell::Both(told.en.into(), spoken.into())
            }
        }
    }

    /// The same of a text of the data.
    pub fn of_data(en: &'a str) -> Self {
        Cell::Both(en.into(), data::spoken(en).into())
    }

    /// A number where there is one.
    pub fn some(value: impl Into<Option<f64>>, kind: impl FnOnce(f64) -> Self) -> Self {
        value.into().map_or(Cell::Empty, kind)
    }

    /// Text where there is some.
    pub fn maybe(text: Option<impl Into<Self>>) -> Self {
        text.map_or(Cell::Absent, Into::into)
    }

    /// A year where there is one.
    pub fn year(year: Option<Year>) -> Self {
        year.map_or(Cell::Empty, Cell::Year)
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Cell::Absent | Cell::Empty => true,
            Cell::Text(text) | Cell::Both(_, text) | Cell::Named(_, text) => text.is_empty(),
            _ => false,
        }
    }

    /// What a file holds.
    pub fn in_files(&self) -> Cow<'_, str> {
        match self {
            Cell::Text(text) | Cell::Both(text, _) | Cell::Named(text, _) => {
                Cow::Borrowed(text.as_ref())
            }
            Cell::Flag(is) => Cow::Borrowed(if *is { "true" } else { "false" }),
            Cell::Year(year) => Cow::Owned(year.to_string()),
            Cell::Whole(many) => Cow::Owned(many.to_string()),
            other => Cow::Owned(other.value().map(number).unwrap_or_default()),
        }
    }

    /// Its number, in full.
    pub fn value(&self) -> Option<f64> {
        match self {
            Cell::Absent | Cell::Empty | Cell::Text(_) | Cell::Both(..) => None,
            Cell::Named(..) | Cell::Flag(_) => None,
            Cell::Year(year) => Some(f64::from(year.0)),
            Cell::Whole(many) => Some(*many as f64),
            Cell::Chance(p) => Some(p.value),
            Cell::Number(v) | Cell::Tenth(v) | Cell::Share(v) => Some(*v),
            Cell::Found(_, v) | Cell::Threshold(_, v) => Some(*v),
            Cell::Told(v, _) | Cell::Change(v, _, _) => Some(*v),
        }
    }
}

/// A number in a file: twelve significant digits, no trailing zeros, empty when there is none. It
/// depends on the value alone, never on the machine's language.
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let rounded: f64 = format!("{value:.11e}")
        .parse()
        .expect("a number just printed");
    if rounded == 0.0 {
        "0".into()
    } else {
        format!("{rounded}")
    }
}

/// What a column holds, for files that must know before the first row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// Whole numbers that grow slowly: years, replicates.
    Whole,
    /// Yes or no.
    Flag,
    /// Yes, no, or neither.
    Answer,
    /// Numbers; one that is not defined is left empty.
    Number,
    /// Numbers as samples are kept.
    Single,
}

/// How a cell stands out on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Like most.
    Plain,
    /// A sum, or the nation above its provinces.
    Strong,
    /// A heading inside a sheet.
    Group,
    /// What is no real place.
    Synthetic,
    /// What is assumed without a source.
    Weak,
    /// What does better.
    Good,
    /// The year that a document sets.
    Due,
    /// A remark.
    Quiet,
}

/// A column: its name, what it holds, and how a row's cell is read.
pub struct Column<'a> {
    /// Its name in files; sheets and pages ask for it by this.
    pub id: Cow<'static, str>,
    /// What it holds.
    pub kind: Kind,
    in_files: bool,
    read: Box<dyn Fn(usize) -> Cell<'a> + 'a>,
    look: Option<Box<dyn Fn(usize) -> Look + 'a>>,
}

impl<'a> Column<'a> {
    /// The cell of a row.
    pub fn cell(&self, row: usize) -> Cell<'a> {
        (self.read)(row)
    }

    /// How the cell of a row stands out.
    pub fn look(&self, row: usize) -> Look {
        self.look.as_ref().map_or(Look::Plain, |look| look(row))
    }
}

/// A table of one set of results. Nothing is read before a writer asks for it.
pub struct Table<'a> {
    columns: Vec<Column<'a>>,
    /// How many rows it has.
    pub rows: usize,
}

impl<'a> Table<'a> {
    /// A table with these rows; its columns follow.
    pub fn over<R: 'a>(rows: impl IntoIterator<Item = R>) -> Columns<'a, R> {
        Columns {
            rows: Rc::new(rows.into_iter().collect()),
            columns: Vec::new(),
        }
    }

    /// The column of this name.
    pub fn column(&self, id: &str) -> &Column<'a> {
        let named = self.columns.iter().find(|c| c.id == id);
        named.expect("sheets and pages name columns of the table they show")
    }

    /// The columns that files hold, in their order.
    pub fn in_files(&self) -> impl Iterator<Item = &Column<'a>> {
        self.columns.iter().filter(|c| c.in_files)
    }

    /// The table as comma-separated values.
    pub fn csv(&self) -> Vec<u8> {
        self.csv_of(0..self.rows)
    }

    /// Some of its rows, below the header where they are the first.
    fn csv_of(&self, rows: Range<usize>) -> Vec<u8> {
        let columns: Vec<&Column<'a>> = self.in_files().collect();
        let mut out = csv::Writer::from_writer(Vec::new());
        let mut line =
            |cell: &dyn Fn(&Column<'a>, &mut csv::Writer<Vec<u8>>) -> csv::Result<()>| {
                let all = columns.iter().try_for_each(|c| cell(c, &mut out));
                all.and_then(|()| out.write_record(None::<&[u8]>))
                    .expect("memory takes every row, and rows are as long as their header");
            };
        if rows.start == 0 {
            line(&|c, out| out.write_field(c.id.as_bytes()));
        }
        for row in rows {
            line(&|c, out| out.write_field(c.cell(row).in_files().as_bytes()));
        }
        out.into_inner().expect("memory takes every row")
    }
}

/// The columns of a table being described, each read from a row of results.
pub struct Columns<'a, R> {
    rows: Rc<Vec<R>>,
    columns: Vec<Column<'a>>,
}

impl<'a, R: 'a> Columns<'a, R> {
    /// A column whose cells are made as they are needed.
    pub fn put(
        mut self,
        id: impl Into<Cow<'static, str>>,
        kind: Kind,
        read: impl Fn(&R) -> Cell<'a> + 'a,
    ) -> Self {
        let rows = Rc::clone(&self.rows);
        self.columns.push(Column {
            id: id.into(),
            kind,
            in_files: true,
            read: Box::new(move |row| read(&rows[row])),
            look: None,
        });
        self
    }

    /// Columns side by side, read together.
    pub fn each<const N: usize>(
        mut self,
        ids: [&'static str; N],
        kind: Kind,
        read: impl Fn(&R) -> [Cell<'a>; N] + 'a,
    ) -> Self {
        let read = Rc::new(read);
        for (at, id) in ids.into_iter().enumerate() {
            let read = Rc::clone(&read);
            self = self.put(id, kind, move |row| read(row)[at].clone());
        }
        self
    }

    /// A column of text.
    pub fn text<T: Into<Cell<'a>>>(self, id: &'static str, read: impl Fn(&R) -> T + 'a) -> Self {
        self.put(id, Kind::Text, move |row| read(row).into())
    }

    /// A column of years.
    pub fn year(self, id: &'static str, read: impl Fn(&R) -> Year + 'a) -> Self {
        self.put(id, Kind::Whole, move |row| Cell::Year(read(row)))
    }

    /// A column of counts.
    pub fn whole(self, id: &'static str, read: impl Fn(&R) -> u32 + 'a) -> Self {
        self.put(id, Kind::Whole, move |row| Cell::Whole(read(row).into()))
    }

    /// A column of yes and no.
    pub fn flag(self, id: &'static str, read: impl Fn(&R) -> bool + 'a) -> Self {
        self.put(id, Kind::Flag, move |row| Cell::Flag(read(row)))
    }

    /// A column of numbers.
    pub fn number<T: Into<Option<f64>>>(
        self,
        id: impl Into<Cow<'static, str>>,
        read: impl Fn(&R) -> T + 'a,
    ) -> Self {
        self.put(id, Kind::Number, move |row| {
            Cell::some(read(row), Cell::Number)
        })
    }

    /// Columns of numbers.
    pub fn numbers<T: Into<Option<f64>>, const N: usize>(
        self,
        ids: [&'static str; N],
        read: impl Fn(&R) -> [T; N] + 'a,
    ) -> Self {
        self.each(ids, Kind::Number, move |row| {
            read(row).map(|v| Cell::some(v, Cell::Number))
        })
    }

    /// A chance: in how many futures, of how many, their share, and the ends of its interval.
    pub fn chance(
        self,
        [hits, of, value, low, high]: [&'static str; 5],
        read: impl Fn(&R) -> Option<Probability> + 'a,
    ) -> Self {
        let read = Rc::new(read);
        let again = Rc::clone(&read);
        let whole = |n: u32| Cell::Whole(n.into());
        self.each([hits, of], Kind::Whole, move |row| match read(row) {
            Some(p) => [p.hits, p.of].map(whole),
            None => [Cell::Absent, Cell::Absent],
        })
        .each([value, low, high], Kind::Number, move |row| {
            again(row).map_or([Cell::Absent, Cell::Absent, Cell::Absent], |p| {
                [Cell::Chance(p), Cell::Share(p.low), Cell::Share(p.high)]
            })
        })
    }

    /// The last column is for people alone: files do without it.
    pub fn for_people(mut self) -> Self {
        if let Some(last) = self.columns.last_mut() {
            last.in_files = false;
        }
        self
    }

    /// How the cells of these columns stand out on a sheet.
    pub fn look(mut self, ids: &[&str], look: impl Fn(&R) -> Look + 'a) -> Self {
        let look = Rc::new(look);
        for column in self.columns.iter_mut().filter(|c| ids.contains(&&*c.id)) {
            let (look, rows) = (Rc::clone(&look), Rc::clone(&self.rows));
            column.look = Some(Box::new(move |row| look(&rows[row])));
        }
        self
    }

    /// The table.
    pub fn table(self) -> Table<'a> {
        Table {
            columns: self.columns,
            rows: self.rows.len(),
        }
    }
}

/// Rows of a table that one thread writes.
const AT_A_TIME: usize = 2048;

/// A table that a kind of results always has.
pub struct Described<S: 'static> {
    /// Its name: that of its files, without their ending.
    pub name: &'static str,
    /// What it holds, in a line.
    pub about: Said,
    /// The table of one set of results.
    pub of: for<'a> fn(&'a S) -> Table<'a>,
}

impl<S> Described<S> {
    /// A table, what makes it, and what it holds.
    pub const fn new(
        name: &'static str,
        of: for<'a> fn(&'a S) -> Table<'a>,
        about: Said,
    ) -> Described<S> {
        Described { name, about, of }
    }

    /// The table as a file, with the file's name. Rows of a long one are written side by side.
    pub fn csv(&self, found: &S) -> (String, Vec<u8>)
    where
        S: Sync,
    {
        let name = format!("{}.csv", self.name);
        let table = (self.of)(found);
        let rows = table.rows;
        if rows <= AT_A_TIME {
            return (name, table.csv());
        }
        drop(table);
        let pieces = (0..rows.div_ceil(AT_A_TIME)).into_par_iter();
        let piece = |table: &mut Table<'_>, k: usize| {
            table.csv_of(k * AT_A_TIME..rows.min((k + 1) * AT_A_TIME))
        };
        let pieces: Vec<Vec<u8>> = pieces.map_init(|| (self.of)(found), piece).collect();
        (name, pieces.concat())
    }
}

/// The files of these tables, each with what it holds; those of which the same is said stand together.
pub fn listed<S>(tables: &[Described<S>]) -> Vec<String> {
    let alike = tables.chunk_by(|a, b| a.about == b.about);
    let named = |t: &Described<S>| format!("`{}.csv`", t.name);
    alike
        .map(|all| {
            let names: Vec<String> = all.iter().map(named).collect();
            let names = say!(en: names.join(" and "), vi: names.join(" và "));
            format!("{names}: {}", all[0].about)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_files_are_short_and_lose_nothing_that_counts() {
        let cases = [
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (1e-13, "0.0000000000001"),
            (34.5, "34.5"),
            (102_350_000.0, "102350000"),
            (2.0 / 3.0, "0.666666666667"),
            (f64::NAN, ""),
        ];
        for (value, expected) in cases {
            assert_eq!(number(value), expected);
        }
    }

    #[test]
    fn a_file_holds_ids_and_full_numbers_and_leaves_out_what_is_for_people() {
        let rows = [("a,b", Some(0.5)), ("c", None)];
        let table = Table::over(rows)
            .put("what", Kind::Text, |r| {
                Cell::Named(r.0.into(), "its name".into())
            })
            .text("in_words", |_| "said")
            .for_people()
            .number("value", |r| r.1)
            .flag("there", |r| r.1.is_some())
            .look(&["there"], |r| {
                if r.1.is_some() {
                    Look::Strong
                } else {
                    Look::Plain
                }
            })
            .table();
        let text = String::from_utf8(table.csv()).expect("UTF-8");
        assert_eq!(text, "what,value,there\n\"a,b\",0.5,true\nc,,false\n");
        assert_eq!(table.column("there").look(0), Look::Strong);
        assert_eq!(table.column("in_words").cell(1), "said".into());
    }
}
