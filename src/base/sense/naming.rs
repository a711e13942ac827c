//! Names and codes of a base are plain: no sign that is not seen, none that a spreadsheet takes for
//! the beginning of a formula, and short enough to stand in a table.

use crate::base::tables::{Reader, Row};
use crate::source::naming::{LONGEST, LONGEST_TITLE, fault, unseen};

/// Columns that name something, with their longest text.
const NAMES: &[(&str, usize)] = &[
    ("code", LONGEST),
    ("id", LONGEST),
    ("name", LONGEST),
    ("name_en", LONGEST),
    ("plural", LONGEST),
    ("title", LONGEST_TITLE),
];

/// Refuses names that are none, and signs that are not seen in any cell; each row once.
pub fn plain(reader: &mut Reader<'_>, rows: &[Row]) {
    for row in rows {
        let found = row.named().find_map(|(column, text)| {
            let name = NAMES.iter().find(|(name, _)| *name == column);
            let wrong = match name {
                Some((_, longest)) => fault(text, *longest),
                None if text.contains(unseen) => fault(text, usize::MAX),
                None => None,
            };
            wrong.map(|said| (column, said))
        });
        if let Some((column, said)) = found {
            reader.refuse(row, column, "base::bad-name", said);
        }
    }
}
