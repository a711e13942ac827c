//! One hospital under two codes would have its beds counted twice.

use crate::base::tables::{Reader, Row};
use crate::diagnostic::folded;
use crate::messages::base as messages;
use std::collections::BTreeMap;

/// A name without accents, capitals, signs and the order of its words.
fn plain(name: &str) -> String {
    let text = folded(name);
    let mut words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// Tables whose rows have no code of their own, and what tells one from another.
const KEYS: &[(&str, &[&str])] = &[
    ("history.csv", &["scope", "indicator", "year", "series"]),
    ("reference_classes.csv", &["class", "name"]),
    ("assumed_tables.csv", &["name"]),
];

/// Refuses a row that stands a second time.
pub fn keys(reader: &mut Reader<'_>, rows: &[Row]) {
    let file = rows.first().map_or("", |row| row.file);
    let Some((_, columns)) = KEYS.iter().find(|(name, _)| *name == file) else {
        return;
    };
    let mut seen: BTreeMap<Vec<&str>, u64> = BTreeMap::new();
    for row in rows {
        let key: Vec<&str> = columns.iter().map(|column| row.cell(column)).collect();
        if let Some(line) = seen.get(&key) {
            let said = messages::stands_twice(key.join(", "), line);
            reader.refuse(row, columns[0], "base::duplicate-code", said);
        } else {
            seen.insert(key, row.line);
        }
    }
}

/// Warns of two rows of one province with the same name, in either language.
pub fn hospitals(reader: &mut Reader<'_>, rows: &[Row]) {
    for column in ["name", "name_en"] {
        let mut seen: BTreeMap<(&str, String), &Row> = BTreeMap::new();
        for row in rows {
            let name = match row.cell("synthetic") {
                "yes" => row.cell(column).to_lowercase(), // numbered by whoever made them up
                _ => plain(row.cell(column)),
            };
            if name.is_empty() {
                continue;
            }
            let province = row.cell("province");
            let Some(first) = seen.get(&(province, name.clone())) else {
                seen.insert((province, name), row);
                continue;
            };
            let told = column == "name_en" && plain(first.cell("name")) == plain(row.cell("name"));
            if !told && first.cell("code") != row.cell("code") {
                let (code, other) = (row.cell("code"), first.cell("code"));
                let name = row.cell(column);
                let said = messages::same_name(code, other, first.line, province, name);
                reader.warn(row, column, "base::same-name", said);
            }
        }
    }
}
