//! The record in columns: what DuckDB, pandas and polars open without being told anything, with the
//! run's identity in the footer.
//!
//! Equal runs leave equal bytes: nothing here knows the time, the machine or the number of threads.

use super::draft::Draft;
use super::number::unit_in_tables;
use super::{Handed, ReportError};
use crate::results::{Draws, Facilities, Findings};
use parquet::basic::{Compression, Encoding, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, FloatType, Int32Type,
};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{ColumnPath, Type};
use std::fs::File;
use std::io::{self, Write};
use std::sync::Arc;

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    /// Whole numbers that grow slowly: years, replicates.
    Steps,
    Flag,
    /// Numbers to the last digit; one that is not defined is left empty.
    Double,
    /// Numbers as samples are kept.
    Single,
}

/// The values of one column in one group of rows.
enum Values<'a> {
    Text(Vec<&'a str>),
    Steps(Vec<i32>),
    Flag(Vec<bool>),
    Double(Vec<f64>),
    Single(Vec<f32>),
}

/// A table on its way to being a file.
struct Columns<W: Write + Send>(SerializedFileWriter<W>);

impl<W: Write + Send> Columns<W> {
    fn open(to: W, fields: &[(String, Kind)], footer: Vec<KeyValue>) -> Result<Columns<W>> {
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
                Kind::Text => (Physical::BYTE_ARRAY, None),
                Kind::Steps => (Physical::INT32, Some(Encoding::DELTA_BINARY_PACKED)),
                Kind::Flag => (Physical::BOOLEAN, None),
                Kind::Double => (Physical::DOUBLE, Some(Encoding::BYTE_STREAM_SPLIT)),
                Kind::Single => (Physical::FLOAT, Some(Encoding::BYTE_STREAM_SPLIT)),
            };
            properties = match encoding {
                Some(encoding) => properties.set_column_encoding(path, encoding),
                None => properties.set_column_dictionary_enabled(path, *kind == Kind::Text),
            };
            let some = match kind {
                Kind::Double | Kind::Single => Repetition::OPTIONAL,
                _ => Repetition::REQUIRED,
            };
            let column = Type::primitive_type_builder(name, physical)
                .with_repetition(some)
                .with_logical_type((*kind == Kind::Text).then_some(LogicalType::String))
                .build()?;
            schema.push(Arc::new(column));
        }
        let schema = Type::group_type_builder("row")
            .with_fields(schema)
            .build()?;
        SerializedFileWriter::new(to, Arc::new(schema), Arc::new(properties.build())).map(Columns)
    }

    fn rows<'a>(&mut self, columns: impl IntoIterator<Item = Values<'a>>) -> Result<()> {
        let mut group = self.0.next_row_group()?;
        for values in columns {
            match values {
                Values::Text(v) => {
                    let v: Vec<ByteArray> = v.into_iter().map(ByteArray::from).collect();
                    put::<ByteArrayType>(&mut group, &v, None)?;
                }
                Values::Steps(v) => put::<Int32Type>(&mut group, &v, None)?,
                Values::Flag(v) => put::<BoolType>(&mut group, &v, None)?,
                Values::Double(mut v) => {
                    let defined: Vec<i16> = v.iter().map(|x| i16::from(!x.is_nan())).collect();
                    v.retain(|x| !x.is_nan());
                    put::<DoubleType>(&mut group, &v, Some(&defined))?;
                }
                Values::Single(mut v) => {
                    let defined: Vec<i16> = v.iter().map(|x| i16::from(!x.is_nan())).collect();
                    v.retain(|x| !x.is_nan());
                    put::<FloatType>(&mut group, &v, Some(&defined))?;
                }
            }
        }
        group.close().map(drop)
    }

    fn close(self) -> Result<()> {
        self.0.close().map(drop)
    }
}

fn put<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, impl Write + Send>,
    values: &[T::T],
    defined: Option<&[i16]>,
) -> Result<()> {
    let mut column = group
        .next_column()?
        .ok_or_else(|| ParquetError::General("more columns than the table has".into()))?;
    column.typed::<T>().write_batch(values, defined, None)?;
    column.close()
}

/// Writes the tables a run has the record for.
pub fn write(draft: &mut Draft, handed: Handed<'_>) -> std::result::Result<(), ReportError> {
    let f = handed.findings;
    draft.stream("summary.parquet", |file| to(file, |file| summary(file, f)))?;
    if let Some(facilities) = handed.facilities {
        draft.stream("facilities.parquet", |file| {
            to(file, |file| self::facilities(file, f, facilities))
        })?;
    }
    if let Some(draws) = handed.draws {
        draft.stream("draws.parquet", |file| {
            to(file, |file| self::draws(file, f, draws))
        })?;
    }
    Ok(())
}

/// Writes the points of a sweep: one row for each, in the columns given.
pub fn sweep(
    draft: &mut Draft,
    columns: &[super::sweep::Column],
    footer: &[(&'static str, String)],
) -> std::result::Result<(), ReportError> {
    let footer: Vec<KeyValue> = footer
        .iter()
        .map(|(key, value)| KeyValue::new((*key).to_owned(), value.clone()))
        .collect();
    let kind = |whole: bool| if whole { Kind::Steps } else { Kind::Double };
    let names: Vec<(String, Kind)> = columns
        .iter()
        .map(|c| (c.name.replace('.', "_"), kind(c.whole)))
        .collect();
    let values = |c: &super::sweep::Column| match c.whole {
        true => Values::Steps(c.values.iter().map(|v| *v as i32).collect()),
        false => Values::Double(c.values.clone()),
    };
    draft.stream("sweep.parquet", |file| {
        to(file, |file| {
            let mut table = Columns::open(file, &names, footer)?;
            table.rows(columns.iter().map(values))?;
            table.close()
        })
    })
}

/// Writes the forecasts of a looking back: one row for each quantile.
pub fn hindcast(
    draft: &mut Draft,
    hindcast: &crate::hindcast::found::Hindcast,
) -> std::result::Result<(), ReportError> {
    use crate::hindcast::found::QUANTILES;
    let footer = [
        ("program", env!("CARGO_PKG_NAME")),
        ("version", env!("CARGO_PKG_VERSION")),
        (
            "rows",
            "one quantile of one forecast; values per 10,000 people",
        ),
    ]
    .map(|(key, value)| KeyValue::new(key.to_owned(), value.to_owned()))
    .to_vec();
    let kinds = [
        Kind::Text,
        Kind::Text,
        Kind::Steps,
        Kind::Text,
        Kind::Text,
        Kind::Text,
        Kind::Double,
        Kind::Double,
        Kind::Text,
    ];
    let names: Vec<(String, Kind)> = super::hindcast::FORECASTS
        .iter()
        .zip(kinds)
        .map(|(name, kind)| ((*name).to_owned(), kind))
        .collect();
    let each = || {
        let all = hindcast.forecasts.iter();
        all.flat_map(|f| std::iter::repeat_n(f, QUANTILES.len()))
    };
    let rows = each().count();
    let dates: Vec<[String; 2]> = each()
        .map(|f| {
            let end = f.origin.plus(f.horizon as i32);
            [f.origin, end].map(super::hindcast::date)
        })
        .collect();
    draft.stream("forecasts.parquet", |file| {
        to(file, |file| {
            let mut table = Columns::open(file, &names, footer)?;
            table.rows([
                Values::Text(dates.iter().map(|d| d[0].as_str()).collect()),
                Values::Text(each().map(|f| f.target).collect()),
                Values::Steps(each().map(|f| f.horizon as i32).collect()),
                Values::Text(dates.iter().map(|d| d[1].as_str()).collect()),
                Values::Text(each().map(|f| f.location.as_str()).collect()),
                Values::Text(vec!["quantile"; rows]),
                Values::Double(QUANTILES.into_iter().cycle().take(rows).collect()),
                Values::Double(
                    hindcast
                        .forecasts
                        .iter()
                        .flat_map(|f| f.quantiles)
                        .collect(),
                ),
                Values::Text(each().map(|f| f.model).collect()),
            ])?;
            table.close()
        })
    })
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
    buffer.into_inner()?.sync_all()
}

/// What every footer says.
fn footer(f: &Findings, rows: &str) -> Vec<KeyValue> {
    let years = |y: Option<&crate::units::Year>| y.map(ToString::to_string).unwrap_or_default();
    [
        ("program", env!("CARGO_PKG_NAME").to_owned()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("rows", rows.to_owned()),
        ("scenario", f.scenario.clone()),
        ("scenario_sha256", f.scenario_digest.clone()),
        ("base", f.base.clone()),
        ("base_sha256", f.base_digest.clone()),
        ("country", f.country.clone()),
        ("currency", f.currency.clone()),
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
    .map(|(key, value)| KeyValue::new(key.to_owned(), value))
    .to_vec()
}

fn fields(of: &[(&str, Kind)]) -> Vec<(String, Kind)> {
    of.iter().map(|(n, k)| ((*n).to_owned(), *k)).collect()
}

fn summary<W: Write + Send>(to: W, f: &Findings) -> Result<()> {
    let mut names = fields(&[
        ("scope", Kind::Text),
        ("indicator", Kind::Text),
        ("unit", Kind::Text),
        ("year", Kind::Steps),
    ]);
    names.extend(fields(&[
        ("mean", Kind::Double),
        ("sd", Kind::Double),
        ("p2_5", Kind::Double),
        ("p10", Kind::Double),
        ("p25", Kind::Double),
        ("p50", Kind::Double),
        ("p75", Kind::Double),
        ("p90", Kind::Double),
        ("p97_5", Kind::Double),
        ("mc_error", Kind::Double),
    ]));
    let units: Vec<String> = f
        .indicators
        .iter()
        .map(|i| unit_in_tables(i.unit, &f.currency))
        .collect();
    let mut cells = Vec::new();
    for s in 0..f.scopes.len() {
        for i in 0..f.indicators.len() {
            for y in 0..f.years.len() {
                cells.extend(f.at(s, i, y).map(|summary| (s, i, y, summary)));
            }
        }
    }
    let rows = "one indicator in one scope at the end of one year; shares are fractions";
    let mut table = Columns::open(to, &names, footer(f, rows))?;
    let mut columns = vec![
        Values::Text(cells.iter().map(|c| f.scopes[c.0].code.as_str()).collect()),
        Values::Text(
            cells
                .iter()
                .map(|c| f.indicators[c.1].id.as_str())
                .collect(),
        ),
        Values::Text(cells.iter().map(|c| units[c.1].as_str()).collect()),
        Values::Steps(cells.iter().map(|c| f.years[c.2].0).collect()),
        Values::Double(cells.iter().map(|c| c.3.mean).collect()),
        Values::Double(cells.iter().map(|c| c.3.sd).collect()),
    ];
    for k in 0..7 {
        columns.push(Values::Double(
            cells.iter().map(|c| c.3.percentiles[k]).collect(),
        ));
    }
    columns.push(Values::Double(cells.iter().map(|c| c.3.mc_error).collect()));
    table.rows(columns)?;
    table.close()
}

fn facilities<W: Write + Send>(to: W, f: &Findings, facilities: &Facilities) -> Result<()> {
    let mut names = fields(&[
        ("province", Kind::Text),
        ("facility", Kind::Text),
        ("name", Kind::Text),
        ("level", Kind::Text),
        ("owner_at_base", Kind::Text),
        ("synthetic", Kind::Flag),
        ("year", Kind::Steps),
        ("futures", Kind::Steps),
        ("open", Kind::Double),
        ("handed_over", Kind::Double),
    ]);
    let mut told = vec!["beds".to_owned(), "occupancy".into(), "staff_share".into()];
    told.extend(facilities.occupation.clone());
    for what in &told {
        names.extend(["p10", "p50", "p90"].map(|p| (format!("{what}_{p}"), Kind::Double)));
    }
    let rows = "one facility at the end of one year, over the first so many futures; open and \
                handed_over are shares of them; \
                within a province patients and staff follow beds";
    let mut table = Columns::open(to, &names, footer(f, rows))?;
    let cells: Vec<_> = facilities
        .all
        .iter()
        .flat_map(|h| h.years.iter().map(move |y| (h, y)))
        .collect();
    let levels: Vec<String> = cells
        .iter()
        .map(|(h, _)| format!("{:?}", h.level))
        .collect();
    let owners: Vec<String> = cells
        .iter()
        .map(|(h, _)| format!("{:?}", h.owner))
        .collect();
    let mut columns = vec![
        Values::Text(cells.iter().map(|(h, _)| h.province.as_str()).collect()),
        Values::Text(cells.iter().map(|(h, _)| h.code.as_str()).collect()),
        Values::Text(cells.iter().map(|(h, _)| h.name.as_str()).collect()),
        Values::Text(levels.iter().map(String::as_str).collect()),
        Values::Text(owners.iter().map(String::as_str).collect()),
        Values::Flag(cells.iter().map(|(h, _)| h.synthetic).collect()),
        Values::Steps(cells.iter().map(|(_, y)| y.year.0).collect()),
        Values::Steps(vec![facilities.futures as i32; cells.len()]),
        Values::Double(cells.iter().map(|(_, y)| y.open).collect()),
        Values::Double(cells.iter().map(|(_, y)| y.handed_over).collect()),
    ];
    let nothing = [f64::NAN; 3];
    for k in 0..told.len() {
        for q in 0..3 {
            let of = |y: &crate::results::FacilityYear| match k {
                0 => y.beds[q],
                1 => y.occupancy.unwrap_or(nothing)[q],
                2 => y.staff_share[q],
                _ => y.staff.unwrap_or(nothing)[q],
            };
            columns.push(Values::Double(cells.iter().map(|(_, y)| of(y)).collect()));
        }
    }
    table.rows(columns)?;
    table.close()
}

/// One group of rows for each scope, so that a reader who wants one place reads only that.
fn draws<W: Write + Send>(to: W, f: &Findings, draws: &Draws) -> Result<()> {
    let mut names = fields(&[
        ("scope", Kind::Text),
        ("year", Kind::Steps),
        ("replicate", Kind::Steps),
    ]);
    names.extend(f.indicators.iter().map(|i| (i.id.clone(), Kind::Single)));
    let rows = "one future of one scope at the end of one year; one column for each indicator, \
                empty where it is not read or not defined";
    let mut table = Columns::open(to, &names, footer(f, rows))?;
    let futures = draws.futures();
    let each = |y: usize| std::iter::repeat_n(f.years[y].0, futures);
    let number = |r: usize| f.replicates.start as i32 + r as i32;
    for (s, scope) in f.scopes.iter().enumerate() {
        let first = [
            Values::Text(vec![scope.code.as_str(); futures * f.years.len()]),
            Values::Steps((0..f.years.len()).flat_map(each).collect()),
            Values::Steps(
                (0..f.years.len())
                    .flat_map(|_| (0..futures).map(number))
                    .collect(),
            ),
        ];
        let indicators = (0..f.indicators.len()).map(|i| {
            let years = (0..f.years.len()).flat_map(|y| {
                draws
                    .row(s, i, y)
                    .unwrap_or_else(|| vec![f32::NAN; futures])
            });
            Values::Single(years.collect())
        });
        table.rows(first.into_iter().chain(indicators))?;
    }
    table.close()
}
