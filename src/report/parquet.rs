//! The record in columns: what DuckDB, pandas and polars open without being told anything, with the
//! run's identity in the footer.
//!
//! Equal runs leave equal bytes: nothing here knows the time, the machine or the number of threads.

use super::columns::in_files;
use super::draft::Draft;
use super::{Handed, ReportError, tables};
use crate::results::comparison::{Choices, Comparison};
use crate::results::{Draws, Findings};
use crate::table::{Cell, Column, Kind, Table};
use crate::words::tables as about;
use parquet::basic::{Compression, Encoding, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, FloatType, Int32Type,
};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{ColumnPath, Type};
use std::fs::File;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

/// What a column holds, in the types of the format.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Text,
    /// Whole numbers that grow slowly: years, replicates.
    Steps,
    Flag,
    /// Yes, no, or neither.
    Answer,
    /// Numbers to the last digit; one that is not defined is left empty.
    Double,
    /// Numbers as samples are kept.
    Single,
}

impl From<Kind> for Holds {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Text => Holds::Text,
            Kind::Whole => Holds::Steps,
            Kind::Flag => Holds::Flag,
            Kind::Answer => Holds::Answer,
            Kind::Number => Holds::Double,
            Kind::Single => Holds::Single,
        }
    }
}

/// The values of one column in one group of rows.
enum Values {
    Text(Vec<ByteArray>),
    Steps(Vec<i32>),
    Flag(Vec<bool>),
    Answer(Vec<Option<bool>>),
    Double(Vec<f64>),
    Single(Vec<f32>),
}

/// The values of a column, piece by piece.
type Pieces<'a> = Box<dyn Iterator<Item = Result<Values>> + 'a>;

/// All cells of a column.
fn values(column: &Column<'_>, rows: usize) -> Values {
    let cells = (0..rows).map(|row| column.cell(row));
    match column.kind {
        Kind::Text => Values::Text(cells.map(|c| ByteArray::from(&*c.in_files())).collect()),
        Kind::Whole => Values::Steps(cells.map(|c| c.value().unwrap_or(0.0) as i32).collect()),
        Kind::Flag => Values::Flag(cells.map(|c| c == Cell::Flag(true)).collect()),
        Kind::Answer => {
            let answer = |c| matches!(c, Cell::Flag(_)).then(|| c == Cell::Flag(true));
            Values::Answer(cells.map(answer).collect())
        }
        Kind::Number => Values::Double(cells.map(|c| c.value().unwrap_or(f64::NAN)).collect()),
        Kind::Single => {
            let single = |c: Cell<'_>| c.value().map_or(f32::NAN, |v| v as f32);
            Values::Single(cells.map(single).collect())
        }
    }
}

/// A table on its way to being a file.
struct Columns<W: Write + Send>(SerializedFileWriter<W>);

impl<W: Write + Send> Columns<W> {
    fn open(to: W, fields: &[(String, Holds)], footer: Vec<KeyValue>) -> Result<Columns<W>> {
        let mut schema = Vec::new();
        let mut properties = WriterProperties::builder()
            .set_created_by(format!(
                "{} version {}",
                env!("CARGO_PKG_NAME"),
                env!("CARGO_PKG_VERSION")
            ))
            .set_key_value_metadata(Some(footer))
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_dictionary_enabled(false);
        for (name, kind) in fields {
            let path = ColumnPath::from(name.as_str());
            let (physical, encoding) = match kind {
                Holds::Text => (Physical::BYTE_ARRAY, None),
                Holds::Steps => (Physical::INT32, Some(Encoding::DELTA_BINARY_PACKED)),
                Holds::Flag | Holds::Answer => (Physical::BOOLEAN, None),
                Holds::Double => (Physical::DOUBLE, Some(Encoding::BYTE_STREAM_SPLIT)),
                Holds::Single => (Physical::FLOAT, Some(Encoding::BYTE_STREAM_SPLIT)),
            };
            properties = match encoding {
                Some(encoding) => properties.set_column_encoding(path, encoding),
                None => properties.set_column_dictionary_enabled(path, *kind == Holds::Text),
            };
            let some = match kind {
                Holds::Answer | Holds::Double | Holds::Single => Repetition::OPTIONAL,
                _ => Repetition::REQUIRED,
            };
            let column = Type::primitive_type_builder(name, physical)
                .with_repetition(some)
                .with_logical_type((*kind == Holds::Text).then_some(LogicalType::String))
                .build()?;
            schema.push(Arc::new(column));
        }
        let schema = Type::group_type_builder("row")
            .with_fields(schema)
            .build()?;
        SerializedFileWriter::new(to, Arc::new(schema), Arc::new(properties.build())).map(Columns)
    }

    /// Writes a group of rows, column by column and each of these piece by piece.
    fn rows<C: IntoIterator<Item = Result<Values>>>(
        &mut self,
        columns: impl IntoIterator<Item = C>,
    ) -> Result<()> {
        let mut group = self.0.next_row_group()?;
        for pieces in columns {
            let column = group.next_column()?;
            let mut column = column
                .ok_or_else(|| ParquetError::General("more columns than the table has".into()))?;
            for values in pieces {
                values?.put(&mut column)?;
            }
            column.close()?;
        }
        group.close().map(drop)
    }

    fn close(self) -> Result<()> {
        self.0.close().map(drop)
    }
}

impl Values {
    fn put(self, to: &mut SerializedColumnWriter<'_>) -> Result<()> {
        fn some<T: DataType>(
            to: &mut SerializedColumnWriter<'_>,
            values: impl ExactSizeIterator<Item = Option<T::T>> + Clone,
        ) -> Result<()> {
            let defined: Vec<i16> = values.clone().map(|v| i16::from(v.is_some())).collect();
            let values: Vec<T::T> = values.flatten().collect();
            to.typed::<T>()
                .write_batch(&values, Some(&defined), None)
                .map(drop)
        }
        fn all<T: DataType>(to: &mut SerializedColumnWriter<'_>, values: &[T::T]) -> Result<()> {
            to.typed::<T>().write_batch(values, None, None).map(drop)
        }
        match self {
            Values::Text(v) => all::<ByteArrayType>(to, &v),
            Values::Steps(v) => all::<Int32Type>(to, &v),
            Values::Flag(v) => all::<BoolType>(to, &v),
            Values::Answer(v) => some::<BoolType>(to, v.iter().copied()),
            Values::Double(v) => {
                some::<DoubleType>(to, v.iter().map(|x| (!x.is_nan()).then_some(*x)))
            }
            Values::Single(v) => {
                some::<FloatType>(to, v.iter().map(|x| (!x.is_nan()).then_some(*x)))
            }
        }
    }
}

/// Writes a table, where a run has the record for it.
type Put = fn(&Draft, Handed<'_>) -> std::result::Result<(), ReportError>;

/// Every table of a run.
pub const ALL: [Put; 4] = [
    |draft, handed| {
        let Some(draws) = handed.draws else {
            return Ok(());
        };
        draft.stream("draws.parquet", |file| {
            to(file, |file| self::draws(file, handed.findings, draws))
        })
    },
    |draft, handed| {
        let Some(futures) = handed.futures else {
            return Ok(());
        };
        let footer = footer(handed.findings, &about::ROWS_ASSUMPTIONS);
        one_group(draft, "assumptions", &tables::futures(futures), &footer)
    },
    |draft, handed| {
        let Some(facilities) = handed.facilities else {
            return Ok(());
        };
        let footer = footer(handed.findings, &about::ROWS_FACILITIES);
        one_group(
            draft,
            "facilities",
            &tables::facilities(facilities),
            &footer,
        )
    },
    |draft, handed| {
        let footer = footer(handed.findings, &about::ROWS_SUMMARY);
        one_group(draft, "summary", &tables::summary(handed.findings), &footer)
    },
];

/// What a footer says, by name.
pub type Footer = [(&'static str, String)];

fn key_values(footer: &Footer) -> Vec<KeyValue> {
    let one = |(key, value): &(&str, String)| KeyValue::new((*key).to_owned(), value.clone());
    footer.iter().map(one).collect()
}

/// Writes a table as one group of rows.
pub fn one_group(
    draft: &Draft,
    name: &str,
    table: &Table<'_>,
    footer: &Footer,
) -> std::result::Result<(), ReportError> {
    // A point in a name would be a way into a column of columns.
    let field = |c: &Column<'_>| (in_files(&c.id), c.kind.into());
    let fields: Vec<(String, Holds)> = table.in_files().map(field).collect();
    draft.stream(&format!("{name}.parquet"), |file| {
        to(file, |file| {
            let mut columns = Columns::open(file, &fields, key_values(footer))?;
            columns.rows(table.in_files().map(|c| [Ok(values(c, table.rows))]))?;
            columns.close()
        })
    })
}

/// Writes the first futures of a comparison one by one.
pub fn choices(
    draft: &Draft,
    c: &Comparison,
    all: &Choices,
) -> std::result::Result<(), ReportError> {
    let footer = [
        ("program", env!("CARGO_PKG_NAME").to_owned()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("rows", about::ROWS_CHOICES.to_owned()),
        ("base", c.base.clone()),
        ("base_sha256", c.base_digest.clone()),
        ("country", c.country.en.clone()),
        ("currency", c.currency.en.clone()),
        ("seed", c.seed.to_string()),
        ("reference", c.options[c.reference].name.clone()),
        ("uncertainty", c.uncertainty.clone()),
    ];
    one_group(draft, "assumptions", &tables::choices(c, all), &footer)
}

/// Writes through a buffer; what the system said about the disk is handed on as it said it.
fn to(file: File, write: impl FnOnce(&mut io::BufWriter<File>) -> Result<()>) -> io::Result<()> {
    let mut buffer = io::BufWriter::with_capacity(1 << 20, file);
    write(&mut buffer).map_err(|error| match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(system) => *system,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    })?;
    buffer.into_inner()?;
    Ok(())
}

/// What every footer says.
fn footer(f: &Findings, rows: &str) -> Vec<(&'static str, String)> {
    let years = |y: Option<&crate::units::Year>| y.map(ToString::to_string).unwrap_or_default();
    vec![
        ("program", env!("CARGO_PKG_NAME").to_owned()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("rows", rows.to_owned()),
        ("scenario", f.scenario.clone()),
        ("scenario_sha256", f.scenario_digest.clone()),
        ("base", f.base.clone()),
        ("base_sha256", f.base_digest.clone()),
        ("country", f.country.en.clone()),
        ("currency", f.currency.en.clone()),
        ("seed", f.seed.to_string()),
        ("first_replicate", f.replicates.start.to_string()),
        (
            "last_replicate",
            f.replicates.end.saturating_sub(1).to_string(),
        ),
        ("uncertainty", f.uncertainty.clone()),
        ("staffing_gate", f.staffing_gate.to_string()),
        ("base_year", years(f.years.first())),
        ("last_year", years(f.years.last())),
    ]
}

/// One group of rows for each scope, so that a reader who wants one place reads only that.
fn draws<W: Write + Send>(to: W, f: &Findings, draws: &Draws) -> Result<()> {
    let first = [
        ("scope", Holds::Text),
        ("year", Holds::Steps),
        ("replicate", Holds::Steps),
    ];
    let mut names = first.map(|(name, holds)| (name.to_owned(), holds)).to_vec();
    names.extend(f.indicators.iter().map(|i| (i.id.clone(), Holds::Single)));
    let mut table = Columns::open(to, &names, key_values(&footer(f, &about::ROWS_DRAWS)))?;
    let futures = draws.futures();
    let rows = futures * f.years.len();
    // The borders of pages are the same whatever the pieces, as long as these are whole batches.
    const PIECE: usize = 1 << 20;
    let pieces = || (0..rows).step_by(PIECE).map(|at| at..rows.min(at + PIECE));
    let year = |row: usize| f.years[row / futures].0;
    let number = |row: usize| f.replicates.start as i32 + (row % futures) as i32;
    for (s, scope) in f.scopes.iter().enumerate() {
        let code = ByteArray::from(scope.code.as_str());
        let texts = |at: Range<usize>| Values::Text(vec![code.clone(); at.len()]);
        let first: [Pieces<'_>; 3] = [
            Box::new(pieces().map(|at| Ok(texts(at)))),
            Box::new(pieces().map(|at| Ok(Values::Steps(at.map(year).collect())))),
            Box::new(pieces().map(|at| Ok(Values::Steps(at.map(number).collect())))),
        ];
        let indicators = (0..f.indicators.len()).map(|i| {
            let series = draws.series(s, i);
            let series = series.map_err(|error| ParquetError::External(Box::new(error)));
            let values = series.map(|row| row.unwrap_or_else(|| vec![f32::NAN; rows]));
            Box::new(std::iter::once(values.map(Values::Single))) as Pieces<'_>
        });
        table.rows(first.into_iter().chain(indicators))?;
    }
    table.close()
}
