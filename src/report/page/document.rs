//! What a page says, block by block from top to bottom. Texts are in the little Markdown of
//! [`super::markdown`]; a page is written as Markdown there and for a browser in [`super::html`].

use super::lookup::LookUp;
use super::questioned::Questioned;
use super::weighed::Weighed;
use crate::results::Unit;
use crate::said::Said;
use crate::table::{Cell, Table};
use crate::words::number;
use crate::words::workbook::yes;

/// A page being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// What follows the title.
    pub blocks: Vec<Block>,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The heading of a part of the document.
    Division {
        /// The heading.
        title: String,
        /// Whether its sections are looked up rather than read.
        annex: bool,
    },
    /// A section heading.
    Section(String),
    /// A heading inside a section.
    Part(String),
    /// A paragraph.
    Paragraph(String),
    /// A picture.
    Picture {
        /// What it shows, for who cannot see it.
        says: String,
        /// Its file, seen from the page.
        file: String,
    },
    /// A list; an item that goes on in lines that begin with `  - ` has items of its own.
    List(Vec<String>),
    /// A table.
    Table(Grid),
    /// Futures that the reader of a page for a browser can ask.
    Questioned(Box<Questioned>),
    /// Ways that the reader of a page for a browser can weigh.
    Weighed(Box<Weighed>),
    /// What the reader of a page for a browser can look up.
    LookUp(Box<LookUp>),
}

/// A table as a page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Heads of the columns.
    pub header: Vec<String>,
    /// Cells, row by row.
    pub rows: Vec<Vec<String>>,
    /// How many columns from the left are text; the others are set right.
    pub texts: usize,
}

impl Page {
    /// A page with its title.
    pub fn titled(title: &str) -> Page {
        Page {
            title: super::markdown::plain(title),
            blocks: Vec::new(),
        }
    }

    /// What stands before the second part of the document, where there are parts.
    pub fn first(&self) -> Option<Page> {
        let part = |block: &Block| matches!(block, Block::Division { .. });
        let ends = self.blocks.iter().position(part)?;
        Some(Page {
            title: self.title.clone(),
            blocks: self.blocks[..ends].to_vec(),
        })
    }

    /// What is handed on in somebody's own paper: the first part, or the whole where there are none, and behind
    /// it the section under this heading.
    #[cfg(feature = "xlsx")]
    pub fn handed_on(&self, title: &str) -> Page {
        let Some(mut handed) = self.first() else {
            return self.clone();
        };
        let own = |block: &Block| matches!(block, Block::Section(other) if other == title);
        let begins = self.blocks.iter().position(own);
        let mut behind = self.blocks.iter().skip(begins.unwrap_or(self.blocks.len()));
        if let Some(heading) = behind.next() {
            handed.divided(title);
            handed.blocks.push(heading.clone());
            let ends =
                |block: &&Block| !matches!(block, Block::Section(_) | Block::Division { .. });
            handed.blocks.extend(behind.take_while(ends).cloned());
        }
        handed
    }

    /// The heading of a part of the document: what follows it is read on its own.
    pub fn divided(&mut self, title: &str) {
        self.blocks.push(Block::Division {
            title: title.to_owned(),
            annex: false,
        });
    }

    /// The heading of the part whose sections are looked up rather than read: a browser keeps them shut.
    pub fn annexed(&mut self, title: &str) {
        self.blocks.push(Block::Division {
            title: title.to_owned(),
            annex: true,
        });
    }

    /// A section heading.
    pub fn section(&mut self, title: &str) {
        self.blocks.push(Block::Section(title.to_owned()));
    }

    /// A heading inside a section.
    pub fn part(&mut self, title: &str) {
        self.blocks.push(Block::Part(title.to_owned()));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(text.to_owned()));
    }

    /// A picture: what it shows, and its file seen from the page.
    pub fn picture(&mut self, says: &str, file: &str) {
        self.blocks.push(Block::Picture {
            says: says.to_owned(),
            file: file.to_owned(),
        });
    }

    /// Futures that the reader can ask, where a browser shows the page.
    pub fn questioned(&mut self, questioned: Questioned) {
        self.blocks.push(Block::Questioned(Box::new(questioned)));
    }

    /// Ways that the reader can weigh, where a browser shows the page.
    pub fn weighed(&mut self, weighed: Weighed) {
        self.blocks.push(Block::Weighed(Box::new(weighed)));
    }

    /// What the reader can look up, where a browser shows the page.
    pub fn looked_up(&mut self, look_up: LookUp) {
        self.blocks.push(Block::LookUp(Box::new(look_up)));
    }

    /// A list.
    pub fn list<S: AsRef<str>>(&mut self, items: &[S]) {
        let items = items.iter().map(|item| item.as_ref().to_owned());
        self.blocks.push(Block::List(items.collect()));
    }

    /// A table; the first column is text, the others are set right.
    pub fn table<S: AsRef<str>>(&mut self, header: &[S], rows: &[Vec<String>]) {
        self.aligned(header, rows, 1);
    }

    /// A table whose first `texts` columns are text.
    pub fn aligned<S: AsRef<str>>(&mut self, header: &[S], rows: &[Vec<String>], texts: usize) {
        self.blocks.push(Block::Table(Grid {
            header: header.iter().map(|h| h.as_ref().to_owned()).collect(),
            rows: rows.to_vec(),
            texts,
        }));
    }

    /// Columns of a table of results, by name and under these heads; the first `texts` are text.
    pub fn of(&mut self, table: &Table<'_>, columns: &[(&str, Said)], texts: usize) {
        let heads: Vec<&str> = columns.iter().map(|(_, head)| head.text()).collect();
        let columns: Vec<_> = columns.iter().map(|(id, _)| table.column(id)).collect();
        let line = |row| columns.iter().map(|c| said(&c.cell(row))).collect();
        let rows: Vec<Vec<String>> = (0..table.rows).map(line).collect();
        self.aligned(&heads, &rows, texts);
    }
}

/// What a page prints of a cell.
fn said(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Absent | Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Both(_, text) => super::markdown::plain(text),
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
