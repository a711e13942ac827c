//! Input tables are read as text by column name, and derived tables are written with the same
//! quoting, line ends and decimals every time.

use super::DeriveError;
use carecast::internals::base::tables::Files;
use std::collections::BTreeMap;

/// One row of an input table.
#[derive(Clone, Debug)]
pub struct Line {
    file: String,
    cells: BTreeMap<String, String>,
}

impl Line {
    /// The text of a cell; empty where the column does not exist.
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The number in a cell.
    pub fn number(&self, column: &str) -> Result<f64, DeriveError> {
        let text = self.text(column);
        text.parse().map_err(|_| {
            DeriveError(format!(
                "{}: `{text}` in column `{column}` is not a number",
                self.file
            ))
        })
    }
}

/// An input table.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Rows in file order.
    pub rows: Vec<Line>,
}

impl Sheet {
    /// Reads a table of a set of files.
    pub fn read(files: &Files, file: &str) -> Result<Sheet, DeriveError> {
        let text = files
            .get(file)
            .ok_or_else(|| DeriveError(format!("the input {file} is missing")))?;
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        let problem = |error: csv::Error| DeriveError(format!("{file}: {error}"));
        let header = csv.headers().map_err(problem)?.clone();
        let mut rows = Vec::new();
        for record in csv.records() {
            let record = record.map_err(problem)?;
            let cells = header
                .iter()
                .zip(record.iter())
                .map(|(c, v)| (c.to_owned(), v.to_owned()))
                .collect();
            rows.push(Line {
                file: file.to_owned(),
                cells,
            });
        }
        Ok(Sheet { rows })
    }

    /// The first row with this text in a column.
    pub fn find(&self, column: &str, text: &str) -> Option<&Line> {
        self.rows.iter().find(|r| r.text(column) == text)
    }
}

/// The constants of the derivations, each with its range and reason in `inputs/derivation.csv`.
#[derive(Clone, Debug)]
pub struct Constants(BTreeMap<String, f64>);

impl Constants {
    /// Reads `derivation.csv`.
    pub fn read(inputs: &Files) -> Result<Constants, DeriveError> {
        let sheet = Sheet::read(inputs, "derivation.csv")?;
        let mut all = BTreeMap::new();
        for row in &sheet.rows {
            all.insert(row.text("id").to_owned(), row.number("value")?);
        }
        Ok(Constants(all))
    }

    /// A constant by its id.
    pub fn get(&self, id: &str) -> Result<f64, DeriveError> {
        self.0
            .get(id)
            .copied()
            .ok_or_else(|| DeriveError(format!("derivation.csv has no `{id}`")))
    }
}

/// Writes a table.
pub fn write<R: AsRef<[String]>>(header: &[&str], rows: impl IntoIterator<Item = R>) -> String {
    let mut csv = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    csv.write_record(header).expect("writing to memory");
    for row in rows {
        csv.write_record(row.as_ref())
            .expect("every row has the header's width");
    }
    let bytes = csv.into_inner().expect("writing to memory");
    String::from_utf8(bytes).expect("made of strings")
}

/// A number with at most so many decimals and no trailing zeros.
pub fn plain(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if !text.contains('.') {
        return text;
    }
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// Whole numbers in proportion to `weights` that add to `total`: the largest remainders are rounded
/// up, earlier rows first among equals.
pub fn whole(weights: &[f64], total: u64) -> Vec<u64> {
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return vec![0; weights.len()];
    }
    let exact: Vec<f64> = weights.iter().map(|w| w / sum * total as f64).collect();
    let mut parts: Vec<u64> = exact.iter().map(|x| x.floor() as u64).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let rest = |i: usize| exact[i] - exact[i].floor();
    order.sort_by(|a, b| rest(*b).total_cmp(&rest(*a)).then(a.cmp(b)));
    let missing = total - parts.iter().sum::<u64>();
    for at in order.into_iter().take(missing as usize) {
        parts[at] += 1;
    }
    parts
}

/// Parts in proportion to `weights`, each kept between its own least and most, that add to `total`.
pub fn within(
    weights: &[f64],
    least: &[f64],
    most: &[f64],
    total: f64,
) -> Result<Vec<f64>, DeriveError> {
    let at = |scale: f64| -> Vec<f64> {
        (0..weights.len())
            .map(|i| (weights[i] * scale).clamp(least[i], most[i].max(least[i])))
            .collect()
    };
    let floor: f64 = least.iter().sum();
    let (mut low, mut high) = (0.0, 1.0);
    while at(high).iter().sum::<f64>() < total && high < 1e12 {
        high *= 2.0;
    }
    if floor > total + 1e-9 || at(high).iter().sum::<f64>() < total - 1e-6 {
        return Err(DeriveError(format!(
            "{total} cannot be shared: the parts need at least {floor}"
        )));
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if at(middle).iter().sum::<f64>() < total {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(at(high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_parts_add_to_the_total_and_follow_the_weights() {
        assert_eq!(whole(&[1.0, 1.0, 1.0], 10), vec![4, 3, 3]);
        assert_eq!(whole(&[0.2, 0.8], 1), vec![0, 1]);
        assert_eq!(whole(&[0.0, 0.0], 5), vec![0, 0]);
    }

    #[test]
    fn parts_stay_within_their_limits() {
        let parts = within(&[1.0, 1.0, 8.0], &[2.0, 0.0, 0.0], &[9.0, 9.0, 5.0], 10.0).unwrap();
        assert!((parts.iter().sum::<f64>() - 10.0).abs() < 1e-9);
        assert!((parts[2] - 5.0).abs() < 1e-9 && (parts[0] - 2.5).abs() < 1e-9);
        assert!(within(&[1.0], &[5.0], &[9.0], 2.0).is_err());
    }

    #[test]
    fn numbers_are_written_without_trailing_zeros() {
        assert_eq!(plain(1.50, 4), "1.5");
        assert_eq!(plain(120.0, 0), "120");
        assert_eq!(plain(-0.00001, 3), "0");
    }
}
