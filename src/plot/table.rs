//! The figures behind a picture: its `.csv` twin.

use crate::table::{self, Kind};

/// A table with named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Column names.
    pub columns: Vec<&'static str>,
    /// Rows, as wide as `columns`.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(columns: &[&'static str]) -> Table {
        Table {
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }

    /// A table that says in words why a picture was not drawn.
    pub fn note(sentence: &str) -> Table {
        Table {
            columns: vec!["note"],
            rows: vec![vec![sentence.to_owned()]],
        }
    }

    /// Adds a row given by column name; columns not named stay empty.
    pub fn row(&mut self, cells: &[(&str, String)]) {
        let row = self.columns.iter().map(|column| {
            cells
                .iter()
                .find(|(name, _)| name == column)
                .map_or(String::new(), |(_, cell)| cell.clone())
        });
        self.rows.push(row.collect());
    }

    /// The table as comma-separated values.
    pub fn csv(&self) -> Vec<u8> {
        let mut table = table::Table::over(&self.rows);
        for (at, column) in self.columns.iter().enumerate() {
            table = table.put(*column, Kind::Text, move |row| row[at].as_str().into());
        }
        table.table().csv()
    }
}

/// A figure in full precision.
pub fn figure(value: f64) -> String {
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_comma_is_quoted_and_a_missing_one_empty() {
        let mut table = Table::new(&["year", "label", "value"]);
        table.row(&[("value", figure(1.5)), ("label", "a, b".to_owned())]);
        assert_eq!(table.csv(), b"year,label,value\n,\"a, b\",1.5\n");
    }
}
