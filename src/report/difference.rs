//! Two folders of results are held side by side: the same to the last byte, or the first file, row
//! and column in which they part.

use super::manifest::Listed;
use crate::words::command as words;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// The first place where a file of a saved run and the same file of a run made anew part; `None`
/// where they are the same. Between two versions of the program, tables kept in columns are the same
/// when their rows are: their footers name the version.
pub fn between(
    name: &str,
    saved: &Path,
    again: &Path,
    one_version: bool,
) -> io::Result<Option<String>> {
    let (old, new) = (saved.join(name), again.join(name));
    match (old.is_file(), new.is_file()) {
        (true, true) => {}
        (false, true) => return Ok(Some(words::missing_file(name))),
        (true, false) => return Ok(Some(words::extra_file(name))),
        (false, false) => return Ok(Some(words::listed_only(name))),
    }
    if Listed::of(name, File::open(&old)?)? == Listed::of(name, File::open(&new)?)? {
        return Ok(None);
    }
    let place = match Path::new(name).extension().and_then(|e| e.to_str()) {
        Some("csv") => in_table(&fs::read(&old)?, &fs::read(&new)?),
        #[cfg(feature = "parquet")]
        Some("parquet") => columns::first(&old, &new),
        Some("png" | "xlsx") => None,
        _ => in_text(&fs::read(&old)?, &fs::read(&new)?),
    };
    if place.is_none() && !one_version && name.ends_with(".parquet") {
        return Ok(None);
    }
    Ok(Some(words::differs(
        name,
        &place.unwrap_or_else(|| words::DIFFERENT_BYTES.to_owned()),
    )))
}

/// The first line in which two texts of that name part.
pub fn of_texts(name: &str, old: &str, new: &str) -> String {
    let place = in_text(old.as_bytes(), new.as_bytes());
    words::differs(
        name,
        &place.unwrap_or_else(|| words::DIFFERENT_BYTES.into()),
    )
}

/// The first line in which two texts part.
fn in_text(old: &[u8], new: &[u8]) -> Option<String> {
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let (mut olds, mut news) = (old.split('\n'), new.split('\n'));
    let mut line = 0;
    loop {
        line += 1;
        match (olds.next(), news.next()) {
            (None, None) => return None,
            (a, b) if a == b => {}
            (a, b) => return Some(words::line_differs(line, &part(a, b), &part(b, a))),
        }
    }
}

/// The stretch of a line that differs from another, with a little before it.
fn part(line: Option<&str>, other: Option<&str>) -> String {
    const BEFORE: usize = 24;
    const SHOWN: usize = 60;
    let Some(line) = line else {
        return words::NO_LINE.to_owned();
    };
    let other = other.unwrap_or_default();
    let letters = line.chars().zip(other.chars());
    let start = letters.take_while(|(a, b)| a == b).count();
    let from = start.saturating_sub(BEFORE);
    let shown: String = line.chars().skip(from).take(SHOWN).collect();
    let rest = line.chars().count() > from + SHOWN;
    let (before, after) = (if from > 0 { "…" } else { "" }, if rest { "…" } else { "" });
    format!("{before}{shown}{after}")
}

/// The first row and column in which two tables part.
fn in_table(old: &[u8], new: &[u8]) -> Option<String> {
    let reader = |bytes| {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(bytes)
            .into_byte_records()
    };
    let (mut olds, mut news) = (reader(old), reader(new));
    let mut header = csv::ByteRecord::new();
    let cell = |row: &csv::ByteRecord, at: usize| {
        String::from_utf8_lossy(row.get(at).unwrap_or_default()).into_owned()
    };
    for line in 1.. {
        let (a, b) = match (olds.next(), news.next()) {
            (Some(Ok(a)), Some(Ok(b))) => (a, b),
            (None, None) => return None,
            (a, b) => {
                let whole = |row: Option<csv::Result<csv::ByteRecord>>| match row {
                    Some(Ok(row)) => (0..row.len())
                        .map(|at| cell(&row, at))
                        .collect::<Vec<_>>()
                        .join(","),
                    _ => words::NO_LINE.to_owned(),
                };
                return Some(words::line_differs(line, &whole(a), &whole(b)));
            }
        };
        if line == 1 {
            header = a.clone();
        }
        if a != b {
            let at = (0..a.len().max(b.len())).find(|at| a.get(*at) != b.get(*at))?;
            let key: Vec<String> = (0..at.min(4)).map(|k| cell(&a, k)).collect();
            return Some(words::cell_differs(
                line,
                &key.join(", "),
                &cell(&header, at),
                &cell(&a, at),
                &cell(&b, at),
            ));
        }
    }
    None
}

/// Tables kept in columns.
#[cfg(feature = "parquet")]
mod columns {
    use crate::words::command as words;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::{Field, Row};
    use std::fs::File;
    use std::path::Path;

    /// The first row and column in which two tables part; `None` where only their form differs.
    pub fn first(old: &Path, new: &Path) -> Option<String> {
        let reader = |path: &Path| SerializedFileReader::new(File::open(path).ok()?).ok();
        let unreadable = || Some(words::UNREADABLE_TABLE.to_owned());
        let Some(old) = reader(old) else {
            return unreadable();
        };
        let new = reader(new)?;
        let (Ok(mut olds), Ok(mut news)) = (old.get_row_iter(None), new.get_row_iter(None)) else {
            return unreadable();
        };
        for row in 1.. {
            match (olds.next(), news.next()) {
                (None, None) => return None,
                (Some(Ok(a)), Some(Ok(b))) if a == b => {}
                (Some(Ok(a)), Some(Ok(b))) => return Some(cell(row, &a, &b)),
                (Some(Err(_)), _) => return unreadable(),
                (a, _) => {
                    let (a, b) = if a.is_some() {
                        (words::A_ROW, words::NO_LINE)
                    } else {
                        (words::NO_LINE, words::A_ROW)
                    };
                    return Some(words::row_differs(row, &a, &b));
                }
            }
        }
        None
    }

    fn text_of(field: &Field) -> String {
        match field {
            Field::Str(text) => text.clone(),
            other => other.to_string(),
        }
    }

    fn cell(row: usize, a: &Row, b: &Row) -> String {
        let pairs = a.get_column_iter().zip(b.get_column_iter());
        let differs = pairs.enumerate().find(|(_, (x, y))| x != y);
        let Some((at, ((name, x), (_, y)))) = differs else {
            return words::row_differs(row, &words::A_ROW, &words::A_ROW);
        };
        let key: Vec<String> = a
            .get_column_iter()
            .take(at.min(4))
            .map(|(_, field)| text_of(field))
            .collect();
        words::cell_of_row_differs(row, &key.join(", "), name, &text_of(x), &text_of(y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_number_is_named_by_row_and_column() {
        let old = b"scope,year,mean\nnation,2026,34.5\nnation,2027,35.5\n";
        let new = b"scope,year,mean\nnation,2026,34.5\nnation,2027,34.9\n";
        let told = in_table(old, new).expect("they differ");
        for word in ["line 3", "nation, 2027", "mean", "35.5", "34.9"] {
            assert!(told.contains(word), "{word}: {told}");
        }
        assert_eq!(in_table(old, old), None);
    }

    #[test]
    fn a_lost_row_is_named() {
        let told = in_table(b"a,b\n1,2\n", b"a,b\n1,2\n3,4\n").expect("they differ");
        assert!(told.contains("line 3") && told.contains("3,4"), "{told}");
    }

    #[test]
    fn a_long_line_is_shown_where_it_differs() {
        let (old, new) = ("x".repeat(400) + "1 end", "x".repeat(400) + "2 end");
        let told = in_text(old.as_bytes(), new.as_bytes()).expect("they differ");
        assert!(told.contains("x1 end") && told.contains("x2 end"), "{told}");
        assert!(told.chars().count() < 200, "{told}");
    }
}
