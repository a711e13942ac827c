//! What a finished folder holds in columns is read again: the draws of the first futures.

use super::manifest::Listed;
use super::saved::{self, SavedError};
use super::tables::columns_of_option;
use crate::results::comparison::{Choices, Comparison, TOGETHER};
use crate::results::{Findings, Futures};
use crate::words::guesses as words;
use parquet::column::reader::ColumnReader;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{FileReader, SerializedFileReader};
use serde::Deserialize;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The table of draws.
pub const DRAWS: &str = "assumptions.parquet";

/// A column as it was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Whole numbers.
    Whole(Vec<i32>),
    /// Numbers; those that are not defined are no numbers.
    Number(Vec<f32>),
    /// Yes or no; `None` where nothing is answered.
    Answer(Option<Vec<bool>>),
}

/// Columns by name, in their order.
pub type Columns = Vec<(String, Values)>;

/// Lists the files of a folder of results.
#[derive(Deserialize)]
struct Files {
    #[serde(default)]
    files: Vec<Listed>,
}

/// The draws that a folder of results lists, and the sha-256 of their file; `None` where it lists none.
///
/// # Errors
/// The file is gone, is not the one that was left, or is no such table.
pub fn draws(folder: &Path) -> std::result::Result<Option<(Columns, String)>, SavedError> {
    let manifest: Files = saved::manifest_as(folder)?;
    let Some(listed) = manifest.files.into_iter().find(|f| f.path == DRAWS) else {
        return Ok(None);
    };
    let path: PathBuf = folder.join(DRAWS);
    if let Some(path) = saved::spoilt(folder, std::slice::from_ref(&listed)) {
        return Err(SavedError::Touched { path });
    }
    let unreadable = |detail: String| SavedError::Unreadable {
        path: path.clone(),
        detail,
    };
    let file = File::open(&path).map_err(|e| unreadable(e.to_string()))?;
    let columns = read(file).map_err(|e| unreadable(e.to_string()))?;
    Ok(Some((columns, listed.sha256)))
}

fn read(file: File) -> Result<Columns> {
    let file = SerializedFileReader::new(file)?;
    let schema = file.metadata().file_metadata().schema_descr_ptr();
    let mut all: Columns = Vec::new();
    for group in 0..file.num_row_groups() {
        let group = file.get_row_group(group)?;
        let rows = group.metadata().num_rows() as usize;
        for at in 0..group.num_columns() {
            let name = schema.column(at).name().to_owned();
            let own = column(group.get_column_reader(at)?, rows)?;
            match all.get_mut(at) {
                None => all.push((name, own)),
                Some((_, Values::Number(known))) => {
                    if let Values::Number(more) = own {
                        known.extend(more);
                    }
                }
                Some(_) => return Err(ParquetError::General(words::SEVERAL_GROUPS.to_owned())),
            }
        }
    }
    Ok(all)
}

/// All values of a column of one group of rows.
fn column(reader: ColumnReader, rows: usize) -> Result<Values> {
    let mut there: Vec<i16> = Vec::with_capacity(rows);
    Ok(match reader {
        ColumnReader::Int32ColumnReader(mut reader) => {
            let mut values = Vec::with_capacity(rows);
            reader.read_records(rows, None, None, &mut values)?;
            Values::Whole(values)
        }
        ColumnReader::FloatColumnReader(mut reader) => {
            let mut values = Vec::with_capacity(rows);
            reader.read_records(rows, Some(&mut there), None, &mut values)?;
            let mut values = values.into_iter();
            let one = |there: &i16| match there {
                0 => f32::NAN,
                _ => values.next().unwrap_or(f32::NAN),
            };
            Values::Number(there.iter().map(one).collect())
        }
        ColumnReader::BoolColumnReader(mut reader) => {
            let mut values = Vec::with_capacity(rows);
            reader.read_records(rows, Some(&mut there), None, &mut values)?;
            Values::Answer((values.len() == rows).then_some(values))
        }
        _ => return Err(ParquetError::General(words::OTHER_COLUMN.to_owned())),
    })
}

/// The first futures of a run by what its findings know: names in files have `_` where ids have a point.
pub fn futures(columns: Columns, findings: &Findings) -> Futures {
    let mut all = Futures {
        replicates: Vec::new(),
        assumed: Vec::new(),
        met: Vec::new(),
        values: Vec::new(),
    };
    for (name, values) in columns {
        let is = |id: &str| in_files(id) == name;
        match values {
            Values::Whole(rows) => all.replicates = rows.into_iter().map(|r| r as u32).collect(),
            Values::Answer(met) => {
                let target = findings.targets.iter().find(|t| is(&t.id));
                all.met.push((target.map_or(name, |t| t.id.clone()), met));
            }
            Values::Number(rows) => {
                let assumption = findings.assumptions.iter().find(|a| is(&a.id));
                match assumption {
                    Some(a) => all.assumed.push((a.id.clone(), rows)),
                    None => all.values.push((name, rows)),
                }
            }
        }
    }
    all
}

/// The first futures of a comparison by what it knows.
pub fn choices(columns: Columns, c: &Comparison) -> Choices {
    let asked = c.questions.iter().filter(|q| q.headline);
    let asked: Vec<String> = asked
        .map(|q| q.id.clone())
        .chain([TOGETHER.to_owned()])
        .collect();
    let names: Vec<Vec<String>> = c
        .options
        .iter()
        .map(|o| {
            columns_of_option(&o.name, &asked)
                .iter()
                .map(|name| in_files(name))
                .collect()
        })
        .collect();
    let mut all = Choices {
        replicates: Vec::new(),
        assumed: Vec::new(),
        met: vec![vec![None; asked.len()]; names.len()],
        money: vec![Vec::new(); names.len()],
        asked,
    };
    let place = |name: &str| {
        let own = |row: &Vec<String>| row.iter().position(|known| known == name);
        names
            .iter()
            .enumerate()
            .find_map(|(o, row)| Some((o, own(row)?)))
    };
    for (name, values) in columns {
        match (values, place(&name)) {
            (Values::Whole(rows), _) => {
                all.replicates = rows.into_iter().map(|r| r as u32).collect()
            }
            (Values::Answer(met), Some((o, at))) if at < all.asked.len() => all.met[o][at] = met,
            (Values::Number(rows), Some((o, _))) => all.money[o] = rows,
            (Values::Number(rows), None) => {
                let known = c.assumptions.iter().find(|a| in_files(&a.id) == name);
                all.assumed.extend(known.map(|a| (a.id.clone(), rows)));
            }
            _ => {}
        }
    }
    all
}

/// An id as the name of a column.
pub fn in_files(id: &str) -> String {
    id.replace('.', "_")
}
