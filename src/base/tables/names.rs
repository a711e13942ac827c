//! Codes are given once and found by name; which is told where one stands twice.

use super::{Reader, Row};
use crate::messages::base as messages;
use std::collections::BTreeMap;

/// Names in table order, found by name; a name that stands twice is told.
#[derive(Clone, Debug, Default)]
pub struct Names {
    order: Vec<String>,
    places: BTreeMap<String, usize>,
    sure: bool,
}

impl Names {
    /// Adds a name and tells the reader if it stands twice.
    pub fn add(&mut self, reader: &mut Reader<'_>, row: &Row, column: &str, name: &str) {
        if self
            .places
            .insert(name.to_owned(), self.order.len())
            .is_some()
        {
            let said = messages::twice_in_table(name);
            reader.refuse(row, column, "base::duplicate-code", said);
        }
        self.order.push(name.to_owned());
    }

    /// Adds a name known beforehand.
    pub fn know(&mut self, name: &str) {
        self.places.insert(name.to_owned(), self.order.len());
        self.order.push(name.to_owned());
    }

    /// Says that there may be no name at all: each that is asked for is then unknown.
    pub fn sure(mut self) -> Names {
        self.sure = true;
        self
    }

    /// Whether an empty list means that there is no name, and not that its table is at fault.
    pub fn is_sure(&self) -> bool {
        self.sure
    }

    /// Position of a name.
    pub fn at(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// Names in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }
}
