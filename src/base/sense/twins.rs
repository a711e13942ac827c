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
